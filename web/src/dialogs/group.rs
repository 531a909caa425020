//! A new group; a group's name.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::command::GroupKind;
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{Command, GroupId};
use licensing_view::Route;
use licensing_view::group::kind_name;

use super::rule::{MembershipField, RuleField};
use super::sent::answer;
use crate::lab::{Created, Lab};
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::router;
use crate::text::{self, Spoken};

const KINDS: [GroupKind; 4] =
    [GroupKind::Security, GroupKind::Microsoft365Security, GroupKind::Microsoft365, GroupKind::Distribution];

/// Asks for a new group.
#[component]
pub(crate) fn NewGroupDialog() -> impl IntoView {
    let lab = Lab::here();
    // What reads rules comes with it.
    lab.load_catalog();
    let name = RwSignal::new(String::new());
    let kind = RwSignal::new(GroupKind::Security);
    let membership = RwSignal::new(Membership::Assigned);
    let rule = RwSignal::new(String::new());
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let rule = MembershipRule { text: rule.get(), membership: membership.get() };
        match create(lab, name.get(), kind.get(), rule) {
            Ok(Some(id)) => {
                lab.answered();
                router::go(Route::Group(id));
            }
            Ok(None) => lab.answered(),
            Err(note) => refusal.set(Some(note)),
        }
    };
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event);
        if let Some(found) = chosen.parse().ok().and_then(|at: usize| KINDS.get(at)) {
            kind.set(*found);
        }
    };
    view! {
        <Dialog title=text::NEW_GROUP_TITLE on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <NameField name=name example=text::GROUP_NAME_EXAMPLE />
                    <label class="field">
                        {text::KIND}
                        <select class="in" aria-describedby="kind-help" on:change=choose>
                            {KINDS
                                .into_iter()
                                .enumerate()
                                .map(|(at, kind)| {
                                    view! { <option value=at.to_string()>{move || kind_name(lab.words(), kind)}</option> }
                                })
                                .collect_view()}
                        </select>
                        <span class="help" id="kind-help">
                            {text::KIND_HELP}
                        </span>
                    </label>
                    <MembershipField membership=membership />
                    <Show when=move || membership.get().has_rule()>
                        <RuleField rule=rule />
                    </Show>
                </div>
                <DialogFoot action=text::CREATE_GROUP />
            </form>
        </Dialog>
    }
}

/// Creates a group with its rule, both or neither.
fn create(
    lab: Lab,
    name: String,
    kind: GroupKind,
    rule: MembershipRule,
) -> Result<Option<GroupId>, licensing_view::RefusalNote> {
    let commands = move |created: Option<Created>| match created {
        Some(Created::Group(id)) if rule.membership.has_rule() => vec![Command::SetMembershipRule(id, rule.clone())],
        _ => Vec::new(),
    };
    let created = lab.send_all(Command::CreateGroup { name, kind }, commands)?;
    Ok(match created {
        Some(Created::Group(id)) => Some(id),
        _ => None,
    })
}

/// Asks for a group's name.
#[component]
pub(crate) fn RenameGroupDialog(
    /// Which.
    group: GroupId,
) -> impl IntoView {
    let lab = Lab::here();
    let now = lab.memo(move |document| document.group_name(group).map(|group| group.name).unwrap_or_default());
    let name = RwSignal::new(now.get_untracked());
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer(lab, lab.send(Command::RenameGroup(group, name.get())), refusal);
    };
    view! {
        <Dialog title=text::RENAME_GROUP about=super::about::group(lab, group) on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <NameField name=name example=text::GROUP_NAME_EXAMPLE />
                </div>
                <DialogFoot action=text::SAVE />
            </form>
        </Dialog>
    }
}

/// A field for a name.
#[component]
pub(super) fn NameField(
    /// The field's text.
    name: RwSignal<String>,
    /// A name as an example.
    example: Spoken,
) -> impl IntoView {
    view! {
        <label class="field">
            {text::NAME}
            <input
                class="in"
                autofocus=true
                autocomplete="off"
                placeholder=example
                prop:value=move || name.get()
                on:input:target=move |event| name.set(event.target().value())
            />
        </label>
    }
}
