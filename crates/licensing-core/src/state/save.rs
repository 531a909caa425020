//! From a tenant to its state.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::audit::event::Event;
use crate::audit::log::Log;
use crate::store::address_book::AddressState;
use crate::store::interner::Interner;
use crate::store::outcome::OutcomeId;
use crate::store::template::{DisabledId, Entry, TemplateId};
use crate::store::text::TextId;
use crate::store::times::{Times, TimesId};
use crate::store::users::Flags;
use crate::tenant::Tenant;
use licensing_model::UserId;
use licensing_model::settings::TenantSettings;
use licensing_model::snapshot::RunTarget;
use licensing_model::state::{
    AuditState, ContactState, EdgeState, GroupState, MailboxState, PathState, QueueState, RowState, RowTimes,
    StartedState, SubscriptionState, Tables, TenantState, UsersState,
};

/// Whether a state has the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditLog {
    /// It has. Its tables are whole then, because events name values that nothing else does any more.
    Kept,
    /// It has not: the tenant begins with an empty log. Tables hold what is used, in the order of first use.
    LeftOut,
}

/// Pages of an audit log of which the event at position `n` is the recorded event `n`, at `times[n]`.
pub fn recorded_pages(times: &[u32]) -> Vec<Vec<u8>> {
    let mut log = Log::default();
    for (time, number) in times.iter().zip(0..) {
        log.push(*time, Event::Recorded { number });
    }
    pages_of(&log)
}

fn pages_of(log: &Log) -> Vec<Vec<u8>> {
    log.pages().filter(|page| !page.is_empty()).map(Vec::from).collect()
}

impl Tenant {
    /// What holds now. It takes time and memory with the size of the tenant.
    pub fn state(&self, audit: AuditLog) -> TenantState {
        let mut saving = Saving::new(self, audit);
        let users = saving.users();
        let groups = self.groups.ids().filter_map(|group| saving.group(group)).collect();
        let contacts = saving.contacts();
        let kept = self.properties.iter();
        let properties = kept.map(|(of, property, text)| (of, property, saving.text(text))).collect();
        TenantState {
            settings: TenantSettings {
                seed: self.seed,
                rules: self.rules,
                country: self.country,
                initial_domain: self.initial_domain.clone(),
                domains: self.domains.clone(),
                workers: self.workers,
            },
            own: self.catalog.extended.as_ref().map(|extended| extended.own.clone()).unwrap_or_default(),
            pairs: self.own_rows.pairs.iter().map(|(&(a, b), &counts)| (a, b, counts)).collect(),
            prerequisites: self.own_rows.prerequisites.iter().map(|(&plan, &counts)| (plan, counts)).collect(),
            clock: self.clock,
            accepted: self.accepted,
            ids: self.own_ids.iter().collect(),
            users,
            groups,
            contacts,
            properties,
            subscriptions: saving.subscriptions(),
            queue: saving.queue(),
            audit: match audit {
                AuditLog::Kept => AuditState {
                    pages: pages_of(&self.audit),
                    recorded: self.recorded.iter().map(|event| (**event).clone()).collect(),
                    events: self.audit.events(),
                },
                AuditLog::LeftOut => AuditState::default(),
            },
            tables: saving.tables(),
        }
    }
}

/// A state under way: which number each value of the tenant's tables has got.
struct Saving<'a> {
    tenant: &'a Tenant,
    texts: Interner<TextId>,
    disabled: Numbers,
    templates: Numbers,
    outcomes: Numbers,
    times: Numbers,
}

/// New numbers for the values of a table, in the order of first use.
#[derive(Default)]
struct Numbers {
    /// By the number in the tenant one more than the new one; 0 for those that have none.
    new: Vec<u32>,
    /// The numbers in the tenant of those that have one.
    used: Vec<u32>,
}

impl Numbers {
    /// The new number of a value.
    fn number(&mut self, own: u32) -> u32 {
        let at = own as usize;
        if self.new.len() <= at {
            self.new.resize(at.saturating_add(1), 0);
        }
        let next = self.used.len() as u32;
        match self.new.get_mut(at) {
            Some(new @ 0) => {
                *new = next.saturating_add(1);
                self.used.push(own);
                next
            }
            new => new.map_or(0, |new| new.saturating_sub(1)),
        }
    }
}

