//! What differs between two tenants that have the same objects: two moments, two ways of a history, the same tenant
//! under two rule sets, a tenant and a copy on which something was tried.
//!
//! Users share outcomes, so they share differences: a difference is a [`UserChange`] that is kept once, with a list of
//! the users who differ in just that way. A million users differ in some dozens of ways.

mod alike;
mod comparing;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use licensing_model::{AssignmentError, AssignmentState, Guid, Path, PlanId, ProductId, Units, UserId};

pub use comparing::Comparing;

use crate::store::address_book::Mailbox;
use crate::tenant::Tenant;

/// Something in the one tenant and in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Change<T> {
    /// In the first tenant.
    pub before: T,
    /// In the second.
    pub after: T,
}

impl<T: PartialEq> Change<T> {
    /// Whether it is not the same in both.
    pub fn differs(&self) -> bool {
        self.before != self.after
    }
}

/// What a path says, without its time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PathValue {
    /// Graph's state.
    pub state: AssignmentState,
    /// Graph's error.
    pub error: AssignmentError,
    /// The path's own disabled plans.
    pub disabled: BTreeSet<PlanId>,
}

/// A path that differs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PathChange {
    /// Of which product.
    pub product: ProductId,
    /// Directly, or from which group.
    pub path: Path,
    /// What it says; none where there is no such path.
    pub value: Change<Option<PathValue>>,
}

/// One way in which users differ.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct UserChange {
    /// Whether the user is there; one who is deleted holds nothing.
    pub present: Change<bool>,
    /// The paths that differ, by product, the direct one first.
    pub paths: Vec<PathChange>,
    /// Every product held, by position.
    pub products: Change<Vec<ProductId>>,
    /// Plans that are given in the second tenant only.
    pub gained: Vec<PlanId>,
    /// Plans that are given in the first tenant only.
    pub lost: Vec<PlanId>,
    /// Whether a mailbox plan is given.
    pub mailbox: Change<bool>,
    /// How many paths carry an error, also those that do not differ.
    pub errors: Change<usize>,
}

impl UserChange {
    /// Products that are held in the second tenant only.
    pub fn products_gained(&self) -> impl Iterator<Item = ProductId> {
        self.products.after.iter().copied().filter(|product| !self.products.before.contains(product))
    }

    /// Products that are held in the first tenant only.
    pub fn products_lost(&self) -> impl Iterator<Item = ProductId> {
        self.products.before.iter().copied().filter(|product| !self.products.after.contains(product))
    }

    /// Errors on paths that differ, each with its product, which no other of these paths had before: an error that only
    /// goes from one path to another is none.
    pub fn errors_gained(&self) -> impl Iterator<Item = (ProductId, AssignmentError)> {
        self.errors_of(|path| &path.value.after)
            .filter(|error| !self.errors_of(|path| &path.value.before).any(|had| had == *error))
    }

    /// Errors that are on no such path any more.
    pub fn errors_lost(&self) -> impl Iterator<Item = (ProductId, AssignmentError)> {
        self.errors_of(|path| &path.value.before)
            .filter(|error| !self.errors_of(|path| &path.value.after).any(|has| has == *error))
    }

    fn errors_of(
        &self,
        side: fn(&PathChange) -> &Option<PathValue>,
    ) -> impl Iterator<Item = (ProductId, AssignmentError)> {
        let error = move |path: &PathChange| Some((path.product, side(path).as_ref()?.error));
        self.paths.iter().filter_map(error).filter(|(_, error)| *error != AssignmentError::None)
    }

    /// Whether the user gets something else: other products, plans or errors. By which path it comes does not count.
    pub fn gives_otherwise(&self) -> bool {
        let plans = !self.gained.is_empty() || !self.lost.is_empty() || self.mailbox.differs();
        let errors = self.errors_gained().next().is_some() || self.errors_lost().next().is_some();
        self.present.differs() || self.products.differs() || plans || errors
    }
}

/// A user whose mail attributes differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxChange {
    /// Whose.
    pub user: UserId,
    /// `mail` and `proxyAddresses`.
    pub mailbox: Change<Mailbox>,
}

/// A product whose seats differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatChange {
    /// Which.
    pub product: ProductId,
    /// What was bought; none where the tenant does not have the product.
    pub units: Change<Option<Units>>,
    /// `consumedUnits`.
    pub consumed: Change<u32>,
}

/// What differs between two tenants.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Diff {
    /// How many users were compared.
    pub compared: usize,
    /// How many paths were compared.
    pub compared_paths: usize,
    /// The ways in which users differ, in the order in which they were met.
    pub ways: Vec<UserChange>,
    /// Users who differ, by number, each with the place of the way.
    pub users: Vec<(UserId, usize)>,
    /// Users whose mail attributes differ, by number.
    pub mailboxes: Vec<MailboxChange>,
    /// Products whose seats differ, by position.
    pub seats: Vec<SeatChange>,
}

impl Diff {
    /// Compares two tenants in one go; [`Comparing`] does it in slices.
    pub fn of(before: &Tenant, after: &Tenant) -> Diff {
        let mut comparing = Comparing::new(before, after);
        while !comparing.advance(before, after, usize::MAX) {}
        comparing.finish()
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.users.is_empty() && self.mailboxes.is_empty() && self.seats.is_empty()
    }

    /// Users who differ, each with how.
    pub fn user_changes(&self) -> impl Iterator<Item = (UserId, &UserChange)> {
        self.users.iter().filter_map(|(user, way)| Some((*user, self.ways.get(*way)?)))
    }

    /// How one user differs; none where the user does not.
    pub fn of_user(&self, user: UserId) -> Option<&UserChange> {
        let at = self.users.binary_search_by_key(&user, |(user, _)| *user).ok()?;
        self.users.get(at).and_then(|(_, way)| self.ways.get(*way))
    }

    /// How many users differ in each way, by the place of the way.
    pub fn users_by_way(&self) -> Vec<usize> {
        let mut counts = alloc::vec![0usize; self.ways.len()];
        for (_, way) in &self.users {
            if let Some(count) = counts.get_mut(*way) {
                *count = count.saturating_add(1);
            }
        }
        counts
    }
}

impl Tenant {
    /// Whether the two tenants name the same objects by the same numbers, so that they can be compared.
    pub fn has_ids_of(&self, other: &Tenant) -> bool {
        self.seed == other.seed && self.own_ids == other.own_ids && self.ids_beside_lists().eq(other.ids_beside_lists())
    }

    /// The ids of products and plans that the tenant has beside the lists of the catalog, each with its kind.
    fn ids_beside_lists(&self) -> impl Iterator<Item = (bool, Guid)> {
        let own = self.catalog.extended.as_ref().map(|extended| &*extended.own);
        let plans = own.map_or(&[][..], |own| &own.plans).iter().map(|plan| (false, plan.guid));
        plans.chain(own.map_or(&[][..], |own| &own.products).iter().map(|product| (true, product.guid)))
    }
}
