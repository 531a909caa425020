//! Everything that does not grow with the users: settings, tables, products, contacts, groups without their users.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::command::GroupKind;
use licensing_model::rule::Membership;
use licensing_model::state::GroupState;
use licensing_model::{AssignmentError, ContactId, GroupId, ProductId};

use super::{MOST_OBJECTS, Restoring, named};
use crate::membership;
use crate::shape;
use crate::state::check::{self, Checked, ensure, error};
use crate::state::error::{StateError, StateFault};
use crate::store::address_book::{Holder, Mailbox};
use crate::store::group::Group;
use crate::store::group_rule::GroupRule;
use crate::store::outcome::Row;
use crate::store::template::{Entry, TemplateId};
use crate::store::text::TextId;
use crate::store::times::EachTime;
use crate::tenant::own_ids::OwnIds;
use crate::tenant::{Contact, Tenant};

/// A tenant keeps so many bytes of texts at most.
const MOST_TEXT: usize = 1 << 31;

impl Restoring {
    /// All of it.
    pub(super) fn basics(&mut self) -> Checked {
        self.own_catalog()?;
        self.settings()?;
        self.texts()?;
        self.subscriptions()?;
        self.templates()?;
        self.outcomes()?;
        self.times()?;
        self.groups()?;
        self.contacts()?;
        self.ids()?;
        self.columns()
    }

    fn settings(&mut self) -> Checked {
        let state = &self.state;
        check::settings(&state.settings)?;
        ensure(state.clock <= Tenant::LAST_SECOND, "clock", 0, StateFault::Invalid)?;
        self.tenant.clock = state.clock;
        self.tenant.accepted = state.accepted;
        for (number, &(a, b, counts)) in state.pairs.iter().enumerate() {
            check::plan(a, "pairs", number)?;
            check::plan(b, "pairs", number)?;
            ensure(a < b, "pairs", number, StateFault::Order)?;
            let twice = self.tenant.own_rows.pairs.insert((a, b), counts);
            ensure(twice.is_none(), "pairs", number, StateFault::Twice)?;
        }
        for (number, &(plan, counts)) in state.prerequisites.iter().enumerate() {
            check::plan(plan, "prerequisites", number)?;
            let twice = self.tenant.own_rows.prerequisites.insert(plan, counts);
            ensure(twice.is_none(), "prerequisites", number, StateFault::Twice)?;
        }
        self.tenant.refresh_rules();
        Ok(())
    }

    fn texts(&mut self) -> Checked {
        let mut bytes = 0usize;
        self.texts.push(TextId::DERIVED);
        for (number, text) in self.state.tables.texts.iter().enumerate() {
            bytes = bytes.saturating_add(text.len()).saturating_add(4);
            ensure(bytes < MOST_TEXT, "tables.texts", number, StateFault::TooMany)?;
            self.texts.push(self.tenant.texts.store(text));
        }
        Ok(())
    }

    fn subscriptions(&mut self) -> Checked {
        let part = "subscriptions";
        check::rising(self.state.subscriptions.iter().map(|one| one.product), part, 0)?;
        for (number, one) in self.state.subscriptions.iter().enumerate() {
            check::product(&self.tenant.catalog, one.product, part, number)?;
            one.added.iter().try_for_each(|plan| check::plan(*plan, part, number))?;
            self.tenant.subscriptions.enter(one.product);
            self.tenant.subscriptions.set_units(one.product, one.units);
            self.tenant.subscriptions.change(one.product, |subscription| subscription.added.clone_from(&one.added));
        }
        Ok(())
    }

    fn subscribed(&self, product: ProductId, part: &'static str, number: usize) -> Checked {
        ensure(self.tenant.subscription(product).is_some(), part, number, StateFault::Missing)
    }

    fn templates(&mut self) -> Checked {
        let part = "tables.disabled";
        for (number, plans) in self.state.tables.disabled.iter().enumerate() {
            check::rising(plans.iter(), part, number)?;
            plans.iter().try_for_each(|plan| check::plan(*plan, part, number))?;
            ensure(number > 0 || plans.is_empty(), part, number, StateFault::Invalid)?;
            self.disabled.push(self.tenant.templates.disabled(plans.iter().copied().collect()));
        }
        let part = "tables.templates";
        for (number, entries) in self.state.tables.templates.iter().enumerate() {
            check::rising(entries.iter().map(|entry| entry.0), part, number)?;
            ensure(number > 0 || entries.is_empty(), part, number, StateFault::Invalid)?;
            let mut kept = Vec::with_capacity(entries.len());
            for &(product, disabled) in entries {
                self.subscribed(product, part, number)?;
                let disabled = named(&self.disabled, disabled, part, number)?;
                kept.push(Entry { product, disabled });
            }
            self.templates.push(self.tenant.templates.intern(kept));
        }
        Ok(())
    }

    fn outcomes(&mut self) -> Checked {
        let part = "tables.outcomes";
        for (number, rows) in self.state.tables.outcomes.iter().enumerate() {
            check::rising(rows.iter().map(|row| row.product), part, number)?;
            ensure(number > 0 || rows.is_empty(), part, number, StateFault::Invalid)?;
            let mut kept = Vec::with_capacity(rows.len());
            for row in rows {
                self.subscribed(row.product, part, number)?;
                let disabled = named(&self.disabled, row.disabled, part, number)?;
                let explained = row.in_force || row.error != AssignmentError::None;
                ensure(explained, part, number, StateFault::Invalid)?;
                kept.push(Row { product: row.product, disabled, in_force: row.in_force, error: row.error });
            }
            self.outcomes.push(self.tenant.outcomes.intern(kept, &mut self.tenant.templates));
        }
        Ok(())
    }

