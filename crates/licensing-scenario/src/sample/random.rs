//! Numbers that look random and are the same for the same seed everywhere: SplitMix64. Frozen, for links name samples
//! by their seed.

/// A sequence of numbers.
#[derive(Clone, Debug)]
pub(super) struct Random {
    state: u64,
}

impl Random {
    /// The sequence number `stream` of those that grow from `seed`.
    pub(super) fn new(seed: u64, stream: u64) -> Random {
        Random { state: mix(seed ^ mix(stream.wrapping_add(GOLDEN))) }
    }

    /// A number below `end`; 0 where `end` is.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        self.state = self.state.wrapping_add(GOLDEN);
        let wide = (mix(self.state) >> 32) * u64::from(end);
        (wide >> 32) as u32
    }

    /// True in `percent` of 100 cases.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of `items`.
    pub(super) fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len() as u32) as usize).copied()
    }
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Turns a number into one that looks unrelated to it.
pub(super) fn mix(number: u64) -> u64 {
    let mut z = number;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
