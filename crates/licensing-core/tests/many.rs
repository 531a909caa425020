//! What only shows with many users or many groups.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{GroupKind, LicenseChange};
use licensing_model::{
    AssignmentError, Command, CountryCode, GroupId, License, Member, Path, ProductId, Refusal, RuleSet, TenantSettings,
    Units, UserId,
};

pub(crate) fn crowd(users: u32, rules: RuleSet, seats: u32) -> (Tenant, ProductId, GroupId) {
    let catalog = Arc::new(licensing_catalog::starter());
    let product = catalog.product_by_part_number("EMS").unwrap();
    let mut tenant = Tenant::new(catalog, TenantSettings { rules, ..TenantSettings::default() });
    let group = GroupId::at(0);
    tenant.apply(&Command::SetUnits(product, Units::enabled(seats))).unwrap();
    tenant.apply(&Command::CreateGroup { name: "All".into(), kind: GroupKind::Security }).unwrap();
    tenant.populate(users, |_| Some(CountryCode::NL));
    for user in 0..users {
        tenant.apply(&Command::AddMember(group, Member::User(UserId::from_raw(user)))).unwrap();
    }
    let change = LicenseChange { add: vec![License { product, disabled: vec![] }], remove: vec![] };
    tenant.apply(&Command::ChangeGroupLicenses(group, change)).unwrap();
    tenant.settle(u32::MAX);
    (tenant, product, group)
}

#[test]
fn r3_a_purchase_retries_everybody_who_is_short_however_many_they_are() {
    let (mut tenant, product, group) = crowd(3_000, RuleSet::Today, 10);
    assert_eq!(tenant.group(group).unwrap().users_in_error, 2_990);
    tenant.apply(&Command::SetUnits(product, Units::enabled(4_000))).unwrap();
    assert_eq!(tenant.queue_length(), 2_990);
    tenant.settle(u32::MAX);
    assert_eq!(tenant.group(group).unwrap().users_in_error, 0);
    assert_eq!(tenant.product(product).unwrap().consumed, 3_000);
}

#[test]
fn a_user_in_many_deleted_groups_loses_no_row_and_no_seat() {
    let (mut tenant, product, group) = crowd(1, RuleSet::Today, 1);
    let user = UserId::at(0);
    for number in 1..=5_000 {
        tenant.apply(&Command::CreateGroup { name: "Another".into(), kind: GroupKind::Security }).unwrap();
        let joined = tenant.apply(&Command::AddMember(GroupId::at(number), Member::User(user)));
        assert!(joined.is_ok() || joined == Err(Refusal::TooManyGroups));
    }
    assert!(tenant.groups_of(user).count() < 5_000, "there is a limit");
    let change = LicenseChange { add: vec![], remove: vec![product] };
    tenant.apply(&Command::ChangeGroupLicenses(group, change)).unwrap();
    tenant.apply(&Command::DeleteGroup(group)).unwrap();
    assert!(tenant.path(user, product, Path::Group(group)).is_some());
    tenant.settle(u32::MAX);
    assert_eq!(tenant.path(user, product, Path::Group(group)), None);
    assert_eq!(tenant.product(product).unwrap().consumed, 0);
}

#[test]
fn r4_7_counts_of_members_and_errors_follow_users_who_are_deleted_and_restored() {
    let (mut tenant, _, group) = crowd(20, RuleSet::Rules2019, 5);
    let counts = |tenant: &Tenant| {
        let details = tenant.group(group).unwrap();
        let listed = tenant.users_with_license_errors(group);
        assert!(listed.iter().all(|user| user.top == AssignmentError::CountViolation));
        assert_eq!(details.users_in_error, listed.len());
        assert_eq!(details.users, tenant.members_of(group).count());
        (details.users, details.users_in_error)
    };
    assert_eq!(counts(&tenant), (20, 15));
    for user in [0, 10, 11] {
        tenant.apply(&Command::DeleteUser(UserId::from_raw(user))).unwrap();
    }
    assert_eq!(counts(&tenant), (17, 13));
    tenant.apply(&Command::RestoreUser(UserId::from_raw(10))).unwrap();
    assert_eq!(counts(&tenant), (18, 14));
    tenant.settle(u32::MAX);
    // The seat of the first user, who is still deleted, is free.
    assert_eq!(counts(&tenant), (18, 13));
}
