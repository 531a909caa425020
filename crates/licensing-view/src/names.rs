//! Things by the names that people call them.

use licensing_model::catalog::ProductInfo;
use licensing_model::letters::upper;
use licensing_model::{GroupId, PlanId, ProductId, UserId};

use crate::service::Service;

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
        PersonName { id, name: name.to_string(), initials: initials(name) }
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
    /// The product `id` of the catalog; one that is not loaded is called by its position.
    pub fn new(id: ProductId, info: Option<&ProductInfo>) -> ProductName {
        match info {
            Some(info) => ProductName {
                id,
                name: info.name.clone(),
                tag: product_tag(&info.name, &info.part_number),
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
    /// The service that it is of.
    pub fn service(&self) -> Service {
        Service::of(&self.technical)
    }

    /// Whether `wanted`, in lower case, occurs in what the plan is called.
    pub fn matches(&self, wanted: &str) -> bool {
        self.name.to_lowercase().contains(wanted) || self.technical.to_lowercase().contains(wanted)
    }
}

/// The first letters of the first and the last word, in capitals: what an avatar shows.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).map(upper).collect()
}

/// A short tag for a product: `E3` for "Office 365 E3", else the capitals of its part number's beginning.
pub fn product_tag(name: &str, part_number: &str) -> String {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let mut letters = last.chars();
    let is_level = matches!((letters.next(), letters.next(), letters.next()),
        (Some('A' | 'E' | 'F' | 'G'), Some(digit), None) if digit.is_ascii_digit());
    if is_level && name.starts_with("Office 365 ") {
        return last.to_string();
    }
    if is_level && name.starts_with("Microsoft 365 ") {
        return format!("M365 {last}");
    }
    if is_level && name.starts_with("Enterprise Mobility") {
        return format!("EMS {last}");
    }
    part_number.to_string()
}

/// A title as the name of a file, which any system takes; `otherwise` where no letter is left.
pub fn file_name(title: &str, otherwise: &str) -> String {
    const MOST: usize = 60;
    let kept = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let name: String = title.chars().take(MOST).map(kept).collect();
    let name = name.trim_matches('-').to_lowercase();
    if name.is_empty() { otherwise.to_string() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_survive_any_name() {
        assert_eq!(initials("Noor Visser"), "NV");
        assert_eq!(initials("Sanne de Wit"), "SW");
        assert_eq!(initials("Élodie"), "É");
        assert_eq!(initials("  "), "");
        assert_eq!(initials("李 小龙"), "李小");
        assert_eq!(initials("ßeta <b>"), "ßB");
    }

    #[test]
    fn tags_are_short() {
        assert_eq!(product_tag("Office 365 E3", "ENTERPRISEPACK"), "E3");
        assert_eq!(product_tag("Microsoft 365 F1", "M365_F1"), "M365 F1");
        assert_eq!(product_tag("Visio Plan 2", "VISIOCLIENT"), "VISIOCLIENT");
    }
}