impl<'a> Saving<'a> {
    fn new(tenant: &'a Tenant, audit: AuditLog) -> Saving<'a> {
        let mut saving = Saving {
            tenant,
            texts: Interner::default(),
            disabled: Numbers::default(),
            templates: Numbers::default(),
            outcomes: Numbers::default(),
            times: Numbers::default(),
        };
        let all = audit == AuditLog::Kept;
        let used = |count: usize| if all { u32::try_from(count).unwrap_or(u32::MAX) } else { 1 };
        // Number 0 is always the empty one.
        for number in 0..used(tenant.templates.all_disabled().count()) {
            saving.disabled.number(number);
        }
        for number in 0..used(tenant.templates.all().count()) {
            saving.templates.number(number);
        }
        for number in 0..used(tenant.outcomes.all().count()) {
            saving.outcomes.number(number);
        }
        if all {
            tenant.texts.iter().for_each(|(id, _)| _ = saving.texts.intern(id));
            tenant.times.lists().zip(0..).for_each(|(_, number)| _ = saving.times.number(number));
        }
        saving
    }

    fn text(&mut self, id: TextId) -> u32 {
        if id == TextId::DERIVED { 0 } else { self.texts.intern(id).saturating_add(1) }
    }

    fn path(&mut self, outcome: OutcomeId, times: TimesId) -> PathState {
        let times = match Times::number(times) {
            Ok(time) => RowTimes::Same(time),
            Err(list) => RowTimes::Listed(self.times.number(list)),
        };
        PathState { outcome: self.outcomes.number(outcome.0), times }
    }

    fn users(&mut self) -> UsersState {
        let users = &self.tenant.users;
        let count = users.len();
        let mut columns = UsersState {
            names: Vec::with_capacity(count),
            principal_names: Vec::with_capacity(count),
            nicknames: Vec::with_capacity(count),
            locations: Vec::with_capacity(count),
            guests: Vec::with_capacity(count),
            blocked: Vec::with_capacity(count),
            mailboxes: Vec::with_capacity(count),
            direct: Vec::with_capacity(count),
            edge_ends: Vec::with_capacity(count),
            edges: Vec::with_capacity(users.edge_count()),
            deleted: users.deleted_at.iter().map(|(user, at)| (*user, *at)).collect(),
        };
        for user in users.name.ids() {
            columns.names.push(self.text(users.name.at(user)));
            columns.principal_names.push(self.text(users.principal_name.at(user)));
            columns.nicknames.push(self.text(users.nickname.at(user)));
            columns.locations.push(users.location(user));
            columns.guests.push(users.flags.at(user).has(Flags::GUEST));
            columns.blocked.push(users.flags.at(user).has(Flags::BLOCKED));
            columns.mailboxes.push(self.mailbox(user));
            columns.direct.push(self.path(users.direct.at(user), users.direct_times.at(user)));
            for edge in users.edges(user) {
                let path = self.path(edge.outcome, edge.times);
                columns.edges.push(EdgeState { group: edge.group(), is_left: edge.is_left(), path });
            }
            columns.edge_ends.push(u32::try_from(columns.edges.len()).unwrap_or(u32::MAX));
        }
        columns
    }

    fn mailbox(&self, user: UserId) -> MailboxState {
        match self.tenant.addresses.state(user) {
            AddressState::Empty => MailboxState::Empty,
            AddressState::Calculated => MailboxState::Calculated,
            AddressState::Own(_) => {
                let mailbox = self.tenant.mailbox(user);
                MailboxState::Own { mail: mailbox.mail, proxy_addresses: mailbox.proxy_addresses }
            }
        }
    }

    fn group(&mut self, group: licensing_model::GroupId) -> Option<GroupState> {
        let record = self.tenant.groups.get(group)?;
        let users = record.slots();
        Some(GroupState {
            name: self.text(record.name),
            kind: record.kind,
            template: self.templates.number(record.template.0),
            processing: record.processing,
            deleted_at: record.deleted_at,
            users: users.filter_map(|slot| Some((slot.user()?, slot.as_member().is_none()))).collect(),
            left: record.left.iter().copied().collect(),
            nested: record.nested.clone(),
            rule: record.rule.as_ref().map(|rule| (self.text(rule.text), rule.membership)),
        })
    }

    fn contacts(&mut self) -> Vec<ContactState> {
        let contacts = self.tenant.contacts.iter();
        contacts
            .map(|contact| ContactState {
                name: self.text(contact.name),
                proxy_addresses: contact.mailbox.proxy_addresses.clone(),
                deleted: contact.deleted,
            })
            .collect()
    }

    fn subscriptions(&self) -> Vec<SubscriptionState> {
        let all = self.tenant.subscriptions.iter();
        all.map(|(product, subscription)| {
            let short = self.tenant.short_rows(product);
            SubscriptionState { product, units: subscription.units, added: subscription.added.clone(), short }
        })
        .collect()
    }

    fn queue(&self) -> QueueState {
        let started = self.tenant.queue.started.iter().map(|run| StartedState {
            target: run.target,
            users: if matches!(run.target, RunTarget::User(_)) { Vec::new() } else { run.listed().to_vec() },
            taken: u32::try_from(run.next).unwrap_or(u32::MAX),
            succeeded: run.succeeded,
            failed: run.failed,
        });
        QueueState {
            started: started.collect(),
            waiting: self.tenant.queue.waiting().collect(),
            moved: self.tenant.moved.to_vec(),
        }
    }

    /// The values that got a number, after everything that names one.
    fn tables(self) -> Tables {
        let Tenant { outcomes, templates, texts, times, .. } = self.tenant;
        let mut disabled = self.disabled;
        let rows = self.outcomes.used.iter().map(|id| {
            let rows = outcomes.rows(OutcomeId(*id)).iter();
            rows.map(|row| RowState {
                product: row.product,
                disabled: disabled.number(row.disabled.0),
                in_force: row.in_force,
                error: row.error,
            })
            .collect()
        });
        let rows = rows.collect();
        let entries = self.templates.used.iter().map(|id| {
            let entries = templates.entries(TemplateId(*id)).iter();
            entries.map(|Entry { product, disabled: id }| (*product, disabled.number(id.0))).collect()
        });
        let entries = entries.collect();
        let lists: Vec<&[u32]> = times.lists().collect();
        Tables {
            texts: self.texts.iter().map(|id| texts.get(*id).map_or_else(String::new, ToString::to_string)).collect(),
            disabled: disabled.used.iter().map(|id| templates.plans(DisabledId(*id)).iter().collect()).collect(),
            templates: entries,
            outcomes: rows,
            times: self
                .times
                .used
                .iter()
                .map(|at| lists.get(*at as usize).map_or_else(Vec::new, |list| list.to_vec()))
                .collect(),
        }
    }
}
