//! To another moment in slices: it is the same as at once, and until it is there nothing has changed.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_model::{Command, GroupId, Sliced};
use licensing_scenario::sample::Sample;
use licensing_scenario::storage::Entry;
use licensing_scenario::{Base, Scenario};
use licensing_session::{Opening, Session};

/// Units of a slice.
const SLICE: u32 = 100;

/// A company whose groups were all processed once more, so many steps at a time.
fn company() -> Session {
    let catalog = Arc::new(licensing_catalog::starter());
    let base = Base::Sample(Sample::Company { seed: 3, users: 6_000 });
    let scenario = Scenario::new(String::new(), &catalog, base);
    let (mut session, _) = Opening::new(scenario, Vec::new(), catalog).finish().expect("it is a sample");
    for group in 0..200 {
        // Some have no licenses.
        let _ = session.apply(Command::ReprocessGroup(GroupId::from_raw(group)));
    }
    while !session.run(700) {}
    session.take_entries();
    session
}

#[test]
fn what_is_far_is_gone_to_in_slices_and_is_the_same_as_at_once() {
    let (mut session, mut other) = (company(), company());
    let here = session.position();
    let before = session.tenant().digest();
    let far: Vec<usize> = (0..here).filter(|to| session.begin_going(*to).is_some()).collect();
    let (first, last) = (far.first().copied().expect("some are far"), far.last().copied().unwrap_or_default());
    for to in [first, last] {
        let Some(mut going) = session.begin_going(to) else { continue };
        let (mut slices, mut done) = (1, 0);
        while going.advance(SLICE) == Ok(false) {
            let (now, all) = going.progress();
            assert!(done < now && now <= all, "{done}, {now} of {all}");
            assert_eq!(session.position(), if to == first { here } else { first }, "it stays where it is");
            (slices, done) = (slices + 1, now);
        }
        assert!(slices >= 50, "to {to}: {slices} slices of {SLICE} units");
        session.arrive(going);
        other.go_to(to);
        assert_eq!((session.position(), session.tenant().digest()), (to, other.tenant().digest()));
        assert_eq!(session.take_entries(), [Entry::GoTo(to)]);
    }
    session.go_to(here);
    assert_eq!(session.tenant().digest(), before, "and back");
}

#[test]
fn what_is_near_is_gone_to_at_once() {
    let mut session = Session::example(String::new());
    while session.step().is_some() {}
    assert!((0..=session.actions().len()).all(|to| session.begin_going(to).is_none()));
    assert!(session.begin_going(1_000_000).is_none(), "there are not so many moments");
}
