//! Runs the same operations on two worlds and says where they part; shrinks the turns that made them part.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use licensing_model::snapshot::{GroupSnapshot, Snapshot, UserSnapshot};
use licensing_model::{Catalog, Command, GroupId, TenantSettings, UserId};

use crate::coverage::Coverage;
use crate::world::World;

/// One thing done to a world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// A command.
    Command(Command),
    /// A step of the background.
    Step,
}

/// What is done to two worlds before they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// One operation.
    One(Operation),
    /// So many steps at once.
    Steps(u32),
}

/// Where two worlds part.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The number of the turn after which they differ.
    pub position: usize,
    /// What differs first.
    pub what: String,
}

/// Two tenants that should be the same.
#[derive(Debug)]
pub struct Pair<A, B> {
    /// One.
    pub a: A,
    /// The other.
    pub b: B,
    /// All that can be observed of the first, as it was compared last.
    now: Snapshot,
}

impl<A: World, B: World> Pair<A, B> {
    /// Two new tenants.
    pub fn start(catalog: &Arc<Catalog>, settings: &TenantSettings) -> Pair<A, B> {
        let (a, b) = (A::start(catalog.clone(), settings.clone()), B::start(catalog.clone(), settings.clone()));
        Pair { now: a.snapshot(), a, b }
    }

    /// Does one thing to both and compares everything: the answers, then all that can be observed.
    pub fn operate(&mut self, operation: &Operation, coverage: &mut Coverage) -> Result<(), String> {
        let mut is_refused = false;
        match operation {
            Operation::Command(command) => {
                let (a, b) = (self.a.apply(command), self.b.apply(command));
                coverage.answer(command, &a);
                same::<A, B, _>("the answer", &a, &b)?;
                is_refused = a.is_err();
            }
            Operation::Step => {
                let (a, b) = (self.a.step(), self.b.step());
                coverage.step(&a);
                same::<A, B, _>("the step", &a, &b)?;
            }
        }
        self.compare(is_refused, coverage)
    }

    /// Takes so many steps of both at once, and compares everything.
    fn settle(&mut self, most: u32, coverage: &mut Coverage) -> Result<(), String> {
        let (a, b) = (self.a.settle(most), self.b.settle(most));
        coverage.steps_at_once(a);
        same::<A, B, _>("the steps", &a, &b)?;
        self.compare(false, coverage)
    }

    /// Does what a turn says to both and compares everything.
    pub fn take(&mut self, turn: &Turn, coverage: &mut Coverage) -> Result<(), String> {
        match turn {
            Turn::One(operation) => self.operate(operation, coverage),
            Turn::Steps(most) => self.settle(*most, coverage),
        }
    }

    fn compare(&mut self, is_refused: bool, coverage: &mut Coverage) -> Result<(), String> {
        self.a.fault().map_or(Ok(()), Err)?;
        let (a, b) = (self.a.snapshot(), self.b.snapshot());
        // I4: a refused command leaves everything as it was.
        if is_refused {
            differ::<A, B>(&self.now, &a).map_err(|what| format!("refused, but {what}"))?;
        }
        coverage.observe(&a);
        differ::<A, B>(&a, &b)?;
        self.now = a;
        Ok(())
    }

    /// All that can be observed of them now.
    pub fn now(&self) -> &Snapshot {
        &self.now
    }
}

impl Difference {
    /// What kind of difference it is, whatever the numbers.
    pub fn kind(&self) -> String {
        let label = self.what.split(": ").next().unwrap_or_default();
        label.chars().filter(|c| !c.is_ascii_digit()).collect()
    }
}

/// Takes turns from the beginning.
pub fn run<A: World, B: World>(
    catalog: &Arc<Catalog>,
    settings: &TenantSettings,
    turns: &[Turn],
) -> Option<Difference> {
    let mut pair = Pair::<A, B>::start(catalog, settings);
    let mut coverage = Coverage::default();
    turns.iter().enumerate().find_map(|(position, turn)| {
        let what = pair.take(turn, &mut coverage).err()?;
        Some(Difference { position, what })
    })
}

