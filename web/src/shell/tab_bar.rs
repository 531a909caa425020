//! The tabs at the foot of a narrow screen.

use leptos::prelude::*;
use licensing_view::shell::ShellView;
use licensing_view::{Icon, Route};

use super::Section;
use crate::parts::Pic;
use crate::router::Place;
use crate::text::{self, Spoken};

/// The tabs; the other screens and the switches are in the menu of the top bar.
#[component]
pub(crate) fn TabBar(
    /// What the frame shows.
    shell: Memo<ShellView>,
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let current = Memo::new(move |_| Section::of(place.get()));
    let tab = move |section: Section, route: Route, icon: Icon, word: Spoken| {
        let troubled = move || section == Section::Groups && shell.with(|shell| shell.groups_in_error > 0);
        view! {
            <li>
                <a href=route.to_string() aria-current=move || (current.get() == Some(section)).then_some("page")>
                    <Pic icon=icon />
                    {word}
                    <Show when=troubled>
                        <span class="dot" aria-hidden="true">
                            {""}
                        </span>
                        <span class="vh">{text::WITH_ERRORS}</span>
                    </Show>
                </a>
            </li>
        }
    };
    view! {
        <nav class="ctabs" aria-label=text::MAIN_NAV_COMPACT>
            <ul>
                {tab(Section::Overview, Route::Overview, Icon::Overview, text::OVERVIEW)}
                {tab(Section::Groups, Route::Groups, Icon::Group, text::GROUPS)}
                {tab(Section::Users, Route::Users, Icon::Users, text::USERS)}
                {tab(Section::Products, Route::Products, Icon::Product, text::PRODUCTS)}
                {tab(Section::Processing, Route::Processing, Icon::Queue, text::PROCESSING)}
            </ul>
        </nav>
    }
}
