//! Where what is shown is kept, what is put aside and gone back to, and what waits to be done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

use licensing_model::Command;
use licensing_scenario::link;
use licensing_scenario::sample::example::NOOR;
use licensing_scenario::storage::{RecordId, StoreError, TabId, TenantId};
use licensing_session::keeping::{
    Beginning, Job, Left, NotOpened, Notice, Place, Presence, Saving, Shelf, Standing, Stopped, Stored, Waiting,
};
use licensing_session::{Requests, Session};

const MINE: TenantId = TenantId(1);
const OTHER: TenantId = TenantId(2);

/// A session that is known by its title.
fn named(title: &str) -> Session {
    Session::example(title.to_string())
}

fn changed(title: &str) -> Session {
    let mut session = named(title);
    session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
    session
}

fn shelf(standing: Standing, saving: Saving) -> Shelf {
    let mut shelf = Shelf::new(&Beginning::Last);
    shelf.show(named("blank"), standing, saving);
    shelf
}

fn title(session: Option<Session>) -> Option<String> {
    session.map(|session| session.title().to_string())
}

fn head(sequence: u32) -> RecordId {
    RecordId { sequence, tab: TabId(7) }
}

#[test]
fn one_begins_with_what_the_address_and_the_storage_ask_for() {
    let link = format!("{}abc", link::PREFIX);
    let of = |fragment: &str, place, stored| Beginning::of(fragment.to_string(), place, stored, Stopped::No);
    assert_eq!(of("#/", Place::Alone, Stored::Nothing), Beginning::First);
    assert_eq!(of("#/users", Place::Alone, Stored::Something), Beginning::Last);
    assert_eq!(of(&link, Place::Alone, Stored::Something), Beginning::Link(link.clone()));
    // Inside another page nothing that is stored is begun with.
    assert_eq!(of("#/", Place::Inside, Stored::Something), Beginning::Embedded(None));
    assert_eq!(of(&link, Place::Inside, Stored::Something), Beginning::Embedded(Some(link.clone())));
    assert_eq!(Beginning::Last.job::<()>(), Some(Job::Start));
    assert_eq!(Beginning::Embedded(None).job::<()>(), None);
    assert_eq!(Beginning::Embedded(Some(link.clone())).job::<()>(), Some(Job::OpenLink(link)));
}

#[test]
fn what_has_stopped_the_page_is_not_begun_with_again() {
    let link = format!("{}abc", link::PREFIX);
    let of = |fragment: &str, place, stopped| Beginning::of(fragment.to_string(), place, Stored::Something, stopped);
    // What was stored is tried once more, a link only where somebody asks for it.
    assert_eq!(of("#/users", Place::Alone, Stopped::Once), Beginning::Last);
    assert_eq!(of("#/users", Place::Alone, Stopped::Twice), Beginning::Stopped);
    for stopped in [Stopped::Once, Stopped::Twice] {
        assert_eq!(of(&link, Place::Alone, stopped), Beginning::LinkStopped);
        assert_eq!(of("#/", Place::Inside, stopped), Beginning::Embedded(None));
    }
    assert_eq!(Beginning::LinkStopped.job::<()>(), None);
    let mut shelf = Shelf::new(&Beginning::LinkStopped);
    assert_eq!(*shelf.presence(), Presence::Failed(NotOpened::LinkStopped));
    assert!(!shelf.put_away(), "there is nothing to be shown but what is stored");
}

#[test]
fn a_link_is_a_visit_and_one_comes_back_to_ones_own() {
    let mut shelf = shelf(Standing::Stored(MINE), Saving::Done);
    shelf.show(named("mine"), shelf.standing_of_visit(), Saving::Nothing);
    assert_eq!((shelf.standing(), shelf.is_at_risk(&named("link"))), (Standing::Visit, false));
    // A second link does not take the place of one's own.
    shelf.show(named("link"), Standing::Visit, Saving::Nothing);
    assert_eq!(title(shelf.discard(&named("shown"))).as_deref(), Some("mine"));
    assert_eq!((shelf.standing(), shelf.saving()), (Standing::Stored(MINE), Saving::Done));
    assert!(shelf.discard(&named("shown")).is_none());
    assert!(shelf.is_blank(), "there is nothing to be shown but what is stored");
}

