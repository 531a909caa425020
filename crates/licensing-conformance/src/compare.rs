//! Runs the same operations on two worlds and says where they part; shrinks the operations that made them part.

use std::fmt::Debug;
use std::sync::Arc;

use licensing_model::snapshot::Snapshot;
use licensing_model::{Catalog, Command, TenantSettings};

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

/// Where two worlds part.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The number of the operation after which they differ.
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
}

impl<A: World, B: World> Pair<A, B> {
    /// Two new tenants.
    pub fn start(catalog: &Arc<Catalog>, settings: &TenantSettings) -> Pair<A, B> {
        Pair { a: A::start(catalog.clone(), settings.clone()), b: B::start(catalog.clone(), settings.clone()) }
    }

    /// Does one thing to both and compares everything: the answers, then all that can be observed.
    pub fn operate(&mut self, operation: &Operation, coverage: &mut Coverage) -> Result<Snapshot, String> {
        let before = self.a.snapshot();
        match operation {
            Operation::Command(command) => {
                let (a, b) = (self.a.apply(command), self.b.apply(command));
                coverage.answer(command, &a);
                same::<A, B, _>("the answer", &a, &b)?;
                // I4: a refused command leaves everything as it was.
                if a.is_err() {
                    differ::<A, B>(&before, &self.a.snapshot()).map_err(|what| format!("refused, but {what}"))?;
                }
            }
            Operation::Step => {
                let (a, b) = (self.a.step(), self.b.step());
                coverage.step(&a);
                same::<A, B, _>("the step", &a, &b)?;
            }
        }
        let (a, b) = (self.a.snapshot(), self.b.snapshot());
        coverage.observe(&a);
        differ::<A, B>(&a, &b)?;
        Ok(a)
    }
}

impl Difference {
    /// What kind of difference it is, whatever the numbers.
    pub fn kind(&self) -> String {
        let label = self.what.split(": ").next().unwrap_or_default();
        label.chars().filter(|c| !c.is_ascii_digit()).collect()
    }
}

/// Runs operations from the beginning.
pub fn run<A: World, B: World>(
    catalog: &Arc<Catalog>,
    settings: &TenantSettings,
    operations: &[Operation],
) -> Option<Difference> {
    let mut pair = Pair::<A, B>::start(catalog, settings);
    let mut coverage = Coverage::default();
    operations.iter().enumerate().find_map(|(position, operation)| {
        let what = pair.operate(operation, &mut coverage).err()?;
        Some(Difference { position, what })
    })
}

/// Delta debugging: leaves out what is not needed to keep `fails` true, in ever smaller pieces.
pub fn shrink(operations: &[Operation], fails: impl Fn(&[Operation]) -> bool) -> Vec<Operation> {
    let mut kept = operations.to_vec();
    let mut piece = kept.len().div_ceil(2).max(1);
    loop {
        let mut at = 0;
        let mut shrunk = false;
        while at < kept.len() {
            let end = (at + piece).min(kept.len());
            let without: Vec<Operation> = kept[..at].iter().chain(&kept[end..]).cloned().collect();
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
    if a == b { Ok(()) } else { Err(format!("{what}: {} {a:?}, {} {b:?}", A::NAME, B::NAME)) }
}

/// The first field in which two tenants differ.
fn differ<A: World, B: World>(a: &Snapshot, b: &Snapshot) -> Result<(), String> {
    same::<A, B, _>("the clock", &a.clock, &b.clock)?;
    same::<A, B, Vec<_>>("the users", &a.users.keys().collect(), &b.users.keys().collect())?;
    for (id, user) in &a.users {
        let other = &b.users[id];
        let name = |field: &str| format!("{id:?}, {field}");
        same::<A, B, _>(&name("deleted"), &user.deleted, &other.deleted)?;
        same::<A, B, _>(&name("mail"), &user.mail, &other.mail)?;
        same::<A, B, _>(&name("proxy_addresses"), &user.proxy_addresses, &other.proxy_addresses)?;
        same::<A, B, _>(&name("groups"), &user.groups, &other.groups)?;
        same::<A, B, Vec<_>>(&name("rows"), &user.rows.keys().collect(), &other.rows.keys().collect())?;
        for (key, row) in &user.rows {
            same::<A, B, _>(&name(&format!("row {key:?}")), row, &other.rows[key])?;
        }
    }
    same::<A, B, Vec<_>>("the groups", &a.groups.keys().collect(), &b.groups.keys().collect())?;
    for (id, group) in &a.groups {
        let other = &b.groups[id];
        let name = |field: &str| format!("{id:?}, {field}");
        same::<A, B, _>(&name("deleted"), &group.deleted, &other.deleted)?;
        same::<A, B, _>(&name("users"), &group.users, &other.users)?;
        same::<A, B, _>(&name("template"), &group.template, &other.template)?;
        if group.deleted.is_none() {
            same::<A, B, _>(&name("processing"), &group.processing, &other.processing)?;
        }
    }
    same::<A, B, _>("the products", &a.products, &b.products)?;
    same::<A, B, _>("the queue", &a.queue, &b.queue)
}
