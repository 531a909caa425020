//! I6 across platforms: this file runs natively and, in a headless browser, as WebAssembly, and both must come to the
//! same number.
#![allow(clippy::panic, reason = "a test that stops where something is wrong is what is wanted here")]

use std::sync::Arc;

use licensing_conformance::cast::Cast;
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_core::{MANY_STEPS, Tenant, membership};
use licensing_model::Catalog;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The digests of these worlds, folded. It changes when a rule, the generator or the catalog does, and then for the
/// better: look at the difference before you write the new number here.
const EXPECTED: u64 = 0x39f2_ac08_80ca_fa04;

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn i6_every_platform_comes_to_the_same_tenants() {
    come_to_the_expected_tenants();
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn i6_the_browser_comes_to_the_same_tenants() {
    come_to_the_expected_tenants();
}

fn come_to_the_expected_tenants() {
    let catalog = Catalog { rules: Some(membership::READER), steps: Some(MANY_STEPS), ..licensing_catalog::starter() };
    let catalog = Arc::new(catalog);
    let mut folded = 0u64;
    for seed in 0..12 {
        let mut generator = Generator::new(seed, Cast::starter(&catalog, &mut Random::new(!seed)), Mood::Wild);
        let mut tenant = Tenant::new(Arc::clone(&catalog), generator.settings());
        for _ in 0..250 {
            match generator.next_operation(&tenant.snapshot()) {
                Operation::Command(command) => drop(tenant.apply(&command)),
                Operation::Step => drop(tenant.step()),
            }
        }
        folded = folded.rotate_left(7) ^ tenant.digest();
    }
    assert_eq!(folded, EXPECTED, "the tenants come to {folded:#018x}");
}
