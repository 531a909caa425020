//! The error texts of Graph, word for word, each with its status and nothing changed.

use licensing_graph::Request;
use licensing_model::{Command, RuleSet, UserId};
use serde_json::{Value, json};

use crate::common::{World, header};

const BAD: &str = "Request_BadRequest";

/// An `assignLicense` of `to` that is refused with 400 and this text.
fn refused(world: &mut World, to: &str, body: Value, text: &str) {
    let answer = world.refused(Request::new("POST", &format!("/{to}/assignLicense")).body(body));
    assert_eq!(answer, (400, BAD.to_string(), text.to_string()));
}

fn change(add: Value, remove: Value) -> Value {
    json!({ "addLicenses": add, "removeLicenses": remove })
}

fn license(sku: &str) -> Value {
    json!([{ "skuId": sku, "disabledPlans": [] }])
}

/// A tenant with a user and a group, and the two places to assign licenses to.
fn world() -> (World, String, String) {
    let mut world = World::new(RuleSet::Rules2019);
    let (noor, team) = (world.user("noor"), world.group("Team"));
    (world, format!("users/{noor}"), format!("groups/{team}"))
}

#[test]
fn invalid_usage_location() {
    let (mut world, user, _) = world();
    world.post("/users", json!({ "displayName": "h", "userPrincipalName": "hugo@contoso.com" }));
    let sku = world.sku("ENTERPRISEPACK");
    let text = "License assignment cannot be done for user with invalid usage location.";
    refused(&mut world, "users/hugo@contoso.com", change(license(&sku), json!([])), text);
    world.patch(&format!("/{user}"), json!({ "usageLocation": "KP" }));
    refused(&mut world, &user, change(license(&sku), json!([])), text);
}

#[test]
fn no_available_licenses() {
    let (mut world, user, _) = world();
    world.units("ENTERPRISEPACK", 0);
    let sku = world.sku("ENTERPRISEPACK");
    let text = format!("Subscription with SKU {sku} does not have any available licenses.");
    refused(&mut world, &user, change(license(&sku), json!([])), &text);
}

#[test]
fn mutually_exclusive() {
    let (mut world, user, group) = world();
    let [e1, e3] = ["STANDARDPACK", "ENTERPRISEPACK"].map(|part| world.sku(part));
    let both = json!([{ "skuId": e1, "disabledPlans": [] }, { "skuId": e3, "disabledPlans": [] }]);
    for to in [user, group] {
        let request = Request::new("POST", &format!("/{to}/assignLicense")).body(change(both.clone(), json!([])));
        let (status, code, text) = world.refused(request);
        assert_eq!((status, code.as_str()), (400, BAD));
        let ids = text.strip_prefix("License assignment failed because service plans ").unwrap();
        let (a, rest) = ids.split_once(',').unwrap();
        let b = rest.strip_suffix(" are mutually exclusive").unwrap();
        assert_eq!((a.len(), b.len()), (36, 36), "{text}");
    }
}

#[test]
fn missing_prerequisite() {
    let (mut world, user, group) = world();
    let [plan, p1, p2] =
        ["WORKPLACE_ANALYTICS", "EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE"].map(|plan| world.plan(plan));
    let sku = world.sku("WORKPLACE_ANALYTICS");
    let beginning = format!("License assignment failed because service plan {plan} depends on the service plan(s) ");
    for to in [user, group] {
        let body = change(license(&sku), json!([]));
        let (status, code, text) = world.refused(Request::new("POST", &format!("/{to}/assignLicense")).body(body));
        assert_eq!((status, code.as_str()), (400, BAD));
        let ids: Vec<_> = text.strip_prefix(&beginning).unwrap().split(',').collect();
        assert!(ids.len() == 2 && ids.contains(&p1.as_str()) && ids.contains(&p2.as_str()), "{text}");
    }
}

