//! Which rows are shown, in which order.

use std::sync::Arc;

/// Places of a list in the order in which they are shown. An order that is as the list comes holds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// So many rows as they come.
    AsItComes(usize),
    /// So many rows, the last one first.
    Backwards(usize),
    /// These.
    Places(Arc<[u32]>),
}

impl Order {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Order::AsItComes(count) | Order::Backwards(count) => *count,
            Order::Places(places) => places.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place of the row that is shown at `at`.
    pub fn place(&self, at: usize) -> Option<usize> {
        match self {
            Order::AsItComes(count) => Some(at).filter(|at| at < count),
            Order::Backwards(count) => count.checked_sub(at)?.checked_sub(1),
            Order::Places(places) => places.get(at).map(|place| *place as usize),
        }
    }

    /// The places in this order.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        (0..self.len()).filter_map(|at| self.place(at))
    }
}
