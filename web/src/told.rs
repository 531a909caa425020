//! What was done last, told for a while with a way back. The time bar takes back as well, so nothing is lost with it.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use licensing_view::Icon;
use web_sys::HtmlElement;

use crate::lab::Lab;
use crate::parts::Pic;
use crate::{dom, text};

/// How long it is told.
const TOLD: Duration = Duration::from_secs(10);
/// How long after that it is looked again whether somebody still reads it.
const AGAIN: Duration = Duration::from_secs(3);

/// Tells as long as the page lives.
pub(crate) fn begin(lab: Lab) {
    leptos::mount::mount_to_body(move || {
        provide_context(lab);
        provide_context(lab.speech);
        view! { <Told /> }
    });
}

#[component]
fn Told() -> impl IntoView {
    let lab = Lab::here();
    let said = lab.speech.said();
    let newest = lab.memo(|document| document.newest_change());
    // Up to this number all that was said is told no more.
    let ended = RwSignal::new(0u32);
    // Only what was said of the newest change, and only while that can be taken back.
    let told = Memo::new(move |_| {
        let (number, words) = said.get();
        let is_change = newest.with(|newest| newest.as_ref() == Some(&words));
        (is_change && number > ended.get()).then_some((number, words))
    });
    let element = NodeRef::<leptos::html::Aside>::new();
    Effect::new(move |before: Option<Option<u32>>| {
        let now = told.with(|told| told.as_ref().map(|(number, _)| *number));
        if let Some(number) = now {
            end_later(element, TOLD, number, ended);
        }
        // Whoever comes back to this moment of the history was not told of it just now.
        if let Some(before) = before.flatten().filter(|before| now != Some(*before)) {
            end(ended, before);
        }
        now
    });
    let close = move || {
        if let Some((number, _)) = told.get_untracked() {
            end(ended, number);
        }
        // The button is gone, and the focus with it.
        dom::focus("main");
    };
    let undo = move |_| {
        // Another tab may have done something since.
        lab.keeping.look();
        if told.with_untracked(Option::is_some) {
            lab.undo();
        }
        dom::focus("main");
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close();
        }
    };
    view! {
        <Show when=move || told.with(Option::is_some)>
            // A region, which F6 finds as it finds the parts of the frame.
            <aside class="told" role="region" aria-label=text::TOLD node_ref=element on:keydown=on_key>
                <p>{move || told.get().map(|(_, words)| words)}</p>
                <button class="btn btn--sm" type="button" on:click=undo>
                    <Pic icon=Icon::Undo />
                    {text::UNDO}
                </button>
                <button
                    class="btn btn--quiet btn--icon btn--sm"
                    type="button"
                    aria-label=text::CLOSE
                    on:click=move |_| close()
                >
                    <Pic icon=Icon::Close />
                </button>
            </aside>
        </Show>
    }
}

/// Ends what is told with this number after a while, unless the pointer or the focus is on it.
fn end_later(element: NodeRef<leptos::html::Aside>, rest: Duration, number: u32, ended: RwSignal<u32>) {
    set_timeout(
        move || {
            let is_read = element.get_untracked().is_some_and(|element| {
                let element: &HtmlElement = &element;
                [":hover", ":focus-within"].into_iter().any(|state| element.matches(state).unwrap_or_default())
            });
            if is_read && ended.get_untracked() < number {
                end_later(element, AGAIN, number, ended);
            } else {
                end(ended, number);
            }
        },
        rest,
    );
}

/// What was said with this number is told no more, nor what was said before.
fn end(ended: RwSignal<u32>, number: u32) {
    if ended.get_untracked() < number {
        ended.set(number);
    }
}
