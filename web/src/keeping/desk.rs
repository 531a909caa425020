//! The desk: what is done becomes records and snapshots in the browser's storage, and what is there becomes a document
//! again.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::storage::{
    self, Entry, Found, Journal, Label, News, RecordId, Saved, SnapshotWriting, StoreError, TabId, TenantId,
    Unreadable, Version,
};
use licensing_scenario::{ScenarioError, Writing, file};

use super::browser::{BrowserStore, draw_tab, draw_tenant, now};
use super::{Job, NotOpened, Notice, Presence, Saving, Standing, is_link, opening, show};
use crate::document::Document;
use crate::files::{self, Kind};
use crate::lab::Lab;
use crate::slices::Slices;
use crate::{dom, preferences};

/// What the tenant that was worked on last is remembered by: in this tab, and in this browser.
const CURRENT: &str = "tenant";
/// What the versions are remembered by that were stored as tenants of their own.
const SET_APART: &str = "set-apart";
/// Users, texts and actions that are written between two looks at the clock.
const WORK: usize = 1_000;
/// After so many records a snapshot follows, and one more for each so many users.
const RECORDS: usize = 200;
const USERS_A_RECORD: usize = 50;

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

#[derive(Default)]
struct Desk {
    pens: BTreeMap<TenantId, Pen>,
    /// Counts what is opened: what was asked for later comes instead.
    turn: u32,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Does a job.
pub(super) fn work(lab: Lab, job: Job) {
    match job {
        Job::Start => spawn_local(start(lab)),
        Job::Write => write(lab),
        Job::Look => look(lab),
        Job::Retry => retry(lab),
        Job::Store => store(lab),
        Job::Leave => leave(lab),
        Job::Open(tenant, head) => spawn_local(open_stored(lab, tenant, head)),
        Job::SetApart(head) => spawn_local(set_apart(lab, head)),
        Job::OpenLink(link) => spawn_local(open_link(lab, link)),
        Job::OpenFile(file) => spawn_local(open_file(lab, file)),
        Job::OpenText(text) => spawn_local(open_text(lab, text)),
        Job::SaveFile => spawn_local(save_file(lab)),
        Job::SaveUnreadable(unreadable) => save_unreadable(&unreadable),
        Job::RemoveUnreadable(unreadable) => remove_unreadable(lab, unreadable),
        Job::ReadName => read_name(lab),
        Job::Duplicate(tenant) => spawn_local(duplicate(lab, tenant)),
        Job::Rename(tenant, title) => rename(lab, tenant, title),
        Job::Delete(tenant, is_deleted) => delete(lab, tenant, is_deleted),
        Job::Erase(tenant) => erase(lab, tenant),
    }
}

// ---- writing ----

fn write(lab: Lab) {
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
fn store(lab: Lab) {
    if lab.keeping.standing.get_untracked() == Standing::Embedded {
        return;
    }
    // What is in the document now is in the first snapshot.
    lab.take_entries();
    let tenant = draw_tenant();
    lab.keeping.standing.set(Standing::Stored(tenant));
    remember(tenant);
    // Whoever keeps a copy does not go back to what is stored itself.
    lab.keeping.forget_safe(None);
    begin(lab, tenant);
}

/// Begins to write the document that is shown to a tenant of which nothing is stored that could be gone on with.
fn begin(lab: Lab, tenant: TenantId) {
    let pen = Pen::new(Journal::new(tenant, draw_tab()), false);
    DESK.with_borrow_mut(|desk| desk.pens.insert(tenant, pen));
    start_snapshot(lab, tenant);
}

fn append(lab: Lab, tenant: TenantId, entries: Vec<Entry>) {
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
        Then::Show(saved) => {
            show_saved(lab, tenant, saved);
            snapshot_if_due(lab, tenant);
        }
        Then::Wait => {}
        Then::BeginAgain => begin(lab, tenant),
    }
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

fn show_saved(lab: Lab, tenant: TenantId, saved: Saved) {
    lab.keeping.note_saving(
        tenant,
        match saved {
            Saved::Yes => Saving::Done,
            Saved::NotYet { error, .. } => Saving::Failed(error),
        },
    );
}

fn snapshot_if_due(lab: Lab, tenant: TenantId) {
    let users = lab.read(|document| document.tenant().user_count());
    let is_due = DESK.with_borrow(|desk| {
        desk.pens.get(&tenant).is_some_and(|pen| {
            let due = pen.snapshot_at.max(RECORDS + users / USERS_A_RECORD);
            !pen.is_writing && pen.journal.records_since_snapshot() >= due
        })
    });
    if is_due {
        start_snapshot(lab, tenant);
    }
}

/// Writes a snapshot of the document that is shown: at once where it is small, else in slices.
fn start_snapshot(lab: Lab, tenant: TenantId) {
    let scenario = lab.read(|document| document.whole());
    let begun = DESK.with_borrow_mut(|desk| {
        let pen = desk.pens.get_mut(&tenant)?;
        pen.is_writing = true;
        Some((pen.journal.tab(), pen.journal.start_snapshot(scenario)))
    });
    let Some((of, mut writing)) = begun else { return };
    let label = lab.read(|document| (document.title().to_string(), document.tenant().user_count()));
    if writing.advance(WORK) {
        return store_snapshot(lab, tenant, of, writing, label);
    }
    if DESK.with_borrow(|desk| desk.pens.get(&tenant).is_some_and(|pen| !pen.is_rooted)) {
        lab.keeping.note_saving(tenant, Saving::Under);
    }
    spawn_local(async move {
        let mut slices = Slices::begin();
        while !writing.advance(WORK) {
            slices.rest().await;
        }
        store_snapshot(lab, tenant, of, writing, label);
    });
}

/// Stores a snapshot that the pen with the number `of` began.
fn store_snapshot(lab: Lab, tenant: TenantId, of: TabId, writing: SnapshotWriting, label: (String, usize)) {
    let outcome = DESK.with_borrow_mut(|desk| {
        // Another pen has taken over meanwhile where the tenant was opened anew.
        let pen = desk.pens.get_mut(&tenant).filter(|pen| pen.journal.tab() == of)?;
        pen.is_writing = false;
        let held = core::mem::take(&mut pen.held);
        Some(match pen.journal.store_snapshot(&mut BrowserStore, writing) {
            Ok(()) => {
                pen.is_rooted = true;
                pen.snapshot_at = 0;
                pen.append(held)
            }
            // The records are there all the same; a snapshot is tried again later.
            Err(_) if pen.is_rooted => {
                pen.snapshot_at = pen.journal.records_since_snapshot().saturating_add(RECORDS);
                pen.journal.retry(&mut BrowserStore)
            }
            Err(error) => Saved::NotYet { waiting: held.len(), error },
        })
    });
    let Some(saved) = outcome else { return };
    show_saved(lab, tenant, saved);
    if saved == Saved::Yes {
        save_label(lab, tenant, label);
    }
}

fn retry(lab: Lab) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let saved = DESK.with_borrow_mut(|desk| {
        let pen = desk.pens.get_mut(&tenant).filter(|pen| pen.is_rooted || pen.is_writing)?;
        Some(pen.is_rooted.then(|| pen.journal.retry(&mut BrowserStore)))
    });
    match saved {
        Some(Some(saved)) => show_saved(lab, tenant, saved),
        // It is being written.
        Some(None) => {}
        None => begin(lab, tenant),
    }
}

fn leave(lab: Lab) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let is_old = DESK.with_borrow_mut(|desk| {
        desk.pens.get_mut(&tenant).is_some_and(|pen| {
            let _ = pen.journal.retry(&mut BrowserStore);
            pen.is_rooted && pen.is_label_old
        })
    });
    if is_old {
        let label = lab.read(|document| (document.title().to_string(), document.tenant().user_count()));
        save_label(lab, tenant, label);
    }
}

