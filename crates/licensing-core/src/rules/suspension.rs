//! R8.4: what a path shows while its subscription gives nothing.

use licensing_model::{AssignmentError, AssignmentState};

use crate::store::outcome::Row;

/// R8.4: a row in force of a product that gives nothing shows `Disabled`, and keeps its error for when units return.
/// No state is stored: it follows from the row and from whether the units give plans.
pub(crate) fn shown_state(gives: bool, row: &Row) -> AssignmentState {
    match (row.in_force, gives, row.error) {
        (false, _, _) => AssignmentState::Error,
        (true, false, _) => AssignmentState::Disabled,
        (true, true, AssignmentError::None) => AssignmentState::Active,
        (true, true, _) => AssignmentState::ActiveWithError,
    }
}
