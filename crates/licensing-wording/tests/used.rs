//! Every text is said somewhere: what nobody shows any more is not translated any longer either.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true if path.ends_with("target") => Vec::new(),
            true => files(&path, ending),
            false => Some(path).filter(|path| path.extension().is_some_and(|own| own == ending)).into_iter().collect(),
        })
        .collect()
}

#[test]
fn every_text_is_used() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = own.parent().unwrap().parent().unwrap();
    let sources = ["crates", "web/src"].into_iter().flat_map(|folder| files(&root.join(folder), "rs"));
    let is_ours = |path: &PathBuf| !path.components().any(|part| part.as_os_str() == "tests");
    let mut words = BTreeSet::new();
    for source in sources.filter(is_ours) {
        let text = fs::read_to_string(source).unwrap();
        let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        words.extend(parts.map(str::to_string));
    }
    let texts = files(&own.join("texts/en"), "ftl");
    let texts = texts.into_iter().map(|path| fs::read_to_string(path).unwrap()).collect::<String>();
    let keys = texts.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    let names = keys.filter_map(|line| Some(line.split_once(" =")?.0.replace('-', "_"))).collect::<Vec<_>>();
    let unused: Vec<_> =
        names.iter().filter(|name| !words.contains(*name) && !words.contains(&name.to_uppercase())).collect();
    assert!(names.len() > 500);
    assert!(unused.is_empty(), "{unused:?}");
}
