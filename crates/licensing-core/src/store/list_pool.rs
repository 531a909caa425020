//! Many short lists in one block of memory: a list for each user without an allocation for each user.

use alloc::vec::Vec;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Head {
    start: u32,
    length: u16,
    /// The capacity is `1 << class`; a list without items has none.
    class: u8,
}

/// Lists by position. A list that outgrows its block moves to one of twice the size; the old block is used again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListPool<T> {
    heads: Vec<Head>,
    items: Vec<T>,
    free: [Vec<u32>; CLASSES],
}

const CLASSES: usize = 16;

impl<T> Default for ListPool<T> {
    fn default() -> Self {
        ListPool { heads: Vec::new(), items: Vec::new(), free: Default::default() }
    }
}

impl<T: Copy + Default> ListPool<T> {
    /// The longest that a list can be.
    pub(crate) const LONGEST: usize = 1 << (CLASSES - 1);

    /// Makes room for `lists` more lists with `items` items in all.
    pub(crate) fn reserve(&mut self, lists: usize, items: usize) {
        self.heads.reserve_exact(lists);
        self.items.reserve_exact(items);
    }

    /// Adds an empty list at the next position.
    pub(crate) fn push_list(&mut self) {
        self.heads.push(Head::default());
    }

    /// The items of the list at `at`.
    pub(crate) fn get(&self, at: usize) -> &[T] {
        let Some(head) = self.heads.get(at) else { return &[] };
        let start = head.start as usize;
        self.items.get(start..start.saturating_add(usize::from(head.length))).unwrap_or_default()
    }

    /// The items of the list at `at`, to change.
    pub(crate) fn get_mut(&mut self, at: usize) -> &mut [T] {
        let Some(head) = self.heads.get(at) else { return &mut [] };
        let start = head.start as usize;
        self.items.get_mut(start..start.saturating_add(usize::from(head.length))).unwrap_or_default()
    }

    /// Puts `item` at position `place` of the list at `at`; later items move back by one.
    pub(crate) fn insert(&mut self, at: usize, place: usize, item: T) {
        let Some(&head) = self.heads.get(at) else { return };
        let length = usize::from(head.length);
        if length >= Self::LONGEST || place > length {
            return;
        }
        let head = if length == 0 || length == 1 << head.class { self.grow(head) } else { head };
        let start = head.start as usize;
        let end = start.saturating_add(length).saturating_add(1);
        if let Some(list) = self.items.get_mut(start..end) {
            list.copy_within(place..length, place.saturating_add(1));
            if let Some(slot) = list.get_mut(place) {
                *slot = item;
            }
        }
        if let Some(kept) = self.heads.get_mut(at) {
            *kept = Head { length: head.length.saturating_add(1), ..head };
        }
    }

    /// Adds `item` to the end of the list at `at`.
    pub(crate) fn push(&mut self, at: usize, item: T) {
        self.insert(at, self.get(at).len(), item);
    }

    /// Takes the item at position `place` out of the list at `at`.
    pub(crate) fn remove(&mut self, at: usize, place: usize) {
        let list = self.get_mut(at);
        if place >= list.len() {
            return;
        }
        list.copy_within(place.saturating_add(1).., place);
        if let Some(last) = list.last_mut() {
            *last = T::default();
        }
        if let Some(head) = self.heads.get_mut(at) {
            head.length = head.length.saturating_sub(1);
            if head.length == 0
                && let Some(free) = self.free.get_mut(usize::from(head.class))
            {
                free.push(head.start);
                *head = Head::default();
            }
        }
    }

    /// A block for the next item of a list: its first, or one of twice the size with the items moved over.
    fn grow(&mut self, head: Head) -> Head {
        let length = usize::from(head.length);
        let class = if length == 0 { 0 } else { head.class.saturating_add(1) };
        let reused = self.free.get_mut(usize::from(class)).and_then(Vec::pop);
        let start = reused.unwrap_or_else(|| {
            let start = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
            self.items.resize(self.items.len().saturating_add(1 << class), T::default());
            start
        });
        let from = head.start as usize;
        if length > 0 {
            self.items.copy_within(from..from.saturating_add(length), start as usize);
            if let Some(old) = self.items.get_mut(from..from.saturating_add(length)) {
                old.fill(T::default());
            }
            if let Some(free) = self.free.get_mut(usize::from(head.class)) {
                free.push(head.start);
            }
        }
        Head { start, class, ..head }
    }
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
        assert!(pool.items.len() < 7 * 128, "blocks are used again");
    }
}
