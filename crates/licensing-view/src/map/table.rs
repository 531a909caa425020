//! The map as a table: one row for each edge, and one for each node that no edge touches.

use crate::route::{Address, Route};
use crate::status::{Status, Tone};

/// A word that leads to its own screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What is read.
    pub text: String,
    /// Where it leads.
    pub route: Route,
}

/// One fact of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRow {
    /// The edge or the node that says the same, as a spot of the map.
    pub spot: usize,
    /// Who gets something; a group where the fact is its license.
    pub who: Linked,
    /// How the license comes.
    pub through: Through,
    /// What is gotten, which may be nothing; none where several groups are one row that not everybody is in.
    pub gets: Option<Vec<Linked>>,
    /// How it fares, where there is something to get.
    pub status: Option<Status>,
    /// What explains the error.
    pub why: Option<Address>,
}

/// How a license comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Through {
    /// Through a group.
    Group(Linked),
    /// Directly, as the group's own license, or not at all: in words.
    Words(String),
}

/// The order of the rows: what is wrong, what waits, then as drawn.
pub(super) fn rank(row: &FactRow) -> (u8, usize) {
    let urgency = match row.status.as_ref().map(|status| status.tone) {
        _ if row.why.is_some() => 0,
        Some(Tone::Error | Tone::Warning) => 1,
        Some(Tone::Wait) => 2,
        _ => 3,
    };
    (urgency, row.spot)
}
