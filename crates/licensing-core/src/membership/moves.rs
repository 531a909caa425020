//! R17.3 to R17.6: what starts a run of a group's rule, whom it moves, and where that ends.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::rule::Membership;
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, UserId};

use super::GroupRule;
use super::rule::Reads;
use crate::audit::event::{CommandNumber, Event};
use crate::shape;
use crate::tenant::Tenant;

/// What changed of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Changed {
    /// Its properties: any rule may speak of them.
    Itself,
    /// What it has by its licenses.
    Plans,
    /// The groups that it is in.
    Groups,
}

impl Changed {
    fn concerns(self, reads: Reads) -> bool {
        match self {
            Changed::Itself => true,
            Changed::Plans => reads.plans,
            Changed::Groups => reads.groups,
        }
    }
}

impl Tenant {
    /// R17.6: so often a rule moves a user in or out of a group before the next command. Then it is cut off: what the rule
    /// reads follows from what it does.
    pub const MOST_MOVES: u8 = 4;

    /// The rule that decides on the members of an existing group, if one does.
    pub(crate) fn deciding_rule(&self, group: GroupId) -> Option<Arc<GroupRule>> {
        let record = self.groups.get(group).filter(|record| record.deleted_at.is_none())?;
        record.rule.clone().filter(|rule| rule.membership == Membership::Dynamic)
    }

    fn is_out_of_place(&self, group: GroupId, rule: &GroupRule, user: UserId) -> bool {
        self.users.membership(user, group).is_some() != self.fits(&rule.test, user)
    }

    /// R17.3: something of a user changed. The rules that see it otherwise than its memberships are get a run.
    pub(crate) fn heed_user(&mut self, user: UserId, changed: Changed) {
        if !self.users.is_live(user) {
            return;
        }
        for at in 0..self.ruled.len() {
            let Some(group) = self.ruled.get(at).copied() else { return };
            let Some(rule) = self.deciding_rule(group).filter(|rule| changed.concerns(rule.reads)) else { continue };
            if !self.is_out_of_place(group, &rule, user) {
                continue;
            }
            if self.is_cut_off(group, user) {
                self.log(Event::MoveCutOff { user, group });
            } else {
                self.queue_members(group);
            }
        }
    }

    /// R17.3: something changed for many users.
    pub(crate) fn heed_all(&mut self, changed: Changed) {
        for at in 0..self.ruled.len() {
            let Some(group) = self.ruled.get(at).copied() else { return };
            if self.deciding_rule(group).is_some_and(|rule| changed.concerns(rule.reads)) {
                self.queue_members(group);
            }
        }
    }

    /// Queues a run of the rule of a group, unless one waits.
    pub(crate) fn queue_members(&mut self, group: GroupId) {
        let Some(record) = self.groups.get_mut(group) else { return };
        if !core::mem::replace(&mut record.members_waiting, true) {
            self.queue.push_waiting(RunTarget::Members(group));
        }
    }

    /// R17.4: whom a run moves that starts now: members who do not fit, in the order of joining, then users who fit and are
    /// no members, in the order of their creation.
    pub(crate) fn users_to_move(&self, group: GroupId) -> Vec<UserId> {
        self.to_move(group).collect()
    }

    /// Whether there is anybody.
    pub(crate) fn has_users_to_move(&self, group: GroupId) -> bool {
        self.to_move(group).next().is_some()
    }

    fn to_move(&self, group: GroupId) -> impl Iterator<Item = UserId> + '_ {
        let rule = self.deciding_rule(group);
        let record = self.groups.get(group).filter(|_| rule.is_some());
        let members = record.into_iter().flat_map(|record| record.members());
        let others = self.users.name.ids().filter(move |user| {
            self.users.membership(*user, group).is_none()
                && self.users.edges(*user).len() < shape::MOST_GROUPS_OF_A_USER
        });
        members.chain(others).filter(move |user| {
            self.users.is_live(*user)
                && rule.as_ref().is_some_and(|rule| self.is_out_of_place(group, rule, *user))
                && !self.is_cut_off(group, *user)
        })
    }

    /// R17.4: a step of a run: moves the user, if its rule still says so. Answers whether it joined or left.
    pub(crate) fn move_by_rule(&mut self, group: GroupId, user: UserId) -> Option<bool> {
        let rule = self.deciding_rule(group)?;
        if !self.is_out_of_place(group, &rule, user) {
            return None;
        }
        if rule.reads.can_chase_itself() {
            let moves = Arc::make_mut(&mut self.moved).entry((group, user)).or_default();
            *moves = moves.saturating_add(1);
        }
        let joins = self.users.membership(user, group).is_none();
        if joins {
            self.enter_group(group, user, CommandNumber::NONE);
        } else {
            self.exit_group(group, user, CommandNumber::NONE);
        }
        self.settled.forget();
        self.heed_user(user, Changed::Groups);
        Some(joins)
    }

    /// R17.6.
    pub(crate) fn is_cut_off(&self, group: GroupId, user: UserId) -> bool {
        self.moved.get(&(group, user)).is_some_and(|moves| *moves >= Tenant::MOST_MOVES)
    }

    /// R17.6: with a command the counting begins anew, and those who were cut off are looked at again.
    pub(crate) fn forget_moves(&mut self) {
        if self.moved.is_empty() {
            return;
        }
        let moved = core::mem::take(&mut self.moved);
        let cut_off = moved.iter().filter(|(_, moves)| **moves >= Tenant::MOST_MOVES);
        let groups: BTreeSet<GroupId> = cut_off.map(|((group, _), _)| *group).collect();
        for group in groups {
            if self.deciding_rule(group).is_some() {
                self.queue_members(group);
            }
        }
    }
}
