//! CRC-32 (the one of zip, PNG and Ethernet), four bits at a time.

/// The remainder of each half byte.
const TABLE: [u32; 16] = {
    let mut table = [0_u32; 16];
    let mut at = 0;
    while at < 16 {
        let mut remainder = at as u32;
        let mut bit = 0;
        while bit < 4 {
            remainder = if remainder & 1 == 1 { (remainder >> 1) ^ 0xedb8_8320 } else { remainder >> 1 };
            bit += 1;
        }
        #[expect(clippy::indexing_slicing, reason = "runs when the crate is compiled")]
        {
            table[at] = remainder;
        }
        at += 1;
    }
    table
};

/// The checksum of `bytes`.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut checksum = Checksum::default();
    checksum.take(bytes);
    checksum.finish()
}

/// A checksum of what comes part by part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checksum(u32);

impl Default for Checksum {
    fn default() -> Checksum {
        Checksum(!0)
    }
}

impl Checksum {
    /// Takes the next part.
    pub(crate) fn take(&mut self, bytes: &[u8]) {
        let look_up = |remainder: u32| TABLE.get((remainder & 15) as usize).copied().unwrap_or_default();
        self.0 = bytes.iter().fold(self.0, |remainder, byte| {
            let low = remainder ^ u32::from(*byte);
            let half = look_up(low) ^ (low >> 4);
            look_up(half) ^ (half >> 4)
        });
    }

    /// The checksum of all parts.
    pub(crate) fn finish(self) -> u32 {
        !self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_check_value_of_the_standard() {
        assert_eq!((crc32(b"123456789"), crc32(b"")), (0xcbf4_3926, 0));
    }
}