#[test]
fn what_would_be_lost_is_put_aside_and_that_is_told() {
    let mut shelf = shelf(Standing::Visit, Saving::Nothing);
    shelf.show(changed("edited link"), Standing::Stored(OTHER), Saving::Done);
    assert_eq!(shelf.notices(), [Notice::Left]);
    assert!(shelf.is_at_risk(&named("other")));
    let Left { session, standing, .. } = shelf.take_unsafe().expect("it was put aside");
    assert_eq!((session.title(), standing), ("edited link", Standing::Visit));
    shelf.show(named("other"), standing, Saving::Nothing);
    // What is stored is gone back to from a visit.
    assert_eq!(title(shelf.discard(&named("shown"))).as_deref(), Some("other"));
}

#[test]
fn a_copy_in_which_something_was_done_can_be_gone_back_to_after_it_was_discarded() {
    let mut own = shelf(Standing::Stored(MINE), Saving::Done);
    own.show(named("mine"), Standing::Visit, Saving::Nothing);
    let copy = changed("edited link");
    assert_eq!(title(own.discard(&copy)).as_deref(), Some("mine"));
    own.keep_aside(Left { session: copy, standing: Standing::Visit, saving: Saving::Nothing });
    assert_eq!(own.notices(), [Notice::Left]);
    assert_eq!(title(own.take_unsafe().map(|left| left.session)).as_deref(), Some("edited link"));
    // A page that began with the link opens what is stored, and puts the copy aside then.
    let mut linked = shelf(Standing::Visit, Saving::Nothing);
    assert!(linked.discard(&changed("edited link")).is_none());
    linked.show(changed("edited link"), Standing::Stored(MINE), Saving::Done);
    assert_eq!(linked.notices(), [Notice::Left]);
    // To begin the case again is no loss either.
    let mut again = shelf(Standing::Visit, Saving::Nothing);
    again.show(changed("edited link"), Standing::Visit, Saving::Nothing);
    assert_eq!(again.notices(), [Notice::Left]);
}

#[test]
fn what_is_stored_is_not_put_aside_for_another_tenant() {
    let mut shelf = shelf(Standing::Stored(MINE), Saving::Done);
    shelf.show(named("mine"), Standing::Stored(OTHER), Saving::Done);
    assert!(shelf.notices().is_empty() && shelf.take_unsafe().is_none());
    // Where storing failed it is.
    shelf.note(Saving::Failed(StoreError::Full));
    shelf.show(named("full"), Standing::Stored(MINE), Saving::Done);
    assert!(shelf.is_at_risk(&named("mine")));
    // And it is safe as soon as it could be stored after all.
    shelf.note_of(OTHER, Saving::Done);
    assert!(!shelf.is_at_risk(&named("mine")));
}

#[test]
fn a_tenant_that_is_gone_is_not_gone_back_to() {
    let mut shelf = shelf(Standing::Stored(MINE), Saving::Done);
    shelf.show(named("mine"), Standing::Visit, Saving::Nothing);
    shelf.forget_tenant(MINE);
    assert!(shelf.discard(&named("shown")).is_none());
}

#[test]
fn the_storage_of_the_user_is_out_of_reach_inside_another_page() {
    let jobs = |standing: Standing| -> Vec<Job<()>> {
        let all = vec![
            Job::Start,
            Job::SaveStored(MINE),
            Job::Again,
            Job::Write,
            Job::Look,
            Job::Retry,
            Job::Store,
            Job::Leave,
            Job::Open(MINE, None),
            Job::SetApart(head(1)),
            Job::SaveUnreadable(Vec::new()),
            Job::RemoveUnreadable(Vec::new()),
            Job::ReadName,
            Job::Duplicate(MINE),
            Job::Rename(MINE, String::new()),
            Job::Delete(MINE),
            Job::Restore(MINE),
            Job::Erase(MINE),
            Job::OpenLink(String::new()),
            Job::OpenFile(()),
            Job::OpenText(String::new()),
            Job::SaveFile,
        ];
        all.into_iter().filter(|job| job.is_allowed(standing)).collect()
    };
    let mut shelf = Shelf::new(&Beginning::Embedded(None));
    assert_eq!(
        jobs(shelf.standing()),
        [Job::Again, Job::OpenLink(String::new()), Job::OpenFile(()), Job::OpenText(String::new()), Job::SaveFile]
    );
    assert_eq!(jobs(Standing::Visit).len(), 22);
    // Whatever is shown, and whatever fails, it stays so.
    for standing in [shelf.standing_of_new(), shelf.standing_of_visit()] {
        shelf.show(changed("shown"), standing, Saving::Nothing);
        shelf.await_another();
        shelf.miss_desk();
        assert_eq!(*shelf.presence(), Presence::Failed(NotOpened::Network));
        assert_eq!(shelf.standing(), Standing::Embedded);
        assert!(!shelf.is_at_risk(&changed("shown")));
    }
}

