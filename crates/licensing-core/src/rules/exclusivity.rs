//! R6: mutually exclusive plans.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, PlanId};

use super::attempt::{Attempt, Failure, mark};
use super::cause::Cause;
use super::facts::Facts;
use crate::store::id_set::PlanSet;
use crate::tenant::Tenant;

/// R6.1: in the candidate two exclusive plans are on through two different products, and were not both on before.
/// Each product of `want` in which one of them is on is marked.
///
/// A disabled plan is not on, and a plan never clashes with itself (R6.2). Nothing is resolved here (R6.3). Source:
/// the 2019 article, "Conflicting service plans".
pub(crate) fn check(attempt: &Attempt, tenant: &Tenant) -> Result<(), Failure> {
    if !attempt.want.clashes_within && !attempt.want.clash.intersects(&attempt.holding.on) {
        return Ok(());
    }
    let before = attempt.before();
    let candidate = attempt.candidate();
    let others: Vec<_> = attempt.others().map(|path| tenant.facts(path)).collect();
    let paths = || others.iter().map(|facts| &**facts).chain([attempt.want]);
    let both = |plans: &PlanSet, a, b| plans.contains(a) && plans.contains(b);
    let counts = |a: PlanId, b: PlanId| {
        both(&candidate.on, a, b) && !both(&before.on, a, b) && through_two_products(paths, a, b)
    };
    let pairs: Vec<_> = attempt.want.pairs.iter().copied().filter(|(a, b)| counts(*a, *b)).collect();
    let mut marks = Vec::new();
    for &(a, b) in &pairs {
        for facts in attempt.want.products.iter().filter(|facts| facts.on.contains(a) || facts.on.contains(b)) {
            mark(&mut marks, facts.product, Cause::Exclusive { a, b });
        }
    }
    Failure::of(AssignmentError::MutuallyExclusiveViolation, marks).map_err(|failure| Failure { pairs, ..failure })
}

/// Whether `a` is on in one product and `b` in another.
pub(crate) fn through_two_products<'f, I: Iterator<Item = &'f Facts>>(
    paths: impl Fn() -> I,
    a: PlanId,
    b: PlanId,
) -> bool {
    let products = |plan: PlanId| {
        paths()
            .flat_map(|facts| &facts.products)
            .filter(move |facts| facts.on.contains(plan))
            .map(|facts| facts.product)
    };
    products(a).any(|one| products(b).any(|other| other != one))
}
