//! Values that many users share, numbered.

use std::collections::BTreeMap;

use licensing_core::Interner;
use licensing_model::PlanId;
use licensing_model::state::{PathState, RowState, RowTimes, Tables};

use crate::facts::{LicenseFacts, RowFacts};

/// Texts, templates, outcomes and lists of times.
pub(super) struct Interned {
    texts: Vec<String>,
    /// Texts that are values of properties.
    values: BTreeMap<String, u32>,
    templates: Interner<Vec<LicenseFacts>>,
    outcomes: Interner<Vec<RowState>>,
    times: Interner<Vec<u32>>,
}

impl Default for Interned {
    fn default() -> Self {
        Interned {
            texts: Vec::new(),
            values: BTreeMap::new(),
            templates: Interner::with_empty(),
            outcomes: Interner::with_empty(),
            times: Interner::default(),
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
        self.templates.intern(licenses)
    }

    /// The rows of one path, in any order.
    pub(super) fn path(&mut self, rows: &mut [RowFacts]) -> PathState {
        rows.sort_unstable_by_key(|row| row.product);
        let kept = |row: &RowFacts| RowState {
            product: row.product,
            disabled: row.disabled,
            in_force: row.in_force,
            error: row.error,
        };
        let outcome = self.outcomes.intern(rows.iter().map(kept).collect());
        let times: Vec<u32> = rows.iter().map(|row| row.updated).collect();
        let times = match times.split_first() {
            None => RowTimes::default(),
            Some((first, rest)) if rest.iter().all(|time| time == first) => RowTimes::Same(*first),
            Some(_) => RowTimes::Listed(self.times.intern(times)),
        };
        PathState { outcome, times }
    }

    /// The tables of a state.
    pub(super) fn into_tables(self, disabled: Interner<Vec<PlanId>>) -> Tables {
        Tables {
            texts: self.texts,
            disabled: disabled.into_values(),
            templates: self.templates.into_values(),
            outcomes: self.outcomes.into_values(),
            times: self.times.into_values(),
        }
    }
}
