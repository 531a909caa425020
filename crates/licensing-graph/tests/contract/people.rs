//! Requests that people of the trade send, as they publish them.

use licensing_graph::Request;
use licensing_model::RuleSet;
use serde_json::{Value, json};

use crate::common::{World, column, header, id};

/// Three people, of whom the first has a license and the last is a guest; a group in a group.
fn world() -> (World, [String; 3], [String; 2]) {
    let mut world = World::new(RuleSet::Rules2019);
    let people = ["anna", "bram", "cora"].map(|name| world.user(name));
    let guest = json!({
        "accountEnabled": true, "displayName": "Guest", "userPrincipalName": "guest@contoso.com", "userType": "Guest",
        "mailNickname": "guest",
    });
    id(&world.post("/users", guest), 201);
    let groups = ["Inner", "Outer"].map(|name| world.group(name));
    world.join(&groups[0], &people[0]);
    world.join(&groups[1], &groups[0]);
    world.join(&groups[1], &people[1]);
    world.assign(&format!("users/{}", people[0]), &["ENTERPRISEPACK"], &[]);
    (world, people, groups)
}

#[test]
fn users_without_licenses_are_found_and_counted() {
    let (mut world, ..) = world();
    for (filter, expected) in [
        ("assignedLicenses/$count eq 0", vec!["bram", "cora", "Guest"]),
        ("assignedLicenses/$count ne 0", vec!["anna"]),
        ("assignedLicenses/$count ge 1", vec!["anna"]),
        ("NOT(assignedLicenses/$count eq 0)", vec!["anna"]),
        ("assignedLicenses/$count eq 0 and userType eq 'Member'", vec!["bram", "cora"]),
        ("assignedLicenses/$count ne 0 and userType eq 'Member' and onPremisesSyncEnabled ne true", vec!["anna"]),
        ("endsWith(userPrincipalName,'@contoso.com')", vec!["Guest"]),
    ] {
        let url = format!("/users?$count=true&$select=displayName&$filter={filter}");
        assert_eq!(column(&world.get_eventual(&url), "displayName"), expected, "{filter}");
        let (status, code, _) =
            world.refused(Request::new("GET", &format!("/users?$select=displayName&$filter={filter}")));
        assert_eq!((status, code.as_str()), (400, "Request_UnsupportedQuery"), "{filter}");
        let number = world.get_eventual(&format!("/users/$count?$filter={filter}"));
        assert_eq!((number.status, number.body), (200, json!(expected.len())), "{filter}");
    }
}

#[test]
fn numbers_stand_alone_with_the_header() {
    let (mut world, _, [inner, outer]) = world();
    for (url, number) in [
        ("/users/$count".to_string(), 4),
        ("/groups/$count".to_string(), 2),
        (format!("/groups/{inner}/members/$count"), 1),
        (format!("/groups/{outer}/members/$count"), 2),
    ] {
        let answer = world.get_eventual(&url);
        assert_eq!(header(&answer, "Content-Type"), Some("text/plain"));
        assert_eq!((answer.status, answer.body), (200, json!(number)), "{url}");
        let (status, code, text) = world.refused(Request::new("GET", &url));
        assert_eq!((status, code.as_str()), (400, "Request_UnsupportedQuery"), "{url}");
        assert!(text.contains("'ConsistencyLevel: eventual'"), "{text}");
    }
}

#[test]
fn times_are_compared() {
    let (mut world, ..) = world();
    let all = world.get("/auditLogs/directoryAudits?$top=999");
    let times = column(&all, "activityDateTime");
    let (first, last) = (times.last().unwrap(), times.first().unwrap());
    let mut ask = |filter: &str| {
        column(&world.get(&format!("/auditLogs/directoryAudits?$top=999&$filter={filter}")), "activityDateTime").len()
    };
    assert_eq!(ask(&format!("activityDateTime ge {first} and activityDateTime le {last}")), times.len());
    assert_eq!(ask(&format!("activityDateTime gt {first}")), times.iter().filter(|time| *time > first).count());
    assert_eq!(ask(&format!("activityDateTime lt {last}")), times.iter().filter(|time| *time < last).count());
    assert_eq!((ask("activityDateTime ge 2019-11-08"), ask("activityDateTime ge 2019-11-09")), (times.len(), 0));
    let (status, _, text) = world.refused(Request::new("GET", "/users?$filter=displayName ge 'a'"));
    assert!(status == 400 && text.contains("only numbers and times"), "{text}");
}

