//! What a template means under the rows that count now. Derived, kept as long as nothing that it rests on changes.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Deref;

use licensing_model::{PlanId, ProductId};

use licensing_columns::brief::CountrySet;

use super::tables::Tables;
use crate::store::id_set::{PlanSet, ProductSet};
use crate::store::template::TemplateId;

/// One product of a template.
#[derive(Clone, Debug)]
pub(crate) struct ProductFacts {
    /// Which product.
    pub(crate) product: ProductId,
    /// Its plans that are on.
    pub(crate) on: PlanSet,
    /// Whether its subscription gives plans now (R8.4).
    pub(crate) gives: bool,
    /// All plans that the product holds, on or off (R5.2, R15).
    pub(crate) plans: PlanSet,
}

impl ProductFacts {
    /// The plans that the product gives by this path.
    pub(crate) fn given(&self) -> &PlanSet {
        if self.gives { &self.on } else { &PlanSet::EMPTY }
    }
}

/// One product of a template, with what is known of it in the tenant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Carried<'a> {
    /// Which product.
    pub(crate) product: ProductId,
    /// All plans that it holds (R15).
    pub(crate) plans: PlanSet,
    /// Those that are off.
    pub(crate) disabled: &'a PlanSet,
    /// Whether its subscription gives plans now (R8.4).
    pub(crate) gives: bool,
}

/// A template, compiled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    /// Its products.
    pub(crate) products: Vec<ProductFacts>,
    /// The products as a set.
    pub(crate) held: ProductSet,
    /// Plans on in any product.
    pub(crate) on: PlanSet,
    /// Plans given by any product.
    pub(crate) given: PlanSet,
    /// Plans that exclude one that is on here.
    pub(crate) clash: PlanSet,
    /// The pairs of which a plan is on here, in the order of the tables.
    pub(crate) pairs: Vec<(PlanId, PlanId)>,
    /// Whether two of its own plans exclude each other.
    pub(crate) clashes_within: bool,
    /// Whether each given plan that needs others has one of them given here.
    pub(crate) complete: bool,
    /// Countries where a prohibition may apply to a product; only R5 itself decides.
    pub(crate) suspect: CountrySet,
}

impl Facts {
    /// Compiles products as a template carries them.
    pub(crate) fn compile<'a>(tables: &Tables, products: impl Iterator<Item = Carried<'a>>) -> Facts {
        let mut facts = Facts::default();
        for Carried { product, plans, disabled, gives } in products {
            let on = plans.without(disabled);
            facts.held.insert(product);
            facts.on.add_all(&on);
            if gives {
                facts.given.add_all(&on);
            }
            facts.products.push(ProductFacts { product, on, gives, plans });
        }
        facts.clash = tables.clashing_with(&facts.on);
        let on = facts.on;
        facts.pairs = tables.pairs.iter().copied().filter(|(a, b)| on.contains(*a) || on.contains(*b)).collect();
        facts.clashes_within = facts.clash.intersects(&facts.on);
        facts.complete =
            tables.needs.iter().all(|needs| !facts.given.contains(needs.plan) || needs.any_of.intersects(&facts.given));
        facts.suspect = suspect(tables, &facts.on);
        facts
    }

    /// The facts of `product`, if the template has it.
    pub(crate) fn product(&self, product: ProductId) -> Option<&ProductFacts> {
        self.products.iter().find(|facts| facts.product == product)
    }

    /// The plans of `product` that are on here.
    pub(crate) fn on_in(&self, product: ProductId) -> PlanSet {
        self.product(product).map_or(PlanSet::EMPTY, |facts| facts.on)
    }
}

fn suspect(tables: &Tables, on: &PlanSet) -> CountrySet {
    let mut countries = CountrySet::default();
    for prohibition in &tables.prohibitions {
        if prohibition.plans.is_none_or(|plans| plans.intersects(on)) {
            prohibition.countries.iter().for_each(|country| countries.insert(*country));
        }
    }
    countries
}

/// Facts that are kept, or were compiled for the asking. As small as a pointer, since a check lists several.
#[derive(Debug)]
pub(crate) enum FactsRef<'a> {
    /// Kept.
    Kept(&'a Facts),
    /// Compiled for the asking.
    Compiled(Box<Facts>),
}

impl Deref for FactsRef<'_> {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        match self {
            FactsRef::Kept(facts) => facts,
            FactsRef::Compiled(facts) => facts,
        }
    }
}

/// Facts by template, filled as they are needed.
///
/// It holds nothing that is not derived: copies share it, and it does not count in comparisons.
#[derive(Clone, Debug, Default)]
pub(crate) struct FactsCache {
    facts: Vec<Option<Arc<Facts>>>,
}

impl PartialEq for FactsCache {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for FactsCache {}

impl FactsCache {
    /// The facts of `template`, if they are there.
    pub(crate) fn get(&self, template: TemplateId) -> Option<&Facts> {
        self.facts.get(template.0 as usize)?.as_deref()
    }

    /// Keeps facts.
    pub(crate) fn put(&mut self, template: TemplateId, facts: Facts) {
        let at = template.0 as usize;
        if self.facts.len() <= at {
            self.facts.resize_with(at.saturating_add(1), || None);
        }
        if let Some(place) = self.facts.get_mut(at) {
            *place = Some(Arc::new(facts));
        }
    }

    /// Forgets everything, after a change of what facts rest on.
    pub(crate) fn clear(&mut self) {
        self.facts.clear();
    }
}
