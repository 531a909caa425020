//! Regular expressions of `-match`: letters, `.`, `[…]`, `\d \w \s`, `^`, `$`, groups, `|` and `* + ?`.
//!
//! Each part leads from a set of places in the text to another, so that no pattern takes longer than its length times the
//! square of the text's.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// How deep groups may stand in each other.
const DEEPEST: usize = 16;

/// A pattern. It is compared with text in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// One of these parts after the other, one of several ways.
    ways: Vec<Vec<Part>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// A letter out of these, or none of them.
    Letter(Class),
    /// The beginning of the text.
    Begin,
    /// Its end.
    End,
    /// Parentheses.
    Group(Pattern),
    /// `*`, `+` or `?` behind a part: at least once or not, and again and again or not.
    Repeat { part: Box<Part>, least_once: bool, again: bool },
}

#[derive(Clone, Debug, PartialEq, Eq, Default)]
struct Class {
    negated: bool,
    ranges: Vec<(char, char)>,
}

impl Class {
    fn has(&self, letter: char) -> bool {
        self.negated != self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&letter))
    }
}

impl Pattern {
    /// Reads a pattern in lower case; nothing where it cannot be read or is not simulated.
    pub fn read(text: &str) -> Option<Pattern> {
        let letters: Vec<char> = text.chars().collect();
        let (pattern, end) = ways(&letters, 0, 0)?;
        (end == letters.len()).then_some(pattern)
    }

    /// Whether it is found anywhere in a text in lower case.
    pub fn is_in(&self, text: &str) -> bool {
        let letters: Vec<char> = text.chars().collect();
        let everywhere = alloc::vec![true; letters.len().saturating_add(1)];
        self.from(&everywhere, &letters).contains(&true)
    }

    fn from(&self, places: &[bool], letters: &[char]) -> Vec<bool> {
        let mut all = alloc::vec![false; places.len()];
        for way in &self.ways {
            let end = way.iter().fold(places.to_vec(), |places, part| part.from(&places, letters));
            join(&mut all, &end);
        }
        all
    }
}

fn join(into: &mut [bool], other: &[bool]) {
    into.iter_mut().zip(other).for_each(|(place, other)| *place |= *other);
}

impl Part {
    fn from(&self, places: &[bool], letters: &[char]) -> Vec<bool> {
        match self {
            Part::Letter(class) => {
                let behind = places.iter().zip(letters).map(|(is_there, letter)| *is_there && class.has(*letter));
                core::iter::once(false).chain(behind).collect()
            }
            Part::Begin => places.iter().enumerate().map(|(at, is_there)| *is_there && at == 0).collect(),
            Part::End => places.iter().enumerate().map(|(at, is_there)| *is_there && at == letters.len()).collect(),
            Part::Group(pattern) => pattern.from(places, letters),
            Part::Repeat { part, least_once, again } => {
                let mut last = part.from(places, letters);
                let mut all = if *least_once { alloc::vec![false; places.len()] } else { places.to_vec() };
                loop {
                    let before = all.clone();
                    join(&mut all, &last);
                    if !*again || all == before {
                        return all;
                    }
                    last = part.from(&all, letters);
                }
            }
        }
    }
}

/// Alternatives up to a parenthesis that closes, and where they end.
fn ways(letters: &[char], from: usize, depth: usize) -> Option<(Pattern, usize)> {
    if depth > DEEPEST {
        return None;
    }
    let mut ways = alloc::vec![Vec::new()];
    let mut at = from;
    while let Some(letter) = letters.get(at) {
        let (part, next) = match letter {
            ')' => break,
            '|' => {
                ways.push(Vec::new());
                at = at.saturating_add(1);
                continue;
            }
            _ => part(letters, at, depth)?,
        };
        at = next;
        let is_place = matches!(part, Part::Begin | Part::End);
        let (least_once, again) = match letters.get(at) {
            Some('*') => (false, true),
            Some('+') => (true, true),
            Some('?') => (false, false),
            _ => {
                ways.last_mut()?.push(part);
                continue;
            }
        };
        at = at.saturating_add(1);
        // `a**` and lazy forms are not simulated, nor is a place that is repeated.
        if is_place || matches!(letters.get(at), Some('*' | '+' | '?' | '{')) {
            return None;
        }
        ways.last_mut()?.push(Part::Repeat { part: Box::new(part), least_once, again });
    }
    Some((Pattern { ways }, at))
}

