//! One thing that was done, as it is stored.

use alloc::string::String;
use alloc::vec::Vec;

use licensing_core::{Action, History};
use licensing_model::{Catalog, Refusal};

use crate::compact::FILE;
use crate::envelope::{self, Codec};
use crate::error::ScenarioError;
use crate::ids::{RecordId, TabId};
use crate::open::is_action_covered;
use crate::units;
use crate::v1::{self, Done};

/// One thing that was done to a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A command was given, or steps were taken.
    Act(Action),
    /// Undo, redo, or another moment of the present way: so many actions are done now.
    GoTo(usize),
    /// The branch with this number was taken.
    TakeBranch(usize),
}

impl Entry {
    /// Whether the part of the catalog that is loaded is enough to do it.
    pub fn is_covered_by(&self, catalog: &Catalog) -> bool {
        match self {
            Entry::Act(action) => is_action_covered(action, catalog),
            Entry::GoTo(_) | Entry::TakeBranch(_) => true,
        }
    }

    /// Does it again. A command that is refused changes nothing, and says why.
    pub fn apply(&self, history: &mut History) -> Result<(), Refusal> {
        match self {
            Entry::Act(Action::Command(command)) => history.apply(command.clone()).map(|_| ()),
            Entry::Act(Action::Steps(steps)) => {
                history.settle(*steps);
                Ok(())
            }
            Entry::GoTo(position) => {
                history.go_to(*position);
                Ok(())
            }
            Entry::TakeBranch(at) => {
                history.take_branch(*at);
                Ok(())
            }
        }
    }
}

/// A record: what was done, and behind what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredRecord {
    pub(crate) id: RecordId,
    /// What its tab knew as the last thing before.
    pub(crate) parent: RecordId,
    pub(crate) entry: Entry,
}

impl StoredRecord {
    /// The record as a text.
    pub(crate) fn encode(&self) -> String {
        let record = v1::Record::from(self.clone());
        units::encode(&envelope::seal(Codec::Record, record.version(), &record.into_bytes()))
    }

    /// The record behind a text.
    pub(crate) fn decode(text: &str) -> Result<StoredRecord, ScenarioError> {
        let bytes = bytes_of(text)?;
        let (_, contents) = envelope::open(Codec::Record, &bytes)?;
        Ok(v1::Record::read(contents.to_vec(), FILE.allowance)?.into())
    }
}

impl From<StoredRecord> for v1::Record {
    fn from(record: StoredRecord) -> Self {
        v1::Record {
            sequence: record.id.sequence,
            tab: record.id.tab.0,
            parent_sequence: record.parent.sequence,
            parent_tab: record.parent.tab.0,
            entry: match record.entry {
                Entry::Act(action) => Done::Act(action),
                Entry::GoTo(position) => Done::GoTo(position as u32),
                Entry::TakeBranch(at) => Done::TakeBranch(at as u32),
            },
        }
    }
}

impl From<v1::Record> for StoredRecord {
    fn from(record: v1::Record) -> StoredRecord {
        StoredRecord {
            id: RecordId { sequence: record.sequence, tab: TabId(record.tab) },
            parent: RecordId { sequence: record.parent_sequence, tab: TabId(record.parent_tab) },
            entry: match record.entry {
                Done::Act(action) => Entry::Act(action),
                Done::GoTo(position) => Entry::GoTo(position as usize),
                Done::TakeBranch(at) => Entry::TakeBranch(at as usize),
            },
        }
    }
}

/// The bytes behind a stored text.
pub(super) fn bytes_of(text: &str) -> Result<Vec<u8>, ScenarioError> {
    // A text that was cut ends in the middle of a unit's bits, or holds too few; the envelope tells.
    units::decode(text).ok_or(ScenarioError::Damaged)
}
