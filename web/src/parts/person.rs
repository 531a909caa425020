//! A user as initials.

use leptos::prelude::*;

/// Initials in a circle; the name beside them says the same.
#[component]
pub(crate) fn Avatar(
    /// The letters.
    initials: String,
    /// 40 px instead of 24.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! { <span class="ava" class:ava--l=large aria-hidden="true">{initials}</span> }
}
