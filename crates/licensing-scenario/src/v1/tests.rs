use licensing_model::Sliced;
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_core::state::AuditLog;
use licensing_model::Catalog;

use super::compact::Passing;
use super::document::Document;
use crate::coding::Allowance;
use crate::sample::Sample;
use crate::scenario::Scenario;

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

fn bytes_of(scenario: Scenario) -> Vec<u8> {
    let mut passing = Passing::write(Document::from(scenario), Allowance::UNLIMITED, u32::MAX);
    while passing.advance(1_000) == Ok(false) {}
    passing.into_bytes().unwrap()
}

fn read(bytes: Vec<u8>) -> Scenario {
    let mut passing = Passing::read(bytes, 1, Allowance::UNLIMITED, u32::MAX);
    while passing.advance(1_000) == Ok(false) {}
    Scenario::try_from(passing.into_document().unwrap()).unwrap()
}

fn company(seed: u64, users: u32) -> Tenant {
    Sample::Company { seed, users }.tenant(catalog())
}

#[test]
fn sizes() {
    for users in [12, 50, 100, 200] {
        let mut lengths: Vec<usize> = (1..=100)
            .map(|seed| {
                let scenario = Scenario::of_state(String::new(), &company(seed, users), AuditLog::LeftOut);
                let bytes = bytes_of(scenario.clone());
                assert!(read(bytes.clone()) == scenario);
                bytes.len()
            })
            .collect();
        lengths.sort();
        println!(
            "{users}: {} .. {} .. {} bytes; {} chars",
            lengths[0],
            lengths[50],
            lengths[95],
            (lengths[95] + 8) * 4 / 3
        );
    }
}

#[test]
fn big() {
    for users in [20_000, 100_000] {
        let tenant = company(1, users);
        let scenario = Scenario::of_state(String::new(), &tenant, AuditLog::LeftOut);
        let now = std::time::Instant::now();
        let bytes = bytes_of(scenario.clone());
        let wrote = now.elapsed();
        let now = std::time::Instant::now();
        let again = read(bytes.clone());
        println!(
            "{users}: {} bytes, {:.2} a user, {:?} {:?}",
            bytes.len(),
            bytes.len() as f64 / f64::from(users),
            wrote,
            now.elapsed()
        );
        assert!(again == scenario);
        let edges = match &scenario.base {
            crate::scenario::Base::State(state) => state.users.edges.len(),
            _ => 0,
        };
        println!("{} edges", edges as f64 / users as f64);
    }
}

#[test]
fn the_products_of_samples_stand_where_the_codec_looks_for_them() {
    let catalog = catalog();
    let positions =
        crate::sample::PART_NUMBERS.map(|part_number| catalog.product_by_part_number(part_number).unwrap().raw());
    assert_eq!(positions, super::compact::SAMPLE_PRODUCTS);
}
