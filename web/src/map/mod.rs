//! The map: a card of the overview, and a screen of its own.

mod drawing;
mod facts;
mod following;

use leptos::prelude::*;
use licensing_view::map::{MOST_PEOPLE, MapView, Size};
use licensing_view::{Icon, Route};

use crate::lab::Lab;
use crate::parts::{Pic, Segmented};
use crate::{dom, text};
use drawing::Drawing;
use facts::Facts;
use following::Following;

/// How the card shows the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Picture,
    Table,
}

/// The map as a card: the picture, or the same as a table, which is what a narrow screen begins with.
#[component]
pub(crate) fn MapCard() -> impl IntoView {
    let lab = Lab::here();
    let map = lab.memo(|document| document.map(Size::CARD, Route::Overview));
    let form = RwSignal::new(if dom::is_narrow() { Form::Table } else { Form::Picture });
    let is_picture = Memo::new(move |_| form.get() == Form::Picture);
    view! {
        <section class="card" aria-labelledby="h-map">
            <header>
                <h2 id="h-map">{text::MAP}</h2>
                <span class="end">
                    <Show when=move || is_picture.get()>
                        <Legend />
                    </Show>
                    <Segmented
                        label=text::MAP_SHOWN_AS
                        options=vec![(Form::Picture, text::MAP.signal()), (Form::Table, text::MAP_TABLE.signal())]
                        value=form
                        choose=move |chosen| form.set(chosen)
                    />
                    <a href=Route::Map.to_string()>{text::MAP_WHOLE}</a>
                </span>
            </header>
            <OrBegin map=map>
                <Following map=map>
                    {move || {
                        if is_picture.get() {
                            view! { <Drawing map=map /> }.into_any()
                        } else {
                            view! { <Facts map=map /> }.into_any()
                        }
                    }}
                </Following>
            </OrBegin>
        </section>
    }
}

/// The map at full size, with the table beside it.
#[component]
pub(crate) fn MapScreen() -> impl IntoView {
    let lab = Lab::here();
    let map = lab.memo(|document| document.map(Size::SCREEN, Route::Map));
    let by_group = Memo::new(move |_| map.with(|map| map.by_group));
    view! {
        <div class="page">
            <div class="intro">
                <h1 id="title" tabindex="-1">
                    {text::MAP}
                </h1>
                <p>{text::MAP_LEAD}</p>
            </div>
        </div>
        <OrBegin map=map>
            <Following map=map>
                <div class="map-screen">
                    <section class="card" aria-labelledby="h-map">
                        <header>
                            <h2 id="h-map">{text::MAP}</h2>
                            <span class="end">
                                <Legend />
                            </span>
                        </header>
                        <Drawing map=map />
                        <Show when=move || by_group.get()>
                            <p class="foot">{move || lab.words().map_by_group(MOST_PEOPLE)}</p>
                        </Show>
                    </section>
                    <section class="card" aria-labelledby="h-facts">
                        <header>
                            <h2 id="h-facts">{text::MAP_FACTS}</h2>
                        </header>
                        <Facts map=map />
                    </section>
                </div>
            </Following>
        </OrBegin>
    }
}

/// What there is to see, or how to begin.
#[component]
fn OrBegin(
    /// The map.
    map: Memo<MapView>,
    /// What shows it.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <Show
            when=move || !map.with(MapView::is_empty)
            fallback=|| {
                view! {
                    <div class="calm">
                        <p>{text::MAP_EMPTY}</p>
                        <p class="small dim">{text::MAP_EMPTY_WHY}</p>
                    </div>
                }
            }
        >
            {children()}
        </Show>
    }
}

/// What the lines mean. Each is told apart by more than its color.
#[component]
fn Legend() -> impl IntoView {
    let line = |class: &'static str| {
        view! {
            <svg class="map-key" aria-hidden="true">
                <path class=class d="M0 4h22">{""}</path>
            </svg>
        }
    };
    view! {
        <span class="legend hide-s">
            <span>{line("edge")} {text::MAP_INHERITED}</span>
            <span>{line("edge edge--direct")} {text::DIRECT}</span>
            <span>{line("edge edge--wait")} {text::WAITING}</span>
            <span>
                <span class="st st--err">
                    <Pic icon=Icon::Error small=true />
                </span>
                {text::IN_ERROR}
            </span>
        </span>
    }
}
