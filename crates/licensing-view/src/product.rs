//! Products of the tenant, and those that could be bought.

use licensing_model::Units;

use crate::names::ProductName;
use crate::seats::Seats;

/// One product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductRow {
    /// Which.
    pub product: ProductName,
    /// Its seats.
    pub seats: Seats,
    /// Its units as bought.
    pub units: Units,
    /// `capabilityStatus`.
    pub status: &'static str,
    /// Distinct users with it in force.
    pub licensed_users: usize,
    /// Groups that carry it.
    pub licensed_groups: usize,
    /// Users with a failing path of it.
    pub in_error: usize,
    /// How many plans it holds under the rules that hold.
    pub plans: usize,
    /// Its plans of 2019 are not known; today's count.
    pub plans_of_today: bool,
}

/// A product that the tenant could buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductOffer {
    /// Which.
    pub product: ProductName,
    /// How many plans it holds.
    pub plans: usize,
    /// The rule set offers it.
    pub offered: bool,
}
