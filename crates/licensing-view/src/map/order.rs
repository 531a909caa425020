//! The order of the items within each column, so that few lines cross: the barycentre method of Sugiyama, Tagawa and
//! Toda (1981). An item goes to where the items that it is joined to stand on average; columns take turns.

use super::facts::in_order;

/// Items of three columns, and the lines between neighboring columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Layers {
    /// The items of each column, from top to bottom. An item is a number below `tiers.len()`.
    pub(super) columns: [Vec<usize>; 3],
    /// Lines from the first column to the second, and from the second to the third.
    pub(super) lines: [Vec<(usize, usize)>; 2],
    /// For each item its tier: those of a higher one stay below the others of their column.
    pub(super) tiers: Vec<u8>,
}

/// Times that the columns are gone through; more than a few change nothing.
const SWEEPS: usize = 8;
/// The height of a column when places of columns of different length are compared.
const HEIGHT: u64 = 1 << 24;

impl Layers {
    /// Reorders the columns. The same layers always come to the same order.
    pub(super) fn untangle(&mut self) {
        let mut best = self.columns.clone();
        let mut fewest = self.crossings();
        for _ in 0..SWEEPS {
            for (column, side) in [(1, 0), (2, 1), (1, 1), (0, 0), (1, 0), (2, 1)] {
                self.sort(column, side);
            }
            let crossings = self.crossings();
            if crossings < fewest {
                fewest = crossings;
                best.clone_from(&self.columns);
            }
        }
        self.columns = best;
    }

    /// How many pairs of lines cross.
    pub(super) fn crossings(&self) -> usize {
        let places = self.places();
        let place = |item: usize| places.get(item).copied().unwrap_or_default();
        let mut crossings = 0;
        for lines in &self.lines {
            let order = in_order(lines.iter().map(|(from, to)| [place(*from), place(*to), 0, 0]));
            // A line crosses those before it that end below it.
            let mut ends: Vec<u64> = Vec::with_capacity(lines.len());
            for end in order.into_iter().filter_map(|at| lines.get(at)).map(|(_, to)| place(*to)) {
                let at = ends.partition_point(|other| *other <= end);
                crossings += ends.len() - at;
                ends.insert(at, end);
            }
        }
        crossings
    }

    /// Sorts one column by what its items are joined to by the lines `side`; others stay about where they are.
    fn sort(&mut self, column: usize, side: usize) {
        let places = self.places();
        let place = |item: usize| places.get(item).copied().unwrap_or_default();
        let mut means: Vec<(u64, u64)> = vec![(0, 0); places.len()];
        for (from, to) in self.lines.get(side).into_iter().flatten() {
            let (own, other) = if column == side { (*from, *to) } else { (*to, *from) };
            if let Some((sum, count)) = means.get_mut(own) {
                *sum += place(other);
                *count += 1;
            }
        }
        let key = |item: &usize| {
            let item = *item;
            let tier = self.tiers.get(item).copied().unwrap_or_default();
            let mean = means.get(item).and_then(|(sum, count)| sum.checked_div(*count));
            [u64::from(tier), mean.unwrap_or_else(|| place(item)), 0, 0]
        };
        let Some(items) = self.columns.get(column) else { return };
        let sorted = in_order(items.iter().map(key)).into_iter().filter_map(|at| items.get(at).copied()).collect();
        if let Some(items) = self.columns.get_mut(column) {
            *items = sorted;
        }
    }

    /// Where each item stands within the height of its column.
    fn places(&self) -> Vec<u64> {
        let mut places = vec![0; self.tiers.len()];
        for items in &self.columns {
            let length = items.len() as u64;
            for (item, at) in items.iter().zip(0..) {
                if let Some(place) = places.get_mut(*item) {
                    *place = (2 * at + 1) * HEIGHT / (2 * length);
                }
            }
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(sizes: [usize; 3], lines: [Vec<(usize, usize)>; 2]) -> Layers {
        let [a, b, c] = sizes;
        let columns = [(0..a).collect(), (a..a + b).collect(), (a + b..a + b + c).collect()];
        Layers { columns, lines, tiers: vec![0; a + b + c] }
    }

    #[test]
    fn lines_that_need_not_cross_do_not() {
        let mut crossed = layers([3, 3, 3], [vec![(0, 5), (1, 4), (2, 3)], vec![(3, 6), (4, 7), (5, 8)]]);
        assert_eq!(crossed.crossings(), 3);
        crossed.untangle();
        assert_eq!(crossed.crossings(), 0);
    }

    #[test]
    fn it_is_never_worse_than_before_and_always_the_same() {
        let mut random = 1_u64;
        let mut below = |most: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (random >> 33) as usize % most
        };
        for _ in 0..50 {
            let lines = [
                (0..30).map(|_| (below(20), 20 + below(8))).collect(),
                (0..20).map(|_| (20 + below(8), 28 + below(6))).collect(),
            ];
            let before = layers([20, 8, 6], lines);
            let (mut one, mut other) = (before.clone(), before.clone());
            one.untangle();
            other.untangle();
            assert!(one.crossings() <= before.crossings());
            assert_eq!(one.columns, other.columns);
        }
    }

    #[test]
    fn the_rest_stays_at_the_foot() {
        let mut layers = layers([3, 2, 1], [vec![(0, 4), (1, 4), (2, 3)], vec![(3, 5), (4, 5)]]);
        if let Some(tier) = layers.tiers.get_mut(2) {
            *tier = 1;
        }
        layers.untangle();
        assert_eq!(layers.columns[0].last(), Some(&2));
    }

    #[test]
    fn columns_may_be_empty() {
        let mut layers = layers([0, 2, 0], [vec![], vec![]]);
        layers.untangle();
        assert_eq!((layers.columns[1].as_slice(), layers.crossings()), ([0, 1].as_slice(), 0));
    }
}
