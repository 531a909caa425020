//! Every form is read as it was written, in random worlds that have everything a tenant can have: users who left while
//! rows remain, deleted groups, queues under way, addresses of all kinds, rows that count otherwise.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::sync::Arc;

use licensing_conformance::cast::{Cast, dense_catalog};
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_core::state::AuditLog;
use licensing_core::{History, Tenant};
use licensing_model::{Catalog, TenantSettings};
use licensing_scenario::file::{self, FileReading};
use licensing_scenario::{Base, Scenario, link};

const WORLDS: u64 = 60;
const OPERATIONS: usize = 200;

/// Visits random worlds at several moments, each with its settings and its history.
fn travel(mut visit: impl FnMut(u64, &Arc<Catalog>, &TenantSettings, &History)) {
    let (dense, starter) = (Arc::new(dense_catalog()), Arc::new(licensing_catalog::starter()));
    for seed in 0..WORLDS {
        let (catalog, cast) = match seed % 2 {
            0 => (&dense, Cast::dense(&dense)),
            _ => (&starter, Cast::starter(&starter, &mut Random::new(!seed))),
        };
        let mut generator = Generator::new(seed, cast, Mood::Wild);
        let settings = generator.settings();
        let mut history = History::new(Tenant::new(catalog.clone(), settings.clone()));
        for at in 0..OPERATIONS {
            match generator.next_operation(&history.tenant().snapshot()) {
                Operation::Command(command) if at % 7 == 6 => {
                    history.collect([history.draft(), &[command]].concat());
                }
                Operation::Command(command) => _ = history.apply(command),
                Operation::Step => _ = history.step(),
            }
            if at % 40 == 39 {
                visit(seed, catalog, &settings, &history);
            }
        }
    }
}

fn from_file(bytes: Vec<u8>, catalog: &Arc<Catalog>) -> Scenario {
    FileReading::new(bytes, catalog).unwrap().finish().unwrap()
}

#[test]
fn states_without_their_log_are_the_same_in_every_form() {
    travel(|seed, catalog, _, history| {
        let scenario = Scenario::of_state(format!("World {seed}"), history.tenant(), AuditLog::LeftOut);
        let link = link::encode(scenario.clone()).unwrap();
        assert!(link::decode(&link, catalog.revision).unwrap() == scenario, "world {seed}: link");
        assert!(from_file(file::to_compact(scenario.clone()).unwrap(), catalog) == scenario, "world {seed}: file");
        let text = file::to_text(scenario.clone(), catalog);
        let again = from_file(text.clone().into_bytes(), catalog);
        assert!(again == scenario, "world {seed}: text\n{text}\n{}", file::to_text(again.clone(), catalog));
    });
}

#[test]
fn states_with_their_log_give_the_same_tenant() {
    travel(|seed, catalog, _, history| {
        let (tenant, title) = (history.tenant(), String::new());
        let scenario = Scenario::of_state(title, tenant, AuditLog::Kept);
        assert!(from_file(file::to_compact(scenario.clone()).unwrap(), catalog) == scenario, "world {seed}: file");
        let again = from_file(file::to_text(scenario, catalog).into_bytes(), catalog);
        let opened = again.open(catalog.clone()).unwrap().history;
        assert_eq!(opened.tenant().digest(), tenant.digest(), "world {seed}: text");
        assert!(opened.tenant().audit_from(0).eq(tenant.audit_from(0)), "world {seed}: the log");
    });
}

#[test]
fn stories_lead_to_the_same_tenant_in_every_form() {
    travel(|seed, catalog, settings, history| {
        let scenario = Scenario::of_history(String::new(), Base::Empty(settings.clone()), history);
        let link = link::encode(scenario.clone()).unwrap();
        assert!(link::decode(&link, catalog.revision).unwrap() == scenario, "world {seed}: link");
        let text = file::to_text(scenario.clone(), catalog);
        assert!(from_file(text.into_bytes(), catalog) == scenario, "world {seed}: text");
        let opened = scenario.open(catalog.clone()).unwrap();
        assert_eq!(opened.skipped, [], "world {seed}");
        assert_eq!(opened.history.tenant().digest(), history.tenant().digest(), "world {seed}");
        assert_eq!(opened.history.draft(), history.draft(), "world {seed}");
    });
}
