//! Saves what a table shows as a file. A long table is written in slices, between which the page answers.

use std::convert::Infallible;

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_model::Sliced;
use licensing_view::table::{Column, Listing, csv};

use super::TableState;
use crate::files::{self, Kind};
use crate::slices::run;

/// Rows between two looks at the clock.
const SLICE: u32 = 500;

/// Saves every row that fits, in the order that is shown.
pub(super) fn download(state: TableState) {
    spawn_local(async move {
        let mut writing = Writing::new(state);
        // One who goes elsewhere does not want the file any more.
        let is_wanted = || state.table.try_get_untracked().is_some();
        let Ok(is_written) = run(&is_wanted, &mut writing, SLICE).await;
        if is_written {
            let name = format!("{}.csv", state.lab.read(|document| document.file_name(state.list)));
            files::save(&name, Kind::Csv, &writing.text);
            state.lab.say(state.lab.words_now().exported(&name));
        }
    });
}

/// A file on its way.
struct Writing {
    /// What was shown when it was asked for.
    listing: Listing,
    columns: Vec<Column>,
    /// How many of them are written.
    done: usize,
    text: String,
}

impl Writing {
    fn new(state: TableState) -> Writing {
        let (listing, columns) = (state.listing.get_untracked(), state.columns.get_untracked());
        let mut text = String::from(csv::BEGINNING);
        csv::head(&mut text, &columns);
        Writing { listing, columns, done: 0, text }
    }
}

impl Sliced for Writing {
    type Fault = Infallible;

    /// Goes on for so many rows.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        let Writing { listing, columns, done, text } = self;
        let all = listing.shown().len();
        let to = done.saturating_add(work as usize).min(all);
        listing.rows(*done..to).iter().for_each(|row| csv::row(text, columns, row));
        *done = to;
        Ok(to == all)
    }

    fn progress(&self) -> (usize, usize) {
        (self.done, self.listing.shown().len())
    }
}
