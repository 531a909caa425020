//! The headings under which Microsoft's portal shows errors: in English word for word, in Dutch as Microsoft
//! translates them.

use licensing_model::{AssignmentError, RuleSet};

use crate::text::Text;
use crate::words::Words;

impl Words {
    /// The heading of an error; empty where there is no error.
    pub fn heading(self, error: AssignmentError, rules: RuleSet) -> &'static str {
        let text = match (error, rules) {
            (AssignmentError::None, _) => return "",
            (AssignmentError::CountViolation, _) => Text::HEADING_COUNT,
            (AssignmentError::MutuallyExclusiveViolation, _) => Text::HEADING_EXCLUSIVE,
            (AssignmentError::DependencyViolation, RuleSet::Rules2019) => Text::HEADING_DEPENDENCY_2019,
            (AssignmentError::DependencyViolation, RuleSet::Today) => Text::HEADING_DEPENDENCY_TODAY,
            (AssignmentError::ProhibitedInUsageLocationViolation, RuleSet::Rules2019) => Text::HEADING_LOCATION_2019,
            (AssignmentError::ProhibitedInUsageLocationViolation, RuleSet::Today) => Text::HEADING_LOCATION_TODAY,
            (AssignmentError::UniquenessViolation, _) => Text::HEADING_ADDRESS,
            (AssignmentError::Other, _) => Text::HEADING_OTHER,
        };
        self.text(text)
    }
}
