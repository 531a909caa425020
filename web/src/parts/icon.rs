//! A drawing of the sprite that stands in the page.

use leptos::prelude::*;
use licensing_view::Icon;

/// A drawing; the words beside it say the same.
#[component]
pub(crate) fn Pic(
    /// Which.
    icon: Icon,
    /// 14 px instead of 16.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    view! {
        <svg class="i" class:i-s=small aria-hidden="true">
            <use href=icon.href()></use>
        </svg>
    }
}
