//! What the frame around every screen shows.

use licensing_core::Tenant;
use licensing_model::RuleSet;
use licensing_wording::{Message, Words};

use crate::processing::{self, Waiting};

/// The frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShellView {
    /// The tenant's initial domain.
    pub tenant: String,
    /// When and where it is: the simulated clock, and the country.
    pub situation: String,
    /// Groups, existing.
    pub groups: usize,
    /// Groups with members in error.
    pub groups_in_error: usize,
    /// Users, not deleted.
    pub users: usize,
    /// Products of the tenant.
    pub products: usize,
    /// Whether the queue has something to do.
    pub waiting: Waiting,
    /// The rules that hold.
    pub rules: RuleSet,
    /// Where in the history one is.
    pub history: HistoryView,
}

/// Where in the history one is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HistoryView {
    /// Commands done, up to here.
    pub at: usize,
    /// Commands known, undone ones included.
    pub of: usize,
    /// Steps taken, up to here.
    pub steps: usize,
    /// Actions done, up to here: commands, and steps as they were taken.
    pub position: usize,
    /// Actions known, undone ones included.
    pub moments: usize,
    /// What undo would take back.
    pub undo: Option<Message>,
    /// What redo would do again.
    pub redo: Option<Message>,
}

impl HistoryView {
    /// What has happened up to here: `14 actions, 4 steps`.
    pub fn done(&self, words: Words) -> String {
        format!("{}, {}", words.count_actions(self.at), words.count_steps(self.steps))
    }
}

/// The frame around the screens of a tenant at this point of its history.
pub fn shell(tenant: &Tenant, words: Words, history: HistoryView) -> ShellView {
    ShellView {
        tenant: tenant.domains().next().unwrap_or_default().to_string(),
        situation: format!("{} · {}", words.moment(tenant.clock()), words.country(tenant.country())),
        groups: tenant.groups().count(),
        groups_in_error: tenant.groups_in_error().len(),
        users: tenant.user_count(),
        products: tenant.products().count(),
        waiting: processing::waiting(tenant),
        rules: tenant.rules(),
        history,
    }
}
