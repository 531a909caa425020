//! The files of `data/`, row by row, as they are.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A row and the line on which it stands, for messages.
pub(crate) struct Line<T> {
    pub(crate) number: u64,
    pub(crate) row: T,
}

impl<T> Deref for Line<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.row
    }
}

/// `edition.csv`: what this edition of the lists is called and what it must add up to.
#[derive(Deserialize)]
pub(crate) struct EditionRow {
    pub(crate) key: String,
    pub(crate) value: String,
}

/// `products.csv` and `suites_2019.csv`: a product holds a plan.
#[derive(Deserialize)]
pub(crate) struct HoldsRow {
    pub(crate) product_name: String,
    pub(crate) sku_part_number: String,
    pub(crate) sku_id: String,
    pub(crate) service_plan_name: String,
    pub(crate) service_plan_id: String,
    /// Not in `suites_2019.csv`.
    #[serde(default)]
    pub(crate) service_plan_friendly_name: String,
}

/// `conflicts.csv`.
#[derive(Deserialize)]
pub(crate) struct ConflictRow {
    pub(crate) plan_a: String,
    pub(crate) plan_b: String,
    pub(crate) evidence: String,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) family: String,
    pub(crate) plan_a_id: String,
    pub(crate) plan_b_id: String,
    pub(crate) in_2020_rules: String,
    pub(crate) in_2025_2026_doc: String,
    pub(crate) status_today: String,
    pub(crate) checked: String,
}

/// `non_conflicts.csv`.
#[derive(Deserialize)]
pub(crate) struct NonConflictRow {
    pub(crate) plan_a: String,
    pub(crate) plan_b: String,
    pub(crate) plan_a_id: String,
    pub(crate) plan_b_id: String,
}

/// `dependencies.csv`.
#[derive(Deserialize)]
pub(crate) struct DependencyRow {
    pub(crate) plan: String,
    pub(crate) requires_any_of: String,
    pub(crate) evidence: String,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) kind: String,
    pub(crate) plan_id: String,
    pub(crate) requires_ids: String,
    pub(crate) engine_any_of: String,
    pub(crate) in_2019_rules: String,
    pub(crate) checked: String,
}

/// `locations.csv`.
#[derive(Deserialize)]
pub(crate) struct LocationRow {
    pub(crate) plan: String,
    pub(crate) service: String,
    pub(crate) rule: String,
    pub(crate) countries_iso: String,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) note: String,
    pub(crate) plan_ids: String,
    pub(crate) checked: String,
}

/// `country_matrix.csv`: `Y` or `N` for each service.
#[derive(Deserialize)]
pub(crate) struct CountryRow {
    pub(crate) iso: String,
    pub(crate) audio_conferencing: String,
    pub(crate) phone_system: String,
    pub(crate) calling_plan: String,
    pub(crate) communications_credits: String,
}

/// `applies_to.csv`.
#[derive(Deserialize)]
pub(crate) struct AppliesToRow {
    pub(crate) plan: String,
    pub(crate) plan_id: String,
    pub(crate) applies_to: String,
}

/// `mailbox_plans.csv`.
#[derive(Deserialize)]
pub(crate) struct MailboxRow {
    pub(crate) plan: String,
    pub(crate) plan_id: String,
}

/// `spellings.csv`: how Graph spells a name that Microsoft's list has in capitals.
#[derive(Deserialize)]
pub(crate) struct SpellingRow {
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) spelled: String,
}

/// `starter.csv`.
#[derive(Deserialize)]
pub(crate) struct StarterRow {
    pub(crate) sku_part_number: String,
    pub(crate) sku_id: String,
    pub(crate) product_name: String,
    pub(crate) plan_count: usize,
}

/// `positions.csv`.
#[derive(Deserialize)]
pub(crate) struct PositionRow {
    pub(crate) kind: String,
    pub(crate) position: usize,
    pub(crate) guid: String,
    pub(crate) name: String,
}

/// `positions.lock.csv`: the digest of that many first lines of `positions.csv`.
#[derive(Deserialize)]
pub(crate) struct LockRow {
    pub(crate) lines: usize,
    pub(crate) digest: String,
}

/// Every file of `data/`.
pub(crate) struct Lists {
    pub(crate) edition: Vec<Line<EditionRow>>,
    pub(crate) products: Vec<Line<HoldsRow>>,
    pub(crate) suites_2019: Vec<Line<HoldsRow>>,
    pub(crate) conflicts: Vec<Line<ConflictRow>>,
    pub(crate) non_conflicts: Vec<Line<NonConflictRow>>,
    pub(crate) dependencies: Vec<Line<DependencyRow>>,
    pub(crate) locations: Vec<Line<LocationRow>>,
    pub(crate) country_matrix: Vec<Line<CountryRow>>,
    pub(crate) applies_to: Vec<Line<AppliesToRow>>,
    pub(crate) mailbox_plans: Vec<Line<MailboxRow>>,
    pub(crate) spellings: Vec<Line<SpellingRow>>,
    pub(crate) starter: Vec<Line<StarterRow>>,
    pub(crate) positions: Vec<Line<PositionRow>>,
    /// The lines of `positions.csv` below its header, as they are written.
    pub(crate) position_lines: Vec<String>,
    pub(crate) lock: Vec<Line<LockRow>>,
}

