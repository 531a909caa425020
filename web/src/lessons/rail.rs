//! The lesson beside the screens: its story, its goals as they stand, hints, and what is said afterwards.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_lesson::{Help, Tag, Whose};
use licensing_view::lesson::allowed::allowed;
use licensing_view::lesson::{GoalView, LessonView, objectives};
use licensing_view::{Icon, Route};

use super::hand_in::HandIn;
use super::runs::{of_runs, of_text};
use super::{Learning, Opened, files, opening, showing, telling};
use crate::dom;
use crate::lab::Lab;
use crate::parts::{Pic, StatusTag};
use crate::text::{self, Spoken};

/// The lesson that the tenant belongs to.
#[component]
pub(super) fn LessonRail() -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let tag = lab.memo(|document| document.lesson().and_then(|tag| tag.parse::<Tag>().ok()));
    Effect::new(move |_| {
        let Some(tag) = tag.get() else { return };
        // Another language has other words.
        let _ = lab.words();
        spawn_local(async move {
            let opened = files::lesson(lab, learning, &tag).await.map(Arc::new);
            let _ = learning.failed.try_set(opened.is_none());
            let _ = learning.opened.try_set(opened);
        });
    });
    view! {
        <aside class="rail" aria-label=text::LESSON_PANEL>
            {move || match (learning.opened.get(), learning.failed.get()) {
                (Some(opened), _) => view! { <OpenLesson opened=opened /> }.into_any(),
                (None, true) => view! { <p class="in-rail" role="alert">{text::LESSON_NOT_LOADED}</p> }.into_any(),
                (None, false) => ().into_any(),
            }}
        </aside>
    }
}

#[component]
fn OpenLesson(
    /// The lesson.
    opened: Arc<Opened>,
) -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let own = Arc::clone(&opened);
    let stands = lab.memo(move |document| document.lesson_view(&own.lesson, &own.texts));
    let (id, tag) = (opened.lesson.id.clone(), opened.tag.clone());
    let is_open = RwSignal::new(true);
    Effect::new(move |was: Option<bool>| {
        let (solved, reached, commands) = stands.with(|view| (view.solved, view.reached, view.commands));
        if commands > 0 {
            learning.note(&tag, |progress| {
                progress.reached(&id, reached);
                if solved {
                    progress.solved(&id, commands);
                }
            });
        }
        if solved && was == Some(false) {
            lab.say_text(text::LESSON_DONE_TITLE);
            show_title(is_open);
        }
        solved
    });
    // On a phone the lesson stands above the screens: whoever goes to one has come to see that.
    let went = window_event_listener(ev::hashchange, move |_| {
        if dom::is_narrow() {
            is_open.set(false);
        }
    });
    on_cleanup(move || went.remove());
    show_title(is_open);
    let allowed = opened.lesson.allowed_kinds();
    let (asked, own) = (allowed.clone(), opened.lesson.id.clone());
    let is_kept = lab.memo(move |document| {
        let is_own = document.lesson().and_then(|tag| tag.parse::<Tag>().ok()).is_some_and(|tag| tag.id == own);
        !is_own || document.allows_just(asked.as_deref())
    });
    // The tenant may be another one of the same lesson, or of none any more.
    Effect::new(move |_| {
        if !is_kept.get() {
            lab.allow_only(allowed.clone());
        }
    });
    let place = opened.place;
    let title = opened.texts.title.clone();
    let minutes = opened.lesson.minutes as usize;
    let story = opened.texts.story.iter().map(|paragraph| view! { <p>{of_text(paragraph)}</p> }).collect_view();
    let handing = RwSignal::new(false);
    let is_own = opened.tag.whose == Whose::Own;
    let of_learner = (!is_own).then(|| view! { <p class="in-rail small dim">{text::LESSON_OF_LEARNER}</p> });
    let hand_in = is_own.then(|| {
        view! {
            <button
                class="btn btn--sm"
                type="button"
                aria-expanded=move || handing.get().to_string()
                on:click=move |_| handing.update(|open| *open = !*open)
            >
                <Pic icon=Icon::Share />
                {text::LESSON_HAND_IN}
            </button>
        }
    });
    let print = opened.lesson.id.parse().ok().map(|id| {
        view! {
            <a class="btn btn--sm" href=Route::PrintLesson(id).to_string()>
                {text::PRINT_LESSON}
            </a>
        }
    });
    let solved = Memo::new(move |_| stands.with(|view| view.solved));
    let opened = StoredValue::new(opened);
    telling::tell(lab, learning, opened, stands);
    let start_over = move |_| {
        learning.shown.set(None);
        if !is_own {
            // Another's way stays as it is: one's own begins beside it.
            opened.with_value(|opened| _ = opening::begin(lab, learning, opened, None));
        } else if lab.go_to(0) {
            lab.say_text(text::LESSON_STARTED_OVER);
        }
    };
    let leave = move |_| {
        lab.leave_lesson();
        crate::router::go(Route::Lessons);
    };
    view! {
        <details
            class="lesson"
            prop:open=move || is_open.get()
            on:toggle=move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
        >
            <summary>
                <span class="small faint">
                    {move || {
                        let words = lab.words();
                        let place = place.map(|(number, of)| words.lesson_of(number, of));
                        let minutes = (minutes > 0).then(|| words.lesson_minutes(minutes));
                        place.into_iter().chain(minutes).collect::<Vec<_>>().join(" · ")
                    }}
                </span>
                <h2 id="lesson-title">{title}</h2>
                <span class="bars" aria-hidden="true">
                    {move || {
                        stands
                            .with(|view| {
                                let well = |goal: &GoalView| goal.status.tone == licensing_view::Tone::Ok;
                                view.goals.iter().map(|goal| view! { <i class:on=well(goal)></i> }).collect_view()
                            })
                    }}
                </span>
            </summary>
            {of_learner}
            <div class="in-rail story">{story}</div>
            <Allowed opened=opened />
            <Goals stands=stands />
            <Show
                when=move || solved.get()
                fallback=move || view! { <Help opened=opened stands=stands /> }
            >
                <Debrief opened=opened stands=stands />
            </Show>
            <Show when=move || handing.get()>
                <HandIn opened=opened.get_value() />
            </Show>
            <footer class="in-rail row-of-buttons">
                <button class="btn btn--sm" type="button" on:click=start_over>
                    <Pic icon=Icon::Undo />
                    {text::LESSON_START_OVER}
                </button>
                {hand_in}
                {print}
                <button class="btn btn--sm btn--quiet" type="button" on:click=leave>
                    {text::LESSON_LEAVE}
                </button>
            </footer>
        </details>
    }
}

