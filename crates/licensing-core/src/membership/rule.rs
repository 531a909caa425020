//! A membership rule, ready to be evaluated.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::{CapabilityStatus, Guid, Property};

use super::pattern::Pattern;

/// A condition on a user, or on a plan that a user has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// All of them.
    All(Vec<Test>),
    /// One of them.
    Any(Vec<Test>),
    /// Not this one.
    Not(Box<Test>),
    /// A text of the user.
    Text(TextOf, How),
    /// `accountEnabled` is one of these; none stands for null.
    Enabled(Vec<Option<bool>>),
    /// A plan of the user passes, or every one does.
    Plans {
        /// Every one has to.
        all: bool,
        /// The condition on a plan.
        test: Box<Test>,
    },
    /// The user is a direct member of one of these groups.
    MemberOf(Vec<Guid>),
    /// The plan is one of these.
    PlanIs(Vec<Guid>),
    /// The plan's `capabilityStatus` is one of these.
    StatusIs(Vec<CapabilityStatus>),
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

/// How a text is compared. Texts are in lower case: case does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// It is one of these; none stands for null.
    Is(Vec<Option<String>>),
    /// It begins so.
    Starts(String),
    /// It ends so.
    Ends(String),
    /// It has this in it.
    Contains(String),
    /// It matches.
    Matches(Pattern),
}

/// What the members of a group depend on, beside the users themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Reads {
    /// Plans that users have.
    pub plans: bool,
    /// Groups that users are in.
    pub groups: bool,
}

impl Test {
    /// What it reads.
    pub fn reads(&self) -> Reads {
        match self {
            Test::All(tests) | Test::Any(tests) => tests.iter().map(Test::reads).fold(Reads::default(), Reads::with),
            Test::Not(test) => test.reads(),
            Test::Plans { .. } | Test::PlanIs(_) | Test::StatusIs(_) => Reads { plans: true, groups: false },
            Test::MemberOf(_) => Reads { plans: false, groups: true },
            Test::Text(..) | Test::Enabled(_) => Reads::default(),
        }
    }
}

impl Reads {
    fn with(self, other: Reads) -> Reads {
        Reads { plans: self.plans || other.plans, groups: self.groups || other.groups }
    }

    /// Whether what a rule does can change what it reads.
    pub fn can_chase_itself(self) -> bool {
        self.plans || self.groups
    }
}
