//! The solution, shown thing by thing; and the learner's own way once more.

use std::time::Duration;

use leptos::prelude::*;
use licensing_lesson::Help;

use super::{Learning, Opened};
use crate::lab::Lab;

/// Between two moments of a way that is watched.
const PAUSE: Duration = Duration::from_millis(900);

/// Begins to show the solution, from the start.
pub(super) fn begin(lab: Lab, learning: Learning, opened: &Opened) {
    learning.note(&opened.tag, |progress| progress.helped(&opened.lesson.id, Help::Solution));
    lab.go_to(0);
    learning.shown.set(Some(0));
}

/// Does the next thing of the solution.
pub(super) fn next(lab: Lab, learning: Learning, opened: &Opened) {
    let Some(place) = learning.shown.get_untracked() else { return };
    let Some(action) = opened.lesson.reference.get(place) else { return };
    let _ = lab.work(|document| document.perform(action));
    learning.shown.set(Some(place + 1));
}

/// Goes to the start and from there to where one was, moment by moment.
pub(super) fn watch(lab: Lab) {
    let end = lab.read(|document| document.position());
    if lab.go_to(0) {
        set_timeout(move || go_on(lab, 0, end), PAUSE);
    }
}

fn go_on(lab: Lab, from: usize, end: usize) {
    // Whoever does something else meanwhile is not disturbed.
    let is_here = lab.read(|document| document.position() == from && document.moments() >= end);
    if is_here && from < end && lab.go_to(from + 1) {
        set_timeout(move || go_on(lab, from + 1, end), PAUSE);
    }
}
