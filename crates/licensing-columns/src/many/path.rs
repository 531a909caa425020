//! A path of the user whose step is under way, and what is left to be done of it after the step.

use licensing_model::{GroupId, UserId};

use super::Need;
use crate::brief::BriefHolding;
use crate::known::Known;
use crate::lines::Ready;
use crate::numbers::{Outcome, OutcomeId, TemplateId, TimesId};
use crate::user::Edge;

/// A group that does not give yet what it carries.
#[derive(Clone, Copy, Debug)]
pub struct Path {
    /// Its place among the user's edges.
    pub(super) place: u32,
    pub(super) group: u32,
    pub(super) began: OutcomeId,
    pub(super) now: OutcomeId,
    /// What is in force on the path.
    pub(super) have: TemplateId,
    /// How many changes in force there had been at the last try.
    pub(super) tried_at: u32,
    /// Where it is kept what the last try failed with.
    pub(super) kept: u32,
    /// Whether plans are to be taken away that it has.
    pub(super) takes: bool,
    /// Whether it gives what the group carries.
    pub(super) done: bool,
}

/// No try was made yet.
pub(super) const NEVER: u32 = u32::MAX;

/// A path that is gone, or that has other rows of which one is short of a seat.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    /// Whose.
    pub user: UserId,
    /// Its place among the user's edges.
    pub place: usize,
    /// Of which group.
    pub group: GroupId,
    /// The rows until then.
    pub before: OutcomeId,
    /// The rows from then on.
    pub now: OutcomeId,
}

impl Path {
    /// A path that has nothing in force, of which nothing was tried yet.
    #[inline(always)]
    pub(super) fn of_nothing(place: u32, group: u32, began: OutcomeId) -> Path {
        let (now, have, tried_at) = (began, TemplateId::EMPTY, NEVER);
        Path { place, group, began, now, have, tried_at, kept: 0, takes: false, done: false }
    }

    /// Puts its rows in the user's edge; those that get other rows than some have their times still to come. Answers whether
    /// they are others.
    #[inline(always)]
    pub(super) fn take_rows(&self, edge: &mut Edge, times: TimesId) -> bool {
        edge.outcome = self.now;
        if self.began == OutcomeId::NONE {
            edge.times = times;
        }
        self.now != self.began
    }

    /// The numbers behind the group's of the event that it got other rows.
    #[inline(never)]
    pub(super) fn line(&self) -> Ready<32> {
        Ready::new(&[self.began.0, self.now.0])
    }
}

/// What a path with these rows has in force.
pub(super) fn have(outcomes: &[Outcome], outcome: OutcomeId) -> TemplateId {
    outcomes.get(outcome.0 as usize).map_or(TemplateId::EMPTY, |outcome| outcome.have)
}

/// Adds a path in force, unless it has nothing.
#[inline(always)]
pub(super) fn add_if(held: &mut BriefHolding, known: &Known, have: TemplateId) -> Result<(), Need> {
    if have != TemplateId::EMPTY {
        held.add(known.brief(have).ok_or(Need::Brief(have))?);
    }
    Ok(())
}
