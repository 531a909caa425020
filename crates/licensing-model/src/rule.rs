//! Membership rules of groups (R17): what commands and refusals say of them, and what a rule that was read can be asked.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::guid::Guid;
use crate::ids::{GroupId, PlanId};
use crate::property::Property;
use crate::units::CapabilityStatus;

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
    /// Nothing that reads rules is there yet.
    Unread,
}

/// What reads the texts of rules. A catalog brings it, so that a page can have it come with what it fetches later.
#[derive(Clone, Copy)]
pub struct RuleReader(pub fn(&str) -> Result<Arc<dyn ReadRule>, RuleError>);

impl RuleReader {
    /// Reads a rule.
    ///
    /// # Errors
    /// What is wrong with it first, and where.
    pub fn read(self, text: &str) -> Result<Arc<dyn ReadRule>, RuleError> {
        let RuleReader(read) = self;
        read(text)
    }
}

impl fmt::Debug for RuleReader {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RuleReader")
    }
}

/// There is one way to read rules: what has it is no other for that.
impl PartialEq for RuleReader {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for RuleReader {}

/// A rule that was read.
pub trait ReadRule: fmt::Debug + Send + Sync {
    /// What it reads beside the users themselves.
    fn reads(&self) -> Reads;

    /// Whether a user fits.
    fn fits(&self, user: &dyn RuleUser) -> bool;

    /// What of a user decides whether it fits.
    fn facts(&self, user: &dyn RuleUser) -> Vec<MembershipFact>;
}

/// A user, as rules see it.
pub trait RuleUser {
    /// A text; none for null.
    fn text(&self, of: TextOf) -> Option<Cow<'_, str>>;

    /// `accountEnabled`.
    fn is_enabled(&self) -> bool;

    /// The group behind an id, and whether it exists and has the user as a direct member.
    fn group(&self, id: Guid) -> Option<(GroupId, bool)>;

    /// The plans that the user has, each with its best status.
    fn plans(&self) -> Vec<(PlanId, CapabilityStatus)>;

    /// `servicePlanId` of a plan.
    fn plan_id(&self, plan: PlanId) -> Option<Guid>;
}

/// A text of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOf {
    /// A property that is kept as it was given.
    Kept(Property),
    /// `usageLocation`.
    UsageLocation,
    /// `userType`.
    UserType,
}

impl TextOf {
    /// Those that a rule can read. Names of people are not among them: a tenant without names is to have the same members.
    pub const ALL: &[TextOf] = &[
        TextOf::Kept(Property::DEPARTMENT),
        TextOf::Kept(Property::JOB_TITLE),
        TextOf::Kept(Property::COMPANY_NAME),
        TextOf::Kept(Property::COUNTRY),
        TextOf::Kept(Property::STATE),
        TextOf::Kept(Property::CITY),
        TextOf::UsageLocation,
        TextOf::UserType,
    ];

    /// Graph's name of it.
    pub fn name(self) -> &'static str {
        match self {
            TextOf::Kept(property) => property.name(),
            TextOf::UsageLocation => "usageLocation",
            TextOf::UserType => "userType",
        }
    }
}

/// What the members of a group depend on, beside the users themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Reads {
    /// Plans that users have.
    pub plans: bool,
    /// Groups that users are in.
    pub groups: bool,
}

impl Reads {
    /// What either reads.
    pub fn with(self, other: Reads) -> Reads {
        Reads { plans: self.plans || other.plans, groups: self.groups || other.groups }
    }

    /// Whether what a rule does can change what it reads.
    pub fn can_chase_itself(self) -> bool {
        self.plans || self.groups
    }
}

/// Something true of a user that a rule asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MembershipFact {
    /// A text: what it is, none for null.
    Text(TextOf, Option<String>),
    /// `accountEnabled`.
    Enabled(bool),
    /// Whether the user is in a group.
    InGroup(GroupId, bool),
    /// A plan that the user has, and its status.
    Has(PlanId, CapabilityStatus),
    /// No plan, or not every plan, is as the rule asks.
    NoPlan,
}
