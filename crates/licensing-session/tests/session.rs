//! The article's own story, driven as somebody would who has no browser; and what a session knows of what was done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

use licensing_core::state::AuditLog;
use licensing_core::{Action, Tenant};
use licensing_model::command::{GroupKind, LicenseChange};
use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, Command, License, Path, ProcessingState, ProductId, Sliced, Units, UserId};
use licensing_scenario::sample::example::{E1, E3, NOOR, SALES};
use licensing_scenario::storage::Entry;
use licensing_scenario::{Scenario, link};
use licensing_session::{Opening, Reading, Session};
use licensing_view::{WhyTarget, why};
use licensing_wording::{Message, Words};

fn words() -> Words {
    Words::english()
}

fn say(name: Option<&Message>) -> String {
    name.map(|name| words().say(name)).unwrap_or_default()
}

fn product(session: &Session, part_number: &str) -> ProductId {
    session.catalog().product_by_part_number(part_number).expect("the starter part has it")
}

fn taking(product: ProductId) -> Command {
    Command::ChangeUserLicenses(NOOR, LicenseChange { add: vec![], remove: vec![product] })
}

fn in_error(session: &Session) -> usize {
    session.tenant().users_in_error()
}

/// What every action is called, and what the last steps did.
fn told(session: &Session) -> (Vec<String>, Vec<String>) {
    let names = (0..session.actions().len()).map(|action| say(session.name_of(action)));
    (names.collect(), session.last_steps().map(|step| step.outcome(words())).collect())
}

/// What a session is told of in a scenario, opened in small slices.
fn reopened(scenario: Scenario, entries: Vec<Entry>, session: &Session) -> Session {
    let mut opening = Opening::new(scenario, entries, session.catalog());
    while !opening.advance(60).expect("it can be opened") {}
    let (opened, skipped) = opening.finish().expect("it can be opened");
    assert_eq!(skipped, 0);
    opened
}

#[test]
fn a_run_that_has_nobody_to_take_is_over_when_its_tenant_is_opened() {
    let session = Session::example("Contoso".to_string());
    let e3 = product(&session, E3);
    let mut tenant = Tenant::new(session.catalog(), Default::default());
    let add = vec![License { product: e3, disabled: vec![] }];
    for command in [
        Command::SetUnits(e3, Units::enabled(1)),
        Command::CreateGroup { name: "Nobody".to_string(), kind: GroupKind::Security },
        Command::ChangeGroupLicenses(SALES, LicenseChange { add, remove: vec![] }),
    ] {
        tenant.apply(&command).unwrap();
    }
    // As a file says it that was written between the change and the run.
    let mut state = tenant.state(AuditLog::Kept);
    state.groups[0].processing = Some(ProcessingState::QueuedForProcessing);
    state.queue.waiting.push(RunTarget::Group(SALES));
    let restored = || Tenant::restore(session.catalog(), state.clone()).unwrap();
    assert_eq!(restored().queue_length(), 1);
    let is_over = |session: &Session| {
        let group = session.tenant().group(SALES).expect("it is there");
        assert_eq!((session.is_idle(), group.processing), (true, Some(ProcessingState::ProcessingComplete)));
    };
    is_over(&Session::imported(restored(), session.catalog()));
    let scenario = Scenario::of_state(String::new(), &restored(), AuditLog::Kept);
    is_over(&Opening::new(scenario, vec![], session.catalog()).finish().unwrap().0);
    // As somebody writes it by hand: the group says that it waits, and the queue knows nothing of it.
    for said in [ProcessingState::QueuedForProcessing, ProcessingState::ProcessingInProgress] {
        let mut state = state.clone();
        state.queue.waiting.clear();
        state.groups[0].processing = Some(said);
        let tenant = Tenant::restore(session.catalog(), state).unwrap();
        is_over(&Session::imported(tenant.clone(), session.catalog()));
        let scenario = Scenario::of_state(String::new(), &tenant, AuditLog::Kept);
        is_over(&Opening::new(scenario, vec![], session.catalog()).finish().unwrap().0);
    }
}

