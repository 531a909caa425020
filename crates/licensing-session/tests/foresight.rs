//! Looking before leaping: what is shown is what then happens, all of it or nothing, and it is undone together.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

use licensing_core::state::AuditLog;
use licensing_core::{Action, Tenant};
use licensing_graph::transcript::Format;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, License, Path, ProductId, RuleSet, Sliced, TenantSettings};
use licensing_scenario::sample::example::{E3, NOOR, SALES};
use licensing_scenario::storage::Entry;
use licensing_session::foresight::{AT_ONCE, Against, Ailing, Keep};
use licensing_session::{Opening, Origin, Reading, Session};
use licensing_view::WhyTarget;
use licensing_view::foresight::WayView;
use licensing_wording::Words;

fn words() -> Words {
    Words::english()
}

/// The example, when the background has worked: Noor's E1 stands in the way of her group's E3.
fn example() -> Session {
    let mut session = Session::example("Contoso".to_string());
    while session.step().is_some() {}
    session
}

fn product(session: &Session, part_number: &str) -> ProductId {
    session.catalog().product_by_part_number(part_number).expect("the starter part has it")
}

fn error(session: &Session) -> WhyTarget {
    WhyTarget { user: NOOR, product: product(session, E3), path: Path::Group(SALES) }
}

fn errors(session: &Session, of: Ailing) -> usize {
    let reading = Reading::new(session, words());
    let errors = reading.errors_to_mend(of);
    if let Ailing::Group(group) = of {
        let counted = reading.notification(group).finish().flatten().map_or(0, |(_, errors)| errors);
        assert_eq!(counted, errors, "as the group's screen counts them");
    }
    errors
}

fn removal(session: &Session) -> Command {
    let change = LicenseChange { add: Vec::new(), remove: vec![product(session, E3)] };
    Command::ChangeGroupLicenses(SALES, change)
}

#[test]
fn every_way_to_mend_an_error_is_done_whole_and_undone_by_one_undo() {
    let found = {
        let session = example();
        let mut search = session.repairing(error(&session), &Keep::ALL).expect("it is in error");
        let Ok(()) = search.complete();
        search.finish().view(words())
    };
    assert!(found.repairs.len() >= 3, "{found:#?}");
    for repair in &found.repairs {
        let mut session = example();
        let before = session.tenant().clone();
        let (done, is_changed) = session.together(|session| session.carry_out_all(words(), &repair.commands));
        assert!(done.is_ok() && is_changed, "{repair:#?}");
        while session.step().is_some() {}
        assert_eq!(errors(&session, Ailing::User(NOOR)), 0, "{repair:#?}");
        while session.position() > 0 && session.tenant() != &before {
            session.undo().expect("there is something to take back");
        }
        assert_eq!(session.tenant(), &before, "{repair:#?}");
    }
}

#[test]
fn of_several_commands_all_are_done_or_none() {
    let mut session = example();
    let before = session.tenant().clone();
    let commands = [removal(&session), Command::DeleteGroup(SALES), Command::DeleteGroup(SALES)];
    let refused = session.carry_out_all(words(), &commands).expect_err("it is deleted by then");
    assert_eq!(refused.which.as_deref(), Some("It is change 3: delete group Sales E3."));
    assert_eq!(session.tenant(), &before);
}

#[test]
fn what_was_looked_at_is_done_only_where_nothing_happened_since() {
    let mut session = example();
    let commands = vec![removal(&session)];
    let looked = session.look(words(), commands.clone()).expect("it is accepted").finish();
    session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
    let before = session.tenant().clone();
    assert!(!session.carry_out_looked(&looked));
    assert_eq!(session.tenant(), &before);

    let again = session.look(words(), commands).expect("it is accepted").finish();
    assert!(session.carry_out_looked(&again));
    while session.step().is_some() {}
    let after = session.look(words(), Vec::new()).expect("nothing is asked").finish();
    assert_eq!(
        after.view(words()).nothing.as_deref(),
        Some("This changes nothing: no license, plan, seat or address.")
    );
}

