//! Bytes as letters that an address can hold: the URL-safe alphabet of base64, without padding (RFC 4648, section 5).

use alloc::string::String;
use alloc::vec::Vec;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes as characters, four for three.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = Vec::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for part in bytes.chunks(3) {
        let group = part.iter().fold(0_u32, |group, byte| (group << 8) | u32::from(*byte)) << (24 - part.len() * 8);
        let letter = |shift: u32| ALPHABET.get((group >> shift & 63) as usize).copied().unwrap_or(b'A');
        let letters = [letter(18), letter(12), letter(6), letter(0)];
        text.extend_from_slice(letters.get(..=part.len()).unwrap_or_default());
    }
    // Letters of the alphabet are a text.
    String::from_utf8(text).unwrap_or_default()
}

/// The bytes behind characters, and whether bytes are written so: the bits behind the last byte are zero, and no
/// character is left over. None where a character is not of the alphabet.
pub(crate) fn decode(text: &str) -> Option<(Vec<u8>, bool)> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let mut is_exact = true;
    for part in text.as_bytes().chunks(4) {
        let mut group = 0_u32;
        for letter in part {
            group = (group << 6) | value(*letter)?;
        }
        let group = group << (24 - part.len() * 6);
        // Four letters are three bytes; one alone is none.
        let count = part.len().saturating_sub(1);
        is_exact &= count > 0 && group & (0xff_ffff >> (count * 8)) == 0;
        bytes.extend_from_slice(group.to_be_bytes().get(1..=count).unwrap_or_default());
    }
    Some((bytes, is_exact))
}

fn value(letter: u8) -> Option<u32> {
    Some(u32::from(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(bytes in prop::collection::vec(any::<u8>(), 0..50)) {
            let text = encode(&bytes);
            prop_assert_eq!(text.len(), (bytes.len() * 4).div_ceil(3));
            prop_assert!(text.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'_'));
            prop_assert_eq!(decode(&text), Some((bytes, true)));
        }

        #[test]
        fn there_is_one_way_to_write_bytes(text in "[A-Za-z0-9_-]{0,12}") {
            let (bytes, is_exact) = decode(&text).unwrap();
            prop_assert_eq!(encode(&bytes) == text, is_exact);
        }
    }

    #[test]
    fn the_vectors_of_the_standard() {
        assert_eq!(
            ["", "f", "fo", "foo", "foob"].map(|text| encode(text.as_bytes())),
            ["", "Zg", "Zm8", "Zm9v", "Zm9vYg"]
        );
        assert_eq!(decode("Z+8"), None);
    }
}
