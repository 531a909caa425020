//! Things by the names that people call them.

use licensing_model::catalog::ProductInfo;
use licensing_model::{GroupId, PlanId, ProductId, UserId};

use crate::words;

/// A user by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Which.
    pub id: UserId,
    /// `displayName`.
    pub name: String,
    /// What an avatar shows.
    pub initials: String,
}

impl PersonName {
    /// The user `id`, called `name`.
    pub fn new(id: UserId, name: &str) -> PersonName {
        PersonName { id, name: name.to_string(), initials: words::initials(name) }
    }
}

/// A group by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupName {
    /// Which.
    pub id: GroupId,
    /// `displayName`.
    pub name: String,
}

/// A product by name, tag and part number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductName {
    /// Which.
    pub id: ProductId,
    /// Such as "Office 365 E3".
    pub name: String,
    /// Such as `E3`.
    pub tag: String,
    /// Such as `ENTERPRISEPACK`.
    pub part_number: String,
}

impl ProductName {
    /// The product `id` of the catalogue; one that is not loaded is called by its position.
    pub fn new(id: ProductId, info: Option<&ProductInfo>) -> ProductName {
        match info {
            Some(info) => ProductName {
                id,
                name: info.name.clone(),
                tag: words::product_tag(&info.name, &info.part_number),
                part_number: info.part_number.clone(),
            },
            None => {
                let name = format!("Product {}", id.raw());
                ProductName { id, tag: name.clone(), part_number: name.clone(), name }
            }
        }
    }

    /// Whether `wanted`, in lower case, occurs in what the product is called.
    pub fn matches(&self, wanted: &str) -> bool {
        self.name.to_lowercase().contains(wanted) || self.part_number.to_lowercase().contains(wanted)
    }
}

/// A service plan that can be switched on and off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanChoice {
    /// Which.
    pub id: PlanId,
    /// Such as "Exchange Online (Plan 1)".
    pub name: String,
    /// Such as `EXCHANGE_S_STANDARD`.
    pub technical: String,
}

impl PlanChoice {
    /// Whether `wanted`, in lower case, occurs in what the plan is called.
    pub fn matches(&self, wanted: &str) -> bool {
        self.name.to_lowercase().contains(wanted) || self.technical.to_lowercase().contains(wanted)
    }
}
