//! Products and plans that the catalog does not know. They may be named before the file lists them, so that they wait at
//! positions behind all others until everything was read; then those that the tenant has get positions of their own.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::Interner;
use licensing_model::catalog::{OwnPlan, OwnProduct};
use licensing_model::{Catalog, Guid, OwnCatalog, PlanId, ProductId};

use super::Collector;
use crate::facts::LicenseFacts;
use crate::records::product::Plan;
use crate::report::NoteKind;

/// So many wait at most, of each kind; more have no place in any tenant.
const MOST_WAITING: usize = 10_000;

/// What waits, and what the files say of it.
#[derive(Debug, Default)]
pub(super) struct Unlisted {
    products: Vec<(Guid, Option<String>)>,
    plans: Vec<OwnPlan>,
    product_numbers: BTreeMap<Guid, usize>,
    plan_numbers: BTreeMap<Guid, usize>,
}

/// How a product or a plan that the catalog does not know is called in notes.
pub(super) fn label(id: Guid, name: Option<&str>) -> String {
    name.filter(|name| !name.is_empty()).map_or_else(|| id.to_string(), |name| format!("{name}, {id}"))
}

impl Unlisted {
    /// A product at the position where it waits; none where too many do.
    pub(super) fn product(&mut self, id: Guid, part_number: Option<&str>) -> Option<ProductId> {
        let number = number_of(&mut self.product_numbers, id)?;
        if number == self.products.len() {
            self.products.push((id, None));
        }
        let (_, name) = self.products.get_mut(number)?;
        if name.is_none() {
            *name = part_number.filter(|name| !name.is_empty()).map(String::from);
        }
        Some(ProductId::at(Catalog::MOST_POSITIONS + number))
    }

    /// A plan, likewise.
    pub(super) fn plan(&mut self, id: Guid) -> Option<PlanId> {
        let number = number_of(&mut self.plan_numbers, id)?;
        if number == self.plans.len() {
            self.plans.push(OwnPlan { guid: id, ..OwnPlan::default() });
        }
        Some(PlanId::at(Catalog::MOST_POSITIONS + number))
    }

    /// What a product of the tenant says of a plan that waits.
    pub(super) fn describe(&mut self, plan: &Plan) {
        let waiting = self.plan_numbers.get(&plan.id).and_then(|number| self.plans.get_mut(*number));
        if let Some(waiting) = waiting.filter(|waiting| waiting.name.is_empty()) {
            waiting.name = plan.name.clone().unwrap_or_default();
            waiting.company_wide = plan.company_wide;
        }
    }
}

fn number_of(numbers: &mut BTreeMap<Guid, usize>, id: Guid) -> Option<usize> {
    let next = numbers.len();
    match numbers.get(&id) {
        Some(number) => Some(*number),
        None if next < MOST_WAITING => {
            numbers.insert(id, next);
            Some(next)
        }
        None => None,
    }
}

/// Whether a position is one at which something waits.
const fn waits(position: usize) -> bool {
    position >= Catalog::MOST_POSITIONS
}

impl Collector {
    /// How a product that is in no subscription is called, if the catalog does not know it.
    pub(crate) fn unlisted_product(&self, product: ProductId) -> Option<String> {
        let number = product.index().checked_sub(Catalog::MOST_POSITIONS)?;
        self.unlisted.products.get(number).map(|(id, name)| label(*id, name.as_deref()))
    }

    /// Gives products and plans that wait their positions, in the order of their ids, so that the order of the files does
    /// not matter. What the tenant does not have, and what there is no room for, is noted. The products have no plans yet.
    pub(crate) fn place_unlisted(&mut self) -> OwnCatalog {
        let mut own = OwnCatalog::default();
        if self.unlisted.products.is_empty() && self.unlisted.plans.is_empty() {
            return own;
        }
        let products = self.places_of_products(&mut own);
        let plans = self.places_of_plans(&mut own);
        self.replace_plans(&plans);
        let product = |product: ProductId| products.get(&product).copied().unwrap_or(product);
        let rows = self.facts.users.iter_mut().flat_map(|user| &mut user.rows);
        rows.for_each(|row| row.product = product(row.product));
        let templates = self.facts.groups.iter_mut().map(|group| &mut group.template);
        let licenses = self.facts.users.iter_mut().filter_map(|user| user.licenses.as_mut());
        for licenses in templates.chain(licenses) {
            licenses.iter_mut().for_each(|(held, _)| *held = product(*held));
            licenses.sort_unstable();
        }
        own
    }

