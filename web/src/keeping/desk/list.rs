//! The list of stored tenants: their names, copies, and what was deleted.

use leptos::prelude::*;
use licensing_scenario::storage::{Journal, Storing, TenantId};
use licensing_session::keeping::{Notice, Saving, Standing};

use super::labels::{label_of, relabel, save_label};
use super::{DESK, WORK};
use crate::keeping::beside;
use crate::keeping::browser::{BrowserStore, draw_tab, draw_tenant};
use crate::keeping::opening::{self, Stored};
use crate::kept::Job;
use crate::lab::Lab;
use crate::slices::{ALWAYS, run};

/// What another tab called the tenant is what it is called here.
pub(super) fn read_name(lab: Lab) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let title = label_of(tenant).title;
    if !title.is_empty() && lab.read(|document| document.title() != title) {
        lab.rename(title);
    }
}

pub(super) fn rename(lab: Lab, tenant: TenantId, title: String) {
    if lab.keeping.standing.get_untracked() == Standing::Stored(tenant) {
        lab.rename(title.clone());
    }
    relabel(lab, tenant, |label| label.title = title);
}

/// Deletes a tenant so that it can be brought back. The next one is opened where the one that is open is deleted.
pub(super) fn delete(lab: Lab, tenant: TenantId) {
    let is_shown = lab.keeping.standing.get_untracked() == Standing::Stored(tenant);
    relabel(lab, tenant, |label| label.is_deleted = true);
    lab.keeping.change(|shelf| shelf.forget_tenant(tenant));
    if is_shown {
        lab.keeping.ask(Job::Start);
    }
}

/// Brings a deleted tenant back.
pub(super) fn restore(lab: Lab, tenant: TenantId) {
    relabel(lab, tenant, |label| label.is_deleted = false);
}

/// Another tab removed a tenant for good: nothing writes to it any more, and the next one is opened where it is shown.
pub(super) fn forget(lab: Lab, tenant: TenantId) {
    let is_shown = lab.keeping.standing.get_untracked() == Standing::Stored(tenant);
    DESK.with_borrow_mut(|desk| desk.pens.remove(&tenant));
    lab.keeping.change(|shelf| shelf.forget_tenant(tenant));
    lab.keeping.count_list();
    if is_shown {
        lab.keeping.ask(Job::Start);
    }
}

/// Removes all that is stored of a tenant, and what would write to it.
pub(super) fn erase(lab: Lab, tenant: TenantId) {
    DESK.with_borrow_mut(|desk| desk.pens.remove(&tenant));
    lab.keeping.change(|shelf| shelf.forget_tenant(tenant));
    match Journal::erase(&mut BrowserStore, tenant) {
        Ok(()) => beside::forget_tenant(lab, tenant),
        Err(error) => lab.keeping.change(|shelf| shelf.note(Saving::Failed(error))),
    }
    lab.keeping.count_list();
}

pub(super) async fn duplicate(lab: Lab, tenant: TenantId) {
    let title = lab.words_now().copy_of(&label_of(tenant).title);
    let is_copied = match opening::stored(lab, tenant, None).await {
        Ok(stored) => copy(lab, &stored, title).await,
        Err(_) => false,
    };
    if !is_copied {
        lab.keeping.tell(Notice::NotCopied);
    }
}

/// Stores a version as a tenant of its own, which is not shown. Answers whether that is done.
pub(super) async fn copy(lab: Lab, stored: &Stored, title: String) -> bool {
    let Ok(Some((document, _))) = opening::version(lab, ALWAYS, stored).await else { return false };
    let users = document.user_count();
    let tenant = draw_tenant();
    let mut journal = Journal::new(tenant, draw_tab());
    let mut writing = journal.start_snapshot(document.collect_whole());
    let Ok(_) = run(ALWAYS, &mut writing, WORK).await;
    let mut snapshot = writing.finish();
    let is_stored = loop {
        let storing = journal.store_snapshot(&mut BrowserStore, snapshot);
        let is_done = matches!(storing, Storing::Done);
        match beside::go_on(tenant, storing).await {
            Some(next) => snapshot = next,
            None => break is_done,
        }
    };
    if is_stored {
        save_label(lab, tenant, (title, users));
    }
    is_stored
}
