//! Who decides on the members of a group: administrators, or a rule (R17).

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{Command, GroupId};
use licensing_wording::{Text, Words};

use super::sent::answer;
use crate::foresight;
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::text;

/// Asks for the rule of a group.
#[component]
pub(crate) fn RuleDialog(
    /// Which.
    group: GroupId,
) -> impl IntoView {
    let lab = Lab::here();
    // What reads rules comes with it.
    lab.load_catalog();
    let now = lab.memo(move |document| document.group(group).and_then(|view| view.rule)).get_untracked();
    let now = now.map(|rule| MembershipRule { text: rule.text, membership: rule.membership });
    let (text_now, membership_now) =
        now.clone().map_or_else(|| (String::new(), Membership::Dynamic), |rule| (rule.text, rule.membership));
    let rule = RwSignal::new(text_now);
    let membership = RwSignal::new(membership_now);
    let refusal = RwSignal::new(None);
    let asked = move || MembershipRule { text: rule.get(), membership: membership.get() };
    let commands = Signal::derive(move || {
        let asked = asked();
        let is_new = !asked.text.is_empty() && now.as_ref() != Some(&asked);
        is_new.then_some(Command::SetMembershipRule(group, asked)).into_iter().collect()
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer(lab, lab.send(Command::SetMembershipRule(group, asked())), refusal);
    };
    view! {
        <Dialog title=text::MEMBERSHIP_RULE about=super::about::group(lab, group) on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <MembershipField membership=membership />
                    <Show when=move || membership.get().has_rule()>
                        <RuleField rule=rule />
                        <p class="small dim">{text::RULE_PITFALL}</p>
                    </Show>
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot action=text::SAVE />
            </form>
        </Dialog>
    }
}

/// A choice of who decides.
#[component]
pub(super) fn MembershipField(
    /// The choice.
    membership: RwSignal<Membership>,
) -> impl IntoView {
    let lab = Lab::here();
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event).parse().ok();
        if let Some(chosen) = chosen.and_then(|at: usize| Membership::ALL.get(at)) {
            membership.set(*chosen);
        }
    };
    let option = move |(at, choice): (usize, Membership)| {
        view! {
            <option value=at.to_string() prop:selected=move || membership.get() == choice>
                {move || word(lab.words(), choice)}
            </option>
        }
    };
    view! {
        <label class="field">
            {text::MEMBERSHIP_TYPE} <select class="in" aria-describedby="membership-help" on:change=choose>
                {Membership::ALL.into_iter().enumerate().map(option).collect_view()}
            </select>
            <span class="help" id="membership-help">
                {move || meaning(lab.words(), membership.get())}
            </span>
        </label>
    }
}

/// A field for the rule.
#[component]
pub(super) fn RuleField(
    /// Its text.
    rule: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label class="field">
            {text::MEMBERSHIP_RULE}
            <textarea
                class="in"
                rows="3"
                spellcheck="false"
                autocomplete="off"
                placeholder=text::RULE_EXAMPLE
                aria-describedby="rule-help"
                prop:value=move || rule.get()
                on:input:target=move |event| rule.set(event.target().value())
            ></textarea>
            <span class="help" id="rule-help">
                {text::RULE_HELP}
            </span>
        </label>
    }
}

fn word(words: Words, membership: Membership) -> &'static str {
    words.text(match membership {
        Membership::Assigned => Text::MEMBERSHIP_ASSIGNED,
        Membership::Dynamic => Text::MEMBERSHIP_DYNAMIC,
        Membership::Paused => Text::MEMBERSHIP_PAUSED,
    })
}

fn meaning(words: Words, membership: Membership) -> &'static str {
    words.text(match membership {
        Membership::Assigned => Text::MEMBERSHIP_ASSIGNED_MEANS,
        Membership::Dynamic => Text::MEMBERSHIP_DYNAMIC_MEANS,
        Membership::Paused => Text::MEMBERSHIP_PAUSED_MEANS,
    })
}
