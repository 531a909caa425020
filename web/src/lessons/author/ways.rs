//! The ways of a lesson, each recorded by doing it.

use leptos::prelude::*;
use licensing_lesson::draft::Recorded;
use licensing_lesson::proof::Way;
use licensing_view::Icon;
use licensing_view::lesson::author::OwnWay;

use super::draft::Draft;
use crate::parts::Pic;
use crate::text;

/// The solution, others that are as good, and what is not enough.
#[component]
pub(super) fn TheWays() -> impl IntoView {
    let draft = Draft::here();
    let lab = draft.lab;
    let is_at_hand = lab.memo(move |document| draft.with(|writing| document.is_way_of(writing)).unwrap_or_default());
    let done = lab.memo(|document| document.commands_done());
    let cannot = move || !is_at_hand.get() || done.get() == 0;
    let has_goals = Memo::new(move |_| draft.with(|writing| !writing.lesson().goals.is_empty()).unwrap_or_default());
    let record = move |what: Recorded| {
        lab.session(|session| draft.change(|writing| writing.record(what, session)));
    };
    let ways = Memo::new(move |_| draft.with(|writing| writing.ways(lab.words())).unwrap_or_default());
    view! {
        <section class="card" aria-labelledby="author-ways">
            <header>
                <h2 id="author-ways">{text::AUTHOR_WAYS}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">{text::AUTHOR_WAYS_LEAD}</p>
                <ul class="own-checks">{move || ways.get().into_iter().map(way).collect_view()}</ul>
                <p>
                    {move || {
                        let (at_hand, commands) = (is_at_hand.get(), done.get());
                        at_hand.then(|| lab.words().author_done_so_far(commands))
                    }}
                    {move || (!is_at_hand.get()).then(|| lab.text(text::AUTHOR_ELSEWHERE))}
                </p>
                <div class="row-of-buttons">
                    <button class="btn" type="button" disabled=cannot on:click=move |_| record(Recorded::Solution)>
                        <Pic icon=Icon::Ok />
                        {text::AUTHOR_SOLUTION}
                    </button>
                    <button class="btn" type="button" disabled=cannot on:click=move |_| record(Recorded::Other)>
                        <Pic icon=Icon::Ok />
                        {text::AUTHOR_OTHER}
                    </button>
                    <button
                        class="btn"
                        type="button"
                        disabled=move || cannot() || !has_goals.get()
                        on:click=move |_| record(Recorded::Wrong)
                    >
                        <Pic icon=Icon::Error />
                        {text::AUTHOR_WRONG}
                    </button>
                </div>
                <Show when=move || !has_goals.get()>
                    <p class="small faint">{text::AUTHOR_WRONG_NEEDS_GOAL}</p>
                </Show>
            </div>
        </section>
    }
}

fn way(own: OwnWay) -> impl IntoView {
    let draft = Draft::here();
    let words = draft.lab.words();
    let OwnWay { way, name, commands, fails } = own;
    let (again, remove) = (words.author_replay_named(&name), words.author_remove_named(&name));
    let fails = match way {
        Way::Wrong(place) => Some(view! { <Fails place=place fails=fails /> }),
        Way::Solution | Way::Other(_) => None,
    };
    view! {
        <li class="own-check">
            <div class="own-head">
                <b>{name}</b>
                <span class="faint small">{commands}</span>
                <span class="acts">
                    <button class="btn btn--sm" type="button" aria-label=again on:click=move |_| draft.open_way(Some(way))>
                        <Pic icon=Icon::Play />
                        {text::AUTHOR_REPLAY}
                    </button>
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=remove
                        on:click=move |_| draft.change(|writing| writing.remove(way))
                    >
                        {text::AUTHOR_REMOVE}
                    </button>
                </span>
            </div>
            {fails}
        </li>
    }
}

/// The goal at which a wrong way fails.
#[component]
fn Fails(
    /// The place of the wrong way.
    place: usize,
    /// The place of the goal.
    fails: Option<usize>,
) -> impl IntoView {
    let draft = Draft::here();
    let goals = move || {
        let language = draft.language.get();
        draft.with(|writing| {
            let lesson = writing.lesson();
            let texts = lesson.texts.get(&language);
            let said = |id: &String| texts.and_then(|texts| texts.goals.get(id)).unwrap_or(id).clone();
            lesson.goals.iter().map(|goal| said(&goal.id)).collect::<Vec<_>>()
        })
    };
    let choose = move |chosen: String| {
        draft.change(|writing| {
            let lesson = writing.lesson_mut();
            let goal = chosen.parse().ok().and_then(|goal: usize| lesson.goals.get(goal)).map(|goal| goal.id.clone());
            if let Some((wrong, goal)) = lesson.wrong.get_mut(place).zip(goal) {
                wrong.fails = goal;
            }
        });
    };
    view! {
        <label class="field field--row">
            {text::AUTHOR_FAILS}
            <select
                class="in"
                aria-label=move || draft.lab.words().author_fails_of(place.saturating_add(1))
                on:change:target=move |event| choose(event.target().value())
            >
                {move || {
                    let option = |(goal, said): (usize, String)| {
                        view! { <option value=goal.to_string() selected=fails == Some(goal)>{said}</option> }
                    };
                    goals().unwrap_or_default().into_iter().enumerate().map(option).collect_view()
                }}
            </select>
        </label>
    }
}
