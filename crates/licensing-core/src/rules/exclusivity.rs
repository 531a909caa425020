//! R6: mutually exclusive plans.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, PlanId};

use super::attempt::{Attempt, Cause, Failure};
use super::facts::Facts;
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
    let others: Vec<_> = attempt.others.iter().map(|path| tenant.facts(*path)).collect();
    let paths = || others.iter().map(|facts| &**facts).chain([attempt.want]);
    let counts = |a: PlanId, b: PlanId| {
        !(before.on.contains(a) && before.on.contains(b)) && through_two_products(paths, a, b)
    };
    let mut marks = Vec::new();
    let pairs: Vec<_> = tenant.tables().pairs.iter().filter(|(a, b)| counts(*a, *b)).collect();
    for facts in &attempt.want.products {
        if let Some((a, b)) = pairs.iter().find(|(a, b)| facts.on.contains(*a) || facts.on.contains(*b)) {
            marks.push((facts.product, Cause::Exclusive { a: *a, b: *b }));
        }
    }
    Failure::of(AssignmentError::MutuallyExclusiveViolation, marks)
}

/// Whether `a` is on in one product and `b` in another.
pub(crate) fn through_two_products<'f, I: Iterator<Item = &'f Facts>>(paths: impl Fn() -> I, a: PlanId, b: PlanId) -> bool {
    let products = |plan: PlanId| {
        paths().flat_map(|facts| &facts.products).filter(move |facts| facts.on.contains(plan)).map(|facts| facts.product)
    };
    products(a).any(|one| products(b).any(|other| other != one))
}
