//! What a tenant has that the lists do not: products and plans of its own, and its own lists of plans.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use super::{Catalog, PerRuleSet, PlanInfo, ProductInfo};
use crate::guid::Guid;
use crate::ids::{PlanId, ProductId};

/// A service plan that the lists do not have, as the tenant tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OwnPlan {
    /// `servicePlanId`.
    pub guid: Guid,
    /// `servicePlanName`.
    pub name: String,
    /// `appliesTo` is `Company`.
    pub company_wide: bool,
}

/// A product that the lists do not have, as the tenant tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OwnProduct {
    /// `skuId`.
    pub guid: Guid,
    /// `skuPartNumber`.
    pub part_number: String,
    /// Its plans, in the order in which the tenant lists them.
    pub plans: Vec<PlanId>,
}

/// Products and plans of one tenant. Their positions follow those that are kept free in the lists, so that no later
/// list takes them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OwnCatalog {
    /// Plans that the lists do not have; the first is at [`OwnCatalog::plan_at`] 0.
    pub plans: Vec<OwnPlan>,
    /// Products that the lists do not have; the first is at [`OwnCatalog::product_at`] 0.
    pub products: Vec<OwnProduct>,
    /// Products of the lists, rising, that have these plans today in this tenant, in the order in which it lists them.
    pub lists: Vec<(ProductId, Vec<PlanId>)>,
}

impl OwnCatalog {
    /// A tenant has so many products, and plans, of its own at most.
    pub const MOST: usize = 128;

    /// The plan with this number.
    pub const fn plan_at(number: usize) -> PlanId {
        PlanId::at(Catalog::FIRST_OWN.saturating_add(number))
    }

    /// The product with this number.
    pub const fn product_at(number: usize) -> ProductId {
        ProductId::at(Catalog::FIRST_OWN.saturating_add(number))
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        let OwnCatalog { plans, products, lists } = self;
        plans.is_empty() && products.is_empty() && lists.is_empty()
    }
}

/// What makes a catalog that of a tenant which has something of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extended {
    /// The lists alone.
    pub lists: Arc<Catalog>,
    /// What the tenant has.
    pub own: Arc<OwnCatalog>,
    /// How a catalog was extended.
    extender: Extender,
}

impl Extended {
    /// Another part of the lists, extended by the same; what is extended by it already stays as it is.
    pub fn on(&self, catalog: &Arc<Catalog>) -> Arc<Catalog> {
        let Extender(extend) = self.extender;
        extend(catalog, &self.own)
    }
}

/// [`extend`] as a value: only what reads a tenant with something of its own has to hold the function, and a
/// page can have that come with what it fetches later.
#[derive(Clone, Copy)]
struct Extender(fn(&Arc<Catalog>, &Arc<OwnCatalog>) -> Arc<Catalog>);

fn extend(catalog: &Arc<Catalog>, own: &Arc<OwnCatalog>) -> Arc<Catalog> {
    let is_done = catalog.extended.as_ref().is_some_and(|extended| Arc::ptr_eq(&extended.own, own));
    if is_done { Arc::clone(catalog) } else { catalog.with_own(Arc::clone(own)) }
}

impl fmt::Debug for Extender {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Extender")
    }
}

/// There is one way to extend a catalog.
impl PartialEq for Extender {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for Extender {}

impl Catalog {
    /// The lists alone, whatever a tenant has of its own.
    pub fn lists(self: &Arc<Catalog>) -> &Arc<Catalog> {
        self.extended.as_ref().map_or(self, |extended| &extended.lists)
    }

    /// Whether the lists have this product, and not only the tenant.
    pub const fn lists_product(product: ProductId) -> bool {
        product.index() < Catalog::FIRST_OWN
    }

    /// Whether the lists have this plan, and not only the tenant.
    pub const fn lists_plan(plan: PlanId) -> bool {
        plan.index() < Catalog::FIRST_OWN
    }

    /// The plans that a product of the lists has there today, where the tenant has its own list of them.
    pub fn replaced_plans(&self, product: ProductId) -> Option<&[PlanId]> {
        let Extended { lists, own, .. } = self.extended.as_ref()?;
        own.lists.binary_search_by_key(&product, |(product, _)| *product).ok()?;
        lists.product(product).map(|info| info.plans_today.as_slice())
    }

    /// The lists with what a tenant has of its own, instead of what another one may have.
    pub fn with_own(self: &Arc<Catalog>, own: Arc<OwnCatalog>) -> Arc<Catalog> {
        let lists = self.lists();
        let mut catalog = Catalog::clone(lists);
        catalog.plans.resize_with(Catalog::FIRST_OWN, || None);
        catalog.plans.extend(own.plans.iter().map(|plan| {
            Some(PlanInfo {
                guid: plan.guid,
                name: plan.name.clone(),
                friendly_name: plan.name.clone(),
                company_wide: plan.company_wide,
                mailbox: false,
            })
        }));
        catalog.products.resize_with(Catalog::FIRST_OWN, || None);
        catalog.products.extend(own.products.iter().map(|product| {
            Some(ProductInfo {
                guid: product.guid,
                part_number: product.part_number.clone(),
                name: product.part_number.clone(),
                plans_today: product.plans.clone(),
                plans_2019: None,
                offered: PerRuleSet { rules_2019: true, today: true },
            })
        }));
        for (product, plans) in &own.lists {
            if let Some(Some(info)) = catalog.products.get_mut(product.index()) {
                info.plans_today.clone_from(plans);
            }
        }
        catalog.extended = Some(Extended { lists: Arc::clone(lists), own, extender: Extender(extend) });
        Arc::new(catalog)
    }
}
