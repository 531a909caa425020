//! The top bar: where one is, and what can be made.

use leptos::prelude::*;
use licensing_session::keeping::Presence;
use licensing_view::{Address, Icon, Route, RulesTab};
use licensing_wording::Text;

use super::{LanguageSwitch, RulesSwitch, ThemeSwitch};
use crate::ask::Ask;
use crate::dom;
use crate::keeping::TenantMenu;
use crate::keeping::menu::MENU;
use crate::lab::Lab;
use crate::parts::{Pic, soon};
use crate::router::{self, Place};
use crate::text::{self, Spoken};

/// The top bar.
#[component]
pub(crate) fn TopBar(
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let lab = Lab::here();
    let crumbs = lab.memo(move |document| {
        let words = document.words();
        let unknown = || words.text(Text::NOT_FOUND).to_string();
        let called = |route| words.text(text::of_screen(route)).to_string();
        let Place(Some(Address { route, .. })) = place.get() else {
            // A link to a tenant is no address of a screen; whether it opens is said below.
            let is_here = lab.keeping.presence.get() == Presence::Here;
            return vec![(None, if is_here { unknown() } else { called(Route::Overview) })];
        };
        let name = match route {
            Route::Group(id) => document.group_name(id).map(|group| group.name),
            Route::User(id) => document.person(id).map(|person| person.name),
            Route::Product(id, _) => document.product_name(id).map(|product| product.name),
            route => Some(called(route)),
        };
        let above = match route {
            Route::Map => Some(Route::Overview),
            Route::Group(_) | Route::DeletedGroups => Some(Route::Groups),
            Route::User(_) | Route::DeletedUsers | Route::Contacts => Some(Route::Users),
            Route::Product(..) | Route::Compare => Some(Route::Products),
            _ => None,
        };
        let here = (None, name.unwrap_or_else(unknown));
        above.map(|route| (Some(route), called(route))).into_iter().chain([here]).collect::<Vec<_>>()
    });
    let ask = move |what: Ask, icon: Icon, word: Spoken| {
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
    // A popover stays open when another screen is shown behind it.
    let leave = move |route: Route, icon: Icon, word: Spoken| {
        view! {
            <a href=route.to_string() on:click=move |_| dom::hide_popover("settings-menu")>
                <Pic icon=icon />
                {word}
            </a>
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
                <button
                    class="btn find-button"
                    type="button"
                    aria-keyshortcuts="Control+K"
                    on:click=move |_| lab.ask(Ask::Find)
                >
                    <Pic icon=Icon::Search />
                    <span class="find-word">{text::FIND}</span>
                    <kbd>"Ctrl K" {""}</kbd>
                </button>
                <button class="btn share-button" type="button" on:click=move |_| router::share()>
                    <Pic icon=Icon::Share />
                    <span class="find-word">{text::SHARE_TITLE}</span>
                </button>
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
            {soon(move || view! {
            <div class="menu" id="new-menu" popover="auto">
                <ul>
                    {ask(Ask::NewUser, Icon::User, text::NEW_USER)}
                    {ask(Ask::NewGroup, Icon::Group, text::NEW_GROUP)}
                    {ask(Ask::NewContact, Icon::Mail, text::NEW_CONTACT)}
                    {ask(Ask::BuyProduct, Icon::Product, text::BUY_PRODUCT)}
                </ul>
                <hr />
                <a href=Route::Import.to_string() on:click=move |_| dom::hide_popover("new-menu")>
                    <Pic icon=Icon::Source />
                    {text::IMPORT}
                </a>
            </div>
            <TenantMenu />
            <div class="menu" id="settings-menu" popover="auto">
                // Opened by its own button it would lie over this menu, which stays open behind what it has opened.
                <button type="button" on:click=move |_| dom::show_popover(MENU)>
                    <Pic icon=Icon::Tenants />
                    {text::TENANT_MENU}
                </button>
                <hr />
                <RulesSwitch />
                <ThemeSwitch />
                <LanguageSwitch />
                <hr />
                {leave(Route::Lessons, Icon::Flag, text::LESSONS)}
                {leave(Route::Preview, Icon::Preview, text::LOOK_AHEAD)}
                {leave(Route::Audit, Icon::Log, text::AUDIT)}
                {leave(Route::Graph, Icon::Console, text::GRAPH)}
                {leave(Route::Rules(RulesTab::default()), Icon::Rules, text::RULES)}
                {leave(Route::Glossary, Icon::Lesson, text::GLOSSARY)}
                {leave(Route::About, Icon::Info, text::ABOUT)}
                {leave(Route::Settings, Icon::Settings, text::SETTINGS_SCREEN)}
            </div>
            }.into_any())}
        </header>
    }
}
