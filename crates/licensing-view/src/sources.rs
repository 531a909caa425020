//! What a row of the catalog rests on, source by source.

use licensing_wording::Words;

/// What sets off the sources that say otherwise, in the lists.
const AGAINST: &str = "against:";

/// The sources that `text` names, one after the other, those that say otherwise with a word that says so.
///
/// The lists have them in one line, with semicolons between them; one within brackets belongs to its source.
pub fn sources(words: Words, text: &str) -> Vec<String> {
    let mut is_against = false;
    let source = |part: &str| {
        let (against, source) = match part.strip_prefix(AGAINST) {
            Some(source) => (true, source.trim()),
            None => (false, part),
        };
        is_against |= against;
        if is_against { words.source_against(source) } else { source.to_string() }
    };
    parts(text).into_iter().map(source).collect()
}

/// What stands between semicolons that are in no brackets.
fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let at_end = |letter: char| {
        match letter {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ';' && depth == 0
    };
    text.split(at_end).map(str::trim).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_source_stands_alone_and_what_is_against_says_so() {
        let words = Words::english();
        let text =
            "Docs, section 2: repo@1 (mid-2020; part); repo@2 (2021); against: forum 3 (2023); blog.example (2024-11)";
        let said = [
            "Docs, section 2: repo@1 (mid-2020; part)",
            "repo@2 (2021)",
            "Says otherwise: forum 3 (2023)",
            "Says otherwise: blog.example (2024-11)",
        ];
        assert_eq!(sources(words, text), said);
        assert_eq!(sources(words, "One page"), ["One page"]);
        assert!(sources(words, " ; ").is_empty());
    }
}
