//! The products that a tenant subscribes to.

use alloc::vec::Vec;

use licensing_model::{Catalog, PlanId, ProductId, Units};

use super::column::Column;
use super::id_set::ProductSet;
use super::short_log::ShortLog;

/// A product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Subscription {
    /// What was bought.
    pub(crate) units: Units,
    /// Distinct users that hold the product (R8.1).
    pub(crate) consumed: u32,
    /// Plans that were added by hand (R3).
    pub(crate) added: Vec<PlanId>,
    /// Which rows became short of a seat, in that order.
    pub(crate) short: ShortLog,
}

impl Subscription {
    /// Seats that nobody holds (R8.2); none when more are held than were bought.
    pub(crate) fn free(&self) -> u32 {
        self.units.assignable().saturating_sub(self.consumed)
    }

    /// A holder appears or goes.
    pub(crate) fn count(&mut self, is_there: bool) {
        self.consumed = if is_there { self.consumed.saturating_add(1) } else { self.consumed.saturating_sub(1) };
    }

    /// Whether paths in force give their plans (R8.4).
    pub(crate) fn gives(&self) -> bool {
        self.units.capability_status().gives_plans()
    }
}

/// The products of a tenant, and of which of them a seat is free.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Subscriptions {
    /// By position in the catalog; all of it is less than a page.
    products: Column<ProductId, Option<Subscription>, { Catalog::MOST_POSITIONS }>,
    free: ProductSet,
}

impl Subscriptions {
    /// Makes room for a catalog of so many positions.
    pub(crate) fn grow(&mut self, positions: usize) {
        while self.products.len() < positions {
            self.products.push(None);
        }
    }

    /// A product of the tenant.
    pub(crate) fn get(&self, product: ProductId) -> Option<&Subscription> {
        self.products.get(product)?.as_ref()
    }

    /// Every product of the tenant, by position.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ProductId, &Subscription)> {
        self.products.iter().filter_map(|(product, subscription)| Some((product, subscription.as_ref()?)))
    }

    /// Products of which a seat is free (R8.2).
    pub(crate) fn free(&self) -> &ProductSet {
        &self.free
    }

    /// Brings a product into the tenant, if it is not there yet.
    pub(crate) fn enter(&mut self, product: ProductId) {
        if let Some(place) = self.products.get_mut(product) {
            place.get_or_insert_default();
        }
    }

    /// Changes a product of the tenant.
    #[inline]
    pub(crate) fn change(&mut self, product: ProductId, change: impl FnOnce(&mut Subscription)) {
        if let Some(Some(subscription)) = self.products.get_mut(product) {
            change(subscription);
            if subscription.free() > 0 {
                self.free.insert(product);
            } else {
                self.free.remove(product);
            }
        }
    }
}