#[test]
fn lists_are_sorted_by_what_graph_sorts_by() {
    let (mut world, ..) = world();
    let mut ask = |url: &str, property: &str| column(&world.get(url), property);
    assert_eq!(ask("/users?$orderby=displayName", "displayName"), ["anna", "bram", "cora", "Guest"]);
    assert_eq!(ask("/users?$orderby=displayName desc&$top=2", "displayName"), ["Guest", "cora"]);
    assert_eq!(ask("/groups?$orderby=displayName%20desc", "displayName"), ["Outer", "Inner"]);
    let newest = ask("/auditLogs/directoryAudits", "activityDateTime");
    let mut oldest = ask("/auditLogs/directoryAudits?$orderby=activityDateTime asc", "activityDateTime");
    oldest.reverse();
    assert_eq!(oldest, newest);
    let page = world.get("/users?$orderby=displayName&$top=3");
    let next = page.body["@odata.nextLink"].as_str().unwrap().to_string();
    assert_eq!(column(&world.get(&next), "displayName"), ["Guest"]);
    for order in ["city", "displayName up", "displayName,id"] {
        let (status, code, _) = world.refused(Request::new("GET", &format!("/users?$orderby={order}")));
        assert_eq!((status, code.as_str()), (400, "Request_UnsupportedQuery"), "{order}");
    }
}

/// What Microsoft documents of a user in v1.0.
const OF_USERS: &str = "aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday businessPhones \
    city companyName consentProvidedForMinor country createdDateTime creationType customSecurityAttributes \
    deletedDateTime department displayName employeeHireDate employeeLeaveDateTime employeeId employeeOrgData \
    employeeType externalUserState externalUserStateChangeDateTime faxNumber givenName hireDate id identities \
    imAddresses interests isManagementRestricted isResourceAccount jobTitle lastPasswordChangeDateTime \
    legalAgeGroupClassification licenseAssignmentStates mail mailboxSettings mailNickname mobilePhone mySite \
    officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes \
    onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors onPremisesSamAccountName \
    onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName otherMails passwordPolicies \
    passwordProfile pastProjects postalCode preferredDataLocation preferredLanguage preferredName \
    provisionedPlans proxyAddresses responsibilities schools securityIdentifier serviceProvisioningErrors \
    showInAddressList signInActivity signInSessionsValidFromDateTime skills state streetAddress surname \
    usageLocation userPrincipalName userType";

/// What it documents of a group but `hasMembersWithLicenseErrors`, which no answer holds.
const OF_GROUPS: &str = "allowExternalSenders assignedLabels assignedLicenses autoSubscribeNewMembers classification \
    createdDateTime deletedDateTime description displayName expirationDateTime groupTypes \
    hideFromAddressLists hideFromOutlookClients id isArchived isAssignableToRole \
    isManagementRestricted isSubscribedByMail licenseProcessingState mail mailEnabled mailNickname \
    membershipRule membershipRuleProcessingState onPremisesDomainName onPremisesLastSyncDateTime \
    onPremisesNetBiosName onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier \
    onPremisesSyncEnabled preferredDataLocation preferredLanguage proxyAddresses renewedDateTime \
    securityEnabled securityIdentifier serviceProvisioningErrors theme uniqueName unseenCount visibility";

