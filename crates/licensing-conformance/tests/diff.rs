//! What differs between two tenants is what a plain comparison of everything that can be observed finds.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use licensing_conformance::cast::Cast;
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_core::diff::Comparing;
use licensing_core::{Diff, PathValue, Tenant};
use licensing_model::{Path, PlanId, ProductId, UserId};

type Paths = BTreeMap<(ProductId, Path), PathValue>;

/// Moments of a random world.
fn moments(seed: u64) -> Vec<Tenant> {
    let catalog = Arc::new(licensing_catalog::starter());
    let cast = Cast::starter(&catalog, &mut Random::new(!seed));
    let mut generator = Generator::new(seed, cast, Mood::Wild);
    let mut tenant = Tenant::new(catalog, generator.settings());
    let mut moments = vec![tenant.clone()];
    for number in 0..150 {
        match generator.next_operation(&tenant.snapshot()) {
            Operation::Command(command) => drop(tenant.apply(&command)),
            Operation::Step => drop(tenant.step()),
        }
        if number % 25 == 24 {
            moments.push(tenant.clone());
        }
    }
    moments
}

fn paths(tenant: &Tenant, user: UserId) -> Paths {
    if !tenant.users().any(|other| other == user) {
        return Paths::new();
    }
    let value = |row: licensing_core::PathRow| PathValue { state: row.state, error: row.error, disabled: row.disabled };
    tenant.paths(user).into_iter().map(|row| ((row.product, row.path), value(row))).collect()
}

fn plans(tenant: &Tenant, user: UserId) -> BTreeSet<PlanId> {
    if tenant.users().any(|other| other == user) { tenant.effective_plans(user) } else { BTreeSet::new() }
}

fn check(before: &Tenant, after: &Tenant) -> usize {
    let diff = Diff::of(before, after);
    let users: BTreeSet<UserId> = before.users().chain(after.users()).collect();
    assert_eq!(diff.compared, users.len());
    let mut compared_paths = 0;
    for &user in &users {
        let (old, new) = (paths(before, user), paths(after, user));
        let keys: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
        compared_paths += keys.len();
        let expected: Vec<_> = (keys.into_iter())
            .map(|key| (key, old.get(&key).cloned(), new.get(&key).cloned()))
            .filter(|(_, old, new)| old != new)
            .collect();
        let found = diff.of_user(user);
        let listed: Vec<_> = (found.iter().flat_map(|change| &change.paths))
            .map(|path| ((path.product, path.path), path.value.before.clone(), path.value.after.clone()))
            .collect();
        assert_eq!(listed, expected, "{user:?}");
        let (old, new) = (plans(before, user), plans(after, user));
        let gained: Vec<_> = new.difference(&old).copied().collect();
        let lost: Vec<_> = old.difference(&new).copied().collect();
        assert_eq!(found.map(|change| change.gained.clone()).unwrap_or_default(), gained, "{user:?}");
        assert_eq!(found.map(|change| change.lost.clone()).unwrap_or_default(), lost, "{user:?}");
    }
    assert_eq!(diff.compared_paths, compared_paths);
    let moved: Vec<_> = users.iter().filter(|user| before.mailbox(**user) != after.mailbox(**user)).copied().collect();
    assert_eq!(diff.mailboxes.iter().map(|change| change.user).collect::<Vec<_>>(), moved);
    let seats = |tenant: &Tenant, product| tenant.product(product).map(|found| (found.units, found.consumed));
    let products: BTreeSet<_> = before.products().chain(after.products()).collect();
    let expected: Vec<_> =
        products.into_iter().filter(|product| seats(before, *product) != seats(after, *product)).collect();
    assert_eq!(diff.seats.iter().map(|change| change.product).collect::<Vec<_>>(), expected);
    diff.users.len()
}

#[test]
fn a_difference_names_all_that_differs_and_nothing_else() {
    let mut differ = 0;
    for seed in 0..60 {
        let moments = moments(seed);
        for (one, other) in moments.iter().zip(moments.iter().skip(1)) {
            differ += check(one, other);
            differ += check(other, one);
        }
        for moment in &moments {
            assert!(Diff::of(moment, moment).is_empty());
        }
    }
    assert!(differ > 1_500, "{differ} users differ");
}

#[test]
fn slices_come_to_the_same() {
    for seed in 100..120 {
        let moments = moments(seed);
        let (before, after) = (&moments[2], moments.last().unwrap());
        let mut comparing = Comparing::new(before, after);
        while !comparing.advance(before, after, 1) {}
        assert_eq!(comparing.progress().0, comparing.progress().1);
        assert_eq!(comparing.finish(), Diff::of(before, after));
    }
}
