//! R17: groups whose members follow from a rule.
//!
//! A rule is read (`parse.rs`) into conditions (`rule.rs`), which are compared with what a user is and has (`user.rs`). What
//! starts a run of a group's rule, and what a step of it does, is in `moves.rs`.
//!
//! What reads and compares is reached by way of [`ReadRule`] alone: the page begins without it and fetches it later.

mod moves;
mod parse;
mod pattern;
mod query;
mod rule;
mod user;

pub use query::MembershipReason;

use alloc::sync::Arc;

use licensing_model::Catalog;
use licensing_model::rule::{ReadRule, RuleError, RuleFault, RuleReader};

/// What reads rules.
pub const READER: RuleReader = RuleReader(|text| Ok(Arc::new(parse::parse(text)?)));

/// What reads rules where the catalog brings nothing. In WebAssembly that is to be able to come later; elsewhere nothing is
/// fetched, and it is inside.
const INSIDE: Option<RuleReader> = if cfg!(target_arch = "wasm32") { None } else { Some(READER) };

/// What reads rules with this catalog, if it is there.
pub fn reader(catalog: &Catalog) -> Option<RuleReader> {
    catalog.rules.or(INSIDE)
}

/// Reads a rule.
pub(crate) fn read(catalog: &Catalog, text: &str) -> Result<Arc<dyn ReadRule>, RuleError> {
    reader(catalog).ok_or(RuleError { fault: RuleFault::Unread, at: 1 })?.read(text)
}
