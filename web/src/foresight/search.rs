//! A search that takes its time, as it is shown: how far it is, then what was found.

use leptos::prelude::*;

use crate::text;

/// How far a search is.
#[derive(Clone, Debug)]
pub(super) enum Search<T> {
    /// So much of it is done, in percent.
    Under(usize),
    /// What was found.
    Here(T),
}

impl<T> Search<T> {
    /// Nothing is done yet.
    pub(super) fn begun() -> RwSignal<Search<T>>
    where
        T: Send + Sync + 'static,
    {
        RwSignal::new(Search::Under(0))
    }

    /// What was found, if that is known.
    pub(super) fn here(&self) -> Option<&T> {
        match self {
            Search::Here(found) => Some(found),
            Search::Under(_) => None,
        }
    }

    /// How much is done, as long as it is under way.
    pub(super) fn percent(&self) -> Option<usize> {
        match self {
            Search::Under(percent) => Some(*percent),
            Search::Here(_) => None,
        }
    }
}

/// How far something is, for as long as it is under way.
pub(super) fn progress(percent: Option<usize>) -> impl IntoView {
    percent.map(|percent| view! { <progress max="100" value=percent aria-label=text::PREVIEW_WORKING></progress> })
}
