//! The author's kit: a lesson is made of the tenant at hand, by doing its solution once. Every change is kept at once.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_lesson::proof::faults;
use licensing_lesson::{Goal, Lesson, OWN, Texts, Wrong, propose, read_lesson, write_lesson};
use licensing_model::PlanId;
use licensing_scenario::part::Naming;
use licensing_session::Session;
use licensing_view::Icon;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::{Learning, own};
use crate::files::{Kind, copy, save};
use crate::lab::Lab;
use crate::parts::Pic;
use crate::text::{self, Spoken};
use crate::{preferences, router};

/// What the draft is remembered by.
const DRAFT: &str = "lesson-draft";
/// Programs that pass links on let so many characters through.
const LONGEST_LINK: usize = 2_000;
/// The longest file that is read.
const MOST_BYTES: f64 = 256.0 * 1024.0;
/// Plans with a mailbox that a goal may watch.
const MAILBOXES: [&str; 3] = ["EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_DESKLESS"];

/// Writing a lesson.
#[component]
pub(super) fn AuthorScreen() -> impl IntoView {
    let lab = Lab::here();
    let kept = preferences::recall(DRAFT);
    let catalog = lab.session(Session::catalog);
    let draft = RwSignal::new(kept.and_then(|text| read_lesson(DRAFT, text, &catalog).ok()));
    Effect::new(move |was: Option<()>| {
        let text = draft.with(|draft| draft.as_ref().map(|lesson| text_of(lab, lesson)));
        if was.is_some() {
            preferences::remember(DRAFT, &text.unwrap_or_default());
        }
    });
    let begin = move |_| begin_here(lab, draft);
    let open = move |event: leptos::ev::Event| open_file(lab, draft, &event);
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::AUTHOR}
                </h1>
                <p>{text::AUTHOR_LEAD}</p>
            </div>
            <div class="end">
                <label class="btn file-button">
                    <Pic icon=Icon::File />
                    {text::AUTHOR_OPEN}
                    <input class="vh" type="file" accept=".json,application/json" on:change=open />
                </label>
            </div>
        </div>
        <section class="card" aria-labelledby="author-begin">
            <header>
                <h2 id="author-begin">{text::AUTHOR_BEGIN}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">{text::AUTHOR_BEGIN_LEAD}</p>
                {move || {
                    let users = draft.with(|draft| draft.as_ref().map(|lesson| lesson.scenario.base_users()));
                    users.map(|users| view! { <p>{lab.words().author_begun(users)}</p> })
                }}
                <div class="row-of-buttons">
                    <button class="btn" type="button" on:click=begin>
                        <Pic icon=Icon::Flag />
                        {text::AUTHOR_BEGIN_HERE}
                    </button>
                    <Show when=move || draft.with(Option::is_some)>
                        <button class="btn btn--quiet" type="button" on:click=move |_| draft.set(None)>
                            {text::AUTHOR_NEW}
                        </button>
                    </Show>
                </div>
            </div>
        </section>
        <Show when=move || draft.with(Option::is_some)>
            <TheWords draft=draft />
            <TheWays draft=draft />
            <TheGoals draft=draft />
            <TheCheck draft=draft />
        </Show>
    }
}

/// A lesson as text, with its words.
fn text_of(lab: Lab, lesson: &Lesson) -> String {
    let catalog = lab.session(Session::catalog);
    write_lesson(lesson, &catalog)
}

fn change(draft: RwSignal<Option<Lesson>>, change: impl FnOnce(&mut Lesson, &mut Texts)) {
    draft.update(|draft| {
        if let Some(lesson) = draft {
            let mut texts = lesson.texts.take().unwrap_or_default();
            change(lesson, &mut texts);
            lesson.texts = Some(texts);
        }
    });
}

