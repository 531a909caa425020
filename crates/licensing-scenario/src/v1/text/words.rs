//! The words of the text form: for values that version 1 numbers, and for products and plans by their names in the
//! catalog.

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::{Catalog, CountryCode, Guid};

use crate::error::ScenarioError;
use crate::json::{Node, brief};
use crate::v1::document::OwnCatalog;

type Result<T> = core::result::Result<T, ScenarioError>;

/// Words with their numbers.
pub(super) type Words = &'static [(&'static str, u32)];

pub(super) const RULES: Words = &[("2019", 0), ("today", 1)];
pub(super) const GROUP_KINDS: Words =
    &[("security", 0), ("microsoft365-security", 1), ("microsoft365", 2), ("distribution", 3)];
pub(super) const MEMBERSHIPS: Words = &[("assigned", 0), ("dynamic", 1), ("paused", 2)];
pub(super) const PROCESSING: Words =
    &[("none", 0), ("QueuedForProcessing", 1), ("ProcessingInProgress", 2), ("ProcessingComplete", 3)];
pub(super) const ERRORS: Words = &[
    ("None", 0),
    ("ProhibitedInUsageLocationViolation", 1),
    ("CountViolation", 2),
    ("MutuallyExclusiveViolation", 3),
    ("DependencyViolation", 4),
    ("UniquenessViolation", 5),
    ("Other", 6),
];
pub(super) const ID_KINDS: Words = &[("tenant", 0), ("user", 1), ("group", 2), ("contact", 3), ("event", 4)];
pub(super) const SAMPLES: Words = &[("company", 0), ("five-errors", 1)];

/// The word of a number.
pub(super) fn word(words: Words, number: u32) -> &'static str {
    words.iter().find(|(_, own)| *own == number).map_or("", |(word, _)| word)
}

/// The number of a word.
pub(super) fn number(words: Words, node: Node<'_>) -> Result<u32> {
    let text = node.text()?;
    words.iter().find(|(word, _)| *word == text).map(|(_, number)| *number).ok_or_else(|| {
        let known = words.iter().map(|(word, _)| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        node.error(format!("`{}` is none of {known}", brief(&text)))
    })
}

/// The two letters of a country.
pub(super) fn country_word(number: u32) -> String {
    CountryCode::from_number(number as usize).map_or_else(String::new, |country| country.to_string())
}

/// The number of a country.
pub(super) fn country(node: Node<'_>) -> Result<u32> {
    let country = node.text()?.parse::<CountryCode>();
    country.map(|country| country.number() as u32).map_err(|malformed| node.error(malformed.to_string()))
}

/// What stands for something by its number, where no name does.
pub(super) fn by_number(number: u32) -> String {
    format!("#{number}")
}

/// The number that such a text names.
pub(super) fn numbered(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('#')?;
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// Names that the catalog spells as Graph does, and the text form for good as version 1 did.
const AS_WRITTEN: [(&str, &str); 2] = [("Win10_VDA_E3", "WIN10_VDA_E3"), ("Deskless", "DESKLESS")];

/// How a name is written in the text form.
fn as_written(name: &str) -> &str {
    AS_WRITTEN.iter().find(|(spelled, _)| *spelled == name).map_or(name, |(_, written)| written)
}

/// Products and plans by their names.
#[derive(Clone, Debug)]
pub(super) struct Names {
    products: Named,
    plans: Named,
}

/// Things of the catalog by their names.
#[derive(Clone, Debug, Default)]
struct Named {
    /// What names each: its name, its id where something else has the same name, nothing where it is not loaded.
    keys: Vec<String>,
    /// Names that one thing has, and ids.
    numbers: BTreeMap<String, u32>,
    /// The same names in small letters, where only one thing is called so in any case.
    in_any_case: BTreeMap<String, Option<u32>>,
}

impl Named {
    fn new<'n>(count: usize, things: impl Iterator<Item = (u32, &'n str, Guid)>) -> Named {
        let things: Vec<_> = things.collect();
        let mut named = Named { keys: alloc::vec![String::new(); count], ..Named::default() };
        let mut shared = BTreeSet::new();
        for (number, name, _) in &things {
            if named.numbers.insert(name.to_string(), *number).is_some() {
                shared.insert(*name);
            }
        }
        named.numbers.retain(|name, _| !shared.contains(name.as_str()));
        for (number, name, _) in &things {
            let small = name.to_ascii_lowercase();
            named.in_any_case.entry(small).and_modify(|several| *several = None).or_insert(Some(*number));
        }
        for (number, name, id) in things {
            let id = id.to_string();
            if let Some(key) = named.keys.get_mut(number as usize) {
                *key = if shared.contains(name) { id.clone() } else { name.to_string() };
            }
            named.numbers.entry(id).or_insert(number);
        }
        named
    }

    /// Adds something of the tenant's own. It goes by its id: a later catalog may have something else of its name.
    fn add(&mut self, number: u32, id: Guid) {
        let (id, at) = (id.to_string(), number as usize);
        if self.keys.len() <= at {
            self.keys.resize(at.saturating_add(1), String::new());
        }
        if let Some(key) = self.keys.get_mut(at) {
            key.clone_from(&id);
        }
        self.numbers.insert(id, number);
    }

    fn key(&self, number: u32) -> Cow<'_, str> {
        let key = self.keys.get(number as usize).filter(|key| !key.is_empty());
        key.map_or_else(|| Cow::Owned(by_number(number)), |key| Cow::Borrowed(key.as_str()))
    }

    fn number(&self, text: &str) -> Option<u32> {
        let spelled = self.numbers.get(text).copied().or_else(|| numbered(text));
        spelled.or_else(|| self.in_any_case.get(&text.to_ascii_lowercase()).copied().flatten())
    }
}