#[test]
fn at_the_end_of_the_clock_no_run_goes_on_without_a_step() {
    let example = Session::example("Contoso".to_string());
    // As a file may say it: no tenant comes here by days that go by.
    let mut state = example.tenant().state(AuditLog::Kept);
    state.clock = Tenant::LAST_SECOND - 2;
    let tenant = Tenant::restore(example.catalog(), state).unwrap();
    let mut session = Session::imported(tenant, example.catalog());
    assert!(!session.is_idle(), "the example waits");
    // Each command takes a second.
    let rename = |turn: usize| Command::RenameGroup(SALES, format!("Sales {turn}"));
    let refused = (0..3).find_map(|turn| session.apply(rename(turn)).err());
    assert_eq!(refused.map(|note| note.plain), Some(licensing_wording::Text::CLOCK_OUT_OF_RANGE.into()));
    assert!(session.step().is_some(), "the last second is that of a step");
    assert!(session.step().is_none());
    assert!(session.tenant().waiting_steps() > 0 && session.has_ended());
    assert!(session.is_idle() && session.run(1) && session.run(u32::MAX));
}

#[test]
fn days_that_the_clock_does_not_have_are_refused_and_editing_goes_on() {
    let mut session = Session::example("Contoso".to_string());
    while session.apply(Command::Advance { days: 365 }).is_ok() {}
    assert!(session.apply(Command::Advance { days: 1_000 }).is_err() && !session.is_idle());
    session.apply(Command::RenameGroup(SALES, "Sales Europe".to_string())).expect("days end, names do not");
    assert!(session.run(u32::MAX) && !session.has_ended());
}

/// The story of the article: a direct E1 stands in the way of a group's E3, until it is taken away and the user is
/// processed again.
fn story() -> Session {
    let mut session = Session::example("Contoso".to_string());
    while session.step().is_some() {}
    let e1 = product(&session, E1);
    session.apply(taking(e1)).expect("it is hers");
    session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
    assert!(session.run(100), "one step");
    session
}

fn state(tenant: &Tenant, e3: ProductId) -> AssignmentError {
    tenant.path(NOOR, e3, Path::Group(SALES)).expect("the group gives it").error
}

#[test]
fn the_article_is_followed_from_conflict_to_cure() {
    let mut session = Session::example("Contoso".to_string());
    let (e1, e3) = (product(&session, E1), product(&session, E3));
    assert_eq!((session.place().steps, session.is_idle()), (0, false));
    assert!(session.run(10), "the whole group is few enough");
    assert_eq!((session.steps_done(), in_error(&session)), (4, 1));
    assert_eq!(state(session.tenant(), e3), AssignmentError::MutuallyExclusiveViolation);
    let target = WhyTarget { user: NOOR, product: e3, path: Path::Group(SALES) };
    let trace = why::why(session.tenant(), words(), target).expect("there is such a path");
    assert_eq!(trace.rules.first().map(|rule| rule.id), Some("R6.1"));

    session.apply(taking(e1)).expect("it is hers");
    assert_eq!(say(session.last_name()), "remove Office 365 E1 from Noor Visser");
    assert!(session.is_idle(), "a direct license starts no work");
    session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
    assert!(session.step().is_some());
    assert_eq!((in_error(&session), state(session.tenant(), e3)), (0, AssignmentError::None));

    // The step is a moment of the history like the commands before it, and counted with them.
    let moment = session.position();
    let cured = session.tenant().path(NOOR, e3, Path::Group(SALES)).expect("she has it").updated;
    assert_eq!(session.moment_of(cured), Some(moment));
    assert_eq!(session.moment_of(u32::MAX), None);
    assert_eq!(say(session.undo().as_ref()), format!("step {moment}"));
    assert_eq!(say(session.undo().as_ref()), "reprocess Noor Visser");
    assert_eq!(say(session.undo().as_ref()), "remove Office 365 E1 from Noor Visser");
    assert_eq!(in_error(&session), 1);
    while session.redo().is_some() {}
    assert_eq!((in_error(&session), session.place().steps), (0, 5));
}

#[test]
fn a_refused_command_changes_nothing_and_is_not_written_down() {
    let mut session = story();
    session.take_entries();
    let before = session.tenant().digest();
    let e1 = product(&session, E1);
    let note = session.apply(taking(e1)).expect_err("she has none any more");
    assert!(!words().say(&note.plain).is_empty());
    assert_eq!((session.tenant().digest(), session.has_entries()), (before, false));
}

