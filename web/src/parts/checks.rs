//! The five checks of a step, each with what it says.

use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::checks::{CheckView, Verdict};

use super::chain::pieces;
use super::{Pic, Rule};
use crate::text;

/// The checks in their order.
#[component]
pub(crate) fn Checks(
    /// All of them.
    checks: Vec<CheckView>,
) -> impl IntoView {
    view! {
        <ol class="checks" aria-label=text::CHECKS>
            {checks.into_iter().map(check).collect_view()}
        </ol>
    }
}

fn check(CheckView { name, verdict, rule, reasons }: CheckView) -> impl IntoView {
    let (icon, class, word) = match verdict {
        Verdict::Passed => (Icon::Ok, "st st--ok", text::CHECK_PASSED),
        Verdict::Failed => (Icon::Error, "st st--err", text::CHECK_FAILED),
        Verdict::FailsNext => (Icon::Warning, "st st--warn", text::CHECK_FAILS_NEXT),
        Verdict::NotReached => (Icon::Off, "st st--off", text::CHECK_NOT_REACHED),
    };
    view! {
        <li>
            <span class=class>
                <Pic icon=icon />
                {name}
            </span>
            <span class="small faint">{word} " " <Rule id=rule /></span>
            {(!reasons.is_empty())
                .then(|| {
                    view! {
                        <ul class="small">{reasons.into_iter().map(|reason| view! { <li>{pieces(reason)}</li> }).collect_view()}</ul>
                    }
                })}
        </li>
    }
}
