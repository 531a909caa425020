//! Products and plans that the catalog does not know, and products whose plans are others in the tenant.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use crate::common::{KEPT, export, import, same_everywhere};
use licensing_core::Tenant;
use licensing_core::state::AuditLog;
use licensing_import::{Imported, Names, NoteKind, Options};
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::{
    AssignmentState, Catalog, Command, CountryCode, GroupId, License, Member, OwnCatalog, PlanId, ProductId, RuleSet,
    UserId,
};
use licensing_scenario::file::{self, FileReading};
use licensing_scenario::{Scenario, link};
use serde_json::{Value, json};

const SKU: &str = "37c86dd4-ca27-4f07-8abc-fdf4a34d986c";
const PLAN: &str = "0bfba3eb-669a-40d0-9375-e9da553023bd";
const COMPANY_WIDE: &str = "113feb6c-0000-4000-8000-54d774bf0318";
const E3: &str = "6fd2c87f-b296-42f0-b197-1e91e994b900";
const E3_EXCHANGE: &str = "efb87545-963c-4e0d-99df-69c6916d9eb0";
const E3_SWAY: &str = "a23b959c-7ce8-4e57-9140-b90eb88a9e97";
const GROUP: &str = "a0000000-0000-4000-8000-000000000001";
const USER: &str = "b0000000-0000-4000-8000-000000000001";

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

fn plan(id: &str, name: &str, to: &str) -> Value {
    json!({ "servicePlanId": id, "servicePlanName": name, "provisioningStatus": "Success", "appliesTo": to })
}

/// A tenant with a product that no list has, assigned to a group with a plan off, and with an E3 of other plans.
fn bundle() -> Value {
    let license = json!({ "skuId": SKU, "disabledPlans": [PLAN] });
    json!({
        "organization": [{ "id": "c0000000-0000-4000-8000-000000000001", "countryLetterCode": "NL",
            "verifiedDomains": [{ "name": "contoso.com", "isInitial": true, "isDefault": true }] }],
        // What a user has comes before what it is.
        "users": [{ "id": USER, "displayName": "Noor", "userPrincipalName": "noor@contoso.com", "usageLocation": "NL",
            "mailNickname": "noor", "accountEnabled": true, "userType": "Member", "assignedLicenses": [license],
            "licenseAssignmentStates": [{ "skuId": SKU, "disabledPlans": [PLAN], "assignedByGroup": GROUP,
                "state": "Active", "error": "None", "lastUpdatedDateTime": "2026-07-01T00:00:00Z" }] }],
        "groups": [{ "id": GROUP, "displayName": "Pilot", "groupTypes": [], "mailEnabled": false,
            "securityEnabled": true, "assignedLicenses": [license], "members": [{ "id": USER }],
            "licenseProcessingState": { "state": "ProcessingComplete" } }],
        "subscribedSkus": [
            { "skuId": SKU, "skuPartNumber": "Quite_New", "prepaidUnits": { "enabled": 2 }, "consumedUnits": 1,
                "servicePlans": [plan(PLAN, "QUITE_NEW_PLAN", "User"), plan(COMPANY_WIDE, "FOR_ALL", "Company"),
                    plan(E3_SWAY, "SWAY", "User")] },
            { "skuId": E3, "skuPartNumber": "ENTERPRISEPACK", "prepaidUnits": { "enabled": 5 }, "consumedUnits": 0,
                "servicePlans": [plan(PLAN, "QUITE_NEW_PLAN", "User"), plan(E3_EXCHANGE, "EXCHANGE_S_ENTERPRISE", "User")] },
        ],
    })
}

fn read(bundle: &Value, options: Options) -> Imported {
    import(&catalog(), &[("tenant.json", &bundle.to_string())], options).unwrap_or_else(|error| panic!("{error}"))
}

fn note(read: &Imported, kind: NoteKind) -> Option<(usize, String)> {
    let note = read.report.notes.iter().find(|note| note.kind == kind);
    note.map(|note| (note.count, note.examples.join("; ")))
}

