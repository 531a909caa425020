//! A product that the tenant subscribes to.

use alloc::vec::Vec;

use licensing_model::{PlanId, Units};

use super::short_log::ShortLog;

/// A product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Subscription {
    /// What was bought.
    pub(crate) units: Units,
    /// Distinct users that hold the product (R8.1).
    pub(crate) consumed: u32,
    /// Plans that were added by hand (R3).
    pub(crate) added: Vec<PlanId>,
    /// Which rows became short of a seat, in that order.
    pub(crate) short: ShortLog,
}

impl Subscription {
    /// Seats that nobody holds (R8.2); none when more are held than were bought.
    pub(crate) fn free(&self) -> u32 {
        self.units.assignable().saturating_sub(self.consumed)
    }

    /// Whether paths in force give their plans (R8.4).
    pub(crate) fn gives(&self) -> bool {
        self.units.capability_status().gives_plans()
    }
}
