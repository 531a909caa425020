//! A service plan that Microsoft adds to a product.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::{Command, PlanId, ProductId};
use licensing_view::PlanChoice;

use super::filter::{FilterField, take_first};
use super::sent::answer;
use crate::foresight;
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::text;

/// Rows that are drawn at once; the filter finds the others.
const ROWS: usize = 100;

/// Asks which plan a product gets.
#[component]
pub(crate) fn AddPlanDialog(
    /// Which product.
    product: ProductId,
) -> impl IntoView {
    let lab = Lab::here();
    let filter = RwSignal::new(String::new());
    let plans = lab.memo(move |document| document.plans_to_add(product, &filter.get(), ROWS));
    let about =
        lab.memo(move |document| document.product_name(product).map(|product| product.name).unwrap_or_default());
    let chosen = RwSignal::new(None::<PlanId>);
    let refusal = RwSignal::new(None);
    let commands =
        Signal::derive(move || chosen.get().map(|plan| Command::AddServicePlan(product, plan)).into_iter().collect());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(plan) = chosen.get() else { return };
        answer(lab, lab.send(Command::AddServicePlan(product, plan)), refusal);
    };
    let take_first = take_first(
        move || plans.with_untracked(|plans| plans.rows.iter().map(|plan| plan.id).collect()),
        move |plan| chosen.get_untracked() == Some(plan),
        move |plan| chosen.set(Some(plan)),
    );
    let row = move |PlanChoice { id, name, technical }: PlanChoice| {
        view! {
            <li>
                <label>
                    <input
                        type="radio"
                        name="plan"
                        prop:checked=move || chosen.get() == Some(id)
                        on:change=move |_| chosen.set(Some(id))
                    />
                    <span class="what">{name} <small class="mono">{technical}</small></span>
                </label>
            </li>
        }
    };
    view! {
        <Dialog title=text::ADD_PLAN_TITLE about=about on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <p class="small dim">{text::ADD_PLAN_LEAD}</p>
                    <FilterField
                        filter=filter
                        label=text::PLAN_FILTER
                        example=text::PLAN_FILTER_EXAMPLE
                        take_first=take_first
                    />
                    <fieldset class="bare">
                        <legend class="vh">{text::SERVICE_PLAN}</legend>
                        <ul class="choices">{move || plans.get().rows.into_iter().map(row).collect_view()}</ul>
                    </fieldset>
                    <span class="small faint" role="status">
                        {move || plans.with(|plans| text::shown_of(lab.words(), plans.rows.len(), plans.all))}
                    </span>
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot action=text::ADD_PLAN_NOW ready=Signal::derive(move || chosen.with(Option::is_some)) />
            </form>
        </Dialog>
    }
}
