//! How a pen stores snapshots: all in the store, or with the scenario in the database beside it; and what goes then.
//!
//! The store alone says which snapshots there are, and each scenario is in one place. One that goes into the database is put
//! there first, and read back; then the store says so; and nothing that holds the same is removed before that. So whatever
//! fails, and whenever the browser ends, what was saved is in one place or the other.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use licensing_core::Action;

use super::{Journal, Saved};
use crate::ids::RecordId;
use crate::scenario::{Collecting, Scenario};
use crate::storage::key::{Key, Kind};
use crate::storage::rebuild::read_records;
use crate::storage::record::Entry;
use crate::storage::snapshot::{Snapshot, SnapshotWriting, Stage, StoredSnapshot, Turn, lies_beside};
use crate::storage::{Store, StoreError, is_newer, set_and_check};
use crate::v1::SnapshotHead;

/// How it goes on with a snapshot that is being stored.
#[derive(Debug)]
pub enum Storing {
    /// It is stored.
    Done,
    /// It is not, and why. Records are there all the same.
    Failed(StoreError),
    /// Its scenario is to be put into the database; [`Snapshot::was_put`] takes what came of it, and then it is stored.
    Put(Snapshot),
    /// It is to be read from there; [`Snapshot::was_read`] takes what was read, and then it is stored.
    Read(Snapshot),
}

impl Journal {
    /// Stores a snapshot of what all records led to, without a database; then removes what is older than the snapshot
    /// before it: two generations are kept, so that one that cannot be read loses nothing.
    pub fn snapshot(&mut self, store: &mut impl Store, scenario: Scenario) -> Result<(), StoreError> {
        let snapshot = self.start_snapshot(scenario).finish().without_database();
        match self.store_snapshot(store, snapshot) {
            Storing::Done => Ok(()),
            Storing::Failed(error) => Err(error),
            Storing::Put(_) | Storing::Read(_) => Err(StoreError::Full),
        }
    }

    /// Begins a snapshot of what all records up to now led to, to be written in slices and stored by
    /// [`Journal::store_snapshot`]. What is done meanwhile becomes records as ever.
    pub fn start_snapshot(&self, scenario: impl Into<Collecting>) -> SnapshotWriting {
        let follows = self.snapshot.unwrap_or(self.head);
        SnapshotWriting::new(SnapshotHead { covers: self.head, follows, chain: self.chain.clone() }, scenario)
    }

    /// Goes on with a snapshot of this pen: stores it, or says what is to be done with it first. What is large lies beside
    /// the store, and so does what it has no room for.
    pub fn store_snapshot(&mut self, store: &mut impl Store, snapshot: Snapshot) -> Storing {
        // One that was begun later may have been stored before.
        if self.snapshot >= Some(snapshot.covers()) {
            return self.prove(store).map_or_else(Storing::Failed, |()| Storing::Done);
        }
        let turn = snapshot.turn;
        let outcome = match (snapshot.stage, turn) {
            (Stage::Written, _) if snapshot.is_large() => return Storing::Put(snapshot),
            (Stage::Written, _) => match self.store_here(store, &snapshot) {
                Err(StoreError::Full) => return Storing::Put(snapshot),
                outcome => outcome.map(|()| Storing::Done),
            },
            (Stage::Put, _) => return Storing::Read(snapshot),
            (Stage::Read, _) => self.put_beside(store, &snapshot).and_then(|()| self.rest_on(store, snapshot)),
            (Stage::NotBeside(_), Turn::First) => self.store_here(store, &snapshot).map(|()| Storing::Done),
            (Stage::NotBeside(error), Turn::Twin) => Err(error),
            (Stage::TooLarge, _) => Err(StoreError::TooLarge),
        };
        match outcome {
            Ok(storing) => storing,
            Err(_) if turn == Turn::Twin => self.prove(store).map_or_else(Storing::Failed, |()| Storing::Done),
            Err(error) => Storing::Failed(error),
        }
    }

    /// Stores all of a snapshot in the store.
    fn store_here(&mut self, store: &mut impl Store, snapshot: &Snapshot) -> Result<(), StoreError> {
        // Records that rest on nothing do so on this.
        if let Saved::NotYet { error, .. } = self.retry(store) {
            return Err(error);
        }
        let stored = snapshot.stored();
        self.put_snapshot(store, &stored)?;
        match self.snapshot.replace(stored.covers()) {
            Some(kept) => self.clear(store, kept),
            None => self.put_twin(store, stored),
        }
        self.prove(store)
    }

    /// Says in the store that a scenario lies in the database. Where there is no room for that, what the snapshot before it
    /// holds goes.
    fn put_beside(&mut self, store: &mut impl Store, snapshot: &Snapshot) -> Result<(), StoreError> {
        // It took a while to come here.
        if self.keys(store)?.contains(&Key::of_removal(self.tenant)) {
            return Err(StoreError::Failed);
        }
        let stored = snapshot.stored();
        match (self.put_snapshot(store, &stored), self.snapshot) {
            (Err(StoreError::Full), Some(kept)) => {
                self.clear(store, kept);
                self.put_snapshot(store, &stored)
            }
            (outcome, _) => outcome,
        }
    }