#[test]
fn whoever_opens_a_story_hears_of_it_what_whoever_did_it_heard() {
    let session = story();
    let opened = reopened(session.as_story(), Vec::new(), &session);
    assert_eq!(told(&opened), told(&session));
    assert_eq!((opened.place(), opened.title()), (session.place(), session.title()));
    assert_eq!(opened.tenant().digest(), session.tenant().digest());
    assert!(!opened.was_changed());

    let fragment = link::encode(session.as_story()).expect("it is short");
    let by_link = reopened(link::decode(&fragment, session.catalog().revision).unwrap(), Vec::new(), &session);
    assert_eq!(told(&by_link), told(&session));
}

#[test]
fn a_story_that_was_undone_in_part_opens_where_it_stood() {
    let mut session = story();
    for _ in 0..3 {
        session.undo();
    }
    let opened = reopened(session.whole(), Vec::new(), &session);
    assert_eq!((told(&opened), opened.place()), (told(&session), session.place()));
    assert_eq!(opened.tenant().digest(), session.tenant().digest());
}

#[test]
fn what_was_written_down_does_the_same_again() {
    let mut session = Session::example("Contoso".to_string());
    let before = session.as_story();
    session.run(10);
    let e1 = product(&session, E1);
    session.apply(taking(e1)).expect("it is hers");
    session.undo();
    session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
    session.step();
    assert!(session.take_branch(0));
    let entries = session.take_entries();
    assert_eq!(entries.last(), Some(&Entry::TakeBranch(0)));
    let opened = reopened(before, entries, &session);
    assert_eq!((told(&opened), opened.place()), (told(&session), session.place()));
    assert_eq!(opened.tenant().digest(), session.tenant().digest());
    assert!(!opened.has_entries(), "it is stored already");
}

#[test]
fn a_way_that_was_left_is_gone_on_with_by_its_own_names() {
    let mut session = story();
    let there = told(&session);
    for _ in 0..3 {
        session.undo();
    }
    session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
    assert_eq!(session.branches().collect::<Vec<_>>(), [(session.position() - 1, 3)]);
    assert!(session.take_branch(0));
    assert_eq!(told(&session), there);
    assert!(!session.take_branch(7));
}

#[test]
fn what_is_done_together_is_undone_together_and_named_by_the_first() {
    let mut session = Session::example("Contoso".to_string());
    session.run(10);
    let before = session.position();
    let e1 = product(&session, E1);
    let (_, did_something) = session.together(|session| {
        session.apply(taking(e1)).expect("it is hers");
        session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
        session.run(10)
    });
    assert!(did_something);
    let name = "remove Office 365 E1 from Noor Visser, and 2 more actions";
    assert_eq!(say(session.last_name()), name);
    assert_eq!(say(session.undo().as_ref()), name);
    assert_eq!((session.position(), in_error(&session)), (before, 1));
    assert_eq!(say(session.place().redo.as_ref()), name);
    assert_eq!(say(session.redo().as_ref()), name);
    assert_eq!((session.position(), in_error(&session)), (before + 3, 0));
    assert!(!session.together(|_| ()).1);
}

#[test]
fn steps_that_follow_a_change_are_undone_with_it_until_something_else_is_done() {
    let mut session = Session::example("Contoso".to_string());
    // Noor fails, and two others still wait.
    session.step();
    session.step();
    let before = session.position();
    let e1 = product(&session, E1);
    session.apply_with_steps(vec![taking(e1), Command::ReprocessUser(NOOR)]).expect("it is hers");
    while !session.run_slice(1) {}
    assert!(session.position() > before + 3, "the others were processed too");
    assert_eq!(in_error(&session), 0);
    assert!(say(session.undo().as_ref()).starts_with("remove Office 365 E1 from Noor Visser, and "));
    assert_eq!(session.position(), before, "one undo takes all of it back");
    assert!(session.redo().is_some());
    assert_eq!(in_error(&session), 0);

    session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
    let between = session.position();
    session.step();
    session.undo();
    assert_eq!(session.position(), between, "a step after another change is undone by itself");

    assert!(session.apply_with_steps(vec![Command::ReprocessUser(UserId::at(999))]).is_err());
    session.step();
    session.undo();
    assert_eq!(session.position(), between, "what was refused has no steps");
}

