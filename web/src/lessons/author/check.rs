//! Whether a lesson works, and passing it on.

use leptos::prelude::*;
use licensing_lesson::proof::Fault;
use licensing_view::{Icon, Route};

use super::draft::Draft;
use crate::files::{Kind, copy, save};
use crate::lessons::own;
use crate::lessons::variants::TheVariants;
use crate::parts::Pic;
use crate::{router, text};

/// Programs that pass links on let so many characters through.
const LONGEST_LINK: usize = 2_000;

/// What is wrong with the lesson, and how it is passed on.
#[component]
pub(super) fn TheCheck() -> impl IntoView {
    let draft = Draft::here();
    let lab = draft.lab;
    // Words are typed letter by letter; they change nothing of the proof.
    let to_prove = Memo::new(move |_| draft.with(|writing| writing.text_to_prove()));
    let faults = Memo::new(move |_| {
        // A memo that nobody reads follows nothing.
        to_prove.with(|_| ());
        draft.now(|writing| writing.faults()).unwrap_or_default()
    });
    let problems = move || {
        let words = lab.words();
        let faults: Vec<Fault> = faults.get();
        let said = |faults: &[Fault]| {
            draft.with(|writing| {
                faults.iter().filter_map(|fault| fault.say(writing.lesson(), words)).collect::<Vec<_>>()
            })
        };
        let missing = draft.with(|writing| writing.missing_words()).unwrap_or_default();
        let mut problems = said(&faults).unwrap_or_default();
        problems.extend(said(&missing).unwrap_or_default());
        problems
    };
    let link = Memo::new(move |_| draft.with(|writing| own::link(&writing.text(), 0)));
    let length = move || link.with(|link| link.as_ref().map_or(0, String::len));
    let is_long = move || length() > LONGEST_LINK;
    let file = move |_| {
        if let Some((id, text)) = draft.now(|writing| (writing.lesson().id.clone(), writing.text())) {
            save(&format!("{id}.json"), Kind::Json, &text);
        }
    };
    let attempt = move |_| {
        let id = draft.now(|writing| writing.lesson().id.parse().ok()).flatten();
        // It may be open as it was before.
        draft.learning.opened.set(None);
        lab.leave_lesson();
        if let Some(id) = id {
            router::go(Route::Lesson(id));
        }
    };
    let copied = move |_| {
        if let Some(link) = link.get_untracked() {
            copy(lab.speech, link);
        }
    };
    let id = Signal::derive(move || draft.with(|writing| writing.lesson().id.clone()).unwrap_or_default());
    let variants = Callback::new(move |learners: u32| {
        let text = draft.now(|writing| writing.variants_hold(learners).then(|| writing.text())).flatten()?;
        Some((1..=learners).map(|seed| own::link(&text, seed)).collect())
    });
    view! {
        <section class="card" aria-labelledby="author-check">
            <header>
                <h2 id="author-check">{text::AUTHOR_CHECK}</h2>
            </header>
            <div class="pad stack" role="status">
                {move || {
                    let problems = problems();
                    if problems.is_empty() {
                        view! {
                            <div class="note note--ok">
                                <Pic icon=Icon::Ok />
                                <div>{text::AUTHOR_WORKS}</div>
                            </div>
                        }
                            .into_any()
                    } else {
                        let line = |problem: String| view! { <li>{problem}</li> };
                        view! { <ul class="plain-list">{problems.into_iter().map(line).collect_view()}</ul> }.into_any()
                    }
                }}
            </div>
            <div class="foot">
                <button class="btn" type="button" on:click=attempt>
                    <Pic icon=Icon::Play />
                    {text::AUTHOR_TRY}
                </button>
            </div>
        </section>
        <section class="card" aria-labelledby="author-share">
            <header>
                <h2 id="author-share">{text::AUTHOR_SHARE}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">
                    {move || match length() {
                        length if length > LONGEST_LINK => lab.words().author_link_too_long(length),
                        length => lab.words().author_link_length(length),
                    }}
                </p>
                <div class="row-of-buttons">
                    <button class="btn" class:btn--primary=is_long type="button" on:click=file>
                        <Pic icon=Icon::Download />
                        {text::AUTHOR_SAVE}
                    </button>
                    <button class="btn" class:btn--primary=move || !is_long() type="button" on:click=copied>
                        <Pic icon=Icon::Copy />
                        {text::AUTHOR_LINK}
                    </button>
                </div>
                <TheVariants id=id make=variants />
            </div>
        </section>
    }
}
