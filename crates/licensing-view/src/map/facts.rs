//! What is known of a tenant, as items in three columns and links between them. Everything is called by its place in a
//! list: one small table of numbers finds the place of an id, and one function puts things in order.

use std::collections::BTreeMap;

use licensing_core::GroupDetails;
use licensing_model::{GroupId, ProcessingState, ProductId};

use super::subject::{EdgeKind, Subject, Tally};

/// Something that could have a node of its own.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// What.
    pub(super) subject: Subject,
    /// How many it stands for.
    pub(super) count: usize,
    /// How much it matters, the weightiest reason first.
    pub(super) weight: [usize; 4],
}

/// One fact.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The item on the left.
    pub(super) from: usize,
    /// The item on the right.
    pub(super) to: usize,
    /// What it says.
    pub(super) kind: EdgeKind,
    /// Of how many.
    pub(super) tally: Tally,
}

/// The facts of a tenant.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// Each once.
    pub(super) items: Vec<Item>,
    /// From left to right.
    pub(super) links: Vec<Link>,
    /// The places of groups and of products, by id.
    groups: Numbers,
    products: Numbers,
}

/// Numbers by number. It is the only kind of table here, since each further one makes the program larger.
pub(super) type Numbers = BTreeMap<u32, usize>;

impl Facts {
    /// Adds an item that stands for so many.
    pub(super) fn add(&mut self, subject: Subject, count: usize) -> usize {
        self.items.push(Item { subject, count, weight: [0; 4] });
        self.items.len() - 1
    }

    /// The item of a group, which is added if it is not there.
    pub(super) fn group(&mut self, group: GroupId) -> usize {
        let next = self.items.len();
        let place = *self.groups.entry(group.raw()).or_insert(next);
        if place == next { self.add(Subject::Group(group), 1) } else { place }
    }

    /// The item of a product, which is added if it is not there.
    pub(super) fn product(&mut self, product: ProductId) -> usize {
        let next = self.items.len();
        let place = *self.products.entry(product.raw()).or_insert(next);
        if place == next { self.add(Subject::Product(product), 1) } else { place }
    }

    /// Says how much an item matters.
    pub(super) fn weigh(&mut self, item: usize, weight: [usize; 4]) {
        if let Some(item) = self.items.get_mut(item) {
            item.weight = weight;
        }
    }

    /// Adds the groups that are in a group, where they have items.
    pub(super) fn nest(&mut self, details: &GroupDetails) {
        let place = |group: &GroupId| self.groups.get(&group.raw()).copied();
        let Some(outer) = place(&details.group) else { return };
        let inner: Vec<usize> = details.nested.iter().filter_map(place).collect();
        inner.into_iter().for_each(|inner| self.link(inner, outer, EdgeKind::Nested, Tally::of(1)));
    }

    /// Adds a fact.
    pub(super) fn link(&mut self, from: usize, to: usize, kind: EdgeKind, tally: Tally) {
        self.links.push(Link { from, to, kind, tally });
    }
}

/// Pairs of numbers, looked for when all of them are known.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    keys: Vec<([u64; 4], usize)>,
}

impl Pairs {
    /// Notes a pair.
    pub(super) fn note(&mut self, first: u32, second: u32) {
        self.keys.push(([first.into(), second.into(), 0, 0], 0));
    }

    /// Puts them in order, which looking for them takes.
    pub(super) fn sort(&mut self) {
        sort(&mut self.keys);
    }

    /// Whether the pair was noted.
    pub(super) fn has(&self, first: u32, second: u32) -> bool {
        let key = [first.into(), second.into(), 0, 0];
        let at = self.keys.partition_point(|(other, _)| *other < key);
        self.keys.get(at).is_some_and(|(other, _)| *other == key)
    }

    /// Each pair once, in order.
    pub(super) fn each(&self) -> impl Iterator<Item = (u32, u32)> {
        let mut last = None;
        self.keys.iter().filter_map(move |(key, _)| {
            let [first, second, ..] = *key;
            // They were numbers of this size before.
            (last.replace(*key) != Some(*key)).then_some((first as u32, second as u32))
        })
    }
}

/// The places of `keys` in the order of the keys, equal ones as they come.
pub(super) fn in_order(keys: impl Iterator<Item = [u64; 4]>) -> Vec<usize> {
    let mut keys: Vec<([u64; 4], usize)> = keys.zip(0..).collect();
    sort(&mut keys);
    keys.into_iter().map(|(_, place)| place).collect()
}

/// The one sort of the map.
fn sort(keys: &mut [([u64; 4], usize)]) {
    keys.sort_unstable();
}

/// The key of something that comes the sooner the more it weighs.
pub(super) fn heaviest_first(weight: [usize; 4]) -> [u64; 4] {
    weight.map(|weight| u64::MAX - weight as u64)
}

/// How much a group matters: whether it is in error, is at work, licenses anything, is large.
pub(super) fn weight(group: &GroupDetails) -> [usize; 4] {
    [group.users_in_error, usize::from(is_at_work(group)), usize::from(!group.template.is_empty()), group.users]
}

/// Whether the group is queued or being processed.
pub(super) fn is_at_work(group: &GroupDetails) -> bool {
    matches!(group.processing, Some(ProcessingState::QueuedForProcessing | ProcessingState::ProcessingInProgress))
}