    /// The scenario of a snapshot is in the database, and the store says so: it is rested on from now on.
    fn rest_on(&mut self, store: &mut impl Store, snapshot: Snapshot) -> Result<Storing, StoreError> {
        let id = snapshot.covers();
        let before = self.snapshot.replace(id);
        if let Some(kept) = before {
            self.clear(store, kept);
        }
        if let Saved::NotYet { error: StoreError::Full, .. } = self.retry(store) {
            // There is still no room for what the snapshot holds.
            self.waiting.retain(|record| record.id > id);
        }
        self.prove(store)?;
        let twin = if before.is_none() { self.begin_twin(store, id) } else { None };
        Ok(twin.map_or(Storing::Done, |head| Storing::Put(snapshot.twin(head))))
    }

    /// Whether what is stored rests on something, after a snapshot.
    fn prove(&mut self, store: &mut impl Store) -> Result<(), StoreError> {
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
        let Some(head) = self.begin_twin(store, snapshot.covers()) else { return };
        let id = head.covers;
        snapshot.head = head;
        if self.put_snapshot(store, &snapshot).is_ok() {
            self.snapshot = Some(id);
        } else {
            let key = Key { tenant: self.tenant, kind: Kind::Snapshot, id };
            let _ = store.remove(&key.text());
        }
    }

    /// Stores a record of nothing behind the first snapshot, and says what one that says the same holds; none where
    /// something was done meanwhile, or there is no room.
    fn begin_twin(&mut self, store: &mut impl Store, first: RecordId) -> Option<SnapshotHead> {
        if self.head != first {
            return None;
        }
        let before = self.clone();
        let record = self.put_behind(Entry::Act(Action::Steps(0)));
        let key = Key { tenant: self.tenant, kind: Kind::Record, id: record.id }.text();
        if set_and_check(store, &key, &record.encode()).is_err() {
            let _ = store.remove(&key);
            *self = before;
            return None;
        }
        Some(SnapshotHead { covers: record.id, follows: first, chain: self.chain.clone() })
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
            if !is_old(key) || !self.remove(store, key) {
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

    /// Removes a record or a snapshot, and notes what is left of it beside the store. Answers whether it is gone: what a
    /// newer release wrote stays.
    fn remove(&mut self, store: &mut impl Store, key: &Key) -> bool {
        let key_text = key.text();
        let mut is_beside = false;
        if key.kind == Kind::Snapshot {
            match store.get(&key_text) {
                Ok(Some(text)) if is_newer(&text) => return false,
                Ok(Some(text)) => is_beside = lies_beside(&text),
                Ok(None) => {}
                Err(_) => return false,
            }
        }
        let is_gone = store.remove(&key_text).is_ok();
        if is_gone && is_beside {
            self.left_beside.push(key_text);
        }
        is_gone
    }

    /// What lies in the database and is not needed any more, since that was asked last.
    pub fn take_left_beside(&mut self) -> Vec<String> {
        core::mem::take(&mut self.left_beside)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;
    use crate::compact::{FILE, Limits, Writing};
    use crate::ids::{TabId, TenantId};
    use crate::scenario::Base;

    /// A store that is not asked for anything.
    struct Untouched;

    impl Store for Untouched {
        fn keys(&self) -> Result<Vec<String>, StoreError> {
            unreachable!("the keys are asked for")
        }

        fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
            unreachable!("{key} is asked for")
        }

        fn set(&mut self, key: &str, _: &str) -> Result<(), StoreError> {
            unreachable!("{key} is written")
        }

        fn remove(&mut self, key: &str) -> Result<(), StoreError> {
            unreachable!("{key} is removed")
        }
    }

    #[test]
    fn what_could_not_be_read_again_is_not_stored_and_does_not_count_as_saved() {
        let catalog = licensing_catalog::starter();
        let actions = vec![Action::Steps(1); 50];
        let scenario = Scenario {
            position: actions.len(),
            actions,
            ..Scenario::new(String::new(), &catalog, Base::Empty(licensing_model::TenantSettings::default()))
        };
        let mut journal = Journal::new(TenantId(1), TabId(1));
        let mut writing = journal.start_snapshot(scenario.clone());
        writing.writing = Writing::within(scenario, Limits { bytes: 4, ..FILE });
        let snapshot = writing.finish();
        for snapshot in [snapshot.clone(), snapshot.without_database()] {
            let outcome = journal.store_snapshot(&mut Untouched, snapshot);
            assert!(matches!(outcome, Storing::Failed(StoreError::TooLarge)), "{outcome:?}");
        }
    }
}