#[test]
fn a_look_in_slices_finds_what_one_in_one_go_finds() {
    let session = example();
    let commands = vec![removal(&session)];
    let mut looking = session.look(words(), commands.clone()).expect("it is accepted");
    let mut before = 0;
    while looking.advance(AT_ONCE) == Ok(false) {
        assert!((before..=100).contains(&looking.percent()));
        before = looking.percent();
    }
    let whole = session.look(words(), commands).expect("it is accepted").finish();
    assert_eq!(looking.finish().view(words()), whole.view(words()));
}

#[test]
fn what_mends_a_user_and_a_group_does_so() {
    for of in [Ailing::User(NOOR), Ailing::Group(SALES)] {
        let mut session = example();
        let mut mending = session.mending(of);
        let Ok(()) = mending.complete();
        let view = mending.finish().view(words());
        let best = view.proposals.first().expect("there is one");
        session.carry_out_all(words(), &best.commands).expect("it was tried");
        while session.step().is_some() {}
        assert_eq!(errors(&session, of), 0, "{view:#?}");
    }
}

#[test]
fn what_is_refused_comes_with_ways_that_are_accepted() {
    let session = example();
    let (e1, e3) = (product(&session, "STANDARDPACK"), product(&session, E3));
    let change = LicenseChange { add: vec![License { product: e3, disabled: Vec::new() }], remove: Vec::new() };
    let refused = session.look(words(), vec![Command::ChangeUserLicenses(NOOR, change)]).expect_err("E1 is in the way");
    assert_eq!(refused.which, None);
    for way in &refused.ways {
        assert!(session.look(words(), way.commands.clone()).is_ok(), "{way:#?}");
    }
    let is_swap = |way: &&WayView| match way.commands.as_slice() {
        [Command::ChangeUserLicenses(NOOR, change)] => change.remove == [e1],
        _ => false,
    };
    assert!(refused.ways.iter().any(|way| is_swap(&way)), "{:#?}", refused.ways);
}

#[test]
fn the_tenant_is_held_against_moments_ways_and_rule_sets() {
    let mut session = example();
    let moment = session.position();
    session.apply(removal(&session)).expect("it is accepted");
    while session.step().is_some() {}
    let left = session.tenant().clone();
    let view = |session: &Session, against| {
        let mut contrast = session.contrast(against).expect("there is one");
        let Ok(()) = contrast.complete();
        contrast.finish().view(words(), String::new())
    };
    // It is gone for everybody who had it.
    let since = view(&session, Against::Moment(moment));
    assert!(since.view.nothing.is_none() && since.same.contains("Not everybody gets the same"));
    assert_eq!(view(&session, Against::Moment(session.position())).same, "Everybody gets the same.");

    session.go_to(moment);
    session.apply(Command::ReprocessUser(NOOR)).expect("she is there");
    let other = view(&session, Against::Branch(0));
    assert_eq!(other.view.figures, since.view.figures);
    let gone = session.branches().next().expect("it was left");
    session.take_branch(0);
    assert_eq!((session.tenant(), gone.0), (&left, moment));

    let session = example();
    for rules in RuleSet::ALL {
        let now = session.tenant().rules();
        let found = view(&session, Against::Rules(rules));
        assert!(rules != now || found.view.nothing.is_some(), "who is processed again gets the same");
    }
}

#[test]
fn a_script_says_what_is_expected_of_each_command() {
    let session = example();
    let commands = vec![removal(&session), Command::ReprocessUser(NOOR)];
    let looked = session.look(words(), commands).expect("they are accepted").finish();
    let script = looked.script(words(), Format::PowerShell);
    assert!(script.contains("# 1. remove Office 365 E3 from Sales E3. Expected: "), "{script}");
    assert!(script.contains("# 2. reprocess Noor Visser. Expected: no change by itself"), "{script}");
    assert!(script.contains("Set-MgGroupLicense"), "{script}");
    assert!(looked.script(Words::dutch(), Format::Http).contains("Verwacht: "));
}

