//! One attribute of every object of a kind, by dense id.

use core::marker::PhantomData;

use licensing_model::{GroupId, PlanId, ProductId, UserId};

use super::paged::Paged;

/// A dense id: a position in columns.
pub trait Dense: Copy {
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
pub struct Column<I, T, const PAGE: usize = 4096> {
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
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Makes room for `more` objects.
    pub fn reserve(&mut self, more: usize) {
        self.cells.reserve(more);
    }

    /// Adds the next object.
    pub fn push(&mut self, cell: T) {
        self.cells.push(cell);
    }

    /// The cell of `id`, if there is such an object.
    #[inline]
    pub fn get(&self, id: I) -> Option<&T> {
        self.cells.get(id.position())
    }

    /// The same without a call, as [`Paged::read`].
    #[inline(always)]
    pub fn read(&self, id: I) -> Option<&T> {
        self.cells.read(id.position())
    }

    /// Cells that lie together, as [`Paged::block`].
    #[inline(always)]
    pub fn block<const BLOCK: usize>(&self, number: usize) -> &[T] {
        self.cells.block::<BLOCK>(number)
    }

    /// Cells that lie together, to change, as [`Paged::block_mut`].
    #[inline(always)]
    pub fn block_mut<const BLOCK: usize>(&mut self, number: usize) -> &mut [T] {
        self.cells.block_mut::<BLOCK>(number)
    }

    /// The cell of `id`, to change.
    #[inline]
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.cells.get_mut(id.position())
    }

    /// Every cell with its id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.cells.iter().enumerate().map(|(at, cell)| (I::at_position(at), cell))
    }

    /// Every id.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T, PAGE> {
        (0..self.cells.len()).map(I::at_position)
    }
}

impl<I: Dense, T: Copy + Default, const PAGE: usize> Column<I, T, PAGE> {
    /// The cell of `id`; the default where there is no such object.
    #[inline]
    pub fn at(&self, id: I) -> T {
        self.cells.get(id.position()).copied().unwrap_or_default()
    }

    /// Sets the cell of `id`, if there is such an object.
    #[inline]
    pub fn set(&mut self, id: I, cell: T) {
        if let Some(place) = self.cells.get_mut(id.position()) {
            *place = cell;
        }
    }
}
