//! Scenarios become tenants with their history.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use crate::common::{Random, catalog, command, company, state_of_company, story};
use licensing_core::state::AuditLog;
use licensing_core::{Action, History};
use licensing_model::{Command, RuleSet, Sliced, TenantSettings, UserId};
use licensing_scenario::file::{self, FileReading};
use licensing_scenario::sample::Sample;
use licensing_scenario::{Base, Opening, Scenario, ScenarioError, link};

#[test]
fn a_story_leads_to_the_same_tenant_and_can_be_undone() {
    let sample = Sample::Company { seed: 6, users: 60 };
    let mut history = History::new(sample.tenant(catalog()));
    let before = history.tenant().digest();
    let mut random = Random::new(6);
    while history.actions().len() < 30 {
        let command = command(history.tenant(), &mut random);
        let _ = history.apply(command);
        history.settle(5);
    }
    history.go_to(21);
    let scenario = Scenario::of_story("A story".to_string(), Base::Sample(sample), &history);
    let opened = scenario.open(catalog()).unwrap();
    assert!(opened.skipped.is_empty());
    let mut again = opened.history;
    assert_eq!((again.position(), again.actions()), (21, history.actions()));
    assert_eq!(again.tenant().digest(), history.tenant().digest());
    assert!(again.go_to(30) && history.go_to(30));
    assert_eq!(again.tenant().digest(), history.tenant().digest());
    assert!(again.go_to(0));
    assert_eq!(again.tenant().digest(), before);
}

#[test]
fn ways_that_were_left_are_kept() {
    let sample = Sample::Company { seed: 8, users: 30 };
    let mut history = History::new(sample.tenant(catalog()));
    let mut random = Random::new(8);
    for turn in 0..4 {
        for _ in 0..8 {
            let command = command(history.tenant(), &mut random);
            let _ = history.apply(command);
        }
        let back = history.position().saturating_sub(2 + turn);
        history.go_to(back);
    }
    let title = || "Several ways".to_string();
    let scenario = Scenario::of_history(title(), Base::Sample(sample), &history);
    assert!(scenario.branches.len() > 1);
    let again = scenario.clone().open(catalog()).unwrap().history;
    assert_eq!(again.branches(), history.branches());
    assert_eq!(again.tenant().digest(), history.tenant().digest());
    assert!(Scenario::of_history(title(), Base::Sample(sample), &again) == scenario);
}

#[test]
fn ways_that_are_the_beginning_of_others_keep_their_numbers() {
    let sample = Sample::Company { seed: 8, users: 12 };
    let mut history = History::new(sample.tenant(catalog()));
    let create = |name: &str| {
        let command = licensing_model::Command::CreateGroup {
            name: name.to_string(),
            kind: licensing_model::command::GroupKind::Security,
        };
        Action::Command(command)
    };
    let act = |history: &mut History, action: Action| match action {
        Action::Command(command) => _ = history.apply(command).unwrap(),
        Action::Steps(steps) => _ = history.settle(steps),
        Action::Draft(commands) => _ = history.collect(commands),
    };
    ["a", "b", "c"].map(create).into_iter().for_each(|action| act(&mut history, action));
    for name in ["d", "b"] {
        history.go_to(1);
        act(&mut history, create(name));
    }
    assert_eq!(history.branches().len(), 2);
    let scenario = Scenario::of_history(String::new(), Base::Sample(sample), &history);
    let again = scenario.open(catalog()).unwrap().history;
    assert_eq!(again.branches(), history.branches());
}

#[test]
fn a_state_opens_as_the_tenant_that_it_was() {
    let tenant = company(3, 80);
    let kept = Scenario::of_state(String::new(), &tenant, AuditLog::Kept).open(catalog()).unwrap();
    assert_eq!(kept.history.tenant().digest(), tenant.digest());
    let left_out = Scenario::of_state(String::new(), &tenant, AuditLog::LeftOut).open(catalog()).unwrap();
    assert_eq!(left_out.history.tenant().snapshot(), tenant.snapshot());
}