impl Names {
    /// The names of the lists of a catalog.
    pub(super) fn new(catalog: &Catalog) -> Names {
        let products = catalog.loaded_products().filter(|(id, _)| Catalog::lists_product(*id));
        let products = products.map(|(id, info)| (id.raw(), as_written(&info.part_number), info.guid));
        let plans = catalog.loaded_plans().filter(|(id, _)| Catalog::lists_plan(*id));
        let plans = plans.map(|(id, info)| (id.raw(), as_written(&info.name), info.guid));
        Names { products: Named::new(catalog.products.len(), products), plans: Named::new(catalog.plans.len(), plans) }
    }

    /// Adds what a tenant has of its own.
    pub(super) fn add(&mut self, own: &OwnCatalog) {
        // More than there is room for are refused later.
        for (plan, number) in own.plans.iter().zip(0..licensing_model::OwnCatalog::MOST) {
            self.plans.add(licensing_model::OwnCatalog::plan_at(number).raw(), Guid(plan.id));
        }
        for (product, number) in own.products.iter().zip(0..licensing_model::OwnCatalog::MOST) {
            self.products.add(licensing_model::OwnCatalog::product_at(number).raw(), Guid(product.id));
        }
    }

    /// What names a product: its part number, its id where two products share that, or its position.
    pub(super) fn product_key(&self, number: u32) -> Cow<'_, str> {
        self.products.key(number)
    }

    /// What names a plan.
    pub(super) fn plan_key(&self, number: u32) -> Cow<'_, str> {
        self.plans.key(number)
    }

    /// The product that a text names.
    pub(super) fn product(&self, node: Node<'_>) -> Result<u32> {
        let text = node.text()?;
        let unknown = || node.error(format!("`{}` is no product of the catalog, or more than one", brief(&text)));
        self.products.number(&text).ok_or_else(unknown)
    }

    /// The plan that a text names.
    pub(super) fn plan(&self, node: Node<'_>) -> Result<u32> {
        let text = node.text()?;
        let unknown = || node.error(format!("`{}` is no service plan of the catalog", brief(&text)));
        self.plans.number(&text).ok_or_else(unknown)
    }
}
