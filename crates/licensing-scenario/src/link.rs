//! Links: a scenario in the fragment of an address, which no server sees.

use alloc::string::String;

use crate::base64;
use crate::compact::{LINK, Reading, Writing};
use crate::envelope::Codec;
use crate::error::{Large, ScenarioError};
use crate::scenario::Scenario;

/// What the fragment of a link begins with.
pub const PREFIX: &str = "#/s/";
/// The most characters behind the prefix that are written and read.
pub const MOST_CHARACTERS: usize = 256 * 1024;

/// The most characters in which a link is looked for. Written out, each of its own takes three at most; line breaks come on
/// top of that. Whoever holds a text elsewhere need not copy a longer one: one character more is as good as all of it.
pub const MOST_AROUND: usize = 4 * MOST_CHARACTERS;

/// A link holds no tenant with more users.
pub const MOST_USERS: usize = LINK.users as usize;

/// The fragment of a link to the scenario.
pub fn encode(scenario: Scenario) -> Result<String, ScenarioError> {
    if scenario.base_users() > MOST_USERS {
        return Err(ScenarioError::TooLarge { what: Large::Contents });
    }
    of_compact(&writing(scenario).finish()?)
}

/// A link on its way, to be written in slices: [`of_compact`] takes what it comes to.
pub fn writing(scenario: Scenario) -> Writing {
    Writing::within(scenario, LINK)
}

/// The fragment of a link to a scenario whose compact form was written already.
pub fn of_compact(bytes: &[u8]) -> Result<String, ScenarioError> {
    let payload = base64::encode(bytes);
    if payload.len() > MOST_CHARACTERS {
        return Err(too_long());
    }
    let mut fragment = String::with_capacity(PREFIX.len().saturating_add(payload.len()));
    fragment.push_str(PREFIX);
    fragment.push_str(&payload);
    Ok(fragment)
}

/// The scenario of a link: its fragment, or the whole address. `newest_catalog` is the revision of the catalog at
/// hand.
pub fn decode(link: &str, newest_catalog: u32) -> Result<Scenario, ScenarioError> {
    begin(link, newest_catalog)?.finish()
}

/// The same, to be read in slices.
pub fn begin(link: &str, newest_catalog: u32) -> Result<Reading, ScenarioError> {
    begin_payload(&payload(link)?, newest_catalog)
}

/// The scenario of the first link in a text, whatever stands around it; to be read in slices.
pub fn begin_within(text: &str, newest_catalog: u32) -> Result<Reading, ScenarioError> {
    within(text, newest_catalog).map(|(_, reading)| reading)
}

/// The fragment of the first link to anything here in a text, as an address has it; none where there is none. Of a link to
/// a scenario it is all of it, whatever a mail program did to it, where one can be read.
pub fn fragment(text: &str) -> Option<String> {
    match within(text, u32::MAX) {
        Ok((payload, _)) => Some([PREFIX, &payload].concat()),
        Err(_) => {
            let (_, behind) = text.split_once("#/")?;
            let address = behind.split(|letter: char| letter.is_whitespace() || AROUND.contains(&letter)).next()?;
            Some(["#/", address.trim_end_matches(is_no_letter)].concat())
        }
    }
}

/// What ends an address in a text.
const AROUND: [char; 4] = ['"', '<', '>', '\u{201d}'];
/// A link that a mail program has broken into more lines is not put together where further words follow it.
const MOST_LINES: usize = 100;

/// The link in a text, without what is no part of it, and the reading of it. How far it goes is known by its own length: it
/// is tried with everything behind it, then as far as the first blank, the second, and so on.
fn within(text: &str, newest_catalog: u32) -> Result<(String, Reading), ScenarioError> {
    let begins = text.find(PREFIX).and_then(|at| text.get(at..)).unwrap_or(text);
    let link = begins.split(AROUND).next().unwrap_or(begins);
    let read = |link: &str| {
        let payload = payload(link)?;
        let reading = begin_payload(&payload, newest_catalog)?;
        Ok((payload, reading))
    };
    read(link).or_else(|error| {
        let blanks = link.match_indices(char::is_whitespace).filter_map(|(at, _)| link.get(..at));
        blanks.take(MOST_LINES).find_map(|part| read(part).ok()).ok_or(error)
    })
}

