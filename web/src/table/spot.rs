//! Where in a table the keyboard can be.

/// A place in a table: `aria-rowindex` (the heads are row 1), a cell of that row, and one of the things in that cell;
/// and what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) id: Option<u32>,
    pub(super) row: usize,
    pub(super) cell: usize,
    pub(super) part: usize,
}

/// The name of the first row: a head is no better beginning, for nothing happens there.
impl Default for Spot {
    fn default() -> Spot {
        Spot { id: None, row: 2, cell: 0, part: 0 }
    }
}
