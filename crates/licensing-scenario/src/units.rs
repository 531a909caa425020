//! Bytes as a text of few UTF-16 units, which is what browsers count: fifteen bits a unit. All units are letters of the
//! basic plane and none is a surrogate, so that no browser changes them.

use alloc::string::String;
use alloc::vec::Vec;

/// The first of the units that hold fifteen bits.
const WIDE: u32 = 0x5000;
/// The first of the units that hold seven; only the last can be one.
const NARROW: u32 = 0x4f00;

/// The bytes as a text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let units = (bytes.len().saturating_mul(8)).div_ceil(15);
    // Each unit takes three bytes of UTF-8.
    let mut text = String::with_capacity(units.saturating_mul(3));
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        count += 8;
        if count >= 15 {
            count -= 15;
            push(&mut text, WIDE, (bits >> count) & 0x7fff);
        }
    }
    match count {
        0 => {}
        1..=7 => push(&mut text, NARROW, (bits << (7 - count)) & 0x7f),
        _ => push(&mut text, WIDE, (bits << (15 - count)) & 0x7fff),
    }
    text
}

fn push(text: &mut String, first: u32, value: u32) {
    // Below the surrogates every number is a letter.
    text.extend(char::from_u32(first + value));
}

/// The bytes behind the text; none where a letter is not one of ours, or no bytes are written so.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 2);
    let (mut bits, mut count) = (0_u32, 0_u32);
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let (value, width) = match u32::from(letter) {
            wide @ 0x5000..=0xcfff => (wide - WIDE, 15),
            narrow @ 0x4f00..=0x4f7f if letters.as_str().is_empty() => (narrow - NARROW, 7),
            _ => return None,
        };
        bits = (bits << width) | value;
        count += width;
        while count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
        bits &= (1 << count) - 1;
    }
    (bits == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let text = encode(&bytes);
            prop_assert_eq!(text.encode_utf16().count(), (bytes.len() * 8).div_ceil(15));
            prop_assert_eq!(decode(&text), Some(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\u{4f00}-\u{5100}a]{0,8}") {
            decode(&text);
        }
    }
}
