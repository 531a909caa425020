//! The draft: changes that are collected, put into order, looked at together, and applied together.

use leptos::prelude::*;
use licensing_session::Session;
use licensing_view::Icon;

use super::Ahead;
use crate::lab::Lab;
use crate::parts::Pic;
use crate::{dom, text};

/// The draft as a card.
#[component]
pub(super) fn DraftCard() -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let view = lab.memo(|document| document.draft());
    let is_empty = Memo::new(move |_| view.with(|view| view.commands.is_empty()));
    let put_together = move |_| edit(lab, Session::put_draft_together);
    let clear = move |_| edit(lab, |document| document.collect(Vec::new()));
    view! {
        <section class="card" aria-labelledby="h-draft">
            <header>
                <h2 id="h-draft" tabindex="-1">
                    {text::DRAFT}
                </h2>
                <Show when=move || !is_empty.get()>
                    <span class="end">
                        <button class="btn btn--sm btn--quiet" type="button" on:click=clear>
                            {text::DRAFT_CLEAR}
                        </button>
                        <button
                            class="btn btn--sm btn--primary"
                            type="button"
                            on:click=move |_| {
                                ahead.preview(lab, lab.session(|document| document.draft().to_vec()));
                                dom::focus("title");
                            }
                        >
                            {text::PREVIEW}
                        </button>
                    </span>
                </Show>
            </header>
            <p class="pad small dim">
                {move || lab.text(if is_empty.get() { text::DRAFT_EMPTY } else { text::DRAFT_LEAD })}
            </p>
            <ol class="drafted">
                {move || {
                    let commands = view.get().commands;
                    let last = commands.len().saturating_sub(1);
                    commands.into_iter().enumerate().map(|(at, name)| row(lab, at, last, name)).collect_view()
                }}
            </ol>
            <Show when=move || view.with(|view| view.can_be_fewer)>
                <div class="note">
                    <Pic icon=Icon::Info />
                    <div class="small">{text::DRAFT_IN_FEWER}</div>
                    <span class="end">
                        <button class="btn btn--sm" type="button" on:click=put_together>
                            {text::DRAFT_USE_FEWER}
                        </button>
                    </span>
                </div>
            </Show>
        </section>
    }
}

/// Changes the draft, which can be undone.
fn edit(lab: Lab, edit: impl FnOnce(&mut Session) -> bool) {
    lab.work(edit);
    dom::focus("h-draft");
}

fn row(lab: Lab, at: usize, last: usize, name: String) -> impl IntoView {
    let words = lab.words();
    let (earlier, later, out) = (words.draft_earlier(&name), words.draft_later(&name), words.draft_take_out(&name));
    let move_to = move |to: usize| edit(lab, |document| document.move_drafted(at, to));
    let take_out = move |_| edit(lab, |document| document.take_out_drafted(at));
    view! {
        <li>
            <span class="faint">{at + 1}</span>
            <span class="what">{name}</span>
            <button
                class="btn btn--quiet btn--icon btn--sm turned"
                type="button"
                disabled=at == 0
                aria-label=earlier.clone()
                title=earlier
                on:click=move |_| move_to(at.saturating_sub(1))
            >
                <Pic icon=Icon::Down />
            </button>
            <button
                class="btn btn--quiet btn--icon btn--sm"
                type="button"
                disabled=at == last
                aria-label=later.clone()
                title=later
                on:click=move |_| move_to(at + 1)
            >
                <Pic icon=Icon::Down />
            </button>
            <button
                class="btn btn--quiet btn--icon btn--sm"
                type="button"
                aria-label=out.clone()
                title=out
                on:click=take_out
            >
                <Pic icon=Icon::Close />
            </button>
        </li>
    }
}
