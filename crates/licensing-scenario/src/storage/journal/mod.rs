//! What a tab writes down while somebody works: a record for each thing done, a snapshot from time to time.
//!
//! What is saved is what a tab that starts would find: a record counts once it was read back and everything that it rests
//! on is there, up to a snapshot.

mod storing;

use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::string::String;
use alloc::vec::Vec;

use super::key::{Key, Kind, PREFIX};
use super::rebuild::{Found, Unreadable, Version, read_records};
use super::record::{Entry, StoredRecord};
use super::{Store, StoreError, TRIES, set_and_check};
use crate::ids::{RecordId, TabId, TenantId};
use crate::scenario::Scenario;

pub use storing::Storing;

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
    /// What lies in the database and is not needed any more.
    left_beside: Vec<String>,
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
            left_beside: Vec::new(),
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
            left_beside: Vec::new(),
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

    /// Whether something that was done is not stored yet.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
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
