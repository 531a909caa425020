//! Which rows of a long table are drawn: those in sight, and some more on both sides.

use std::ops::Range;

/// Tables with more rows are drawn as they scroll.
pub const MOST_DRAWN: usize = 200;
/// The greatest height that every browser lays out. A table that would be higher scrolls faster than its rows.
const MOST_HEIGHT: u64 = 8_000_000;

/// The greatest height that is taken for a window's.
const MOST_SIGHT: u64 = 20_000;
/// The greatest heights that are taken for those of a row and of its details.
const MOST_ROW: u32 = 200;
const MOST_DETAILS: u32 = 1_000_000;

/// What is known of the place that a table scrolls in. Lengths are in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// How far it is scrolled.
    pub top: u32,
    /// Its height, or more.
    pub height: u32,
    /// The height of a row.
    pub row: u32,
    /// The row below which details are open, and their height.
    pub open: Option<(usize, u32)>,
    /// So many rows are drawn beyond those in sight, on each side.
    pub margin: usize,
}

/// The rows that are drawn, and the empty space that stands for the others. Lengths are in CSS pixels.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Window {
    /// The rows, by their place in the order that is shown.
    pub rows: Range<usize>,
    /// The height of the space above them.
    pub before: u32,
    /// The height of the space below them.
    pub after: u32,
}

impl Window {
    /// The rows that are drawn of `count`.
    pub fn of(count: usize, view: View) -> Window {
        if count <= MOST_DRAWN {
            return Window { rows: 0..count, before: 0, after: 0 };
        }
        let scale = Scale::new(count, view);
        let first = scale.row_at(view.top);
        let in_sight = (u64::from(view.height).min(MOST_SIGHT) / scale.row) as usize + 2;
        let rows = first.saturating_sub(view.margin)..(first + in_sight).saturating_add(view.margin).min(count);
        // The first row in sight stands where the scroll bar says, the others follow from it.
        let above = (first - rows.start) as u64 * scale.row;
        let before = scale.top_of(first).saturating_sub(above + scale.details_in(rows.start..first));
        let drawn = rows.len() as u64 * scale.row + scale.details_in(rows.clone());
        let after = scale.height.saturating_sub(before + drawn);
        Window { rows, before: before as u32, after: after as u32 }
    }

    /// How far the table has to be scrolled so that `row` is in sight, below a head of `head` pixels; `None` where it
    /// is already.
    pub fn scroll_to(count: usize, view: View, head: u32, row: usize) -> Option<u32> {
        let scale = Scale::new(count, view);
        let seen = u64::from(view.top);
        let room = u64::from(view.height).min(MOST_SIGHT).saturating_sub(u64::from(head));
        let top = if scale.height == scale.natural {
            // To the pixel: the row stands at the upper or the lower edge.
            let top = scale.top_of(row);
            top.min(seen).max((top + scale.row).saturating_sub(room))
        } else {
            // A pixel is more than a row here.
            let first = scale.row_at(view.top);
            let whole = (room / scale.row).saturating_sub(1).max(1) as usize;
            match row {
                row if row < first => scale.top_of(row),
                row if row >= first + whole => scale.top_of(row + 1 - whole) + 1,
                _ => seen,
            }
        };
        (top != seen).then_some(top.min(u64::from(u32::MAX)) as u32)
    }
}

/// How rows and pixels belong together.
struct Scale {
    count: u64,
    row: u64,
    /// The details that are open below a row.
    open: Option<(u64, u64)>,
    /// The height of the whole table.
    height: u64,
    /// What the whole table would be high.
    natural: u64,
}

impl Scale {
    fn new(count: usize, view: View) -> Scale {
        let (count, row) = (count as u64, u64::from(view.row.clamp(1, MOST_ROW)));
        let open = view.open.map(|(at, height)| (at as u64, u64::from(height.min(MOST_DETAILS))));
        let open = open.filter(|(at, _)| *at < count);
        let natural = count * row + open.map_or(0, |(_, height)| height);
        Scale { count, row, open, height: natural.min(MOST_HEIGHT), natural }
    }

    /// The row at a height.
    fn row_at(&self, top: u32) -> usize {
        let mut top = u64::from(top).min(self.height) * self.natural / self.height.max(1);
        if let Some((at, height)) = self.open {
            let below = (at + 1) * self.row;
            top -= top.saturating_sub(below).min(height);
        }
        (top / self.row).min(self.count.saturating_sub(1)) as usize
    }

