//! Values that are written: one line each as long as they fit, so that two documents can be compared line by line.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(u64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object: its fields in their order.
    Object(Vec<(Cow<'static, str>, Value)>),
}

/// The longest line.
const WIDTH: usize = 120;
/// JavaScript holds whole numbers up to this.
const LARGEST_NUMBER: u64 = (1 << 53) - 1;

impl Value {
    /// The value as a document of many lines.
    pub fn to_document(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, 0);
        text.push('\n');
        text
    }

    /// The value on one line.
    pub fn to_line(&self) -> String {
        let mut text = String::new();
        self.write_line(&mut text, usize::MAX);
        text
    }

    fn write(&self, text: &mut String, depth: usize) {
        let start = text.len();
        // The outermost object is never one line.
        if depth > 0 && self.write_line(text, start.saturating_add(WIDTH.saturating_sub(depth.saturating_mul(2)))) {
            return;
        }
        text.truncate(start);
        let inner = depth.saturating_add(1);
        match self {
            Value::List(list) => {
                text.push('[');
                for (at, value) in list.iter().enumerate() {
                    new_line(text, at > 0, inner);
                    value.write(text, inner);
                }
                new_line(text, false, depth);
                text.push(']');
            }
            Value::Object(fields) => {
                text.push('{');
                for (at, (name, value)) in fields.iter().enumerate() {
                    new_line(text, at > 0, inner);
                    write_text(text, name);
                    text.push_str(": ");
                    value.write(text, inner);
                }
                new_line(text, false, depth);
                text.push('}');
            }
            _ => _ = self.write_line(text, usize::MAX),
        }
    }

    /// Writes the value on one line. Answers whether the text stayed within `most` bytes.
    fn write_line(&self, text: &mut String, most: usize) -> bool {
        match self {
            Value::Null => text.push_str("null"),
            Value::Flag(flag) => text.push_str(if *flag { "true" } else { "false" }),
            Value::Number(number) if *number > LARGEST_NUMBER => write_text(text, &number.to_string()),
            Value::Number(number) => text.push_str(&number.to_string()),
            Value::Text(own) => write_text(text, own),
            Value::List(list) => {
                text.push('[');
                for (at, value) in list.iter().enumerate() {
                    text.push_str(if at > 0 { ", " } else { "" });
                    if !value.write_line(text, most) {
                        return false;
                    }
                }
                text.push(']');
            }
            Value::Object(fields) => {
                text.push('{');
                for (at, (name, value)) in fields.iter().enumerate() {
                    text.push_str(if at > 0 { ", " } else { " " });
                    write_text(text, name);
                    text.push_str(": ");
                    if !value.write_line(text, most) {
                        return false;
                    }
                }
                text.push_str(if fields.is_empty() { "}" } else { " }" });
            }
        }
        text.len() <= most
    }
}

fn new_line(text: &mut String, comma: bool, depth: usize) {
    text.push_str(if comma { ",\n" } else { "\n" });
    text.extend(core::iter::repeat_n("  ", depth));
}

fn write_text(text: &mut String, own: &str) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    text.push('"');
    // Nearly every text is written as it stands.
    if own.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\') {
        text.push_str(own);
        text.push('"');
        return;
    }
    for letter in own.chars() {
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
    text.push('"');
}

/// An object, field by field.
#[derive(Debug, Default)]
pub struct Fields(Vec<(Cow<'static, str>, Value)>);

/// Begins an object.
pub fn object() -> Fields {
    Fields::default()
}

impl Fields {
    /// With a field.
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: Value) -> Fields {
        self.0.push((name.into(), value));
        self
    }

    /// With a text, unless it is empty.
    pub fn text(self, name: &'static str, text: &str) -> Fields {
        if text.is_empty() { self } else { self.with(name, Value::Text(text.to_string())) }
    }

    /// With a number, unless it is `otherwise`, which is what a missing one is read as.
    pub fn number(self, name: &'static str, number: u32, otherwise: u32) -> Fields {
        if number == otherwise { self } else { self.with(name, Value::Number(u64::from(number))) }
    }

    /// With a flag, unless it is `otherwise`, which is what a missing one is read as.
    pub fn flag(self, name: &'static str, flag: bool, otherwise: bool) -> Fields {
        if flag == otherwise { self } else { self.with(name, Value::Flag(flag)) }
    }

    /// With a list, unless it is empty.
    pub fn list(self, name: &'static str, list: Vec<Value>) -> Fields {
        if list.is_empty() { self } else { self.with(name, Value::List(list)) }
    }

    /// With a value, if there is one.
    pub fn maybe(self, name: &'static str, value: Option<Value>) -> Fields {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The object.
    pub fn done(self) -> Value {
        Value::Object(self.0)
    }
}
