//! From a failed check to the facts that it rests on.

use alloc::vec;
use alloc::vec::Vec;

use licensing_model::{GroupId, Path, PlanId, ProductId, UserId};

use super::{Statement, Trace};
use crate::rules::addresses::taken_addresses;
use crate::rules::cause::Cause;
use crate::rules::registry as rule;
use crate::store::address_book::Holder;
use crate::store::subscription::Seats;
use crate::tenant::Tenant;

impl Tenant {
    pub(super) fn explain_cause(&self, user: UserId, product: ProductId, group: GroupId, cause: Cause) -> Vec<Trace> {
        match cause {
            Cause::Prohibited { row } => vec![self.explain_prohibition(user, product, row)],
            Cause::NoSeat => vec![self.explain_seats(product)],
            Cause::Exclusive { .. } => self.explain_clashes(user, product, group),
            Cause::Lacks { plan } => {
                let statement = Statement::PlanLacks { plan, any_of: self.prerequisites_of(plan) };
                let wanted = self.plan_wanted(user, plan, product, group);
                vec![self.on_prerequisite(plan, Trace::of(&rule::R7_2, statement, vec![wanted]))]
            }
            Cause::WouldStrand { plan } => {
                let statement = Statement::PlanWouldLack { plan, any_of: self.prerequisites_of(plan) };
                let holders = self.holders_of_plan(user, plan);
                vec![self.on_prerequisite(plan, Trace::of(&rule::R7_3, statement, holders))]
            }
            Cause::AddressTaken => self.explain_addresses(user, group),
        }
    }

    /// What kept a group's rows on the user until they became direct by the event at `position` (R11.3).
    pub(super) fn what_kept_it(&self, user: UserId, group: GroupId, position: usize) -> Option<Trace> {
        let (error, cause, origin) = self.failure_before(user, group, position)?;
        Some(match cause {
            Cause::WouldStrand { plan } => {
                let statement = Statement::WasNeeded { plan, any_of: self.prerequisites_of(plan) };
                self.on_prerequisite(plan, Trace::fact(&rule::R7_3, statement, origin))
            }
            _ => Trace::fact(&rule::R4_6, Statement::WasBlocked { user, group, error }, origin),
        })
    }

    fn explain_prohibition(&self, user: UserId, product: ProductId, row: u32) -> Trace {
        let country = self.effective_location(user);
        let fact = match self.users.location(user) {
            Some(country) => {
                let statement = Statement::LocationOfUser { user, country };
                Trace::fact(&rule::R5_1, statement, self.origin_of_location(user))
            }
            None => {
                let statement = Statement::LocationOfTenant { country };
                Trace::fact(&rule::R5_1, statement, self.origin_of_country(country))
            }
        };
        let trace = Trace::of(&rule::R5_2, Statement::Prohibited { product, country, row }, vec![fact]);
        match self.catalog.locations.get(row as usize) {
            Some(row) => trace.resting_on(row.confidence, &row.source),
            None => trace,
        }
    }

    fn explain_seats(&self, product: ProductId) -> Trace {
        let Seats { consumed, assignable, .. } = self.subscriptions.seats(product);
        let statement = Statement::NoSeat { product, consumed, assignable };
        let order = Trace::of(&rule::R8_5, Statement::SeatOrder, vec![self.units_fact(product)]);
        Trace::of(&rule::R8_2, statement, vec![order])
    }

    /// A link that rests on what the catalog says of the plan's prerequisites.
    fn on_prerequisite(&self, plan: PlanId, trace: Trace) -> Trace {
        match self.catalog.prerequisites.iter().find(|row| row.plan == plan) {
            Some(row) => trace.resting_on(row.confidence, &row.source),
            None => trace,
        }
    }

    /// Every pair that stands between `product` and what the user holds or the group wants besides it.
    fn explain_clashes(&self, user: UserId, product: ProductId, group: GroupId) -> Vec<Trace> {
        let wanted = self.facts(self.template_of(group));
        let on = wanted.on_in(product);
        let against = |plan: PlanId| {
            let is_other = |fact: &Trace| !matches!(&fact.statement, Statement::PlanHeld { product: other, .. } if *other == product);
            let mut facts: Vec<_> = self.holders_of_plan(user, plan).into_iter().filter(is_other).collect();
            let siblings = wanted.products.iter().filter(|facts| facts.product != product && facts.on.contains(plan));
            facts.extend(siblings.map(|facts| self.plan_wanted(user, plan, facts.product, group)));
            facts
        };
        let mut traces = Vec::new();
        for &(a, b) in &wanted.pairs {
            for (own, other) in [(a, b), (b, a)] {
                let mut causes = if on.contains(own) { against(other) } else { Vec::new() };
                if causes.is_empty() {
                    continue;
                }
                causes.push(self.plan_wanted(user, own, product, group));
                let trace = Trace::of(&rule::R6_1, Statement::PlansExclude { a: own, b: other }, causes);
                let row = self.catalog.pairs.iter().find(|row| [row.a, row.b] == [a, b] || [row.b, row.a] == [a, b]);
                traces.push(match row {
                    Some(row) => trace.resting_on(row.confidence, &row.source),
                    None => trace,
                });
            }
        }
        traces
    }

    /// The paths in force by which the user is given `plan`, or would be if the subscription gave.
    fn holders_of_plan(&self, user: UserId, plan: PlanId) -> Vec<Trace> {
        let rows = self.paths(user).into_iter().filter(|row| row.state.in_force());
        rows.filter(|row| self.plans_of(row.product).contains(plan) && !row.disabled.contains(&plan))
            .map(|row| {
                let statement = Statement::PlanHeld { user, plan, product: row.product, path: row.path };
                let rule = if row.path == Path::Direct { &rule::R10 } else { &rule::R4_4 };
                Trace::fact(rule, statement, self.origin_of_plan(user, row.product, plan, row.path))
            })
            .collect()
    }

    fn plan_wanted(&self, user: UserId, plan: PlanId, product: ProductId, group: GroupId) -> Trace {
        let statement = Statement::PlanWanted { plan, product, group };
        Trace::fact(&rule::R1_1, statement, self.origin_of_plan(user, product, plan, Path::Group(group)))
    }

    /// The addresses that stand in the way, and who holds them.
    fn explain_addresses(&self, user: UserId, group: GroupId) -> Vec<Trace> {
        let taken = self
            .try_now(user, group, |attempt, ground| taken_addresses(attempt, &ground.tables.mailbox, ground.addresses));
        let taken = taken.unwrap_or_default();
        let mut traces: Vec<Trace> = Vec::new();
        for address in taken {
            for holder in self.holders(&address).into_iter().filter(|holder| *holder != Holder::User(user)) {
                let statement = Statement::AddressHeld { address: address.clone(), holder };
                if traces.iter().all(|trace| trace.statement != statement) {
                    traces.push(Trace::fact(&rule::R9_2, statement, self.origin_of_addresses(holder)));
                }
            }
        }
        traces
    }
}