/// The tenant as it is now becomes the beginning, and what is done from here on a way.
fn begin_here(lab: Lab, draft: RwSignal<Option<Lesson>>) {
    let ((scenario, session), catalog) = lab.session(|session| (session.begin_here(), session.catalog()));
    let title = scenario.title.clone();
    lab.open(session);
    let id = format!("{OWN}{:08x}", (js_sys::Math::random() * f64::from(u32::MAX)) as u32);
    let texts = draft.with_untracked(|draft| draft.as_ref().and_then(|lesson| lesson.texts.clone()));
    let naming = Naming::of_scenario(scenario.clone(), &catalog);
    let texts = texts.unwrap_or_else(|| Texts { title, ..Texts::default() });
    draft.set(Some(Lesson {
        id,
        version: 1,
        track: String::new(),
        minutes: 0,
        sections: Vec::new(),
        objectives: Vec::new(),
        rules: Vec::new(),
        scenario,
        allowed: None,
        goals: Vec::new(),
        hints: Vec::new(),
        reference: Vec::new(),
        others: Vec::new(),
        wrong: Vec::new(),
        texts: Some(Texts { goals: Default::default(), ..texts }),
        naming,
    }));
}

fn open_file(lab: Lab, draft: RwSignal<Option<Lesson>>, event: &leptos::ev::Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let file = input.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0));
    let Some(file) = file.filter(|file| file.size() <= MOST_BYTES) else { return };
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
        let catalog = lab.session(Session::catalog);
        match read_lesson(&file.name(), text, &catalog) {
            Ok(lesson) => draft.set(Some(lesson)),
            Err(error) => lab.say(lab.words_now().author_not_opened(&error.to_string())),
        }
    });
    if let Some(input) = input {
        input.set_value("");
    }
}

#[component]
fn TheWords(
    /// The lesson.
    draft: RwSignal<Option<Lesson>>,
) -> impl IntoView {
    let shown = move |get: fn(&Texts) -> String| {
        move || draft.with(|draft| draft.as_ref().and_then(|lesson| lesson.texts.as_ref()).map(get).unwrap_or_default())
    };
    let line = move |label: Spoken, get: fn(&Texts) -> String, set: fn(&mut Texts, String)| {
        view! {
            <label class="field">
                {label}
                <input
                    class="in"
                    type="text"
                    maxlength="200"
                    prop:value=shown(get)
                    on:input=move |event| change(draft, |_, texts| set(texts, event_target_value(&event)))
                />
            </label>
        }
    };
    let story = |texts: &Texts| texts.story.join("\n\n");
    let tell = move |told: String| {
        let paragraphs = told.split("\n\n").map(str::to_string).collect();
        change(draft, |_, texts| texts.story = paragraphs);
    };
    view! {
        <section class="card" aria-labelledby="author-words">
            <header>
                <h2 id="author-words">{text::AUTHOR_WORDS}</h2>
            </header>
            <div class="pad stack">
                {line(text::AUTHOR_TITLE, |texts| texts.title.clone(), |texts, title| texts.title = title)}
                {line(text::AUTHOR_SUMMARY, |texts| texts.summary.clone(), |texts, summary| texts.summary = summary)}
                <label class="field">
                    {text::AUTHOR_STORY}
                    <textarea
                        class="in"
                        rows="5"
                        maxlength="4000"
                        prop:value=shown(story)
                        on:input=move |event| tell(event_target_value(&event))
                    ></textarea>
                </label>
            </div>
        </section>
    }
}

