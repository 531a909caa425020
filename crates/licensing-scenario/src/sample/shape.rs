//! What a generated tenant looks like: how many groups and products a tenant of its size has, what they are, and where
//! its people work.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::random::Random;
use crate::words::{ADD_ONS, CITIES, DEPARTMENTS};

/// How large a tenant of so many users is otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Groups with a template.
    pub(super) groups: u32,
    /// Products.
    pub(super) products: u32,
}

/// The shape of a tenant of `users`.
pub(super) fn shape(users: u32) -> Shape {
    let (groups, products) = match users {
        0..=12 => (3, 3),
        13..=50 => (6, 5),
        51..=100 => (8, 6),
        101..=200 => (10, 8),
        201..=2_000 => (24, 10),
        2_001..=20_000 => (80, 10),
        _ => (500, 10),
    };
    Shape { groups, products }
}

/// Part numbers and tags of the products; a smaller tenant has the first of them.
pub(super) const PRODUCTS: [(&str, &str); 10] = [
    ("ENTERPRISEPACK", "E3"),
    ("STANDARDPACK", "E1"),
    ("MCOMEETADV", "Audio"),
    ("EMS", "EMS"),
    ("ENTERPRISEPREMIUM", "E5"),
    ("POWER_BI_PRO", "Power BI"),
    ("PROJECTPROFESSIONAL", "Project"),
    ("VISIOCLIENT", "Visio"),
    ("WORKPLACE_ANALYTICS", "Analytics"),
    ("DESKLESSPACK", "F3"),
];

/// A position in [`PRODUCTS`].
pub(super) type Product = usize;

const E3: Product = 0;
const E1: Product = 1;
const AUDIO: Product = 2;
const EMS: Product = 3;
const E5: Product = 4;
const ANALYTICS: Product = 8;
const F3: Product = 9;

/// Products that a group adds to what its members have from elsewhere, in the order of their titles.
const ADDED: [Product; 5] = [AUDIO, 5, 6, 7, ANALYTICS];

/// Plans that a tenant likes to switch off in Office 365 E3.
pub(super) const SWITCHED_OFF: [&str; 3] = ["KAIZALA_O365_P3", "SWAY", "YAMMER_ENTERPRISE"];

/// A group of a generated tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GroupPlan {
    /// Its name.
    pub(super) name: String,
    /// What its template has.
    pub(super) products: Vec<Product>,
    /// So many of [`SWITCHED_OFF`] are off in its Office 365 E3.
    pub(super) off: usize,
    /// A department, which everybody has one of.
    pub(super) is_department: bool,
}

/// The group with this number. Two of three are departments.
pub(super) fn group(seed: u64, shape: Shape, number: u32) -> GroupPlan {
    let mut random = Random::new(seed, 0x6772_0000_0000 | u64::from(number));
    let sold = |product: &Product| *product < shape.products as usize;
    let add_ons: Vec<_> = ADDED.into_iter().zip(0..).filter(|(product, _)| sold(product)).collect();
    let round = number / 3;
    if number % 3 == 2 && !add_ons.is_empty() {
        let count = add_ons.len() as u32;
        let (product, title) = add_ons.get((round % count) as usize).copied().unwrap_or((AUDIO, 0));
        // Their prerequisites have to be in the same template (R1.3).
        let needs_base = product == AUDIO || product == ANALYTICS;
        let products = if needs_base { alloc::vec![E3, product] } else { alloc::vec![product] };
        return GroupPlan { name: named(ADD_ONS.get(title), round / count), products, off: 0, is_department: false };
    }
    let order = round.saturating_mul(2).saturating_add(number % 3);
    let count = DEPARTMENTS.len() as u32;
    let title = DEPARTMENTS.get((order % count) as usize);
    let base = match random.below(10) {
        0..=4 => E3,
        5..=6 => E1,
        7..=8 => E5,
        _ => F3,
    };
    let base = if number == 0 { E3 } else { Some(base).filter(sold).unwrap_or(E1) };
    let mut products = alloc::vec![base];
    if base == E3 && sold(&EMS) && random.chance(40) {
        products.push(EMS);
    }
    let off = if base == E3 && random.chance(40) { random.below(3) as usize + 1 } else { 0 };
    let tag = PRODUCTS.get(base).map_or("", |(_, tag)| tag);
    let name = format!("{} {tag}", named(title, order / count));
    GroupPlan { name, products, off, is_department: true }
}

/// The title, with a city from the second round on.
fn named(title: &str, round: u32) -> String {
    match round.checked_sub(1) {
        None => String::from(title),
        Some(at) => {
            let city = CITIES.get(at as usize % CITIES.len());
            match at as usize / CITIES.len() {
                0 => format!("{title} {city}"),
                again => format!("{title} {city} {}", again.saturating_add(1)),
            }
        }
    }
}

/// Where people are, one place as likely as the other; none where only the tenant's country is known.
pub(super) const PLACES: [&str; 40] = [
    "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "NL", "BE",
    "BE", "BE", "BE", "DE", "DE", "DE", "DE", "FR", "FR", "ES", "PT", "IT", "AT", "CZ", "PL", "SE", "DK", "GB", "IN",
    "KZ", "",
];
