//! What somebody types into a field: numbers as the language writes them, countries by name or code, and the account that
//! a name suggests. What cannot be read is refused with a sentence that stands beside the field.

use std::collections::BTreeMap;

use licensing_model::CountryCode;
use licensing_model::command::NewUser;
use licensing_wording::{Language, Text, Words};

use crate::search::fold;

/// A whole number from 0 on, with or without the blanks, commas or full stops between thousands that the language has.
pub fn number(words: Words, text: &str) -> Result<u32, &'static str> {
    let refused = Err(words.text(Text::NOT_A_NUMBER));
    let separator = match words.language() {
        Language::English => ',',
        Language::Dutch => '.',
    };
    let text = text.trim();
    let mut parts = text.split(|letter: char| letter == separator || letter.is_whitespace());
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|part| part.len() == 3));
    if !digits(first) || !is_grouped || !rest.iter().all(|part| digits(part)) {
        return refused;
    }
    let number: String = core::iter::once(first).chain(rest).collect();
    // More than any limit: the engine says which limit that is.
    Ok(number.parse().unwrap_or(u32::MAX))
}

/// A country by its code, its name in either language, or as the list shows it; nothing typed is no country.
pub fn country(words: Words, text: &str) -> Result<Option<CountryCode>, String> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let wanted = folded(typed);
    let names = words.countries().chain(words.countries_elsewhere());
    let found = names.into_iter().find(|(code, name)| {
        code.eq_ignore_ascii_case(typed) || folded(name) == wanted || folded(&listed(code, name)) == wanted
    });
    match found.and_then(|(code, _)| code.parse().ok()) {
        Some(country) => Ok(Some(country)),
        None => Err(words.not_a_country(typed)),
    }
}

/// A country as the list shows it: `Netherlands (NL)`.
pub fn listed(code: &str, name: &str) -> String {
    format!("{name} ({code})")
}

/// A country that is set, as the field shows it.
pub fn shown(words: Words, country: CountryCode) -> String {
    listed(&country.to_string(), &words.country(country))
}

fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// The account part that a name suggests: `Noor Visser` becomes `noor.visser`, `Zoë Öztürk` `zoe.ozturk`. Nothing is left
/// of a name in other letters, and the account has to be typed.
pub fn account(name: &str) -> String {
    let words = name.split_whitespace().map(|word| {
        let letters = word.chars().flat_map(|letter| {
            let (letters, one) = match letter {
                'ß' | 'ẞ' => ("ss", None),
                'æ' | 'Æ' => ("ae", None),
                'œ' | 'Œ' => ("oe", None),
                'þ' | 'Þ' => ("th", None),
                'ø' | 'Ø' => ("o", None),
                letter => ("", Some(fold(letter))),
            };
            letters.chars().chain(one)
        });
        letters.filter(char::is_ascii_alphanumeric).collect::<String>()
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(".")
}

/// Lines that are read in one go.
pub const MOST_PEOPLE: usize = 5_000;

/// New users as somebody pastes them, one a line: a name, or with commas, semicolons or tabs between a name, an account and
/// a usage location. A first line with the names of columns is passed over. Users without a location get `location`; a
/// line that cannot be read is refused, with its number.
pub fn people(words: Words, text: &str, domain: &str, location: Option<CountryCode>) -> Result<Vec<NewUser>, String> {
    const HEADS: [&str; 5] = ["name", "displayname", "display name", "naam", "weergavenaam"];
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, cells(line)));
    let filled = lines.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    let is_head = |cells: &[String]| cells.first().is_some_and(|cell| HEADS.contains(&cell.to_lowercase().as_str()));
    let mut people = Vec::new();
    let mut accounts = BTreeMap::new();
    for (at, (line, cells)) in filled.enumerate() {
        if at == 0 && is_head(&cells) {
            continue;
        }
        if people.len() == MOST_PEOPLE {
            return Err(words.too_many_people(MOST_PEOPLE));
        }
        let cell = |at: usize| cells.get(at).map_or("", String::as_str);
        let (name, typed) = (cell(0), cell(1));
        let usage_location = match country(words, cell(2)) {
            Ok(None) => location,
            Ok(set) => set,
            Err(reason) => return Err(words.line_refused(line, &reason)),
        };
        let wanted = if typed.is_empty() { account(name) } else { typed.to_lowercase() };
        if name.is_empty() || wanted.is_empty() {
            return Err(words.line_refused(line, words.text(Text::NO_ACCOUNT)));
        }
        let principal = |account: &str| match account.contains('@') {
            true => account.to_string(),
            false => format!("{account}@{domain}"),
        };
        // Two people of one name get two accounts; who typed one gets that.
        let before = accounts.entry(wanted.clone()).or_insert(0_u32);
        *before += 1;
        let free = match (*before, typed.is_empty()) {
            (1, _) | (_, false) => principal(&wanted),
            (number, true) => principal(&format!("{wanted}{number}")),
        };
        people.push(NewUser {
            display_name: name.to_string(),
            user_principal_name: free,
            mail_nickname: None,
            usage_location,
            guest: false,
        });
    }
    Ok(people)
}

