//! Lessons on paper, and the error codes on one page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_lesson::hand::{Hand, LESSON};
use licensing_lesson::{Help, OWN, Tag};
use licensing_view::lesson::Run;
use licensing_view::lesson::sheet::{CheatSheet, ErrorLine, Sheet, cheat_sheet};
use licensing_view::{Icon, LessonId, Route};

use super::runs::of_runs;
use super::variants::TheVariants;
use super::{Learning, files};
use crate::dom;
use crate::lab::Lab;
use crate::parts::{Pic, Segmented};
use crate::text::{self, Spoken};

/// What is printed of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paper {
    Handout,
    Answers,
    Trainer,
}

const PAPERS: [(Paper, Spoken); 3] = [
    (Paper::Handout, text::PRINT_HANDOUT),
    (Paper::Answers, text::PRINT_ANSWERS),
    (Paper::Trainer, text::PRINT_TRAINER),
];

/// A lesson as it will be on paper.
#[component]
pub(super) fn PrintScreen(
    /// Which lesson.
    id: LessonId,
) -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let paper = RwSignal::new(Paper::Handout);
    let sheet = RwSignal::new(None::<Sheet>);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        let words = lab.words();
        // The variant that is open is printed as it is open.
        let open = lab.session(|session| session.lesson().and_then(|tag| tag.parse::<Tag>().ok()));
        let open = open.filter(|open| open.id == id.as_str());
        let tag = open.unwrap_or_else(|| Tag { id: id.as_str().to_string(), ..Tag::default() });
        spawn_local(async move {
            let opened = files::lesson(lab, learning, &tag).await;
            let catalog = files::catalog(lab).await;
            let made =
                opened.and_then(|opened| licensing_session::sheet(&opened.lesson, &opened.texts, catalog, words));
            let _ = failed.try_set(made.is_none());
            let _ = sheet.try_set(made);
        });
    });
    // Whoever wrote a lesson gets its variants where it is written; of those that come with the page the tests have them hold.
    let variants = (!id.as_str().starts_with(OWN)).then(|| {
        let links = move |learners: u32| Some((1..=learners).map(|seed| variant_link(id, seed)).collect());
        view! {
            <section class="card on-screen" aria-labelledby="print-variants">
                <header>
                    <h2 id="print-variants">{text::PRINT_VARIANTS}</h2>
                </header>
                <div class="pad">
                    <TheVariants id=Signal::stored(id.as_str().to_string()) make=Callback::new(links) />
                </div>
            </section>
        }
    });
    let options = PAPERS.into_iter().map(|(paper, word)| (paper, word.signal())).collect();
    view! {
        <div class="page">
            <div class="intro">
                <h1 id="title" tabindex="-1">
                    {move || sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.title.clone()))}
                </h1>
                <p class="on-screen">{text::PRINT_LEAD}</p>
            </div>
            <div class="end">
                <a class="btn" href=Route::Lesson(id).to_string()>
                    {text::PRINT_BACK}
                </a>
                <PrintButton />
            </div>
        </div>
        <div class="on-screen">
            <Segmented label=text::PRINT_WHAT options=options value=paper choose=move |chosen| paper.set(chosen) />
        </div>
        {move || failed.get().then(|| view! { <div class="note note--err" role="alert"><div>{text::LESSON_NOT_THERE}</div></div> })}
        {move || sheet.get().map(|sheet| on_paper(sheet, paper.get()))}
        {variants}
    }
}

/// The whole address of a link to the beginning of a variant.
fn variant_link(lesson: LessonId, seed: u32) -> String {
    let start = Hand {
        lesson: lesson.as_str().to_string(),
        // Whichever there is when it is opened.
        version: 0,
        seed,
        learner: String::new(),
        help: Help::None,
        actions: Vec::new(),
        position: 0,
    };
    format!("{}{}", dom::page_address(), start.link(LESSON))
}

#[component]
fn PrintButton() -> impl IntoView {
    // A browser that does not print does nothing.
    let print = move |_| _ = window().print();
    view! {
        <button class="btn btn--primary" type="button" on:click=print>
            <Pic icon=Icon::File />
            {text::PRINT}
        </button>
    }
}