fn names(tenant: &Tenant, plans: &[PlanId]) -> Vec<String> {
    plans.iter().map(|plan| tenant.catalog().plan(*plan).unwrap().name.clone()).collect()
}

fn plans_of(tenant: &Tenant, part_number: &str) -> Vec<String> {
    let product = tenant.catalog().product_by_part_number(part_number).unwrap();
    names(tenant, &tenant.product(product).unwrap().plans)
}

/// A second user joins the group, and everything is processed.
fn use_it(tenant: &mut Tenant) {
    let user = UserId::at(tenant.user_count());
    let commands = [
        Command::CreateUser(NewUser {
            display_name: "Piet".into(),
            user_principal_name: "piet@contoso.com".into(),
            usage_location: Some(CountryCode::NL),
            ..NewUser::default()
        }),
        Command::AddMember(GroupId::at(0), Member::User(user)),
    ];
    commands.iter().for_each(|command| _ = tenant.apply(command).unwrap());
    tenant.settle(1_000);
}

/// The tenant as a link, as a file in both forms, and opened again from each.
fn opened_again(tenant: &Tenant) -> Vec<Tenant> {
    let scenario = || Scenario::of_state("Own".into(), tenant, AuditLog::LeftOut);
    assert!(scenario().is_covered_by(&catalog()));
    let texts = [file::to_text(scenario(), &catalog()), file::to_text(scenario(), tenant.catalog())];
    assert_eq!(texts[0], texts[1], "the form does not depend on whose catalog it is written with");
    let mut scenarios = vec![link::decode(&link::encode(scenario()).unwrap(), catalog().revision).unwrap()];
    for bytes in [texts[0].clone().into_bytes(), file::to_compact(scenario()).unwrap()] {
        scenarios.push(FileReading::new(bytes, &catalog()).unwrap().finish().unwrap());
    }
    scenarios.iter().for_each(|read| assert!(*read == scenario()));
    scenarios.into_iter().map(|read| read.open(catalog()).unwrap().history.tenant().clone()).collect()
}

#[test]
fn what_the_catalog_does_not_know_is_what_the_file_says_and_is_named_in_the_report() {
    let read = read(&bundle(), KEPT);
    assert_eq!(note(&read, NoteKind::OwnProduct), Some((1, format!("Quite_New, {SKU}"))));
    let plans = format!("QUITE_NEW_PLAN, {PLAN}; FOR_ALL, {COMPANY_WIDE}");
    assert_eq!(note(&read, NoteKind::OwnPlan), Some((2, plans)));
    assert_eq!([note(&read, NoteKind::UnknownProduct), note(&read, NoteKind::UnknownPlan)], [None, None]);
    let tenant = &read.tenant;
    assert_eq!(plans_of(tenant, "Quite_New"), ["QUITE_NEW_PLAN", "FOR_ALL", "SWAY"]);
    let product = tenant.catalog().product_by_part_number("quite_new").unwrap();
    assert!(!Catalog::lists_product(product) && product == OwnCatalog::product_at(0));
    let of_plan = tenant.catalog().plan_by_name("FOR_ALL").and_then(|plan| tenant.catalog().plan(plan));
    assert!(of_plan.is_some_and(|plan| plan.company_wide));
    let rows = tenant.paths(UserId::at(0));
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].product, rows[0].state), (product, AssignmentState::Active));
    assert_eq!(names(tenant, &Vec::from_iter(rows[0].disabled.clone())), ["QUITE_NEW_PLAN"]);
}