/// The cells of a line; a separator in quotes separates nothing.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' | ';' | '\t' if !is_quoted => cells.push(String::new()),
            letter => cells.iter_mut().last().into_iter().for_each(|cell| cell.push(letter)),
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        let [en, nl] = [Words::english(), Words::dutch()];
        for (text, english, dutch) in [
            ("10", Some(10), Some(10)),
            (" 1000 ", Some(1_000), Some(1_000)),
            ("1 000", Some(1_000), Some(1_000)),
            ("1,000", Some(1_000), None),
            ("1.000", None, Some(1_000)),
            ("1.000.000", None, Some(1_000_000)),
            ("99999999999", Some(u32::MAX), Some(u32::MAX)),
            ("", None, None),
            ("2.5", None, None),
            ("2,5", None, None),
            ("1e5", None, None),
            ("-1", None, None),
            ("1,00", None, None),
            ("1000,000", None, None),
            ("ten", None, None),
        ] {
            assert_eq!(number(en, text).ok(), english, "{text:?} in English");
            assert_eq!(number(nl, text).ok(), dutch, "{text:?} in Dutch");
        }
    }

    #[test]
    fn countries_are_read_by_code_and_by_name_in_either_language() {
        for words in [Words::english(), Words::dutch()] {
            for text in ["NL", "nl", "Nederland", "netherlands", " Netherlands (NL) "] {
                assert_eq!(country(words, text), Ok(Some(CountryCode::NL)), "{text:?}");
            }
            for text in ["ZZ", "Neder", "N", "Nederlands"] {
                assert!(country(words, text).is_err(), "{text:?}");
            }
            assert_eq!(country(words, "  "), Ok(None));
            assert_eq!(country(words, &shown(words, CountryCode::NL)), Ok(Some(CountryCode::NL)));
            for (code, name) in words.countries() {
                assert_eq!(country(words, &listed(code, name)).ok().flatten(), code.parse().ok(), "{name}");
            }
        }
    }

    #[test]
    fn people_are_pasted_as_names_or_as_a_table() {
        let [en, nl] = [Words::english(), Words::dutch()];
        let read = |text: &str| people(en, text, "contoso.com", Some(CountryCode::NL));
        let names = |text: &str| {
            let people = read(text).expect(text);
            people.into_iter().map(|user| (user.display_name, user.user_principal_name)).collect::<Vec<_>>()
        };
        let pair = |name: &str, principal: &str| (name.to_string(), principal.to_string());
        assert_eq!(
            names("Noor Visser\r\n\n  Zoë Öztürk \nNoor Visser\n"),
            [
                pair("Noor Visser", "noor.visser@contoso.com"),
                pair("Zoë Öztürk", "zoe.ozturk@contoso.com"),
                pair("Noor Visser", "noor.visser2@contoso.com"),
            ]
        );
        assert_eq!(
            names("displayName;userPrincipalName\n\"Visser, Noor\";noor@contoso.com\nفاطمة;fatima"),
            [pair("Visser, Noor", "noor@contoso.com"), pair("فاطمة", "fatima@contoso.com")]
        );
        let places: Vec<_> = read("A\tb\tBelgië\nC").unwrap().into_iter().map(|user| user.usage_location).collect();
        assert_eq!(places, ["BE".parse().ok(), Some(CountryCode::NL)]);
        for (text, line) in [("A\nB,b,Nowhere", "Line 2"), ("\n\nفاطمة", "Line 3"), (",b", "Line 1")] {
            let refused = read(text).unwrap_err();
            assert!(refused.starts_with(line), "{refused}");
        }
        let many = "Anna\n".repeat(MOST_PEOPLE + 1);
        assert!(people(nl, &many, "contoso.com", None).unwrap_err().contains("5.000"));
        assert_eq!(read(" \n ").map(|people| people.len()), Ok(0));
    }

    #[test]
    fn an_account_keeps_the_letters_of_the_name() {
        for (name, expected) in [
            ("Noor Visser", "noor.visser"),
            ("  Anne-Marie   de Wit ", "annemarie.de.wit"),
            ("Öztürk", "ozturk"),
            ("Zoë Özdemir-Straße", "zoe.ozdemirstrasse"),
            ("Søren Ægir", "soren.aegir"),
            ("Łukasz Đorđević", "lukasz.dordevic"),
            ("فاطمة", ""),
        ] {
            assert_eq!(account(name), expected, "{name}");
        }
    }
}
