//! Products of the tenant: units (R3, R8) and new plans.

use licensing_model::{PlanId, ProductId, Refusal, Units};

use crate::audit::event::Event;
use crate::rules::switches::switches;
use crate::store::id_set::{PlanSet, ProductSet};
use crate::tenant::Tenant;
use crate::tenant::changed::Changed;

impl Tenant {
    /// R8.3: fewer units take nothing away. R3: more units are retried by rule set. R15: what is not offered cannot grow.
    pub(super) fn set_units(&mut self, product: ProductId, units: Units) -> Result<(), Refusal> {
        let info = self.catalog.product(product).filter(|_| product.index() < ProductSet::CAPACITY);
        let Some(info) = info else { return Err(Refusal::UnknownProduct(product)) };
        let Units { enabled, warning, suspended, locked_out } = units;
        if [enabled, warning, suspended, locked_out].into_iter().any(|count| count > Units::LIMIT) {
            return Err(Refusal::TooManyUnits);
        }
        let old = self.subscription(product).map(|subscription| subscription.units);
        let grows = old.is_none_or(|old| total(units) > total(old));
        if grows && !info.offered.under(self.rules) {
            return Err(Refusal::ProductNotOffered(product));
        }
        self.subscriptions.enter(product);
        self.subscriptions.set_units(product, units);
        self.forget_facts();
        let number = self.next_number();
        let was = old.unwrap_or_default();
        self.log(Event::UnitsSet {
            number,
            product,
            was_enabled: was.enabled,
            was_warning: was.warning,
            was_suspended: was.suspended,
            was_locked_out: was.locked_out,
            enabled,
            warning,
            suspended,
            locked_out,
        });
        if switches(self.rules).purchase_retries && bought(old.unwrap_or_default(), units) {
            for (user, _) in self.short_rows(product) {
                self.queue_user(user);
            }
        }
        self.heed_all(Changed::Plans);
        Ok(())
    }

    /// R3: the new plan is on in every path that does not disable it, at once.
    pub(super) fn add_service_plan(&mut self, product: ProductId, plan: PlanId) -> Result<(), Refusal> {
        if self.catalog.product(product).is_none() {
            return Err(Refusal::UnknownProduct(product));
        }
        if self.catalog.plan(plan).is_none() || plan.index() >= PlanSet::CAPACITY {
            return Err(Refusal::UnknownPlan(plan));
        }
        if self.subscription(product).is_none() {
            return Err(Refusal::ProductNotInTenant(product));
        }
        let is_added = self.subscription(product).is_some_and(|subscription| subscription.added.contains(&plan));
        if is_added || self.plans_of(product).contains(plan) {
            return Err(Refusal::PlanInProduct { product, plan });
        }
        self.subscriptions.change(product, |subscription| subscription.added.push(plan));
        self.forget_facts();
        self.log(Event::PlanAdded { number: self.next_number(), product, plan });
        self.heed_all(Changed::Plans);
        Ok(())
    }
}

fn total(units: Units) -> u32 {
    let Units { enabled, warning, suspended, locked_out } = units;
    enabled.saturating_add(warning).saturating_add(suspended).saturating_add(locked_out)
}

/// R3: `enabled + warning` grow beyond what returns from suspended or locked out.
fn bought(old: Units, new: Units) -> bool {
    let idle = |units: Units| units.suspended.saturating_add(units.locked_out);
    let returned = idle(old).saturating_sub(idle(new));
    new.assignable() > old.assignable().saturating_add(returned)
}
