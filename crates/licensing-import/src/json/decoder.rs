//! Text as UTF-8, whatever of the usual forms it was written in.

/// Turns UTF-16 with a byte order mark, which Windows PowerShell 5.1 writes, into UTF-8; leaves everything else as it is.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    form: Form,
    /// Bytes that wait for the next ones.
    waiting: Vec<u8>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Form {
    /// Fewer than two bytes were seen.
    #[default]
    Open,
    AsItIs,
    LittleEndian,
    BigEndian,
}

/// No text in UTF-8 has this byte; it stands for half a character in UTF-16.
const NOT_UTF8: u8 = 0xFF;

impl Decoder {
    /// The text of the next bytes.
    pub(crate) fn decode(&mut self, piece: &[u8]) -> Vec<u8> {
        if self.form == Form::AsItIs {
            return piece.to_vec();
        }
        self.waiting.extend_from_slice(piece);
        if self.form == Form::Open {
            self.form = match self.waiting.as_slice() {
                [] | [0xFF | 0xFE] => return Vec::new(),
                [0xFF, 0xFE, ..] => Form::LittleEndian,
                [0xFE, 0xFF, ..] => Form::BigEndian,
                _ => Form::AsItIs,
            };
            if self.form == Form::AsItIs {
                return core::mem::take(&mut self.waiting);
            }
            self.waiting.drain(..2);
        }
        self.units(false)
    }

    /// What is left when no more bytes come.
    pub(crate) fn end(&mut self) -> Vec<u8> {
        match self.form {
            Form::LittleEndian | Form::BigEndian => self.units(true),
            Form::Open | Form::AsItIs => core::mem::take(&mut self.waiting),
        }
    }

    /// The whole characters of what waits; at the end also what is left of one.
    fn units(&mut self, is_end: bool) -> Vec<u8> {
        let unit = |pair: &[u8]| match *pair {
            [a, b] if self.form == Form::BigEndian => u16::from_be_bytes([a, b]),
            [a, b] => u16::from_le_bytes([a, b]),
            _ => 0,
        };
        let mut units: Vec<u16> = self.waiting.chunks_exact(2).map(unit).collect();
        let is_first_half = |unit: &u16| (0xD800..0xDC00).contains(unit);
        if !is_end && units.last().is_some_and(is_first_half) {
            units.pop();
        }
        self.waiting.drain(..2 * units.len());
        let mut text = Vec::with_capacity(units.len());
        for character in char::decode_utf16(units) {
            match character {
                Ok(character) => text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
                Err(_) => text.push(NOT_UTF8),
            }
        }
        if is_end && !self.waiting.is_empty() {
            text.push(NOT_UTF8);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], length: usize) -> Vec<u8> {
        let mut decoder = Decoder::default();
        let mut text: Vec<u8> = bytes.chunks(length).flat_map(|piece| decoder.decode(piece)).collect();
        text.extend(decoder.end());
        text
    }

    #[test]
    fn both_orders_of_utf16_are_read_in_pieces_of_any_length() {
        let text = "{\"é\": \"😀\"}\r\n";
        let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for length in 1..=little.len() {
            assert_eq!(decoded(&little, length), text.as_bytes());
            assert_eq!(decoded(&big, length), text.as_bytes());
        }
    }

    #[test]
    fn other_bytes_stay_and_half_characters_are_none() {
        for bytes in [&b""[..], b"{", b"\xEF\xBB\xBF{}", b"\xC3\x28", b"\xFE", b"\xFF"] {
            assert_eq!(decoded(bytes, 1), bytes);
        }
        assert_eq!(decoded(b"\xFF\xFE{", 1), [NOT_UTF8]);
        assert_eq!(decoded(b"\xFF\xFE\x00\xD8{\0", 1), [NOT_UTF8, b'{']);
        assert_eq!(decoded(b"\xFF\xFE\x00\xD8", 1), [NOT_UTF8]);
    }
}