#[test]
fn a_draft_is_undone_kept_and_shared_and_empty_when_it_is_applied() {
    let mut session = example();
    let names = |session: &Session| Reading::new(session, words()).draft().commands;
    let undo = |session: &mut Session| words().say(&session.undo().expect("there is something to take back"));
    assert!(session.collect_more(vec![removal(&session)]));
    assert!(session.collect_more(vec![Command::ReprocessUser(NOOR)]));
    let both = ["Remove Office 365 E3 from Sales E3", "Reprocess Noor Visser"];
    assert_eq!(names(&session), both);

    assert!(session.move_drafted(1, 0) && !session.move_drafted(1, 2));
    assert_eq!(names(&session), [both[1], both[0]]);
    assert!(session.take_out_drafted(1) && !session.take_out_drafted(1));
    assert_eq!(names(&session), [both[1]]);
    assert_eq!(undo(&mut session), "take out of the draft: remove Office 365 E3 from Sales E3");
    assert_eq!(undo(&mut session), "put the draft into another order");
    assert_eq!(names(&session), both);

    for scenario in [session.whole(), session.as_story(), session.as_state(AuditLog::LeftOut)] {
        let (again, skipped) = Opening::new(scenario, Vec::new(), session.catalog()).finish().expect("it opens");
        assert_eq!((names(&again), skipped), (both.map(String::from).to_vec(), 0));
    }
    let written: Vec<_> = session.take_entries();
    let mut other = example();
    other.take_entries();
    for entry in written.into_iter().filter(|entry| !matches!(entry, Entry::Act(Action::Steps(_)))) {
        other.follow(entry);
    }
    assert_eq!(names(&other), both);

    let looked = session.look(words(), session.draft().to_vec()).expect("it is accepted").finish();
    let (done, _) = session.together(|session| session.carry_out_looked(&looked));
    assert!(done);
    assert_eq!(names(&session), [""; 0]);
    assert_eq!(undo(&mut session), "apply the draft of 2 changes");
    assert_eq!(names(&session), both);
    assert_eq!(session.tenant(), example().tenant());
    assert_eq!(undo(&mut session), "add to the draft: reprocess Noor Visser");
}

#[test]
fn copies_of_a_tenant_are_held_against_each_other_and_strangers_are_not() {
    let (session, mut other) = (example(), example());
    let same = |session: &Session, other: &Session| {
        let contrast = session.contrast_with(other).expect("they are copies");
        contrast.finish().view(words(), String::new()).same
    };
    assert_eq!(same(&session, &other), "Everybody gets the same.");
    other.apply(removal(&other)).expect("it is accepted");
    while other.step().is_some() {}
    assert!(same(&session, &other).starts_with("Not everybody gets the same."));
    let settings = TenantSettings { seed: 9, ..TenantSettings::default() };
    let tenant = Tenant::new(session.catalog(), settings.clone());
    let stranger = Session::of(String::new(), Origin::Empty(settings), tenant, session.catalog());
    assert!(session.contrast_with(&stranger).is_none());
}

#[test]
fn the_other_rule_set_is_looked_at_with_everybody_processed_again() {
    let session = example();
    let reading = Reading::new(&session, words());
    let commands = reading.to_look_at(Command::SetRuleSet(reading.other_rules()));
    assert!(matches!(commands.first(), Some(Command::SetRuleSet(RuleSet::Today))), "{commands:?}");
    assert!(commands.contains(&Command::ReprocessUser(NOOR)));
    let looked = session.look(words(), commands).expect("it is accepted").finish();
    assert_eq!(looked.view(words()).title, "Switch to today's rules, then reprocess 4 users");
    // What is about one user is looked at alone.
    let reprocess = Command::ReprocessUser(NOOR);
    assert_eq!(reading.to_look_at(reprocess.clone()), [reprocess]);
}
