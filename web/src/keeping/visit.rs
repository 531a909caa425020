//! What stands in place of the screens as long as no tenant is there.

use leptos::prelude::*;
use licensing_scenario::ScenarioError;
use licensing_session::keeping::{NotOpened, Presence, Shelf, is_link};
use licensing_view::Icon;
use licensing_wording::Text;
use wasm_split_helpers::wasm_split;

use super::put_away;
use crate::ask::Ask;
use crate::kept::Job;
use crate::lab::Lab;
use crate::parts::{Fetched, Pic, Spot, later};
use crate::text::{self, Spoken};
use crate::{dom, router};

/// The tenant is on its way, or did not come.
#[component]
pub(crate) fn NoTenantScreen() -> impl IntoView {
    let lab = Lab::here();
    move || match lab.keeping.presence.get() {
        Presence::Here => ().into_any(),
        Presence::Opening => view! {
            <div class="page later">
                <h1 id="title" tabindex="-1">
                    {text::LOADING}
                </h1>
            </div>
        }
        .into_any(),
        Presence::Failed(NotOpened::Network) => view! {
            <div class="page" role="alert">
                <h1 id="title" tabindex="-1">
                    {text::LOADING_FAILED}
                </h1>
                <div class="end">
                    <button class="btn btn--sm" type="button" on:click=move |_| again(lab)>
                        {text::RETRY}
                    </button>
                </div>
            </div>
        }
        .into_any(),
        Presence::Failed(why) => later(Spot::Screen, || Box::pin(failure_piece()), why),
    }
}

/// Asks once more for what did not come.
fn again(lab: Lab) {
    lab.keeping.change(Shelf::await_another);
    lab.keeping.ask(Job::Again);
}

#[wasm_split(keeping, fallible)]
fn failure_piece() -> Fetched<NotOpened> {
    Ok(|why| view! { <Failure why=why /> }.into_any())
}

/// What is wrong, in one sentence, and what to do about it, in another.
fn words_of(why: &NotOpened) -> (Text, Text) {
    match why {
        NotOpened::Scenario(error) => match error {
            ScenarioError::Truncated => (Text::NOT_OPENED_TRUNCATED, Text::NOT_OPENED_TRUNCATED_WHY),
            ScenarioError::Damaged => (Text::NOT_OPENED_DAMAGED, Text::NOT_OPENED_DAMAGED_WHY),
            ScenarioError::Newer { .. } => (Text::NOT_OPENED_NEWER, Text::NOT_OPENED_NEWER_WHY),
            ScenarioError::UnknownCatalog { .. } => (Text::NOT_OPENED_CATALOG, Text::NOT_OPENED_NEWER_WHY),
            ScenarioError::TooLarge { .. } => (Text::NOT_OPENED_LARGE, Text::NOT_OPENED_LARGE_WHY),
            ScenarioError::NotAScenario => (Text::NOT_OPENED_OTHER, Text::NOT_OPENED_OTHER_WHY),
            ScenarioError::Text { .. } => (Text::NOT_OPENED_TEXT, Text::NOT_OPENED_TEXT_WHY),
            ScenarioError::Contradiction(_) => (Text::NOT_OPENED_CONTRADICTION, Text::NOT_OPENED_CONTRADICTION_WHY),
        },
        NotOpened::Bundle => (Text::NOT_OPENED_BUNDLE, Text::NOT_OPENED_BUNDLE_WHY),
        NotOpened::Store(_) => (Text::NOT_OPENED_STORE, Text::NOT_OPENED_STORE_WHY),
        NotOpened::Unreadable(_) => (Text::NOT_OPENED_UNREADABLE, Text::NOT_OPENED_UNREADABLE_WHY),
        NotOpened::Stopped => (Text::STOPPED, Text::STOPPED_WHY),
        NotOpened::LinkStopped => (Text::LINK_STOPPED, Text::LINK_STOPPED_WHY),
        // It is said without this piece.
        NotOpened::Network => (Text::LOADING_FAILED, Text::RETRY),
    }
}

/// What the reader of the document says: where it stopped, in English.
fn detail_of(why: &NotOpened) -> Option<String> {
    match why {
        NotOpened::Scenario(error @ (ScenarioError::Text { .. } | ScenarioError::Contradiction(_))) => {
            Some(error.to_string())
        }
        NotOpened::Store(error) => Some(error.to_string()),
        _ => None,
    }
}

#[component]
fn Failure(
    /// Why nothing was opened.
    why: NotOpened,
) -> impl IntoView {
    let lab = Lab::here();
    let (title, advice) = words_of(&why);
    let (is_stopped, is_of_link) = (why == NotOpened::Stopped, why == NotOpened::LinkStopped);
    let is_bundle = why == NotOpened::Bundle;
    let detail = detail_of(&why);
    let unreadable = match why {
        NotOpened::Unreadable(unreadable) if !unreadable.is_empty() => Some(unreadable),
        _ => None,
    };
    let back = move |_| {
        if is_link(&dom::hash()) {
            dom::write_hash("#/", false);
        } else {
            router::go(licensing_view::Route::Overview);
        }
        put_away(lab);
    };
    let begin = move |_| {
        dom::write_hash("#/", false);
        lab.open_first();
    };
    let import = move |_| {
        put_away(lab);
        router::go(licensing_view::Route::Import);
    };
    let is_blank = lab.keeping.read(Shelf::is_blank);
    view! {
        <div class="page" role="alert">
            <div class="narrow-text">
                <h1 id="title" tabindex="-1">
                    {Spoken(title)}
                </h1>
                <p>{Spoken(advice)}</p>
                {detail.map(|detail| view! { <p class="small dim" lang="en">{detail}</p> })}
                {(!is_stopped).then(|| view! { <p class="small dim">{text::NOT_OPENED_UNTOUCHED}</p> })}
            </div>
        </div>
        <div class="row-of-buttons">
            {is_bundle
                .then(|| {
                    view! {
                        <button class="btn btn--primary" type="button" on:click=import>
                            <Pic icon=Icon::Source />
                            {text::IMPORT}
                        </button>
                    }
                })}
            {is_stopped
                .then(|| {
                    view! {
                        <button class="btn btn--primary" type="button" on:click=move |_| lab.ask(Ask::Tenants)>
                            <Pic icon=Icon::Overview />
                            {text::TENANTS}
                        </button>
                    }
                })}
            // What has stopped the page is not what one begins with.
            <button class="btn" class:btn--primary=!is_bundle && !is_stopped type="button" on:click=back>
                {if is_of_link { text::WITHOUT_LINK } else { text::OPEN_OWN_TENANT }}
            </button>
            {is_of_link
                .then(|| {
                    view! {
                        <button class="btn" type="button" on:click=move |_| lab.keeping.ask(Job::OpenLink(dom::hash()))>
                            {text::LINK_AGAIN}
                        </button>
                    }
                })}
            {unreadable
                .map(|unreadable| {
                    view! {
                        <button
                            class="btn"
                            type="button"
                            on:click=move |_| lab.keeping.ask(Job::SaveUnreadable(unreadable.clone()))
                        >
                            <Pic icon=Icon::Download />
                            {text::SAVE_UNREADABLE}
                        </button>
                    }
                })}
            {is_blank
                .then(|| {
                    view! {
                        <button class="btn" type="button" on:click=begin>
                            {text::OPEN_EXAMPLE_TENANT}
                        </button>
                    }
                })}
        </div>
    }
}