    fn times(&mut self) -> Checked {
        for (number, list) in self.state.tables.times.iter().enumerate() {
            let passed = list.iter().all(|time| *time <= self.state.clock);
            ensure(passed, "tables.times", number, StateFault::Invalid)?;
            self.times.push(self.tenant.times.intern(EachTime::of(list.iter().copied())));
        }
        Ok(())
    }

    fn groups(&mut self) -> Checked {
        let count = self.state.groups.len();
        ensure(count < MOST_OBJECTS, "groups", count, StateFault::TooMany)?;
        for (number, group) in self.state.groups.iter().enumerate() {
            let record = self.group(number, group)?;
            let rule = record.rule.clone();
            self.tenant.groups.push(record);
            self.tenant.put_rule(GroupId::at(number), rule);
        }
        Ok(())
    }

    /// The rule of a group, as a command would take it (R17).
    fn rule(
        &self,
        text: u32,
        membership: Membership,
        group: &GroupState,
        number: usize,
    ) -> Result<Arc<GroupRule>, StateError> {
        let part = "groups";
        let text = named(&self.texts, text, part, number)?;
        let own = self.tenant.texts.get(text).unwrap_or_default();
        let says = membership::read(&self.tenant.catalog, own).map_err(|_| error(part, number, StateFault::Invalid))?;
        let can_have = group.kind != GroupKind::Distribution && group.nested.is_empty();
        ensure(can_have || !membership.has_rule(), part, number, StateFault::Invalid)?;
        Ok(Arc::new(GroupRule { text, membership, reads: says.reads(), says }))
    }

    /// A group without its users.
    fn group(&self, number: usize, state: &GroupState) -> Result<Group, StateError> {
        let part = "groups";
        let name = named(&self.texts, state.name, part, number)?;
        if let Some(text) = self.tenant.texts.get(name) {
            check::name(text, part, number)?;
        }
        let deleted = state.deleted_at.is_none_or(|at| at <= self.state.clock);
        ensure(deleted, part, number, StateFault::Invalid)?;
        let mut nested = BTreeSet::new();
        for member in &state.nested {
            ensure(member.index() < self.state.groups.len(), part, number, StateFault::Missing)?;
            ensure(member.index() != number, part, number, StateFault::Invalid)?;
            ensure(nested.insert(*member), part, number, StateFault::Twice)?;
        }
        let mut record = Group::new(name, state.kind);
        record.template = named(&self.templates, state.template, part, number)?;
        // R11.1: a group that carries licenses cannot be deleted.
        let is_bare = state.deleted_at.is_none() || record.template == TemplateId::EMPTY;
        ensure(is_bare, part, number, StateFault::Invalid)?;
        record.processing = state.processing;
        record.deleted_at = state.deleted_at;
        record.nested.clone_from(&state.nested);
        record.rule = state.rule.map(|(text, membership)| self.rule(text, membership, state, number)).transpose()?;
        Ok(record)
    }

    fn contacts(&mut self) -> Checked {
        let part = "contacts";
        for (number, state) in self.state.contacts.iter().enumerate() {
            let name = named(&self.texts, state.name, part, number)?;
            check::name(self.tenant.texts.get(name).unwrap_or_default(), part, number)?;
            let valid = shape::addresses(None, &state.proxy_addresses);
            valid.map_err(|_| error(part, number, StateFault::Invalid))?;
            let holds_nothing = !state.deleted || state.proxy_addresses.is_empty();
            ensure(holds_nothing, part, number, StateFault::Invalid)?;
            let mailbox = Mailbox { mail: None, proxy_addresses: state.proxy_addresses.clone() };
            let contact = ContactId::at(number);
            self.tenant.addresses.enter(Holder::Contact(contact), mailbox.held());
            self.tenant.contacts.push(Contact { name, mailbox, deleted: state.deleted });
        }
        Ok(())
    }

    fn ids(&mut self) -> Checked {
        if self.state.ids.is_empty() {
            return Ok(());
        }
        let mut own = OwnIds::default();
        for (number, &(kind, object, id)) in self.state.ids.iter().enumerate() {
            ensure(own.insert(kind, object, id), "ids", number, StateFault::Twice)?;
        }
        self.tenant.own_ids = Arc::new(own);
        Ok(())
    }

    /// The columns of users are equally long.
    fn columns(&mut self) -> Checked {
        let users = &self.state.users;
        let count = users.names.len();
        ensure(count < MOST_OBJECTS, "users", count, StateFault::TooMany)?;
        for (part, length) in [
            ("users.principal_names", users.principal_names.len()),
            ("users.nicknames", users.nicknames.len()),
            ("users.locations", users.locations.len()),
            ("users.guests", users.guests.len()),
            ("users.blocked", users.blocked.len()),
            ("users.mailboxes", users.mailboxes.len()),
            ("users.direct", users.direct.len()),
            ("users.edge_ends", users.edge_ends.len()),
        ] {
            ensure(length == count, part, length, StateFault::Length)?;
        }
        let end = users.edge_ends.last().copied().unwrap_or_default() as usize;
        ensure(end == users.edges.len(), "users.edges", end, StateFault::Length)?;
        self.tenant.reserve(count);
        Ok(())
    }
}
