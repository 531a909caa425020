//! The field above a list or a drawing, in which one types what is looked for.

use leptos::html;
use leptos::prelude::*;

use crate::text::Spoken;

#[component]
pub(crate) fn SearchField(
    /// What is looked through.
    label: Spoken,
    /// What stands in it while nothing is looked for.
    example: Spoken,
    /// What is looked for now.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    typed: Callback<String>,
    /// The field itself, for those who put the focus there.
    #[prop(optional)]
    field: NodeRef<html::Input>,
) -> impl IntoView {
    view! {
        <input
            class="in in--sm filter"
            type="search"
            maxlength="100"
            autocomplete="off"
            spellcheck="false"
            node_ref=field
            placeholder=example
            aria-label=label
            prop:value=move || value.get()
            on:input:target=move |event| typed.run(event.target().value())
        />
    }
}
