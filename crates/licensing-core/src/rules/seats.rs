//! R8: seats. CountViolation is decided here and nowhere else.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, ProductId};

use super::attempt::{Attempt, Failure};
use super::cause::Cause;
use crate::tenant::Tenant;

/// R8.2: a product that the user holds neither now nor when the step began needs a free seat.
///
/// One seat serves all paths of a user (R8.1), so a further path needs none, and a seat that the user gives up within
/// the step stays the user's until its end. Source: the 2019 article, "Not enough licenses".
pub(crate) fn check(attempt: &Attempt, tenant: &Tenant) -> Result<(), Failure> {
    let began_with = |product| attempt.began.iter().any(|path| tenant.templates.entry(*path, product).is_some());
    let needs_seat = |product: ProductId| {
        !attempt.have.held.contains(product) && !attempt.holding.products.contains(product) && !began_with(product)
    };
    let no_seat = |product| tenant.subscription(product).is_none_or(|subscription| subscription.free() == 0);
    let mut marks = Vec::new();
    for facts in &attempt.want.products {
        if no_seat(facts.product) && needs_seat(facts.product) {
            marks.push((facts.product, Cause::NoSeat));
        }
    }
    Failure::of(AssignmentError::CountViolation, marks)
}
