//! Checking what learners handed in: links, or files that hold them, are done again here and give a table.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_lesson::hand::{HANDED, Hand, LOOKED_AT, own_link};
use licensing_lesson::{OWN, Tag, assess::assess};
use licensing_view::Icon;
use licensing_view::lesson::{AssessRow, assess_csv, assess_row, unread_row};
use licensing_wording::Text;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::{Learning, files, own};
use crate::files::{Kind, save};
use crate::lab::Lab;
use crate::parts::{ChooseFiles, DropFiles, Many, Pic, StatusTag};
use crate::{dom, text};

/// The most links that are checked at once, and the longest file that is read.
const MOST_LINKS: usize = 500;
const MOST_BYTES: f64 = 1024.0 * 1024.0;

/// Links go in, a table comes out.
#[component]
pub(super) fn AssessScreen() -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let hash = dom::hash();
    let given = RwSignal::new(if hash.starts_with(HANDED) { hash } else { String::new() });
    let rows = RwSignal::new(Vec::<AssessRow>::new());
    let over = RwSignal::new(false);
    let check = move || {
        let text = given.get_untracked();
        spawn_local(async move {
            let checked = check_all(lab, learning, &text).await;
            let _ = rows.try_set(checked);
            lab.say(lab.words_now().assess_checked(rows.with_untracked(Vec::len)));
        });
    };
    if !given.get_untracked().is_empty() {
        check();
    }
    let take = Callback::new(move |files: Vec<File>| {
        spawn_local(async move {
            for file in files.into_iter().take(MOST_LINKS).filter(|file| file.size() <= MOST_BYTES) {
                let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
                if let Some(line) = text.map(|text| line_of(&text)) {
                    given.update(|given| {
                        if !given.is_empty() && !given.ends_with('\n') {
                            given.push('\n');
                        }
                        given.push_str(&line);
                    });
                }
            }
            check();
        });
    });
    let download = move |_| {
        let words = lab.words_now();
        rows.with_untracked(|rows| save("licensing-lab-hand-ins.csv", Kind::Csv, &assess_csv(rows, words)));
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::ASSESS}
                </h1>
                <p>{text::ASSESS_LEAD}</p>
            </div>
        </div>
        <section class="card" aria-label=text::ASSESS_HANDED_IN>
            <DropFiles take=take over=over>
            <div class="pad stack">
                <label class="field">
                    {text::ASSESS_LINKS}
                    <textarea
                        class="in code-in"
                        rows="5"
                        spellcheck="false"
                        prop:value=given
                        on:input=move |event| given.set(event_target_value(&event))
                    ></textarea>
                </label>
                <div class="row-of-buttons">
                    <button class="btn btn--primary" type="button" on:click=move |_| check()>
                        <Pic icon=Icon::Ok />
                        {text::ASSESS_CHECK}
                    </button>
                    <ChooseFiles
                        label=text::ASSESS_FILES
                        accept=".txt,.json,text/plain,application/json"
                        many=Many::Several
                        take=take
                    />
                </div>
                <p class="small dim">{text::ASSESS_OWN}</p>
                <p class="small dim">{text::ASSESS_PROTECTS}</p>
            </div>
            </DropFiles>
        </section>
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <section class="card" aria-label=text::ASSESS_RESULTS>
                <header>
                    <h2>{text::ASSESS_RESULTS}</h2>
                    <span class="end">
                        <button class="btn btn--sm" type="button" on:click=download>
                            <Pic icon=Icon::Download />
                            {text::EXPORT}
                        </button>
                    </span>
                </header>
                <div class="scroll" tabindex="0" role="region" aria-label=text::ASSESS_RESULTS>
                    <table class="tbl">
                        <thead>
                            <tr>
                                <th scope="col">{text::ASSESS_LEARNER}</th>
                                <th scope="col">{text::ASSESS_LESSON}</th>
                                <th scope="col">{text::ASSESS_RESULT}</th>
                                <th scope="col">{text::ASSESS_OPEN_GOALS}</th>
                                <th scope="col">{text::ASSESS_FIRST_WRONG}</th>
                                <th scope="col" class="num">{text::ASSESS_COMMANDS}</th>
                                <th scope="col">{text::ASSESS_HELP}</th>
                                <th scope="col"><span class="vh">{text::OPEN}</span></th>
                            </tr>
                        </thead>
                        <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

fn row(row: AssessRow) -> impl IntoView {
    let AssessRow { learner, lesson, status, open_goals, first_wrong, commands, help, link } = row;
    let label = learner.clone();
    view! {
        <tr>
            <th scope="row" class="wrap">{learner}</th>
            <td class="wrap">{lesson}</td>
            <td><StatusTag status=status /></td>
            <td class="wrap">{open_goals}</td>
            <td class="wrap">{first_wrong}</td>
            <td class="num">{commands}</td>
            <td>{help}</td>
            <td class="num">
                {link
                    .map(|link| {
                        view! {
                            <a class="btn btn--sm" href=link aria-label=label>
                                <Pic icon=Icon::Play />
                                {text::ASSESS_REPLAY}
                            </a>
                        }
                    })}
            </td>
        </tr>
    }
}

/// What every link that the text holds is worth.
async fn check_all(lab: Lab, learning: Learning, text: &str) -> Vec<AssessRow> {
    let words = lab.words_now();
    let catalog = lab.known_catalog();
    let mut rows = Vec::new();
    for line in text.split_whitespace().take(MOST_LINKS) {
        if let Some(passed_on) = own::of_link(line) {
            let whole = files::catalog(lab).await;
            if passed_on.ok().and_then(|(text, seed)| files::learn(learning, &text, seed, &whole)).is_none() {
                rows.push(unread_row(line, Text::ASSESS_UNREADABLE, words));
            }
            continue;
        }
        let Ok(hand) = Hand::read(line) else {
            rows.push(unread_row(line, Text::ASSESS_UNREADABLE, words));
            continue;
        };
        let tag = Tag { id: hand.lesson.clone(), version: hand.version, seed: hand.seed, ..Tag::default() };
        let opened = files::lesson(lab, learning, &tag).await;
        // The variant is made when it is assessed: this is the lesson as it is written.
        let plain = files::lesson(lab, learning, &Tag { seed: 0, ..tag }).await;
        // A lesson of somebody's own may need more of the catalog than the tenant at hand.
        let catalog = if tag_is_own(&hand) { files::catalog(lab).await } else { catalog.clone() };
        let assessed = plain.and_then(|plain| assess(&plain.lesson, &hand, catalog).ok());
        rows.push(match (opened, assessed) {
            (Some(opened), Some(assessed)) => {
                assess_row(&opened.lesson, &opened.texts, &assessed, hand.link(LOOKED_AT), words)
            }
            (Some(_), None) => unread_row(line, Text::ASSESS_UNREADABLE, words),
            (None, _) => unread_row(&hand.learner, Text::ASSESS_NO_LESSON, words),
        });
    }
    rows
}

fn tag_is_own(hand: &Hand) -> bool {
    hand.lesson.starts_with(OWN)
}

/// What a file says as a line: links as they are, a lesson of somebody's own as the link to it.
fn line_of(text: &str) -> String {
    match text.trim() {
        lesson if lesson.starts_with('{') => own_link(lesson, 0),
        links => links.to_string(),
    }
}
