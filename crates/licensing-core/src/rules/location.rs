//! R5: usage location.

use alloc::vec::Vec;

use licensing_model::AssignmentError;

use super::attempt::{Attempt, Failure};
use super::cause::Cause;
use crate::tenant::Tenant;

/// A product that only sells the named plan holds no more plans than this; in a larger one the row is a note (R5.2).
const ADD_ON_PLANS: usize = 2;

/// R5.2: a product whose newly enabled plans are prohibited where the user is.
///
/// R5.1: the user's own usage location counts, or the tenant's country where none is set. Source: the 2019 article,
/// "Usage location isn't allowed" and its note.
pub(crate) fn check(attempt: &Attempt, tenant: &Tenant) -> Result<(), Failure> {
    let country = tenant.effective_location(attempt.user);
    if !attempt.want.suspect.contains(country) {
        return Ok(());
    }
    let mut marks = Vec::new();
    for facts in &attempt.want.products {
        let newly_on = attempt.newly_on(facts.product);
        let found = tenant.tables().prohibitions.iter().find(|prohibition| {
            prohibition.countries.contains(&country)
                && match &prohibition.plans {
                    None => !newly_on.is_empty(),
                    Some(plans) => facts.plan_count <= ADD_ON_PLANS && plans.intersects(&newly_on),
                }
        });
        if let Some(prohibition) = found {
            marks.push((facts.product, Cause::Prohibited { row: prohibition.row }));
        }
    }
    Failure::of(AssignmentError::ProhibitedInUsageLocationViolation, marks)
}
