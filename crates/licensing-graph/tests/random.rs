//! Random requests: none makes it panic, and a refused one changes nothing. `LAB_REQUESTS` sets how many of each kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

use crate::common::World;
use licensing_graph::{Request, handle};
use licensing_model::RuleSet;
use proptest::prelude::*;
use serde_json::Value;

fn requests() -> u32 {
    std::env::var("LAB_REQUESTS").map_or(2_000, |count| count.parse().expect("a number"))
}

/// A tenant with a user and a group.
fn world() -> World {
    let mut world = World::new(RuleSet::Rules2019);
    world.user("noor");
    world.group("Team");
    world
}

/// Words that bring a random text near to what is understood.
fn fragment() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "/users",
        "/groups",
        "/subscribedSkus",
        "/contacts",
        "/organization",
        "/auditLogs/directoryAudits",
        "/members",
        "/$ref",
        "/assignLicense",
        "/directory/deletedItems/",
        "microsoft.graph.user",
        "/restore",
        "?",
        "&",
        "=",
        "$filter=",
        "$select=",
        "$top=",
        "$expand=members",
        "$count=true",
        "$skiptoken=X'",
        "displayName",
        "assignedLicenses",
        "targetResources",
        "/any(",
        "x:",
        "x/skuId",
        " eq ",
        " ne ",
        " in ",
        " and ",
        " or ",
        "not ",
        "(",
        ")",
        "'",
        ",",
        "null",
        "true",
        "%27",
        "%",
        "startsWith(",
        "noor@contoso.onmicrosoft.com",
        "999a5f81-352a-58cc-a579-c0676141ee14",
        "18181a46-0d4e-45cd-891e-60aabd171b4e",
        "1",
        "é",
        "\u{0}",
    ]);
    prop_oneof![9 => words.prop_map(String::from), 1 => any::<String>()]
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        fragment().prop_map(Value::from),
    ];
    let name = prop::sample::select(vec![
        "addLicenses",
        "removeLicenses",
        "skuId",
        "disabledPlans",
        "displayName",
        "userPrincipalName",
        "mailEnabled",
        "securityEnabled",
        "groupTypes",
        "usageLocation",
        "@odata.id",
        "requests",
        "id",
        "method",
        "url",
        "body",
        "dependsOn",
        "headers",
        "foo",
    ]);
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..5)
                .prop_map(|pairs| pairs.into_iter().map(|(name, value)| (name.to_string(), value)).collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: requests(), ..ProptestConfig::default() })]

    #[test]
    fn no_request_makes_it_panic(
        method in prop::sample::select(vec!["GET", "POST", "PATCH", "DELETE", "PUT", ""]),
        url in prop::collection::vec(fragment(), 0..14).prop_map(|parts| parts.concat()),
        body in prop::option::of(json_value()),
        eventual in any::<bool>(),
    ) {
        let mut world = world();
        let before = world.lab.tenant().clone();
        let mut request = Request { body, ..Request::new(method, &url) };
        if eventual {
            request = request.header("ConsistencyLevel", "eventual");
        }
        let answer = handle(&mut world.lab, &request);
        prop_assert!((200..=501).contains(&answer.status));
        if answer.status >= 400 || method == "GET" {
            prop_assert_eq!(world.lab.tenant(), &before);
        }
    }

    #[test]
    fn no_filter_makes_it_panic(parts in prop::collection::vec(fragment(), 0..30)) {
        let mut world = world();
        let filter = parts.concat().replace('&', "%26");
        let request = Request::new("GET", &format!("/users?$count=true&$filter={filter}"));
        let answer = handle(&mut world.lab, &request.header("ConsistencyLevel", "eventual"));
        prop_assert!(answer.status == 200 || answer.status == 400, "{:?}", answer);
    }
}
