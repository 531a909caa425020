//! The desk: what is done becomes records and snapshots in the browser's storage, and what is there becomes a document
//! again.

mod arriving;
mod files;
mod labels;
mod list;
mod tabs;
mod writing;

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::task::spawn_local;
use licensing_scenario::storage::{Entry, Journal, Saved, TenantId};
use licensing_session::Requests;

use super::browser::BrowserStore;
use crate::kept::Job;
use crate::lab::Lab;

pub(super) use files::text_of;
pub(super) use labels::stored;
pub(super) use writing::label_anew;

/// Users, texts and actions that are written between two looks at the clock.
const WORK: u32 = 1_000;

/// What writes to one stored tenant.
struct Pen {
    journal: Journal,
    /// The first snapshot is stored: records have something to rest on.
    is_rooted: bool,
    /// A snapshot is being written.
    is_writing: bool,
    /// What was done while the first snapshot was being written.
    held: Vec<Entry>,
    /// The list shows less than what is there.
    is_label_old: bool,
    /// A snapshot is tried again when so many records wait for one.
    snapshot_at: usize,
}

impl Pen {
    fn new(journal: Journal, is_rooted: bool) -> Pen {
        Pen { journal, is_rooted, is_writing: false, held: Vec::new(), is_label_old: !is_rooted, snapshot_at: 0 }
    }

    fn append(&mut self, entries: Vec<Entry>) -> Saved {
        let mut saved = Saved::Yes;
        for entry in entries {
            saved = self.journal.append(&mut BrowserStore, entry);
        }
        saved
    }
}

#[derive(Default)]
struct Desk {
    pens: BTreeMap<TenantId, Pen>,
    /// What was to be opened.
    openings: Requests,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Does a job.
pub(super) fn work(lab: Lab, job: Job) {
    match job {
        Job::Start => spawn_local(arriving::start(lab)),
        // Whoever takes jobs knows what was to be opened last.
        Job::Again => {}
        Job::Write => writing::write(lab),
        Job::Look => tabs::look(lab),
        Job::Retry => writing::retry(lab),
        Job::Store => writing::store(lab),
        Job::Leave => writing::leave(lab),
        Job::Open(tenant, head) => spawn_local(arriving::open_stored(lab, tenant, head)),
        Job::SetApart(head) => spawn_local(tabs::set_apart(lab, head)),
        Job::OpenLink(link) => spawn_local(arriving::open_link(lab, link)),
        Job::OpenFile(file) => spawn_local(arriving::open_file(lab, file)),
        Job::OpenText(text) => spawn_local(arriving::open_text(lab, text)),
        Job::SaveFile => spawn_local(files::save_file(lab)),
        Job::SaveStored(tenant) => spawn_local(files::save_stored(tenant)),
        Job::SaveUnreadable(unreadable) => files::save_unreadable(&unreadable),
        Job::RemoveUnreadable(unreadable) => files::remove_unreadable(lab, unreadable),
        Job::ReadName => list::read_name(lab),
        Job::Duplicate(tenant) => spawn_local(list::duplicate(lab, tenant)),
        Job::Rename(tenant, title) => list::rename(lab, tenant, title),
        Job::Delete(tenant) => list::delete(lab, tenant),
        Job::Restore(tenant) => list::restore(lab, tenant),
        Job::Erase(tenant) => list::erase(lab, tenant),
    }
}
