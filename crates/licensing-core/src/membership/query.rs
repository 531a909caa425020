//! What can be asked of the rule of a group.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::rule::MembershipRule;
use licensing_model::{CapabilityStatus, GroupId, PlanId, UserId};

use super::rule::{Test, TextOf};
use crate::store::users::Flags;
use crate::tenant::Tenant;

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

/// Why a user is a member by a rule, or is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembershipReason {
    /// Whether the user fits.
    pub fits: bool,
    /// What decides it.
    pub facts: Vec<MembershipFact>,
}

impl Tenant {
    /// The rule of a group, if it has one or had one.
    pub fn membership_rule(&self, group: GroupId) -> Option<MembershipRule> {
        let rule = self.groups.get(group)?.rule.as_ref()?;
        let text = self.texts.get(rule.text).unwrap_or_default().to_string();
        Some(MembershipRule { text, membership: rule.membership })
    }

    /// What a user is and has by which the rule of a group decides.
    pub fn membership_reason(&self, group: GroupId, user: UserId) -> Option<MembershipReason> {
        let rule = self.groups.get(group)?.rule.as_ref()?;
        let mut facts = Vec::new();
        let fits = self.fits(&rule.test, user);
        self.add_facts(&rule.test, user, fits, &mut facts);
        Some(MembershipReason { fits, facts })
    }

    /// Users whom the rule of a group would move and moved too often (R17.6).
    pub fn members_cut_off(&self, group: GroupId) -> Vec<UserId> {
        let of_group = self.moved.range((group, UserId::from_raw(0))..=(group, UserId::from_raw(u32::MAX)));
        of_group.map(|((_, user), _)| *user).filter(|user| self.is_cut_off(group, *user)).collect()
    }

    /// What makes a condition come out as it does: all conditions of a conjunction that holds, the first of one that fails.
    fn add_facts(&self, test: &Test, user: UserId, holds: bool, facts: &mut Vec<MembershipFact>) {
        let mut add = |fact| {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        };
        match test {
            Test::All(tests) | Test::Any(tests) => {
                let every_one = matches!(test, Test::All(_)) == holds;
                for test in tests.iter().filter(|test| every_one || self.fits(test, user) == holds) {
                    self.add_facts(test, user, holds, facts);
                    if !every_one {
                        return;
                    }
                }
            }
            Test::Not(test) => self.add_facts(test, user, !holds, facts),
            Test::Text(of, _) => add(MembershipFact::Text(*of, self.text_of(*of, user).map(String::from))),
            Test::Enabled(_) => add(MembershipFact::Enabled(!self.users.flags.at(user).has(Flags::BLOCKED))),
            Test::MemberOf(groups) => {
                let known = groups.iter().filter_map(|id| Some((self.group_named(*id)?, self.is_in(user, *id))));
                known.filter(|(_, is_in)| *is_in == holds).for_each(|(group, is_in)| {
                    add(MembershipFact::InGroup(group, is_in));
                });
            }
            Test::Plans { all, test } => {
                let telling = |plan: &(PlanId, CapabilityStatus)| self.passes(test, user, Some(*plan)) != *all;
                match self.assigned_plans(user).into_iter().find(telling) {
                    Some((plan, status)) if *all != holds => add(MembershipFact::Has(plan, status)),
                    _ => add(MembershipFact::NoPlan),
                }
            }
            Test::PlanIs(_) | Test::StatusIs(_) => {}
        }
    }
}