/// Opens the lesson, and shows its title where it stands above the screens.
fn show_title(is_open: RwSignal<bool>) {
    is_open.set(true);
    if dom::is_narrow() {
        request_animation_frame(|| dom::show("lesson-title"));
    }
}

#[component]
fn Goals(
    /// How the lesson stands.
    stands: Memo<LessonView>,
) -> impl IntoView {
    let lab = Lab::here();
    let goal = |goal: GoalView| {
        let GoalView { text, status, note, is_now } = goal;
        view! {
            <li class:now=is_now>
                <StatusTag status=status />
                <div>
                    <p>{of_runs(text)}</p>
                    {(!note.is_empty()).then(|| view! { <p class="small faint">{note}</p> })}
                </div>
            </li>
        }
    };
    view! {
        <section class="in-rail" aria-labelledby="lesson-goals">
            <h3 id="lesson-goals">
                {text::LESSON_GOALS_TITLE}
                <span class="faint small">
                    {move || {
                        let (reached, of) = stands.with(|view| (view.reached, view.goals.len()));
                        lab.words().lesson_goals_reached(of, reached)
                    }}
                </span>
            </h3>
            <ul class="goals">{move || stands.with(|view| view.goals.clone()).into_iter().map(goal).collect_view()}</ul>
            {move || {
                stands
                    .with(|view| view.missing.clone())
                    .map(|missing| view! { <p class="small missing" role="status">{missing}</p> })
            }}
        </section>
    }
}

/// What may be done, where that is not everything.
#[component]
fn Allowed(
    /// The lesson.
    opened: StoredValue<Arc<Opened>>,
) -> impl IntoView {
    let lab = Lab::here();
    let kinds = move || opened.with_value(|opened| allowed(&opened.lesson, lab.words()));
    kinds().is_some().then(|| {
        view! {
            <section class="in-rail" aria-labelledby="lesson-allowed">
                <h3 id="lesson-allowed">{text::LESSON_ALLOWED}</h3>
                <ul class="plain-list">
                    {move || kinds().into_iter().flatten().map(|kind| view! { <li>{kind}</li> }).collect_view()}
                </ul>
                <p class="small faint">{text::LESSON_ALLOWED_ALWAYS}</p>
            </section>
        }
    })
}

