//! The paths of a user, and what they come to.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use licensing_model::{AssignmentError, AssignmentState, Path, PlanId, ProductId, UserId};

use crate::rules::suspension::shown_state;
use crate::store::outcome::OutcomeId;
use crate::store::times::TimesId;
use crate::tenant::Tenant;

/// One path by which a user has, or should have, a product (`licenseAssignmentState`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathRow {
    /// Which product.
    pub product: ProductId,
    /// Directly, or from which group.
    pub path: Path,
    /// Graph's state.
    pub state: AssignmentState,
    /// Graph's error.
    pub error: AssignmentError,
    /// The path's own disabled plans, also ids that the product does not hold any more.
    pub disabled: BTreeSet<PlanId>,
    /// `lastUpdatedDateTime`, in seconds of the simulated clock.
    pub updated: u32,
}

/// What a user holds of one product over all paths in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectiveLicense {
    /// Which product.
    pub product: ProductId,
    /// Plans that every path in force disables.
    pub disabled: BTreeSet<PlanId>,
}

/// What one path says of one plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanOnPath {
    /// In force and given.
    Given,
    /// In force, but the subscription gives nothing now.
    Withheld,
    /// Wanted and on, not in force.
    Wanted,
    /// Switched off on this path.
    Off,
}

impl Tenant {
    /// Every path of a user, the direct ones first, then by group in the order in which a step visits them.
    pub fn paths(&self, user: UserId) -> Vec<PathRow> {
        let mut rows = Vec::new();
        self.add_path_rows(&mut rows, Path::Direct, self.users.direct.at(user), self.users.direct_times.at(user));
        for edge in self.users.edges(user) {
            self.add_path_rows(&mut rows, Path::Group(edge.group()), edge.outcome, edge.times);
        }
        rows
    }

    /// One path of a user.
    pub fn path(&self, user: UserId, product: ProductId, path: Path) -> Option<PathRow> {
        self.paths(user).into_iter().find(|row| row.product == product && row.path == path)
    }

    fn add_path_rows(&self, rows: &mut Vec<PathRow>, path: Path, outcome: OutcomeId, times: TimesId) {
        for (row, at) in self.outcomes.rows(outcome).iter().zip(0..) {
            rows.push(PathRow {
                product: row.product,
                path,
                state: shown_state(self.gives(row.product), row),
                error: row.error,
                disabled: self.disabled_plans(row.disabled),
                updated: self.times.get(times, at),
            });
        }
    }

    /// What a user holds: one entry a product, without paths in error (`user.assignedLicenses`).
    pub fn effective_licenses(&self, user: UserId) -> Vec<EffectiveLicense> {
        let mut held: BTreeMap<ProductId, BTreeSet<PlanId>> = BTreeMap::new();
        for row in self.paths(user).into_iter().filter(|row| row.state.in_force()) {
            held.entry(row.product)
                .and_modify(|disabled| disabled.retain(|plan| row.disabled.contains(plan)))
                .or_insert(row.disabled);
        }
        held.into_iter().map(|(product, disabled)| EffectiveLicense { product, disabled }).collect()
    }

    /// The plans that a user is given, over all paths.
    pub fn effective_plans(&self, user: UserId) -> BTreeSet<PlanId> {
        self.holding(self.paths_in_force(user).into_iter()).given.iter().collect()
    }

    /// What a path says of a plan of its product; `None` where the product does not hold the plan.
    pub fn plan_on_path(&self, row: &PathRow, plan: PlanId) -> Option<PlanOnPath> {
        if !self.plans_of(row.product).contains(plan) {
            return None;
        }
        Some(match (row.disabled.contains(&plan), row.state) {
            (true, _) => PlanOnPath::Off,
            (false, AssignmentState::Error) => PlanOnPath::Wanted,
            (false, AssignmentState::Disabled) => PlanOnPath::Withheld,
            (false, AssignmentState::Active | AssignmentState::ActiveWithError) => PlanOnPath::Given,
        })
    }
}
