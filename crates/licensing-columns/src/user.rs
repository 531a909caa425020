//! What is kept of a user.

use licensing_model::GroupId;

use super::numbers::{OutcomeId, TimesId};

/// What is true or not of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Flags(u8);

impl Flags {
    /// Deleted, for less than 30 days or for good.
    pub const DELETED: Flags = Flags(1);
    /// `accountEnabled` is false.
    pub const BLOCKED: Flags = Flags(2);
    /// `userType` is `Guest`.
    pub const GUEST: Flags = Flags(4);
    /// A run of this user waits in the queue.
    pub const WAITING: Flags = Flags(8);
    /// The userPrincipalName is the mailNickname at the initial domain.
    pub const PLAIN: Flags = Flags(16);
    /// The user is not deleted, and a path is in error.
    pub const IN_ERROR: Flags = Flags(32);

    /// Whether `flag` is set.
    pub const fn has(self, flag: Flags) -> bool {
        self.0 & flag.0 != 0
    }

    /// With `flag` set or not.
    pub const fn with(self, flag: Flags, set: bool) -> Flags {
        if set { Flags(self.0 | flag.0) } else { Flags(self.0 & !flag.0) }
    }
}

/// What a user and a group have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The group; the top bit says that the user has left it and rows remain.
    target: u32,
    /// The rows of the path.
    pub outcome: OutcomeId,
    /// When they changed.
    pub times: TimesId,
    /// The place of the user in the group's list.
    pub slot: u32,
}

const LEFT: u32 = 1 << 31;

/// A place without an edge.
impl Default for Edge {
    fn default() -> Self {
        Edge { target: u32::MAX, outcome: OutcomeId::NONE, times: TimesId::default(), slot: 0 }
    }
}

impl Edge {
    /// A new membership.
    pub fn member(group: GroupId, slot: u32) -> Edge {
        Edge { target: group.raw() & !LEFT, slot, ..Edge::default() }
    }

    /// The group.
    pub fn group(self) -> GroupId {
        GroupId::from_raw(self.target & !LEFT)
    }

    /// The number of the group, where the user has not left it; else one that no group has.
    #[inline(always)]
    pub fn number(self) -> u32 {
        self.target
    }

    /// Whether the user left the group (or it was deleted) and rows of it remain.
    pub fn is_left(self) -> bool {
        self.target & LEFT != 0
    }

    /// The slot of rows that remain of a deleted group: the place in its list belongs to the membership, which comes
    /// back if the group does.
    pub const NO_SLOT: u32 = u32::MAX;

    /// The same edge with these rows.
    pub fn with_rows(self, outcome: OutcomeId, times: TimesId) -> Edge {
        Edge { outcome, times, ..self }
    }

    /// The same edge with the rows of `other`.
    pub fn with_rows_of(self, other: Edge) -> Edge {
        self.with_rows(other.outcome, other.times)
    }

    /// The same edge with its place in the group's list given up.
    pub fn without_slot(self) -> Edge {
        Edge { slot: Edge::NO_SLOT, ..self }
    }

    /// The same edge at another place in the group's list.
    pub fn with_slot(self, slot: u32) -> Edge {
        Edge { slot, ..self }
    }

    /// The same edge after leaving.
    pub fn into_left(self) -> Edge {
        Edge { target: self.target | LEFT, ..self }
    }
}

/// What a user's mail attributes are, in four bytes: 0 for none at all, 1 for just what the calculation gives a user that had
/// none, or 2 more than the place at which something else is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Addresses(pub u32);

impl Addresses {
    /// None at all.
    pub const EMPTY: Addresses = Addresses(0);
    /// Just what the calculation gives a user that had none: nothing is stored for them.
    pub const CALCULATED: Addresses = Addresses(1);
}
