//! What stands in place of the screens as long as no tenant is there.

use leptos::prelude::*;
use licensing_scenario::ScenarioError;
use licensing_session::keeping::{Carrier, NotOpened, Presence, Shelf, is_link};
use licensing_view::Icon;
use licensing_wording::{Text, Words};
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
fn words_of(words: Words, why: &NotOpened) -> (String, Text) {
    let (said, advice) = match why {
        NotOpened::Scenario(carrier, error) => return words_of_carrier(words, *carrier, error),
        NotOpened::Bundle => (Text::NOT_OPENED_BUNDLE, Text::NOT_OPENED_BUNDLE_WHY),
        NotOpened::Store(_) => (Text::NOT_OPENED_STORE, Text::NOT_OPENED_STORE_WHY),
        NotOpened::Unreadable(_) => (Text::NOT_OPENED_UNREADABLE, Text::NOT_OPENED_UNREADABLE_WHY),
        NotOpened::Stopped => (Text::STOPPED, Text::STOPPED_WHY),
        NotOpened::LinkStopped => (Text::LINK_STOPPED, Text::LINK_STOPPED_WHY),
        // It is said without this piece.
        NotOpened::Network => (Text::LOADING_FAILED, Text::RETRY),
    };
    (words.text(said).to_string(), advice)
}

/// The same of a scenario, which is said of the link, the file or the stored tenant that it came in.
fn words_of_carrier(words: Words, carrier: Carrier, error: &ScenarioError) -> (String, Text) {
    let what = words.text(match carrier {
        Carrier::Link => Text::NOT_OPENED_LINK,
        Carrier::File => Text::NOT_OPENED_FILE,
        Carrier::Storage => Text::NOT_OPENED_TENANT,
    });
    let said = |text: Text, advice: Text| (words.text(text).to_string(), advice);
    match (error, carrier) {
        (ScenarioError::Newer { .. }, _) => (words.not_opened_newer(what), Text::NOT_OPENED_NEWER_WHY),
        (ScenarioError::UnknownCatalog { .. }, _) => (words.not_opened_catalog(what), Text::NOT_OPENED_NEWER_WHY),
        (ScenarioError::TooLarge { .. }, _) => (words.not_opened_large(what), Text::NOT_OPENED_LARGE_WHY),
        (ScenarioError::Text { .. }, _) => said(Text::NOT_OPENED_TEXT, Text::NOT_OPENED_TEXT_WHY),
        (ScenarioError::Contradiction(_), _) => {
            (words.not_opened_contradiction(what), Text::NOT_OPENED_CONTRADICTION_WHY)
        }
        (_, Carrier::Storage) => said(Text::NOT_OPENED_UNREADABLE, Text::NOT_OPENED_UNREADABLE_WHY),
        (ScenarioError::Truncated, Carrier::Link) => {
            (words.not_opened_truncated(what), Text::NOT_OPENED_TRUNCATED_LINK_WHY)
        }
        (ScenarioError::Truncated, Carrier::File) => {
            (words.not_opened_truncated(what), Text::NOT_OPENED_TRUNCATED_FILE_WHY)
        }
        (ScenarioError::Damaged, Carrier::Link) => (words.not_opened_damaged(what), Text::NOT_OPENED_DAMAGED_LINK_WHY),
        (ScenarioError::Damaged, Carrier::File) => (words.not_opened_damaged(what), Text::NOT_OPENED_DAMAGED_FILE_WHY),
        (ScenarioError::NotAScenario, Carrier::Link) => said(Text::NOT_OPENED_NO_LINK, Text::NOT_OPENED_NO_LINK_WHY),
        (ScenarioError::NotAScenario, Carrier::File) => said(Text::NOT_OPENED_NO_FILE, Text::NOT_OPENED_NO_FILE_WHY),
    }
}

/// What the reader of the document says: where it stopped, in English.
fn detail_of(why: &NotOpened) -> Option<String> {
    match why {
        NotOpened::Scenario(_, error @ (ScenarioError::Text { .. } | ScenarioError::Contradiction(_))) => {
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
    let reason = why.clone();
    let said = Memo::new(move |_| words_of(lab.words(), &reason).0);
    let (_, advice) = words_of(lab.words_now(), &why);
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
                    {said}
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
                            <Pic icon=Icon::Tenants />
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
