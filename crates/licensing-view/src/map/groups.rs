//! The facts of a large tenant: group by group, and the users as sets.

use licensing_core::{ErrorGlance, GroupDetails, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, Pace, Path, ProductId};

use super::facts::{Facts, Numbers, heaviest_first, in_order, is_at_work, weight};
use super::only::Only;
use super::people::add_products;
use super::subject::{EdgeKind, Example, Subject, Tally};
use crate::route::WhyTarget;
use crate::trouble::{self, Trouble};

/// Runs of the queue of which the users are counted; of later ones only their groups are known.
const RUNS: usize = 100;

/// The facts of a tenant, with at most so many groups of their own; the others that are asked for are one. It looks at
/// every member of those.
pub(super) async fn by_group(pace: &Pace, tenant: &Tenant, most: usize, only: &Only, beside: &Beside) -> Facts {
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
        let trouble = Trouble::of(pace, tenant, group.group).await;
        add_group(&mut facts, tenant, group, &trouble, waiting.get(&group.group.raw()).copied());
    }
    groups.iter().for_each(|group| facts.nest(group));
    let others: Vec<&GroupDetails> =
        groups.iter().zip(&is_own).filter(|(_, is_own)| !**is_own).map(|(group, _)| group).collect();
    let example = first_error(pace, tenant, &others).await;
    add_others(&mut facts, &others, example);
    add_users_beside_groups(&mut facts, beside);
    add_products(&mut facts, tenant);
    facts
}

/// How many users of each group the first runs of the queue will take.
fn waiting_by_group(tenant: &Tenant) -> Numbers {
    let mut waiting = Numbers::new();
    let mut add = |group: GroupId, users: usize| *waiting.entry(group.raw()).or_insert(0) += users;
    for run in tenant.queue(RUNS, 0) {
        match run.target {
            RunTarget::Group(group) | RunTarget::Members(group) => add(group, run.left),
            RunTarget::User(user) => tenant.groups_of(user).for_each(|group| add(group, 1)),
        }
    }
    waiting
}

fn add_group(facts: &mut Facts, tenant: &Tenant, details: &GroupDetails, trouble: &Trouble, waiting: Option<usize>) {
    let group = facts.group(details.group);
    facts.weigh(group, weight(details));
    let mut failed = Tally::of(trouble.users);
    trouble.reasons.iter().for_each(|reason| failed.fail(reason.error, reason.users));
    for product in details.template.keys() {
        let to = facts.product(*product);
        facts.link(group, to, EdgeKind::License, Tally::of(1));
    }
    for product in trouble.products.keys() {
        // What no template holds any more has ended.
        if !details.template.contains_key(product) {
            let to = facts.product(*product);
            facts.link(group, to, EdgeKind::License, Tally { has_ended: true, ..Tally::of(1) });
        }
    }

    failed.example = trouble.first.and_then(|first| example(tenant, first, details.group));
    let members = details.users.saturating_sub(trouble.users - trouble.left);
    let expected = if is_at_work(details) { members } else { 0 };
    let others = Tally { waiting: waiting.unwrap_or(expected).min(members), ..Tally::of(members) };
    add_set(facts, Subject::MembersInError(details.group), group, failed);
    add_set(facts, Subject::Members(details.group), group, others);
}

/// The groups without a node of their own: how many, how many of them in error, and what they license.
fn add_others(facts: &mut Facts, others: &[&GroupDetails], example: Option<Example>) {
    if others.is_empty() {
        return;
    }
    let all = facts.add(Subject::OtherGroups, others.len());
    let mut licenses = Numbers::new();
    for product in others.iter().flat_map(|group| group.template.keys()) {
        *licenses.entry(product.raw()).or_insert(0) += 1;
    }
    add_licenses(facts, all, EdgeKind::License, &licenses);
    // A user may be in several of them, so that these are memberships.
    let mut failed = Tally::default();
    let mut fine = Tally::default();
    for group in others {
        // Their reasons are not counted: that would take a look at every member.
        failed.failed += group.users_in_error;
        fine.count += group.users.saturating_sub(group.users_in_error);
        fine.waiting += if is_at_work(group) { group.users } else { 0 };
    }
    failed.count = failed.failed;
    failed.example = example;
    fine.waiting = fine.waiting.min(fine.count);
    add_set(facts, Subject::OtherMembersInError, all, failed);
    add_set(facts, Subject::OtherMembers, all, fine);
}

/// An error of one of these groups, to be explained.
async fn first_error(pace: &Pace, tenant: &Tenant, groups: &[&GroupDetails]) -> Option<Example> {
    for group in groups.iter().filter(|group| group.users_in_error > 0) {
        for glance in tenant.errors_at_a_glance(group.group) {
            if let Some(example) = glance.and_then(|glance| example(tenant, glance, group.group)) {
                return Some(example);
            }
            pace.did(1).await;
        }
    }
    None
}

/// Users beside groups.
#[derive(Default)]
pub(super) struct Beside {
    /// Users that hold licenses directly, also those who are in groups.
    direct: usize,
    /// How many hold each product.
    licenses: Numbers,
    /// Users that have nothing at all.
    idle: usize,
}

/// Users beside groups. It looks at every user once.
pub(super) async fn beside(pace: &Pace, tenant: &Tenant) -> Beside {
    let mut beside = Beside::default();
    pace.expect(tenant.user_count());
    for user in tenant.users() {
        let mut holds_any = false;
        for product in tenant.direct_products(user) {
            holds_any = true;
            *beside.licenses.entry(product.raw()).or_insert(0) += 1;
        }
        beside.direct += usize::from(holds_any);
        beside.idle += usize::from(!holds_any && tenant.groups_of(user).next().is_none());
        pace.did(1).await;
    }
    beside
}

fn add_users_beside_groups(facts: &mut Facts, beside: &Beside) {
    if beside.direct > 0 {
        let users = facts.add(Subject::DirectUsers, beside.direct);
        add_licenses(facts, users, EdgeKind::Direct, &beside.licenses);
    }
    if beside.idle > 0 {
        facts.add(Subject::UsersWithNothing, beside.idle);
    }
}

/// Adds links to products, each with how many it stands for.
fn add_licenses(facts: &mut Facts, from: usize, kind: EdgeKind, licenses: &Numbers) {
    for (product, count) in licenses {
        let to = facts.product(ProductId::from_raw(*product));
        facts.link(from, to, kind, Tally::of(*count));
    }
}

/// Adds a set of users with its membership, unless it is empty.
fn add_set(facts: &mut Facts, users: Subject, group: usize, tally: Tally) {
    if tally.count > 0 {
        let users = facts.add(users, tally.count);
        facts.link(users, group, EdgeKind::Member, tally);
    }
}

fn example(tenant: &Tenant, glance: ErrorGlance, group: GroupId) -> Option<Example> {
    let product = trouble::product(tenant, group, glance)?;
    let target = WhyTarget { user: glance.user, product, path: Path::Group(group) };
    let row = tenant.path(target.user, target.product, target.path)?;
    Some(Example { target, state: row.state, error: glance.top })
}
