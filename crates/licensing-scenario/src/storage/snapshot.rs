//! What records lead to, as it is stored: a scenario, and which records it holds.
//!
//! A small scenario stands with them in the store. A large one lies beside it, in a database without such a limit, and what
//! the store has is enough to know it again. The store alone says which snapshots there are.

use alloc::string::String;
use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_model::Sliced;

use super::key::{Key, Kind};
use super::record::bytes_of;
use super::{StoreError, TRIES};
use crate::compact::{FILE, Reading, Writing};
use crate::envelope::{self, Codec};
use crate::error::ScenarioError;
use crate::ids::{RecordId, TenantId};
use crate::scenario::{Collecting, Scenario};
use crate::units;
use crate::v1::SnapshotHead;

/// A scenario of more bytes lies beside the store, which has room for some ten such.
const LARGE: usize = 1 << 19;

/// The version that brings scenarios that lie beside.
const BESIDE: u8 = 3;

/// A snapshot whose scenario was not looked at yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StoredSnapshot {
    /// Which records it holds.
    pub(super) head: SnapshotHead,
    pub(super) scenario: Place,
}

/// Where the scenario of a snapshot is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Here: its compact form, in an envelope of its own.
    Here(Vec<u8>),
    /// In the database, under the key of the snapshot.
    Beside(Likeness),
}

/// What a scenario that lies elsewhere is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    version: u8,
    length: u32,
    /// The last bytes, which are the checksum of all others.
    checksum: [u8; 4],
}

impl Likeness {
    fn of(scenario: &[u8]) -> Likeness {
        Likeness {
            version: envelope::version_of(scenario),
            length: u32::try_from(scenario.len()).unwrap_or(u32::MAX),
            checksum: scenario.last_chunk().copied().unwrap_or_default(),
        }
    }
}

impl StoredSnapshot {
    /// The snapshot as a text: the length of the head in four bytes, the head, the scenario; or its length and its
    /// checksum, four bytes each, where it lies beside.
    pub(super) fn encode(&self) -> String {
        let head = self.head.clone().into_bytes();
        let mut contents = Vec::with_capacity(head.len().saturating_add(12));
        contents.extend((head.len() as u32).to_le_bytes());
        contents.extend(head);
        // Who cannot read the scenario is told so before it is looked at.
        let (codec, version) = match &self.scenario {
            Place::Here(scenario) => {
                contents.extend(scenario);
                (Codec::Snapshot, envelope::version_of(scenario))
            }
            Place::Beside(likeness) => {
                contents.extend(likeness.length.to_le_bytes());
                contents.extend(likeness.checksum);
                (Codec::SnapshotBeside, likeness.version.max(BESIDE))
            }
        };
        units::encode(&envelope::seal(codec, version, &contents))
    }

    /// The snapshot behind a text; its scenario is not looked at.
    pub(super) fn decode(text: &str) -> Result<StoredSnapshot, ScenarioError> {
        let bytes = bytes_of(text)?;
        let is_beside = envelope::is_of(Codec::SnapshotBeside, &bytes);
        let codec = if is_beside { Codec::SnapshotBeside } else { Codec::Snapshot };
        let (version, contents) = envelope::open(codec, &bytes)?;
        let (length, rest) = contents.split_first_chunk().ok_or(ScenarioError::Damaged)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (head, rest) = rest.split_at_checked(length).ok_or(ScenarioError::Damaged)?;
        let scenario = if is_beside {
            let (length, checksum) = rest.split_first_chunk().ok_or(ScenarioError::Damaged)?;
            let checksum = <[u8; 4]>::try_from(checksum).map_err(|_| ScenarioError::Damaged)?;
            Place::Beside(Likeness { version, length: u32::from_le_bytes(*length), checksum })
        } else {
            Place::Here(rest.to_vec())
        };
        let head = SnapshotHead::read(head.to_vec(), FILE.allowance)?;
        Ok(StoredSnapshot { head, scenario })
    }

    /// The last record that it holds.
    pub(super) fn covers(&self) -> RecordId {
        self.head.covers
    }

    /// Under which key its scenario lies beside; none where it stands here.
    pub(super) fn key_beside(&self, tenant: TenantId) -> Option<String> {
        let key = Key { tenant, kind: Kind::Snapshot, id: self.covers() };
        matches!(self.scenario, Place::Beside(_)).then(|| key.text())
    }

    /// How many bytes of it lie beside.
    pub(super) fn bytes_beside(&self) -> Option<u32> {
        match &self.scenario {
            Place::Here(_) => None,
            Place::Beside(likeness) => Some(likeness.length),
        }
    }

    /// Begins to read the scenario; `beside` is what lies in the database, where it lies there.
    pub(super) fn read(&self, beside: Option<&[u8]>, newest_catalog: u32) -> Result<SnapshotReading, ScenarioError> {
        let scenario = match &self.scenario {
            Place::Here(scenario) => scenario,
            Place::Beside(likeness) => {
                let scenario = beside.ok_or(ScenarioError::Truncated)?;
                let is_it = |found: Likeness| found.length == likeness.length && found.checksum == likeness.checksum;
                if is_it(Likeness::of(scenario)) { scenario } else { return Err(ScenarioError::Damaged) }
            }
        };
        Ok(SnapshotReading { reading: Reading::of(Codec::Document, scenario, newest_catalog, FILE)? })
    }
}

