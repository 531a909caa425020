//! Saves what a table shows as a file. A long table is written in slices, between which the page answers.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_view::table::csv;

use super::TableState;
use crate::files::{self, Kind};
use crate::slices::run;

/// Rows between two looks at the clock.
const SLICE: usize = 500;

/// Saves every row that fits, in the order that is shown.
pub(super) fn download(state: TableState) {
    let order = state.shown.get_untracked();
    spawn_local(async move {
        let mut text = String::from(csv::BEGINNING);
        state.columns.with_untracked(|columns| csv::head(&mut text, columns));
        let mut from = 0;
        // One who goes elsewhere does not want the file any more.
        let is_wanted = || state.table.try_get_untracked().is_some();
        let writing = run(&is_wanted, || {
            let to = (from + SLICE).min(order.len());
            let rows =
                state.lab.read(|reading| state.table.with_untracked(|table| reading.rows(table, &order, from..to)));
            state.columns.with_untracked(|columns| rows.iter().for_each(|row| csv::row(&mut text, columns, row)));
            from = to;
            from == order.len()
        });
        if writing.await {
            let name = format!("{}.csv", state.lab.read(|document| document.file_name(state.list)));
            files::save(&name, Kind::Csv, &text);
            state.lab.say(state.lab.words_now().exported(&name));
        }
    });
}
