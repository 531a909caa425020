//! R17: groups whose members follow from a rule.

use std::collections::BTreeSet;

use licensing_model::command::{GroupKind, Member};
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, Refusal, UserId};

use crate::condition::Condition;
use crate::model::{Membership as MemberOf, Model};
use crate::rules;

/// So often a rule moves a user before it is cut off.
const MOVES: u32 = 4;

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heed {
    Itself,
    Plans,
    Groups,
}

impl Heed {
    fn concerns(self, condition: &Condition) -> bool {
        let (plans, groups) = condition.reads();
        match self {
            Heed::Itself => true,
            Heed::Plans => plans,
            Heed::Groups => groups,
        }
    }
}

impl Model {
    /// Sets the rule of a group.
    pub(crate) fn set_membership_rule(&mut self, id: GroupId, rule: &MembershipRule) -> Result<(), Refusal> {
        self.check_group(id)?;
        let has_rule = rule.membership != Membership::Assigned;
        if has_rule && self.groups[&id].kind == GroupKind::Distribution {
            return Err(Refusal::NoRuleForGroup(id));
        }
        let is_none = rule.text.is_empty() && !has_rule;
        let read = if is_none { None } else { Some(rules::read(&rule.text).map_err(Refusal::RuleInvalid)?) };
        if has_rule {
            // Groups in the group leave it.
            self.memberships.retain(|m| m.group != id || matches!(m.member, Member::User(_)));
        }
        if let Some(group) = self.groups.get_mut(&id) {
            group.rule = read.map(|condition| (rule.clone(), condition));
        }
        self.queue.retain(|run| run.target != RunTarget::Members(id));
        if rule.membership == Membership::Dynamic {
            self.request(RunTarget::Members(id));
        }
        Ok(())
    }

    /// The rule that decides on the members of a group, if one does.
    pub(crate) fn deciding(&self, id: GroupId) -> Option<Condition> {
        let (rule, condition) = self.groups[&id].rule.clone()?;
        (self.exists(id) && rule.membership == Membership::Dynamic).then_some(condition)
    }

    /// Whether nobody is added or removed by hand.
    pub(crate) fn is_ruled(&self, id: GroupId) -> bool {
        self.groups[&id].rule.as_ref().is_some_and(|(rule, _)| rule.membership != Membership::Assigned)
    }

    fn is_out_of_place(&self, group: GroupId, condition: &Condition, user: UserId) -> bool {
        self.is_member(group, Member::User(user)) != self.fits(condition, user, None)
    }

    fn is_cut_off(&self, group: GroupId, user: UserId) -> bool {
        self.moved.get(&(group, user)).is_some_and(|moves| *moves >= MOVES)
    }

    /// Something of a user changed: rules that see it otherwise than its memberships get a run.
    pub(crate) fn heed(&mut self, user: UserId, what: Heed) {
        if !self.lives(user) {
            return;
        }
        for group in self.groups.keys().copied().collect::<Vec<_>>() {
            let Some(condition) = self.deciding(group).filter(|condition| what.concerns(condition)) else { continue };
            if self.is_out_of_place(group, &condition, user) && !self.is_cut_off(group, user) {
                self.request(RunTarget::Members(group));
            }
        }
    }

    /// Something changed for many users.
    pub(crate) fn heed_everybody(&mut self, what: Heed) {
        for group in self.groups.keys().copied().collect::<Vec<_>>() {
            if self.deciding(group).is_some_and(|condition| what.concerns(&condition)) {
                self.request(RunTarget::Members(group));
            }
        }
    }

    /// With a command the counting begins anew, and those who were cut off are looked at again.
    pub(crate) fn forget_moves(&mut self) {
        let cut_off: BTreeSet<GroupId> =
            self.moved.iter().filter(|(_, moves)| **moves >= MOVES).map(|((group, _), _)| *group).collect();
        self.moved.clear();
        for group in cut_off {
            if self.deciding(group).is_some() {
                self.request(RunTarget::Members(group));
            }
        }
    }

    /// Whom a run moves: members who do not fit by joining, then users who fit and are no members by their numbers.
    pub(crate) fn users_to_move(&self, group: GroupId) -> Vec<UserId> {
        let Some(condition) = self.deciding(group) else { return Vec::new() };
        let members = self.users_of(group);
        let others = self.live_users().map(|(id, _)| id).filter(|id| !members.contains(id)).collect::<Vec<_>>();
        let all = members.into_iter().chain(others);
        all.filter(|id| self.is_out_of_place(group, &condition, *id) && !self.is_cut_off(group, *id)).collect()
    }

    /// A step of a run.
    pub(crate) fn move_by_rule(&mut self, group: GroupId, user: UserId) {
        let Some(condition) = self.deciding(group) else { return };
        if !self.is_out_of_place(group, &condition, user) {
            return;
        }
        let (plans, groups) = condition.reads();
        if plans || groups {
            *self.moved.entry((group, user)).or_default() += 1;
        }
        let member = Member::User(user);
        let moment = self.moment();
        if self.is_member(group, member) {
            for m in self.memberships.iter_mut().filter(|m| m.group == group && m.member == member) {
                m.left = Some(moment);
            }
        } else {
            self.memberships.retain(|m| m.group != group || m.member != member);
            self.memberships.push(MemberOf { group, member, joined: moment, left: None });
        }
        self.membership_changed(user, group);
        self.heed(user, Heed::Groups);
    }
}
