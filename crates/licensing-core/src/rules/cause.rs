//! What a failed check rests on: kept with the failure in the audit log, and unfolded by an explanation.

use licensing_model::PlanId;

/// Why a product failed, with the facts that it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// R5: this row of the catalog's locations prohibits it.
    Prohibited {
        /// The row.
        row: u32,
    },
    /// R8: no seat is free.
    NoSeat,
    /// R6: these plans exclude each other.
    Exclusive {
        /// A plan of this product, or of one marked with it.
        a: PlanId,
        /// The other plan.
        b: PlanId,
    },
    /// R7.2: this plan lacks all of its prerequisites.
    Lacks {
        /// The plan that needs.
        plan: PlanId,
    },
    /// R7.3: this plan, which stays, would lose its last prerequisite.
    WouldStrand {
        /// The plan that needs.
        plan: PlanId,
    },
    /// R9: an address that comes with the license is held by another object.
    AddressTaken,
}
