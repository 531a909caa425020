//! Outcomes: all rows that one path of one user has, interned. Users of a group mostly share one, so that a million
//! users hold a few hundred of them.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::{AssignmentError, ProductId};

use super::interner::Interner;
use super::template::{DisabledId, Entry, TemplateId, Templates};
use crate::order::sort_short;
use licensing_columns::numbers::Outcome;
pub(crate) use licensing_columns::numbers::OutcomeId;

/// One row: a product on a path (R4.6).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Row {
    /// Which product.
    pub(crate) product: ProductId,
    /// The disabled plans: those in force, or in an `Error` row those wanted.
    pub(crate) disabled: DisabledId,
    /// Whether it holds its seat.
    pub(crate) in_force: bool,
    /// What went wrong last.
    pub(crate) error: AssignmentError,
}

/// All outcomes of a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcomes {
    rows: Interner<Arc<[Row]>>,
    facts: Vec<Outcome>,
}

impl Default for Outcomes {
    fn default() -> Self {
        let mut rows = Interner::default();
        rows.intern(Arc::default());
        Outcomes { rows, facts: alloc::vec![Outcome { have: TemplateId::EMPTY, has_error: false, is_short: false }] }
    }
}

impl Outcomes {
    /// Interns rows; they may come in any order, one a product.
    pub(crate) fn intern(&mut self, mut rows: Vec<Row>, templates: &mut Templates) -> OutcomeId {
        sort_short(&mut rows, |row| row.product);
        let id = self.rows.intern(rows.into());
        if self.facts.len() < self.rows.len() {
            let rows = self.rows.get(id).map_or(&[][..], |rows| rows);
            let in_force = rows.iter().filter(|row| row.in_force);
            let have = in_force.map(|row| Entry { product: row.product, disabled: row.disabled }).collect();
            let has_error = rows.iter().any(|row| row.error != AssignmentError::None);
            let is_short = rows.iter().any(|row| row.error == AssignmentError::CountViolation);
            self.facts.push(Outcome { have: templates.intern(have), has_error, is_short });
        }
        OutcomeId(id)
    }

    /// The rows, by product.
    pub(crate) fn rows(&self, id: OutcomeId) -> &[Row] {
        self.rows.get(id.0).map_or(&[], |rows| rows)
    }

    /// The rows of every outcome, by number.
    pub(crate) fn all(&self) -> impl Iterator<Item = &[Row]> {
        self.rows.iter().map(|rows| &**rows)
    }

    /// The row of `product`.
    pub(crate) fn row(&self, id: OutcomeId, product: ProductId) -> Option<Row> {
        self.rows(id).iter().copied().find(|row| row.product == product)
    }

    /// What is asked of them most, by number.
    pub(crate) fn facts(&self) -> &[Outcome] {
        &self.facts
    }

    /// What the path has in force.
    pub(crate) fn have(&self, id: OutcomeId) -> TemplateId {
        self.facts.get(id.0 as usize).map_or(TemplateId::EMPTY, |outcome| outcome.have)
    }

    /// Whether a row carries an error (R4.7).
    pub(crate) fn has_error(&self, id: OutcomeId) -> bool {
        self.facts.get(id.0 as usize).is_some_and(|outcome| outcome.has_error)
    }
}