#[test]
fn a_newer_release_sets_what_is_shown_adrift() {
    let mut shelf = shelf(Standing::Stored(MINE), Saving::Done);
    shelf.set_adrift();
    assert_eq!((shelf.standing(), shelf.notices()), (Standing::Visit, &[Notice::Newer][..]));
    shelf.store_as(OTHER);
    assert_eq!(shelf.standing(), Standing::Stored(OTHER));
}

#[test]
fn notices_are_told_once_and_of_the_tenant_that_is_shown() {
    let mut shelf = shelf(Standing::Stored(MINE), Saving::Done);
    shelf.tell(Notice::Restarted);
    shelf.tell(Notice::Apart(head(1)));
    shelf.tell(Notice::Apart(head(2)));
    shelf.tell(Notice::Versions(vec![head(3), head(4)]));
    shelf.tell(Notice::Restarted);
    assert_eq!(shelf.notices().len(), 3);
    assert!(shelf.notices().contains(&Notice::Apart(head(2))));
    shelf.told_version(head(3));
    assert!(shelf.notices().contains(&Notice::Versions(vec![head(4)])));
    shelf.told_version(head(4));
    shelf.told(&Notice::Apart(head(2)));
    assert_eq!(shelf.notices(), [Notice::Restarted]);
    shelf.tell(Notice::NotCopied);
    shelf.show(named("mine"), Standing::Stored(OTHER), Saving::Done);
    assert_eq!(shelf.notices(), [Notice::Restarted]);
}

#[test]
fn what_did_not_open_leaves_what_was_shown() {
    let mut shelf = shelf(Standing::Stored(MINE), Saving::Done);
    shelf.await_another();
    shelf.fail(NotOpened::Network);
    assert!(shelf.put_away());
    assert_eq!((shelf.presence(), shelf.standing()), (&Presence::Here, Standing::Stored(MINE)));
    let mut first = Shelf::new(&Beginning::Link(String::new()));
    first.fail(NotOpened::Network);
    assert!(!first.put_away(), "nothing was shown before");
}

#[test]
fn jobs_wait_as_far_as_that_is_of_use() {
    let mut waiting = Waiting::<()>::new();
    assert!(!waiting.push(Job::Look) && !waiting.push(Job::Leave) && !waiting.push(Job::ReadName));
    assert!(waiting.push(Job::Start) && waiting.push(Job::Write) && waiting.push(Job::Write));
    assert!(waiting.push(Job::OpenLink("a".into())) && waiting.push(Job::OpenLink("b".into())));
    assert_eq!(waiting.pop(), Some(Job::Write));
    assert_eq!(waiting.pop(), Some(Job::OpenLink("b".into())));
    assert_eq!(waiting.pop(), None);
}

#[test]
fn a_page_that_has_stopped_twice_opens_nothing() {
    assert_eq!(Beginning::Stopped.job::<()>(), None);
    let mut shelf = Shelf::new(&Beginning::Stopped);
    assert_eq!(*shelf.presence(), Presence::Failed(NotOpened::Stopped));
    assert!(!shelf.put_away(), "nothing was shown before");
    shelf.show(named("another"), Standing::Stored(OTHER), Saving::Done);
    assert_eq!((shelf.presence(), shelf.is_blank()), (&Presence::Here, false));
}

#[test]
fn what_could_not_be_stored_is_tried_again_and_nothing_else() {
    let mut shelf = shelf(Standing::Stored(MINE), Saving::Failed(StoreError::Full));
    assert!(shelf.is_unsaved());
    shelf.note(Saving::Done);
    assert!(!shelf.is_unsaved());
    shelf.show(named("link"), Standing::Visit, Saving::Nothing);
    assert!(!shelf.is_unsaved());
}

#[test]
fn of_several_requests_the_newest_wins() {
    let mut requests = Requests::new();
    let first = requests.ask();
    assert!(requests.is_newest(first));
    let second = requests.ask();
    assert!(!requests.is_newest(first) && requests.is_newest(second));
}
