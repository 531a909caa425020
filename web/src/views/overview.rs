//! The overview: what this is, what is wrong, what is left, what runs next.

use std::ops::Not;

use leptos::prelude::*;
use licensing_view::act::{Act, Stage};
use licensing_view::overview::{self, AttentionRow, Cause, OverviewView, SeatRow};
use licensing_view::processing::NextUser;
use licensing_view::step::StepView;
use licensing_view::story::Goal;
use licensing_view::table::{FilterKey, TableQuery};
use licensing_view::{Address, Icon, ProductTab, Route, Status, Tone};
use licensing_wording::Text;

use crate::ask::Ask;
use crate::lab::Lab;
use crate::parts::{Pic, SeatBar, Spot, StatusTag, later};
use crate::text;

/// Products that the overview lists; all of them are on their own screen.
const PRODUCTS: usize = 8;
/// Where somebody who is new begins.
const FIRST_LESSON: &str = "#/lessons/first-license";
/// Steps that the overview lists.
const LAST_STEPS: usize = 4;

/// The overview.
#[component]
pub(crate) fn OverviewScreen() -> impl IntoView {
    let lab = Lab::here();
    let view = lab.memo(|document| document.overview());
    let in_lesson = lab.memo(|document| document.lesson().is_some());
    let act = lab.memo(|document| document.act());
    let is_act = Memo::new(move |_| act.with(Option::is_some));
    view! {
        <div class="page">
            <div class="intro">
                <h1 id="title" tabindex="-1">
                    {move || {
                        act.with(|act| act.as_ref().map(|act| act.title))
                            .unwrap_or_else(|| lab.text(if in_lesson.get() { text::OVERVIEW } else { text::OVERVIEW_TITLE }))
                    }}
                </h1>
                // A lesson says itself what this is about.
                <p hidden=move || in_lesson.get()>{move || {
                    let empty = view.with(|view| view.empty);
                    lab.text(match (is_act.get(), empty) {
                        (true, _) => text::ACT_LEAD,
                        (false, true) => text::OVERVIEW_EMPTY,
                        (false, false) => text::OVERVIEW_LEAD,
                    })
                }}</p>
            </div>
            <div class="end" hidden=move || in_lesson.get()>
                {move || {
                    if view.with(|view| view.empty) {
                        view! {
                            <button class="btn btn--primary" type="button" on:click=move |_| lab.ask(Ask::BuyProduct)>
                                <Pic icon=Icon::Product />
                                {text::BUY_PRODUCT}
                            </button>
                            <button class="btn leads-away" type="button" on:click=move |_| lab.ask(Ask::Sample)>
                                <Pic icon=Icon::Sample />
                                {text::OPEN_SAMPLE}
                            </button>
                        }
                            .into_any()
                    } else {
                        view! {
                            {in_lesson
                                .get()
                                .not()
                                .then(|| {
                                    view! {
                                        <a class="btn leads-away" class:btn--primary=move || !is_act.get() href=FIRST_LESSON>
                                            <Pic icon=Icon::Flag />
                                            {text::LESSON_BEGIN_FIRST}
                                        </a>
                                    }
                                })}
                            <button class="btn leads-away" type="button" on:click=move |_| lab.open_empty()>
                                <Pic icon=Icon::Plus />
                                {text::EMPTY_TENANT}
                            </button>
                            <button class="btn leads-away" type="button" on:click=move |_| lab.ask(Ask::Sample)>
                                <Pic icon=Icon::Sample />
                                {text::OPEN_SAMPLE}
                            </button>
                        }
                            .into_any()
                    }
                }}
            </div>
        </div>
        <Show when=move || !is_act.get() && !in_lesson.get()>
            {super::beginning()}
        </Show>
        <Show
            when=move || !view.with(|view| view.empty)
            // It says how to begin, with the shapes of what is to come.
            fallback=super::map_card
        >
            {move || {
                let (attention, seats) = (view! { <Attention view=view /> }, view! { <SeatsCard view=view /> });
                let queue = view! { <Queue view=view /> };
                if is_act.get() {
                    // The map stands beside what is told, so that it holds still and is seen whole whatever that says.
                    view! {
                        <div class="grid">
                            <FirstAct act=act />
                            <div class="stack c7">{super::map_card()}</div>
                        </div>
                        <div class="grid">
                            <div class="stack c7">{attention} {seats}</div>
                            <div class="stack c5">{queue}</div>
                        </div>
                    }
                        .into_any()
                } else {
                    view! {
                        <div class="grid stretch">
                            <div class="stack fill c7">{attention}</div>
                            <div class="stack fill c5">{seats}</div>
                        </div>
                        <div class="grid stretch">
                            <div class="stack c8">{super::map_card()}</div>
                            <div class="stack fill c4">{queue}</div>
                        </div>
                    }
                        .into_any()
                }
            }}
        </Show>
    }
}

