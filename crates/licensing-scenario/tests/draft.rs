//! A draft is part of the document: it is kept, shared and undone with it, in every form.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use crate::common::catalog;
use licensing_core::state::AuditLog;
use licensing_core::{Action, History};
use licensing_model::command::{License, LicenseChange, NewUser};
use licensing_model::{Catalog, Command, GroupId, UserId};
use licensing_scenario::file::{self, FileReading};
use licensing_scenario::sample::Sample;
use licensing_scenario::storage::Entry;
use licensing_scenario::{Base, Scenario, ScenarioError, link};

const SAMPLE: Sample = Sample::Company { seed: 3, users: 12 };
const GROUP: GroupId = GroupId::from_raw(1);

fn swap(catalog: &Catalog) -> Command {
    let product = |part_number| catalog.product_by_part_number(part_number).unwrap();
    let add = vec![License { product: product("ENTERPRISEPACK"), disabled: Vec::new() }];
    Command::ChangeGroupLicenses(GROUP, LicenseChange { add, remove: vec![product("STANDARDPACK")] })
}

fn new_user() -> Command {
    Command::CreateUser(NewUser {
        display_name: "Hidden Name".to_string(),
        user_principal_name: "hidden@contoso.onmicrosoft.com".to_string(),
        ..NewUser::default()
    })
}

/// A history in which two changes were collected, one after the other.
fn collected() -> History {
    let catalog = catalog();
    let mut history = History::new(SAMPLE.tenant(catalog.clone()));
    assert!(history.collect(vec![swap(&catalog)]));
    assert!(history.collect(vec![swap(&catalog), new_user(), Command::DeleteUser(UserId::from_raw(3))]));
    history
}

fn story(history: &History) -> Scenario {
    Scenario::of_story(String::new(), Base::Sample(SAMPLE), history)
}

/// What a scenario is when it came back from every form.
fn everywhere(scenario: &Scenario, catalog: &Arc<Catalog>) -> [Scenario; 3] {
    let from_file = |bytes| FileReading::new(bytes, catalog).unwrap().finish().unwrap();
    [
        link::decode(&link::encode(scenario.clone()).unwrap(), catalog.revision).unwrap(),
        from_file(file::to_compact(scenario.clone()).unwrap()),
        from_file(file::to_text(scenario.clone(), catalog).into_bytes()),
    ]
}

#[test]
fn a_draft_comes_back_with_a_story_and_with_a_state() {
    let (catalog, history) = (catalog(), collected());
    let moment = Scenario::of_moment("Now".to_string(), &history, AuditLog::LeftOut);
    for scenario in [story(&history), moment] {
        for again in everywhere(&scenario, &catalog) {
            assert_eq!(again, scenario);
            let opened = again.open(catalog.clone()).unwrap().history;
            assert_eq!(opened.draft(), history.draft());
            assert!(opened.tenant().state(AuditLog::LeftOut) == history.tenant().state(AuditLog::LeftOut));
        }
    }
}

#[test]
fn it_is_undone_and_done_again_like_anything_else() {
    let catalog = catalog();
    let mut history = collected();
    let all = history.draft().to_vec();
    assert!(history.undo());
    assert_eq!(history.draft(), [swap(&catalog)]);
    assert!(history.undo());
    assert_eq!(history.draft(), []);
    assert!(history.redo() && history.redo());
    assert_eq!(history.draft(), all);
    // Something else instead: the way that was left has its own draft.
    assert!(history.undo());
    history.apply(new_user()).unwrap();
    assert_eq!(history.draft(), [swap(&catalog)]);
    assert!(history.take_branch(0));
    assert_eq!(history.draft(), all);
}

#[test]
fn without_one_a_story_is_written_as_before() {
    let mut history = History::new(SAMPLE.tenant(catalog()));
    history.apply(new_user()).unwrap();
    // The first letters of a link are its version and its codec.
    let version = |history: &History| link::encode(story(history)).unwrap().chars().nth(link::PREFIX.len()).unwrap();
    let before = version(&history);
    history.collect(vec![new_user()]);
    assert_ne!(version(&history), before);
    history.undo();
    assert_ne!(version(&history), before, "what was undone is part of the story");
    assert!(history.apply(Command::DeleteUser(UserId::from_raw(2))).is_ok());
    assert_eq!(version(&history), before);
}

#[test]
fn people_write_it_by_hand() {
    let catalog = catalog();
    let document = |commands: &str| {
        format!(
            r#"{{ "scenario": 1, "catalog": 1, "base": {{ "sample": "five-errors" }},
                "actions": [{{ "do": "draft", "commands": [{commands}] }}] }}"#
        )
    };
    let (units, delete) = (
        r#"{ "do": "set-units", "product": "ENTERPRISEPACK", "enabled": 9 }"#,
        r##"{ "do": "delete-user", "user": "#2" }"##,
    );
    let read = |text: &str| FileReading::of_text(text.to_string(), &catalog).and_then(FileReading::finish);
    let history = read(&document(&[units, delete].join(", "))).unwrap().open(catalog.clone()).unwrap().history;
    assert!(matches!(history.draft(), [Command::SetUnits(..), Command::DeleteUser(_)]));

    let wrong = |text: &str| match read(text) {
        Err(ScenarioError::Text { what, .. }) => what,
        other => panic!("{other:?}"),
    };
    let misspelled = document(units).replace(r#""commands""#, r#""changes""#);
    assert!(wrong(&misspelled).contains("changes"), "{}", wrong(&misspelled));
    for other in [r#"{ "do": "draft", "commands": [] }"#, r#"{ "do": "step" }"#] {
        assert_eq!(wrong(&document(&[units, other].join(", "))), "a draft has commands alone");
    }
    assert_eq!(wrong(&document(&[units; 101].join(", "))), "a draft has at most 100 commands");
}

#[test]
fn it_holds_no_more_than_it_may() {
    let mut history = History::new(SAMPLE.tenant(catalog()));
    assert!(history.collect(vec![new_user(); History::MOST_DRAFTED]));
    assert!(!history.collect(vec![new_user(); History::MOST_DRAFTED + 1]));
    assert_eq!(history.draft().len(), History::MOST_DRAFTED);
    // What nobody could have collected would not be read, and is not written.
    let actions = vec![Action::Draft(vec![new_user(); History::MOST_DRAFTED + 1])];
    let scenario = Scenario { position: 1, actions, ..story(&History::new(SAMPLE.tenant(catalog()))) };
    assert_eq!(link::encode(scenario), Err(ScenarioError::Damaged));
}

#[test]
fn nobody_is_recognised_in_it() {
    let (catalog, history) = (catalog(), collected());
    let scenario = story(&history).with_labels(history.beginning());
    assert!(!file::to_text(scenario, &catalog).contains("idden"));
}

#[test]
fn a_record_does_it_again() {
    let catalog = catalog();
    let mut history = History::new(SAMPLE.tenant(catalog.clone()));
    let entry = Entry::Act(Action::Draft(vec![swap(&catalog)]));
    assert!(entry.is_covered_by(&catalog));
    entry.apply(&mut history).unwrap();
    assert_eq!(history.draft(), [swap(&catalog)]);
}
