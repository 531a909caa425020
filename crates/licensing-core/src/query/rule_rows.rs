//! Which rows of the catalogue count in a tenant, and what the tenant changed of them.

use licensing_model::catalog::ExclusivePair;
use licensing_model::{PlanId, RuleSet};

use crate::rules::tables::ordered;
use crate::tenant::Tenant;

impl Tenant {
    /// Whether two plans exclude each other in this tenant now (R6).
    pub fn excludes(&self, a: PlanId, b: PlanId) -> bool {
        self.tables().pairs.contains(&ordered(a, b))
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

    /// What this tenant itself says of the prerequisite of a plan; none where the rule set decides.
    pub fn own_prerequisite(&self, plan: PlanId) -> Option<bool> {
        self.own_rows.prerequisites.get(&plan).copied()
    }
}
