//! A tenant that goes from the store into the database beside it, and back: whatever call of either goes wrong, and after
//! whichever of them the tab is killed, nothing that counted as saved is lost.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::sync::LazyLock;

use crate::common::database::{Database, Lapse};
use crate::common::faulty::{Fault, Faulty};
use crate::common::store::{Memory, units};
use crate::common::{Random, catalog};
use licensing_core::{Action, History};
use licensing_model::Command;
use licensing_model::command::GroupKind;
use licensing_scenario::sample::Sample;
use licensing_scenario::storage::{self, Entry, Journal, Saved, Search, Snapshot, Storing, TabId, TenantId};
use licensing_scenario::{Base, Scenario};

const TENANT: TenantId = TenantId(1);
const SAMPLE: Sample = Sample::Company { seed: 4, users: 12 };
/// How many units the store has room for.
const ROOM: usize = 2_000;
/// How much was undone, which makes a snapshot small or large, one after the other.
const UNDONE: [usize; 6] = [0, 1_200, 0, 1_200, 1_200, 0];
/// A snapshot follows so many things done.
const SNAPSHOT_AFTER: usize = 3;

/// What somebody does in a tab that may be killed.
struct Work {
    store: Faulty,
    database: Database,
    journal: Option<Journal>,
    /// So many things were done, and so many of them counted as saved.
    done: usize,
    saved: Option<usize>,
}

fn entry(number: usize) -> Entry {
    let name = format!("Group {number}");
    Entry::Act(Action::Command(Command::CreateGroup { name, kind: GroupKind::Security }))
}

/// What there is when so many things are done.
fn history(done: usize) -> History {
    let mut history = History::new(SAMPLE.tenant(catalog()));
    (0..done).for_each(|number| entry(number).apply(&mut history).unwrap());
    history
}

/// What snapshots hold, by how much is done.
static SCENARIOS: LazyLock<Vec<Scenario>> =
    LazyLock::new(|| (0..=ALL).step_by(SNAPSHOT_AFTER).map(written_scenario).collect());

/// What a tenant is known by, by how much is done.
static DIGESTS: LazyLock<Vec<u64>> = LazyLock::new(|| (0..=ALL).map(|done| history(done).tenant().digest()).collect());

fn scenario(done: usize) -> Scenario {
    let written = SCENARIOS.get(done / SNAPSHOT_AFTER).filter(|_| done.is_multiple_of(SNAPSHOT_AFTER));
    written.cloned().unwrap_or_else(|| written_scenario(done))
}

fn written_scenario(done: usize) -> Scenario {
    large(done, UNDONE[done / SNAPSHOT_AFTER % UNDONE.len()])
}

/// What a snapshot holds when so much is done, and so much undone.
fn large(done: usize, undone: usize) -> Scenario {
    let mut random = Random::new(done as u64);
    let mut scenario = Scenario::of_history(String::new(), Base::Sample(SAMPLE), &history(done));
    scenario.actions.extend((0..undone).map(|_| Action::Steps(random.below(1 << 31) as u32)));
    scenario
}

/// Everything that is to be done.
const ALL: usize = SNAPSHOT_AFTER * UNDONE.len();

impl Work {
    fn new(fault: Option<(usize, Fault)>, death: Option<usize>, lapse: Option<(usize, Lapse)>) -> Work {
        let store = Faulty { fault, death, room: Some(ROOM), ..Faulty::default() };
        let database = Database { lapse, ..Database::default() };
        Work { store, database, journal: None, done: 0, saved: None }
    }

    /// All of it, as long as the tab lives. Answers whether it is stored in the end.
    fn all(&mut self, killed_before: Option<usize>) -> bool {
        let mut is_saved = false;
        while self.done < ALL {
            if self.journal.is_none() {
                let mut journal = Journal::new(TENANT, TabId(9 + self.done as u64));
                let first = journal.start_snapshot(scenario(self.done)).finish();
                if !self.store(&mut journal, first, killed_before) {
                    if self.is_dead(killed_before) {
                        return false;
                    }
                    continue;
                }
                self.saved = Some(self.done);
                self.journal = Some(journal);
            }
            let mut journal = self.journal.take().unwrap();
            let saved = journal.append(&mut self.store, entry(self.done));
            self.done += 1;
            is_saved = saved == Saved::Yes;
            if is_saved && !self.is_dead(killed_before) {
                self.saved = Some(self.done);
            }
            if self.done.is_multiple_of(SNAPSHOT_AFTER) || !is_saved {
                let snapshot = journal.start_snapshot(scenario(self.done)).finish();
                is_saved = self.store(&mut journal, snapshot, killed_before) || is_saved;
                if is_saved && !self.is_dead(killed_before) {
                    self.saved = Some(self.done);
                }
            }
            if self.is_dead(killed_before) {
                return false;
            }
            self.journal = Some(journal);
        }
        is_saved
    }

