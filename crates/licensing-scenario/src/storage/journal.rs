//! What a tab writes down while somebody works: a record for each thing done, a snapshot from time to time.
//!
//! What is saved is what a tab that starts would find: a record counts once it was read back and everything that it rests
//! on is there, up to a snapshot.

use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::vec::Vec;

use licensing_core::Action;

use super::key::{Key, Kind, PREFIX};
use super::rebuild::{Found, Unreadable, Version, read_records};
use super::record::{Entry, StoredRecord};
use super::snapshot::{SnapshotWriting, StoredSnapshot};
use super::{Store, StoreError, TRIES, is_newer, set_and_check};
use crate::ids::{RecordId, TabId, TenantId};
use crate::scenario::Scenario;
use crate::v1::SnapshotHead;

/// The pen of one tab for one tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    tenant: TenantId,
    tab: TabId,
    /// The last thing that this tab knows and builds on.
    head: RecordId,
    /// The highest sequence of each tab that is known.
    highest: BTreeMap<TabId, u32>,
    /// What was done and is not stored yet, first things first.
    waiting: VecDeque<StoredRecord>,
    /// What was stored last has not been seen to rest on a snapshot.
    is_unproven: bool,
    /// This pen wrote something, which nobody else may hold.
    has_written: bool,
    /// The records that led here and may still be stored.
    chain: Vec<RecordId>,
    /// The last record that the newest snapshot holds; none before the first.
    snapshot: Option<RecordId>,
}

/// Whether everything that was done is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Yes: a tab that starts finds it.
    Yes,
    /// No: so many things wait, and are tried again with the next one.
    NotYet {
        /// How many.
        waiting: usize,
        /// Why.
        error: StoreError,
    },
    /// No: what it rests on is gone. [`Journal::news`] says how to go on.
    Uprooted,
}

/// What other tabs did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    None,
    /// They went on from where this tab is. It has taken that over and must do the same to its tenant.
    Ahead(Vec<Entry>),
    /// They went on from here and hold it all in a snapshot, so that what this tab rests on is gone. This pen wrote
    /// nothing: the tenant is to be opened anew.
    Passed,
    /// They went on from somewhere else: there are two versions now, and both are kept.
    Apart {
        /// The last record of the other.
        other: RecordId,
    },
    /// What this pen wrote rests on nothing any more: it is to be stored anew, by [`Journal::begin_anew`].
    Uprooted,
    /// A newer release has written: this one must not write any more.
    Newer,
    /// Nothing of the tenant is there, and nobody said that it is to go: it is to be stored anew.
    Gone,
    /// Somebody removed the tenant for good.
    Removed,
}

impl Journal {
    /// The pen for a new tenant, of which nothing is stored before its first snapshot is.
    pub fn new(tenant: TenantId, tab: TabId) -> Journal {
        let beginning = RecordId { sequence: 0, tab };
        Journal {
            tenant,
            tab,
            head: beginning,
            highest: BTreeMap::new(),
            waiting: VecDeque::new(),
            is_unproven: false,
            has_written: true,
            chain: alloc::vec![beginning],
            snapshot: None,
        }
    }

    /// The pen that follows this one when what it wrote rests on nothing any more: its first snapshot holds all that this
    /// one wrote, and comes behind everything that this one knew.
    pub fn begin_anew(&self, tab: TabId) -> Journal {
        let head = RecordId { sequence: self.next_sequence(), tab };
        let mut journal = Journal { head, highest: self.highest.clone(), ..Journal::new(self.tenant, tab) };
        journal.know(head);
        journal.chain = self.chain.iter().copied().chain([head]).collect();
        journal
    }

    /// Stores a new tenant: its first snapshot.
    pub fn begin(
        store: &mut impl Store,
        tenant: TenantId,
        tab: TabId,
        scenario: Scenario,
    ) -> Result<Journal, StoreError> {
        let mut journal = Journal::new(tenant, tab);
        journal.snapshot(store, scenario)?;
        Ok(journal)
    }

    /// Goes on with a version that was found.
    pub fn resume(tenant: TenantId, tab: TabId, found: &Found, version: &Version) -> Journal {
        let held = version.snapshot.head.chain.iter().chain(&version.chain).copied();
        Journal {
            tenant,
            tab,
            head: version.head,
            highest: found.highest.clone(),
            waiting: VecDeque::new(),
            is_unproven: false,
            has_written: false,
            chain: held.collect::<BTreeSet<_>>().into_iter().collect(),
            snapshot: Some(version.snapshot.covers()),
        }
    }