/// Whether a text is a snapshot whose scenario lies in the database.
pub(super) fn lies_beside(text: &str) -> bool {
    units::decode(text).is_some_and(|bytes| envelope::is_of(Codec::SnapshotBeside, &bytes))
}

/// A snapshot that is written, and not stored yet.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub(super) head: SnapshotHead,
    scenario: Vec<u8>,
    pub(super) stage: Stage,
    /// How often it was tried to have it lie beside.
    tries: usize,
    pub(super) turn: Turn,
}

/// How far a snapshot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// It is written.
    Written,
    /// Its scenario was put into the database.
    Put,
    /// It was read back from there.
    Read,
    /// There it did not come to be, and why.
    NotBeside(StoreError),
    /// It could not be read again, and was not written.
    TooLarge,
}

/// Which of the two texts that say the same a snapshot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    First,
    /// Without it the tenant is stored as well.
    Twin,
}

impl Snapshot {
    /// Under which key its scenario is to lie in the database.
    pub fn key(&self, tenant: TenantId) -> String {
        Key { tenant, kind: Kind::Snapshot, id: self.covers() }.text()
    }

    /// What is to lie there.
    pub fn scenario(&self) -> &[u8] {
        &self.scenario
    }

    /// The database was asked to take it.
    pub fn was_put(mut self, outcome: Result<(), StoreError>) -> Snapshot {
        match outcome {
            Ok(()) => self.stage = Stage::Put,
            Err(error) => self.was_lost(error),
        }
        self
    }

    /// The database was asked for it.
    pub fn was_read(mut self, outcome: Result<Option<&[u8]>, StoreError>) -> Snapshot {
        match outcome {
            Ok(Some(scenario)) if scenario == self.scenario => self.stage = Stage::Read,
            Ok(_) => self.was_lost(StoreError::Corrupt),
            Err(error) => self.was_lost(error),
        }
        self
    }

    fn was_lost(&mut self, error: StoreError) {
        self.tries = self.tries.saturating_add(1);
        self.stage = if self.tries < TRIES { Stage::Written } else { Stage::NotBeside(error) };
    }

    /// There is no database.
    pub(super) fn without_database(self) -> Snapshot {
        let stage = if self.stage == Stage::TooLarge { self.stage } else { Stage::NotBeside(StoreError::Full) };
        Snapshot { stage, ..self }
    }

    /// Whether it is to lie beside wherever that is possible.
    pub(super) fn is_large(&self) -> bool {
        self.tries > 0 || self.turn == Turn::Twin || self.scenario.len() > LARGE
    }

    /// The last record that it holds.
    pub(super) fn covers(&self) -> RecordId {
        self.head.covers
    }

    /// As it stands in the store.
    pub(super) fn stored(&self) -> StoredSnapshot {
        let scenario = match self.stage {
            Stage::Read => Place::Beside(Likeness::of(&self.scenario)),
            Stage::Written | Stage::Put | Stage::NotBeside(_) | Stage::TooLarge => Place::Here(self.scenario.clone()),
        };
        StoredSnapshot { head: self.head.clone(), scenario }
    }

    /// The same once more, as what holds other records.
    pub(super) fn twin(self, head: SnapshotHead) -> Snapshot {
        Snapshot { head, stage: Stage::Written, tries: 0, turn: Turn::Twin, ..self }
    }
}

/// A snapshot on its way into storage, in slices.
#[derive(Debug)]
pub struct SnapshotWriting {
    head: SnapshotHead,
    pub(super) writing: Writing,
}

impl SnapshotWriting {
    pub(super) fn new(head: SnapshotHead, scenario: impl Into<Collecting>) -> SnapshotWriting {
        SnapshotWriting { head, writing: Writing::new(scenario) }
    }

    /// What is to be stored. What [`SnapshotWriting::advance`] left is done now.
    pub fn finish(self) -> Snapshot {
        let (scenario, stage) = match self.writing.finish() {
            Ok(scenario) => (scenario, Stage::Written),
            Err(_) => (Vec::new(), Stage::TooLarge),
        };
        Snapshot { head: self.head, scenario, stage, tries: 0, turn: Turn::First }
    }
}

impl Sliced for SnapshotWriting {
    type Fault = Infallible;

    /// Goes on for so many users, texts and actions. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.writing.advance(work)
    }

    fn progress(&self) -> (usize, usize) {
        self.writing.progress()
    }
}

/// The scenario of a snapshot on its way out of storage, in slices.
#[derive(Clone, Debug)]
pub struct SnapshotReading {
    reading: Reading,
}

impl SnapshotReading {
    /// The scenario. What [`SnapshotReading::advance`] left is done now.
    pub fn finish(self) -> Result<Scenario, ScenarioError> {
        self.reading.finish()
    }
}

impl Sliced for SnapshotReading {
    type Fault = Infallible;

    /// Goes on for so many users, texts and actions. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.reading.advance(work)
    }

    fn progress(&self) -> (usize, usize) {
        self.reading.progress()
    }
}
