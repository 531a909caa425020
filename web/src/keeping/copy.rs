//! What this tab remembers of a copy that is stored nowhere: the link that it came by, and what was done in it. It is there
//! again when the page is loaded anew, or was ended by the system.

use licensing_scenario::link;
use licensing_session::Session;

use crate::{frame, preferences};

/// What the link is remembered by; empty where the copy came by a file.
const CASE: &str = "copy";
/// What the copy as it is now is remembered by.
const NOW: &str = "copy-now";

/// The copy that this tab showed, as a link.
pub(super) fn kept() -> Option<String> {
    preferences::recall_in_tab(NOW).or_else(|| preferences::recall_in_tab(CASE)).filter(|link| !link.is_empty())
}

/// A copy came by this link, which may be that of [`kept`].
pub(super) fn came(document: &mut Session, link: String) {
    if frame::is_embedded() {
        return document.came_by(link);
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
}

/// Remembers the copy as it is now, where it is small enough for a link.
pub(super) fn keep(document: &Session) {
    preferences::remember_in_tab(CASE, document.link().unwrap_or_default());
    match link::encode(document.whole()) {
        Ok(now) => preferences::remember_in_tab(NOW, &now),
        Err(_) => preferences::forget_in_tab(NOW),
    }
}

/// There is no copy to come back to.
pub(super) fn forget() {
    preferences::forget_in_tab(CASE);
    preferences::forget_in_tab(NOW);
}
