//! The range coder below every compact form. Writing and reading are one code: whoever describes a format passes each
//! value through, and gets back what was written or read.

use alloc::vec::Vec;

use super::bit::{Bit, LARGEST_CHANCE};

/// Why reading stopped. Values read afterwards mean nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// More is asked for than is there, or something that cannot be.
    Damaged,
    /// More is described than may be.
    TooLarge,
    /// It says something that only later versions say.
    Newer,
}

/// What may be read from one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Allowance {
    /// Bytes of the plain form: numbers of seven bits a byte, texts as they are.
    pub(crate) plain_bytes: u64,
    /// Decisions between two symbols, which is what reading takes time for.
    pub(crate) decisions: u64,
}

impl Allowance {
    /// For documents of our own.
    pub(crate) const UNLIMITED: Allowance = Allowance { plain_bytes: u64::MAX, decisions: u64::MAX };
}

/// Writes values as bits, or reads them.
#[derive(Clone, Debug)]
pub(crate) struct Coder {
    bytes: Vec<u8>,
    reads: bool,
    /// The interval that what was written or read so far leaves.
    low: u32,
    high: u32,
    /// When reading: the next four bytes, and where those behind them begin.
    code: u32,
    at: usize,
    left: Allowance,
    fault: Option<Fault>,
}

/// So many bytes behind the end are taken for zeros: the four that are read ahead.
const AHEAD: usize = 4;

impl Coder {
    /// A coder that writes.
    pub(crate) fn writer() -> Coder {
        Coder::writer_within(Allowance::UNLIMITED)
    }

    /// A coder that writes no more than a reader with this allowance reads.
    pub(crate) fn writer_within(allowance: Allowance) -> Coder {
        Coder::new(Vec::new(), false, allowance)
    }

    /// A coder that reads `bytes`.
    pub(crate) fn reader(bytes: Vec<u8>, allowance: Allowance) -> Coder {
        let mut coder = Coder::new(bytes, true, allowance);
        for _ in 0..AHEAD {
            coder.shift_in();
        }
        coder
    }

    fn new(bytes: Vec<u8>, reads: bool, left: Allowance) -> Coder {
        Coder { bytes, reads, low: 0, high: u32::MAX, code: 0, at: 0, left, fault: None }
    }

    /// Whether values come from the bytes.
    pub(crate) fn reads(&self) -> bool {
        self.reads
    }

    /// Whether everything was well so far. Loops that end by what is read ask this.
    pub(crate) fn is_well(&self) -> bool {
        self.fault.is_none()
    }

    /// Says that what was read cannot be.
    pub(crate) fn damaged(&mut self) {
        self.fault.get_or_insert(Fault::Damaged);
    }

    /// Says that what was read is more than may be.
    pub(crate) fn too_large(&mut self) {
        self.fault.get_or_insert(Fault::TooLarge);
    }

    /// Says that what was read is something of a later version.
    pub(crate) fn newer(&mut self) {
        self.fault.get_or_insert(Fault::Newer);
    }

    /// Counts bytes of the plain form.
    pub(crate) fn charge(&mut self, plain_bytes: u64) {
        match self.left.plain_bytes.checked_sub(plain_bytes) {
            Some(left) => self.left.plain_bytes = left,
            None => self.too_large(),
        }
    }

    /// One decision, by a chance that is learned.
    pub(crate) fn bit(&mut self, model: &mut Bit, bit: bool) -> bool {
        let bit = self.decide(model.chance(), bit);
        model.learn(bit);
        bit
    }

    /// One decision, by two chances that are learned; the finer one counts by how much it has seen.
    pub(crate) fn bit_of_two(&mut self, coarse: &mut Bit, fine: &mut Bit, bit: bool) -> bool {
        let bit = self.decide(coarse.joined(*fine), bit);
        coarse.learn(bit);
        fine.learn(bit);
        bit
    }

    /// The lowest `count` bits of a number, each as likely as the other.
    pub(crate) fn direct(&mut self, count: u32, value: u32) -> u32 {
        (0..count).rev().fold(0, |read, at| {
            let bit = self.decide(LARGEST_CHANCE / 2 + 1, (value >> at) & 1 == 1);
            (read << 1) | u32::from(bit)
        })
    }

