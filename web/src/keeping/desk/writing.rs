//! What was done to the document becomes records, and from time to time a snapshot.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_model::Sliced;
use licensing_scenario::storage::{self, Entry, Journal, Saved, Snapshot, StoreError, Storing, TabId, TenantId};
use licensing_session::Session;
use licensing_session::keeping::{Saving, Standing};

use super::labels::{remember, save_label};
use super::{DESK, Pen, WORK};
use crate::keeping::browser::{BrowserStore, draw_tab, draw_tenant};
use crate::keeping::{beside, copy, promise};
use crate::kept::Job;
use crate::lab::Lab;
use crate::slices::{ALWAYS, run};

/// After so many records a snapshot follows, and one more for each so many users.
const RECORDS: usize = 200;
const USERS_A_RECORD: usize = 50;

pub(super) fn write(lab: Lab) {
    let entries = lab.take_entries();
    if entries.is_empty() {
        return;
    }
    match lab.keeping.standing.get_untracked() {
        Standing::Visit | Standing::Embedded => {}
        Standing::Untouched => store(lab),
        Standing::Stored(tenant) => append(lab, tenant, entries),
    }
}

/// Stores the document as a new tenant.
pub(super) fn store(lab: Lab) {
    if lab.keeping.standing.get_untracked() == Standing::Embedded {
        return;
    }
    // What is in the document now is in the first snapshot.
    lab.take_entries();
    let tenant = draw_tenant();
    lab.keeping.change(|shelf| shelf.store_as(tenant));
    remember(tenant);
    begin(lab, tenant);
}

/// Begins to write the document that is shown to a tenant of which nothing is stored that could be gone on with.
pub(super) fn begin(lab: Lab, tenant: TenantId) {
    DESK.with_borrow_mut(|desk| {
        let journal = match desk.pens.get(&tenant) {
            Some(pen) => pen.journal.begin_anew(draw_tab()),
            None => Journal::new(tenant, draw_tab()),
        };
        desk.pens.insert(tenant, Pen::new(journal, false));
    });
    start_snapshot(lab, tenant);
}

pub(super) fn append(lab: Lab, tenant: TenantId, entries: Vec<Entry>) {
    enum Then {
        Show(Saved),
        Wait,
        BeginAgain,
    }
    let then = DESK.with_borrow_mut(|desk| {
        let Some(pen) = desk.pens.get_mut(&tenant) else { return Then::BeginAgain };
        pen.is_label_old = true;
        match (pen.is_rooted, pen.is_writing) {
            (true, _) => Then::Show(pen.append(entries)),
            (false, true) => {
                pen.held.extend(entries);
                Then::Wait
            }
            // The first snapshot could not be stored.
            (false, false) => Then::BeginAgain,
        }
    });
    match then {
        Then::Show(saved) => show_and_snapshot(lab, tenant, saved),
        Then::Wait => {}
        Then::BeginAgain => begin(lab, tenant),
    }
}

pub(super) fn show_saved(lab: Lab, tenant: TenantId, saved: Saved) {
    let saving = match saved {
        Saved::Yes => Saving::Done,
        Saved::NotYet { error, .. } => Saving::Failed(error),
        // What others did meanwhile says how to go on.
        Saved::Uprooted => return lab.keeping.ask(Job::Look),
    };
    lab.keeping.change(|shelf| shelf.note_of(tenant, saving));
}

/// Says whether all is stored, and writes a snapshot where there are many records, or no room for another one: it takes
/// their place, and then that is said.
fn show_and_snapshot(lab: Lab, tenant: TenantId, saved: Saved) {
    let users = lab.session(Session::user_count);
    let is_full = matches!(saved, Saved::NotYet { error: StoreError::Full, .. });
    let is_due = DESK.with_borrow(|desk| {
        desk.pens.get(&tenant).is_some_and(|pen| {
            let due = pen.snapshot_at.max(if is_full { 1 } else { RECORDS + users / USERS_A_RECORD });
            !pen.is_writing && pen.journal.records_since_snapshot() >= due
        })
    });
    if !(is_due && is_full) {
        show_saved(lab, tenant, saved);
    }
    if is_due {
        start_snapshot(lab, tenant);
    }
}

