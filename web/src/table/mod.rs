//! The one table of the page. What it lists, in which order, and in which words is computed by
//! [`licensing_view::table`]; here it is drawn, scrolled, and reached by mouse and keyboard.
//!
//! Nothing here is generic: a row is a list of [`licensing_view::table::Cell`]s, whatever it is about.

mod bar;
mod body;
mod cells;
mod download;
mod focus;
mod head;
mod keys;
mod measures;
mod scrolling;
mod selection;
mod spot;
mod state;

pub(crate) use state::TableState;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::map::Column;
use licensing_view::table::{ListId, Order};

use crate::ask::Ask;
use crate::lab::Lab;
use crate::parts::{Pic, shapes};
use crate::text::{self, Spoken};
use bar::Bar;
use body::Body;
use head::Head;
use selection::SelectionBar;

/// What a table says that has nothing to show.
#[derive(Clone, Copy)]
pub(crate) struct Empty {
    /// What there is none of.
    pub(crate) sentence: Spoken,
    /// The button that brings the first one, and what it asks.
    pub(crate) button: Option<(Spoken, Ask)>,
    /// What is said where there are some and none fits.
    pub(crate) no_match: Spoken,
}

/// A list as a table, with everything that can be done with it. It takes its query from the address.
#[component]
pub(crate) fn ListTable(
    /// What it lists.
    list: ListId,
    /// What it is called.
    label: Spoken,
    /// What the search field is for.
    search: Spoken,
    /// What stands in the search field before anything is typed.
    example: Spoken,
    /// What is said where there is nothing to show.
    empty: Empty,
    /// The id of a heading that the card begins with; the label is its text.
    #[prop(optional)]
    heading: Option<&'static str>,
) -> impl IntoView {
    let state = TableState::new(list);
    let scroller = NodeRef::<html::Div>::new();
    let field = NodeRef::<html::Input>::new();
    state.follow(scroller);
    keys::find_by_field(state, field);
    let is_empty = Memo::new(move |_| state.shown.with(Order::is_empty) && !state.is_unread.get());
    let pointer = window_event_listener(ev::pointerdown, move |event| focus::pointed(state, &event));
    on_cleanup(move || pointer.remove());
    view! {
        <section class="card listing" aria-label=label>
            <Bar state=state field=field label=label search=search example=example heading=heading />
            <div
                class="scroll rows"
                class:rows--virtual=move || state.is_virtual.get()
                node_ref=scroller
                tabindex=move || if is_empty.get() { None } else { Some("-1") }
                on:scroll=move |_| state.scrolled(scroller)
                on:keydown=move |event| keys::pressed(state, scroller, &event)
                on:focusin=move |event| focus::came(state, &event)
                on:focusout=move |event| focus::went(state, scroller, &event)
                hidden=move || is_empty.get()
            >
                <table
                    class="tbl"
                    role="grid"
                    aria-label=label
                    aria-busy=move || state.is_late.get().then_some("true")
                    aria-rowcount=move || state.shown.with(|shown| shown.len() + 1)
                    aria-colcount=move || state.columns.with(Vec::len)
                    aria-multiselectable=move || state.can_select.get().then_some("true")
                >
                    <Head state=state />
                    <Body state=state scroller=scroller />
                </table>
            </div>
            <SelectionBar state=state />
            <Show when=move || state.is_unread.get()>
                <p class="calm dim later">{text::LOADING}</p>
            </Show>
            <Show when=move || is_empty.get()>
                <Nothing state=state empty=empty />
            </Show>
            <Show when=move || state.is_virtual.get()>
                <p class="foot on-paper">{text::TABLE_PRINTS}</p>
            </Show>
            <Show when=move || state.is_cut.get()>
                <p class="foot">{move || state.lab.words().newest_searched(state.searched.get())}</p>
            </Show>
        </section>
    }
}

/// What a tenant lacks in which a list is empty.
fn missing_of(list: ListId) -> Option<Column> {
    match list {
        ListId::Users | ListId::DeletedUsers | ListId::Contacts | ListId::Members(_) => Some(Column::Users),
        ListId::Groups | ListId::DeletedGroups => Some(Column::Groups),
        ListId::Products => Some(Column::Products),
        _ => None,
    }
}

#[component]
fn Nothing(state: TableState, empty: Empty) -> impl IntoView {
    let lab = Lab::here();
    let is_filtered = Memo::new(move |_| state.looked_for.with(|query| query.hides_rows()));
    move || {
        let (sentence, button) = match (is_filtered.get(), empty.button) {
            (true, _) => {
                let clear = view! {
                    <button class="btn btn--sm" type="button" on:click=move |_| state.clear_filters()>
                        <Pic icon=Icon::Close />
                        {text::CLEAR_FILTERS}
                    </button>
                };
                (empty.no_match, Some(clear.into_any()))
            }
            (false, Some((word, ask))) => {
                let begin = view! {
                    <button class="btn btn--sm" type="button" on:click=move |_| lab.ask(ask)>
                        <Pic icon=Icon::Plus />
                        {word}
                    </button>
                };
                (empty.sentence, Some(begin.into_any()))
            }
            (false, None) => (empty.sentence, None),
        };
        view! {
            <div class="calm">
                {(!is_filtered.get()).then(|| shapes(missing_of(state.list)))}
                <p class="dim">{sentence}</p>
                {button.map(|button| view! { <p>{button}</p> })}
            </div>
        }
    }
}