/// Says in the list how large a tenant is and that it was saved now; what it is called, where that is not said yet.
fn save_label(lab: Lab, tenant: TenantId, (title, users): (String, usize)) {
    relabel(lab, tenant, |label| {
        if label.title.is_empty() {
            label.title = title;
        }
        label.saved_at = now();
        label.is_deleted = false;
        label.users = u32::try_from(users).unwrap_or(u32::MAX);
    });
    DESK.with_borrow_mut(|desk| {
        if let Some(pen) = desk.pens.get_mut(&tenant) {
            pen.is_label_old = false;
        }
    });
}

// ---- the list of stored tenants ----

/// The stored tenants with their labels, the one that was saved last first.
pub(super) fn stored() -> Result<Vec<(TenantId, Label)>, StoreError> {
    let mut all: Vec<_> =
        storage::list(&BrowserStore)?.into_iter().map(|(tenant, label)| (tenant, label.unwrap_or_default())).collect();
    all.sort_by_key(|(_, label)| core::cmp::Reverse(label.saved_at));
    Ok(all)
}

fn label_of(tenant: TenantId) -> Label {
    storage::list(&BrowserStore).ok().and_then(|mut labels| labels.remove(&tenant).flatten()).unwrap_or_default()
}

fn relabel(lab: Lab, tenant: TenantId, change: impl FnOnce(&mut Label)) {
    let mut label = label_of(tenant);
    change(&mut label);
    // A list that shows what was before does no harm; it is said where the tenant itself is not stored.
    let _ = storage::save_label(&mut BrowserStore, tenant, draw_tab(), &label);
    lab.keeping.count_list();
}

