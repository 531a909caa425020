//! The work while it goes on, and the error where it ended.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use licensing_import::ImportError;
use licensing_view::Icon;

use super::state::{Importer, Task};
use crate::lab::Lab;
use crate::parts::Pic;
use crate::text;

/// How far the work is, with a way to stop it.
#[component]
pub(super) fn WorkingCard() -> impl IntoView {
    let lab = Lab::here();
    let importer = expect_context::<Importer>();
    let what = Memo::new(move |_| {
        let words = lab.words();
        importer.progress.with(|progress| match &progress.task {
            Task::Reading(file) => words.import_reading(file),
            Task::Building => words.text(text::IMPORT_BUILDING.0).to_string(),
            Task::Comparing => words.text(text::IMPORT_COMPARING.0).to_string(),
        })
    });
    let percent = Memo::new(move |_| importer.progress.with(|progress| progress.percent));
    // What is being done is read aloud when it changes, not with every percent.
    Effect::new(move |_| lab.say(what.get()));
    view! {
        <section class="card" aria-labelledby="h-working">
            <div class="pad stack">
                <label class="field" id="h-working">
                    <span class="progress-line">
                        {what} <span class="num" aria-hidden="true">{move || lab.words().sample_percent(percent.get())}</span>
                    </span>
                    <progress max="100" prop:value=move || percent.get() as f64>
                        {move || lab.words().sample_percent(percent.get())}
                    </progress>
                </label>
                <p>
                    <button class="btn" type="button" autofocus=true on:click=move |_| importer.cancel(lab)>
                        <Pic icon=Icon::Close />
                        {text::CANCEL}
                    </button>
                </p>
            </div>
        </section>
    }
}

/// What is wrong, and where. It takes the focus.
#[component]
pub(super) fn FailedCard(
    /// What is wrong.
    error: Arc<ImportError>,
) -> impl IntoView {
    let lab = Lab::here();
    let importer = expect_context::<Importer>();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(note) = node.get() {
            let _ = note.focus();
        }
    });
    view! {
        <div role="alert" class="refusal">
            <div class="note note--err" tabindex="-1" node_ref=node>
                <Pic icon=Icon::Error />
                <div>
                    <p>
                        <b>{text::IMPORT_FAILED}</b>
                    </p>
                    <p class="wrong">{move || error.say(lab.words())}</p>
                    <p class="small dim">{text::IMPORT_UNCHANGED}</p>
                </div>
                <span class="end">
                    <button
                        class="btn btn--quiet btn--icon btn--sm"
                        type="button"
                        aria-label=text::DISMISS
                        on:click=move |_| importer.put_away()
                    >
                        <Pic icon=Icon::Close />
                    </button>
                </span>
            </div>
        </div>
    }
}
