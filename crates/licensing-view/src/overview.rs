//! The overview: what needs attention, what is left of the seats, what runs next.

use crate::names::{GroupName, ProductName};
use crate::processing::NextUser;
use crate::route::WhyTarget;
use crate::seats::Seats;
use crate::shell::Waiting;
use crate::status::Status;

/// The overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewView {
    /// There are neither users nor groups nor products.
    pub empty: bool,
    /// Groups with members in error, most first.
    pub attention: Vec<AttentionRow>,
    /// Distinct users in error.
    pub users_in_error: usize,
    /// Products by name.
    pub seats: Vec<SeatRow>,
    /// The first users of the queue.
    pub next: Vec<NextUser>,
    /// The whole queue.
    pub waiting: Waiting,
}

/// A group that needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttentionRow {
    /// Which.
    pub group: GroupName,
    /// Users in error.
    pub in_error: usize,
    /// The reason that most of them have.
    pub reason: Status,
    /// How many have it, where not all do.
    pub share: Option<String>,
    /// One of them, to be explained.
    pub why: WhyTarget,
}

/// The seats of one product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    /// Which.
    pub product: ProductName,
    /// Its seats.
    pub seats: Seats,
}
