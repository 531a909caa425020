//! Products, contacts, and what the files say of the whole.

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::state::{ContactState, SubscriptionState};
use licensing_model::{Catalog, OwnCatalog, PlanId, ProductId, RuleSet};

use super::Building;
use crate::facts::ProductFacts;
use crate::report::NoteKind;

/// In what a product of the tenant differs from that of the catalog.
#[derive(Debug, Default)]
struct Differing {
    /// The tenant's own list of plans, which counts instead of the catalog's of today.
    list: Option<Vec<PlanId>>,
    /// Plans that are in it besides, as if they had been added by hand.
    added: Vec<PlanId>,
}

impl Building {
    /// The products that the tenant subscribes to, and what it has of its own.
    pub(super) fn products(&mut self) {
        let mut own = self.collector.place_unlisted();
        for facts in &self.collector.facts.products {
            let number = facts.product.index().checked_sub(Catalog::FIRST_OWN);
            if let Some(product) = number.and_then(|number| own.products.get_mut(number)) {
                product.plans = facts.plans.clone().unwrap_or_default();
            }
        }
        self.rest_on(&own);
        let mut lists = Vec::new();
        let facts = core::mem::take(&mut self.collector.facts.products);
        for ProductFacts { product, units, plans, .. } in &facts {
            let Differing { list, added } = self.differing(*product, plans.as_deref());
            lists.extend(list.map(|plans| (*product, plans)));
            self.state.subscriptions.push(SubscriptionState {
                product: *product,
                units: *units,
                added,
                short: Vec::new(),
            });
        }
        self.collector.facts.products = facts;
        self.state.subscriptions.sort_unstable_by_key(|subscription| subscription.product);
        self.counts.products = self.state.subscriptions.len();
        lists.sort_unstable();
        own.lists = lists;
        self.rest_on(&own);
        self.state.own = Arc::new(own);
    }

    /// How a product is called in notes.
    pub(super) fn name_of_product(&self, product: ProductId) -> String {
        let listed = self.catalog.product(product).map(|info| info.part_number.clone());
        listed.or_else(|| self.collector.unlisted_product(product)).unwrap_or_default()
    }

    /// Takes the catalog with what the tenant has of its own.
    fn rest_on(&mut self, own: &OwnCatalog) {
        if !own.is_empty() {
            self.catalog = self.catalog.with_own(Arc::new(own.clone()));
        }
    }

    /// In what a product differs from that of the catalog, which is noted.
    fn differing(&mut self, product: ProductId, plans: Option<&[PlanId]>) -> Differing {
        let rules = self.state.settings.rules;
        let (Some(info), Some(plans)) = (self.catalog.product(product), plans) else { return Differing::default() };
        if !Catalog::lists_product(product) {
            return Differing::default();
        }
        // A bundle of this program has the plans of its rules, and those added by hand; else a file says what is today.
        let is_own = self.collector.facts.simulator.is_some_and(|simulator| simulator.rules == Some(rules));
        let is_of_2019 = rules == RuleSet::Rules2019 && info.plans_2019.is_some();
        let without = |all: &[PlanId], others: &[PlanId]| -> Vec<PlanId> {
            all.iter().copied().filter(|plan| !others.contains(plan)).collect()
        };
        let (more, fewer) = (without(plans, &info.plans_today), without(&info.plans_today, plans));
        let of_2019 = info.plans(RuleSet::Rules2019);
        let gone = if is_of_2019 { without(of_2019, plans) } else { Vec::new() };
        let is_known = more.iter().all(|plan| Catalog::lists_plan(*plan));
        let differing = if is_own && is_of_2019 {
            Differing { list: None, added: without(plans, of_2019) }
        } else if is_own && fewer.is_empty() && is_known {
            Differing { list: None, added: more.clone() }
        } else {
            let differs = !more.is_empty() || !fewer.is_empty();
            let added = if is_of_2019 { without(&more, of_2019) } else { Vec::new() };
            Differing { list: differs.then(|| plans.to_vec()), added }
        };
        let names = |plans: &[PlanId]| {
            let names = plans.iter().filter_map(|plan| self.catalog.plan(*plan)).map(|plan| plan.name.as_str());
            format!("{}: {}", info.part_number, names.collect::<Vec<_>>().join(", "))
        };
        let notes = &mut self.collector.notes;
        if differing.list.is_some() && !more.is_empty() {
            notes.add(NoteKind::PlanAdded, || names(&more));
        }
        if differing.list.is_some() && !fewer.is_empty() {
            notes.add(NoteKind::PlanTakenOut, || names(&fewer));
        }
        if !gone.is_empty() {
            notes.add(NoteKind::PlanNotInFile, || names(&gone));
        }
        differing
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
