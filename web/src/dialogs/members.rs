//! Who joins a group; which group a user joins.

use std::collections::BTreeSet;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::{Command, GroupId, Member, UserId};

use crate::foresight;
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::text;

/// Rows that are drawn at once; the filter finds the others.
const ROWS: usize = 100;

/// Asks who joins a group.
#[component]
pub(crate) fn AddMembersDialog(
    /// Which.
    group: GroupId,
) -> impl IntoView {
    let lab = Lab::here();
    let filter = RwSignal::new(String::new());
    let chosen = RwSignal::new(BTreeSet::<Member>::new());
    let refusal = RwSignal::new(None);
    let commands = Signal::derive(move || {
        chosen.with(|chosen| chosen.iter().map(|member| Command::AddMember(group, *member)).collect())
    });
    let candidates = lab.memo(move |document| document.candidates(group, &filter.get(), ROWS));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        for member in chosen.get() {
            if let Err(note) = lab.send(Command::AddMember(group, member)) {
                return refusal.set(Some(note));
            }
            chosen.update(|chosen| {
                chosen.remove(&member);
            });
        }
        lab.answered();
    };
    let row = move |(member, name, below): (Member, String, String)| {
        let flip = move |_| {
            chosen.update(|chosen| {
                if !chosen.remove(&member) {
                    chosen.insert(member);
                }
            });
        };
        view! {
            <li>
                <label>
                    <input
                        type="checkbox"
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&member))
                        on:change=flip
                    />
                    <span class="what">{name} <small>{below}</small></span>
                </label>
            </li>
        }
    };
    view! {
        <Dialog title=text::ADD_MEMBERS_TITLE on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <input
                        class="in"
                        type="search"
                        autofocus=true
                        placeholder=text::FILTER_BY_NAME
                        aria-label=text::FILTER_BY_NAME
                        prop:value=move || filter.get()
                        on:input:target=move |event| filter.set(event.target().value())
                    />
                    <fieldset class="bare">
                        <legend class="vh">{text::MEMBERS}</legend>
                        <ul class="choices">{move || candidates.get().into_iter().map(row).collect_view()}</ul>
                    </fieldset>
                    <Show when=move || candidates.with(Vec::is_empty)>
                        <p class="small dim">{text::NOBODY_TO_ADD}</p>
                    </Show>
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot
                    action=Signal::derive(move || match chosen.with(BTreeSet::len) {
                        0 => lab.text(text::ADD_NO_MEMBERS).to_string(),
                        number => lab.words().add_so_many(number),
                    })
                    ready=Signal::derive(move || chosen.with(|chosen| !chosen.is_empty()))
                    hint=text::ADD_MEMBERS_HINT
                />
            </form>
        </Dialog>
    }
}

/// Asks which group a user joins.
#[component]
pub(crate) fn AddToGroupDialog(
    /// Who.
    user: UserId,
) -> impl IntoView {
    let lab = Lab::here();
    let groups = lab.memo(move |document| document.groups_to_join(user));
    let chosen = RwSignal::new(None::<GroupId>);
    let join = move |group| Command::AddMember(group, Member::User(user));
    let commands = Signal::derive(move || chosen.get().map(join).into_iter().collect());
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(group) = chosen.get() else { return };
        match lab.send(join(group)) {
            Ok(_) => lab.answered(),
            Err(note) => refusal.set(Some(note)),
        }
    };
    view! {
        <Dialog title=text::ADD_TO_GROUP on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <fieldset class="bare">
                        <legend class="vh">{text::GROUPS}</legend>
                        <ul class="choices">
                            {move || {
                                groups
                                    .get()
                                    .into_iter()
                                    .map(|(group, below)| {
                                        let id = group.id;
                                        view! {
                                            <li>
                                                <label>
                                                    <input
                                                        type="radio"
                                                        name="group"
                                                        prop:checked=move || chosen.get() == Some(id)
                                                        on:change=move |_| chosen.set(Some(id))
                                                    />
                                                    <span class="what">{group.name} <small>{below}</small></span>
                                                </label>
                                            </li>
                                        }
                                    })
                                    .collect_view()
                            }}
                        </ul>
                    </fieldset>
                    <Show when=move || groups.with(Vec::is_empty)>
                        <p class="small dim">{text::NO_GROUP_TO_JOIN}</p>
                    </Show>
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot
                    action=text::ADD
                    ready=Signal::derive(move || chosen.with(Option::is_some))
                    hint=text::ADD_MEMBERS_HINT
                />
            </form>
        </Dialog>
    }
}
