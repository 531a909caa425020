//! A generated company: who is where and in which groups. Nothing of it is in a tenant yet.

use alloc::vec::Vec;

use licensing_model::CountryCode;

use super::people::{Person, person};
use super::random::Random;
use super::shape::{self, GroupPlan, PLACES, PRODUCTS, Product, Shape};

/// A company that follows from its seed and the number of its people.
#[derive(Clone, Debug)]
pub(super) struct Company {
    pub(super) seed: u64,
    pub(super) users: u32,
    pub(super) shape: Shape,
    pub(super) groups: Vec<GroupPlan>,
    /// The groups that are departments, and those that are not.
    departments: Vec<u32>,
    add_ons: Vec<u32>,
}

/// What is drawn for one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UserPlan {
    pub(super) person: Person,
    /// `usageLocation`.
    pub(super) location: Option<CountryCode>,
    /// The groups that the user is in from the beginning, in the order of joining.
    pub(super) groups: Vec<u32>,
    /// A group that the user joins when everybody is there.
    pub(super) later: Option<u32>,
    /// A product that the user gets directly.
    pub(super) direct: Option<Product>,
}

impl Company {
    pub(super) fn new(seed: u64, users: u32) -> Company {
        let shape = shape::shape(users);
        let groups: Vec<GroupPlan> = (0..shape.groups).map(|number| shape::group(seed, shape, number)).collect();
        let (mut departments, mut add_ons) = (Vec::new(), Vec::new());
        for (number, group) in (0..).zip(&groups) {
            if group.is_department { departments.push(number) } else { add_ons.push(number) }
        }
        Company { seed, users, shape, groups, departments, add_ons }
    }

    /// The user with this number.
    pub(super) fn user(&self, number: u32) -> UserPlan {
        let mut random = Random::new(self.seed, u64::from(number));
        let location = random.pick(&PLACES).and_then(|code| code.parse().ok());
        let mut groups = Vec::new();
        join(&mut groups, popular(&self.departments, &mut random));
        let more = match (random.below(10), self.shape.groups) {
            (0..=4, 0..=100) => 0,
            (5..=8, 0..=100) => 1,
            (_, 0..=100) => 2,
            (drawn, _) => drawn % 5 + u32::from(drawn > 6),
        };
        for _ in 0..more {
            join(&mut groups, popular(&self.add_ons, &mut random));
        }
        // Some changed department, and were never taken out of the old one.
        if random.chance(3) {
            join(&mut groups, popular(&self.departments, &mut random));
        }
        if random.chance(20) {
            groups.reverse();
        }
        let later = if random.chance(4) { popular(&self.add_ons, &mut random) } else { None };
        let later = later.filter(|group| !groups.contains(group));
        let direct = if random.chance(6) { Some(random.below(self.shape.products) as Product) } else { None };
        UserPlan { person: person(self.seed, number), location, groups, later, direct }
    }

    /// The user whose address a contact holds.
    pub(super) fn disturbed(&self) -> u32 {
        Random::new(self.seed, 1 << 40).below(self.users)
    }

    /// Adds what the user needs to the count of each product.
    pub(super) fn count(&self, user: &UserPlan, needed: &mut [u32]) {
        let of_groups = user.groups.iter().chain(&user.later).filter_map(|group| self.groups.get(*group as usize));
        let mut products = [false; PRODUCTS.len()];
        for product in of_groups.flat_map(|group| &group.products).chain(&user.direct) {
            if let Some(needs) = products.get_mut(*product) {
                *needs = true;
            }
        }
        for (needed, needs) in needed.iter_mut().zip(products) {
            *needed = needed.saturating_add(u32::from(needs));
        }
    }

    /// The seats of a product that so many users need: a tenth more, and for some a little less.
    pub(super) fn seats(&self, product: Product, needed: u32) -> u32 {
        let mut random = Random::new(self.seed, (1 << 41) | product as u64);
        if random.chance(25) {
            needed.saturating_sub(needed / 25 + 1).max(1)
        } else {
            needed.saturating_add(needed / 10 + 1 + random.below(5))
        }
    }
}

/// Puts a group at the end of a list, unless it is there.
fn join(groups: &mut Vec<u32>, group: Option<u32>) {
    if let Some(group) = group.filter(|group| !groups.contains(group)) {
        groups.push(group);
    }
}

/// One of the groups; the first are drawn most.
fn popular(groups: &[u32], random: &mut Random) -> Option<u32> {
    let count = groups.len() as u32;
    let (a, b) = (random.below(count), random.below(count));
    groups.get(a.min(b) as usize).copied()
}
