//! Sample tenants: the same everywhere for the same name, seed and size. Links name them instead of holding them, so
//! what they give is frozen: another tenant would be another name.

mod build;
mod company;
mod people;
mod random;
mod shape;

use alloc::sync::Arc;

use licensing_core::Tenant;
use licensing_model::Catalog;

pub use build::Building;

/// The part numbers of the products that samples have.
#[cfg(test)]
pub(crate) const PART_NUMBERS: [&str; 10] = {
    let mut part_numbers = [""; 10];
    let mut at = 0;
    while at < part_numbers.len() {
        part_numbers[at] = shape::PRODUCTS[at].0;
        at += 1;
    }
    part_numbers
};

/// A tenant that is generated. All its products are in the starter catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sample {
    /// A company of departments, each with a license, and of groups that add one; some of its products are scarce, some
    /// of its people are where a product is not allowed, hold what excludes another, or share an address. Everything
    /// was processed.
    Company {
        /// What its people and groups follow from; the tenant's ids as well.
        seed: u64,
        /// How many people it has.
        users: u32,
    },
}

/// How many groups a company of so many users has.
pub(crate) fn groups_of_company(users: u32) -> u32 {
    shape::shape(users).groups
}

impl Sample {
    /// The most users of a generated tenant.
    pub const MOST_USERS: u32 = 1_000_000;

    /// Begins to build the tenant; [`Building::advance`] goes on. More than [`Sample::MOST_USERS`] users become so many.
    pub fn build(self, catalog: Arc<Catalog>) -> Building {
        match self {
            Sample::Company { seed, users } => Building::new(seed, users.min(Sample::MOST_USERS), catalog),
        }
    }

    /// The tenant, built in one go.
    pub fn tenant(self, catalog: Arc<Catalog>) -> Tenant {
        let mut building = self.build(catalog.clone());
        while !building.advance(u32::MAX) {}
        // It is done, so it is there.
        building.finish().unwrap_or_else(|| Tenant::new(catalog, licensing_model::TenantSettings::default()))
    }
}
