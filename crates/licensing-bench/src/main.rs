//! Measures the engine with a generated tenant: `licensing-bench <users>` natively; in wasm under Node with the global
//! `licensingBenchUsers`, without which it only offers what `rivals/` is held against. Each line of the output is one measurement as a JSON object; `cargo xtask bench` makes a
//! table of them.

mod foresight;
mod generator;
mod measure;
mod questions;
mod random;
#[cfg(target_arch = "wasm32")]
mod rivals;

#[cfg_attr(target_arch = "wasm32", path = "node.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "native.rs")]
mod platform;

use generator::{Failed, Plan};
use measure::Row;

fn main() {
    if let Err(failed) = run() {
        platform::fail(&failed.to_string());
    }
}

fn run() -> Result<(), Failed> {
    let Some(users) = platform::users() else { return Ok(()) };
    let plan = Plan::new(users)?;
    for Row { bench, nanoseconds, bytes, digest } in platform::MACHINE.measure(&plan)? {
        let (target, users) = (platform::NAME, plan.users());
        let (ms, rest) = (nanoseconds / 1_000_000, nanoseconds / 100 % 10_000);
        platform::print(&format!(
            r#"{{"bench":"{bench}","target":"{target}","users":{users},"ms":{ms}.{rest:04},"bytes":{bytes},"digest":"{digest:016x}"}}"#
        ));
    }
    Ok(())
}
