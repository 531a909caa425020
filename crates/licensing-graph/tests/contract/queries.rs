//! Query options.

use licensing_core::Tenant;
use licensing_graph::{Request, handle};
use licensing_model::settings::TenantSettings;
use licensing_model::{CountryCode, RuleSet};
use serde_json::json;

use crate::common::{World, column};

/// Five users and two groups.
fn world() -> World {
    let mut world = World::new(RuleSet::Rules2019);
    for name in ["anna", "bram", "cees", "dora", "Emma"] {
        world.user(name);
    }
    world.patch("/users/bram@contoso.onmicrosoft.com", json!({ "usageLocation": "BE", "accountEnabled": false }));
    world.assign("users/anna@contoso.onmicrosoft.com", &["ENTERPRISEPACK"], &[]);
    world.post("/users", json!({ "displayName": "o'hara", "userPrincipalName": "o'hara@contoso.com" }));
    let groups = [world.group("Sales"), world.group("Staff")];
    let anna = world.get("/users/anna@contoso.onmicrosoft.com").body["id"].as_str().unwrap().to_string();
    world.join(&groups[0], &anna);
    world.join(&groups[1], &groups[0]);
    world
}

#[test]
fn select_in_any_case_and_its_context() {
    let mut world = world();
    let answer = world.get("/users?$select=ID,DisplayName&$top=1");
    assert_eq!(answer.body["@odata.context"], "https://graph.microsoft.com/v1.0/$metadata#users(id,displayName)");
    let row = answer.body["value"][0].as_object().unwrap();
    assert_eq!(row.keys().collect::<Vec<_>>(), ["id", "displayName"]);
    let answer = world.get("/beta/users?select=id&top=1");
    assert_eq!(answer.body["@odata.context"], "https://graph.microsoft.com/beta/$metadata#users(id)");
}

#[test]
fn select_of_what_is_not_there() {
    let mut world = world();
    for (url, text) in [
        ("/users?$select=id,foo", "Could not find a property named 'foo' on type 'microsoft.graph.user'."),
        ("/users?$select=*", "Could not find a property named '*' on type 'microsoft.graph.user'."),
        ("/users?$select=manager", "the property 'manager' of 'microsoft.graph.user' is not simulated."),
        ("/groups?$select=foo", "Could not find a property named 'foo' on type 'microsoft.graph.group'."),
        (
            "/subscribedSkus?$select=foo",
            "Could not find a property named 'foo' on type 'microsoft.graph.subscribedSku'.",
        ),
        ("/users?$select=", "a name in $select is empty."),
    ] {
        let (status, _, message) = world.refused(Request::new("GET", url));
        assert_eq!((status, message), (400, format!("Parsing OData Select and Expand failed: {text}")), "{url}");
    }
}

#[test]
fn top_and_next_link() {
    let mut world = world();
    let mut names = Vec::new();
    let mut url =
        "/users?$top=2&$select=displayName&$filter=startsWith(userPrincipalName,'') or id eq 'ä%26='".to_string();
    let mut pages = 0;
    loop {
        let answer = world.get(&url);
        names.extend(column(&answer, "displayName"));
        pages += 1;
        match answer.body["@odata.nextLink"].as_str() {
            Some(next) => url = next.to_string(),
            None => break,
        }
        assert!(url.starts_with("https://graph.microsoft.com/v1.0/users?$top=2&"), "{url}");
        if pages == 1 {
            world.delete("/users/anna@contoso.onmicrosoft.com");
        }
    }
    assert_eq!(names, ["anna", "bram", "cees", "dora", "Emma", "o'hara"], "pages are stable while users go");
    assert_eq!(pages, 3);
    for (top, status) in [("1", 200), ("999", 200), ("0", 400), ("1000", 400), ("-1", 400), ("x", 400), ("", 400)] {
        assert_eq!(world.get(&format!("/users?$top={top}")).status, status, "{top}");
    }
    assert_eq!(world.get("/users?$skiptoken=abc").status, 400);
}

#[test]
fn a_page_has_100_rows_unless_top_says_otherwise() {
    let mut world = World::new(RuleSet::Rules2019);
    for number in 0..101 {
        world.user(&format!("u{number}"));
    }
    let answer = world.get("/users");
    assert_eq!(answer.body["value"].as_array().unwrap().len(), 100);
    let rest = world.get(answer.body["@odata.nextLink"].as_str().unwrap());
    assert_eq!(column(&rest, "displayName"), ["u100"]);
    assert!(rest.body.get("@odata.nextLink").is_none());
}