    /// The tab is killed before this call of the database, or was before a call of the store.
    fn is_dead(&self, killed_before: Option<usize>) -> bool {
        let in_store = self.store.death.is_some_and(|death| self.store.calls.get() > death);
        in_store || killed_before.is_some_and(|call| self.database.calls.get() >= call)
    }

    /// Stores a snapshot as the page does. Answers whether it is stored.
    fn store(&mut self, journal: &mut Journal, mut snapshot: Snapshot, killed_before: Option<usize>) -> bool {
        loop {
            let storing = journal.store_snapshot(&mut self.store, snapshot);
            for key in journal.take_left_beside() {
                if self.is_dead(killed_before) {
                    return false;
                }
                self.database.remove(&key);
            }
            if self.is_dead(killed_before) {
                return false;
            }
            snapshot = match storing {
                Storing::Done => return true,
                Storing::Failed(_) => return false,
                Storing::Put(snapshot) => {
                    let outcome = self.database.put(snapshot.key(TENANT), snapshot.scenario());
                    snapshot.was_put(outcome)
                }
                Storing::Read(snapshot) => {
                    let key = snapshot.key(TENANT);
                    snapshot.was_read(self.database.get(&key))
                }
            };
        }
    }
}

/// Opens what is stored, as a tab does that starts, and says how much was done in it.
fn reopen(memory: &Memory, database: &Database) -> Option<usize> {
    let mut search = Search::new(TENANT);
    loop {
        let found = search.find(memory).unwrap();
        let version = found.versions.first()?;
        let beside = version.key_beside(TENANT).and_then(|key| database.contents.get(&key));
        let Ok(reading) = version.read(beside.map(Vec::as_slice), catalog().revision) else {
            assert!(search.miss(version), "it is looked for without end");
            continue;
        };
        let mut history = reading.finish().unwrap().open(catalog()).unwrap().history;
        version.entries.iter().for_each(|entry| entry.apply(&mut history).unwrap());
        let done = DIGESTS.iter().position(|digest| *digest == history.tenant().digest());
        return Some(done.expect("what is found was there once"));
    }
}

#[test]
fn a_tenant_goes_into_the_database_and_back_and_leaves_nothing_behind() {
    let mut work = Work::new(None, None, None);
    assert!(work.all(None));
    assert_eq!(reopen(&work.store.memory, &work.database), Some(ALL));
    let (calls, beside) = (work.store.calls.get(), work.database.calls.get());
    println!("{calls} calls of the store, {beside} of the database");
    // The last two snapshots are small again.
    assert_eq!(work.database.contents.len(), 0);
    assert_eq!(storage::bytes_beside(&work.store.memory, TENANT), Ok(None));

    let mut work = Work::new(None, None, None);
    step(&mut work, SNAPSHOT_AFTER * 4);
    let keys: Vec<String> = work.database.contents.keys().cloned().collect();
    assert_eq!(keys.len(), 2, "the last snapshot and the one before it lie there, and nothing of earlier ones");
    assert!(matches!(storage::bytes_beside(&work.store.memory, TENANT), Ok(Some(4_000..))));
    assert_eq!(storage::left_over(&work.store.memory, keys.clone()), Ok(Vec::new()));
    assert_eq!(storage::beside_of(TENANT, keys.clone()), keys);
    assert_eq!(storage::beside_of(TenantId(2), keys.clone()), Vec::<String>::new());
    // Once the tenant is removed all that lies beside belongs to nothing.
    Journal::erase(&mut work.store.memory, TENANT).unwrap();
    assert_eq!(storage::left_over(&work.store.memory, keys.clone()), Ok(keys));
}

