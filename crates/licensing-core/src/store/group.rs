//! A group: its template and its users, in the order in which they joined.

use alloc::collections::VecDeque;
use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::command::GroupKind;
use licensing_model::{GroupId, ProcessingState, UserId};

use super::group_rule::GroupRule;
use super::template::TemplateId;
use super::text::TextId;
use licensing_columns::column::Column;
use licensing_columns::paged::Paged;
use licensing_columns::slot::{self, Slot};
use licensing_columns::user::Flags;

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// `displayName`; a generated group has none of its own.
    pub(crate) name: TextId,
    /// What it is.
    pub(crate) kind: GroupKind,
    /// What it carries.
    pub(crate) template: TemplateId,
    /// `licenseProcessingState`.
    pub(crate) processing: Option<ProcessingState>,
    /// When it was deleted.
    pub(crate) deleted_at: Option<u32>,
    /// Whether a run of it waits in the queue.
    pub(crate) waiting: bool,
    /// Users in the order of joining: members, and those who left while rows remain.
    slots: Paged<Slot, 1024>,
    empty: u32,
    /// How many members are not deleted.
    members: u32,
    /// Those who left while rows remain, in the order of leaving; they mostly go in that order too.
    pub(crate) left: VecDeque<UserId>,
    /// Groups that are members (R13).
    pub(crate) nested: Vec<GroupId>,
    /// How many users that are not deleted have a row of this group with an error (R4.7).
    pub(crate) in_error: u32,
    /// Its membership rule, if it has one or had one (R17).
    pub(crate) rule: Option<Arc<GroupRule>>,
    /// Whether a run of the rule waits in the queue.
    pub(crate) members_waiting: bool,
}

impl Group {
    /// A group without members.
    pub(crate) fn new(name: TextId, kind: GroupKind) -> Group {
        Group {
            name,
            kind,
            template: TemplateId::EMPTY,
            processing: None,
            deleted_at: None,
            waiting: false,
            slots: Paged::default(),
            empty: 0,
            members: 0,
            left: VecDeque::new(),
            nested: Vec::new(),
            in_error: 0,
            rule: None,
            members_waiting: false,
        }
    }

    /// Puts users, each with whether it left while rows remain, into the empty list, and those who left in their order.
    /// The members are not counted yet.
    pub(crate) fn fill(&mut self, users: &[(UserId, bool)], left: &[UserId]) {
        let slot = |&(user, is_left): &(UserId, bool)| {
            let member = Slot::member(user);
            if is_left { member.into_left() } else { member }
        };
        self.slots = users.iter().map(slot).collect();
        self.left = left.iter().copied().collect();
    }

    /// The places in the order of joining; some may be empty.
    pub(crate) fn slots(&self) -> impl DoubleEndedIterator<Item = Slot> {
        self.slots.iter().copied()
    }

    /// The user at a place, member or not.
    pub(crate) fn user_at(&self, slot: u32) -> Option<UserId> {
        self.slots.get(slot as usize)?.user()
    }

    /// Members in the order of joining, deleted users too.
    pub(crate) fn members(&self) -> impl DoubleEndedIterator<Item = UserId> {
        self.slots.iter().filter_map(|slot| slot.as_member())
    }

    /// Members that are not deleted, in the order of joining.
    pub(crate) fn live_members(&self, flags: &Column<UserId, Flags>) -> Vec<UserId> {
        slot::live_members(&self.slots, flags, self.member_count().saturating_add(self.left.len()))
    }

    /// How many members are not deleted.
    pub(crate) fn member_count(&self) -> usize {
        self.members as usize
    }

    /// A member is deleted or restored; its place is kept.
    pub(crate) fn count_member(&mut self, is_present: bool) {
        self.members = if is_present { self.members.saturating_add(1) } else { self.members.saturating_sub(1) };
    }

    /// A user in error appears or goes.
    pub(crate) fn count_in_error(&mut self, is_there: bool) {
        self.count_more_in_error(if is_there { 1 } else { -1 });
    }

    /// So many users more are in error, or fewer.
    pub(crate) fn count_more_in_error(&mut self, more: i32) {
        self.in_error = self.in_error.saturating_add_signed(more);
    }

    /// Adds a member and answers its place.
    pub(crate) fn join(&mut self, user: UserId) -> u32 {
        let slot = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        self.slots.push(Slot::member(user));
        self.members = self.members.saturating_add(1);
        slot
    }

    /// The member at `slot` leaves while rows of it remain: the place is kept.
    pub(crate) fn leave_with_rows(&mut self, slot: u32) {
        if let Some(place) = self.slots.get_mut(slot as usize)
            && let Some(user) = place.as_member()
        {
            *place = place.into_left();
            self.members = self.members.saturating_sub(1);
            self.left.push_back(user);
        }
    }

    /// Empties the place at `slot`, of a member or of one who left.
    pub(crate) fn vacate(&mut self, slot: u32) {
        let Some(place) = self.slots.get_mut(slot as usize) else { return };
        let Some(user) = place.user() else { return };
        if place.as_member().is_some() {
            self.members = self.members.saturating_sub(1);
        } else {
            if let Some(at) = self.left.iter().position(|left| *left == user) {
                self.left.remove(at);
            }
        }
        *place = Slot::EMPTY;
        self.empty = self.empty.saturating_add(1);
    }

    /// Whether so many places are empty that [`Group::compact`] pays.
    pub(crate) fn is_sparse(&self) -> bool {
        self.empty > 32 && self.empty as usize > self.slots.len() / 2
    }

    /// Drops the empty places: users have other places then.
    pub(crate) fn compact(&mut self) {
        self.slots = self.slots.iter().copied().filter(|slot| *slot != Slot::EMPTY).collect();
        self.empty = 0;
    }

    /// Each user with its place.
    pub(crate) fn places(&self) -> impl Iterator<Item = (UserId, u32)> + '_ {
        self.slots.iter().zip(0..).filter_map(|(slot, at)| Some((slot.user()?, at)))
    }
}
