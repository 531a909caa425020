//! What was sent in this session; a click brings it back.

use std::sync::Arc;

use leptos::prelude::*;
use licensing_view::code::beginning;

use super::state::{Console, Exchange};
use crate::lab::Lab;
use crate::parts::StatusTag;
use crate::text;

/// Of a longer address, in bytes, the beginning is shown.
const LONGEST: usize = 300;

/// The requests that were sent, newest first.
#[component]
pub(super) fn SentCard() -> impl IntoView {
    let lab = Lab::here();
    let console = expect_context::<Console>();
    let rows = lab.memo(move |document| {
        let named = |exchange: &Arc<Exchange>| document.with_names(beginning(&exchange.draft.url, LONGEST));
        console.sent.with(|sent| sent.iter().map(named).collect::<Vec<String>>())
    });
    let row = move |(exchange, url): (Arc<Exchange>, String)| {
        let number = exchange.number;
        let current = move || {
            let shown = console.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.number == number));
            shown.then_some("true")
        };
        let (method, status) = (exchange.draft.method, exchange.status.clone());
        view! {
            <li>
                <button type="button" aria-current=current on:click=move |_| console.bring_back(&exchange)>
                    <code>
                        <b>{method}</b>
                        " "
                        {url}
                    </code>
                    <StatusTag status=status />
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || console.sent.with(|sent| !sent.is_empty())>
            <section class="card" aria-labelledby="h-sent">
                <header>
                    <h2 id="h-sent">{text::SENT}</h2>
                    <p>{move || lab.words().count_requests(console.sent.with(|sent| sent.len()))}</p>
                </header>
                <ol class="sent">
                    {move || console.sent.get().into_iter().zip(rows.get()).map(row).collect_view()}
                </ol>
            </section>
        </Show>
    }
}
