//! R14: what the audit log shows, in Microsoft's words.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::{Actor, AuditRecord, Target, Tenant};
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::{
    AssignmentError, Command, CountryCode, GroupId, License, Member, ProductId, RuleSet, TenantSettings, Units, UserId,
};

fn tenant(users: u32, skus: &[(&str, u32)]) -> (Tenant, Vec<ProductId>) {
    let catalog = Arc::new(licensing_catalog::starter());
    let products: Vec<_> = skus.iter().map(|(sku, _)| catalog.product_by_part_number(sku).unwrap()).collect();
    let mut tenant = Tenant::new(catalog, TenantSettings::default());
    for (product, (_, units)) in products.iter().zip(skus) {
        tenant.apply(&Command::SetUnits(*product, Units::enabled(*units))).unwrap();
    }
    let group = Command::CreateGroup { name: "Sales".into(), kind: GroupKind::Security };
    tenant.apply(&group).unwrap();
    for number in 0..users {
        let new = NewUser {
            display_name: format!("Person {number}"),
            user_principal_name: format!("p{number}@contoso.onmicrosoft.com"),
            usage_location: Some(CountryCode::NL),
            ..NewUser::default()
        };
        tenant.apply(&Command::CreateUser(new)).unwrap();
        tenant.apply(&Command::AddMember(GroupId::at(0), Member::User(UserId::from_raw(number)))).unwrap();
    }
    (tenant, products)
}

fn assign(tenant: &mut Tenant, products: &[ProductId]) {
    let add = products.iter().map(|product| License { product: *product, disabled: vec![] }).collect();
    let change = LicenseChange { add, remove: vec![] };
    tenant.apply(&Command::ChangeGroupLicenses(GroupId::at(0), change)).unwrap();
}

fn log(tenant: &Tenant) -> Vec<AuditRecord> {
    tenant.audit_from(0).collect()
}

#[test]
fn r14_a_run_is_logged_from_its_start_to_its_counts_with_the_exact_messages() {
    let (mut tenant, products) = tenant(2, &[("EMS", 1)]);
    let before = tenant.audit_len();
    assign(&mut tenant, &products);
    tenant.settle(10);
    let log: Vec<_> = tenant.audit_from(before).collect();
    let activities: Vec<_> = log.iter().map(|record| &*record.activity).collect();
    assert_eq!(
        activities,
        [
            "Set group license",
            "Start applying group based license to users",
            "Change user license",
            "Change user license",
            "Finish applying group based license to users"
        ]
    );
    let [set, start, change, failure, finish] = log.as_slice() else { unreachable!() };
    assert_eq!((set.actor, start.actor), (Actor::Administrator, Actor::GroupBasedLicensing));
    assert_eq!((set.category, change.category), ("GroupManagement", "UserManagement"));
    assert_eq!(set.command, Some(tenant.accepted()));
    assert_eq!(start.command, None);
    assert_eq!(change.targets, [Target::User(UserId::at(0)), Target::Group(GroupId::at(0))]);
    let tenant_id = tenant.guid(licensing_model::guid::GuidKind::Tenant, 0);
    let license = format!(
        "[\"[SkuName=EMS, AccountId={tenant_id}, SkuId=efccb6f7-5641-4e0e-bd10-b4976e1bf68e, DisabledPlans=[]]\"]"
    );
    assert_eq!((change.modified[0].old.as_str(), change.modified[0].new.as_str()), ("[]", license.as_str()));
    assert_eq!((change.error, failure.error), (AssignmentError::None, AssignmentError::CountViolation));
    assert_eq!(
        failure.message.as_ref().unwrap().text,
        "Not enough licenses are available to complete this operation. Purchase more licenses or remove unneeded \
         licenses from users and groups for SKU [efccb6f7-5641-4e0e-bd10-b4976e1bf68e]. Licenses being added: \
         [efccb6f7-5641-4e0e-bd10-b4976e1bf68e]"
    );
    assert_eq!(
        finish.modified[0].new,
        "[Users successfully assigned licenses: 1, Users for whom license assignment failed: 1.]"
    );
    assert_eq!((set.time + 1, start.time), (change.time, change.time), "the step has its own second");
}

