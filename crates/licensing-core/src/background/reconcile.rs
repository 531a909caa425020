//! R4: one user's step.

use alloc::vec::Vec;

use licensing_columns::many::{Errors, Later, Path};
use licensing_model::{AssignmentError, GroupId, PlanId, ProductId, UserId};

use crate::audit::event::{CommandNumber, Event};
use crate::rules::attempt::{Attempt, Failure, Holding};
use crate::rules::cause::Cause;
use crate::rules::facts::FactsRef;
use crate::rules::judge::judge;
use crate::rules::switches::{Leftovers, switches};
use crate::store::outcome::{OutcomeId, Row};
use crate::store::template::{Entry, TemplateId};
use crate::store::users::Edge;
use crate::tenant::Tenant;
use crate::tenant::addresses::AddressesOf;
use crate::tenant::rows::PathRows;

/// One group of the user while its step is under way.
#[derive(Clone, Debug)]
struct Visit {
    group: GroupId,
    /// Its place among the user's edges.
    place: usize,
    /// R4: the template if the user is a member of the existing group, else nothing.
    want: TemplateId,
    began: OutcomeId,
    now: OutcomeId,
    /// How many changes in force there had been at the last try. A try depends on nothing else that a step can
    /// change, so that one that must end alike is not made again.
    tried_at: Option<u32>,
    /// What the last try failed with: the code, and the first failing product with its cause.
    failure: Option<(AssignmentError, ProductId, Cause)>,
    /// R6: the pairs of plans that the last try met.
    pairs: Vec<(PlanId, PlanId)>,
}

impl Visit {
    fn rows(&self) -> PathRows {
        PathRows { place: self.place, group: self.group, before: self.began, now: self.now }
    }
}

/// Room for a step, kept from one to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// Of a step of many.
    pub(super) paths_of_one: Vec<Path>,
    /// What is left to be done of the steps of many.
    pub(super) later: Vec<Later>,
    /// What they have to tell to groups.
    pub(super) errors: Errors,
    visits: Vec<Visit>,
    order: Vec<usize>,
    /// What is in force on the direct path, then on that of each visit.
    paths: Vec<TemplateId>,
}

/// It holds nothing between steps.
impl Clone for Scratch {
    fn clone(&self) -> Self {
        Scratch::default()
    }
}

impl PartialEq for Scratch {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Scratch {}

impl Tenant {
    /// R4.1: brings all groups of `user` as near to what they want as the rules allow. Answers whether a row, a seat
    /// or an address changed.
    pub(crate) fn reconcile(&mut self, user: UserId) -> bool {
        if self.settled.is_settled(user) {
            return false;
        }
        self.step_by_bits(user).unwrap_or_else(|| self.reconcile_by_rules(user))
    }

    /// The same of a user that bits cannot judge.
    pub(super) fn reconcile_by_rules(&mut self, user: UserId) -> bool {
        let mut scratch = core::mem::take(&mut self.scratch);
        self.list_visits(user, &mut scratch);
        let mut changed = self.make_passes(user, &mut scratch);
        changed |= self.write_back(user, &scratch.visits);
        changed |= self.convert_leftovers(user);
        if scratch.visits.iter().all(|visit| !self.outcomes.has_error(visit.now)) {
            self.settled.mark(user);
        }
        self.scratch = scratch;
        changed
    }

    /// The groups that a step looks at, in the order in which they stand.
    fn list_visits(&mut self, user: UserId, scratch: &mut Scratch) {
        let Scratch { visits, paths, .. } = scratch;
        visits.clear();
        paths.clear();
        paths.push(self.outcomes.have(self.users.direct.at(user)));
        for (edge, place) in self.users.edges(user).iter().zip(0..) {
            let group = edge.group();
            let record = self.groups.get(group).filter(|record| record.deleted_at.is_none());
            let want = match (edge.is_left(), record) {
                (true, _) => TemplateId::EMPTY,
                (false, Some(record)) => record.template,
                (false, None) => continue,
            };
            let (began, now) = (edge.outcome, edge.outcome);
            visits.push(Visit { group, place, want, began, now, tried_at: None, failure: None, pairs: Vec::new() });
            paths.push(self.outcomes.have(now));
        }
        self.ensure_facts(TemplateId::EMPTY);
        let templates = visits.iter().map(|visit| visit.want).chain(paths.iter().copied());
        for template in templates.filter(|template| *template != TemplateId::EMPTY) {
            self.ensure_facts(template);
        }
    }

