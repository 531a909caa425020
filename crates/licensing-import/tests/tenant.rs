//! What becomes of the facts: states path by path, names, the report and the verdict.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use crate::common::{KEPT, example, export, import};
use licensing_core::Tenant;
use licensing_import::{Comparing, Imported, Names, NoteKind, Options, Verdict};
use licensing_model::{AssignmentError, AssignmentState, Catalog, Command, GroupId, Path, RuleSet, Sliced, UserId};

const BUNDLE: &str = include_str!("fixtures/bundle.json");

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

fn read_with(text: &str, options: Options) -> Imported {
    import(&catalog(), &[("bundle.json", text)], options).unwrap_or_else(|error| panic!("{error}"))
}

fn read(options: Options) -> Imported {
    read_with(BUNDLE, options)
}

fn verdict(tenant: &Tenant) -> Verdict {
    let mut comparing = Comparing::new(tenant);
    while comparing.advance(1) == Ok(false) {
        let (done, of) = comparing.progress();
        assert!(done <= of, "{done} of {of}");
    }
    comparing.finish().unwrap()
}

/// Group (or direct), product, state, error and disabled plans of each path.
fn paths(tenant: &Tenant, user: usize) -> Vec<(Path, String, AssignmentState, AssignmentError, usize)> {
    let rows = tenant.paths(UserId::at(user)).into_iter();
    let name = |product| tenant.catalog().product(product).unwrap().part_number.clone();
    rows.map(|row| (row.path, name(row.product), row.state, row.error, row.disabled.len())).collect()
}

#[test]
fn states_are_taken_as_they_stand_path_by_path() {
    let tenant = read(KEPT).tenant;
    let sales = Path::Group(GroupId::at(0));
    let e3 = "ENTERPRISEPACK".to_string();
    let noor = [
        (Path::Direct, "STANDARDPACK".to_string(), AssignmentState::Active, AssignmentError::None, 0),
        (sales, e3.clone(), AssignmentState::Error, AssignmentError::MutuallyExclusiveViolation, 0),
    ];
    assert_eq!(paths(&tenant, 0), noor);
    assert_eq!(paths(&tenant, 1), [(sales, e3, AssignmentState::ActiveWithError, AssignmentError::Other, 1)]);
    // A moment before the clock begins is at its beginning; the latest of all is now.
    let rows = tenant.paths(UserId::at(0));
    let times: Vec<String> = rows.iter().map(|row| licensing_graph::iso(row.updated)).collect();
    assert_eq!(times, ["2019-11-08T09:00:00Z", "2024-09-19T08:00:00Z"]);
    assert_eq!(licensing_graph::iso(tenant.clock()), "2024-09-20T08:00:00Z");
    assert!(tenant.queue(1, 0).is_empty());
}

#[test]
fn joining_has_the_order_of_the_members_and_names_the_order_of_the_files() {
    let tenant = read(KEPT).tenant;
    let members: Vec<_> = tenant.members_of(GroupId::at(0)).collect();
    assert_eq!(members, [UserId::at(1), UserId::at(0)].map(licensing_model::Member::User));
    assert_eq!(tenant.user_name(UserId::at(0)), "Noor Visser");
    assert_eq!(tenant.deleted_users(), [UserId::at(2)]);
    // Microsoft puts the id in front of the name of a deleted user; restoring takes it away again.
    assert_eq!(tenant.principal_name(UserId::at(2)), "old@contoso.com");
    assert_eq!(tenant.domains().collect::<Vec<_>>(), ["contoso.onmicrosoft.com", "contoso.com"]);
}

