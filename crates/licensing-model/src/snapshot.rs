//! Everything that can be observed of a tenant, as plain sorted values: what the engine and its reference model are
//! compared by. Slow on purpose; nothing but tests and tools reads it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use crate::assignment::{AssignmentError, AssignmentState, Path, ProcessingState};
use crate::ids::{GroupId, PlanId, ProductId, UserId};
use crate::property::Property;
use crate::units::Units;

/// One path of one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowSnapshot {
    /// Graph's state.
    pub state: AssignmentState,
    /// Graph's error.
    pub error: AssignmentError,
    /// The path's own disabled plans.
    pub disabled: BTreeSet<PlanId>,
    /// `lastUpdatedDateTime`, in seconds of the simulated clock.
    pub updated: u32,
}

/// One user that is not gone for good.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UserSnapshot {
    /// When it was deleted, in seconds of the simulated clock.
    pub deleted: Option<u32>,
    /// `mail`.
    pub mail: Option<String>,
    /// `proxyAddresses` in order, with their prefixes.
    pub proxy_addresses: Vec<String>,
    /// Existing groups that the user is a direct member of, in the order of joining.
    pub groups: Vec<GroupId>,
    /// Properties that are kept as they were given.
    pub properties: BTreeMap<Property, String>,
    /// Every path, in force or not.
    pub rows: BTreeMap<(ProductId, Path), RowSnapshot>,
}

/// One group; a deleted one as long as it can be brought back.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct GroupSnapshot {
    /// When it was deleted.
    pub deleted: Option<u32>,
    /// Direct members that are users, in the order of joining; empty for a deleted group.
    pub users: Vec<UserId>,
    /// Products with their disabled plans.
    pub template: BTreeMap<ProductId, BTreeSet<PlanId>>,
    /// `licenseProcessingState`; not compared for a deleted group.
    pub processing: Option<ProcessingState>,
    /// Properties that are kept as they were given.
    pub properties: BTreeMap<Property, String>,
}

/// One product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProductSnapshot {
    /// What was bought.
    pub units: Units,
    /// `consumedUnits`.
    pub consumed: u32,
}

/// Whom a run is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RunTarget {
    /// One user.
    User(UserId),
    /// The users of a group.
    Group(GroupId),
    /// Those whom the rule of a group moves (R17).
    Members(GroupId),
}

/// One run of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunSnapshot {
    /// Whom it is for.
    pub target: RunTarget,
    /// Whether its first step was taken.
    pub started: bool,
    /// For a started run the users that it has still to take, in order, without deleted ones.
    pub remaining: Vec<UserId>,
}

/// A tenant, observed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Snapshot {
    /// Seconds of the simulated clock since its start.
    pub clock: u32,
    /// Users.
    pub users: BTreeMap<UserId, UserSnapshot>,
    /// Groups.
    pub groups: BTreeMap<GroupId, GroupSnapshot>,
    /// Products of the tenant.
    pub products: BTreeMap<ProductId, ProductSnapshot>,
    /// The queue, first run first.
    pub queue: Vec<RunSnapshot>,
}

/// What one step of the background did.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StepSnapshot {
    /// The users taken, in the order of their runs, and whether each was put off by the concurrency exception.
    pub taken: Vec<(UserId, bool)>,
    /// Whether any row, seat or address changed.
    pub changed: bool,
}