#[test]
fn a_large_tenant_is_paged_without_building_all_of_it() {
    let catalog = std::sync::Arc::new(licensing_catalog::starter());
    let mut tenant = Tenant::new(catalog, TenantSettings::default());
    tenant.populate(100_000, |_| Some(CountryCode::NL));
    let mut url = "/users?$top=999&$select=userPrincipalName".to_string();
    let mut count = 0;
    loop {
        let answer = handle(&mut tenant, &Request::new("GET", &url));
        count += answer.body["value"].as_array().unwrap().len();
        match answer.body["@odata.nextLink"].as_str() {
            Some(next) => url = next.to_string(),
            None => break,
        }
    }
    assert_eq!(count, 100_000);
    let filter = "/users?$filter=startsWith(userPrincipalName,'user99999@')&$select=displayName";
    assert_eq!(column(&handle(&mut tenant, &Request::new("GET", filter)), "displayName"), ["User 99999"]);
    let one = handle(&mut tenant, &Request::new("GET", "/users/user77@contoso.onmicrosoft.com"));
    assert_eq!(one.body["displayName"], "User 77");
}

#[test]
fn count_needs_the_header() {
    let mut world = world();
    let answer = world.get_eventual("/users?$count=true&$top=1&$filter=usageLocation eq 'NL'");
    assert_eq!(answer.body["@odata.count"], 4);
    assert_eq!(answer.body["value"].as_array().unwrap().len(), 1);
    let (status, code, text) = world.refused(Request::new("GET", "/users?$count=true"));
    assert_eq!((status, code.as_str()), (400, "Request_UnsupportedQuery"));
    assert!(text.contains("'ConsistencyLevel: eventual'"), "{text}");
    assert_eq!(world.get("/users?$count=false").status, 200);
    assert_eq!(world.get("/users?$count=maybe").status, 400);
}

#[test]
fn filters() {
    let mut world = world();
    let e3 = world.sku("ENTERPRISEPACK");
    for (filter, expected) in [
        ("displayName eq 'ANNA'", vec!["anna"]),
        ("displayName eq 'o''hara'", vec!["o'hara"]),
        ("startsWith(displayName,'e')", vec!["Emma"]),
        ("startswith( displayName , 'c' ) or displayname eq 'dora'", vec!["cees", "dora"]),
        ("usageLocation eq 'BE' and accountEnabled eq false", vec!["bram"]),
        ("usageLocation eq null", vec!["o'hara"]),
        ("displayName in ('anna', 'dora')", vec!["anna", "dora"]),
        ("(displayName eq 'anna' or displayName eq 'bram') and accountEnabled eq true", vec!["anna"]),
        ("displayName eq 'anna' or displayName eq 'bram' and accountEnabled eq true", vec!["anna"]),
        (&format!("assignedLicenses/any(x:x/skuId eq {e3})"), vec!["anna"]),
        (&format!("assignedLicenses/any(x: x/skuId eq '{e3}' and x/skuId in ({e3}))"), vec!["anna"]),
        ("assignedLicenses/any()", vec!["anna"]),
        ("proxyAddresses/any(p:startsWith(p,'smtp:anna'))", vec!["anna"]),
        ("licenseAssignmentStates/any(s:s/state eq 'Active')", vec!["anna"]),
        ("mail eq 'anna@contoso.onmicrosoft.com'", vec!["anna"]),
        ("userType eq 'Guest'", vec![]),
    ] {
        let answer = world.get(&format!("/users?$filter={filter}"));
        assert_eq!(column(&answer, "displayName"), expected, "{filter}");
    }
    let plan = world.plan("TEAMS1");
    let filter = format!("assignedPlans/any(p:p/servicePlanId eq {plan} and p/capabilityStatus eq 'Enabled')");
    assert_eq!(column(&world.get(&format!("/users?$filter={filter}")), "displayName"), ["anna"]);
    assert_eq!(column(&world.get("/groups?$filter=startsWith(displayName,'Sa')"), "displayName"), ["Sales"]);
    assert_eq!(column(&world.get("/groups?$filter=groupTypes/any(c:c eq 'Unified')"), "displayName"), [""; 0]);
}

