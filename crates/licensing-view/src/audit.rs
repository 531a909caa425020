//! The audit log.

use crate::route::Route;
use crate::status::Status;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// Its running number.
    pub number: usize,
    /// The time of day.
    pub time: String,
    /// Microsoft's activity name.
    pub activity: String,
    /// Who did it.
    pub actor: &'static str,
    /// What it was done to.
    pub target: String,
    /// Where that is shown.
    pub route: Option<Route>,
    /// Success or failure.
    pub result: Status,
    /// What else the event holds, by label.
    pub details: Vec<(&'static str, String)>,
}
