//! The two buttons that move the background on.

use leptos::prelude::*;
use licensing_view::Icon;

use crate::lab::Lab;
use crate::parts::Pic;
use crate::text;

/// Step, and Run or Pause.
///
/// They are never `disabled`, only `aria-disabled`: pressing one until nothing is left must not lose the focus.
#[component]
pub(crate) fn StepControls(
    /// Nothing waits.
    idle: Memo<bool>,
    /// How the Step button looks.
    #[prop(default = "btn btn--sm")]
    step_class: &'static str,
) -> impl IntoView {
    let lab = Lab::here();
    view! {
        <button
            class=step_class
            type="button"
            aria-disabled=move || (idle.get() || lab.running.get()).then_some("true")
            on:click=move |_| lab.step()
        >
            <Pic icon=Icon::Step />
            {text::STEP}
        </button>
        <button
            class="btn btn--sm"
            type="button"
            aria-disabled=move || (idle.get() && !lab.running.get()).then_some("true")
            on:click=move |_| lab.run_or_pause()
        >
            {move || {
                let (icon, word) =
                    if lab.running.get() { (Icon::Pause, text::PAUSE) } else { (Icon::Run, text::RUN) };
                view! {
                    <Pic icon=icon />
                    {word}
                }
            }}
        </button>
    }
}