#[test]
fn ne_and_not_are_advanced_queries() {
    let mut world = world();
    for (filter, expected) in [
        ("usageLocation ne 'NL'", vec!["bram", "o'hara"]),
        ("not(startsWith(userPrincipalName,'a')) and accountEnabled eq true", vec!["cees", "dora", "Emma", "o'hara"]),
        ("not assignedLicenses/any(x:x/skuId ne null) and displayName in ('anna','cees')", vec!["cees"]),
    ] {
        let answer = world.get_eventual(&format!("/users?$count=true&$filter={filter}"));
        assert_eq!(column(&answer, "displayName"), expected, "{filter}");
        assert_eq!(answer.body["@odata.count"], expected.len());
        for request in [
            Request::new("GET", &format!("/users?$filter={filter}")),
            Request::new("GET", &format!("/users?$filter={filter}")).header("ConsistencyLevel", "eventual"),
            Request::new("GET", &format!("/users?$count=true&$filter={filter}")),
        ] {
            let (status, code, _) = world.refused(request);
            assert_eq!((status, code.as_str()), (400, "Request_UnsupportedQuery"));
        }
    }
}

#[test]
fn a_wrong_filter_points_at_its_position() {
    let mut world = world();
    for (filter, text) in [
        ("", "expected a property, 'not', 'startsWith' or '(' at position 1"),
        ("displayName", "expected an operator such as eq at position 12"),
        ("displayName =  'a'", "expected an operator such as eq at position 13"),
        ("displayName eq", "expected a value: 'text' in quotes, true, false, null, a GUID or a time at position 15"),
        ("displayName eq 'a", "a text without its closing quote at position 16"),
        ("displayName eq 'é' xor id eq 'b'", "expected 'and', 'or' or the end at position 20"),
        ("(id eq 'a'", "a '(' without its ')' at position 1"),
        ("id eq 'a')", "a ')' without a '(' at position 10"),
        ("id eq 'a' and", "expected a property, 'not', 'startsWith' or '(' at position 14"),
        ("foo eq 'a'", "could not find a property named 'foo' on type 'microsoft.graph.user'; it stands at position 1"),
        ("mySite eq 'a'", "the property 'mySite' is not simulated; it stands at position 1"),
        ("id ge 'a'", "only numbers and times are compared here, not 'id'; it stands at position 1"),
        ("id has 'a'", "the operator 'has' is not simulated; it stands at position 4"),
        ("substring(displayName,1)", "the function 'substring' is not simulated; it stands at position 1"),
        ("assignedLicenses/all(x:x/skuId eq null)", "the operator 'all' is not simulated; it stands at position 18"),
        ("assignedLicenses/$ref eq 0", "the segment 'ref' is not simulated; it stands at position 18"),
        ("displayName/any(x:x eq 'a')", "'displayName' is not a collection at position 1"),
        ("proxyAddresses eq 'a'", "'proxyAddresses' is no single value; it stands at position 1"),
        (
            "assignedLicenses/any(x:skuId eq null)",
            "inside any(…) a property begins with 'x/'; this one does not, it stands at position 24",
        ),
        (
            "accountEnabled eq 'true'",
            "A binary operator with incompatible types was detected. Found operand types 'Edm.Boolean' and 'Edm.String' for operator kind 'Equal' at position 19",
        ),
        (
            "assignedLicenses/any(x:x/skuId eq 'E3')",
            "A binary operator with incompatible types was detected. Found operand types 'Edm.Guid' and 'Edm.String' for operator kind 'Equal' at position 35",
        ),
    ] {
        let (status, code, message) = world.refused(Request::new("GET", &format!("/users?$filter={filter}")));
        assert_eq!((status, code.as_str()), (400, "BadRequest"), "{filter}");
        assert_eq!(message, format!("Invalid filter clause: {text} in '{filter}'."));
    }
    for filter in ["contains(displayName,'a')", "accountEnabled eq true and not (Contains(mail,'a'))"] {
        let refused = world.refused(Request::new("GET", &format!("/users?$filter={filter}")));
        let (code, message) = ("Request_UnsupportedQuery", "Operator: 'Contains' is not supported.");
        assert_eq!(refused, (400, code.to_string(), message.to_string()));
    }
    let (status, _, text) = world.refused(Request::new("GET", "/groups?$filter=hasMembersWithLicenseErrors eq false"));
    assert!(status == 400 && text.contains("can only be compared as 'eq true'"), "{text}");
}

