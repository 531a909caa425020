//! Products of the tenant.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::{
    CapabilityStatus, Catalog, CountryCode, GroupId, Path, PlanId, ProductId, RuleSet, Units, UserId,
};

use crate::tenant::Tenant;

/// A product of the tenant (`subscribedSku`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductDetails {
    /// Which.
    pub product: ProductId,
    /// What was bought.
    pub units: Units,
    /// `consumedUnits`.
    pub consumed: u32,
    /// Seats that can be given out.
    pub available: u32,
    /// `capabilityStatus`.
    pub status: CapabilityStatus,
    /// Its plans under the rule set, those added by hand last.
    pub plans: Vec<PlanId>,
    /// Plans that were added by hand.
    pub added: Vec<PlanId>,
}

impl Tenant {
    /// A product that the tenant subscribes to.
    pub fn product(&self, product: ProductId) -> Option<ProductDetails> {
        let subscription = self.subscription(product)?;
        let seats = self.subscriptions.seats(product);
        let listed = self.catalog.product(product).map_or(&[][..], |info| info.plans(self.rules));
        let own = subscription.added.iter().filter(|plan| !listed.contains(plan));
        Some(ProductDetails {
            product,
            units: subscription.units,
            consumed: seats.consumed,
            available: seats.free(),
            status: subscription.units.capability_status(),
            plans: listed.iter().chain(own).copied().collect(),
            added: subscription.added.clone(),
        })
    }

    /// Products of the tenant, by position in the catalog.
    pub fn products(&self) -> impl Iterator<Item = ProductId> {
        self.subscriptions.iter().map(|(product, _)| product)
    }

    /// Users that hold or should hold the product, each with the paths. It looks at every user.
    pub fn licensed_users(&self, product: ProductId) -> impl Iterator<Item = (UserId, Vec<Path>)> {
        self.users().filter_map(move |user| {
            let paths: Vec<_> = self.product_paths(user, product).map(|found| found.path).collect();
            (!paths.is_empty()).then_some((user, paths))
        })
    }

    /// Groups whose template has the product.
    pub fn licensed_groups(&self, product: ProductId) -> impl Iterator<Item = GroupId> {
        self.groups().filter(move |group| self.templates.entry(self.template_of(*group), product).is_some())
    }

    /// The catalog, or the part of it that is loaded.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The same, for another tenant that rests on it.
    pub fn shared_catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The rule set.
    pub fn rules(&self) -> RuleSet {
        self.rules
    }

    /// The tenant's country (R5.1).
    pub fn country(&self) -> CountryCode {
        self.country
    }

    /// The initial domain, then the other verified ones.
    pub fn domains(&self) -> impl Iterator<Item = &str> {
        core::iter::once(self.initial_domain.as_str()).chain(self.domains.iter().map(|domain| domain.as_str()))
    }

    /// How many workers process the queue (R2.3).
    pub fn worker_count(&self) -> u8 {
        self.workers
    }

    /// The simulated clock, in seconds since it started.
    pub fn clock(&self) -> u32 {
        self.clock
    }
}