#[test]
fn what_cannot_be_kept_is_reported_with_its_reason() {
    let report = read(KEPT).report;
    let notes: Vec<_> = report.notes.iter().map(|note| (note.kind, note.count, note.examples.join("; "))).collect();
    let expected = [
        (NoteKind::OtherMember, 1, ""),
        (NoteKind::OtherAddress, 1, "SIP"),
        (NoteKind::GroupAddresses, 1, "All sales"),
        (NoteKind::BeforeStart, 1, ""),
        (NoteKind::OwnProduct, 1, "NOT_IN_THE_LIST, 00000000-0000-4000-8000-00000000beef"),
    ];
    assert_eq!(notes, expected.map(|(kind, count, examples)| (kind, count, examples.to_string())));
    let ignored: Vec<_> = report.ignored.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    let expected = [
        ("directoryAudit.correlationId", 1),
        ("directoryAudit.operationType", 1),
        ("orgContact.phones", 1),
        ("organization.city", 1),
        ("organization.displayName", 1),
        ("subscribedSku.accountId", 1),
        ("subscribedSku.accountName", 1),
        ("subscribedSku.appliesTo", 1),
        ("subscribedSku.capabilityStatus", 2),
        ("subscribedSku.id", 1),
        ("subscribedSku.subscriptionIds", 1),
    ];
    assert_eq!(ignored, expected);
    let counts = report.counts;
    assert_eq!((counts.files, counts.bytes), (1, BUNDLE.len() as u64));
    assert_eq!((counts.products, counts.groups, counts.members), (3, 2, 2));
    assert_eq!((counts.users, counts.states, counts.contacts), (2, 3, 1));
    assert_eq!((counts.deleted_users, counts.deleted_groups, counts.events), (1, 0, 1));
}

#[test]
fn each_oddity_of_a_real_tenant_has_a_note_of_its_own() {
    let table = [
        (NoteKind::Organization, "\"verifiedDomains\":[", "\"verifiedDomains\":[],\"provisionedPlans\":["),
        (NoteKind::Country, "\"countryLetterCode\":\"NL\"", "\"countryLetterCode\":null"),
        (NoteKind::States, ",\"licenseAssignmentStates\":[{\"skuId\":\"18181a46", ",\"skills\":[{\"skuId\":\"18181a46"),
        (NoteKind::Members, "\"ProcessingComplete\"},\"members\"", "\"ProcessingComplete\"},\"owners\""),
        (NoteKind::Nickname, "\"mailNickname\":\"noor\"", "\"mailNickname\":\"no or\""),
        (NoteKind::DisplayName, "\"displayName\":\"Noor Visser\",\"userP", "\"userP"),
        (NoteKind::Updated, ",\"lastUpdatedDateTime\":\"2018-03-01T10:00:00Z\"", ""),
        (NoteKind::UnknownPlan, "\"disabledPlans\":[\"9aaf7827", "\"disabledPlans\":[\"9aaf7828"),
        (
            NoteKind::NotSubscribed,
            "\"skuId\":\"18181a46-0d4e-45cd-891e-60aabd171b4e\",\"skuP",
            "\"skuId\":\"c7df2760-2c81-4ef7-b578-5b5392b571df\",\"skuP",
        ),
        (NoteKind::UnknownMember, "\"#microsoft.graph.device\"", "\"#microsoft.graph.user\""),
        (
            NoteKind::DirectError,
            "\"assignedByGroup\":\"a0000000-0000-4000-8000-000000000001\",\"state\":\"Error\"",
            "\"state\":\"Error\"",
        ),
        (
            NoteKind::DirectWithError,
            "\"assignedByGroup\":\"a0000000-0000-4000-8000-000000000001\",\"state\":\"ActiveWithError\"",
            "\"state\":\"ActiveWithError\"",
        ),
        (NoteKind::InvalidAddress, "\"SMTP:noor@contoso.com\"", "\"SMTP:noor\""),
        (
            NoteKind::DynamicGroup,
            "\"securityEnabled\":true",
            "\"securityEnabled\":true,\"membershipRule\":\"user.department -eq 1\"",
        ),
        (NoteKind::MailEnabledSecurity, "\"mailEnabled\":false", "\"mailEnabled\":true"),
        (
            NoteKind::GroupOfStates,
            "\"assignedByGroup\":\"a0000000-0000-4000-8000-000000000001\"",
            "\"assignedByGroup\":\"a0000000-0000-4000-8000-00000000000f\"",
        ),
        (NoteKind::State, "\"state\":\"Active\",\"error\":\"None\"", "\"state\":\"Active\",\"error\":\"Other\""),
        (
            NoteKind::DisabledState,
            "\"state\":\"Active\",\"error\":\"None\"",
            "\"state\":\"Disabled\",\"error\":\"None\"",
        ),
        (NoteKind::DisabledState, "\"enabled\":5,", "\"enabled\":0,"),
        (NoteKind::UnknownError, "\"error\":\"MutuallyExclusiveViolation\"", "\"error\":\"SomethingNew\""),
        (NoteKind::AfterEnd, "\"2018-03-01T10:00:00Z\"", "\"2099-03-01T10:00:00Z\""),
        (NoteKind::UnverifiedDomain, "\"name\":\"contoso.com\"", "\"name\":\"fabrikam.com\""),
        (
            NoteKind::PlanAdded,
            "\"prepaidUnits\":{\"enabled\":5,\"suspended\":0,\"warning\":0}",
            "\"prepaidUnits\":{\"enabled\":5},\"servicePlans\":[{\"servicePlanId\":\"f477b0f0-3bb1-4890-940c-40fcee6ce05f\"}]",
        ),
        (
            NoteKind::PlanTakenOut,
            "\"prepaidUnits\":{\"enabled\":5,\"suspended\":0,\"warning\":0}",
            "\"prepaidUnits\":{\"enabled\":5},\"servicePlans\":[]",
        ),
        (NoteKind::Consumed, "\"consumedUnits\":1,\"capabilityStatus\"", "\"consumedUnits\":7,\"capabilityStatus\""),
        (
            NoteKind::AssignedLicenses,
            "\"assignedLicenses\":[{\"disabledPlans\":[\"9aaf7827-d63c-4b61-89c3-182f06f82e5c\"]",
            "\"assignedLicenses\":[{\"disabledPlans\":[]",
        ),
    ];
    for (kind, old, new) in table {
        assert!(BUNDLE.contains(old), "{old} is not in the bundle");
        let report = read_with(&BUNDLE.replacen(old, new, 1), KEPT).report;
        assert!(report.notes.iter().any(|note| note.kind == kind), "{kind:?}: {:?}", report.notes);
    }
}

