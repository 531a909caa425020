//! The lab of scripts, natively: what the tests under Node look at through JavaScript.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use licensing_js::{Given, Lab, Misuse, catalog};
use licensing_model::Command;
use serde_json::{Value, json};

const E3: &str = "6fd2c87f-b296-42f0-b197-1e91e994b900";

fn lab(options: Given) -> Result<Lab, Misuse> {
    Lab::new(catalog()?, options)
}

fn given(value: Value) -> Given {
    Some(value)
}

/// A request that has to be answered with this status.
fn request(lab: &mut Lab, method: &str, url: &str, body: Value, status: u16) -> Value {
    let answer = lab.graph(given(json!({ "method": method, "url": url, "body": body })));
    assert_eq!(answer["status"], status, "{method} {url}: {answer}");
    answer["body"].clone()
}

/// One seat of E3 for a group of two, settled; the users and the group.
fn short_of_seats() -> (Lab, [Value; 3]) {
    let mut lab = lab(None).unwrap();
    lab.set_units(given(json!("ENTERPRISEPACK")), given(json!(1))).unwrap();
    let user = |lab: &mut Lab, name: &str| {
        let body = json!({ "displayName": name, "userPrincipalName": format!("{name}@contoso.onmicrosoft.com") });
        request(lab, "POST", "/users", body, 201)["id"].clone()
    };
    let (anna, bob) = (user(&mut lab, "Anna"), user(&mut lab, "Bob"));
    let body =
        json!({ "displayName": "Sales", "mailEnabled": false, "mailNickname": "Sales", "securityEnabled": true });
    let sales = request(&mut lab, "POST", "/groups", body, 201)["id"].clone();
    let id = sales.as_str().unwrap();
    for user in [&anna, &bob] {
        let reference = format!("https://graph.microsoft.com/v1.0/directoryObjects/{}", user.as_str().unwrap());
        request(&mut lab, "POST", &format!("/groups/{id}/members/$ref"), json!({ "@odata.id": reference }), 204);
    }
    let body = json!({ "addLicenses": [{ "skuId": E3 }], "removeLicenses": [] });
    request(&mut lab, "POST", &format!("/groups/{id}/assignLicense"), body, 202);
    lab.settle();
    (lab, [anna, bob, sales])
}

/// What a script is given of a scenario.
fn scenario(lab: &Lab) -> Value {
    serde_json::from_str(&lab.scenario()).unwrap()
}

#[test]
fn part_numbers_are_found_whatever_their_case() {
    let mut lab = lab(None).unwrap();
    lab.set_units(given(json!("EnterprisePack")), given(json!(3))).unwrap();
    let skus = request(&mut lab, "GET", "/subscribedSkus", Value::Null, 200);
    assert_eq!(
        (&skus["value"][0]["skuPartNumber"], &skus["value"][0]["prepaidUnits"]["enabled"]),
        (&json!("ENTERPRISEPACK"), &json!(3))
    );
    let several = lab.set_units(given(json!("mcopstn5")), given(json!(3))).unwrap_err();
    assert!(several.to_string().contains("several products"), "{several}");
}

#[test]
fn options_are_read_whole_or_refused() {
    for options in [None, given(json!({})), given(json!({ "rules": "today", "workers": 8, "domains": ["a.example"] }))]
    {
        assert!(lab(options).is_ok());
    }
    for options in [
        json!(null),
        json!([]),
        json!({ "rules": 2019 }),
        json!({ "rule": "2019" }),
        json!({ "workers": 0 }),
        json!({ "workers": 9 }),
        json!({ "countryLetterCode": "NLD" }),
        json!({ "domain": "contoso" }),
        json!({ "domains": ["a.example", "A.example"] }),
        json!({ "domains": "a.example" }),
    ] {
        assert!(lab(given(options.clone())).is_err(), "{options}");
    }
}

#[test]
fn a_misuse_is_named_and_changes_nothing() {
    let (mut lab, [anna, ..]) = short_of_seats();
    let before = lab.history().tenant().clone();
    let wrong = |result: Result<(), Misuse>, text: &str| assert_eq!(result.unwrap_err().to_string(), text);
    let units = |lab: &mut Lab, sku: &str, units: Value| lab.set_units(given(json!(sku)), given(units)).map(|_| ());
    let number = "a whole number from 0 to 100,000,000";
    wrong(units(&mut lab, "E3", json!(1)), "there is no product `E3`");
    wrong(units(&mut lab, E3, json!(-1)), &format!("`units` has to be {number}, or an object of such numbers"));
    wrong(units(&mut lab, E3, json!({ "enabled": 1.5 })), &format!("`enabled` has to be {number}"));
    wrong(units(&mut lab, E3, json!({ "warning": null })), &format!("`warning` has to be {number}"));
    wrong(
        units(&mut lab, E3, json!({ "on": 1 })),
        "`units` has no property `on`; it can have `enabled`, `warning`, `suspended`, `lockedOut`",
    );
    wrong(lab.set_rules(given(json!("2020"))), "`rules` has to be \"2019\" or \"today\"");
    wrong(lab.advance(given(json!(65_536))).map(|_| ()), "`days` has to be a whole number from 0 to 65,535");
    wrong(lab.reprocess_group(given(anna.clone())), &format!("there is no group `{}`", anna.as_str().unwrap()));
    wrong(lab.set_addresses(given(anna.clone()), given(json!({ "mail": 5 }))), "`mail` has to be a string or null");
    wrong(lab.add_service_plan(given(json!(E3)), None), "`servicePlanId` has to be a string");
    wrong(
        lab.explain(given(anna), given(json!(E3)), None).map(|_| ()),
        "`groupId` has to be a string, or null for the direct path",
    );
    assert_eq!(*lab.history().tenant(), before);
}

