//! The draft.

use licensing_core::Tenant;
use licensing_foresight::Draft;
use licensing_wording::{Words, capital};

use super::preview::{figures, names};
use super::shape::Figure;

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

/// The draft step by step: what each change leads to after those before it. A change that is refused ends the list.
pub fn stages(words: Words, tenant: &Tenant, draft: &Draft) -> Vec<(String, Vec<Figure>)> {
    let names = names(words, tenant, draft.commands());
    let previews = draft.step_by_step(tenant).unwrap_or_default();
    let stages = names.iter().zip(previews).enumerate();
    let stage = |(at, (name, preview)): (usize, (&String, licensing_foresight::Preview))| {
        (words.draft_stage(at + 1, name), figures(words, &preview.after, &preview.summary))
    };
    stages.map(stage).collect()
}
