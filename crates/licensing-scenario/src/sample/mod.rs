//! Sample tenants: the same everywhere for the same name, seed and size. Links name them instead of holding them, so
//! what they give is frozen: another tenant would be another name.

mod build;
mod company;
pub mod example;
mod five_errors;
mod people;
mod random;
mod shape;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_core::{Action, Tenant};
use licensing_model::{Catalog, Sliced};

use build::CompanyBuilding;

/// A tenant that is generated. All its products are in the starter catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sample {
    /// A company of departments, each with a license, and of groups that add one; some of its products are scarce, some
    /// of its people are where a product is not allowed, hold what excludes another, or share an address. Everything
    /// was processed.
    Company {
        /// What its people and groups follow from; the tenant's ids as well.
        seed: u64,
        /// How many people it has, at most [`Sample::MOST_USERS`].
        users: u32,
    },
    /// 28 people in seven groups, before anybody gets a license. [`Sample::five_errors`] is done then.
    FiveErrors,
}

impl Sample {
    /// The most users of a generated tenant.
    pub const MOST_USERS: u32 = 1_000_000;

    /// Begins to build the tenant; [`Building::advance`] goes on.
    pub fn build(self, catalog: Arc<Catalog>) -> Building {
        Building(match self {
            Sample::Company { seed, users } => {
                let building = CompanyBuilding::new(seed, users.min(Sample::MOST_USERS), catalog);
                Stage::Company(Box::new(building))
            }
            Sample::FiveErrors => Stage::Ready(Box::new(five_errors::tenant(catalog))),
        })
    }

    /// The tenant, built in one go.
    pub fn tenant(self, catalog: Arc<Catalog>) -> Tenant {
        let mut building = self.build(catalog.clone());
        let Ok(()) = building.complete();
        // It is done, so it is there.
        building.finish().unwrap_or_else(|| Tenant::new(catalog, licensing_model::TenantSettings::default()))
    }

    /// [`Sample::FiveErrors`] at once, without all that builds companies.
    pub fn five_errors_tenant(catalog: Arc<Catalog>) -> Tenant {
        five_errors::tenant(catalog)
    }

    /// What is done to [`Sample::FiveErrors`] until there are errors of five kinds: fourteen commands and 38 steps of the
    /// background, of which four still wait.
    pub fn five_errors(catalog: &Catalog) -> Vec<Action> {
        five_errors::actions(catalog)
    }

    /// How many users the tenant has.
    pub fn users(self) -> u32 {
        match self {
            Sample::Company { users, .. } => users,
            Sample::FiveErrors => five_errors::PEOPLE.len() as u32,
        }
    }

    /// How many groups it has.
    pub fn groups(self) -> u32 {
        match self {
            Sample::Company { users, .. } => shape::shape(users).groups,
            Sample::FiveErrors => five_errors::GROUPS.len() as u32,
        }
    }

    /// `displayName` of a user, without building the tenant.
    pub fn user_name(self, number: u32) -> String {
        match self {
            Sample::Company { seed, .. } => people::person(seed, number).name,
            Sample::FiveErrors => five_errors::PEOPLE.get(number as usize).map_or("", |(name, _)| name).into(),
        }
    }

    /// `displayName` of a group, without building the tenant.
    pub(crate) fn group_name(self, number: u32) -> String {
        match self {
            Sample::Company { seed, users } => shape::group(seed, shape::shape(users), number).name,
            Sample::FiveErrors => five_errors::GROUPS.get(number as usize).map_or("", |(name, _)| name).into(),
        }
    }
}

/// A sample on its way.
#[derive(Debug)]
pub struct Building(Stage);

#[derive(Debug)]
enum Stage {
    Company(Box<CompanyBuilding>),
    Ready(Box<Tenant>),
}

impl Building {
    /// The tenant, once all is done.
    pub fn finish(self) -> Option<Tenant> {
        match self.0 {
            Stage::Company(building) => building.finish(),
            Stage::Ready(tenant) => Some(*tenant),
        }
    }
}

impl Sliced for Building {
    type Fault = Infallible;

    /// Goes on for so many units of work: a user who is drawn, added or processed. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        match &mut self.0 {
            Stage::Company(building) => building.advance(work),
            Stage::Ready(_) => Ok(true),
        }
    }

    /// Units of work that were done, and about how many there are in all.
    fn progress(&self) -> (usize, usize) {
        match &self.0 {
            Stage::Company(building) => building.progress(),
            Stage::Ready(_) => (1, 1),
        }
    }
}

/// The part numbers of the products that companies have.
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
