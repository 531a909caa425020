//! Any bytes are a scenario or a named error; a scenario is a tenant or a named error. Checksums are not looked at here.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use licensing_model::{Catalog, Sliced};
use licensing_scenario::file::FileReading;
use licensing_scenario::Opening;

static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| Arc::new(licensing_catalog::starter()));

fuzz_target!(|bytes: &[u8]| {
    let reading = FileReading::new(bytes.to_vec(), &CATALOG);
    let Ok(scenario) = reading.and_then(FileReading::finish) else { return };
    if scenario.base_users() > 500 || scenario.actions.len() > 100 {
        return;
    }
    let mut opening = <Opening>::new(scenario, CATALOG.clone());
    for _ in 0..50 {
        match opening.advance(100) {
            Ok(false) => {}
            _ => break,
        }
    }
});
