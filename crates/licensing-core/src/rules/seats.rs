//! R8: seats. CountViolation is decided here and nowhere else.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, ProductId};

use super::attempt::{Attempt, Failure};
use super::cause::Cause;
use crate::store::id_set::ProductSet;

/// R8.2: a product that the user holds neither now nor when the step began needs a free seat.
///
/// One seat serves all paths of a user (R8.1), so a further path needs none, and a seat that the user gives up within
/// the step stays the user's until its end. `free` are the products of which a seat is free. Source: the 2019 article, "Not enough licenses".
pub(crate) fn check(attempt: &Attempt, free: &ProductSet) -> Result<(), Failure> {
    let needs_seat = |product: ProductId| {
        !attempt.have.held.contains(product)
            && !attempt.holding.products.contains(product)
            && !attempt.began.contains(product)
    };
    let mut marks = Vec::new();
    for facts in &attempt.want.products {
        if !free.contains(facts.product) && needs_seat(facts.product) {
            marks.push((facts.product, Cause::NoSeat));
        }
    }
    Failure::of(AssignmentError::CountViolation, marks)
}

#[cfg(test)]
mod tests {
    use super::super::literals::{attempt, attempt_since, products, tables, template};
    use super::*;

    #[test]
    fn a_product_that_the_user_holds_nowhere_needs_a_free_seat() {
        let tables = tables(&[], &[]);
        let [none, one, two] = [&[][..], &[(1, &[10][..])], &[(1, &[10]), (2, &[20])]].map(|t| template(&tables, t));
        let marks = |have, want, other, free: &[usize]| {
            let failure = attempt(have, want, other, |attempt| check(attempt, &products(free))).err();
            failure.map(|failure| failure.marks)
        };
        let missing = |product| Some(alloc::vec![(ProductId::at(product), Cause::NoSeat)]);
        assert_eq!(marks(&none, &one, &none, &[1]), None);
        assert_eq!(marks(&none, &one, &none, &[2]), missing(1));
        // R8.1: one seat for all paths.
        assert_eq!(marks(&none, &one, &one, &[]), None);
        assert_eq!(marks(&one, &two, &none, &[]), missing(2));
    }

    #[test]
    fn a_seat_that_the_user_held_when_the_step_began_is_free_for_the_user() {
        let tables = tables(&[], &[]);
        let [none, one] = [&[][..], &[(1, &[10][..])]].map(|t| template(&tables, t));
        let fails = |began: &[usize]| {
            attempt_since(&products(began), &none, &one, &none, |attempt| check(attempt, &products(&[]))).is_err()
        };
        assert!(fails(&[]));
        assert!(!fails(&[1]));
    }
}
