//! Facts become a tenant: numbers are given, memberships and paths put together, and the engine restores it.

mod events;
mod groups;
mod numbers;
mod products;
mod tables;
mod users;

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_core::state::{MOST_PATHS, Restoring, paths_to_look_at};
use licensing_model::settings::TenantSettings;
use licensing_model::state::{QueueState, TenantState};
use licensing_model::{Catalog, GroupId, Guid, ProductId, RuleSet, Sliced, UserId};

use crate::collect::Collector;
use crate::error::{Counted, Fault, ImportError};
use crate::facts::Spot;
use crate::report::{Counts, NoteKind, Report};
use numbers::Numbers;
use tables::Interned;

/// A tenant that was read from files.
#[derive(Debug)]
pub struct Imported {
    /// The tenant.
    pub tenant: Tenant,
    /// What was read, left out and changed.
    pub report: Report,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Groups,
    Users,
    Restore,
    Done,
}

/// A tenant that is being put together out of what was read.
pub struct Building {
    catalog: Arc<Catalog>,
    collector: Collector,
    numbers: Numbers,
    state: TenantState,
    interned: Interned,
    /// The groups of each user, in the order of joining.
    memberships: Vec<Vec<GroupId>>,
    /// For each user the group, from 1, whose members were last seen to have it.
    seen_in: Vec<u32>,
    /// Rows that are short of a seat: product, time, whose.
    short: Vec<(ProductId, u32, UserId, GroupId)>,
    contact_ids: Vec<Guid>,
    counts: Counts,
    phase: Phase,
    /// The next group or user of the phase.
    next: usize,
    done: usize,
    restoring: Option<Restoring>,
}

impl Building {
    /// Begins with everything that was read.
    pub(crate) fn new(
        catalog: Arc<Catalog>,
        mut collector: Collector,
        rules: Option<RuleSet>,
        counts: Counts,
    ) -> Building {
        collector.end();
        let numbers = Numbers::of(&mut collector);
        let own = collector.facts.simulator.and_then(|simulator| simulator.rules);
        let rules = rules.or(own).unwrap_or(RuleSet::Today);
        let mut building = Building {
            catalog: Arc::clone(catalog.lists()),
            state: TenantState {
                settings: settings(&mut collector, &numbers, rules),
                clock: collector.facts.latest,
                ..TenantState::default()
            },
            memberships: vec![Vec::new(); numbers.users.len()],
            seen_in: vec![0; numbers.users.len()],
            interned: Interned::default(),
            short: Vec::new(),
            contact_ids: Vec::new(),
            counts,
            phase: Phase::Groups,
            next: 0,
            done: 0,
            restoring: None,
            collector,
            numbers,
        };
        building.products();
        building.contacts();
        building
    }

    /// The tenant, once everything is done.
    pub fn finish(mut self) -> Option<Imported> {
        let tenant = self.restoring.take()?.finish()?;
        self.check_consumed(&tenant);
        let mut report = Report { counts: self.counts, notes: self.collector.notes.take(), ignored: Vec::new() };
        report.ignored = self.collector.ignored.take();
        Some(Imported { tenant, report })
    }

    fn turn_to(&mut self, phase: Phase) {
        self.phase = phase;
        self.next = 0;
        self.done += 1;
    }

    fn restore(&mut self, work: u32) -> Result<bool, Box<ImportError>> {
        let Building { restoring, catalog, state, .. } = self;
        let restoring = restoring.get_or_insert_with(|| Restoring::new(catalog.clone(), core::mem::take(state)));
        match restoring.advance(work) {
            Ok(false) => Ok(false),
            Ok(true) => {
                self.phase = Phase::Done;
                Ok(true)
            }
            Err(error) => Err(self.collector.error(Spot::default(), String::new(), Fault::State(error))),
        }
    }

    /// A tenant that takes longer than anybody waits is not imported; it could not be opened again either.
    fn can_be_processed(&self) -> Result<(), Box<ImportError>> {
        if paths_to_look_at(&self.state) <= MOST_PATHS {
            return Ok(());
        }
        let fault = Fault::TooMany { what: Counted::Paths, most: MOST_PATHS };
        Err(self.collector.error(Spot::default(), String::new(), fault))
    }

    /// Everything that rests on all users: tables, orders, the queue.
    fn end_users(&mut self) {
        self.note_modern_licenses();
        self.end_products();
        self.order_those_who_left();
        self.ids();
        self.events();
        self.state.queue = QueueState { waiting: self.waiting_runs(), ..QueueState::default() };
        self.state.properties.sort_unstable();
        let disabled = core::mem::take(&mut self.collector.facts.disabled);
        self.state.tables = core::mem::take(&mut self.interned).into_tables(disabled);
    }
}

impl Sliced for Building {
    type Fault = Box<ImportError>;

    /// Goes on for about `work` users and memberships. Answers whether everything is done.
    ///
    /// # Errors
    /// The first thing in the files that does not fit the rest: a member that is there twice, a group in itself.
    fn advance(&mut self, work: u32) -> Result<bool, Box<ImportError>> {
        let until = self.done.saturating_add(work.max(1) as usize);
        while self.done < until {
            match self.phase {
                Phase::Groups if self.next < self.numbers.groups.len() => {
                    let group = self.next;
                    self.next += 1;
                    self.group(group)?;
                }
                Phase::Groups => {
                    self.end_groups()?;
                    self.turn_to(Phase::Users);
                }
                Phase::Users if self.next < self.numbers.users.len() => {
                    let user = self.next;
                    self.next += 1;
                    self.user(user);
                }
                Phase::Users => {
                    self.end_users();
                    self.can_be_processed()?;
                    self.turn_to(Phase::Restore);
                }
                Phase::Restore => return self.restore(work),
                Phase::Done => return Ok(true),
            }
        }
        Ok(self.phase == Phase::Done)
    }

    fn progress(&self) -> (usize, usize) {
        let (restored, to_restore) =
            self.restoring.as_ref().map_or((0, 2 * self.numbers.users.len() + 1), Restoring::progress);
        let own = self.counts.members + self.numbers.groups.len() + self.numbers.users.len();
        let all = own + to_restore;
        if self.phase == Phase::Done { (all, all) } else { (self.done.min(own) + restored, all) }
    }
}

/// Seed, rules, country and domains.
fn settings(collector: &mut Collector, numbers: &Numbers, rules: RuleSet) -> TenantSettings {
    let facts = &collector.facts;
    let listed = facts.organization.as_ref().map(|organization| organization.domains.clone()).unwrap_or_default();
    let mut domains = if listed.is_empty() { numbers::domains_of_users(facts) } else { listed.clone() };
    let default = TenantSettings::default();
    let initial_domain = if domains.is_empty() { default.initial_domain } else { domains.remove(0) };
    let country = facts.organization.as_ref().and_then(|organization| organization.country);
    if facts.organization.is_none() || listed.is_empty() {
        collector.notes.add(NoteKind::Organization, String::new);
    } else if country.is_none() {
        collector.notes.add(NoteKind::Country, String::new);
    }
    TenantSettings {
        seed: numbers.seed,
        rules,
        country: country.unwrap_or(default.country),
        initial_domain,
        domains,
        workers: default.workers,
    }
}
