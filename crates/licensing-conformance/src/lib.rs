//! Checks that the engine and its reference model agree after every step (I9), and that both keep the rules.
//!
//! This crate is the harness; the tests are in `tests/`. It is never shipped.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

pub mod cast;
pub mod compare;
pub mod coverage;
pub mod engine;
pub mod generate;
pub mod random;
pub mod world;