/// Delta debugging: leaves out what is not needed to keep `fails` true, in ever smaller pieces.
pub fn shrink(turns: &[Turn], fails: impl Fn(&[Turn]) -> bool) -> Vec<Turn> {
    let mut kept = turns.to_vec();
    let mut piece = kept.len().div_ceil(2).max(1);
    loop {
        let mut at = 0;
        let mut shrunk = false;
        while at < kept.len() {
            let end = (at + piece).min(kept.len());
            let without: Vec<Turn> = kept[..at].iter().chain(&kept[end..]).cloned().collect();
            if fails(&without) {
                kept = without;
                shrunk = true;
            } else {
                at = end;
            }
        }
        if piece == 1 && !shrunk {
            return kept;
        }
        piece = (piece / 2).max(1);
    }
}

fn same<A: World, B: World, T: PartialEq + Debug>(what: &str, a: &T, b: &T) -> Result<(), String> {
    same_named::<A, B, T>(|| what.to_owned(), a, b)
}

/// As `same`, for what is compared so often that saying what it is would take most of the time.
fn same_named<A: World, B: World, T: PartialEq + Debug>(
    what: impl FnOnce() -> String,
    a: &T,
    b: &T,
) -> Result<(), String> {
    if a == b { Ok(()) } else { Err(format!("{}: {} {a:?}, {} {b:?}", what(), A::NAME, B::NAME)) }
}

/// The keys of two maps.
fn same_keys<A: World, B: World, K: Ord + Debug, V>(
    what: impl FnOnce() -> String,
    a: &BTreeMap<K, V>,
    b: &BTreeMap<K, V>,
) -> Result<(), String> {
    if a.keys().eq(b.keys()) {
        return Ok(());
    }
    same_named::<A, B, Vec<_>>(what, &a.keys().collect(), &b.keys().collect())
}

/// The first field in which two tenants differ.
fn differ<A: World, B: World>(a: &Snapshot, b: &Snapshot) -> Result<(), String> {
    same::<A, B, _>("the clock", &a.clock, &b.clock)?;
    same_keys::<A, B, _, _>(|| "the users".to_owned(), &a.users, &b.users)?;
    for ((id, user), other) in a.users.iter().zip(b.users.values()) {
        differ_in_user::<A, B>(*id, user, other)?;
    }
    same_keys::<A, B, _, _>(|| "the groups".to_owned(), &a.groups, &b.groups)?;
    for ((id, group), other) in a.groups.iter().zip(b.groups.values()) {
        differ_in_group::<A, B>(*id, group, other)?;
    }
    same::<A, B, _>("the products", &a.products, &b.products)?;
    same::<A, B, _>("the queue", &a.queue, &b.queue)
}

fn differ_in_user<A: World, B: World>(id: UserId, a: &UserSnapshot, b: &UserSnapshot) -> Result<(), String> {
    let name = |field: &'static str| move || format!("{id:?}, {field}");
    let UserSnapshot { deleted, mail, proxy_addresses, groups, properties, rows } = a;
    same_named::<A, B, _>(name("deleted"), deleted, &b.deleted)?;
    same_named::<A, B, _>(name("mail"), mail, &b.mail)?;
    same_named::<A, B, _>(name("proxy_addresses"), proxy_addresses, &b.proxy_addresses)?;
    same_named::<A, B, _>(name("groups"), groups, &b.groups)?;
    same_named::<A, B, _>(name("properties"), properties, &b.properties)?;
    same_keys::<A, B, _, _>(name("rows"), rows, &b.rows)?;
    for ((key, row), other) in rows.iter().zip(b.rows.values()) {
        same_named::<A, B, _>(|| format!("{id:?}, row {key:?}"), row, other)?;
    }
    Ok(())
}

fn differ_in_group<A: World, B: World>(id: GroupId, a: &GroupSnapshot, b: &GroupSnapshot) -> Result<(), String> {
    let name = |field: &'static str| move || format!("{id:?}, {field}");
    let GroupSnapshot { deleted, users, template, processing, properties } = a;
    same_named::<A, B, _>(name("deleted"), deleted, &b.deleted)?;
    same_named::<A, B, _>(name("users"), users, &b.users)?;
    same_named::<A, B, _>(name("template"), template, &b.template)?;
    same_named::<A, B, _>(name("properties"), properties, &b.properties)?;
    // Readings say nothing of how the processing of a deleted group stands.
    if deleted.is_none() {
        same_named::<A, B, _>(name("processing"), processing, &b.processing)?;
    }
    Ok(())
}
