//! What asking a large tenant takes: why a path is as it is, who has a plan, and what happened to somebody.

use licensing_core::{History, Tenant};
use licensing_graph::{Request, handle};
use licensing_model::{AssignmentError, UserId};

use crate::generator::{Failed, GROUPS};
use crate::measure::Machine;

/// How many paths are explained.
const PATHS: usize = 100;
/// How often each request is sent.
const ROUNDS: usize = 5;

impl Machine {
    /// Paths in error are explained, down to the commands in the log that brought them.
    pub(crate) fn explanations(&self, tenant: &Tenant, users: u32) -> Vec<u64> {
        let step = (users as usize / PATHS / 4).max(1);
        let users = (0..users).step_by(step).map(UserId::from_raw).filter(|user| tenant.rows_in_error(*user) > 0);
        let failed = |user| tenant.paths(user).into_iter().find(|row| row.error != AssignmentError::None);
        let paths = users.filter_map(|user| Some((user, failed(user)?))).take(PATHS);
        paths.map(|(user, row)| self.timed(|| tenant.explain(user, row.product, row.path)).1).collect()
    }

    /// The users who have a plan, counted, and the events about one user.
    pub(crate) fn requests(&self, history: &mut History) -> Result<[Vec<u64>; 2], Failed> {
        let tenant = history.tenant();
        let product = tenant.products().next().and_then(|product| tenant.product(product));
        let plan = product.and_then(|product| product.plans.first().copied()).ok_or(Failed::Incomplete)?;
        let user = tenant.user_guid(UserId::at(tenant.user_count() / GROUPS));
        let by_plan = format!(
            "/users?$count=true&$top=1&$filter=assignedPlans/any(p: p/servicePlanId eq {} and p/capabilityStatus eq \
             'Enabled')",
            tenant.plan_guid(plan)
        );
        let by_target = format!("/auditLogs/directoryAudits?$filter=targetResources/any(t: t/id eq '{user}')");
        let mut all = [Vec::new(), Vec::new()];
        for (url, durations) in [by_plan, by_target].iter().zip(&mut all) {
            for _ in 0..ROUNDS {
                let request = Request::new("GET", url).header("ConsistencyLevel", "eventual");
                let (answer, took) = self.timed(|| handle(history, &request));
                // A request that is refused takes no time.
                if answer.status != 200 {
                    return Err(Failed::Incomplete);
                }
                durations.push(took);
            }
        }
        Ok(all)
    }
}
