//! The list of lessons.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_lesson::Progress;
use licensing_view::lesson::{LessonCard, LessonsView, TrackView, lessons};
use licensing_view::{Icon, Route};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::{Learning, files};
use crate::files::{Kind, save};
use crate::lab::Lab;
use crate::parts::{ChooseFiles, Pic, StatusTag};
use crate::text;

/// The longest file of progress that is read.
const MOST_BYTES: f64 = 256.0 * 1024.0;

/// All lessons, track by track.
#[component]
pub(super) fn LessonsScreen() -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let course = RwSignal::new(None);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        let language = lab.words().language();
        spawn_local(async move {
            let lessons = files::lessons(learning).await;
            let words = files::words(learning, language).await;
            match lessons.zip(words) {
                Some((lessons, words)) => {
                    let _ = course.try_set(Some((files::heads(&lessons), files::all_words(&words))));
                }
                None => _ = failed.try_set(true),
            }
        });
    });
    let shown = Memo::new(move |_| {
        let (words, progress) = (lab.words(), learning.progress());
        course.with(|course| course.as_ref().map(|(heads, texts)| lessons(heads, texts, &progress, words)))
    });
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::LESSONS}
                </h1>
                <p>{text::LESSONS_LEAD}</p>
            </div>
            <div class="end">
                <a class="btn" href=Route::Author.to_string()>
                    <Pic icon=Icon::Plus />
                    {text::AUTHOR}
                </a>
                <a class="btn" href=Route::CheatSheet.to_string()>
                    <Pic icon=Icon::File />
                    {text::PRINT_CHEAT_SHEET}
                </a>
                <a class="btn" href=Route::Assess.to_string()>
                    <Pic icon=Icon::File />
                    {text::ASSESS}
                </a>
                {move || {
                    shown
                        .with(|view| view.as_ref().and_then(|view| view.next.clone()))
                        .map(|(id, label)| {
                            view! {
                                <a class="btn btn--primary" href=format!("#/lessons/{id}")>
                                    <Pic icon=Icon::Play />
                                    {label}
                                </a>
                            }
                        })
                }}
            </div>
        </div>
        {move || {
            failed
                .get()
                .then(|| view! { <div class="note note--err" role="alert"><div>{text::LESSON_NOT_LOADED}</div></div> })
        }}
        {move || shown.get().map(|view| course_view(lab, learning, view))}
    }
}

fn course_view(lab: Lab, learning: Learning, view: LessonsView) -> impl IntoView {
    let LessonsView { done, bars, tracks, .. } = view;
    let track = |TrackView { title, cards }: TrackView| {
        let count = cards.len();
        view! {
            <section class="track-of-lessons">
                <h2>{title} " " <span class="faint">{count}</span></h2>
                <ul class="lessons">{cards.into_iter().map(card).collect_view()}</ul>
            </section>
        }
    };
    let export = move |_| {
        let text = untrack(|| learning.progress()).to_text();
        save("licensing-lab-progress.json", Kind::Json, &text);
    };
    let import = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next().filter(|file| file.size() <= MOST_BYTES) else {
            return lab.say_text(text::LESSONS_NOT_IMPORTED);
        };
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            match text.and_then(|text| Progress::read(&file.name(), text).ok()) {
                Some(theirs) => {
                    learning.change(|progress| progress.merge(theirs));
                    lab.say_text(text::LESSONS_IMPORTED);
                }
                None => lab.say_text(text::LESSONS_NOT_IMPORTED),
            }
        });
    };
    let label = done.clone();
    view! {
        <section class="card" aria-label=label>
            <div class="pad progress-of-lessons">
                <b>{done}</b>
                <span class="bars" aria-hidden="true">
                    {bars.into_iter().map(|done| view! { <i class:on=done></i> }).collect_view()}
                </span>
                <span class="small faint">{text::LESSONS_KEPT_HERE}</span>
                <button class="btn btn--sm" type="button" on:click=export>
                    <Pic icon=Icon::Download />
                    {text::LESSONS_EXPORT}
                </button>
                <ChooseFiles
                    label=text::LESSONS_IMPORT
                    accept=".json,application/json"
                    class="btn btn--sm"
                    take=Callback::new(import)
                />
            </div>
        </section>
        {tracks.into_iter().map(track).collect_view()}
    }
}

fn card(card: LessonCard) -> impl IntoView {
    let LessonCard { id, number, minutes, title, summary, status, rules, is_next } = card;
    view! {
        <li>
            <a class="lesson-card" class:lesson-card--next=is_next href=format!("#/lessons/{id}")>
                <span class="hd">
                    <span>{number}</span>
                    <span>{minutes}</span>
                </span>
                <h3>{title}</h3>
                <p>{summary}</p>
                <span class="ft">
                    <StatusTag status=status />
                    <span class="rule">{rules}</span>
                </span>
            </a>
        </li>
    }
}
