//! From a failed check to the facts that it rests on.

use alloc::vec;
use alloc::vec::Vec;

use licensing_model::{GroupId, Path, PlanId, ProductId, UserId};

use super::{Statement, Trace};
use crate::rules::addresses::nickname_addresses;
use crate::rules::cause::Cause;
use crate::rules::registry as rule;
use crate::store::address_book::Holder;
use crate::tenant::Tenant;

impl Tenant {
    pub(super) fn explain_cause(&self, user: UserId, product: ProductId, group: GroupId, cause: Cause) -> Vec<Trace> {
        match cause {
            Cause::Prohibited { row } => vec![self.explain_prohibition(user, product, row)],
            Cause::NoSeat => vec![self.explain_seats(product)],
            Cause::Exclusive { .. } => self.explain_clashes(user, product, group, cause),
            Cause::Lacks { plan } => {
                let statement = Statement::PlanLacks { plan, any_of: self.prerequisites_of(plan) };
                let wanted = self.plan_wanted(plan, product, group);
                vec![Trace::of(&rule::R7_2, statement, vec![wanted])]
            }
            Cause::WouldStrand { plan } => {
                let statement = Statement::PlanWouldLack { plan, any_of: self.prerequisites_of(plan) };
                vec![Trace::of(&rule::R7_3, statement, self.holders_of_plan(user, plan))]
            }
            Cause::AddressTaken => self.explain_addresses(user),
        }
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
        Trace::of(&rule::R5_2, Statement::Prohibited { product, country, row }, vec![fact])
    }

    fn explain_seats(&self, product: ProductId) -> Trace {
        let found =
            self.subscription(product).map(|subscription| (subscription.consumed, subscription.units.assignable()));
        let (consumed, assignable) = found.unwrap_or_default();
        let statement = Statement::NoSeat { product, consumed, assignable };
        Trace::of(&rule::R8_2, statement, vec![self.units_fact(product)])
    }

    /// Every pair that stands between `product` and what the user holds or the group wants besides it; the recorded
    /// pair alone where none stands any more.
    fn explain_clashes(&self, user: UserId, product: ProductId, group: GroupId, recorded: Cause) -> Vec<Trace> {
        let wanted = self.facts(self.template_of(group));
        let on = wanted.on_in(product);
        let held = |plan: PlanId| self.holders_of_plan(user, plan);
        let against = |plan: PlanId| {
            let mut facts = held(plan);
            let siblings = wanted.products.iter().filter(|facts| facts.product != product && facts.on.contains(plan));
            facts.extend(siblings.map(|facts| self.plan_wanted(plan, facts.product, group)));
            facts.retain(
                |fact| !matches!(&fact.statement, Statement::PlanHeld { product: other, .. } if *other == product),
            );
            facts
        };
        let mut traces = Vec::new();
        for &(a, b) in &self.tables().pairs {
            for (own, other) in [(a, b), (b, a)] {
                if !on.contains(own) {
                    continue;
                }
                let mut causes = against(other);
                if !causes.is_empty() {
                    causes.push(self.plan_wanted(own, product, group));
                    traces.push(Trace::of(&rule::R6_1, Statement::PlansExclude { a: own, b: other }, causes));
                }
            }
        }
        if let (true, Cause::Exclusive { a, b }) = (traces.is_empty(), recorded) {
            let fact = Trace::fact(&rule::R6_1, Statement::PlansExclude { a, b }, self.origin_of_pair(a, b));
            traces.push(fact);
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
                Trace::fact(rule, statement, self.origin_of_path(user, row.product, row.path))
            })
            .collect()
    }

    fn plan_wanted(&self, plan: PlanId, product: ProductId, group: GroupId) -> Trace {
        let statement = Statement::PlanWanted { plan, product, group };
        Trace::fact(&rule::R1_1, statement, self.origin_of_template(group, product))
    }

    /// The addresses that the user would get and that others hold; none where nobody holds one any more.
    fn explain_addresses(&self, user: UserId) -> Vec<Trace> {
        let calculated = self.calculated_mailbox(user);
        let own = self.mailbox(user);
        let mut traces: Vec<Trace> = Vec::new();
        let [_, with_digits] = nickname_addresses(self, user);
        for address in calculated.held().chain(own.held()).chain([with_digits]) {
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
