//! Words that were chosen for who never saw this before, each in its place: what is changed there is changed on purpose.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

use crate::texts::script::{self, Piece};

/// Plain English: the text of a key, or how it ends.
const ENGLISH: [(&str, &str); 24] = [
    ("import-lead", "Load a copy of your real tenant."),
    ("import-files", "Your Graph files"),
    ("import-read", "Check files"),
    ("report-notes", "Changed during import"),
    ("report-differs", "assignments would come out differently."),
    ("no-change-why", "Already up to date"),
    ("step-means", "Each step processes one user."),
    ("counts", "Enforced"),
    ("counts-not", "Not enforced"),
    ("add-pair-now", "Add pair"),
    ("close", "Close"),
    ("dismiss", "Close"),
    ("keys-off", "Single-letter shortcuts are off."),
    ("location-change-help", "Nothing runs yet. Reprocess the user to apply it."),
    ("addresses-hint", "Nothing runs yet. Reprocess the user to apply it."),
    ("direct-hint", "Takes effect immediately."),
    ("share-story-why", "Full history that others can replay"),
    ("share-now-why", "Current state only, no history"),
    ("not-opened-link", "This link"),
    ("not-opened-damaged", " is damaged"),
    ("settings", "Tenant and page settings"),
    ("glossary-lead", "Licensing terms explained"),
    ("repairs-tried", "no part of it can be left out."),
    ("nobody-in-error-yet-why", "you see it here."),
];
const DUTCH: [(&str, &str); 15] = [
    ("find", "Zoeken"),
    ("run", "Alles verwerken"),
    ("step", "Stap"),
    ("one-step", "Eén stap zetten"),
    ("workers", "Gelijktijdige processen"),
    ("share-now-why", "Zonder voorgeschiedenis"),
    ("part-number", "Artikelnummer"),
    ("term-part-number", "Artikelnummer"),
    ("glossary-lead", "Licentiebegrippen uitgelegd"),
    ("report-differences", "Waar de simulator afwijkt"),
    ("close", "Sluiten"),
    ("history-lead", "een nieuwe tak"),
    ("means-step", "kleinere stappen zijn er niet."),
    ("beside-swap", "Omwisselen"),
    ("term-swap", "Omwisseling"),
];
/// What nobody says any more, in either language.
const GONE: [&[&str]; 2] = [
    &[
        "wanted equals held",
        "this is damaged",
        "this is cut off",
        "not a scenario",
        "no part of it alone",
        "documented ways",
    ],
    &["op de plek van de gebruiker", "onderdeelnummer", "partnummer", "verwissel", "ruilen"],
];

/// The words of a text, without its arguments.
fn words(pieces: &[Piece]) -> String {
    let said = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Argument(_) => String::new(),
        Piece::Choice { other, .. } => words(other),
    };
    pieces.iter().map(said).collect()
}

#[test]
fn what_was_put_plainly_is_said_so() {
    let languages = script::read(Path::new("texts")).unwrap();
    let places: [&[(&str, &str)]; 2] = [&ENGLISH, &DUTCH];
    for ((texts, said), gone) in languages.iter().zip(places).zip(GONE) {
        let texts: BTreeMap<&str, String> = texts.iter().map(|text| (text.key.as_str(), words(&text.pieces))).collect();
        for (key, phrase) in said {
            let text = texts.get(key).unwrap_or_else(|| panic!("there is no text {key}"));
            assert!(text.contains(phrase), "{key} says {text:?}, not {phrase:?}");
        }
        for (key, text) in &texts {
            let text = text.to_lowercase();
            assert!(gone.iter().all(|phrase| !text.contains(phrase)), "{key} says {text:?}");
        }
    }
}
