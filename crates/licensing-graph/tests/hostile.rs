//! What no well-meant script sends: each a clear error, and nothing changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

use crate::common::World;
use licensing_graph::Request;
use licensing_model::RuleSet;
use serde_json::{Value, json};

/// A tenant with a user and a group; their addresses.
fn world() -> (World, String, String) {
    let mut world = World::new(RuleSet::Rules2019);
    let (noor, team) = (world.user("noor"), world.group("Team"));
    (world, format!("/users/{noor}"), format!("/groups/{team}"))
}

/// The message of a request that is refused with this status.
fn refused(world: &mut World, request: Request, status: u16) -> String {
    let (actual, _, message) = world.refused(request.clone());
    assert_eq!(actual, status, "{} {}: {message}", request.method, request.url);
    assert!(message.len() < 2_000, "a message repeats no more than it needs: {} bytes", message.len());
    message
}

/// A user's or group's body with one property replaced.
fn with(mut body: Value, name: &str, value: Value) -> Value {
    body[name] = value;
    body
}

fn new_user() -> Value {
    json!({ "displayName": "Hugo", "userPrincipalName": "hugo@contoso.com", "mailNickname": "hugo", "usageLocation": "NL" })
}

fn new_group() -> Value {
    json!({ "displayName": "G", "mailEnabled": false, "mailNickname": "g", "securityEnabled": true, "groupTypes": [] })
}

#[test]
fn unknown_properties_are_named() {
    let (mut world, user, group) = world();
    let mut check = |method: &str, url: &str, body: Value, name: &str| {
        let message = refused(&mut world, Request::new(method, url).body(body), 400);
        assert!(message.contains(&format!("'{name}'")), "{message}");
    };
    let change = json!({ "addLicenses": [], "removeLicenses": [] });
    for name in ["foo", "DisplayName", "mySite", "skills", "mail", "", "proxyAddresses", "@odata.bind"] {
        check("POST", "/users", with(new_user(), name, json!("x")), name);
        check("PATCH", &user, json!({ name: "x" }), name);
    }
    for name in ["foo", "members@odata.bind", "unseenCount", "assignedLicenses"] {
        check("POST", "/groups", with(new_group(), name, json!("x")), name);
    }
    check("PATCH", &group, json!({ "createdDateTime": "x" }), "createdDateTime");
    check("POST", &format!("{group}/assignLicense"), with(change.clone(), "foo", json!(1)), "foo");
    check("POST", &format!("{user}/assignLicense"), with(change, "AddLicenses", json!([])), "AddLicenses");
    let entry = json!({ "addLicenses": [{ "skuId": "x", "foo": 1 }], "removeLicenses": [] });
    check("POST", &format!("{user}/assignLicense"), entry, "foo");
    check("POST", &format!("{user}/reprocessLicenseAssignment"), json!({ "foo": 1 }), "foo");
    check("POST", &format!("{group}/members/$ref"), json!({ "@odata.id": "x", "foo": 1 }), "foo");
    check("POST", "/$batch", json!({ "requests": [], "foo": 1 }), "foo");
}

#[test]
fn wrong_types_and_nulls_are_named() {
    let (mut world, user, group) = world();
    let mut check = |method: &str, url: &str, body: Value, name: &str| {
        let message = refused(&mut world, Request::new(method, url).body(body), 400);
        assert!(message.contains(&format!("'{name}'")), "{message}");
    };
    let not_text = [json!(null), json!(7), json!(true), json!([]), json!({})];
    let not_flag = [json!(null), json!(0), json!("true"), json!([])];
    let not_list = [json!(null), json!({}), json!("x"), json!(1), json!(false)];
    for value in &not_text {
        for name in ["displayName", "userPrincipalName", "mailNickname", "usageLocation"] {
            check("POST", "/users", with(new_user(), name, value.clone()), name);
            check("PATCH", &user, json!({ name: value }), name);
        }
        check("POST", "/users", with(new_user(), "userType", value.clone()), "userType");
        check("POST", "/groups", with(new_group(), "displayName", value.clone()), "displayName");
        check("PATCH", &group, json!({ "displayName": value }), "displayName");
        check("POST", &format!("{group}/members/$ref"), json!({ "@odata.id": value }), "@odata.id");
    }
    for value in &not_flag {
        check("POST", "/users", with(new_user(), "accountEnabled", value.clone()), "accountEnabled");
        check("PATCH", &user, json!({ "accountEnabled": value }), "accountEnabled");
        check("POST", "/groups", with(new_group(), "mailEnabled", value.clone()), "mailEnabled");
        check("POST", "/groups", with(new_group(), "securityEnabled", value.clone()), "securityEnabled");
    }
    for value in &not_list {
        check("POST", "/groups", with(new_group(), "groupTypes", value.clone()), "groupTypes");
        for to in [&user, &group] {
            let url = format!("{to}/assignLicense");
            check("POST", &url, json!({ "addLicenses": value, "removeLicenses": [] }), "addLicenses");
            check("POST", &url, json!({ "addLicenses": [], "removeLicenses": value }), "removeLicenses");
            if !value.is_object() {
                check("POST", &url, json!({ "addLicenses": [value], "removeLicenses": [] }), "addLicenses");
            }
            let entry = json!([{ "skuId": "18181a46-0d4e-45cd-891e-60aabd171b4e", "disabledPlans": value }]);
            check("POST", &url, json!({ "addLicenses": entry, "removeLicenses": [] }), "disabledPlans");
        }
    }
    check("POST", &format!("{user}/assignLicense"), json!({ "addLicenses": [{}], "removeLicenses": [] }), "skuId");
    check("POST", "/users", with(new_user(), "passwordProfile", json!("x")), "passwordProfile");
    check("POST", "/users", with(new_user(), "userType", json!("Robot")), "userType");
    check("POST", "/groups", with(new_group(), "mailNickname", json!("")), "mailNickname");
    check("POST", "/groups", with(new_group(), "members@odata.bind", json!([1])), "members@odata.bind");
    check("POST", "/groups", with(new_group(), "groupTypes", json!(["Dynamic"])), "groupTypes");
    check("POST", "/groups", with(new_group(), "groupTypes", json!([1])), "groupTypes");
    for code in ["N", "NLD", "", "1!", "ÄÖ"] {
        check("PATCH", &user, json!({ "usageLocation": code }), "usageLocation");
    }
    for name in ["displayName", "userPrincipalName"] {
        let mut body = new_user();
        body.as_object_mut().unwrap().remove(name);
        check("POST", "/users", body, name);
    }
}

