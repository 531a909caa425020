//! Ids of rows, as many as a tenant has: those that are selected.

/// A set of ids: a bit for each, since they are places in columns.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    bits: Vec<u64>,
    len: usize,
}

/// The word and the bit of an id; none for one that stands for no row.
fn place(id: u32) -> Option<(usize, u64)> {
    (id != u32::MAX).then(|| (id as usize / 64, 1 << (id % 64)))
}

impl Ids {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether `id` is among them.
    pub fn contains(&self, id: u32) -> bool {
        place(id).is_some_and(|(word, bit)| self.bits.get(word).is_some_and(|word| word & bit != 0))
    }

    /// Adds `id`.
    pub fn insert(&mut self, id: u32) {
        let Some((word, bit)) = place(id) else { return };
        if self.bits.len() <= word {
            self.bits.resize(word + 1, 0);
        }
        if let Some(word) = self.bits.get_mut(word) {
            self.len += usize::from(*word & bit == 0);
            *word |= bit;
        }
    }

    /// Takes `id` away. Answers whether it was there.
    pub fn remove(&mut self, id: u32) -> bool {
        let is_there = self.contains(id);
        if let Some((word, bit)) = place(id).filter(|_| is_there)
            && let Some(word) = self.bits.get_mut(word)
        {
            *word &= !bit;
            self.len -= 1;
        }
        is_there
    }

    /// Each of them, rising.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.bits).flat_map(|(at, word)| {
            let (first, mut rest): (u32, u64) = (at * 64, *word);
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.wrapping_sub(1);
                (bit < 64).then_some(first + bit)
            })
        })
    }

    /// Takes away what is not among `others`. Answers whether there was any.
    pub fn keep_those_of(&mut self, others: &Ids) -> bool {
        let before = self.len;
        for (at, word) in self.bits.iter_mut().enumerate() {
            *word &= others.bits.get(at).copied().unwrap_or_default();
        }
        self.len = self.bits.iter().map(|word| word.count_ones() as usize).sum();
        self.len < before
    }
}

impl Extend<u32> for Ids {
    fn extend<I: IntoIterator<Item = u32>>(&mut self, ids: I) {
        ids.into_iter().for_each(|id| self.insert(id));
    }
}

impl FromIterator<u32> for Ids {
    fn from_iter<I: IntoIterator<Item = u32>>(ids: I) -> Ids {
        let mut all = Ids::default();
        all.extend(ids);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_a_set_in_rising_order() {
        let (mut ids, mut set, mut drawn) = (Ids::default(), BTreeSet::new(), 1_u32);
        for turn in 0..5_000 {
            drawn = drawn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let id = drawn >> 22;
            if turn % 3 == 2 {
                assert_eq!(ids.remove(id), set.remove(&id));
            } else {
                ids.insert(id);
                set.insert(id);
            }
            assert_eq!((ids.len(), ids.is_empty(), ids.contains(id)), (set.len(), set.is_empty(), set.contains(&id)));
        }
        assert_eq!(ids.iter().collect::<Vec<_>>(), set.iter().copied().collect::<Vec<_>>());
        let some: Ids = (0..512).collect();
        assert!(ids.keep_those_of(&some) && !ids.keep_those_of(&some));
        set.retain(|id| *id < 512);
        assert_eq!((ids.len(), ids.iter().collect::<BTreeSet<_>>()), (set.len(), set));
        assert!(ids.keep_those_of(&Ids::default()) && ids.is_empty());
    }

    #[test]
    fn what_stands_for_no_row_is_no_id() {
        let mut ids: Ids = [u32::MAX, 3].into_iter().collect();
        assert_eq!((ids.len(), ids.contains(u32::MAX), ids.remove(u32::MAX)), (1, false, false));
    }
}
