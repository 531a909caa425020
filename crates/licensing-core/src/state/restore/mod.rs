//! From a state to its tenant, in slices.

mod basics;
mod finish;
mod own_catalog;
mod users;

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::state::TenantState;
use licensing_model::{Catalog, Sliced};

use super::check::error;
use super::error::{StateError, StateFault};
use crate::store::outcome::OutcomeId;
use crate::store::template::{DisabledId, TemplateId};
use crate::store::text::TextId;
use crate::store::times::TimesId;
use crate::store::users::Edge;
use crate::tenant::Tenant;

/// More than so many users or groups are not taken (as for commands).
const MOST_OBJECTS: usize = 1 << 30;

impl Tenant {
    /// Puts a tenant together, at once. [`Restoring`] does the same in slices.
    ///
    /// # Errors
    /// The first thing that is wrong with the state.
    pub fn restore(catalog: Arc<Catalog>, state: TenantState) -> Result<Tenant, StateError> {
        let mut restoring = Restoring::new(catalog, state);
        restoring.complete()?;
        Ok(restoring.tenant)
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Basics,
    Users,
    Groups,
    Queue,
    Counts,
    Audit,
    Done,
}

/// A tenant that is being put together.
#[derive(Debug)]
pub struct Restoring {
    state: TenantState,
    tenant: Tenant,
    phase: Phase,
    /// The next element of the phase.
    next: usize,
    /// Where the edges of the next user begin.
    edge: usize,
    /// Room for those of one user.
    edges: Vec<Edge>,
    done: usize,
    all: usize,
    texts: Vec<TextId>,
    disabled: Vec<DisabledId>,
    templates: Vec<TemplateId>,
    outcomes: Vec<OutcomeId>,
    times: Vec<TimesId>,
}

impl Restoring {
    /// Begins. Nothing is read yet.
    pub fn new(catalog: Arc<Catalog>, state: TenantState) -> Restoring {
        let tenant = Tenant::new(Arc::clone(catalog.lists()), state.settings.clone());
        let members: usize = state.groups.iter().map(|group| group.users.len()).sum();
        let users = state.users.names.len();
        let all = [users, users, state.users.edges.len(), members, state.audit.pages.len()].into_iter();
        let all = all.fold(1usize, usize::saturating_add);
        Restoring {
            state,
            tenant,
            phase: Phase::Basics,
            next: 0,
            edge: 0,
            edges: Vec::new(),
            done: 0,
            all,
            texts: Vec::new(),
            disabled: Vec::new(),
            templates: Vec::new(),
            outcomes: Vec::new(),
            times: Vec::new(),
        }
    }

    /// The tenant, once everything is done.
    pub fn finish(self) -> Option<Tenant> {
        (self.phase == Phase::Done).then_some(self.tenant)
    }

    fn turn_to(&mut self, phase: Phase) {
        self.phase = phase;
        self.next = 0;
        self.done = self.done.saturating_add(1);
    }
}

impl Sliced for Restoring {
    type Fault = StateError;

    /// Goes on for about `work` users, memberships and pages of the log. Answers whether everything is done.
    ///
    /// # Errors
    /// The first thing that is wrong with the state.
    fn advance(&mut self, work: u32) -> Result<bool, StateError> {
        let until = self.done.saturating_add(work.max(1) as usize);
        while self.done < until && self.phase != Phase::Done {
            match self.phase {
                Phase::Basics => {
                    self.basics()?;
                    self.turn_to(Phase::Users);
                }
                Phase::Users if self.next < self.state.users.names.len() => self.user()?,
                Phase::Users => {
                    self.deleted_users()?;
                    self.properties()?;
                    self.turn_to(Phase::Groups);
                }
                Phase::Groups if self.next < self.state.groups.len() => self.group_users()?,
                Phase::Groups => self.turn_to(Phase::Queue),
                Phase::Queue => {
                    self.queue()?;
                    self.turn_to(Phase::Counts);
                }
                Phase::Counts if self.next < self.tenant.users.len() => self.count()?,
                Phase::Counts => {
                    self.names_are_unique()?;
                    self.short_rows()?;
                    self.turn_to(Phase::Audit);
                }
                Phase::Audit => {
                    if self.audit_page()? {
                        self.turn_to(Phase::Done);
                    }
                }
                Phase::Done => {}
            }
        }
        Ok(self.phase == Phase::Done)
    }

    fn progress(&self) -> (usize, usize) {
        (self.done.min(self.all), self.all)
    }
}

/// The cell of a column, which is long enough.
fn at<T: Copy + Default>(column: &[T], number: usize) -> T {
    column.get(number).copied().unwrap_or_default()
}

/// The value that a number names.
fn named<T: Copy>(table: &[T], name: u32, part: &'static str, number: usize) -> Result<T, StateError> {
    table.get(name as usize).copied().ok_or(error(part, number, StateFault::Missing))
}
