//! The keys of a table: arrows move by row and cell, Home, End, Page Up and Down further, Enter opens, `w` explains,
//! Space selects, and Shift extends the selection.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::{ev, html};
use licensing_view::Address;
use licensing_view::table::{Act, Cell, Order, Row};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::TableState;
use super::focus::{row, stops};
use super::spot::Spot;
use crate::{dom, router};

/// A key was pressed while the focus is in the table.
pub(super) fn pressed(state: TableState, scroller: NodeRef<html::Div>, event: &KeyboardEvent) {
    let Some(element) = scroller.get_untracked() else { return };
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    let spot = state.spot.get_value();
    let last = state.shown.with_untracked(Order::len) + 1;
    let page = state.page(scroller);
    let control = event.ctrl_key() || event.meta_key();
    let to = match event.key().as_str() {
        "ArrowDown" => Some(Spot { row: (spot.row + 1).min(last), ..spot }),
        "ArrowUp" => Some(Spot { row: spot.row.saturating_sub(1).max(1), ..spot }),
        "PageDown" => Some(Spot { row: (spot.row + page).min(last), ..spot }),
        "PageUp" => Some(Spot { row: spot.row.saturating_sub(page).max(2), ..spot }),
        "Home" if control => Some(Spot { row: 2, cell: 0, part: 0, ..spot }),
        "End" if control => Some(Spot { row: last, cell: usize::MAX, part: usize::MAX, ..spot }),
        "Home" => Some(Spot { cell: 0, part: 0, ..spot }),
        "End" => Some(Spot { cell: usize::MAX, part: usize::MAX, ..spot }),
        "ArrowRight" => beside(&element, spot, true),
        "ArrowLeft" => beside(&element, spot, false),
        key => {
            if is_plain && act(state, spot, key, event) {
                event.prevent_default();
            }
            return;
        }
    };
    if event.alt_key() {
        return;
    }
    event.prevent_default();
    let Some(to) = to else { return };
    go(state, scroller, to);
    if event.shift_key() && to.row != spot.row {
        extend(state, spot.row, to.row);
    }
}

/// What stands left or right of `spot` in its row.
fn beside(scroller: &Element, spot: Spot, right: bool) -> Option<Spot> {
    let stops = stops(&row(scroller, spot.row)?);
    let at = stops.iter().position(|stop| (stop.cell, stop.part) >= (spot.cell, spot.part))?;
    let stop = if right { stops.get(at + 1)? } else { stops.get(at.checked_sub(1)?)? };
    Some(Spot { cell: stop.cell, part: stop.part, ..spot })
}

/// Moves the focus to `spot`, after scrolling there if its row is not drawn.
fn go(state: TableState, scroller: NodeRef<html::Div>, spot: Spot) {
    let Some(element) = scroller.get_untracked() else { return };
    if spot.row >= 2 {
        state.bring_into_sight(scroller, spot.row - 2);
    }
    if state.focus(&element, spot) {
        state.keep_tab_stop(&element);
        return;
    }
    request_animation_frame(move || {
        let Some(element) = scroller.try_get_untracked().flatten() else { return };
        state.focus(&element, spot);
        state.keep_tab_stop(&element);
    });
}

/// The row that stands at an `aria-rowindex`, if it is drawn.
fn row_at(state: TableState, index: usize) -> Option<(usize, Row)> {
    let at = index.checked_sub(2)?;
    state.rows.with_untracked(|rows| rows.at(at).map(|row| (at, row.clone())))
}

/// A key that does something with the row. Answers whether it did.
fn act(state: TableState, spot: Spot, key: &str, event: &KeyboardEvent) -> bool {
    let Some((at, row)) = row_at(state, spot.row) else { return false };
    match (key, row.why, row.route) {
        ("w", Some(why), _) => router::go(state.address(Some(why))),
        // A link or a button does by itself what Enter and Space do to it, and a box is pressed by Space.
        ("Enter", _, Some(route)) if !is_pressed(event, "a,button") => router::go(Address::of(route)),
        ("Enter", _, None) if !is_pressed(event, "a,button") && has_details(&row) => state.toggle_details(row.id),
        (" ", _, _) if !is_pressed(event, "button,input") => state.select(row.id, at, event.shift_key()),
        _ => return false,
    }
    true
}

fn has_details(row: &Row) -> bool {
    let actions = row.cells.iter().flat_map(|cell| match cell {
        Cell::Actions(actions) => actions.as_slice(),
        _ => &[],
    });
    actions.into_iter().any(|action| action.act == Act::Details)
}

fn is_pressed(event: &KeyboardEvent, kinds: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(kinds).unwrap_or_default())
}

/// Everything between two rows is selected.
fn extend(state: TableState, from: usize, to: usize) {
    if state.anchor.get_value().is_none()
        && let Some((at, row)) = row_at(state, from)
    {
        state.select(row.id, at, false);
    }
    let at = to.saturating_sub(2);
    let place = state.shown.with_untracked(|shown| shown.place(at));
    if let Some(place) = place {
        let id = state.table.with_untracked(|table| table.id(place));
        state.select(id, at, true);
    }
}

/// Where not every row is drawn, the browser cannot find what is not there: Ctrl F leads to the search field, and from
/// there to the browser's own.
pub(super) fn find_by_field(state: TableState, field: NodeRef<html::Input>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let asks = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.key() == "f";
        let Some(field) = field.try_get_untracked().flatten() else { return };
        let is_there = dom::focused().is_some_and(|focused| focused.is_same_node(Some(&field)));
        if asks && state.is_virtual.get_untracked() && !is_there {
            event.prevent_default();
            field.select();
            let _ = field.focus();
        }
    });
    on_cleanup(move || listener.remove());
}
