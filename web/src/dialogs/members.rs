//! Who joins a group; which group a user joins.

use std::collections::BTreeSet;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::{Command, GroupId, Member, UserId};
use licensing_view::table::Ids;

use super::assign::send_each;
use super::filter::{FilterField, take_first};
use super::sent::answer;
use crate::ask::Selection;
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
    let found = lab.gradual_of(move || filter.get(), move |reading, filter, _| reading.candidates(group, filter, ROWS));
    let is_late = found.is_late;
    let candidates = Memo::new(move |_| found.value.get().unwrap_or_default());
    let about = super::about::group(lab, group);
    // Everybody whom the filter finds, listed or not; groups are chosen one by one.
    let choose_found = move |_| {
        // What is still looked for would be left out.
        if is_late.get_untracked() {
            return;
        }
        let found =
            candidates.with_untracked(|found| found.users.iter().copied().map(Member::User).collect::<Vec<_>>());
        chosen.update(|chosen| chosen.extend(found));
    };
    let take_first = take_first(
        move || candidates.with_untracked(|found| found.listed.iter().map(|(member, ..)| *member).collect()),
        move |member| chosen.with_untracked(|chosen| chosen.contains(&member)),
        move |member| chosen.update(|chosen| _ = chosen.insert(member)),
    );
    // While it is late, what stands there was not asked for: nothing is taken, and nothing sent.
    let take_first = Callback::new(move |()| is_late.get_untracked() || take_first.run(()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let members: Vec<Member> = chosen.get().into_iter().collect();
        let sent = lab.work(|document| {
            members
                .into_iter()
                .filter_map(|member| document.apply(Command::AddMember(group, member)).err().map(|note| (member, note)))
                .collect::<Vec<_>>()
        });
        let Some((refused, _)) = sent else { return };
        chosen.set(refused.iter().map(|(member, _)| *member).collect());
        match refused.into_iter().next() {
            Some((_, note)) => refusal.set(Some(note)),
            None => lab.answered(),
        }
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
        <Dialog title=text::ADD_MEMBERS_TITLE about=about on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <FilterField
                        filter=filter
                        label=text::FILTER_BY_NAME
                        example=text::FILTER_BY_NAME
                        take_first=take_first
                    />
                    <fieldset class="bare">
                        <legend class="vh">{text::MEMBERS}</legend>
                        <ul class="choices">
                            {move || candidates.with(|found| found.listed.clone()).into_iter().map(row).collect_view()}
                        </ul>
                    </fieldset>
                    <p class="found small dim" role="status">
                        {move || candidates.with(|found| {
                            let listed = found.listed.len();
                            (found.all > listed).then(|| lab.words().first_of_found(listed, found.all))
                        })}
                        <button
                            class="btn btn--sm"
                            type="button"
                            aria-disabled=move || is_late.get().then_some("true")
                            on:click=choose_found
                        >
                            {text::CHOOSE_ALL_FOUND}
                        </button>
                    </p>
                    <Show when=move || candidates.with(|found| found.listed.is_empty()) && !is_late.get()>
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

/// Who joins a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joining {
    /// One user.
    One(UserId),
    /// All users that are selected.
    Selected(Selection),
}

/// Asks which group users join.
#[component]
pub(crate) fn AddToGroupDialog(
    /// Who.
    who: Joining,
) -> impl IntoView {
    let lab = Lab::here();
    // Who is selected when the dialog opens: behind it nobody selects.
    let (one, about) = match who {
        Joining::One(user) => {
            (Some(user), lab.memo(move |document| document.person(user).map(|person| person.name).unwrap_or_default()))
        }
        Joining::Selected(selection) => {
            let number = selection.with_untracked(Ids::len);
            (None, lab.memo(move |document| document.words().count_users(number)))
        }
    };
    let groups = lab.memo(move |document| document.groups_to_join(one));
    let chosen = RwSignal::new(None::<GroupId>);
    let join = |group, user| Command::AddMember(group, Member::User(user));
    let commands = Signal::derive(move || match (chosen.get(), who) {
        (None, _) => Vec::new(),
        (Some(group), Joining::One(user)) => vec![join(group, user)],
        (Some(group), Joining::Selected(selection)) => {
            selection.with(|users| users.iter().map(|id| join(group, UserId::from_raw(id))).collect())
        }
    });
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(group) = chosen.get() else { return };
        let sent = match who {
            Joining::One(user) => lab.send(join(group, user)).map(|_| ()),
            Joining::Selected(selection) => send_each(lab, selection, |id| join(group, UserId::from_raw(id))),
        };
        answer(lab, sent, refusal);
    };
    view! {
        <Dialog title=text::ADD_TO_GROUP about=about on_close=move |()| lab.answered()>
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
