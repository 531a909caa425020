//! Whatever call of the store goes wrong, in whatever way: nothing that counted as saved is lost.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use crate::common::faulty::{Fault, Faulty};
use crate::common::store::Memory;
use crate::common::{Random, catalog, command};
use licensing_core::{Action, History};
use licensing_scenario::sample::Sample;
use licensing_scenario::storage::{self, Entry, Journal, Saved, TabId, TenantId};
use licensing_scenario::{Base, Scenario};

const TENANT: TenantId = TenantId(1);
const SAMPLE: Sample = Sample::Company { seed: 4, users: 12 };
/// A snapshot follows so many things done.
const SNAPSHOT_AFTER: usize = 40;

/// What was done in a session: 200 commands, with undo and the background in between; with the scenario behind every
/// part of it that a snapshot follows.
struct Session {
    entries: Vec<Entry>,
    scenarios: Vec<Scenario>,
    digest: u64,
}

fn session() -> Session {
    let mut history = History::new(SAMPLE.tenant(catalog()));
    let mut random = Random::new(4);
    let (mut entries, mut scenarios, mut commands) = (Vec::new(), vec![scenario(&history)], 0);
    while commands < 200 {
        let entry = match random.below(12) {
            0 if history.position() > 3 => Entry::GoTo(history.position() - 1 - random.below(2)),
            1 => Entry::Act(Action::Steps(1 + random.below(20) as u32)),
            _ => Entry::Act(Action::Command(command(history.tenant(), &mut random))),
        };
        let before = history.position();
        // What is refused, and steps while nothing waits, change nothing and are not written down.
        if entry.apply(&mut history).is_err() || history.position() == before {
            continue;
        }
        commands += usize::from(matches!(entry, Entry::Act(Action::Command(_))));
        entries.push(entry);
        if entries.len() % SNAPSHOT_AFTER == 0 {
            scenarios.push(scenario(&history));
        }
    }
    Session { entries, scenarios, digest: history.tenant().digest() }
}

fn scenario(history: &History) -> Scenario {
    Scenario::of_history("A session".to_string(), Base::Sample(SAMPLE), history)
}

/// A session under way: so many of its entries were written down.
struct Writing {
    store: Faulty,
    journal: Option<Journal>,
    written: usize,
    is_saved: bool,
}

impl Writing {
    fn new() -> Writing {
        Writing { store: Faulty::default(), journal: None, written: 0, is_saved: false }
    }

    /// Begins, or writes the next entry and the snapshot that follows it.
    fn next(&mut self, session: &Session) {
        let Some(journal) = &mut self.journal else {
            let first = session.scenarios.first().unwrap();
            let begin = |store: &mut Faulty, tab| Journal::begin(store, TENANT, TabId(tab), first.clone());
            // Nothing counts as saved yet; where it fails somebody tries again.
            self.journal = Some(begin(&mut self.store, 9).or_else(|_| begin(&mut self.store, 9)).unwrap());
            return;
        };
        self.is_saved = journal.append(&mut self.store, session.entries[self.written].clone()) == Saved::Yes;
        self.written += 1;
        if self.written.is_multiple_of(SNAPSHOT_AFTER) {
            // One that fails is made up for by the next.
            let _ = journal.snapshot(&mut self.store, session.scenarios[self.written / SNAPSHOT_AFTER].clone());
        }
    }

    fn is_done(&self, session: &Session) -> bool {
        self.journal.is_some() && self.written == session.entries.len()
    }
}

/// Opens what is stored, as a tab does that starts.
fn reopen(store: &Faulty) -> History {
    let found = storage::find(store, TENANT).or_else(|_| storage::find(store, TENANT)).unwrap();
    assert_eq!((&found.unreadable[..], found.newer), (&[][..], None), "something is left that cannot be read");
    assert_eq!(found.versions.len(), 1, "there is more than one version");
    let version = &found.versions[0];
    let mut history =
        version.read(None, catalog().revision).unwrap().finish().unwrap().open(catalog()).unwrap().history;
    for entry in &version.entries {
        entry.apply(&mut history).unwrap();
    }
    history
}

