//! Values that are stored once and named by a number.

use alloc::vec::Vec;
use core::hash::{BuildHasher, Hash};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::paged::Paged;

/// Keeps each distinct value once. Numbers are given in the order of first appearance, so that the same commands give
/// the same numbers on every platform.
#[derive(Clone, Debug)]
pub(crate) struct Interner<T> {
    values: Paged<T, 64>,
    places: HashTable<u32>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Interner { values: Paged::default(), places: HashTable::default() }
    }
}

/// The table of places follows from the values.
impl<T: PartialEq> PartialEq for Interner<T> {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

impl<T: Eq> Eq for Interner<T> {}

impl<T: Clone + Eq + Hash> Interner<T> {
    /// The number of `value`, which is stored if it is new.
    pub(crate) fn intern(&mut self, value: T) -> u32 {
        let hash = FxBuildHasher.hash_one(&value);
        if let Some(found) = self.places.find(hash, |&at| self.values.get(at as usize) == Some(&value)) {
            return *found;
        }
        let at = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.values.push(value);
        let values = &self.values;
        self.places.insert_unique(hash, at, |&other| {
            values.get(other as usize).map_or(0, |value| FxBuildHasher.hash_one(value))
        });
        at
    }
}

impl<T: Clone + Eq + Hash> Interner<T> {
    /// Takes the newest values back until `length` are left.
    pub(crate) fn truncate(&mut self, length: usize) {
        for (value, at) in self.values.iter().zip(0u32..).skip(length) {
            if let Ok(place) = self.places.find_entry(FxBuildHasher.hash_one(value), |&other| other == at) {
                place.remove();
            }
        }
        self.values.truncate(length);
    }
}

impl<T> Interner<T> {
    /// The value with number `at`.
    pub(crate) fn get(&self, at: u32) -> Option<&T> {
        self.values.get(at as usize)
    }

    /// Every value, by number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.values.iter()
    }

    /// The values, by number.
    pub(crate) fn into_values(self) -> Vec<T>
    where
        T: Clone,
    {
        self.values.iter().cloned().collect()
    }

    /// How many distinct values there are.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }
}
