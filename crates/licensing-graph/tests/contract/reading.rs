//! Requests that look.

use licensing_model::{Command, RuleSet, Units};
use serde_json::{Value, json};

use crate::common::{World, column, id};

#[test]
fn organization() {
    let mut world = World::new(RuleSet::Rules2019);
    let answer = world.get("https://graph.microsoft.com/v1.0/organization");
    let tenant = &answer.body["value"][0];
    assert_eq!(answer.body["@odata.context"], "https://graph.microsoft.com/v1.0/$metadata#organization");
    assert_eq!(tenant["countryLetterCode"], "NL");
    assert_eq!(tenant["displayName"], "contoso");
    let domain = |initial: bool, name: &str| json!({ "isDefault": initial, "isInitial": initial, "name": name, "type": "Managed" });
    let expected = json!([domain(true, "contoso.onmicrosoft.com"), domain(false, "contoso.com")]);
    assert_eq!(tenant["verifiedDomains"], expected);
    let one = world.get(&format!("/organization/{}?$select=id", tenant["id"].as_str().unwrap()));
    assert_eq!(one.body["id"], tenant["id"]);
}

#[test]
fn subscribed_skus() {
    let mut world = World::new(RuleSet::Rules2019);
    let user = world.user("noor");
    world.assign(&format!("users/{user}"), &["ENTERPRISEPACK"], &[]);
    let product = world.product("MCOMEETADV");
    world.apply(Command::SetUnits(product, Units { enabled: 0, warning: 0, suspended: 25, locked_out: 3 }));

    let tenant = world.get("/organization").body["value"][0]["id"].as_str().unwrap().to_string();
    let answer = world.get("/subscribedSkus");
    assert_eq!(answer.body["value"].as_array().unwrap().len(), 4);
    let rows = answer.body["value"].as_array().unwrap().clone();
    let of = |part: &str| rows.iter().find(|row| row["skuPartNumber"] == part).unwrap().clone();
    let e3 = of("ENTERPRISEPACK");
    assert_eq!(e3["id"], format!("{tenant}_{}", world.sku("ENTERPRISEPACK")));
    assert_eq!(e3["skuId"], world.sku("ENTERPRISEPACK"));
    assert_eq!(e3["consumedUnits"], 1);
    assert_eq!(e3["capabilityStatus"], "Enabled");
    assert_eq!(e3["appliesTo"], "User");
    assert_eq!(e3["prepaidUnits"], json!({ "enabled": 2, "suspended": 0, "warning": 0, "lockedOut": 0 }));
    let plans = e3["servicePlans"].as_array().unwrap();
    assert_eq!(plans.len(), 20, "the plans of 2019");
    let exchange = plans.iter().find(|plan| plan["servicePlanName"] == "EXCHANGE_S_ENTERPRISE").unwrap();
    assert_eq!(exchange["servicePlanId"], world.plan("EXCHANGE_S_ENTERPRISE"));
    assert_eq!(exchange["provisioningStatus"], "Success");
    assert_eq!(exchange["appliesTo"], "User");
    assert_eq!(of("MCOMEETADV")["capabilityStatus"], "Suspended");
    assert_eq!(of("MCOMEETADV")["prepaidUnits"]["lockedOut"], 3);
}

#[test]
fn one_subscribed_sku() {
    let mut world = World::new(RuleSet::Rules2019);
    let all = world.get("/subscribedSkus");
    let first = &all.body["value"][0];
    let url = format!("/subscribedSkus/{}?$select=skuPartNumber,consumedUnits", first["id"].as_str().unwrap());
    let answer = world.get(&url);
    assert_eq!(answer.body["skuPartNumber"], first["skuPartNumber"]);
    assert_eq!(answer.body.as_object().unwrap().len(), 3, "context and what was selected");
    assert_eq!(world.get(&format!("/subscribedSkus/{}", world.sku("ENTERPRISEPACK"))).status, 404);
    let tenant = first["id"].as_str().unwrap().split('_').next().unwrap().to_string();
    assert_eq!(world.get(&format!("/subscribedSkus/{tenant}_{}", world.sku("EMS"))).status, 404, "never bought");
}

#[test]
fn users() {
    let mut world = World::new(RuleSet::Rules2019);
    let (noor, _) = (world.user("noor"), world.user("hugo"));
    let answer = world.get("/users");
    assert_eq!(answer.body["@odata.context"], "https://graph.microsoft.com/v1.0/$metadata#users");
    assert_eq!(column(&answer, "displayName"), ["noor", "hugo"]);
    let expected = json!({
        "businessPhones": [], "displayName": "noor", "givenName": null, "jobTitle": null, "mail": null,
        "mobilePhone": null, "officeLocation": null, "preferredLanguage": null, "surname": null,
        "userPrincipalName": "noor@contoso.onmicrosoft.com", "id": noor,
    });
    assert_eq!(answer.body["value"][0], expected, "Graph's default set");
}

