//! R4.3: the checks, in their order.

use alloc::vec::Vec;

use super::addresses::{self, AddressChange};
use super::attempt::{Attempt, Failure};
use super::ground::Ground;
use super::{dependency, exclusivity, location, seats};

/// R4.3: makes the checks in their order; the first that fails decides. A passed attempt names what becomes of the user's
/// addresses (R9).
pub(crate) fn judge(attempt: &Attempt, ground: &Ground) -> Result<AddressChange, Failure> {
    location::check(attempt, &ground.tables.prohibitions, ground.country)?;
    seats::check(attempt, ground.free)?;
    exclusivity::check(attempt)?;
    dependency::check(attempt, &ground.tables.needs)?;
    addresses::check(attempt, &ground.tables.mailbox, ground.addresses)
}

/// Every check that fails, in the order in which they are made.
pub(crate) fn failures(attempt: &Attempt, ground: &Ground) -> Vec<Failure> {
    let checks = [
        location::check(attempt, &ground.tables.prohibitions, ground.country),
        seats::check(attempt, ground.free),
        exclusivity::check(attempt),
        dependency::check(attempt, &ground.tables.needs),
        addresses::check(attempt, &ground.tables.mailbox, ground.addresses).map(|_| ()),
    ];
    checks.into_iter().filter_map(Result::err).collect()
}