    /// The last thing that this tab did or took over.
    pub fn head(&self) -> RecordId {
        self.head
    }

    /// By which number the pen writes. No two pens should have the same.
    pub fn tab(&self) -> TabId {
        self.tab
    }

    /// How many records a snapshot would make unnecessary.
    pub fn records_since_snapshot(&self) -> usize {
        self.chain.iter().filter(|id| Some(**id) > self.snapshot).count()
    }

    /// One more than everything that is known.
    fn next_sequence(&self) -> u32 {
        let highest = self.highest.values().copied().max().unwrap_or(0).max(self.head.sequence);
        highest.saturating_add(1)
    }

    /// Takes down that something follows on what is known.
    fn put_behind(&mut self, entry: Entry) -> StoredRecord {
        let id = RecordId { sequence: self.next_sequence(), tab: self.tab };
        let record = StoredRecord { id, parent: self.head, entry };
        self.know(id);
        self.head = id;
        self.chain.push(id);
        record
    }

    /// Writes down what was done. It counts as done in any case; the answer says whether it is stored.
    pub fn append(&mut self, store: &mut impl Store, entry: Entry) -> Saved {
        let record = self.put_behind(entry);
        self.waiting.push_back(record);
        self.has_written = true;
        self.retry(store)
    }

    /// Tries again to store what waits, and to see that it rests on something.
    pub fn retry(&mut self, store: &mut impl Store) -> Saved {
        while let Some(record) = self.waiting.front() {
            let key = Key { tenant: self.tenant, kind: Kind::Record, id: record.id };
            if let Err(error) = set_and_check(store, &key.text(), &record.encode()) {
                return Saved::NotYet { waiting: self.waiting.len(), error };
            }
            self.waiting.pop_front();
            self.is_unproven = true;
        }
        if self.is_unproven {
            match self.keys(store) {
                Ok(keys) if !self.is_rooted(&keys) => return Saved::Uprooted,
                Ok(keys) => {
                    self.is_unproven = false;
                    self.mark(store, &keys);
                }
                Err(error) => return Saved::NotYet { waiting: 0, error },
            }
        }
        Saved::Yes
    }

    /// What is stored of the tenant.
    fn keys(&self, store: &impl Store) -> Result<Vec<Key>, StoreError> {
        let mut keys = store.keys();
        for _ in 1..TRIES {
            keys = keys.or_else(|_| store.keys());
        }
        Ok(keys?.iter().filter_map(|text| Key::of(text)).filter(|key| key.tenant == self.tenant).collect())
    }

    /// Whether everything that led here is there, back to a snapshot. What waits is not there yet.
    fn is_rooted(&self, keys: &[Key]) -> bool {
        let of_kind = |kind: Kind| {
            let keys = keys.iter().filter(move |key| key.kind == kind);
            keys.map(|key| key.id).collect::<BTreeSet<RecordId>>()
        };
        let (records, snapshots) = (of_kind(Kind::Record), of_kind(Kind::Snapshot));
        let first_waiting = self.waiting.front().map(|record| record.id);
        for id in self.chain.iter().rev().filter(|id| first_waiting.is_none_or(|first| **id < first)) {
            if snapshots.contains(id) {
                return true;
            }
            if !records.contains(id) {
                return false;
            }
        }
        false
    }

    /// Notes how far this pen has come. Nothing rests on it: where it cannot be noted, a record that is taken away from
    /// outside is not missed.
    fn mark(&self, store: &mut impl Store, keys: &[Key]) {
        let mark = Key { tenant: self.tenant, kind: Kind::Mark, id: RecordId { tab: self.tab, ..self.head } };
        if store.set(&mark.text(), "").is_ok() {
            let older = keys.iter().filter(|key| key.kind == Kind::Mark && key.id.tab == self.tab && **key != mark);
            older.for_each(|key| _ = store.remove(&key.text()));
        }
    }

    /// Stores a snapshot of what all records led to, then removes what is older than the snapshot before it: two
    /// generations are kept, so that one that cannot be read loses nothing.
    pub fn snapshot(&mut self, store: &mut impl Store, scenario: Scenario) -> Result<(), StoreError> {
        let writing = self.start_snapshot(scenario);
        self.store_snapshot(store, writing)
    }

