//! Sets of service plans and of products as bit sets over catalog positions.

use core::marker::PhantomData;

use licensing_model::{Catalog, PlanId, ProductId};

use licensing_columns::column::Dense;

const WORDS: usize = Catalog::MOST_POSITIONS / 64;

/// A set of positions. The catalog holds fewer than [`IdSet::CAPACITY`] of each kind; an id past that is never in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct IdSet<I>([u64; WORDS], PhantomData<I>);

/// A set of service plans.
pub(crate) type PlanSet = IdSet<PlanId>;
/// A set of products.
pub(crate) type ProductSet = IdSet<ProductId>;

impl<I> Default for IdSet<I> {
    fn default() -> Self {
        IdSet([0; WORDS], PhantomData)
    }
}

impl PlanSet {
    /// The set without plans.
    pub(crate) const EMPTY: PlanSet = IdSet([0; WORDS], PhantomData);
}

impl<I: Dense> IdSet<I> {
    /// How many ids a set can tell apart.
    pub(crate) const CAPACITY: usize = WORDS * 64;

    /// Adds `id`.
    pub(crate) fn insert(&mut self, id: I) {
        if let Some(word) = self.0.get_mut(id.position() / 64) {
            *word |= 1 << (id.position() % 64);
        }
    }

    /// Takes `id` out.
    pub(crate) fn remove(&mut self, id: I) {
        if let Some(word) = self.0.get_mut(id.position() / 64) {
            *word &= !(1 << (id.position() % 64));
        }
    }

    /// Whether `id` is in.
    pub(crate) fn contains(&self, id: I) -> bool {
        self.0.get(id.position() / 64).is_some_and(|word| word >> (id.position() % 64) & 1 == 1)
    }

    /// Whether nothing is in.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().fold(0, |all, word| all | word) == 0
    }

    /// How many ids are in.
    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether the sets share an id.
    pub(crate) fn intersects(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |all, (a, b)| all | (a & b)) != 0
    }

    /// Adds all of `other`.
    pub(crate) fn add_all(&mut self, other: &Self) {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a |= b;
        }
    }

    /// Those of this set that are not in `other`.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let mut rest = *self;
        for (a, b) in rest.0.iter_mut().zip(&other.0) {
            *a &= !b;
        }
        rest
    }

    /// Those in both sets.
    pub(crate) fn shared(&self, other: &Self) -> Self {
        let mut both = *self;
        for (a, b) in both.0.iter_mut().zip(&other.0) {
            *a &= b;
        }
        both
    }

    /// The ids, by position.
    pub(crate) fn iter(&self) -> impl Iterator<Item = I> + use<I> {
        self.0.into_iter().enumerate().flat_map(|(at, word)| {
            let mut rest = word;
            core::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros() as usize;
                rest &= rest.wrapping_sub(1);
                Some(I::at_position(at.saturating_mul(64).saturating_add(bit)))
            })
        })
    }
}

impl<I: Dense> FromIterator<I> for IdSet<I> {
    fn from_iter<T: IntoIterator<Item = I>>(ids: T) -> Self {
        let mut set = IdSet::default();
        ids.into_iter().for_each(|id| set.insert(id));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn gives_back_what_was_put_in_and_ignores_what_cannot_be_in() {
        let plans = [0, 63, 64, 797, 1023].map(PlanId::at);
        let set: PlanSet = plans.into_iter().chain([PlanId::at(PlanSet::CAPACITY)]).collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), plans);
        assert!(!set.contains(PlanId::at(PlanSet::CAPACITY)));
        assert!(set.without(&set).is_empty());
    }
}
