//! The frame around every screen.

mod history_slider;
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
use licensing_view::{Address, Icon, Route};
use licensing_wording::Language;

use crate::foresight::Ahead;
use crate::lab::Lab;
use crate::parts::{Pic, Segmented};
use crate::router::Place;
use crate::theme::{self, Theme};
use crate::{dom, language, text};

/// A screen that the side bar and the tabs lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Overview,
    Groups,
    Users,
    Products,
    Processing,
    Audit,
    Graph,
    Rules,
    Settings,
    Glossary,
    About,
    Lessons,
}

impl Section {
    fn of(place: Place) -> Option<Section> {
        let Place(Some(Address { route, .. })) = place else { return None };
        Some(match route {
            Route::Overview | Route::Map => Section::Overview,
            Route::Groups | Route::DeletedGroups | Route::Group(_) => Section::Groups,
            Route::Users | Route::DeletedUsers | Route::Contacts | Route::User(_) => Section::Users,
            Route::Products | Route::Product(..) | Route::Compare => Section::Products,
            Route::Processing => Section::Processing,
            Route::Audit => Section::Audit,
            Route::Graph => Section::Graph,
            Route::Import | Route::Preview => return None,
            Route::Rules(_) => Section::Rules,
            Route::Settings => Section::Settings,
            Route::Glossary => Section::Glossary,
            Route::About => Section::About,
            Route::Lessons
            | Route::Lesson(_)
            | Route::PrintLesson(_)
            | Route::CheatSheet
            | Route::LessonLink
            | Route::Assess
            | Route::Author => Section::Lessons,
        })
    }
}

/// The switch between the rule sets (R15).
#[component]
pub(crate) fn RulesSwitch() -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let rules = lab.memo(|document| document.rules());
    let look = move |_| {
        dom::hide_popover("settings-menu");
        ahead.look(lab, Command::SetRuleSet(lab.read(|document| document.other_rules())));
    };
    view! {
        <div class="row">
            <span>{text::RULES}</span>
            <span class="looked">
                <button
                    class="btn btn--sm btn--icon btn--quiet"
                    type="button"
                    aria-label=text::PREVIEW_OTHER_RULES
                    title=text::PREVIEW_OTHER_RULES
                    on:click=look
                >
                    <Pic icon=Icon::Preview />
                </button>
                <Segmented
                    label=text::RULES
                    options=vec![
                        (RuleSet::Rules2019, text::RULES_2019.signal()),
                        (RuleSet::Today, text::RULES_TODAY.signal()),
                    ]
                    value=rules
                    choose=move |rules| {
                        lab.act(Command::SetRuleSet(rules));
                    }
                />
            </span>
        </div>
    }
}

/// The switch between light, dark, and what the system says.
#[component]
pub(crate) fn ThemeSwitch() -> impl IntoView {
    let theme = expect_context::<RwSignal<Theme>>();
    let options = Theme::ALL.into_iter().map(|theme| (theme, text::theme(theme).signal())).collect();
    view! {
        <div class="row">
            <span>{text::THEME}</span>
            <Segmented label=text::THEME options=options value=theme choose=move |chosen| theme::choose(theme, chosen) />
        </div>
    }
}

/// The switch between the languages, each by its own name.
#[component]
pub(crate) fn LanguageSwitch() -> impl IntoView {
    let lab = Lab::here();
    let spoken = Signal::derive(move || lab.words().language());
    let options =
        Language::ALL.into_iter().map(|language| (language, Signal::stored(language.name().to_string()))).collect();
    view! {
        <div class="row">
            <span>{text::LANGUAGE}</span>
            <Segmented
                label=text::LANGUAGE
                options=options
                value=spoken
                choose=move |language| language::choose(lab.speech, language)
            />
        </div>
    }
}

/// What was last said; a new element each time, so that it is read aloud, or shown, again.
#[component]
pub(crate) fn Said() -> impl IntoView {
    let lab = Lab::here();
    view! {
        <For each=move || [lab.speech.said().get()] key=|(number, _)| *number let:said>
            <span>{said.1}</span>
        </For>
    }
}