/// Of a list that was widened, the message names what the evidence names.
#[test]
fn a_widened_prerequisite_is_named_as_documented() {
    let (mut world, user, _) = world();
    world.units("MCOMEETADV", 1);
    let [plan, p1, p2] = ["MCOMEETADV", "TEAMS1", "MCOSTANDARD"].map(|plan| world.plan(plan));
    let sku = world.sku("MCOMEETADV");
    let text =
        format!("License assignment failed because service plan {plan} depends on the service plan(s) {p1},{p2}");
    refused(&mut world, &user, change(license(&sku), json!([])), &text);
}

#[test]
fn not_a_company_license() {
    let (mut world, user, group) = world();
    // One that the catalog has and the tenant never bought, and one that nobody knows.
    for sku in [world.sku("EMS"), "00000000-0000-0000-0000-000000000001".to_string()] {
        let text = format!("License {sku} does not correspond to a valid company License.");
        for to in [&user, &group] {
            refused(&mut world, to, change(license(&sku), json!([])), &text);
            refused(&mut world, to, change(json!([]), json!([sku])), &text);
        }
    }
}

#[test]
fn no_corresponding_license() {
    let (mut world, user, group) = world();
    let sku = world.sku("ENTERPRISEPACK");
    for to in [user, group] {
        refused(&mut world, &to, change(json!([]), json!([sku])), "User does not have a corresponding license.");
    }
}

#[test]
fn inherited_license() {
    let (mut world, user, group) = world();
    world.join(group.strip_prefix("groups/").unwrap(), user.strip_prefix("users/").unwrap());
    world.assign(&group, &["ENTERPRISEPACK"], &[]);
    world.settle();
    let sku = world.sku("ENTERPRISEPACK");
    let text = "User license is inherited from a group membership and it cannot be removed directly from the user.";
    refused(&mut world, &user, change(json!([]), json!([sku])), text);
}

#[test]
fn missing_parameters() {
    let (mut world, user, group) = world();
    for to in [user, group] {
        for (body, missing) in [
            (json!({ "removeLicenses": [] }), "addLicenses"),
            (json!({ "addLicenses": [] }), "removeLicenses"),
            (json!({}), "addLicenses,removeLicenses"),
        ] {
            let text = format!(
                "One or more parameters of the operation 'assignLicense' are missing from the request payload. The \
                 missing parameters are: {missing}."
            );
            refused(&mut world, &to, body, &text);
        }
    }
}

#[test]
fn no_license_changes() {
    let (mut world, user, group) = world();
    for to in [user, group] {
        refused(&mut world, &to, change(json!([]), json!([])), "No license changes provided");
    }
}

#[test]
fn malformed_and_null_ids() {
    let (mut world, user, group) = world();
    let malformed =
        "Cannot convert a primitive value to the expected type 'Edm.Guid'. See the inner exception for more details";
    let null = "A null value was found with the expected type 'Edm.Guid[Nullable=False]'. The expected type \
                'Edm.Guid[Nullable=False]' does not allow null values.";
    let sku = world.sku("ENTERPRISEPACK");
    for to in [user, group] {
        for id in
            [json!("ENTERPRISEPACK"), json!(""), json!(7), json!(format!("{{{sku}}}")), json!(sku.replace('-', ""))]
        {
            refused(&mut world, &to, change(json!([{ "skuId": id }]), json!([])), malformed);
            refused(&mut world, &to, change(json!([{ "skuId": sku, "disabledPlans": [id] }]), json!([])), malformed);
            refused(&mut world, &to, change(json!([]), json!([id])), malformed);
        }
        refused(&mut world, &to, change(json!([{ "skuId": null }]), json!([])), null);
        refused(&mut world, &to, change(json!([{ "skuId": sku, "disabledPlans": [null] }]), json!([])), null);
        refused(&mut world, &to, change(json!([]), json!([null])), null);
    }
}

