//! The facts of a large tenant: group by group, and the users as sets.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use licensing_core::{GroupDetails, LicenseErrors, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentState, GroupId, Path, ProcessingState, ProductId};

use super::fold::{Facts, Item, Link};
use super::people::add_products;
use super::subject::{EdgeKind, Example, Subject, Tally};
use crate::route::WhyTarget;

/// Runs of the queue of which the users are counted; of later ones only their groups are known.
const RUNS: usize = 100;

/// The facts of a tenant, with at most so many groups of their own; the others are one.
pub(super) fn by_group(tenant: &Tenant, most: usize) -> Facts {
    let mut groups: Vec<GroupDetails> = tenant.groups().filter_map(|group| tenant.group(group)).collect();
    let mut others = Vec::new();
    if groups.len() > most {
        groups.sort_by_key(|group| (Reverse(weight(group)), group.group));
        others = groups.split_off(most.saturating_sub(1));
        groups.sort_by_key(|group| group.group);
    }
    let mut facts = Facts::default();
    let waiting = waiting_by_group(tenant);
    for group in &groups {
        add_group(&mut facts, tenant, group, waiting.get(&group.group).copied());
    }
    add_others(&mut facts, tenant, &others);
    add_users_beside_groups(&mut facts, tenant);
    add_products(&mut facts, tenant);
    facts
}

/// Which groups matter most: those in error, those at work, those that license anything, the largest.
fn weight(group: &GroupDetails) -> [usize; 4] {
    [group.users_in_error, usize::from(is_at_work(group)), usize::from(!group.template.is_empty()), group.users]
}

fn is_at_work(group: &GroupDetails) -> bool {
    matches!(group.processing, Some(ProcessingState::QueuedForProcessing | ProcessingState::ProcessingInProgress))
}

/// How many users of each group the first runs of the queue will take.
fn waiting_by_group(tenant: &Tenant) -> BTreeMap<GroupId, usize> {
    let mut waiting = BTreeMap::new();
    for run in tenant.queue(RUNS) {
        match run.target {
            RunTarget::Group(group) => *waiting.entry(group).or_default() += run.remaining.len(),
            RunTarget::User(user) => tenant.groups_of(user).for_each(|group| *waiting.entry(group).or_default() += 1),
        }
    }
    waiting
}

fn add_group(facts: &mut Facts, tenant: &Tenant, details: &GroupDetails, waiting: Option<usize>) {
    let group = details.group;
    facts.items.push(Item { subject: Subject::Group(group), count: 1, weight: weight(details) });
    let errors = tenant.users_with_license_errors(group);
    let mut licenses: BTreeMap<ProductId, bool> =
        errors.iter().flat_map(|errors| &errors.products).map(|(product, _)| (*product, true)).collect();
    licenses.extend(details.template.keys().map(|product| (*product, false)));
    for (product, has_ended) in licenses {
        let tally = Tally { has_ended, ..Tally::of(1) };
        link(facts, Subject::Group(group), Subject::Product(product), EdgeKind::License, tally);
    }

    let mut failed = Tally { count: errors.len(), ..Tally::default() };
    for errors in &errors {
        failed.fail(errors.top, 1);
    }
    failed.example = errors.first().and_then(|errors| example(errors, group));
    let members = details.users.saturating_sub(errors.iter().filter(|errors| !errors.has_left).count());
    let expected = if is_at_work(details) { members } else { 0 };
    let others = Tally { waiting: waiting.unwrap_or(expected).min(members), ..Tally::of(members) };
    add_set(facts, Subject::MembersInError(group), Subject::Group(group), failed);
    add_set(facts, Subject::Members(group), Subject::Group(group), others);
}

/// The groups without a node of their own: how many, how many of them in error, and what they license.
fn add_others(facts: &mut Facts, tenant: &Tenant, others: &[GroupDetails]) {
    if others.is_empty() {
        return;
    }
    let all = Subject::OtherGroups;
    facts.items.push(Item { subject: all, count: others.len(), weight: [0; 4] });
    let mut licenses = BTreeMap::<ProductId, usize>::new();
    for product in others.iter().flat_map(|group| group.template.keys()) {
        *licenses.entry(*product).or_default() += 1;
    }
    for (product, groups) in licenses {
        link(facts, all, Subject::Product(product), EdgeKind::License, Tally::of(groups));
    }
    // A user may be in several of them, so that these are memberships.
    let members: usize = others.iter().map(|group| group.users).sum();
    let in_error: usize = others.iter().map(|group| group.users_in_error).sum();
    let first = others.iter().find(|group| group.users_in_error > 0).and_then(|group| {
        let errors = tenant.users_with_license_errors(group.group);
        errors.first().and_then(|errors| example(errors, group.group))
    });
    // Their reasons are not counted: that would take a look at every member.
    let failed = Tally { failed: in_error, example: first, ..Tally::of(in_error) };
    let waiting = others.iter().filter(|group| is_at_work(group)).map(|group| group.users).sum();
    add_set(facts, Subject::OtherMembersInError, all, failed);
    add_set(facts, Subject::OtherMembers, all, Tally { waiting, ..Tally::of(members.saturating_sub(in_error)) });
}

/// Users that hold licenses directly, by product, and users that have nothing at all. It looks at every user once.
fn add_users_beside_groups(facts: &mut Facts, tenant: &Tenant) {
    let mut licenses = BTreeMap::<ProductId, usize>::new();
    let (mut direct_users, mut idle) = (0, 0);
    for user in tenant.users() {
        let mut holds_any = false;
        for product in tenant.direct_products(user) {
            holds_any = true;
            *licenses.entry(product).or_default() += 1;
        }
        direct_users += usize::from(holds_any);
        idle += usize::from(!holds_any && tenant.groups_of(user).next().is_none());
    }
    for (product, users) in licenses {
        link(facts, Subject::DirectUsers, Subject::Product(product), EdgeKind::Direct, Tally::of(users));
    }
    for (subject, count) in [(Subject::DirectUsers, direct_users), (Subject::UsersWithNothing, idle)] {
        if count > 0 {
            facts.items.push(Item { subject, count, weight: [0; 4] });
        }
    }
}

/// Adds a set of users with its membership, unless it is empty.
fn add_set(facts: &mut Facts, users: Subject, group: Subject, tally: Tally) {
    if tally.count > 0 {
        facts.items.push(Item { subject: users, count: tally.count, weight: [0; 4] });
        link(facts, users, group, EdgeKind::Member, tally);
    }
}

fn link(facts: &mut Facts, from: Subject, to: Subject, kind: EdgeKind, tally: Tally) {
    facts.links.push(Link { from, to, kind, tally });
}

fn example(errors: &LicenseErrors, group: GroupId) -> Option<Example> {
    let (product, error) = errors.products.iter().find(|(_, error)| *error == errors.top)?;
    let target = WhyTarget { user: errors.user, product: *product, path: Path::Group(group) };
    Some(Example { target, state: AssignmentState::Error, error: *error })
}
