//! Statuses and the tags that stand beside names.

use leptos::prelude::*;
use licensing_view::{ProductName, Route, RulesTab, Status, Tone};

use super::Pic;

/// A status: icon, word, color.
#[component]
pub(crate) fn StatusTag(
    /// What is shown.
    status: Status,
) -> impl IntoView {
    let class = match status.tone {
        Tone::Ok => "st st--ok",
        Tone::Error => "st st--err",
        Tone::Warning => "st st--warn",
        Tone::Wait => "st st--wait",
        Tone::Neutral => "st st--off",
    };
    view! {
        <span class=class title=status.code>
            <Pic icon=status.icon />
            <span>{status.word}</span>
        </span>
    }
}

/// A product's short tag; its full name is its title.
#[component]
pub(crate) fn Sku(
    /// The product.
    product: ProductName,
) -> impl IntoView {
    view! { <span class="sku" title=product.name>{product.tag}</span> }
}

/// The id of a rule: a link to what it says.
#[component]
pub(crate) fn Rule(
    /// Such as `R6.1`.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    match RulesTab::of_rule(&id) {
        Some(tab) => view! { <a class="rule" href=Route::Rules(tab).to_string()>{id}</a> }.into_any(),
        None => view! { <span class="rule">{id}</span> }.into_any(),
    }
}
