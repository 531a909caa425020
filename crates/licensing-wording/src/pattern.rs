//! Puts arguments into a text.
//!
//! A packed text is words with places in braces: `{0}` is the first argument; `{0?one|other}` is a choice by the first
//! argument, a number, between two texts that may have places of their own. English and Dutch choose the first for 1
//! and the second for every other whole number (Unicode CLDR, plural rules).

/// How a language writes a number.
type Written<'a> = &'a dyn Fn(usize) -> String;

/// What stands at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Argument<'a> {
    Words(&'a str),
    Number(usize),
}

/// `pattern` with `arguments` at their places; a place without an argument stays empty.
pub(crate) fn fill(written: Written<'_>, pattern: &str, arguments: &[Argument<'_>]) -> String {
    let mut text = String::with_capacity(pattern.len() + 32);
    put(&mut text, written, pattern, arguments);
    text
}

fn put(text: &mut String, written: Written<'_>, pattern: &str, arguments: &[Argument<'_>]) {
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (place, after) = split_outside(after, '}');
        let (number, choice) = place.split_once('?').map_or((place, None), |(number, choice)| (number, Some(choice)));
        let argument = number.parse().ok().and_then(|number: usize| arguments.get(number));
        match (argument, choice) {
            (Some(Argument::Words(given)), None) => text.push_str(given),
            (Some(Argument::Number(given)), None) => text.push_str(&written(*given)),
            (Some(Argument::Number(given)), Some(choice)) => {
                let (one, other) = split_outside(choice, '|');
                put(text, written, if *given == 1 { one } else { other }, arguments);
            }
            (Some(Argument::Words(_)), Some(_)) | (None, _) => {}
        }
        rest = after;
    }
    text.push_str(rest);
}

/// What stands before and after the first `end` that is not inside braces.
fn split_outside(text: &str, end: char) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        if depth == 0 && letter == end {
            let (before, after) = text.split_at(at);
            return (before, after.strip_prefix(end).unwrap_or_default());
        }
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::Argument::{Number, Words as Name};
    use super::*;
    use crate::words::Words;

    fn filled(pattern: &str, arguments: &[Argument<'_>]) -> String {
        fill(&|number| Words::english().number(number), pattern, arguments)
    }

    #[test]
    fn arguments_stand_at_their_places() {
        assert_eq!(filled("{1} gets {0}.", &[Name("E3"), Name("Noor {0}")]), "Noor {0} gets E3.");
        assert_eq!(filled("{0} of {1}", &[Number(3), Number(12_345)]), "3 of 12,345");
    }

    #[test]
    fn a_number_chooses() {
        let pattern = "{0?{0} user of {1} is|{0} users of {1} are} in error.";
        assert_eq!(filled(pattern, &[Number(1), Name("Sales")]), "1 user of Sales is in error.");
        assert_eq!(filled(pattern, &[Number(0), Name("Sales")]), "0 users of Sales are in error.");
        assert_eq!(filled(pattern, &[Number(2_000), Name("|}")]), "2,000 users of |} are in error.");
    }

    #[test]
    fn any_pattern_gives_some_text() {
        let patterns = [("{", ""), ("{}", ""), ("{9}", ""), ("}", "}"), ("{0?", ""), ("{0?a", "a"), ("{0?{|}", "")];
        for (pattern, text) in patterns {
            assert_eq!(filled(pattern, &[Number(1)]), text, "{pattern}");
        }
        assert_eq!(filled("{0?a|b}", &[Name("x")]), "");
    }
}
