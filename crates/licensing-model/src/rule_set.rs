//! The two rule sets that ship. What differs between them is data of the engine; this is only their names.

/// Which reading of Microsoft's rules a tenant lives under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RuleSet {
    /// November 2019, as the article that this project grew from describes it.
    #[default]
    Rules2019,
    /// 2025 and 2026.
    Today,
}

impl RuleSet {
    /// Both, in order.
    pub const ALL: [RuleSet; 2] = [RuleSet::Rules2019, RuleSet::Today];

    /// The short name: `2019` or `today`.
    pub const fn name(self) -> &'static str {
        match self {
            RuleSet::Rules2019 => "2019",
            RuleSet::Today => "today",
        }
    }
}
