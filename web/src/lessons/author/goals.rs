//! The goals of a lesson: proposed by what differs, or picked from lists.

use leptos::prelude::*;
use licensing_lesson::{Condition, Goal, Scope};
use licensing_view::Icon;
use licensing_view::lesson::author::OwnCheck;

use super::draft::Draft;
use super::picking::{Change, CheckButtons, Picking};
use crate::parts::Pic;
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
    let ids = Memo::new(move |_| goals.with(|goals| goals.iter().map(|goal| goal.id.clone()).collect::<Vec<_>>()));
    let proposed = Memo::new(move |_| draft.with(|writing| writing.proposed(lab.words())).unwrap_or_default());
    let own = RwSignal::new(false);
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
        <section class="card" aria-labelledby="author-goals">
            <header>
                <h2 id="author-goals">{text::AUTHOR_GOALS}</h2>
            </header>
            <div class="pad stack">
                <ul class="own-checks">
                    <For each=move || ids.get() key=Clone::clone children=move |id| view! { <OwnGoal id=id goals=goals /> } />
                </ul>
                <Show when=move || own.get()>
                    {move || draft.now(|writing| writing.pick(None)).flatten().map(|pick| {
                        let take = Callback::new(move |check| {
                            add(check, Scope::End);
                            own.set(false);
                        });
                        view! { <Picking pick=pick take=take cancel=Callback::new(move |()| own.set(false)) /> }
                    })}
                </Show>
                <div class="row-of-buttons">
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-expanded=move || own.get().to_string()
                        on:click=move |_| own.update(|own| *own = !*own)
                    >
                        <Pic icon=Icon::Plus />
                        {text::AUTHOR_GOAL_OWN}
                    </button>
                </div>
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
            </div>
        </section>
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
    let goal =
        Memo::new(move |_| goals.with(|goals| id.with_value(|id| goals.iter().find(|goal| goal.id == *id).cloned())));
    let picking = RwSignal::new(false);
    let name = move || goal.with(|goal| goal.as_ref().map(|goal| goal.name.clone()).unwrap_or_default());
    let checks = move || goal.with(|goal| goal.as_ref().map(|goal| goal.checks.clone()).unwrap_or_default());
    let state = move || goal.with(|goal| goal.as_ref().map(|goal| goal.state.clone()));
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
    view! {
        <li class="own-check">
            <div class="own-head">
                <b>{name}</b>
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
                <CheckButtons
                    name=Signal::derive(name)
                    picking=picking
                    remove=Callback::new(move |()| draft.change(|writing| writing.lesson_mut().remove_goal(&id.get_value())))
                />
            </div>
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
            <p class="small">{checks} ". " <span class="dim">{state}</span></p>
            <Show when=move || picking.get()>
                <Change
                    condition=goal.with_untracked(|goal| goal.as_ref().map(|goal| goal.condition.clone()))
                    picking=picking
                    take=Callback::new(move |check| change(Box::new(move |goal| goal.check = check)))
                />
            </Show>
        </li>
    }
}
