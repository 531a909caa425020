//! What a preview and a comparison have in common on the screen.

use leptos::prelude::*;
use licensing_view::foresight::{Figure, LineView, PersonLine, PreviewView, SeatRow};
use licensing_view::{Icon, Route, Status, Tone, WhyTarget};

use crate::files::{self, Kind};
use crate::lab::Lab;
use crate::parts::{Avatar, Pic, StatusTag};
use crate::speech::{Speech, Spoken};
use crate::text;

/// Figures, one a line.
pub(super) fn figure_list(figures: Vec<Figure>) -> impl IntoView {
    let row = |Figure { number, words, icon, tone }: Figure| {
        view! {
            <li class=tone_class(tone)>
                <Pic icon=icon small=true />
                <span>{number} " " {words}</span>
            </li>
        }
    };
    (!figures.is_empty())
        .then(|| view! { <ul class="figures small">{figures.into_iter().map(row).collect_view()}</ul> })
}

/// The figures, or that nothing changes.
pub(super) fn figures(view: &PreviewView) -> impl IntoView + use<> {
    let figure = |Figure { number, words, icon, tone }: Figure| {
        view! {
            <div>
                <b class=tone_class(tone)>
                    <Pic icon=icon />
                    {number}
                </b>
                <span>{words}</span>
            </div>
        }
    };
    view! {
        <section class="card" aria-label=text::SUMMARY>
            {view.nothing.clone().map(|nothing| view! { <p class="pad">{nothing}</p> })}
            <div class="sum">{view.figures.clone().into_iter().map(figure).collect_view()}</div>
        </section>
    }
}

/// The class that gives a tone its color.
pub(super) const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Ok => "tone-ok",
        Tone::Error => "tone-err",
        Tone::Warning => "tone-warn",
        Tone::Wait => "tone-wait",
        Tone::Neutral => "tone-off",
    }
}

/// Users by what becomes of them, seats, plans, mail and what is not certain.
pub(super) fn body(lab: Lab, view: &PreviewView, explain: Option<Callback<WhyTarget>>) -> impl IntoView + use<> {
    let PreviewView { lines, affected, seats, plans, mail, gaps, caveats, .. } = view.clone();
    let [gained, lost] = plans;
    view! {
        <div class="split">
            <section class="card" aria-labelledby="h-users">
                <header>
                    <h2 id="h-users">{text::USERS}</h2>
                    <p>{affected}</p>
                </header>
                {(!lines.is_empty()).then(|| people(lab, lines, explain))}
            </section>
            <div class="stack">
                <section class="card" aria-labelledby="h-seats">
                    <header>
                        <h2 id="h-seats">{text::SEATS}</h2>
                    </header>
                    {if seats.is_empty() {
                        view! { <p class="pad small dim">{text::SEATS_AS_BEFORE}</p> }.into_any()
                    } else {
                        seat_table(seats).into_any()
                    }}
                </section>
                <section class="card" aria-labelledby="h-plans">
                    <header>
                        <h2 id="h-plans">{text::PLANS_AND_MAIL}</h2>
                    </header>
                    <dl class="kv pad">
                        {part(text::PLANS_GAINED, vec![gained])} {part(text::PLANS_LOST, vec![lost])}
                        {part(text::MAIL, mail)} {part(text::ON_THE_WAY, gaps)}
                    </dl>
                </section>
                {(!caveats.is_empty())
                    .then(|| {
                        view! {
                            <section class="card" aria-labelledby="h-not">
                                <header>
                                    <h2 id="h-not">{text::NOT_CONSIDERED}</h2>
                                </header>
                                <ul class="pad stack-s small dim">
                                    {caveats.into_iter().map(|said| view! { <li>{said}</li> }).collect_view()}
                                </ul>
                            </section>
                        }
                    })}
            </div>
        </div>
    }
}

fn part(title: Spoken, said: Vec<String>) -> Option<impl IntoView> {
    let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
    (!said.is_empty()).then(|| {
        view! {
            <dt>{title}</dt>
            <dd>{said.into_iter().map(|said| view! { <p>{said}</p> }).collect_view()}</dd>
        }
    })
}

