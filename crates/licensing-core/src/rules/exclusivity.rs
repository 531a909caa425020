//! R6: mutually exclusive plans.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, PlanId};

use super::attempt::{Attempt, Failure, mark};
use super::cause::Cause;
use super::facts::Facts;
use crate::store::id_set::PlanSet;

/// R6.1: in the candidate two exclusive plans are on through two different products, and were not both on before.
/// Each product of `want` in which one of them is on is marked.
///
/// A disabled plan is not on, and a plan never clashes with itself (R6.2). Nothing is resolved here (R6.3). Source:
/// the 2019 article, "Conflicting service plans".
pub(crate) fn check(attempt: &Attempt) -> Result<(), Failure> {
    if !attempt.want.clashes_within && !attempt.want.clash.intersects(&attempt.holding.on) {
        return Ok(());
    }
    let before = attempt.before();
    let candidate = attempt.candidate();
    let others = (attempt.others)();
    let paths = || others.iter().map(|facts| &**facts).chain([attempt.want]);
    let both = |plans: &PlanSet, a, b| plans.contains(a) && plans.contains(b);
    let counts = |a: PlanId, b: PlanId| {
        both(&candidate.on, a, b) && !both(&before.on, a, b) && through_two_products(paths, a, b)
    };
    let pairs: Vec<_> = attempt.want.pairs.iter().copied().filter(|(a, b)| counts(*a, *b)).collect();
    match pairs.is_empty() {
        true => Ok(()),
        false => Err(clash(attempt.want, pairs)),
    }
}

/// What a change to `want` fails with where these pairs count.
pub(crate) fn clash(want: &Facts, pairs: Vec<(PlanId, PlanId)>) -> Failure {
    let mut marks = Vec::new();
    for &(a, b) in &pairs {
        for facts in want.products.iter().filter(|facts| facts.on.contains(a) || facts.on.contains(b)) {
            mark(&mut marks, facts.product, Cause::Exclusive { a, b });
        }
    }
    Failure { error: AssignmentError::MutuallyExclusiveViolation, marks, pairs }
}

/// The first pair through two products of one template, if there is one. What a product holds by itself clashes with
/// nothing (R6.1).
pub(crate) fn clash_within(facts: &Facts) -> Option<(PlanId, PlanId)> {
    let counts = |&(a, b): &(PlanId, PlanId)| through_two_products(|| core::iter::once(facts), a, b);
    facts.pairs.iter().copied().filter(|_| facts.clashes_within).find(counts)
}

/// Whether `a` is on in one product and `b` in another.
fn through_two_products<'f, I: Iterator<Item = &'f Facts>>(paths: impl Fn() -> I, a: PlanId, b: PlanId) -> bool {
    let products = |plan: PlanId| {
        paths()
            .flat_map(|facts| &facts.products)
            .filter(move |facts| facts.on.contains(plan))
            .map(|facts| facts.product)
    };
    products(a).any(|one| products(b).any(|other| other != one))
}

#[cfg(test)]
mod tests {
    use licensing_model::ProductId;

    use super::super::literals::{attempt, tables, template};
    use super::*;

    #[test]
    fn a_pair_counts_through_two_products_and_only_when_it_is_new() {
        let tables = tables(&[(10, 20)], &[]);
        let [none, a, b, both, same] =
            [&[][..], &[(1, &[10][..])], &[(2, &[20])], &[(3, &[10, 20])], &[(4, &[10])]].map(|t| template(&tables, t));
        let fails = |have, want, other| attempt(have, want, other, check).is_err();
        assert!(fails(&none, &b, &a));
        assert!(!fails(&none, &same, &a), "a plan never clashes with itself");
        assert!(!fails(&none, &both, &none), "within one product");
        assert!(fails(&none, &both, &a));
        assert!(!fails(&b, &b, &a), "it stood before");
        assert!(!fails(&none, &none, &a));
    }

    #[test]
    fn every_product_of_the_template_that_holds_one_of_the_two_is_marked() {
        let tables = tables(&[(10, 20)], &[]);
        let [none, a] = [&[][..], &[(1, &[10][..])]].map(|t| template(&tables, t));
        let want = template(&tables, &[(2, &[20, 21]), (3, &[30]), (4, &[20])]);
        let failure = attempt(&none, &want, &a, check).err().unwrap();
        let cause = Cause::Exclusive { a: PlanId::at(10), b: PlanId::at(20) };
        assert_eq!(failure.marks, [(ProductId::at(2), cause), (ProductId::at(4), cause)]);
    }
}
