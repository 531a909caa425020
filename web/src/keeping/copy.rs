//! What this tab remembers of what is stored nowhere: a copy, with the link that it came by and what was done in it, and
//! something new in which nothing was done yet. It is there again when the page is loaded anew, or was ended by the system.

use licensing_scenario::link;
use licensing_session::Session;

use crate::{frame, preferences};

/// What the link is remembered by; empty where the copy came by a file.
const CASE: &str = "copy";
/// What the copy as it is now is remembered by.
const NOW: &str = "copy-now";

/// What is new, and as it was begun, is remembered by.
const NEW: &str = "new";

/// What this tab showed, as a link.
pub(super) fn kept() -> Option<String> {
    let recalled = [NEW, NOW, CASE].into_iter().find_map(preferences::recall_in_tab);
    recalled.filter(|link| !link.is_empty())
}

/// Whose something is that came by a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// It is a copy of what others made.
    Copied,
    /// It was begun in this tab.
    Begun,
}

/// Something came by this link, which may be that of [`kept`].
pub(super) fn came(document: &mut Session, link: String) -> Came {
    if frame::is_embedded() {
        document.came_by(link);
        return Came::Copied;
    }
    if preferences::recall_in_tab(NEW).is_some_and(|new| new == link) {
        return Came::Begun;
    }
    match (preferences::recall_in_tab(NOW), preferences::recall_in_tab(CASE)) {
        (Some(now), case) if now == link => {
            if let Some(case) = case.filter(|case| !case.is_empty()) {
                document.came_by(case);
            }
            document.was_worked_on();
        }
        _ => {
            preferences::remember_in_tab(CASE, &link);
            preferences::forget_in_tab(NOW);
            document.came_by(link);
        }
    }
    Came::Copied
}

/// Remembers something new in which nothing was done yet, where it is small enough for a link.
pub(super) fn keep_new(document: &Session) {
    if let Some(link) = link_of(document) {
        preferences::remember_in_tab(NEW, &link);
    }
}

/// Remembers the copy as it is now, where it is small enough for a link.
pub(super) fn keep(document: &Session) {
    preferences::remember_in_tab(CASE, document.link().unwrap_or_default());
    match link_of(document) {
        Some(now) => preferences::remember_in_tab(NOW, &now),
        None => preferences::forget_in_tab(NOW),
    }
}

/// All of it as a link, if it is small enough: what is not is not written down only to be found too large.
fn link_of(document: &Session) -> Option<String> {
    if document.is_beyond_links() { None } else { link::encode(document.whole()).ok() }
}

/// There is nothing to come back to.
pub(super) fn forget() {
    preferences::forget_in_tab(NEW);
    preferences::forget_in_tab(CASE);
    preferences::forget_in_tab(NOW);
}