/// Hints, and the solution, while the lesson is not solved.
#[component]
fn Help(
    /// The lesson.
    opened: StoredValue<Arc<Opened>>,
    /// How it stands.
    stands: Memo<LessonView>,
) -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let told = RwSignal::new(BTreeSet::<String>::new());
    let tell = move |id: String| {
        opened.with_value(|opened| {
            learning.note(&opened.tag, |progress| progress.helped(&opened.lesson.id, Help::Hints));
        });
        told.update(|told| _ = told.insert(id));
    };
    let hints = Memo::new(move |_| stands.with(|view| view.hints.clone()));
    view! {
        <section class="in-rail" aria-labelledby="lesson-hints">
            <h3 id="lesson-hints">
                {text::LESSON_HINTS} <span class="faint small">{text::LESSON_HINTS_FREE}</span>
            </h3>
            {move || {
                let told = told.get();
                let hints = hints.get();
                let next = hints.iter().find(|(id, _)| !told.contains(id)).map(|(id, _)| id.clone());
                let shown = hints
                    .into_iter()
                    .filter(|(id, _)| told.contains(id))
                    .map(|(_, text)| {
                        view! {
                            <div class="note hint-of-lesson">
                                <Pic icon=Icon::Hint />
                                <div>{of_runs(text)}</div>
                            </div>
                        }
                    })
                    .collect_view();
                let button = next
                    .map(|id| {
                        view! {
                            <button class="btn btn--sm" type="button" on:click=move |_| tell(id.clone())>
                                <Pic icon=Icon::Hint />
                                {text::LESSON_HINT}
                            </button>
                        }
                    });
                view! { {shown} {button} }
            }}
        </section>
        <section class="in-rail showing">
            {move || match learning.shown.get() {
                None => {
                    view! {
                        <button
                            class="btn btn--sm btn--quiet"
                            type="button"
                            on:click=move |_| opened.with_value(|opened| showing::begin(lab, learning, opened))
                        >
                            <Pic icon=Icon::Preview />
                            {text::LESSON_SHOW_ME}
                        </button>
                    }
                        .into_any()
                }
                Some(place) => {
                    let of = opened.with_value(|opened| opened.lesson.reference.len());
                    view! {
                        <p class="small dim">{text::LESSON_SHOW_LEAD}</p>
                        <div class="row-of-buttons">
                            <button
                                class="btn btn--sm btn--primary"
                                type="button"
                                disabled={place >= of}
                                on:click=move |_| opened.with_value(|opened| showing::next(lab, learning, opened))
                            >
                                <Pic icon=Icon::Step />
                                {text::LESSON_SHOW_NEXT}
                            </button>
                            <button
                                class="btn btn--sm btn--quiet"
                                type="button"
                                on:click=move |_| learning.shown.set(None)
                            >
                                {text::LESSON_SHOW_STOP}
                            </button>
                        </div>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// What is said when the lesson is solved.
#[component]
fn Debrief(
    /// The lesson.
    opened: StoredValue<Arc<Opened>>,
    /// How it stands.
    stands: Memo<LessonView>,
) -> impl IntoView {
    let lab = Lab::here();
    let opened = opened.get_value();
    let debrief = opened.texts.debrief.clone();
    let parts: [(Spoken, String); 6] = [
        (text::LESSON_WHAT_HAPPENED, debrief.happened),
        (text::LESSON_THE_RULE, debrief.rule),
        (text::LESSON_THE_SOURCE, debrief.source),
        (text::LESSON_PORTAL_2019, debrief.portal_2019),
        (text::LESSON_PORTAL_TODAY, debrief.portal_today),
        (text::LESSON_WITH_GRAPH, debrief.graph),
    ];
    let parts = parts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(heading, text)| view! { <dt>{heading}</dt> <dd>{of_text(&text)}</dd> })
        .collect_view();
    let questions =
        opened.texts.discussion.iter().map(|question| view! { <li>{of_text(question)}</li> }).collect_view();
    let lesson = opened.lesson.clone();
    let exams = move || {
        let exams = objectives(&lesson, lab.words()).into_iter();
        exams.map(|objective| view! { <li lang="en">{objective}</li> }).collect_view()
    };
    let next = opened.next.clone().map(|id| {
        view! {
            <a class="btn btn--primary" href=format!("#/lessons/{id}")>
                {text::LESSON_NEXT}
                <Pic icon=Icon::Right />
            </a>
        }
    });
    view! {
        <section class="in-rail debrief" aria-labelledby="lesson-done">
            <div class="note note--ok">
                <Pic icon=Icon::Ok />
                <div>
                    <b id="lesson-done">{text::LESSON_DONE_TITLE}</b>
                    <p class="small">{move || stands.with(|view| view.sum.clone())}</p>
                </div>
            </div>
            <div class="row-of-buttons">
                {next}
                <button class="btn" type="button" on:click=move |_| showing::watch(lab)>
                    <Pic icon=Icon::Play />
                    {text::LESSON_WATCH_WAY}
                </button>
            </div>
            <dl>{parts}</dl>
            <h3>{text::LESSON_TO_DISCUSS}</h3>
            <ul class="plain-list">{questions}</ul>
            <h3>{text::LESSON_EXAMS}</h3>
            <ul class="plain-list small">{exams}</ul>
        </section>
    }
}