#[test]
fn every_documented_property_can_be_selected() {
    let (mut world, [anna, ..], [inner, _]) = world();
    let names = "department,companyName,country,city,employeeId,createdDateTime,jobTitle,state,onPremisesImmutableId";
    let user = world.get(&format!("/users/{anna}?$select={names},displayName"));
    assert_eq!((user.status, &user.body["department"], &user.body["displayName"]), (200, &Value::Null, &json!("anna")));
    assert_eq!(user.body.as_object().unwrap().len(), 11, "{}", user.body);
    let names = "description,mailNickname,mail,createdDateTime,visibility,membershipRule";
    let group = world.get(&format!("/groups/{inner}?$select={names}"));
    assert_eq!((group.status, &group.body["visibility"]), (200, &Value::Null));
    for (of, names) in [(format!("users/{anna}"), OF_USERS), (format!("groups/{inner}"), OF_GROUPS)] {
        let answer = world.get(&format!("/{of}?$select={}", names.replace(' ', ",")));
        let body = answer.body.as_object().unwrap();
        let left_out: Vec<&str> = names.split(' ').filter(|name| !body.contains_key(*name)).collect();
        assert_eq!((answer.status, left_out), (200, vec![]), "{of}");
    }
    for relation in ["manager", "directReports"] {
        let (status, _, text) = world.refused(Request::new("GET", &format!("/users/{anna}?$select={relation}")));
        assert!(status == 400 && text.contains(&format!("'{relation}'")), "{text}");
    }
}

#[test]
fn properties_are_kept_as_they_were_given() {
    let (mut world, [anna, ..], [inner, _]) = world();
    let body = json!({
        "accountEnabled": true, "displayName": "Dirk", "mailNickname": "dirk",
        "userPrincipalName": "dirk@contoso.onmicrosoft.com", "department": "Sales", "jobTitle": null,
        "businessPhones": ["+31 20 000 0000"],
        "passwordProfile": { "forceChangePasswordNextSignIn": true, "password": "xWwvJ]6NMw+bWH-d" },
    });
    let dirk = world.post("/users", body);
    assert_eq!((dirk.status, &dirk.body["businessPhones"]), (201, &json!(["+31 20 000 0000"])));
    let change =
        json!({ "department": "Marketing", "companyName": "Contoso", "country": "Netherlands", "employeeId": "7" });
    assert_eq!(world.patch(&format!("/users/{anna}"), change).status, 204);
    let names = "department,companyName,country,employeeId,jobTitle";
    let user = world.get(&format!("/users/{anna}?$select={names}")).body;
    assert_eq!((&user["department"], &user["companyName"]), (&json!("Marketing"), &json!("Contoso")));
    assert_eq!((&user["employeeId"], &user["jobTitle"]), (&json!("7"), &Value::Null));
    let found = world.get("/users?$filter=department eq 'sales' or startswith(department,'mark')&$select=displayName");
    assert_eq!(column(&found, "displayName"), ["anna", "Dirk"]);
    assert_eq!(world.patch(&format!("/users/{anna}"), json!({ "department": null })).status, 204);
    assert_eq!(world.get(&format!("/users/{anna}?$select=department")).body["department"], Value::Null);
    let change = json!({ "description": "All of them", "visibility": "Private", "mailNickname": "inner" });
    assert_eq!(world.patch(&format!("/groups/{inner}"), change).status, 204);
    let group = world.get(&format!("/groups/{inner}")).body;
    assert_eq!((&group["description"], &group["visibility"]), (&json!("All of them"), &json!("Private")));
    assert_eq!(group["mailNickname"], "inner");
    for (url, body) in [
        (format!("/users/{anna}"), json!({ "createdDateTime": "2026-01-01T00:00:00Z" })),
        (format!("/users/{anna}"), json!({ "department": 3 })),
        (format!("/users/{anna}"), json!({ "businessPhones": "1" })),
        (format!("/groups/{inner}"), json!({ "description": "x".repeat(1_025) })),
    ] {
        assert_eq!(world.patch(&url, body.clone()).status, 400, "{body}");
    }
}

#[test]
fn a_user_can_be_created_blocked() {
    let (mut world, ..) = world();
    let body = json!({
        "accountEnabled": false, "displayName": "Dirk", "mailNickname": "dirk",
        "userPrincipalName": "dirk@contoso.onmicrosoft.com",
        "passwordProfile": { "forceChangePasswordNextSignIn": true, "password": "xWwvJ]6NMw+bWH-d" },
    });
    let dirk = id(&world.post("/users", body), 201);
    assert_eq!(world.get(&format!("/users/{dirk}?$select=accountEnabled")).body["accountEnabled"], json!(false));
}