    /// Splits the interval by the chance of a one.
    fn decide(&mut self, chance: u32, bit: bool) -> bool {
        match self.left.decisions.checked_sub(1) {
            Some(left) => self.left.decisions = left,
            None => self.too_large(),
        }
        let width = u64::from(self.high.wrapping_sub(self.low));
        // The chance is below 2^16, so the middle is below the high end.
        let middle = self.low.wrapping_add(((width * u64::from(chance)) >> 16) as u32);
        let bit = if self.reads { self.code <= middle } else { bit };
        if bit {
            self.high = middle;
        } else {
            self.low = middle.wrapping_add(1);
        }
        while (self.low ^ self.high) >> 24 == 0 {
            if self.reads {
                self.shift_in();
            } else {
                self.bytes.push((self.high >> 24) as u8);
            }
            self.low <<= 8;
            self.high = (self.high << 8) | 0xff;
        }
        bit
    }

    fn shift_in(&mut self) {
        let byte = self.bytes.get(self.at).copied();
        if byte.is_none() && self.at >= self.bytes.len().saturating_add(AHEAD) {
            self.damaged();
        }
        self.code = (self.code << 8) | u32::from(byte.unwrap_or(0));
        self.at = self.at.saturating_add(1);
    }

    /// When reading: how many bytes were read, and how many there are.
    pub(crate) fn progress(&self) -> (usize, usize) {
        (self.at.saturating_sub(AHEAD).min(self.bytes.len()), self.bytes.len())
    }

    /// Ends writing: the fewest bytes that are read as what was written.
    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        // Behind the end zeros are read. The highest bytes of both ends differ, so that one more than that of the low
        // end lies between them.
        if self.low > 0 {
            self.bytes.push((self.low >> 24).wrapping_add(1) as u8);
        }
        self.bytes
    }

    /// Ends reading: everything was there, and nothing is left over.
    pub(crate) fn finish(&mut self) -> Result<(), Fault> {
        if self.at < self.bytes.len() {
            self.damaged();
        }
        self.within()
    }

    /// Whether nothing was wrong, nor more than is allowed.
    pub(crate) fn within(&self) -> Result<(), Fault> {
        self.fault.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(bits: &[bool], direct: u32) -> Vec<u8> {
        let (mut coder, mut model) = (Coder::writer(), Bit::default());
        bits.iter().for_each(|bit| {
            coder.bit(&mut model, *bit);
        });
        coder.direct(20, direct);
        coder.into_bytes()
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(bits in prop::collection::vec(prop::bool::weighted(0.1), 0..2_000), direct in 0..1_u32 << 20) {
            let mut coder = Coder::reader(written(&bits, direct), Allowance::UNLIMITED);
            let mut model = Bit::default();
            let read: Vec<bool> = bits.iter().map(|_| coder.bit(&mut model, false)).collect();
            prop_assert_eq!(coder.direct(20, 0), direct);
            prop_assert_eq!((read, coder.finish()), (bits, Ok(())));
        }

        #[test]
        fn whatever_is_read_ends(bytes in prop::collection::vec(any::<u8>(), 0..50)) {
            let mut coder = Coder::reader(bytes, Allowance::UNLIMITED);
            let mut models = [Bit::default(); 2];
            let mut decisions = 0_u64;
            while coder.is_well() {
                let at = (decisions % 2) as usize;
                coder.bit(&mut models[at], false);
                coder.direct(1, 0);
                decisions += 1;
            }
            prop_assert_eq!(coder.fault, Some(Fault::Damaged));
            prop_assert!(decisions < 1_000);
        }
    }

    #[test]
    fn ten_thousand_likely_bits_take_a_few_bytes() {
        let bytes = written(&[true; 10_000], 0);
        assert!(bytes.len() < 20, "{} bytes", bytes.len());
    }

    #[test]
    fn an_allowance_is_never_exceeded() {
        let bytes = written(&[true; 10_000], 0);
        let mut coder = Coder::reader(bytes, Allowance { plain_bytes: 3, decisions: 100 });
        let mut model = Bit::default();
        (0..100).for_each(|_| {
            coder.bit(&mut model, false);
        });
        assert!(coder.is_well());
        coder.charge(3);
        assert!(coder.is_well());
        let mut other = coder.clone();
        coder.charge(1);
        other.bit(&mut model, false);
        assert_eq!((coder.fault, other.fault), (Some(Fault::TooLarge), Some(Fault::TooLarge)));
    }
}
