//! The words of one language.

use std::sync::OnceLock;

use crate::language::Language;
use crate::message::Message;
use crate::pattern::{self, Argument};
use crate::text::Text;

/// The texts of English that the page begins with; the others are empty lines.
const FIRST: &str = include_str!(concat!(env!("OUT_DIR"), "/first.txt"));
/// All texts of English.
#[cfg(feature = "english")]
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));
/// The lines of English that came from a file.
static LOADED: OnceLock<&'static [&'static str]> = OnceLock::new();
/// The texts of Dutch. A program that loads them from its file does not link them.
const DUTCH: &str = include_str!(concat!(env!("OUT_DIR"), "/nl.txt"));

/// The words of one language. Two are equal when they say the same.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
    lines: &'static [&'static str],
    is_whole: bool,
}

/// The texts are of another edition of this program, or are no texts at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTheseTexts;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Words {
    /// English: all of it where the program has it or has read its file, else what the first screen needs.
    pub fn english() -> Words {
        let whole = |lines| Words { language: Language::English, lines, is_whole: true };
        #[cfg(feature = "english")]
        {
            static LINES: OnceLock<Vec<&'static str>> = OnceLock::new();
            whole(LINES.get_or_init(|| own_lines(ENGLISH)))
        }
        #[cfg(not(feature = "english"))]
        LOADED.get().map_or_else(Words::first, |lines| whole(lines))
    }

    /// What the page begins with: English, without the texts that its first screen does without.
    pub fn first() -> Words {
        static LINES: OnceLock<Vec<&'static str>> = OnceLock::new();
        let lines = LINES.get_or_init(|| own_lines(FIRST));
        Words { language: Language::English, lines, is_whole: false }
    }

    /// Whether no text is missing.
    pub const fn is_whole(self) -> bool {
        self.is_whole
    }

    /// Dutch, from within the program. It becomes larger by it; the page reads its file instead.
    pub fn dutch() -> Words {
        static LINES: OnceLock<Vec<&'static str>> = OnceLock::new();
        Words { language: Language::Dutch, lines: LINES.get_or_init(|| own_lines(DUTCH)), is_whole: true }
    }

    /// English with every text in the marks `«` and `»`, for tests: what is shown without them was not worded. Months
    /// and countries have none.
    pub fn marked() -> Words {
        let mark = |(place, line): (usize, &&'static str)| -> &'static str {
            let is_list = [Text::MONTHS, Text::COUNTRIES].iter().any(|list| usize::from(list.0) == place);
            if is_list { line } else { format!("«{line}»").leak() }
        };
        let lines: Vec<_> = Words::english().lines.iter().enumerate().map(mark).collect();
        Words { language: Language::English, lines: lines.leak(), is_whole: true }
    }

    /// The words of `language` from its file, which stays in memory from now on; English is what was read first.
    ///
    /// # Errors
    /// The file belongs to another edition of the program, or is not what it should be.
    pub fn read(language: Language, file: String) -> Result<Words, NotTheseTexts> {
        if lines(&file).is_none() {
            return Err(NotTheseTexts);
        }
        let lines = lines(file.leak()).map_or(&[][..], |lines| lines.leak());
        let lines = match language {
            Language::English => LOADED.get_or_init(|| lines),
            Language::Dutch => lines,
        };
        Ok(Words { language, lines, is_whole: true })
    }

    /// What a file of texts for this very program begins with; it changes with the texts that there are.
    pub const fn edition() -> &'static str {
        FINGERPRINT
    }

    /// Which language.
    pub const fn language(self) -> Language {
        self.language
    }

    /// A text without arguments.
    pub fn text(self, text: Text) -> &'static str {
        self.lines.get(usize::from(text.0)).copied().unwrap_or_default()
    }

    /// A message in this language.
    pub fn say(self, message: &Message) -> String {
        match message {
            Message::Exact(text) => text.clone(),
            Message::Number(number) => self.number(*number),
            Message::Country(country) => self.country(*country),
            Message::List(parts) => self.list(&parts.iter().map(|part| self.say(part)).collect::<Vec<_>>()),
            Message::Text(text, arguments) => {
                let said: Vec<String> = arguments.iter().map(|argument| self.say(argument)).collect();
                let arguments = arguments.iter().zip(&said).map(|(argument, said)| match argument {
                    Message::Number(number) => Argument::Number(*number),
                    _ => Argument::Words(said),
                });
                self.fill(*text, &arguments.collect::<Vec<_>>())
            }
        }
    }

    fn fill(self, text: Text, arguments: &[Argument<'_>]) -> String {
        pattern::fill(&|number| self.number(number), self.text(text), arguments)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        std::ptr::eq(self.lines, other.lines)
    }
}

