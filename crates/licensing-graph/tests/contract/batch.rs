//! `$batch`.

use licensing_graph::Request;
use licensing_model::RuleSet;
use serde_json::{Value, json};

use crate::common::World;

fn statuses(body: &Value) -> Vec<(String, u64)> {
    let responses = body["responses"].as_array().unwrap();
    responses.iter().map(|one| (one["id"].as_str().unwrap().to_string(), one["status"].as_u64().unwrap())).collect()
}

fn group(name: &str) -> Value {
    json!({ "displayName": name, "mailEnabled": false, "mailNickname": name, "securityEnabled": true })
}

#[test]
fn requests_are_answered_one_by_one() {
    let mut world = World::new(RuleSet::Rules2019);
    let clock = world.lab.tenant().clock();
    let answer = world.post(
        "/v1.0/$batch",
        json!({ "requests": [
            { "id": "a", "method": "POST", "url": "/groups", "headers": { "Content-Type": "application/json" }, "body": group("A") },
            { "id": "b", "method": "GET", "url": "/users/nobody@contoso.com" },
            { "id": "c", "method": "POST", "url": "/groups", "body": group("C") },
            { "id": "d", "method": "GET", "url": "/groups?$count=true&$select=displayName", "headers": { "ConsistencyLevel": "eventual" } },
        ] }),
    );
    assert_eq!(answer.status, 200);
    let expected = [("a", 201), ("b", 404), ("c", 201), ("d", 200)].map(|(id, status)| (id.to_string(), status));
    assert_eq!(statuses(&answer.body), expected);
    let responses = answer.body["responses"].as_array().unwrap();
    for response in responses {
        assert_eq!(response["headers"]["Content-Type"], "application/json");
    }
    assert!(responses[0]["headers"]["Location"].is_string());
    assert_eq!(responses[3]["body"]["@odata.count"], 2);
    assert_eq!(world.lab.tenant().clock(), clock + 2, "each accepted request has its own second");
}

#[test]
fn a_failed_dependency_is_424() {
    let mut world = World::new(RuleSet::Rules2019);
    let answer = world.post(
        "/beta/$batch",
        json!({ "requests": [
            { "id": "3", "method": "GET", "url": "/groups", "dependsOn": ["2"] },
            { "id": "1", "method": "POST", "url": "/groups", "body": {} },
            { "id": "2", "method": "POST", "url": "/groups", "body": group("B"), "dependsOn": ["1"] },
            { "id": "5", "method": "GET", "url": "/groups", "dependsOn": ["4"] },
            { "id": "4", "method": "POST", "url": "/groups", "body": group("D") },
        ] }),
    );
    let expected =
        [("3", 424), ("1", 400), ("2", 424), ("5", 200), ("4", 201)].map(|(id, status)| (id.to_string(), status));
    assert_eq!(statuses(&answer.body), expected);
    let responses = answer.body["responses"].as_array().unwrap();
    assert_eq!(responses[0]["body"]["error"]["code"], "FailedDependency");
    assert_eq!(responses[3]["body"]["value"][0]["displayName"], "D", "it waited for what it depends on");
    let context = responses[3]["body"]["@odata.context"].as_str().unwrap();
    assert_eq!(context, "https://graph.microsoft.com/beta/$metadata#groups");
}

#[test]
fn a_write_without_a_body_answers_without_one() {
    let mut world = World::new(RuleSet::Rules2019);
    let team = world.group("Team");
    let answer = world
        .post("/$batch", json!({ "requests": [{ "id": "1", "method": "DELETE", "url": format!("groups/{team}") }] }));
    let expected = json!([{ "id": "1", "status": 204, "headers": { "Content-Type": "application/json" } }]);
    assert_eq!(answer.body["responses"], expected);
}

#[test]
fn a_batch_that_cannot_be_read_does_nothing_at_all() {
    let mut world = World::new(RuleSet::Rules2019);
    let one = |id: &str| json!({ "id": id, "method": "POST", "url": "/groups", "body": group(id) });
    let after = |id: &str, ids: Value| {
        let mut one = one(id);
        one["dependsOn"] = ids;
        one
    };
    let many: Vec<_> = (0..21).map(|number| one(&number.to_string())).collect();
    for (requests, text) in [
        (json!(many), "Number of batch request steps exceeds the maximum value of 20."),
        (json!([one("1"), one("1")]), "Two requests of the batch have the id '1'."),
        (json!([one("1"), after("2", json!(["3"]))]), "The request '2' depends on '3', which the batch has not."),
        (
            json!([one("0"), after("1", json!(["2"])), after("2", json!(["1"]))]),
            "The requests of the batch depend on each other in a circle, through '1'.",
        ),
        (json!([after("1", json!(["1"]))]), "The requests of the batch depend on each other in a circle, through '1'."),
        (json!([one("1"), { "method": "GET", "url": "/users" }]), "A request of the batch has no 'id'."),
        (json!([one("1"), { "id": "2", "url": "/users" }]), "A request of the batch has no 'method'."),
        (json!([one("1"), { "id": "2", "method": "GET" }]), "A request of the batch has no 'url'."),
        (
            json!([one("1"), { "id": true, "method": "GET", "url": "/users" }]),
            "The property 'id' takes a string, not a boolean.",
        ),
        (json!([one("1"), 7]), "The property 'requests' takes a list of objects, not a number."),
        (json!([one("1"), after("2", json!("1"))]), "The property 'dependsOn' takes a list, not a string."),
        (
            json!([one("1"), { "id": "2", "method": "GET", "url": "/users", "foo": 1 }]),
            "A request of a batch has no property 'foo'.",
        ),
        (json!(null), "The property 'requests' takes a list, not null."),
    ] {
        let (status, _, message) = world.refused(Request::new("POST", "/$batch").body(json!({ "requests": requests })));
        assert_eq!((status, message.as_str()), (400, text));
    }
}

#[test]
fn a_batch_cannot_stand_in_a_batch() {
    let mut world = World::new(RuleSet::Rules2019);
    let inner = json!({ "requests": [] });
    let requests = json!([{ "id": "1", "method": "POST", "url": "/$batch", "body": inner }]);
    let answer = world.post("/$batch", json!({ "requests": requests }));
    assert_eq!(statuses(&answer.body), [("1".to_string(), 400)]);
    assert_eq!(world.post("/$batch", json!({ "requests": [] })).body, json!({ "responses": [] }));
}
