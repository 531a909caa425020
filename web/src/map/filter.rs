//! What is looked for on the map. It stands in the address, as what is looked for in a table does.

use leptos::prelude::*;
use licensing_view::map::{IN_ERROR, MapView};
use licensing_view::table::{FilterKey, TableQuery};

use crate::lab::Lab;
use crate::parts::SearchField;
use crate::router::{self, Place, Visit};
use crate::text;

/// The field, the button that leaves out what is not in error, and how much is shown.
pub(super) fn filter(lab: Lab, query: Memo<TableQuery>, map: Memo<MapView>) -> AnyView {
    let place = router::here();
    let write = move |query: TableQuery, visit: Visit| {
        router::show(&place.with_untracked(Place::address).with_query(query), visit);
    };
    let is_in_error = Memo::new(move |_| query.with(|query| query.filter(FilterKey::State) == Some(IN_ERROR)));
    let search = move |typed: String| {
        let was_searched = query.with_untracked(|query| !query.search.is_empty());
        let visit = if was_searched { Visit::Instead } else { Visit::After };
        write(query.get_untracked().with_search(&typed), visit);
    };
    let only_errors = move |_| {
        let wanted = (!is_in_error.get_untracked()).then_some(IN_ERROR);
        write(query.get_untracked().with_filter(FilterKey::State, wanted), Visit::After);
    };
    let is_everything = Memo::new(move |_| query.with(|query| *query == TableQuery::default()));
    view! {
        <div class="tools map-filter" role="search">
            <SearchField
                label=text::MAP_SEARCH
                example=text::MAP_SEARCH
                value=Signal::derive(move || query.with(|query| query.search.clone()))
                typed=search
            />
            <span class="seg">
                <button
                    type="button"
                    aria-pressed=move || if is_in_error.get() { "true" } else { "false" }
                    on:click=only_errors
                >
                    {text::MAP_ERRORS_ONLY}
                </button>
            </span>
            <Show when=move || !is_everything.get()>
                <button
                    class="btn btn--sm btn--quiet"
                    type="button"
                    on:click=move |_| write(TableQuery::default(), Visit::After)
                >
                    {text::MAP_SHOW_ALL}
                </button>
            </Show>
            <span class="small faint" role="status">
                {move || (!is_everything.get()).then(|| lab.words().map_lines_shown(map.with(|map| map.edges.len())))}
            </span>
        </div>
    }
    .into_any()
}
