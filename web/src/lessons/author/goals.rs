//! The goals of a lesson: proposed by what differs, or picked from lists.

use leptos::prelude::*;
use licensing_lesson::{Condition, Goal, Scope};
use licensing_view::lesson::author::OwnCheck;

use super::checks::{CheckRow, Checks, check};
use super::draft::Draft;
use crate::text::{self, Spoken};

/// When a goal has to hold, as it is chosen.
const SCOPES: [(Scope, &str, Spoken); 3] = [
    (Scope::End, "end", text::AUTHOR_WHEN_END),
    (Scope::Always, "always", text::AUTHOR_WHEN_ALWAYS),
    (Scope::Once, "once", text::AUTHOR_WHEN_ONCE),
];

/// What is to be reached.
#[component]
pub(super) fn TheGoals() -> impl IntoView {
    let draft = Draft::here();
    let lab = draft.lab;
    let goals = Memo::new(move |_| draft.with(|writing| writing.goals(lab.words())).unwrap_or_default());
    let proposed = Memo::new(move |_| draft.with(|writing| writing.proposed(lab.words())).unwrap_or_default());
    let add = move |check: Condition, scope: Scope| {
        let words = lab.words_now();
        draft.change(|writing| writing.add_goal(check, scope, words));
    };
    let proposal = move |(goal, said): (Goal, String)| {
        let label = lab.words().author_add_named(&said);
        view! {
            <li class="own-goal">
                <span>{said}</span>
                <button
                    class="btn btn--sm"
                    type="button"
                    aria-label=label
                    on:click=move |_| add(goal.check.clone(), goal.scope)
                >
                    {text::AUTHOR_ADD}
                </button>
            </li>
        }
    };
    view! {
        <Checks
            id="author-goals"
            title=text::AUTHOR_GOALS
            add=text::AUTHOR_GOAL_OWN
            checks=goals
            row=|id, goals| view! { <OwnGoal id=id goals=goals /> }.into_any()
            take=Callback::new(move |check| add(check, Scope::End))
        >
            <h3>{text::AUTHOR_PROPOSED}</h3>
            {move || {
                let proposed = proposed.get();
                if proposed.is_empty() {
                    view! { <p class="small faint">{text::AUTHOR_NO_GOALS}</p> }.into_any()
                } else {
                    view! {
                        <p class="small dim">{text::AUTHOR_GOALS_LEAD}</p>
                        <ul class="own-goals proposed">{proposed.into_iter().map(proposal).collect_view()}</ul>
                    }
                        .into_any()
                }
            }}
        </Checks>
    }
}

/// One goal: its words, when it has to hold, what is checked.
#[component]
fn OwnGoal(
    /// Its id.
    id: String,
    /// All goals.
    goals: Memo<Vec<OwnCheck>>,
) -> impl IntoView {
    let draft = Draft::here();
    let id = StoredValue::new(id);
    let goal = check(id, goals);
    let scope = move || goal.with(|goal| goal.as_ref().map(|goal| goal.scope));
    let change = move |change: Box<dyn FnOnce(&mut Goal)>| {
        draft.change(|writing| {
            let goals = &mut writing.lesson_mut().goals;
            if let Some(goal) = id.with_value(|id| goals.iter_mut().find(|goal| goal.id == *id)) {
                change(goal);
            }
        });
    };
    let choose = move |chosen: String| {
        if let Some((scope, ..)) = SCOPES.into_iter().find(|(_, value, _)| *value == chosen) {
            change(Box::new(move |goal| goal.scope = scope));
        }
    };
    let said = move || draft.words(|texts| id.with_value(|id| texts.goals.get(id).cloned()).unwrap_or_default());
    let say = move |said: String| draft.reword(|texts| _ = texts.goals.insert(id.get_value(), said));
    let when = view! {
        <label class="field field--row">
            <span class="vh">{text::AUTHOR_GOAL_WHEN}</span>
            <select class="in in--sm" on:change:target=move |event| choose(event.target().value())>
                {SCOPES
                    .into_iter()
                    .map(|(own, value, word)| {
                        view! { <option value=value selected=move || scope() == Some(own)>{word}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    };
    let remove = Callback::new(move |()| draft.change(|writing| writing.lesson_mut().remove_goal(&id.get_value())));
    view! {
        <CheckRow
            check=goal
            beside=when.into_any()
            take=Callback::new(move |check| change(Box::new(move |goal| goal.check = check)))
            remove=remove
        >
            <label class="field">
                {text::AUTHOR_GOAL_TEXT}
                <input
                    class="in"
                    type="text"
                    maxlength="200"
                    prop:value=said
                    on:input=move |event| say(event_target_value(&event))
                />
            </label>
        </CheckRow>
    }
}
