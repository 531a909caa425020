//! What is measured of the element that a table scrolls in.

use leptos::prelude::window;
use licensing_view::table::View;
use web_sys::Element;

/// Lengths in CSS pixels. Rows and details have the usual ones until they are there to be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measures {
    /// How far the element is scrolled.
    pub(super) top: u32,
    /// Its height, or more.
    pub(super) height: u32,
    /// The height of a row.
    pub(super) row: u32,
    /// The height of the details that are open.
    pub(super) details: u32,
    /// Rows are there and were measured.
    pub(super) is_measured: bool,
}

/// Rows that are drawn beyond those in sight, on each side, once there are any: what is shown first is shown sooner without.
const MARGIN: usize = 8;
/// No table begins higher in the window.
const ABOVE: u32 = 160;

impl Measures {
    pub(super) fn new() -> Measures {
        Measures { top: 0, height: window_height(), row: 34, details: 120, is_measured: false }
    }

    /// With the details open of the row that stands at `open`.
    pub(super) fn view(self, open: Option<usize>) -> View {
        let (height, margin) =
            if self.is_measured { (self.height, MARGIN) } else { (self.height.saturating_sub(ABOVE), 0) };
        View { top: self.top, height, row: self.row, open: open.map(|at| (at, self.details)), margin }
    }
}

/// The height of the window: no table is higher.
pub(super) fn window_height() -> u32 {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    height.map_or(1_000, |height| height as u32)
}

/// The height of what `selector` finds first, if that has one.
pub(super) fn height_of(element: &Element, selector: &str) -> Option<u32> {
    let found = element.query_selector(selector).ok().flatten()?;
    Some(found.get_bounding_client_rect().height().ceil() as u32).filter(|height| *height > 0)
}
