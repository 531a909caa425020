//! A drawing stands for one thing, and one thing has one drawing: read from where the page and its view models name both.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Drawings of places and deeds, and the texts beside which each may stand. `-` is a text with arguments.
const MEANS: [(&str, &[&str]); 20] = [
    ("Overview", &["OVERVIEW"]),
    ("Map", &["MAP", "SHOW_ON_THE_MAP"]),
    ("Undo", &["-", "UNDO", "RESTORE", "BACK_TO_THE_CASE", "LESSON_START_OVER"]),
    ("Redo", &["-", "REDO"]),
    ("History", &["HISTORY_MENU"]),
    ("Menu", &["SETTINGS"]),
    ("Settings", &["SETTINGS_SCREEN"]),
    ("Units", &["-", "UNITS"]),
    ("Share", &["SHARE_THIS", "SHARE_TITLE", "LESSON_HAND_IN"]),
    ("Sample", &["OPEN_SAMPLE"]),
    ("Source", &["IMPORT"]),
    ("Tenants", &["TENANTS", "TENANTS_MENU", "TENANT_MENU"]),
    ("Log", &["AUDIT", "WHAT_HAPPENED"]),
    ("Lesson", &["GLOSSARY"]),
    ("Console", &["-", "GRAPH"]),
    ("Queue", &["PROCESSING"]),
    ("Rules", &["RULES", "RULE_ID"]),
    ("Search", &["FIND"]),
    ("Run", &["RUN", "FIND_RUN_OR_PAUSE"]),
    ("Step", &["STEP", "ONE_STEP", "LESSON_SHOW_NEXT"]),
];

/// The sources that show drawings.
fn sources() -> Vec<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![crates.join("src"), crates.join("../../web/src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("src/icon.rs") {
                sources.push(fs::read_to_string(path).unwrap());
            }
        }
    }
    sources
}

/// The texts without arguments that a source names, in order.
fn texts(source: &str) -> std::vec::IntoIter<&str> {
    let is_of_name = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_';
    let named = source.split("ext::").skip(1);
    let names = named.map(|named| named.split(|letter: char| !is_of_name(letter)).next().unwrap());
    names.filter(|name| !name.is_empty()).collect::<Vec<_>>().into_iter()
}

/// The text of a drawing: in its line the one behind it, else before it; else one in the next lines, up to another drawing;
/// else one right above.
fn text_of<'a>(before: &'a str, behind: &'a str) -> &'a str {
    const LINES: usize = 4;
    let (line, further) = behind.split_once('\n').unwrap_or((behind, ""));
    let (above, begun) = before.rsplit_once('\n').unwrap_or(("", before));
    let next: Vec<&str> = further.lines().take(LINES).collect();
    let last: Vec<&str> = above.lines().rev().take(LINES).collect();
    let own = |line: &'a str| line.split("Icon::").next().and_then(|line| texts(line).next());
    let found = own(line).or_else(|| texts(begun).next_back());
    let found = found.or_else(|| {
        next.iter()
            .take_while(|line| !line.contains("Icon::") && !line.trim_start().starts_with("</"))
            .find_map(|line| texts(line).next())
    });
    found.or_else(|| last.iter().find_map(|line| texts(line).next_back())).unwrap_or("-")
}

#[test]
fn a_drawing_stands_for_one_thing_and_a_thing_has_one_drawing() {
    let mut beside: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let sources = sources();
    for source in &sources {
        for (at, _) in source.match_indices("Icon::") {
            let (before, behind) = (&source[..at], &source[at + "Icon::".len()..]);
            let name: String = behind.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            let text = text_of(before, &behind[name.len()..]);
            beside.entry(name).or_default().insert(text.to_string());
        }
    }
    let mut faults = Vec::new();
    for (icon, texts) in MEANS {
        let found = beside.get(icon).unwrap_or_else(|| panic!("{icon} is nowhere"));
        let others = found.iter().filter(|text| !texts.contains(&text.as_str()));
        faults.extend(others.map(|text| format!("{icon} stands beside {text} as well")));
        for text in texts.iter().filter(|text| **text != "-") {
            let drawn = beside.iter().filter(|(other, texts)| *other != icon && texts.contains(*text));
            faults.extend(drawn.map(|(other, _)| format!("{text} is drawn as {icon} and as {other}")));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}
