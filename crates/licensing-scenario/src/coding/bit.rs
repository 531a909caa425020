//! The chance of one bit, learned: the same where it is written and where it is read. Frozen with version 1.

/// A chance of one, in 1 / 65,536.
pub(super) const LARGEST_CHANCE: u32 = 65_535;
/// No chance is nearer than this to never or to always.
const MARGIN: u16 = 24;
/// A model learns slower with everything that it has seen, up to this.
const SLOWEST: u8 = 120;

/// How much of the way to what was seen a chance goes, by how much was seen before, in 1 / 65,536.
const RATES: [u16; SLOWEST as usize + 1] = {
    let mut rates = [0; SLOWEST as usize + 1];
    let mut seen = 0;
    while seen < rates.len() {
        // 1 / (seen + 1.6)
        #[expect(clippy::indexing_slicing, reason = "runs when the crate is compiled")]
        {
            rates[seen] = (655_360 / (seen * 10 + 16)) as u16;
        }
        seen += 1;
    }
    rates
};

/// The chance that a bit is one, learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bit {
    chance: u16,
    seen: u8,
}

impl Default for Bit {
    fn default() -> Self {
        Bit { chance: 1 << 15, seen: 0 }
    }
}

impl Bit {
    /// One that has seen nothing yet.
    pub(super) const fn of(chance: u16) -> Bit {
        Bit { chance, seen: 0 }
    }

    pub(super) fn chance(self) -> u32 {
        u32::from(self.chance)
    }

    /// The chance by this model and by a finer one, which is believed by how much it has seen.
    pub(super) fn joined(self, finer: Bit) -> u32 {
        let weight = u32::from(finer.seen.min(4));
        (self.chance() + finer.chance() * weight) / (weight + 1)
    }

    /// Takes note of a bit.
    pub(super) fn learn(&mut self, bit: bool) {
        let rate = u32::from(RATES.get(usize::from(self.seen)).copied().unwrap_or_default());
        let chance = u32::from(self.chance);
        // Both stay below 2^16, because the rate is.
        let chance =
            if bit { chance + (((LARGEST_CHANCE - chance) * rate) >> 16) } else { chance - ((chance * rate) >> 16) };
        self.chance = (chance as u16).clamp(MARGIN, u16::MAX - MARGIN);
        if self.seen < SLOWEST {
            self.seen += 1;
        }
    }
}
