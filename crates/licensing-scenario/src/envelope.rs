//! What is around every compact form: its version, what it is, its length and its checksum. This layer never changes,
//! so that every release can tell a cut text from a damaged one and from a newer one.

use alloc::vec::Vec;

use crate::checksum::{Checksum, crc32};
use crate::error::ScenarioError;
use crate::version::VERSION;

/// Bytes of the checksum.
const CHECKSUM: usize = 4;

/// What an envelope holds: the codec of its contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Codec {
    /// A scenario.
    Document = 0,
    /// A stored snapshot.
    Snapshot = 1,
    /// A stored record.
    Record = 2,
    /// The label of a stored tenant.
    Label = 3,
    /// A way without what it starts from.
    Way = 4,
    /// A stored snapshot whose scenario lies elsewhere.
    SnapshotBeside = 5,
}

/// Puts an envelope around `contents`, which take a reader of this version.
pub(crate) fn seal(codec: Codec, version: u8, contents: &[u8]) -> Vec<u8> {
    let mut sealing = Sealing::new(codec, version, contents.len());
    sealing.advance(contents, contents.len());
    sealing.finish()
}

/// An envelope on its way around contents that are long.
#[derive(Debug)]
pub(crate) struct Sealing {
    bytes: Vec<u8>,
    checksum: Checksum,
    /// How many of the contents are in it.
    at: usize,
}

impl Sealing {
    /// Begins with what stands before so many bytes.
    pub(crate) fn new(codec: Codec, version: u8, length: usize) -> Sealing {
        let mut bytes = Vec::with_capacity(length.saturating_add(CHECKSUM + 6));
        bytes.push((version << 3) | codec as u8);
        let mut length = length;
        while length > 0x7f {
            bytes.push((length & 0x7f) as u8 | 0x80);
            length >>= 7;
        }
        bytes.push(length as u8);
        let mut checksum = Checksum::default();
        checksum.take(&bytes);
        Sealing { bytes, checksum, at: 0 }
    }

    /// Goes on for so many of the contents, which are the same each time. Answers whether these are all of them.
    pub(crate) fn advance(&mut self, contents: &[u8], most: usize) -> bool {
        let rest = contents.get(self.at..).unwrap_or_default();
        let part = rest.get(..most).unwrap_or(rest);
        self.bytes.extend_from_slice(part);
        self.checksum.take(part);
        self.at = self.at.saturating_add(part.len());
        part.len() == rest.len()
    }

    /// The envelope, once all is in it.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(&self.checksum.finish().to_le_bytes());
        self.bytes
    }
}

/// The version and the contents of an envelope around something of this codec.
pub(crate) fn open(codec: Codec, bytes: &[u8]) -> Result<(u8, &[u8]), ScenarioError> {
    let (first, rest) = bytes.split_first().ok_or(ScenarioError::Truncated)?;
    let (length, rest) = length(rest)?;
    let whole = length.checked_add(CHECKSUM).ok_or(ScenarioError::Damaged)?;
    if rest.len() < whole {
        return Err(ScenarioError::Truncated);
    }
    let (sealed, checksum) = bytes.split_at_checked(bytes.len().saturating_sub(CHECKSUM)).unwrap_or_default();
    // A fuzzer would look for checksums for ever.
    let is_whole = cfg!(fuzzing) || crc32(sealed).to_le_bytes() == checksum;
    if rest.len() > whole || !is_whole {
        return Err(ScenarioError::Damaged);
    }
    let version = first >> 3;
    if version > VERSION {
        return Err(ScenarioError::Newer { version });
    }
    if version == 0 || first & 7 != codec as u8 {
        return Err(ScenarioError::NotAScenario);
    }
    Ok((version, rest.get(..length).unwrap_or_default()))
}

/// The version that a sealed document says it has.
pub(crate) fn version_of(sealed: &[u8]) -> u8 {
    sealed.first().map_or(1, |first| first >> 3)
}

/// Whether a sealed document says that this is in it.
pub(crate) fn is_of(codec: Codec, sealed: &[u8]) -> bool {
    sealed.first().is_some_and(|first| first & 7 == codec as u8)
}

/// The length that the contents should have, and what follows it.
fn length(bytes: &[u8]) -> Result<(usize, &[u8]), ScenarioError> {
    let mut length = 0_u32;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        length |= u32::from(byte & 0x7f).checked_shl(place as u32 * 7).unwrap_or_default();
        if byte & 0x80 == 0 {
            return Ok((length as usize, bytes.get(place.saturating_add(1)..).unwrap_or_default()));
        }
    }
    Err(if bytes.len() < 5 { ScenarioError::Truncated } else { ScenarioError::Damaged })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_is_opened() {
        for contents in [&b""[..], b"a", &[7; 127], &[7; 128], &[9; 100_000]] {
            assert_eq!(open(Codec::Document, &seal(Codec::Document, 1, contents)), Ok((1, contents)));
        }
    }

    #[test]
    fn cut_damaged_newer_and_foreign_are_four_things() {
        let sealed = seal(Codec::Record, 1, &[3; 200]);
        for length in 0..sealed.len() {
            assert_eq!(open(Codec::Record, &sealed[..length]), Err(ScenarioError::Truncated), "{length} bytes");
        }
        for at in 0..sealed.len() {
            for bit in 0..8 {
                let mut damaged = sealed.clone();
                damaged[at] ^= 1 << bit;
                let opened = open(Codec::Record, &damaged);
                // A length that grew looks like a text that was cut.
                let expected = [Err(ScenarioError::Damaged), Err(ScenarioError::Truncated)];
                assert!(expected.contains(&opened), "byte {at}, bit {bit}: {opened:?}");
            }
        }
        let with = |first: u8| {
            let mut bytes = sealed.clone();
            bytes[0] = first;
            let end = bytes.len() - CHECKSUM;
            let checksum = crc32(&bytes[..end]).to_le_bytes();
            bytes[end..].copy_from_slice(&checksum);
            bytes
        };
        assert_eq!(open(Codec::Record, &with((VERSION + 1) << 3)), Err(ScenarioError::Newer { version: VERSION + 1 }));
        assert_eq!(open(Codec::Document, &sealed), Err(ScenarioError::NotAScenario));
    }
}