/// Writes a snapshot of the document that is shown: at once where it is small, else in slices.
pub(super) fn start_snapshot(lab: Lab, tenant: TenantId) {
    let scenario = lab.session(Session::collect_whole);
    let begun = DESK.with_borrow_mut(|desk| {
        let pen = desk.pens.get_mut(&tenant)?;
        pen.is_writing = true;
        Some((pen.journal.tab(), pen.journal.start_snapshot(scenario)))
    });
    let Some((of, mut writing)) = begun else { return };
    let label = lab.session(|document| (document.title().to_string(), document.user_count()));
    let Ok(is_written) = writing.advance(WORK);
    if is_written {
        return store_snapshot(lab, tenant, of, writing.finish(), label);
    }
    if DESK.with_borrow(|desk| desk.pens.get(&tenant).is_some_and(|pen| !pen.is_rooted)) {
        lab.keeping.change(|shelf| shelf.note_of(tenant, Saving::Under));
    }
    spawn_local(async move {
        let Ok(_) = run(ALWAYS, &mut writing, WORK).await;
        store_snapshot(lab, tenant, of, writing.finish(), label);
    });
}

/// Stores a snapshot that the pen with the number `of` began: at once, or beside the storage.
pub(super) fn store_snapshot(lab: Lab, tenant: TenantId, of: TabId, snapshot: Snapshot, label: (String, usize)) {
    enum Then {
        Show(Saved),
        GoOn(Storing, Saving),
    }
    let outcome = DESK.with_borrow_mut(|desk| {
        // Another pen has taken over meanwhile where the tenant was opened anew.
        let pen = desk.pens.get_mut(&tenant).filter(|pen| pen.journal.tab() == of)?;
        let storing = pen.journal.store_snapshot(&mut BrowserStore, snapshot);
        beside::forget(lab, pen.journal.take_left_beside());
        pen.is_writing = matches!(storing, Storing::Put(_) | Storing::Read(_));
        Some(match storing {
            Storing::Done => {
                pen.is_rooted = true;
                pen.snapshot_at = 0;
                let held = core::mem::take(&mut pen.held);
                Then::Show(pen.append(held))
            }
            // The records are there all the same; a snapshot is tried again later.
            Storing::Failed(_) if pen.is_rooted => {
                pen.snapshot_at = pen.journal.records_since_snapshot().saturating_add(RECORDS);
                Then::Show(pen.journal.retry(&mut BrowserStore))
            }
            Storing::Failed(error) => {
                let held = core::mem::take(&mut pen.held);
                Then::Show(Saved::NotYet { waiting: held.len(), error })
            }
            storing => {
                let is_waited_for = !pen.is_rooted || pen.journal.is_waiting();
                Then::GoOn(storing, if is_waited_for { Saving::Under } else { Saving::Done })
            }
        })
    });
    match outcome {
        None => {}
        Some(Then::Show(saved)) => {
            show_saved(lab, tenant, saved);
            if saved == Saved::Yes {
                save_label(lab, tenant, label);
                if let Ok(Some(_)) = storage::bytes_beside(&BrowserStore, tenant) {
                    promise::ask_once(lab);
                }
            }
        }
        Some(Then::GoOn(storing, saving)) => {
            lab.keeping.change(|shelf| shelf.note_of(tenant, saving));
            spawn_local(async move {
                if let Some(snapshot) = beside::go_on(tenant, storing).await {
                    store_snapshot(lab, tenant, of, snapshot, label);
                }
            });
        }
    }
}

pub(super) fn retry(lab: Lab) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let saved = DESK.with_borrow_mut(|desk| {
        let pen = desk.pens.get_mut(&tenant).filter(|pen| pen.is_rooted || pen.is_writing)?;
        Some(pen.is_rooted.then(|| pen.journal.retry(&mut BrowserStore)))
    });
    match saved {
        Some(Some(saved)) => {
            show_and_snapshot(lab, tenant, saved);
        }
        // It is being written.
        Some(None) => {}
        None => begin(lab, tenant),
    }
}

pub(super) fn leave(lab: Lab) {
    let tenant = match lab.keeping.standing.get_untracked() {
        Standing::Stored(tenant) => tenant,
        Standing::Visit if lab.session(|document| document.was_changed() || document.link().is_none()) => {
            return lab.session(copy::keep);
        }
        // The first example is what a visit begins with in any case.
        Standing::Untouched if !lab.session(Session::is_first_example) => return lab.session(copy::keep_new),
        Standing::Visit | Standing::Untouched | Standing::Embedded => return,
    };
    DESK.with_borrow_mut(|desk| {
        if let Some(pen) = desk.pens.get_mut(&tenant) {
            let _ = pen.journal.retry(&mut BrowserStore);
        }
    });
    label_anew(lab);
}

/// Says in the list what the tenant that is shown has become since that was said last.
pub(in crate::keeping) fn label_anew(lab: Lab) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let is_old = |pen: &Pen| pen.is_rooted && pen.is_label_old;
    if DESK.with_borrow(|desk| desk.pens.get(&tenant).is_some_and(is_old)) {
        let label = lab.session(|document| (document.title().to_string(), document.user_count()));
        save_label(lab, tenant, label);
    }
}