#[test]
fn one_user_by_id_or_user_principal_name() {
    let mut world = World::new(RuleSet::Rules2019);
    let noor = world.user("noor");
    let selected = "$select=id,usageLocation,accountEnabled,userType,mailNickname";
    for key in [noor.as_str(), "noor@contoso.onmicrosoft.com", "NOOR@Contoso.onmicrosoft.com"] {
        let answer = world.get(&format!("/users/{key}?{selected}"));
        assert_eq!(answer.status, 200);
        let context = "https://graph.microsoft.com/v1.0/$metadata#users(id,usageLocation,accountEnabled,userType,\
                       mailNickname)/$entity";
        let expected = json!({
            "@odata.context": context, "id": noor, "usageLocation": "NL", "accountEnabled": true, "userType": "Member",
            "mailNickname": "noor",
        });
        assert_eq!(answer.body, expected);
    }
    assert_eq!(id(&world.get(&format!("users('{noor}')")), 200), noor);
}

/// E3 from a group with a plan off, E3 directly with another off, and E1 that clashes.
fn licensed() -> (World, String, String, String) {
    let mut world = World::new(RuleSet::Rules2019);
    let (noor, e3, e1) = (world.user("noor"), world.group("E3"), world.group("E1"));
    world.join(&e3, &noor);
    world.join(&e1, &noor);
    let [yammer, teams] = ["YAMMER_ENTERPRISE", "TEAMS1"].map(|plan| world.plan(plan));
    let give = |plans: Value, sku: String| json!({ "addLicenses": [{ "skuId": sku, "disabledPlans": plans }], "removeLicenses": [] });
    let sku = world.sku("ENTERPRISEPACK");
    let answer = world.post(&format!("/groups/{e3}/assignLicense"), give(json!([yammer]), sku.clone()));
    assert_eq!(answer.status, 202);
    world.settle();
    let answer = world.post(&format!("/users/{noor}/assignLicense"), give(json!([yammer, teams]), sku));
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(world.assign(&format!("groups/{e1}"), &["STANDARDPACK"], &[]).status, 202);
    world.settle();
    (world, noor, e3, e1)
}

#[test]
fn license_assignment_states() {
    let (mut world, noor, e3, e1) = licensed();
    let url = format!("/users/{noor}?$select=licenseAssignmentStates,assignedLicenses");
    let answer = world.get(&url);
    let [sku_e3, sku_e1] = ["ENTERPRISEPACK", "STANDARDPACK"].map(|part| world.sku(part));
    let states = answer.body["licenseAssignmentStates"].as_array().unwrap();
    let brief: Vec<_> = states
        .iter()
        .map(|row| (row["skuId"].clone(), row["assignedByGroup"].clone(), row["state"].clone(), row["error"].clone()))
        .collect();
    let expected = [
        (json!(sku_e3), Value::Null, json!("Active"), json!("None")),
        (json!(sku_e3), json!(e3), json!("Active"), json!("None")),
        (json!(sku_e1), json!(e1), json!("Error"), json!("MutuallyExclusiveViolation")),
    ];
    assert_eq!(brief, expected);
    assert_eq!(states[0]["disabledPlans"].as_array().unwrap().len(), 2);
    assert_eq!(states[1]["disabledPlans"], json!([world.plan("YAMMER_ENTERPRISE")]));
    assert_eq!(states[1]["lastUpdatedDateTime"], "2019-11-08T09:00:10Z");
    let licenses = json!([{ "disabledPlans": [world.plan("YAMMER_ENTERPRISE")], "skuId": sku_e3 }]);
    assert_eq!(answer.body["assignedLicenses"], licenses, "the intersection, without the error row");
}

#[test]
fn assigned_plans_mail_and_proxy_addresses() {
    let (mut world, noor, ..) = licensed();
    let answer = world.get(&format!("/users/{noor}?$select=AssignedPlans,mail,proxyAddresses"));
    let plans = answer.body["assignedPlans"].as_array().unwrap();
    assert_eq!(plans.len(), 19, "20 plans, one of them off on both paths");
    let exchange = world.plan("EXCHANGE_S_ENTERPRISE");
    let exchange = plans.iter().find(|plan| plan["servicePlanId"] == exchange).unwrap();
    assert_eq!(
        (&exchange["capabilityStatus"], &exchange["assignedDateTime"]),
        (&json!("Enabled"), &json!("2019-11-08T09:00:10Z"))
    );
    assert_eq!(answer.body["mail"], "noor@contoso.onmicrosoft.com");
    assert_eq!(answer.body["proxyAddresses"], json!(["SMTP:noor@contoso.onmicrosoft.com"]));
    let product = world.product("ENTERPRISEPACK");
    world.apply(Command::SetUnits(product, Units { enabled: 0, warning: 0, suspended: 2, locked_out: 0 }));
    let answer = world.get(&format!("/users/{noor}?$select=assignedPlans"));
    assert_eq!(answer.body["assignedPlans"][0]["capabilityStatus"], "Suspended");
}

