//! Checks of single values of a state.

use alloc::collections::BTreeSet;

use licensing_model::letters::folded;
use licensing_model::snapshot::RunTarget;
use licensing_model::{Catalog, PlanId, ProductId, TenantSettings};

use super::error::{StateError, StateFault};
use crate::shape;
use crate::store::id_set::{PlanSet, ProductSet};
use crate::tenant::Tenant;

/// What most checks answer.
pub(super) type Checked = Result<(), StateError>;

/// An error about one element.
pub(super) fn error(part: &'static str, number: usize, fault: StateFault) -> StateError {
    StateError { part, number, fault }
}

/// `Ok` if `holds`.
pub(super) fn ensure(holds: bool, part: &'static str, number: usize, fault: StateFault) -> Checked {
    if holds { Ok(()) } else { Err(error(part, number, fault)) }
}

/// Each element comes after the one before.
pub(super) fn rising<T: PartialOrd>(items: impl Iterator<Item = T>, part: &'static str, number: usize) -> Checked {
    let mut last = None;
    for item in items {
        ensure(last.as_ref().is_none_or(|last| *last < item), part, number, StateFault::Order)?;
        last = Some(item);
    }
    Ok(())
}

/// Whether a tenant can have these settings.
///
/// # Errors
/// The first that it cannot have.
pub fn settings(settings: &TenantSettings) -> Result<(), StateError> {
    let workers = (1..=Tenant::MOST_WORKERS).contains(&settings.workers);
    ensure(workers, "settings.workers", 0, StateFault::Invalid)?;
    ensure(shape::is_domain(&settings.initial_domain), "settings.initial_domain", 0, StateFault::Invalid)?;
    let part = "settings.domains";
    ensure(settings.domains.len() < shape::MOST_DOMAINS, part, settings.domains.len(), StateFault::TooMany)?;
    let mut seen = BTreeSet::from([folded(&settings.initial_domain)]);
    for (number, domain) in settings.domains.iter().enumerate() {
        ensure(shape::is_domain(domain), part, number, StateFault::Invalid)?;
        ensure(seen.insert(folded(domain)), part, number, StateFault::Twice)?;
    }
    Ok(())
}

/// The plan is a position of the catalog, loaded or not.
pub(super) fn plan(plan: PlanId, part: &'static str, number: usize) -> Checked {
    ensure(plan.index() < PlanSet::CAPACITY, part, number, StateFault::Missing)
}

/// The product is loaded.
pub(super) fn product(catalog: &Catalog, product: ProductId, part: &'static str, number: usize) -> Checked {
    let there = product.index() < ProductSet::CAPACITY && catalog.product(product).is_some();
    ensure(there, part, number, StateFault::Missing)
}

/// A display name.
pub(super) fn name(text: &str, part: &'static str, number: usize) -> Checked {
    shape::name(text).map_err(|_| error(part, number, StateFault::Invalid))
}

/// A userPrincipalName. Its domain need not be one of the tenant's, for a tenant loses domains.
pub(super) fn principal_name(text: &str, part: &'static str, number: usize) -> Checked {
    ensure(shape::is_principal_name(text), part, number, StateFault::Invalid)
}

/// A mailNickname.
pub(super) fn nickname(text: &str, part: &'static str, number: usize) -> Checked {
    ensure(shape::is_nickname(text), part, number, StateFault::Invalid)
}

/// Where a run's target is counted, and by which number.
pub(super) fn target_number(target: RunTarget) -> (u8, u32) {
    match target {
        RunTarget::User(user) => (0, user.raw()),
        RunTarget::Group(group) => (1, group.raw()),
        RunTarget::Members(group) => (2, group.raw()),
    }
}
