//! Links between the parts of one subject, with how much is in each.

use leptos::prelude::*;
use licensing_view::Route;

use crate::router::{self, Place};
use crate::text::Spoken;

/// A part of a subject.
#[derive(Clone)]
pub(crate) struct Tab {
    /// Where it is shown.
    pub(crate) route: Route,
    /// What it is called.
    pub(crate) word: Spoken,
    /// How much is in it, once that is counted.
    pub(crate) count: Signal<Option<usize>>,
}

/// The parts, the present one marked.
#[component]
pub(crate) fn Tabs(
    /// What they are parts of.
    label: Spoken,
    /// The parts.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let place = router::here();
    let lab = crate::lab::Lab::here();
    let tab = move |Tab { route, word, count }: Tab| {
        let current = move || (place.with(Place::route) == Some(route)).then_some("page");
        view! {
            <a href=route.to_string() aria-current=current>
                {word}
                " "
                <span class="n">{move || count.get().map(|count| lab.words().number(count))}</span>
            </a>
        }
    };
    view! {
        <nav class="tabs" aria-label=label>
            {tabs.into_iter().map(tab).collect_view()}
        </nav>
    }
}
