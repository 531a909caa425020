//! Numbers that look random and are the same everywhere, without floating point.

/// Xorshift with 64 bits.
pub(crate) struct Random(u64);

impl Random {
    /// A sequence of its own for every `seed`.
    pub(crate) fn new(seed: u64) -> Random {
        // One round of splitmix64, so that neighboring seeds give unrelated sequences; zero would stay zero.
        let mixed = (seed.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ (seed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        Random((mixed ^ (mixed >> 31)).max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `end`; 0 where `end` is.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.next()) * end as u128;
        (wide >> 64) as usize
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// Draws ranks by Zipf's law: rank `k`, counted from 1, weighs `k` to the power of -0.8.
pub(crate) struct Zipf {
    /// For each rank the sum of the weights up to it.
    sums: Vec<u64>,
}

impl Zipf {
    /// For so many ranks.
    pub(crate) fn new(ranks: usize) -> Zipf {
        let sums = (1..=ranks as u128).scan(0, |sum, rank| {
            *sum += weight(rank);
            Some(*sum)
        });
        Zipf { sums: sums.collect() }
    }

    /// A rank, counted from 0.
    pub(crate) fn draw(&self, random: &mut Random) -> usize {
        let total = self.sums.last().copied().unwrap_or_default();
        let at = random.below(total as usize) as u64;
        self.sums.partition_point(|sum| *sum <= at)
    }
}

/// 2^24 times `k` to the power of -0.8.
fn weight(k: u128) -> u64 {
    // k^0.8 with ten binary digits behind the point: the fifth root of k^4 * 2^50.
    let power = fifth_root(k.pow(4) << 50);
    ((1_u128 << 34) / power.max(1)) as u64
}

/// The largest number whose fifth power is not above `of`.
fn fifth_root(of: u128) -> u128 {
    let (mut low, mut high) = (0_u128, 1_u128 << 25);
    while low + 1 < high {
        let middle = (low + high) / 2;
        if middle.pow(5) <= of { low = middle } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_follow_the_law() {
        assert_eq!(weight(1), 1 << 24);
        // 32^0.8 is 16.
        assert_eq!(weight(32), 1 << 20);
    }

    #[test]
    fn the_first_rank_is_drawn_most() {
        let (zipf, mut random) = (Zipf::new(500), Random::new(1));
        let mut drawn = [0_u32; 500];
        (0..100_000).for_each(|_| drawn[zipf.draw(&mut random)] += 1);
        let most = drawn.iter().max();
        assert_eq!(most, drawn.first());
        assert!(drawn.iter().all(|count| *count > 0));
    }
}
