//! The top bar: where one is, and what can be made.

use leptos::prelude::*;
use licensing_view::{Address, Icon, Route};

use super::{RulesSwitch, ThemeSwitch};
use crate::dialogs::Ask;
use crate::lab::Lab;
use crate::parts::Pic;
use crate::router::Place;
use crate::text;

/// The top bar.
#[component]
pub(crate) fn TopBar(
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let lab = Lab::here();
    let crumbs = lab.memo(move |document| {
        let Place(Some(Address { route, .. })) = place.get() else { return vec![(None, text::NOT_FOUND.to_string())] };
        let unknown = || text::NOT_FOUND.to_string();
        match route {
            Route::Overview => vec![(None, text::OVERVIEW.to_string())],
            Route::Groups => vec![(None, text::GROUPS.to_string())],
            Route::Group(id) => vec![
                (Some(Route::Groups), text::GROUPS.to_string()),
                (None, document.group_name(id).map_or_else(unknown, |group| group.name)),
            ],
            Route::Users => vec![(None, text::USERS.to_string())],
            Route::User(id) => vec![
                (Some(Route::Users), text::USERS.to_string()),
                (None, document.person(id).map_or_else(unknown, |person| person.name)),
            ],
            Route::Products => vec![(None, text::PRODUCTS.to_string())],
            Route::Processing => vec![(None, text::PROCESSING.to_string())],
            Route::Audit => vec![(None, text::AUDIT.to_string())],
        }
    });
    let ask = move |what: Ask, icon: Icon, word: &'static str| {
        view! {
            <li>
                <button
                    type="button"
                    popovertarget="new-menu"
                    popovertargetaction="hide"
                    on:click=move |_| lab.ask(what)
                >
                    <Pic icon=icon />
                    {word}
                </button>
            </li>
        }
    };
    view! {
        <header class="top">
            <nav class="crumbs" aria-label=text::BREADCRUMB>
                <ol>
                    {move || {
                        crumbs
                            .get()
                            .into_iter()
                            .map(|(route, word)| {
                                let crumb = match route {
                                    Some(route) => view! { <a href=route.to_string()>{word}</a> }.into_any(),
                                    None => view! { <span aria-current="page">{word}</span> }.into_any(),
                                };
                                view! { <li>{crumb}</li> }
                            })
                            .collect_view()
                    }}
                </ol>
            </nav>
            <div class="end">
                <button class="btn" type="button" popovertarget="new-menu">
                    <Pic icon=Icon::Plus />
                    {text::NEW}
                </button>
                <button
                    class="btn btn--icon settings-button"
                    type="button"
                    popovertarget="settings-menu"
                    aria-label=text::SETTINGS
                >
                    <Pic icon=Icon::Menu />
                </button>
            </div>
            <div class="menu" id="new-menu" popover="auto">
                <ul>
                    {ask(Ask::NewUser, Icon::User, text::NEW_USER)}
                    {ask(Ask::NewGroup, Icon::Group, text::NEW_GROUP)}
                    {ask(Ask::BuyProduct, Icon::Product, text::BUY_PRODUCT)}
                </ul>
            </div>
            <div class="menu" id="settings-menu" popover="auto">
                <RulesSwitch />
                <ThemeSwitch />
                <hr />
                <a href=Route::Audit.to_string()>
                    <Pic icon=Icon::Log />
                    {text::AUDIT}
                </a>
            </div>
        </header>
    }
}
