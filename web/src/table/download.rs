//! Saves what a table shows as a file. A long table is written in slices, between which the page answers.

use std::time::Duration;

use leptos::prelude::*;
use licensing_view::table::{Order, csv};

use super::TableState;
use crate::files::{self, Kind};

/// Rows of one slice: some milliseconds.
const SLICE: usize = 2_000;

/// Saves every row that fits, in the order that is shown.
pub(super) fn download(state: TableState) {
    let mut text = String::from(csv::BEGINNING);
    state.columns.with_untracked(|columns| csv::head(&mut text, columns));
    go_on(state, state.shown.get_untracked(), 0, text);
}

fn go_on(state: TableState, order: Order, from: usize, mut text: String) {
    let to = (from + SLICE).min(order.len());
    let table = state.table.try_get_untracked();
    let Some(table) = table else { return };
    let rows = state.lab.read(|reading| table.rows(reading.tenant(), &order, from..to));
    state.columns.with_untracked(|columns| rows.iter().for_each(|row| csv::row(&mut text, columns, row)));
    if to < order.len() {
        set_timeout(move || go_on(state, order, to, text), Duration::ZERO);
        return;
    }
    let name = format!("{}.csv", state.list.file_name());
    files::save(&name, Kind::Csv, &text);
    state.lab.say(state.lab.words_now().exported(&name));
}
