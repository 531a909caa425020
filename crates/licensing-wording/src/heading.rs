//! The headings under which Microsoft's portal shows errors: in English word for word, in Dutch as Microsoft
//! translates them.

use licensing_core::Tenant;
use licensing_model::{AssignmentError, RuleSet, UserId};

use crate::text::Text;
use crate::words::Words;

/// Whether the user whom a heading is about has a usage location. Today's heading of a prohibited location says that
/// none is specified; where one is, the heading of 2019 still fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsageLocation {
    /// The user has one.
    Set,
    /// The tenant's country stands in for it.
    NotSet,
}

impl UsageLocation {
    /// Whether a user of the tenant has one.
    pub fn of(tenant: &Tenant, user: UserId) -> UsageLocation {
        match tenant.user(user).and_then(|details| details.location) {
            Some(_) => UsageLocation::Set,
            None => UsageLocation::NotSet,
        }
    }
}

impl Words {
    /// The heading of an error; empty where there is no error.
    pub fn heading(self, error: AssignmentError, rules: RuleSet, location: UsageLocation) -> &'static str {
        let text = match (error, rules) {
            (AssignmentError::None, _) => return "",
            (AssignmentError::CountViolation, _) => Text::HEADING_COUNT,
            (AssignmentError::MutuallyExclusiveViolation, _) => Text::HEADING_EXCLUSIVE,
            (AssignmentError::DependencyViolation, RuleSet::Rules2019) => Text::HEADING_DEPENDENCY_2019,
            (AssignmentError::DependencyViolation, RuleSet::Today) => Text::HEADING_DEPENDENCY_TODAY,
            (AssignmentError::ProhibitedInUsageLocationViolation, RuleSet::Rules2019) => Text::HEADING_LOCATION_2019,
            (AssignmentError::ProhibitedInUsageLocationViolation, RuleSet::Today) => match location {
                UsageLocation::NotSet => Text::HEADING_LOCATION_TODAY,
                UsageLocation::Set => Text::HEADING_LOCATION_2019,
            },
            (AssignmentError::UniquenessViolation, _) => Text::HEADING_ADDRESS,
            (AssignmentError::Other, _) => Text::HEADING_OTHER,
        };
        self.text(text)
    }
}