impl Eq for Words {}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.language)
    }
}

impl std::fmt::Display for NotTheseTexts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the texts do not belong to this program")
    }
}

impl std::error::Error for NotTheseTexts {}

/// The texts of a file, if it belongs to this program.
fn lines(file: &str) -> Option<Vec<&str>> {
    let mut lines = file.split('\n');
    let belongs = lines.next() == Some(FINGERPRINT);
    let lines: Vec<&str> = lines.collect();
    (belongs && lines.len() == COUNT).then_some(lines)
}

/// The texts of a file that was packed with this program.
fn own_lines(file: &'static str) -> Vec<&'static str> {
    lines(file).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Names, examples, and words that Dutch has as well.
    const ALIKE: &[&str] = &[
        "ConsistencyLevel: eventual",
        "Ctrl Enter",
        "EXCHANGE_S_ENTERPRISE",
        "Details: {0}",
        "Direct",
        "Esc",
        "Exchange",
        "Femke Bos",
        "Filters",
        "Graph",
        "Headers",
        "Headers {0}",
        "Hints",
        "JSON",
        "Licensing Lab",
        "Later",
        "Link",
        "Markdown",
        "Moment {0}",
        "PowerShell",
        "Product",
        "Product (SKU)",
        "Run",
        "SHAREPOINTSTANDARD",
        "Support E3",
        "Tenant",
        "Type",
        "User principal name",
        "noor.visser@contoso.onmicrosoft.com",
        "contoso.com",
        "open",
        "{0?{0} run|{0} runs}",
        "{0} (tenant)",
        "{0}, variant {1}",
        "{0} · Licensing Lab",
        "Code",
        "Hint {0}",
        "Moment",
        "Moment {0}: {1}",
        "Moment {0}, {1}: {2}. {3}",
        "hint {0}",
        "mail",
    ];

    #[test]
    fn the_packed_languages_are_read() {
        assert_eq!(Words::english().text(Text::GROUPS), "Groups");
        assert_eq!(Words::dutch().text(Text::GROUPS), "Groepen");
        let read = Words::read(Language::Dutch, DUTCH.to_owned());
        assert_eq!(read.map(|words| words.text(Text::WHY)), Ok("Waarom?"));
    }

    #[test]
    fn dutch_says_something_else_than_english() {
        let (english, dutch) = (Words::english(), Words::dutch());
        let alike = english.lines.iter().zip(dutch.lines).filter(|(english, dutch)| english == dutch);
        // The places of arguments are numbers.
        let has_words = |text: &&str| text.contains(char::is_alphabetic);
        let alike = alike.map(|(english, _)| *english).filter(has_words).collect::<BTreeSet<_>>();
        let unexpected: Vec<_> = alike.iter().filter(|text| !ALIKE.contains(text)).collect();
        let outdated: Vec<_> = ALIKE.iter().filter(|text| !alike.contains(*text)).collect();
        assert!(unexpected.is_empty() && outdated.is_empty(), "unexpected {unexpected:?}, outdated {outdated:?}");
    }

    #[test]
    fn texts_of_another_edition_are_refused() {
        let cut = DUTCH.rsplit_once('\n').map(|(rest, _)| rest.to_owned()).unwrap_or_default();
        let other = DUTCH.replacen(FINGERPRINT, "0000000000000000", 1);
        for file in [String::new(), "<!doctype html>".to_owned(), cut, other, format!("{DUTCH}\n")] {
            assert_eq!(Words::read(Language::Dutch, file), Err(NotTheseTexts));
        }
    }
}
