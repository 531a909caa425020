//! The facts of a small tenant: every user for itself.

use licensing_core::{PathRow, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, GroupId, Path, ProductId, UserId};

use super::facts::{Facts, Pairs, weight};
use super::subject::{EdgeKind, Example, Subject, Tally};
use crate::read;

/// Above so many users the map goes by groups.
pub const MOST_PEOPLE: usize = 200;
/// Above so many memberships and direct licenses too.
const MOST_LINKS: usize = 5_000;
/// Runs of the queue that are looked at. A tenant of this size has more only if it was filled by a machine.
const RUNS: usize = 1_000;

/// The facts of a tenant, user by user; none where they are too many, and nobody in particular is looked for.
pub(super) fn by_person(tenant: &Tenant, wanted: Vec<UserId>) -> Option<Facts> {
    let is_small = tenant.user_count() <= MOST_PEOPLE;
    if !is_small && wanted.is_empty() {
        return None;
    }
    let users = if is_small { tenant.users().collect() } else { wanted };
    let mut facts = Facts::default();
    // As they were created, not as users come upon them.
    for group in tenant.groups() {
        facts.group(group);
    }
    add_products(&mut facts, tenant);
    let queue = queue(tenant, &users);
    let mut reader = Reader { tenant, queue, facts, licenses: Pairs::default() };
    for user in users {
        reader.add_user(user);
        if reader.facts.links.len() > MOST_LINKS {
            return None;
        }
    }
    Some(reader.finish())
}

/// Which of these users wait for a run: a user and a group, or all groups of a user as [`ALL_GROUPS`].
fn queue(tenant: &Tenant, users: &[UserId]) -> Pairs {
    let mut queue = Pairs::default();
    for run in tenant.queue(RUNS, usize::MAX) {
        let group = match run.target {
            RunTarget::User(_) => ALL_GROUPS,
            RunTarget::Group(group) | RunTarget::Members(group) => group.raw(),
        };
        // Users are listed as they were created.
        let waiting = run.remaining.into_iter().filter(|user| users.binary_search(user).is_ok());
        waiting.for_each(|user| queue.note(user.raw(), group));
    }
    queue.sort();
    queue
}

/// No group has this number: no column is as long.
const ALL_GROUPS: u32 = u32::MAX;

struct Reader<'a> {
    tenant: &'a Tenant,
    queue: Pairs,
    facts: Facts,
    /// Licenses of groups that paths rest on: group and product.
    licenses: Pairs,
}

impl Reader<'_> {
    fn add_user(&mut self, user: UserId) {
        let rows = self.tenant.paths(user);
        let mut groups: Vec<GroupId> = self.tenant.groups_of(user).collect();
        let joined = groups.len();
        let from = self.facts.add(Subject::User(user), 1);
        let [mut failed, mut waiting, mut direct] = [0; 3];
        for row in &rows {
            failed += usize::from(row.error != AssignmentError::None);
            match row.path {
                Path::Direct => {
                    direct += 1;
                    let to = self.facts.product(row.product);
                    let told = tally(user, std::slice::from_ref(row), Tally::of(1));
                    self.facts.link(from, to, EdgeKind::Direct, told);
                }
                Path::Group(group) => {
                    self.licenses.note(group.raw(), row.product.raw());
                    if !groups.contains(&group) {
                        groups.push(group);
                    }
                }
            }
        }
        for (group, at) in groups.into_iter().zip(0..) {
            let of_group: Vec<PathRow> = rows.iter().filter(|row| row.path == Path::Group(group)).cloned().collect();
            let waits = self.queue.has(user.raw(), group.raw()) || self.queue.has(user.raw(), ALL_GROUPS);
            waiting += usize::from(waits);
            let told = Tally { waiting: usize::from(waits), has_ended: at >= joined, ..Tally::of(1) };
            let to = self.facts.group(group);
            self.facts.link(from, to, EdgeKind::Member, tally(user, &of_group, told));
        }
        self.facts.weigh(from, [failed, waiting, direct, rows.len()]);
    }

    fn finish(mut self) -> Facts {
        let mut templates = Pairs::default();
        for details in self.tenant.groups().filter_map(|group| self.tenant.group(group)) {
            let from = self.facts.group(details.group);
            self.facts.weigh(from, weight(&details));
            self.facts.nest(&details);
            for product in details.template.keys() {
                templates.note(details.group.raw(), product.raw());
                let to = self.facts.product(*product);
                self.facts.link(from, to, EdgeKind::License, Tally::of(1));
            }
        }
        templates.sort();
        self.licenses.sort();
        // What no template holds any more has ended.
        for (group, product) in self.licenses.each().filter(|(group, product)| !templates.has(*group, *product)) {
            let from = self.facts.group(GroupId::from_raw(group));
            let to = self.facts.product(ProductId::from_raw(product));
            self.facts.link(from, to, EdgeKind::License, Tally { has_ended: true, ..Tally::of(1) });
        }
        self.facts
    }
}

/// `tally` with what the paths of one user say.
fn tally(user: UserId, rows: &[PathRow], mut tally: Tally) -> Tally {
    let failed = read::first_failure(rows);
    if let Some(row) = failed {
        tally.fail(row.error, 1);
    }
    let example = |row: &PathRow| Example { target: read::why(user, row), state: row.state, error: row.error };
    tally.example = failed.or(rows.first()).map(example);
    tally
}

/// Adds the products of the tenant. The more seats are taken, the more a product matters.
pub(super) fn add_products(facts: &mut Facts, tenant: &Tenant) {
    for details in tenant.products().filter_map(|product| tenant.product(product)) {
        let item = facts.product(details.product);
        facts.weigh(item, [details.consumed as usize, 0, 0, 0]);
    }
}