#[test]
fn the_newest_change_is_what_undo_takes_back_as_it_was_said() {
    let newest = |session: &Session| Reading::new(session, words()).newest_change();
    assert_eq!(newest(&Session::empty("Contoso".to_string())), None, "nothing was done");
    let mut session = Session::example("Contoso".to_string());
    session.run(10);
    assert_eq!(newest(&session), None, "steps are nobody's change");
    let e1 = product(&session, E1);
    session.apply(taking(e1)).expect("it is hers");
    let taken = Some("Done: remove Office 365 E1 from Noor Visser.".to_string());
    assert_eq!(newest(&session), taken);
    let refused = session.apply(Command::ReprocessUser(UserId::at(999)));
    assert!(refused.is_err());
    assert_eq!(newest(&session), taken, "what is refused changes nothing");

    session.together(|session| {
        session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
        session.run(10)
    });
    let both = Some("Done: reprocess Noor Visser, and 1 more action.".to_string());
    assert_eq!(newest(&session), both, "it ends with a step, but begins with a change");
    session.undo();
    assert_eq!(newest(&session), taken);
    session.redo();
    assert_eq!(newest(&session), both);
    session.undo();
    session.undo();
    assert_eq!(newest(&session), None);
    session.collect(vec![Command::ReprocessUser(NOOR)]);
    assert!(newest(&session).is_some_and(|newest| newest.starts_with("Done: ")), "collecting is undone as well");
}

#[test]
fn what_is_undone_and_done_by_hand_again_keeps_what_comes_after_it() {
    let mut session = story();
    let there = told(&session).0;
    for _ in 0..3 {
        session.undo();
    }
    let Some(Action::Command(next)) = session.actions().get(session.position()).cloned() else { panic!("a command") };
    session.apply(next).expect("it was accepted before");
    assert_eq!(told(&session).0, there);
    assert_eq!(say(session.redo().as_ref()), "reprocess Noor Visser");
    assert_eq!(session.branches().count(), 0);
}

#[test]
fn what_a_lesson_does_not_allow_is_refused_wherever_it_is_asked_for_and_what_was_done_before_stays() {
    let mut session = story();
    let e1 = product(&session, E1);
    let done = session.position();
    let rename = |name: &str| Command::RenameGroup(SALES, name.to_string());
    session.allow_only(Some([Command::ReprocessUser(NOOR).kind(), taking(e1).kind()].into()));
    let why = licensing_wording::Text::NOT_ALLOWED;
    let refused = session.apply(rename("A")).unwrap_err();
    assert_eq!((refused.plain, refused.rests_on), (why.into(), None));
    assert!(session.look(words(), vec![rename("A")]).is_err());
    let request = licensing_graph::Request {
        body: Some(serde_json::json!({ "displayName": "A" })),
        ..licensing_graph::Request::new("PATCH", &format!("/groups/{}", session.tenant().group_guid(SALES)))
    };
    let answer = licensing_graph::handle(&mut session, &request);
    assert_eq!((answer.status, &answer.body["error"]["message"]), (403, &words().text(why).into()));
    assert_eq!(session.position(), done);
    session.apply(Command::ReprocessUser(NOOR)).expect("that is allowed");
    // The way before it began with what is not allowed any more.
    let before = session.tenant().clone();
    assert!(session.go_to(0) && session.go_to(done + 1));
    assert_eq!(*session.tenant(), before);
    session.follow(Entry::Act(Action::Command(rename("In another tab"))));
    assert_eq!(session.tenant().group_name(SALES), "In another tab");
    session.leave_lesson();
    session.apply(rename("A")).expect("everything is allowed again");
}

#[test]
fn a_moment_of_the_past_is_seen_without_going_there() {
    let session = story();
    let (scenario, tenant) = session.as_state_at(3).expect("there were so many");
    assert_eq!(tenant.user_count(), 1);
    let opened = scenario.open(session.catalog()).unwrap().history;
    assert_eq!(opened.tenant().state(AuditLog::LeftOut), tenant.state(AuditLog::LeftOut));
    assert!(session.as_state_at(10_000).is_none());
}