#[test]
fn license_details() {
    let (mut world, noor, ..) = licensed();
    let answer = world.get(&format!("/users/{noor}/licenseDetails"));
    assert_eq!(column(&answer, "skuPartNumber"), ["ENTERPRISEPACK"]);
    let plans = answer.body["value"][0]["servicePlans"].as_array().unwrap();
    let status =
        |name: &str| plans.iter().find(|plan| plan["servicePlanName"] == name).unwrap()["provisioningStatus"].clone();
    assert_eq!(status("YAMMER_ENTERPRISE"), "Disabled");
    assert_eq!(status("TEAMS1"), "Success");
}

#[test]
fn member_of() {
    let (mut world, noor, e3, e1) = licensed();
    let answer = world.get(&format!("/users/{noor}/memberOf"));
    assert_eq!(answer.body["@odata.context"], "https://graph.microsoft.com/v1.0/$metadata#directoryObjects");
    assert_eq!(column(&answer, "@odata.type"), ["#microsoft.graph.group", "#microsoft.graph.group"]);
    assert_eq!(column(&answer, "id"), [e3, e1]);
}

#[test]
fn groups() {
    let (mut world, _, e3, _) = licensed();
    let answer = world.get("/groups");
    assert_eq!(column(&answer, "displayName"), ["E3", "E1"]);
    let expected = json!({
        "id": e3, "createdDateTime": null, "deletedDateTime": null, "description": null, "displayName": "E3",
        "groupTypes": [], "mail": null, "mailEnabled": false, "mailNickname": "E3", "membershipRule": null,
        "membershipRuleProcessingState": null, "onPremisesSyncEnabled": null, "securityEnabled": true,
        "visibility": null,
    });
    assert_eq!(answer.body["value"][0], expected);
}

#[test]
fn one_group_with_its_template_and_processing_state() {
    let (mut world, _, e3, _) = licensed();
    let empty = world.group("Nobody");
    let select = "$select=assignedLicenses,licenseProcessingState";
    let answer = world.get(&format!("/groups/{e3}?{select}"));
    assert_eq!(answer.body["licenseProcessingState"], json!({ "state": "ProcessingComplete" }));
    assert_eq!(answer.body["assignedLicenses"][0]["skuId"], world.sku("ENTERPRISEPACK"));
    assert_eq!(answer.body["assignedLicenses"][0]["disabledPlans"], json!([world.plan("YAMMER_ENTERPRISE")]));
    let answer = world.get(&format!("/groups/{empty}?{select}"));
    assert_eq!(answer.body["licenseProcessingState"], Value::Null);
    assert_eq!(answer.body["assignedLicenses"], json!([]));
}

#[test]
fn groups_with_members_in_error() {
    let (mut world, noor, _, e1) = licensed();
    let answer = world.get("/groups?$filter=hasMembersWithLicenseErrors eq true");
    assert_eq!(column(&answer, "id"), [e1.as_str()]);
    let url = "/groups?$select=id,hasMembersWithLicenseErrors&$filter=hasMembersWithLicenseErrors eq true";
    let answer = world.get(url);
    assert_eq!(answer.body["value"], json!([{ "id": e1 }]), "the property itself is never returned");
    let counted = world.get_eventual("/groups?$filter=hasMembersWithLicenseErrors eq true&$count=true");
    assert_eq!(counted.body["@odata.count"], 1);
    let answer = world.get(&format!("/groups/{e1}/membersWithLicenseErrors?$select=id"));
    let expected = json!([{ "@odata.type": "#microsoft.graph.user", "id": noor }]);
    assert_eq!(answer.body["value"], expected);
}

#[test]
fn members() {
    let (mut world, noor, e3, e1) = licensed();
    world.join(&e3, &e1);
    let answer = world.get(&format!("/groups/{e3}/members"));
    assert_eq!(column(&answer, "@odata.type"), ["#microsoft.graph.user", "#microsoft.graph.group"]);
    assert_eq!(column(&answer, "id"), [noor.clone(), e1.clone()]);
    assert_eq!(column(&world.get(&format!("/groups/{e3}/members/microsoft.graph.user")), "id"), [noor]);
    assert_eq!(column(&world.get(&format!("/groups/{e3}/members/microsoft.graph.group")), "id"), [e1]);
}

