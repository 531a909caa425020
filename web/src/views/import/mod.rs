//! Importing a real tenant, and downloading the one that is shown as the same bundle.

mod choose;
mod download;
mod getting;
mod reading;
mod report;
mod state;
mod work;

pub(crate) use state::Importer;

use leptos::prelude::*;

use crate::text;
use state::Phase;

/// The screen of imports.
#[component]
pub(crate) fn ImportScreen() -> impl IntoView {
    let importer = expect_context::<Importer>();
    let content = move || match importer.phase.get() {
        Phase::Choosing => view! { <Choosing /> }.into_any(),
        Phase::Working => view! { <reading::WorkingCard /> }.into_any(),
        Phase::Failed(error) => view! {
            <reading::FailedCard error=error />
            <Choosing />
        }
        .into_any(),
        Phase::Ready(ready) => view! { <report::ReportCards ready=ready /> }.into_any(),
    };
    view! {
        <div class="page">
            <div class="intro">
                <h1 id="title" tabindex="-1">
                    {text::IMPORT}
                </h1>
                <p>{text::IMPORT_LEAD}</p>
            </div>
        </div>
        {content}
    }
}

/// What there is to do before anything is read.
#[component]
fn Choosing() -> impl IntoView {
    view! {
        <div class="grid">
            <div class="c7 stack">
                <choose::ChooseCard />
            </div>
            <div class="c5 stack">
                <getting::GettingCard />
                <download::DownloadCard />
            </div>
        </div>
    }
}
