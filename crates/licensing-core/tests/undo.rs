//! How much is done again for an undo or a redo, with many users.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use licensing_core::History;
use licensing_model::{Command, GroupId, RuleSet, Units};

use crate::many::crowd;

const USERS: u32 = 60_000;
/// What is done again between two copies, with the slice in which the second one was due.
const MOST: usize = 20_000 + SLICE as usize;
const SLICE: u64 = 7_000;

/// Each run looks at everybody, in slices that are one thing to undo.
#[test]
fn undo_and_redo_do_little_again_however_long_the_runs_are() {
    let (tenant, product, group) = crowd(USERS, RuleSet::Rules2019, USERS / 2);
    let mut history = History::new(tenant);
    let mut moments = vec![(0, history.tenant().digest())];
    for round in 0..5 {
        let name = format!("Everybody {round}");
        history.apply(Command::RenameGroup(group, name)).unwrap();
        moments.push((history.position(), history.tenant().digest()));
        history.apply(Command::SetUnits(product, Units::enabled(USERS / 2 + round * 5_000))).unwrap();
        moments.push((history.position(), history.tenant().digest()));
        history.apply(Command::ReprocessGroup(group)).unwrap();
        moments.push((history.position(), history.tenant().digest()));
        let began = history.position();
        let mut steps = 0;
        while !history.tenant().is_at_rest() {
            steps += history.settle_within(u32::MAX, SLICE).steps;
        }
        assert!(steps >= USERS);
        history.join_since(began);
        moments.push((history.position(), history.tenant().digest()));
    }
    for (position, digest) in moments.iter().rev().skip(1) {
        let cost = history.cost_of_going_to(history.before().unwrap());
        assert!(cost <= MOST, "{cost} users are looked at to go back to {position}");
        assert!(history.undo());
        assert_eq!((history.position(), history.tenant().digest()), (*position, *digest));
    }
    assert_eq!(history.before(), None);
    for (position, digest) in moments.iter().skip(1) {
        let cost = history.cost_of_going_to(history.after().unwrap());
        assert!(cost <= MOST, "{cost} users are looked at to go on to {position}");
        assert!(history.redo());
        assert_eq!((history.position(), history.tenant().digest()), (*position, *digest));
    }
    // Something else is done instead: what was copied of the way that is left is of no use any more.
    let (position, digest) = moments[7];
    assert!(history.go_to(position));
    assert_eq!(history.tenant().digest(), digest);
    history.apply(Command::RenameGroup(GroupId::at(0), "Nobody".to_string())).unwrap();
    let other = history.tenant().digest();
    history.settle(u32::MAX);
    assert!(history.undo() && history.tenant().digest() == other);
    assert!(history.undo() && history.tenant().digest() == digest);
    assert!(history.take_branch(0));
    assert_eq!((history.position(), history.tenant().digest()), *moments.last().unwrap());
}
