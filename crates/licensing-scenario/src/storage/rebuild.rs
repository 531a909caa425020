//! From what is stored of a tenant to its versions: nearly always one; more where tabs went on side by side.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::Catalog;

use super::key::{Key, Kind};
use super::record::{Entry, StoredRecord};
use super::snapshot::{SnapshotReading, StoredSnapshot};
use super::{Store, StoreError, TRIES};
use crate::error::ScenarioError;
use crate::ids::{RecordId, TabId, TenantId};

/// What is stored of a tenant.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it amounts to, the one that was worked on last first. None where there is no snapshot that can be read.
    pub versions: Vec<Version>,
    /// What cannot be read, or belongs to nothing that can. It stays where it is until somebody removes it.
    pub unreadable: Vec<Unreadable>,
    /// A newer release wrote some of it. This one must not write to the tenant.
    pub newer: Option<u8>,
    /// The highest sequence of each tab.
    pub(super) highest: BTreeMap<TabId, u32>,
}

/// A tenant as one tab left it.
#[derive(Clone, Debug)]
pub struct Version {
    /// The last record of it.
    pub head: RecordId,
    /// The snapshot that it begins with.
    pub(super) snapshot: StoredSnapshot,
    /// The record that the snapshot holds, and those behind it.
    pub(super) chain: Vec<RecordId>,
    /// What was done since.
    pub entries: Vec<Entry>,
}

impl Version {
    /// Whether the part of the catalog that is loaded is enough for what was done since the snapshot.
    pub fn is_covered_by(&self, catalog: &Catalog) -> bool {
        self.entries.iter().all(|entry| entry.is_covered_by(catalog))
    }

    /// Begins to read the snapshot; what was done since is to be applied to it, one entry after the other. `beside` is what
    /// lies in the database under [`Version::key_beside`].
    pub fn read(&self, beside: Option<&[u8]>, newest_catalog: u32) -> Result<SnapshotReading, ScenarioError> {
        self.snapshot.read(beside, newest_catalog)
    }

    /// The last record that the snapshot holds.
    pub(super) fn covers(&self) -> RecordId {
        self.snapshot.covers()
    }

    /// Under which key of the database the scenario of the snapshot lies; none where it is here.
    pub fn key_beside(&self, tenant: TenantId) -> Option<String> {
        self.snapshot.key_beside(tenant)
    }
}

/// Something stored that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it is.
    pub key: String,
    /// What stands there, to be downloaded.
    pub text: String,
    /// What is wrong with it; a record that is whole and belongs to nothing is a truncated story.
    pub error: ScenarioError,
}

/// All that was read.
#[derive(Default)]
struct Contents {
    records: BTreeMap<RecordId, (StoredRecord, String)>,
    snapshots: BTreeMap<RecordId, StoredSnapshot>,
    unreadable: Vec<Unreadable>,
    highest: BTreeMap<TabId, u32>,
    /// How far tabs had come, with the keys that say so.
    marks: BTreeMap<RecordId, String>,
}

/// Reads everything that is stored of a tenant. That the scenarios of snapshots are in the database is believed.
pub fn find(store: &impl Store, tenant: TenantId) -> Result<Found, StoreError> {
    find_without(store, tenant, &BTreeSet::new())
}

/// The same where some scenarios are not in the database, or not whole: those of the snapshots of these records.
pub(super) fn find_without(
    store: &impl Store,
    tenant: TenantId,
    lost: &BTreeSet<RecordId>,
) -> Result<Found, StoreError> {
    let mut contents = read(store, tenant)?;
    for id in lost {
        let key = Key { tenant, kind: Kind::Snapshot, id: *id };
        if let Some(snapshot) = contents.snapshots.get(id).filter(|snapshot| snapshot.key_beside(tenant).is_some()) {
            let (key, text) = (key.text(), snapshot.encode());
            contents.unreadable.push(Unreadable { key, text, error: ScenarioError::Truncated });
            contents.snapshots.remove(id);
        }
    }
    let newer = contents.unreadable.iter().find_map(|unreadable| match unreadable.error {
        ScenarioError::Newer { version } => Some(version),
        _ => None,
    });
    let (mut versions, stranded) = versions(&contents);
    versions.sort_by_key(|version| core::cmp::Reverse(version.head));
    for id in stranded {
        if let Some((_, text)) = contents.records.get(&id) {
            let key = Key { tenant, kind: Kind::Record, id }.text();
            contents.unreadable.push(Unreadable { key, text: text.clone(), error: ScenarioError::Truncated });
        }
    }
    let missing: Vec<String> = missing(&contents).cloned().collect();
    contents.unreadable.extend(missing.into_iter().map(|key| Unreadable {
        key,
        text: String::new(),
        error: ScenarioError::Truncated,
    }));
    Ok(Found { versions, unreadable: contents.unreadable, newer, highest: contents.highest })
}

fn read(store: &impl Store, tenant: TenantId) -> Result<Contents, StoreError> {
    let mut contents = Contents::default();
    for text in store.keys()? {
        let Some(key) = Key::of(&text).filter(|key| key.tenant == tenant) else { continue };
        match key.kind {
            Kind::Record | Kind::Snapshot => {}
            Kind::Mark => {
                contents.marks.insert(key.id, text);
                continue;
            }
            Kind::Label | Kind::Removed => continue,
        }
        let highest = contents.highest.entry(key.id.tab).or_default();
        *highest = key.id.sequence.max(*highest);
        read_one(store, &text, key, &mut contents)?;
    }
    Ok(contents)
}

