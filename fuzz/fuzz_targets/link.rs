//! Any text is a scenario or a named error. Checksums are not looked at here.
#![no_main]

use libfuzzer_sys::fuzz_target;
use licensing_scenario::link;

fuzz_target!(|payload: &str| {
    let Ok(scenario) = link::decode(&format!("{}{payload}", link::PREFIX), 1) else { return };
    // What can be read can be written again, and says the same.
    if let Ok(again) = link::encode(scenario.clone()) {
        assert!(link::decode(&again, 1) == Ok(scenario));
    }
});
