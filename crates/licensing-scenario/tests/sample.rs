//! Sample tenants: what they look like, and that they stay as they are.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::collections::BTreeMap;
use std::sync::Arc;

use licensing_core::state::AuditLog;
use licensing_core::{Action, Tenant};
use licensing_model::{AssignmentError, Catalog, Sliced, UserId};
use licensing_scenario::sample::Sample;
use licensing_scenario::{Scenario, Writing, link};

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
    let in_error = (0..500).filter(|user| tenant.rows_in_error(UserId::from_raw(*user)) > 0).count();
    assert!((15..200).contains(&in_error), "{in_error} of 500 users are in error");
    assert!(tenant.snapshot().queue.is_empty());
}

#[test]
fn every_size_has_all_its_users_groups_and_products() {
    for (users, groups, products) in [(12, 3, 3), (50, 6, 5), (100, 8, 6), (200, 10, 8), (500, 24, 10), (3_000, 80, 10)]
    {
        for seed in 1..=3 {
            let tenant = company(seed, users);
            let state = tenant.snapshot();
            assert_eq!(
                (state.users.len(), state.groups.len(), state.products.len()),
                (users as usize, groups, products)
            );
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
        while building.advance(work) == Ok(false) {}
        let (done, of) = building.progress();
        assert_eq!(done, of);
        assert_eq!(building.finish().map(|tenant| tenant.digest()), Some(whole));
    }
}

/// A checksum of the state in its compact form.
fn fingerprint(tenant: &Tenant) -> u64 {
    // Positions only ever grow: the same state is the same under any revision of the catalog.
    let scenario = Scenario { catalog: 1, ..Scenario::of_state(String::new(), tenant, AuditLog::LeftOut) };
    let bytes = Writing::new(scenario).finish().unwrap();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[test]
fn samples_are_frozen() {
    let companies = [(1, 28), (7, 500), (1, 20_000)].map(|(seed, users)| fingerprint(&company(seed, users)));
    assert_eq!(companies, [671_846_009_268_694_872, 2_731_793_016_853_965_866, 15_056_143_874_321_783_047]);
    assert_eq!(fingerprint(&Sample::FiveErrors.tenant(catalog())), 7_647_188_486_765_653_631);
}

#[test]
fn the_first_page_shows_seven_users_in_error_for_five_reasons() {
    let scenario = Scenario::five_errors("Contoso, five errors".to_string(), &catalog());
    assert_eq!(scenario.actions.iter().filter(|action| matches!(action, Action::Command(_))).count(), 14);
    let opened = scenario.clone().open(catalog()).unwrap();
    assert_eq!(opened.skipped, []);
    let mut history = opened.history;
    let tenant = history.tenant();
    let name = |user| tenant.user_name(UserId::from_raw(user));
    let in_error: Vec<String> =
        (0..28).filter(|user| tenant.rows_in_error(UserId::from_raw(*user)) > 0).map(name).collect();
    assert_eq!(
        in_error,
        ["Noor Visser", "Daan Kuiper", "Yusuf Demir", "Femke Bos", "Emil Sorensen", "Aigerim Sadykova", "Tess Brouwer"]
    );
    let kinds: Vec<AssignmentError> = errors(tenant).into_keys().collect();
    assert_eq!(kinds, AssignmentError::ALL);
    let catalog = catalog();
    let products = tenant.snapshot().products;
    let seats = ["STANDARDPACK", "ENTERPRISEPACK", "ENTERPRISEPREMIUM", "EMS", "MCOMEETADV", "WORKPLACE_ANALYTICS"]
        .map(|sku| {
            let product = &products[&catalog.product_by_part_number(sku).unwrap()];
            (product.consumed, product.units.enabled)
        });
    assert_eq!(seats, [(7, 10), (16, 20), (3, 5), (9, 12), (4, 5), (3, 3)]);
    let steps: u32 =
        scenario.actions.iter().map(|action| if let Action::Steps(steps) = action { *steps } else { 0 }).sum();
    assert_eq!((steps, history.settle(u32::MAX).steps), (38, 4));
    // The last step puts Hugo into error as well: he has E1 from one group and E5 from the other.
    assert!(history.tenant().rows_in_error(UserId::from_raw(12)) > 0);
    let link = link::encode(scenario).unwrap();
    println!("{} characters: {link}", link.len());
    assert!(link.len() < 200);
}
