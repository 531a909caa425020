//! What can be wrong with a document that somebody gives, and what to do about it.

use alloc::string::String;
use core::fmt;

use licensing_core::state::StateError;

use crate::coding::Fault;
use crate::version::VERSION;

/// A document that cannot be taken. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioError {
    /// Its end is missing.
    Truncated,
    /// What is there is not what was written.
    Damaged,
    /// It was written by a newer release, in a form that this one does not know.
    Newer {
        /// The version of its form.
        version: u8,
    },
    /// It names products by a newer catalog than this release has.
    UnknownCatalog {
        /// The revision of that catalog.
        revision: u32,
    },
    /// It is larger, or describes more, than is read.
    TooLarge {
        /// What there is too much of.
        what: Large,
    },
    /// It is not a scenario at all.
    NotAScenario,
    /// The text form has something that is not understood.
    Text {
        /// The line, from 1.
        line: u32,
        /// What is wrong, in one sentence.
        what: String,
    },
    /// It is read, but what it says makes no tenant.
    Contradiction(StateError),
}

/// What a document can have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Large {
    /// The characters of a link.
    Characters {
        /// At most so many.
        most: usize,
    },
    /// The bytes of a file or a record.
    Bytes {
        /// At most so many.
        most: usize,
    },
    /// What it unfolds to.
    Contents,
}

impl ScenarioError {
    /// What to do about it, in one sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            ScenarioError::Truncated => "Copy the whole link again, or ask for a file: chat programs cut long links.",
            ScenarioError::Damaged => "Copy it again from where it came from, or ask for it once more.",
            ScenarioError::Newer { .. } | ScenarioError::UnknownCatalog { .. } => {
                "Reload the page to get the newest release, then open it again."
            }
            ScenarioError::TooLarge { .. } => "Ask for a smaller tenant, or for the tenant as a file.",
            ScenarioError::NotAScenario => "Choose a file that was saved here, or a whole link.",
            ScenarioError::Text { .. } => "Mend that line, then open the file again.",
            ScenarioError::Contradiction(_) => "Ask whoever made it to save it again.",
        }
    }
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScenarioError::Truncated => f.write_str("the scenario is truncated: its end is missing"),
            ScenarioError::Damaged => f.write_str("the scenario is damaged"),
            ScenarioError::Newer { version } => {
                write!(f, "the scenario was made by a newer release, in form {version}")
            }
            ScenarioError::UnknownCatalog { revision } => {
                write!(
                    f,
                    "the scenario names products by revision {revision} of the catalog, which is newer than this one"
                )
            }
            ScenarioError::TooLarge { what } => match what {
                Large::Characters { most } => write!(f, "the link is longer than {most} characters"),
                Large::Bytes { most } => write!(f, "the file is larger than {most} bytes"),
                Large::Contents => f.write_str("the scenario describes more than can be opened"),
            },
            ScenarioError::NotAScenario => f.write_str("this is not a scenario"),
            ScenarioError::Text { line, what } => write!(f, "line {line}: {what}"),
            ScenarioError::Contradiction(error) => write!(f, "the scenario contradicts itself: {error}"),
        }
    }
}

impl core::error::Error for ScenarioError {}

impl From<Fault> for ScenarioError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Damaged => ScenarioError::Damaged,
            Fault::TooLarge => ScenarioError::TooLarge { what: Large::Contents },
            Fault::Newer => ScenarioError::Newer { version: VERSION.saturating_add(1) },
        }
    }
}

impl From<StateError> for ScenarioError {
    fn from(error: StateError) -> Self {
        ScenarioError::Contradiction(error)
    }
}
