//! Finding anything: a field, and below it what it finds, chosen with the arrows and Enter.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_view::find::{Deed, Finding, Goal};

use super::Ask;
use crate::lab::Lab;
use crate::lessons::Learning;
use crate::parts::{Dialog, Pic};
use crate::{dom, router, text};

/// The field with its findings. The focus stays in the field; the finding that Enter takes is marked.
#[component]
pub(crate) fn FindDialog() -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let typed = RwSignal::new(String::new());
    let lessons = RwSignal::new(Vec::new());
    let is_blank = Memo::new(move |_| typed.with(|typed| typed.trim().is_empty()));
    Effect::new(move |_| {
        let words = lab.words();
        if !is_blank.get() {
            spawn_local(async move { _ = lessons.try_set(learning.titled(words).await) });
        }
    });
    let made = lab
        .gradual_of(move || typed.get(), move |reading, typed, _| lessons.with(|lessons| reading.find(lessons, typed)));
    let found = Memo::new(move |_| made.value.get().unwrap_or_default());
    let at = RwSignal::new(0_usize);
    // Enter was pressed before everything was found.
    let is_awaited = RwSignal::new(false);
    let count = move || found.with(|found| found.findings.len());
    let last = move || count().saturating_sub(1);
    let take = move |number: usize| {
        let Some(goal) = found.with_untracked(|found| found.findings.get(number).map(|finding| finding.goal.clone()))
        else {
            return;
        };
        pursue(lab, goal);
    };
    Effect::new(move |_| {
        if is_awaited.get() && !made.is_late.get() {
            is_awaited.set(false);
            take(at.get_untracked());
        }
    });
    let press = move |event: KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowDown" => at.get_untracked().saturating_add(1).min(last()),
            "ArrowUp" => at.get_untracked().saturating_sub(1),
            "PageDown" => at.get_untracked().saturating_add(PAGE).min(last()),
            "PageUp" => at.get_untracked().saturating_sub(PAGE),
            "Enter" => {
                event.prevent_default();
                return match made.is_late.get_untracked() {
                    true => is_awaited.set(true),
                    false => take(at.get_untracked()),
                };
            }
            _ => return,
        };
        event.prevent_default();
        at.set(next);
        dom::show(&option_id(next));
    };
    let row = move |(number, finding): (usize, Finding)| {
        view! {
            <li
                id=option_id(number)
                role="option"
                aria-selected=move || if at.get() == number { "true" } else { "false" }
                on:click=move |_| take(number)
            >
                <Pic icon=finding.icon />
                <span class="find-name">{finding.name}</span>
                <span class="small faint">{finding.detail}</span>
                <span class="small faint find-kind">{finding.kind}</span>
            </li>
        }
    };
    view! {
        <Dialog title=text::FIND on_close=move |()| lab.answered()>
            <div class="d-body find">
                <input
                    class="in"
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-autocomplete="list"
                    aria-controls="find-list"
                    aria-label=text::FIND_HINT
                    aria-activedescendant=move || (count() > 0).then(|| option_id(at.get()))
                    placeholder=text::FIND_HINT
                    autocomplete="off"
                    spellcheck="false"
                    autofocus=true
                    on:input=move |event| {
                        at.set(0);
                        is_awaited.set(false);
                        typed.set(event_target_value(&event));
                    }
                    on:keydown=press
                />
                <p class="vh" role="status">
                    {move || lab.words().find_count(count())}
                </p>
                // One height, whatever is found: nothing moves under who types.
                <div class="find-found">
                    <Show when=move || count() == 0 && !made.is_late.get()>
                        <p class="dim">{text::FIND_NONE}</p>
                    </Show>
                    <ul id="find-list" role="listbox" aria-label=text::FIND>
                        {move || found.get().findings.into_iter().enumerate().map(row).collect_view()}
                    </ul>
                    <p class="small faint find-more">
                        {move || match found.with(|found| found.more) {
                            0 => String::new(),
                            more => lab.words().find_more(more),
                        }}
                    </p>
                </div>
            </div>
        </Dialog>
    }
}

/// Rows of a page up or down.
const PAGE: usize = 8;

fn option_id(number: usize) -> String {
    format!("find-{number}")
}

/// Goes where a finding leads, or does it.
fn pursue(lab: Lab, goal: Goal) {
    match goal {
        Goal::Screen(address) => {
            lab.answered();
            router::go(address);
            return;
        }
        Goal::Deed(deed) => match deed {
            Deed::NewUser => return lab.ask(Ask::NewUser),
            Deed::NewGroup => return lab.ask(Ask::NewGroup),
            Deed::NewContact => return lab.ask(Ask::NewContact),
            Deed::BuyProduct => return lab.ask(Ask::BuyProduct),
            Deed::OpenSample => return lab.ask(Ask::Sample),
            Deed::OpenLink => return lab.ask(Ask::Link),
            Deed::Keys => return lab.ask(Ask::Keys),
            Deed::Step => lab.step(),
            Deed::RunOrPause => lab.run_or_pause(),
            Deed::Undo => _ = lab.undo(),
            Deed::Redo => _ = lab.redo(),
        },
    }
    lab.answered();
}
