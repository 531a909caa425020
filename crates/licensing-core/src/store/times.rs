//! When rows changed last, with every list once.

use hashbrown::HashTable;

use super::interner::{Place, hash_of};
pub(crate) use licensing_columns::numbers::TimesId;
pub(crate) use licensing_columns::times::EachTime;
use licensing_columns::times::TimeLists;

/// The lists of those paths whose rows changed at different times, and where each stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times {
    lists: TimeLists,
    found: Found,
}

/// Where lists stand: of so many of them, since most are never looked for.
#[derive(Debug, Default)]
struct Found {
    places: HashTable<Place>,
    lists: usize,
}

/// Copies seldom look for one.
impl Clone for Found {
    fn clone(&self) -> Self {
        Found::default()
    }
}

/// Where they stand follows from the lists.
impl PartialEq for Times {
    fn eq(&self, other: &Self) -> bool {
        self.lists == other.lists
    }
}

impl Eq for Times {}

impl Times {
    /// All rows changed at `time`.
    pub(crate) fn same(time: u32) -> TimesId {
        TimesId::same(time)
    }

    /// The rows changed at these times.
    pub(crate) fn intern(&mut self, times: EachTime) -> TimesId {
        times.as_one().unwrap_or_else(|| {
            let newest = times.as_slice().iter().copied().max().unwrap_or_default();
            let quick = self.lists.is_quick(newest);
            TimesId::list(if quick { self.lists.put(newest, times) } else { self.find_or_push(times) })
        })
    }

    fn find_or_push(&mut self, times: EachTime) -> u32 {
        let found = &mut self.found;
        while let Some(list) = self.lists.get(found.lists) {
            found.enter(hash_of(list), found.lists as u32);
            found.lists = found.lists.saturating_add(1);
        }
        let hash = hash_of(&times);
        let is = |place: &Place| place.hash == hash && self.lists.get(place.at as usize) == Some(&times);
        match found.places.find(Place::spread(hash), is) {
            Some(place) => place.at,
            None => self.lists.push(times),
        }
    }

    /// One moment for all rows, or the number of a list.
    pub(crate) fn number(id: TimesId) -> Result<u32, u32> {
        id.number()
    }

    /// Every list, by number.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &[u32]> {
        self.lists.iter().map(EachTime::as_slice)
    }

    /// The list with this number.
    pub(crate) fn list(&self, number: u32) -> Option<&[u32]> {
        self.lists.get(number as usize).map(EachTime::as_slice)
    }

    /// The same, for many steps at once.
    pub(crate) fn all(&mut self) -> &mut TimeLists {
        &mut self.lists
    }

    /// When the row at position `at` changed.
    pub(crate) fn get(&self, id: TimesId, at: usize) -> u32 {
        self.lists.time(id, at)
    }
}

impl Found {
    fn enter(&mut self, hash: u32, at: u32) {
        self.places.insert_unique(Place::spread(hash), Place { hash, at }, |other| Place::spread(other.hash));
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    /// Lists of the present and of the past, in the order in which each was met first.
    #[test]
    fn each_list_is_kept_once_whatever_it_names() {
        let (mut times, mut plain, mut state) = (Times::default(), Vec::<Vec<u32>>::new(), 1_u32);
        for clock in 0..3_000_u32 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let second = if state >> 31 == 0 { clock / 2 } else { clock / 2 % 40 };
            let rows = if state >> 28 & 3 == 0 { 6 } else { 2 };
            let list: Vec<u32> = (0..rows).map(|at| if at == 0 { (state >> 20) % 8 } else { second }).collect();
            let copy = (state >> 24 & 15 == 0).then(|| times.clone());
            let id = times.intern(EachTime::of(list.iter().copied()));
            assert!((0..rows).all(|at| times.get(id, at) == list[at]));
            if list.iter().any(|time| *time != list[0]) {
                let known = plain.iter().position(|other| *other == list).unwrap_or_else(|| {
                    plain.push(list.clone());
                    plain.len() - 1
                });
                assert_eq!(Times::number(id), Err(known as u32));
            }
            if let Some(mut copy) = copy {
                copy.intern(EachTime::of(list.iter().copied()));
                assert_eq!(copy, times);
            }
        }
        assert!(times.lists().eq(plain.iter().map(Vec::as_slice)));
    }
}
