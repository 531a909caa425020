//! Sample tenants: what they look like, and that they stay as they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::{AssignmentError, Catalog, UserId};
use licensing_scenario::sample::Sample;

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

fn company(seed: u64, users: u32) -> Tenant {
    Sample::Company { seed, users }.tenant(catalog())
}

fn errors(tenant: &Tenant) -> BTreeMap<AssignmentError, usize> {
    let mut errors = BTreeMap::new();
    for user in (0..tenant.user_count()).map(UserId::at) {
        for row in tenant.paths(user) {
            *errors.entry(row.error).or_default() += 1;
        }
    }
    errors
}

#[test]
fn a_company_has_errors_of_every_kind_that_processing_alone_brings() {
    let tenant = company(1, 500);
    let errors = errors(&tenant);
    println!("{errors:?}");
    for error in [
        AssignmentError::CountViolation,
        AssignmentError::MutuallyExclusiveViolation,
        AssignmentError::ProhibitedInUsageLocationViolation,
        AssignmentError::UniquenessViolation,
        AssignmentError::Other,
    ] {
        assert!(errors.contains_key(&error), "nobody is in {error:?}");
    }
    let in_error = (0..500).filter(|user| tenant.has_license_error(UserId::from_raw(*user))).count();
    assert!((15..200).contains(&in_error), "{in_error} of 500 users are in error");
    assert!(tenant.snapshot().queue.is_empty());
}

#[test]
fn every_size_has_all_its_users_groups_and_products() {
    for (users, groups, products) in [(12, 3, 3), (50, 6, 5), (100, 8, 6), (200, 10, 8), (500, 24, 10), (3_000, 80, 10)] {
        for seed in 1..=3 {
            let tenant = company(seed, users);
            let state = tenant.snapshot();
            assert_eq!((state.users.len(), state.groups.len(), state.products.len()), (users as usize, groups, products));
            assert!(state.groups.values().all(|group| !group.template.is_empty()), "a template was refused");
            let mut names: Vec<String> = (0..users).map(|user| tenant.user_name(UserId::from_raw(user))).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), users as usize);
        }
    }
}

#[test]
fn slices_of_any_size_give_the_same_tenant() {
    let whole = company(3, 120).digest();
    for work in [1, 7, 1_000] {
        let mut building = Sample::Company { seed: 3, users: 120 }.build(catalog());
        while !building.advance(work) {}
        let (done, of) = building.progress();
        assert_eq!(done, of);
        assert_eq!(building.finish().map(|tenant| tenant.digest()), Some(whole));
    }
}

#[test]
fn the_company_is_frozen() {
    let digests = [(1, 28), (7, 500), (1, 20_000)].map(|(seed, users)| company(seed, users).digest());
    assert_eq!(digests, [0, 0, 0]);
}
