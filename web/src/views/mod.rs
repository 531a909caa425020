//! The screens. A component renders a view model and sends commands; it decides nothing.

mod audit;
pub(crate) mod graph;
mod group;
mod groups;
mod happened;
pub(crate) mod import;
mod overview;
mod plan_matrix;
mod processing;
mod product;
mod products;
mod reference;
mod side_by_side;
mod user;
mod users;
mod why;

pub(crate) use overview::OverviewScreen;

use std::cell::Cell;

use leptos::prelude::*;
use licensing_view::overview::Attention;
use licensing_view::{Address, Route, WhyTarget};
use wasm_split_helpers::wasm_split;

use crate::map::{MapCard, MapScreen};
use crate::parts::{Fetched, Spot, later};
use crate::router::Place;
use crate::text::{self, Spoken};
use crate::{dom, foresight};

/// The screen at an address. All but the first are fetched when somebody goes there. Lessons, which stand beside these
/// screens, show theirs by `lessons`.
pub(crate) fn screen(route: Route, place: Memo<Place>, lessons: fn(Route, Memo<Place>) -> AnyView) -> AnyView {
    let of_piece = |piece| later(Spot::Screen, piece, (route, place));
    match route {
        Route::Overview => view! { <OverviewScreen /> }.into_any(),
        Route::Map => of_piece(|| Box::pin(map_piece())),
        Route::Groups | Route::DeletedGroups | Route::Group(_) => of_piece(|| Box::pin(groups_piece())),
        Route::Users | Route::DeletedUsers | Route::Contacts | Route::User(_) => of_piece(|| Box::pin(users_piece())),
        Route::Products | Route::Product(..) | Route::Compare => of_piece(|| Box::pin(products_piece())),
        Route::Processing | Route::Audit => of_piece(|| Box::pin(background_piece())),
        Route::Preview => of_piece(|| Box::pin(foresight::screen_piece())),
        Route::Graph => of_piece(|| Box::pin(graph_piece())),
        Route::Import => of_piece(|| Box::pin(import_piece())),
        Route::Lessons
        | Route::Lesson(_)
        | Route::PrintLesson(_)
        | Route::CheatSheet
        | Route::LessonLink
        | Route::Assess
        | Route::Author => lessons(route, place),
        Route::Rules(_) | Route::Settings | Route::Glossary | Route::About => of_piece(|| Box::pin(reference_piece())),
    }
}

#[wasm_split(map, fallible)]
fn map_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|_| view! { <MapScreen /> }.into_any())
}

/// The map as a card of the overview. It is fetched as well: the rest of the screen can be used without it. Where data is to
/// be saved, it comes when it is asked for.
fn map_card() -> AnyView {
    thread_local! {
        static WAS_WANTED: Cell<bool> = const { Cell::new(false) };
    }
    let is_wanted = RwSignal::new(WAS_WANTED.get());
    let want = move || {
        WAS_WANTED.set(true);
        let _ = is_wanted.try_set(true);
    };
    dom::unasked(want);
    let room = move || match dom::saves_data() {
        true => view! {
            <section class="card" aria-labelledby="h-map">
                <header>
                    <h2 id="h-map">{text::MAP}</h2>
                    <span class="end">
                        <button class="btn btn--sm" type="button" on:click=move |_| want()>
                            {text::MAP_SHOW}
                        </button>
                    </span>
                </header>
            </section>
        }
        .into_any(),
        false => view! { <p class="card later-room pad small dim">{text::LOADING}</p> }.into_any(),
    };
    (move || if is_wanted.get() { later(Spot::Within, || Box::pin(map_card_piece()), ()) } else { room() }).into_any()
}

/// How a tenant begins, on the overview; the first visit opens on something else.
fn beginning() -> AnyView {
    later(Spot::Beside, || Box::pin(beginning_piece()), ())
}

#[wasm_split(keeping, fallible)]
fn beginning_piece() -> Fetched<()> {
    Ok(|()| view! { <overview::Beginning /> }.into_any())
}

#[wasm_split(map, fallible)]
fn attention_piece() -> Fetched<RwSignal<Option<Attention>>> {
    Ok(overview::attend)
}

#[wasm_split(map, fallible)]
fn map_card_piece() -> Fetched<()> {
    Ok(|()| view! { <MapCard /> }.into_any())
}

#[wasm_split(groups, fallible)]
fn groups_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|(route, _)| match route {
        Route::Groups => view! { <groups::GroupsScreen deleted=false /> }.into_any(),
        Route::DeletedGroups => view! { <groups::GroupsScreen deleted=true /> }.into_any(),
        Route::Group(id) => view! { <group::GroupScreen id=id /> }.into_any(),
        _ => view! { <NotFoundScreen /> }.into_any(),
    })
}

#[wasm_split(users, fallible)]
fn users_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|(route, place)| match route {
        Route::Users | Route::DeletedUsers | Route::Contacts => view! { <users::UsersScreen route=route /> }.into_any(),
        Route::User(id) => view! { <user::UserScreen id=id place=place /> }.into_any(),
        _ => view! { <NotFoundScreen /> }.into_any(),
    })
}

#[wasm_split(products, fallible)]
fn products_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|(route, place)| match route {
        Route::Products => view! { <products::ProductsScreen /> }.into_any(),
        Route::Product(id, _) => view! { <product::ProductScreen id=id /> }.into_any(),
        Route::Compare => view! { <side_by_side::SideBySideScreen place=place /> }.into_any(),
        _ => view! { <NotFoundScreen /> }.into_any(),
    })
}

#[wasm_split(reference, fallible)]
fn reference_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|(route, _)| match route {
        Route::Rules(_) => view! { <reference::RulesScreen /> }.into_any(),
        Route::Settings => view! { <reference::SettingsScreen /> }.into_any(),
        Route::Glossary => view! { <reference::GlossaryScreen /> }.into_any(),
        Route::About => view! { <reference::AboutScreen /> }.into_any(),
        _ => view! { <NotFoundScreen /> }.into_any(),
    })
}

#[wasm_split(background, fallible)]
fn background_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|(route, _)| match route {
        Route::Processing => view! { <processing::ProcessingScreen /> }.into_any(),
        Route::Audit => view! { <audit::AuditScreen /> }.into_any(),
        _ => view! { <NotFoundScreen /> }.into_any(),
    })
}

#[wasm_split(graph, fallible)]
fn graph_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|_| view! { <graph::GraphScreen /> }.into_any())
}

#[wasm_split(import, fallible)]
fn import_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|_| view! { <import::ImportScreen /> }.into_any())
}

/// Why a path is as it is, beside the screen `behind`.
pub(crate) fn why_drawer(target: WhyTarget, behind: Signal<Address>) -> AnyView {
    later(Spot::Beside, || Box::pin(why_piece()), (target, behind))
}

#[wasm_split(why, fallible)]
fn why_piece() -> Fetched<(WhyTarget, Signal<Address>)> {
    Ok(|(target, behind)| view! { <why::WhyDrawer target=target behind=behind /> }.into_any())
}

/// What an address shows whose object is not there.
#[component]
fn Missing(
    /// What is missing.
    title: Spoken,
    /// Where to go.
    back: Route,
    /// What that is.
    word: Spoken,
) -> impl IntoView {
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {title}
                </h1>
                <p>
                    <a href=back.to_string()>{word}</a>
                </p>
            </div>
        </div>
    }
}

/// What an address shows that leads nowhere.
#[component]
pub(crate) fn NotFoundScreen() -> impl IntoView {
    view! { <Missing title=crate::text::NOT_FOUND back=Route::Overview word=crate::text::TO_OVERVIEW /> }
}
