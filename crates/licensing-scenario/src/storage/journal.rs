//! What a tab writes down while somebody works: a record for each thing done, a snapshot from time to time.

use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::vec::Vec;

use super::key::{Key, Kind, RecordId, TabId, TenantId};
use super::rebuild::{Found, Unreadable, Version, read_records};
use super::record::{Entry, StoredRecord};
use super::snapshot::SnapshotWriting;
use super::{Store, StoreError, set_and_check};
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
    /// The records that led here and may still be stored.
    chain: Vec<RecordId>,
    /// The last record that the newest snapshot holds; none before the first.
    snapshot: Option<RecordId>,
}

/// Whether everything that was done is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Yes; it was read back.
    Yes,
    /// No: so many things wait, and are tried again with the next one.
    NotYet {
        /// How many.
        waiting: usize,
        /// Why.
        error: StoreError,
    },
}

/// What other tabs did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    None,
    /// They went on from where this tab is. It has taken that over and must do the same to its tenant.
    Ahead(Vec<Entry>),
    /// They went on from somewhere else: there are two versions now, and both are kept.
    Apart {
        /// The last record of the other.
        other: RecordId,
    },
    /// A newer release has written: this one must not write any more.
    Newer,
    /// They removed the tenant: what is written now would rest on nothing.
    Gone,
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
            chain: alloc::vec![beginning],
            snapshot: None,
        }
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

    /// Writes down what was done. It counts as done in any case; the answer says whether it is stored.
    pub fn append(&mut self, store: &mut impl Store, entry: Entry) -> Saved {
        let highest = self.highest.values().copied().max().unwrap_or(0).max(self.head.sequence);
        let id = RecordId { sequence: highest.saturating_add(1), tab: self.tab };
        self.waiting.push_back(StoredRecord { id, parent: self.head, entry });
        self.know(id);
        self.head = id;
        self.chain.push(id);
        self.retry(store)
    }

    /// Tries again to store what waits.
    pub fn retry(&mut self, store: &mut impl Store) -> Saved {
        while let Some(record) = self.waiting.front() {
            let key = Key { tenant: self.tenant, kind: Kind::Record, id: record.id };
            if let Err(error) = set_and_check(store, &key.text(), &record.encode()) {
                return Saved::NotYet { waiting: self.waiting.len(), error };
            }
            self.waiting.pop_front();
        }
        Saved::Yes
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
        if let Saved::NotYet { error, .. } = self.retry(store) {
            return Err(error);
        }
        let id = writing.covers();
        // One that was begun later may have been stored before.
        if self.snapshot >= Some(id) {
            return Ok(());
        }
        let key = Key { tenant: self.tenant, kind: Kind::Snapshot, id };
        set_and_check(store, &key.text(), &writing.finish().encode())?;
        if let Some(kept) = self.snapshot.replace(id) {
            self.clear(store, kept);
        }
        Ok(())
    }

    /// Removes records up to the one that the snapshot to be kept holds, and snapshots before it; but nothing that another
    /// version may rest on. What cannot be removed now is removed after a later snapshot; until then the snapshots say
    /// that they hold it.
    fn clear(&mut self, store: &mut impl Store, kept: RecordId) {
        let old: BTreeSet<RecordId> = self.chain.iter().copied().filter(|id| *id <= kept).collect();
        let own: BTreeSet<RecordId> = self.chain.iter().copied().collect();
        let Ok(keys) = store.keys() else { return };
        let keys = keys.into_iter().filter_map(|text| Some((Key::of(&text)?, text)));
        let keys: Vec<_> = keys.filter(|(key, _)| key.tenant == self.tenant && key.kind != Kind::Label).collect();
        // Records of another version whose tab has no snapshot may rest on something here; on nothing but what has a lower
        // number than they all, for a record has a higher one than all that leads to it.
        let others = |kind: Kind| {
            let of_kind = keys.iter().map(|(key, _)| *key).filter(move |key| key.kind == kind);
            of_kind.filter(|key| !own.contains(&key.id))
        };
        let rooted: BTreeSet<TabId> = others(Kind::Snapshot).map(|key| key.id.tab).collect();
        let resting = others(Kind::Record).filter(|key| !rooted.contains(&key.id.tab));
        let fork = resting.map(|key| key.id.sequence).min();
        let fork = fork.unwrap_or(0);
        let is_old = |key: &Key| {
            let is_needed = key.kind == Kind::Snapshot && key.id == kept;
            old.contains(&key.id) && key.id.sequence >= fork && !is_needed
        };
        let mut left: BTreeSet<RecordId> = BTreeSet::from([kept]);
        for (key, text) in keys.iter().filter(|(key, _)| old.contains(&key.id)) {
            if !is_old(key) || store.remove(text).is_err() {
                left.insert(key.id);
            }
        }
        self.chain.retain(|id| *id > kept || left.contains(id));
    }

    /// Looks for what other tabs did since this one looked last. To be asked when the store says that something
    /// changed, and before each thing that is done here.
    pub fn news(&mut self, store: &impl Store) -> Result<News, StoreError> {
        let is_new = |key: &Key| {
            let known = self.highest.get(&key.id.tab).is_some_and(|highest| key.id.sequence <= *highest);
            key.tenant == self.tenant && key.kind == Kind::Record && key.id.tab != self.tab && !known
        };
        let all: Vec<Key> = store.keys()?.iter().filter_map(|text| Key::of(text)).collect();
        if !all.iter().any(|key| key.tenant == self.tenant && key.kind == Kind::Snapshot) {
            return Ok(News::Gone);
        }
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

    /// Removes everything that is stored of a tenant.
    pub fn erase(store: &mut impl Store, tenant: TenantId) -> Result<(), StoreError> {
        for text in store.keys()? {
            if Key::of(&text).is_some_and(|key| key.tenant == tenant) {
                store.remove(&text)?;
            }
        }
        Ok(())
    }

    /// Removes something that cannot be read, after somebody has seen it.
    pub fn discard(store: &mut impl Store, unreadable: &Unreadable) -> Result<(), StoreError> {
        store.remove(&unreadable.key)
    }
}
