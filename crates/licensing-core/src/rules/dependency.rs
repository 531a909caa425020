//! R7: dependencies.

use alloc::vec::Vec;

use licensing_model::AssignmentError;

use super::attempt::{Attempt, Failure, mark};
use super::cause::Cause;
use super::tables::Needs;

/// R7.2: a newly enabled plan has no prerequisite in the candidate; R7.3: a plan that stays would lose its last.
///
/// Source: the 2019 article, "Other products depend on this license" and "Manage licenses for products with
/// prerequisites"; that the list is any-of: the same.
pub(crate) fn check(attempt: &Attempt, needs: &[Needs]) -> Result<(), Failure> {
    if attempt.want.complete && attempt.have.products.is_empty() {
        return Ok(());
    }
    let before = attempt.before();
    let candidate = attempt.candidate();
    let mut marks = Vec::new();
    for needs in needs {
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

#[cfg(test)]
mod tests {
    use licensing_model::{PlanId, ProductId};

    use super::super::literals::{attempt, suspended, tables, template};
    use super::*;

    #[test]
    fn a_plan_needs_one_of_its_prerequisites_wherever_that_comes_from() {
        let tables = tables(&[], &[(10, &[20, 21])]);
        let [none, needs, gives] = [&[][..], &[(1, &[10][..])], &[(2, &[21])]].map(|t| template(&tables, t));
        let marks = |have, want, other| {
            attempt(have, want, other, |attempt| check(attempt, &tables.needs)).err().map(|failure| failure.marks)
        };
        let cause = |product, cause| Some(alloc::vec![(ProductId::at(product), cause)]);
        assert_eq!(marks(&none, &needs, &none), cause(1, Cause::Lacks { plan: PlanId::at(10) }));
        assert_eq!(marks(&none, &needs, &gives), None);
        // R7.3: what stays would lose its last prerequisite.
        assert_eq!(marks(&gives, &none, &needs), cause(2, Cause::WouldStrand { plan: PlanId::at(10) }));
        assert_eq!(marks(&needs, &none, &gives), None);
        // R8.4: a suspended product satisfies nothing.
        let gone = suspended(&tables, &[(2, &[21])]);
        assert_eq!(marks(&none, &needs, &gone), cause(1, Cause::Lacks { plan: PlanId::at(10) }));
    }

    #[test]
    fn what_lacked_before_blocks_no_removal() {
        let tables = tables(&[], &[(10, &[20])]);
        let [none, needs, other] = [&[][..], &[(1, &[10][..])], &[(2, &[30])]].map(|t| template(&tables, t));
        assert!(attempt(&other, &none, &needs, |attempt| check(attempt, &tables.needs)).is_ok());
    }
}