#[test]
fn a_group_needs_a_nickname_and_takes_members_at_once() {
    let (mut world, [anna, bram, cora], _) = world();
    let group = |members: &[&str], nickname: Option<&str>| {
        let bind: Vec<_> =
            members.iter().map(|id| format!("https://graph.microsoft.com/v1.0/directoryObjects/{id}")).collect();
        let mut body = json!({
            "displayName": "Team", "mailEnabled": false, "securityEnabled": true, "members@odata.bind": bind,
        });
        if let Some(nickname) = nickname {
            body["mailNickname"] = nickname.into();
        }
        body
    };
    let (status, _, text) = world.refused(Request::new("POST", "/groups").body(group(&[], None)));
    assert_eq!((status, text.as_str()), (400, "A value is required for property 'mailNickname' of resource 'Group'."));
    let nobody = "00000000-0000-4000-8000-000000000001";
    let (status, ..) = world.refused(Request::new("POST", "/groups").body(group(&[&anna, nobody], Some("team"))));
    assert_eq!(status, 404);
    let team = id(&world.post("/groups", group(&[&anna, &bram], Some("team"))), 201);
    let members = |world: &mut World| column(&world.get(&format!("/groups/{team}/members")), "id");
    assert_eq!(members(&mut world), [anna.clone(), bram]);
    let patch = json!({ "members@odata.bind": [format!("https://graph.microsoft.com/v1.0/directoryObjects/{cora}")] });
    assert_eq!(world.patch(&format!("/groups/{team}"), patch.clone()).status, 204);
    assert_eq!(members(&mut world).len(), 3);
    // Whoever is there already refuses the whole.
    let (status, ..) = world.refused(Request::new("PATCH", &format!("/groups/{team}")).body(patch));
    assert_eq!(status, 400);
}

#[test]
fn a_group_that_is_refused_uses_no_number() {
    let made = |before: &[Value]| {
        let (mut world, ..) = world();
        for body in before {
            world.refused(Request::new("POST", "/groups").body(body.clone()));
        }
        let whole = json!({ "displayName": "T", "mailEnabled": false, "securityEnabled": true, "mailNickname": "t" });
        id(&world.post("/groups", whole), 201)
    };
    let without_nickname = json!({ "displayName": "T", "mailEnabled": false, "securityEnabled": true });
    assert_eq!(made(&[without_nickname]), made(&[]));
}

#[test]
fn memberships_are_followed_through_groups() {
    let (mut world, [anna, bram, _], [inner, outer]) = world();
    let mut ids = |url: String| column(&world.get(&url), "id");
    assert_eq!(ids(format!("/groups/{outer}/transitiveMembers")), [bram.clone(), inner.clone(), anna.clone()]);
    assert_eq!(ids(format!("/groups/{outer}/transitiveMembers/microsoft.graph.user")), [bram, anna.clone()]);
    assert_eq!(ids(format!("/users/{anna}/memberOf")), std::slice::from_ref(&inner));
    assert_eq!(ids(format!("/users/{anna}/memberOf/microsoft.graph.group")), std::slice::from_ref(&inner));
    assert_eq!(ids(format!("/users/{anna}/transitiveMemberOf")), [inner.clone(), outer.clone()]);
    let answer = world.post(&format!("/users/{anna}/getMemberGroups"), json!({ "securityEnabledOnly": true }));
    assert_eq!((answer.status, &answer.body["value"]), (200, &json!([inner, outer])));
    for url in ["/me", "/users/delta", "/groups/delta"] {
        let (status, _, text) = world.refused(Request::new("GET", url));
        assert!(status == 501 && text.contains(url), "{text}");
    }
}

#[test]
fn what_would_be_a_wrong_answer_is_refused() {
    let (mut world, ..) = world();
    let url = "/users?$filter=assignedPlans/any(p:p/service eq 'exchange')";
    let (status, _, text) = world.refused(Request::new("GET", url));
    assert!(status == 400 && text.contains("'service' is not simulated"), "{text}");
}

#[test]
fn ids_of_a_batch_may_be_numbers() {
    let (mut world, ..) = world();
    let batch = json!({ "requests": [
        { "id": 1, "method": "GET", "url": "/users?$select=id&$top=1" },
        { "id": 2, "method": "GET", "url": "/groups?$select=id", "dependsOn": [1] },
    ] });
    let answer = world.post("/$batch", batch);
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.body["responses"][1]["id"], json!("2"));
}
