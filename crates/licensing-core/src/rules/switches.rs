//! What differs between the rule sets, as data. Source: the table "Rule sets" of the rules, from the editions of the
//! articles named there.

use licensing_model::RuleSet;
use licensing_model::command::GroupKind;

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
    /// Whether a group can be processed again; else only users. Documented.
    pub reprocess_group: bool,
    /// How many users can be processed again in one go; any number where none is given. Documented.
    pub reprocess_at_once: Option<usize>,
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
    reprocess_at_once: None,
    leftovers: Leftovers::BecomeDirect,
    purchase_retries: false,
    licensable: &[GroupKind::Security],
    restorable: &[GroupKind::Microsoft365Security, GroupKind::Microsoft365],
};

const SWITCHES_TODAY: Switches = Switches {
    reprocess_group: false,
    reprocess_at_once: Some(20),
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
