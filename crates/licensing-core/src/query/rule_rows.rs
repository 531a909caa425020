//! Which rows of the catalog count in a tenant, and what the tenant changed of them.

use alloc::vec::Vec;

use licensing_model::catalog::ExclusivePair;
use licensing_model::{AssignmentError, License, PlanId, RuleSet, UserId};

use super::{PathRow, PlanOnPath};
use crate::rules::tables::{Needs, ordered};
use crate::store::id_set::PlanSet;
use crate::tenant::Tenant;

impl Tenant {
    /// Whether two plans exclude each other in this tenant now (R6).
    pub fn excludes(&self, a: PlanId, b: PlanId) -> bool {
        self.tables().pairs.contains(&ordered(a, b))
    }

    /// R6.1: the pairs of plans that exclude each other, the first on in `own`, the second on in `other`, which is of another
    /// product.
    pub fn clashes_between(&self, own: &License, other: &License) -> Vec<(PlanId, PlanId)> {
        if own.product == other.product {
            return Vec::new();
        }
        let on = |license: &License| -> Vec<PlanId> {
            self.plans_of(license.product).iter().filter(|plan| !license.disabled.contains(plan)).collect()
        };
        let others = on(other);
        let of = |plan: PlanId| others.iter().map(move |other| (plan, *other));
        on(own).into_iter().flat_map(of).filter(|(plan, other)| self.excludes(*plan, *other)).collect()
    }

    /// R6: the plans that a path of `user` wants and has not got, each with a plan that the user has and that excludes it.
    /// None where the path did not fail for that reason.
    pub fn clashes_of_path(&self, user: UserId, row: &PathRow) -> Vec<(PlanId, PlanId)> {
        if row.error != AssignmentError::MutuallyExclusiveViolation {
            return Vec::new();
        }
        let held = self.effective_plans(user);
        let is_wanted = |plan: &PlanId| self.plan_on_path(row, *plan) == Some(PlanOnPath::Wanted);
        let of = |plan: PlanId| Some((plan, *held.iter().find(|held| self.excludes(plan, **held))?));
        self.plans_of(row.product).iter().filter(is_wanted).filter_map(of).collect()
    }

    /// Whether sources contradict each other on a pair of plans, as to the rule set of this tenant.
    pub fn is_disputed(&self, a: PlanId, b: PlanId) -> bool {
        let same = |row: &&ExclusivePair| ordered(row.a, row.b) == ordered(a, b);
        self.rules == RuleSet::Today && self.catalog.pairs.iter().find(same).is_some_and(ExclusivePair::is_disputed)
    }

    /// What this tenant itself says of a pair of plans; none where the rule set decides.
    pub fn own_pair(&self, a: PlanId, b: PlanId) -> Option<bool> {
        self.own_rows.pairs.get(&ordered(a, b)).copied()
    }

    /// Every pair that this tenant itself says something of, the smaller id first, by ids.
    pub fn own_pairs(&self) -> impl Iterator<Item = (PlanId, PlanId)> {
        self.own_rows.pairs.keys().copied()
    }

    /// Whether the plan cannot be on without one of its prerequisites in this tenant now (R7).
    pub fn enforces_prerequisite(&self, plan: PlanId) -> bool {
        self.tables().needs.iter().any(|needs| needs.plan == plan)
    }

    /// R7.2: the plans among `plans` that need one of others and have none of them there, each with those.
    pub fn plans_lacking(&self, plans: &[PlanId]) -> Vec<(PlanId, Vec<PlanId>)> {
        let given: PlanSet = plans.iter().copied().collect();
        let lacks = |needs: &&Needs| given.contains(needs.plan) && !needs.any_of.intersects(&given);
        self.tables().needs.iter().filter(lacks).map(|needs| (needs.plan, needs.any_of.iter().collect())).collect()
    }

    /// What this tenant itself says of the prerequisite of a plan; none where the rule set decides.
    pub fn own_prerequisite(&self, plan: PlanId) -> Option<bool> {
        self.own_rows.prerequisites.get(&plan).copied()
    }
}
