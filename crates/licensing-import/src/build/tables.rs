//! Values that many users share, numbered.

use std::collections::BTreeMap;

use licensing_model::state::{PathState, RowState, RowTimes, Tables};
use licensing_model::{AssignmentError, PlanId, ProductId};

use crate::facts::{LicenseFacts, Numbered, RowFacts};

/// A row in a form that can be compared.
type Row = (ProductId, u32, bool, AssignmentError);

/// Texts, templates, outcomes and lists of times.
pub(super) struct Interned {
    texts: Vec<String>,
    /// Texts that are values of properties.
    values: BTreeMap<String, u32>,
    templates: Numbered<Vec<LicenseFacts>>,
    outcomes: Numbered<Vec<Row>>,
    times: Numbered<Vec<u32>>,
}

impl Default for Interned {
    fn default() -> Self {
        Interned {
            texts: Vec::new(),
            values: BTreeMap::new(),
            templates: Numbered::with_empty(),
            outcomes: Numbered::with_empty(),
            times: Numbered::default(),
        }
    }
}

impl Interned {
    /// The number of a name; 0 where there is none.
    pub(super) fn text(&mut self, text: Option<String>) -> u32 {
        let Some(text) = text else { return 0 };
        self.texts.push(text);
        u32::try_from(self.texts.len()).unwrap_or(u32::MAX)
    }

    /// The number of the value of a property, which many users share.
    pub(super) fn value(&mut self, value: String) -> u32 {
        if let Some(number) = self.values.get(&value) {
            return *number;
        }
        let number = self.text(Some(value.clone()));
        self.values.insert(value, number);
        number
    }

    /// The name with this number.
    pub(super) fn get_text(&self, number: u32) -> Option<&str> {
        self.texts.get((number as usize).checked_sub(1)?).map(String::as_str)
    }

    /// The number of a template, whose products rise.
    pub(super) fn template(&mut self, licenses: Vec<LicenseFacts>) -> u32 {
        self.templates.number(licenses)
    }

    /// The rows of one path, in any order.
    pub(super) fn path(&mut self, rows: &mut [RowFacts]) -> PathState {
        rows.sort_unstable_by_key(|row| row.product);
        let kept = rows.iter().map(|row| (row.product, row.disabled, row.in_force, row.error));
        let outcome = self.outcomes.number(kept.collect());
        let times: Vec<u32> = rows.iter().map(|row| row.updated).collect();
        let times = match times.split_first() {
            None => RowTimes::default(),
            Some((first, rest)) if rest.iter().all(|time| time == first) => RowTimes::Same(*first),
            Some(_) => RowTimes::Listed(self.times.number(times)),
        };
        PathState { outcome, times }
    }

    /// The tables of a state.
    pub(super) fn into_tables(self, disabled: Numbered<Vec<PlanId>>) -> Tables {
        let row = |(product, disabled, in_force, error): Row| RowState { product, disabled, in_force, error };
        let rows = |rows: Vec<Row>| rows.into_iter().map(row).collect();
        Tables {
            texts: self.texts,
            disabled: disabled.into_values(),
            templates: self.templates.into_values(),
            outcomes: self.outcomes.into_values().into_iter().map(rows).collect(),
            times: self.times.into_values(),
        }
    }
}
