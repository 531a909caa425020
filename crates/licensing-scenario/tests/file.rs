//! Files: the text form and the compact form are read as they were written.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::sync::Arc;

use crate::common::{Random, catalog, command, company, state_of_company, story};
use licensing_core::Tenant;
use licensing_core::state::AuditLog;
use licensing_model::{Catalog, Sliced, TenantSettings};
use licensing_scenario::file::{self, FileReading};
use licensing_scenario::{Base, Scenario, ScenarioError};

fn read(bytes: Vec<u8>, catalog: &Arc<Catalog>) -> Result<Scenario, ScenarioError> {
    FileReading::new(bytes, catalog)?.finish()
}

fn check(scenario: &Scenario, catalog: &Arc<Catalog>) {
    let text = file::to_text(scenario.clone(), catalog);
    let again = read(text.clone().into_bytes(), catalog);
    if again.as_ref() != Ok(scenario) {
        println!("{text}");
        match again {
            Ok(again) => {
                let other = file::to_text(again, catalog);
                let differs = text.lines().zip(other.lines()).find(|(one, other)| one != other);
                panic!("the text is read as something else: {differs:?}");
            }
            Err(error) => panic!("the text is not read: {error}"),
        }
    }
    let line = file::to_line(scenario.clone(), catalog);
    assert!(!line.contains('\n') && read(line.into_bytes(), catalog).as_ref() == Ok(scenario));
    assert!(read(file::to_compact(scenario.clone()).unwrap(), catalog).as_ref() == Ok(scenario));
}

#[test]
fn states_and_stories_are_read_as_they_were_written() {
    for seed in 1..=5 {
        check(&state_of_company(seed, 50), &catalog());
        check(&story(seed, 100, 40), &catalog());
    }
    check(&Scenario::new("Empty".to_string(), &catalog(), Base::Empty(TenantSettings::default())), &catalog());
}

#[test]
fn a_state_with_its_audit_log_gives_the_same_tenant() {
    let tenant = company(4, 60);
    let scenario = Scenario::of_state("With its log".to_string(), &tenant, AuditLog::Kept);
    let text = file::to_text(scenario, &catalog());
    let Base::State(state) = read(text.into_bytes(), &catalog()).unwrap().base else { panic!("no state") };
    let again = Tenant::restore(catalog(), *state).unwrap();
    assert_eq!(again.digest(), tenant.digest());
    assert_eq!(again.audit_len(), tenant.audit_len());
}

#[test]
fn the_text_form_looks_like_this() {
    let scenario = Scenario { title: "Twelve people".to_string(), ..state_of_company(1, 12) };
    let text = file::to_text(scenario, &catalog());
    assert!(text.starts_with("{\n"), "{text}");
    assert!(text.contains("\"title\": \"Twelve people\""), "{text}");
    assert_eq!(text.matches("\n          \"principal_name\": ").count(), 12, "{text}");
}

#[test]
fn of_many_users_what_a_group_gives_whole_is_not_told_for_each() {
    let (mut tenant, mut random) = (company(3, 5_001), Random::new(7));
    // Some are renamed, some have left, some are deleted, and runs are under way.
    for _ in 0..120 {
        let command = command(&tenant, &mut random);
        let _ = tenant.apply(&command);
        tenant.settle(random.below(60) as u32);
    }
    let name = "Ingrid Popa";
    let with_this_name = tenant.users().filter(|user| tenant.user(*user).unwrap().name == name).count();
    for audit in [AuditLog::LeftOut, AuditLog::Kept] {
        let scenario = Scenario::of_state(String::new(), &tenant, audit);
        let line = file::to_line(scenario.clone(), &catalog());
        assert!(line.starts_with("{ \"scenario\": 4,"));
        assert!(line.contains("\"groups\": [\"") && line.contains("\"rows\": \"all\""));
        // What is in error is told whole.
        assert!(line.contains("\"error\": "));
        // What users are called stands there once, also where the audit log has it.
        assert_eq!(line.matches(&format!("\"{name}\"")).count(), with_this_name, "{audit:?}");
        let again = read(line.into_bytes(), &catalog()).unwrap();
        // Whoever is called as somebody was before has that one's text.
        assert!(again == scenario || audit == AuditLog::Kept, "it is read as something else");
        let [again, before] = [again, scenario.clone()].map(|scenario| match scenario.base {
            Base::State(state) => Tenant::restore(catalog(), *state).unwrap(),
            other => panic!("{other:?}"),
        });
        assert_eq!((again.digest(), again.audit_len()), (before.digest(), before.audit_len()), "{audit:?}");
        // Whom actions create is told from the others.
        let Scenario { actions, position, .. } = story(9, 50, 20);
        let with_more = Scenario { actions, position, ..scenario };
        let line = file::to_line(with_more.clone(), &catalog());
        assert!(read(line.into_bytes(), &catalog()).unwrap() == with_more || audit == AuditLog::Kept);
    }
}

