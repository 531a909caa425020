//! Which products users or groups get, with which plans, and which they lose in the same change.

use std::collections::{BTreeMap, BTreeSet};

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, GroupId, License, PlanId, ProductId, UserId};
use licensing_view::PlanChoice;
use licensing_view::group::AssignChoice;

use super::sent::answer;
use crate::ask::Selection;
use crate::foresight;
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, PlanSwitches, RefusalNote};
use crate::text::{self, Spoken};
use licensing_session::Session;

/// Who gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum To {
    /// A user, directly.
    User(UserId),
    /// A group, for its members.
    Group(GroupId),
    /// All users that are selected, directly.
    Users(Selection),
    /// All groups that are selected.
    Groups(Selection),
}

impl To {
    /// The products of the tenant, and what is off where they are assigned already.
    fn choices(self, lab: Lab) -> Memo<Vec<AssignChoice>> {
        // Who is selected when the dialog opens: behind it nobody selects.
        match self {
            To::User(user) => lab.memo(move |document| document.choices_for_user(user)),
            To::Group(group) => lab.memo(move |document| document.choices_for_group(group)),
            To::Users(selection) => {
                let users: Vec<UserId> = ids(selection).map(UserId::from_raw).collect();
                lab.memo(move |document| document.choices_for_users(&users))
            }
            To::Groups(selection) => {
                let groups: Vec<GroupId> = ids(selection).map(GroupId::from_raw).collect();
                lab.memo(move |document| document.choices_for_groups(&groups))
            }
        }
    }

    /// Sends the change to all of them; what is accepted is undone together. A refusal is returned, and those who were
    /// refused stay selected.
    fn send(self, lab: Lab, change: LicenseChange) -> Result<(), licensing_view::RefusalNote> {
        let to_user = |user, change| Command::ChangeUserLicenses(user, change);
        let to_group = |group, change| Command::ChangeGroupLicenses(group, change);
        match self {
            To::User(user) => lab.send(to_user(user, change)).map(|_| ()),
            To::Group(group) => lab.send(to_group(group, change)).map(|_| ()),
            To::Users(selection) => send_each(lab, selection, |id| to_user(UserId::from_raw(id), change.clone())),
            To::Groups(selection) => send_each(lab, selection, |id| to_group(GroupId::from_raw(id), change.clone())),
        }
    }

    /// The commands that make the change for all of them; none where it changes nothing.
    fn commands(self, change: &LicenseChange) -> Vec<Command> {
        if change.add.is_empty() && change.remove.is_empty() {
            return Vec::new();
        }
        let to_user = |user| Command::ChangeUserLicenses(user, change.clone());
        let to_group = |group| Command::ChangeGroupLicenses(group, change.clone());
        match self {
            To::User(user) => vec![to_user(user)],
            To::Group(group) => vec![to_group(group)],
            To::Users(selection) => ids(selection).map(|id| to_user(UserId::from_raw(id))).collect(),
            To::Groups(selection) => ids(selection).map(|id| to_group(GroupId::from_raw(id))).collect(),
        }
    }

    fn title(self, lab: Lab) -> Signal<String> {
        match self {
            To::User(_) | To::Group(_) => text::ASSIGN_TITLE.signal(),
            To::Users(selection) => {
                let number = ids(selection).count();
                Signal::derive(move || lab.words().assign_to_users(number))
            }
            To::Groups(selection) => {
                let number = ids(selection).count();
                Signal::derive(move || lab.words().assign_to_groups(number))
            }
        }
    }

    /// Whom it is about, where that is one.
    fn about(self, lab: Lab) -> Signal<String> {
        match self {
            To::User(user) => super::about::user(lab, user),
            To::Group(group) => super::about::group(lab, group),
            To::Users(_) | To::Groups(_) => Signal::stored(String::new()),
        }
    }

    const fn hint(self) -> Spoken {
        match self {
            To::User(_) | To::Users(_) => text::DIRECT_HINT,
            To::Group(_) | To::Groups(_) => text::GROUP_HINT,
        }
    }
}