/// Groups with members in error. In a large tenant a piece looks at their members, while the page goes on.
#[component]
fn Attention(view: Memo<OverviewView>) -> impl IntoView {
    let lab = Lab::here();
    let known = lab.memo(|reading| reading.attention());
    let is_large = Memo::new(move |_| known.with(overview::Attention::is_unfinished));
    let whole = RwSignal::new(None);
    let row = move |row: AttentionRow| {
        let AttentionRow { group, route, in_error, cause } = row;
        let label = lab.words().why_of(&group.name);
        let (reason, share, why) = match cause {
            Some(Cause { reason, share, why }) => (Some(reason), share, Some(why)),
            None => (None, None, None),
        };
        let reason = move || reason.clone().map(|status| view! { <StatusTag status=status /> });
        view! {
            <tr>
                <th scope="row" class="wrap">
                    {match route {
                        Some(route) => view! { <a href=route.to_string()>{group.name}</a> }.into_any(),
                        None => group.name.into_any(),
                    }}
                    <span class="only-s">{reason()}</span>
                </th>
                <td class="num">{lab.words().number(in_error)}</td>
                <td class="hide-s">{reason()} " " <span class="faint small">{share}</span></td>
                <td class="num">
                    {why
                        .map(|why| {
                            let address = Address::of(Route::Overview).with_why(why).to_string();
                            view! {
                                <a class="btn btn--sm" href=address aria-label=label>
                                    {text::WHY}
                                </a>
                            }
                        })}
                </td>
            </tr>
        }
    };
    let groups_in_error = TableQuery::default().with_filter(FilterKey::State, Some("error"));
    let in_error = StoredValue::new(Address::of(Route::Groups).with_query(groups_in_error).to_string());
    view! {
        <section class="card" aria-labelledby="h-attention">
            {move || {
                let words = lab.words();
                let whole = whole.get().filter(|_| is_large.get());
                let overview::Attention { groups, all, users } = whole.unwrap_or_else(|| known.get());
                if groups.is_empty() {
                    let (tone, icon, word, sentence) = if view.with(|view| view.waiting.is_idle()) {
                        (Tone::Ok, Icon::Ok, Text::NOBODY_IN_ERROR, text::NOBODY_IN_ERROR_WHY)
                    } else {
                        (Tone::Wait, Icon::Wait, Text::NOBODY_IN_ERROR_YET, text::NOBODY_IN_ERROR_YET_WHY)
                    };
                    let status = Status::new(tone, icon, words.text(word));
                    view! {
                        <header>
                            <h2 id="h-attention">{text::ATTENTION}</h2>
                            <span class="end">
                                <a href=Route::Groups.to_string()>{text::ALL_GROUPS}</a>
                            </span>
                        </header>
                        <div class="calm">
                            <StatusTag status=status />
                            <p class="small dim">{sentence}</p>
                        </div>
                    }
                        .into_any()
                } else {
                    let more = all.saturating_sub(groups.len());
                    view! {
                        <header>
                            <span class="st st--err">
                                <Pic icon=Icon::Error />
                            </span>
                            <h2 id="h-attention">{words.groups_need_attention(all)}</h2>
                            <p>{words.users_in_error(users)}</p>
                            <span class="end">
                                <a href=in_error.get_value()>{text::SHOW_GROUPS_IN_ERROR}</a>
                            </span>
                        </header>
                        <table class="tbl">
                            <thead>
                                <tr>
                                    <th scope="col">{text::GROUP}</th>
                                    <th scope="col" class="num">
                                        {text::IN_ERROR}
                                    </th>
                                    <th scope="col" class="hide-s">
                                        {text::TOP_REASON}
                                    </th>
                                    <th scope="col">
                                        <span class="vh">{text::ACTIONS}</span>
                                    </th>
                                </tr>
                            </thead>
                            <tbody>{groups.into_iter().map(row).collect_view()}</tbody>
                        </table>
                        {(more > 0)
                            .then(|| {
                                view! {
                                    <a class="more" href=in_error.get_value()>
                                        {words.more_groups(more)}
                                    </a>
                                }
                            })}
                        <div class="foot hide-s">{text::ERRORS_STAY}</div>
                    }
                        .into_any()
                }
            }}
            {move || is_large.get().then(|| later(Spot::Beside, || Box::pin(super::attention_piece()), whole))}
        </section>
    }
}

