//! What is wrong with a file is said with its name, line and field, and nothing comes of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use crate::common::{KEPT, import, import_in_pieces};
use licensing_import::{Import, Options};
use licensing_model::Catalog;

const BUNDLE: &str = include_str!("fixtures/bundle.json");

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

/// The bundle with one text in the place of another, which stands there.
fn edited(old: &str, new: &str) -> String {
    assert!(BUNDLE.contains(old), "{old} is not in the bundle");
    BUNDLE.replacen(old, new, 1)
}

/// What is said of a file.
fn said_of(name: &str, text: &str) -> String {
    match import(&catalog(), &[(name, text)], KEPT) {
        Ok(imported) => panic!("{name} was imported: {:?}", imported.report),
        Err(error) => error.to_string(),
    }
}

/// What is said of the bundle with one text in the place of another.
fn said(old: &str, new: &str) -> String {
    said_of("bundle.json", &edited(old, new))
}

#[test]
fn the_bundle_itself_is_in_order() {
    for options in [KEPT, Options::default()] {
        for length in [1, 7, 1_000, 1_000_000] {
            import_in_pieces(&catalog(), &[("bundle.json", BUNDLE.as_bytes())], options, length).unwrap();
        }
    }
}

#[test]
fn wrong_types() {
    let table = [
        (
            "\"usageLocation\":\"NL\"",
            "\"usageLocation\":31",
            "line 18: users[0].usageLocation: expected a two-letter country code, found the number 31",
        ),
        (
            "\"accountEnabled\":true",
            "\"accountEnabled\":\"yes\"",
            "line 18: users[0].accountEnabled: expected true or false, found “yes”",
        ),
        (
            "\"id\":\"b0000000-0000-4000-8000-000000000001\",\"displayName\"",
            "\"id\":\"7\",\"displayName\"",
            "line 18: users[0].id: expected a GUID, found “7”",
        ),
        (
            "{\"skuId\":\"18181a46-0d4e-45cd-891e-60aabd171b4e\",\"disabledPlans\":[],",
            "{\"skuId\":5,\"disabledPlans\":[],",
            "line 18: users[0].licenseAssignmentStates[0].skuId: expected a GUID, found the number 5",
        ),
        (
            "\"state\":\"Error\"",
            "\"state\":\"Broken\"",
            "line 18: users[0].licenseAssignmentStates[1].state: expected Active, ActiveWithError, Disabled or Error, found “Broken”",
        ),
        (
            "\"lastUpdatedDateTime\":\"2018-03-01T10:00:00Z\"",
            "\"lastUpdatedDateTime\":\"/Date(1)/\"",
            "line 18: users[0].licenseAssignmentStates[0].lastUpdatedDateTime: expected a date and time such as 2019-11-08T09:00:00Z, found “/Date(1)/”",
        ),
        (
            "\"proxyAddresses\":[\"smtp:noor@contoso.com\"]",
            "\"proxyAddresses\":\"smtp:noor@contoso.com\"",
            "line 19: users[1].proxyAddresses: expected a list, found “smtp:noor@contoso.com”",
        ),
        (
            "\"enabled\":5,",
            "\"enabled\":-5,",
            "line 9: subscribedSkus[0].prepaidUnits.enabled: expected a whole number, 0 or more, found the number -5",
        ),
        (
            "\"enabled\":5,",
            "\"enabled\":1e9,",
            "line 9: subscribedSkus[0].prepaidUnits.enabled: expected a whole number, 0 or more, found the number 1e9",
        ),
        (
            "\"enabled\":5,",
            "\"enabled\":4000000000,",
            "line 9: subscribedSkus[0].prepaidUnits.enabled: more than 100,000,000 units of one product",
        ),
        (
            "{\"@odata.type\":\"#microsoft.graph.user\",\"id\":\"b0000000-0000-4000-8000-000000000001\"}",
            "17",
            "line 14: groups[0].members[1]: expected an object, found the number 17",
        ),
        (
            "\"licenseProcessingState\":{\"state\":\"ProcessingComplete\"}",
            "\"licenseProcessingState\":{\"state\":\"Busy\"}",
            "line 14: groups[0].licenseProcessingState.state: expected QueuedForProcessing, ProcessingInProgress or ProcessingComplete, found “Busy”",
        ),
        (
            "\"userPrincipalName\":\"noor@contoso.com\",\"mailN",
            "\"userPrincipalName\":\"noor\",\"mailN",
            "line 18: users[0].userPrincipalName: expected a userPrincipalName such as name@contoso.com, found “noor”",
        ),
        (
            "\"organization\": [",
            "\"organization\": 5, \"x\": [",
            "line 5: organization: expected a list, or a Graph response with one, found the number 5",
        ),
        (
            "\"version\": 1",
            "\"version\": 2",
            "line 3: version: the bundle has version 2, which this program does not know yet",
        ),
        (
            "\"format\": \"licensing-lab-tenant\"",
            "\"format\": \"xml\"",
            "line 2: format: expected the name of the bundle's format, found “xml”",
        ),
    ];
    for (old, new, expected) in table {
        assert_eq!(said(old, new), format!("bundle.json, {expected}"));
    }
}