#[test]
fn contacts() {
    let mut world = World::new(RuleSet::Rules2019);
    world.contact("Reception", "SMTP:desk@contoso.com");
    world.contact("Post", "post@contoso.com");
    let answer = world.get("/contacts");
    assert_eq!(column(&answer, "displayName"), ["Reception", "Post"]);
    assert_eq!(answer.body["value"][1]["proxyAddresses"], json!(["smtp:post@contoso.com"]));
    assert!(answer.body["value"][0]["id"].is_string());
    let found = world.get("/contacts?$filter=proxyAddresses/any(p:p eq 'smtp:desk@contoso.com')");
    assert_eq!(column(&found, "displayName"), ["Reception"]);
}

#[test]
fn deleted_items() {
    for (rules, restorable) in [(RuleSet::Rules2019, 0), (RuleSet::Today, 1)] {
        let mut world = World::new(rules);
        let (noor, team) = (world.user("noor"), world.group("Team"));
        assert_eq!(world.delete(&format!("/users/{noor}")).status, 204);
        assert_eq!(world.delete(&format!("/groups/{team}")).status, 204);
        assert_eq!(world.get(&format!("/users/{noor}")).status, 404);
        let answer = world.get("/directory/deletedItems/microsoft.graph.user?$select=id,deletedDateTime");
        assert_eq!(answer.body["value"], json!([{ "id": noor, "deletedDateTime": "2019-11-08T09:00:06Z" }]));
        let groups = world.get("/directory/deletedItems/microsoft.graph.group");
        assert_eq!(groups.body["value"].as_array().unwrap().len(), restorable, "{rules:?}");
    }
}

#[test]
fn directory_audits() {
    let (mut world, noor, e3, e1) = licensed();
    let answer = world.get("/auditLogs/directoryAudits");
    assert_eq!(answer.body["value"][0]["activityDisplayName"], "Finish applying group based license to users");
    let failures = "activityDisplayName eq 'Change user license' and result eq 'failure'";
    let url = format!("/auditLogs/directoryAudits?$filter=loggedByService eq 'Core Directory' and {failures}");
    let answer = world.get(&url);
    let event = &answer.body["value"][0];
    assert_eq!(answer.body["value"].as_array().unwrap().len(), 1);
    assert_eq!(event["initiatedBy"]["app"]["displayName"], "Microsoft Azure AD Group-Based Licensing");
    assert_eq!(event["category"], "UserManagement");
    assert_eq!(event["resultReason"], "MutuallyExclusiveViolation");
    let text = event["additionalDetails"][0]["value"].as_str().unwrap();
    assert!(text.starts_with("License assignment failed because service plans ["), "{text}");
    assert_eq!(event["targetResources"][0]["id"], noor);
    assert_eq!(event["targetResources"][1]["id"], e1);

    let url = format!("/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '{e3}')");
    let answer = world.get(&url);
    assert_eq!(column(&answer, "activityDisplayName").last().unwrap(), "Add group");
    let set =
        answer.body["value"].as_array().unwrap().iter().find(|row| row["activityDisplayName"] == "Set group license");
    let changed = &set.unwrap()["targetResources"][0]["modifiedProperties"][0];
    assert_eq!((&changed["displayName"], &changed["oldValue"]), (&json!("AssignedLicense"), &json!("[]")));
    let new: Value = serde_json::from_str(changed["newValue"].as_str().unwrap()).unwrap();
    assert!(new[0].as_str().unwrap().starts_with("[SkuName=ENTERPRISEPACK, AccountId="), "{new}");
}

#[test]
fn the_audit_log_pages_backwards_while_it_grows() {
    let mut world = World::new(RuleSet::Rules2019);
    for number in 0..300 {
        world.group(&format!("G{number}"));
    }
    let mut url = "/auditLogs/directoryAudits?$top=70&$filter=activityDisplayName eq 'Add group'".to_string();
    let mut names = Vec::new();
    loop {
        let answer = world.get(&url);
        for row in answer.body["value"].as_array().unwrap() {
            names.push(row["targetResources"][0]["displayName"].as_str().unwrap().to_string());
        }
        world.group("later");
        match answer.body["@odata.nextLink"].as_str() {
            Some(next) => url = next.to_string(),
            None => break,
        }
    }
    let expected: Vec<_> = (0..300).rev().map(|number| format!("G{number}")).collect();
    assert_eq!(names, expected);
}
