//! What a table knows: what is listed, looked for, scrolled to, selected. Each is computed from the one before it, so
//! that scrolling sorts nothing and typing reads no tenant anew.

use std::time::Duration;

use leptos::prelude::*;
use licensing_view::table::{
    Column, ColumnKey, FilterKey, Ids, ListId, Listing, MOST_DRAWN, Order, Row, Sort, Table, TableQuery, Window,
};
use licensing_view::{Address, Route, WhyTarget};
use licensing_wording::Text;

use super::measures::Measures;
use super::spot::Spot;
use crate::foresight::Ahead;
use crate::lab::Lab;
use crate::router::{self, Place, Visit};

/// After so long without a letter the address follows the search field, and what was found is read aloud.
const SETTLED: Duration = Duration::from_millis(400);

/// Rows that are drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Drawn {
    /// Where the first of them stands.
    pub(super) first: usize,
    pub(super) rows: Vec<Row>,
}

impl Drawn {
    /// The row that stands at `at`, if it is drawn.
    pub(super) fn at(&self, at: usize) -> Option<&Row> {
        self.rows.get(at.checked_sub(self.first)?)
    }

    /// Where the row `id` stands, if it is drawn.
    pub(super) fn find(&self, id: u32) -> Option<usize> {
        Some(self.first + self.rows.iter().position(|row| row.id == id)?)
    }
}

/// The state of one table. Its parts are handles, so that it can be passed on freely.
#[derive(Clone, Copy)]
pub(crate) struct TableState {
    pub(super) lab: Lab,
    pub(super) ahead: Ahead,
    pub(super) list: ListId,
    place: Memo<Place>,
    /// The screen that the table is on.
    route: Option<Route>,
    /// What is looked for; the address follows it and it follows the address.
    pub(super) query: RwSignal<TableQuery>,
    pub(super) sort: Memo<Option<Sort>>,
    /// What is shown: anew after each change of the tenant, of the language and of what is looked for, as soon as it is
    /// made.
    pub(super) listing: Memo<Listing>,
    /// What hides rows of it.
    pub(super) looked_for: Memo<TableQuery>,
    /// Something newer is on its way.
    pub(super) is_late: Memo<bool>,
    /// Nothing was shown yet.
    pub(super) is_unread: Memo<bool>,
    /// The list.
    pub(super) table: Memo<Table>,
    pub(super) columns: Memo<Vec<Column>>,
    /// The rows that fit, in order.
    pub(super) shown: Memo<Order>,
    /// Rows are drawn as they scroll.
    pub(super) is_virtual: Memo<bool>,
    /// How many rows are searched, and whether that leaves out some that might fit.
    pub(super) searched: Memo<usize>,
    pub(super) is_cut: Memo<bool>,
    /// Rows can be selected.
    pub(super) can_select: Memo<bool>,
    /// The ids of those that are.
    pub(super) selected: RwSignal<Ids>,
    /// Where Shift began to extend the selection.
    pub(super) anchor: StoredValue<Option<u32>>,
    pub(super) measures: RwSignal<Measures>,
    /// The row whose details are open, by its id, and where it stands.
    pub(super) open: Memo<Option<u32>>,
    pub(super) open_at: Memo<Option<usize>>,
    pub(super) window: Memo<Window>,
    /// The rows that are drawn.
    pub(super) rows: Memo<Drawn>,
    /// Where the keyboard is.
    pub(super) spot: StoredValue<Spot>,
    /// Something in the table has the focus.
    pub(super) has_focus: StoredValue<bool>,
    /// When somebody pressed on something last, in milliseconds of the page's own time.
    pub(super) pointed: StoredValue<f64>,
    /// Counts what was typed, so that only the last letter is followed.
    typed: StoredValue<u32>,
    /// How many rows fit is to be read aloud.
    is_to_be_said: RwSignal<bool>,
}

impl TableState {
    /// A table of `list` with the query of the address.
    pub(super) fn new(list: ListId) -> TableState {
        let lab = Lab::here();
        let place = router::here();
        let query = RwSignal::new(place.with_untracked(Place::query));
        let asked = Memo::new(move |_| query.with(|query| TableQuery { open: None, ..query.clone() }));
        let sort = Memo::new(move |_| query.with(|query| query.sort));
        let moment = lab.moment();
        let made = lab.gradual_of(
            move || asked.get(),
            move |reading, query, before| reading.listing(list, moment.get(), query, before),
        );
        let unread = StoredValue::new(lab.read(|reading| reading.unread(&asked.get_untracked())));
        let is_unread = Memo::new(move |_| made.value.with(Option::is_none));
        let listing = Memo::new(move |_| made.value.get().unwrap_or_else(|| unread.get_value()));
        let looked_for =
            Memo::new(move |_| listing.with(|listing| TableQuery { sort: None, ..listing.query().clone() }));
        let table = Memo::new(move |_| listing.with(|listing| listing.table().clone()));
        let columns = Memo::new(move |_| table.with(Table::columns));
        let shown = Memo::new(move |_| listing.with(|listing| listing.shown().clone()));
        let count = Memo::new(move |_| shown.with(Order::len));
        let searched = Memo::new(move |_| table.with(Table::searched));
        let is_cut =
            Memo::new(move |_| looked_for.with(TableQuery::hides_rows) && searched.get() < table.with(Table::len));
        let open = Memo::new(move |_| query.with(|query| query.open));
        let open_at = Memo::new(move |_| {
            let id = open.get()?;
            table.with(|table| shown.with(|shown| table.find(shown, id)))
        });
        let measures = RwSignal::new(Measures::new());
        let window = Memo::new(move |_| Window::of(count.get(), measures.get().view(open_at.get())));
        let rows = Memo::new(move |_| {
            let range = window.get().rows;
            Drawn { first: range.start, rows: listing.with(|listing| listing.rows(range)) }
        });
        let state = TableState {
            lab,
            ahead: Ahead::here(),
            list,
            place,
            route: place.with_untracked(Place::route),
            query,
            sort,
            listing,
            looked_for,
            is_late: made.is_late,
            is_unread,
            table,
            columns,
            shown,
            is_virtual: Memo::new(move |_| count.get() > MOST_DRAWN),
            searched,
            is_cut,
            can_select: Memo::new(move |_| table.with(|table| !table.bulk().is_empty())),
            selected: RwSignal::new(Ids::default()),
            anchor: StoredValue::new(None),
            measures,
            open,
            open_at,
            window,
            rows,
            spot: StoredValue::new(Spot::default()),
            has_focus: StoredValue::new(false),
            pointed: StoredValue::new(f64::NEG_INFINITY),
            typed: StoredValue::new(0),
            is_to_be_said: RwSignal::new(false),
        };
        state.follow_address();
        state.forget_who_is_gone();
        state.say_when_found();
        state
    }

