//! Microsoft's products and service plans, and what is known between them, for both rule sets.
//!
//! The lists lie in `data/` as CSV. The build script reads them, checks them, and packs them three times: the
//! opening part (the products of the example) and the starter part (those that the lessons use), both with all that is
//! known between plans, are inside this crate, the full catalog is for whoever turns on the feature `full` or loads the
//! file that `cargo xtask catalog` writes.
//!
//! ```
//! use licensing_model::RuleSet;
//!
//! let catalog = licensing_catalog::starter();
//! let e3 = catalog.product_by_part_number("ENTERPRISEPACK").and_then(|id| catalog.product(id));
//! assert_eq!(e3.map(|e3| (e3.name.as_str(), e3.plans(RuleSet::Rules2019).len())), Some(("Office 365 E3", 20)));
//! ```
#![cfg_attr(not(test), no_std)]
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

extern crate alloc;

mod columns;
mod decode;
mod error;
mod wire;

#[cfg(test)]
mod encode;
#[cfg(test)]
mod source;
#[cfg(test)]
mod tests;

use licensing_model::Catalog;

pub use decode::decode;
pub use error::DecodeError;

const OPENING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/opening.bin"));
const STARTER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starter.bin"));

/// The full catalog, packed; [`decode`] reads it.
#[cfg(any(feature = "full", test))]
pub const FULL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/full.bin"));

/// The part that a first visit begins with: the two products of the example, their plans, and the same rows as the starter
/// part has. It is a third of that, and comes with the page itself.
pub fn opening() -> Catalog {
    // As in `starter`.
    decode(OPENING).unwrap_or_default()
}

/// The starter part: the products that the lessons use, every plan that they or any row name, and every pair,
/// prerequisite and location row, without the sentences on what rows rest on (`evidence`, `source`, `note` are empty).
/// Positions are those of the full catalog (R16).
pub fn starter() -> Catalog {
    // The bytes are the build script's own, and a test reads them; an empty catalog never comes of it.
    decode(STARTER).unwrap_or_default()
}
