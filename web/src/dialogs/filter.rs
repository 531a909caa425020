//! The field with which one finds what a dialog lists.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::text::Spoken;

/// The field, which has the focus first. Enter in it takes the first that was found as long as nothing that is listed is
/// chosen; then it does what the dialog is for, as in any other field.
#[component]
pub(super) fn FilterField(
    /// What is typed.
    filter: RwSignal<String>,
    /// What it is called.
    label: Spoken,
    /// An example of what can be typed.
    example: Spoken,
    /// Chooses the first that is listed, unless something that is listed is chosen; says whether it did.
    take_first: Callback<(), bool>,
) -> impl IntoView {
    let press = move |event: KeyboardEvent| {
        let is_typed = filter.with_untracked(|filter| !filter.trim().is_empty());
        if event.key() == "Enter" && is_typed && take_first.run(()) {
            event.prevent_default();
        }
    };
    view! {
        <input
            class="in"
            type="search"
            autofocus=true
            placeholder=example
            aria-label=label
            prop:value=move || filter.get()
            on:input:target=move |event| filter.set(event.target().value())
            on:keydown=press
        />
    }
}

/// Chooses the first of what is listed, unless something of it is chosen; says whether it did.
pub(super) fn take_first<T: Copy + 'static>(
    listed: impl Fn() -> Vec<T> + Send + Sync + 'static,
    is_chosen: impl Fn(T) -> bool + Send + Sync + 'static,
    choose: impl Fn(T) + Send + Sync + 'static,
) -> Callback<(), bool> {
    Callback::new(move |()| {
        let listed = listed();
        let first = listed.first().copied().filter(|_| !listed.iter().any(|one| is_chosen(*one)));
        first.into_iter().for_each(&choose);
        first.is_some()
    })
}
