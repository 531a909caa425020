//! How things are spelled and called: American as Microsoft's own texts are, and one word for one thing.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

/// Beginnings of words as they are spelled elsewhere.
const BRITISH: [&str; 28] = [
    "analyse",
    "authoris",
    "behaviour",
    "cancelled",
    "cancelling",
    "catalogue",
    "centre",
    "colour",
    "customis",
    "favour",
    "fulfil ",
    "grey",
    "initialis",
    "judgement",
    "labelled",
    "licence",
    "maximis",
    "minimis",
    "modelled",
    "normalis",
    "optimis",
    "organis",
    "practise",
    "programme ",
    "recognis",
    "summaris",
    "synchronis",
    "utilis",
];
/// Another word for a fix than the one that is used.
const OTHER_FIXES: [&str; 2] = ["mend", "repair"];
/// Another word for *oplossing* or *oplossen*; *herstellen* is what is done with what was deleted.
const ANDERE_OPLOSSINGEN: [&str; 5] = ["verhelp", "verholp", "repareer", "repareren", "reparatie"];

/// The lines of all files of a folder that people read, in small letters, without the keys of texts.
fn lines(folder: &str, ending: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|own| own == ending));
    let lines = files.flat_map(|path| {
        let text = fs::read_to_string(path).unwrap();
        text.lines().filter(|line| !line.starts_with('#')).map(str::to_lowercase).collect::<Vec<_>>()
    });
    lines
        .map(|line| match line.split_once(" = ") {
            Some((key, words)) if key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') => {
                words.to_string()
            }
            _ => line,
        })
        .collect()
}

/// The lines in which a word begins so.
fn with_words<'a>(lines: &'a [String], beginnings: &[&str]) -> Vec<&'a String> {
    let begins = |line: &str, beginning: &str| {
        let is_begun = |at: usize| line.get(..at).is_none_or(|before| !before.ends_with(char::is_alphanumeric));
        line.match_indices(beginning).any(|(at, _)| is_begun(at))
    };
    lines.iter().filter(|line| beginnings.iter().any(|beginning| begins(line, beginning))).collect()
}

fn english() -> Vec<String> {
    [lines("texts/en", "ftl"), lines("../../lessons/en", "json")].concat()
}

#[test]
fn english_is_american() {
    let lines = english();
    assert!(lines.len() > 2_000);
    assert_eq!(with_words(&lines, &BRITISH), Vec::<&String>::new());
    assert_eq!(with_words(&["a licence".to_string(), "a reallicence".to_string()], &BRITISH).len(), 1);
}

#[test]
fn a_fix_is_called_a_fix_everywhere() {
    assert_eq!(with_words(&english(), &OTHER_FIXES), Vec::<&String>::new());
    let dutch = [lines("texts/nl", "ftl"), lines("../../lessons/nl", "json")].concat();
    assert_eq!(with_words(&dutch, &ANDERE_OPLOSSINGEN), Vec::<&String>::new());
}
