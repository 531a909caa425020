//! JSON as it is shown: in colors, and not more of it than can be read.

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Brackets, commas and blanks.
    Plain,
    /// The name of a property, with its quotes.
    Name,
    /// A string, with its quotes.
    Text,
    /// A number, `true`, `false` or `null`.
    Literal,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// What it is.
    pub kind: PieceKind,
    /// Its letters.
    pub text: &'t str,
}

/// Takes a JSON text apart; put together, the pieces are the text again, whatever it is.
pub fn json(text: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '"' => {
                let length = string_length(rest);
                let is_name = rest.get(length..).is_some_and(|after| after.trim_start().starts_with(':'));
                (if is_name { PieceKind::Name } else { PieceKind::Text }, length)
            }
            '-' | '0'..='9' | 'a'..='z' => {
                let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
                (PieceKind::Literal, rest.find(|c| !is_part(c)).unwrap_or(rest.len()))
            }
            _ => {
                let is_start = |c: char| c == '"' || c == '-' || c.is_ascii_digit() || c.is_ascii_lowercase();
                (PieceKind::Plain, rest.find(is_start).unwrap_or(rest.len()))
            }
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        pieces.push(Piece { kind, text: piece });
        rest = after;
    }
    pieces
}

/// The length of the string that `text` begins with, quotes included; all of it where the string does not end.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at.saturating_add(1),
            _ => {}
        }
    }
    text.len()
}

/// The first lines of a text, at most `most` bytes of it. A line that is longer than that is cut.
pub fn beginning(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let cut = text.get(..end).unwrap_or_default();
    cut.rfind('\n').and_then(|line| cut.get(..line)).unwrap_or(cut)
}

#[cfg(test)]
mod tests {
    use super::PieceKind::{Literal, Name, Plain, Text};
    use super::*;

    #[test]
    fn names_texts_and_literals() {
        let pieces: Vec<_> = json("{\"a\" : [\"b\", -1.5e+3, true],\n\"c\\\"\": null}").into_iter().collect();
        let shown: Vec<(PieceKind, &str)> = pieces.iter().map(|piece| (piece.kind, piece.text)).collect();
        let expected = [
            (Plain, "{"),
            (Name, "\"a\""),
            (Plain, " : ["),
            (Text, "\"b\""),
            (Plain, ", "),
            (Literal, "-1.5e+3"),
            (Plain, ", "),
            (Literal, "true"),
            (Plain, "],\n"),
            (Name, "\"c\\\"\""),
            (Plain, ": "),
            (Literal, "null"),
            (Plain, "}"),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn nothing_is_lost_of_any_text() {
        for text in
            ["", "\"", "\"\\", "é\u{1F600}{", "no json \"at all", "{\"a\":\"\\u00e9\"}", "\\\"", "--", "A\"b\"C"]
        {
            assert_eq!(json(text).iter().map(|piece| piece.text).collect::<String>(), text);
        }
    }

    #[test]
    fn a_beginning_ends_with_a_line() {
        assert_eq!(beginning("ab\ncd\nef", 8), "ab\ncd\nef");
        assert_eq!(beginning("ab\ncd\nef", 7), "ab\ncd");
        assert_eq!(beginning("abcdef", 3), "abc");
        assert_eq!(beginning("aéé", 2), "a");
        assert_eq!(beginning("é", 1), "");
    }
}
