//! Exporting a tenant and importing the bundle gives a tenant that answers every GET of the contract alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use crate::common::{KEPT, export, import, same_everywhere};
use licensing_conformance::cast::{Cast, dense_catalog, dense_catalog_of_a_tenant};
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_core::Tenant;
use licensing_model::Catalog;

/// A random world after so many operations, the queue as it stands then.
fn random_tenant(catalog: &Arc<Catalog>, cast: Cast, seed: u64, length: usize) -> Tenant {
    let mut generator = Generator::new(seed, cast, Mood::Wild);
    let mut tenant = Tenant::new(catalog.clone(), generator.settings());
    for _ in 0..length {
        match generator.next_operation(&tenant.snapshot()) {
            Operation::Command(command) => _ = tenant.apply(&command),
            Operation::Step => _ = tenant.step(),
        }
    }
    tenant
}

fn round_trip(catalog: &Arc<Catalog>, tenant: &Tenant) -> Tenant {
    let bundle = export(tenant);
    let imported = import(catalog, &[("bundle.json", &bundle)], KEPT).unwrap_or_else(|error| panic!("{error}"));
    same_everywhere(tenant, &imported.tenant);
    // What was written of the second tenant is what was written of the first.
    let again = export(&imported.tenant);
    for (first, second) in bundle.lines().zip(again.lines()).filter(|(first, _)| !first.contains("exportedAt")) {
        assert_eq!(first, second);
    }
    assert_eq!(bundle.lines().count(), again.lines().count());
    imported.tenant
}

#[test]
fn random_tenants_of_the_starter_catalog_come_back_as_they_were() {
    let catalog = Arc::new(licensing_catalog::starter());
    for seed in 0..100 {
        let cast = Cast::starter(&catalog, &mut Random::new(!seed));
        round_trip(&catalog, &random_tenant(&catalog, cast, seed, 250));
    }
}

#[test]
fn random_tenants_of_the_dense_catalog_come_back_as_they_were() {
    let catalog = Arc::new(dense_catalog());
    for seed in 1_000..1_100 {
        round_trip(&catalog, &random_tenant(&catalog, Cast::dense(&catalog), seed, 250));
    }
}

#[test]
fn random_tenants_with_products_of_their_own_come_back_as_they_were() {
    let catalog = dense_catalog_of_a_tenant();
    for seed in 2_000..2_050 {
        let tenant = random_tenant(&catalog, Cast::dense(&catalog), seed, 250);
        round_trip(&catalog, &tenant);
    }
}
