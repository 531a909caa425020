//! Tokens out of bytes that are pushed in pieces, each with its line.

use actson::feeder::JsonFeeder;
use actson::options::JsonParserOptionsBuilder;
use actson::parser::ParserError;
use actson::{JsonEvent, JsonParser};

use crate::error::Fault;
use crate::limits::{DEEPEST, LONGEST_TEXT};

/// The byte order mark that some programs write before UTF-8.
const MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// One token. Texts are without quotes and escapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    OpenObject,
    CloseObject,
    OpenList,
    CloseList,
    Name(&'a str),
    Text(&'a str),
    Number(&'a str),
    Flag(bool),
    Null,
}

/// Splits one file, which may hold several JSON texts one behind the other.
pub(crate) struct Lexer {
    parser: JsonParser<Pieces>,
    depth: usize,
}

/// The bytes that were pushed and not read yet.
struct Pieces {
    bytes: Vec<u8>,
    at: usize,
    is_last: bool,
    /// The line of the last byte that was read. A line feed belongs to the line that it ends.
    line: u32,
    after_line_feed: bool,
    /// Bytes of the mark at the beginning that were read; past the beginning, or without a mark, all of them.
    mark: usize,
    /// Bytes since the last token.
    since_token: usize,
}

impl Pieces {
    fn is_too_long(&self) -> bool {
        self.since_token > LONGEST_TEXT
    }

    /// The last byte that was read.
    fn last(&self) -> Option<u8> {
        self.bytes.get(self.at.checked_sub(1)?).copied()
    }
}

impl JsonFeeder for Pieces {
    fn has_input(&self) -> bool {
        self.at < self.bytes.len() && !self.is_too_long()
    }

    fn is_done(&self) -> bool {
        self.is_last && !self.has_input()
    }

    fn next_input(&mut self) -> Option<u8> {
        if self.is_too_long() {
            return None;
        }
        while let Some(byte) = self.bytes.get(self.at).copied() {
            self.at += 1;
            if MARK.get(self.mark) == Some(&byte) {
                self.mark += 1;
                continue;
            }
            self.mark = MARK.len();
            self.line = self.line.saturating_add(u32::from(self.after_line_feed));
            self.after_line_feed = byte == b'\n';
            self.since_token += 1;
            return Some(byte);
        }
        None
    }
}

impl Lexer {
    /// A file of which nothing was pushed yet.
    pub(crate) fn new() -> Lexer {
        let pieces = Pieces {
            bytes: Vec::new(),
            at: 0,
            is_last: false,
            line: 1,
            after_line_feed: false,
            mark: 0,
            since_token: 0,
        };
        // The library's own limit is beyond ours, which has a message of its own.
        let options = JsonParserOptionsBuilder::default().with_max_depth(2 * DEEPEST).with_streaming(true).build();
        Lexer { parser: JsonParser::new_with_options(pieces, options), depth: 0 }
    }

    /// Adds bytes.
    pub(crate) fn push(&mut self, piece: &[u8]) {
        let pieces = &mut self.parser.feeder;
        pieces.bytes.drain(..pieces.at.min(pieces.bytes.len()));
        pieces.at = 0;
        pieces.bytes.extend_from_slice(piece);
    }

    /// Says that no more bytes come.
    pub(crate) fn end(&mut self) {
        self.parser.feeder.is_last = true;
    }

    /// The line that was read last.
    pub(crate) fn line(&self) -> u32 {
        self.parser.feeder.line
    }

    /// The next token with its line; none until more is pushed, or after the last.
    pub(crate) fn next(&mut self) -> Result<Option<(u32, Token<'_>)>, Fault> {
        let event = self.parser.next_event();
        let pieces = &mut self.parser.feeder;
        if pieces.is_too_long() {
            return Err(Fault::TooLong { most: LONGEST_TEXT });
        }
        let event = match event {
            Ok(None | Some(JsonEvent::NeedMoreInput)) => return Ok(None),
            Ok(Some(event)) => event,
            Err(ParserError::NoMoreInput) => return Err(Fault::Truncated),
            // These bytes are never in UTF-8 JSON; UTF-16 begins with one, or has one in every second place.
            Err(_) if matches!(pieces.last(), Some(0 | 0xFE | 0xFF)) => return Err(Fault::NotUtf8),
            Err(_) => return Err(Fault::Syntax),
        };
        pieces.since_token = 0;
        match event {
            JsonEvent::StartObject | JsonEvent::StartArray => self.depth += 1,
            JsonEvent::EndObject | JsonEvent::EndArray => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEEPEST {
            return Err(Fault::TooDeep { most: DEEPEST });
        }
        let text = || self.parser.current_str().map_err(|_| Fault::NotUtf8);
        let token = match event {
            JsonEvent::StartObject => Token::OpenObject,
            JsonEvent::EndObject => Token::CloseObject,
            JsonEvent::StartArray => Token::OpenList,
            JsonEvent::EndArray => Token::CloseList,
            JsonEvent::FieldName => Token::Name(text()?),
            JsonEvent::ValueString => Token::Text(text()?),
            JsonEvent::ValueInt | JsonEvent::ValueFloat => Token::Number(text()?),
            JsonEvent::ValueTrue => Token::Flag(true),
            JsonEvent::ValueFalse => Token::Flag(false),
            JsonEvent::ValueNull | JsonEvent::NeedMoreInput => Token::Null,
        };
        Ok(Some((self.parser.feeder.line, token)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of `bytes`, pushed in pieces of this length, each with its line.
    fn tokens(bytes: &[u8], length: usize) -> Result<Vec<(u32, String)>, Fault> {
        let mut lexer = Lexer::new();
        let mut found = Vec::new();
        let mut drain = |lexer: &mut Lexer| {
            while let Some((line, token)) = lexer.next()? {
                found.push((line, format!("{token:?}")));
            }
            Ok(())
        };
        for piece in bytes.chunks(length) {
            lexer.push(piece);
            drain(&mut lexer)?;
        }
        lexer.end();
        drain(&mut lexer)?;
        Ok(found)
    }

    #[test]
    fn pieces_of_any_length_give_the_same_tokens_with_their_lines() {
        let text = "\u{feff}{\n \"a\": [1, -2.5e3,\n\"\\u00e9\\n\\ud83d\\ude00é\"],\n\"b\": true\n,\"c\":null, \"d\": 25\n}\n[\n]\n";
        let expected = [
            (1, "OpenObject"),
            (2, "Name(\"a\")"),
            (2, "OpenList"),
            (2, "Number(\"1\")"),
            (2, "Number(\"-2.5e3\")"),
            (3, "Text(\"é\\n😀é\")"),
            (3, "CloseList"),
            (4, "Name(\"b\")"),
            (4, "Flag(true)"),
            (5, "Name(\"c\")"),
            (5, "Null"),
            (5, "Name(\"d\")"),
            (5, "Number(\"25\")"),
            (6, "CloseObject"),
            (7, "OpenList"),
            (8, "CloseList"),
        ];
        let expected: Vec<_> = expected.map(|(line, token)| (line, token.to_string())).into();
        for length in 1..=text.len() {
            assert_eq!(tokens(text.as_bytes(), length), Ok(expected.clone()), "pieces of {length}");
        }
    }

    #[test]
    fn what_is_no_json_is_named() {
        let fault = |bytes: &[u8]| tokens(bytes, 7).err();
        assert_eq!(fault(b"{\"a\": }"), Some(Fault::Syntax));
        assert_eq!(fault(b"{\"a\": 01}"), Some(Fault::Syntax));
        assert_eq!(fault(b"{\"a\": 1"), Some(Fault::Truncated));
        assert_eq!(fault(b"{\"a\": tru"), Some(Fault::Truncated));
        assert_eq!(fault(b""), Some(Fault::Truncated));
        assert_eq!(fault(b"[\"\xC3\x28\"]"), Some(Fault::NotUtf8));
        assert_eq!(fault(b"\xFF\xFE[\0]\0"), Some(Fault::NotUtf8));
        assert_eq!(fault(b"[\0]\0"), Some(Fault::NotUtf8));
        assert_eq!(fault("[".repeat(DEEPEST + 1).as_bytes()), Some(Fault::TooDeep { most: DEEPEST }));
        let long = format!("[\"{}\"]", "x".repeat(LONGEST_TEXT));
        assert_eq!(fault(long.as_bytes()), Some(Fault::TooLong { most: LONGEST_TEXT }));
        assert_eq!(fault(" ".repeat(LONGEST_TEXT + 1).as_bytes()), Some(Fault::TooLong { most: LONGEST_TEXT }));
    }
}
