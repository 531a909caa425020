//! R7: dependencies.

use alloc::vec::Vec;

use licensing_model::AssignmentError;

use super::attempt::{Attempt, Failure, mark};
use super::cause::Cause;
use crate::tenant::Tenant;

/// R7.2: a newly enabled plan has no prerequisite in the candidate; R7.3: a plan that stays would lose its last.
///
/// Source: the 2019 article, "Other products depend on this license" and "Manage licenses for products with
/// prerequisites"; that the list is any-of: the same.
pub(crate) fn check(attempt: &Attempt, tenant: &Tenant) -> Result<(), Failure> {
    if attempt.want.complete && attempt.have.products.is_empty() {
        return Ok(());
    }
    let before = attempt.before();
    let candidate = attempt.candidate();
    let mut marks = Vec::new();
    for needs in &tenant.tables().needs {
        if !candidate.given.contains(needs.plan) || needs.any_of.intersects(&candidate.given) {
            continue;
        }
        for facts in &attempt.want.products {
            if facts.gives && attempt.newly_on(facts.product).contains(needs.plan) {
                mark(&mut marks, facts.product, Cause::Lacks { plan: needs.plan });
            }
        }
        if before.given.contains(needs.plan) && needs.any_of.intersects(&before.given) {
            for facts in &attempt.have.products {
                if needs.any_of.intersects(facts.given()) {
                    mark(&mut marks, facts.product, Cause::WouldStrand { plan: needs.plan });
                }
            }
        }
    }
    Failure::of(AssignmentError::DependencyViolation, marks)
}
