//! The queue, and what it did.

use crate::names::{GroupName, PersonName};
use crate::shell::Waiting;
use crate::status::Status;

/// The queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessingView {
    /// The runs, first in, first out.
    pub runs: Vec<RunView>,
    /// The whole.
    pub waiting: Waiting,
    /// Whom the next step takes.
    pub next: Option<NextUser>,
    /// Runs that are not listed.
    pub more: usize,
}

/// One run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunView {
    /// Whose: a user, or a group.
    pub of: RunOf,
    /// Its first step was taken.
    pub started: bool,
    /// The users to take, as far as they are listed.
    pub users: Vec<PersonName>,
    /// Users that are not listed.
    pub more: usize,
    /// Microsoft's word for where it stands, and the figures.
    pub state: String,
}

/// Whom a run is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunOf {
    /// One user.
    User(PersonName),
    /// The users of a group.
    Group(GroupName),
}

/// A user that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextUser {
    /// Who.
    pub person: PersonName,
    /// In which run.
    pub run: String,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Its running number.
    pub number: usize,
    /// Who was taken, and in which run.
    pub taken: Vec<NextUser>,
    /// What came of it.
    pub outcome: Status,
    /// What else is to be said.
    pub detail: String,
}
