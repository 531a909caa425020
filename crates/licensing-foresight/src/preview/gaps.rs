//! What users miss on the way: plans that they have before and after, and for some steps not.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use licensing_core::{GivenPlans, StepOutcome, Tenant};
use licensing_model::{PlanId, UserId};

/// What one user misses for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Who.
    pub user: UserId,
    /// Without any mailbox plan for so many steps; 0 where there always is one.
    pub mailbox_steps: u32,
    /// Plans that were away for a while.
    pub plans: Vec<PlanId>,
    /// For how many steps at most.
    pub steps: u32,
}

/// One user under watch.
#[derive(Clone, Debug)]
struct Watched {
    had: GivenPlans,
    /// Plans that are away now, and since which step.
    away: GivenPlans,
    since: u32,
    /// Plans that were away at some time.
    ever: GivenPlans,
    steps: u32,
    mailbox_since: Option<u32>,
    mailbox_steps: u32,
}

/// Watches the users whom something happens to.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    users: BTreeMap<UserId, Watched>,
    steps: u32,
}

impl Watch {
    /// How many steps were taken.
    pub(crate) fn steps(&self) -> u32 {
        self.steps
    }

    /// Looks at the users whom a step changed.
    pub(crate) fn step(&mut self, before: &Tenant, now: &Tenant, outcome: &StepOutcome) {
        self.steps = self.steps.saturating_add(1);
        for taken in outcome.taken.iter().filter(|taken| taken.changed) {
            self.look(before, now, taken.user);
        }
    }

    /// Looks at a user as it is now.
    pub(crate) fn look(&mut self, before: &Tenant, now: &Tenant, user: UserId) {
        let given = now.given_plans(user);
        let watched = match self.users.entry(user) {
            Entry::Occupied(watched) => watched.into_mut(),
            Entry::Vacant(place) => {
                let had = before.given_plans(user);
                // Who has lacked nothing so far has nothing to be remembered.
                if had.without(&given).is_empty() {
                    return;
                }
                place.insert(Watched {
                    had,
                    away: GivenPlans::default(),
                    since: 0,
                    ever: GivenPlans::default(),
                    steps: 0,
                    mailbox_since: None,
                    mailbox_steps: 0,
                })
            }
        };
        let away = watched.had.without(&given);
        if away != watched.away {
            watched.steps = watched.steps.max(watched.length(self.steps));
            watched.away = away;
            watched.since = self.steps;
            watched.ever.add(&away);
        }
        let lacks_mailbox = watched.had.has_mailbox() && !given.has_mailbox();
        match (watched.mailbox_since, lacks_mailbox) {
            (None, true) => watched.mailbox_since = Some(self.steps),
            (Some(since), false) => {
                watched.mailbox_steps = watched.mailbox_steps.max(self.steps.saturating_sub(since).max(1));
                watched.mailbox_since = None;
            }
            _ => {}
        }
    }

    /// What was away and is back.
    pub(crate) fn gaps(&self, after: &Tenant) -> Vec<Gap> {
        let gap = |(user, watched): (&UserId, &Watched)| {
            let back = watched.ever.shared(&after.given_plans(*user));
            let plans: Vec<PlanId> = back.plans().collect();
            let is_gap = watched.mailbox_steps > 0 || !plans.is_empty();
            is_gap.then_some(Gap { user: *user, mailbox_steps: watched.mailbox_steps, plans, steps: watched.steps })
        };
        self.users.iter().filter_map(gap).collect()
    }
}

impl Watched {
    /// For how many steps something has been away by now.
    fn length(&self, now: u32) -> u32 {
        if self.away.is_empty() { 0 } else { now.saturating_sub(self.since).max(1) }
    }
}
