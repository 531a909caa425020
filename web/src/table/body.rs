//! The rows that are drawn, and the empty space that stands for the others.
//!
//! The element of a row belongs to a place in the order that is shown, not to what stands there: when other rows are
//! found, texts change and nothing is built anew.

use leptos::html;
use leptos::prelude::*;
use licensing_view::table::Row;

use super::TableState;
use super::cells::{cells, first_cell};
use super::head::class;
use super::selection::SelectRow;

#[component]
pub(super) fn Body(state: TableState, scroller: NodeRef<html::Div>) -> impl IntoView {
    let places = Memo::new(move |_| state.rows.with(|rows| rows.first..rows.first + rows.rows.len()));
    Effect::new(move |_| {
        state.rows.track();
        request_animation_frame(move || {
            if let Some(element) = scroller.try_get_untracked().flatten() {
                state.follow_row(&element);
            }
        });
    });
    view! {
        <tbody>
            <Space height=Signal::derive(move || state.window.with(|window| window.before)) />
            <For each=move || places.get() key=|at| *at let:at>
                <TableRow state=state at=at />
            </For>
            <Space height=Signal::derive(move || state.window.with(|window| window.after)) />
        </tbody>
    }
}

/// Rows that are not drawn, as a height in CSS pixels.
#[component]
fn Space(height: Signal<u32>) -> impl IntoView {
    view! {
        <tr
            class="space"
            aria-hidden="true"
            hidden=move || height.get() == 0
            style:height=move || format!("{}px", height.get())
        ></tr>
    }
}

#[component]
fn TableRow(state: TableState, at: usize) -> impl IntoView {
    let row = Memo::new(move |_| state.rows.with(|rows| rows.at(at).cloned()));
    let id = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| row.id)));
    let is_selected = Memo::new(move |_| id.get().is_some_and(|id| state.selected.with(|all| all.contains(id))));
    let is_marked = Memo::new(move |_| {
        let explained = state.explained().map(|why| why.user);
        let why = row.with(|row| row.as_ref().and_then(|row| row.why)).map(|why| why.user);
        explained.is_some() && why == explained || state.open_at.get() == Some(at)
    });
    let is_open = Memo::new(move |_| state.open_at.get() == Some(at));
    let changes = Memo::new(move |before: Option<&(u32, Option<Row>)>| {
        let now = row.get();
        let (count, old) = before.map_or((0, None), |(count, old)| (*count, old.as_ref()));
        let is_same_row = old.zip(now.as_ref()).is_some_and(|(old, now)| old.id == now.id && old.cells != now.cells);
        (count + u32::from(is_same_row), now)
    });
    let is_changed = move |again: bool| changes.with(|(count, _)| *count > 0 && (count % 2 == 0) == again);
    // The box is not part of what the row is called.
    let name = move || state.can_select.get().then(|| row.with(|row| row.as_ref().map(|row| row.name.clone())));
    let first_class = move || state.columns.with(|columns| columns.first().map(class));
    let content = move |get: fn(TableState, Row) -> AnyView| move || row.get().map(|row| get(state, row));
    view! {
        <tr
            aria-rowindex=at + 2
            aria-selected=move || state.can_select.get().then(|| if is_selected.get() { "true" } else { "false" })
            class:sel=move || is_marked.get()
            class:picked=move || is_selected.get()
            class:changed=move || is_changed(false)
            class:changed-again=move || is_changed(true)
        >
            <th scope="row" class=first_class aria-label=name>
                {move || {
                    state.can_select.get().then(|| view! { <SelectRow state=state at=at row=row is_selected=is_selected /> })
                }}
                {content(first_cell)}
            </th>
            {content(cells)}
        </tr>
        <Show when=move || is_open.get()>
            <Details state=state at=at />
        </Show>
    }
}

/// The details below the row that is open.
#[component]
fn Details(state: TableState, at: usize) -> impl IntoView {
    let details = Memo::new(move |_| state.listing.with(|listing| listing.details(at)));
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
