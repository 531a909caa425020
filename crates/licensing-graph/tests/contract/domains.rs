//! The tenant's domains.

use licensing_graph::Request;
use licensing_model::RuleSet;
use serde_json::json;

use crate::common::{World, column, header, id};

#[test]
fn domains_are_listed_with_what_each_is() {
    let mut world = World::new(RuleSet::Today);
    world.post("/domains", json!({ "id": "mail.contoso.com" }));
    let answer = world.get("/domains");
    assert_eq!(answer.body["@odata.context"], "https://graph.microsoft.com/v1.0/$metadata#domains");
    let domain = |id: &str, is_initial: bool, is_root: bool| {
        json!({
            "authenticationType": "Managed", "availabilityStatus": null, "id": id, "isAdminManaged": true,
            "isDefault": is_initial, "isInitial": is_initial, "isRoot": is_root, "isVerified": true,
        })
    };
    let expected = [
        domain("contoso.onmicrosoft.com", true, true),
        domain("contoso.com", false, true),
        domain("mail.contoso.com", false, false),
    ];
    assert_eq!(answer.body["value"], json!(expected));
    assert_eq!(column(&world.get("/domains?$select=id"), "id").len(), 3);
    let one = world.get("/domains/Contoso.COM");
    assert_eq!(one.body["@odata.context"], "https://graph.microsoft.com/v1.0/$metadata#domains/$entity");
    assert_eq!((&one.body["id"], &one.body["isInitial"]), (&json!("contoso.com"), &json!(false)));
}

#[test]
fn a_domain_is_added_used_and_deleted() {
    let mut world = World::new(RuleSet::Today);
    let user = json!({ "displayName": "Ann", "userPrincipalName": "ann@fabrikam.com", "mailNickname": "ann" });
    let (status, ..) = world.refused(Request::new("POST", "/users").body(user.clone()));
    assert_eq!(status, 400, "not yet");
    let answer = world.post("/domains", json!({ "id": "fabrikam.com" }));
    assert_eq!((answer.status, &answer.body["isVerified"]), (201, &json!(true)));
    assert_eq!(header(&answer, "Location"), Some("https://graph.microsoft.com/v1.0/domains/fabrikam.com"));
    let ann = id(&world.post("/users", user), 201);
    let organization = world.get("/organization");
    assert_eq!(organization.body["value"][0]["verifiedDomains"][2]["name"], "fabrikam.com");

    let (status, code, text) = world.refused(Request::new("DELETE", "/domains/fabrikam.com"));
    assert_eq!((status, code.as_str()), (400, "Request_BadRequest"));
    assert!(text.starts_with("Ann still uses the domain"), "{text}");
    world.delete(&format!("/users/{ann}"));
    let answer = world.send(Request::new("DELETE", "/domains/FABRIKAM.com"));
    assert_eq!(answer.status, 204);
    assert_eq!(world.get("/domains/fabrikam.com").status, 404);
    let log = world.get("/auditLogs/directoryAudits?$top=3&$filter=category eq 'DirectoryManagement'");
    assert_eq!(column(&log, "activityDisplayName")[..2], ["Remove verified domain", "Add verified domain"]);
    let changed = &log.body["value"][0]["targetResources"][0]["modifiedProperties"][0];
    assert_eq!((&changed["displayName"], &changed["oldValue"]), (&json!("Name"), &json!("fabrikam.com")));
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let mut world = World::new(RuleSet::Today);
    let before = world.get("/domains").body;
    for (body, reason) in [
        (json!({ "id": "fabrikam" }), "A domain is letters"),
        (json!({ "id": "contoso.COM" }), "The tenant has this domain already."),
        (json!({}), "A value is required for property 'id'"),
        (json!({ "id": 7 }), "The property 'id' takes a string"),
        (json!({ "id": "fabrikam.com", "isDefault": true }), "Setting the property 'isDefault'"),
        (json!({ "id": "fabrikam.com", "isGood": true }), "The property 'isGood' does not exist"),
    ] {
        let (status, _, text) = world.refused(Request::new("POST", "/domains").body(body));
        assert!(status == 400 && text.starts_with(reason), "{status} {text}");
    }
    let (status, _, text) = world.refused(Request::new("DELETE", "/domains/contoso.onmicrosoft.com"));
    assert_eq!((status, text.as_str()), (400, "The initial domain cannot be deleted."));
    for method in ["GET", "DELETE"] {
        let (status, ..) = world.refused(Request::new(method, "/domains/tailspin.com"));
        assert_eq!(status, 404, "{method}");
    }
    for (method, path, expected) in [
        ("PATCH", "/domains/contoso.com", 501),
        ("POST", "/domains/contoso.com/verify", 501),
        ("POST", "/domains/contoso.com/forceDelete", 501),
        ("GET", "/domains/contoso.com/domainNameReferences", 501),
        ("GET", "/domains/contoso.com/verificationDnsRecords", 501),
        ("GET", "/domains/contoso.com/frobs", 400),
        ("GET", "/domains?$filter=isVerified eq true", 400),
        ("PUT", "/domains", 405),
    ] {
        let (status, ..) = world.refused(Request::new(method, path));
        assert_eq!(status, expected, "{method} {path}");
    }
    assert_eq!(world.get("/domains").body, before);
}
