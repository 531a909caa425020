//! What the simulator rests on, with its dates.

use licensing_core::rules::registry;
use licensing_core::{Source, Tenant};
use licensing_wording::{Text, Words};

use crate::rules;

/// What the simulator rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutView {
    /// Labels, each with a date or a figure.
    pub figures: Vec<(&'static str, String)>,
    /// The pages that rules rest on, in the order of the rules, each once.
    pub pages: Vec<String>,
}

/// What the simulator rests on. The figures count what the loaded part of the catalog holds.
pub fn about(tenant: &Tenant, words: Words) -> AboutView {
    let catalog = tenant.catalog();
    let holds = words.about_catalog_figures(
        &words.count_products(catalog.loaded_products().count()),
        &words.count_service_plans(catalog.loaded_plans().count()),
        &words.count_pairs(catalog.pairs.len()),
        &words.count_prerequisites(catalog.prerequisites.len()),
        &words.count_locations(catalog.locations.len()),
    );
    let figures = [
        (Text::ABOUT_CATALOG_LIST, words.day(&catalog.list_date)),
        (Text::ABOUT_CATALOG_REVISION, words.number(catalog.revision as usize)),
        (Text::ABOUT_CATALOG_HOLDS, holds),
        (Text::ABOUT_RULES_HOLD, rules::figures(words)),
        (Text::ABOUT_CLOCK_STARTS, words.moment(0)),
    ];
    let mut pages: Vec<String> = Vec::new();
    for rule in registry::ALL {
        let said = match &rule.source {
            Source::Page(_) | Source::Graph => words.source(&rule.source),
            Source::NoOrder | Source::Nowhere | Source::Row(_) => continue,
        };
        if !pages.contains(&said) {
            pages.push(said);
        }
    }
    AboutView { figures: figures.map(|(label, value)| (words.text(label), value)).into(), pages }
}
