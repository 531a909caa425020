//! Whatever bytes come, an import ends with a tenant or an error, and never takes more than its limits.
//!
//! `LAB_IMPORT_SEED` sets from which seed on bundles are changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use crate::common::{KEPT, import_in_pieces};
use licensing_conformance::random::Random;
use licensing_import::{Import, Options, limits};
use licensing_model::Catalog;
use proptest::prelude::*;

const BUNDLE: &str = include_str!("fixtures/bundle.json");

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

#[test]
fn every_prefix_of_a_bundle_is_refused() {
    let end = BUNDLE.rfind('}').unwrap();
    let catalog = catalog();
    for length in 0..=end {
        let error = import_in_pieces(&catalog, &[("bundle.json", &BUNDLE.as_bytes()[..length])], KEPT, 4_096);
        let error = error.err().unwrap_or_else(|| panic!("{length} bytes were imported"));
        let expected = if length == 0 { "it is empty" } else { "the file ends before its JSON does" };
        assert!(error.to_string().ends_with(expected), "{length} bytes: {error}");
    }
    assert!(import_in_pieces(&catalog, &[("bundle.json", &BUNDLE.as_bytes()[..=end])], KEPT, 4_096).is_ok());
}

#[test]
fn a_million_users_are_too_many() {
    let mut import = Import::new(catalog(), Options::default());
    import.begin_file("users.json").unwrap();
    import.push(b"{\"users\": [").unwrap();
    let mut line = String::new();
    let refused = (0..1_000_000).find_map(|number| {
        line.clear();
        let comma = if number > 0 { "," } else { "" };
        line.push_str(&format!(
            "{comma}\n{{\"id\":\"b0000000-0000-4000-8000-{number:012}\",\"userPrincipalName\":\"u{number}@contoso.com\"}}"
        ));
        import.push(line.as_bytes()).err().map(|error| (number, error.to_string()))
    });
    let (number, said) = refused.expect("a million users were taken");
    assert_eq!(number, limits::MOST_USERS);
    assert_eq!(said, format!("users.json, line {}: users[200000]: more than 200,000 users", "200,002"));
}

#[test]
fn more_bytes_than_are_taken_are_refused() {
    let mut import = Import::new(catalog(), Options::default());
    import.begin_file("users.json").unwrap();
    import.push(b"{\"users\": [").unwrap();
    let blanks = vec![b' '; 1 << 16];
    // Blanks are no values: the file is refused long before its limit, and no memory is taken for them.
    let refused = (0..10_000).find_map(|_| import.push(&blanks).err()).expect("blanks without end were taken");
    assert!(refused.to_string().ends_with("the text is longer than 1,048,576 characters"), "{refused}");

    let mut import = Import::new(catalog(), Options::default());
    import.begin_file("events.json").unwrap();
    import.push(b"{\"contacts\": [").unwrap();
    let record = format!("{{\"id\": 5, \"note\": \"{}\"}}", "x".repeat(1_000_000));
    assert!(import.push(record.as_bytes()).is_err(), "an unknown property");

    let mut import = Import::new(catalog(), Options::default());
    let text = format!("{{\"@a\": \"{}\", \"users\": []}}", "x".repeat(1_000_000));
    let refused = (0..1_000).find_map(|number| {
        import.begin_file(&format!("{number}.json")).unwrap();
        import.push(text.as_bytes()).err()
    });
    let said = refused.expect("a gigabyte was taken").to_string();
    assert_eq!(said, "536.json, line 1: more than 536,870,912 bytes");
}

/// The bundle with random bytes changed, taken out or put in.
fn mutated(seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed);
    let mut bytes = BUNDLE.as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        if bytes.is_empty() {
            break;
        }
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => bytes[at] = random.below(256) as u8,
            1 => bytes[at] = b"{}[]\",:0-e\\n\n"[random.below(13)],
            2 => _ = bytes.remove(at),
            3 => bytes.insert(at, b"{}[]\",:0-e\\n\n"[random.below(13)]),
            4 => {
                // A part of the file stands somewhere else too.
                let from = random.below(bytes.len());
                let part = bytes[from..(from + random.below(400)).min(bytes.len())].to_vec();
                bytes.splice(at..at, part);
            }
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

#[test]
fn mutated_bundles_give_a_tenant_or_an_error() {
    let catalog = catalog();
    let mut imported = 0;
    let first: u64 = std::env::var("LAB_IMPORT_SEED").map_or(0, |seed| seed.parse().unwrap());
    for seed in first..first + 20_000 {
        let bytes = mutated(seed);
        let options = if seed % 2 == 0 { KEPT } else { Options::default() };
        imported += usize::from(import_in_pieces(&catalog, &[("bundle.json", &bytes)], options, 997).is_ok());
    }
    assert!(imported > 200, "only {imported} of them were still a tenant");
}

proptest! {
    #[test]
    fn any_bytes_give_a_tenant_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        _ = import_in_pieces(&catalog(), &[("bytes", &bytes)], KEPT, 3);
    }
}
