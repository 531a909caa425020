//! Users who have the same in two tenants, seen at a glance: most of those whom a change does not touch.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::{GroupId, PlanId, UserId};

use crate::store::outcome::OutcomeId;
use crate::tenant::Tenant;

/// Whether the number of an outcome stands for the same in both tenants, as it does where one is a copy of the other and
/// neither the rules nor what products give was changed. Numbers that only one of them has do not matter: nobody in the
/// other has them.
pub(super) fn outcomes_agree(one: &Tenant, other: &Tenant) -> bool {
    Arc::ptr_eq(&one.catalog, &other.catalog)
        && one.rules == other.rules
        && one.tables() == other.tables()
        && what_products_give(one) == what_products_give(other)
        && one.templates.all_disabled().zip(other.templates.all_disabled()).all(|(one, other)| one == other)
        && one.outcomes.all().zip(other.outcomes.all()).all(|(one, other)| one == other)
}

fn what_products_give(tenant: &Tenant) -> Vec<(usize, bool, &[PlanId])> {
    let subscriptions = tenant.subscriptions.iter();
    subscriptions.map(|(product, it)| (product.index(), it.gives(), it.added.as_slice())).collect()
}

/// How many paths a user has who has the same ones in both tenants, in which numbers of outcomes agree; none for others.
pub(super) fn paths_of_same(one: &Tenant, other: &Tenant, user: UserId) -> Option<usize> {
    let direct = one.users.direct.at(user);
    let is_same = direct == other.users.direct.at(user) && by_groups(one, user).eq(by_groups(other, user));
    let rows = |outcome| one.outcomes.rows(outcome).len();
    is_same.then(|| by_groups(one, user).fold(rows(direct), |paths, (_, outcome)| paths.saturating_add(rows(outcome))))
}

/// What the user has by groups.
fn by_groups(tenant: &Tenant, user: UserId) -> impl Iterator<Item = (GroupId, OutcomeId)> {
    let edges = tenant.users.edges(user).iter().filter(|edge| edge.outcome != OutcomeId::NONE);
    edges.map(|edge| (edge.group(), edge.outcome))
}
