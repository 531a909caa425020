//! R8.4: what a path shows while its subscription gives nothing.

use licensing_model::{AssignmentError, AssignmentState};

use crate::store::outcome::Row;
use crate::tenant::Tenant;

/// R8.4: a row in force of a product that gives nothing shows `Disabled`, and keeps its error for when units return.
/// No state is stored: it follows from the row and the units.
pub(crate) fn shown_state(tenant: &Tenant, row: &Row) -> AssignmentState {
    let gives = tenant.subscription(row.product).is_some_and(|subscription| subscription.gives());
    match (row.in_force, gives, row.error) {
        (false, _, _) => AssignmentState::Error,
        (true, false, _) => AssignmentState::Disabled,
        (true, true, AssignmentError::None) => AssignmentState::Active,
        (true, true, _) => AssignmentState::ActiveWithError,
    }
}