#[test]
fn nulls() {
    let table = [
        (
            "\"id\":\"b0000000-0000-4000-8000-000000000001\",\"displayName\"",
            "\"id\":null,\"displayName\"",
            "line 18: users[0].id: null is not allowed here",
        ),
        (
            "\"userPrincipalName\":\"noor@contoso.com\",\"mailN",
            "\"userPrincipalName\":null,\"mailN",
            "line 18: users[0].userPrincipalName: null is not allowed here",
        ),
        (
            "\"state\":\"Error\"",
            "\"state\":null",
            "line 18: users[0].licenseAssignmentStates[1].state: null is not allowed here",
        ),
        (
            "\"disabledPlans\":[\"9aaf7827-d63c-4b61-89c3-182f06f82e5c\"]",
            "\"disabledPlans\":[null]",
            "line 19: users[1].assignedLicenses[0].disabledPlans[0]: null is not allowed here",
        ),
        ("\"deletedGroups\": []", "\"deletedGroups\": null", "line 27: deletedGroups: null is not allowed here"),
        (
            "\"prepaidUnits\":{\"enabled\":5,\"suspended\":0,\"warning\":0}",
            "\"prepaidUnits\":null",
            "line 10: subscribedSkus[1].prepaidUnits: null is not allowed here",
        ),
    ];
    for (old, new, expected) in table {
        assert_eq!(said(old, new), format!("bundle.json, {expected}"));
    }
    // Where Graph has null, null is taken.
    for (old, new) in [
        ("\"proxyAddresses\":[\"smtp:noor@contoso.com\"]", "\"proxyAddresses\":null"),
        ("\"displayName\":\"Piet Jansen\"", "\"displayName\":null"),
        ("\"userType\":\"Member\"", "\"userType\":null"),
        ("\"countryLetterCode\":\"NL\"", "\"countryLetterCode\":null"),
        ("\"error\":\"None\"", "\"error\":null"),
        ("\"warning\":0", "\"warning\":null"),
    ] {
        import(&catalog(), &[("bundle.json", &edited(old, new))], KEPT).unwrap();
    }
}

#[test]
fn missing_and_repeated_properties() {
    let table = [
        (
            "\"userPrincipalName\":\"noor@contoso.com\",\"mailN",
            "\"mailN",
            "line 18: users[0]: userPrincipalName is missing",
        ),
        (
            "\"mailNickname\":\"noor\"",
            "\"mail\":null",
            "line 18: users[0]: the property mail appears twice in one object",
        ),
        ("\"deletedGroups\": []", "\"users\": []", "line 27: users: the property users appears twice in one object"),
    ];
    for (old, new, expected) in table {
        assert_eq!(said(old, new), format!("bundle.json, {expected}"));
    }
}

