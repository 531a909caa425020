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

/// Whether a file looks like something of Graph that is imported: a bundle, or an answer. Only its beginning is looked at.
pub fn is_of_graph(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 64 * 1024;
    const MARKS: [&str; 4] = [FORMAT, "@odata.context", "\"licenseAssignmentStates\"", "\"subscribedSkus\""];
    // In UTF-16 every other byte of these words is zero.
    let letters: Vec<u8> = bytes.iter().take(LOOKED_AT).copied().filter(|byte| *byte != 0).collect();
    MARKS.iter().any(|mark| letters.windows(mark.len()).any(|letters| letters == mark.as_bytes()))
}

/// What a bundle says it is.
pub const FORMAT: &str = "licensing-lab-tenant";
/// The version of bundles that are written.
pub const VERSION: u64 = 1;

#[cfg(test)]
mod tests {
    use super::is_of_graph;

    #[test]
    fn what_graph_gives_is_told_from_scenarios_and_noise() {
        let bundle = r#"{ "format": "licensing-lab-tenant", "version": 1 }"#;
        let answer = r#"{ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users", "value": [] }"#;
        let wide: Vec<u8> = bundle.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(is_of_graph(bundle.as_bytes()) && is_of_graph(answer.as_bytes()) && is_of_graph(&wide));
        let scenario = r#"{ "format": "licensing-lab", "users": [] }"#;
        assert!(!is_of_graph(scenario.as_bytes()) && !is_of_graph(&[0; 100]) && !is_of_graph(b""));
    }
}
