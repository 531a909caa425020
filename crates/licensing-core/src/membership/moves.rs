//! R17: what starts a run of a group's rule, whom it moves, and where that ends.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::rule::Membership;
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, UserId};

use super::user::UserOf;
use crate::audit::event::{CommandNumber, Event};
use crate::shape;
use crate::store::group_rule::GroupRule;
use crate::tenant::Tenant;
use crate::tenant::changed::Changed;

impl Tenant {
    /// R17: so often a rule moves a user in or out of a group before the next command. Then it is cut off: what the rule
    /// reads follows from what it does.
    pub const MOST_MOVES: u8 = 4;

    /// Gives a group a rule, or takes it away.
    pub(crate) fn put_rule(&mut self, group: GroupId, rule: Option<Arc<GroupRule>>) {
        let ruled = Arc::make_mut(&mut self.ruled);
        match (ruled.binary_search(&group), rule.is_some()) {
            (Err(at), true) => ruled.insert(at, group),
            (Ok(at), false) => _ = ruled.remove(at),
            _ => {}
        }
        if let Some(record) = self.groups.get_mut(group) {
            record.rule = rule;
        }
    }

    /// The rule that decides on the members of an existing group, if one does.
    pub(crate) fn deciding_rule(&self, group: GroupId) -> Option<Arc<GroupRule>> {
        let record = self.groups.get(group).filter(|record| record.deleted_at.is_none())?;
        record.rule.clone().filter(|rule| rule.membership == Membership::Dynamic)
    }

    fn is_out_of_place(&self, group: GroupId, rule: &GroupRule, user: UserId) -> bool {
        self.users.membership(user, group).is_some() != rule.says.fits(&UserOf { tenant: self, user })
    }

    /// R17: something of a user changed. The rules that see it otherwise than its memberships are get a run.
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

    /// R17: something changed for many users.
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

    /// R17: whom a run moves that starts now: members who do not fit, in the order of joining, then users who fit and are
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

    /// R17: a step of a run: moves the user, if its rule still says so. Answers whether it joined or left.
    pub(crate) fn move_by_rule(&mut self, group: GroupId, user: UserId) -> Option<bool> {
        let rule = self.deciding_rule(group)?;
        if !self.is_out_of_place(group, &rule, user) {
            return None;
        }
        if rule.reads.can_chase_itself() {
            let moved = Arc::make_mut(&mut self.moved);
            match place_of(moved, group, user) {
                Ok(place) => moved.get_mut(place).into_iter().for_each(|(.., moves)| *moves = moves.saturating_add(1)),
                Err(place) => moved.insert(place, (group, user, 1)),
            }
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

    /// R17.
    pub(crate) fn is_cut_off(&self, group: GroupId, user: UserId) -> bool {
        let moves = place_of(&self.moved, group, user).ok().and_then(|place| self.moved.get(place));
        moves.is_some_and(|(.., moves)| *moves >= Tenant::MOST_MOVES)
    }

    /// R17: with a command the counting begins anew, and those who were cut off are looked at again.
    pub(crate) fn forget_moves(&mut self) {
        if self.moved.is_empty() {
            return;
        }
        for (group, _, moves) in core::mem::take(&mut self.moved).iter() {
            if *moves >= Tenant::MOST_MOVES && self.deciding_rule(*group).is_some() {
                self.queue_members(*group);
            }
        }
    }
}

/// Where it stands how often the rule of a group moved a user, or would.
fn place_of(moved: &[(GroupId, UserId, u8)], group: GroupId, user: UserId) -> Result<usize, usize> {
    moved.binary_search_by_key(&(group, user), |(group, user, _)| (*group, *user))
}