/// What another tab called the tenant is what it is called here.
fn read_name(lab: Lab) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let title = label_of(tenant).title;
    if !title.is_empty() && lab.read(|document| document.title() != title) {
        lab.rename(title);
    }
}

fn rename(lab: Lab, tenant: TenantId, title: String) {
    if lab.keeping.standing.get_untracked() == Standing::Stored(tenant) {
        lab.rename(title.clone());
    }
    relabel(lab, tenant, |label| label.title = title);
}

/// The next one is opened where the one that is open is deleted.
fn delete(lab: Lab, tenant: TenantId, is_deleted: bool) {
    let is_shown = lab.keeping.standing.get_untracked() == Standing::Stored(tenant);
    relabel(lab, tenant, |label| label.is_deleted = is_deleted);
    if is_deleted {
        lab.keeping.forget_tenant(tenant);
    }
    if is_deleted && is_shown {
        spawn_local(start(lab));
    }
}

/// Removes all that is stored of a tenant, and what would write to it.
fn erase(lab: Lab, tenant: TenantId) {
    DESK.with_borrow_mut(|desk| desk.pens.remove(&tenant));
    lab.keeping.forget_tenant(tenant);
    if let Err(error) = Journal::erase(&mut BrowserStore, tenant) {
        lab.keeping.saving.set(Saving::Failed(error));
    }
    lab.keeping.count_list();
}

async fn duplicate(lab: Lab, tenant: TenantId) {
    let title = lab.words_now().copy_of(&label_of(tenant).title);
    let is_copied = match storage::find(&BrowserStore, tenant) {
        Ok(found) => match found.versions.first() {
            Some(version) => copy(lab, version, title).await,
            None => false,
        },
        Err(_) => false,
    };
    if !is_copied {
        lab.keeping.tell(Notice::NotCopied);
    }
}

/// Stores a version as a tenant of its own, which is not shown. Answers whether that is done.
async fn copy(lab: Lab, version: &Version, title: String) -> bool {
    let Ok((document, _)) = opening::version(lab, version).await else { return false };
    let users = document.tenant().user_count();
    let tenant = draw_tenant();
    let mut journal = Journal::new(tenant, draw_tab());
    let mut writing = journal.start_snapshot(document.whole());
    let mut slices = Slices::begin();
    while !writing.advance(WORK) {
        slices.rest().await;
    }
    let is_stored = journal.store_snapshot(&mut BrowserStore, writing).is_ok();
    if is_stored {
        save_label(lab, tenant, (title, users));
    }
    is_stored
}

// ---- other tabs ----

fn look(lab: Lab) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let news = DESK.with_borrow_mut(|desk| {
        let pen = desk.pens.get_mut(&tenant).filter(|pen| pen.is_rooted)?;
        pen.journal.news(&BrowserStore).ok()
    });
    match news {
        Some(News::Ahead(entries)) => {
            let catalog = lab.read(|document| document.catalog());
            if entries.iter().all(|entry| entry.is_covered_by(&catalog)) {
                lab.follow(&entries);
            } else {
                // It takes more of the catalogue than is there; opening it anew waits for that.
                spawn_local(open_stored(lab, tenant, None));
            }
        }
        Some(News::Apart { other }) => {
            // The newest of the other way stands for it.
            lab.keeping.notices.update(|notices| notices.retain(|notice| !matches!(notice, Notice::Apart(_))));
            lab.keeping.tell(Notice::Apart(other));
        }
        Some(News::Newer) => {
            lab.keeping.standing.set(Standing::Visit);
            lab.keeping.tell(Notice::Newer);
        }
        // The document is whole in memory: it is stored anew.
        Some(News::Gone) => begin(lab, tenant),
        Some(News::None) | None => {}
    }
}

