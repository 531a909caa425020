//! What stands above a table: its search field, its named filters, how many rows fit, and the button that saves it.

use leptos::html;
use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::table::{Choice, Filter, Table};

use super::TableState;
use super::download::download;
use crate::parts::{Pic, SearchField};
use crate::text::{self, Spoken};

#[component]
pub(super) fn Bar(
    state: TableState,
    field: NodeRef<html::Input>,
    label: Spoken,
    search: Spoken,
    example: Spoken,
    heading: Option<&'static str>,
) -> impl IntoView {
    let filters = Memo::new(move |_| state.table.with(Table::filters));
    view! {
        <header class="bar-of-table">
            {heading
                .map(|id| {
                    view! {
                        <h2 id=id tabindex="-1">
                            {label}
                        </h2>
                    }
                })}
            <SearchField
                label=search
                example=example
                value=Signal::derive(move || state.query.with(|query| query.search.clone()))
                typed=move |typed: String| state.search(&typed)
                field=field
            />
            {move || filters.get().into_iter().map(|filter| named(state, filter)).collect_view()}
            <span class="end">
                <span>{move || state.how_many()}</span>
                <button
                    class="btn btn--sm"
                    type="button"
                    aria-label=text::EXPORT
                    title=text::EXPORT
                    on:click=move |_| download(state)
                >
                    <Pic icon=Icon::Download />
                    <span class="hide-s hide-m">{text::EXPORT}</span>
                </button>
            </span>
        </header>
    }
}

/// A named filter: buttons side by side, or a menu where they are too many.
fn named(state: TableState, filter: Filter) -> AnyView {
    let key = filter.key;
    let chosen = Memo::new(move |_| state.query.with(|query| query.filter(key).map(str::to_string)));
    let is_chosen = move |value: &str| chosen.with(|chosen| chosen.as_deref() == Some(value));
    let offered = move |choice: &Choice| choice.count > 0 || is_chosen(&choice.value);
    // Where there is nothing to choose, nothing is offered.
    if chosen.with(Option::is_none) && !filter.choices.iter().any(|choice| choice.count > 0) {
        return ().into_any();
    }
    if filter.is_menu { menu(state, filter, chosen, offered) } else { buttons(state, filter, chosen, offered) }
}

fn buttons(
    state: TableState,
    filter: Filter,
    chosen: Memo<Option<String>>,
    offered: impl Fn(&Choice) -> bool + Send + 'static,
) -> AnyView {
    let key = filter.key;
    let button = move |value: Option<String>, word: String| {
        let own = value.clone();
        view! {
            <button
                type="button"
                aria-pressed=move || if chosen.with(|chosen| *chosen == own) { "true" } else { "false" }
                on:click=move |_| state.filter(key, value.as_deref())
            >
                {word}
            </button>
        }
    };
    view! {
        <span class="seg" role="group" aria-label=filter.name>
            {move || button(None, state.lab.words().filter_all(state.table.with(Table::len)))}
            {move || {
                let words = state.lab.words();
                let offered = filter.choices.iter().filter(|choice| offered(choice));
                offered
                    .map(|choice| {
                        button(Some(choice.value.clone()), words.filter_choice(&choice.word, choice.count))
                    })
                    .collect_view()
            }}
        </span>
    }
    .into_any()
}

fn menu(
    state: TableState,
    filter: Filter,
    chosen: Memo<Option<String>>,
    offered: impl Fn(&Choice) -> bool + Send + 'static,
) -> AnyView {
    let key = filter.key;
    let name = filter.name.clone();
    let option = move |value: String, word: String| {
        let own = value.clone();
        let is_chosen = move || chosen.with(|chosen| chosen.as_deref().unwrap_or_default() == own);
        view! {
            <option value=value prop:selected=is_chosen>
                {word}
            </option>
        }
    };
    let choose = move |value: String| state.filter(key, Some(value.as_str()).filter(|value| !value.is_empty()));
    view! {
        <select
            class="in in--sm pick"
            class:pick--on=move || chosen.with(Option::is_some)
            aria-label=filter.name.clone()
            on:change:target=move |event| choose(event.target().value())
        >
            {move || option(String::new(), state.lab.words().filter_any(&name))}
            {move || {
                let words = state.lab.words();
                // A link may ask for what nothing here is.
                let stranger = chosen.get().filter(|value| filter.choices.iter().all(|choice| choice.value != *value));
                let stranger = stranger.map(|value| option(value.clone(), words.filter_choice(&value, 0)));
                let offered = filter.choices.iter().filter(|choice| offered(choice));
                let offered = offered
                    .map(|choice| option(choice.value.clone(), words.filter_choice(&choice.word, choice.count)));
                offered.chain(stranger).collect_view()
            }}
        </select>
    }
    .into_any()
}