#[test]
fn duplicates() {
    let table = [
        (
            "\"id\":\"b0000000-0000-4000-8000-000000000002\",\"displayName\"",
            "\"id\":\"b0000000-0000-4000-8000-000000000001\",\"displayName\"",
            "line 19: users[1].id: the id b0000000-0000-4000-8000-000000000001 appears twice, first in bundle.json, line 18",
        ),
        (
            "\"id\":\"d0000000-0000-4000-8000-000000000001\"",
            "\"id\":\"a0000000-0000-4000-8000-000000000001\"",
            "line 22: contacts[0].id: the id a0000000-0000-4000-8000-000000000001 appears twice, first in bundle.json, line 14",
        ),
        (
            "\"userPrincipalName\":\"piet@contoso.com\",\"mailN",
            "\"userPrincipalName\":\"NOOR@contoso.com\",\"mailN",
            "line 19: users[1].userPrincipalName: the userPrincipalName NOOR@contoso.com appears twice, first in bundle.json, line 18",
        ),
        (
            "{\"@odata.type\":\"#microsoft.graph.user\",\"id\":\"b0000000-0000-4000-8000-000000000001\"}",
            "\n\"b0000000-0000-4000-8000-000000000002\"",
            "line 15: members: the member b0000000-0000-4000-8000-000000000002 appears twice",
        ),
        (
            "\"licenseAssignmentStates\":[{",
            "\"licenseAssignmentStates\":[{\"skuId\":\"18181a46-0d4e-45cd-891e-60aabd171b4e\",\"state\":\"Active\"},{",
            "line 18: users[0].licenseAssignmentStates: the product 18181a46-0d4e-45cd-891e-60aabd171b4e appears twice",
        ),
        (
            "\"assignedLicenses\":[{\"disabledPlans\":[],\"skuId\":\"6fd2c87f-b296-42f0-b197-1e91e994b900\"}]",
            "\"assignedLicenses\":[{\"skuId\":\"6fd2c87f-b296-42f0-b197-1e91e994b900\"},{\"skuId\":\"6fd2c87f-b296-42f0-b197-1e91e994b900\"}]",
            "line 14: groups[0].assignedLicenses: the product 6fd2c87f-b296-42f0-b197-1e91e994b900 appears twice",
        ),
        (
            "\"disabledPlans\":[\"9aaf7827-d63c-4b61-89c3-182f06f82e5c\"]",
            "\"disabledPlans\":[\"9aaf7827-d63c-4b61-89c3-182f06f82e5c\",\"9AAF7827-d63c-4b61-89c3-182f06f82e5c\"]",
            "line 19: users[1].assignedLicenses[0].disabledPlans: the service plan 9aaf7827-d63c-4b61-89c3-182f06f82e5c appears twice",
        ),
        (
            "\"skuId\":\"6fd2c87f-b296-42f0-b197-1e91e994b900\",\"skuPartNumber\"",
            "\"skuId\":\"18181a46-0d4e-45cd-891e-60aabd171b4e\",\"skuPartNumber\"",
            "line 10: subscribedSkus[1].skuId: the product 18181a46-0d4e-45cd-891e-60aabd171b4e appears twice",
        ),
        (
            "\"name\":\"contoso.onmicrosoft.com\"",
            "\"name\":\"Contoso.com\"",
            "line 6: organization[0].verifiedDomains: the domain contoso.com appears twice",
        ),
    ];
    for (old, new, expected) in table {
        assert_eq!(said(old, new), format!("bundle.json, {expected}"));
    }
}

#[test]
fn circles_of_groups() {
    let own = said(
        "{\"@odata.type\":\"#microsoft.graph.device\",\"id\":\"c0000000-0000-4000-8000-000000000009\"}",
        "\"a0000000-0000-4000-8000-000000000001\"",
    );
    assert_eq!(own, "bundle.json, line 14: members: the group is a member of itself");
    let device = "{\"@odata.type\":\"#microsoft.graph.device\",\"id\":\"c0000000-0000-4000-8000-000000000009\"}";
    let circle = edited(device, "\"a0000000-0000-4000-8000-000000000002\"");
    assert_eq!(said_of("bundle.json", &circle), "bundle.json, line 14: members: the group is a member of itself");
    // The simulator lets groups be members of each other, and says so in its own bundles.
    let own = circle.replacen("\"version\": 1", "\"version\": 1, \"simulator\": {\"circularNesting\": true}", 1);
    import(&catalog(), &[("bundle.json", &own)], KEPT).unwrap();
}

#[test]
fn long_texts_and_deep_values() {
    let long = "x".repeat(1_000_000);
    let said_of_a_name = said("\"displayName\":\"Noor Visser\"", &format!("\"displayName\":\"{long}\""));
    assert_eq!(said_of_a_name, "bundle.json, line 18: users[0].displayName: the text is longer than 256 characters");
    let said_of_a_domain = said("\"name\":\"contoso.com\"", &format!("\"name\":\"{long}\""));
    assert_eq!(
        said_of_a_domain,
        "bundle.json, line 6: organization[0].verifiedDomains[0].name: the text is longer than 256 characters"
    );
    let said_of_another = said("\"jobTitle\":\"Buyer\"", &format!("\"jobTitle\":\"{long}{long}\""));
    assert_eq!(
        said_of_another,
        "bundle.json, line 18: users[0].jobTitle: the text is longer than 1,048,576 characters"
    );
    let deep = said("\"jobTitle\":\"Buyer\"", &format!("\"jobTitle\":{}", "[".repeat(100)));
    assert!(deep.starts_with("bundle.json, line 18: users[0].jobTitle[0][0]"), "{deep}");
    assert!(deep.ends_with("[0]: lists and objects are nested more than 32 deep"), "{deep}");
    let wide = said("\"jobTitle\":\"Buyer\"", &format!("\"jobTitle\":[{}0]", "0,".repeat(200_000)));
    assert!(
        wide.starts_with("bundle.json, line 18: users[0].jobTitle[") && wide.ends_with("this object is too large"),
        "{wide}"
    );
}

