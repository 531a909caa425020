//! The draft.

use licensing_core::Tenant;
use licensing_foresight::Draft;
use licensing_wording::{Words, capital};

use super::preview::names;

/// The changes that are collected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftView {
    /// What they are called, in order.
    pub commands: Vec<String>,
    /// Fewer requests can carry them.
    pub can_be_fewer: bool,
}

/// The draft as it is shown.
pub fn draft(words: Words, tenant: &Tenant, draft: &Draft) -> DraftView {
    DraftView {
        commands: names(words, tenant, draft.commands()).iter().map(|name| capital(name)).collect(),
        can_be_fewer: draft.in_fewer(tenant).is_some(),
    }
}
