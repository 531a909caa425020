//! Which product a user or a group gets, with which plans.

use std::collections::BTreeSet;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, GroupId, License, PlanId, ProductId, UserId};
use licensing_view::PlanChoice;
use licensing_view::group::AssignChoice;

use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, PlanSwitches, RefusalNote};
use crate::text::{self, Spoken};

/// Who gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum To {
    /// A user, directly.
    User(UserId),
    /// A group, for its members.
    Group(GroupId),
}

impl To {
    /// The products of the tenant, and what is off where they are assigned already.
    fn choices(self, lab: Lab) -> Memo<Vec<AssignChoice>> {
        match self {
            To::User(user) => lab.memo(move |document| document.choices_for_user(user)),
            To::Group(group) => lab.memo(move |document| document.choices_for_group(group)),
        }
    }

    fn assign(self, product: ProductId, disabled: BTreeSet<PlanId>) -> Command {
        let license = License { product, disabled: disabled.into_iter().collect() };
        let change = LicenseChange { add: vec![license], remove: Vec::new() };
        match self {
            To::User(user) => Command::ChangeUserLicenses(user, change),
            To::Group(group) => Command::ChangeGroupLicenses(group, change),
        }
    }

    const fn hint(self) -> Spoken {
        match self {
            To::User(_) => text::DIRECT_HINT,
            To::Group(_) => text::GROUP_HINT,
        }
    }
}

fn plans_of(
    choices: Memo<Vec<AssignChoice>>,
    product: impl Fn() -> Option<ProductId> + Send + Sync + 'static,
) -> Memo<Vec<PlanChoice>> {
    Memo::new(move |_| {
        let product = product();
        choices.with(|choices| {
            let choice = choices.iter().find(|choice| Some(choice.product.id) == product);
            choice.map(|choice| choice.plans.clone()).unwrap_or_default()
        })
    })
}

/// Asks which product is assigned, and with which plans.
#[component]
pub(crate) fn AssignDialog(
    /// Who gets it.
    to: To,
) -> impl IntoView {
    let lab = Lab::here();
    let choices = to.choices(lab);
    let open = Memo::new(move |_| {
        choices.with(|choices| choices.iter().filter(|choice| choice.disabled.is_none()).cloned().collect::<Vec<_>>())
    });
    let product = RwSignal::new(None::<ProductId>);
    let disabled = RwSignal::new(BTreeSet::new());
    let refusal = RwSignal::new(None);
    let plans = plans_of(choices, move || product.get());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(product) = product.get() else { return };
        match lab.send(to.assign(product, disabled.get())) {
            Ok(_) => lab.answered(),
            Err(note) => refusal.set(Some(note)),
        }
    };
    let row = move |choice: AssignChoice| {
        let id = choice.product.id;
        let pick = move |_| {
            product.set(Some(id));
            disabled.set(BTreeSet::new());
        };
        view! {
            <li>
                <label>
                    <input
                        type="radio"
                        name="product"
                        prop:checked=move || product.get() == Some(id)
                        on:change=pick
                    />
                    <span class="what">{choice.product.name}</span>
                    <span class="aside">{choice.left}</span>
                </label>
            </li>
        }
    };
    view! {
        <Dialog title=text::ASSIGN_TITLE on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <fieldset class="bare">
                        <legend class="field">{text::PRODUCT}</legend>
                        <ul class="choices">{move || open.get().into_iter().map(row).collect_view()}</ul>
                    </fieldset>
                    <Show when=move || open.with(Vec::is_empty)>
                        <p class="small dim">{text::NOTHING_TO_ASSIGN}</p>
                    </Show>
                    <Show when=move || product.with(Option::is_some)>
                        <PlanSwitches plans=plans disabled=disabled />
                    </Show>
                </div>
                <DialogFoot
                    action=text::ASSIGN_NOW
                    ready=Signal::derive(move || product.with(Option::is_some))
                    hint=to.hint()
                />
            </form>
        </Dialog>
    }
}

/// Asks which plans of an assigned product are on.
#[component]
pub(crate) fn PlansDialog(
    /// Who has it.
    to: To,
    /// Which.
    product: ProductId,
) -> impl IntoView {
    let lab = Lab::here();
    let choices = to.choices(lab);
    let find = move |choices: &Vec<AssignChoice>| choices.iter().find(|choice| choice.product.id == product).cloned();
    let now = choices.with_untracked(find);
    let name = now.as_ref().map_or(String::new(), |choice| choice.product.name.clone());
    let title = Signal::derive(move || lab.words().plans_of(&name));
    let disabled = RwSignal::new(now.and_then(|choice| choice.disabled).unwrap_or_default().into_iter().collect());
    let refusal = RwSignal::new(None);
    let plans = plans_of(choices, move || Some(product));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match lab.send(to.assign(product, disabled.get())) {
            Ok(_) => lab.answered(),
            Err(note) => refusal.set(Some(note)),
        }
    };
    view! {
        <Dialog title=title on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <PlanSwitches plans=plans disabled=disabled />
                </div>
                <DialogFoot action=text::SAVE hint=to.hint() />
            </form>
        </Dialog>
    }
}
