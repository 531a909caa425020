//! The queue, and what it did.

use leptos::prelude::*;
use licensing_session::Speed;
use licensing_view::processing::{NextUser, ProcessingView, QueuedUser, RunOf, RunView};
use licensing_view::step::{ChangeView, StepKind, StepView, TakenView};
use licensing_view::strip::{Cell, Mark};
use licensing_view::{Icon, Route, Status, Tone};

use crate::lab::Lab;
use crate::parts::{Avatar, Checks, Pic, Segmented, StatusTag, StepControls, shapes};
use crate::text;

/// The processing screen.
#[component]
pub(crate) fn ProcessingScreen() -> impl IntoView {
    let lab = Lab::here();
    let view = lab.memo(|document| document.processing());
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event);
        if let Some(speed) = Speed::of_id(&chosen) {
            lab.choose_speed(speed);
        }
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::PROCESSING}
                </h1>
                <p>{text::PROCESSING_LEAD}</p>
            </div>
            <div class="end">
                <label class="field field--row">
                    {text::SPEED}
                    <select class="in" prop:value=move || lab.speed.get().id() on:change=choose>
                        {Speed::ALL
                            .into_iter()
                            .map(|speed| {
                                view! {
                                    <option value=speed.id() selected=move || lab.speed.get() == speed>
                                        {text::speed(speed)}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </label>
            </div>
        </div>
        <Strip />
        <div class="grid">
            <div class="c5 stack">
                <NextStep view=view />
                <Queue view=view />
            </div>
            <div class="c7 stack">
                <ThisStep />
                <LastSteps />
            </div>
        </div>
    }
}

/// The history around here as a strip: a box for each step, a line for each action.
#[component]
fn Strip() -> impl IntoView {
    let lab = Lab::here();
    let cells = lab.memo(|document| document.strip());
    let cell = move |Cell { moment, mark, is_here, title }: Cell| {
        let class = match mark {
            Mark::Command => "cell cell--command",
            Mark::Step(StepKind::Failed) => "cell cell--failed",
            Mark::Step(StepKind::Applied) => "cell cell--applied",
            Mark::Step(StepKind::NoChange | StepKind::Many) => "cell",
            Mark::Step(StepKind::PutOff) => "cell cell--put-off",
            Mark::ToCome => "cell cell--to-come",
        };
        match moment {
            Some(moment) => {
                let label = lab.words().moment_done(&lab.words().moment_number(moment), &title);
                view! {
                    <li>
                        <button
                            class=class
                            type="button"
                            aria-label=label.clone()
                            title=label
                            aria-current=is_here.then_some("step")
                            on:click=move |_| lab.show_moment(moment)
                        ></button>
                    </li>
                }
                .into_any()
            }
            None => view! { <li aria-hidden="true"><span class=class>{""}</span></li> }.into_any(),
        }
    };
    view! {
        <section class="card" aria-labelledby="h-strip" hidden=move || cells.with(Vec::is_empty)>
            <header>
                <h2 id="h-strip">{text::STEPS_STRIP}</h2>
                <p>{text::STRIP_LEGEND}</p>
            </header>
            <ol class="strip">{move || cells.get().into_iter().map(cell).collect_view()}</ol>
            <div class="foot legend" aria-hidden="true">
                <span><i class="cell cell--applied">{""}</i> {text::STRIP_APPLIED}</span>
                <span><i class="cell cell--failed">{""}</i> {text::STRIP_FAILED}</span>
                <span><i class="cell">{""}</i> {text::NO_CHANGE}</span>
                <span><i class="cell cell--to-come">{""}</i> {text::WAITING}</span>
            </div>
        </section>
    }
}

/// The step where one is: what the checks said, and the paths before and after it.
#[component]
fn ThisStep() -> impl IntoView {
    let lab = Lab::here();
    let step = lab.memo(|document| document.this_step());
    let change = |ChangeView { product, group, before, after, differs, .. }: ChangeView| {
        view! {
            <tr class:same=!differs>
                <th scope="row" class="wrap">
                    {product} <span class="taken faint small">{group}</span>
                </th>
                <td class="wrap">
                    <StatusTag status=before />
                </td>
                <td class="wrap">
                    <StatusTag status=after />
                </td>
            </tr>
        }
    };
    move || {
        step.get().map(|(view, detail)| {
            let who = view.taken.iter().map(|taken| taken.person.name.clone()).collect::<Vec<_>>();
            let title = lab.words().moment_number(view.number);
            view! {
                <section class="card" aria-labelledby="h-this">
                    <header>
                        <h2 id="h-this">{title}</h2>
                        <p>{lab.words().list(&who)}</p>
                        <span class="end">
                            <StatusTag status=view.outcome />
                        </span>
                    </header>
                    {if detail.checks.is_empty() {
                        view! { <p class="pad small dim">{text::NO_CHECKS}</p> }.into_any()
                    } else {
                        view! { <Checks checks=detail.checks /> }.into_any()
                    }}
                    {(!detail.changes.is_empty())
                        .then(|| {
                            view! {
                                <table class="tbl">
                                    <thead>
                                        <tr>
                                            <th scope="col">{text::PRODUCT}</th>
                                            <th scope="col">{text::BEFORE_STEP}</th>
                                            <th scope="col">{text::AFTER_STEP}</th>
                                        </tr>
                                    </thead>
                                    <tbody>{detail.changes.into_iter().map(change).collect_view()}</tbody>
                                </table>
                            }
                        })}
                </section>
            }
        })
    }
}

#[component]
fn NextStep(view: Memo<ProcessingView>) -> impl IntoView {
    let lab = Lab::here();
    let idle = Memo::new(move |_| view.with(|view| view.waiting.is_idle()));
    view! {
        <section class="card" aria-labelledby="h-next">
            <header>
                <h2 id="h-next">{text::NEXT_STEP}</h2>
                <span class="end">
                    <StepControls idle=idle step_class="btn btn--sm btn--primary" />
                </span>
            </header>
            {move || match view.with(|view| view.next.clone()) {
                Some(NextUser { person, run }) => {
                    view! {
                        <div class="pad who">
                            <Avatar initials=person.initials large=true />
                            <div>
                                <p class="strong">
                                    <a class="plain" href=Route::User(person.id).to_string()>
                                        {person.name}
                                    </a>
                                </p>
                                <p class="small dim">{run}</p>
                            </div>
                        </div>
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <div class="calm">
                            <StatusTag status=Status::new(Tone::Neutral, Icon::Off, lab.text(text::NOTHING_WAITS)) />
                            <p class="small dim">{text::NOTHING_WAITS_WHY}</p>
                        </div>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

#[component]
fn Queue(view: Memo<ProcessingView>) -> impl IntoView {
    let lab = Lab::here();
    let run = move |run: RunView| {
        let head = match run.of {
            RunOf::User(person) => view! {
                <Pic icon=Icon::User />
                <b class="strong cut">{person.name}</b>
                <span class="faint nowrap">{text::USER_RUN}</span>
            }
            .into_any(),
            RunOf::Group(group) => view! {
                <Pic icon=Icon::Group />
                <b class="strong cut">{group.name}</b>
                <span class="faint nowrap">{text::GROUP_RUN}</span>
            }
            .into_any(),
            RunOf::Rule(group) => view! {
                <Pic icon=Icon::Group />
                <b class="strong cut">{group.name}</b>
                <span class="faint nowrap">{text::RULE_RUN}</span>
            }
            .into_any(),
        };
        let users = run.users.into_iter().enumerate().map(|(place, QueuedUser { person, foreseen })| {
            let next = run.is_next && place == 0;
            view! {
                <li class:next=next>
                    <span class="k">{place + 1}</span>
                    <a class="plain" href=Route::User(person.id).to_string() class:strong=next>
                        {person.name}
                    </a>
                    <span class="foreseen small">{foreseen.map(|status| view! { <StatusTag status=status /> })}</span>
                    <span class="small">{next.then(|| lab.text(text::NEXT))}</span>
                </li>
            }
        });
        view! {
            <li class="run">
                <header>{head} <span class="end">{run.state}</span></header>
                <ol>
                    {users.collect_view()}
                    {(run.more > 0)
                        .then(|| {
                            view! {
                                <li class="gone">
                                    <span></span>
                                    <span>{lab.words().more(run.more)}</span>
                                </li>
                            }
                        })}
                </ol>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-queue">
            <header>
                <h2 id="h-queue">{text::QUEUE}</h2>
                <p>{move || view.with(|view| {
                    let words = lab.words();
                    words.queue_size(&words.count_runs(view.waiting.runs), &words.count_steps(view.waiting.users))
                })}</p>
            </header>
            <ol class="runs pad">
                {move || view.get().runs.into_iter().map(run).collect_view()}
                <Show when=move || view.with(|view| view.waiting.is_idle())>
                    <li class="small dim">{text::NOTHING_WAITS}</li>
                </Show>
                <Show when=move || view.with(|view| view.more > 0)>
                    <li class="small dim">{move || lab.words().more_runs(view.with(|view| view.more))}</li>
                </Show>
            </ol>
        </section>
    }
}

#[component]
fn LastSteps() -> impl IntoView {
    let lab = Lab::here();
    let steps = lab.memo(|document| document.last_steps());
    // Those whose outcome has this color; none for all of them.
    let chosen = RwSignal::new(None::<Tone>);
    let shown = Memo::new(move |_| {
        let is_chosen = |step: &StepView| chosen.get().is_none_or(|tone| step.outcome.tone == tone);
        steps.get().into_iter().filter(is_chosen).collect::<Vec<_>>()
    });
    let row = move |StepView { number, taken, outcome, detail, .. }: StepView| {
        let who = taken
            .into_iter()
            .map(|TakenView { person, run, put_off }| {
                view! {
                    <span class="taken">
                        <a class="plain" href=Route::User(person.id).to_string()>
                            {person.name}
                        </a>
                        <span class="faint small">{run}</span>
                        {put_off.map(|why| view! { <span class="wait small">{why}</span> })}
                    </span>
                }
            })
            .collect_view();
        view! {
            <tr>
                <td class="num">
                    <button class="moment" type="button" on:click=move |_| lab.show_moment(number)>
                        {lab.words().number(number)}
                    </button>
                </td>
                <th scope="row" class="wrap">
                    {who}
                </th>
                <td class="wrap">
                    <StatusTag status=outcome />
                    <span class="taken faint small">{detail}</span>
                </td>
            </tr>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-steps">
            <header>
                <h2 id="h-steps">{text::LAST_STEPS}</h2>
                <span class="end" hidden=move || steps.with(Vec::is_empty)>
                    <Segmented
                        label=text::STEPS_SHOWN
                        options=vec![
                            (None, text::STEPS_ALL.signal()),
                            (Some(Tone::Error), text::STRIP_FAILED.signal()),
                            (Some(Tone::Ok), text::STRIP_APPLIED.signal()),
                            (Some(Tone::Neutral), text::NO_CHANGE.signal()),
                        ]
                        value=chosen
                        choose=move |tone| chosen.set(tone)
                    />
                </span>
            </header>
            <div class="scroll" hidden=move || shown.with(Vec::is_empty)>
                <table class="tbl">
                    <thead>
                        <tr>
                            <th scope="col" class="num">
                                {text::MOMENT}
                            </th>
                            <th scope="col">{text::USER_AND_RUN}</th>
                            <th scope="col">{text::OUTCOME}</th>
                        </tr>
                    </thead>
                    <tbody>{move || shown.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <Show when=move || shown.with(Vec::is_empty)>
                <div class="calm">
                    {move || steps.with(Vec::is_empty).then(|| shapes(None))}
                    <p class="dim">
                        {move || lab.text(if steps.with(Vec::is_empty) { text::NO_STEPS } else { text::NO_SUCH_STEP })}
                    </p>
                </div>
            </Show>
        </section>
    }
}