/// Who is selected. A table that is gone selects nobody.
fn ids(selection: Selection) -> impl Iterator<Item = u32> {
    let ids: Vec<u32> = selection.try_with_untracked(|ids| ids.iter().collect()).unwrap_or_default();
    ids.into_iter()
}

pub(super) fn send_each(
    lab: Lab,
    selection: Selection,
    command: impl Fn(u32) -> Command,
) -> Result<(), licensing_view::RefusalNote> {
    let done = lab.work(|document: &mut Session| {
        ids(selection).filter_map(|id| Some((id, document.apply(command(id)).err()?))).collect::<Vec<_>>()
    });
    let Some((refused, _)) = done else { return Ok(()) };
    // A table that is gone meanwhile has no selection to keep.
    let _ = selection.try_set(refused.iter().map(|(id, _)| *id).collect());
    let number = refused.len();
    let Some((_, first)) = refused.into_iter().next() else { return Ok(()) };
    let words = lab.words_now();
    let reason = first.exact.clone().unwrap_or_else(|| words.say(&first.plain));
    lab.say(words.some_refused(number, &reason));
    Err(first)
}

fn plans_of(choices: Memo<Vec<AssignChoice>>, product: ProductId) -> Memo<Vec<PlanChoice>> {
    Memo::new(move |_| {
        choices.with(|choices| {
            let choice = choices.iter().find(|choice| choice.product.id == product);
            choice.map(|choice| choice.plans.clone()).unwrap_or_default()
        })
    })
}

/// Products that are chosen, each with its plans that are off.
type Chosen = BTreeMap<ProductId, BTreeSet<PlanId>>;

/// Asks which products are assigned, with which plans, and which are taken away in the same change.
#[component]
pub(crate) fn AssignDialog(
    /// Who gets them.
    to: To,
) -> impl IntoView {
    let lab = Lab::here();
    let choices = to.choices(lab);
    let part = move |is_assigned: bool| {
        Memo::new(move |_| {
            let fits = |choice: &&AssignChoice| choice.disabled.is_some() == is_assigned;
            choices.with(|choices| choices.iter().filter(fits).cloned().collect::<Vec<_>>())
        })
    };
    let (open, assigned) = (part(false), part(true));
    let chosen = RwSignal::new(Chosen::new());
    let removed = RwSignal::new(BTreeSet::<ProductId>::new());
    let refusal = RwSignal::new(None);
    let change = move || {
        let license = |(product, disabled): (ProductId, BTreeSet<PlanId>)| License {
            product,
            disabled: disabled.into_iter().collect(),
        };
        LicenseChange {
            add: chosen.get().into_iter().map(license).collect(),
            remove: removed.get().into_iter().collect(),
        }
    };
    let commands = Signal::derive(move || to.commands(&change()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer(lab, to.send(lab, change()), refusal);
    };
    let add = move |choice: AssignChoice| {
        let id = choice.product.id;
        let flip = move |_| {
            chosen.update(|chosen| {
                if chosen.remove(&id).is_none() {
                    chosen.insert(id, BTreeSet::new());
                }
            });
        };
        let is_chosen = move || chosen.with(|chosen| chosen.contains_key(&id));
        row(choice.product.name, choice.left, is_chosen, flip)
    };
    let remove = move |choice: AssignChoice| {
        let id = choice.product.id;
        let flip = move |_| {
            removed.update(|removed| {
                if !removed.remove(&id) {
                    removed.insert(id);
                }
            });
        };
        row(choice.product.name, String::new(), move || removed.with(|removed| removed.contains(&id)), flip)
    };
    let products = Memo::new(move |_| {
        let is_chosen = |choice: &&AssignChoice| chosen.with(|chosen| chosen.contains_key(&choice.product.id));
        open.with(|open| open.iter().filter(is_chosen).map(|choice| choice.product.clone()).collect::<Vec<_>>())
    });
    let action = Signal::derive(move || {
        let swaps = removed.with(|removed| !removed.is_empty());
        lab.text(if swaps { text::APPLY_CHANGE } else { text::ASSIGN_NOW }).to_string()
    });
    view! {
        <Dialog title=to.title(lab) about=to.about(lab) on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <fieldset class="bare">
                        <legend class="field">{text::PRODUCTS_TO_ASSIGN}</legend>
                        <ul class="choices">{move || open.get().into_iter().map(add).collect_view()}</ul>
                    </fieldset>
                    <Show when=move || open.with(Vec::is_empty)>
                        <p class="small dim">{text::NOTHING_TO_ASSIGN}</p>
                    </Show>
                    <For each=move || products.get() key=|product| product.id let:product>
                        {plans(lab, product.id, product.name, plans_of(choices, product.id), chosen)}
                    </For>
                    <Show when=move || assigned.with(|assigned| !assigned.is_empty())>
                        <fieldset class="bare">
                            <legend class="field">{text::TAKE_AWAY_TOO}</legend>
                            <ul class="choices">{move || assigned.get().into_iter().map(remove).collect_view()}</ul>
                            <p class="small faint">{text::TAKE_AWAY_TOO_WHY}</p>
                        </fieldset>
                    </Show>
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot
                    action=action
                    ready=Signal::derive(move || {
                        chosen.with(|chosen| !chosen.is_empty()) || removed.with(|removed| !removed.is_empty())
                    })
                    hint=to.hint()
                />
            </form>
        </Dialog>
    }
}

fn row(
    name: String,
    aside: String,
    is_checked: impl Fn() -> bool + Send + Sync + 'static,
    flip: impl Fn(web_sys::Event) + 'static,
) -> impl IntoView {
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=is_checked on:change=flip />
                <span class="what">{name}</span>
                <span class="aside">{aside}</span>
            </label>
        </li>
    }
}

