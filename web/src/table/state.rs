//! What a table knows: what is listed, looked for, scrolled to, selected. Each is computed from the one before it, so
//! that scrolling sorts nothing and typing reads no tenant anew.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use leptos::{ev, prelude::window};
use licensing_view::table::{
    Column, ColumnKey, FilterKey, ListId, MOST_DRAWN, Order, Row, Table, TableQuery, View, Window,
};
use licensing_view::{Address, WhyTarget};

use super::focus::Spot;
use crate::lab::Lab;
use crate::router::{self, Place, Visit};

/// After so long without a letter the address follows the search field, and what was found is read aloud.
const SETTLED: Duration = Duration::from_millis(400);
/// The height of a row and of open details until they are measured, in CSS pixels.
const ROW_HEIGHT: u32 = 34;
const DETAILS_HEIGHT: u32 = 120;

/// The state of one table. Its parts are handles, so that it can be passed on freely.
#[derive(Clone, Copy)]
pub(crate) struct TableState {
    pub(super) lab: Lab,
    pub(super) list: ListId,
    place: Memo<Place>,
    /// What is looked for; the address follows it and it follows the address.
    pub(super) query: RwSignal<TableQuery>,
    /// What of that hides rows.
    pub(super) looked_for: Memo<TableQuery>,
    /// The list, anew after each change of the tenant or the language.
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
    pub(super) selected: RwSignal<BTreeSet<u32>>,
    /// Where Shift began to extend the selection.
    pub(super) anchor: StoredValue<Option<u32>>,
    view: RwSignal<View>,
    /// Where the row stands whose details are open.
    pub(super) open_at: Memo<Option<usize>>,
    pub(super) window: Memo<Window>,
    /// The rows that are drawn, each with where it stands.
    pub(super) rows: Memo<Vec<(usize, Row)>>,
    /// Where the keyboard is.
    pub(super) spot: StoredValue<Spot>,
    /// Counts what was typed, so that only the last letter is followed.
    typed: StoredValue<u32>,
}

impl TableState {
    /// A table of `list` with the query of the address.
    pub(super) fn new(list: ListId) -> TableState {
        let lab = Lab::here();
        let place = router::here();
        let query = RwSignal::new(place.with_untracked(Place::query));
        let looked_for = Memo::new(move |_| {
            query.with(|query| TableQuery { sort: None, open: None, ..query.clone() })
        });
        let sort = Memo::new(move |_| query.with(|query| query.sort));
        let table = lab.memo(move |reading| reading.table(list));
        let columns = Memo::new(move |_| table.with(Table::columns));
        let sorted = Memo::new(move |before: Option<&Order>| {
            let (table, sort) = (table.get(), sort.get());
            lab.read(|reading| table.sorted(reading.tenant(), sort, before))
        });
        let shown = Memo::new(move |_| {
            let table = table.get();
            looked_for.with(|query| {
                sorted.with(|order| lab.read(|reading| table.shown(reading.tenant(), order, query)))
            })
        });
        let count = Memo::new(move |_| shown.with(Order::len));
        let searched = Memo::new(move |_| table.with(Table::searched));
        let is_cut =
            Memo::new(move |_| looked_for.with(TableQuery::hides_rows) && searched.get() < table.with(Table::len));
        let open = Memo::new(move |_| query.with(|query| query.open));
        let open_at = Memo::new(move |_| {
            let id = open.get()?;
            table.with(|table| shown.with(|shown| table.find(shown, id)))
        });
        let view = RwSignal::new(View { top: 0, height: window_height(), row: ROW_HEIGHT, open: None });
        let window = Memo::new(move |_| {
            let view = view.get();
            let details = view.open.map_or(DETAILS_HEIGHT, |(_, height)| height);
            Window::of(count.get(), View { open: open_at.get().map(|at| (at, details)), ..view })
        });
        let rows = Memo::new(move |_| {
            let (table, range) = (table.get(), window.get().rows);
            let rows = shown.with(|shown| lab.read(|reading| table.rows(reading.tenant(), shown, range.clone())));
            range.zip(rows).collect::<Vec<_>>()
        });
        let state = TableState {
            lab,
            list,
            place,
            query,
            looked_for,
            table,
            columns,
            shown,
            is_virtual: Memo::new(move |_| count.get() > MOST_DRAWN),
            searched,
            is_cut,
            can_select: Memo::new(move |_| table.with(|table| !table.bulk().is_empty())),
            selected: RwSignal::new(BTreeSet::new()),
            anchor: StoredValue::new(None),
            view,
            open_at,
            window,
            rows,
            spot: StoredValue::new(Spot::default()),
            typed: StoredValue::new(0),
        };
        state.follow_address();
        state.forget_who_is_gone();
        state
    }

    /// Another address of the same table brings another query.
    fn follow_address(self) {
        Effect::new(move |_| {
            let told = self.place.with(Place::query);
            if self.query.with_untracked(|query| *query != told) {
                self.query.set(told);
            }
        });
    }

