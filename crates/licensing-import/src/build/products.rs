//! Products, contacts, and what the files say of the whole.

use licensing_core::Tenant;
use licensing_model::state::{ContactState, SubscriptionState};
use licensing_model::{PlanId, ProductId, RuleSet};

use super::Building;
use crate::facts::ProductFacts;
use crate::report::NoteKind;

impl Building {
    /// The products that the tenant subscribes to.
    pub(super) fn products(&mut self) {
        let rules = self.state.settings.rules;
        // A bundle of this program says which of today's plans were added by hand under the rules of 2019.
        let is_own = self.collector.facts.simulator.is_some_and(|simulator| simulator.rules == Some(rules));
        let facts = &self.collector.facts.products;
        for ProductFacts { product, units, plans, .. } in facts {
            let Some(info) = self.catalog.product(*product) else { continue };
            let listed = info.plans(rules);
            let plans = plans.as_deref().unwrap_or(listed);
            let is_todays = |plan: &PlanId| rules == RuleSet::Rules2019 && !is_own && info.plans_today.contains(plan);
            let added: Vec<_> =
                plans.iter().copied().filter(|plan| !listed.contains(plan) && !is_todays(plan)).collect();
            let missing: Vec<_> = listed.iter().copied().filter(|plan| !plans.contains(plan)).collect();
            let differing = |plans: &[PlanId]| {
                let names = plans.iter().filter_map(|plan| self.catalog.plan(*plan)).map(|plan| plan.name.as_str());
                format!("{}: {}", info.part_number, names.collect::<Vec<_>>().join(", "))
            };
            if !added.is_empty() && !is_own {
                self.collector.notes.add(NoteKind::PlanAdded, || differing(&added));
            }
            if !missing.is_empty() {
                self.collector.notes.add(NoteKind::PlanNotInFile, || differing(&missing));
            }
            self.state.subscriptions.push(SubscriptionState {
                product: *product,
                units: *units,
                added,
                short: Vec::new(),
            });
        }
        self.state.subscriptions.sort_unstable_by_key(|subscription| subscription.product);
        self.counts.products = self.state.subscriptions.len();
    }

    /// Whether a product gives its plans now (R8.4); none where the tenant does not subscribe to it.
    pub(super) fn gives(&self, product: ProductId) -> Option<bool> {
        let all = &self.state.subscriptions;
        let at = all.binary_search_by_key(&product, |subscription| subscription.product).ok()?;
        all.get(at).map(|subscription| subscription.units.capability_status().gives_plans())
    }

    /// The contacts.
    pub(super) fn contacts(&mut self) {
        for (contact, number) in core::mem::take(&mut self.collector.facts.contacts).into_iter().zip(1..) {
            self.contact_ids.push(contact.id);
            let name = contact.name.unwrap_or_else(|| format!("Contact {number}"));
            let name = self.interned.text(Some(name));
            self.state.contacts.push(ContactState { name, proxy_addresses: contact.proxy_addresses, deleted: false });
        }
        self.counts.contacts = self.state.contacts.len();
    }

    /// The order in which rows became short of a seat: by their times.
    pub(super) fn end_products(&mut self) {
        let mut short = core::mem::take(&mut self.short);
        short.sort_by_key(|(_, time, _, _)| *time);
        for (product, _, user, group) in short {
            let place = self.state.subscriptions.binary_search_by_key(&product, |subscription| subscription.product);
            if let Some(subscription) = place.ok().and_then(|at| self.state.subscriptions.get_mut(at)) {
                subscription.short.push((user, group));
            }
        }
    }

    /// Compares the counts of the files with those of the tenant.
    pub(super) fn check_consumed(&mut self, tenant: &Tenant) {
        for facts in &self.collector.facts.products {
            let held = tenant.product(facts.product).map_or(0, |details| details.consumed);
            if let Some(stated) = facts.consumed.filter(|stated| *stated != u64::from(held)) {
                let name = self.catalog.product(facts.product).map_or("", |info| &info.part_number);
                self.collector.notes.add(NoteKind::Consumed, || format!("{name}: {stated}, {held}"));
            }
        }
    }
}