#[test]
fn all_that_a_group_carries_is_read_of_few_users_too() {
    let document = |path: &str, licenses: &str| {
        let text = r##"{ "scenario": 4, "base": { "state": { "settings": {}, "clock": 9, "products": [
            { "sku": "ENTERPRISEPACK", "enabled": 5 } ], "groups": [ { "name": "Sales", "licenses": LICENSES,
            "members": [ "Ann", "Bo" ] } ], "users": [ { "name": "Ann", "groups": [ PATH ] },
            { "name": "Bo", "groups": [ PATH ] } ] } } }"##;
        read(text.replace("LICENSES", licenses).replace("PATH", path).into_bytes(), &catalog())
    };
    let (carried, one) =
        (r#"[ { "sku": "ENTERPRISEPACK", "off": ["SWAY"] } ]"#, r#"{ "group": "Sales", "updated": 4, "#);
    let all = document(&format!(r#"{one} "rows": "all" }}"#), carried).unwrap();
    assert_eq!(all, document(&format!(r#"{one} "rows": {carried} }}"#), carried).unwrap());
    let again = file::to_text(all, &catalog());
    assert!(again.starts_with("{\n  \"scenario\": 1,") && !again.contains("\"all\""), "{again}");
    let no_time = document(&format!(r#"{{ "group": "Sales", "rows": {carried} }}"#), carried).unwrap();
    assert_eq!(document(r#""Sales""#, carried).unwrap(), no_time, "a group alone says the same");
    let (some, whole) = (format!(r#"{one} "rows": "some" }}"#), format!(r#"{one} "rows": "all" }}"#));
    for (path, carried) in [(&some[..], carried), (&whole, "[]"), (r#""Sales""#, "[]"), (r#""Sails""#, carried)] {
        let read = document(path, carried);
        assert!(matches!(read, Err(ScenarioError::Text { .. })), "{read:?}");
    }
}

#[test]
fn what_users_are_called_is_not_said_again_for_the_audit_log() {
    let document = |texts: &str| {
        let text = r##"{ "scenario": 4, "base": { "state": { "settings": {}, "users": [ { "name": "Ann", "principal_name":
            "ann@contoso.onmicrosoft.com" }, { "name": "Bo", "nickname": "bo" } ], "tables": { "texts": TEXTS } } } }"##;
        read(text.replace("TEXTS", texts).into_bytes(), &catalog())
    };
    let [ann, her_name] = ["ann@contoso.onmicrosoft.com", "Ann"];
    let texts = |document: Scenario| match document.base {
        Base::State(state) => state.tables.texts,
        other => panic!("{other:?}"),
    };
    let short = document(r#"["First", [0, 2], "Bob", [3, 1], [5, 1]]"#).unwrap();
    let long = document(&format!(r#"["First", "{her_name}", "{ann}", "Bob", "Bo", "bo"]"#)).unwrap();
    assert_eq!(short, long);
    assert_eq!(texts(short), ["First", her_name, ann, "Bob", "Bo", "bo"]);
    // Who has no such name, who is not there, the same twice, and what is no list of two numbers.
    for wrong in
        ["[1, 2]", "[5, 2]", "[0, 1], [0, 1]", "[3, 1], [0, 1]", "[]", "[0]", "[0, 1, 1]", r#"["0", "x"]"#, "3"]
    {
        let read = document(&format!("[{wrong}]"));
        assert!(matches!(read, Err(ScenarioError::Text { .. })), "{wrong}: {read:?}");
    }
    let beyond = document(&format!("[[0, {}]]", u64::MAX));
    assert!(matches!(beyond, Err(ScenarioError::Text { .. })), "{beyond:?}");
}

#[test]
fn slices_give_the_same() {
    let scenario = story(9, 50, 20);
    let text = file::to_text(scenario.clone(), &catalog());
    let compact = file::to_compact(scenario.clone()).unwrap();
    for mut reading in
        [FileReading::of_text(text, &catalog()), FileReading::new(compact, &catalog())].map(Result::unwrap)
    {
        let mut before = 0;
        while !reading.advance(1).unwrap() {
            let now = reading.percent();
            assert!((before..=100).contains(&now), "{before} % is followed by {now} %");
            before = now;
        }
        assert_eq!(reading.percent(), 100);
        assert!(reading.finish().as_ref() == Ok(&scenario));
    }
}

#[test]
fn names_of_products_and_plans_are_read_in_any_case_and_written_as_ever() {
    let text = |product: &str, plan: &str| {
        format!(
            r#"{{"scenario":1,"base":{{"empty":{{"rules":"today"}}}},"actions":[
                {{"do":"set-units","product":"{product}","enabled":2}},
                {{"do":"create-group","name":"A"}},
                {{"do":"assign-group","group":"A","add":[{{"sku":"enterprisepack","off":["{plan}"]}}]}}]}}"#
        )
    };
    let spelled = read(text("WIN10_VDA_E3", "DESKLESS").into_bytes(), &catalog()).unwrap();
    for (product, plan) in [("Win10_VDA_E3", "Deskless"), ("win10_vda_e3", "deskless")] {
        assert!(read(text(product, plan).into_bytes(), &catalog()).as_ref() == Ok(&spelled), "{product}");
    }
    let written = file::to_line(spelled, &catalog());
    assert!(written.contains("\"WIN10_VDA_E3\"") && written.contains("[\"DESKLESS\"]"), "{written}");
    let unknown = read(text("WIN10_VDA_E4", "DESKLESS").into_bytes(), &catalog());
    assert!(unknown.err().unwrap().to_string().contains("WIN10_VDA_E4"));
}
