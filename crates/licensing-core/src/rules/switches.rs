//! What differs between the rule sets, as data. Source: the table "Rule sets" of the rules, from the editions of the
//! articles named there.

use licensing_model::command::GroupKind;
use licensing_model::{AssignmentError, RuleSet};

/// What becomes of rows that cannot be taken away when their group is gone (R11.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftovers {
    /// They become direct. The article of 2019, "When a licensed group is deleted".
    BecomeDirect,
    /// They stay in error until the cause is gone and the user is processed again. The edition of March 2025.
    StayInError,
}

/// How a rule set answers what the rule sets answer differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switches {
    /// Whether a group can be processed again; else only users, 20 in one go. Documented.
    pub reprocess_group: bool,
    /// R11.3. Documented.
    pub leftovers: Leftovers,
    /// Whether buying units queues the users that are short of one (R3). Inferred.
    pub purchase_retries: bool,
    /// Kinds of groups that can be licensed. Documented.
    pub licensable: &'static [GroupKind],
    /// Kinds of deleted groups that can be brought back. Documented; the sources differ by date.
    pub restorable: &'static [GroupKind],
}

const SWITCHES_2019: Switches = Switches {
    reprocess_group: true,
    leftovers: Leftovers::BecomeDirect,
    purchase_retries: false,
    licensable: &[GroupKind::Security],
    restorable: &[GroupKind::Microsoft365Security, GroupKind::Microsoft365],
};

const SWITCHES_TODAY: Switches = Switches {
    reprocess_group: false,
    leftovers: Leftovers::StayInError,
    purchase_retries: true,
    licensable: &[GroupKind::Security, GroupKind::Microsoft365Security],
    restorable: &[GroupKind::Security, GroupKind::Microsoft365Security, GroupKind::Microsoft365],
};

/// The switches of a rule set.
pub const fn switches(rules: RuleSet) -> &'static Switches {
    match rules {
        RuleSet::Rules2019 => &SWITCHES_2019,
        RuleSet::Today => &SWITCHES_TODAY,
    }
}

/// The heading under which Microsoft's portal shows an error, word for word; empty where there is no error.
pub const fn heading(error: AssignmentError, rules: RuleSet) -> &'static str {
    match (error, rules) {
        (AssignmentError::None, _) => "",
        (AssignmentError::CountViolation, _) => "Not enough licenses",
        (AssignmentError::MutuallyExclusiveViolation, _) => "Conflicting service plans",
        (AssignmentError::DependencyViolation, RuleSet::Rules2019) => "Other products depend on this license",
        (AssignmentError::DependencyViolation, RuleSet::Today) => "Missing dependent service plans",
        (AssignmentError::ProhibitedInUsageLocationViolation, RuleSet::Rules2019) => "Usage location isn't allowed",
        (AssignmentError::ProhibitedInUsageLocationViolation, RuleSet::Today) => "Usage location not specified",
        (AssignmentError::UniquenessViolation, _) => "Proxy address is already being used",
        (AssignmentError::Other, _) => "Other",
    }
}
