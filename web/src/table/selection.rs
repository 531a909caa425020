//! Rows that are selected, and what can be done with all of them.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::table::{Bulk, BulkKind, Ids, ListId, Order, Row, Table};

use super::TableState;
use crate::ask::Ask;
use crate::parts::Pic;
use crate::text;
use licensing_session::Session;
use licensing_session::foresight::is_looked_at_first;

impl TableState {
    /// Selects the row `id` that stands at `at`, or not any more. With `extend` everything from the row that was
    /// selected before up to this one is selected.
    pub(super) fn select(self, id: u32, at: usize, extend: bool) {
        if !self.can_select.get_untracked() {
            return;
        }
        let from = self.anchor.get_value().filter(|_| extend).and_then(|anchor| {
            self.table.with_untracked(|table| self.shown.with_untracked(|shown| table.find(shown, anchor)))
        });
        match from {
            Some(from) => {
                let ids = self.ids(from.min(at)..from.max(at) + 1);
                self.selected.update(|selected| selected.extend(ids.iter()));
            }
            None => {
                self.anchor.set_value(Some(id));
                self.selected.update(|selected| {
                    if !selected.remove(id) {
                        selected.insert(id);
                    }
                });
            }
        }
        self.say_selected();
    }

    /// Selects every row that is shown, or none.
    fn select_all(self, all: bool) {
        self.selected.set(if all { self.ids(0..self.shown.with_untracked(Order::len)) } else { Ids::default() });
        self.say_selected();
    }

    /// Selects nothing.
    pub(super) fn clear_selection(self) {
        self.selected.set(Ids::default());
        self.anchor.set_value(None);
    }

    fn ids(self, range: std::ops::Range<usize>) -> Ids {
        self.table.with_untracked(|table| {
            self.shown
                .with_untracked(|shown| range.filter_map(|at| shown.place(at)).map(|place| table.id(place)).collect())
        })
    }

    fn say_selected(self) {
        let number = self.selected.with_untracked(Ids::len);
        self.lab.say(self.lab.words_now().rows_selected(number));
    }

    /// Does it to every row that is selected; all of it is undone together.
    fn carry_out(self, kind: BulkKind) {
        if kind == BulkKind::Assign {
            return self.lab.ask(match self.list {
                ListId::Groups => Ask::AssignToGroups(self.selected),
                _ => Ask::AssignToUsers(self.selected),
            });
        }
        if kind == BulkKind::AddToGroup {
            return self.lab.ask(Ask::AddSelectedToGroup(self.selected));
        }
        let commands = self
            .selected
            .with_untracked(|selected| self.table.with_untracked(|table| table.bulk_commands(kind, selected.iter())));
        if is_looked_at_first(&commands) {
            return self.ahead.preview(self.lab, commands);
        }
        let done = self.lab.work(|document: &mut Session| {
            commands.into_iter().filter_map(|command| document.apply(command).err()).collect::<Vec<_>>()
        });
        let Some((refused, _)) = done else { return };
        if let Some(first) = refused.first() {
            let words = self.lab.words_now();
            let reason = first.exact.clone().unwrap_or_else(|| words.say(&first.plain));
            self.lab.say(words.some_refused(refused.len(), &reason));
            self.lab.refusal.set(Some(first.clone()));
        }
        self.clear_selection();
    }
}

/// The box of the row that stands at `at`.
#[component]
pub(super) fn SelectRow(
    state: TableState,
    at: usize,
    row: Memo<Option<Row>>,
    is_selected: Memo<bool>,
) -> impl IntoView {
    let name =
        move || row.with(|row| row.as_ref().map(|row| state.lab.words().select_row(&row.name)).unwrap_or_default());
    let press = move |event: MouseEvent| {
        if let Some(id) = row.with_untracked(|row| row.as_ref().map(|row| row.id)) {
            state.select(id, at, event.shift_key());
        }
    };
    view! {
        <input
            class="select"
            type="checkbox"
            tabindex="-1"
            aria-label=name
            prop:checked=move || is_selected.get()
            on:click=press
        />
    }
}

/// The box above those of the rows.
#[component]
pub(super) fn SelectAll(state: TableState) -> impl IntoView {
    let number = Memo::new(move |_| state.selected.with(Ids::len));
    let all = Memo::new(move |_| number.get() > 0 && number.get() >= state.shown.with(Order::len));
    let is_some = Memo::new(move |_| number.get() > 0 && !all.get());
    view! {
        <input
            class="select"
            type="checkbox"
            tabindex="-1"
            aria-label=text::SELECT_ALL
            prop:checked=move || all.get()
            prop:indeterminate=move || is_some.get()
            on:change:target=move |event| state.select_all(event.target().checked())
        />
    }
}

/// How many rows are selected, the commands that fit them, and the way back.
#[component]
pub(super) fn SelectionBar(state: TableState) -> impl IntoView {
    let number = Memo::new(move |_| state.selected.with(Ids::len));
    let commands = Memo::new(move |_| state.table.with(Table::bulk));
    let notes = move || {
        let limits = commands.get().into_iter().filter_map(|bulk| bulk.at_most);
        limits.map(|(_, note)| view! { <span class="faint">{note}</span> }).collect_view()
    };
    view! {
        <Show when=move || number.get() != 0>
            <div class="selection" role="group" aria-label=move || state.lab.words().rows_selected(number.get())>
                <b class="strong">{move || state.lab.words().rows_selected(number.get())}</b>
                {move || commands.get().into_iter().map(|bulk| command(state, number, bulk)).collect_view()}
                {notes}
                <button class="btn btn--sm btn--quiet end" type="button" on:click=move |_| state.clear_selection()>
                    <Pic icon=Icon::Close />
                    {text::CLEAR_SELECTION}
                </button>
            </div>
        </Show>
    }
}

fn command(state: TableState, number: Memo<usize>, bulk: Bulk) -> impl IntoView {
    let Bulk { kind, word, icon, is_danger, at_most } = bulk;
    let most = at_most.map_or(usize::MAX, |(most, _)| most);
    let press = move |_| {
        if number.get_untracked() <= most {
            state.carry_out(kind);
        }
    };
    view! {
        <button
            class="btn btn--sm"
            class:btn--danger=is_danger
            type="button"
            aria-disabled=move || (number.get() > most).then_some("true")
            on:click=press
        >
            <Pic icon=icon />
            {word}
        </button>
    }
}
