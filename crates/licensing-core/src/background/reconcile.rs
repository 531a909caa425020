//! R4: one user's step.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, GroupId, ProductId, UserId};

use crate::audit::event::Event;
use crate::rules::attempt::{Attempt, Cause, Failure, Holding};
use crate::rules::switches::{Leftovers, switches};
use crate::store::outcome::{OutcomeId, Row};
use crate::store::template::{Entry, TemplateId};
use crate::tenant::Tenant;

/// One group of the user while its step is under way.
#[derive(Clone, Copy, Debug)]
struct Visit {
    group: GroupId,
    /// R4: the template if the user is a member of the existing group, else nothing.
    want: TemplateId,
    began: OutcomeId,
    now: OutcomeId,
    /// The state of the user's paths in force at the last try, so that a try that must end alike is not made again.
    tried_at: Option<u32>,
    /// What the last try failed with: the code, and the first failing product with its cause.
    failure: Option<(AssignmentError, ProductId, Cause)>,
}

/// Room for a step, kept from one to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    visits: Vec<Visit>,
    order: Vec<usize>,
    others: Vec<TemplateId>,
    began: Vec<TemplateId>,
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
        let mut scratch = core::mem::take(&mut self.scratch);
        let changed = self.reconcile_in(user, &mut scratch);
        scratch.visits.clear();
        self.scratch = scratch;
        changed
    }

    fn reconcile_in(&mut self, user: UserId, scratch: &mut Scratch) -> bool {
        let Scratch { visits, order, others, began } = scratch;
        visits.clear();
        for edge in self.users.edges(user) {
            let group = edge.group();
            let is_member = !edge.is_left() && self.group_exists(group);
            if is_member || edge.is_left() {
                let want = if is_member { self.template_of(group) } else { TemplateId::EMPTY };
                let (began, now) = (edge.outcome, edge.outcome);
                visits.push(Visit { group, want, began, now, tried_at: None, failure: None });
            }
        }
        let direct = self.outcomes.have(self.users.direct.at(user));
        began.clear();
        began.push(direct);
        began.extend(visits.iter().map(|visit| self.outcomes.have(visit.now)));
        for visit in visits.iter() {
            self.ensure_facts(visit.want);
        }
        for at in 0..began.len() {
            began.get(at).copied().into_iter().for_each(|template| self.ensure_facts(template));
        }
        let mut all = self.holding(began);

        // In force changes are counted: a try depends on nothing else that a step can change.
        let mut changes_in_force = 0u32;
        let mut address_changed = false;
        loop {
            let mut changed = false;
            self.order_of_pass(visits, order);
            for &at in order.iter() {
                let Some(visit) = visits.get(at) else { continue };
                let (now, want) = (visit.now, visit.want);
                let have = self.outcomes.have(now);
                if (have == want && !self.outcomes.has_error(now)) || visit.tried_at == Some(changes_in_force) {
                    continue;
                }
                others.clear();
                others.push(direct);
                let elsewhere = visits.iter().enumerate().filter(|(other, _)| *other != at);
                others.extend(elsewhere.map(|(_, visit)| self.outcomes.have(visit.now)));
                // Without this path the user holds what it held with it, where the path had nothing in force.
                if have != TemplateId::EMPTY {
                    all = self.holding(others);
                }
                let (have_facts, want_facts) = (&self.facts(have), &self.facts(want));
                let attempt = Attempt { user, others, holding: &all, began, have: have_facts, want: want_facts };
                let verdict = attempt.judge(self);
                all.add(if verdict.is_ok() { want_facts } else { have_facts });
                let (next, failure) = match verdict {
                    Ok(addresses) => {
                        address_changed |= self.change_addresses(user, addresses);
                        self.move_seats(have, want, others);
                        changes_in_force = changes_in_force.wrapping_add(1);
                        (self.outcome_in_force(want), None)
                    }
                    Err(failure) => {
                        let first = failure.marks.first().map(|(product, cause)| (failure.error, *product, *cause));
                        (self.outcome_of_failure(now, want, &failure), first)
                    }
                };
                changed |= next != now;
                if let Some(visit) = visits.get_mut(at) {
                    visit.tried_at = failure.is_some().then_some(changes_in_force);
                    visit.now = next;
                    visit.failure = failure;
                }
            }
            if !changed {
                break;
            }
        }
        let mut changed = address_changed;
        let mut settled = true;
        for at in 0..visits.len() {
            let Some(visit) = visits.get(at).copied() else { continue };
            settled &= !self.outcomes.has_error(visit.now);
            changed |= visit.now != visit.began;
            self.record(user, visit);
        }
        changed |= self.convert_leftovers(user);
        if settled {
            self.settled.mark(user);
        }
        changed
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
    fn takes_away(&self, have: TemplateId, want: TemplateId) -> bool {
        have != want
            && self.templates.entries(have).iter().any(|held| match self.templates.entry(want, held.product) {
                None => true,
                Some(wanted) if wanted.disabled == held.disabled => false,
                Some(wanted) => {
                    let on = self.plans_of(held.product).without(self.templates.plans(held.disabled));
                    on.intersects(self.templates.plans(wanted.disabled))
                }
            })
    }

    /// What some paths hold together.
    pub(crate) fn holding(&self, paths: &[TemplateId]) -> Holding {
        let mut holding = Holding::default();
        for path in paths.iter().filter(|path| **path != TemplateId::EMPTY) {
            holding.add(&self.facts(*path));
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
    fn outcome_of_failure(&mut self, now: OutcomeId, want: TemplateId, failure: &Failure) -> OutcomeId {
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

    /// Writes the rows of one path back and logs what became of it.
    fn record(&mut self, user: UserId, visit: Visit) {
        let Visit { group, began: old, now: new, .. } = visit;
        if new != old {
            self.set_path_rows(user, group, new);
        }
        match visit.failure {
            Some((error, product, cause)) => {
                let (cause, a, b) = cause.pack();
                self.log(Event::PathFailed { user, group, new, error, product, cause, a, b });
            }
            None if new != old => self.log(Event::PathChanged { user, group, old, new }),
            None => {}
        }
    }

    /// R11.3: under the rules of 2019, rows of deleted groups that could not be taken away become direct. Answers
    /// whether there were such rows.
    fn convert_leftovers(&mut self, user: UserId) -> bool {
        let mut converted = false;
        if switches(self.rules).leftovers != Leftovers::BecomeDirect {
            return converted;
        }
        while let Some(edge) = self.users.edges(user).iter().copied().find(|edge| {
            edge.is_left() && self.groups.get(edge.group()).is_some_and(|group| group.deleted_at.is_some())
        }) {
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
            self.set_path_rows(user, group, OutcomeId::NONE);
            self.log(Event::PathConverted { user, group, old, new });
            converted = true;
        }
        converted
    }
}
