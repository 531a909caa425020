//! R4.3: one change of one path of one user, to be judged as one final state.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, PlanId, ProductId};

use super::cause::Cause;
use super::facts::{Facts, FactsRef};
use crate::store::id_set::{PlanSet, ProductSet};

/// What a user holds over some paths in force.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Holding {
    /// Plans on in any path, suspended products included (R8.4).
    pub(crate) on: PlanSet,
    /// Plans given.
    pub(crate) given: PlanSet,
    /// Products held.
    pub(crate) products: ProductSet,
}

impl Holding {
    /// Adds a path.
    pub(crate) fn add(&mut self, facts: &Facts) {
        self.on.add_all(&facts.on);
        self.given.add_all(&facts.given);
        self.products.add_all(&facts.held);
    }

    /// With another path.
    pub(crate) fn with(mut self, facts: &Facts) -> Holding {
        self.add(facts);
        self
    }
}

/// A change of one path: from what it has in force to what it shall have.
#[derive(Clone, Copy)]
pub(crate) struct Attempt<'a> {
    /// What is in force on the user's other paths, taken together.
    pub(crate) holding: &'a Holding,
    /// The same one by one; asked for only where it matters.
    pub(crate) others: &'a dyn Fn() -> Vec<FactsRef<'a>>,
    /// Products that the user held when the step began.
    pub(crate) began: &'a ProductSet,
    /// What this path has in force.
    pub(crate) have: &'a Facts,
    /// What it shall have.
    pub(crate) want: &'a Facts,
}

/// A failed check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The code.
    pub(crate) error: AssignmentError,
    /// The products that failed, each with its first cause, in the order in which the causes were found.
    pub(crate) marks: Vec<(ProductId, Cause)>,
    /// R6: every pair of plans that stands in the way, in the order of the tables.
    pub(crate) pairs: Vec<(PlanId, PlanId)>,
}

impl Failure {
    /// A failure, if there are marks.
    pub(crate) fn of(error: AssignmentError, marks: Vec<(ProductId, Cause)>) -> Result<(), Failure> {
        if marks.is_empty() { Ok(()) } else { Err(Failure { error, marks, pairs: Vec::new() }) }
    }
}

/// Marks a product, unless it has a cause already.
pub(crate) fn mark(marks: &mut Vec<(ProductId, Cause)>, product: ProductId, cause: Cause) {
    if marks.iter().all(|(marked, _)| *marked != product) {
        marks.push((product, cause));
    }
}

impl Attempt<'_> {
    /// The plans of `product` that this path newly enables (docs/readings.md, 2).
    pub(crate) fn newly_on(&self, product: ProductId) -> PlanSet {
        self.want.on_in(product).without(&self.have.on_in(product))
    }

    /// What the user holds before this change.
    pub(crate) fn before(&self) -> Holding {
        self.holding.with(self.have)
    }

    /// What the user holds after it.
    pub(crate) fn candidate(&self) -> Holding {
        self.holding.with(self.want)
    }
}