/// Reads the records under some keys, those that can be read, the last first; none where a newer release wrote one.
pub(super) fn read_records(store: &impl Store, keys: &[Key]) -> Result<Option<Vec<StoredRecord>>, StoreError> {
    let mut contents = Contents::default();
    for key in keys {
        read_one(store, &key.text(), *key, &mut contents)?;
    }
    let is_newer = |unreadable: &Unreadable| matches!(unreadable.error, ScenarioError::Newer { .. });
    let records = contents.records.into_values().rev().map(|(record, _)| record);
    Ok((!contents.unreadable.iter().any(is_newer)).then(|| records.collect()))
}

/// Reads what is under a key; once more where it cannot be read, for reading itself can go wrong.
fn read_one(store: &impl Store, key_text: &str, key: Key, contents: &mut Contents) -> Result<(), StoreError> {
    let mut failed = None;
    for _ in 0..TRIES {
        // Another tab may have removed it in the meantime.
        let Some(text) = store.get(key_text)? else { return Ok(()) };
        let error = match key.kind {
            Kind::Record => match StoredRecord::decode(&text) {
                Ok(record) if record.id == key.id => {
                    contents.records.insert(key.id, (record, text));
                    return Ok(());
                }
                Ok(_) => ScenarioError::Damaged,
                Err(error) => error,
            },
            _ => match StoredSnapshot::decode(&text) {
                Ok(snapshot) if snapshot.covers() == key.id => {
                    contents.snapshots.insert(key.id, snapshot);
                    return Ok(());
                }
                Ok(_) => ScenarioError::Damaged,
                Err(error) => error,
            },
        };
        failed = Some(Unreadable { key: String::from(key_text), text, error });
    }
    contents.unreadable.extend(failed);
    Ok(())
}

/// Where a tab was farther than anything that is there: its last record is gone, and no snapshot can hold it.
fn missing(contents: &Contents) -> impl Iterator<Item = &String> {
    let highest = contents.snapshots.keys().map(|id| id.sequence).max().unwrap_or(0);
    // One that is there and cannot be read is reported for itself.
    let is_there = |id: &RecordId| contents.highest.get(&id.tab).is_some_and(|highest| *highest >= id.sequence);
    let marks = contents.marks.iter().filter(move |(id, _)| id.sequence > highest && !is_there(id));
    marks.map(|(_, key)| key)
}

/// The versions, and records that belong to none.
fn versions(contents: &Contents) -> (Vec<Version>, Vec<RecordId>) {
    let Contents { records, snapshots, .. } = contents;
    // What comes before something else is not the end of a version: what a record names, and what a snapshot holds.
    let mut inner: BTreeSet<RecordId> = records.values().map(|(record, _)| record.parent).collect();
    for snapshot in snapshots.values() {
        let held = snapshot.head.chain.iter().chain([&snapshot.head.follows]);
        inner.extend(held.filter(|id| **id != snapshot.covers()));
    }
    let ends = records.keys().chain(snapshots.keys()).copied().collect::<BTreeSet<_>>();
    let (mut versions, mut stranded) = (Vec::new(), Vec::new());
    for end in ends.into_iter().filter(|id| !inner.contains(id)) {
        // Back to the nearest snapshot. A record names only lower ones, so that this ends.
        let (mut chain, mut at) = (alloc::vec![end], end);
        while !snapshots.contains_key(&at)
            && let Some((record, _)) = records.get(&at).filter(|(record, _)| record.parent < at)
        {
            at = record.parent;
            chain.push(at);
        }
        chain.reverse();
        let own = chain.iter().filter_map(|id| Some(&records.get(id)?.0));
        match snapshots.get(&at) {
            Some(snapshot) => {
                let entries = own.filter(|record| record.id != at).map(|record| record.entry.clone()).collect();
                versions.push(Version { head: end, snapshot: snapshot.clone(), chain, entries });
            }
            None => stranded.extend(own.map(|record| record.id)),
        }
    }
    (versions, stranded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checksum::crc32;
    use crate::units;
    use crate::version::VERSION;
    use licensing_core::Action;

    struct One(String, String);

    impl Store for One {
        fn keys(&self) -> Result<Vec<String>, StoreError> {
            Ok(alloc::vec![self.0.clone()])
        }

        fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
            Ok(Some(self.1.clone()))
        }

        fn set(&mut self, _: &str, _: &str) -> Result<(), StoreError> {
            Err(StoreError::Denied)
        }

        fn remove(&mut self, _: &str) -> Result<(), StoreError> {
            Err(StoreError::Denied)
        }
    }

    #[test]
    fn what_a_newer_release_wrote_is_said_to_be_newer() {
        let id = RecordId { sequence: 1, tab: TabId(1) };
        let record = StoredRecord { id, parent: RecordId::BEGINNING, entry: Entry::Act(Action::Steps(3)) };
        let mut bytes = units::decode(&record.encode()).unwrap();
        // A version that is not there yet, under a checksum that fits.
        bytes[0] = (VERSION + 1) << 3 | bytes[0] & 7;
        let end = bytes.len() - 4;
        let checksum = crc32(&bytes[..end]).to_le_bytes();
        bytes[end..].copy_from_slice(&checksum);
        let tenant = TenantId(1);
        let store = One(Key { tenant, kind: Kind::Record, id }.text(), units::encode(&bytes));
        let found = find(&store, tenant).unwrap();
        assert_eq!((found.newer, found.versions.len(), found.unreadable.len()), (Some(VERSION + 1), 0, 1));
        assert_eq!(found.unreadable[0].text, store.1);
    }
}
