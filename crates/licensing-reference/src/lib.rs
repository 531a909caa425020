//! The slow, obvious model of the rules R1 to R17 that the engine is checked against (I9).
//!
//! It follows the words of the rules, and of `docs/readings.md` where they leave a choice, and computes everything
//! from scratch each time: no caches, no indices, no cleverness. It knows state only: no audit log, no explanations,
//! no texts. It shares `licensing-model` with the engine and nothing else.
//!
//! Where to find a rule: R1 and R10 in `licenses`, R2 and R3 in `queue`, R4 and R11.3 in `step`, R4.3 and R5 to R8 in
//! `checks`, R9 in `addresses`, R11 to R13 and the limits in `people`, R15 and the rest of the tenant in `commands`, R17
//! in `dynamic` and `rules`.
#![allow(
    clippy::indexing_slicing,
    reason = "a model that stops at a broken assumption is what an oracle should be; only tests run it"
)]

mod addresses;
mod change;
mod checks;
mod commands;
mod condition;
mod domains;
mod dynamic;
mod licenses;
mod model;
mod people;
mod queue;
mod rules;
mod run;
mod snapshot;
mod step;

pub use model::Model;
