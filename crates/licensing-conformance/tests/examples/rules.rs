//! Every rule is tested: by an example that names it, or by a test that the table in `tests/README.md` names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every rule and invariant.
pub(crate) const ALL: [&str; 50] = [
    "R1.1", "R1.2", "R1.3", "R1.4", "R1.5", "R1.6", "R2.1", "R2.2", "R2.3", "R3", "R4.1", "R4.2", "R4.3", "R4.4",
    "R4.5", "R4.6", "R4.7", "R5.1", "R5.2", "R6.1", "R6.2", "R6.3", "R7.1", "R7.2", "R7.3", "R8.1", "R8.2", "R8.3",
    "R8.4", "R8.5", "R9.1", "R9.2", "R10", "R11.1", "R11.2", "R11.3", "R12", "R13", "R14", "R15", "R16", "I1", "I2",
    "I3", "I4", "I5", "I6", "I7", "I8", "I9",
];

/// The names of all functions under `#[test]` in the sources of the workspace.
pub(crate) fn test_names(root: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for folder in ["crates", "web"] {
        collect(&root.join(folder), &mut names);
    }
    names
}

fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).unwrap_or_default();
            names.extend(tests_in(&source));
        }
    }
}

/// The functions that stand under an attribute ending in `test]`.
fn tests_in(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_test = false;
    for line in source.lines().map(str::trim) {
        if line.starts_with("#[") {
            is_test |= line.trim_end_matches(']').ends_with("test");
        } else if let Some((_, rest)) = line.split_once("fn ") {
            if is_test {
                names.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            }
            is_test = false;
        }
    }
    names
}

/// What is wrong: rules without a test, and tests of the table that do not exist.
pub(crate) fn untested(by_example: &[String], readme: &str, tests: &BTreeSet<String>) -> Vec<String> {
    let mut problems = Vec::new();
    let mut by_table: Vec<&str> = Vec::new();
    for line in readme.lines().filter(|line| line.starts_with("| R") || line.starts_with("| I")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let named: Vec<&str> = cells.get(1).unwrap_or(&"").split('`').skip(1).step_by(2).collect();
        for name in named.iter().filter(|name| !tests.contains(**name)) {
            problems.push(format!("tests/README.md names the test {name}, which does not exist"));
        }
        if !ALL.contains(&cells[0]) {
            problems.push(format!("tests/README.md names {}, which is no rule", cells[0]));
        }
        if !named.is_empty() {
            by_table.push(cells[0]);
        }
    }
    for rule in ALL {
        if !by_example.iter().any(|named| named == rule) && !by_table.contains(&rule) {
            problems.push(format!("{rule} is tested by no example and by no test of the table in tests/README.md"));
        }
    }
    problems
}