    /// Begins a snapshot of what all records up to now led to, to be written in slices and stored by
    /// [`Journal::store_snapshot`]. What is done meanwhile becomes records as ever.
    pub fn start_snapshot(&self, scenario: Scenario) -> SnapshotWriting {
        let follows = self.snapshot.unwrap_or(self.head);
        SnapshotWriting::new(SnapshotHead { covers: self.head, follows, chain: self.chain.clone() }, scenario)
    }

    /// Stores a snapshot of this pen that was begun before, as [`Journal::snapshot`] does.
    pub fn store_snapshot(&mut self, store: &mut impl Store, writing: SnapshotWriting) -> Result<(), StoreError> {
        // Records that rest on nothing do so on this.
        if let Saved::NotYet { error, .. } = self.retry(store) {
            return Err(error);
        }
        let id = writing.covers();
        // One that was begun later may have been stored before.
        if self.snapshot >= Some(id) {
            return Ok(());
        }
        let snapshot = writing.finish();
        self.put_snapshot(store, &snapshot)?;
        match self.snapshot.replace(id) {
            Some(kept) => self.clear(store, kept),
            None => self.put_twin(store, snapshot),
        }
        self.is_unproven = true;
        match self.retry(store) {
            Saved::Yes => Ok(()),
            Saved::NotYet { error, .. } => Err(error),
            Saved::Uprooted => Err(StoreError::Failed),
        }
    }

    fn put_snapshot(&self, store: &mut impl Store, snapshot: &StoredSnapshot) -> Result<(), StoreError> {
        let key = Key { tenant: self.tenant, kind: Kind::Snapshot, id: snapshot.covers() }.text();
        if store.get(&key)?.is_some_and(|text| is_newer(&text)) {
            return Err(StoreError::Failed);
        }
        set_and_check(store, &key, &snapshot.encode())
    }

    /// The first snapshot once more, behind a record of nothing, as if nothing had been done between two: so from the
    /// beginning any one text can be damaged. Where there is no room for it the tenant is stored all the same.
    fn put_twin(&mut self, store: &mut impl Store, mut snapshot: StoredSnapshot) {
        if self.head != snapshot.covers() {
            return;
        }
        let before = self.clone();
        let record = self.put_behind(Entry::Act(Action::Steps(0)));
        let key = Key { tenant: self.tenant, kind: Kind::Record, id: record.id }.text();
        if set_and_check(store, &key, &record.encode()).is_err() {
            let _ = store.remove(&key);
            *self = before;
            return;
        }
        snapshot.head = SnapshotHead { covers: record.id, follows: snapshot.covers(), chain: self.chain.clone() };
        if self.put_snapshot(store, &snapshot).is_ok() {
            self.snapshot = Some(record.id);
        } else {
            let key = Key { tenant: self.tenant, kind: Kind::Snapshot, id: record.id };
            let _ = store.remove(&key.text());
        }
    }

    /// Removes records up to the one that the snapshot to be kept holds, and snapshots before it; but nothing that another
    /// version may rest on. What cannot be removed now is removed after a later snapshot; until then the snapshots say
    /// that they hold it.
    fn clear(&mut self, store: &mut impl Store, kept: RecordId) {
        let old: BTreeSet<RecordId> = self.chain.iter().copied().filter(|id| *id <= kept).collect();
        let Ok(mut keys) = self.keys(store) else { return };
        // What others noted of themselves says nothing any more once it is held.
        for key in keys.iter().filter(|key| key.kind == Kind::Mark && old.contains(&key.id)) {
            let _ = store.remove(&key.text());
        }
        keys.retain(|key| matches!(key.kind, Kind::Record | Kind::Snapshot));
        let Some(fork) = self.last_that_others_rest_on(store, &keys) else { return };
        let is_old = |key: &Key| {
            let is_needed = key.kind == Kind::Snapshot && key.id == kept;
            old.contains(&key.id) && key.id > fork && !is_needed
        };
        let mut left: BTreeSet<RecordId> = BTreeSet::from([kept]);
        for key in keys.iter().filter(|key| old.contains(&key.id)) {
            if !is_old(key) || self.is_of_newer(store, key) || store.remove(&key.text()).is_err() {
                left.insert(key.id);
            }
        }
        self.chain.retain(|id| *id > kept || left.contains(id));
    }

