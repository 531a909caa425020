//! Values that are stored once and named by a number.

use alloc::vec::Vec;
use core::borrow::Borrow;
use core::hash::{BuildHasher, Hash};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use licensing_columns::paged::Paged;

/// Keeps each distinct value once. Numbers are given in the order of first appearance, so that the same commands give
/// the same numbers on every platform.
#[derive(Clone, Debug)]
pub struct Interner<T> {
    values: Paged<T, 64>,
    places: HashTable<Place>,
}

/// Where a value stands. Its hash stands beside, so that a table that grows need not look at the values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) hash: u32,
    pub(super) at: u32,
}

impl Place {
    /// A table takes some bits from the upper end and some from the lower.
    pub(super) fn spread(hash: u32) -> u64 {
        u64::from(hash) << 32 | u64::from(hash)
    }
}

pub(super) fn hash_of<T: Hash + ?Sized>(value: &T) -> u32 {
    FxBuildHasher.hash_one(value) as u32
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
    /// With the empty value as number 0.
    pub fn with_empty() -> Interner<T>
    where
        T: Default,
    {
        let mut interner = Interner::default();
        interner.intern(T::default());
        interner
    }

    /// Makes room for so many values, so that the table of places need not grow.
    pub(crate) fn reserve(&mut self, count: usize) {
        self.places.reserve(count, |place| Place::spread(place.hash));
    }

    /// The number of `value`, which is stored if it is new.
    pub fn intern(&mut self, value: T) -> u32 {
        let hash = hash_of(&value);
        match self.find(hash, &value) {
            Some(found) => found,
            None => self.store(hash, value),
        }
    }

    /// Gives `value` the next number whether or not it has one; it keeps being found by its first.
    pub fn push(&mut self, value: T) {
        let hash = hash_of(&value);
        match self.find(hash, &value) {
            Some(_) => self.values.push(value),
            None => _ = self.store(hash, value),
        }
    }

    /// The number of `value`, if it has one.
    pub fn number<Q: Eq + Hash + ?Sized>(&self, value: &Q) -> Option<u32>
    where
        T: Borrow<Q>,
    {
        self.find(hash_of(value), value)
    }

    fn find<Q: Eq + ?Sized>(&self, hash: u32, value: &Q) -> Option<u32>
    where
        T: Borrow<Q>,
    {
        let is = |at: u32| self.values.get(at as usize).is_some_and(|own| own.borrow() == value);
        self.places.find(Place::spread(hash), |place| place.hash == hash && is(place.at)).map(|place| place.at)
    }

    fn store(&mut self, hash: u32, value: T) -> u32 {
        let at = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.values.push(value);
        self.places.insert_unique(Place::spread(hash), Place { hash, at }, |other| Place::spread(other.hash));
        at
    }
}

impl<T: Clone + Eq + Hash> Interner<T> {
    /// Takes the newest values back until `length` are left.
    pub(crate) fn truncate(&mut self, length: usize) {
        for (value, at) in self.values.iter().zip(0u32..).skip(length) {
            let place = self.places.find_entry(Place::spread(hash_of(value)), |other| other.at == at);
            if let Ok(place) = place {
                place.remove();
            }
        }
        self.values.truncate(length);
    }
}

impl<T> Interner<T> {
    /// The value with number `at`.
    pub fn get(&self, at: u32) -> Option<&T> {
        self.values.get(at as usize)
    }

    /// Every value, by number.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.values.iter()
    }

    /// The values, by number.
    pub fn into_values(self) -> Vec<T>
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