    /// The height at which a row begins.
    fn top_of(&self, row: usize) -> u64 {
        let natural = row as u64 * self.row + self.details_in(0..row);
        natural * self.height / self.natural.max(1)
    }

    /// The height of the details that are open below one of these rows.
    fn details_in(&self, rows: Range<usize>) -> u64 {
        let open = self.open.filter(|(at, _)| rows.contains(&(*at as usize)));
        open.map_or(0, |(_, height)| height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: View = View { top: 0, height: 700, row: 34, open: None, margin: 8 };

    #[test]
    fn as_many_rows_as_asked_for_are_drawn_beyond_those_in_sight() {
        // Twenty whole rows, and one cut off at each edge.
        let rows = |top, margin| Window::of(1_000, View { top, margin, ..VIEW }).rows;
        assert_eq!((rows(0, 0), rows(0, 8)), (0..22, 0..30));
        assert_eq!((rows(3_400, 0), rows(3_400, 8)), (100..122, 92..130));
        assert_eq!(rows(0, usize::MAX), 0..1_000);
    }

    #[test]
    fn a_short_table_is_drawn_whole() {
        for count in [0, 1, MOST_DRAWN] {
            assert_eq!(Window::of(count, VIEW), Window { rows: 0..count, before: 0, after: 0 });
        }
        assert!(Window::of(MOST_DRAWN + 1, VIEW).rows.len() < 60);
    }

    #[test]
    fn what_is_drawn_fills_what_is_seen_at_every_height() {
        for open in [None, Some((0, 90)), Some((300, 500)), Some((999, 200)), Some((5_000, 7))] {
            for top in (0..34_000).step_by(13) {
                let view = View { top, open, ..VIEW };
                let window = Window::of(1_000, view);
                let details = open.filter(|(at, _)| window.rows.contains(at)).map_or(0, |(_, height)| height);
                let drawn = window.rows.len() as u32 * 34 + details;
                let all = 34_000 + open.filter(|(at, _)| *at < 1_000).map_or(0, |(_, height)| height);
                assert_eq!(window.before + drawn + window.after, all);
                assert!(window.before <= top, "{top} {open:?}");
                assert!(window.before + drawn >= (top + 700).min(all), "{top} {open:?} {window:?}");
                assert!(window.rows.len() <= 60);
            }
        }
    }

    #[test]
    fn a_table_that_is_too_high_for_a_browser_scrolls_faster() {
        let count = 2_000_000;
        for top in (0..=MOST_HEIGHT as u32).step_by(99_991) {
            let window = Window::of(count, View { top, ..VIEW });
            let drawn = window.rows.len() as u32 * 34;
            assert!(window.before <= top && window.before + drawn >= (top + 700).min(MOST_HEIGHT as u32), "{top}");
        }
        let end = Window::of(count, View { top: MOST_HEIGHT as u32 - 700, ..VIEW });
        assert!(end.rows.end > count - 400);
        assert_eq!(Window::of(count, View { top: u32::MAX, ..VIEW }).rows.end, count);
    }

    #[test]
    fn a_row_is_brought_into_sight_and_no_further() {
        for count in [1_000, 2_000_000] {
            for row in [0, 1, 19, 20, 500, 999] {
                for top in [0, 100, 16_000] {
                    let view = View { top, ..VIEW };
                    let top = Window::scroll_to(count, view, 30, row).unwrap_or(top);
                    let window = Window::of(count, View { top, ..VIEW });
                    assert!(window.rows.contains(&row), "{row} of {count} from {top}: {window:?}");
                    assert_eq!(Window::scroll_to(count, View { top, ..VIEW }, 30, row), None);
                }
            }
        }
    }

    #[test]
    fn any_view_gives_a_window() {
        for top in [0, 1, u32::MAX] {
            for height in [0, 1, u32::MAX] {
                for row in [0, 1, u32::MAX] {
                    for open in [None, Some((0, u32::MAX)), Some((usize::MAX, 1))] {
                        let view = View { top, height, row, open, ..VIEW };
                        let window = Window::of(3_000_000, view);
                        assert!(window.rows.end <= 3_000_000);
                        let _ = Window::scroll_to(3_000_000, view, u32::MAX, usize::MAX >> 40);
                    }
                }
            }
        }
    }
}
