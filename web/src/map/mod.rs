//! The map: a card of the overview, and a screen of its own.
//!
//! Apart from the two that are shown, its parts are functions and no components, and speak in views of one type: each
//! further type makes the page larger.

mod drawing;
mod facts;
mod filter;
mod following;
mod room;

use leptos::prelude::*;
use licensing_view::map::{Asked, EdgeKind, EdgeView, MOST_PEOPLE, MapView, Size};
use licensing_view::table::TableQuery;
use licensing_view::{Icon, Route};

use crate::lab::Lab;
use crate::parts::{Pic, Segmented, shapes};
use crate::{dom, router, text};
use drawing::drawing;
use facts::facts;
use filter::filter;
use following::following;

/// Below so many pixels the map of the card is drawn closer together.
const NARROW: i32 = 720;

/// The map as a card: the picture, or the same as a table, which is what a narrow screen begins with.
#[component]
pub(crate) fn MapCard() -> impl IntoView {
    let lab = Lab::here();
    let card = NodeRef::new();
    let is_narrow = room::is_below(NARROW, card);
    let size = Signal::derive(move || if is_narrow.get() { Size::NARROW_CARD } else { Size::CARD });
    let Drawn { map, is_unread } = drawn(lab, size, Route::Overview, Signal::stored(TableQuery::default()));
    let is_empty = Memo::new(move |_| map.with(MapView::is_empty));
    let is_picture = RwSignal::new(!dom::is_narrow());
    view! {
        <section class="card" aria-labelledby="h-map" node_ref=card>
            <header>
                <h2 id="h-map">{text::MAP}</h2>
                <span class="end">
                    {move || (is_picture.get() && !is_empty.get()).then(|| legend(map, false))}
                    <Show when=move || !is_empty.get()>
                        <Segmented
                            label=text::MAP_SHOWN_AS
                            options=vec![(true, text::MAP.signal()), (false, text::MAP_TABLE.signal())]
                            value=is_picture
                            choose=move |chosen| is_picture.set(chosen)
                        />
                        <a href=Route::Map.to_string()>{text::MAP_WHOLE}</a>
                    </Show>
                </span>
            </header>
            {move || match (is_empty.get(), is_picture.get()) {
                (true, _) if is_unread.get() => counting(),
                (true, _) => beginning("calm"),
                (false, true) => following(map, drawing(map)),
                (false, false) => facts(lab, map),
            }}
        </section>
    }
}

/// The map at full size, or the same as a table.
#[component]
pub(crate) fn MapScreen() -> impl IntoView {
    let lab = Lab::here();
    let place = router::here();
    let query = Memo::new(move |_| place.with(router::Place::query));
    let Drawn { map, is_unread } = drawn(lab, Signal::stored(Size::SCREEN), Route::Map, query.into());
    let is_everything = Memo::new(move |_| query.with(|query| *query == TableQuery::default()));
    let is_nothing = Memo::new(move |_| map.with(|map| map.spots() == 0));
    let is_empty = Memo::new(move |_| is_everything.get() && map.with(MapView::is_empty) && !is_unread.get());
    let note = move || map.with(|map| map.by_group).then(|| lab.words().map_by_group(MOST_PEOPLE));
    let is_picture = RwSignal::new(!dom::is_narrow());
    let card = move || {
        view! {
            <section class="card" aria-labelledby="title">
                <header>
                    {move || is_picture.get().then(|| legend(map, true))}
                    <span class="end">
                        <Segmented
                            label=text::MAP_SHOWN_AS
                            options=vec![(true, text::MAP.signal()), (false, text::MAP_TABLE.signal())]
                            value=is_picture
                            choose=move |chosen| is_picture.set(chosen)
                        />
                    </span>
                </header>
                {filter(lab, query, map)}
                {move || match (is_nothing.get(), is_picture.get()) {
                    (true, _) if is_unread.get() => counting(),
                    (true, _) => view! { <p class="calm dim">{text::MAP_NO_MATCH}</p> }.into_any(),
                    (false, true) => following(map, drawing(map)),
                    (false, false) => facts(lab, map),
                }}
                <p class="foot">{note}</p>
            </section>
        }
    };
    view! {
        <div class="page">
            <div class="intro">
                <h1 id="title" tabindex="-1">
                    {text::MAP}
                </h1>
                <p>{text::MAP_LEAD}</p>
            </div>
        </div>
        {move || if is_empty.get() { beginning("card calm") } else { card().into_any() }}
    }
}

/// A map, and whether there is none yet.
#[derive(Clone, Copy)]
struct Drawn {
    map: Memo<MapView>,
    is_unread: Memo<bool>,
}

/// The map of what is asked for. What it shows stays where it was, as long as the same tenant is asked for the same.
fn drawn(lab: Lab, size: Signal<Size>, at: Route, query: Signal<TableQuery>) -> Drawn {
    let title = lab.memo(|document| document.title().to_string());
    let made = lab.gradual_of(
        move || (size.get(), (title.get(), query.get())),
        move |reading, (size, asked), before: Option<&(_, MapView)>| {
            let before = before.filter(|(other, _)| other == asked).map(|(_, map)| map);
            reading.map(*size, at, asked.clone(), Asked { query: &asked.1, before })
        },
    );
    Drawn {
        map: Memo::new(move |_| made.value.with(|made| made.as_ref().map(|(_, map)| map.clone()).unwrap_or_default())),
        is_unread: Memo::new(move |_| made.value.with(Option::is_none)),
    }
}

/// What is said of a map that takes long.
fn counting() -> AnyView {
    view! { <p class="calm dim later">{text::LOADING}</p> }.into_any()
}

/// How to begin, where there is nothing to see.
fn beginning(class: &'static str) -> AnyView {
    view! {
        <div class=class>
            {shapes(None)}
            <p>{text::MAP_EMPTY}</p>
            <p class="small dim">{text::MAP_EMPTY_WHY}</p>
        </div>
    }
    .into_any()
}

/// What the lines mean. Each is told apart by more than its color. Where the map is whole there is room for all of it.
fn legend(map: Memo<MapView>, is_whole: bool) -> AnyView {
    let line = |class: &'static str, word: text::Spoken| {
        view! {
            <span>
                <svg class="map-key" aria-hidden="true">
                    <path class=class d="M0 4h22">
                        {""}
                    </path>
                </svg>
                {word}
            </span>
        }
    };
    let is_nested = |edge: &EdgeView| edge.kind == EdgeKind::Nested;
    let has_nested = Memo::new(move |_| map.with(|map| map.edges.iter().any(is_nested)));
    let has_thick = Memo::new(move |_| is_whole && map.with(|map| map.edges.iter().any(|edge| edge.thickness > 0)));
    view! {
        <span class="legend">
            {line("edge", text::MAP_INHERITED)} {line("edge edge--direct", text::DIRECT)}
            {line("edge edge--wait", text::MAP_KEY_WAITING)}
            {move || has_nested.get().then(|| line("edge edge--nested", text::MAP_NESTED))}
            {move || has_thick.get().then(|| line("edge edge--3", text::MAP_MORE_PEOPLE))} <span class="map-error">
                <Pic icon=Icon::Error small=true />
                {text::MAP_KEY_ERROR}
            </span>
        </span>
    }
    .into_any()
}
