//! Lessons that somebody wrote: kept in this browser, and passed on whole in a link.

use licensing_lesson::hand::{OWN_LESSON, own_link, own_text};
use licensing_scenario::ScenarioError;

use crate::preferences;

/// The whole address of a link to a lesson.
pub(super) fn link(text: &str) -> String {
    let whole = leptos::prelude::window().location().href().unwrap_or_default();
    format!("{}{}", whole.split('#').next().unwrap_or_default(), own_link(text))
}

/// The lesson that the address holds, if it holds one.
pub(super) fn of_address(hash: &str) -> Option<Result<String, ScenarioError>> {
    hash.starts_with(OWN_LESSON).then(|| own_text(hash))
}

/// Keeps a lesson for when it is opened.
pub(super) fn keep(id: &str, text: &str) {
    preferences::remember(&format!("lesson.{id}"), text);
}

/// A lesson that was kept.
pub(super) fn kept(id: &str) -> Option<String> {
    preferences::recall(&format!("lesson.{id}"))
}
