//! Regular expressions of `-match`: letters, `.`, `[…]`, `\d \w \s` and their opposites, `^`, `$`, groups, `|` and `* + ?`.
//!
//! A pattern becomes a list of steps, and all ways through them are gone at once, so that none takes longer than its length
//! times that of the text.

use alloc::vec::Vec;

/// Characters of a pattern.
const LONGEST: usize = 256;
/// How deep groups may stand in each other.
const DEEPEST: usize = 16;

/// A pattern. It is compared with text in lower case; whoever comes behind its last step has found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// A letter out of these, or none of them.
    Letter { out_of: Vec<Letters>, is: bool },
    /// The beginning of the text.
    Begin,
    /// Its end.
    End,
    /// Goes on so far from here, in both ways.
    Ways(isize, isize),
}

/// Letters that belong together; of the kinds: those that are such, or are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Range(char, char),
    Digit(bool),
    Word(bool),
    Space(bool),
}

impl Letters {
    fn has(self, letter: char) -> bool {
        match self {
            Letters::Range(from, to) => (from..=to).contains(&letter),
            Letters::Digit(is) => letter.is_ascii_digit() == is,
            Letters::Word(is) => (letter.is_alphanumeric() || letter == '_') == is,
            Letters::Space(is) => letter.is_whitespace() == is,
        }
    }
}

impl Pattern {
    /// Reads a pattern; nothing where it cannot be read or is not simulated.
    pub(super) fn read(text: &str) -> Option<Pattern> {
        let mut letters = Vec::new();
        let mut is_escaped = false;
        for letter in text.chars() {
            // `\D` is not `\d`.
            if is_escaped {
                letters.push(letter)
            } else {
                letters.extend(letter.to_lowercase())
            }
            is_escaped = letter == '\\' && !is_escaped;
        }
        if letters.len() > LONGEST {
            return None;
        }
        let mut reader = Reader { letters, at: 0 };
        let steps = reader.ways(0)?;
        reader.letter().is_none().then_some(Pattern(steps))
    }

    /// Whether it is found anywhere in a text in lower case.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let Pattern(steps) = self;
        let mut letters = text.chars();
        let mut is_begin = true;
        let mut places = Vec::new();
        loop {
            let letter = letters.next();
            let mut behind = Vec::new();
            let mut seen = alloc::vec![false; steps.len()];
            places.push(0_usize);
            while let Some(place) = places.pop() {
                let (Some(step), Some(seen)) = (steps.get(place), seen.get_mut(place)) else { return true };
                if core::mem::replace(seen, true) {
                    continue;
                }
                let next = place.saturating_add(1);
                match step {
                    Step::Letter { out_of, is } => {
                        let fits = |letter| out_of.iter().any(|letters| letters.has(letter)) == *is;
                        behind.extend(letter.filter(|letter| fits(*letter)).map(|_| next));
                    }
                    Step::Begin => places.extend(is_begin.then_some(next)),
                    Step::End => places.extend(letter.is_none().then_some(next)),
                    Step::Ways(one, other) => {
                        places.extend([one, other].into_iter().filter_map(|by| place.checked_add_signed(*by)));
                    }
                }
            }
            if letter.is_none() {
                return false;
            }
            is_begin = false;
            places = behind;
        }
    }
}

/// Over so many steps, and `more`.
fn over(steps: &[Step], more: isize) -> isize {
    isize::try_from(steps.len()).unwrap_or(isize::MAX).saturating_add(more)
}

struct Reader {
    letters: Vec<char>,
    at: usize,
}

