//! From a tenant to its state, in slices.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::convert::Infallible;

use super::numbers::Numbers;
use crate::audit::event::Event;
use crate::audit::log::Log;
use crate::store::address_book::AddressState;
use crate::store::outcome::OutcomeId;
use crate::store::template::{DisabledId, Entry, TemplateId};
use crate::store::users::Flags;
use crate::tenant::Tenant;
use licensing_model::settings::TenantSettings;
use licensing_model::snapshot::RunTarget;
use licensing_model::state::{
    ContactState, EdgeState, GroupState, MailboxState, QueueState, RowState, StartedState, SubscriptionState,
    TenantState, UsersState,
};
use licensing_model::{GroupId, Sliced, UserId};

/// Ids between two looks at how much was done.
const IDS: usize = 64;

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
    /// What holds now. It takes time and memory with the size of the tenant; [`Saving`] does the same in slices.
    pub fn state(&self, audit: AuditLog) -> TenantState {
        Saving::new(self.clone(), audit).finish()
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Numbers,
    Users,
    Groups,
    Contacts,
    Properties,
    Ids,
    Rest,
    Audit,
    Recorded,
    Tables,
    Texts,
    Times,
    Done,
}

/// A state that is being written down, of a tenant as it was when that began.
#[derive(Debug)]
pub struct Saving {
    tenant: Tenant,
    audit: AuditLog,
    state: TenantState,
    numbers: Numbers,
    phase: Phase,
    /// The next element of the phase.
    next: usize,
    done: usize,
    all: usize,
}

impl Saving {
    /// Begins. Nothing is written down yet.
    pub fn new(tenant: Tenant, audit: AuditLog) -> Saving {
        let (users, edges, texts) = (tenant.users.len(), tenant.users.edge_count(), tenant.texts.about());
        // All texts are written down for the log, and most of them are of users.
        let texts = match audit {
            AuditLog::Kept => texts,
            AuditLog::LeftOut => texts.min(users.saturating_mul(3)),
        };
        let all = [users, edges, edges, texts].into_iter().fold(1usize, usize::saturating_add);
        let numbers = match audit {
            AuditLog::Kept => Numbers::all(&tenant),
            AuditLog::LeftOut => Numbers::used(&tenant),
        };
        let (state, phase) = (TenantState::default(), Phase::Numbers);
        Saving { tenant, audit, state, numbers, phase, next: 0, done: 0, all }
    }

    /// The state. What [`Saving::advance`] left is done now.
    pub fn finish(mut self) -> TenantState {
        let Ok(()) = self.complete();
        self.state
    }

    fn turn_to(&mut self, phase: Phase) {
        self.phase = phase;
        self.next = 0;
        self.done = self.done.saturating_add(1);
    }

    /// So many units were done for the element that was next.
    fn did(&mut self, units: usize) {
        self.next = self.next.saturating_add(1);
        self.done = self.done.saturating_add(units.max(1));
    }

    /// The next text of the tenant's table is written down under its number, as all of them are for the log. Answers whether
    /// there was one.
    fn number_text(&mut self) -> bool {
        let Some((id, text, next)) = self.tenant.texts.at(self.next) else { return false };
        self.numbers.next_text(id);
        self.state.tables.texts.push(text.to_string());
        self.next = next;
        self.done = self.done.saturating_add(1);
        true
    }