#[test]
fn expand() {
    let mut world = world();
    let answer = world.get("/groups?$expand=members($select=id,displayName)&$select=displayName");
    let row = &answer.body["value"][0];
    assert_eq!(row["displayName"], "Sales");
    assert_eq!(row["members"][0]["@odata.type"], "#microsoft.graph.user");
    assert_eq!((&row["members"][0]["displayName"], &row["members"][0]["mail"]), (&json!("anna"), &json!(null)));
    assert_eq!(answer.body["value"][1]["members"][0]["@odata.type"], "#microsoft.graph.group");
    let answer = world.get("/users/anna@contoso.onmicrosoft.com?$expand=memberOf");
    assert_eq!(answer.body["memberOf"][0]["displayName"], "Sales");
    for url in [
        "/groups?$expand=owners",
        "/users?$expand=members",
        "/users?$expand=memberOf,manager",
        "/users?$expand=memberOf($filter=id eq 'a')",
        "/contacts?$expand=memberOf",
    ] {
        let (status, code, _) = world.refused(Request::new("GET", url));
        assert_eq!((status, code.as_str()), (400, "Request_UnsupportedQuery"), "{url}");
    }
}

#[test]
fn expand_shows_20_and_links_to_the_rest() {
    let mut world = World::new(RuleSet::Rules2019);
    let group = world.group("Big");
    for number in 0..23 {
        let user = world.user(&format!("u{number}"));
        world.join(&group, &user);
    }
    let answer = world.get(&format!("/groups/{group}?$expand=members($select=displayName)"));
    assert_eq!(answer.body["members"].as_array().unwrap().len(), 20);
    let rest = world.get(answer.body["members@odata.nextLink"].as_str().unwrap());
    assert_eq!(column(&rest, "displayName"), ["u20", "u21", "u22"]);
}

#[test]
fn every_collection_but_the_products_takes_every_option() {
    let mut world = world();
    let anna = "/users/anna@contoso.onmicrosoft.com";
    let sales = world.get("/groups").body["value"][0]["id"].as_str().unwrap().to_string();
    world.delete("/users/cees@contoso.onmicrosoft.com");
    world.contact("Reception", "desk@contoso.com");
    let collections = [
        "/organization".to_string(),
        "/users".to_string(),
        format!("{anna}/licenseDetails"),
        format!("{anna}/memberOf"),
        "/groups".to_string(),
        format!("/groups/{sales}/members"),
        format!("/groups/{sales}/membersWithLicenseErrors"),
        "/contacts".to_string(),
        "/directory/deletedItems/microsoft.graph.user".to_string(),
        "/directory/deletedItems/microsoft.graph.group".to_string(),
        "/auditLogs/directoryAudits".to_string(),
    ];
    for collection in collections {
        let all = world.get(&collection);
        let rows = all.body["value"].as_array().unwrap().clone();
        let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str().unwrap().to_string()).collect();
        let options = "$select=id&$top=1&$count=true&$filter=id ne 'nobody'";
        let mut seen = Vec::new();
        let mut next = Some(format!("{collection}?{options}"));
        while let Some(url) = next {
            let page = world.get_eventual(&url);
            assert_eq!(page.body["@odata.count"], rows.len(), "{url}: {page:?}");
            for row in page.body["value"].as_array().unwrap() {
                assert!(row.as_object().unwrap().keys().all(|name| name == "id" || name == "@odata.type"), "{row}");
                seen.push(row["id"].as_str().unwrap().to_string());
            }
            next = page.body["@odata.nextLink"].as_str().map(String::from);
        }
        assert_eq!(seen, ids, "{collection}");
    }
}

#[test]
fn query_options_that_are_not_simulated_are_refused_by_name() {
    let mut world = world();
    for (url, name) in [
        ("/users?$search=\"displayName:a\"", "$search"),
        ("/users?$search=\"displayName:a\"", "$search"),
        ("/users?$skip=1", "$skip"),
        ("/users?$format=json", "$format"),
        ("/users?$foo=1", "$foo"),
        ("/users?foo=1", "foo"),
        ("/subscribedSkus?$filter=skuPartNumber eq 'A'", "$filter"),
        ("/subscribedSkus?$top=1", "$top"),
        ("/subscribedSkus?$count=true", "$count"),
        ("/subscribedSkus?$expand=members", "$expand"),
        ("/organization?$expand=members", "$expand"),
        ("/users/anna@contoso.onmicrosoft.com?$top=1", "$top"),
    ] {
        let request = Request::new("GET", url).header("ConsistencyLevel", "eventual");
        let (status, code, text) = world.refused(request);
        assert_eq!((status, code.as_str()), (400, "Request_UnsupportedQuery"), "{url}");
        assert!(text.contains(&format!("'{name}'")), "{text}");
    }
    let (status, _, text) = world.refused(Request::new("GET", "/users?$top=1&top=2"));
    assert!(status == 400 && text.contains("more than once"), "{text}");
    let (status, _, text) = world.refused(Request::new("DELETE", "/users/anna@contoso.onmicrosoft.com?$select=id"));
    assert!(status == 400 && text.contains("'$select'"), "{text}");
}
