//! A filter made ready for the many rows of one tenant: what would be an object of JSON for each is asked of the tenant.

use licensing_core::{PlansOn, Tenant};
use serde_json::json;

use super::Bound;
use crate::resources::Row;

/// The names of an element of `assignedPlans` that follow from its plan and its status.
const OF_PLAN: &[&str] = &["servicePlanId", "capabilityStatus"];

/// A filter over rows of one tenant.
pub(crate) struct Ready<'t> {
    tenant: &'t Tenant,
    bound: Bound,
    test: Test<'t>,
}

enum Test<'t> {
    All(Vec<Test<'t>>),
    Any(Vec<Test<'t>>),
    Not(Box<Test<'t>>),
    /// One of the user's plans passes.
    Plans(Box<PlansOn<'t>>, Bound),
    /// As it stands.
    Plain(Bound),
}

impl<'t> Ready<'t> {
    /// The filter for rows of this tenant.
    pub(crate) fn new(tenant: &'t Tenant, bound: Bound) -> Ready<'t> {
        let test = Test::of(tenant, &bound);
        Ready { tenant, bound, test }
    }

    /// What was asked.
    pub(crate) fn bound(&self) -> &Bound {
        &self.bound
    }

    /// Whether a row passes.
    pub(crate) fn passes(&self, row: &Row) -> bool {
        self.test.passes(self.tenant, row)
    }
}

impl<'t> Test<'t> {
    fn of(tenant: &'t Tenant, bound: &Bound) -> Test<'t> {
        let all = |operands: &[Bound]| operands.iter().map(|operand| Test::of(tenant, operand)).collect();
        match bound {
            Bound::All(operands) => Test::All(all(operands)),
            Bound::Any(operands) => Test::Any(all(operands)),
            Bound::Not(operand) => Test::Not(Box::new(Test::of(tenant, operand))),
            Bound::Element { path, test }
                if path[..] == ["assignedPlans"] && test.as_ref().is_none_or(|test| test.reads_only(OF_PLAN)) =>
            {
                let plans = PlansOn::new(tenant, |plan, status| {
                    let Some(info) = tenant.catalog().plan(plan) else { return false };
                    let entry = json!({ "servicePlanId": info.guid.to_string(), "capabilityStatus": status.name() });
                    test.as_ref().is_none_or(|test| test.element_passes(&entry))
                });
                Test::Plans(Box::new(plans), bound.clone())
            }
            other => Test::Plain(other.clone()),
        }
    }

    fn passes(&self, tenant: &Tenant, row: &Row) -> bool {
        match (self, row) {
            (Test::All(operands), _) => operands.iter().all(|operand| operand.passes(tenant, row)),
            (Test::Any(operands), _) => operands.iter().any(|operand| operand.passes(tenant, row)),
            (Test::Not(operand), _) => !operand.passes(tenant, row),
            (Test::Plans(plans, _), Row::User(user)) => plans.has_one(*user),
            (Test::Plans(_, bound) | Test::Plain(bound), _) => bound.passes(&|name| row.property(tenant, name)),
        }
    }
}
