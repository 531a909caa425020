//! The queue, what follows from everything before it, and the audit log.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;

use licensing_model::UserId;
use licensing_model::snapshot::RunTarget;

use super::Restoring;
use crate::audit::log::Log;
use crate::background::queue::Started;
use crate::state::check::{self, Checked, ensure};
use crate::state::error::{StateError, StateFault};
use crate::store::short_log::ShortLog;
use crate::store::text::TextId;
use crate::store::users::{Edge, Flags};
use crate::tenant::Tenant;

impl Restoring {
    /// Runs that started, and runs that wait.
    pub(super) fn queue(&mut self) -> Checked {
        let state = core::mem::take(&mut self.state.queue);
        let most = usize::from(Tenant::MOST_WORKERS);
        ensure(state.started.len() <= most, "queue.started", state.started.len(), StateFault::TooMany)?;
        for (number, run) in state.started.into_iter().enumerate() {
            self.target(run.target, "queue.started", number)?;
            let known = run.users.iter().all(|user| user.index() < self.tenant.users.len());
            ensure(known, "queue.started", number, StateFault::Missing)?;
            let to_come = run.users.get(run.taken as usize..).unwrap_or_default();
            let live = to_come.iter().all(|user| self.tenant.users.is_live(*user));
            let most = if matches!(run.target, RunTarget::User(_)) { 1 } else { run.users.len() };
            let of_a_group = !matches!(run.target, RunTarget::User(_)) || run.users.is_empty();
            ensure(live && of_a_group && run.taken as usize <= most, "queue.started", number, StateFault::Invalid)?;
            let taken = run.taken as usize;
            let resumed = Started::resumed(run.target, run.users, taken, run.succeeded, run.failed);
            self.tenant.queue.started.push(resumed);
        }
        let mut waiting = BTreeSet::new();
        for (number, target) in state.waiting.iter().enumerate() {
            self.target(*target, "queue.waiting", number)?;
            let new = waiting.insert(check::target_number(*target));
            ensure(new, "queue.waiting", number, StateFault::Twice)?;
            match *target {
                RunTarget::User(user) => self.tenant.users.flag(user, Flags::WAITING, true),
                RunTarget::Group(group) => {
                    if let Some(record) = self.tenant.groups.get_mut(group) {
                        record.waiting = true;
                    }
                }
                RunTarget::Members(group) => {
                    if let Some(record) = self.tenant.groups.get_mut(group) {
                        record.members_waiting = true;
                    }
                }
            }
            self.tenant.queue.push_waiting(*target);
        }
        let part = "queue.moved";
        check::rising(state.moved.iter().map(|(group, user, _)| (*group, *user)), part, 0)?;
        for (number, &(group, user, moves)) in state.moved.iter().enumerate() {
            let known = group.index() < self.tenant.groups.len() && user.index() < self.tenant.users.len();
            ensure(known && moves > 0, part, number, StateFault::Invalid)?;
        }
        self.tenant.moved = Arc::new(state.moved.clone());
        Ok(())
    }

    /// Whom a run is for exists.
    fn target(&self, target: RunTarget, part: &'static str, number: usize) -> Checked {
        let exists = match target {
            RunTarget::User(user) => self.tenant.users.is_live(user),
            RunTarget::Group(group) => self.tenant.group_exists(group),
            RunTarget::Members(group) => self.tenant.deciding_rule(group).is_some(),
        };
        ensure(exists, part, number, StateFault::Missing)
    }

    /// Names, addresses, seats and errors of the next user.
    pub(super) fn count(&mut self) -> Checked {
        let user = UserId::at(self.next);
        let placed = self.tenant.users.edges(user).iter().all(|edge| {
            let comes_back = edge.is_left() && self.tenant.users.membership(user, edge.group()).is_some();
            edge.slot != Edge::NO_SLOT || (comes_back && !self.tenant.group_exists(edge.group()))
        });
        ensure(placed, "users.edges", self.next, StateFault::Contradiction)?;
        if self.tenant.users.is_live(user) {
            self.tenant.enter_principal_name(user);
            self.tenant.enter_addresses(user);
            self.tenant.count_user(user, true);
        }
        self.next = self.next.saturating_add(1);
        self.done = self.done.saturating_add(1);
        Ok(())
    }

    /// A userPrincipalName is one user's: one that was given to two leads to the later one only.
    pub(super) fn names_are_unique(&self) -> Checked {
        let part = "users.principal_names";
        for (name, user) in self.tenant.addresses.principal_names.iter() {
            let derived = self.tenant.derived_principal_name(name);
            ensure(derived.is_none(), part, user.index(), StateFault::Twice)?;
        }
        let own = self.tenant.users.name.ids().filter(|user| {
            self.tenant.users.is_live(*user) && self.tenant.users.principal_name.at(*user) != TextId::DERIVED
        });
        let named = own.count();
        let count = self.tenant.addresses.principal_names.len();
        ensure(named == count, part, count, StateFault::Twice)
    }

    /// The rows that are short of a seat are listed, and no others.
    pub(super) fn short_rows(&mut self) -> Checked {
        let part = "subscriptions.short";
        for (number, state) in self.state.subscriptions.iter().enumerate() {
            let log = ShortLog::of(state.short.clone());
            self.tenant.subscriptions.change(state.product, |subscription| subscription.short = log);
            let current = self.tenant.short_rows(state.product);
            ensure(current == state.short, part, number, StateFault::Contradiction)?;
        }
        Ok(())
    }

    /// The next page of the audit log. Answers whether that was all.
    pub(super) fn audit_page(&mut self) -> Result<bool, StateError> {
        if self.next == 0 {
            let recorded = core::mem::take(&mut self.state.audit.recorded);
            self.tenant.recorded = recorded.into_iter().map(Arc::new).collect();
            self.tenant.audit = Log::default();
        }
        let Some(page) = self.state.audit.pages.get(self.next) else { return Ok(true) };
        let whole = self.tenant.audit.push_page(page);
        ensure(whole, "audit.pages", self.next, StateFault::Invalid)?;
        self.next = self.next.saturating_add(1);
        self.done = self.done.saturating_add(1);
        Ok(false)
    }
}