    fn begin_users(&mut self) {
        let users = &self.tenant.users;
        let count = users.len();
        self.state.users = UsersState {
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
    }

    fn user(&mut self, user: UserId) {
        let (users, numbers, columns) = (&self.tenant.users, &mut self.numbers, &mut self.state.users);
        columns.names.push(numbers.text(users.name.at(user)));
        columns.principal_names.push(numbers.text(users.principal_name.at(user)));
        columns.nicknames.push(numbers.text(users.nickname.at(user)));
        columns.locations.push(users.location(user));
        columns.guests.push(users.flags.at(user).has(Flags::GUEST));
        columns.blocked.push(users.flags.at(user).has(Flags::BLOCKED));
        columns.mailboxes.push(match self.tenant.addresses.state(user) {
            AddressState::Empty => MailboxState::Empty,
            AddressState::Calculated => MailboxState::Calculated,
            AddressState::Own(_) => {
                let mailbox = self.tenant.mailbox(user);
                MailboxState::Own { mail: mailbox.mail, proxy_addresses: mailbox.proxy_addresses }
            }
        });
        columns.direct.push(numbers.path(users.direct.at(user), users.direct_times.at(user)));
        let edges = users.edges(user);
        for edge in edges {
            let path = numbers.path(edge.outcome, edge.times);
            columns.edges.push(EdgeState { group: edge.group(), is_left: edge.is_left(), path });
        }
        columns.edge_ends.push(u32::try_from(columns.edges.len()).unwrap_or(u32::MAX));
        let units = edges.len().saturating_add(1);
        self.did(units);
    }

    fn group(&mut self, group: GroupId) {
        let mut units = 0;
        if let Some(record) = self.tenant.groups.get(group) {
            let numbers = &mut self.numbers;
            let slots = record.slots();
            let state = GroupState {
                name: numbers.text(record.name),
                kind: record.kind,
                template: numbers.templates.number(record.template.0),
                processing: record.processing,
                deleted_at: record.deleted_at,
                users: slots.filter_map(|slot| Some((slot.user()?, slot.as_member().is_none()))).collect(),
                left: record.left.iter().copied().collect(),
                nested: record.nested.clone(),
                rule: record.rule.as_ref().map(|rule| (numbers.text(rule.text), rule.membership)),
            };
            units = state.users.len();
            self.state.groups.push(state);
        }
        self.did(units);
    }

    /// What is never much.
    fn rest(&mut self) {
        let (tenant, state) = (&self.tenant, &mut self.state);
        state.settings = TenantSettings {
            seed: tenant.seed,
            rules: tenant.rules,
            country: tenant.country,
            initial_domain: tenant.initial_domain.clone(),
            domains: tenant.domains.clone(),
            workers: tenant.workers,
        };
        state.own = tenant.catalog.extended.as_ref().map(|extended| extended.own.clone()).unwrap_or_default();
        state.pairs = tenant.own_rows.pairs.iter().map(|(&(a, b), &counts)| (a, b, counts)).collect();
        state.prerequisites = tenant.own_rows.prerequisites.iter().map(|(&plan, &counts)| (plan, counts)).collect();
        (state.clock, state.accepted) = (tenant.clock, tenant.accepted);
        let all = tenant.subscriptions.iter();
        state.subscriptions = all
            .map(|(product, subscription)| {
                let short = tenant.short_rows(product);
                SubscriptionState { product, units: subscription.units, added: subscription.added.clone(), short }
            })
            .collect();
        let started = tenant.queue.started.iter().map(|run| StartedState {
            target: run.target,
            users: if matches!(run.target, RunTarget::User(_)) { Vec::new() } else { run.listed().to_vec() },
            taken: u32::try_from(run.next).unwrap_or(u32::MAX),
            succeeded: run.succeeded,
            failed: run.failed,
        });
        state.queue = QueueState {
            started: started.collect(),
            waiting: tenant.queue.waiting().collect(),
            moved: tenant.moved.to_vec(),
        };
        if self.audit == AuditLog::Kept {
            state.audit.events = tenant.audit.events();
        }
    }

    /// The values that got a number, after everything that names one, but for texts and times.
    fn tables(&mut self) {
        let Tenant { outcomes, templates, .. } = &self.tenant;
        let Numbers { disabled, templates: used, outcomes: used_outcomes, .. } = &mut self.numbers;
        let rows = used_outcomes.used.iter().map(|id| {
            let rows = outcomes.rows(OutcomeId(*id)).iter();
            rows.map(|row| RowState {
                product: row.product,
                disabled: disabled.number(row.disabled.0),
                in_force: row.in_force,
                error: row.error,
            })
            .collect()
        });
        self.state.tables.outcomes = rows.collect();
        let entries = used.used.iter().map(|id| {
            let entries = templates.entries(TemplateId(*id)).iter();
            entries.map(|Entry { product, disabled: id }| (*product, disabled.number(id.0))).collect()
        });
        self.state.tables.templates = entries.collect();
        let plans = disabled.used.iter().map(|id| templates.plans(DisabledId(*id)).iter().collect());
        self.state.tables.disabled = plans.collect();
        self.state.tables.texts.reserve_exact(self.numbers.texts.used_count());
    }

    /// The next list of times that got a number. Answers whether there was one.
    fn times(&mut self) -> bool {
        let Some(at) = self.numbers.times.used.get(self.next) else { return false };
        let list = self.tenant.times.list(*at).unwrap_or_default().to_vec();
        self.state.tables.times.push(list);
        self.did(1);
        true
    }

    /// The next element of the phase. Answers whether there was one.
    fn element(&mut self) -> bool {
        let (tenant, state, numbers) = (&self.tenant, &mut self.state, &mut self.numbers);
        match self.phase {
            Phase::Numbers => return self.audit == AuditLog::Kept && self.number_text(),
            Phase::Users => match u32::try_from(self.next) {
                Ok(next) if self.next < tenant.users.len() => {
                    self.user(UserId::from_raw(next));
                    return true;
                }
                _ => return false,
            },
            Phase::Groups => match u32::try_from(self.next) {
                Ok(next) if self.next < tenant.groups.len() => {
                    self.group(GroupId::from_raw(next));
                    return true;
                }
                _ => return false,
            },
            Phase::Contacts => {
                let Some(contact) = tenant.contacts.get(self.next) else { return false };
                state.contacts.push(ContactState {
                    name: numbers.text(contact.name),
                    proxy_addresses: contact.mailbox.proxy_addresses.clone(),
                    deleted: contact.deleted,
                });
            }
            Phase::Properties => {
                let Some(page) = tenant.properties.page(self.next) else { return false };
                let kept = page.iter().map(|(of, property, text)| (*of, *property, numbers.text(*text)));
                state.properties.extend(kept);
                let units = page.len();
                self.did(units);
                return true;
            }
            Phase::Ids => {
                let before = state.ids.len();
                let last = state.ids.last().map(|(kind, number, _)| (*kind, *number));
                state.ids.extend(tenant.own_ids.after(last).take(IDS));
                let units = state.ids.len().saturating_sub(before);
                self.did(units);
                return units > 0;
            }
            Phase::Audit => {
                let Some(page) = tenant.audit.page(self.next).filter(|page| !page.is_empty()) else { return false };
                state.audit.pages.push(Vec::from(page));
            }
            Phase::Recorded => {
                let Some(event) = tenant.recorded.get(self.next) else { return false };
                state.audit.recorded.push((**event).clone());
            }
            Phase::Texts => {
                let Some(id) = numbers.texts.used(self.next) else { return false };
                state.tables.texts.push(tenant.texts.get(id).map_or_else(String::new, ToString::to_string));
            }
            Phase::Times => return self.times(),
            Phase::Rest | Phase::Tables | Phase::Done => return false,
        }
        self.did(1);
        true
    }
}

impl Sliced for Saving {
    type Fault = Infallible;

    /// Goes on for about `work` users, memberships, texts and pages of the log. Answers whether everything is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        let until = self.done.saturating_add(work.max(1) as usize);
        while self.done < until && self.phase != Phase::Done {
            if self.element() {
                continue;
            }
            let is_kept = self.audit == AuditLog::Kept;
            let next = match self.phase {
                Phase::Numbers => {
                    self.begin_users();
                    Phase::Users
                }
                Phase::Users => Phase::Groups,
                Phase::Groups => Phase::Contacts,
                Phase::Contacts => Phase::Properties,
                Phase::Properties => Phase::Ids,
                Phase::Ids => Phase::Rest,
                Phase::Rest => {
                    self.rest();
                    if is_kept { Phase::Audit } else { Phase::Tables }
                }
                Phase::Audit => Phase::Recorded,
                Phase::Recorded => Phase::Tables,
                Phase::Tables => {
                    self.tables();
                    Phase::Texts
                }
                Phase::Texts => Phase::Times,
                Phase::Times | Phase::Done => Phase::Done,
            };
            self.turn_to(next);
        }
        Ok(self.phase == Phase::Done)
    }

    fn progress(&self) -> (usize, usize) {
        (self.done.min(self.all), self.all)
    }
}
