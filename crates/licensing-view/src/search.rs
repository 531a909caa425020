//! Looking for words in the names of a row, whatever their case and accents, without allocating for a row.

/// The most words that are looked for; further ones are left out.
const MOST_WORDS: usize = 8;

/// What somebody typed to find rows: words, each of which has to occur somewhere in a row.
pub(crate) struct Search {
    words: Vec<Word>,
}

/// A word as it is compared.
struct Word {
    letters: Vec<char>,
    /// The same, where there are no letters but those of ASCII.
    ascii: Option<Vec<u8>>,
}

impl Search {
    /// The words of `text`.
    pub(crate) fn new(text: &str) -> Search {
        Search { words: text.split_whitespace().take(MOST_WORDS).map(Word::new).collect() }
    }

    /// Whether every word occurs in one of the texts that `show` hands to the seeker.
    pub(crate) fn finds(&self, show: impl FnOnce(&mut Seeker<'_>)) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let mut seeker = Seeker { words: &self.words, found: 0 };
        show(&mut seeker);
        seeker.found_all()
    }
}

/// Looks through the texts of one row.
pub(crate) struct Seeker<'a> {
    words: &'a [Word],
    /// A bit for each word that was found.
    found: u32,
}

impl Seeker<'_> {
    /// Looks through one more text of the row.
    pub(crate) fn look(&mut self, text: &str) {
        for (at, word) in self.words.iter().enumerate() {
            if self.found & 1 << at == 0 && word.is_in(text) {
                self.found |= 1 << at;
            }
        }
    }

    /// Whether further texts need not be shown.
    pub(crate) fn found_all(&self) -> bool {
        self.found.count_ones() as usize == self.words.len()
    }
}

impl Word {
    fn new(word: &str) -> Word {
        let letters: Vec<char> = word.chars().map(fold).collect();
        let ascii = letters.iter().map(|letter| u8::try_from(*letter).ok().filter(u8::is_ascii)).collect();
        Word { letters, ascii }
    }

    fn is_in(&self, text: &str) -> bool {
        // Nearly every text is ASCII, and a tenant has very many of them.
        match &self.ascii {
            Some(word) if text.is_ascii() => is_in_ascii(text.as_bytes(), word),
            None if text.is_ascii() => false,
            _ => self.is_in_letters(text),
        }
    }

    fn is_in_letters(&self, text: &str) -> bool {
        let Some((first, rest)) = self.letters.split_first() else { return true };
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            if fold(letter) == *first && rest.iter().copied().eq(letters.clone().take(rest.len()).map(fold)) {
                return true;
            }
        }
        false
    }
}

fn is_in_ascii(mut text: &[u8], word: &[u8]) -> bool {
    let Some((first, rest)) = word.split_first() else { return true };
    while let Some(at) = text.iter().position(|letter| letter.eq_ignore_ascii_case(first)) {
        text = text.get(at + 1..).unwrap_or_default();
        if text.get(..rest.len()).is_some_and(|next| next.eq_ignore_ascii_case(rest)) {
            return true;
        }
    }
    false
}

/// The letters from À (U+00C0) to ſ (U+017F) without their accents; a blank stands for a letter that is its own base.
const BASES: &[u8; 192] = b"\
aaaaaaaceeeeiiii nooooo ouuuuy saaaaaaaceeeeiiii nooooo ouuuuy y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkk lllllll\
lllnnnnnnn  oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A letter as it is compared: in lower case, and Latin letters without their accents. One letter stays one letter.
pub(crate) fn fold(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    match BASES.get((lower as usize).wrapping_sub(0xC0)) {
        Some(base) if *base != b' ' => char::from(*base),
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, texts: &[&str]) -> bool {
        Search::new(typed).finds(|seeker| texts.iter().for_each(|text| seeker.look(text)))
    }

    #[test]
    fn words_are_found_in_any_order_case_and_accent() {
        for typed in ["", "  ", "noor", "VISSER", "visser noor", "oor viss", "contoso", "noor contoso"] {
            assert!(finds(typed, &["Noor Visser", "noor.visser@contoso.com"]), "{typed:?}");
        }
        for typed in ["noorv", "visser x", "visser,"] {
            assert!(!finds(typed, &["Noor Visser"]), "{typed:?}");
        }
        assert!(finds("elodie", &["Élodie"]) && finds("ÉLODIE", &["elodie"]) && finds("søren", &["Soren"]));
        assert!(finds("小龙", &["李 小龙"]) && finds("ДМИ", &["Дмитрий"]) && !finds("й", &["Дми"]));
        assert!(finds("aab", &["aaab"]), "a beginning that fails does not hide what follows");
    }

    #[test]
    fn letters_are_compared_without_their_accents() {
        for (letters, bases) in [
            ("ÀÇÉÏÑÖØÜÝß", "aceinoouys"),
            ("àçéïñöøüýÿ", "aceinoouyy"),
            ("ĀĆČĎĐĘĞĠĤĪĴĶŁŃŐŘŚŞŠŢŤŪŮŰŴŶŹŻŽſ", "accddegghijklnorsssttuuuwyzzzs"),
            ("AzŊþЙ李", "azŋþй李"),
        ] {
            assert_eq!(letters.chars().map(fold).collect::<String>(), bases);
        }
    }

    #[test]
    fn many_words_cost_no_more() {
        let typed = "a ".repeat(10_000);
        assert_eq!(Search::new(&typed).words.len(), MOST_WORDS);
    }
}
