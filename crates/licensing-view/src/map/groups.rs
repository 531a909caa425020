//! The facts of a large tenant: group by group, and the users as sets.

use licensing_core::{GroupDetails, LicenseErrors, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, Path, ProductId};

use super::facts::{Facts, Numbers, Pairs, heaviest_first, in_order, is_at_work, weight};
use super::only::Only;
use super::people::add_products;
use super::subject::{EdgeKind, Example, Subject, Tally};
use crate::route::WhyTarget;

/// Runs of the queue of which the users are counted; of later ones only their groups are known.
const RUNS: usize = 100;

/// The facts of a tenant, with at most so many groups of their own; the others that are asked for are one.
pub(super) fn by_group(tenant: &Tenant, most: usize, only: &Only) -> Facts {
    let is_wanted = |group: &GroupId| only.is_everything() || only.wants(tenant, *group);
    let groups = tenant.groups().filter(is_wanted);
    let groups: Vec<GroupDetails> = groups.filter_map(|group| tenant.group(group)).collect();
    let mut is_own = vec![true; groups.len()];
    if groups.len() > most {
        let order = in_order(groups.iter().map(|group| heaviest_first(weight(group))));
        for at in order.into_iter().skip(most.saturating_sub(1)) {
            if let Some(is_own) = is_own.get_mut(at) {
                *is_own = false;
            }
        }
    }
    let mut facts = Facts::default();
    let waiting = waiting_by_group(tenant);
    for (group, _) in groups.iter().zip(&is_own).filter(|(_, is_own)| **is_own) {
        add_group(&mut facts, tenant, group, waiting.get(&group.group.raw()).copied());
    }
    groups.iter().for_each(|group| facts.nest(group));
    let others: Vec<&GroupDetails> =
        groups.iter().zip(&is_own).filter(|(_, is_own)| !**is_own).map(|(group, _)| group).collect();
    add_others(&mut facts, tenant, &others);
    add_users_beside_groups(&mut facts, tenant);
    add_products(&mut facts, tenant);
    facts
}

/// How many users of each group the first runs of the queue will take.
fn waiting_by_group(tenant: &Tenant) -> Numbers {
    let mut waiting = Numbers::new();
    let mut add = |group: GroupId, users: usize| *waiting.entry(group.raw()).or_insert(0) += users;
    for run in tenant.queue(RUNS) {
        match run.target {
            RunTarget::Group(group) | RunTarget::Members(group) => add(group, run.remaining.len()),
            RunTarget::User(user) => tenant.groups_of(user).for_each(|group| add(group, 1)),
        }
    }
    waiting
}

fn add_group(facts: &mut Facts, tenant: &Tenant, details: &GroupDetails, waiting: Option<usize>) {
    let group = facts.group(details.group);
    facts.weigh(group, weight(details));
    let errors = tenant.users_with_license_errors(details.group);
    let mut failed = Tally::of(errors.len());
    let mut in_error = Pairs::default();
    for errors in &errors {
        failed.fail(errors.top, 1);
        errors.products.iter().for_each(|(product, _)| in_error.note(product.raw(), 0));
    }
    for product in details.template.keys() {
        let to = facts.product(*product);
        facts.link(group, to, EdgeKind::License, Tally::of(1));
    }
    in_error.sort();
    for product in in_error.each().map(|(product, _)| ProductId::from_raw(product)) {
        // What no template holds any more has ended.
        if !details.template.contains_key(&product) {
            let to = facts.product(product);
            facts.link(group, to, EdgeKind::License, Tally { has_ended: true, ..Tally::of(1) });
        }
    }

    failed.example = errors.first().and_then(|errors| example(tenant, errors, details.group));
    let members = details.users.saturating_sub(errors.iter().filter(|errors| !errors.has_left).count());
    let expected = if is_at_work(details) { members } else { 0 };
    let others = Tally { waiting: waiting.unwrap_or(expected).min(members), ..Tally::of(members) };
    add_set(facts, Subject::MembersInError(details.group), group, failed);
    add_set(facts, Subject::Members(details.group), group, others);
}

/// The groups without a node of their own: how many, how many of them in error, and what they license.
fn add_others(facts: &mut Facts, tenant: &Tenant, others: &[&GroupDetails]) {
    if others.is_empty() {
        return;
    }
    let all = facts.add(Subject::OtherGroups, others.len());
    let mut licenses = Numbers::new();
    for product in others.iter().flat_map(|group| group.template.keys()) {
        *licenses.entry(product.raw()).or_insert(0) += 1;
    }
    add_licenses(facts, all, EdgeKind::License, licenses);
    // A user may be in several of them, so that these are memberships.
    let mut failed = Tally::default();
    let mut fine = Tally::default();
    for group in others {
        // Their reasons are not counted: that would take a look at every member.
        failed.failed += group.users_in_error;
        fine.count += group.users.saturating_sub(group.users_in_error);
        fine.waiting += if is_at_work(group) { group.users } else { 0 };
        if group.users_in_error > 0 && failed.example.is_none() {
            let errors = tenant.users_with_license_errors(group.group);
            failed.example = errors.first().and_then(|errors| example(tenant, errors, group.group));
        }
    }
    failed.count = failed.failed;
    fine.waiting = fine.waiting.min(fine.count);
    add_set(facts, Subject::OtherMembersInError, all, failed);
    add_set(facts, Subject::OtherMembers, all, fine);
}

/// Users that hold licenses directly, by product, and users that have nothing at all. It looks at every user once.
fn add_users_beside_groups(facts: &mut Facts, tenant: &Tenant) {
    let mut licenses = Numbers::new();
    let (mut direct_users, mut idle) = (0, 0);
    for user in tenant.users() {
        let mut holds_any = false;
        for product in tenant.direct_products(user) {
            holds_any = true;
            *licenses.entry(product.raw()).or_insert(0) += 1;
        }
        direct_users += usize::from(holds_any);
        idle += usize::from(!holds_any && tenant.groups_of(user).next().is_none());
    }
    if direct_users > 0 {
        let users = facts.add(Subject::DirectUsers, direct_users);
        add_licenses(facts, users, EdgeKind::Direct, licenses);
    }
    if idle > 0 {
        facts.add(Subject::UsersWithNothing, idle);
    }
}

/// Adds links to products, each with how many it stands for.
fn add_licenses(facts: &mut Facts, from: usize, kind: EdgeKind, licenses: Numbers) {
    for (product, count) in licenses {
        let to = facts.product(ProductId::from_raw(product));
        facts.link(from, to, kind, Tally::of(count));
    }
}

/// Adds a set of users with its membership, unless it is empty.
fn add_set(facts: &mut Facts, users: Subject, group: usize, tally: Tally) {
    if tally.count > 0 {
        let users = facts.add(users, tally.count);
        facts.link(users, group, EdgeKind::Member, tally);
    }
}

fn example(tenant: &Tenant, errors: &LicenseErrors, group: GroupId) -> Option<Example> {
    let (product, error) = errors.products.iter().find(|(_, error)| *error == errors.top)?;
    let target = WhyTarget { user: errors.user, product: *product, path: Path::Group(group) };
    let row = tenant.path(target.user, target.product, target.path)?;
    Some(Example { target, state: row.state, error: *error })
}
