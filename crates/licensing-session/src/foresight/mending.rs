//! What mends all errors of a user or a group at once.

use std::convert::Infallible;

use licensing_core::Tenant;
use licensing_core::cure::CureKind;
use licensing_foresight::{self as engine, Keep, Mends, Target, errors_of_group, errors_of_user};
use licensing_model::{AssignmentError, GroupId, Pace, Paced, Sliced, UserId};
use licensing_view::foresight::{self, MendingView};
use licensing_view::group::{self, ErrorNote};
use licensing_wording::Words;

use crate::reading::Reading;
use crate::session::Session;

/// Whose errors are to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ailing {
    /// Those of a group.
    Group(GroupId),
    /// Those of a user.
    User(UserId),
}

impl Ailing {
    fn errors(self, tenant: &Tenant) -> Vec<Target> {
        match self {
            Ailing::Group(group) => errors_of_group(tenant, group),
            Ailing::User(user) => errors_of_user(tenant, user),
        }
    }
}

/// A search for what mends errors, under way; to drop it is to cancel it.
#[derive(Debug)]
pub struct Mending {
    tenant: Tenant,
    errors: usize,
    mending: engine::Mending,
}

impl Mending {
    /// What was found.
    pub fn finish(self) -> Mended {
        let (found, mends) = self.mending.finish();
        let mut tried: Vec<CureKind> = found.iter().flat_map(|(_, repairs)| repairs.tried.iter().copied()).collect();
        tried.sort_unstable();
        tried.dedup();
        Mended { tenant: self.tenant, looked_at: found.len(), errors: self.errors, mends, tried }
    }
}

impl Sliced for Mending {
    type Fault = Infallible;

    /// Goes on for so many steps or users. Answers whether everything was tried.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.mending.advance(work)
    }

    fn progress(&self) -> (usize, usize) {
        self.mending.progress()
    }
}

/// Proposals, for the tenant as it was when they were looked for.
#[derive(Clone, Debug)]
pub struct Mended {
    tenant: Tenant,
    looked_at: usize,
    errors: usize,
    mends: Vec<Mends>,
    tried: Vec<CureKind>,
}

impl Mended {
    /// As they are shown.
    pub fn view(&self, words: Words) -> MendingView {
        foresight::mending(words, &self.tenant, &self.mends, (self.looked_at, self.errors), &self.tried)
    }
}

impl Session {
    /// Begins to look for what mends the errors of a group or a user.
    pub fn mending(&self, of: Ailing) -> Mending {
        let targets = of.errors(self.tenant());
        let errors = targets.len();
        let mending = engine::Mending::new(self.tenant(), targets, &Keep::ALL);
        Mending { tenant: self.tenant().clone(), errors, mending }
    }
}

impl Reading<'_> {
    /// How many errors of a group or a user have a cause of their own.
    pub fn errors_to_mend(&self, of: Ailing) -> usize {
        of.errors(self.tenant()).len()
    }

    /// How many users of a group are in error, and why; and how many of their errors have a cause of their own.
    pub fn notification(&self, id: GroupId) -> Paced<Option<(ErrorNote, usize)>> {
        let (tenant, words) = (self.tenant().clone(), self.words());
        Paced::new(async move |pace| {
            let note = group::notification(&pace, &tenant, words, id).await?;
            Some((note, errors_to_mend_in(&pace, &tenant, id).await))
        })
    }
}

/// The same of a group, member by member: all products that one gets by a group fail by one error that has a cause.
async fn errors_to_mend_in(pace: &Pace, tenant: &Tenant, group: GroupId) -> usize {
    let mut errors = 0;
    for glance in tenant.errors_at_a_glance(group) {
        errors += usize::from(glance.is_some_and(|glance| glance.top != AssignmentError::Other));
        pace.did(1).await;
    }
    errors
}
