//! The Graph console: requests of Microsoft Graph over the tenant that is shown, and what was done as such.

mod answer;
mod code;
mod request;
mod sent;
mod state;
mod transcript;

pub(crate) use state::Console;

use leptos::prelude::*;

use crate::text;

/// The console.
#[component]
pub(crate) fn GraphScreen() -> impl IntoView {
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::GRAPH}
                </h1>
                <p>{text::GRAPH_LEAD}</p>
            </div>
        </div>
        <div class="grid">
            <div class="c7 stack">
                <request::RequestCard />
                <answer::AnswerCard />
                <sent::SentCard />
            </div>
            <transcript::TranscriptCard />
        </div>
    }
}
