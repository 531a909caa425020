//! Several tabs on one tenant, by chance: they sleep, wake, look at something else, write snapshots in slices, clean up and
//! die, and any call of the store, and of the database beside it, can go wrong. Half of the stores are small: what they have no
//! room for lies in the database. Whatever happens, what counted as saved is found by a tab that starts.
//!
//! A schedule grows from its seed. One that fails prints it: `LAB_SCHEDULE_SEED=<seed> cargo test -p licensing-scenario
//! simulator` does it again, step by step. `LAB_SCHEDULES` says how many are tried.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use crate::common::Random;
use crate::common::database::{Database, Lapse};
use crate::common::faulty::{Fault, Faulty};
use crate::common::store::Memory;
use licensing_core::Action;
use licensing_model::Catalog;
use licensing_scenario::sample::Sample;
use licensing_scenario::storage::{
    self, Entry, Found, Journal, News, Saved, Search, SnapshotWriting, StoreError, Storing, TabId, TenantId, Version,
};
use licensing_scenario::{Base, Scenario};

const TENANT: TenantId = TenantId(1);
const SCHEDULES: u64 = 20_000;
/// A snapshot is due after so many records.
const SNAPSHOT_AFTER: usize = 3;

/// The store as one tab reaches it during one thing that it does.
type Reached<'s> = Faulty<&'s mut Memory>;

/// What somebody sees in a tab: the numbers of what was done, in order.
type Done = Vec<u32>;

/// A tab with its pen.
struct Tab {
    journal: Journal,
    done: Done,
    is_rooted: bool,
    is_asleep: bool,
    /// A snapshot that is being written.
    writing: Option<SnapshotWriting>,
    /// One that is on its way into the database.
    storing: Option<Storing>,
    /// What was done before the first snapshot of this pen is stored.
    held: Done,
}

impl Tab {
    fn new(journal: Journal, done: Done) -> Tab {
        let (writing, storing, held) = (None, None, Vec::new());
        Tab { journal, done, is_rooted: true, is_asleep: false, writing, storing, held }
    }
}

/// Everything: the store, the tabs, and what counted as saved.
struct World {
    memory: Memory,
    /// How many units the store has room for.
    room: Option<usize>,
    database: Database,
    tabs: Vec<Tab>,
    /// What snapshots hold, by the seed of the sample that stands for it.
    held: Vec<Done>,
    acknowledged: Vec<Done>,
    random: Random,
    next_tab: u64,
    next_number: u32,
    is_removed: bool,
    /// The database has lost something by itself: who rests on it learns of that when it is opened, not before.
    is_beside_lost: bool,
    catalog: Catalog,
    tells: bool,
}

impl World {
    fn new(seed: u64, catalog: &Catalog, tells: bool) -> World {
        let mut world = World {
            memory: Memory::default(),
            room: None,
            database: Database::default(),
            tabs: Vec::new(),
            held: Vec::new(),
            acknowledged: Vec::new(),
            random: Random::new(seed),
            next_tab: 0,
            next_number: 1,
            is_removed: false,
            is_beside_lost: false,
            catalog: catalog.clone(),
            tells,
        };
        let tab = world.draw_tab();
        let scenario = world.scenario(&Vec::new());
        let journal = Journal::begin(&mut world.memory, TENANT, tab, scenario).unwrap();
        world.tabs.push(Tab::new(journal, Vec::new()));
        world.room = (world.random.below(2) == 0).then(|| 300 + world.random.below(800));
        world
    }

    fn tell(&self, what: impl FnOnce() -> String) {
        if self.tells {
            println!("{}", what());
        }
    }