    /// R4.1: tries the groups in turn until a pass changes no path. Answers whether an address changed.
    fn make_passes(&mut self, user: UserId, scratch: &mut Scratch) -> bool {
        let Scratch { visits, order, paths, .. } = scratch;
        let mut all = self.holding(paths.iter().copied());
        let began = all.products;
        let mut changes_in_force = 0u32;
        let mut address_changed = false;
        loop {
            self.order_of_pass(visits, order);
            let mut changed = false;
            for &at in order.iter() {
                let Some(visit) = visits.get_mut(at) else { continue };
                let (now, want) = (visit.now, visit.want);
                let have = self.outcomes.have(now);
                // R4.2.
                if (have == want && !self.outcomes.has_error(now)) || visit.tried_at == Some(changes_in_force) {
                    continue;
                }
                let own = at.saturating_add(1);
                // Without this path the user holds what it held with it, where the path had nothing in force.
                if have != TemplateId::EMPTY {
                    let others = paths.iter().enumerate().filter(|(other, _)| *other != own);
                    all = self.holding(others.map(|(_, path)| *path));
                }
                let verdict = {
                    let (have, want) = (&*self.facts(have), &*self.facts(want));
                    let others = || self.facts_of(paths, own);
                    let attempt = Attempt { holding: &all, others: &others, began: &began, have, want };
                    judge(&attempt, &self.ground(user, &AddressesOf { tenant: self, user }))
                };
                match verdict {
                    Ok(addresses) => {
                        self.move_seats(have, want, &all.products);
                        all.add(&self.facts(want));
                        address_changed |= self.change_addresses(user, addresses, CommandNumber::NONE);
                        changes_in_force = changes_in_force.wrapping_add(1);
                        visit.now = self.outcome_in_force(want);
                        visit.failure = None;
                        if let Some(path) = paths.get_mut(own) {
                            *path = want;
                        }
                    }
                    Err(failure) => {
                        all.add(&self.facts(have));
                        visit.tried_at = Some(changes_in_force);
                        let first = failure.marks.first();
                        visit.failure = first.map(|(product, cause)| (failure.error, *product, *cause));
                        visit.now = self.outcome_of_failure(now, want, &failure);
                        visit.pairs = failure.pairs;
                    }
                }
                changed |= visit.now != now;
            }
            let is_open = |visit: &Visit| visit.failure.is_some() && visit.tried_at != Some(changes_in_force);
            if !changed || !visits.iter().any(is_open) {
                return address_changed;
            }
        }
    }

    /// Writes the rows back and logs what became of each path. Answers whether a row changed.
    fn write_back(&mut self, user: UserId, visits: &[Visit]) -> bool {
        let changed = visits.iter().any(|visit| visit.now != visit.began);
        if changed {
            // From the last to the first, because a path that is gone moves up those behind it.
            let rows = visits.iter().rev().filter(|visit| visit.now != visit.began);
            self.set_path_rows(user, rows.map(|visit| visit.rows()));
        }
        for visit in visits {
            let Visit { group, began: old, now: new, .. } = *visit;
            match visit.failure {
                Some((error, product, cause)) => {
                    let (cause, a, b) = self.pack_cause(cause, &visit.pairs);
                    self.log(Event::PathFailed { user, group, new, error, product, cause, a, b });
                }
                None if new != old => self.log(Event::PathChanged { user, group, old, new }),
                None => {}
            }
        }
        changed
    }

    /// The numbers that [`Event::PathFailed`] keeps of a cause: of a clash all pairs, where messages name them all.
    fn pack_cause(&mut self, cause: Cause, pairs: &[(PlanId, PlanId)]) -> (u32, u32, u32) {
        if self.names_pairs_of(cause) { self.pack_pairs(pairs) } else { cause.pack() }
    }

    /// Whether the message of a cause names every pair.
    pub(super) fn names_pairs_of(&self, cause: Cause) -> bool {
        matches!(cause, Cause::Exclusive { .. }) && switches(self.rules).names_every_pair
    }

    /// The numbers of a cause of which the message names every pair.
    pub(super) fn pack_pairs(&mut self, pairs: &[(PlanId, PlanId)]) -> (u32, u32, u32) {
        Cause::pack_clashes(self.store_pairs(pairs))
    }

    /// R4.1: groups with something to take away first, each half in the order in which they stand.
    fn order_of_pass(&self, visits: &[Visit], order: &mut Vec<usize>) {
        order.clear();
        let takes = |visit: &Visit| self.takes_away(self.outcomes.have(visit.now), visit.want);
        let places = || visits.iter().enumerate();
        order.extend(places().filter(|(_, visit)| takes(visit)).map(|(at, _)| at));
        if order.is_empty() {
            order.extend(0..visits.len());
        } else {
            order.extend(places().filter(|(_, visit)| !takes(visit)).map(|(at, _)| at));
        }
    }

