//! The heads of the columns: each that can be sorted is a button.

use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::table::{Column, Sorting, Stays, Width, direction};

use super::TableState;
use super::selection::SelectAll;
use crate::parts::Pic;
use crate::text;

#[component]
pub(super) fn Head(state: TableState) -> impl IntoView {
    view! {
        <thead>
            <tr aria-rowindex="1">
                {move || {
                    let columns = state.columns.get();
                    columns.into_iter().enumerate().map(|(at, column)| head(state, at, column)).collect_view()
                }}
            </tr>
        </thead>
    }
}

fn head(state: TableState, at: usize, column: Column) -> impl IntoView {
    let class = class(&column);
    let has_box = move || at == 0 && state.can_select.get();
    let select_all = move || has_box().then(|| view! { <SelectAll state=state /> });
    // The box is not part of what the column is called.
    let name_alone = {
        let name = column.name.clone();
        move || has_box().then(|| name.clone())
    };
    let tag = column.tag.clone();
    let (name, title) = (column.name.clone(), tag.as_ref().map(|_| column.name.clone()));
    let face = match tag {
        Some(tag) => view! { <span class="sku">{tag}</span> }.into_any(),
        None => name.clone().into_any(),
    };
    let is_sortable = column.sorting != Sorting::None;
    let own = column.clone();
    let down = Memo::new(move |_| state.query.with(|query| direction(&own, query)));
    let sorted = move || {
        is_sortable.then(|| match down.get() {
            None => "none",
            Some(false) => "ascending",
            Some(true) => "descending",
        })
    };
    let content = if !column.is_data() {
        view! { <span class="vh">{text::ACTIONS}</span> }.into_any()
    } else if is_sortable {
        let key = column.key;
        let hint = move || state.lab.words().sort_by(&column.name);
        let said = name;
        view! {
            <button type="button" tabindex="-1" title=hint on:click=move |_| state.sort(key, &said)>
                {face}
                <span class="dir" class:dir--up=move || down.get() == Some(false) class:dir--on=move || down.get().is_some()>
                    <Pic icon=Icon::Down small=true />
                </span>
            </button>
        }
        .into_any()
    } else {
        face
    };
    view! {
        <th scope="col" class=class title=title aria-label=name_alone aria-sort=sorted>
            {select_all}
            {content}
        </th>
    }
}

/// The classes of the cells of a column.
pub(super) fn class(column: &Column) -> String {
    let width = match column.width {
        Width::Name => "w-name",
        Width::Wide => "w-wide",
        Width::Middle => "w-middle",
        Width::Narrow => "w-narrow",
        Width::Buttons => "w-buttons num",
        Width::ManyButtons => "w-buttons w-buttons--many num",
    };
    let number = if column.is_number { " num" } else { "" };
    let narrow = match column.stays {
        Stays::Always => "",
        Stays::BeyondPhones => " hide-xs",
        Stays::Wide => " hide-s",
        Stays::VeryWide => " hide-s hide-l",
    };
    format!("{width}{number}{narrow}")
}
