//! Many short lists in a few blocks of memory: a list for each user without an allocation for each user.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::paged::{Paged, own, own_here};

/// Where a list lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Head {
    /// Where the list begins: its page, and the place on it.
    start: u32,
    /// How many items it has.
    pub length: u16,
    /// Which of [`SIZES`] the list has room for.
    class: u8,
}

/// Lists by position. A list that outgrows its block moves to a larger one; the old block is used again.
///
/// Blocks lie on pages, so that growing never copies what is there. Copies share all pages but the last; a page is copied
/// when one of them writes to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPool<T> {
    heads: Lists,
    full: Vec<Arc<[T]>>,
    last: Vec<T>,
    free: [Vec<u32>; SIZES.len()],
}

/// Where each of the lists lies.
pub type Lists = Paged<Head, 2048>;

/// What lists hold.
#[derive(Debug)]
pub struct Blocks<'a, T> {
    full: &'a mut [Arc<[T]>],
    last: &'a mut [T],
}

impl<T: Clone> Blocks<'_, T> {
    /// The items of a list.
    #[inline(always)]
    pub fn get(&self, head: Head) -> &[T] {
        let start = head.start as usize;
        let page = self.full.get(start / PAGE).map_or(&*self.last, |page| page);
        page.get(start % PAGE..).and_then(|rest| rest.get(..usize::from(head.length))).unwrap_or_default()
    }

    /// The items of a list, to change.
    #[inline(always)]
    pub fn get_mut(&mut self, head: Head) -> &mut [T] {
        let start = head.start as usize;
        let page = match self.full.get_mut(start / PAGE) {
            Some(page) => own_here(page),
            None => &mut *self.last,
        };
        page.get_mut(start % PAGE..).and_then(|rest| rest.get_mut(..usize::from(head.length))).unwrap_or_default()
    }
}

/// The sizes of blocks: small steps where most lists are, since a quarter of a block lies idle on average.
const SIZES: [u16; 24] =
    [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024, 2048, 4096, 8192];
/// How many items a page has room for; a larger block has a page of its own.
const PAGE: usize = 1024;

impl<T> Default for ListPool<T> {
    fn default() -> Self {
        ListPool { heads: Paged::default(), full: Vec::new(), last: Vec::new(), free: Default::default() }
    }
}

impl<T: Copy + Default> ListPool<T> {
    /// The longest that a list can be.
    pub const LONGEST: usize = 8192;

    /// Makes room for `lists` more lists.
    pub fn reserve(&mut self, lists: usize) {
        self.heads.reserve(lists);
    }

    /// Adds an empty list at the next position.
    pub fn push_list(&mut self) {
        self.heads.push(Head::default());
    }

    /// How many items the list at `at` has.
    pub fn length(&self, at: usize) -> usize {
        self.heads.get(at).map_or(0, |head| usize::from(head.length))
    }

    /// The items of the list at `at`.
    pub fn get(&self, at: usize) -> &[T] {
        self.read(at)
    }

    /// The same without a call, as [`Paged::read`].
    #[inline(always)]
    pub fn read(&self, at: usize) -> &[T] {
        let Some(head) = self.heads.read(at) else { return &[] };
        self.block(head.start, usize::from(head.length))
    }

    /// The items of the list at `at`, to change, without a call.
    #[inline(always)]
    pub fn write(&mut self, at: usize) -> &mut [T] {
        let Some(head) = self.heads.read(at).copied() else { return &mut [] };
        self.block_mut(head.start, usize::from(head.length))
    }

    /// The items of the list at `at`, to change.
    pub fn get_mut(&mut self, at: usize) -> &mut [T] {
        self.write(at)
    }

    /// Where the lists lie, and what lies there.
    pub fn parts(&mut self) -> (&Lists, Blocks<'_, T>) {
        (&self.heads, Blocks { full: &mut self.full, last: &mut self.last })
    }

    /// Puts `item` at position `place` of the list at `at`; later items move back by one.
    pub fn insert(&mut self, at: usize, place: usize, item: T) {
        let Some(&head) = self.heads.get(at) else { return };
        let length = usize::from(head.length);
        if length >= Self::LONGEST || place > length {
            return;
        }
        let head = if length == 0 || length == size(head.class) { self.grow(head) } else { head };
        let list = self.block_mut(head.start, length.saturating_add(1));
        if let Some(behind) = list.get_mut(place..) {
            behind.rotate_right(1);
        }
        if let Some(slot) = list.get_mut(place) {
            *slot = item;
        }
        if let Some(kept) = self.heads.get_mut(at) {
            *kept = Head { length: head.length.saturating_add(1), ..head };
        }
    }

    /// Puts all items into the list at `at`, which is empty: at once they take a block of their size, and one by one the
    /// list would move again and again.
    pub fn fill(&mut self, at: usize, items: &[T]) {
        let length = items.len().min(Self::LONGEST);
        let fitting = SIZES.iter().position(|size| usize::from(*size) >= length);
        let (Some(items), Some(class)) = (items.get(..length).filter(|items| !items.is_empty()), fitting) else {
            return;
        };
        let class = class as u8;
        let head = Head { start: self.take_block(class), length: length as u16, class };
        self.block_mut(head.start, length).copy_from_slice(items);
        if let Some(kept) = self.heads.get_mut(at) {
            *kept = head;
        }
    }

    /// Adds `item` to the end of the list at `at`.
    pub fn push(&mut self, at: usize, item: T) {
        self.insert(at, self.get(at).len(), item);
    }

