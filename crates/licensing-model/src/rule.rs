//! Membership rules of groups (R17), as far as commands and refusals speak of them.

use alloc::string::String;

/// Who decides on the members of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Membership {
    /// Administrators do.
    #[default]
    Assigned,
    /// Its rule does (`DynamicMembership`, processing state `On`).
    Dynamic,
    /// Its rule would, and is not processed (`DynamicMembership`, processing state `Paused`).
    Paused,
}

impl Membership {
    /// All of them.
    pub const ALL: [Membership; 3] = [Membership::Assigned, Membership::Dynamic, Membership::Paused];

    /// Whether the group has a rule that counts, processed or not: nobody is added or removed by hand.
    pub const fn has_rule(self) -> bool {
        !matches!(self, Membership::Assigned)
    }
}

/// The rule of a group, and whether it decides. A rule is remembered when administrators decide again.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MembershipRule {
    /// `membershipRule`, as it was written.
    pub text: String,
    /// Whether it decides.
    pub membership: Membership,
}

impl MembershipRule {
    /// Characters of a rule: Microsoft's own limit.
    pub const LONGEST: usize = 3_072;
}

/// What is wrong with the text of a rule, and where: the number of the character, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// What.
    pub fault: RuleFault,
    /// Where.
    pub at: u32,
}

/// What can be wrong with the text of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// It has more characters than a rule may have.
    TooLong,
    /// Parentheses and `-not` stand too deep in each other.
    TooDeep,
    /// It ends where something is to follow.
    Ends,
    /// A property such as `user.department`, `-not` or a parenthesis is to stand here.
    Comparison,
    /// No property of this name can be read here.
    Property,
    /// An operator such as `-eq` is to stand here, one that the property has.
    Operator,
    /// A value of the property's kind is to stand here.
    Value,
    /// A text without its closing quotation mark.
    Unclosed,
    /// A pattern that cannot be read, or that is not simulated.
    Pattern,
    /// `-and`, `-or`, a parenthesis that closes or the end is to stand here.
    Joint,
}
