//! The facts of a small tenant: every user for itself.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::{PathRow, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, GroupId, Path, ProductId, UserId};

use super::fold::{Facts, Item, Link};
use super::subject::{EdgeKind, Example, Subject, Tally};
use crate::read;

/// Above so many users the map goes by groups.
pub const MOST_PEOPLE: usize = 200;
/// Above so many memberships and direct licenses too.
const MOST_LINKS: usize = 5_000;
/// Runs of the queue that are looked at. A tenant of this size has more only if it was filled by a machine.
const RUNS: usize = 1_000;

/// The facts of a tenant, user by user; none where they are too many.
pub(super) fn by_person(tenant: &Tenant) -> Option<Facts> {
    if tenant.user_count() > MOST_PEOPLE {
        return None;
    }
    let mut reader = Reader { tenant, queue: Queue::of(tenant), facts: Facts::default(), licenses: BTreeMap::new() };
    for user in tenant.users() {
        reader.add_user(user);
        if reader.facts.links.len() > MOST_LINKS {
            return None;
        }
    }
    Some(reader.finish())
}

/// Who waits for a run.
#[derive(Default)]
struct Queue {
    users: BTreeSet<UserId>,
    members: BTreeSet<(UserId, GroupId)>,
}

impl Queue {
    fn of(tenant: &Tenant) -> Queue {
        let mut queue = Queue::default();
        for run in tenant.queue(RUNS) {
            match run.target {
                RunTarget::User(_) => queue.users.extend(run.remaining),
                RunTarget::Group(group) => queue.members.extend(run.remaining.into_iter().map(|user| (user, group))),
            }
        }
        queue
    }
}

struct Reader<'a> {
    tenant: &'a Tenant,
    queue: Queue,
    facts: Facts,
    /// Licenses that paths rest on: whether each has ended, that is, no template holds it any more.
    licenses: BTreeMap<(GroupId, ProductId), bool>,
}

impl Reader<'_> {
    fn add_user(&mut self, user: UserId) {
        let rows = self.tenant.paths(user);
        let joined: BTreeSet<GroupId> = self.tenant.groups_of(user).collect();
        let mut groups: Vec<GroupId> = self.tenant.groups_of(user).collect();
        for row in &rows {
            match row.path {
                Path::Direct => {
                    let rows = std::slice::from_ref(row);
                    self.link(user, Subject::Product(row.product), EdgeKind::Direct, rows, Tally::of(1));
                }
                Path::Group(group) => {
                    self.licenses.insert((group, row.product), true);
                    if !groups.contains(&group) {
                        groups.push(group);
                    }
                }
            }
        }
        let mut waiting = 0;
        for group in groups {
            let of_group: Vec<PathRow> = rows.iter().filter(|row| row.path == Path::Group(group)).cloned().collect();
            let waits = self.queue.users.contains(&user) || self.queue.members.contains(&(user, group));
            let has_ended = !joined.contains(&group);
            waiting += usize::from(waits);
            let tally = Tally { waiting: usize::from(waits), has_ended, ..Tally::of(1) };
            self.link(user, Subject::Group(group), EdgeKind::Member, &of_group, tally);
        }
        let direct = rows.iter().filter(|row| row.path == Path::Direct).count();
        let failed = rows.iter().filter(|row| row.error != AssignmentError::None).count();
        let weight = [failed, waiting, direct, rows.len()];
        self.facts.items.push(Item { subject: Subject::User(user), count: 1, weight });
    }

    /// Adds what `rows` say of one user and one group, or of one user and one product.
    fn link(&mut self, user: UserId, to: Subject, kind: EdgeKind, rows: &[PathRow], mut tally: Tally) {
        let failed = read::first_failure(rows);
        if let Some(row) = failed {
            tally.fail(row.error, 1);
        }
        tally.example = failed.or(rows.first()).map(|row| Example {
            target: read::why(user, row),
            state: row.state,
            error: row.error,
        });
        self.facts.links.push(Link { from: Subject::User(user), to, kind, tally });
    }

    fn finish(mut self) -> Facts {
        let mut groups: BTreeSet<GroupId> = self.tenant.groups().collect();
        groups.extend(self.licenses.keys().map(|(group, _)| *group));
        for group in &groups {
            let details = self.tenant.group(*group);
            let (members, failed) = details.as_ref().map_or((0, 0), |details| (details.users, details.users_in_error));
            let template = details.map(|details| details.template).unwrap_or_default();
            let waiting = self.queue.members.iter().filter(|(_, other)| other == group).count();
            let weight = [failed, waiting, usize::from(!template.is_empty()), members];
            self.facts.items.push(Item { subject: Subject::Group(*group), count: 1, weight });
            self.licenses.extend(template.into_keys().map(|product| ((*group, product), false)));
        }
        for ((group, product), has_ended) in &self.licenses {
            let tally = Tally { has_ended: *has_ended, ..Tally::of(1) };
            let (from, to) = (Subject::Group(*group), Subject::Product(*product));
            self.facts.links.push(Link { from, to, kind: EdgeKind::License, tally });
        }
        add_products(&mut self.facts, self.tenant);
        self.facts
    }
}

/// Adds the products of the tenant, and those that a link leads to although the tenant has them no more.
pub(super) fn add_products(facts: &mut Facts, tenant: &Tenant) {
    let linked = facts.links.iter().filter_map(|link| match link.to {
        Subject::Product(product) => Some(product),
        _ => None,
    });
    let products: BTreeSet<ProductId> = tenant.products().chain(linked).collect();
    facts.items.extend(products.into_iter().map(|product| {
        let consumed = tenant.product(product).map_or(0, |details| details.consumed as usize);
        Item { subject: Subject::Product(product), count: 1, weight: [consumed, 0, 0, 0] }
    }));
}
