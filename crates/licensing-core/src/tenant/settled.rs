//! Which users have nothing left to do. A cache: it saves looking at a user again whom no command has touched since
//! its last step left it without an error, and nothing can be observed of it.

use alloc::vec::Vec;

use licensing_model::UserId;

use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;

/// Users without an error whose groups all want what they have.
///
/// Such a user stays so until a command is accepted: other users' steps change neither its rows nor its groups.
#[derive(Debug, Default)]
pub(crate) struct SettledUsers {
    /// For each user the period in which it was found settled; 0 for never.
    periods: Vec<u32>,
    /// A period ends with each accepted command.
    period: u32,
    /// The outcome of a template wholly in force.
    outcomes: Vec<Option<OutcomeId>>,
}

impl Clone for SettledUsers {
    fn clone(&self) -> Self {
        SettledUsers::default()
    }
}

impl PartialEq for SettledUsers {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for SettledUsers {}

impl SettledUsers {
    /// Makes room.
    pub(crate) fn reserve(&mut self, users: usize) {
        self.periods.reserve_exact(users);
    }

    /// A command was accepted: nobody is known to be settled.
    pub(crate) fn forget(&mut self) {
        self.period = self.period.wrapping_add(1);
        if self.period == 0 {
            self.periods.clear();
        }
    }

    /// Whether the user is known to be settled.
    #[inline(always)]
    pub(crate) fn is_settled(&self, user: UserId) -> bool {
        self.periods.get(user.index()).is_some_and(|period| *period == self.period.wrapping_add(1))
    }

    /// For each of so many users the period in which it was found settled, and this period.
    pub(crate) fn all(&mut self, users: usize) -> (&mut [u32], u32) {
        if self.periods.len() < users {
            self.make_room(UserId::at(users.saturating_sub(1)));
        }
        (&mut self.periods, self.period.wrapping_add(1))
    }

    /// The user is settled.
    pub(crate) fn mark(&mut self, user: UserId) {
        if self.periods.len() <= user.index() {
            self.make_room(user);
        }
        if let Some(period) = self.periods.get_mut(user.index()) {
            *period = self.period.wrapping_add(1);
        }
    }

    #[cold]
    fn make_room(&mut self, user: UserId) {
        self.periods.resize(self.periods.capacity().max(user.index().saturating_add(1)), 0);
    }

    /// The outcome in which `template` is wholly in force, if it was needed before.
    pub(crate) fn outcome_of(&self, template: TemplateId) -> Option<OutcomeId> {
        self.outcomes.get(template.0 as usize).copied().flatten()
    }

    /// Keeps it.
    pub(crate) fn remember(&mut self, template: TemplateId, outcome: OutcomeId) {
        let at = template.0 as usize;
        if self.outcomes.len() <= at {
            self.outcomes.resize(at.saturating_add(1), None);
        }
        if let Some(place) = self.outcomes.get_mut(at) {
            *place = Some(outcome);
        }
    }
}
