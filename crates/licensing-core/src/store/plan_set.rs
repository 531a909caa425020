//! Sets of service plans as bit sets over catalogue positions.

use licensing_model::PlanId;

const WORDS: usize = 16;

/// A set of service plans. The catalogue holds fewer than [`PlanSet::CAPACITY`] plans; an id past that is never in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) struct PlanSet([u64; WORDS]);

impl PlanSet {
    /// How many plans a set can tell apart.
    pub(crate) const CAPACITY: usize = WORDS * 64;

    /// The set without plans.
    pub(crate) const EMPTY: PlanSet = PlanSet([0; WORDS]);

    /// Adds `plan`.
    pub(crate) fn insert(&mut self, plan: PlanId) {
        if let Some(word) = self.0.get_mut(plan.index() / 64) {
            *word |= 1 << (plan.index() % 64);
        }
    }

    /// Whether `plan` is in.
    pub(crate) fn contains(&self, plan: PlanId) -> bool {
        self.0.get(plan.index() / 64).is_some_and(|word| word >> (plan.index() % 64) & 1 == 1)
    }

    /// Whether nothing is in.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().fold(0, |all, word| all | word) == 0
    }

    /// Whether the sets share a plan.
    pub(crate) fn intersects(&self, other: &PlanSet) -> bool {
        self.0.iter().zip(&other.0).fold(0, |all, (a, b)| all | (a & b)) != 0
    }

    /// Adds all plans of `other`.
    pub(crate) fn add_all(&mut self, other: &PlanSet) {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a |= b;
        }
    }

    /// The plans of this set that are not in `other`.
    pub(crate) fn without(&self, other: &PlanSet) -> PlanSet {
        let mut rest = *self;
        for (a, b) in rest.0.iter_mut().zip(&other.0) {
            *a &= !b;
        }
        rest
    }

    /// The plans in both sets.
    pub(crate) fn shared(&self, other: &PlanSet) -> PlanSet {
        let mut both = *self;
        for (a, b) in both.0.iter_mut().zip(&other.0) {
            *a &= b;
        }
        both
    }

    /// The plans, by position.
    pub(crate) fn iter(&self) -> impl Iterator<Item = PlanId> + use<> {
        self.0.into_iter().enumerate().flat_map(|(at, word)| {
            let mut rest = word;
            core::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros() as usize;
                rest &= rest.wrapping_sub(1);
                Some(PlanId::at(at.saturating_mul(64).saturating_add(bit)))
            })
        })
    }
}

impl FromIterator<PlanId> for PlanSet {
    fn from_iter<I: IntoIterator<Item = PlanId>>(plans: I) -> Self {
        let mut set = PlanSet::EMPTY;
        for plan in plans {
            set.insert(plan);
        }
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