#[test]
fn graph_answers_what_is_no_request_with_400() {
    let mut lab = lab(None).unwrap();
    for request in [None, given(json!(null)), given(json!([])), given(json!({ "url": "/users" }))] {
        assert_eq!(lab.graph(request)["status"], 400);
    }
    let headers = json!({ "method": "GET", "url": "/users", "headers": { "a": 5 } });
    let answer = lab.graph(given(headers));
    assert_eq!(answer["body"]["error"]["message"], "The 'headers' of a request are an object of strings.");
    assert_eq!(lab.history().position(), 0);
}

#[test]
fn a_trace_leads_to_numbered_commands() {
    let (lab, [anna, bob, sales]) = short_of_seats();
    let trace = lab.explain(given(bob), given(json!(E3)), given(sales)).unwrap();
    assert_eq!([&trace["state"], &trace["error"], &trace["rule"]], ["Error", "CountViolation", "R8.2"]);
    assert_eq!(trace["causes"][1]["text"], "Bob is a member of Sales (command 6).");
    assert_eq!(lab.explain(given(anna), given(json!(E3)), given(Value::Null)), Ok(Value::Null));
}

#[test]
fn a_group_that_is_gone_is_explained_while_a_path_of_it_is_left() {
    let (mut lab, [anna, _, sales]) = short_of_seats();
    lab.set_rules(given(json!("today"))).unwrap();
    let id = sales.as_str().unwrap().to_string();
    let body = json!({ "addLicenses": [], "removeLicenses": [E3] });
    request(&mut lab, "POST", &format!("/groups/{id}/assignLicense"), body, 202);
    request(&mut lab, "DELETE", &format!("/groups/{id}"), Value::Null, 204);
    // Nothing has been taken away yet.
    let trace = lab.explain(given(anna.clone()), given(json!(E3)), given(sales.clone())).unwrap();
    assert_eq!(trace["state"], "Active");
    lab.advance(given(json!(31))).unwrap();
    assert!(lab.explain(given(anna.clone()), given(json!(E3)), given(sales.clone())).unwrap().is_object());
    lab.settle();
    let later = lab.explain(given(anna), given(json!(E3)), given(sales));
    assert!(!matches!(later, Ok(Value::Object(_))), "{later:?}");
}

#[test]
fn a_preview_says_what_a_request_would_lead_to_and_changes_nothing() {
    let (lab, [anna, bob, sales]) = short_of_seats();
    let before = lab.history().tenant().clone();
    let url = format!("/groups/{}/members/{}/$ref", sales.as_str().unwrap(), anna.as_str().unwrap());
    let preview = lab.preview(given(json!({ "method": "DELETE", "url": url }))).unwrap();
    assert_eq!(preview["status"], 204);
    let users = &preview["difference"]["users"];
    assert_eq!((&users[0]["id"], &users[0]["paths"][0]["after"]), (&anna, &Value::Null));
    assert_eq!(users.as_array().map(Vec::len), Some(1), "a freed seat starts nothing: Bob waits for a reprocess");
    assert!(preview["scenario"].is_object() && bob.is_string());
    assert_eq!(*lab.history().tenant(), before);
    let refused = lab.preview(given(json!({ "method": "DELETE", "url": "/groups/none" }))).unwrap();
    assert_eq!((&refused["status"], &refused["difference"]["same"]), (&json!(400), &json!(true)));
}

#[test]
fn repairs_can_be_done_as_they_are_given() {
    let (mut lab, [anna, bob, sales]) = short_of_seats();
    let repairs = lab.repairs(given(bob.clone()), given(json!(E3)), given(sales.clone())).unwrap();
    let best = &repairs[0];
    assert_eq!((&best["level"], &best["unitsBought"]), (&json!("cures"), &json!(1)));
    let [buy, again] = best["commands"].as_array().unwrap().as_slice() else { panic!("{best}") };
    let arguments = buy["call"]["arguments"].as_array().unwrap();
    assert_eq!(buy["call"]["method"], "setUnits");
    lab.set_units(given(arguments[0].clone()), given(arguments[1].clone())).unwrap();
    let answer = lab.graph(given(again["request"].clone()));
    assert_eq!(answer["status"], 200, "{answer}");
    lab.settle();
    assert_eq!(lab.repairs(given(bob), given(json!(E3)), given(sales)).unwrap(), json!([]));
    assert_eq!(lab.repairs(given(anna), given(json!(E3)), given(Value::Null)), Ok(Value::Null));
}