    /// What is not in the list any more is not selected either.
    fn forget_who_is_gone(self) {
        Effect::new(move |_| {
            let table = self.table.get();
            if self.selected.with_untracked(BTreeSet::is_empty) {
                return;
            }
            let there: BTreeSet<u32> = (0..table.len()).map(|place| table.id(place)).collect();
            if self.selected.with_untracked(|selected| !selected.is_subset(&there)) {
                self.selected.update(|selected| selected.retain(|id| there.contains(id)));
            }
        });
    }

    /// Keeps up with the element that scrolls.
    pub(super) fn follow(self, scroller: NodeRef<html::Div>) {
        let measure = move || {
            self.view.update(|view| view.height = window_height());
            request_animation_frame(move || self.measure(scroller));
        };
        let listener = window_event_listener(ev::resize, move |_| measure());
        on_cleanup(move || listener.remove());
        // Once rows are there, and when others are: a font that came late changes their height.
        Effect::new(move |_| {
            self.is_virtual.track();
            self.open_at.track();
            request_animation_frame(move || self.measure(scroller));
        });
        // What is found anew is looked at from its beginning.
        Effect::new(move |before: Option<()>| {
            self.looked_for.track();
            self.query.with(|query| query.sort);
            if let (Some(()), Some(element)) = (before, scroller.get_untracked()) {
                element.set_scroll_top(0);
                self.scrolled(scroller);
            }
        });
        // A link to a row leads to it.
        Effect::new(move |before: Option<Option<u32>>| {
            let open = self.query.with(|query| query.open);
            if before.flatten() != open
                && let Some(at) = self.open_at.get_untracked()
            {
                request_animation_frame(move || self.bring_into_sight(scroller, at));
            }
            open
        });
    }

    fn measure(self, scroller: NodeRef<html::Div>) {
        let Some(element) = scroller.try_get_untracked().flatten() else { return };
        let height = |selector: &str| {
            let found = element.query_selector(selector).ok().flatten()?;
            u32::try_from(found.get_bounding_client_rect().height().ceil() as i64).ok().filter(|height| *height > 0)
        };
        let row = height("tbody > tr[aria-rowindex]").unwrap_or(ROW_HEIGHT);
        let details = height("tbody > tr.details").unwrap_or(DETAILS_HEIGHT);
        let open = Some((0, details));
        if self.view.try_with_untracked(|view| (view.row, view.open)) != Some((row, open)) {
            self.view.try_update(|view| (view.row, view.open) = (row, open));
        }
    }

    /// The element was scrolled.
    pub(super) fn scrolled(self, scroller: NodeRef<html::Div>) {
        let Some(element) = scroller.get_untracked() else { return };
        let top = u32::try_from(element.scroll_top()).unwrap_or_default();
        if self.is_virtual.get_untracked() && self.view.with_untracked(|view| view.top != top) {
            self.view.update(|view| view.top = top);
        }
    }

    /// Scrolls no further than needed to show the row at `at`, and draws it.
    pub(super) fn bring_into_sight(self, scroller: NodeRef<html::Div>, at: usize) {
        let Some(element) = scroller.try_get_untracked().flatten() else { return };
        if !self.is_virtual.get_untracked() {
            return;
        }
        let head = element.query_selector("thead").ok().flatten();
        let head = head.map_or(0, |head| head.get_bounding_client_rect().height() as u32);
        let view = View { height: u32::try_from(element.client_height()).unwrap_or_default(), ..self.view.get_untracked() };
        let view = View { open: self.open_at.get_untracked().zip(view.open.map(|(_, height)| height)), ..view };
        if let Some(top) = Window::scroll_to(self.shown.with_untracked(Order::len), view, head, at) {
            element.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
            self.scrolled(scroller);
        }
    }

    /// How many rows fit into sight.
    pub(super) fn page(self, scroller: NodeRef<html::Div>) -> usize {
        let height = scroller.get_untracked().map_or(0, |element| element.client_height());
        let row = self.view.with_untracked(|view| view.row.max(1)) as usize;
        (usize::try_from(height).unwrap_or_default() / row).saturating_sub(2).max(1)
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
        self.when_settled(move || {
            let was_searched = self.place.with_untracked(|place| !place.query().search.is_empty());
            self.write(if was_searched { Visit::Instead } else { Visit::After });
            self.say_how_many();
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
        self.lab.say(match self.query.with_untracked(|query| query.sort) {
            Some(sort) if sort.descending => words.sorted_down(name),
            Some(_) => words.sorted_up(name),
            None => words.text(licensing_wording::Text::SORTED_NOT).to_string(),
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

    fn say_how_many(self) {
        self.lab.say(format!("{}.", untrack(|| self.how_many())));
    }
}

/// The height of the window: no table is higher.
fn window_height() -> u32 {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    height.map_or(1_000, |height| height as u32)
}