#[test]
fn the_parts_are_checked_in_the_order_of_r1_2() {
    let (mut world, user, group) = world();
    let [e3, ems] = ["ENTERPRISEPACK", "EMS"].map(|part| world.sku(part));
    let nobody = "00000000-0000-0000-0000-000000000001";
    let entry = |sku: &str, plan: &str| json!({ "skuId": sku, "disabledPlans": [plan] });
    for to in [user, group] {
        // Twice in a list, before a SKU that the tenant has not.
        let twice =
            change(json!([entry(nobody, nobody), entry(e3.as_str(), nobody), entry(&e3, nobody)]), json!([ems]));
        refused(&mut world, &to, twice, "Office 365 E3 is named twice in one list.");
        let twice = change(json!([]), json!([nobody, nobody]));
        refused(&mut world, &to, twice, &format!("The SKU {nobody} is named twice in one list."));
        // Not in the tenant, before a SKU in both lists.
        let text = format!("License {ems} does not correspond to a valid company License.");
        refused(&mut world, &to, change(json!([entry(&e3, nobody)]), json!([e3, ems])), &text);
        // In both lists, before a plan that is not in the SKU.
        let text = "Office 365 E3 cannot be added and removed in one change.";
        refused(&mut world, &to, change(json!([entry(&e3, nobody)]), json!([e3])), text);
        // A plan that nobody knows, and one of another product.
        let text = format!("The service plan {nobody} is not part of Office 365 E3.");
        refused(&mut world, &to, change(json!([entry(&e3, nobody)]), json!([])), &text);
        let plan = world.plan("WORKPLACE_ANALYTICS");
        let (_, _, text) = world.refused(
            Request::new("POST", &format!("/{to}/assignLicense")).body(change(json!([entry(&e3, &plan)]), json!([]))),
        );
        assert!(text.starts_with("The service plan ") && text.ends_with(" is not part of Office 365 E3."), "{text}");
    }
}

#[test]
fn a_group_that_cannot_be_licensed() {
    let (mut world, ..) = world();
    let body = json!({
        "displayName": "Post", "mailNickname": "p", "mailEnabled": true, "securityEnabled": false,
        "groupTypes": ["Unified"],
    });
    let group = world.post("/groups", body).body["id"].as_str().unwrap().to_string();
    let sku = world.sku("ENTERPRISEPACK");
    let text = "Post is not a kind of group that can carry licenses under these rules.";
    refused(&mut world, &format!("groups/{group}"), change(license(&sku), json!([])), text);
}

#[test]
fn address_taken() {
    let (mut world, user, _) = world();
    world.contact("Reception", "smtp:NOOR@contoso.onmicrosoft.com");
    let sku = world.sku("ENTERPRISEPACK");
    let text = "Another object with the same value for property proxyAddresses already exists.";
    refused(&mut world, &user, change(license(&sku), json!([])), text);
}

#[test]
fn not_found() {
    let (mut world, _, group) = world();
    let nobody = "00000000-0000-0000-0000-000000000001";
    let body = json!({ "addLicenses": [], "removeLicenses": [] });
    for (method, url, id) in [
        ("GET", "/users/nobody@contoso.com".to_string(), "nobody@contoso.com"),
        ("PATCH", format!("/users/{nobody}"), nobody),
        ("DELETE", format!("/users/{nobody}"), nobody),
        ("GET", format!("/groups/{nobody}/members"), nobody),
        ("POST", format!("/groups/{nobody}/assignLicense"), nobody),
        ("POST", format!("/users/{nobody}/assignLicense"), nobody),
        ("POST", format!("/users/{nobody}/reprocessLicenseAssignment"), nobody),
        ("DELETE", format!("/{group}/members/{nobody}/$ref"), nobody),
        ("GET", "/subscribedSkus/x_y".to_string(), "x_y"),
    ] {
        let answer = world.refused(Request::new(method, &url).body(body.clone()));
        let text =
            format!("Resource '{id}' does not exist or one of its queried reference-property objects are not present.");
        assert_eq!(answer, (404, "Request_ResourceNotFound".to_string(), text), "{method} {url}");
    }
    let (status, code, text) = world.refused(Request::new("GET", "/groups/Team"));
    assert_eq!((status, code.as_str(), text.as_str()), (400, BAD, "Invalid object identifier 'Team'."));
}

