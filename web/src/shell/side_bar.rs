//! The side bar: where one can go, and the switches of the whole.

use leptos::prelude::*;
use licensing_view::shell::ShellView;
use licensing_view::{Icon, Route, RulesTab};

use super::{LanguageSwitch, RulesSwitch, Section, ThemeSwitch};
use crate::keeping::menu::{self, MENU};
use crate::lab::Lab;
use crate::parts::Pic;
use crate::router::Place;
use crate::text::{self, Spoken};

/// The side bar of a wide screen.
#[component]
pub(crate) fn SideBar(
    /// What the frame shows.
    shell: Memo<ShellView>,
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let lab = Lab::here();
    let current = Memo::new(move |_| Section::of(place.get()));
    let title = lab.memo(|document| document.title().to_string());
    let name = move || match title.get() {
        title if title.is_empty() => shell.with(|shell| shell.tenant.clone()),
        title => title,
    };
    let item = move |section: Section, route: Route, icon: Icon, word: Spoken, figure: AnyView| {
        view! {
            <li>
                <a href=route.to_string() title=word aria-current=move || (current.get() == Some(section)).then_some("page")>
                    <Pic icon=icon />
                    <span class="lb">{word}</span>
                    {figure}
                </a>
            </li>
        }
    };
    let figure = move |count: fn(&ShellView) -> usize| {
        let some =
            move || Some(shell.with(count)).filter(|number| *number > 0).map(|number| lab.words().number(number));
        view! { <span class="n">{some}</span> }.into_any()
    };
    let groups = move || {
        let (all, in_error) = shell.with(|shell| (shell.groups, shell.groups_in_error));
        if in_error == 0 {
            view! { <span class="n">{(all > 0).then(|| lab.words().number(all))}</span> }.into_any()
        } else {
            view! {
                <span class="n n--err">
                    <Pic icon=Icon::Error small=true />
                    {lab.words().number(in_error)}
                    <span class="vh">{text::WITH_ERRORS}</span>
                </span>
            }
            .into_any()
        }
    };
    view! {
        <nav class="side" aria-label=text::MAIN_NAV>
            <a class="brand" href=Route::Overview.to_string()>
                <Pic icon=Icon::Mark />
                <span class="lb">{text::APP}</span>
            </a>
            <button class="tenant" type="button" popovertarget=MENU>
                <b>{name}</b>
                <small>
                    <span>{move || lab.text(menu::state(lab))}</span>
                    " · "
                    {move || shell.with(|shell| shell.situation.clone())}
                </small>
            </button>
            <h2>{text::NAV_TENANT}</h2>
            <ul class="nav">
                {item(Section::Overview, Route::Overview, Icon::Overview, text::OVERVIEW, ().into_any())}
                {item(Section::Groups, Route::Groups, Icon::Group, text::GROUPS, groups.into_any())}
                {item(Section::Users, Route::Users, Icon::Users, text::USERS, figure(|shell| shell.users))}
                {item(Section::Products, Route::Products, Icon::Product, text::PRODUCTS, figure(|shell| shell.products))}
            </ul>
            <h2>{text::NAV_BACKGROUND}</h2>
            <ul class="nav">
                {item(
                    Section::Processing,
                    Route::Processing,
                    Icon::Queue,
                    text::PROCESSING,
                    figure(|shell| shell.waiting.users),
                )}
                {item(Section::Audit, Route::Audit, Icon::Log, text::AUDIT, ().into_any())}
                {item(Section::Graph, Route::Graph, Icon::Console, text::GRAPH, ().into_any())}
            </ul>
            <h2>{text::NAV_LEARN}</h2>
            <ul class="nav">
                {item(Section::Lessons, Route::Lessons, Icon::Flag, text::LESSONS, ().into_any())}
                {item(
                    Section::Rules,
                    Route::Rules(RulesTab::default()),
                    Icon::Rules,
                    text::RULES,
                    ().into_any(),
                )}
                {item(Section::Glossary, Route::Glossary, Icon::Lesson, text::GLOSSARY, ().into_any())}
                {item(Section::About, Route::About, Icon::Info, text::ABOUT, ().into_any())}
            </ul>
            <ul class="nav nav--last">
                {item(Section::Settings, Route::Settings, Icon::Settings, text::SETTINGS_SCREEN, ().into_any())}
            </ul>
            <div class="side-foot">
                <RulesSwitch />
                <ThemeSwitch />
                <LanguageSwitch />
            </div>
        </nav>
    }
}