#[test]
fn plans_by_which_a_product_differs_are_named() {
    let units = "\"prepaidUnits\":{\"enabled\":5,\"suspended\":0,\"warning\":0}";
    let plans = "\"prepaidUnits\":{\"enabled\":5},\"servicePlans\":[{\"servicePlanId\":\"f477b0f0-3bb1-4890-940c-40fcee6ce05f\"}]";
    let report = read_with(&BUNDLE.replacen(units, plans, 1), KEPT).report;
    let example = |kind| report.notes.iter().find(|note| note.kind == kind).map(|note| note.examples.join("; "));
    assert_eq!(example(NoteKind::PlanAdded).as_deref(), Some("ENTERPRISEPACK: WORKPLACE_ANALYTICS"));
    let missing = example(NoteKind::PlanTakenOut).unwrap();
    assert!(missing.starts_with("ENTERPRISEPACK: ") && missing.contains("EXCHANGE_S_ENTERPRISE"), "{missing}");
}

#[test]
fn nobody_can_be_recognized_behind_pseudonyms() {
    let Imported { tenant, report } = read(Options::default());
    let text = format!("{}{:?}", export(&tenant), report);
    let telling = [
        "noor",
        "visser",
        "piet",
        "jansen",
        "old hand",
        "old@",
        "info@",
        "contoso",
        "sales",
        "buyer",
        "utrecht",
        "203.0.113",
        "mozilla",
        "48a80680",
        "a0000000",
        "b0000000",
        "d0000000",
        "directory_1",
    ];
    for word in telling {
        let at = text.to_lowercase().find(word);
        assert_eq!(at, None, "{word}: {}", at.and_then(|at| text.get(at..at + 200)).unwrap_or_default());
    }
    assert_eq!(tenant.user_name(UserId::at(0)), "Person 1");
    assert_eq!(tenant.principal_name(UserId::at(0)), "person1@domain2.example");
    assert_eq!(tenant.domains().collect::<Vec<_>>(), ["domain1.onmicrosoft.example", "domain2.example"]);
    assert_eq!(tenant.group_name(GroupId::at(1)), "Group 2");
    // Who shared an address still does.
    assert_eq!(tenant.holders("person1@domain2.example").len(), 2);
    assert_eq!(read(KEPT).tenant.holders("noor@contoso.com").len(), 2);
    // The log names people as the tenant does.
    let log = licensing_graph::get(&tenant, "/auditLogs/directoryAudits").body;
    assert_eq!(log["value"][0]["initiatedBy"]["user"]["displayName"], "Person 2");
    assert_eq!(log["value"][0]["targetResources"][0]["id"], tenant.user_guid(UserId::at(0)));
    assert_eq!(log["value"][0]["targetResources"][0]["modifiedProperties"][0]["newValue"], serde_json::Value::Null);
}