fn seat_table(seats: Vec<SeatRow>) -> impl IntoView {
    let row = |SeatRow { product, before, after, free, is_full }: SeatRow| {
        view! {
            <tr>
                <th scope="row" class="wrap">
                    {product.name}
                </th>
                <td class="num">{before}</td>
                <td class="num">{after}</td>
                <td class="num" class:tone-err=is_full>
                    {free}
                </td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="h-seats">
            <table class="tbl tbl--tight tbl--seats">
                <thead>
                    <tr>
                        <th scope="col">{text::PRODUCT}</th>
                        <th scope="col" class="num">
                            {text::BEFORE}
                        </th>
                        <th scope="col" class="num">
                            {text::AFTER}
                        </th>
                        <th scope="col" class="num">
                            {text::FREE_SEATS}
                        </th>
                    </tr>
                </thead>
                <tbody>{seats.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn people(lab: Lab, lines: Vec<LineView>, explain: Option<Callback<WhyTarget>>) -> impl IntoView {
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=text::BEFORE_AND_AFTER>
            <table class="tbl tbl--tight tbl--ahead">
                <thead>
                    <tr>
                        <th scope="col">{text::USER}</th>
                        <th scope="col" class="two">
                            {text::BEFORE}
                        </th>
                        <th scope="col" class="two">
                            {text::AFTER}
                        </th>
                        <th scope="col" class="num plans">
                            {text::SERVICE_PLANS}
                        </th>
                        {explain
                            .map(|_| {
                                view! {
                                    <th scope="col" class="why">
                                        <span class="vh">{text::ACTIONS}</span>
                                    </th>
                                }
                            })}
                    </tr>
                </thead>
                {lines.into_iter().map(|one| line(lab, one, explain)).collect_view()}
            </table>
        </div>
    }
}

fn line(lab: Lab, view: LineView, explain: Option<Callback<WhyTarget>>) -> impl IntoView {
    let LineView { sentence, icon, tone, cause, people, more } = view;
    let columns = if explain.is_some() { "5" } else { "4" };
    view! {
        <tbody>
            <tr class="sec">
                <th scope="rowgroup" colspan=columns class="wrap">
                    <span class=format!("st {}", tone_class(tone))>
                        <Pic icon=icon />
                        <span>{sentence}</span>
                    </span>
                    {cause.map(|cause| view! { <span class="small faint">{cause}</span> })}
                </th>
            </tr>
            {people.into_iter().map(|one| person(lab, one, explain)).collect_view()}
            {more
                .map(|more| {
                    view! {
                        <tr>
                            <td colspan=columns class="small dim wrap">
                                {more}
                            </td>
                        </tr>
                    }
                })}
        </tbody>
    }
}

fn person(lab: Lab, view: PersonLine, explain: Option<Callback<WhyTarget>>) -> impl IntoView {
    let PersonLine { person, before, after, plans, why } = view;
    let (gained, lost) = plans;
    let label = lab.words().why_of(&person.name);
    let both: Vec<_> = before.iter().cloned().zip(after.iter().cloned()).collect();
    let button = move |explain: Callback<WhyTarget>| {
        why.map(|target| {
            view! {
                <button class="btn btn--sm" type="button" aria-label=label on:click=move |_| explain.run(target)>
                    {text::WHY}
                </button>
            }
        })
    };
    view! {
        <tr>
            <th scope="row" class="wrap">
                <span class="who">
                    <Avatar initials=person.initials />
                    <a href=Route::User(person.id).to_string()>{person.name}</a>
                </span>
                <span class="both">{both.into_iter().map(change).collect_view()}</span>
            </th>
            <td class="wrap two">{states(before)}</td>
            <td class="wrap two">{states(after)}</td>
            <td class="num small">
                {(gained > 0).then(|| view! { <ins>{gained}</ins> })} " "
                {(lost > 0).then(|| view! { <del>{lost}</del> })}
                {(gained == 0 && lost == 0).then(|| view! { <span class="faint">{text::PLANS_SAME}</span> })}
            </td>
            {explain.map(|explain| view! { <td class="num">{button(explain)}</td> })}
        </tr>
    }
}

/// Where there is no room for two columns: a path as it is and as it would be, in one line.
fn change(((tag, before), (_, after)): ((String, Status), (String, Status))) -> impl IntoView {
    view! {
        <span class="state">
            <span class="sku">{tag}</span>
            <StatusTag status=before />
            " → "
            <StatusTag status=after />
        </span>
    }
}

fn states(states: Vec<(String, Status)>) -> impl IntoView {
    let state = |(tag, status): (String, Status)| {
        view! {
            <span class="state">
                <span class="sku">{tag}</span>
                <StatusTag status=status />
            </span>
        }
    };
    view! { <div class="states">{states.into_iter().map(state).collect_view()}</div> }
}

/// The buttons by which it is taken along.
pub(super) fn take_along(speech: Speech, view: &PreviewView) -> impl IntoView + use<> {
    let PreviewView { text: plain, markdown, csv, .. } = view.clone();
    view! {
        <button class="btn btn--quiet btn--sm" type="button" on:click=move |_| files::copy(speech, plain.clone())>
            <Pic icon=Icon::Copy />
            {text::COPY_AS_TEXT}
        </button>
        <button class="btn btn--quiet btn--sm" type="button" on:click=move |_| files::copy(speech, markdown.clone())>
            <Pic icon=Icon::Copy />
            {text::COPY_AS_MARKDOWN}
        </button>
        <button class="btn btn--quiet btn--sm" type="button" on:click=move |_| files::save("preview.csv", Kind::Csv, &csv)>
            <Pic icon=Icon::Download />
            {text::DOWNLOAD_CSV}
        </button>
    }
}
