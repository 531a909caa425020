//! What a link holds, said before it is passed on.

use leptos::prelude::*;

use super::kind::Kind;
use crate::lab::Lab;
use crate::text::{self, Spoken};

/// What is inside, a line each.
#[component]
pub(super) fn Inside(
    /// Which of the three kinds.
    kind: RwSignal<Kind>,
    /// Labels instead of names.
    labels: RwSignal<bool>,
) -> impl IntoView {
    let lab = Lab::here();
    let sizes = lab.memo(|document| {
        let shell = document.shell();
        (shell.users, shell.groups, shell.products, shell.history.of, shell.history.steps)
    });
    let line = |word: Spoken, what: Signal<String>| {
        view! {
            <li>
                <b>{word}</b>
                <span class="dim">{what}</span>
            </li>
        }
    };
    let tenant = Signal::derive(move || {
        if kind.get() == Kind::Earlier {
            return lab.text(text::SHARE_EARLIER_WHY).to_string();
        }
        let (users, groups, products, ..) = sizes.get();
        let words = lab.words();
        words.list(&[words.count_users(users), words.count_groups(groups), words.count_products(products)])
    });
    let story = Signal::derive(move || {
        let (.., commands, steps) = sizes.get();
        match kind.get() {
            Kind::Story => {
                let words = lab.words();
                words.list(&[words.count_actions(commands), words.count_steps(steps)])
            }
            Kind::Now | Kind::Earlier => lab.text(text::SHARE_NO_STORY).to_string(),
        }
    });
    let names = Signal::derive(move || {
        let word = if labels.get() { text::SHARE_LABELS } else { text::SHARE_NAMES };
        lab.text(word).to_string()
    });
    view! {
        <section aria-labelledby="share-inside">
            <h3 id="share-inside">{text::SHARE_INSIDE}</h3>
            <ul class="inside">
                {line(text::SHARE_INSIDE_TENANT, tenant)}
                {line(text::SHARE_INSIDE_STORY, story)}
                {line(text::SHARE_INSIDE_NAMES, names)}
            </ul>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || labels.get()
                    on:change=move |event| labels.set(event_target_checked(&event))
                />
                <span>
                    {text::SHARE_REPLACE} " " <small class="dim">{text::SHARE_REPLACE_WHY}</small>
                </span>
            </label>
        </section>
    }
}
