//! Which of many users have one of some plans: asked of path after path, and each kind of path is looked at once.

use alloc::vec::Vec;
use core::cell::RefCell;

use licensing_model::{CapabilityStatus, PlanId, UserId};

use crate::store::id_set::PlanSet;
use crate::store::outcome::OutcomeId;
use crate::tenant::Tenant;

/// The statuses that a subscription can have, the better first.
const STATUSES: [CapabilityStatus; 5] = [
    CapabilityStatus::Enabled,
    CapabilityStatus::Warning,
    CapabilityStatus::Suspended,
    CapabilityStatus::LockedOut,
    CapabilityStatus::Deleted,
];

/// The place of a status among them.
fn rank(status: CapabilityStatus) -> usize {
    STATUSES.iter().position(|other| *other == status).unwrap_or(STATUSES.len())
}

type ByStatus = [PlanSet; STATUSES.len()];

/// What a path has on.
#[derive(Clone, Copy, Debug)]
enum PathPlans {
    /// A plan that is wanted, with the best status that there is.
    Wanted,
    /// Nothing but plans with the best status, none of them wanted.
    NotWanted,
    /// Plans with other statuses too.
    Mixed,
}

/// Users that have one of some plans on, each plan with the best status that a path gives it.
#[derive(Debug)]
pub struct PlansOn<'t> {
    tenant: &'t Tenant,
    wanted: ByStatus,
    /// By outcome, as they are met.
    paths: RefCell<Vec<Option<PathPlans>>>,
}

impl<'t> PlansOn<'t> {
    /// Plans that are wanted with a status, of those that the tenant's products hold.
    pub fn new(tenant: &'t Tenant, is_wanted: impl Fn(PlanId, CapabilityStatus) -> bool) -> PlansOn<'t> {
        let mut wanted = ByStatus::default();
        for (product, subscription) in tenant.subscriptions.iter() {
            let status = subscription.units.capability_status();
            if let Some(wanted) = wanted.get_mut(rank(status)) {
                let plans = tenant.plans_of(product);
                plans.iter().filter(|plan| is_wanted(*plan, status)).for_each(|plan| wanted.insert(plan));
            }
        }
        PlansOn { tenant, wanted, paths: RefCell::default() }
    }

    /// Whether the user has one.
    pub fn has_one(&self, user: UserId) -> bool {
        let users = &self.tenant.users;
        let mut paths = self.paths.borrow_mut();
        let mut is_mixed = false;
        let groups = users.edges(user).iter().map(|edge| edge.outcome);
        let outcomes = core::iter::once(users.direct.at(user)).chain(groups);
        for outcome in outcomes.clone() {
            let at = outcome.0 as usize;
            if paths.len() <= at {
                paths.resize(at.saturating_add(1), None);
            }
            let Some(place) = paths.get_mut(at) else { continue };
            match place.get_or_insert_with(|| self.on_path(outcome)) {
                PathPlans::Wanted => return true,
                PathPlans::NotWanted => {}
                PathPlans::Mixed => is_mixed = true,
            }
        }
        is_mixed && {
            let mut all = ByStatus::default();
            for outcome in outcomes {
                all.iter_mut().zip(&self.by_status(outcome)).for_each(|(all, on)| all.add_all(on));
            }
            self.is_one_wanted(&all)
        }
    }

    fn on_path(&self, outcome: OutcomeId) -> PathPlans {
        let on = self.by_status(outcome);
        let [best, others @ ..] = &on;
        let [wanted, ..] = &self.wanted;
        match best.intersects(wanted) {
            true => PathPlans::Wanted,
            false if others.iter().all(PlanSet::is_empty) => PathPlans::NotWanted,
            false => PathPlans::Mixed,
        }
    }

    /// The plans that a path switches on, by the status of the product that gives each.
    fn by_status(&self, outcome: OutcomeId) -> ByStatus {
        let mut on = ByStatus::default();
        for held in &self.tenant.facts(self.tenant.outcomes.have(outcome)).products {
            let Some(subscription) = self.tenant.subscription(held.product) else { continue };
            if let Some(on) = on.get_mut(rank(subscription.units.capability_status())) {
                on.add_all(&held.on);
            }
        }
        on
    }

    /// Whether a plan is wanted with the best status that it has.
    fn is_one_wanted(&self, on: &ByStatus) -> bool {
        let mut better = PlanSet::EMPTY;
        on.iter().zip(&self.wanted).any(|(on, wanted)| {
            let is_one = on.without(&better).intersects(wanted);
            better.add_all(on);
            is_one
        })
    }
}
