//! What the coder learns of the values that it writes or reads: the same on both sides, so that likely values take a
//! fraction of a bit. Frozen with version 1.

use alloc::vec::Vec;

use super::bit::Bit;
use super::coder::Coder;

/// A symbol of a few bits. `COUNT` is a power of two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Symbol<const COUNT: usize> {
    nodes: [Bit; COUNT],
}

impl<const COUNT: usize> Default for Symbol<COUNT> {
    fn default() -> Self {
        Symbol { nodes: [Bit::default(); COUNT] }
    }
}

impl<const COUNT: usize> Symbol<COUNT> {
    /// Passes a symbol below `COUNT` through.
    pub(crate) fn pass(&mut self, coder: &mut Coder, value: u32) -> u32 {
        coder.charge(1);
        tree(coder, &mut self.nodes, value)
    }
}

/// A symbol below a power of two, from its highest bit down.
fn tree(coder: &mut Coder, nodes: &mut [Bit], value: u32) -> u32 {
    let count = nodes.len().max(1);
    let bits = count.trailing_zeros();
    let mut node = 1_usize;
    for at in (0..bits).rev() {
        let bit = match nodes.get_mut(node) {
            Some(model) => coder.bit(model, (value >> at) & 1 == 1),
            None => false,
        };
        node = (node << 1) | usize::from(bit);
    }
    (node - count) as u32
}

/// A position in a list whose length is known to both sides.
#[derive(Clone, Debug, Default)]
pub(crate) struct Position {
    nodes: Vec<Bit>,
    /// Bits below those that are learned.
    direct: u32,
}

/// So many bits of a position are learned, the highest.
const LEARNED_BITS: u32 = 12;

impl Position {
    /// Positions in a list of `count`.
    pub(crate) fn within(count: usize) -> Position {
        let bits = usize::BITS - count.saturating_sub(1).leading_zeros();
        let learned = bits.min(LEARNED_BITS);
        Position { nodes: alloc::vec![Bit::default(); 1 << learned], direct: bits.min(32) - learned }
    }

    /// Passes a position through. What is read may lie behind the end, by less than the length.
    pub(crate) fn pass(&mut self, coder: &mut Coder, value: u32) -> u32 {
        coder.charge(2);
        let high = tree(coder, &mut self.nodes, value.unbounded_shr(self.direct));
        let low = coder.direct(self.direct, value);
        high.unbounded_shl(self.direct) | low
    }
}

/// The chance that a number is longer, before anything is known.
const LONGER: u16 = 40_000;
/// So many bits below the highest of a number are learned.
const LEARNED_BELOW: u32 = 3;

/// Any number; small ones are the short ones.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    /// Whether the number has more bits than this many.
    longer: [Bit; 33],
    /// As far as the longest number needs that was passed: most are short, and a short text has many kinds of numbers.
    below: Vec<Bit>,
}

impl Default for Number {
    fn default() -> Self {
        // A number is rather longer than not, as long as nothing is known.
        let longer = Bit::of(LONGER);
        Number { longer: [longer; 33], below: Vec::new() }
    }
}

impl Number {
    /// Passes a number through.
    pub(crate) fn pass(&mut self, coder: &mut Coder, value: u32) -> u32 {
        // One more than the number is 2^length and what is below it.
        let one_more = u64::from(value) + 1;
        let length = 63 - one_more.leading_zeros();
        let mut at = 0;
        while at < 32 && self.longer.get_mut(at as usize).is_some_and(|model| coder.bit(model, length > at)) {
            at += 1;
        }
        let length = at;
        coder.charge(u64::from(length / 7 + 1));
        let learned = length.min(LEARNED_BELOW);
        let direct = length - learned;
        let needed = (length as usize + 1) << LEARNED_BELOW;
        if self.below.len() < needed {
            self.below.resize(needed, Bit::default());
        }
        let mut read = 1_u64;
        for bit in (direct..length).rev() {
            let node = ((length << LEARNED_BELOW) as u64 | read) as usize;
            let is_one = match self.below.get_mut(node) {
                Some(model) => coder.bit(model, (one_more >> bit) & 1 == 1),
                None => false,
            };
            read = (read << 1) | u64::from(is_one);
        }
        let low = coder.direct(direct, one_more as u32);
        let read = ((read << direct) | u64::from(low)) - 1;
        u32::try_from(read).unwrap_or_else(|_| {
            coder.damaged();
            u32::MAX
        })
    }

