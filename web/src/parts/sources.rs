//! What something rests on, source by source.

use leptos::prelude::*;

/// One source as it is, several as a list.
#[component]
pub(crate) fn Sources(
    /// They.
    sources: Vec<String>,
) -> impl IntoView {
    if let [one] = sources.as_slice() {
        return view! { <span>{one.clone()}</span> }.into_any();
    }
    view! { <ul class="sources">{sources.into_iter().map(|source| view! { <li>{source}</li> }).collect_view()}</ul> }
        .into_any()
}
