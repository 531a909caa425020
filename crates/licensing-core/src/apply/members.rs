//! Joining and leaving a group (R3, R13).

use licensing_model::{GroupId, Member, Refusal, UserId};

use crate::audit::event::Event;
use crate::shape;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::users::Edge;
use crate::tenant::Tenant;

impl Tenant {
    /// R3: a user who joins a group that has a template, or a row of the user, is queued.
    pub(super) fn add_user_to_group(&mut self, group: GroupId, user: UserId) -> Result<(), Refusal> {
        self.check_group(group)?;
        self.check_user(user)?;
        if self.users.membership(user, group).is_some() {
            return Err(Refusal::AlreadyMember);
        }
        if self.users.edges(user).len() >= shape::MOST_GROUPS_OF_A_USER {
            return Err(Refusal::TooManyGroups);
        }
        let remaining =
            self.users.left(user, group).and_then(|at| self.users.edges(user).get(at).copied().map(|edge| (at, edge)));
        if let Some((at, edge)) = remaining {
            self.users.edges.remove(user.index(), at);
            self.vacate(user, group, edge.slot);
        }
        let rows = remaining.map(|(_, edge)| edge).unwrap_or_default();
        self.join(group, user, rows);
        self.log(Event::UserJoined { number: self.next_number(), group, user });
        if self.template_of(group) != TemplateId::EMPTY || rows.outcome != OutcomeId::NONE {
            self.queue_user(user);
        }
        Ok(())
    }

    /// Puts the user at the end of the group's list and the group at the end of the user's.
    fn join(&mut self, group: GroupId, user: UserId, rows: Edge) {
        let Some(record) = self.groups.get_mut(group) else { return };
        let slot = record.join(user);
        self.users.edges.push(user.index(), Edge::member(group, slot).with_rows_of(rows));
    }

    /// R3: a user who leaves a group that has a template, or a row of the user, is queued.
    pub(super) fn remove_user_from_group(&mut self, group: GroupId, user: UserId) -> Result<(), Refusal> {
        self.check_group(group)?;
        self.check_user(user)?;
        let Some(at) = self.users.membership(user, group) else { return Err(Refusal::NotMember) };
        let Some(edge) = self.users.edges(user).get(at).copied() else { return Err(Refusal::NotMember) };
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
        self.log(Event::UserLeft { number: self.next_number(), group, user });
        if self.template_of(group) != TemplateId::EMPTY || edge.outcome != OutcomeId::NONE {
            self.queue_user(user);
        }
        Ok(())
    }

    /// R13: a group in a group is never licensed through it.
    pub(super) fn add_group_to_group(&mut self, group: GroupId, member: GroupId) -> Result<(), Refusal> {
        self.check_group(group)?;
        self.check_group(member)?;
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
        self.check_group(group)?;
        self.check_group(member)?;
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