#[test]
fn bodies_that_are_no_objects() {
    let (mut world, user, group) = world();
    let writes = [
        ("POST", "/users".to_string()),
        ("PATCH", user.clone()),
        ("POST", format!("{user}/assignLicense")),
        ("POST", "/groups".to_string()),
        ("PATCH", group.clone()),
        ("POST", format!("{group}/assignLicense")),
        ("POST", format!("{group}/members/$ref")),
        ("POST", "/$batch".to_string()),
    ];
    for (method, url) in &writes {
        let text = "Empty Payload. JSON content expected.";
        assert_eq!(refused(&mut world, Request::new(method, url), 400), text);
        for body in [json!([]), json!(1), json!(true)] {
            let message = refused(&mut world, Request::new(method, url).body(body), 400);
            assert!(message.starts_with("The body has to be a JSON object, not "), "{message}");
        }
        for text in [
            "{\"displayName\": \"Hu",
            "{",
            "{\"a\":1,}",
            "\u{feff}{}",
            &"[".repeat(100_000),
            "nonsense",
            "{\"a\": 1, \"a\": 2}",
            "{} {}",
        ] {
            let message = refused(&mut world, Request::new(method, url).body(json!(text)), 400);
            assert!(message.starts_with("Unable to read JSON request payload."), "{message}");
        }
        let huge = json!(format!("{{\"displayName\":\"{}\"}}", "x".repeat(5_000_000)));
        refused(&mut world, Request::new(method, url).body(huge), 413);
    }
    let text = json!(r#"{"displayName":"As text","mailEnabled":false,"mailNickname":"t","securityEnabled":true}"#);
    assert_eq!(world.post("/groups", text).status, 201, "a body may be the text of a document");
}

#[test]
fn names_of_a_megabyte() {
    let (mut world, user, group) = world();
    let long = "x".repeat(1 << 20);
    let text = "A name has at most 256 characters.";
    for (method, url, body) in [
        ("POST", "/users", with(new_user(), "displayName", json!(long))),
        ("PATCH", &user, json!({ "displayName": long })),
        ("POST", "/groups", with(new_group(), "displayName", json!(long))),
        ("PATCH", &group, json!({ "displayName": long })),
        ("POST", "/users", with(new_user(), "userPrincipalName", json!(format!("{long}@contoso.com")))),
    ] {
        assert_eq!(refused(&mut world, Request::new(method, url).body(body), 400), text);
    }
    for (method, url, body) in [
        ("POST", "/users", with(new_user(), "mailNickname", json!(long))),
        ("POST", "/users", with(new_user(), &long, json!(1))),
        ("POST", "/users", with(new_user(), "userType", json!(long))),
        ("PATCH", &user, json!({ "usageLocation": long })),
        ("POST", &format!("{group}/members/$ref"), json!({ "@odata.id": format!("https://x/{}", "y".repeat(60_000)) })),
        ("POST", &format!("{user}/assignLicense"), json!({ "addLicenses": [], "removeLicenses": [long] })),
        ("POST", &format!("{user}/assignLicense"), json!({ "addLicenses": [], "removeLicenses": [], &long: 1 })),
        (
            "POST",
            "/$batch",
            json!({ "requests": [{ "id": long, "method": "GET", "url": "/me", "dependsOn": [long] }] }),
        ),
    ] {
        refused(&mut world, Request::new(method, url).body(body), 400);
    }
    refused(&mut world, Request::new("GET", &format!("/users/{}", "x".repeat(60_000))), 404);
    refused(&mut world, Request::new("GET", &format!("/users?$select={}", "x".repeat(60_000))), 400);
    refused(&mut world, Request::new("GET", &format!("/{}", "x".repeat(60_000))), 400);
    refused(&mut world, Request::new(&long, "/users"), 405);
    refused(&mut world, Request::new("GET", &format!("/users/{long}")), 414);
    refused(&mut world, Request::new("GET", "/users/nobody").header("client-request-id", &long), 404);
}

#[test]
fn empty_and_blank_values() {
    let (mut world, user, group) = world();
    for (method, url, body) in [
        ("POST", "/users", with(new_user(), "displayName", json!(""))),
        ("POST", "/users", with(new_user(), "userPrincipalName", json!(""))),
        ("POST", "/users", with(new_user(), "userPrincipalName", json!("hugo@elsewhere.com"))),
        ("POST", "/users", with(new_user(), "userPrincipalName", json!("noor@contoso.onmicrosoft.com"))),
        ("POST", "/users", with(new_user(), "mailNickname", json!("a b"))),
        ("POST", "/groups", with(new_group(), "displayName", json!(""))),
        ("POST", &format!("{group}/members/$ref"), json!({ "@odata.id": "" })),
        ("POST", &format!("{group}/members/$ref"), json!({ "@odata.id": "https://graph.microsoft.com/v1.0/sites/x" })),
        ("POST", &format!("{group}/members/$ref"), json!({})),
        ("PATCH", &user, json!({ "userPrincipalName": "@" })),
    ] {
        refused(&mut world, Request::new(method, url).body(body), 400);
    }
}

#[test]
fn filters_that_are_too_deep_or_too_long() {
    let (mut world, ..) = world();
    let mut ask = |filter: String| world.get_eventual(&format!("/users?$count=true&$filter={filter}"));
    let core = "accountEnabled eq true";
    let nested = |levels: usize| format!("{}{core}{}", "(".repeat(levels), ")".repeat(levels));
    let negated = |levels: usize| format!("{}{core}", "not ".repeat(levels));
    for (filter, status) in [
        (nested(50), 200),
        (nested(51), 400),
        (nested(4_000), 400),
        (negated(50), 200),
        (negated(51), 400),
        (negated(2_000), 400),
        (vec![core; 300].join(" or "), 200),
        (vec![core; 400].join(" and "), 400),
        ("(".repeat(8_000), 400),
        ("x/".repeat(4_000), 400),
        (format!("displayName in ({})", vec!["'a'"; 1_500].join(",")), 200),
        (format!("displayName eq '{}'", "a".repeat(9_000)), 400),
        ("assignedLicenses/any(x:".repeat(300), 400),
    ] {
        let answer = ask(filter);
        assert_eq!(answer.status, status, "{answer:?}");
    }
    let message = ask(nested(51)).body["error"]["message"].to_string();
    assert!(message.contains("more than 50 levels"), "{message}");
}

#[test]
fn odd_addresses() {
    let (mut world, ..) = world();
    for url in [
        "",
        "/",
        "//",
        "?",
        "/?$top=1",
        "https://",
        "https://graph.microsoft.com",
        "https://graph.microsoft.com/v1.0",
        "https://graph.microsoft.com.evil.org/v1.0/users",
        "ftp://graph.microsoft.com/users",
        "/v1.0/v1.0/users",
        "/users/%ff",
        "/users?$filter=%ff",
        "/users?%ff=1",
        "/users/%zz",
        "/users('",
        "/users('')",
        "/users('a'",
        "/users(1)",
        "/../users",
        "/users?$top=99999999999999999999",
        "/users?$skiptoken=X'ffffffff'x",
        "/\u{0}",
        "/users/\u{202e}",
        "/$batch/x",
    ] {
        let before = world.lab.tenant().clone();
        let answer = world.get(url);
        assert!((400..=501).contains(&answer.status), "{url}: {answer:?}");
        assert_eq!(*world.lab.tenant(), before);
    }
    assert_eq!(world.get("/users?$skiptoken=X'ffffffff'").body["value"], json!([]), "behind the last one");
    assert_eq!(world.get("/users?&&$top=1&").status, 200);
    let answer = world.send(Request::new("get", "//Users///"));
    assert_eq!(answer.status, 200, "names and methods in any case");
}

#[test]
fn groups_in_a_circle_do_no_harm() {
    let (mut world, _, first) = world();
    let second = world.group("Second");
    let first = first.strip_prefix("/groups/").unwrap().to_string();
    world.join(&first, &second);
    world.join(&second, &first);
    let answer = world.get("/groups?$expand=memberOf($select=id)&$select=id");
    assert_eq!(answer.body["value"][0]["memberOf"][0]["id"], second);
    assert_eq!(answer.body["value"][1]["memberOf"][0]["id"], first);
}