    /// The last record of this way that another version goes on from, which needs all that led there; the beginning where
    /// each has a snapshot of its own. None where that cannot be told.
    fn last_that_others_rest_on(&self, store: &impl Store, keys: &[Key]) -> Option<RecordId> {
        let own: BTreeSet<RecordId> = self.chain.iter().copied().collect();
        let others: Vec<Key> = keys.iter().copied().filter(|key| !own.contains(&key.id)).collect();
        let (records, snapshots): (Vec<Key>, Vec<Key>) = others.into_iter().partition(|key| key.kind == Kind::Record);
        let snapshots: BTreeSet<RecordId> = snapshots.iter().map(|key| key.id).collect();
        let read = read_records(store, &records).ok()??;
        let parents: BTreeMap<RecordId, RecordId> = read.iter().map(|record| (record.id, record.parent)).collect();
        let mut fork = RecordId::BEGINNING;
        for key in &records {
            let mut at = key.id;
            // A record names only lower ones, so that this ends.
            while !own.contains(&at) && !snapshots.contains(&at) {
                match parents.get(&at) {
                    Some(parent) if *parent < at => at = *parent,
                    // What cannot be read may rest on anything that is older.
                    _ => at = own.range(..at).next_back().copied().unwrap_or_default(),
                }
                if at == RecordId::BEGINNING {
                    break;
                }
            }
            if own.contains(&at) {
                fork = fork.max(at);
            }
        }
        Some(fork)
    }

    /// Whether a newer release wrote a snapshot here, which stays.
    fn is_of_newer(&self, store: &impl Store, key: &Key) -> bool {
        let is_newer_there = || store.get(&key.text()).map_or(true, |text| text.is_some_and(|text| is_newer(&text)));
        key.kind == Kind::Snapshot && is_newer_there()
    }

    /// Looks for what other tabs did since this one looked last. To be asked when the store says that something
    /// changed, before each thing that is done here, and when what was done is [`Saved::Uprooted`].
    pub fn news(&mut self, store: &impl Store) -> Result<News, StoreError> {
        let all = self.keys(store)?;
        if all.contains(&Key::of_removal(self.tenant)) {
            return Ok(News::Removed);
        }
        let is_gone = !all.iter().any(|key| key.kind == Kind::Snapshot);
        if is_gone || !self.is_rooted(&all) {
            // What is stored anew comes behind all that others did.
            all.iter().for_each(|key| self.know(key.id));
        }
        if is_gone {
            return Ok(News::Gone);
        }
        if !self.is_rooted(&all) {
            return Ok(if self.has_written { News::Uprooted } else { News::Passed });
        }
        let is_new = |key: &Key| {
            let known = self.highest.get(&key.id.tab).is_some_and(|highest| key.id.sequence <= *highest);
            key.kind == Kind::Record && key.id.tab != self.tab && !known
        };
        let keys: Vec<Key> = all.into_iter().filter(is_new).collect();
        let Some(other) = keys.iter().map(|key| key.id).max() else { return Ok(News::None) };
        // What waits here goes on from the old moment: nothing can be taken over.
        let mut records = Vec::new();
        if self.waiting.is_empty() {
            let Some(read) = read_records(store, &keys)? else { return Ok(News::Newer) };
            records = read;
        }
        let mut entries = Vec::new();
        while let Some(next) = records.iter().position(|record| record.parent == self.head) {
            let record = records.swap_remove(next);
            self.know(record.id);
            self.head = record.id;
            self.chain.push(record.id);
            entries.push(record.entry);
        }
        if !entries.is_empty() {
            return Ok(News::Ahead(entries));
        }
        // It is said once.
        keys.iter().for_each(|key| self.know(key.id));
        Ok(News::Apart { other })
    }

    fn know(&mut self, id: RecordId) {
        let highest = self.highest.entry(id.tab).or_default();
        *highest = id.sequence.max(*highest);
    }

    /// Removes everything that is stored of a tenant, and notes that somebody wanted it so: a tab that still shows it does
    /// not bring it back.
    pub fn erase(store: &mut impl Store, tenant: TenantId) -> Result<(), StoreError> {
        let (own, removal) = (alloc::format!("{PREFIX}{:016x}/", tenant.0), Key::of_removal(tenant).text());
        let noted = store.set(&removal, "");
        for text in store.keys()? {
            if text.starts_with(&own) && text != removal {
                store.remove(&text)?;
            }
        }
        // Where the store was full there is room now.
        noted.or_else(|_| store.set(&removal, ""))
    }

    /// Removes something that cannot be read, after somebody has seen it.
    pub fn discard(store: &mut impl Store, unreadable: &Unreadable) -> Result<(), StoreError> {
        store.remove(&unreadable.key)
    }
}
