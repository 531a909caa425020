//! From the domain to version 1 and back, by hand: a new field or variant of the domain changes nothing here by itself.

mod from_domain;
mod into_domain;

pub(crate) use from_domain::Converting;
pub(in crate::v1) use from_domain::{from_location, from_units};
pub(crate) use into_domain::into_sample;
pub(in crate::v1) use into_domain::{into_addresses, into_country, into_location, into_property, into_units};

/// A number of the document means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaningless;

use alloc::vec::Vec;

use licensing_model::AssignmentError;
use licensing_model::command::GroupKind;
use licensing_model::guid::GuidKind;
use licensing_model::rule::Membership;
use licensing_model::{ProcessingState, RuleSet};

/// Values of the domain, each with its number in version 1.
pub(crate) const RULES: [(RuleSet, u32); 2] = [(RuleSet::Rules2019, 0), (RuleSet::Today, 1)];
pub(crate) const GROUP_KINDS: [(GroupKind, u32); 4] = [
    (GroupKind::Security, 0),
    (GroupKind::Microsoft365Security, 1),
    (GroupKind::Microsoft365, 2),
    (GroupKind::Distribution, 3),
];
pub(crate) const MEMBERSHIPS: [(Membership, u32); 3] =
    [(Membership::Assigned, 0), (Membership::Dynamic, 1), (Membership::Paused, 2)];
pub(crate) const GUID_KINDS: [(GuidKind, u32); 5] =
    [(GuidKind::Tenant, 0), (GuidKind::User, 1), (GuidKind::Group, 2), (GuidKind::Contact, 3), (GuidKind::Event, 4)];
pub(crate) const ERRORS: [(AssignmentError, u32); 7] = [
    (AssignmentError::None, 0),
    (AssignmentError::ProhibitedInUsageLocationViolation, 1),
    (AssignmentError::CountViolation, 2),
    (AssignmentError::MutuallyExclusiveViolation, 3),
    (AssignmentError::DependencyViolation, 4),
    (AssignmentError::UniquenessViolation, 5),
    (AssignmentError::Other, 6),
];
pub(crate) const PROCESSING: [(Option<ProcessingState>, u32); 4] = [
    (None, 0),
    (Some(ProcessingState::QueuedForProcessing), 1),
    (Some(ProcessingState::ProcessingInProgress), 2),
    (Some(ProcessingState::ProcessingComplete), 3),
];

/// The number of a value. A value that version 1 does not have would need version 2.
pub(in crate::v1) fn number_of<T: PartialEq>(table: &[(T, u32)], value: &T) -> u32 {
    table.iter().find(|(known, _)| known == value).map_or(0, |(_, number)| *number)
}

/// The value with a number.
pub(in crate::v1) fn value_of<T: Copy>(table: &[(T, u32)], number: u32) -> Result<T, Meaningless> {
    table.iter().find(|(_, known)| *known == number).map(|(value, _)| *value).ok_or(Meaningless)
}

/// Each element converted, or the first that cannot be.
fn each<S, T>(list: Vec<S>, convert: impl FnMut(S) -> Result<T, Meaningless>) -> Result<Vec<T>, Meaningless> {
    list.into_iter().map(convert).collect()
}
