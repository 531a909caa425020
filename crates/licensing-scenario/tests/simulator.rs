//! Several tabs on one tenant, by chance: they sleep, wake, look at something else, write snapshots in slices, clean up and
//! die, and any call of the store can go wrong. Whatever happens, what counted as saved is found by a tab that starts.
//!
//! A schedule grows from its seed. One that fails prints it: `LAB_SCHEDULE_SEED=<seed> cargo test -p licensing-scenario
//! --test simulator` does it again, step by step. `LAB_SCHEDULES` says how many are tried.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

mod common;
#[path = "common/faulty.rs"]
mod faulty;
#[path = "common/store.rs"]
mod store;

use common::Random;
use faulty::{Fault, Faulty};
use licensing_core::Action;
use licensing_model::Catalog;
use licensing_scenario::sample::Sample;
use licensing_scenario::storage::{self, Entry, Journal, News, Saved, SnapshotWriting, TabId, TenantId};
use licensing_scenario::{Base, Scenario};
use store::Memory;

const TENANT: TenantId = TenantId(1);
const SCHEDULES: u64 = 100_000;
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
}

/// Everything: the store, the tabs, and what counted as saved.
struct World {
    memory: Memory,
    tabs: Vec<Tab>,
    /// What snapshots hold, by the seed of the sample that stands for it.
    held: Vec<Done>,
    acknowledged: Vec<Done>,
    random: Random,
    next_tab: u64,
    next_number: u32,
    is_removed: bool,
    catalog: Catalog,
    tells: bool,
}

impl World {
    fn new(seed: u64, catalog: &Catalog, tells: bool) -> World {
        let mut world = World {
            memory: Memory::default(),
            tabs: Vec::new(),
            held: Vec::new(),
            acknowledged: Vec::new(),
            random: Random::new(seed),
            next_tab: 0,
            next_number: 1,
            is_removed: false,
            catalog: catalog.clone(),
            tells,
        };
        let tab = world.draw_tab();
        let scenario = world.scenario(&Vec::new());
        let journal = Journal::begin(&mut world.memory, TENANT, tab, scenario).unwrap();
        world.tabs.push(Tab { journal, done: Vec::new(), is_rooted: true, is_asleep: false, writing: None });
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

    /// What a snapshot holds of what was done. A sample stands for it, which is written and read at once.
    fn scenario(&mut self, done: &Done) -> Scenario {
        self.held.push(done.clone());
        let sample = Sample::Company { seed: self.held.len() as u64, users: 1 };
        Scenario::new(String::new(), &self.catalog, Base::Sample(sample))
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
        let mut reached = Faulty { memory: &mut self.memory, calls: Default::default(), fault, death };
        let outcome = what(&mut reached);
        let is_dead = death.is_some_and(|death| reached.calls.get() > death);
        (!is_dead).then_some(outcome)
    }

    /// A tab starts: it opens what was worked on last.
    fn open_tab(&mut self) {
        let Ok(found) = storage::find(&self.memory, TENANT) else { return };
        let Some(version) = found.versions.first() else { return };
        let done = self.done_in(version);
        let tab = self.draw_tab();
        self.tell(|| format!("tab {tab:?} opens {done:?} at {:?}", version.head));
        let journal = Journal::resume(TENANT, tab, &found, version);
        self.tabs.push(Tab { journal, done, is_rooted: true, is_asleep: false, writing: None });
    }

    fn done_in(&self, version: &storage::Version) -> Done {
        let mut done = self.held_by(&version.read(self.catalog.revision).unwrap().finish().unwrap());
        done.extend(version.entries.iter().filter_map(number_of));
        done
    }

    /// A tab looks what others did, as it does before each thing that is done in it and when it wakes. Answers whether
    /// it is still there and still writes.
    fn look(&mut self, at: usize) -> bool {
        let mut tab = self.tabs.remove(at);
        let Some(news) = self.with_store(|store| tab.journal.news(store)) else { return false };
        self.tell(|| format!("  looks: {news:?}"));
        match news {
            Ok(News::Ahead(entries)) => tab.done.extend(entries.iter().filter_map(number_of)),
            Ok(News::Uprooted | News::Gone) => {
                let pen = self.draw_tab();
                tab.journal = tab.journal.begin_anew(pen);
                (tab.is_rooted, tab.writing) = (false, None);
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
        let mut tab = self.tabs.remove(at);
        let scenario = self.scenario(&tab.done);
        let stored = self.with_store(|store| tab.journal.snapshot(store, scenario));
        self.tell(|| format!("  stores the whole: {stored:?}"));
        match stored {
            None => return false,
            Some(Ok(())) => {
                tab.is_rooted = true;
                self.acknowledged.push(tab.done.clone());
            }
            Some(Err(_)) => {}
        }
        self.tabs.insert(at, tab);
        true
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
        tab.done.push(number);
        if !tab.is_rooted {
            _ = self.store_whole(at);
            return;
        }
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
        self.snapshot(at);
    }

    /// A snapshot is begun where one is due, and stored at once or later.
    fn snapshot(&mut self, at: usize) {
        let tab = &self.tabs[at];
        if !tab.is_rooted || tab.writing.is_some() || tab.journal.records_since_snapshot() < SNAPSHOT_AFTER {
            return;
        }
        let done = tab.done.clone();
        let scenario = self.scenario(&done);
        let tab = &mut self.tabs[at];
        tab.writing = Some(tab.journal.start_snapshot(scenario));
        if self.random.below(3) > 0 {
            self.finish_snapshot(at);
        }
    }

    fn finish_snapshot(&mut self, at: usize) {
        let mut tab = self.tabs.remove(at);
        let Some(writing) = tab.writing.take() else { return self.tabs.insert(at, tab) };
        let stored = self.with_store(|store| tab.journal.store_snapshot(store, writing));
        self.tell(|| format!("tab {:?} stores its snapshot: {stored:?}", tab.journal.tab()));
        match stored {
            // Everything that waited is stored with it.
            Some(Ok(())) => self.acknowledged.push(tab.done.clone()),
            Some(Err(_)) => {}
            None => return,
        }
        self.tabs.insert(at, tab);
    }

    /// Somebody takes away what can not be read.
    fn clean_up(&mut self) {
        let Ok(found) = storage::find(&self.memory, TENANT) else { return };
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
            8 => self.finish_snapshot(at),
            9 if self.random.below(12) == 0 => self.lose_something(),
            10 if self.random.below(40) == 0 => self.remove_for_good(),
            _ if !self.tabs[at].is_asleep => self.edit(at),
            _ => {}
        }
    }

    /// Something is deleted from outside. What counted as saved before can be gone; what counts from now on is there.
    fn lose_something(&mut self) {
        let keys: Vec<String> = self.memory.0.keys().cloned().collect();
        let Some(key) = keys.get(self.random.below(keys.len().max(1))) else { return };
        self.tell(|| format!("{key} is deleted from outside"));
        self.memory.0.remove(key);
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
        let found = storage::find(&self.memory, TENANT).unwrap();
        let versions: Vec<Done> = found.versions.iter().map(|version| self.done_in(version)).collect();
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
