//! The reference model alone.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]
use licensing_conformance::{cast::*, compare::*, coverage::*, generate::*};
use licensing_model::snapshot::Snapshot;
use licensing_reference::Model;
use std::sync::Arc;

#[test]
fn try_it() {
    let catalog = Arc::new(dense_catalog());
    let mut coverage = Coverage::default();
    let started = std::time::Instant::now();
    let mut total = 0;
    for seed in 0..100u64 {
        let mut generator = Generator::new(seed, Cast::dense(&catalog), Mood::Wild);
        let settings = generator.settings();
        let mut pair = Pair::<Model, Model>::start(&catalog, &settings);
        let mut now = Snapshot::default();
        for _ in 0..300 {
            total += 1;
            now = pair.operate(&generator.next_operation(&now), &mut coverage).unwrap();
        }
    }
    println!("{coverage}\nmissing {:?}\n{total} in {:?}", coverage.missing(), started.elapsed());
}
