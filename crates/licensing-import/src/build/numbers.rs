//! Which number each object gets, and the seed of the tenant's own ids.

use std::collections::{BTreeMap, BTreeSet};

use licensing_model::guid::{self, GuidKind};
use licensing_model::{GroupId, Guid, UserId};

use crate::collect::Collector;
use crate::facts::Facts;

/// Numbers of all objects. Those that are not deleted come first, in the order of the files; Graph lists deleted ones
/// with the newest first, so that they follow in the opposite order.
pub(super) struct Numbers {
    /// The position among the facts of each user.
    pub(super) users: Vec<usize>,
    /// The same of each group; none for a group that only states name.
    pub(super) groups: Vec<Option<usize>>,
    /// The groups that only states name, in order; they have the last numbers.
    pub(super) named_groups: Vec<Guid>,
    /// What each id leads to.
    pub(super) objects: BTreeMap<Guid, Object>,
    /// What the tenant's own ids are derived from.
    pub(super) seed: u64,
}

/// Something with an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Object {
    User(UserId),
    Group(GroupId),
}

impl Numbers {
    pub(super) fn of(collector: &mut Collector) -> Numbers {
        let facts = &collector.facts;
        let users = live_first(facts.users.iter().map(|user| user.deleted.is_some()));
        let groups = live_first(facts.groups.iter().map(|group| group.deleted.is_some()));
        let mut objects = BTreeMap::new();
        for (number, user) in users.iter().enumerate().filter_map(|(number, at)| Some((number, facts.users.get(*at)?)))
        {
            objects.insert(user.id, Object::User(UserId::at(number)));
        }
        for (number, group) in
            groups.iter().enumerate().filter_map(|(number, at)| Some((number, facts.groups.get(*at)?)))
        {
            objects.insert(group.id, Object::Group(GroupId::at(number)));
        }
        let named: BTreeSet<Guid> = (facts.users.iter().flat_map(|user| &user.rows))
            .filter_map(|row| row.group)
            .filter(|group| !matches!(objects.get(group), Some(Object::Group(_))))
            .collect();
        let named_groups: Vec<Guid> = named.into_iter().collect();
        let mut groups: Vec<Option<usize>> = groups.into_iter().map(Some).collect();
        for group in &named_groups {
            objects.insert(*group, Object::Group(GroupId::at(groups.len())));
            groups.push(None);
        }
        let seed = if collector.keeps_names() { free_seed(facts, &objects) } else { 1 };
        Numbers { users, groups, named_groups, objects, seed }
    }

    /// The group with this id.
    pub(super) fn group(&self, id: Guid) -> Option<GroupId> {
        match self.objects.get(&id) {
            Some(Object::Group(group)) => Some(*group),
            _ => None,
        }
    }
}

/// Positions in the order of their numbers.
fn live_first(deleted: impl Iterator<Item = bool>) -> Vec<usize> {
    let (mut live, mut gone) = (Vec::new(), Vec::new());
    for (at, is_deleted) in deleted.enumerate() {
        if is_deleted { gone.push(at) } else { live.push(at) }
    }
    live.extend(gone.into_iter().rev());
    live
}

/// A seed of which no id of the files is derived: what is created later must not get an id that is there already.
fn free_seed(facts: &Facts, objects: &BTreeMap<Guid, Object>) -> u64 {
    const KINDS: [GuidKind; 5] =
        [GuidKind::Tenant, GuidKind::User, GuidKind::Group, GuidKind::Contact, GuidKind::Event];
    // Derived ids differ in their last four bytes alone.
    let space = |id: Guid| {
        let [a, b, c, d, e, f, g, h, i, j, k, l, ..] = id.0;
        [a, b, c, d, e, f, g, h, i, j, k, l]
    };
    let organization = facts.organization.iter().map(|organization| organization.id);
    let ids = objects.keys().copied().chain(facts.contacts.iter().map(|contact| contact.id)).chain(organization);
    let taken: BTreeSet<[u8; 12]> = ids.map(space).collect();
    let is_free = |seed: &u64| KINDS.iter().all(|kind| !taken.contains(&space(guid::derive(*seed, *kind, 0))));
    // Each id takes at most one seed away.
    (1..).find(is_free).unwrap_or(1)
}

/// The domains of the users' names, an initial one first, where no organization lists them.
pub(super) fn domains_of_users(facts: &Facts) -> Vec<String> {
    let mut domains: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for user in facts.users.iter().filter(|user| user.deleted.is_none()) {
        let Some((_, domain)) = user.principal_name.rsplit_once('@') else { continue };
        if seen.insert(domain.to_lowercase()) {
            domains.push(domain.to_string());
        }
    }
    domains.sort_by_key(|domain| !domain.to_lowercase().contains(".onmicrosoft."));
    domains
}