#[test]
fn truncated_files() {
    let up_to = |text: &str| {
        let at = BUNDLE.find(text).expect("it stands in the bundle") + text.len();
        said_of("bundle.json", &BUNDLE[..at])
    };
    let end = "the file ends before its JSON does";
    for (text, expected) in [
        ("{", format!("line 1: {end}")),
        ("\"usageLocation\":\"N", format!("line 18: users[0].usageLocation: {end}")),
        ("\"usageLocation\":", format!("line 18: users[0].usageLocation: {end}")),
        (
            "\"lastUpdatedDateTime\":\"2018-03-01T10:00:00Z\"",
            format!("line 18: users[0].licenseAssignmentStates[0]: {end}"),
        ),
    ] {
        assert_eq!(up_to(text), format!("bundle.json, {expected}"));
    }
}

#[test]
fn no_json_no_tenant() {
    let table = [
        ("", "line 1: it is empty"),
        ("\n \n", "line 2: it is empty"),
        ("Noor", "line 1: this is not JSON"),
        ("{\n\"users\": [,]}", "line 2: users[0]: this is not JSON"),
        ("17", "line 1: expected a list, or a Graph response with one, found the number 17"),
        (
            "{}",
            "line 1: it is unclear what this list contains; expected a Graph response with its @odata.context, or a bundle",
        ),
        (
            "[{\"name\": 5}]",
            "line 1: [0]: it is unclear what this list contains; expected a Graph response with its @odata.context, or a bundle",
        ),
        (
            "{\"error\": {\"code\": \"Authorization_RequestDenied\", \"message\": \"Insufficient privileges\"}}",
            "line 1: error: this is an error from Graph: Insufficient privileges",
        ),
        (
            "{\"@odata.context\": \"https://graph.microsoft.com/v1.0/$metadata#devices\", \"value\": []}",
            "line 1: @odata.context: devices is not imported",
        ),
        (
            "{\"@odata.context\": \"https://graph.microsoft.com/v1.0/$metadata#users/$entity\", \"id\": \"x\"}",
            "line 1: @odata.context: users/$entity is not imported",
        ),
        (
            "{\"@odata.context\": \"https://graph.microsoft.com/v1.0/$metadata#directoryObjects\", \"value\": [{\"id\": \"b0000000-0000-4000-8000-000000000001\"}]}",
            "line 1: it is unclear whose members these are; name the file after the id of their group",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(said_of("answer.json", text), format!("answer.json, {expected}"));
    }
    let utf16: Vec<u8> = "{\"users\": []}".bytes().flat_map(|byte| [byte, 0]).collect();
    let error = import_in_pieces(&catalog(), &[("windows.json", &utf16)], KEPT, 16).unwrap_err();
    let expected = "windows.json, line 1: the text is neither UTF-8 nor UTF-16; save the file as UTF-8";
    assert_eq!(error.to_string(), expected);
    assert_eq!(Import::new(catalog(), KEPT).finish().err().unwrap().to_string(), ", line 1: it is empty");
}

#[test]
fn a_table_is_told_from_json_with_the_way_to_get_json() {
    for text in [
        "id;name\n1;Noor",
        "\u{feff}\"DisplayName\",\"UserPrincipalName\",\"UsageLocation\"\r\n\"Noor\",\"noor@contoso.com\",\"NL\"\r\n",
        "#TYPE Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser\r\n\"Id\"\r\n",
        "Block credential,City,Licenses\nFalse,,Office 365 E3+EMS\n",
    ] {
        let said = said_of("users.csv", text);
        assert!(
            said.starts_with("users.csv, line 1: this is a table (CSV)") && said.contains("ConvertTo-Json"),
            "{said}"
        );
    }
}
