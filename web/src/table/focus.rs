//! Where in a table the keyboard is. Tab reaches a table once: one cell, or what can be pressed in it, is a stop of Tab,
//! and stays it when the focus is elsewhere.

use leptos::ev::{FocusEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use licensing_view::table::Order;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

use super::TableState;
use super::spot::Spot;
use crate::dom;

/// One thing of a row that can have the focus.
pub(super) struct Stop {
    pub(super) element: HtmlElement,
    pub(super) cell: usize,
    pub(super) part: usize,
}

const PARTS: &str = "a[href],button,input";

/// Everything in a row that can have the focus, from left to right: what can be pressed, and cells without such.
pub(super) fn stops(row: &Element) -> Vec<Stop> {
    let mut stops = Vec::new();
    for (at, cell) in children(row).enumerate().filter(|(_, cell)| is_visible(cell)) {
        let found = cell.query_selector_all(PARTS).ok();
        let parts = (0..found.as_ref().map_or(0, |found| found.length())).filter_map(|part| {
            found.as_ref()?.get(part)?.dyn_into::<HtmlElement>().ok().filter(|part| is_visible(part))
        });
        let before = stops.len();
        stops.extend(parts.enumerate().map(|(part, element)| Stop { element, cell: at, part }));
        if stops.len() == before {
            stops.extend(cell.dyn_into().ok().map(|element| Stop { element, cell: at, part: 0 }));
        }
    }
    stops
}

fn children(element: &Element) -> impl Iterator<Item = Element> {
    let children = element.children();
    (0..children.length()).filter_map(move |at| children.item(at))
}

fn is_visible(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

/// The row with this `aria-rowindex`, if it is drawn.
pub(super) fn row(scroller: &Element, index: usize) -> Option<Element> {
    scroller.query_selector(&format!("tr[aria-rowindex='{index}']")).ok().flatten()
}

impl TableState {
    /// Moves the focus to `spot`, or to what is nearest to it in its row. Answers whether the row is drawn.
    pub(super) fn focus(self, scroller: &Element, spot: Spot) -> bool {
        let Some(stop) = nearest(scroller, spot) else { return false };
        self.spot.set_value(Spot { id: self.id_at(spot.row), row: spot.row, cell: stop.cell, part: stop.part });
        stop.element.set_tab_index(0);
        // What cannot take the focus leaves it where it is.
        let _ = stop.element.focus();
        true
    }

    fn id_at(self, row: usize) -> Option<u32> {
        let at = row.checked_sub(2)?;
        self.rows.with_untracked(|rows| rows.at(at).map(|row| row.id))
    }

    /// The rows are others now: what had the focus keeps it wherever it stands, and where it is gone, what stands there
    /// instead takes it.
    pub(super) fn follow_row(self, scroller: &Element) {
        let (Some(spot), Some(had_focus)) = (self.spot.try_get_value(), self.has_focus.try_get_value()) else { return };
        let last = self.shown.with_untracked(Order::len) + 1;
        let moved = spot.id.and_then(|id| self.rows.with_untracked(|rows| rows.find(id))).map(|at| at + 2);
        let now = Spot { row: moved.unwrap_or(spot.row.min(last)), ..spot };
        let focused = dom::focused().filter(|focused| focused.tag_name() != "BODY");
        let is_lost = focused.is_none();
        let is_here = focused.is_some_and(|focused| scroller.contains(Some(&focused)));
        if had_focus && (is_lost || is_here && now.row != spot.row) {
            self.focus(scroller, now);
        } else if now.row != spot.row {
            self.spot.set_value(now);
        }
        self.keep_tab_stop(scroller);
    }

    /// Makes the present spot the stop of Tab, and nothing else; where its row is not drawn, what scrolls is the stop.
    pub(super) fn keep_tab_stop(self, scroller: &Element) {
        let Some(spot) = self.spot.try_get_value() else { return };
        let stop = nearest(scroller, spot).map(|stop| stop.element).or_else(|| scroller.clone().dyn_into().ok());
        let Some(stop) = stop else { return };
        let others = scroller.query_selector_all("[tabindex='0']").ok();
        let others = (0..others.as_ref().map_or(0, NodeList::length)).filter_map(|at| others.as_ref()?.get(at));
        let others = others.chain([scroller.clone().into()]).filter_map(|other| other.dyn_into::<HtmlElement>().ok());
        others.filter(|other| *other != stop).for_each(|other| other.set_tab_index(-1));
        stop.set_tab_index(0);
    }
}

fn nearest(scroller: &Element, spot: Spot) -> Option<Stop> {
    let stops = stops(&row(scroller, spot.row)?);
    let distance = |stop: &Stop| (stop.cell.abs_diff(spot.cell), stop.part.abs_diff(spot.part));
    stops.into_iter().min_by_key(distance)
}

/// The focus came to something in the table.
pub(super) fn came(state: TableState, event: &FocusEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(row) = target.closest("tr[aria-rowindex]").ok().flatten() else { return };
    let index = row.get_attribute("aria-rowindex").and_then(|index| index.parse().ok());
    let found = stops(&row).into_iter().find(|stop| *AsRef::<Element>::as_ref(&stop.element) == target);
    state.has_focus.try_set_value(true);
    if let (Some(row), Some(stop)) = (index, found) {
        state.spot.set_value(Spot { id: state.id_at(row), row, cell: stop.cell, part: stop.part });
    }
}

/// Somebody pressed on something, and may take the focus away by it.
pub(super) fn pointed(state: TableState, event: &PointerEvent) {
    state.pointed.try_set_value(event.time_stamp());
}

/// The focus left something in the table: to somewhere else, or because it was taken out of the page, if only for a
/// moment. Nobody sends the focus nowhere but by pressing on something.
pub(super) fn went(state: TableState, scroller: NodeRef<html::Div>, event: &FocusEvent) {
    /// So long after a press it is the reason, in milliseconds.
    const AT_ONCE: f64 = 50.0;
    // A table that is taken away as a whole has nothing to remember any more.
    let Some(pointed) = state.pointed.try_get_value() else { return };
    let was_pointed = event.time_stamp() - pointed < AT_ONCE;
    request_animation_frame(move || {
        let Some(element) = scroller.try_get_untracked().flatten() else { return };
        let focused = dom::focused().filter(|focused| focused.tag_name() != "BODY");
        if focused.is_some() || was_pointed {
            state.has_focus.try_set_value(focused.is_some_and(|focused| element.contains(Some(&focused))));
            state.keep_tab_stop(&element);
        } else {
            state.follow_row(&element);
        }
    });
}
