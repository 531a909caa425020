//! Sorting rows by what a column holds, without holding the texts: a row is compared by a few bytes of its text at a
//! time, and later bytes are only asked for where the first ones are alike.

use crate::search::fold;

/// What a row is sorted by in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// A number.
    Number(u64),
    /// A text; numbers inside it count as numbers, case and accents do not count.
    Text(&'a str),
}

/// Some bytes of a row's value as a number: smaller ones sort first. Its last bit says that the value goes on.
type Key = u128;

/// Bytes of a text that are compared at once; one byte of the key is left for what goes on.
const CHUNK: usize = 15;
/// Texts that are alike in so many chunks count as equal.
const MOST_CHUNKS: usize = 128;
/// Digits that count as one number.
const LONGEST_RUN: usize = 9 + 255;

/// Sorts `places` by value; equal ones stand in the order of their places, in both directions. What is nearly sorted
/// already costs hardly more than looking at it.
pub(super) fn sort(places: &mut [u32], descending: bool, mut value: impl FnMut(u32, &mut dyn FnMut(Value<'_>))) {
    let turned = if descending { Key::MAX } else { 0 };
    let mut key = |place: u32, chunk: usize| {
        let mut key = 0;
        value(place, &mut |value| key = key_of(value, chunk));
        key ^ turned
    };
    // Names lie in memory as they were created: read in that order they come quicker.
    let count = places.iter().max().map_or(0, |place| place + 1);
    let all = if count as usize == places.len() { count } else { 0 };
    let first_keys: Vec<Key> = (0..all).map(|place| key(place, 0)).collect();

    let mut open = vec![(0..places.len(), 0)];
    while let Some((range, chunk)) = open.pop() {
        let Some(part) = places.get_mut(range.clone()) else { continue };
        let known = |place: u32| first_keys.get(place as usize).filter(|_| chunk == 0).copied();
        let with_key = |place: &u32| (known(*place).unwrap_or_else(|| key(*place, chunk)), *place);
        let mut rows: Vec<(Key, u32)> = part.iter().map(with_key).collect();
        // Not `sort_unstable`: that one does not see what is sorted already.
        rows.sort();
        part.iter_mut().zip(&rows).for_each(|(place, row)| *place = row.1);
        let mut start = range.start;
        for alike in rows.chunk_by(|a, b| a.0 == b.0) {
            let end = start + alike.len();
            let goes_on = alike.first().is_some_and(|(key, _)| (key ^ turned) & 1 == 1);
            if alike.len() > 1 && goes_on && chunk < MOST_CHUNKS {
                open.push((start..end, chunk + 1));
            }
            start = end;
        }
    }
}

fn key_of(value: Value<'_>, chunk: usize) -> Key {
    match value {
        Value::Number(number) => Key::from(number) << 8,
        Value::Text(text) => {
            let mut encoder = Encoder { skip: chunk * CHUNK, seen: 0, bytes: [0; CHUNK + 1] };
            encoder.text(text);
            Key::from_be_bytes(encoder.bytes)
        }
    }
}

/// Takes one chunk out of the bytes of a text.
struct Encoder {
    /// Bytes before the chunk.
    skip: usize,
    /// Bytes that were seen.
    seen: usize,
    /// The chunk; the last byte says whether more comes.
    bytes: [u8; CHUNK + 1],
}

impl Encoder {
    /// Letters as they are compared; a run of digits as its length and its digits, so that 9 comes before 10.
    fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(first) = bytes.get(at).filter(|_| self.seen <= self.skip + CHUNK) {
            at += match first {
                b'0'..=b'9' => self.digits(bytes.get(at..).unwrap_or_default()),
                0..=127 => {
                    self.byte(first.to_ascii_lowercase());
                    1
                }
                _ => self.letter(text.get(at..).unwrap_or_default()),
            };
        }
    }

    /// Takes the first letter, and answers how long it is.
    fn letter(&mut self, text: &str) -> usize {
        let Some(letter) = text.chars().next() else { return 1 };
        let mut utf8 = [0; 4];
        fold(letter).encode_utf8(&mut utf8).bytes().for_each(|byte| self.byte(byte));
        letter.len_utf8()
    }

    /// Takes the digits at the beginning as one number, and answers how many there are.
    fn digits(&mut self, bytes: &[u8]) -> usize {
        let run = bytes.iter().take(LONGEST_RUN).take_while(|byte| byte.is_ascii_digit()).count();
        let zeros = bytes.iter().take(run).take_while(|byte| **byte == b'0').count();
        let length = run - zeros;
        self.byte(b'0' + length.min(9) as u8);
        if let Some(beyond) = length.checked_sub(9) {
            self.byte(beyond as u8);
        }
        bytes.iter().take(run).skip(zeros).for_each(|digit| self.byte(*digit));
        run
    }

    fn byte(&mut self, byte: u8) {
        if let Some(at) = self.seen.checked_sub(self.skip) {
            match self.bytes.get_mut(at.min(CHUNK)) {
                Some(last) if at >= CHUNK => *last = 1,
                Some(place) => *place = byte,
                None => {}
            }
        }
        self.seen += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(texts: &[&str], descending: bool) -> Vec<String> {
        let mut places: Vec<u32> = (0..texts.len() as u32).collect();
        sort(&mut places, descending, |place, take| take(Value::Text(texts[place as usize])));
        places.into_iter().map(|place| texts[place as usize].to_string()).collect()
    }

    #[test]
    fn texts_sort_as_people_read_them() {
        let expected =
            ["", "007", "9", "10", "Élodie", "emil", "Jan Bos", "Janneke", "User 2", "user 9", "User 10", "李"];
        let mut shuffled = expected;
        shuffled.reverse();
        shuffled.swap(1, 6);
        // 7 comes before 9 whatever zeros stand before it.
        assert_eq!(sorted(&shuffled, false), expected);
        let mut reversed = expected;
        reversed.reverse();
        assert_eq!(sorted(&shuffled, true), reversed);
    }

    #[test]
    fn what_differs_late_is_sorted_too() {
        let beginning = "a beginning that is longer than one chunk, and longer than two ";
        let texts: Vec<String> = [3, 1, 20, 2, 11].map(|number| format!("{beginning}{number}")).into();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let ends = |texts: Vec<String>| -> Vec<String> {
            texts.iter().map(|text| text[beginning.len()..].to_string()).collect()
        };
        assert_eq!(ends(sorted(&texts, false)), ["1", "2", "3", "11", "20"]);
        assert_eq!(ends(sorted(&texts, true)), ["20", "11", "3", "2", "1"]);
    }

    #[test]
    fn a_text_comes_before_its_continuations_wherever_it_ends() {
        for length in 0..40 {
            let short = "x".repeat(length);
            let long = format!("{short}x");
            assert_eq!(sorted(&[&long, &short], false), [short, long], "{length}");
        }
    }

    #[test]
    fn equal_rows_stand_by_their_places_in_both_directions() {
        for descending in [false, true] {
            let mut places: Vec<u32> = (0..100).rev().collect();
            sort(&mut places, descending, |place, take| take(Value::Number(u64::from(place % 2))));
            let (first, second) = places.split_at(50);
            assert!(first.is_sorted() && second.is_sorted());
            assert_eq!(first[0] % 2 == 1, descending);
        }
    }

    #[test]
    fn long_equal_texts_end() {
        let long = "9".repeat(1 << 20);
        assert_eq!(sorted(&[&long, &long, &long[1..]], false).len(), 3);
    }
}