    /// Where products that the tenant subscribes to come to stand.
    fn places_of_products(&mut self, own: &mut OwnCatalog) -> BTreeMap<ProductId, ProductId> {
        let waiting = self.facts.products.iter().map(|facts| facts.product).filter(|product| waits(product.index()));
        let described = waiting.filter_map(|product| {
            let number = product.index().checked_sub(Catalog::MOST_POSITIONS)?;
            self.unlisted.products.get(number).map(|(id, name)| (*id, name.clone(), product))
        });
        let mut described: Vec<_> = described.collect();
        described.sort_unstable();
        let mut places = BTreeMap::new();
        for (guid, name, product) in described {
            let label = || label(guid, name.as_deref());
            if own.products.len() == OwnCatalog::MOST {
                self.notes.add(NoteKind::UnknownProduct, label);
                continue;
            }
            self.notes.add(NoteKind::OwnProduct, label);
            places.insert(product, OwnCatalog::product_at(own.products.len()));
            let part_number = name.clone().unwrap_or_else(|| guid.to_string());
            own.products.push(OwnProduct { guid, part_number, plans: Vec::new() });
        }
        self.facts.products.retain_mut(|facts| {
            facts.product = places.get(&facts.product).copied().unwrap_or(facts.product);
            !waits(facts.product.index())
        });
        places
    }

    /// Where plans that the tenant's products have come to stand.
    fn places_of_plans(&mut self, own: &mut OwnCatalog) -> BTreeMap<PlanId, PlanId> {
        let listed = self.facts.products.iter().filter_map(|facts| facts.plans.as_ref()).flatten();
        let listed: BTreeSet<PlanId> = listed.copied().filter(|plan| waits(plan.index())).collect();
        let described = listed.into_iter().filter_map(|plan| {
            let number = plan.index().checked_sub(Catalog::MOST_POSITIONS)?;
            self.unlisted.plans.get(number).map(|described| (described.guid, described.clone(), plan))
        });
        let mut described: Vec<_> = described.collect();
        described.sort_unstable_by_key(|(guid, _, _)| *guid);
        let mut places = BTreeMap::new();
        for (guid, mut described, plan) in described {
            let label = label(guid, Some(&described.name));
            if own.plans.len() == OwnCatalog::MOST {
                self.notes.add(NoteKind::NoRoomForPlan, || label);
                continue;
            }
            self.notes.add(NoteKind::OwnPlan, || label);
            if described.name.is_empty() {
                described.name = guid.to_string();
            }
            places.insert(plan, OwnCatalog::plan_at(own.plans.len()));
            own.plans.push(described);
        }
        places
    }

    /// Puts plans where they come to stand, and takes out those that have no place.
    fn replace_plans(&mut self, places: &BTreeMap<PlanId, PlanId>) {
        let placed = |plans: &mut Vec<PlanId>| {
            plans.iter_mut().for_each(|plan| *plan = places.get(plan).copied().unwrap_or(*plan));
            plans.retain(|plan| !waits(plan.index()));
        };
        self.facts.products.iter_mut().filter_map(|facts| facts.plans.as_mut()).for_each(placed);
        // Sets that differed in a plan without a place are the same set now.
        let mut disabled = Interner::with_empty();
        let mut numbers = Vec::new();
        for mut plans in core::mem::take(&mut self.facts.disabled).into_values() {
            for plan in plans.iter().filter(|plan| waits(plan.index()) && !places.contains_key(plan)) {
                let number = plan.index().saturating_sub(Catalog::MOST_POSITIONS);
                let id = self.unlisted.plans.get(number).map(|plan| plan.guid).unwrap_or_default();
                self.notes.add(NoteKind::UnknownPlan, || id.to_string());
            }
            placed(&mut plans);
            plans.sort_unstable();
            numbers.push(disabled.intern(plans));
        }
        self.facts.disabled = disabled;
        let renumber = |number: &mut u32| *number = numbers.get(*number as usize).copied().unwrap_or_default();
        let rows = self.facts.users.iter_mut().flat_map(|user| &mut user.rows);
        rows.for_each(|row| renumber(&mut row.disabled));
        let templates = self.facts.groups.iter_mut().flat_map(|group| &mut group.template);
        templates.for_each(|(_, disabled): &mut LicenseFacts| renumber(disabled));
        let licenses = self.facts.users.iter_mut().filter_map(|user| user.licenses.as_mut()).flatten();
        licenses.for_each(|(_, disabled)| renumber(disabled));
    }
}
