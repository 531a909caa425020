//! Sorting rows by what a column holds, without holding the texts: a row is compared by a few bytes of its text at a
//! time, and later bytes are only asked for where the first ones are alike.

use licensing_model::Pace;

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

/// A row and what it is sorted by; equal rows stand in the order of their places.
type Keyed = (Key, u32);

/// So many rows are sorted in one go; longer rows of them are merged.
const RUN: usize = 2_048;
/// So many rows are merged in one go.
const BLOCK: usize = 512;

/// Sorts `places`, which are all places below their number, by value; equal ones stand in the order of their places, in
/// both directions. What is nearly sorted already costs hardly more than looking at it.
pub(super) async fn sort(
    pace: &Pace,
    places: &mut [u32],
    descending: bool,
    mut value: impl FnMut(u32, &mut dyn FnMut(Value<'_>)),
) {
    let turned = if descending { Key::MAX } else { 0 };
    let mut key = |place: u32, chunk: usize| {
        let mut key = 0;
        value(place, &mut |value| key = key_of(value, chunk));
        key ^ turned
    };
    pace.expect(2 * places.len());
    // Names lie in memory as they were created: read in that order they come quicker.
    let mut first_keys: Vec<Key> = Vec::with_capacity(places.len());
    for place in 0..places.len() as u32 {
        first_keys.push(key(place, 0));
        pace.did(1).await;
    }

    let (mut rows, mut spare): (Vec<Keyed>, Vec<Keyed>) = (Vec::with_capacity(places.len()), Vec::new());
    let mut open = vec![(0..places.len(), 0)];
    while let Some((range, chunk)) = open.pop() {
        let Some(part) = places.get_mut(range.clone()) else { continue };
        rows.clear();
        for place in part.iter().copied() {
            let known = first_keys.get(place as usize).filter(|_| chunk == 0).copied();
            rows.push((known.unwrap_or_else(|| key(place, chunk)), place));
            pace.did(1).await;
        }
        sort_rows(pace, &mut rows, &mut spare).await;
        let mut start = range.start;
        for (at, place) in part.iter_mut().enumerate() {
            let Some((key, row)) = rows.get(at).copied() else { continue };
            *place = row;
            if rows.get(at + 1).is_none_or(|(next, _)| *next != key) {
                let end = range.start + at + 1;
                if end - start > 1 && (key ^ turned) & 1 == 1 && chunk < MOST_CHUNKS {
                    open.push((start..end, chunk + 1));
                }
                start = end;
            }
            pace.did(1).await;
        }
    }
}

/// Sorts short runs of rows, and merges them.
async fn sort_rows(pace: &Pace, rows: &mut [Keyed], spare: &mut Vec<Keyed>) {
    for run in rows.chunks_mut(RUN) {
        // Not `sort_unstable`: that one does not see what is sorted already.
        run.sort();
        pace.did(run.len() as u32).await;
    }
    let mut length = RUN;
    while length < rows.len() {
        for pair in rows.chunks_mut(2 * length) {
            merge(pace, pair, length, spare).await;
        }
        length *= 2;
    }
}

/// Merges the sorted rows before `middle` with the sorted ones behind it.
async fn merge(pace: &Pace, rows: &mut [Keyed], middle: usize, spare: &mut Vec<Keyed>) {
    let Some((first, second)) = rows.split_at_checked(middle) else { return };
    let (Some(last), Some(next)) = (first.last(), second.first()) else { return };
    if last <= next {
        return;
    }
    // What comes before all of the second part stands where it belongs.
    let from = first.partition_point(|row| row <= next);
    spare.clear();
    for block in first.get(from..).unwrap_or_default().chunks(BLOCK) {
        spare.extend_from_slice(block);
        pace.did(block.len() as u32).await;
    }
    let mut merging = Merging { taken: 0, at: middle, to: from };
    while merging.goes_on(rows, spare) {
        pace.did(BLOCK as u32).await;
    }
}

/// Where a merge is.
struct Merging {
    /// Rows taken of the first part, which lies apart.
    taken: usize,
    /// The next row of the second part.
    at: usize,
    /// Where the next row goes: never beyond what was taken.
    to: usize,
}

impl Merging {
    /// Goes on for a block. Answers whether there is more.
    fn goes_on(&mut self, rows: &mut [Keyed], first: &[Keyed]) -> bool {
        for _ in 0..BLOCK {
            let Some(row) = first.get(self.taken) else { return false };
            let next = match rows.get(self.at).filter(|other| *other < row) {
                Some(other) => {
                    self.at += 1;
                    *other
                }
                None => {
                    self.taken += 1;
                    *row
                }
            };
            if let Some(place) = rows.get_mut(self.to) {
                *place = next;
            }
            self.to += 1;
        }
        true
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
    use licensing_model::Sliced;
    use licensing_model::paced::{Paced, at_once};

    use super::*;

    fn sorted(texts: &[&str], descending: bool) -> Vec<String> {
        let mut places: Vec<u32> = (0..texts.len() as u32).collect();
        at_once(async |pace| {
            sort(&pace, &mut places, descending, |place, take| take(Value::Text(texts[place as usize]))).await;
        });
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
            at_once(async |pace| {
                sort(&pace, &mut places, descending, |place, take| take(Value::Number(u64::from(place % 2)))).await;
            });
            let (first, second) = places.split_at(50);
            assert!(first.is_sorted() && second.is_sorted());
            assert_eq!(first[0] % 2 == 1, descending);
        }
    }

    /// Texts of few letters, so that many are alike, some of them for longer than a chunk.
    fn random_texts(random: &mut impl FnMut(usize) -> usize, count: usize) -> Vec<String> {
        let beginnings = ["", "a", "a beginning that is longer than one chunk "];
        let mut text = |_| format!("{}{}", beginnings[random(3)], random(count));
        (0..count).map(&mut text).collect()
    }

    #[test]
    fn slices_of_any_size_sort_as_one_go_does_and_none_does_much_more_than_it_has_room_for() {
        let mut state = 7_u64;
        let mut random = |most: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % most.max(1)
        };
        for count in [0, 1, 2, 700, RUN - 1, RUN, RUN + 1, 3 * RUN, 5 * RUN + 17] {
            for descending in [false, true] {
                let texts = std::rc::Rc::new(random_texts(&mut random, count));
                // In any order, or nearly sorted already.
                let mut before: Vec<u32> = (0..count as u32).collect();
                let swaps = if descending { 3 } else { count };
                (0..swaps.min(count)).for_each(|_| before.swap(random(count), random(count)));
                // What every row is sorted by, as another sort has it.
                let key = |place: u32, chunk| key_of(Value::Text(&texts[place as usize]), chunk);
                let mut expected: Vec<u32> = (0..count as u32).collect();
                expected.sort_by(|a, b| {
                    let by_chunks = (0..4).map(|chunk| key(*a, chunk).cmp(&key(*b, chunk)));
                    let by_text = by_chunks.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then);
                    if descending { by_text.reverse() } else { by_text }
                });
                let size = [1, 100, 5_000, u32::MAX][random(4)];
                let mut work = Paced::new(|pace| {
                    let (texts, mut places) = (std::rc::Rc::clone(&texts), before.clone());
                    async move {
                        sort(&pace, &mut places, descending, |place, take| take(Value::Text(&texts[place as usize])))
                            .await;
                        places
                    }
                });
                let mut done = 0;
                while let Ok(false) = work.advance(size) {
                    let (now, _) = work.progress();
                    assert!(now - done < size as usize + RUN, "{count} by {size}");
                    done = now;
                }
                assert!(work.progress().0 >= 2 * count, "every row is counted");
                assert_eq!(work.outcome(), Some(expected), "{count} {descending} by {size}");
            }
        }
    }

    #[test]
    fn long_equal_texts_end() {
        let long = "9".repeat(1 << 20);
        assert_eq!(sorted(&[&long, &long, &long[1..]], false).len(), 3);
    }
}
