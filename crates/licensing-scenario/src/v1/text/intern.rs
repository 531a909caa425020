//! Values that many objects share, numbered in the order of first use, as the engine numbers them.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_core::Interner;

use crate::v1::document::{Entry, Row, State};

/// A row before its set of disabled plans has a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct WordedRow {
    pub(super) product: u32,
    pub(super) disabled: Vec<u32>,
    pub(super) in_force: bool,
    pub(super) error: u32,
}

/// A product of a template, likewise.
pub(super) type WordedEntry = (u32, Vec<u32>);

/// All tables of a state on their way.
#[derive(Clone, Debug, Default)]
pub(super) struct Interned {
    texts: Vec<String>,
    /// Only for texts that were there from the beginning: the audit log names those.
    kept_texts: BTreeMap<String, u32>,
    /// What users are called, where the text says only that: the first, rising, its text, and how many.
    called: Vec<(u32, u32, u32)>,
    disabled: Interner<Vec<u32>>,
    templates: Interner<Vec<WordedEntry>>,
    outcomes: Interner<Vec<WordedRow>>,
    times: Interner<Vec<u32>>,
}

impl Interned {
    /// Number 0 of most tables is the empty value, also where nothing else is.
    pub(super) fn new() -> Interned {
        Interned {
            disabled: Interner::with_empty(),
            templates: Interner::with_empty(),
            outcomes: Interner::with_empty(),
            ..Interned::default()
        }
    }

    /// Takes over a text that has a number already.
    pub(super) fn keep_text(&mut self, text: String) {
        self.kept_texts.entry(text.clone()).or_insert(self.texts.len() as u32);
        self.texts.push(text);
    }

    /// So many of what users are called, from this one on, have the next texts.
    pub(super) fn keep_called(&mut self, first: u32, count: u32) {
        self.called.push((first, self.texts.len() as u32, count));
    }

    /// Takes over a set of disabled plans that has a number already.
    pub(super) fn keep_disabled(&mut self, plans: Vec<u32>) {
        self.disabled.push(plans);
    }

    /// Takes over a template that has a number already.
    pub(super) fn keep_template(&mut self, template: Vec<WordedEntry>) {
        self.templates.push(template);
    }

    /// Takes over an outcome that has a number already.
    pub(super) fn keep_outcome(&mut self, rows: Vec<WordedRow>) {
        self.outcomes.push(rows);
    }

    /// Takes over a list of times that has a number already.
    pub(super) fn keep_times(&mut self, times: Vec<u32>) {
        self.times.push(times);
    }

    /// The number of a name; 0 for an empty one. Two objects with the same name have a text each.
    pub(super) fn name(&mut self, name: &str) -> u32 {
        if name.is_empty() {
            return 0;
        }
        let number = self.kept_texts.get(name).copied().unwrap_or_else(|| {
            self.texts.push(name.to_string());
            self.texts.len().saturating_sub(1) as u32
        });
        number.saturating_add(1)
    }

    /// The number of what a user is called, which is counted as [`Interned::keep_called`] does.
    pub(super) fn called(&mut self, at: u32, name: &str) -> u32 {
        let before = self.called.partition_point(|(first, ..)| *first <= at).checked_sub(1);
        let within = |(first, text, count): &(u32, u32, u32)| {
            at.checked_sub(*first).filter(|offset| offset < count).map(|offset| text.saturating_add(offset))
        };
        let text = before.and_then(|before| self.called.get(before)).and_then(within);
        text.map_or_else(|| self.name(name), |text| text.saturating_add(1))
    }

    /// The number of a template.
    pub(super) fn template(&mut self, template: Vec<WordedEntry>) -> u32 {
        self.templates.intern(template)
    }

    /// The number of an outcome.
    pub(super) fn outcome(&mut self, rows: Vec<WordedRow>) -> u32 {
        self.outcomes.intern(rows)
    }

    /// The number of a list of times.
    pub(super) fn times(&mut self, times: Vec<u32>) -> u32 {
        self.times.intern(times)
    }

    /// Puts the tables into the state: sets of disabled plans get their numbers last, those of rows first.
    pub(super) fn finish(self, state: &mut State) {
        let Interned { texts, mut disabled, templates, outcomes, times, .. } = self;
        let row = |disabled: &mut Interner<_>, row: WordedRow| Row {
            product: row.product,
            disabled: disabled.intern(row.disabled),
            in_force: row.in_force,
            error: row.error,
        };
        state.outcomes = outcomes
            .into_values()
            .into_iter()
            .map(|rows| rows.into_iter().map(|worded| row(&mut disabled, worded)).collect())
            .collect();
        state.templates = templates
            .into_values()
            .into_iter()
            .map(|entries| {
                let entry = |(product, plans)| Entry { product, disabled: disabled.intern(plans) };
                entries.into_iter().map(entry).collect()
            })
            .collect();
        (state.texts, state.disabled, state.times) = (texts, disabled.into_values(), times.into_values());
    }
}
