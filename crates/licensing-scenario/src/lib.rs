//! The scenario document: a tenant, or what one grows from, with what was done to it; and its codecs for links, files
//! and storage.
#![cfg_attr(not(test), no_std)]
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::float_arithmetic))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

extern crate alloc;

mod base64;
mod checksum;
mod coding;
mod compact;
mod cost;
mod envelope;
mod error;
pub mod file;
#[cfg(test)]
mod hostile;
mod ids;
pub mod json;
mod labels;
pub mod link;
mod open;
pub mod part;
pub mod sample;
mod scenario;
pub mod storage;
mod units;
mod v1;
mod version;
pub mod way;
mod words;

pub use compact::{Reading, Writing};
pub use cost::CostPart;
pub use error::{Large, ScenarioError};
pub use open::{Opened, Opening, Player, STEPS_AT_ONCE, Skipped};
pub use scenario::{Base, Collecting, Scenario};
