//! R17: what a membership rule says, and whether a user fits it.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::rule::{MembershipFact, ReadRule, Reads, RuleUser, TextOf};
use licensing_model::{CapabilityStatus, Guid, PlanId};

use super::pattern::Pattern;

/// A condition on a user, or on a plan that a user has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
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

/// How a text is compared. Texts are in lower case: case does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum How {
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

/// A plan with its status.
type PlanOfUser = (PlanId, CapabilityStatus);

impl ReadRule for Test {
    fn reads(&self) -> Reads {
        match self {
            Test::All(tests) | Test::Any(tests) => tests.iter().map(Test::reads).fold(Reads::default(), Reads::with),
            Test::Not(test) => test.reads(),
            Test::Plans { .. } | Test::PlanIs(_) | Test::StatusIs(_) => Reads { plans: true, groups: false },
            Test::MemberOf(_) => Reads { plans: false, groups: true },
            Test::Text(..) | Test::Enabled(_) => Reads::default(),
        }
    }

    fn fits(&self, user: &dyn RuleUser) -> bool {
        self.passes(user, None)
    }

    fn facts(&self, user: &dyn RuleUser) -> Vec<MembershipFact> {
        let mut facts = Vec::new();
        self.add_facts(user, self.fits(user), &mut facts);
        facts
    }
}

impl Test {
    fn passes(&self, user: &dyn RuleUser, plan: Option<PlanOfUser>) -> bool {
        match self {
            Test::All(tests) => tests.iter().all(|test| test.passes(user, plan)),
            Test::Any(tests) => tests.iter().any(|test| test.passes(user, plan)),
            Test::Not(test) => !test.passes(user, plan),
            Test::Text(of, how) => how.fits(user.text(*of).as_deref()),
            Test::Enabled(values) => values.contains(&Some(user.is_enabled())),
            Test::Plans { all, test } => {
                let mut plans = user.plans().into_iter();
                let mut passes = |plan| test.passes(user, Some(plan));
                if *all { plans.all(passes) } else { plans.any(&mut passes) }
            }
            Test::MemberOf(groups) => groups.iter().any(|id| user.group(*id).is_some_and(|(_, is_in)| is_in)),
            Test::PlanIs(ids) => {
                let id = plan.and_then(|(plan, _)| user.plan_id(plan));
                id.is_some_and(|id| ids.contains(&id))
            }
            Test::StatusIs(statuses) => plan.is_some_and(|(_, status)| statuses.contains(&status)),
        }
    }

    /// What makes a condition come out as it does: all conditions of a conjunction that holds, the first of one that fails.
    fn add_facts(&self, user: &dyn RuleUser, holds: bool, facts: &mut Vec<MembershipFact>) {
        let mut add = |fact| {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        };
        match self {
            Test::All(tests) | Test::Any(tests) => {
                let every_one = matches!(self, Test::All(_)) == holds;
                for test in tests.iter().filter(|test| every_one || test.fits(user) == holds) {
                    test.add_facts(user, holds, facts);
                    if !every_one {
                        return;
                    }
                }
            }
            Test::Not(test) => test.add_facts(user, !holds, facts),
            Test::Text(of, _) => add(MembershipFact::Text(*of, user.text(*of).map(String::from))),
            Test::Enabled(_) => add(MembershipFact::Enabled(user.is_enabled())),
            Test::MemberOf(groups) => {
                let known = groups.iter().filter_map(|id| user.group(*id));
                known.filter(|(_, is_in)| *is_in == holds).for_each(|(group, is_in)| {
                    add(MembershipFact::InGroup(group, is_in));
                });
            }
            Test::Plans { all, test } => {
                let telling = |plan: &PlanOfUser| test.passes(user, Some(*plan)) != *all;
                match user.plans().into_iter().find(telling) {
                    Some((plan, status)) if *all != holds => add(MembershipFact::Has(plan, status)),
                    _ => add(MembershipFact::NoPlan),
                }
            }
            Test::PlanIs(_) | Test::StatusIs(_) => {}
        }
    }
}

impl How {
    /// Whether a text, or null, passes.
    fn fits(&self, text: Option<&str>) -> bool {
        let text = text.map(str::to_lowercase);
        let is = |holds: &dyn Fn(&str) -> bool| text.as_deref().is_some_and(holds);
        match self {
            How::Is(values) => values.iter().any(|value| value.as_deref() == text.as_deref()),
            How::Starts(start) => is(&|text| text.starts_with(start.as_str())),
            How::Ends(end) => is(&|text| text.ends_with(end.as_str())),
            How::Contains(part) => is(&|text| text.contains(part.as_str())),
            How::Matches(pattern) => is(&|text| pattern.is_in(text)),
        }
    }
}