#[test]
fn a_licensed_group_is_not_deleted() {
    let (mut world, _, group) = world();
    world.assign(&group, &["ENTERPRISEPACK"], &[]);
    let answer = world.refused(Request::new("DELETE", &format!("/{group}")));
    let text = "Unable to delete the group because there is a product license assigned to the group. To delete this \
                group, remove any product licenses first.";
    assert_eq!(answer, (400, BAD.to_string(), text.to_string()));
    world.assign(&group, &[], &["ENTERPRISEPACK"]);
    assert_eq!(world.delete(&format!("/{group}")).status, 204);
}

#[test]
fn a_licensed_group_is_not_deleted_today_in_other_words() {
    let (mut world, _, group) = world();
    world.assign(&group, &["ENTERPRISEPACK"], &[]);
    world.apply(Command::SetRuleSet(RuleSet::Today));
    let answer = world.refused(Request::new("DELETE", &format!("/{group}")));
    let text = "A group with active modern licenses assigned cannot be deleted.";
    assert_eq!(answer, (400, BAD.to_string(), text.to_string()));
}

#[test]
fn the_sample_of_the_documentation_works_under_both_rule_sets() {
    for rules in [RuleSet::Rules2019, RuleSet::Today] {
        let (mut world, _, group) = world();
        world.apply(Command::SetRuleSet(rules));
        world.units("EMSPREMIUM", 5);
        let added = json!([{
            "disabledPlans": ["113feb6c-3fe4-4440-bddc-54d774bf0318"],
            "skuId": "b05e124f-c7cc-45a0-a6aa-8cf78c946968",
        }]);
        let request = Request::new("POST", &format!("/{group}/assignLicense")).body(change(added, json!([])));
        assert_eq!(world.send(request).status, 202, "{rules:?}");
    }
}

#[test]
fn a_member_that_is_there_and_one_that_is_not() {
    let (mut world, user, group) = world();
    let noor = user.strip_prefix("users/").unwrap();
    let reference = json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/directoryObjects/{noor}") });
    let removal = || Request::new("DELETE", &format!("/{group}/members/{noor}/$ref"));
    let text =
        format!("Resource '{noor}' does not exist or one of its queried reference-property objects are not present.");
    assert_eq!(world.refused(removal()), (404, "Request_ResourceNotFound".to_string(), text));
    let addition = Request::new("POST", &format!("/{group}/members/$ref")).body(reference);
    assert_eq!(world.send(addition.clone()).status, 204);
    let text = "One or more added object references already exist for the following modified properties: 'members'.";
    assert_eq!(world.refused(addition), (400, BAD.to_string(), text.to_string()));
    let own = json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/{group}") });
    let (status, ..) = world.refused(Request::new("POST", &format!("/{group}/members/$ref")).body(own));
    assert_eq!(status, 400, "a group cannot be a member of itself");
}

#[test]
fn addresses_are_read_only() {
    let (mut world, user, _) = world();
    for (name, value) in [("proxyAddresses", json!([])), ("assignedLicenses", json!([])), ("id", json!("x"))] {
        let answer = world.refused(Request::new("PATCH", &format!("/{user}")).body(json!({ name: value })));
        assert_eq!(answer, (400, BAD.to_string(), format!("Property '{name}' is read-only and cannot be set.")));
    }
    world.addresses(0, &["SMTP:n@contoso.com"]);
    assert_eq!(world.lab.tenant().mailbox(UserId::at(0)).proxy_addresses.len(), 1);
    assert_eq!(
        world.get(&format!("/{user}?$select=proxyAddresses")).body["proxyAddresses"],
        json!(["SMTP:n@contoso.com"])
    );
}