#[component]
fn TheWays(
    /// The lesson.
    draft: RwSignal<Option<Lesson>>,
) -> impl IntoView {
    let lab = Lab::here();
    let done =
        move || lab.session(|session| session.actions().iter().take(session.position()).cloned().collect::<Vec<_>>());
    let solution = move |_| change(draft, |lesson, _| lesson.reference = done());
    let wrong = move |_| {
        change(draft, |lesson, _| {
            let Some(goal) = lesson.goals.first() else { return };
            let id = format!("wrong-{}", lesson.wrong.len() + 1);
            lesson.wrong.push(Wrong { id, fails: goal.id.clone(), actions: done() });
        });
    };
    let has_goals = move || draft.with(|draft| draft.as_ref().is_some_and(|lesson| !lesson.goals.is_empty()));
    view! {
        <section class="card" aria-labelledby="author-ways">
            <header>
                <h2 id="author-ways">{text::AUTHOR_WAYS}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">{text::AUTHOR_WAYS_LEAD}</p>
                <p>
                    {move || {
                        let words = lab.words();
                        draft
                            .with(|draft| {
                                let lesson = draft.as_ref()?;
                                Some(
                                    match lesson.reference_commands() {
                                        0 => words.text(text::AUTHOR_NO_SOLUTION.0).to_string(),
                                        commands => words.author_solution_has(commands),
                                    },
                                )
                            })
                    }}
                    " "
                    {move || {
                        let count = draft.with(|draft| draft.as_ref().map_or(0, |lesson| lesson.wrong.len()));
                        (count > 0).then(|| lab.words().author_wrong_has(count))
                    }}
                </p>
                <div class="row-of-buttons">
                    <button class="btn" type="button" on:click=solution>
                        <Pic icon=Icon::Ok />
                        {text::AUTHOR_SOLUTION}
                    </button>
                    <button class="btn" type="button" disabled=move || !has_goals() on:click=wrong>
                        <Pic icon=Icon::Error />
                        {text::AUTHOR_WRONG}
                    </button>
                </div>
            </div>
        </section>
    }
}

#[component]
fn TheGoals(
    /// The lesson.
    draft: RwSignal<Option<Lesson>>,
) -> impl IntoView {
    let lab = Lab::here();
    let ids = Memo::new(move |_| {
        draft
            .with(|draft| draft.iter().flat_map(|lesson| &lesson.goals).map(|goal| goal.id.clone()).collect::<Vec<_>>())
    });
    let own = move |id: String| {
        let (read, write, gone) = (id.clone(), id.clone(), id);
        let shown = move || {
            draft.with(|draft| {
                let texts = draft.as_ref().and_then(|lesson| lesson.texts.as_ref());
                texts.and_then(|texts| texts.goals.get(&read).cloned()).unwrap_or_default()
            })
        };
        let say = move |said: String| change(draft, |_, texts| _ = texts.goals.insert(write.clone(), said));
        let remove = move |_| {
            change(draft, |lesson, texts| {
                lesson.goals.retain(|goal| goal.id != gone);
                lesson.wrong.retain(|wrong| wrong.fails != gone);
                texts.goals.remove(&gone);
            });
        };
        view! {
            <li class="own-goal">
                <input
                    class="in"
                    type="text"
                    maxlength="200"
                    aria-label=text::AUTHOR_GOAL_TEXT
                    prop:value=shown
                    on:input=move |event| say(event_target_value(&event))
                />
                <button class="btn btn--sm" type="button" on:click=remove>
                    {text::AUTHOR_REMOVE_GOAL}
                </button>
            </li>
        }
    };
    let proposed = move || {
        let catalog = lab.session(Session::catalog);
        let mailbox: Vec<PlanId> = MAILBOXES.iter().filter_map(|name| catalog.plan_by_name(name)).collect();
        let words = lab.words();
        draft.with(|draft| {
            let lesson = draft.as_ref()?;
            let beginning = lesson.beginning(catalog).ok()?;
            let goals = propose::goals(&beginning, &lesson.reference, &mailbox).into_iter();
            let is_new = |goal: &Goal| lesson.goals.iter().all(|own| own.check != goal.check);
            Some(goals.filter(is_new).map(|goal| (goal.say(&beginning, words), goal)).collect::<Vec<_>>())
        })
    };
    let add = move |said: String, goal: Goal| {
        change(draft, |lesson, texts| {
            let number = (1..).find(|number| lesson.goal(&format!("goal-{number}")).is_none()).unwrap_or(1);
            let id = format!("goal-{number}");
            texts.goals.insert(id.clone(), said);
            lesson.goals.push(Goal { id, ..goal });
        });
    };
    view! {
        <section class="card" aria-labelledby="author-goals">
            <header>
                <h2 id="author-goals">{text::AUTHOR_GOALS}</h2>
            </header>
            <div class="pad stack">
                <ul class="own-goals">{move || ids.get().into_iter().map(own).collect_view()}</ul>
                <p class="small dim">{text::AUTHOR_GOALS_LEAD}</p>
                {move || {
                    let proposed = proposed().unwrap_or_default();
                    if proposed.is_empty() {
                        view! { <p class="small faint">{text::AUTHOR_NO_GOALS}</p> }.into_any()
                    } else {
                        let line = |(said, goal): (String, Goal)| {
                            let label = said.clone();
                            let (words, name) = (said.clone(), said);
                            view! {
                                <li class="own-goal">
                                    <span>{words}</span>
                                    <button
                                        class="btn btn--sm"
                                        type="button"
                                        aria-describedby=""
                                        title=name
                                        on:click=move |_| add(label.clone(), goal.clone())
                                    >
                                        {text::AUTHOR_ADD_GOAL}
                                    </button>
                                </li>
                            }
                        };
                        view! { <ul class="own-goals proposed">{proposed.into_iter().map(line).collect_view()}</ul> }
                            .into_any()
                    }
                }}
            </div>
        </section>
    }
}