    /// R4.1: a product in `have` missing from `want`, or a plan on in `have` and off in `want`.
    pub(super) fn takes_away(&self, have: TemplateId, want: TemplateId) -> bool {
        have != want
            && have != TemplateId::EMPTY
            && self.templates.entries(have).iter().any(|held| match self.templates.entry(want, held.product) {
                None => true,
                Some(wanted) if wanted.disabled == held.disabled => false,
                Some(wanted) => {
                    let on = self.plans_of(held.product).without(self.templates.plans(held.disabled));
                    on.intersects(self.templates.plans(wanted.disabled))
                }
            })
    }

    /// What is in force on the paths but the one at `own`, one by one.
    pub(crate) fn facts_of(&self, paths: &[TemplateId], own: usize) -> Vec<FactsRef<'_>> {
        let others = paths.iter().enumerate().filter(|(at, _)| *at != own);
        others.map(|(_, path)| self.facts(*path)).collect()
    }

    /// What some paths hold together.
    pub(crate) fn holding(&self, paths: impl Iterator<Item = TemplateId>) -> Holding {
        let mut holding = Holding::default();
        for path in paths.filter(|path| *path != TemplateId::EMPTY) {
            holding.add(&self.facts(path));
        }
        holding
    }

    /// R4.4: every product of `want` in force, without an error.
    pub(crate) fn outcome_in_force(&mut self, want: TemplateId) -> OutcomeId {
        if want == TemplateId::EMPTY {
            return OutcomeId::NONE;
        }
        if let Some(known) = self.settled.outcome_of(want) {
            return known;
        }
        let row = |entry: &Entry| Row {
            product: entry.product,
            disabled: entry.disabled,
            in_force: true,
            error: AssignmentError::None,
        };
        let rows = self.templates.entries(want).iter().map(row).collect();
        let outcome = self.outcomes.intern(rows, &mut self.templates);
        self.settled.remember(want, outcome);
        outcome
    }

    /// R4.5: nothing changes in force; failing products get the code, the others `Other`.
    pub(super) fn outcome_of_failure(&mut self, now: OutcomeId, want: TemplateId, failure: &Failure) -> OutcomeId {
        let error = |product| {
            let marked = failure.marks.iter().any(|(marked, _)| *marked == product);
            if marked { failure.error } else { AssignmentError::Other }
        };
        let row = |entry: &Entry, in_force| Row {
            product: entry.product,
            disabled: entry.disabled,
            in_force,
            error: error(entry.product),
        };
        let have = self.templates.entries(self.outcomes.have(now));
        let mut rows: Vec<Row> = have.iter().map(|entry| row(entry, true)).collect();
        let missing = |entry: &&Entry| have.iter().all(|held| held.product != entry.product);
        rows.extend(self.templates.entries(want).iter().filter(missing).map(|entry| row(entry, false)));
        self.outcomes.intern(rows, &mut self.templates)
    }

    /// R11.3: under the rules of 2019, rows of deleted groups that could not be taken away become direct. Answers
    /// whether there were such rows.
    fn convert_leftovers(&mut self, user: UserId) -> bool {
        let mut converted = false;
        if switches(self.rules).leftovers != Leftovers::BecomeDirect {
            return converted;
        }
        let is_leftover = |tenant: &Tenant, edge: &Edge| edge.is_left() && !tenant.group_exists(edge.group());
        while let Some(place) = self.users.edges(user).iter().position(|edge| is_leftover(self, edge)) {
            let Some(edge) = self.users.edges(user).get(place).copied() else { break };
            let group = edge.group();
            let old = self.users.direct.at(user);
            let mut entries = self.templates.entries(self.outcomes.have(old)).to_vec();
            for left in self.templates.entries(self.outcomes.have(edge.outcome)).to_vec() {
                match entries.iter_mut().find(|entry| entry.product == left.product) {
                    Some(direct) => {
                        let both = (self.templates.plans(direct.disabled)).shared(self.templates.plans(left.disabled));
                        direct.disabled = self.templates.disabled(both);
                    }
                    None => entries.push(left),
                }
            }
            let merged = self.templates.intern(entries);
            let new = self.outcome_in_force(merged);
            self.set_direct_rows(user, new);
            let rows = PathRows { place, group, before: edge.outcome, now: OutcomeId::NONE };
            self.set_path_rows(user, core::iter::once(rows));
            self.log(Event::PathConverted { user, group, old, new });
            converted = true;
        }
        converted
    }
}