/// Looks at the members of groups in error, and puts into `whole` what comes of it, whenever the tenant changes.
pub(super) fn attend(whole: RwSignal<Option<overview::Attention>>) -> AnyView {
    let made = Lab::here().gradual(|reading| reading.attending());
    Effect::new(move |_| whole.set(made.get()));
    ().into_any()
}

/// What is left of the seats.
#[component]
fn SeatsCard(view: Memo<OverviewView>) -> impl IntoView {
    let lab = Lab::here();
    let row = move |SeatRow { product, seats }: SeatRow| {
        let words = lab.words();
        let figures = seats.clone();
        view! {
            <li>
                <a href=Route::Product(product.id, ProductTab::default()).to_string() title=product.name.clone()>
                    {product.name.clone()}
                </a>
                <SeatBar seats=seats />
                <span class="num">
                    {words.number(figures.assigned as usize)}
                    <span class="faint">{format!("/{}", words.number(figures.total as usize))}</span>
                </span>
                <span class="small">
                    {if figures.has_free() {
                        view! { <span class="dim">{figures.left.word}</span> }.into_any()
                    } else {
                        view! { <StatusTag status=figures.left /> }.into_any()
                    }}
                </span>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-seats">
            <header>
                <h2 id="h-seats">{text::SEATS}</h2>
                <span class="end">
                    <a href=Route::Products.to_string()>{text::ALL_PRODUCTS}</a>
                </span>
            </header>
            {move || {
                let seats = view.with(|view| view.seats.clone());
                if seats.is_empty() {
                    view! { <p class="pad small dim">{text::NO_PRODUCTS}</p> }.into_any()
                } else {
                    let more = seats.len().saturating_sub(PRODUCTS);
                    view! {
                        <ul class="seats pad-x">{seats.into_iter().take(PRODUCTS).map(row).collect_view()}</ul>
                        {(more > 0)
                            .then(|| {
                                view! {
                                    <a class="more" href=Route::Products.to_string()>
                                        {lab.words().more_products_counted(more)}
                                    </a>
                                }
                            })}
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// How to begin, as long as something is left of that.
#[component]
pub(super) fn Beginning() -> impl IntoView {
    let lab = Lab::here();
    let story = lab.memo(|document| document.story());
    let row = |goal: Goal| {
        let (word, address) = goal.link;
        view! {
            <li class:done=goal.done class:now=goal.now class:open=!goal.done && !goal.now>
                <Pic icon=if goal.done { Icon::Ok } else { Icon::Todo } />
                <span>
                    {goal.text}
                    {goal.done.then(|| view! { <span class="vh">{text::DONE}</span> })}
                </span>
                <small>
                    {goal.hint} " "
                    <a class="inl" href=address.to_string()>
                        {word}
                    </a>
                </small>
            </li>
        }
    };
    move || {
        story.get().map(|story| {
            view! {
                <section class="card" aria-labelledby="h-story">
                    <header>
                        <h2 id="h-story">{story.title}</h2>
                        <p>{story.lead}</p>
                    </header>
                    <ol class="goals">{story.goals.into_iter().map(row).collect_view()}</ol>
                </section>
            }
        })
    }
}

/// The first act of the example: play, ask why, mend it.
#[component]
fn FirstAct(act: Memo<Option<Act>>) -> impl IntoView {
    let lab = Lab::here();
    let play = move |icon, word| {
        view! {
            <button
                class="btn btn--primary"
                type="button"
                aria-disabled=move || lab.running.get().then_some("true")
                on:click=move |_| lab.play()
            >
                <Pic icon=icon />
                {word}
            </button>
        }
        .into_any()
    };
    let button = move |act: &Act| match act.stage {
        Stage::Mended if !act.ways.is_empty() => ().into_any(),
        Stage::Waiting => play(Icon::Play, text::ACT_PLAY),
        Stage::Mended => play(Icon::Run, text::RUN),
        Stage::Failed => view! {
            <a class="btn btn--primary" href=act.why.to_string()>
                {text::WHY}
            </a>
        }
        .into_any(),
        Stage::Done => view! {
            <button class="btn btn--primary" type="button" on:click=move |_| lab.ask(Ask::FiveErrors)>
                {text::ACT_NEXT}
            </button>
            <p class="small dim">{text::ACT_NEXT_WHY}</p>
        }
        .into_any(),
    };
    let tone = |stage| match stage {
        Stage::Waiting => (Icon::Wait, "act c5 act--wait"),
        Stage::Failed => (Icon::Clash, "act c5 act--err"),
        Stage::Mended => (Icon::Refresh, "act c5 act--wait"),
        Stage::Done => (Icon::Ok, "act c5 act--ok"),
    };
    move || {
        act.get().map(|act| {
            let (icon, class) = tone(act.stage);
            let ways = act.ways.iter().cloned().map(|way| {
                view! {
                    <li>
                        <button class="btn" type="button" on:click=move |_| lab.play_out(way.commands.clone())>
                            {way.word}
                        </button>
                    </li>
                }
            });
            view! {
                <section class=class aria-labelledby="h-act">
                    <p class="act-said" id="h-act" role="status">
                        <Pic icon=icon />
                        <span>{act.sentence.clone()}</span>
                    </p>
                    {button(&act)}
                    {(!act.ways.is_empty())
                        .then(|| {
                            view! {
                                <div class="act-ways">
                                    {(act.stage == Stage::Failed)
                                        .then(|| {
                                            view! {
                                                <h2>{text::ACT_WAYS}</h2>
                                                <p class="small dim">{text::ACT_WAYS_MORE}</p>
                                            }
                                        })}
                                    <ul>{ways.collect_view()}</ul>
                                </div>
                            }
                        })}
                </section>
            }
        })
    }
}

/// The first users of the queue.
#[component]
fn Queue(view: Memo<OverviewView>) -> impl IntoView {
    let lab = Lab::here();
    let row = move |(at, NextUser { person, run }): (usize, NextUser)| {
        view! {
            <li class:next=at == 0>
                <span class="k">{at + 1}</span>
                <span>
                    <a class="plain" href=Route::User(person.id).to_string() class:strong=at == 0>
                        {person.name}
                    </a>
                    " "
                    <span class="faint">{run}</span>
                </span>
                <span class="small">{(at == 0).then(|| lab.text(text::NEXT))}</span>
            </li>
        }
    };
    let steps = lab.memo(|document| document.last_steps().into_iter().take(LAST_STEPS).collect::<Vec<_>>());
    let last = move |StepView { number, taken, outcome, .. }: StepView| {
        let who: Vec<String> = taken.into_iter().map(|taken| taken.person.name).collect();
        view! {
            <li>
                <span class="two-lines">
                    <button class="moment" type="button" on:click=move |_| lab.show_moment(number)>
                        {lab.words().moment_number(number)}
                    </button>
                    " "
                    {lab.words().list(&who)}
                </span>
                <StatusTag status=outcome />
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-queue">
            <header>
                <h2 id="h-queue">{text::PROCESSING}</h2>
                <span class="end">
                    <a href=Route::Processing.to_string()>{move || view.with(|view| view.waiting.words(lab.words()))}</a>
                </span>
            </header>
            {move || {
                let next = view.with(|view| view.next.clone());
                if next.is_empty() {
                    view! {
                        <div class="calm">
                            <StatusTag status=Status::new(Tone::Neutral, Icon::Off, lab.text(text::NOTHING_WAITS)) />
                            <p class="small dim">{text::NOTHING_WAITS_WHY}</p>
                        </div>
                    }
                        .into_any()
                } else {
                    view! {
                        <div class="run run--flat">
                            <ol>{next.into_iter().enumerate().map(row).collect_view()}</ol>
                        </div>
                        <div class="foot">
                            <button class="btn btn--sm btn--primary" type="button" on:click=move |_| lab.step()>
                                <Pic icon=Icon::Step />
                                {text::ONE_STEP}
                            </button>
                            <span>{text::STEP_MEANS}</span>
                        </div>
                    }
                        .into_any()
                }
            }}
            <Show when=move || !steps.with(Vec::is_empty)>
                <h3 class="subhead">{text::LAST_STEPS}</h3>
                <ul class="lines">{move || steps.get().into_iter().map(last).collect_view()}</ul>
            </Show>
        </section>
    }
}
