//! Which rows of the catalogue count in a tenant, and what the tenant changed of them.

use licensing_model::PlanId;

use crate::rules::tables::ordered;
use crate::tenant::Tenant;

impl Tenant {
    /// Whether two plans exclude each other in this tenant now (R6).
    pub fn excludes(&self, a: PlanId, b: PlanId) -> bool {
        self.tables().pairs.contains(&ordered(a, b))
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
