//! The author's kit: a lesson is made of the tenant at hand or of another lesson, by doing its solution once. Every change
//! is kept at once.

mod allowed;
mod beginning;
mod check;
mod checks;
mod draft;
mod goals;
mod hints;
mod picking;
mod ways;
mod words;

use leptos::prelude::*;
use licensing_view::Icon;

use self::draft::Draft;
use crate::lab::Lab;
use crate::parts::{ChooseFiles, Pic};
use crate::text;

/// Writing a lesson.
#[component]
pub(super) fn AuthorScreen() -> impl IntoView {
    let draft = Draft::new(Lab::here());
    draft.go_on();
    provide_context(draft);
    let is_there = move || draft.is_there.get();
    view! {
        <div class="page">
            <div class="intro">
                <h1 id="title" tabindex="-1">
                    {text::AUTHOR}
                </h1>
                <p>{text::AUTHOR_LEAD}</p>
            </div>
            <div class="end">
                <Show when=is_there>
                    <button class="btn" type="button" on:click=move |_| draft.put_aside()>
                        <Pic icon=Icon::Plus />
                        {text::AUTHOR_NEW}
                    </button>
                </Show>
                <ChooseFiles
                    label=text::AUTHOR_OPEN
                    accept=".json,application/json"
                    take=Callback::new(move |files| draft.open_file(files))
                />
            </div>
        </div>
        {move || {
            draft.problem.get().map(|problem| view! { <div class="note note--err" role="alert"><div>{problem}</div></div> })
        }}
        <Show when=move || is_there() && !draft.is_kept.get()>
            <div class="note note--warn" role="alert">
                <div>{text::AUTHOR_NOT_KEPT}</div>
            </div>
        </Show>
        <div class="author">
            <Show when=is_there fallback=|| view! { <beginning::TheChoice /> }>
                <beginning::TheBeginning />
                <words::TheWords />
                <ways::TheWays />
                <allowed::TheAllowed />
                <goals::TheGoals />
                <hints::TheHints />
                <check::TheCheck />
            </Show>
        </div>
    }
}
