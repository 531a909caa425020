//! A product's plans as switches, by service, with a filter and all on or off at once.

use std::collections::BTreeSet;

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use licensing_model::PlanId;
use licensing_view::{PlanChoice, Service};
use web_sys::HtmlInputElement;

use crate::lab::Lab;
use crate::text::{self, Spoken};

/// The set of plans that are off, and who takes it when it is another.
#[derive(Clone, Copy)]
struct Off {
    plans: Signal<BTreeSet<PlanId>>,
    set: Callback<BTreeSet<PlanId>>,
}

impl Off {
    fn is_on(self, plan: PlanId) -> bool {
        self.plans.with(|off| !off.contains(&plan))
    }

    fn on_among(self, plans: &[PlanChoice]) -> usize {
        self.plans.with(|off| plans.iter().filter(|plan| !off.contains(&plan.id)).count())
    }

    fn turn_on(self, plans: &[PlanChoice]) {
        let mut off = self.plans.get_untracked();
        for plan in plans {
            off.remove(&plan.id);
        }
        self.set.run(off);
    }

    fn turn_off(self, plans: &[PlanChoice]) {
        let mut off = self.plans.get_untracked();
        off.extend(plans.iter().map(|plan| plan.id));
        self.set.run(off);
    }
}

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
    let off = Off { plans: disabled, set };
    let filter = RwSignal::new(String::new());
    let is_filtered = Memo::new(move |_| !filter.with(|filter| filter.trim().is_empty()));
    let shown = Memo::new(move |_| {
        let wanted = filter.get().trim().to_lowercase();
        plans.with(|plans| plans.iter().filter(|plan| plan.matches(&wanted)).cloned().collect::<Vec<_>>())
    });
    let services = Memo::new(move |_| {
        let services = shown.with(|shown| shown.iter().map(PlanChoice::service).collect::<BTreeSet<Service>>());
        services.into_iter().collect::<Vec<_>>()
    });
    let on_count = move || plans.with(|plans| lab.words().plans_on_of(off.on_among(plans), plans.len()));
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
                    // Who looks for something has not said yet what is to become of it.
                    on:keydown=move |event| {
                        if event.key() == "Enter" && is_filtered.get_untracked() {
                            event.prevent_default();
                        }
                    }
                />
                // Under a filter only what is shown is switched: nobody means what is not in sight.
                <button
                    class="btn btn--sm"
                    type="button"
                    on:click=move |_| shown.with_untracked(|shown| off.turn_on(shown))
                >
                    {move || word(text::ALL_ON, text::ALL_ON_SHOWN)}
                </button>
                <button
                    class="btn btn--sm"
                    type="button"
                    on:click=move |_| shown.with_untracked(|shown| off.turn_off(shown))
                >
                    {move || word(text::ALL_OFF, text::ALL_OFF_SHOWN)}
                </button>
                <span class="end small faint" role="status">
                    {on_count}
                </span>
            </div>
            <div class="plan-list">
                <For each=move || services.get() key=|service| *service let:service>
                    <PlansOfService service=service plans=plans shown=shown off=off is_filtered=is_filtered />
                </For>
            </div>
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="pad small faint">{text::NO_PLAN_MATCHES}</p>
            </Show>
        </fieldset>
    }
}

/// The switches of one service under its name, with all of them at once where no filter hides some. A product of a
/// single service needs no name over its plans.
#[component]
fn PlansOfService(
    service: Service,
    /// All plans of the product.
    plans: Signal<Vec<PlanChoice>>,
    /// Those that the filter leaves.
    shown: Memo<Vec<PlanChoice>>,
    off: Off,
    is_filtered: Memo<bool>,
) -> impl IntoView {
    let lab = Lab::here();
    let of_service = move |plans: &Vec<PlanChoice>| {
        plans.iter().filter(|plan| plan.service() == service).cloned().collect::<Vec<_>>()
    };
    let all = Memo::new(move |_| plans.with(of_service));
    let rows = Memo::new(move |_| shown.with(of_service));
    let is_named = Memo::new(move |_| plans.with(|plans| all.with(Vec::len) != plans.len()));
    let all_are_on = Memo::new(move |_| all.with(|all| off.on_among(all) == all.len()));
    let offers_all = move || !is_filtered.get() && all.with(|all| all.len() > 1);
    let switch_all = move |_| {
        all.with_untracked(|all| if untrack(|| all_are_on.get()) { off.turn_off(all) } else { off.turn_on(all) });
    };
    let name = move || lab.text(Spoken(service.text()));
    view! {
        <div role="group" aria-label=name>
            <Show when=move || is_named.get()>
                <div class="plan-service">
                    <span>{name}</span>
                    <span class="faint">
                        {move || all.with(|all| lab.words().plans_on_of(off.on_among(all), all.len()))}
                    </span>
                    <Show when=offers_all>
                        <button
                            class="btn btn--sm"
                            type="button"
                            aria-label=move || {
                                let words = lab.words();
                                if all_are_on.get() { words.all_off_of(name()) } else { words.all_on_of(name()) }
                            }
                            on:click=switch_all
                        >
                            {move || lab.text(if all_are_on.get() { text::ALL_OFF } else { text::ALL_ON })}
                        </button>
                    </Show>
                </div>
            </Show>
            <ul>
                <For each=move || rows.get() key=|plan| plan.id.raw() let:plan>
                    {plan_switch(lab, plan, off)}
                </For>
            </ul>
        </div>
    }
}

fn plan_switch(lab: Lab, PlanChoice { id, name, technical }: PlanChoice, off: Off) -> impl IntoView {
    let on = move || off.is_on(id);
    let flip = move |event: Targeted<Event, HtmlInputElement>| {
        let mut plans = off.plans.get_untracked();
        if !plans.remove(&id) {
            plans.insert(id);
        }
        off.set.run(plans);
        // What is refused stays as it was.
        event.target().set_checked(untrack(on));
    };
    view! {
        <li>
            <label>
                <span class="plan-name">
                    {name} <code class="faint">{technical}</code>
                </span>
                <span class="faint small" aria-hidden="true">
                    {move || lab.text(if on() { text::ON } else { text::OFF })}
                </span>
                <input class="sw" type="checkbox" role="switch" prop:checked=on on:change:target=flip />
            </label>
        </li>
    }
}
