//! The frame around every screen.

mod side_bar;
mod tab_bar;
mod time_bar;
mod top_bar;

pub(crate) use side_bar::SideBar;
pub(crate) use tab_bar::TabBar;
pub(crate) use time_bar::TimeBar;
pub(crate) use top_bar::TopBar;

use leptos::prelude::*;
use licensing_model::{Command, RuleSet};
use licensing_view::{Address, Route};

use crate::lab::Lab;
use crate::parts::Segmented;
use crate::router::Place;
use crate::text;
use crate::theme::Theme;

/// A screen that the side bar and the tabs lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Overview,
    Groups,
    Users,
    Products,
    Processing,
    Audit,
}

impl Section {
    fn of(place: Place) -> Option<Section> {
        let Place(Some(Address { route, .. })) = place else { return None };
        Some(match route {
            Route::Overview => Section::Overview,
            Route::Groups | Route::Group(_) => Section::Groups,
            Route::Users | Route::User(_) => Section::Users,
            Route::Products => Section::Products,
            Route::Processing => Section::Processing,
            Route::Audit => Section::Audit,
        })
    }
}

/// The switch between the rule sets (R15).
#[component]
fn RulesSwitch() -> impl IntoView {
    let lab = Lab::here();
    let rules = lab.memo(|document| document.tenant().rules());
    view! {
        <div class="row">
            <span>{text::RULES}</span>
            <Segmented
                label=text::RULES
                options=vec![
                    (RuleSet::Rules2019, text::RULES_2019.to_string()),
                    (RuleSet::Today, text::RULES_TODAY.to_string()),
                ]
                value=rules
                choose=move |rules| {
                    lab.act(Command::SetRuleSet(rules));
                }
            />
        </div>
    }
}

/// The switch between light, dark, and what the system says. It lasts as long as the page.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let theme = expect_context::<RwSignal<Theme>>();
    let options = Theme::ALL.into_iter().map(|theme| (theme, text::theme(theme).to_string())).collect();
    view! {
        <div class="row">
            <span>{text::THEME}</span>
            <Segmented label=text::THEME options=options value=theme choose=move |chosen| theme.set(chosen) />
        </div>
    }
}

/// What was last said; a new element each time, so that it is read aloud, or shown, again.
#[component]
pub(crate) fn Said() -> impl IntoView {
    let lab = Lab::here();
    view! {
        <For each=move || [lab.said.get()] key=|(number, _)| *number let:said>
            <span>{said.1}</span>
        </For>
    }
}
