//! Capital and small letters of the Latin, Greek and Cyrillic alphabets.
//!
//! The standard library knows those of every script, and brings its tables along: 24 KB of a page that takes 300. A letter
//! of another script stands for itself here.

use alloc::string::String;

/// The small letter of a capital; any other character as it is.
pub fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let is_even = code.is_multiple_of(2);
    let distance = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => 32,
        0x400..=0x40f => 80,
        // Capitals and small letters take turns. Dotted and dotless i are no pair.
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 if is_even => 1,
        0x139..=0x148 | 0x179..=0x17e if !is_even => 1,
        _ => 0,
    };
    char::from_u32(code.saturating_add(distance)).unwrap_or(letter)
}

/// The capital of a small letter; any other character as it is.
pub fn upper(letter: char) -> char {
    let code = u32::from(letter);
    let capitals = [32, 80, 1].into_iter().filter_map(|distance| char::from_u32(code.saturating_sub(distance)));
    capitals.into_iter().find(|capital| *capital != letter && lower(*capital) == letter).unwrap_or(letter)
}

/// A text in small letters, as addresses, domains and userPrincipalNames are compared (R9.2).
pub fn folded(text: &str) -> String {
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_alphabets_are_those_of_unicode() {
        for letter in (0..0x460).filter_map(char::from_u32) {
            let (mut small, mut capital) = (letter.to_lowercase(), letter.to_uppercase());
            if lower(letter) != letter {
                assert_eq!((small.next(), small.next()), (Some(lower(letter)), None), "{letter}");
            }
            if upper(letter) != letter {
                assert_eq!((capital.next(), capital.next()), (Some(upper(letter)), None), "{letter}");
            }
        }
    }

    #[test]
    fn what_names_and_addresses_are_written_with_is_known() {
        let small = "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþāăąćčďđēęěğģīįķĺļľłńņňōőœŕřśşšţťūůűųźżž\
                     αβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюяёђїў";
        for letter in small.chars() {
            assert_eq!(letter.to_uppercase().collect::<String>(), String::from(upper(letter)));
            assert_eq!(lower(upper(letter)), letter);
        }
        assert_eq!(folded("Jörg.ŁUKASZ@Contoso.COM"), "jörg.łukasz@contoso.com");
        assert_eq!(("×÷İıß".chars().map(lower).collect::<String>(), upper('ß')), ("×÷İıß".into(), 'ß'));
    }
}
