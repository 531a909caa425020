//! The products that a tenant subscribes to.

use alloc::vec::Vec;

use licensing_model::{Catalog, PlanId, ProductId, Units};

use licensing_columns::column::Column;
pub(crate) use licensing_columns::numbers::Seats;

use super::id_set::ProductSet;
use super::short_log::ShortLog;

/// A product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Subscription {
    /// What was bought.
    pub(crate) units: Units,
    /// Plans that were added by hand (R3).
    pub(crate) added: Vec<PlanId>,
    /// Which rows became short of a seat, in that order.
    pub(crate) short: ShortLog,
}

impl Subscription {
    /// Whether paths in force give their plans (R8.4).
    pub(crate) fn gives(&self) -> bool {
        self.units.capability_status().gives_plans()
    }
}

/// How often a product has run out of seats or got some. It says nothing of a tenant, and does not count in comparisons.
#[derive(Clone, Copy, Debug, Default)]
struct Turns(u32);

impl PartialEq for Turns {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Turns {}

/// The products of a tenant, and of which of them a seat is free.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Subscriptions {
    /// By position in the catalog; all of it is less than a page.
    products: Column<ProductId, Option<Subscription>, { Catalog::MOST_POSITIONS }>,
    /// By position too.
    seats: Vec<Seats>,
    free: ProductSet,
    turns: Turns,
}

impl Subscriptions {
    /// Makes room for a catalog of so many positions.
    pub(crate) fn grow(&mut self, positions: usize) {
        while self.products.len() < positions {
            self.products.push(None);
            self.seats.push(Seats::default());
        }
    }

    /// A product of the tenant.
    pub(crate) fn get(&self, product: ProductId) -> Option<&Subscription> {
        self.products.get(product)?.as_ref()
    }

    /// The seats of a product; none where the tenant has it not.
    pub(crate) fn seats(&self, product: ProductId) -> Seats {
        self.seats.get(product.index()).copied().unwrap_or_default()
    }

    /// Every product of the tenant, by position.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ProductId, &Subscription)> {
        self.products.iter().filter_map(|(product, subscription)| Some((product, subscription.as_ref()?)))
    }

    /// Products of which a seat is free (R8.2).
    pub(crate) fn free(&self) -> &ProductSet {
        &self.free
    }

    /// The seats of every product, by position, for many steps at once. Those that ran out, or did not stay so, are to
    /// be seen after ([`Subscriptions::see_turned`]).
    pub(crate) fn all_seats(&mut self) -> &mut [Seats] {
        &mut self.seats
    }

    /// Looks whether a seat of the product is free.
    pub(crate) fn see_turned(&mut self, product: ProductId) {
        self.see_free(product);
    }

    /// A number that stays while the products of which a seat is free do.
    pub(crate) fn turns(&self) -> u32 {
        self.turns.0
    }

    /// Brings a product into the tenant, if it is not there yet.
    pub(crate) fn enter(&mut self, product: ProductId) {
        if let (Some(place), Some(seats)) = (self.products.get_mut(product), self.seats.get_mut(product.index())) {
            place.get_or_insert_default();
            seats.is_there = true;
        }
    }

    /// A user gets a seat of a product.
    pub(crate) fn take_seat(&mut self, product: ProductId) {
        if let Some(seats) = self.seats.get_mut(product.index()).filter(|seats| seats.is_there) {
            seats.consumed = seats.consumed.saturating_add(1);
            if seats.consumed >= seats.assignable {
                self.see_free(product);
            }
        }
    }

    /// A user gives a seat of a product back.
    pub(crate) fn give_seat_back(&mut self, product: ProductId) {
        self.change_seats(product, |seats| seats.consumed = seats.consumed.saturating_sub(1));
    }

    /// Sets what was bought of a product.
    pub(crate) fn set_units(&mut self, product: ProductId, units: Units) {
        self.change(product, |subscription| subscription.units = units);
        self.change_seats(product, |seats| seats.assignable = units.assignable());
    }

    fn change_seats(&mut self, product: ProductId, change: impl FnOnce(&mut Seats)) {
        if let Some(seats) = self.seats.get_mut(product.index()).filter(|seats| seats.is_there) {
            change(seats);
            self.see_free(product);
        }
    }

    /// Keeps of which products a seat is free.
    fn see_free(&mut self, product: ProductId) {
        let is_free = self.seats(product).free() > 0;
        if is_free != self.free.contains(product) {
            self.turns = Turns(self.turns.0.wrapping_add(1));
            if is_free { self.free.insert(product) } else { self.free.remove(product) }
        }
    }

    /// Changes what else there is of a product of the tenant.
    pub(crate) fn change(&mut self, product: ProductId, change: impl FnOnce(&mut Subscription)) {
        if let Some(Some(subscription)) = self.products.get_mut(product) {
            change(subscription);
        }
    }
}