    /// Passes a number through that is as likely below as above `expected`.
    pub(crate) fn pass_near(&mut self, coder: &mut Coder, expected: u32, value: u32) -> u32 {
        let difference = value.wrapping_sub(expected) as i32;
        let folded = ((difference << 1) ^ (difference >> 31)) as u32;
        let folded = self.pass(coder, folded);
        let difference = (folded >> 1) ^ (folded & 1).wrapping_neg();
        expected.wrapping_add(difference)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coding::coder::Allowance;
    use proptest::prelude::*;

    fn round_trip<T: Copy + PartialEq>(
        values: &[T],
        mut pass: impl FnMut(&mut Coder, T) -> T,
        zero: T,
    ) -> (Vec<T>, usize, bool) {
        let mut writer = Coder::writer();
        let written: Vec<T> = values.iter().map(|value| pass(&mut writer, *value)).collect();
        assert!(written == values);
        let bytes = writer.into_bytes();
        let length = bytes.len();
        let mut reader = Coder::reader(bytes, Allowance::UNLIMITED);
        (values.iter().map(|_| pass(&mut reader, zero)).collect(), length, reader.finish().is_ok())
    }

    /// Runs `pass` with a model of its own in each direction.
    fn with_models<M: Default, T: Copy + PartialEq>(
        values: &[T],
        zero: T,
        pass: impl Fn(&mut M, &mut Coder, T) -> T,
    ) -> (Vec<T>, usize, bool) {
        let (mut writing, mut reading) = (M::default(), M::default());
        let each = |coder: &mut Coder, value: T| {
            let model = if coder.reads() { &mut reading } else { &mut writing };
            pass(model, coder, value)
        };
        round_trip(values, each, zero)
    }

    proptest! {
        #[test]
        fn numbers(values in prop::collection::vec(any::<u32>(), 0..100), small in prop::collection::vec(0..20_u32, 0..100)) {
            for values in [values, small, vec![0, 1, u32::MAX, u32::MAX - 1]] {
                let (read, _, ended) = with_models(&values, 0, |model: &mut Number, coder, value| model.pass(coder, value));
                prop_assert_eq!((&read, ended), (&values, true));
                let (read, _, ended) =
                    with_models(&values, 0, |model: &mut Number, coder, value| model.pass_near(coder, 77, value));
                prop_assert_eq!((&read, ended), (&values, true));
            }
        }

        #[test]
        fn symbols_and_positions(values in prop::collection::vec(0..32_u32, 0..100), count in 1..40_000_usize) {
            let (read, _, ended) = with_models(&values, 0, |model: &mut Symbol<32>, coder, value| model.pass(coder, value));
            prop_assert_eq!((&read, ended), (&values, true));
            let positions: Vec<u32> = values.iter().map(|value| (*value * 977) % count as u32).collect();
            let (mut writing, mut reading) = (Position::within(count), Position::within(count));
            let each = |coder: &mut Coder, value: u32| {
                let model = if coder.reads() { &mut reading } else { &mut writing };
                model.pass(coder, value)
            };
            let (read, _, ended) = round_trip(&positions, each, 0);
            prop_assert_eq!((&read, ended), (&positions, true));
        }
    }

    #[test]
    fn what_repeats_costs_next_to_nothing() {
        let (_, bytes, _) =
            with_models(&[1_000_003; 1_000], 0, |model: &mut Number, coder, value| model.pass(coder, value));
        // Bits that are not learned are paid each time.
        assert!(bytes < 1_000 * 17 / 8 + 40, "{bytes} bytes");
        let (_, bytes, _) = with_models(&[13; 1_000], 0, |model: &mut Number, coder, value| model.pass(coder, value));
        assert!(bytes < 20, "{bytes} bytes");
    }
}