#[test]
fn the_tenants_list_of_plans_wins_and_the_report_tells_the_difference() {
    let read = read(&bundle(), KEPT);
    assert_eq!(plans_of(&read.tenant, "ENTERPRISEPACK"), ["QUITE_NEW_PLAN", "EXCHANGE_S_ENTERPRISE"]);
    assert_eq!(note(&read, NoteKind::PlanAdded), Some((1, "ENTERPRISEPACK: QUITE_NEW_PLAN".to_string())));
    let (_, fewer) = note(&read, NoteKind::PlanTakenOut).unwrap();
    assert!(fewer.starts_with("ENTERPRISEPACK: ") && fewer.contains("SWAY") && !fewer.contains("EXCHANGE"), "{fewer}");
    // A plan that the tenant's product does not have cannot be disabled in it.
    let e3 = read.tenant.catalog().product_by_part_number("ENTERPRISEPACK").unwrap();
    let sway = read.tenant.catalog().plan_by_name("SWAY").unwrap();
    let add = vec![License { product: e3, disabled: vec![sway] }];
    let change = Command::ChangeGroupLicenses(GroupId::at(0), LicenseChange { add, remove: Vec::new() });
    assert!(read.tenant.clone().apply(&change).is_err());
}

#[test]
fn under_the_rules_of_2019_the_list_of_2019_counts_until_the_rules_change() {
    let options = Options { names: Names::Kept, rules: Some(RuleSet::Rules2019) };
    let Imported { mut tenant, report } = read(&bundle(), options);
    let gone = report.notes.iter().find(|note| note.kind == NoteKind::PlanNotInFile).unwrap();
    assert!(gone.examples[0].contains("SWAY"), "{gone:?}");
    let plans = plans_of(&tenant, "ENTERPRISEPACK");
    assert!(plans.contains(&"SWAY".to_string()) && plans.contains(&"QUITE_NEW_PLAN".to_string()), "{plans:?}");
    tenant.apply(&Command::SetRuleSet(RuleSet::Today)).unwrap();
    assert_eq!(plans_of(&tenant, "ENTERPRISEPACK"), ["QUITE_NEW_PLAN", "EXCHANGE_S_ENTERPRISE"]);
}

#[test]
fn it_is_used_kept_sent_and_exported_like_every_other_product() {
    let mut tenant = read(&bundle(), KEPT).tenant;
    use_it(&mut tenant);
    let product = OwnCatalog::product_at(0);
    let rows = tenant.paths(UserId::at(1));
    assert_eq!(
        rows.iter().map(|row| (row.product, row.state)).collect::<Vec<_>>(),
        [(product, AssignmentState::Active)]
    );
    assert_eq!(tenant.product(product).map(|details| (details.consumed, details.available)), Some((2, 0)));
    for opened in opened_again(&tenant) {
        crate::common::same(&tenant, &opened, "/subscribedSkus");
        crate::common::same_user(&tenant, &opened, USER);
        assert_eq!(opened.state(AuditLog::LeftOut), tenant.state(AuditLog::LeftOut));
    }
    let exported = export(&tenant);
    let again = import(&catalog(), &[("bundle.json", &exported)], KEPT).unwrap().tenant;
    same_everywhere(&tenant, &again);
    assert_eq!(again.state(AuditLog::LeftOut).own, tenant.state(AuditLog::LeftOut).own);
    assert_eq!(export(&again), exported);
    for opened in opened_again(&again) {
        assert_eq!(export(&opened).lines().nth(6), exported.lines().nth(6));
    }
}

#[test]
fn requests_find_it_by_its_id_and_change_licenses_with_it() {
    let mut tenant = read(&bundle(), KEPT).tenant;
    let skus = licensing_graph::get(&tenant, "/subscribedSkus").body["value"].take();
    let sku = skus.as_array().unwrap().iter().find(|sku| sku["skuId"] == SKU).unwrap();
    assert_eq!((&sku["skuPartNumber"], &sku["consumedUnits"]), (&json!("Quite_New"), &json!(1)));
    assert_eq!(sku["servicePlans"].as_array().unwrap().len(), 3);
    let found = licensing_graph::get(
        &tenant,
        "/users?$filter=assignedLicenses/any(l:l/skuId eq 37c86dd4-ca27-4f07-8abc-fdf4a34d986c)&$select=id",
    );
    assert_eq!(found.body["value"], json!([{ "id": USER }]));
    let body = json!({ "addLicenses": [{ "skuId": SKU, "disabledPlans": [] }], "removeLicenses": [] });
    let request = licensing_graph::Request {
        method: "POST".into(),
        url: format!("/users/{USER}/assignLicense"),
        headers: Vec::new(),
        body: Some(body),
    };
    let answer = licensing_graph::handle(&mut tenant, &request);
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(tenant.paths(UserId::at(0)).len(), 2);
}

