//! Joining and leaving a group (R3, R13).

use licensing_model::{GroupId, Member, Refusal, UserId};

use crate::audit::event::{CommandNumber, Event};
use crate::shape;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::users::Edge;
use crate::tenant::Tenant;
use crate::tenant::changed::Changed;

impl Tenant {
    pub(super) fn add_member(&mut self, group: GroupId, member: Member) -> Result<(), Refusal> {
        self.check_member(group, member)?;
        match member {
            Member::User(user) => self.add_user_to_group(group, user),
            Member::Group(member) => self.add_group_to_group(group, member),
        }
    }

    pub(super) fn remove_member(&mut self, group: GroupId, member: Member) -> Result<(), Refusal> {
        self.check_member(group, member)?;
        match member {
            Member::User(user) => self.remove_user_from_group(group, user),
            Member::Group(member) => self.remove_group_from_group(group, member),
        }
    }

    /// Both are there, and administrators decide on the members of the group (R17).
    fn check_member(&self, group: GroupId, member: Member) -> Result<(), Refusal> {
        self.check_group(group)?;
        match member {
            Member::User(user) => self.check_user(user)?,
            Member::Group(member) => self.check_group(member)?,
        }
        let rule = self.groups.get(group).and_then(|record| record.rule.as_ref());
        if rule.is_some_and(|rule| rule.membership.has_rule()) {
            return Err(Refusal::MembersByRule(group));
        }
        Ok(())
    }

    fn add_user_to_group(&mut self, group: GroupId, user: UserId) -> Result<(), Refusal> {
        if self.users.membership(user, group).is_some() {
            return Err(Refusal::AlreadyMember);
        }
        if self.users.edges(user).len() >= shape::MOST_GROUPS_OF_A_USER {
            return Err(Refusal::TooManyGroups);
        }
        self.enter_group(group, user, self.next_number());
        self.heed_user(user, Changed::Groups);
        Ok(())
    }

    /// R3: a user who joins a group that has a template, or a row of the user, is queued.
    pub(crate) fn enter_group(&mut self, group: GroupId, user: UserId, number: CommandNumber) {
        let remaining =
            self.users.left(user, group).and_then(|at| self.users.edges(user).get(at).copied().map(|edge| (at, edge)));
        if let Some((at, edge)) = remaining {
            self.users.edges.remove(user.index(), at);
            self.vacate(user, group, edge.slot);
        }
        let rows = remaining.map(|(_, edge)| edge).unwrap_or_default();
        self.join(group, user, rows);
        self.log(Event::UserJoined { number, group, user });
        if self.template_of(group) != TemplateId::EMPTY || rows.outcome != OutcomeId::NONE {
            self.queue_user(user);
        }
    }

    /// Puts the user at the end of the group's list and the group at the end of the user's.
    fn join(&mut self, group: GroupId, user: UserId, rows: Edge) {
        let Some(record) = self.groups.get_mut(group) else { return };
        let slot = record.join(user);
        self.users.edges.push(user.index(), Edge::member(group, slot).with_rows_of(rows));
    }

    fn remove_user_from_group(&mut self, group: GroupId, user: UserId) -> Result<(), Refusal> {
        if self.users.membership(user, group).is_none() {
            return Err(Refusal::NotMember);
        }
        self.exit_group(group, user, self.next_number());
        self.heed_user(user, Changed::Groups);
        Ok(())
    }

    /// R3: a user who leaves a group that has a template, or a row of the user, is queued.
    pub(crate) fn exit_group(&mut self, group: GroupId, user: UserId, number: CommandNumber) {
        let Some(at) = self.users.membership(user, group) else { return };
        let Some(edge) = self.users.edges(user).get(at).copied() else { return };
        self.users.edges.remove(user.index(), at);
        if edge.outcome == OutcomeId::NONE {
            self.vacate(user, group, edge.slot);
        } else {
            let behind = self.users.left_count(user);
            self.users.edges.insert(user.index(), behind, edge.into_left());
            if let Some(record) = self.groups.get_mut(group) {
                record.leave_with_rows(edge.slot);
            }
        }
        self.log(Event::UserLeft { number, group, user });
        if self.template_of(group) != TemplateId::EMPTY || edge.outcome != OutcomeId::NONE {
            self.queue_user(user);
        }
    }

    /// R13: a group in a group is never licensed through it.
    fn add_group_to_group(&mut self, group: GroupId, member: GroupId) -> Result<(), Refusal> {
        if group == member {
            return Err(Refusal::MemberOfItself(group));
        }
        let Some(record) = self.groups.get_mut(group) else { return Err(Refusal::UnknownGroup(group)) };
        if record.nested.contains(&member) {
            return Err(Refusal::AlreadyMember);
        }
        record.nested.push(member);
        self.log(Event::GroupJoined { number: self.next_number(), group, member });
        Ok(())
    }

    pub(super) fn remove_group_from_group(&mut self, group: GroupId, member: GroupId) -> Result<(), Refusal> {
        let Some(record) = self.groups.get_mut(group) else { return Err(Refusal::UnknownGroup(group)) };
        let Some(at) = record.nested.iter().position(|nested| *nested == member) else {
            return Err(Refusal::NotMember);
        };
        record.nested.remove(at);
        self.log(Event::GroupLeft { number: self.next_number(), group, member });
        Ok(())
    }

    /// Existing members of a group: users in the order of joining, then groups.
    pub fn members_of(&self, group: GroupId) -> impl Iterator<Item = Member> {
        let record = self.groups.get(group).filter(|record| record.deleted_at.is_none());
        let users = record.into_iter().flat_map(|record| record.members()).filter(|user| self.users.is_live(*user));
        let groups = record.into_iter().flat_map(|record| record.nested.iter().copied());
        users.map(Member::User).chain(groups.filter(|group| self.group_exists(*group)).map(Member::Group))
    }
}
