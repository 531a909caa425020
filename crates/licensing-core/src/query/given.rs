//! The plans that a user is given, as a value that moments can be compared by.

use licensing_model::{PlanId, UserId};

use crate::store::id_set::PlanSet;
use crate::tenant::Tenant;

/// Plans that a user is given over all paths; none for a deleted user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct GivenPlans {
    plans: PlanSet,
    mailbox: bool,
}

impl GivenPlans {
    /// Whether one of them is a mailbox plan.
    pub fn has_mailbox(&self) -> bool {
        self.mailbox
    }

    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }

    /// Whether this plan is given.
    pub fn has(&self, plan: PlanId) -> bool {
        self.plans.contains(plan)
    }

    /// Those that are not among `other`.
    #[must_use]
    pub fn without(&self, other: &GivenPlans) -> GivenPlans {
        GivenPlans { plans: self.plans.without(&other.plans), mailbox: self.mailbox && !other.mailbox }
    }

    /// Those that are among both.
    #[must_use]
    pub fn shared(&self, other: &GivenPlans) -> GivenPlans {
        GivenPlans { plans: self.plans.shared(&other.plans), mailbox: self.mailbox && other.mailbox }
    }

    /// Adds all of `other`.
    pub fn add(&mut self, other: &GivenPlans) {
        self.plans.add_all(&other.plans);
        self.mailbox |= other.mailbox;
    }

    /// The plans, by position.
    pub fn plans(&self) -> impl Iterator<Item = PlanId> + use<> {
        self.plans.iter()
    }
}

impl Tenant {
    /// The plans that a user is given, over all paths.
    pub fn given_plans(&self, user: UserId) -> GivenPlans {
        if !self.users.is_live(user) {
            return GivenPlans::default();
        }
        let plans = self.holding(self.paths_in_force(user).into_iter()).given;
        GivenPlans { plans, mailbox: self.tables().mailbox.intersects(&plans) }
    }
}
