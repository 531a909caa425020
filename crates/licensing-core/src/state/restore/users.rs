//! Users with their paths, and the places that they have in their groups.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::state::{MailboxState, PathState, RowTimes};
use licensing_model::{AssignmentError, GroupId, Member, UserId};

use super::{Restoring, at, named};
use crate::shape;
use crate::state::check::{self, Checked, ensure, error};
use crate::state::error::{StateError, StateFault};
use crate::store::address_book::{AddressState, Mailbox};
use crate::store::outcome::OutcomeId;
use crate::store::times::{Times, TimesId};
use crate::store::users::{Edge, Flags};
use licensing_columns::list_pool::ListPool;

impl Restoring {
    /// The next user.
    pub(super) fn user(&mut self) -> Checked {
        let number = self.next;
        let state = &self.state.users;
        let text = |column: &[u32], part| named(&self.texts, at(column, number), part, number);
        let name = text(&state.names, "users.names")?;
        let principal_name = text(&state.principal_names, "users.principal_names")?;
        let nickname = text(&state.nicknames, "users.nicknames")?;
        let texts = &self.tenant.texts;
        texts.get(name).map_or(Ok(()), |text| check::name(text, "users.names", number))?;
        let own = texts.get(principal_name);
        own.map_or(Ok(()), |text| check::principal_name(text, "users.principal_names", number))?;
        texts.get(nickname).map_or(Ok(()), |text| check::nickname(text, "users.nicknames", number))?;
        let flags = Flags::default().with(Flags::GUEST, at(&state.guests, number));
        let flags = flags.with(Flags::BLOCKED, at(&state.blocked, number));
        let user = self.tenant.users.push(name, principal_name, nickname, at(&state.locations, number), flags);
        self.tenant.addresses.push_user();

        let (direct, times) = self.path(at(&self.state.users.direct, number), "users.direct", number)?;
        let rows = self.tenant.outcomes.rows(direct);
        // R10: a direct license is there or refused.
        let in_force = rows.iter().all(|row| row.in_force && row.error == AssignmentError::None);
        ensure(in_force, "users.direct", number, StateFault::Invalid)?;
        self.tenant.users.direct.set(user, direct);
        self.tenant.users.direct_times.set(user, times);
        self.edges(user)?;
        if let Some(mailbox) = self.state.users.mailboxes.get_mut(number) {
            let mailbox = core::mem::take(mailbox);
            self.mailbox(user, mailbox)?;
        }
        self.next = self.next.saturating_add(1);
        Ok(())
    }

    fn edges(&mut self, user: UserId) -> Checked {
        let part = "users.edges";
        let end = at(&self.state.users.edge_ends, user.index()) as usize;
        let valid = self.edge <= end && end <= self.state.users.edges.len();
        ensure(valid, "users.edge_ends", user.index(), StateFault::Order)?;
        ensure(end.saturating_sub(self.edge) <= ListPool::<Edge>::LONGEST, part, user.index(), StateFault::TooMany)?;
        let mut seen_member = false;
        let mut edges = core::mem::take(&mut self.edges);
        edges.clear();
        while self.edge < end {
            let Some(state) = self.state.users.edges.get(self.edge).copied() else { break };
            let exists = state.group.index() < self.state.groups.len();
            ensure(exists, part, self.edge, StateFault::Missing)?;
            ensure(!(state.is_left && seen_member), part, self.edge, StateFault::Order)?;
            seen_member |= !state.is_left;
            let (outcome, times) = self.path(state.path, part, self.edge)?;
            // A path that was left and has no rows is gone.
            let remains = !state.is_left || outcome != OutcomeId::NONE;
            ensure(remains, part, self.edge, StateFault::Invalid)?;
            let edge = Edge::member(state.group, Edge::NO_SLOT).with_rows(outcome, times);
            let edge = if state.is_left { edge.into_left() } else { edge };
            edges.push(edge);
            self.edge = self.edge.saturating_add(1);
            self.done = self.done.saturating_add(1);
        }
        self.tenant.users.edges.fill(user.index(), &edges);
        self.edges = edges;
        self.done = self.done.saturating_add(1);
        self.distinct_edges(user)
    }

    /// A user stands to a group in one way, or in two where it left the group before that was deleted.
    fn distinct_edges(&self, user: UserId) -> Checked {
        let edges = self.tenant.users.edges(user);
        let mut seen: Vec<_> = edges.iter().map(|edge| (edge.group(), edge.is_left())).collect();
        seen.sort_unstable();
        let count = seen.len();
        seen.dedup();
        ensure(seen.len() == count, "users.edges", user.index(), StateFault::Twice)
    }

