//! `assignedLicense` and `licenseAssignmentState`.

use licensing_model::{AssignmentError, AssignmentState, Guid};

use crate::error::{Fault, Problem, Unique, Wanted};
use crate::json::{Node, Value};
use crate::read::fields::{Fields, Ignored};
use crate::read::path::At;
use crate::read::values;

/// A product with the plans that are off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct License {
    pub(crate) sku: Guid,
    pub(crate) disabled: Vec<Guid>,
    pub(crate) line: u32,
}

/// One path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) license: License,
    /// `assignedByGroup`; none where it is direct.
    pub(crate) group: Option<Guid>,
    pub(crate) state: AssignmentState,
    /// None where Graph's word is not known here.
    pub(crate) error: Option<AssignmentError>,
    /// Seconds since 1970.
    pub(crate) updated: Option<i64>,
}

/// Reads an `assignedLicense`.
pub(crate) fn read_license(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<License, Problem> {
    let fields = Fields::of(node, at)?;
    // Older answers name the tenant.
    fields.pass_over("assignedLicense", &["skuId", "disabledPlans", "accountId"], &[], ignored);
    license(&fields)
}

/// Reads a `licenseAssignmentState`.
pub(crate) fn read_state(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<State, Problem> {
    const KNOWN: [&str; 7] =
        ["skuId", "disabledPlans", "assignedByGroup", "state", "error", "errorSubcode", "lastUpdatedDateTime"];
    let fields = Fields::of(node, at)?;
    fields.pass_over("licenseAssignmentState", &KNOWN, &[], ignored);
    Ok(State {
        license: license(&fields)?,
        group: fields.nullable("assignedByGroup", values::guid)?,
        state: fields.required("state", assignment_state)?,
        error: match fields.nullable("error", values::text)? {
            None => Some(AssignmentError::None),
            Some(word) => assignment_error(word),
        },
        updated: fields.nullable("lastUpdatedDateTime", values::moment)?,
    })
}

fn license(fields: &Fields<'_, '_>) -> Result<License, Problem> {
    let disabled = fields.list("disabledPlans", values::guid)?.unwrap_or_default();
    if let Some(plan) = repeated(&disabled) {
        return Err(fields.problem_of("disabledPlans", plan));
    }
    Ok(License { sku: fields.required("skuId", values::guid)?, disabled, line: fields.line() })
}

fn repeated(plans: &[Guid]) -> Option<Fault> {
    let mut sorted = plans.to_vec();
    sorted.sort_unstable();
    let twice = sorted.windows(2).find(|pair| pair.first() == pair.last())?;
    let value = twice.first()?.to_string();
    Some(Fault::Repeated { what: Unique::Plan, value, first: None })
}

fn assignment_state(node: &Node, at: &At<'_>) -> Result<AssignmentState, Problem> {
    const ALL: [AssignmentState; 4] =
        [AssignmentState::Active, AssignmentState::ActiveWithError, AssignmentState::Disabled, AssignmentState::Error];
    let state = match &node.value {
        Value::Text(text) => ALL.into_iter().find(|state| state.name() == &**text),
        _ => None,
    };
    state.ok_or_else(|| values::expected(node, at, Wanted::AssignmentState))
}

fn assignment_error(word: &str) -> Option<AssignmentError> {
    match word {
        // So it was spelled until 2022.
        "Others" => Some(AssignmentError::Other),
        _ => AssignmentError::ALL.into_iter().find(|error| error.name() == word),
    }
}