#[test]
fn slices_give_the_same() {
    for scenario in [story(3, 50, 15), state_of_company(3, 50)] {
        let whole = scenario.clone().open(catalog()).unwrap().history;
        for work in [1, 13] {
            let mut opening = <Opening>::new(scenario.clone(), catalog());
            let mut before = 0;
            while !opening.advance(work).unwrap() {
                let now = opening.percent();
                assert!((before..=100).contains(&now), "{before} % is followed by {now} %");
                before = now;
            }
            let sliced = opening.finish().unwrap().history;
            assert_eq!((sliced.actions(), sliced.position()), (whole.actions(), whole.position()));
            assert_eq!(sliced.tenant().digest(), whole.tenant().digest());
        }
    }
}

#[test]
fn what_is_refused_is_said() {
    let mut scenario = story(5, 12, 6);
    let unknown = Action::Command(Command::DeleteUser(UserId::from_raw(5_000)));
    scenario.actions.insert(2, unknown);
    scenario.actions.push(Action::Command(Command::SetRuleSet(RuleSet::Today)));
    scenario.position = scenario.actions.len();
    let opened = scenario.open(catalog()).unwrap();
    assert_eq!(opened.skipped.iter().map(|skipped| skipped.action).collect::<Vec<_>>(), [2]);
    assert_eq!(opened.history.tenant().rules(), RuleSet::Today);
}

#[test]
fn a_state_that_makes_no_tenant_is_refused() {
    let mut scenario = state_of_company(5, 12);
    let Base::State(state) = &mut scenario.base else { panic!("no state") };
    state.users.names.pop();
    assert!(matches!(scenario.open(catalog()), Err(ScenarioError::Contradiction(_))));
}

#[test]
fn settings_that_no_tenant_can_have_are_refused_in_every_form() {
    type Change = fn(&mut TenantSettings);
    let changes: [Change; 4] = [
        |settings| settings.workers = 0,
        |settings| settings.workers = 200,
        |settings| settings.domains = vec!["contoso.com".to_string(), "Contoso.com".to_string()],
        |settings| settings.initial_domain = String::new(),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let mut settings = TenantSettings::default();
        change(&mut settings);
        let mut of_state = state_of_company(5, 12);
        let Base::State(state) = &mut of_state.base else { panic!("no state") };
        change(&mut state.settings);
        for scenario in [Scenario::new(String::new(), &catalog(), Base::Empty(settings)), of_state] {
            let read = [
                Ok(scenario.clone()),
                link::encode(scenario.clone()).and_then(|link| link::decode(&link, catalog().revision)),
                FileReading::new(file::to_compact(scenario.clone()).unwrap(), &catalog()).and_then(FileReading::finish),
            ];
            for (form, scenario) in read.into_iter().enumerate() {
                let opened = scenario.and_then(|scenario| scenario.open(catalog()).map(|_| ()));
                assert!(opened.is_err(), "change {number}, form {form}");
            }
        }
        // The text form has words of its own for what is usual, so it is written by hand.
        let wrong =
            ["\"workers\": 0", "\"workers\": 200", "\"domains\": [\"a.b\", \"A.B\"]", "\"initial_domain\": \" \""];
        let text = format!("{{ \"scenario\": 1, \"catalog\": 1, \"base\": {{ \"empty\": {{ {} }} }} }}", wrong[number]);
        let read = FileReading::of_text(text.clone(), &catalog()).and_then(FileReading::finish);
        assert!(read.and_then(|scenario| scenario.open(catalog()).map(|_| ())).is_err(), "{text}");
    }
}

#[test]
fn a_scenario_says_which_part_of_the_catalog_it_needs() {
    let mut scenario = story(5, 12, 6);
    assert!(scenario.is_covered_by(&catalog()));
    let full = licensing_catalog::decode(licensing_catalog::FULL).unwrap();
    let (other, _) = full.loaded_products().find(|(id, _)| catalog().product(*id).is_none()).unwrap();
    scenario.actions.push(Action::Command(Command::SetUnits(other, licensing_model::Units::enabled(1))));
    assert!(!scenario.is_covered_by(&catalog()));
    assert!(scenario.is_covered_by(&full));
}
