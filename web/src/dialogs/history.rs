//! The history: every command and every step with what it was, any moment of it to go to, and the ways that were left.

use leptos::prelude::*;
use licensing_view::Icon;

use crate::lab::Lab;
use crate::parts::{Dialog, Pic};
use crate::text;

/// So many moments are listed at once, around the present one or from where somebody went on.
const PAGE: usize = 100;

/// A moment of the history.
#[derive(Clone, PartialEq)]
struct Moment {
    /// So many actions are done then.
    position: usize,
    /// What was done last.
    name: String,
}

/// The moments of the history, the newest first.
#[component]
pub(crate) fn HistoryDialog() -> impl IntoView {
    let lab = Lab::here();
    let position = lab.memo(|document| document.position());
    let all = lab.memo(|document| document.moments());
    // The end of the list: some moments after the present one are in it.
    let end = RwSignal::new(position.get_untracked().saturating_add(PAGE / 2));
    let moments = lab.memo(move |document| {
        let end = end.get().max(PAGE).min(document.moments());
        let listed = end.saturating_sub(PAGE)..=end;
        listed.rev().map(|position| Moment { position, name: document.moment_words(position) }).collect::<Vec<_>>()
    });
    let branches = lab.memo(|document| document.branches().collect::<Vec<_>>());
    let row = move |moment: Moment| {
        let at = moment.position;
        view! {
            <li>
                <button
                    type="button"
                    class="moment"
                    aria-current=move || (position.get() == at).then_some("step")
                    on:click=move |_| {
                        lab.show_moment(at);
                    }
                >
                    <span class="k">{move || lab.words().number(at)}</span>
                    <span>{moment.name}</span>
                    <span class="small faint">
                        {move || {
                            if position.get() == at {
                                lab.text(text::HISTORY_NOW)
                            } else if position.get() < at {
                                lab.text(text::HISTORY_UNDONE)
                            } else {
                                ""
                            }
                        }}
                    </span>
                </button>
            </li>
        }
    };
    let page = move |by: isize, word: text::Spoken| {
        view! {
            <button
                class="btn btn--sm"
                type="button"
                on:click=move |_| {
                    end.update(|end| *end = end.saturating_add_signed(by).clamp(PAGE.min(all.get_untracked()), all.get_untracked().max(1)));
                }
            >
                {word}
            </button>
        }
    };
    view! {
        <Dialog title=text::HISTORY on_close=move |()| lab.answered()>
            <div class="d-body">
                <p class="small dim">{text::HISTORY_LEAD}</p>
                <ol class="moments" reversed>
                    <For each=move || moments.get() key=|moment| (moment.position, moment.name.clone()) let:moment>
                        {row(moment)}
                    </For>
                </ol>
                <Show when=move || { all.get() > PAGE }>
                    <div class="row-of-buttons">
                        {page(PAGE as isize, text::HISTORY_LATER)} {page(-(PAGE as isize), text::HISTORY_EARLIER)}
                    </div>
                </Show>
                <Show when=move || !branches.with(Vec::is_empty)>
                    <h3>{text::BRANCHES}</h3>
                    <p class="small dim">{text::BRANCHES_LEAD}</p>
                    <ul class="tenant-rows">
                        {move || {
                            branches
                                .get()
                                .into_iter()
                                .enumerate()
                                .map(|(at, (shared, rest))| {
                                    view! {
                                        <li class="tenant-row">
                                            <p>{move || lab.words().branch(rest, shared)}</p>
                                            <div class="end">
                                                <button
                                                    class="btn btn--sm"
                                                    type="button"
                                                    on:click=move |_| lab.take_branch(at)
                                                >
                                                    <Pic icon=Icon::Right />
                                                    {text::TAKE_BRANCH}
                                                </button>
                                            </div>
                                        </li>
                                    }
                                })
                                .collect_view()
                        }}
                    </ul>
                </Show>
            </div>
        </Dialog>
    }
}