#[test]
fn mail_enabled_groups_are_not_written() {
    let (mut world, ..) = world();
    let text = "The service does not currently support writes of mail-enabled groups. Please ensure that the \
                mail-enablement property is unset and the security-enablement property is set.";
    for security in [true, false] {
        let body = json!({ "displayName": "D", "mailNickname": "d", "mailEnabled": true, "securityEnabled": security });
        let answer = world.refused(Request::new("POST", "/groups").body(body));
        assert_eq!(answer, (400, BAD.to_string(), text.to_string()));
    }
}

#[test]
fn an_error_carries_ids_and_the_simulated_date() {
    let (mut world, ..) = world();
    let answer = world.send(Request::new("GET", "/users/nobody@contoso.com").header("Client-Request-Id", "mine"));
    let inner = &answer.body["error"]["innerError"];
    assert_eq!(inner["client-request-id"], "mine");
    assert_eq!(inner["date"], "2019-11-08T09:00:06");
    assert_eq!(header(&answer, "request-id"), inner["request-id"].as_str());
    assert_eq!(header(&answer, "Content-Type"), Some("application/json"));
}

#[test]
fn what_graph_has_and_is_not_simulated_is_501_by_name() {
    let (mut world, user, group) = world();
    for path in [
        "me",
        "me/memberOf",
        "devices",
        "servicePrincipals",
        "applications",
        "sites/root",
        "teams",
        "drives",
        "directoryRoles",
        "deviceManagement/managedDevices",
        "reports/x",
        "identity/conditionalAccess",
        "policies",
        "subscriptions",
        "directoryObjects/x",
        "domainDnsRecords",
        "roleManagement/directory",
        "users/delta",
        "groups/delta()",
        "contacts/x",
        "auditLogs/signIns",
        "directory/administrativeUnits",
        "directory/deletedItems/microsoft.graph.application",
        "directory/deletedItems/00000000-0000-0000-0000-000000000001",
    ] {
        let (status, code, text) = world.refused(Request::new("GET", &format!("/{path}")));
        assert_eq!((status, code.as_str()), (501, "NotImplemented"), "{path}");
        assert!(text.contains(&format!("'/{path}'")), "{text}");
    }
    for (method, path) in [
        ("GET", format!("/{user}/manager")),
        ("POST", format!("/{user}/sendMail")),
        ("GET", format!("/{user}/displayName")),
        ("POST", format!("/{user}/revokeSignInSessions")),
        ("GET", format!("/{group}/owners")),
        ("GET", format!("/{group}/members/$ref")),
        ("POST", format!("/{group}/checkMemberGroups")),
    ] {
        let (status, _, text) = world.refused(Request::new(method, &path));
        assert_eq!(status, 501, "{path}: {text}");
    }
}

#[test]
fn what_graph_has_not_is_refused_by_name() {
    let (mut world, user, group) = world();
    for (path, segment) in [
        ("/frobs".to_string(), "frobs"),
        ("/v2.0/users".to_string(), "v2.0"),
        (String::new(), ""),
        (format!("/{user}/frobs"), "frobs"),
        (format!("/{group}/reprocessLicenseAssignment"), "reprocessLicenseAssignment"),
        ("/auditLogs/frobs".to_string(), "frobs"),
    ] {
        let answer = world.refused(Request::new("GET", &path));
        let text = format!("Resource not found for the segment '{segment}'.");
        assert_eq!(answer, (400, "BadRequest".to_string(), text), "{path}");
    }
    for (method, path) in [
        ("PUT", "/users".to_string()),
        ("POST", "/subscribedSkus".to_string()),
        ("DELETE", "/users".to_string()),
        ("GET", format!("/{user}/assignLicense")),
        ("GET", "/$batch".to_string()),
        ("BREW", "/users".to_string()),
        ("POST", "/contacts".to_string()),
        ("", "/users".to_string()),
    ] {
        let (status, ..) = world.refused(Request::new(method, &path));
        assert_eq!(status, 405, "{method} {path}");
    }
    let (status, ..) = world.refused(Request::new("PATCH", "/organization/x"));
    assert_eq!(status, 501, "Graph has it");
}