    /// Takes the item at position `place` out of the list at `at`.
    pub fn remove(&mut self, at: usize, place: usize) {
        let Some(behind) = self.get_mut(at).get_mut(place..).filter(|behind| !behind.is_empty()) else { return };
        behind.rotate_left(1);
        if let Some(last) = behind.last_mut() {
            *last = T::default();
        }
        let Some(head) = self.heads.get_mut(at) else { return };
        head.length = head.length.saturating_sub(1);
        if head.length == 0 {
            let emptied = core::mem::take(head);
            self.set_free(emptied);
        }
    }

    /// A block for the next item of a list: its first, or a larger one with the items moved over.
    fn grow(&mut self, head: Head) -> Head {
        let length = usize::from(head.length);
        let class = if length == 0 { 0 } else { head.class.saturating_add(1) };
        let start = self.take_block(class);
        // Many at once, since each page is asked for.
        let (mut room, mut moved) = ([T::default(); 16], 0);
        while moved < length {
            let count = length.saturating_sub(moved).min(room.len());
            let from = self.block(head.start, length).get(moved..).and_then(|items| items.get(..count));
            let (Some(from), Some(room)) = (from, room.get_mut(..count)) else { break };
            room.copy_from_slice(from);
            if let Some(to) = self.block_mut(start, length).get_mut(moved..).and_then(|items| items.get_mut(..count)) {
                to.copy_from_slice(room);
            }
            moved = moved.saturating_add(count);
        }
        if length > 0 {
            self.block_mut(head.start, length).fill(T::default());
            self.set_free(head);
        }
        Head { start, class, ..head }
    }

    /// A block of a class: one that is free, or a new one.
    fn take_block(&mut self, class: u8) -> u32 {
        let free = self.free.get_mut(usize::from(class)).and_then(Vec::pop);
        free.unwrap_or_else(|| self.new_block(size(class)))
    }

    fn new_block(&mut self, size: usize) -> u32 {
        if !self.last.is_empty() && self.last.len().saturating_add(size) > PAGE {
            self.full.push(Arc::from(self.last.as_slice()));
            self.last.clear();
        }
        let start = self.full.len().saturating_mul(PAGE).saturating_add(self.last.len());
        self.last.resize(self.last.len().saturating_add(size), T::default());
        u32::try_from(start).unwrap_or(u32::MAX)
    }

    fn set_free(&mut self, head: Head) {
        if let Some(free) = self.free.get_mut(usize::from(head.class)) {
            free.push(head.start);
        }
    }

    #[inline(always)]
    fn block(&self, start: u32, length: usize) -> &[T] {
        let start = start as usize;
        let page = self.full.get(start / PAGE).map_or(self.last.as_slice(), |page| page);
        page.get(start % PAGE..).and_then(|rest| rest.get(..length)).unwrap_or_default()
    }

    #[inline]
    fn block_mut(&mut self, start: u32, length: usize) -> &mut [T] {
        let start = start as usize;
        let page = match self.full.get_mut(start / PAGE) {
            Some(page) => own(page),
            None => &mut self.last,
        };
        page.get_mut(start % PAGE..).and_then(|rest| rest.get_mut(..length)).unwrap_or_default()
    }
}

fn size(class: u8) -> usize {
    SIZES.get(usize::from(class)).map_or(0, |size| usize::from(*size))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn behaves_as_a_vector_of_vectors() {
        let mut pool = ListPool::<u32>::default();
        let mut plain = vec![vec![]; 7];
        (0..7).for_each(|_| pool.push_list());
        let mut state = 1u32;
        for round in 0..5_000u32 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let list = (state >> 8) as usize % 7;
            let place = (state >> 16) as usize % (plain[list].len() + 1);
            if state >> 30 == 0 && place < plain[list].len() {
                plain[list].remove(place);
                pool.remove(list, place);
            } else if plain[list].len() < 40 {
                plain[list].insert(place, round);
                pool.insert(list, place, round);
            } else {
                while !plain[list].is_empty() {
                    plain[list].pop();
                    pool.remove(list, plain[list].len());
                }
            }
            for (at, expected) in plain.iter().enumerate() {
                assert_eq!(pool.get(at), expected.as_slice());
            }
        }
        assert!(pool.full.is_empty(), "blocks are used again");
    }

    #[test]
    fn a_list_that_is_filled_at_once_grows_as_any_other() {
        let mut pool = ListPool::<u32>::default();
        for length in [0, 1, 3, 7, 40, 8192, 9000] {
            let at = pool.heads.len();
            pool.push_list();
            let items: Vec<u32> = (0..length).collect();
            pool.fill(at, &items);
            let kept = items.len().min(ListPool::<u32>::LONGEST);
            assert_eq!(pool.get(at), &items[..kept]);
            pool.push(at, 77);
            let more = pool.get(at).get(kept..).unwrap();
            assert_eq!((pool.get(at).get(..kept), more), (Some(&items[..kept]), &[77][..usize::from(length < 8192)]));
        }
        assert_eq!(pool.get(2), [0, 1, 2, 77]);
    }

    #[test]
    fn a_list_grows_to_its_limit_and_no_further() {
        let mut pool = ListPool::<u32>::default();
        pool.push_list();
        for item in 0..ListPool::<u32>::LONGEST as u32 + 5 {
            pool.push(0, item);
        }
        assert_eq!(pool.get(0).len(), ListPool::<u32>::LONGEST);
        assert!(pool.get(0).iter().zip(0..).all(|(item, at)| *item == at));
    }
}
