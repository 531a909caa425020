//! Ids that do not follow from the tenant's seed: imported objects keep those that they came with.

use alloc::collections::BTreeMap;
use core::ops::Bound;

use licensing_model::guid::{Guid, GuidKind};

/// Ids by object, and objects by id.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct OwnIds {
    ids: BTreeMap<(GuidKind, u32), Guid>,
    numbers: BTreeMap<(GuidKind, Guid), u32>,
}

impl OwnIds {
    /// Gives an object its id. Answers false where the object has one already, or another of its kind has this one.
    pub(crate) fn insert(&mut self, kind: GuidKind, number: u32, id: Guid) -> bool {
        self.ids.insert((kind, number), id).is_none() && self.numbers.insert((kind, id), number).is_none()
    }

    /// The id of an object, if it has one of its own.
    pub(crate) fn id(&self, kind: GuidKind, number: u32) -> Option<Guid> {
        self.ids.get(&(kind, number)).copied()
    }

    /// The object with this id, if the id is one of these.
    pub(crate) fn number(&self, kind: GuidKind, id: Guid) -> Option<u32> {
        self.numbers.get(&(kind, id)).copied()
    }

    /// Those that come after one, by kind and number; all where there is none before.
    pub(crate) fn after(&self, last: Option<(GuidKind, u32)>) -> impl Iterator<Item = (GuidKind, u32, Guid)> + '_ {
        let from = last.map_or(Bound::Unbounded, Bound::Excluded);
        self.ids.range((from, Bound::Unbounded)).map(|(&(kind, number), &id)| (kind, number, id))
    }

    /// All, by kind and number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (GuidKind, u32, Guid)> + '_ {
        self.ids.iter().map(|(&(kind, number), &id)| (kind, number, id))
    }
}