fn on_paper(sheet: Sheet, paper: Paper) -> impl IntoView {
    let Sheet {
        summary,
        minutes,
        story,
        beginning,
        goals,
        hints,
        solutions,
        wrong,
        debrief,
        discussion,
        objectives,
        ..
    } = sheet;
    let paragraph = |text: Vec<Run>| view! { <p>{of_runs(text)}</p> };
    let line = |text: Vec<Run>| view! { <li>{of_runs(text)}</li> };
    let list = move |heading: Spoken, texts: Vec<Vec<Run>>| {
        (!texts.is_empty()).then(|| {
            view! {
                <h2>{heading}</h2>
                <ul class="plain-list">{texts.into_iter().map(line).collect_view()}</ul>
            }
        })
    };
    let way = |things: Vec<String>| {
        let things = things.into_iter().map(|thing| view! { <li>{thing}</li> }).collect_view();
        view! { <ol class="plain-list way">{things}</ol> }
    };
    let rows = |rows: Vec<[String; 3]>| {
        let row = |[name, first, second]: [String; 3]| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="wrap">{first}</td>
                    <td class="wrap">{second}</td>
                </tr>
            }
        };
        rows.into_iter().map(row).collect_view()
    };
    let table = move |heads: [Spoken; 3], body: Vec<[String; 3]>| {
        (!body.is_empty()).then(|| {
            view! {
                <table class="tbl tbl--top">
                    <thead>
                        <tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr>
                    </thead>
                    <tbody>{rows(body)}</tbody>
                </table>
            }
        })
    };
    let has_answers = paper != Paper::Handout;
    let answers = has_answers.then(|| {
        let mut solutions = solutions.into_iter();
        let first = solutions.next().map(way);
        let others = solutions.map(|things| view! { <h3>{text::PRINT_ALSO}</h3> {way(things)} }).collect_view();
        let wrong = wrong
            .into_iter()
            .map(|(things, goal)| {
                view! {
                    {way(things)}
                    <p class="not-reached">
                        <b>{text::PRINT_NOT_REACHED}</b>
                        " "
                        {of_runs(goal)}
                    </p>
                }
            })
            .collect_view();
        let debrief = debrief
            .into_iter()
            .map(|(heading, text)| view! { <dt>{heading}</dt> <dd>{of_runs(text)}</dd> })
            .collect_view();
        view! {
            <h2>{text::PRINT_ANSWER}</h2>
            {first}
            {others}
            <h2>{text::PRINT_WRONG}</h2>
            {wrong}
            <div class="debrief">
                <dl>{debrief}</dl>
            </div>
        }
    });
    let trainer = (paper == Paper::Trainer).then(|| {
        let objectives =
            objectives.into_iter().map(|objective| view! { <li lang="en">{objective}</li> }).collect_view();
        view! {
            {list(text::LESSON_HINTS, hints)}
            {list(text::LESSON_TO_DISCUSS, discussion)}
            <h2>{text::LESSON_EXAMS}</h2>
            <ul class="plain-list">{objectives}</ul>
        }
    });
    let notes = (!has_answers).then(|| {
        view! {
            <h2>{text::PRINT_NOTES}</h2>
            <div class="lines-to-write" aria-hidden="true"></div>
        }
    });
    let products = beginning.products.into_iter().map(|product| view! { <li>{product}</li> }).collect_view();
    view! {
        <article class="card paper">
            <p class="dim">{summary} {minutes.map(|minutes| format!(" ({minutes})"))}</p>
            {story.into_iter().map(paragraph).collect_view()}
            {list(text::PRINT_GOALS, goals)}
            <h2>{text::PRINT_FOUND}</h2>
            <ul class="plain-list">{products}</ul>
            {table([text::PRINT_GROUP, text::PRINT_ASSIGNS, text::PRINT_MEMBERS], beginning.groups)}
            {table([text::PRINT_USER, text::PRINT_LOCATION, text::PRINT_LICENSES], beginning.users)}
            {notes}
            {answers}
            {trainer}
        </article>
    }
}

/// The error codes on one page.
#[component]
pub(super) fn CheatSheetScreen() -> impl IntoView {
    let lab = Lab::here();
    let line = |ErrorLine { code, headings, means, helps }: ErrorLine| {
        view! {
            <tr>
                <th scope="row"><code>{code}</code></th>
                <td class="wrap" data-label=text::CHEAT_HEADING>{headings.into_iter().map(|heading| view! { <div>{heading}</div> }).collect_view()}</td>
                <td class="wrap" data-label=text::CHEAT_MEANS>{means}</td>
                <td class="wrap" data-label=text::CHEAT_HELPS>{helps.into_iter().map(|help| view! { <div>{help}</div> }).collect_view()}</td>
            </tr>
        }
    };
    let place = |(what, [before, today]): (&'static str, [&'static str; 2])| {
        view! {
            <tr>
                <th scope="row" class="wrap">{what}</th>
                <td class="wrap" data-label=text::CHEAT_2019>{before}</td>
                <td class="wrap" data-label=text::CHEAT_TODAY>{today}</td>
            </tr>
        }
    };
    view! {
        <div class="page">
            <div class="intro">
                <h1 id="title" tabindex="-1">
                    {text::PRINT_CHEAT_SHEET}
                </h1>
                <p>{text::CHEAT_LEAD}</p>
            </div>
            <div class="end">
                <PrintButton />
            </div>
        </div>
        {move || {
            let CheatSheet { errors, always, places } = cheat_sheet(lab.words());
            view! {
                <article class="card paper paper--one">
                    <div class="scroll" tabindex="0" role="region" aria-label=text::PRINT_CHEAT_SHEET>
                        <table class="tbl tbl--top">
                            <thead>
                                <tr>
                                    <th scope="col">{text::CHEAT_CODE}</th>
                                    <th scope="col">{text::CHEAT_HEADING}</th>
                                    <th scope="col">{text::CHEAT_MEANS}</th>
                                    <th scope="col">{text::CHEAT_HELPS}</th>
                                </tr>
                            </thead>
                            <tbody>{errors.into_iter().map(line).collect_view()}</tbody>
                        </table>
                        <table class="tbl tbl--top">
                            <thead>
                                <tr>
                                    <td></td>
                                    <th scope="col">{text::CHEAT_2019}</th>
                                    <th scope="col">{text::CHEAT_TODAY}</th>
                                </tr>
                            </thead>
                            <tbody>{places.into_iter().map(place).collect_view()}</tbody>
                        </table>
                    </div>
                    <ul class="plain-list">{always.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
                </article>
            }
        }}
    }
}
