//! Everything that Graph documents of the resources, and what it sends besides, is taken: what the simulator has no use
//! for is passed over, counted, and named once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use crate::common::{KEPT, import, import_in_pieces};
use licensing_import::{Names, NoteKind, Options, Topic};
use licensing_model::rule::Membership;
use licensing_model::{AssignmentState, Catalog, GroupId, Path, Property, RuleSet, UserId};
use serde_json::{Value, json};

/// Every property that v1.0 and beta document of the resources, each with a value or null; and a few that nobody
/// documents.
const DOCUMENTED: &str = include_str!("fixtures/documented.json");

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

#[test]
fn every_documented_property_is_taken_and_what_is_left_out_is_listed() {
    let read = import(&catalog(), &[("tenant.json", DOCUMENTED)], KEPT).unwrap();
    let ignored = &read.report.ignored;
    let times = |name: &str| ignored.iter().find(|(other, _)| other == name).map(|(_, count)| *count);
    assert_eq!(times("servicePlanInfo.servicePlanType"), Some(2));
    assert_eq!(times("licenseAssignmentState.somethingNew"), Some(1));
    assert_eq!(times("user.department"), None);
    assert_eq!(read.tenant.user_property(UserId::at(0), Property::DEPARTMENT), Some("Sales"));
    assert_eq!(times("user.extension_0123456789abcdef0123456789abcdef_costCenter"), Some(1));
    assert_eq!(times("bundle.devices"), Some(1));
    let names: std::collections::BTreeSet<&str> = ignored.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), ignored.len(), "each is named once");
    let complaints: Vec<_> = (read.report.notes.iter())
        .filter(|note| matches!(note.kind.topic(), Topic::Missing | Topic::LeftOut | Topic::Inconsistent))
        .collect();
    assert!(complaints.is_empty(), "{complaints:?}");
    let path = read.tenant.paths(UserId::at(0)).into_iter().find(|row| row.path != Path::Direct).unwrap();
    assert_eq!(path.state, AssignmentState::Active);
}

#[test]
fn a_text_that_is_too_long_to_be_kept_is_passed_over_and_listed() {
    let mut bundle: Value = serde_json::from_str(DOCUMENTED).unwrap();
    bundle["users"][0]["department"] = json!("é".repeat(Property::LONGEST));
    bundle["users"][0]["aboutMe"] = json!("é".repeat(Property::LONGEST + 1));
    bundle["users"][0]["otherMails"] = json!(vec!["a@contoso.com"; Property::LONGEST]);
    let read = import(&catalog(), &[("tenant.json", &bundle.to_string())], KEPT).unwrap();
    let times = |name: &str| read.report.ignored.iter().find(|(other, _)| other == name).map(|(_, count)| *count);
    assert_eq!([times("user.aboutMe"), times("user.otherMails"), times("user.department")], [Some(1), Some(1), None]);
    let kept = |property| read.tenant.user_property(UserId::at(0), property);
    assert_eq!([kept(Property::ABOUT_ME), kept(Property::OTHER_MAILS)], [None, None]);
    assert_eq!(kept(Property::DEPARTMENT).map(|text| text.chars().count()), Some(Property::LONGEST));
}

#[test]
fn no_property_that_is_null_or_missing_is_an_error() {
    let bundle: Value = serde_json::from_str(DOCUMENTED).unwrap();
    let needed = ["id", "skuId", "userPrincipalName", "prepaidUnits", "memberOf", "members"];
    for collection in ["organization", "subscribedSkus", "groups", "users"] {
        let names: Vec<String> = bundle[collection][0].as_object().unwrap().keys().cloned().collect();
        for name in names.iter().filter(|name| !needed.contains(&name.as_str())) {
            let mut with_null = bundle.clone();
            with_null[collection][0][name] = Value::Null;
            let mut without = bundle.clone();
            without[collection][0].as_object_mut().unwrap().remove(name);
            for (how, bundle) in [("null", with_null), ("missing", without)] {
                let read = import(&catalog(), &[("tenant.json", &bundle.to_string())], KEPT);
                assert!(read.is_ok(), "{collection}.{name} {how}: {}", read.err().unwrap());
            }
        }
    }
}

