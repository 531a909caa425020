//! The rows that are drawn, and the empty space that stands for the others.

use leptos::prelude::*;
use licensing_view::table::Row;

use super::TableState;
use super::cells::cells;

#[component]
pub(super) fn Body(state: TableState) -> impl IntoView {
    let ids = Memo::new(move |_| state.rows.with(|rows| rows.iter().map(|(_, row)| row.id).collect::<Vec<_>>()));
    view! {
        <tbody>
            <Space height=Signal::derive(move || state.window.with(|window| window.before)) />
            <For each=move || ids.get() key=|id| *id let:id>
                <TableRow state=state id=id />
            </For>
            <Space height=Signal::derive(move || state.window.with(|window| window.after)) />
        </tbody>
    }
}

/// Rows that are not drawn, as a height in CSS pixels.
#[component]
fn Space(height: Signal<u32>) -> impl IntoView {
    view! { <tr class="space" aria-hidden="true" hidden=move || height.get() == 0 style:height=move || format!("{}px", height.get())></tr> }
}

/// A row. It stays the same element while it is drawn, whatever becomes of what it shows, so that it keeps the focus.
#[component]
fn TableRow(state: TableState, id: u32) -> impl IntoView {
    let row = Memo::new(move |_| state.rows.with(|rows| rows.iter().find(|(_, row)| row.id == id).cloned()));
    let index = move || row.with(|row| row.as_ref().map(|(at, _)| at + 2));
    let is_selected = Memo::new(move |_| state.selected.with(|selected| selected.contains(&id)));
    let is_explained = Memo::new(move |_| {
        let explained = state.explained().map(|why| why.user);
        explained.is_some() && row.with(|row| why_of(row.as_ref()) == explained)
    });
    let is_open = Memo::new(move |_| state.query.with(|query| query.open == Some(id)));
    view! {
        <tr
            aria-rowindex=index
            aria-selected=move || state.can_select.get().then(|| if is_selected.get() { "true" } else { "false" })
            class:sel=move || is_explained.get() || is_open.get()
            class:picked=move || is_selected.get()
        >
            {move || row.get().map(|(at, row)| cells(state, at, row))}
        </tr>
        <Show when=move || is_open.get()>
            <Details state=state />
        </Show>
    }
}

fn why_of(row: Option<&(usize, Row)>) -> Option<licensing_model::UserId> {
    row.and_then(|(_, row)| row.why).map(|why| why.user)
}

/// The details below the row that is open.
#[component]
fn Details(state: TableState) -> impl IntoView {
    let details = Memo::new(move |_| {
        let (table, at) = (state.table.get(), state.open_at.get());
        let of = |at| state.shown.with(|shown| state.lab.read(|reading| table.details(reading.tenant(), shown, at)));
        at.map(of).unwrap_or_default()
    });
    let lines = move || {
        let line = |(label, value): (String, String)| {
            view! {
                <dt>{label}</dt>
                <dd>{value}</dd>
            }
        };
        details.get().into_iter().map(line).collect_view()
    };
    view! {
        <tr class="details">
            <td colspan=move || state.columns.with(Vec::len)>
                <dl class="kv">{lines}</dl>
            </td>
        </tr>
    }
}
