//! The words of a lesson, in one language or in both.

use leptos::prelude::*;
use licensing_lesson::Texts;
use licensing_view::Icon;
use licensing_wording::Language;

use super::draft::Draft;
use crate::parts::{Pic, Segmented};
use crate::text::{self, Spoken};

/// Reads and writes one text.
type Access = (fn(&Texts) -> String, fn(&mut Texts, String));

const TITLE: Access = (|texts| texts.title.clone(), |texts, said| texts.title = said);
const SUMMARY: Access = (|texts| texts.summary.clone(), |texts, said| texts.summary = said);
const STORY: Access =
    (|texts| texts.story.join("\n\n"), |texts, said| texts.story = said.split("\n\n").map(str::to_string).collect());
const QUESTIONS: Access =
    (|texts| texts.discussion.join("\n"), |texts, said| texts.discussion = said.lines().map(str::to_string).collect());
const DEBRIEF: [(Spoken, Access); 6] = [
    (text::LESSON_WHAT_HAPPENED, (|texts| texts.debrief.happened.clone(), |texts, said| texts.debrief.happened = said)),
    (text::LESSON_THE_RULE, (|texts| texts.debrief.rule.clone(), |texts, said| texts.debrief.rule = said)),
    (text::LESSON_THE_SOURCE, (|texts| texts.debrief.source.clone(), |texts, said| texts.debrief.source = said)),
    (
        text::LESSON_PORTAL_2019,
        (|texts| texts.debrief.portal_2019.clone(), |texts, said| texts.debrief.portal_2019 = said),
    ),
    (
        text::LESSON_PORTAL_TODAY,
        (|texts| texts.debrief.portal_today.clone(), |texts, said| texts.debrief.portal_today = said),
    ),
    (text::LESSON_WITH_GRAPH, (|texts| texts.debrief.graph.clone(), |texts, said| texts.debrief.graph = said)),
];

/// Title, story, what is said afterwards.
#[component]
pub(super) fn TheWords() -> impl IntoView {
    let draft = Draft::here();
    let line = move |label: Spoken, (read, write): Access| {
        view! {
            <label class="field">
                {label}
                <input
                    class="in"
                    type="text"
                    maxlength="200"
                    prop:value=move || draft.words(read)
                    on:input=move |event| draft.reword(|texts| write(texts, event_target_value(&event)))
                />
            </label>
        }
    };
    let several = move |label: Spoken, rows: u32, (read, write): Access| {
        view! {
            <label class="field">
                {label}
                <textarea
                    class="in prose-in"
                    rows=rows
                    maxlength="4000"
                    prop:value=move || draft.words(read)
                    on:input=move |event| draft.reword(|texts| write(texts, event_target_value(&event)))
                ></textarea>
            </label>
        }
    };
    let minutes = move || draft.with(|writing| writing.lesson().minutes).filter(|minutes| *minutes > 0);
    let set_minutes = move |typed: String| {
        let minutes = typed.trim().parse().unwrap_or_default();
        draft.change(|writing| writing.lesson_mut().minutes = minutes);
    };
    view! {
        <section class="card" aria-labelledby="author-words">
            <header>
                <h2 id="author-words">{text::AUTHOR_WORDS}</h2>
                <span class="end">
                    <Languages />
                </span>
            </header>
            <div class="pad stack">
                {line(text::AUTHOR_TITLE, TITLE)} {line(text::AUTHOR_SUMMARY, SUMMARY)}
                {several(text::AUTHOR_STORY, 5, STORY)} <p class="small dim help">{text::AUTHOR_STORY_HELP}</p>
                <label class="field">
                    {text::AUTHOR_MINUTES}
                    <input
                        class="in few"
                        type="number"
                        min="1"
                        max="240"
                        prop:value=move || minutes().map(|minutes| minutes.to_string()).unwrap_or_default()
                        on:input=move |event| set_minutes(event_target_value(&event))
                    />
                </label>
                <details class="disclosure">
                    <summary>{text::AUTHOR_DEBRIEF}</summary>
                    <div class="stack">
                        {DEBRIEF.into_iter().map(|(label, access)| several(label, 2, access)).collect_view()}
                        {several(text::AUTHOR_DISCUSSION, 3, QUESTIONS)}
                    </div>
                </details>
            </div>
        </section>
    }
}

/// In which language the words are shown, and a button for one that the lesson lacks.
#[component]
fn Languages() -> impl IntoView {
    let draft = Draft::here();
    let there = Memo::new(move |_| {
        draft.with(|writing| writing.lesson().texts.keys().copied().collect::<Vec<_>>()).unwrap_or_default()
    });
    let add = move |language: Language| {
        draft.change(|writing| writing.lesson_mut().add_language(language));
        draft.language.set(language);
    };
    move || {
        let there = there.get();
        let named = |language: &Language| {
            let name = language.name();
            (*language, Signal::derive(move || name.to_string()))
        };
        let lacking = Language::ALL.into_iter().filter(|language| !there.contains(language));
        let buttons = lacking.map(|language| {
            view! {
                <button class="btn btn--sm" type="button" on:click=move |_| add(language)>
                    <Pic icon=Icon::Plus />
                    {move || draft.lab.words().author_language_add(language.name())}
                </button>
            }
        });
        view! {
            <Segmented
                label=text::AUTHOR_LANGUAGE
                options=there.iter().map(named).collect()
                value=draft.language
                choose=move |language| draft.language.set(language)
            />
            {buttons.collect_view()}
        }
    }
}