async fn set_apart(lab: Lab, head: RecordId) {
    let Standing::Stored(tenant) = lab.keeping.standing.get_untracked() else { return };
    let title = lab.words_now().other_version_of(&label_of(tenant).title);
    let is_copied = match storage::find(&BrowserStore, tenant) {
        Ok(found) => match found.versions.iter().find(|version| version.head == head) {
            Some(version) => copy(lab, version, title).await,
            None => false,
        },
        Err(_) => false,
    };
    if !is_copied {
        return lab.keeping.tell(Notice::NotCopied);
    }
    let known = preferences::recall(SET_APART).unwrap_or_default();
    preferences::remember(SET_APART, &format!("{known} {}", name_of(head)));
    lab.keeping.notices.update(|notices| {
        notices.iter_mut().for_each(|notice| {
            if let Notice::Versions(heads) = notice {
                heads.retain(|other| *other != head);
            }
        });
        notices.retain(|notice| *notice != Notice::Versions(Vec::new()));
    });
}

fn name_of(head: RecordId) -> String {
    format!("{:x}-{:x}", head.sequence, head.tab.0)
}

// ---- opening ----

fn next_turn(lab: Lab) -> u32 {
    lab.pause();
    lab.keeping.presence.set(Presence::Opening);
    DESK.with_borrow_mut(|desk| {
        desk.turn = desk.turn.wrapping_add(1);
        desk.turn
    })
}

fn is_my_turn(turn: u32) -> bool {
    DESK.with_borrow(|desk| desk.turn == turn)
}

fn remember(tenant: TenantId) {
    let name = format!("{:016x}", tenant.0);
    preferences::remember(CURRENT, &name);
    preferences::remember_in_tab(CURRENT, &name);
}

/// What this tab worked on last, else what this browser did, else what was saved last.
fn last_worked_on(stored: &[(TenantId, Label)]) -> Option<TenantId> {
    let there = || stored.iter().filter(|(_, label)| !label.is_deleted).map(|(tenant, _)| *tenant);
    let named = [preferences::recall_in_tab(CURRENT), preferences::recall(CURRENT)];
    let mut named = named.into_iter().flatten().filter_map(|name| u64::from_str_radix(&name, 16).ok()).map(TenantId);
    named.find(|tenant| there().any(|other| other == *tenant)).or_else(|| there().next())
}

async fn start(lab: Lab) {
    match stored().map(|stored| last_worked_on(&stored)) {
        Ok(Some(tenant)) => open_stored(lab, tenant, None).await,
        Ok(None) => lab.open_first(),
        Err(error) => {
            lab.open_first();
            lab.keeping.saving.set(Saving::Failed(error));
        }
    }
}

async fn open_stored(lab: Lab, tenant: TenantId, head: Option<RecordId>) {
    let turn = next_turn(lab);
    let found = match storage::find(&BrowserStore, tenant) {
        Ok(found) => found,
        Err(error) => return lab.keeping.presence.set(Presence::Failed(NotOpened::Store(error))),
    };
    let of_head = found.versions.iter().find(|version| Some(version.head) == head);
    let Some(version) = of_head.or(found.versions.first()) else {
        if let Some(version) = found.newer {
            return lab.keeping.presence.set(Presence::Failed(ScenarioError::Newer { version }.into()));
        }
        return lab.keeping.presence.set(Presence::Failed(NotOpened::Unreadable(found.unreadable)));
    };
    let outcome = opening::version(lab, version).await;
    if !is_my_turn(turn) {
        return;
    }
    match outcome {
        Ok((mut document, skipped)) => {
            let title = label_of(tenant).title;
            if !title.is_empty() {
                document.rename(title);
            }
            if found.newer.is_some() {
                // What a newer release wrote is not written over.
                show(lab, document, Standing::Visit, Saving::Nothing);
                lab.keeping.tell(Notice::Newer);
            } else {
                resume(tenant, &found, version);
                show(lab, document, Standing::Stored(tenant), Saving::Done);
                // Another tab may have gone on meanwhile.
                look(lab);
            }
            tell_what_was_found(lab, &found, version, skipped);
        }
        Err(why) => lab.keeping.presence.set(Presence::Failed(why)),
    }
}

fn resume(tenant: TenantId, found: &Found, version: &Version) {
    // No two pens have the same number: what the one writes is never under a key of the other.
    let pen = Pen::new(Journal::resume(tenant, draw_tab(), found, version), true);
    DESK.with_borrow_mut(|desk| desk.pens.insert(tenant, pen));
    remember(tenant);
}