fn part(letters: &[char], at: usize, depth: usize) -> Option<(Part, usize)> {
    let next = at.saturating_add(1);
    let single = |letter: char| Part::Letter(Class { negated: false, ranges: alloc::vec![(letter, letter)] });
    Some(match letters.get(at)? {
        '^' => (Part::Begin, next),
        '$' => (Part::End, next),
        '.' => (Part::Letter(Class { negated: true, ranges: alloc::vec![('\n', '\n')] }), next),
        '(' => {
            // `(?…)` says something else than a group.
            if letters.get(next) == Some(&'?') {
                return None;
            }
            let (pattern, end) = ways(letters, next, depth.saturating_add(1))?;
            (letters.get(end) == Some(&')')).then_some((Part::Group(pattern), end.saturating_add(1)))?
        }
        '[' => class(letters, next)?,
        '\\' => (Part::Letter(Class { negated: false, ranges: escaped(*letters.get(next)?)? }), next.saturating_add(1)),
        '*' | '+' | '?' | '{' | '}' | ']' => return None,
        letter => (single(*letter), next),
    })
}

/// What `\` and a letter stand for.
fn escaped(letter: char) -> Option<Vec<(char, char)>> {
    Some(match letter {
        'd' => alloc::vec![('0', '9')],
        'w' => alloc::vec![('0', '9'), ('a', 'z'), ('_', '_')],
        's' => alloc::vec![(' ', ' '), ('\t', '\t'), ('\n', '\n'), ('\r', '\r')],
        letter if letter.is_ascii_alphanumeric() => return None,
        letter => alloc::vec![(letter, letter)],
    })
}

/// `…]`, behind the bracket that opens.
fn class(letters: &[char], from: usize) -> Option<(Part, usize)> {
    let negated = letters.get(from) == Some(&'^');
    let mut at = from.saturating_add(usize::from(negated));
    let mut ranges = Vec::new();
    loop {
        let letter = *letters.get(at)?;
        at = at.saturating_add(1);
        match letter {
            ']' if !ranges.is_empty() => return Some((Part::Letter(Class { negated, ranges }), at)),
            ']' | '[' => return None,
            '\\' => {
                ranges.extend(escaped(*letters.get(at)?)?);
                at = at.saturating_add(1);
            }
            from => {
                let to = letters.get(at.saturating_add(1)).filter(|to| letters.get(at) == Some(&'-') && **to != ']');
                match to {
                    Some(to) if *to >= from && *to != '\\' && *to != '[' => {
                        ranges.push((from, *to));
                        at = at.saturating_add(2);
                    }
                    Some(_) => return None,
                    None => ranges.push((from, from)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(pattern: &str, text: &str) -> bool {
        Pattern::read(pattern).unwrap().is_in(text)
    }

    #[test]
    fn finds_what_it_says() {
        for (pattern, text) in [
            ("sale", "inside sales"),
            ("^(sales|marketing)$", "sales"),
            ("^s.*s$", "sales"),
            ("^a+b?[c-e]*$", "aaade"),
            ("\\d\\d", "floor 12"),
            ("[^0-9]$", "12a"),
            ("é", "caf\u{e9}"),
            ("", ""),
            ("(a|b)*c", "ababc"),
            ("a\\.b", "a.b"),
        ] {
            assert!(finds(pattern, text), "{pattern} in {text}");
        }
        for (pattern, text) in
            [("^sales$", "inside sales"), ("^(a|b)+$", ""), ("a\\.b", "axb"), ("^$", "x"), ("[^a]", "aaa")]
        {
            assert!(!finds(pattern, text), "{pattern} not in {text}");
        }
    }

    #[test]
    fn refuses_what_it_cannot_do() {
        for pattern in ["(", ")", "a**", "*a", "[", "[]", "[z-a]", "(?i)a", "\\b", "a{2}", "\\", "a|*"] {
            assert_eq!(Pattern::read(pattern), None, "{pattern}");
        }
        assert_eq!(Pattern::read(&"(".repeat(10_000)), None);
    }

    #[test]
    fn no_pattern_takes_for_ever() {
        assert!(!finds(&alloc::format!("{}c", "(a*)*".repeat(20)), &"a".repeat(1_000)));
    }
}
