//! What became of a change is what the background then did with it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

use licensing_model::command::LicenseChange;
use licensing_model::{Command, License, Member, Path, UserId};
use licensing_scenario::sample::example::{E1, E3, NOOR, SALES};
use licensing_session::{Reading, Session};
use licensing_view::became::Became;
use licensing_view::{Route, Tone};
use licensing_wording::Words;

const SANNE: UserId = UserId::from_raw(1);

fn newest(session: &Session) -> Option<Became> {
    let reading = Reading::new(session, Words::english());
    reading.became(20).remove(&reading.commands_done())
}

fn said(session: &Session) -> String {
    newest(session).map(|became| became.status.word).unwrap_or_default()
}

fn run(session: &mut Session) {
    while session.step().is_some() {}
}

fn change(session: &mut Session, add: &[&str], remove: &[&str]) {
    let product = |number: &&str| session.catalog().product_by_part_number(number).unwrap();
    let add = add.iter().map(|number| License { product: product(number), disabled: Vec::new() }).collect();
    let change = LicenseChange { add, remove: remove.iter().map(product).collect() };
    session.apply(Command::ChangeGroupLicenses(SALES, change)).unwrap();
}

#[test]
fn a_group_s_licenses_wait_are_processed_and_end_with_who_failed() {
    let mut session = Session::example("Contoso".to_string());
    assert_eq!(said(&session), "Not processed yet");
    session.step().unwrap();
    assert_eq!(said(&session), "Being processed");
    run(&mut session);
    let became = newest(&session).unwrap();
    assert_eq!((&*became.status.word, became.status.tone), ("Later: 3 succeeded, 1 failed", Tone::Error));
    // Of one who failed it is explained why.
    let address = became.address.unwrap();
    let why = address.why.unwrap();
    assert_eq!((address.route, why.user, why.path), (Route::User(NOOR), NOOR, Path::Group(SALES)));
    // Those who joined before it was licensed were processed because of that, not because they joined.
    assert_eq!(Reading::new(&session, Words::english()).became(20).len(), 1);
}

#[test]
fn a_later_change_takes_nothing_from_an_earlier_one() {
    let mut session = Session::example("Contoso".to_string());
    run(&mut session);
    change(&mut session, &[], &[E3]);
    run(&mut session);
    assert_eq!(said(&session), "Later: 4 succeeded");
    change(&mut session, &[E1], &[]);
    let reading = Reading::new(&session, Words::english());
    let all: Vec<String> = reading.became(20).into_values().map(|became| became.status.word).collect();
    assert_eq!(all, ["Later: 3 succeeded, 1 failed", "Later: 4 succeeded", "Not processed yet"]);
    // What is undone is told no more.
    session.undo().unwrap();
    assert_eq!(said(&session), "Later: 4 succeeded");
}

#[test]
fn a_user_is_told_of_by_the_last_command_about_it() {
    let mut session = Session::example("Contoso".to_string());
    run(&mut session);
    session.apply(Command::ReprocessUser(NOOR)).unwrap();
    assert_eq!(said(&session), "Not processed yet");
    run(&mut session);
    assert_eq!(said(&session), "Later: failed, “Conflicting service plans”");
    assert!(newest(&session).unwrap().address.unwrap().why.is_some());
    session.apply(Command::ReprocessUser(SANNE)).unwrap();
    run(&mut session);
    assert_eq!(said(&session), "Later: no change");
    session.apply(Command::RemoveMember(SALES, Member::User(SANNE))).unwrap();
    run(&mut session);
    assert_eq!(said(&session), "Later: succeeded");
    session.apply(Command::RenameGroup(SALES, "Sales".to_string())).unwrap();
    assert_eq!(newest(&session), None);
}
