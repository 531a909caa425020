//! Units of a subscription.

/// The seats of one product, by the state of the subscription that they belong to (Graph's `licenseUnitsDetail`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct Units {
    /// Seats of active subscriptions.
    pub enabled: u32,
    /// Seats of expired subscriptions in their grace period, still usable.
    pub warning: u32,
    /// Seats of cancelled subscriptions; they can be reactivated.
    pub suspended: u32,
    /// Seats locked out because the customer cancelled.
    pub locked_out: u32,
}

impl Units {
    /// The largest count that one field may have.
    pub const LIMIT: u32 = 100_000_000;

    /// `count` seats, all enabled.
    pub const fn enabled(count: u32) -> Units {
        Units { enabled: count, warning: 0, suspended: 0, locked_out: 0 }
    }

    /// Seats that can be given out: enabled and warning (R8.2).
    pub const fn assignable(self) -> u32 {
        self.enabled.saturating_add(self.warning)
    }

    /// What Graph reports for the product: the first kind of unit above zero (R8.2).
    pub const fn capability_status(self) -> CapabilityStatus {
        if self.enabled > 0 {
            CapabilityStatus::Enabled
        } else if self.warning > 0 {
            CapabilityStatus::Warning
        } else if self.suspended > 0 {
            CapabilityStatus::Suspended
        } else if self.locked_out > 0 {
            CapabilityStatus::LockedOut
        } else {
            CapabilityStatus::Deleted
        }
    }
}

/// `subscribedSku.capabilityStatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CapabilityStatus {
    /// At least one enabled unit.
    Enabled,
    /// Expired, still usable.
    Warning,
    /// Cancelled; paths in force give nothing.
    Suspended,
    /// Locked out; paths in force give nothing.
    LockedOut,
    /// No units at all; paths in force give nothing.
    Deleted,
}

impl CapabilityStatus {
    /// All of them, the better first.
    pub const ALL: [CapabilityStatus; 5] = [
        CapabilityStatus::Enabled,
        CapabilityStatus::Warning,
        CapabilityStatus::Suspended,
        CapabilityStatus::LockedOut,
        CapabilityStatus::Deleted,
    ];

    /// Whether paths of the product that are in force give their plans (R8.4).
    pub const fn gives_plans(self) -> bool {
        matches!(self, CapabilityStatus::Enabled | CapabilityStatus::Warning)
    }

    /// Graph's word.
    pub const fn name(self) -> &'static str {
        match self {
            CapabilityStatus::Enabled => "Enabled",
            CapabilityStatus::Warning => "Warning",
            CapabilityStatus::Suspended => "Suspended",
            CapabilityStatus::LockedOut => "LockedOut",
            CapabilityStatus::Deleted => "Deleted",
        }
    }
}
