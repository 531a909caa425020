//! Texts of lessons.

use leptos::prelude::*;
use licensing_view::lesson::{Run, runs};

/// A text whose runs are known.
pub(super) fn of_runs(runs: Vec<Run>) -> impl IntoView {
    let shown = |run: Run| match run {
        Run::Plain(text) => text.into_any(),
        Run::Strong(text) => view! { <b>{text}</b> }.into_any(),
        Run::Code(text) => view! { <code>{text}</code> }.into_any(),
    };
    runs.into_iter().map(shown).collect_view()
}

/// A text as its file has it.
pub(super) fn of_text(text: &str) -> impl IntoView + use<> {
    of_runs(runs(text))
}
