//! What a link holds, said before it is passed on.

use leptos::prelude::*;

use licensing_scenario::CostPart;

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
    /// How long the link is, as far as it is known.
    length: Memo<Option<usize>>,
    /// How much shorter it would be without each of its parts.
    costs: RwSignal<Vec<(CostPart, usize)>>,
) -> impl IntoView {
    let lab = Lab::here();
    let sizes = lab.memo(|document| {
        let shell = document.shell();
        (shell.users, shell.groups, shell.products, shell.history.of, shell.history.steps)
    });
    let line = move |word: Spoken, what: Signal<String>, cost: Signal<Option<usize>>| {
        view! {
            <li>
                <b>{word}</b>
                <span class="dim">{what}</span>
                <span class="cost">{move || cost.get().map(|cost| lab.words().share_cost(cost))}</span>
            </li>
        }
    };
    let cost_of = move |part: CostPart| {
        Signal::derive(move || {
            costs.with(|costs| costs.iter().find(|(other, _)| *other == part).map(|(_, cost)| *cost))
        })
    };
    // What the parts do not account for is the tenant itself.
    let rest = Signal::derive(move || {
        let parts: usize = costs.with(|costs| costs.iter().map(|(_, cost)| *cost).sum());
        length.get().filter(|_| !costs.with(Vec::is_empty)).map(|length| length.saturating_sub(parts))
    });
    let waits = Memo::new(move |_| cost_of(CostPart::Queue).get().is_some());
    let queue = Signal::derive(move || lab.text(text::SHARE_QUEUE).to_string());
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
                {line(text::SHARE_INSIDE_TENANT, tenant, rest)}
                {move || waits.get().then(|| line(text::SHARE_INSIDE_QUEUE, queue, cost_of(CostPart::Queue)))}
                {line(text::SHARE_INSIDE_STORY, story, cost_of(CostPart::History))}
                {line(text::SHARE_INSIDE_NAMES, names, cost_of(CostPart::Names))}
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
