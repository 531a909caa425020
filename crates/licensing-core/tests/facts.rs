//! The quick readings of a user say the same as the full ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use licensing_core::{ProductPath, Tenant};
use licensing_model::command::{GroupKind, LicenseChange, NewUser, UserPatch};
use licensing_model::{
    AssignmentError, Command, CountryCode, GroupId, License, Member, Path, ProductId, TenantSettings, Units, UserId,
};

fn adding(product: ProductId) -> LicenseChange {
    LicenseChange { add: vec![License { product, disabled: vec![] }], remove: vec![] }
}

/// Two groups, of which one runs short of seats and one conflicts with what the other gives.
fn tenant() -> Tenant {
    let catalog = Arc::new(licensing_catalog::starter());
    let product = |part_number| catalog.product_by_part_number(part_number).unwrap();
    let (e1, e3, ems) = (product("STANDARDPACK"), product("ENTERPRISEPACK"), product("EMS"));
    let mut tenant = Tenant::new(Arc::clone(&catalog), TenantSettings::default());
    let mut apply = |command| tenant.apply(&command).map(|_| ()).unwrap();
    for (product, seats) in [(e1, 30), (e3, 30), (ems, 5)] {
        apply(Command::SetUnits(product, Units::enabled(seats)));
    }
    for (name, products) in [("One", vec![e1]), ("Two", vec![e3, ems])] {
        apply(Command::CreateGroup { name: name.into(), kind: GroupKind::Security });
        for product in products {
            apply(Command::ChangeGroupLicenses(GroupId::at(usize::from(name == "Two")), adding(product)));
        }
    }
    tenant.populate(20, |user| (user.raw() % 3 > 0).then_some(CountryCode::NL));
    let mut apply = |command| tenant.apply(&command).map(|_| ()).unwrap();
    for user in (0..20).map(UserId::at) {
        for group in [0, 1] {
            if user.raw() as usize % 4 != group {
                apply(Command::AddMember(GroupId::at(group), Member::User(user)));
            }
        }
    }
    apply(Command::CreateUser(NewUser {
        display_name: "Ægir".into(),
        user_principal_name: "aegir@contoso.onmicrosoft.com".into(),
        guest: true,
        ..NewUser::default()
    }));
    let nickname = UserPatch { mail_nickname: Some("third".into()), ..UserPatch::default() };
    apply(Command::UpdateUser(UserId::at(3), nickname));
    apply(Command::ChangeUserLicenses(UserId::at(1), adding(ems)));
    tenant.settle(u32::MAX);
    tenant
}

#[test]
fn a_user_can_be_judged_without_listing_the_paths() {
    let tenant = tenant();
    let mut met = 0;
    for user in tenant.users() {
        let rows = tenant.paths(user);
        let failed = rows.iter().filter(|row| row.error != AssignmentError::None).count();
        met += failed;
        assert_eq!(tenant.rows_in_error(user), failed, "{user:?}");
        assert_eq!(tenant.holds_a_license(user), rows.iter().any(|row| row.state.in_force()), "{user:?}");
        assert_eq!(tenant.is_guest(user), tenant.user(user).unwrap().guest);
        let direct = rows.iter().filter(|row| row.path == Path::Direct).map(|row| row.product);
        assert!(tenant.direct_products(user).eq(direct), "{user:?}");
        for product in tenant.products() {
            let found: Vec<ProductPath> = tenant.product_paths(user, product).collect();
            let rows = rows.iter().filter(|row| row.product == product);
            let expected = rows.map(|row| ProductPath { path: row.path, state: row.state, error: row.error });
            assert_eq!(found, expected.collect::<Vec<_>>(), "{user:?} {product:?}");
        }
    }
    assert!(met > 10, "the tenant has errors to count");
}

#[test]
fn the_errors_of_groups_and_products_are_counted_as_they_are_listed() {
    let mut tenant = tenant();
    // Somebody leaves while a row in error remains.
    tenant.apply(&Command::RemoveMember(GroupId::at(1), Member::User(UserId::at(2)))).unwrap();
    tenant.settle(u32::MAX);
    let mut users_by_product = BTreeMap::<ProductId, BTreeSet<UserId>>::new();
    for group in tenant.groups() {
        let errors = tenant.users_with_license_errors(group);
        for error in &errors {
            assert_eq!(tenant.error_of_group(error.user, group), Some(error.top));
            let causes = error.products.iter().filter(|(_, code)| *code != AssignmentError::Other);
            causes.for_each(|(product, _)| _ = users_by_product.entry(*product).or_default().insert(error.user));
        }
        let left: Vec<UserId> = errors.iter().filter(|error| error.has_left).map(|error| error.user).collect();
        assert_eq!(tenant.left_in_error(group).collect::<Vec<_>>(), left);
        let failed = tenant
            .users()
            .filter(|user| tenant.error_of_group(*user, group).is_some_and(|error| error != AssignmentError::None));
        assert_eq!(failed.count(), errors.len());
    }
    let counts: BTreeMap<ProductId, usize> =
        users_by_product.into_iter().map(|(product, users)| (product, users.len())).collect();
    assert!(!counts.is_empty());
    let (mut counted, mut failed) = (BTreeMap::<ProductId, usize>::new(), Vec::new());
    for user in tenant.users() {
        tenant.products_in_error(user, &mut failed);
        failed.iter().for_each(|product| *counted.entry(*product).or_default() += 1);
    }
    assert_eq!(counted, counts);
    assert_eq!(tenant.error_of_group(UserId::at(0), GroupId::at(0)), None, "not a member");
}

#[test]
fn an_event_at_a_glance_says_what_the_whole_event_says() {
    let tenant = tenant();
    let glances: Vec<_> = tenant.audit_glances().collect();
    let records: Vec<_> = tenant.audit_newest_first().collect();
    assert_eq!(glances.len(), records.len());
    for (glance, record) in glances.iter().zip(&records) {
        let (first, second) = glance.targets;
        assert_eq!((glance.activity, glance.error, glance.put_off), (&*record.activity, record.error, record.put_off));
        assert_eq!(glance.failed, record.error != AssignmentError::None);
        assert_eq!(first.into_iter().chain(second).collect::<Vec<_>>(), record.targets);
    }
}

#[test]
fn names_are_lent_where_they_are_stored_and_written_where_they_are_derived() {
    let tenant = tenant();
    let (mut buffer, aegir) = (String::from("left over"), UserId::at(20));
    assert_eq!(tenant.user_name_in(aegir, &mut buffer), "Ægir");
    assert_eq!(buffer, "left over");
    assert_eq!(tenant.user_name_in(UserId::at(7), &mut buffer), "User 7");
    assert_eq!(tenant.principal_name_in(UserId::at(7), &mut buffer), "user7@contoso.onmicrosoft.com");
    assert_eq!(tenant.group_name_in(GroupId::at(9), &mut buffer), "Group 9");
    for user in tenant.users() {
        assert_eq!(tenant.user_name_in(user, &mut buffer), tenant.user_name(user));
        assert_eq!(tenant.principal_name_in(user, &mut buffer), tenant.principal_name(user));
        assert_eq!(tenant.nickname(user), tenant.user(user).unwrap().nickname);
    }
    assert_eq!(tenant.group_name_in(GroupId::at(1), &mut buffer), "Two");
}