#[test]
fn a_difference_names_what_the_other_tenant_has_otherwise() {
    let (lab, [_, bob, _]) = short_of_seats();
    let document = scenario(&lab);
    assert_eq!(lab.diff(given(document.clone())).unwrap()["same"], true);
    let mut other = Lab::from_scenario(catalog().unwrap(), given(document)).unwrap();
    other.set_units(given(json!("ENTERPRISEPACK")), given(json!(2))).unwrap();
    let url = format!("/users/{}/reprocessLicenseAssignment", bob.as_str().unwrap());
    request(&mut other, "POST", &url, json!({}), 200);
    other.settle();
    let diff = lab.diff(given(scenario(&other))).unwrap();
    assert_eq!((&diff["users"][0]["id"], &diff["users"][0]["paths"][0]["after"]["state"]), (&bob, &json!("Active")));
    assert_eq!(diff["seats"][0]["after"], json!({ "consumedUnits": 2, "assignable": 2 }));
    assert!(lab.diff(given(json!(5))).is_err());
}

#[test]
fn a_batch_is_undone_whole() {
    let (mut lab, _) = short_of_seats();
    let before = lab.history().tenant().clone();
    let group = |id: &str| {
        let body = json!({ "displayName": id, "mailEnabled": false, "mailNickname": "sales", "securityEnabled": true });
        json!({ "id": id, "method": "POST", "url": "/groups", "body": body })
    };
    request(&mut lab, "POST", "/$batch", json!({ "requests": [group("1"), group("2"), group("3")] }), 200);
    let after = lab.history().tenant().clone();
    assert_eq!(after.groups().count(), before.groups().count() + 3);
    assert!(lab.undo());
    assert_eq!(*lab.history().tenant(), before);
    assert!(lab.redo());
    assert_eq!(*lab.history().tenant(), after);
    assert!(!lab.redo());
}

#[test]
fn a_scenario_and_a_link_give_the_same_tenant() {
    let (lab, _) = short_of_seats();
    let document = scenario(&lab);
    let again = Lab::from_scenario(catalog().unwrap(), given(document.clone())).unwrap();
    assert_eq!(again.history().tenant().digest(), lab.history().tenant().digest());
    assert_eq!(scenario(&again), document);
    let link = lab.link().unwrap();
    let linked = Lab::from_link(catalog().unwrap(), given(json!(link))).unwrap();
    assert_eq!(linked.history().tenant().snapshot(), lab.history().tenant().snapshot());
    assert_eq!(linked.link().unwrap(), link);
}

#[test]
fn a_draft_goes_along_in_scenarios_and_links() {
    let mut document = scenario(&short_of_seats().0);
    let units = json!({ "do": "set-units", "product": "ENTERPRISEPACK", "enabled": 9 });
    document["actions"] = json!([{ "do": "draft", "commands": [units] }]);
    let mut lab = Lab::from_scenario(catalog().unwrap(), given(document)).unwrap();
    let draft = lab.history().draft().to_vec();
    assert!(matches!(draft[..], [Command::SetUnits(..)]));
    let again = Lab::from_scenario(catalog().unwrap(), given(scenario(&lab))).unwrap();
    let linked = Lab::from_link(catalog().unwrap(), given(json!(lab.link().unwrap()))).unwrap();
    assert_eq!((again.history().draft(), linked.history().draft()), (&draft[..], &draft[..]));
    // Nothing of it is done, and what a request would lead to is a tenant without it.
    let same = lab.diff(given(scenario(&short_of_seats().0))).unwrap();
    assert_eq!(same["same"], true);
    let preview = lab.preview(given(json!({ "method": "GET", "url": "/users" }))).unwrap();
    let then = Lab::from_scenario(catalog().unwrap(), given(preview["scenario"].clone())).unwrap();
    assert!(then.history().draft().is_empty());
    assert!(lab.undo());
    assert!(lab.history().draft().is_empty());
}

#[test]
fn what_is_no_scenario_and_no_link_says_why() {
    let from_link = |text: Value| Lab::from_link(catalog().unwrap(), given(text)).unwrap_err().to_string();
    let link = short_of_seats().0.link().unwrap();
    assert!(from_link(json!(link[..link.len() / 2])).contains("truncated"));
    assert!(from_link(json!(link.replace("#/s/C", "#/s/D"))).contains("damaged"));
    assert!(from_link(json!(7)).contains("`fragment`"));
    let refused =
        json!({ "scenario": 1, "base": { "empty": {} }, "actions": [{ "do": "delete-group", "group": "#3" }] });
    for (document, message) in [(json!(null), "`document`"), (json!({}), "not a scenario"), (refused, "action 1")] {
        let error = Lab::from_scenario(catalog().unwrap(), given(document)).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
}
