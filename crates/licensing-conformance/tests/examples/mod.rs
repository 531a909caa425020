//! Runs the worked examples, `tests/examples/*.toml` at the root of the repository. `tests/README.md` beside them
//! explains the format.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

mod driver;
mod format;
mod rules;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use licensing_conformance::world::World;
use licensing_core::Tenant;
use licensing_reference::Model;

use crate::examples::format::Example;

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every example with its file name, in the order of the names.
fn examples() -> Vec<(String, Example)> {
    let folder = root().join("tests/examples");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(file: &Path) -> (String, Example) {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = fs::read_to_string(file).expect("a readable file");
    let example = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    (name, example)
}

/// Runs every example, and tells of all that fail.
fn run_all<W: World>() {
    let catalog = Arc::new(licensing_catalog::starter());
    let examples = examples();
    let failures = examples.iter().filter_map(|(name, example)| {
        let failure = driver::run::<W>(&catalog, example).err()?;
        Some(format!("{name} ({}: {}), {failure}", example.section, example.title))
    });
    let failures: Vec<String> = failures.collect();
    assert!(failures.is_empty(), "on the {}:\n{}", W::NAME, failures.join("\n"));
}

#[test]
fn every_example_holds_on_the_reference() {
    run_all::<Model>();
}

#[test]
fn every_example_holds_on_the_engine() {
    run_all::<Tenant>();
}

#[test]
fn every_example_names_rules_that_exist() {
    for (name, example) in examples() {
        assert!(!example.rules.is_empty(), "{name} names no rule");
        for rule in &example.rules {
            assert!(rules::ALL.contains(&rule.as_str()), "{name} names {rule}, which is no rule");
        }
    }
}

#[test]
fn every_rule_is_tested() {
    let by_example: Vec<String> = examples().into_iter().flat_map(|(_, example)| example.rules).collect();
    let rules = rules::read(&fs::read_to_string(root().join("docs/rules.md")).expect("docs/rules.md"));
    let problems = rules::untested(&by_example, &rules, &rules::test_names(&root()));
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn the_rules_link_where_they_are_decided_read_and_tested() {
    let by_example: Vec<_> = examples().into_iter().map(|(name, example)| (name, example.rules)).collect();
    let problems = rules::wrong_links(&root(), &by_example);
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// What the driver says of an example with this one entry.
fn said(entry: &str) -> Result<(), String> {
    let head =
        "title = ''\nsection = ''\nrules = []\n[products]\nENTERPRISEPACK = 1\n[[user]]\nname = 'Anna'\n[[do]]\n";
    let example = toml::from_str(&format!("{head}{entry}")).map_err(|error| error.message().to_string())?;
    driver::run::<Model>(&Arc::new(licensing_catalog::starter()), &example)
}

#[test]
fn the_driver_notices_mistakes() {
    let right = [
        "do = 'settle'",
        "expect = [{ user = 'Anna', rows = 0 }]",
        "do = 'delete-user'\nuser = '#9'\nrefused = 'UnknownUser'",
    ];
    for entry in right {
        assert_eq!(said(entry), Ok(()), "{entry}");
    }
    let wrong = [
        ("do = 'settel'", "unknown variant"),
        ("do = 'settle'\nuser = 'Anna'", "unknown field"),
        ("do = 'step'", "nothing waits"),
        ("do = 'delete-user'\nuser = 'Bram'", "there is no user Bram"),
        ("do = 'delete-user'\nuser = '#9'", "refused with UnknownUser"),
        ("do = 'delete-user'\nuser = '#9'\nrefused = 'UnknownGroup'", "not UnknownGroup"),
        ("do = 'delete-user'\nuser = 'Anna'\nrefused = 'UnknownUser'", "accepted, but should be refused"),
        ("expect = [{ user = 'Anna', rows = 1 }]", "rows: expected 1, seen 0"),
        ("expect = [{ user = 'Anna', row = 1 }]", "unknown field"),
        ("expect = [{ user = 'Anna', consumed = 1 }]", "do not go together"),
        ("expect = [{ user = 'Anna', group = 'Sales', rows = 0 }]", "do not go together"),
        ("expect = [{ user = 'Anna', product = 'ENTERPRISEPACK', via = 'direct' }]", "`state` is missing"),
        ("expect = [{ product = 'STANDARDPACK', consumed = 0 }]", "the tenant has no STANDARDPACK"),
    ];
    for (entry, problem) in wrong {
        let said = said(entry);
        assert!(matches!(&said, Err(words) if words.contains(problem)), "{entry}: {said:?}");
    }
}
