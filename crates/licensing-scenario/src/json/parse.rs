//! From a text to tokens.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::Sliced;

use super::error_at;
use crate::error::{Large, ScenarioError};

/// Deeper than any document is.
const DEEPEST: usize = 24;
/// More tokens than a document of the size that is read has.
const MOST_TOKENS: usize = 12_000_000;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    False,
    True,
    Number,
    /// Between its quotes; with escapes or without.
    Plain,
    Escaped,
    /// Followed by its tokens; names and values take turns in an object.
    List,
    Object,
}

/// A token: where it stands in the text, and for a list or an object the token behind its last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// A text with its tokens.
#[derive(Clone, Debug)]
pub struct Json {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
}

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Value,
    /// A value, or the end of the list that has just begun.
    ValueOrEnd,
    Name,
    /// A name, or the end of the object that has just begun.
    NameOrEnd,
    Colon,
    /// A comma, or the end of the list or object.
    Comma,
    End,
}

/// A text that is being split.
#[derive(Clone, Debug)]
pub struct Parsing {
    json: Json,
    at: usize,
    /// The lists and objects that are open.
    open: Vec<usize>,
    expected: Expected,
}

impl Parsing {
    /// Begins with a text of less than 4 GiB.
    pub fn new(text: String) -> Parsing {
        // Some programs put a byte order mark in front.
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Parsing { json: Json { text, tokens: Vec::new() }, at, open: Vec::new(), expected: Expected::Value }
    }

    /// The tokens, once the text is at its end.
    pub fn finish(self) -> Json {
        self.json
    }

    fn skip_blanks(&mut self) {
        let rest = self.json.text.as_bytes().get(self.at..).unwrap_or_default();
        let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.at = self.at.saturating_add(blanks);
    }

    fn token(&mut self, byte: u8) -> Result<(), ScenarioError> {
        use Expected::{Colon, Comma, End, Name, NameOrEnd, Value, ValueOrEnd};
        match (self.expected, byte) {
            (Value | ValueOrEnd, b'[') => self.begin(Kind::List, ValueOrEnd),
            (Value | ValueOrEnd, b'{') => self.begin(Kind::Object, NameOrEnd),
            (ValueOrEnd | Comma, b']') => self.close(Kind::List),
            (NameOrEnd | Comma, b'}') => self.close(Kind::Object),
            (Value | ValueOrEnd, b'"') => {
                self.string()?;
                self.after_value();
                Ok(())
            }
            (Name | NameOrEnd, b'"') => {
                self.string()?;
                self.expected = Colon;
                Ok(())
            }
            (Colon, b':') => {
                self.at = self.at.saturating_add(1);
                self.expected = Value;
                Ok(())
            }
            (Comma, b',') => {
                self.at = self.at.saturating_add(1);
                self.expected = if self.is_in(Kind::Object) { Name } else { Value };
                Ok(())
            }
            (Value | ValueOrEnd, b'0'..=b'9') => self.number(),
            (Value | ValueOrEnd, b't' | b'f' | b'n') => self.word(),
            (_, 0..=0x1f) => Err(self.wrong(&named(byte, "outside of a text"))),
            (End, _) => Err(self.wrong("something follows the end")),
            (Colon, _) => Err(self.wrong("a colon is missing")),
            (Comma, _) => Err(self.wrong("a comma is missing")),
            (Name | NameOrEnd, _) => Err(self.wrong("a name in quotes is missing")),
            (Value | ValueOrEnd, b'-') => Err(self.wrong("numbers here have no sign")),
            _ => Err(self.wrong("a value is missing")),
        }
    }

    fn wrong(&self, what: &str) -> ScenarioError {
        error_at(&self.json.text, self.at, what.to_string())
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) -> Result<(), ScenarioError> {
        if self.json.tokens.len() >= MOST_TOKENS {
            return Err(ScenarioError::TooLarge { what: Large::Contents });
        }
        self.json.tokens.push(Token { kind, start: start as u32, end: end as u32 });
        Ok(())
    }

    fn is_in(&self, kind: Kind) -> bool {
        let token = self.open.last().and_then(|at| self.json.tokens.get(*at));
        token.is_some_and(|token| token.kind == kind)
    }

    fn begin(&mut self, kind: Kind, expected: Expected) -> Result<(), ScenarioError> {
        if self.open.len() >= DEEPEST {
            return Err(self.wrong("lists and objects are nested too deeply"));
        }
        self.open.push(self.json.tokens.len());
        self.push(kind, self.at, 0)?;
        self.at = self.at.saturating_add(1);
        self.expected = expected;
        Ok(())
    }

