//! The forms in which Graph's answers come: one bundle, a file for each collection, pages, pasted texts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use crate::common::{KEPT, export, import, same_everywhere};
use licensing_import::{Imported, NoteKind};
use licensing_model::Catalog;
use serde_json::{Value, json};

const BUNDLE: &str = include_str!("fixtures/bundle.json");
const SALES: &str = "a0000000-0000-4000-8000-000000000001";

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

fn read(files: &[(&str, String)]) -> Imported {
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    import(&catalog(), &files, KEPT).unwrap_or_else(|error| panic!("{error}"))
}

/// The collections of the bundle.
fn collection(name: &str) -> Vec<Value> {
    let bundle: Value = serde_json::from_str(BUNDLE).unwrap();
    bundle[name].as_array().unwrap().clone()
}

/// An answer of Graph.
fn answer(set: &str, rows: &[Value], next: Option<&str>) -> String {
    let mut answer = json!({ "@odata.context": format!("https://graph.microsoft.com/v1.0/$metadata#{set}") });
    if let Some(next) = next {
        answer["@odata.nextLink"] = next.into();
    }
    answer["value"] = rows.into();
    answer.to_string()
}

/// The bundle as Graph answers it, a file for each request.
fn separate_files() -> Vec<(&'static str, String)> {
    let mut groups = collection("groups");
    let members: Vec<Value> =
        groups.iter_mut().map(|group| group.as_object_mut().unwrap().remove("members").unwrap()).collect();
    let list = |at: usize| members[at].as_array().unwrap().clone();
    let link = format!("https://graph.microsoft.com/v1.0/groups/{SALES}/members?$skiptoken=a");
    let of_all = "members of a0000000-0000-4000-8000-000000000002.json";
    vec![
        ("organization.json", answer("organization", &collection("organization"), None)),
        ("skus.json", answer("subscribedSkus", &collection("subscribedSkus"), None)),
        ("groups.json", answer("groups(id,displayName)", &groups, None)),
        // Members come as Graph lists them; the group is known from the link or from the name.
        ("members 1.json", answer("directoryObjects", &list(0)[..1], Some(&link))),
        (SALES, answer("directoryObjects", &list(0)[1..], None)),
        (of_all, answer("directoryObjects", &list(1), None)),
        (
            "users 1.json",
            answer("users", &collection("users")[..1], Some("https://graph.microsoft.com/v1.0/users?$skiptoken=1")),
        ),
        ("users 2.json", answer("users", &collection("users")[1..], None)),
        ("contacts.json", answer("contacts", &collection("contacts"), None)),
        ("deleted.json", answer("users", &collection("deletedUsers"), None)),
        ("log.json", answer("auditLogs/directoryAudits", &collection("directoryAudits"), None)),
    ]
}

#[test]
fn separate_files_and_pages_give_the_same_tenant_as_the_bundle() {
    let whole = read(&[("bundle.json", BUNDLE.to_string())]);
    let parts = read(&separate_files());
    same_everywhere(&whole.tenant, &parts.tenant);
    assert_eq!(whole.report.notes, parts.report.notes);
    assert_eq!(whole.report.ignored, parts.report.ignored);
    assert_eq!(whole.report.counts.members, parts.report.counts.members);
}

#[test]
fn pasted_answers_may_stand_one_behind_the_other() {
    let files = separate_files();
    let pages: Vec<String> =
        files.iter().filter(|(name, _)| name.starts_with("users")).map(|(_, text)| text.clone()).collect();
    let mut others: Vec<_> = files.into_iter().filter(|(name, _)| !name.starts_with("users")).collect();
    others.push(("pasted", pages.join("\n")));
    same_everywhere(&read(&[("bundle.json", BUNDLE.to_string())]).tenant, &read(&others).tenant);
}

#[test]
fn plain_lists_are_recognized_by_what_is_in_them() {
    let lists = ["organization", "subscribedSkus", "groups", "users", "contacts", "deletedUsers", "directoryAudits"];
    let files: Vec<_> = lists.into_iter().map(|name| (name, Value::from(collection(name)).to_string())).collect();
    same_everywhere(&read(&[("bundle.json", BUNDLE.to_string())]).tenant, &read(&files).tenant);
}

#[test]
fn answers_may_stand_in_a_bundle_as_they_are() {
    let users: Value = serde_json::from_str(&answer("users", &collection("users"), None)).unwrap();
    let mut bundle: Value = serde_json::from_str(BUNDLE).unwrap();
    bundle["users"] = users;
    same_everywhere(&read(&[("a", BUNDLE.to_string())]).tenant, &read(&[("b", bundle.to_string())]).tenant);
}

#[test]
fn a_missing_page_is_reported_and_a_page_given_twice_refused() {
    let mut files = separate_files();
    files.retain(|(name, _)| *name != "users 2.json" && *name != "deleted.json");
    let report = read(&files).report;
    let note = report.notes.iter().find(|note| note.kind == NoteKind::NextPage).unwrap();
    assert_eq!(note.examples, ["users, users 1.json"]);

    let empty = answer("users", &[], Some("https://graph.microsoft.com/v1.0/users?$skiptoken=1"));
    let error = import(&catalog(), &[("1.json", &empty), ("2.json", &empty)], KEPT).unwrap_err();
    let expected = "2.json, line 1: @odata.nextLink: the page https://graph.microsoft.com/v1.0/users?$skiptoken=1 \
                    appears twice, first in 1.json, line 1";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_members_of_a_group_are_known_from_the_hint_of_graph_explorer() {
    let mut files = separate_files();
    let (_, text) = files.iter_mut().find(|(name, _)| *name == SALES).unwrap();
    let hint = format!(
        "\"@microsoft.graph.tips\":\"Use $select. For example: GET groups('{SALES}')/members?$select=id\",\"value\""
    );
    *text = text.replacen("\"value\"", &hint, 1);
    let files: Vec<_> =
        files.into_iter().map(|(name, text)| (if name == SALES { "pasted" } else { name }, text)).collect();
    same_everywhere(&read(&[("a", BUNDLE.to_string())]).tenant, &read(&files).tenant);
}

#[test]
fn memberships_can_come_from_the_users() {
    let mut bundle: Value = serde_json::from_str(BUNDLE).unwrap();
    bundle["groups"][0]["members"] = json!([]);
    bundle["users"][0]["memberOf"] = json!([
        { "@odata.type": "#microsoft.graph.directoryRole", "id": "e0000000-0000-4000-8000-000000000001" },
        { "@odata.type": "#microsoft.graph.group", "id": SALES },
    ]);
    let imported = read(&[("bundle.json", bundle.to_string())]);
    assert_eq!(imported.report.counts.members, 1);
    assert!(export(&imported.tenant).contains("\"members\":[\n{\"@odata.type\":\"#microsoft.graph.user\""));
}
