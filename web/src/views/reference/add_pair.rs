//! Two plans that shall exclude each other in this tenant.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::{Command, PlanId};
use licensing_view::Icon;

use crate::lab::Lab;
use crate::parts::{Pic, RefusalNote};
use crate::text::{self, Spoken};

/// The form, closed until it is wanted.
#[component]
pub(super) fn AddPair() -> impl IntoView {
    let lab = Lab::here();
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let plans = plan(lab, &first.get_untracked()).and_then(|a| Ok((a, plan(lab, &second.get_untracked())?)));
        let sent = plans.and_then(|(a, b)| lab.send(Command::SetExclusivePair { a, b, counts: true }));
        refusal.set(sent.err());
        if refusal.with_untracked(Option::is_none) {
            first.set(String::new());
            second.set(String::new());
        }
    };
    let field = move |label: Spoken, example: Spoken, value: RwSignal<String>| {
        view! {
            <label class="field">
                {label}
                <input
                    class="in mono"
                    list="every-plan"
                    required=true
                    maxlength="100"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=example
                    prop:value=move || value.get()
                    on:input:target=move |event| value.set(event.target().value())
                />
            </label>
        }
    };
    view! {
        <details class="card add-pair">
            <summary>
                <Pic icon=Icon::Plus />
                {text::ADD_PAIR}
            </summary>
            <form class="pad stack-s" on:submit=submit>
                <p class="small dim">{text::ADD_PAIR_LEAD}</p>
                <RefusalNote refusal=refusal />
                <div class="fields">
                    {field(text::FIRST_PLAN, text::FIRST_PLAN_EXAMPLE, first)}
                    {field(text::SECOND_PLAN, text::SECOND_PLAN_EXAMPLE, second)}
                    <button class="btn btn--primary" type="submit">
                        {text::ADD_PAIR_NOW}
                    </button>
                </div>
                <Plans />
            </form>
        </details>
    }
}

/// What the fields suggest.
#[component]
fn Plans() -> impl IntoView {
    let lab = Lab::here();
    let plans = lab.memo(|reading| reading.plans());
    view! {
        <datalist id="every-plan">
            {move || {
                plans.get().into_iter().map(|(name, friendly)| view! { <option value=name>{friendly}</option> }).collect_view()
            }}
        </datalist>
    }
}

/// The plan with this technical name, whatever its case.
fn plan(lab: Lab, text: &str) -> Result<PlanId, licensing_view::RefusalNote> {
    let wanted = text.trim();
    lab.read(|reading| reading.plan_named(wanted)).ok_or_else(|| text::not_a_plan(wanted))
}
