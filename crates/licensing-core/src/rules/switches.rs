//! What differs between the rule sets, as data. Source: the table "Rule sets" of the rules, from the editions of the
//! articles named there.

use licensing_model::RuleSet;
use licensing_model::catalog::Confidence;
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
    /// Whether a group can be processed again; else only users.
    pub reprocess_group: bool,
    /// How many users can be processed again in one go; any number where none is given.
    pub reprocess_at_once: Option<usize>,
    /// R11.3.
    pub leftovers: Leftovers,
    /// Whether buying units queues the users that are short of one (R3).
    pub purchase_retries: bool,
    /// Whether the message of a conflict names every clashing pair, and what was to be added; else the first pair alone.
    /// A live audit log of November 2024.
    pub names_every_pair: bool,
    /// Kinds of groups that can be licensed.
    pub licensable: &'static [GroupKind],
    /// Kinds of deleted groups that can be brought back; the sources differ by date.
    pub restorable: &'static [GroupKind],
}

const SWITCHES_2019: Switches = Switches {
    reprocess_group: true,
    reprocess_at_once: None,
    leftovers: Leftovers::BecomeDirect,
    purchase_retries: false,
    names_every_pair: false,
    licensable: &[GroupKind::Security],
    restorable: &[GroupKind::Microsoft365Security, GroupKind::Microsoft365],
};

const SWITCHES_TODAY: Switches = Switches {
    reprocess_group: false,
    reprocess_at_once: Some(20),
    leftovers: Leftovers::StayInError,
    purchase_retries: true,
    names_every_pair: true,
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

/// What the rule sets answer differently: the switches above, and what the rows and headings of each set say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// [`Switches::reprocess_group`].
    ReprocessGroup,
    /// [`Switches::reprocess_at_once`].
    ReprocessAtOnce,
    /// [`Switches::leftovers`].
    Leftovers,
    /// [`Switches::purchase_retries`].
    PurchaseRetries,
    /// [`Switches::licensable`].
    Licensable,
    /// [`Switches::restorable`].
    Restorable,
    /// Which pairs of plans exclude each other.
    ExclusivePairs,
    /// Which prerequisites are enforced.
    Prerequisites,
    /// Which products are offered.
    Offered,
    /// Which plans a product holds.
    Plans,
    /// How an error about a dependency is called.
    DependencyHeading,
    /// How an error about a location is called.
    LocationHeading,
    /// Where licenses are assigned to groups.
    AssignPlace,
    /// Where errors of a group are shown.
    ErrorsPlace,
    /// Where users are processed again.
    ReprocessPlace,
    /// Who may assign licenses.
    WhoMay,
}

/// Every difference, and how sure it is. Where the sets are not equally sure, the less sure of them counts.
pub const DIFFERENCES: [(Difference, Confidence); 16] = [
    (Difference::ReprocessGroup, Confidence::Documented),
    (Difference::ReprocessAtOnce, Confidence::Documented),
    (Difference::Leftovers, Confidence::Documented),
    (Difference::PurchaseRetries, Confidence::Inferred),
    (Difference::Licensable, Confidence::Documented),
    (Difference::Restorable, Confidence::Documented),
    (Difference::ExclusivePairs, Confidence::Documented),
    // Those of 2019 are documented; what today's set adds was reported in the field.
    (Difference::Prerequisites, Confidence::Community),
    (Difference::Offered, Confidence::Inferred),
    (Difference::Plans, Confidence::Documented),
    (Difference::DependencyHeading, Confidence::Documented),
    (Difference::LocationHeading, Confidence::Documented),
    (Difference::AssignPlace, Confidence::Documented),
    (Difference::ErrorsPlace, Confidence::Documented),
    (Difference::ReprocessPlace, Confidence::Documented),
    (Difference::WhoMay, Confidence::Documented),
];
