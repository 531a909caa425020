//! One attribute of every object of a kind, by dense id.

use core::marker::PhantomData;

use licensing_model::{GroupId, PlanId, ProductId, UserId};

use super::paged::Paged;

/// A dense id: a position in columns.
pub(crate) trait Dense: Copy {
    /// The position.
    fn position(self) -> usize;
    /// The id at a position.
    fn at_position(position: usize) -> Self;
}

macro_rules! dense {
    ($($id:ty),*) => {$(
        impl Dense for $id {
            fn position(self) -> usize { self.index() }
            fn at_position(position: usize) -> Self { <$id>::at(position) }
        }
    )*};
}

dense!(UserId, GroupId, ProductId, PlanId);

/// A column, in pages that copies share: of `PAGE` cells each, fewer where a cell is large. Reading past its end gives the
/// default value, so that no id can make it panic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column<I, T, const PAGE: usize = 4096> {
    cells: Paged<T, PAGE>,
    id: PhantomData<I>,
}

impl<I, T, const PAGE: usize> Default for Column<I, T, PAGE> {
    fn default() -> Self {
        Column { cells: Paged::default(), id: PhantomData }
    }
}

impl<I: Dense, T: Clone, const PAGE: usize> Column<I, T, PAGE> {
    /// How many objects there are.
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Makes room for `more` objects.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.cells.reserve(more);
    }

    /// Adds the next object.
    pub(crate) fn push(&mut self, cell: T) {
        self.cells.push(cell);
    }

    /// The cell of `id`, if there is such an object.
    #[inline]
    pub(crate) fn get(&self, id: I) -> Option<&T> {
        self.cells.get(id.position())
    }

    /// The same without a call, as [`Paged::read`].
    #[inline(always)]
    pub(crate) fn read(&self, id: I) -> Option<&T> {
        self.cells.read(id.position())
    }

    /// The cell of `id`, to change.
    #[inline]
    pub(crate) fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.cells.get_mut(id.position())
    }

    /// Every cell with its id.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.cells.iter().enumerate().map(|(at, cell)| (I::at_position(at), cell))
    }

    /// Every id.
    pub(crate) fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T, PAGE> {
        (0..self.cells.len()).map(I::at_position)
    }
}

impl<I: Dense, T: Copy + Default, const PAGE: usize> Column<I, T, PAGE> {
    /// The cell of `id`; the default where there is no such object.
    #[inline]
    pub(crate) fn at(&self, id: I) -> T {
        self.cells.get(id.position()).copied().unwrap_or_default()
    }

    /// Sets the cell of `id`, if there is such an object.
    #[inline]
    pub(crate) fn set(&mut self, id: I, cell: T) {
        if let Some(place) = self.cells.get_mut(id.position()) {
            *place = cell;
        }
    }
}