    fn draw_tab(&mut self) -> TabId {
        self.next_tab += 1;
        // Their order is by chance, as it is in the page.
        TabId(self.next_tab.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// What a snapshot holds of what was done. A sample stands for it, which is written and read at once; actions
    /// make some large.
    fn scenario(&mut self, done: &Done) -> Scenario {
        self.held.push(done.clone());
        let sample = Sample::Company { seed: self.held.len() as u64, users: 1 };
        let mut scenario = Scenario::new(String::new(), &self.catalog, Base::Sample(sample));
        let actions = if self.random.below(3) > 0 { 0 } else { self.random.below(100) };
        scenario.actions = (0..actions).map(|_| Action::Steps(self.random.below(1 << 31) as u32)).collect();
        scenario
    }

    fn held_by(&self, scenario: &Scenario) -> Done {
        let Base::Sample(Sample::Company { seed, .. }) = scenario.base else { panic!("no sample") };
        self.held[seed as usize - 1].clone()
    }

    /// Does something with a tab and the store, in which a call may go wrong, or during which the tab may be killed.
    fn with_store<T>(&mut self, what: impl FnOnce(&mut Reached<'_>) -> T) -> Option<T> {
        let fault = (self.random.below(3) == 0)
            .then(|| (self.random.below(12), Fault::ALL[self.random.below(Fault::ALL.len())]));
        let death = (self.random.below(25) == 0).then(|| self.random.below(12));
        self.tell(|| format!("    fault {fault:?}, death {death:?}"));
        let mut reached = Faulty { memory: &mut self.memory, calls: Default::default(), fault, death, room: self.room };
        let outcome = what(&mut reached);
        let is_dead = death.is_some_and(|death| reached.calls.get() > death);
        (!is_dead).then_some(outcome)
    }

    /// What is stored, as a tab finds it that starts.
    fn find(&self) -> (Found, Vec<Done>) {
        let mut search = Search::new(TENANT);
        'anew: loop {
            let found = search.find(&self.memory).unwrap();
            let mut all = Vec::new();
            for version in &found.versions {
                match self.done_in(version) {
                    Some(done) => all.push(done),
                    None => {
                        assert!(search.miss(version), "it is looked for without end");
                        continue 'anew;
                    }
                }
            }
            return (found, all);
        }
    }

    /// A tab starts: it opens what was worked on last.
    fn open_tab(&mut self) {
        if self.tabs.is_empty() {
            self.sweep();
        }
        let (found, all) = self.find();
        let (Some(version), Some(done)) = (found.versions.first(), all.into_iter().next()) else { return };
        let tab = self.draw_tab();
        self.tell(|| format!("tab {tab:?} opens {done:?} at {:?}", version.head));
        let journal = Journal::resume(TENANT, tab, &found, version);
        self.tabs.push(Tab::new(journal, done));
    }

    /// What was done in a version; none where the database has lost what it rests on.
    fn done_in(&self, version: &Version) -> Option<Done> {
        let key = version.key_beside(TENANT);
        let beside = key.as_ref().and_then(|key| self.database.contents.get(key)).map(Vec::as_slice);
        let read = match version.read(beside, self.catalog.revision) {
            Ok(reading) => reading.finish().unwrap(),
            Err(_) if key.is_some() => return None,
            Err(error) => panic!("{error}"),
        };
        let mut done = self.held_by(&read);
        done.extend(version.entries.iter().filter_map(number_of));
        Some(done)
    }

    /// What belongs to nothing goes.
    fn sweep(&mut self) {
        let keys = self.database.contents.keys().cloned().collect();
        for key in storage::left_over(&self.memory, keys).unwrap() {
            self.tell(|| format!("{key} is left over"));
            self.database.contents.remove(&key);
        }
    }

    /// A call of the database, which may go wrong.
    fn with_database<T>(&mut self, what: impl FnOnce(&mut Database) -> T) -> T {
        let lapse = (self.random.below(6) == 0).then(|| Lapse::ALL[self.random.below(Lapse::ALL.len())]);
        self.tell(|| format!("    lapse {lapse:?}"));
        self.database.calls.set(0);
        self.database.lapse = lapse.map(|lapse| (0, lapse));
        what(&mut self.database)
    }

    /// A tab looks what others did, as it does before each thing that is done in it and when it wakes. Answers whether
    /// it is still there and still writes.
    fn look(&mut self, at: usize) -> bool {
        let tab = &self.tabs[at];
        if !tab.is_rooted {
            let is_under_way = tab.writing.is_some() || tab.storing.is_some();
            return is_under_way || self.store_whole(at);
        }
        let mut tab = self.tabs.remove(at);
        let Some(news) = self.with_store(|store| tab.journal.news(store)) else { return false };
        self.tell(|| format!("  looks: {news:?}"));
        match news {
            Ok(News::Ahead(entries)) => tab.done.extend(entries.iter().filter_map(number_of)),
            Ok(News::Uprooted | News::Gone) => {
                (tab.is_rooted, tab.writing, tab.storing) = (false, None, None);
            }
            // It is opened anew.
            Ok(News::Passed) => {
                self.open_tab();
                return false;
            }
            Ok(News::Removed) => return false,
            Ok(News::None | News::Apart { .. } | News::Newer) | Err(_) => {}
        }
        self.tabs.insert(at, tab);
        if !self.tabs[at].is_rooted { self.store_whole(at) } else { true }
    }

    /// A pen that begins anew stores all that there is.
    fn store_whole(&mut self, at: usize) -> bool {
        let pen = self.draw_tab();
        let tab = &mut self.tabs[at];
        let held = std::mem::take(&mut tab.held);
        tab.done.extend(held);
        tab.journal = tab.journal.begin_anew(pen);
        let done = tab.done.clone();
        let scenario = self.scenario(&done);
        let tab = &mut self.tabs[at];
        tab.writing = Some(tab.journal.start_snapshot(scenario));
        self.finish_snapshot(at)
    }

    /// Something is done in a tab.
    fn edit(&mut self, at: usize) {
        let number = self.next_number;
        self.next_number += 1;
        // Now and then another tab is faster than this one looks.
        if self.random.below(4) > 0 && !self.look(at) {
            return;
        }
        let Some(tab) = self.tabs.get_mut(at) else { return };
        if !tab.is_rooted {
            tab.held.push(number);
            if tab.writing.is_none() && tab.storing.is_none() {
                _ = self.store_whole(at);
            }
            return;
        }
        tab.done.push(number);
        let mut tab = self.tabs.remove(at);
        let saved = self.with_store(|store| tab.journal.append(store, Entry::Act(Action::Steps(number))));
        self.tell(|| format!("tab {:?} does {number}: {saved:?}", tab.journal.tab()));
        let Some(saved) = saved else { return };
        self.tabs.insert(at, tab);
        match saved {
            Saved::Yes => self.acknowledged.push(self.tabs[at].done.clone()),
            Saved::NotYet { .. } => {}
            Saved::Uprooted => {
                if !self.look(at) {
                    return;
                }
            }
        }
        self.snapshot(at, matches!(saved, Saved::NotYet { error: StoreError::Full, .. }));
    }

    /// A snapshot is begun where one is due, or makes room, and stored at once or later.
    fn snapshot(&mut self, at: usize, is_full: bool) {
        let tab = &self.tabs[at];
        let is_due = is_full || tab.journal.records_since_snapshot() >= SNAPSHOT_AFTER;
        if !tab.is_rooted || tab.writing.is_some() || tab.storing.is_some() || !is_due {
            return;
        }
        let done = tab.done.clone();
        let scenario = self.scenario(&done);
        let tab = &mut self.tabs[at];
        tab.writing = Some(tab.journal.start_snapshot(scenario));
        if self.random.below(3) > 0 {
            _ = self.finish_snapshot(at);
        }
    }

    /// Goes on with a snapshot. Answers whether the tab is still there.
    fn finish_snapshot(&mut self, at: usize) -> bool {
        let tab = &mut self.tabs[at];
        let snapshot = match (tab.writing.take(), tab.storing.take()) {
            (Some(writing), _) => writing.finish(),
            (None, Some(Storing::Put(snapshot))) => {
                let outcome = self.with_database(|database| database.put(snapshot.key(TENANT), snapshot.scenario()));
                snapshot.was_put(outcome)
            }
            (None, Some(Storing::Read(snapshot))) => self.with_database(|database| {
                let key = snapshot.key(TENANT);
                snapshot.was_read(database.get(&key))
            }),
            _ => return true,
        };
        let mut tab = self.tabs.remove(at);
        let Some(storing) = self.with_store(|store| tab.journal.store_snapshot(store, snapshot)) else { return false };
        self.tell(|| format!("tab {:?} stores its snapshot: {storing:?}", tab.journal.tab()));
        for key in tab.journal.take_left_beside() {
            self.with_database(|database| database.remove(&key));
        }
        let mut goes_on = false;
        match storing {
            Storing::Done => {
                tab.is_rooted = true;
                // Everything that waited is stored with it.
                self.acknowledged.push(tab.done.clone());
                for number in std::mem::take(&mut tab.held) {
                    tab.done.push(number);
                    let entry = Entry::Act(Action::Steps(number));
                    match self.with_store(|store| tab.journal.append(store, entry)) {
                        Some(Saved::Yes) => self.acknowledged.push(tab.done.clone()),
                        Some(_) => {}
                        None => return false,
                    }
                }
            }
            Storing::Failed(_) => {}
            storing => {
                tab.storing = Some(storing);
                goes_on = self.random.below(4) > 0;
            }
        }
        self.tabs.insert(at, tab);
        !goes_on || self.finish_snapshot(at)
    }

    /// Somebody takes away what can not be read.
    fn clean_up(&mut self) {
        let (found, _) = self.find();
        for unreadable in &found.unreadable {
            _ = self.with_store(|store| Journal::discard(store, unreadable));
        }
    }

    /// One thing happens.
    fn next(&mut self) {
        if self.tabs.is_empty() {
            return self.open_tab();
        }
        let at = self.random.below(self.tabs.len());
        match self.random.below(24) {
            0 | 1 if self.tabs.len() < 4 => self.open_tab(),
            2 => {
                self.tell(|| format!("tab {:?} is killed", self.tabs[at].journal.tab()));
                drop(self.tabs.remove(at));
            }
            3 | 4 => self.tabs[at].is_asleep = true,
            5 | 6 => {
                self.tabs[at].is_asleep = false;
                self.tell(|| format!("tab {:?} wakes", self.tabs[at].journal.tab()));
                self.look(at);
            }
            7 => self.clean_up(),
            8 | 11 => _ = self.finish_snapshot(at),
            9 if self.random.below(12) == 0 => self.lose_something(),
            10 if self.random.below(40) == 0 => self.remove_for_good(),
            _ if !self.tabs[at].is_asleep => self.edit(at),
            _ => {}
        }
    }

    /// Something is deleted from outside. What counted as saved before can be gone; what counts from now on is there.
    fn lose_something(&mut self) {
        let is_beside = self.random.below(3) == 0;
        let beside = self.database.contents.keys();
        let keys: Vec<String> =
            if is_beside { beside.cloned().collect() } else { self.memory.0.keys().cloned().collect() };
        let Some(key) = keys.get(self.random.below(keys.len().max(1))) else { return };
        self.tell(|| format!("{key} is deleted from outside, beside: {is_beside}"));
        if is_beside {
            self.database.contents.remove(key);
            self.is_beside_lost = true;
        } else {
            self.memory.0.remove(key);
        }
        self.acknowledged.clear();
    }

    fn remove_for_good(&mut self) {
        self.tell(|| "the tenant is removed for good".to_string());
        Journal::erase(&mut self.memory, TENANT).unwrap();
        self.acknowledged.clear();
        self.is_removed = true;
    }

    /// What counted as saved is there, whole, for a tab that starts.
    fn check(&self) {
        let (_, versions) = self.find();
        if self.is_beside_lost {
            return;
        }
        for done in &self.acknowledged {
            assert!(
                versions.iter().any(|version| version.starts_with(done)),
                "{done:?} counted as saved, and there are {versions:?}"
            );
        }
    }
}

fn number_of(entry: &Entry) -> Option<u32> {
    match entry {
        Entry::Act(Action::Steps(0)) => None,
        Entry::Act(Action::Steps(number)) => Some(*number),
        _ => panic!("nothing else is done"),
    }
}

/// One schedule from its seed.
fn run(seed: u64, catalog: &Catalog, tells: bool) {
    let mut world = World::new(seed, catalog, tells);
    let length = 8 + world.random.below(24);
    for _ in 0..length {
        world.next();
        if world.tells {
            world.check();
        }
        if world.is_removed {
            // Tabs that are still there look, and bring nothing back.
            while !world.tabs.is_empty() {
                let keys = world.memory.0.len();
                world.tabs.truncate(1);
                if world.look(0) {
                    // It could not look, or was about to be killed.
                    world.tabs.clear();
                }
                assert_eq!(world.memory.0.len(), keys, "what was removed for good comes back");
            }
            assert_eq!(storage::list(&world.memory), Ok([].into()));
            return;
        }
    }
    world.check();
}

#[test]
fn no_schedule_of_tabs_loses_what_counted_as_saved() {
    let catalog = licensing_catalog::starter();
    if let Ok(seed) = std::env::var("LAB_SCHEDULE_SEED") {
        return run(seed.parse().unwrap(), &catalog, true);
    }
    let schedules = std::env::var("LAB_SCHEDULES").map_or(SCHEDULES, |count| count.parse().unwrap());
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    std::thread::scope(|scope| {
        for first in 0..threads {
            let catalog = &catalog;
            scope.spawn(move || {
                for seed in (first..schedules).step_by(threads as usize) {
                    let outcome = std::panic::catch_unwind(|| run(seed, catalog, false));
                    assert!(outcome.is_ok(), "LAB_SCHEDULE_SEED={seed} shows how schedule {seed} lost something");
                }
            });
        }
    });
    println!("{schedules} schedules");
}
