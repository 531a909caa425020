//! The answer to a request: status, body, headers, and where it differs from Graph's on purpose.

use std::sync::Arc;

use leptos::prelude::*;
use licensing_view::{Icon, Tone};

use super::code::Code;
use super::request::NameList;
use super::state::{Console, Exchange};
use crate::files::{self, Kind};
use crate::lab::Lab;
use crate::parts::{Pic, Segmented};
use crate::text::{self, Spoken};

/// Names that are shown for the ids of an answer.
const NAMES: usize = 12;

/// A part of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Body,
    Headers,
}

/// The answer that is shown, once there is one.
#[component]
pub(super) fn AnswerCard() -> impl IntoView {
    let console = expect_context::<Console>();
    let part = RwSignal::new(Part::Body);
    view! {
        <section class="card" aria-labelledby="h-answer">
            {move || match console.shown.get() {
                None => view! {
                    <header>
                        <h2 id="h-answer">{text::ANSWER}</h2>
                    </header>
                    <div class="calm">
                        <p class="small dim">{text::NOTHING_SENT}</p>
                    </div>
                }
                .into_any(),
                Some(exchange) => view! { <Answer exchange=exchange part=part /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Answer(exchange: Arc<Exchange>, part: RwSignal<Part>) -> impl IntoView {
    let lab = Lab::here();
    let number = exchange.headers.len();
    let headers = Signal::derive(move || lab.words().headers_of(number));
    let options = vec![(Part::Body, text::BODY.signal()), (Part::Headers, headers)];
    let pill = if exchange.status.tone == Tone::Ok { "pill pill--ok" } else { "pill pill--err" };
    let (copied, saved, shown) = (Arc::clone(&exchange.body), Arc::clone(&exchange.body), Arc::clone(&exchange));
    let has_body = !exchange.body.is_empty();
    let told = Arc::clone(&exchange.body);
    let found = lab.memo(move |document| document.names_in(&told, NAMES));
    view! {
        <header>
            <h2 id="h-answer">{text::ANSWER}</h2>
            <span class=pill>
                <Pic icon=exchange.status.icon />
                {exchange.status.word.clone()}
            </span>
            <span class="end">
                <Segmented label=text::ANSWER_PART options=options value=part choose=move |chosen| part.set(chosen) />
                {has_body
                    .then(|| {
                        view! {
                            <button
                                class="btn btn--sm btn--icon btn--quiet"
                                type="button"
                                aria-label=text::COPY_ANSWER
                                title=text::COPY_ANSWER
                                on:click=move |_| files::copy(lab.speech, copied.to_string())
                            >
                                <Pic icon=Icon::Copy />
                            </button>
                            <button
                                class="btn btn--sm btn--icon btn--quiet"
                                type="button"
                                aria-label=text::SAVE_ANSWER
                                title=text::SAVE_ANSWER
                                on:click=move |_| files::save("answer.json", Kind::Json, &saved)
                            >
                                <Pic icon=Icon::Download />
                            </button>
                        }
                    })}
            </span>
        </header>
        {move || match part.get() {
            Part::Body if has_body => view! {
                <Code text=Arc::clone(&shown.body) label=text::ANSWER_BODY />
                <NameList found=found />
            }
            .into_any(),
            Part::Body => view! {
                <div class="calm">
                    <p class="small dim">{text::NO_CONTENT}</p>
                </div>
            }
            .into_any(),
            Part::Headers => view! { <HeaderList headers=shown.headers.clone() /> }.into_any(),
        }}
        <Deviations exchange=exchange />
    }
}

#[component]
fn HeaderList(headers: Vec<(String, String)>) -> impl IntoView {
    let row = |(name, value): (String, String)| {
        view! {
            <dt>{name}</dt>
            <dd class="mono">{value}</dd>
        }
    };
    view! { <dl class="kv pad">{headers.into_iter().map(row).collect_view()}</dl> }
}

/// Where the answer differs from Graph's on purpose.
#[component]
fn Deviations(exchange: Arc<Exchange>) -> impl IntoView {
    if exchange.deviations.is_empty() {
        return ().into_any();
    }
    let rows = exchange
        .deviations
        .iter()
        .map(|deviation| {
            view! {
                <li>
                    <b>{Spoken(deviation.title)}</b>
                    ". "
                    {Spoken(deviation.text)}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="deviations">
            <h3>
                <Pic icon=Icon::Info small=true />
                {text::DEVIATIONS}
            </h3>
            <ul>{rows}</ul>
        </div>
    }
    .into_any()
}
