//! The words of the text form: for values that version 1 numbers, and for products and plans by their names in the
//! catalogue.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;

use licensing_model::{Catalog, CountryCode, Guid, PlanId, ProductId};

use crate::error::ScenarioError;
use crate::json::{Node, brief};

type Result<T> = core::result::Result<T, ScenarioError>;

/// Words with their numbers.
pub(super) type Words = &'static [(&'static str, u32)];

pub(super) const RULES: Words = &[("2019", 0), ("today", 1)];
pub(super) const GROUP_KINDS: Words =
    &[("security", 0), ("microsoft365-security", 1), ("microsoft365", 2), ("distribution", 3)];
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
        let known = words.iter().map(|(word, _)| format!("`{word}`")).collect::<alloc::vec::Vec<_>>().join(", ");
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

/// Products and plans by their names.
#[derive(Clone, Debug)]
pub(super) struct Names {
    catalog: Arc<Catalog>,
    /// Part numbers and technical names; none where two things share one.
    products: BTreeMap<String, Option<u32>>,
    plans: BTreeMap<String, Option<u32>>,
}

impl Names {
    /// The names of a catalogue.
    pub(super) fn new(catalog: Arc<Catalog>) -> Names {
        let products = catalog.loaded_products().map(|(id, info)| (info.part_number.as_str(), id.raw()));
        let plans = catalog.loaded_plans().map(|(id, info)| (info.name.as_str(), id.raw()));
        Names { products: unique(products), plans: unique(plans), catalog }
    }

    /// What names a product: its part number, its id where two products share that, or its position.
    pub(super) fn product_key(&self, number: u32) -> String {
        let info = self.catalog.product(ProductId::from_raw(number));
        match info {
            Some(info) if self.products.get(&info.part_number) == Some(&Some(number)) => info.part_number.clone(),
            Some(info) => info.guid.to_string(),
            None => by_number(number),
        }
    }

    /// What names a plan.
    pub(super) fn plan_key(&self, number: u32) -> String {
        let info = self.catalog.plan(PlanId::from_raw(number));
        match info {
            Some(info) if self.plans.get(&info.name) == Some(&Some(number)) => info.name.clone(),
            Some(info) => info.guid.to_string(),
            None => by_number(number),
        }
    }

    /// The product that a text names.
    pub(super) fn product(&self, node: Node<'_>) -> Result<u32> {
        let text = node.text()?;
        let by_guid = |id: Guid| self.catalog.product_by_guid(id).map(ProductId::raw);
        let found = found(&self.products, &text, by_guid);
        found.ok_or_else(|| node.error(format!("`{}` is no product of the catalogue, or more than one", brief(&text))))
    }

    /// The plan that a text names.
    pub(super) fn plan(&self, node: Node<'_>) -> Result<u32> {
        let text = node.text()?;
        let by_guid = |id: Guid| self.catalog.plan_by_guid(id).map(PlanId::raw);
        let found = found(&self.plans, &text, by_guid);
        found.ok_or_else(|| node.error(format!("`{}` is no service plan of the catalogue", brief(&text))))
    }
}

fn unique<'n>(names: impl Iterator<Item = (&'n str, u32)>) -> BTreeMap<String, Option<u32>> {
    let mut unique = BTreeMap::new();
    for (name, number) in names {
        unique.entry(name.to_string()).and_modify(|shared| *shared = None).or_insert(Some(number));
    }
    unique
}

fn found(names: &BTreeMap<String, Option<u32>>, text: &str, by_guid: impl Fn(Guid) -> Option<u32>) -> Option<u32> {
    match names.get(text) {
        Some(found) => *found,
        None => numbered(text).or_else(|| by_guid(text.parse().ok()?)),
    }
}
