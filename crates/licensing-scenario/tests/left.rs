//! Ways that were left share what they have in common: in memory, in what is stored, and when that is opened again.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::fs;

use crate::common::catalog;
use licensing_core::{History, Tenant};
use licensing_model::command::GroupKind;
use licensing_model::{Command, TenantSettings};
use licensing_scenario::{Base, Reading, Scenario, Writing};

/// Actions before the tries, each with a name of some length.
const BEFORE: usize = 500;
/// More tries than brought the page down.
const TRIES: usize = 30_000;
/// The ways take two mebibytes; with its own copy of what they have in common each, they would take fifty.
const MOST_MEBIBYTES: u64 = 16;

fn create(number: usize) -> Command {
    Command::CreateGroup { name: format!("{number} {}", "long ".repeat(40)), kind: GroupKind::Security }
}

/// What this process holds; none where the system does not say.
fn mebibytes_held() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmRSS:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1_024)
}

#[test]
fn trying_and_taking_back_for_hours_keeps_each_action_once() {
    let settings = TenantSettings::default();
    let mut history = History::new(Tenant::new(catalog(), settings.clone()));
    (0..BEFORE).for_each(|number| _ = history.apply(create(number)).unwrap());
    let before = mebibytes_held();
    for number in BEFORE..BEFORE + TRIES {
        history.apply(create(number)).unwrap();
        history.undo();
    }
    assert_eq!(history.branches().len(), History::MOST_BRANCHES, "long ways are kept as well");
    // None of them has more than a word in common with the present way any more.
    history.go_to(1);
    history.apply(create(0)).unwrap();
    assert_eq!(history.branches().len(), History::MOST_BRANCHES);
    let whole = || Scenario::of_history(String::new(), Base::Empty(settings.clone()), &history);
    let sealed = Writing::new(whole()).finish().unwrap();
    assert!(sealed.len() < 100_000, "{} bytes", sealed.len());
    let read = Reading::new(&sealed, catalog().revision).unwrap().finish().unwrap();
    assert!(read == whole());
    let again = read.open(catalog()).unwrap().history;
    assert_eq!(again.branches(), history.branches());
    if let (Some(before), Some(after)) = (before, mebibytes_held()) {
        let more = after.saturating_sub(before);
        println!("{} bytes, {more} MiB more", sealed.len());
        assert!(more < MOST_MEBIBYTES, "{more} MiB more");
    }
    // A document of few bytes does not unfold to more than it holds.
    assert!(again.branches().windows(2).all(|ways| ways[0].shared_with(&ways[1]) == BEFORE));
}

#[test]
fn few_ways_are_written_as_before() {
    let settings = TenantSettings::default();
    let mut history = History::new(Tenant::new(catalog(), settings.clone()));
    for turn in 0..5 {
        (0..40).for_each(|number| _ = history.apply(create(100 * turn + number)).unwrap());
        history.go_to(1);
    }
    let whole = Scenario::of_history(String::new(), Base::Empty(settings), &history);
    let sealed = Writing::new(whole.clone()).finish().unwrap();
    assert_eq!(sealed[0] >> 3, 1, "the first version says it");
    assert!(Reading::new(&sealed, catalog().revision).unwrap().finish().unwrap() == whole);
}
