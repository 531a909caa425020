//! What a console shows beside requests and answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

use crate::common::World;
use licensing_core::{History, Tenant};
use licensing_graph::console::{IdOf, Purpose, ReadyMade, deviations, names, ready_made, with_names};
use licensing_graph::{Request, handle};
use licensing_model::{Command, RuleSet, UserId};
use licensing_wording::Words;
use serde_json::json;

/// Two users who both want the only seat, a user more, and one who was deleted.
fn crowded() -> (World, String, String) {
    let mut world = World::new(RuleSet::Rules2019);
    world.units("ENTERPRISEPACK", 1);
    let (noor, bram, _, gone) = (world.user("noor"), world.user("bram"), world.user("cees"), world.user("gone"));
    let sales = world.group("Sales");
    world.join(&sales, &noor);
    world.join(&sales, &bram);
    assert_eq!(world.assign(&format!("groups/{sales}"), &["ENTERPRISEPACK"], &[]).status, 202);
    assert_eq!(world.delete(&format!("/users/{gone}")).status, 204);
    world.settle();
    (world, noor, sales)
}

fn answered(tenant: &Tenant, ready: &ReadyMade) {
    let mut lab = History::new(tenant.clone());
    let answer = handle(&mut lab, &ready.request);
    assert!((200..300).contains(&answer.status), "{:?}: {answer:?}", ready.title);
    assert_eq!(lab.position() > 0, ready.purpose == Purpose::Change, "{:?}", ready.title);
}

#[test]
fn every_ready_made_request_is_answered() {
    let (world, ..) = crowded();
    let list = ready_made(world.lab.tenant());
    let titles: Vec<String> = list.iter().map(|ready| Words::english().say(&ready.title)).collect();
    for title in [
        "Members in error of Sales",
        "The states of bram",
        "Reprocess bram",
        "Give Sales Microsoft 365 Audio Conferencing",
        "Remove Office 365 E3 from Sales",
        "Add cees to Sales",
        "Remove noor from Sales",
        "Restore gone",
    ] {
        assert!(titles.iter().any(|known| known == title), "{title} in {titles:?}");
    }
    list.iter().for_each(|ready| answered(world.lab.tenant(), ready));
}

#[test]
fn an_empty_tenant_has_requests_too() {
    let tenant = Tenant::new(std::sync::Arc::new(licensing_catalog::starter()), Default::default());
    let list = ready_made(&tenant);
    for purpose in Purpose::ALL {
        assert!(list.iter().any(|ready| ready.purpose == purpose));
    }
    list.iter().for_each(|ready| answered(&tenant, ready));
}

#[test]
fn ids_have_names_in_their_order_and_once() {
    let (world, noor, sales) = crowded();
    let tenant = world.lab.tenant();
    let e3 = world.sku("ENTERPRISEPACK");
    let text = format!("/groups/{sales}/x {e3} {}{noor} {noor} é{noor}", noor.to_uppercase());
    let found: Vec<(IdOf, String)> = names(tenant, &text, 8).into_iter().map(|named| (named.of, named.name)).collect();
    let expected = [(IdOf::Group, "Sales"), (IdOf::Product, "Office 365 E3"), (IdOf::User, "noor")];
    assert_eq!(found, expected.map(|(of, name)| (of, name.to_string())));
    assert_eq!(names(tenant, &text, 2).len(), 2);
    let plan = world.plan("EXCHANGE_S_ENTERPRISE");
    assert_eq!(names(tenant, &plan, 8)[0].of, IdOf::Plan);
    let nobody = "00000000-0000-0000-0000-000000000000";
    assert_eq!(names(tenant, nobody, 8), []);
    assert_eq!(
        with_names(tenant, &format!("DELETE /groups/{sales}/members/{noor}/$ref é {nobody}")),
        format!("DELETE /groups/{{Sales}}/members/{{noor}}/$ref é {nobody}")
    );
}

#[test]
fn answers_say_where_they_differ_from_graph() {
    let (mut world, noor, sales) = crowded();
    let mut told = |request: Request| -> Vec<&'static str> {
        let answer = world.send(request.clone());
        deviations(&request, &answer).iter().map(|deviation| Words::english().text(deviation.title)).collect()
    };
    let get = |url: &str| Request::new("GET", url);
    assert_eq!(told(get("/users?$select=displayName")), [""; 0]);
    assert_eq!(told(get("/users").header("Authorization", "Bearer x")), ["Nobody signs in"]);
    let reprocess = Request::new("POST", &format!("/users/{noor}/reprocessLicenseAssignment"));
    assert_eq!(told(reprocess), ["The background waits for you", "reprocessLicenseAssignment answers 200"]);
    assert_eq!(
        told(Request::new("DELETE", &format!("/groups/{sales}/members/{noor}/$ref"))),
        ["The background waits for you"]
    );
    assert_eq!(told(get("/auditLogs/directoryAudits?$top=1")), ["Time is simulated"]);
    assert_eq!(told(get("/me/messages")), ["What is not simulated is refused by name"]);
    assert_eq!(told(get("/users?$search=x")), ["What is not simulated is refused by name"]);
    assert_eq!(told(get("/users?$filter=displayName eq 'NOOR'")), ["$filter ignores case"]);
    assert_eq!(told(get(&format!("/groups/{sales}?$expand=members"))), ["$expand links to the rest"]);
    assert_eq!(told(get("/subscribedSkus")), ["subscribedSku.appliesTo is User"]);
    assert_eq!(told(get("/subscribedSkus?$select=skuId")), [""; 0]);
    let patch = |body| Request::new("PATCH", &format!("/users/{noor}")).body(body);
    assert_eq!(told(patch(json!({ "proxyAddresses": [] }))), ["proxyAddresses cannot be written"]);
    assert_eq!(told(patch(json!({ "usageLocation": null }))), ["usageLocation cannot be null"]);
    assert_eq!(told(get("/domains")), ["A domain is verified at once"]);
    assert_eq!(told(get("not a resource")), [""; 0]);
    assert_eq!(told(get("https://example.org/")), [""; 0]);
    world.apply(Command::DeleteUser(UserId::from_raw(0)));
}
