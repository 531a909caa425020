//! Values that are written: one behind the other, straight into the text of one line.

use alloc::string::String;

use super::layout;

/// A text of values on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
}

/// The fields of an object that is being written.
#[derive(Debug)]
pub struct Fields<'l> {
    line: &'l mut Line,
    is_empty: bool,
}

/// JavaScript holds whole numbers up to this.
const LARGEST_NUMBER: u64 = (1 << 53) - 1;

/// A line with an object.
pub fn object(write: impl FnOnce(&mut Fields<'_>)) -> Line {
    let mut line = Line::default();
    line.object(write);
    line
}

/// Fields that are to be part of several objects.
pub fn fields(write: impl FnOnce(&mut Fields<'_>)) -> Line {
    let mut line = Line::default();
    write(&mut Fields { line: &mut line, is_empty: true });
    line
}

impl Line {
    /// Makes room for so many bytes more.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The text as a document of many lines, so that two can be compared line by line.
    pub fn into_document(self) -> String {
        layout::document(&self.text)
    }

    /// What was written so far.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Writes `true` or `false`.
    pub fn flag(&mut self, flag: bool) {
        self.text.push_str(if flag { "true" } else { "false" });
    }

    /// Writes a whole number.
    pub fn number(&mut self, number: u64) {
        let quote = if number > LARGEST_NUMBER { "\"" } else { "" };
        self.text.push_str(quote);
        push_number(&mut self.text, number);
        self.text.push_str(quote);
    }

    /// Writes a text.
    pub fn text(&mut self, own: &str) {
        self.text.push('"');
        // Nearly every text is written as it stands.
        if is_plain(own.as_bytes()) || !own.bytes().any(may_be_escaped) {
            self.text.push_str(own);
        } else {
            own.chars().for_each(|letter| push_letter(&mut self.text, letter));
        }
        self.text.push('"');
    }

    /// Writes what stands for something by its number, where no name does.
    pub(crate) fn place(&mut self, number: u32) {
        self.text.push_str("\"#");
        push_number(&mut self.text, u64::from(number));
        self.text.push('"');
    }

    /// Writes values that stand in another line.
    pub fn written(&mut self, values: &str) {
        self.text.push_str(values);
    }

    /// Writes a list of what `each` writes of the items.
    pub fn list<T>(&mut self, items: impl IntoIterator<Item = T>, each: impl FnMut(&mut Line, T)) {
        self.text.push('[');
        self.elements(items.into_iter(), each);
    }

    /// What stands in a list behind its bracket, and the bracket behind that.
    fn elements<T>(&mut self, items: impl Iterator<Item = T>, mut each: impl FnMut(&mut Line, T)) {
        let mut comma = "";
        for item in items {
            self.text.push_str(comma);
            each(self, item);
            comma = ", ";
        }
        self.text.push(']');
    }

    /// Writes an object of the fields that `write` gives it.
    pub fn object(&mut self, write: impl FnOnce(&mut Fields<'_>)) {
        self.text.push('{');
        let mut fields = Fields { line: self, is_empty: true };
        write(&mut fields);
        let end = if fields.is_empty { "}" } else { " }" };
        self.text.push_str(end);
    }
}

impl Fields<'_> {
    fn name(&mut self, name: &str) -> &mut Line {
        self.line.text.push_str(if self.is_empty { " " } else { ", " });
        self.is_empty = false;
        self.line.text(name);
        self.line.text.push_str(": ");
        self.line
    }

    /// A field with the value that `write` writes.
    pub fn with(&mut self, name: &str, write: impl FnOnce(&mut Line)) -> &mut Self {
        write(self.name(name));
        self
    }

    /// The fields of `fields`.
    pub fn written(&mut self, fields: &Line) -> &mut Self {
        if !fields.text.is_empty() {
            // They begin with the blank that stands before an object's first.
            self.line.text.push_str(if self.is_empty { "" } else { "," });
            self.is_empty = false;
            self.line.text.push_str(&fields.text);
        }
        self
    }

    /// A text, unless it is empty.
    pub fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.maybe(name, Some(text).filter(|text| !text.is_empty()), |line, text| line.text(text))
    }

    /// A number, unless it is `otherwise`, which is what a missing one is read as.
    pub fn number(&mut self, name: &str, number: u32, otherwise: u32) -> &mut Self {
        let number = Some(number).filter(|number| *number != otherwise);
        self.maybe(name, number, |line, number| line.number(u64::from(number)))
    }

    /// A flag, unless it is `otherwise`, which is what a missing one is read as.
    pub fn flag(&mut self, name: &str, flag: bool, otherwise: bool) -> &mut Self {
        self.maybe(name, Some(flag).filter(|flag| *flag != otherwise), Line::flag)
    }

    /// A list, unless it is empty.
    pub fn list<T>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        each: impl FnMut(&mut Line, T),
    ) -> &mut Self {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.name(name).list(items, each);
        }
        self
    }

    /// What `write` writes of a value, if there is one.
    pub fn maybe<T>(&mut self, name: &str, value: Option<T>, write: impl FnOnce(&mut Line, T)) -> &mut Self {
        if let Some(value) = value {
            write(self.name(name), value);
        }
        self
    }
}

