//! The map as a table.

use leptos::prelude::*;
use licensing_view::map::{FactRow, Linked, MapView, Through};

use crate::lab::Lab;
use crate::parts::StatusTag;
use crate::text;

/// The table.
pub(super) fn facts(lab: Lab, map: Memo<MapView>) -> AnyView {
    view! {
        <div class="scroll map-facts">
            <table class="tbl" aria-label=text::MAP_FACTS>
                <thead>
                    <tr>
                        <th scope="col">{text::MAP_WHO}</th>
                        <th scope="col">{text::MAP_GETS}</th>
                        <th scope="col">{text::STATE}</th>
                    </tr>
                </thead>
                <tbody>{move || map.with(|map| map.rows.iter().map(|fact| row(lab, fact)).collect_view())}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(lab: Lab, row: &FactRow) -> AnyView {
    let through = match &row.through {
        Through::Group(group) => view! { {text::MAP_THROUGH} " " {link(group)} }.into_any(),
        Through::Words(words) => words.clone().into_any(),
        Through::Nothing => ().into_any(),
    };
    let gets = match row.gets.as_deref() {
        None => ().into_any(),
        Some([]) => text::NONE.into_render().into_any(),
        Some(gets) => gets.iter().map(link).collect_view().into_any(),
    };
    let why = row.why.as_ref().map(|why| {
        view! {
            <a class="btn btn--sm" href=why.to_string() aria-label=lab.words().why_of(&row.who.text)>
                {text::WHY}
            </a>
        }
    });
    view! {
        <tr data-spot=row.spot.to_string()>
            <th scope="row" class="wrap">
                {link(&row.who)}
                <small>{through}</small>
            </th>
            <td class="wrap map-gets">{gets}</td>
            <td>
                <span class="map-state">
                    {row.status.clone().map(|status| view! { <StatusTag status=status /> })} {why}
                </span>
            </td>
        </tr>
    }
    .into_any()
}

fn link(to: &Linked) -> AnyView {
    view! { <a href=to.route.to_string()>{to.text.clone()}</a> }.into_any()
}
