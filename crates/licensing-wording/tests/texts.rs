//! Languages that do not say the same do not build: the build script's reading, on texts made for it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../build/texts.rs"]
pub(crate) mod script;

/// A folder with one file of texts for each language.
fn folder(name: &str, english: &str, dutch: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (language, text) in script::LANGUAGES.iter().zip([english, dutch]) {
        fs::create_dir_all(folder.join(language)).unwrap();
        fs::write(folder.join(language).join("all.ftl"), text).unwrap();
    }
    folder
}

fn refused(name: &str, english: &str, dutch: &str) -> String {
    script::read(&folder(name, english, dutch)).unwrap_err()
}

const STEPS: &str =
    "a = One\nsteps = { $number ->\n    [one] { $number } step of { $name }\n   *[other] { $number } steps\n}\n";

#[test]
fn texts_are_packed_in_the_order_of_english() {
    let dutch = "a = Een\nsteps = { $name }: { NUMBER($number) } stappen\n";
    let [english, dutch] = script::read(&folder("packed", STEPS, dutch)).unwrap();
    let packed = script::pack(&english, |_| true);
    let lines: Vec<&str> = packed.split('\n').collect();
    assert_eq!(lines, [script::fingerprint(&english).as_str(), "One", "{0?{0} step of {1}|{0} steps}"]);
    assert!(script::pack(&dutch, |_| true).ends_with("\nEen\n{1}: {0} stappen"));
    let arguments: Vec<_> = english[1].arguments.iter().map(|it| (it.name.as_str(), it.is_number)).collect();
    assert_eq!(arguments, [("number", true), ("name", false)]);
}

#[test]
fn an_edition_changes_with_names_and_arguments_alone() {
    let edition = |english: &str, name: &str| {
        let [english, _] = script::read(&folder(name, english, english)).unwrap();
        script::fingerprint(&english)
    };
    let one = edition("a = One\nb = { $x }\n", "edition");
    assert_eq!(one, edition("a = Uno\nb = of { $x }\n", "edition"));
    for other in ["a = One\nc = { $x }\n", "a = One\nb = { NUMBER($x) }\n", "b = { $x }\na = One\n"] {
        assert_ne!(one, edition(other, "edition"));
    }
}

#[test]
fn a_language_that_lacks_a_text_is_refused() {
    let told = refused("missing", "a = One\nb = Two\n", "a = Een\nc = Drie\n");
    assert_eq!(told, r#"texts/nl: missing ["b"], not wanted ["c"]"#);
    assert!(refused("order", "a = One\nb = Two\n", "b = Twee\na = Een\n").contains("`b` stands where `a` belongs"));
    assert!(refused("twice", "a = One\na = Two\n", "a = Een\n").contains("`a` is there twice"));
}

#[test]
fn a_language_that_names_other_arguments_is_refused() {
    let told = refused("arguments", "a = { $user } and { $group }\n", "a = { $user } en { $groep }\n");
    assert!(told.contains("`a` names the arguments"), "{told}");
    assert!(refused("lost", "a = { $user }\n", "a = gebruiker\n").contains("`a` names the arguments"));
}

#[test]
fn what_the_program_could_not_say_is_refused() {
    for (name, text, reason) in [
        ("bar", "a = one | two\n", "cannot be said"),
        ("term", "-brand = Lab\na = One\n", "only messages"),
        ("attribute", "a = One\n    .title = Two\n", "attributes"),
        ("nothing", "a =\n    .title = Two\n", "attributes"),
        ("reference", "b = Two\na = { b }\n", "only arguments"),
        ("function", "a = { DATETIME($x) }\n", "only arguments"),
        ("options", "a = { NUMBER($x, minimumFractionDigits: 2) }\n", "NUMBER takes one argument"),
        ("few", "a = { $n ->\n    [few] few\n   *[other] many\n}\n", "[one]"),
        ("alone", "a = { $n ->\n   *[other] many\n}\n", "[one]"),
        ("syntax", "a = { $n\n", "all.ftl"),
    ] {
        let told = refused(name, text, text);
        assert!(told.contains(reason), "{name}: {told}");
    }
}

/// The arguments that a word follows right behind, with that word.
fn followed(pieces: &[script::Piece]) -> Vec<(&str, String)> {
    let pairs = pieces.iter().zip(pieces.iter().skip(1)).filter_map(|pair| match pair {
        (script::Piece::Argument(name), script::Piece::Words(words)) => Some((name.as_str(), words.strip_prefix(' ')?)),
        _ => None,
    });
    pairs.map(|(name, behind)| (name, behind.chars().take_while(|letter| letter.is_alphabetic()).collect())).collect()
}

/// Words that stand behind a number only where it is not one.
fn plurals(pieces: &[script::Piece]) -> Vec<String> {
    let mut plurals = Vec::new();
    for piece in pieces {
        if let script::Piece::Choice { one, other, .. } = piece {
            let single = followed(one);
            let words = followed(other).into_iter().map(|(_, word)| word);
            plurals.extend(words.filter(|word| single.iter().all(|(_, single)| single != word)));
        }
    }
    plurals
}

#[test]
fn what_is_counted_has_a_singular() {
    /// Numbers that are never one: limits, lengths, and counts of what there are always several of.
    const NEVER_ONE: [&str; 10] = [
        "author-link-length",
        "author-link-too-long",
        "fault-too-long",
        "happened-newest",
        "map-by-group",
        "mending-found-first",
        "rules-by-confidence",
        "share-length",
        "too-many-people",
        "users-of-all-in-error",
    ];
    // What follows a number that something else is counted by.
    const VERBS: [&str; 6] = ["are", "have", "hebben", "keep", "worden", "zijn"];
    let languages = script::read(Path::new("texts")).unwrap();
    let mut met = std::collections::BTreeSet::new();
    for texts in &languages {
        let nouns: std::collections::BTreeSet<String> = texts.iter().flat_map(|text| plurals(&text.pieces)).collect();
        assert!(["users", "gebruikers"].iter().any(|noun| nouns.contains(*noun)), "{nouns:?}");
        for text in texts {
            for (name, noun) in followed(&text.pieces) {
                let is_number = text.arguments.iter().any(|argument| argument.name == name && argument.is_number);
                if is_number && nouns.contains(&noun) && !VERBS.contains(&noun.as_str()) {
                    met.insert(text.key.as_str());
                }
            }
        }
    }
    assert!(met.iter().copied().eq(NEVER_ONE), "numbers before a noun: {met:?}");
}