#[test]
fn r14_address_changes_and_the_concurrency_exception_are_events_and_refusals_are_not() {
    let (mut tenant, products) = tenant(1, &[("EMS", 5), ("ENTERPRISEPACK", 5)]);
    let before = log(&tenant).len();
    assert!(tenant.apply(&Command::ReprocessUser(UserId::at(9))).is_err());
    assert_eq!(log(&tenant).len(), before, "I4");

    tenant.apply(&Command::SetWorkers(2)).unwrap();
    assign(&mut tenant, &products);
    tenant.apply(&Command::ReprocessUser(UserId::at(0))).unwrap();
    tenant.settle(10);
    let log = log(&tenant);
    let put_off = log.iter().find(|record| record.put_off).unwrap();
    assert_eq!(put_off.message.as_ref().unwrap().text, "LicenseAssignmentAttributeConcurrencyException");
    let addresses = log.iter().find(|record| record.activity == "Update user").unwrap();
    assert_eq!(addresses.modified[0].property, "ProxyAddresses");
    assert!(addresses.modified[0].new.contains("SMTP:p0@contoso.onmicrosoft.com"));
}

#[test]
fn r14_every_failure_has_a_message() {
    let (mut tenant, products) = tenant(1, &[("ENTERPRISEPACK", 5), ("STANDARDPACK", 5)]);
    let [e3, e1] = products[..] else { unreachable!() };
    let address = ProxyAddress::parse("p0@contoso.onmicrosoft.com");
    tenant.apply(&Command::AddContact { name: "Twin".into(), addresses: vec![address] }).unwrap();
    assign(&mut tenant, &[e3]);
    tenant.settle(10);
    let failure = tenant.audit_newest_first().find(|record| record.error != AssignmentError::None).unwrap();
    assert_eq!(failure.error, AssignmentError::UniquenessViolation);
    assert!(failure.message.unwrap().text.contains("proxy address"));
    assert!(tenant.product(e1).is_some());
}

/// Anna holds E1 directly, and her group is to give her E3.
fn conflict(rules: RuleSet) -> AuditRecord {
    let (mut tenant, products) = tenant(1, &[("ENTERPRISEPACK", 5), ("STANDARDPACK", 5)]);
    let [e3, e1] = products[..] else { unreachable!() };
    tenant.apply(&Command::SetRuleSet(rules)).unwrap();
    let plan = |name| tenant.catalog().plan_by_name(name).unwrap();
    let pairs = [("EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE"), ("SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE")];
    for (a, b) in pairs.map(|(a, b)| (plan(a), plan(b))) {
        tenant.apply(&Command::SetExclusivePair { a, b, counts: true }).unwrap();
    }
    let change = LicenseChange { add: vec![License { product: e1, disabled: vec![] }], remove: vec![] };
    tenant.apply(&Command::ChangeUserLicenses(UserId::at(0), change)).unwrap();
    assign(&mut tenant, &[e3]);
    tenant.settle(10);
    tenant.audit_newest_first().find(|record| record.error != AssignmentError::None).unwrap()
}

#[test]
fn r14_the_message_of_a_conflict_names_every_pair_today_and_the_first_in_2019() {
    let record = conflict(RuleSet::Today);
    assert_eq!(
        record.message.unwrap().text,
        "The license can't be assigned because the user has licensed service plans that conflict with plans in the new \
         license. Resolve these conflicting service plan pairs to solve this problem: \
         [9aaf7827-d63c-4b61-89c3-182f06f82e5c, efb87545-963c-4e0d-99df-69c6916d9eb0], \
         [5dbe027f-2339-4123-9542-606e4d348a72, c7699d2e-19aa-44de-8edf-1736da088ca1]. Licenses being added: \
         [6fd2c87f-b296-42f0-b197-1e91e994b900]"
    );
    assert_eq!(record.pairs.len(), 2);
    let record = conflict(RuleSet::Rules2019);
    assert_eq!(
        record.message.unwrap().text,
        "License assignment failed because service plans [9aaf7827-d63c-4b61-89c3-182f06f82e5c], \
         [efb87545-963c-4e0d-99df-69c6916d9eb0] are mutually exclusive."
    );
    assert_eq!(record.pairs.len(), 1);
}
