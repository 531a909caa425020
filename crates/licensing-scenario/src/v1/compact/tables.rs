//! The values that users and groups share: sets of disabled plans, templates, outcomes, lists of times.

use alloc::vec::Vec;

use super::head::ProductModel;
use super::lists::list;
use crate::coding::{Bit, Coder, Number, Position, Symbol};
use crate::v1::document::{Entry, Row, State};

/// What was learned of the tables.
#[derive(Clone, Debug, Default)]
pub(super) struct TableModel {
    /// How long the tables are, and what is in them.
    tables: Number,
    templates: Number,
    outcomes: Number,
    lists: Number,
    disabled: Number,
    is_of_template: Bit,
    row: Symbol<16>,
    time: Number,
}

impl TableModel {
    /// All tables but that of the texts.
    pub(super) fn pass(&mut self, coder: &mut Coder, products: &mut ProductModel, state: &mut State) {
        let Self { tables, templates: entries, outcomes, lists, disabled, is_of_template, row: row_model, time } = self;
        list(coder, tables, &mut state.disabled, |coder, plans| products.pass_plans(coder, plans));
        list(coder, tables, &mut state.templates, |coder, template| {
            list(coder, entries, template, |coder, entry| {
                entry.product = products.pass(coder, entry.product);
                entry.disabled = disabled.pass(coder, entry.disabled);
            });
        });
        let templates = &state.templates;
        let mut number = Position::within(templates.len());
        list(coder, tables, &mut state.outcomes, |coder, rows| {
            let template = templates.iter().position(|template| is_of(rows, template));
            if coder.bit(is_of_template, template.is_some()) {
                let template = number.pass(coder, template.unwrap_or_default() as u32);
                let Some(template) = templates.get(template as usize) else { return coder.damaged() };
                if coder.reads() {
                    *rows = template.iter().map(row_of).collect();
                    coder.charge(rows.len() as u64);
                }
                rows.iter_mut().for_each(|row| pass_row(coder, row_model, row));
            } else {
                list(coder, outcomes, rows, |coder, row| {
                    row.product = products.pass(coder, row.product);
                    row.disabled = disabled.pass(coder, row.disabled);
                    pass_row(coder, row_model, row);
                });
            }
        });
        let mut expected = state.clock;
        list(coder, tables, &mut state.times, |coder, times| {
            list(coder, lists, times, |coder, second| {
                *second = time.pass_near(coder, expected, *second);
                expected = *second;
            });
        });
    }
}

/// Whether the rows are the products of the template, with its disabled plans.
fn is_of(rows: &[Row], template: &[Entry]) -> bool {
    let is_same = |(row, entry): (&Row, &Entry)| row.product == entry.product && row.disabled == entry.disabled;
    rows.len() == template.len() && rows.iter().zip(template).all(is_same)
}

fn row_of(entry: &Entry) -> Row {
    Row { product: entry.product, disabled: entry.disabled, ..Row::default() }
}

/// Whether the row is in force, and its error.
fn pass_row(coder: &mut Coder, model: &mut Symbol<16>, row: &mut Row) {
    let symbol = model.pass(coder, row.error << 1 | u32::from(row.in_force));
    (row.error, row.in_force) = (symbol >> 1, symbol & 1 == 1);
}

/// The products of which a row of each outcome is short of a seat.
pub(super) fn short_products(outcomes: &[Vec<Row>]) -> Vec<Vec<u32>> {
    /// The error of a row that is short.
    const SEATS: u32 = 2;
    let short = |rows: &Vec<Row>| rows.iter().filter(|row| row.error == SEATS).map(|row| row.product).collect();
    outcomes.iter().map(short).collect()
}