    fn close(&mut self, kind: Kind) -> Result<(), ScenarioError> {
        if !self.is_in(kind) {
            return Err(self.wrong("a list ends as an object, or the other way round"));
        }
        let end = self.json.tokens.len() as u32;
        if let Some(token) = self.open.pop().and_then(|at| self.json.tokens.get_mut(at)) {
            token.end = end;
        }
        self.at = self.at.saturating_add(1);
        self.after_value();
        Ok(())
    }

    fn after_value(&mut self) {
        self.expected = if self.open.is_empty() { Expected::End } else { Expected::Comma };
    }

    fn string(&mut self) -> Result<(), ScenarioError> {
        let start = self.at.saturating_add(1);
        let rest = self.json.text.as_bytes().get(start..).unwrap_or_default();
        let (mut kind, mut at) = (Kind::Plain, 0_usize);
        let length = loop {
            match rest.get(at) {
                Some(b'"') => break at,
                Some(b'\\') => {
                    kind = Kind::Escaped;
                    at = at.saturating_add(2);
                }
                Some(b'\n' | b'\r') => return Err(self.wrong("a text runs over the end of its line")),
                Some(control @ 0..=0x1f) => return Err(self.wrong(&named(*control, "in a text"))),
                Some(_) => at = at.saturating_add(1),
                None => return Err(ScenarioError::Truncated),
            }
        };
        let end = start.saturating_add(length);
        if kind == Kind::Escaped && unescape(self.json.text.get(start..end).unwrap_or_default()).is_none() {
            return Err(self.wrong("a text has a backslash that means nothing"));
        }
        self.at = end.saturating_add(1);
        self.push(kind, start, end)
    }

    fn number(&mut self) -> Result<(), ScenarioError> {
        let rest = self.json.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if matches!(rest.get(length), Some(b'.' | b'e' | b'E')) {
            return Err(self.wrong("numbers here are whole"));
        }
        if length > 1 && rest.first() == Some(&b'0') {
            return Err(self.wrong("a number begins with 0"));
        }
        let end = self.at.saturating_add(length);
        self.push(Kind::Number, self.at, end)?;
        self.at = end;
        self.after_value();
        Ok(())
    }

    fn word(&mut self) -> Result<(), ScenarioError> {
        let rest = self.json.text.get(self.at..).unwrap_or_default();
        let known = [("true", Kind::True), ("false", Kind::False), ("null", Kind::Null)];
        let Some((word, kind)) = known.into_iter().find(|(word, _)| rest.starts_with(word)) else {
            let is_cut = known.iter().any(|(word, _)| word.starts_with(rest));
            return Err(if is_cut { ScenarioError::Truncated } else { self.wrong("a text without quotes") });
        };
        let end = self.at.saturating_add(word.len());
        self.push(kind, self.at, end)?;
        self.at = end;
        self.after_value();
        Ok(())
    }
}

impl Sliced for Parsing {
    type Fault = ScenarioError;

    /// Goes on for so many tokens. Answers whether the text is at its end.
    fn advance(&mut self, work: u32) -> Result<bool, ScenarioError> {
        for _ in 0..work {
            self.skip_blanks();
            let Some(byte) = self.json.text.as_bytes().get(self.at).copied() else {
                return if self.expected == Expected::End { Ok(true) } else { Err(ScenarioError::Truncated) };
            };
            self.token(byte)?;
        }
        Ok(false)
    }

    fn progress(&self) -> (usize, usize) {
        (self.at, self.json.text.len())
    }
}

/// What nobody sees is called by its number.
fn named(control: u8, place: &str) -> String {
    let name = if control == 0 { "NUL, " } else { "" };
    format!("there is a control character ({name}U+{control:04X}) {place}; in a text it is written \\u{control:04x}")
}

/// A text without its escapes; none where one means nothing.
pub(super) fn unescape(escaped: &str) -> Option<String> {
    let mut text = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut letters = after.chars();
        let (letter, behind) = match letters.next()? {
            letter @ ('"' | '\\' | '/') => (letter, letters.as_str()),
            'b' => ('\u{8}', letters.as_str()),
            'f' => ('\u{c}', letters.as_str()),
            'n' => ('\n', letters.as_str()),
            'r' => ('\r', letters.as_str()),
            't' => ('\t', letters.as_str()),
            'u' => unit(letters.as_str())?,
            _ => return None,
        };
        text.push(letter);
        rest = behind;
    }
    text.push_str(rest);
    Some(text)
}

/// A letter written as one UTF-16 unit or as two, and what follows it.
fn unit(text: &str) -> Option<(char, &str)> {
    let (first, rest) = hexadecimal(text)?;
    match first {
        0xd800..=0xdbff => {
            let (second, rest) = hexadecimal(rest.strip_prefix("\\u")?)?;
            let second = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
            Some((char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second)?, rest))
        }
        _ => Some((char::from_u32(first)?, rest)),
    }
}

fn hexadecimal(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let is_number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    Some((u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?, rest))
}
