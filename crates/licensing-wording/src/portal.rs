//! Where something is done in Microsoft's portals, by rule set: the one place that knows it.
//!
//! Source: for 2019 the article and its companions on assigning licenses to a group; today the pages of the Microsoft 365
//! admin center on licenses of groups (licenses left the Entra admin center on 1 September 2024).

use licensing_model::RuleSet;

use crate::{Text, Words};

/// Something that an administrator does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortalTask {
    /// Assign licenses to groups.
    Assign,
    /// Look at the errors of a group.
    SeeErrors,
    /// Process users again.
    Reprocess,
    /// Who may do all that.
    WhoMay,
}

impl Words {
    /// Where it is done under `rules`, and how many at once.
    pub fn portal(self, task: PortalTask, rules: RuleSet) -> &'static str {
        self.text(match (task, rules) {
            (PortalTask::Assign, RuleSet::Rules2019) => Text::PORTAL_ASSIGN_2019,
            (PortalTask::Assign, RuleSet::Today) => Text::PORTAL_ASSIGN_TODAY,
            (PortalTask::SeeErrors, RuleSet::Rules2019) => Text::PORTAL_ERRORS_2019,
            (PortalTask::SeeErrors, RuleSet::Today) => Text::PORTAL_ERRORS_TODAY,
            (PortalTask::Reprocess, RuleSet::Rules2019) => Text::PORTAL_REPROCESS_2019,
            (PortalTask::Reprocess, RuleSet::Today) => Text::PORTAL_REPROCESS_TODAY,
            (PortalTask::WhoMay, RuleSet::Rules2019) => Text::PORTAL_WHO_2019,
            (PortalTask::WhoMay, RuleSet::Today) => Text::PORTAL_WHO_TODAY,
        })
    }
}