#[test]
fn no_fault_of_any_call_loses_what_was_saved() {
    let session = session();
    // The session without faults, as it is before each entry.
    let mut whole = Writing::new();
    let mut moments = Vec::new();
    while !whole.is_done(&session) {
        moments.push((whole.journal.clone(), whole.store.memory.clone(), whole.store.calls.get()));
        whole.next(&session);
    }
    assert_eq!(reopen(&whole.store).tenant().digest(), session.digest);
    let calls = whole.store.calls.get();
    println!("{} entries, {calls} calls", session.entries.len());
    let mut opened = 0;
    for fault in Fault::ALL {
        for call in 0..calls {
            // Before that call everything is as it is without faults.
            let at = moments.iter().rposition(|(_, _, before)| *before <= call).unwrap();
            let (journal, memory, before) = moments[at].clone();
            let store = Faulty { memory, calls: before.into(), fault: Some((call, fault)), death: None, room: None };
            let mut writing = Writing { store, journal, written: at.saturating_sub(1), is_saved: true };
            let mut is_as_without = false;
            while !writing.is_done(&session) && !is_as_without {
                writing.next(&session);
                // One fault is overcome by trying again.
                assert!(writing.is_saved || writing.written == 0, "{fault:?} at call {call}");
                let same = moments.get(if writing.written == 0 { 1 } else { writing.written + 1 });
                is_as_without = writing.store.calls.get() > call
                    && same.is_some_and(|(journal, memory, _)| {
                        *journal == writing.journal && *memory == writing.store.memory
                    });
            }
            if !is_as_without {
                opened += 1;
                assert_eq!(reopen(&writing.store).tenant().digest(), session.digest, "{fault:?} at call {call}");
            }
        }
    }
    println!("{opened} sessions ended otherwise than without faults");
}

#[test]
fn a_fault_while_opening_is_overcome() {
    let session = session();
    let mut writing = Writing::new();
    while !writing.is_done(&session) {
        writing.next(&session);
    }
    let mut store = writing.store;
    let before = store.memory.clone();
    store.calls.set(0);
    reopen(&store);
    let calls = store.calls.get();
    for fault in Fault::ALL {
        for call in 0..calls {
            (store.fault, store.calls) = (Some((call, fault)), Default::default());
            assert_eq!(reopen(&store).tenant().digest(), session.digest, "{fault:?} at call {call}");
            assert!(store.memory == before, "reading changed what is stored");
        }
    }
}

#[test]
fn a_store_that_stays_full_loses_nothing_that_was_saved_and_goes_on_when_there_is_room() {
    let session = session();
    let mut store = <Faulty>::default();
    let first = session.scenarios[0].clone();
    let mut journal = Journal::begin(&mut store, TENANT, TabId(9), first).unwrap();
    let (stored, rest) = session.entries.split_at(70);
    for entry in stored {
        assert_eq!(journal.append(&mut store, entry.clone()), Saved::Yes);
    }
    let kept = store.memory.clone();
    let mut full = AlwaysFull(kept.clone());
    for (at, entry) in rest.iter().enumerate() {
        let saved = journal.append(&mut full, entry.clone());
        assert_eq!(saved, Saved::NotYet { waiting: at + 1, error: storage::StoreError::Full });
    }
    assert!(full.0 == kept);
    assert_eq!(journal.retry(&mut store), Saved::Yes);
    assert_eq!(reopen(&store).tenant().digest(), session.digest);
}

/// A store that is full.
struct AlwaysFull(Memory);

impl storage::Store for AlwaysFull {
    fn keys(&self) -> Result<Vec<String>, storage::StoreError> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, storage::StoreError> {
        self.0.get(key)
    }

    fn set(&mut self, _: &str, _: &str) -> Result<(), storage::StoreError> {
        Err(storage::StoreError::Full)
    }

    fn remove(&mut self, key: &str) -> Result<(), storage::StoreError> {
        self.0.remove(key)
    }
}