#[test]
fn no_fault_of_any_call_of_either_loses_what_was_saved_while_a_tenant_moves() {
    let mut whole = Work::new(None, None, None);
    assert!(whole.all(None));
    let (calls, beside) = (whole.store.calls.get(), whole.database.calls.get());
    let check = |mut work: Work, killed_before: Option<usize>, how: &str| {
        let is_stored = work.all(killed_before);
        let found = reopen(&work.store.memory, &work.database);
        assert!(found >= work.saved, "{how}: {:?} counted as saved, {found:?} is there", work.saved);
        let is_killed = work.is_dead(killed_before);
        assert!(is_killed || is_stored && found == Some(ALL), "{how}: it was not overcome");
    };
    for call in 0..calls {
        for fault in Fault::ALL {
            check(Work::new(Some((call, fault)), None, None), None, &format!("{fault:?} at call {call} of the store"));
        }
        check(Work::new(None, Some(call), None), None, &format!("killed before call {call} of the store"));
    }
    for call in 0..beside {
        for lapse in Lapse::ALL {
            check(
                Work::new(None, None, Some((call, lapse))),
                None,
                &format!("{lapse:?} at call {call} of the database"),
            );
        }
        check(Work::new(None, None, None), Some(call + 1), &format!("killed after call {call} of the database"));
    }
}

#[test]
fn what_the_database_has_lost_is_still_there_once_more() {
    let mut work = Work::new(None, None, None);
    // Up to where two snapshots in a row lie beside, and something was done since.
    while work.done < SNAPSHOT_AFTER * 4 + 2 {
        let stop = work.done + 1;
        step(&mut work, stop);
    }
    let keys: Vec<String> = work.database.contents.keys().cloned().collect();
    assert_eq!(keys.len(), 2, "{keys:?}");
    for key in keys {
        let mut database = work.database.clone();
        database.contents.remove(&key);
        assert_eq!(reopen(&work.store.memory, &database), Some(work.done), "without {key}");
        let damaged = database.contents.entry(key.clone()).or_insert_with(|| work.database.contents[&key].clone());
        let middle = damaged.len() / 2;
        damaged[middle] ^= 4;
        assert_eq!(reopen(&work.store.memory, &database), Some(work.done), "with {key} damaged");
    }
}

/// Goes on until so many things are done.
fn step(work: &mut Work, until: usize) {
    if work.journal.is_none() {
        let mut journal = Journal::new(TENANT, TabId(9));
        let first = journal.start_snapshot(scenario(0)).finish();
        assert!(work.store(&mut journal, first, None));
        work.journal = Some(journal);
    }
    let mut journal = work.journal.take().unwrap();
    while work.done < until {
        assert_eq!(journal.append(&mut work.store, entry(work.done)), Saved::Yes);
        work.done += 1;
        if work.done.is_multiple_of(SNAPSHOT_AFTER) {
            let snapshot = journal.start_snapshot(scenario(work.done)).finish();
            assert!(work.store(&mut journal, snapshot, None));
        }
    }
    work.journal = Some(journal);
}

#[test]
fn a_store_that_is_full_of_records_is_gone_on_with() {
    let mut work = Work::new(None, None, None);
    step(&mut work, 2);
    let mut journal = work.journal.take().unwrap();
    // There is no room for a record any more.
    let keys: usize = work.store.memory.0.iter().map(|(key, text)| units(key) + units(text)).sum();
    work.store.room = Some(keys + 10);
    assert!(matches!(journal.append(&mut work.store, entry(2)), Saved::NotYet { waiting: 1, .. }));
    work.done = 3;
    let snapshot = journal.start_snapshot(large(3, 1_200));
    assert!(work.store(&mut journal, snapshot.finish(), None), "a snapshot makes room");
    assert_eq!(reopen(&work.store.memory, &work.database), Some(3));
    let saved = journal.append(&mut work.store, entry(3));
    let snapshot = journal.start_snapshot(large(4, 1_200));
    assert!(saved == Saved::Yes || work.store(&mut journal, snapshot.finish(), None), "and another one once more");
    assert_eq!(reopen(&work.store.memory, &work.database), Some(4));
}