fn is_no_letter(letter: char) -> bool {
    !letter.is_ascii_alphanumeric() && !"-_".contains(letter)
}

/// What stands behind the prefix in a link: the scenario in letters.
fn payload(link: &str) -> Result<String, ScenarioError> {
    if link.len() > MOST_AROUND {
        return Err(too_long());
    }
    let link = unmangled(link);
    let payload = match link.split_once(PREFIX) {
        Some((_, payload)) => payload,
        None => link.strip_prefix("/s/").ok_or(ScenarioError::NotAScenario)?,
    };
    // What stands around a link in a sentence: none of it is of the alphabet.
    let payload = payload.trim_end_matches(is_no_letter);
    if payload.len() > MOST_CHARACTERS {
        return Err(too_long());
    }
    Ok(String::from(payload))
}

fn begin_payload(payload: &str, newest_catalog: u32) -> Result<Reading, ScenarioError> {
    let (bytes, is_exact) = base64::decode(payload).ok_or(ScenarioError::Damaged)?;
    // What was cut off is told apart by the length, which the envelope knows.
    match Reading::of(Codec::Document, &bytes, newest_catalog, LINK) {
        Err(ScenarioError::Truncated) if !begins_a_scenario(&bytes) => Err(ScenarioError::NotAScenario),
        Ok(_) if !is_exact => Err(ScenarioError::Damaged),
        reading => reading,
    }
}

/// Whether the bytes could be the beginning of a scenario; so could none at all.
fn begins_a_scenario(bytes: &[u8]) -> bool {
    bytes.first().is_none_or(|first| first & 7 == Codec::Document as u8 && first >> 3 > 0)
}

/// The link as it was before a mail program wrapped it, wrote some of it out, or put `=` at the ends of its lines.
fn unmangled(link: &str) -> String {
    let mut letters = link.chars();
    let mut whole = String::with_capacity(link.len());
    while let Some(letter) = letters.next() {
        match letter {
            '%' => {
                let digits = letters.as_str().get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
                match digits.filter(u8::is_ascii_graphic) {
                    Some(byte) => {
                        whole.push(char::from(byte));
                        letters.nth(1);
                    }
                    None => whole.push(letter),
                }
            }
            '=' if letters.as_str().is_empty() || letters.as_str().starts_with(['\r', '\n']) => {}
            letter if letter.is_whitespace() => {}
            letter => whole.push(letter),
        }
    }
    whole
}

/// A link with its name in Markdown, where no title ends the name, becomes markup or leads elsewhere.
pub fn in_markdown(title: &str, link: &str) -> String {
    let mut text = String::with_capacity(title.len().saturating_add(link.len()).saturating_add(4));
    text.push('[');
    for letter in title.chars() {
        match letter {
            letter if letter.is_control() => text.push(' '),
            ',' | '\'' | '-' | ';' | '?' => text.push(letter),
            letter if letter.is_ascii_punctuation() => text.extend(['\\', letter]),
            letter => text.push(letter),
        }
    }
    text.extend(["](", link, ")"]);
    text
}

fn too_long() -> ScenarioError {
    ScenarioError::TooLarge { what: Large::Characters { most: MOST_CHARACTERS } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_markdown_is_a_name_and_nothing_else() {
        for title in ["Contoso E3", "Contoso, five errors", "Noor's case - again?"] {
            assert_eq!(in_markdown(title, "#/s/CE"), alloc::format!("[{title}](#/s/CE)"));
        }
        for (title, name) in [
            ("a](http://evil.example)[b", "a\\]\\(http\\:\\/\\/evil\\.example\\)\\[b"),
            ("<img>`*_\\", "\\<img\\>\\`\\*\\_\\\\"),
            ("two\nlines", "two lines"),
        ] {
            assert_eq!(in_markdown(title, "#/s/CE"), alloc::format!("[{name}](#/s/CE)"));
        }
    }
}