#[test]
fn licenses_are_the_same_behind_pseudonyms() {
    let (real, replaced) = (read(KEPT).tenant, read(Options::default()).tenant);
    for user in 0..3 {
        assert_eq!(paths(&real, user), paths(&replaced, user));
    }
}

#[test]
fn new_objects_get_ids_that_nobody_has() {
    let catalog = catalog();
    let mut tenant = example(&catalog);
    // Without the deleted one, numbers move up, and derived ids would meet those that were kept.
    tenant.apply(&Command::DeleteUser(UserId::at(0))).unwrap();
    tenant.apply(&Command::Advance { days: 40 }).unwrap();
    let mut again = import(&catalog, &[("bundle.json", &export(&tenant))], KEPT).unwrap().tenant;
    let count = again.users().count();
    for number in 0..3 {
        let new = licensing_model::command::NewUser {
            display_name: "New".into(),
            user_principal_name: format!("new{number}@{}", again.domains().next().unwrap()),
            ..Default::default()
        };
        again.apply(&Command::CreateUser(new)).unwrap();
    }
    let ids: std::collections::BTreeSet<_> = again.users().map(|user| again.user_guid(user)).collect();
    assert_eq!(ids.len(), count + 3);
}

#[test]
fn the_rules_are_todays_those_of_the_bundle_or_those_that_were_chosen() {
    let rules = |text: &str, rules| read_with(text, Options { names: Names::Kept, rules }).tenant.rules();
    let own = BUNDLE.replacen("\"version\": 1", "\"version\": 1, \"simulator\": {\"rules\": \"2019\"}", 1);
    assert_eq!(rules(BUNDLE, None), RuleSet::Today);
    assert_eq!(rules(BUNDLE, Some(RuleSet::Rules2019)), RuleSet::Rules2019);
    assert_eq!(rules(&own, None), RuleSet::Rules2019);
    assert_eq!(rules(&own, Some(RuleSet::Today)), RuleSet::Today);
}

#[test]
fn groups_that_wait_wait_again() {
    for state in ["QueuedForProcessing", "ProcessingInProgress"] {
        let text = BUNDLE.replacen("\"ProcessingComplete\"", &format!("\"{state}\""), 1);
        let mut tenant = read_with(&text, KEPT).tenant;
        assert_eq!(tenant.group(GroupId::at(0)).unwrap().processing.unwrap().name(), state);
        assert_eq!(tenant.queue_length(), 1);
        assert!(tenant.settle(100).idle);
        assert_eq!(tenant.group(GroupId::at(0)).unwrap().processing.unwrap().name(), "ProcessingComplete");
    }
}

#[test]
fn the_verdict_names_each_path_that_would_change_and_why() {
    let tenant = read(Options { names: Names::Kept, rules: Some(RuleSet::Rules2019) }).tenant;
    let before = tenant.clone();
    let verdict = verdict(&tenant);
    assert_eq!(tenant, before, "the tenant itself is not touched");
    assert_eq!((verdict.compared_paths(), verdict.count()), (3, 1));
    // The group gives Piet the whole product now; that the file has one plan off and an error is the past.
    let differences: Vec<_> = verdict.differences().collect();
    let [difference] = differences.as_slice() else { panic!("{differences:?}") };
    assert_eq!((difference.user, difference.path.path), (UserId::at(1), Path::Group(GroupId::at(0))));
    let shown =
        |row: &Option<licensing_core::PathValue>| row.as_ref().map(|row| (row.state, row.error, row.disabled.len()));
    assert_eq!(
        shown(&difference.path.value.before),
        Some((AssignmentState::ActiveWithError, AssignmentError::Other, 1))
    );
    assert!(verdict.why(*difference).is_some());
    assert_eq!(shown(&difference.path.value.after), Some((AssignmentState::Active, AssignmentError::None, 0)));
}

#[test]
fn a_settled_tenant_agrees_with_its_own_bundle() {
    let catalog = catalog();
    let mut tenant = example(&catalog);
    assert!(tenant.settle(1_000).idle);
    let again = import(&catalog, &[("bundle.json", &export(&tenant))], KEPT).unwrap().tenant;
    let verdict = verdict(&again);
    assert!(verdict.compared_paths() > 0);
    assert_eq!(verdict.differences().count(), 0);
}
