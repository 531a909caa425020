//! What other tabs did: taken over, or kept beside as a version of its own.

use leptos::prelude::*;
use licensing_scenario::storage::{News, RecordId};
use licensing_session::Session;
use licensing_session::keeping::{Notice, Shelf, Standing};

use super::DESK;
use super::labels::label_of;
use super::list::{copy, forget};
use super::writing::begin;
use crate::keeping::browser::BrowserStore;
use crate::keeping::opening;
use crate::kept::Job;
use crate::lab::Lab;
use crate::preferences;

/// What the versions are remembered by that were stored as tenants of their own.
const SET_APART: &str = "set-apart";

/// Whether a version was stored as a tenant of its own.
pub(super) fn is_set_apart(head: RecordId) -> bool {
    preferences::recall(SET_APART).unwrap_or_default().split(' ').any(|name| name == name_of(head))
}

pub(super) fn look(lab: Lab) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let news = DESK.with_borrow_mut(|desk| {
        let pen = desk.pens.get_mut(&tenant).filter(|pen| pen.is_rooted)?;
        pen.journal.news(&BrowserStore).ok()
    });
    match news {
        Some(News::Ahead(entries)) => {
            let catalog = lab.session(Session::catalog);
            if entries.iter().all(|entry| entry.is_covered_by(&catalog)) {
                lab.follow(entries);
            } else {
                // It takes more of the catalog than is there; opening it anew waits for that.
                lab.keeping.ask(Job::Open(tenant, None));
            }
        }
        Some(News::Apart { other }) => lab.keeping.tell(Notice::Apart(other)),
        Some(News::Newer) => lab.keeping.change(Shelf::set_adrift),
        // All that this tab shows is in a snapshot of another.
        Some(News::Passed) => lab.keeping.ask(Job::Open(tenant, None)),
        // The document is whole in memory: it is stored anew.
        Some(News::Uprooted | News::Gone) => begin(lab, tenant),
        Some(News::Removed) => forget(lab, tenant),
        Some(News::None) | None => {}
    }
}

pub(super) async fn set_apart(lab: Lab, head: RecordId) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let title = lab.words_now().other_version_of(&label_of(tenant).title);
    let is_copied = match opening::stored(lab, tenant, Some(head)).await {
        Ok(stored) if stored.version.head == head => copy(lab, &stored, title).await,
        _ => false,
    };
    if !is_copied {
        return lab.keeping.tell(Notice::NotCopied);
    }
    let known = preferences::recall(SET_APART).unwrap_or_default();
    preferences::remember(SET_APART, &format!("{known} {}", name_of(head)));
    lab.keeping.change(|shelf| shelf.told_version(head));
}

pub(super) fn name_of(head: RecordId) -> String {
    format!("{:x}-{:x}", head.sequence, head.tab.0)
}