#[component]
fn TheCheck(
    /// The lesson.
    draft: RwSignal<Option<Lesson>>,
) -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let problems = move || {
        let (words, catalog) = (lab.words(), lab.session(Session::catalog));
        draft.with(|draft| {
            let Some(lesson) = draft else { return Vec::new() };
            let texts = lesson.texts.clone().unwrap_or_default();
            faults(lesson, &[("", &texts)], &catalog).iter().filter_map(|fault| fault.say(words)).collect::<Vec<_>>()
        })
    };
    let link = Memo::new(move |_| draft.with(|draft| draft.as_ref().map(|lesson| own::link(&text_of(lab, lesson)))));
    let length = move || link.with(|link| link.as_ref().map_or(0, String::len));
    let file = move |_| {
        draft.with_untracked(|draft| {
            if let Some(lesson) = draft {
                save(&format!("{}.json", lesson.id), Kind::Json, &text_of(lab, lesson));
            }
        });
    };
    let attempt = move |_| {
        let Some((id, text)) =
            draft.with_untracked(|draft| draft.as_ref().map(|lesson| (lesson.id.clone(), text_of(lab, lesson))))
        else {
            return;
        };
        own::keep(&id, &text);
        // It may be open as it was before.
        learning.opened.set(None);
        lab.leave_lesson();
        if let Ok(id) = id.parse() {
            router::go(licensing_view::Route::Lesson(id));
        }
    };
    let copied = move |_| {
        if let Some(link) = link.get_untracked() {
            copy(lab.speech, link);
        }
    };
    view! {
        <section class="card" aria-labelledby="author-check">
            <header>
                <h2 id="author-check">{text::AUTHOR_CHECK}</h2>
            </header>
            <div class="pad stack">
                {move || {
                    let problems = problems();
                    if problems.is_empty() {
                        view! {
                            <div class="note note--ok">
                                <Pic icon=Icon::Ok />
                                <div>{text::AUTHOR_WORKS}</div>
                            </div>
                        }
                            .into_any()
                    } else {
                        let line = |problem: String| view! { <li>{problem}</li> };
                        view! { <ul class="plain-list">{problems.into_iter().map(line).collect_view()}</ul> }.into_any()
                    }
                }}
                <p class="small dim">
                    {move || match length() {
                        length if length > LONGEST_LINK => lab.words().author_link_too_long(length),
                        length => lab.words().author_link_length(length),
                    }}
                </p>
                <div class="row-of-buttons">
                    <button class="btn" type="button" on:click=attempt>
                        <Pic icon=Icon::Play />
                        {text::AUTHOR_TRY}
                    </button>
                    <button class="btn" class:btn--primary=move || { length() > LONGEST_LINK } type="button" on:click=file>
                        <Pic icon=Icon::Download />
                        {text::AUTHOR_SAVE}
                    </button>
                    <button class="btn" type="button" on:click=copied>
                        <Pic icon=Icon::Copy />
                        {text::AUTHOR_LINK}
                    </button>
                </div>
            </div>
        </section>
    }
}
