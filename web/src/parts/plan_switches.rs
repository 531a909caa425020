//! A product's plans as switches, with a filter and all on or off at once.

use std::collections::BTreeSet;

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use licensing_model::PlanId;
use licensing_view::PlanChoice;
use web_sys::HtmlInputElement;

use crate::lab::Lab;
use crate::text;

/// Switches over the set of plans that are off.
#[component]
pub(crate) fn PlanSwitches(
    /// The plans of the product.
    #[prop(into)]
    plans: Signal<Vec<PlanChoice>>,
    /// Those that are off.
    #[prop(into)]
    disabled: Signal<BTreeSet<PlanId>>,
    /// Takes those that are off from now on.
    #[prop(into)]
    set: Callback<BTreeSet<PlanId>>,
) -> impl IntoView {
    let lab = Lab::here();
    let filter = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let wanted = filter.get().to_lowercase();
        plans.with(|plans| plans.iter().filter(|plan| plan.matches(&wanted)).cloned().collect::<Vec<_>>())
    });
    let on_count = move || {
        plans.with(|plans| {
            let on = disabled.with(|off| plans.iter().filter(|plan| !off.contains(&plan.id)).count());
            lab.words().plans_on_of(on, plans.len())
        })
    };
    // Under a filter only what is shown is switched: nobody means what is not in sight.
    let switch_shown = move |switch: fn(&mut BTreeSet<PlanId>, PlanId)| {
        let mut off = disabled.get_untracked();
        shown.with_untracked(|shown| shown.iter().for_each(|plan| switch(&mut off, plan.id)));
        set.run(off);
    };
    let is_filtered = Memo::new(move |_| !filter.with(|filter| filter.trim().is_empty()));
    let word = move |all, shown| lab.text(if is_filtered.get() { shown } else { all });
    view! {
        <fieldset class="plans">
            <legend class="vh">{text::SERVICE_PLANS}</legend>
            <div class="tools plans-tools">
                <input
                    class="in in--sm"
                    type="search"
                    placeholder=text::PLAN_FILTER_EXAMPLE
                    aria-label=text::PLAN_FILTER
                    prop:value=move || filter.get()
                    on:input:target=move |event| filter.set(event.target().value())
                />
                <button
                    class="btn btn--sm"
                    type="button"
                    on:click=move |_| switch_shown(|off, plan| {
                        off.remove(&plan);
                    })
                >
                    {move || word(text::ALL_ON, text::ALL_ON_SHOWN)}
                </button>
                <button
                    class="btn btn--sm"
                    type="button"
                    on:click=move |_| switch_shown(|off, plan| {
                        off.insert(plan);
                    })
                >
                    {move || word(text::ALL_OFF, text::ALL_OFF_SHOWN)}
                </button>
                <span class="end small faint" role="status">
                    {on_count}
                </span>
            </div>
            <ul class="plan-list">
                <For each=move || shown.get() key=|plan| plan.id.raw() let:plan>
                    {
                        let id = plan.id;
                        let on = move || disabled.with(|off| !off.contains(&id));
                        let flip = move |event: Targeted<Event, HtmlInputElement>| {
                            let mut off = disabled.get_untracked();
                            if !off.remove(&id) {
                                off.insert(id);
                            }
                            set.run(off);
                            // What is refused stays as it was.
                            event.target().set_checked(untrack(on));
                        };
                        view! {
                            <li>
                                <label>
                                    <span class="plan-name">
                                        {plan.name} <code class="faint">{plan.technical}</code>
                                    </span>
                                    <span class="faint small" aria-hidden="true">
                                        {move || lab.text(if on() { text::ON } else { text::OFF })}
                                    </span>
                                    <input class="sw" type="checkbox" role="switch" prop:checked=on on:change:target=flip />
                                </label>
                            </li>
                        }
                    }
                </For>
            </ul>
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="pad small faint">{text::NO_PLAN_MATCHES}</p>
            </Show>
        </fieldset>
    }
}