impl Lists {
    /// Reads the folder `data`.
    pub(crate) fn read(data: &Path) -> Result<Lists, String> {
        let positions = std::fs::read_to_string(data.join("positions.csv"));
        let positions = positions.map_err(|error| format!("positions.csv: {error}"))?;
        Ok(Lists {
            edition: rows(data, "edition.csv")?,
            products: rows(data, "products.csv")?,
            suites_2019: rows(data, "suites_2019.csv")?,
            conflicts: rows(data, "conflicts.csv")?,
            non_conflicts: rows(data, "non_conflicts.csv")?,
            dependencies: rows(data, "dependencies.csv")?,
            locations: rows(data, "locations.csv")?,
            country_matrix: rows(data, "country_matrix.csv")?,
            applies_to: rows(data, "applies_to.csv")?,
            mailbox_plans: rows(data, "mailbox_plans.csv")?,
            spellings: rows(data, "spellings.csv")?,
            starter: rows(data, "starter.csv")?,
            positions: rows(data, "positions.csv")?,
            position_lines: positions.lines().skip(1).map(str::to_string).collect(),
            lock: rows(data, "positions.lock.csv")?,
        })
    }

    /// The value of `key` in `edition.csv`.
    pub(crate) fn edition(&self, key: &str) -> Result<&str, String> {
        let line = self.edition.iter().find(|line| line.key == key);
        line.map(|line| line.value.as_str()).ok_or_else(|| format!("edition.csv: no `{key}`"))
    }

    /// The number that `edition.csv` gives for `key`.
    pub(crate) fn edition_number(&self, key: &str) -> Result<u32, String> {
        let value = self.edition(key)?;
        value.parse().map_err(|_| format!("edition.csv: `{key}` is `{value}`, which is not a number"))
    }

    /// `skuId` and part number of every product, by first appearance.
    pub(crate) fn known_products(&self) -> Vec<(&str, &str)> {
        distinct(self.products.iter().map(|line| (line.sku_id.as_str(), line.sku_part_number.as_str())))
    }

    /// `servicePlanId` and name of every plan that any file knows, by first appearance, those of products first.
    pub(crate) fn known_plans(&self) -> Vec<(&str, &str)> {
        let mut known: Vec<(&str, &str)> = Vec::new();
        for line in &self.products {
            known.push((&line.service_plan_id, &line.service_plan_name));
        }
        for line in &self.conflicts {
            known.push((&line.plan_a_id, &line.plan_a));
            known.push((&line.plan_b_id, &line.plan_b));
        }
        for line in &self.suites_2019 {
            known.push((&line.service_plan_id, &line.service_plan_name));
        }
        for line in &self.dependencies {
            known.push((&line.plan_id, &line.plan));
            known.extend(parts(&line.requires_ids).zip(parts(&line.requires_any_of)));
        }
        for line in &self.locations {
            known.extend(parts(&line.plan_ids).zip(parts(&line.plan)));
        }
        for line in &self.applies_to {
            known.push((&line.plan_id, &line.plan));
        }
        for line in &self.mailbox_plans {
            known.push((&line.plan_id, &line.plan));
        }
        for line in &self.non_conflicts {
            known.push((&line.plan_a_id, &line.plan_a));
            known.push((&line.plan_b_id, &line.plan_b));
        }
        distinct(known.into_iter())
    }

    /// From the name of a plan to its id. Names are unique; [`super::problems`] sees to it.
    pub(crate) fn plan_ids_by_name(&self) -> HashMap<&str, &str> {
        self.known_plans().into_iter().map(|(id, name)| (name, id)).collect()
    }
}

/// The parts of a list inside a cell.
pub(crate) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').filter(|part| !part.is_empty())
}

fn distinct<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    let mut seen = HashSet::new();
    rows.filter(|(id, _)| seen.insert(*id)).collect()
}

fn rows<T: DeserializeOwned>(data: &Path, file: &str) -> Result<Vec<Line<T>>, String> {
    let at = |error: csv::Error| format!("{file}: {error}");
    let mut reader = csv::Reader::from_path(data.join(file)).map_err(at)?;
    let headers = reader.headers().map_err(at)?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(at)?;
        let number = record.position().map_or(0, csv::Position::line);
        rows.push(Line { number, row: record.deserialize(Some(&headers)).map_err(at)? });
    }
    Ok(rows)
}
