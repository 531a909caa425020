//! What is measured of the element that a table scrolls in, and how it is moved.

use std::time::Duration;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use licensing_view::table::{Order, Window};

use super::TableState;
use super::measures::{Measures, height_of, window_height};

impl TableState {
    /// Keeps up with the element that scrolls.
    pub(super) fn follow(self, scroller: NodeRef<html::Div>) {
        let listener = window_event_listener(ev::resize, move |_| {
            self.measures.update(|measures| measures.height = window_height());
            request_animation_frame(move || self.measure(scroller));
        });
        on_cleanup(move || listener.remove());
        // Once rows, or details, are there.
        Effect::new(move |_| {
            self.is_virtual.track();
            self.open_at.track();
            request_animation_frame(move || self.measure(scroller));
        });
        // What is found anew is looked at from its beginning.
        let query = Memo::new(move |_| self.listing.with(|listing| listing.query().clone()));
        Effect::new(move |before: Option<()>| {
            query.track();
            let is_below = self.measures.with_untracked(|measures| measures.top > 0);
            if let (Some(()), true, Some(element)) = (before, is_below, scroller.get_untracked()) {
                element.set_scroll_top(0);
                self.scrolled(scroller);
            }
        });
        // A link to a row leads to it.
        Effect::new(move |before: Option<Option<u32>>| {
            let open = self.open.get();
            if before.flatten() != open
                && let Some(at) = self.open_at.get_untracked()
            {
                request_animation_frame(move || self.bring_into_sight(scroller, at));
            }
            open
        });
    }

    fn measure(self, scroller: NodeRef<html::Div>) {
        let Some(element) = scroller.try_get_untracked().flatten() else { return };
        let Some(before) = self.measures.try_get_untracked() else { return };
        let row = height_of(&element, "tbody > tr[aria-rowindex]");
        let details = height_of(&element, "tbody > tr.details").unwrap_or(before.details);
        let is_measured = before.is_measured || row.is_some();
        let row = row.unwrap_or(before.row);
        if is_measured == before.is_measured {
            if (row, details) != (before.row, before.details) {
                self.measures.set(Measures { row, details, ..before });
            }
            return;
        }
        // The rows beyond those in sight are drawn when these are shown.
        let draw = move || {
            _ = self.measures.try_update(|measures| *measures = Measures { row, details, is_measured, ..*measures });
        };
        set_timeout(draw, Duration::ZERO);
    }

    /// The element was scrolled.
    pub(super) fn scrolled(self, scroller: NodeRef<html::Div>) {
        let Some(element) = scroller.get_untracked() else { return };
        let top = u32::try_from(element.scroll_top()).unwrap_or_default();
        if self.is_virtual.get_untracked() && self.measures.with_untracked(|measures| measures.top != top) {
            self.measures.update(|measures| measures.top = top);
        }
    }

    /// Scrolls no further than needed to show the row at `at`, and draws it.
    pub(super) fn bring_into_sight(self, scroller: NodeRef<html::Div>, at: usize) {
        let Some(element) = scroller.try_get_untracked().flatten() else { return };
        if !self.is_virtual.get_untracked() {
            return;
        }
        let height = u32::try_from(element.client_height()).unwrap_or_default();
        let measures = Measures { height, is_measured: true, ..self.measures.get_untracked() };
        let head = height_of(&element, "thead").unwrap_or_default();
        let (count, view) = (self.shown.with_untracked(Order::len), measures.view(self.open_at.get_untracked()));
        if let Some(top) = Window::scroll_to(count, view, head, at) {
            element.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
            self.scrolled(scroller);
        }
    }

    /// How many rows fit into sight.
    pub(super) fn page(self, scroller: NodeRef<html::Div>) -> usize {
        let height = scroller.get_untracked().map_or(0, |element| element.client_height());
        let row = self.measures.with_untracked(|measures| measures.row.max(1)) as usize;
        (usize::try_from(height).unwrap_or_default() / row).saturating_sub(2).max(1)
    }
}