fn tell_what_was_found(lab: Lab, found: &Found, shown: &Version, skipped: usize) {
    let set_apart = preferences::recall(SET_APART).unwrap_or_default();
    let is_new = |head: &RecordId| !set_apart.split(' ').any(|name| name == name_of(*head));
    let others: Vec<RecordId> =
        found.versions.iter().map(|version| version.head).filter(|head| *head != shown.head).filter(is_new).collect();
    if !others.is_empty() {
        lab.keeping.tell(Notice::Versions(others));
    }
    if found.newer.is_none() && !found.unreadable.is_empty() {
        lab.keeping.tell(Notice::Unreadable(found.unreadable.clone()));
    }
    tell_skipped(lab, skipped);
}

fn tell_skipped(lab: Lab, skipped: usize) {
    if skipped > 0 {
        lab.keeping.tell(Notice::Skipped(skipped));
    }
}

async fn open_link(lab: Lab, link: String) {
    let turn = next_turn(lab);
    let outcome = match opening::link(lab, &link).await {
        Ok(scenario) => opening::document(lab, scenario).await,
        Err(why) => Err(why),
    };
    visit(lab, turn, outcome);
}

async fn open_file(lab: Lab, file: web_sys::File) {
    let turn = next_turn(lab);
    let outcome = match opening::file(lab, &file).await {
        Ok(scenario) => opening::document(lab, scenario).await,
        Err(why) => Err(why),
    };
    visit(lab, turn, outcome);
}

async fn open_text(lab: Lab, text: String) {
    let turn = next_turn(lab);
    let outcome = match opening::scenario_of_bytes(lab, text.into_bytes()).await {
        Ok(scenario) => opening::document(lab, scenario).await,
        Err(why) => Err(why),
    };
    visit(lab, turn, outcome);
}

fn visit(lab: Lab, turn: u32, outcome: Result<(Document, usize), NotOpened>) {
    if !is_my_turn(turn) {
        return;
    }
    match outcome {
        Ok((document, skipped)) => {
            let standing = match lab.keeping.standing.get_untracked() {
                Standing::Embedded => Standing::Embedded,
                _ => Standing::Visit,
            };
            show(lab, document, standing, Saving::Nothing);
            tell_skipped(lab, skipped);
            if is_link(&dom::hash()) {
                // The address is that of a link no more: what one does is not in it.
                dom::write_hash("#/", false);
            }
        }
        Err(why) => lab.keeping.presence.set(Presence::Failed(why)),
    }
}

// ---- files ----

async fn save_file(lab: Lab) {
    let (scenario, title, users) =
        lab.read(|document| (document.whole(), document.title().to_string(), document.tenant().user_count()));
    let name = file_name(&title);
    if users > file::MOST_USERS_AS_TEXT {
        let mut slices = Slices::begin();
        let mut writing = Writing::new(scenario);
        while !writing.advance(WORK) {
            slices.rest().await;
        }
        return files::save_bytes(&format!("{name}.lab"), &file::of_compact(&writing.finish()));
    }
    if let Ok(text) = text_of(lab).await {
        files::save(&format!("{name}.lab.json"), Kind::Json, &text);
    } else {
        // Without the names of the full catalogue there is the form that needs none.
        files::save_bytes(&format!("{name}.lab"), &file::to_compact(scenario));
    }
}

/// The whole document in the text form.
pub(super) async fn text_of(lab: Lab) -> Result<String, NotOpened> {
    let catalog = opening::full_catalog(lab).await?;
    Ok(file::to_text(lab.read(|document| document.whole()), &catalog))
}

/// A name that any system takes.
fn file_name(title: &str) -> String {
    let kept = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let name: String = title.chars().take(60).map(kept).collect();
    let name = name.trim_matches('-').to_lowercase();
    if name.is_empty() { "tenant".to_string() } else { name }
}

fn remove_unreadable(lab: Lab, unreadable: Vec<Unreadable>) {
    let is_removed = |one: &Unreadable| Journal::discard(&mut BrowserStore, one).is_ok();
    if unreadable.iter().all(is_removed) {
        lab.keeping.told(&Notice::Unreadable(unreadable));
    }
}

fn save_unreadable(unreadable: &[Unreadable]) {
    let line = |one: &Unreadable| format!("{}\t{}\t{}\n", one.key, one.error, one.text);
    let text: String = unreadable.iter().map(line).collect();
    files::save("licensing-lab-unreadable.txt", Kind::Text, &text);
}