#[test]
fn what_windows_powershell_writes_is_read() {
    for is_little in [true, false] {
        let mark: [u8; 2] = if is_little { [0xFF, 0xFE] } else { [0xFE, 0xFF] };
        let bytes = |unit: u16| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        let text = DOCUMENTED.replace('\n', "\r\n").replace("Noor", "Noör 😀");
        let utf16: Vec<u8> = mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect();
        for length in [1, 3, 4_096] {
            let read = import_in_pieces(&catalog(), &[("tenant.json", &utf16)], KEPT, length).unwrap();
            assert_eq!(read.tenant.user_name(UserId::at(0)), "Noör 😀 Visser");
        }
    }
}

#[test]
fn a_tenant_on_the_newer_licensing_is_recognized() {
    let mut bundle: Value = serde_json::from_str(DOCUMENTED).unwrap();
    bundle["users"][0]["licenseAssignmentStates"][0]["assignedByGroup"] = Value::Null;
    for licenses in [json!({}), json!([])] {
        bundle["groups"][0]["assignedLicenses"] = licenses;
        for names in [Names::Kept, Names::Replaced] {
            let options = Options { names, rules: Some(RuleSet::Today) };
            let report = import(&catalog(), &[("tenant.json", &bundle.to_string())], options).unwrap().report;
            assert!(report.notes.iter().any(|note| note.kind == NoteKind::ModernLicenses), "{report:?}");
        }
    }
    let ordinary = import(&catalog(), &[("tenant.json", DOCUMENTED)], KEPT).unwrap().report;
    assert!(ordinary.notes.iter().all(|note| note.kind != NoteKind::ModernLicenses));
}

#[test]
fn a_rule_comes_in_with_the_members_of_the_moment() {
    let with_rule = |rule: &str, types: Value, state: Value| {
        let mut bundle: Value = serde_json::from_str(DOCUMENTED).unwrap();
        let group = &mut bundle["groups"][0];
        group["groupTypes"] = types;
        group["membershipRule"] = rule.into();
        group["membershipRuleProcessingState"] = state;
        bundle.to_string()
    };
    let rule = "user.department -eq \"Marketing\"";
    let dynamic = json!(["DynamicMembership"]);
    let text = with_rule(rule, dynamic.clone(), json!("On"));
    let read = import(&catalog(), &[("tenant.json", &text)], KEPT).unwrap();
    let group = GroupId::at(0);
    let members = read.tenant.group(group).unwrap().users;
    assert!(members > 0 && read.tenant.queue_length() == 0, "nobody moves by an import");
    let own = read.tenant.membership_rule(group).unwrap();
    assert_eq!((own.text.as_str(), own.membership), (rule, Membership::Dynamic));
    assert!(read.report.notes.iter().all(|note| note.kind != NoteKind::DynamicGroup));
    // What cannot be read, and what would tell who somebody is, stays out, and the report says so.
    let unread = with_rule("user.extensionAttribute1 -eq \"x\"", dynamic.clone(), json!("On"));
    for (text, options) in [(unread.as_str(), KEPT), (text.as_str(), Options::default())] {
        let read = import(&catalog(), &[("tenant.json", text)], options).unwrap();
        assert_eq!(read.tenant.membership_rule(group), None);
        assert!(read.report.notes.iter().any(|note| note.kind == NoteKind::DynamicGroup));
    }
    let paused = with_rule(rule, dynamic, json!("Paused"));
    let read = import(&catalog(), &[("tenant.json", &paused)], KEPT).unwrap();
    assert_eq!(read.tenant.membership_rule(group).unwrap().membership, Membership::Paused);
}
