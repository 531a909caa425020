//! Lessons that somebody wrote: kept in this browser, and passed on whole in a link.

use licensing_lesson::hand::{OWN_LESSON, own_lesson, own_link};
use licensing_scenario::ScenarioError;

use crate::{dom, preferences};

/// What the ids of the lessons that were written here are remembered by, one a line.
const WRITTEN: &str = "lessons-written";

/// The whole address of a link to a variant of a lesson; 0 is the lesson as it is written.
pub(super) fn link(text: &str, seed: u32) -> String {
    format!("{}{}", dom::page_address(), own_link(text, seed))
}

/// The lesson that a text holds as a link, and its variant, if it holds one.
pub(super) fn of_link(link: &str) -> Option<Result<(String, u32), ScenarioError>> {
    link.contains(OWN_LESSON).then(|| own_lesson(link))
}

/// Keeps a lesson for when it is opened. Answers whether the browser did keep it.
pub(super) fn keep(id: &str, text: &str) -> bool {
    let name = name(id);
    preferences::remember(&name, text);
    preferences::recall(&name).as_deref() == Some(text)
}

/// A lesson that was kept.
pub(super) fn kept(id: &str) -> Option<String> {
    preferences::recall(&name(id)).filter(|text| !text.is_empty())
}

/// The ids of the lessons that were written here, the oldest first.
pub(super) fn written() -> Vec<String> {
    let ids = preferences::recall(WRITTEN).unwrap_or_default();
    ids.lines().map(str::to_string).collect()
}

/// A lesson is written here.
pub(super) fn write_here(id: &str) {
    let mut ids = written();
    if ids.iter().all(|own| own != id) {
        ids.push(id.to_string());
        preferences::remember(WRITTEN, &ids.join("\n"));
    }
}

/// Forgets a lesson that was written here.
pub(super) fn forget(id: &str) {
    let ids: Vec<_> = written().into_iter().filter(|own| own != id).collect();
    preferences::remember(WRITTEN, &ids.join("\n"));
    preferences::forget(&name(id));
}

fn name(id: &str) -> String {
    format!("lesson.{id}")
}
