//! A real tenant in the simulator: read from what Microsoft Graph gives, and written as the same bundle.
//!
//! [`Import`] takes files in pieces, [`Building`] makes a tenant of them in slices, with a [`Report`] of what was left
//! out and why; [`Comparing`] finds where the simulator's own verdict differs from the states in the files; [`Export`]
//! writes a tenant as a bundle. The format, the limits and what becomes of names are described in `docs/import.md`.
//!
//! The crate is pure and total: no clock, no randomness, no storage, and no bytes make it panic.
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::float_arithmetic))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

mod build;
mod collect;
mod document;
mod error;
mod export;
mod facts;
mod import;
mod json;
pub mod limits;
mod read;
mod records;
mod report;
mod verdict;
mod wording;

pub use build::{Building, Imported};
pub use collect::pseudonyms::Names;
pub use error::{Counted, Fault, Found, ImportError, Place, Unique, Wanted};
pub use export::{Export, Log};
pub use import::{Import, Options};
pub use report::{Counts, Note, NoteKind, Report, Topic};
pub use verdict::{Comparing, Difference, Outcome, Verdict};

/// What a bundle says it is.
pub const FORMAT: &str = "licensing-lab-tenant";
/// The version of bundles that are written.
pub const VERSION: u64 = 1;