    /// Another address of the same screen brings another query.
    fn follow_address(self) {
        Effect::new(move |_| {
            let (route, told) = self.place.with(|place| (place.route(), place.query()));
            if route == self.route && self.query.with_untracked(|query| *query != told) {
                self.query.set(told);
            }
        });
    }

    /// What is not in the list any more is not selected either.
    fn forget_who_is_gone(self) {
        Effect::new(move |_| {
            let table = self.table.get();
            if !self.selected.with_untracked(Ids::is_empty) {
                let there = table.ids();
                self.selected.maybe_update(|selected| selected.keep_those_of(&there));
            }
        });
    }

    /// The address of this table as it is, with `why` explained beside it.
    pub(super) fn address(self, why: Option<WhyTarget>) -> Address {
        let address = self.place.with(Place::address).with_query(self.query.get());
        Address { why, ..address }
    }

    /// Whose path is explained beside the table.
    pub(super) fn explained(self) -> Option<WhyTarget> {
        self.place.with(|place| place.0.as_ref().and_then(|address| address.why))
    }

    /// Looks for other words; the address follows when nothing more is typed.
    pub(super) fn search(self, words: &str) {
        let words = words.to_string();
        self.query.update(|query| *query = std::mem::take(query).with_search(&words));
        let (said, _) = self.lab.speech.said().get_untracked();
        self.when_settled(move || {
            let was_searched = self.place.with_untracked(|place| !place.query().search.is_empty());
            self.write(if was_searched { Visit::Instead } else { Visit::After });
            // What was said meanwhile is newer, and not to be talked over.
            if self.lab.speech.said().get_untracked().0 == said {
                self.say_how_many();
            }
        });
    }

    fn when_settled(self, then: impl Fn() + 'static) {
        self.typed.update_value(|typed| *typed = typed.wrapping_add(1));
        let number = self.typed.get_value();
        set_timeout(
            move || {
                if self.typed.try_get_value() == Some(number) {
                    then();
                }
            },
            SETTLED,
        );
    }

    /// Sets or clears a named filter; going back takes it back.
    pub(super) fn filter(self, key: FilterKey, value: Option<&str>) {
        let value = value.map(str::to_string);
        self.query.update(|query| *query = std::mem::take(query).with_filter(key, value.as_deref()));
        self.write(Visit::After);
        self.say_how_many();
    }

    /// Shows every row again.
    pub(super) fn clear_filters(self) {
        self.query.update(|query| *query = std::mem::take(query).without_filters());
        self.write(Visit::After);
        self.say_how_many();
    }

    /// Sorts by a column, the other way round, or not.
    pub(super) fn sort(self, column: ColumnKey, name: &str) {
        self.query.update(|query| *query = std::mem::take(query).sorted_next_by(column));
        self.write(Visit::Instead);
        let words = self.lab.words_now();
        self.lab.say(match self.sort.get_untracked() {
            Some(sort) if sort.descending => words.sorted_down(name),
            Some(_) => words.sorted_up(name),
            None => words.text(Text::SORTED_NOT).to_string(),
        });
    }

    /// Opens the details of a row, or closes them.
    pub(super) fn toggle_details(self, id: u32) {
        self.query.update(|query| query.open = if query.open == Some(id) { None } else { Some(id) });
        self.write(Visit::Instead);
    }

    /// Puts the query into the address.
    fn write(self, visit: Visit) {
        let Some(Place(Some(address))) = self.place.try_get_untracked() else { return };
        let address = address.with_query(self.query.get_untracked());
        router::show(&address, visit);
    }

    /// `3 of 12 members`, or how many there are.
    pub(super) fn how_many(self) -> String {
        let words = self.lab.words();
        let (shown, all) = (self.shown.with(Order::len), self.table.with(Table::len));
        let counted = self.table.with(|table| table.counted(all));
        if self.looked_for.with(TableQuery::hides_rows) { words.shown_of_all(shown, &counted) } else { counted }
    }

    /// Has read aloud how many rows fit, as soon as they are found.
    fn say_how_many(self) {
        self.is_to_be_said.set(true);
    }

    fn say_when_found(self) {
        Effect::new(move |_| {
            if self.is_to_be_said.get() && !self.is_late.get() {
                self.is_to_be_said.set(false);
                self.lab.say(format!("{}.", untrack(|| self.how_many())));
            }
        });
    }
}
