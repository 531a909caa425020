//! A choice among a few, all of them in sight.

use leptos::prelude::*;

/// Buttons of which one is pressed.
#[component]
pub(crate) fn Segmented<T>(
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// The choices and their words.
    options: Vec<(T, Signal<String>)>,
    /// The choice that holds now.
    #[prop(into)]
    value: Signal<T>,
    /// Takes a new choice.
    #[prop(into)]
    choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let buttons = options
        .into_iter()
        .map(|(option, word)| {
            view! {
                <button
                    type="button"
                    aria-pressed=move || if value.get() == option { "true" } else { "false" }
                    on:click=move |_| choose.run(option)
                >
                    {word}
                </button>
            }
        })
        .collect_view();
    view! {
        <span class="seg" role="group" aria-label=label>
            {buttons}
        </span>
    }
}