/// The plans of a chosen product. Of several products the last one is open: details of one name close each other.
fn plans(
    lab: Lab,
    product: ProductId,
    name: String,
    plans: Memo<Vec<PlanChoice>>,
    chosen: RwSignal<Chosen>,
) -> impl IntoView {
    let off = Signal::derive(move || chosen.with(|chosen| chosen.get(&product).cloned().unwrap_or_default()));
    let set = Callback::new(move |off| {
        chosen.update(|chosen| {
            chosen.insert(product, off);
        });
    });
    let count = move || {
        plans.with(|plans| {
            let on = off.with(|off| plans.iter().filter(|plan| !off.contains(&plan.id)).count());
            lab.words().plans_on_of(on, plans.len())
        })
    };
    view! {
        <details class="plans-of" name="plans-of" open>
            <summary>
                <span>{move || lab.words().plans_of(&name)}</span>
                <span class="small faint">{count}</span>
            </summary>
            <PlanSwitches plans=plans disabled=off set=set />
        </details>
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
    let disabled: BTreeSet<PlanId> = now.and_then(|choice| choice.disabled).unwrap_or_default().into_iter().collect();
    let before = disabled.clone();
    let disabled = RwSignal::new(disabled);
    let refusal = RwSignal::new(None);
    let plans = plans_of(choices, product);
    let change = move || {
        let license = License { product, disabled: disabled.get().into_iter().collect() };
        LicenseChange { add: vec![license], remove: Vec::new() }
    };
    let commands = Signal::derive(move || {
        let is_as_before = disabled.with(|disabled| *disabled == before);
        if is_as_before { Vec::new() } else { to.commands(&change()) }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer(lab, to.send(lab, change()), refusal);
    };
    view! {
        <Dialog title=title about=to.about(lab) on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <PlanSwitches plans=plans disabled=disabled set=move |off| disabled.set(off) />
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot
                    action=text::SAVE
                    ready=Signal::derive(move || commands.with(|commands| !commands.is_empty()))
                    hint=to.hint()
                />
            </form>
        </Dialog>
    }
}