impl Reader {
    fn letter(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    /// The letter that stands here, which is taken.
    fn next(&mut self) -> Option<char> {
        let letter = self.letter()?;
        self.at = self.at.saturating_add(1);
        Some(letter)
    }

    /// Alternatives up to a parenthesis that closes.
    fn ways(&mut self, depth: usize) -> Option<Vec<Step>> {
        let mut all = self.way(depth)?;
        while self.letter() == Some('|') {
            self.next();
            let way = self.way(depth)?;
            all.insert(0, Step::Ways(1, over(&all, 2)));
            all.push(Step::Ways(over(&way, 1), over(&way, 1)));
            all.extend(way);
        }
        Some(all)
    }

    /// One of them.
    fn way(&mut self, depth: usize) -> Option<Vec<Step>> {
        let mut all = Vec::new();
        while self.letter().is_some_and(|letter| !matches!(letter, ')' | '|')) {
            let mut part = self.part(depth)?;
            let (least_once, again) = match self.letter() {
                Some('*') => (false, true),
                Some('+') => (true, true),
                Some('?') => (false, false),
                _ => {
                    all.extend(part);
                    continue;
                }
            };
            self.next();
            // `a**` and lazy forms are not simulated, nor is a place that is repeated.
            let is_place = matches!(part.as_slice(), [Step::Begin | Step::End]);
            if is_place || matches!(self.letter(), Some('*' | '+' | '?' | '{')) {
                return None;
            }
            if again {
                part.push(Step::Ways(over(&part, 0).saturating_neg(), 1));
            }
            if !least_once {
                part.insert(0, Step::Ways(1, over(&part, 1)));
            }
            all.extend(part);
        }
        Some(all)
    }

    fn part(&mut self, depth: usize) -> Option<Vec<Step>> {
        let letter = |out_of| Step::Letter { out_of, is: true };
        Some(alloc::vec![match self.next()? {
            '^' => Step::Begin,
            '$' => Step::End,
            '.' => Step::Letter { out_of: alloc::vec![Letters::Range('\n', '\n')], is: false },
            // `(?…)` says something else than a group.
            '(' if depth >= DEEPEST || self.letter() == Some('?') => return None,
            '(' => {
                let inner = self.ways(depth.saturating_add(1))?;
                return (self.next() == Some(')')).then_some(inner);
            }
            '[' => self.class()?,
            '\\' => letter(alloc::vec![self.escaped()?]),
            '*' | '+' | '?' | '{' | '}' | ']' => return None,
            single => letter(alloc::vec![Letters::Range(single, single)]),
        }])
    }

    /// What `\` and the letter that stands here are.
    fn escaped(&mut self) -> Option<Letters> {
        let letter = self.next()?;
        Some(match letter {
            'd' | 'D' => Letters::Digit(letter == 'd'),
            'w' | 'W' => Letters::Word(letter == 'w'),
            's' | 'S' => Letters::Space(letter == 's'),
            letter if letter.is_alphanumeric() => return None,
            letter => Letters::Range(letter, letter),
        })
    }

    /// `…]`, behind the bracket that opens.
    fn class(&mut self) -> Option<Step> {
        let is = self.letter() != Some('^');
        self.at = self.at.saturating_add(usize::from(!is));
        let mut out_of = Vec::new();
        loop {
            out_of.push(match self.next()? {
                ']' if !out_of.is_empty() => return Some(Step::Letter { out_of, is }),
                ']' | '[' => return None,
                '\\' => self.escaped()?,
                from => {
                    let to = self.letters.get(self.at.saturating_add(1)).copied().filter(|to| *to != ']');
                    match to.filter(|_| self.letter() == Some('-')) {
                        None => Letters::Range(from, from),
                        Some('[' | '\\') => return None,
                        Some(to) if to < from => return None,
                        Some(to) => {
                            self.at = self.at.saturating_add(2);
                            Letters::Range(from, to)
                        }
                    }
                }
            });
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
            ("^\\w+ \\D+$", "müller verkoop"),
            ("^(a|b|)c$", "c"),
            ("^(a|bc|d)+$", "abcda"),
            ("SALES", "inside sales"),
            ("[^\\D]", "floor 1"),
        ] {
            assert!(finds(pattern, text), "{pattern} in {text}");
        }
        for (pattern, text) in [
            ("^sales$", "inside sales"),
            ("^(a|b)+$", ""),
            ("a\\.b", "axb"),
            ("\\D", "12"),
            ("^(a|bc)?$", "ab"),
            ("^$", "x"),
            ("[^a]", "aaa"),
        ] {
            assert!(!finds(pattern, text), "{pattern} not in {text}");
        }
    }

    #[test]
    fn refuses_what_it_cannot_do() {
        for pattern in ["(", ")", "a**", "*a", "[", "[]", "[z-a]", "(?i)a", "\\b", "a{2}", "\\", "a|*", "^*"] {
            assert_eq!(Pattern::read(pattern), None, "{pattern}");
        }
        assert_eq!(Pattern::read(&"(".repeat(10_000)), None);
    }

    #[test]
    fn no_pattern_takes_for_ever() {
        for inner in ["(a*)*", "(a+a?)+", "(a|b|ab)*"] {
            let pattern = alloc::format!("{}c", inner.repeat(16));
            assert!(!finds(&pattern, &"ab".repeat(10_000)));
        }
        let nested = (0..DEEPEST).fold("a".into(), |inner: alloc::string::String, _| alloc::format!("({inner}b?)*"));
        assert!(!finds(&alloc::format!("{nested}c"), &"ab".repeat(10_000)));
    }
}
