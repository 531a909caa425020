//! The scenario: what a tenant grows from, and what was done to it.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_core::state::{AuditLog, Saving};
use licensing_core::{Action, Actions, History, Tenant};
use licensing_model::{Catalog, Sliced, TenantSettings, TenantState};

use crate::sample::Sample;

/// A tenant with its story: what is kept, shared and saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What it is called; may be empty.
    pub title: String,
    /// The lesson that it belongs to.
    pub lesson: Option<String>,
    /// The revision of the catalog whose positions name products and plans.
    pub catalog: u32,
    /// What the actions start from.
    pub base: Base,
    /// What was done since, then what was undone.
    pub actions: Vec<Action>,
    /// How many of the actions are done.
    pub position: usize,
    /// Ways that were left by doing something else after an undo, oldest first: each with all its actions.
    pub branches: Vec<Actions>,
}

/// What the actions of a scenario start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// A new tenant.
    Empty(TenantSettings),
    /// A generated tenant.
    Sample(Sample),
    /// A tenant as it was at one moment.
    State(Box<TenantState>),
}

impl Scenario {
    /// A scenario without actions.
    pub fn new(title: String, catalog: &Catalog, base: Base) -> Scenario {
        Scenario {
            title,
            lesson: None,
            catalog: catalog.revision,
            base,
            actions: Vec::new(),
            position: 0,
            branches: Vec::new(),
        }
    }

    /// The sample of five errors with all that was done to it.
    pub fn five_errors(title: String, catalog: &Catalog) -> Scenario {
        let actions = Sample::five_errors(catalog);
        Scenario { position: actions.len(), actions, ..Scenario::new(title, catalog, Base::Sample(Sample::FiveErrors)) }
    }

    /// The tenant as it is, without its story.
    pub fn of_state(title: String, tenant: &Tenant, audit: AuditLog) -> Scenario {
        Scenario::new(title, tenant.catalog(), Base::State(Box::new(tenant.state(audit))))
    }

    /// The tenant as it is, with what is collected, without its story.
    pub fn of_moment(title: String, history: &History, audit: AuditLog) -> Scenario {
        let state = Scenario::of_state(title, history.tenant(), audit);
        match history.draft() {
            [] => state,
            draft => Scenario { actions: alloc::vec![Action::Draft(draft.to_vec())], position: 1, ..state },
        }
    }

    /// The story: what was done and undone, from what `history` began with, which is `base`. Ways that were left are
    /// not part of it.
    pub fn of_story(title: String, base: Base, history: &History) -> Scenario {
        Scenario {
            actions: history.actions().iter().cloned().collect(),
            position: history.position(),
            ..Scenario::new(title, history.tenant().catalog(), base)
        }
    }

    /// Everything that `history` holds, from what it began with, which is `base`.
    pub fn of_history(title: String, base: Base, history: &History) -> Scenario {
        Scenario { branches: history.branches().to_vec(), ..Scenario::of_story(title, base, history) }
    }

    /// How many users the base has.
    pub fn base_users(&self) -> usize {
        match &self.base {
            Base::Empty(_) => 0,
            Base::Sample(sample) => sample.users() as usize,
            Base::State(state) => state.users.names.len(),
        }
    }
}

/// A scenario on its way: the tenant that it begins with is written down in slices.
#[derive(Debug)]
pub struct Collecting {
    scenario: Scenario,
    saving: Option<Saving>,
}

impl Collecting {
    /// `scenario`, which begins with `tenant` and its audit log instead.
    pub fn beginning_with(tenant: Tenant, scenario: Scenario) -> Collecting {
        Collecting { scenario, saving: Some(Saving::new(tenant, AuditLog::Kept)) }
    }

    /// The scenario. What [`Collecting::advance`] left is done now.
    pub fn finish(self) -> Scenario {
        match self.saving {
            Some(saving) => Scenario { base: Base::State(Box::new(saving.finish())), ..self.scenario },
            None => self.scenario,
        }
    }
}

/// It is there.
impl From<Scenario> for Collecting {
    fn from(scenario: Scenario) -> Collecting {
        Collecting { scenario, saving: None }
    }
}

impl Sliced for Collecting {
    type Fault = Infallible;

    /// Goes on for so many users, memberships and texts. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.saving.as_mut().map_or(Ok(true), |saving| saving.advance(work))
    }

    fn progress(&self) -> (usize, usize) {
        self.saving.as_ref().map_or((1, 1), Saving::progress)
    }
}
