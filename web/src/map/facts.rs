//! The map as a table.

use leptos::prelude::*;
use licensing_view::map::{FactRow, Linked, MapView, Through};

use crate::lab::Lab;
use crate::parts::StatusTag;
use crate::text;

/// The table.
#[component]
pub(super) fn Facts(
    /// The map.
    map: Memo<MapView>,
) -> impl IntoView {
    let lab = Lab::here();
    view! {
        <div class="scroll map-facts" tabindex="0" role="region" aria-label=text::MAP_FACTS>
            <table class="tbl">
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
}

fn row(lab: Lab, row: &FactRow) -> AnyView {
    let through = match &row.through {
        Through::Group(group) => view! {
            {text::MAP_THROUGH}
            " "
            {link(group)}
        }
        .into_any(),
        Through::Words(words) => words.clone().into_any(),
    };
    let gets = match row.gets.as_deref() {
        None => ().into_any(),
        Some([]) => view! { <span class="faint">{text::NONE}</span> }.into_any(),
        Some(gets) => gets.iter().map(|gets| view! { <span class="map-gets">{link(gets)}</span> }).collect_view().into_any(),
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
            <td class="wrap">{gets}</td>
            <td>
                <span class="map-state">
                    {row.status.clone().map(|status| view! { <StatusTag status=status /> })} {why}
                </span>
            </td>
        </tr>
    }
    .into_any()
}

fn link(to: &Linked) -> impl IntoView + use<> {
    view! { <a href=to.route.to_string()>{to.text.clone()}</a> }
}