#[test]
fn where_there_is_no_room_what_is_left_out_is_named() {
    let mut bundle = bundle();
    let id = |number: usize| format!("d0000000-0000-4000-8000-{number:012x}");
    let sku = |number: usize| {
        let plans = [plan(&id(1_000 + number), &format!("PLAN_{number}"), "User")];
        json!({ "skuId": id(number), "skuPartNumber": format!("SKU_{number}"), "prepaidUnits": { "enabled": 1 },
            "servicePlans": plans })
    };
    let skus = bundle["subscribedSkus"].as_array_mut().unwrap();
    skus.extend((0..OwnCatalog::MOST + 2).map(sku));
    let read = read(&bundle, KEPT);
    // Positions have the order of the ids, and that of the first product comes before these.
    let last = [id(OwnCatalog::MOST - 1), id(OwnCatalog::MOST), id(OwnCatalog::MOST + 1)];
    let left_out = note(&read, NoteKind::UnknownProduct).unwrap();
    assert_eq!(left_out.0, 3);
    assert!(last.iter().all(|id| left_out.1.contains(id.as_str())), "{left_out:?}");
    assert_eq!(note(&read, NoteKind::OwnProduct).unwrap().0, OwnCatalog::MOST);
    assert_eq!(read.tenant.products().filter(|product| !Catalog::lists_product(*product)).count(), OwnCatalog::MOST);
    assert!(note(&read, NoteKind::NoRoomForPlan).unwrap().1.contains("PLAN_"));
    opened_again(&read.tenant);
}

#[test]
fn a_product_without_a_list_of_plans_or_a_name_and_a_plan_that_no_product_has() {
    let mut bundle = bundle();
    let first = bundle["subscribedSkus"][0].as_object_mut().unwrap();
    first.remove("servicePlans");
    first["skuPartNumber"] = json!("");
    bundle["groups"][0]["assignedLicenses"][0]["disabledPlans"] = json!([COMPANY_WIDE]);
    let read = read(&bundle, KEPT);
    assert_eq!(note(&read, NoteKind::OwnProduct), Some((1, SKU.to_string())));
    assert_eq!(plans_of(&read.tenant, SKU), [""; 0]);
    assert_eq!(note(&read, NoteKind::UnknownPlan), Some((1, COMPANY_WIDE.to_string())));
    // A product that somebody has and the tenant does not is named.
    bundle["subscribedSkus"].as_array_mut().unwrap().remove(0);
    let without = self::read(&bundle, KEPT);
    let (count, who) = note(&without, NoteKind::NotSubscribed).unwrap();
    assert_eq!(count, 2);
    assert!(who.contains(SKU), "{who}");
    assert!(without.tenant.products().all(|product: ProductId| Catalog::lists_product(product)));
}

#[test]
fn what_names_are_replaced_has_the_products_as_they_are() {
    let read = read(&bundle(), Options::default());
    assert_eq!(plans_of(&read.tenant, "Quite_New").len(), 3);
    let kind = GroupKind::Security;
    let mut tenant = read.tenant;
    tenant.apply(&Command::CreateGroup { name: "More".into(), kind }).unwrap();
    let add = vec![License { product: OwnCatalog::product_at(0), disabled: vec![OwnCatalog::plan_at(1)] }];
    tenant.apply(&Command::ChangeGroupLicenses(GroupId::at(1), LicenseChange { add, remove: Vec::new() })).unwrap();
    opened_again(&tenant);
}
