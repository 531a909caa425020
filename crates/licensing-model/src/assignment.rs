//! The state of one path, in Graph's words.

use crate::ids::GroupId;

/// One way in which a user gets a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Path {
    /// Assigned on the user.
    Direct,
    /// Inherited from this group.
    Group(GroupId),
}

/// `licenseAssignmentState.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssignmentState {
    /// In force.
    Active,
    /// In force as it was; the last change of it failed.
    ActiveWithError,
    /// In force, but its subscription gives nothing now (R8.4).
    Disabled,
    /// Wanted, not in force.
    Error,
}

impl AssignmentState {
    /// Whether the path holds its seat.
    pub const fn in_force(self) -> bool {
        !matches!(self, AssignmentState::Error)
    }

    /// Graph's word.
    pub const fn name(self) -> &'static str {
        match self {
            AssignmentState::Active => "Active",
            AssignmentState::ActiveWithError => "ActiveWithError",
            AssignmentState::Disabled => "Disabled",
            AssignmentState::Error => "Error",
        }
    }
}

/// `licenseAssignmentState.error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssignmentError {
    /// Nothing is wrong.
    None,
    /// R5: the product is not allowed where the user is.
    ProhibitedInUsageLocationViolation,
    /// R8: no free seat.
    CountViolation,
    /// R6: two plans that exclude each other.
    MutuallyExclusiveViolation,
    /// R7: a plan lacks, or would lose, its last prerequisite.
    DependencyViolation,
    /// R9: an address that the license brings is held by another object.
    UniquenessViolation,
    /// R4.5: another product of the same group failed.
    Other,
}

impl AssignmentError {
    /// All of them, `None` first, then in the order in which the checks are made.
    pub const ALL: [AssignmentError; 7] = [
        AssignmentError::None,
        AssignmentError::ProhibitedInUsageLocationViolation,
        AssignmentError::CountViolation,
        AssignmentError::MutuallyExclusiveViolation,
        AssignmentError::DependencyViolation,
        AssignmentError::UniquenessViolation,
        AssignmentError::Other,
    ];

    /// Graph's word; the string `None` where there is no error.
    pub const fn name(self) -> &'static str {
        match self {
            AssignmentError::None => "None",
            AssignmentError::ProhibitedInUsageLocationViolation => "ProhibitedInUsageLocationViolation",
            AssignmentError::CountViolation => "CountViolation",
            AssignmentError::MutuallyExclusiveViolation => "MutuallyExclusiveViolation",
            AssignmentError::DependencyViolation => "DependencyViolation",
            AssignmentError::UniquenessViolation => "UniquenessViolation",
            AssignmentError::Other => "Other",
        }
    }
}

/// `group.licenseProcessingState` (R2.2); a group that was never licensed has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProcessingState {
    /// A group run waits.
    QueuedForProcessing,
    /// A group run is under way.
    ProcessingInProgress,
    /// The last group run ended, whether or not it worked for everybody.
    ProcessingComplete,
}

impl ProcessingState {
    /// Graph's word.
    pub const fn name(self) -> &'static str {
        match self {
            ProcessingState::QueuedForProcessing => "QueuedForProcessing",
            ProcessingState::ProcessingInProgress => "ProcessingInProgress",
            ProcessingState::ProcessingComplete => "ProcessingComplete",
        }
    }
}