fn push_number(text: &mut String, mut number: u64) {
    const MOST_DIGITS: usize = 20;
    let mut digits = [b'0'; MOST_DIGITS];
    let mut begin = MOST_DIGITS;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
        begin = begin.saturating_sub(1);
        if number == 0 {
            break;
        }
    }
    text.push_str(digits.get(begin..).and_then(|digits| str::from_utf8(digits).ok()).unwrap_or_default());
}

/// Whether all are letters of ASCII that are written as they stand: eight are looked at in one word.
fn is_plain(text: &[u8]) -> bool {
    const fn each(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    // The highest bit of a byte of it is set where that byte of the word is smaller; so are some above one that is.
    const fn below(word: u64, byte: u8) -> u64 {
        word.wrapping_sub(each(byte)) & !word
    }
    let (words, rest) = text.as_chunks::<8>();
    let has_other = words.iter().fold(0, |all, word| {
        let word = u64::from_ne_bytes(*word);
        let equals = |byte| below(word ^ each(byte), 1);
        all | below(word, b' ') | equals(b'"') | equals(b'\\') | equals(0x7f) | word
    });
    has_other & each(0x80) == 0 && rest.iter().all(|byte| *byte < 0x80 && !may_be_escaped(*byte))
}

/// Whether a letter that is escaped may begin with this byte. Those of U+0080 and behind that are share their first byte with
/// few others.
fn may_be_escaped(byte: u8) -> bool {
    matches!(byte, 0..b' ' | b'"' | b'\\' | 0x7f | 0xc2 | 0xe2)
}

fn push_letter(text: &mut String, letter: char) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    match letter {
        '"' => text.push_str("\\\""),
        '\\' => text.push_str("\\\\"),
        '\n' => text.push_str("\\n"),
        '\t' => text.push_str("\\t"),
        // Control letters, and what turns the direction of a line, are shown as numbers.
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => {
            text.push_str("\\u");
            let number = u32::from(letter) as usize;
            let digits = [12, 8, 4, 0].map(|shift| DIGITS.get((number >> shift) & 15).copied().unwrap_or(b'0'));
            text.extend(digits.map(char::from));
        }
        _ => text.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn a_text_is_plain_wherever_its_one_letter_stands_that_is_none() {
        for length in 0..20 {
            let mut text: Vec<u8> = (0..length).map(|at| b'a' + at).collect();
            assert!(is_plain(&text));
            for at in 0..text.len() {
                for byte in 0..=u8::MAX {
                    let before = core::mem::replace(&mut text[at], byte);
                    assert_eq!(is_plain(&text), byte < 0x80 && !may_be_escaped(byte), "{byte} at {at} of {length}");
                    text[at] = before;
                }
            }
        }
    }
}