    fn path(&self, state: PathState, part: &'static str, number: usize) -> Result<(OutcomeId, TimesId), StateError> {
        let outcome = named(&self.outcomes, state.outcome, part, number)?;
        let times = match state.times {
            RowTimes::Same(time) => {
                ensure(time <= self.state.clock, part, number, StateFault::Invalid)?;
                Times::same(time)
            }
            RowTimes::Listed(list) => {
                let times = named(&self.times, list, part, number)?;
                let length = self.state.tables.times.get(list as usize).map_or(0, Vec::len);
                ensure(length == self.tenant.outcomes.rows(outcome).len(), part, number, StateFault::Length)?;
                times
            }
        };
        Ok((outcome, times))
    }

    fn mailbox(&mut self, user: UserId, state: MailboxState) -> Checked {
        let state = match state {
            MailboxState::Empty => AddressState::Empty,
            MailboxState::Calculated => AddressState::Calculated,
            MailboxState::Own { mail, proxy_addresses } => {
                let valid = shape::addresses(mail.as_deref(), &proxy_addresses);
                valid.map_err(|_| error("users.mailboxes", user.index(), StateFault::Invalid))?;
                let place = u32::try_from(self.tenant.addresses.own.len()).unwrap_or(u32::MAX);
                self.tenant.addresses.own.push(Mailbox { mail, proxy_addresses });
                AddressState::Own(place)
            }
        };
        self.tenant.addresses.set_state(user, state);
        Ok(())
    }

    /// Properties that are kept as they were given.
    pub(super) fn properties(&mut self) -> Checked {
        let part = "properties";
        let kept = core::mem::take(&mut self.state.properties);
        check::rising(kept.iter().map(|(of, property, _)| (*of, *property)), part, 0)?;
        for (number, (of, property, text)) in kept.into_iter().enumerate() {
            let exists = match of {
                Member::User(user) => user.index() < self.tenant.users.len(),
                Member::Group(group) => group.index() < self.tenant.groups.len(),
            };
            let text = named(&self.texts, text, part, number)?;
            let fits = self.tenant.texts.get(text).is_some_and(|text| shape::value(text).is_ok());
            ensure(exists && fits, part, number, StateFault::Invalid)?;
            self.tenant.properties.push((of, property, text));
        }
        Ok(())
    }

    pub(super) fn deleted_users(&mut self) -> Checked {
        let part = "users.deleted";
        check::rising(self.state.users.deleted.iter().map(|one| one.0), part, 0)?;
        for (number, &(user, at)) in self.state.users.deleted.iter().enumerate() {
            ensure(user.index() < self.tenant.users.len(), part, number, StateFault::Missing)?;
            ensure(at <= self.state.clock, part, number, StateFault::Invalid)?;
            self.tenant.users.flag(user, Flags::DELETED, true);
            Arc::make_mut(&mut self.tenant.users.deleted_at).insert(user, at);
        }
        Ok(())
    }

    /// The users of the next group: each finds its place in the user's edges.
    pub(super) fn group_users(&mut self) -> Checked {
        let part = "groups.users";
        let number = self.next;
        let group = GroupId::at(number);
        let Some(state) = self.state.groups.get(number) else { return Ok(()) };
        for (&(user, is_left), slot) in state.users.iter().zip(0..) {
            let edges = self.tenant.users.edges.get_mut(user.index()).iter_mut();
            let mut fitting = edges.filter(|edge| edge.group() == group && edge.is_left() == is_left);
            let edge = fitting.next().ok_or(error(part, number, StateFault::Contradiction))?;
            ensure(edge.slot == Edge::NO_SLOT, part, number, StateFault::Twice)?;
            *edge = edge.with_slot(slot);
        }
        let mut left: Vec<_> = state.users.iter().filter(|(_, is_left)| *is_left).map(|(user, _)| *user).collect();
        let mut in_order_of_leaving = state.left.clone();
        left.sort_unstable();
        in_order_of_leaving.sort_unstable();
        ensure(left == in_order_of_leaving, "groups.left", number, StateFault::Contradiction)?;
        if let Some(record) = self.tenant.groups.get_mut(group) {
            record.fill(&state.users, &state.left);
        }
        self.done = self.done.saturating_add(state.users.len()).saturating_add(1);
        self.next = self.next.saturating_add(1);
        Ok(())
    }
}
