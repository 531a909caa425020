//! What records lead to, as it is stored: a scenario, and which records it holds.

use alloc::string::String;
use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_model::Sliced;

use super::record::bytes_of;
use crate::compact::{FILE, Reading, Writing};
use crate::envelope::{self, Codec};
use crate::error::ScenarioError;
use crate::ids::RecordId;
use crate::scenario::Scenario;
use crate::units;
use crate::v1::SnapshotHead;

/// A snapshot whose scenario was not looked at yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StoredSnapshot {
    /// Which records it holds.
    pub(super) head: SnapshotHead,
    /// The compact form of the scenario, in an envelope of its own.
    pub(super) scenario: Vec<u8>,
}

impl StoredSnapshot {
    /// The snapshot as a text: the length of the head in four bytes, the head, the scenario.
    pub(super) fn encode(&self) -> String {
        let head = self.head.clone().into_bytes();
        let mut contents = Vec::with_capacity(head.len().saturating_add(self.scenario.len()).saturating_add(4));
        contents.extend((head.len() as u32).to_le_bytes());
        contents.extend(head);
        contents.extend(&self.scenario);
        // Who cannot read the scenario is told so before it is looked at.
        let version = envelope::version_of(&self.scenario);
        units::encode(&envelope::seal(Codec::Snapshot, version, &contents))
    }

    /// The snapshot behind a text; its scenario is not looked at.
    pub(super) fn decode(text: &str) -> Result<StoredSnapshot, ScenarioError> {
        let bytes = bytes_of(text)?;
        let (_, contents) = envelope::open(Codec::Snapshot, &bytes)?;
        let (length, rest) = contents.split_first_chunk().ok_or(ScenarioError::Damaged)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (head, scenario) = rest.split_at_checked(length).ok_or(ScenarioError::Damaged)?;
        let head = SnapshotHead::read(head.to_vec(), FILE.allowance)?;
        Ok(StoredSnapshot { head, scenario: scenario.to_vec() })
    }

    /// The last record that it holds.
    pub(super) fn covers(&self) -> RecordId {
        self.head.covers
    }
}

/// A snapshot on its way into storage, in slices.
#[derive(Debug)]
pub struct SnapshotWriting {
    head: SnapshotHead,
    writing: Writing,
}

impl SnapshotWriting {
    pub(super) fn new(head: SnapshotHead, scenario: Scenario) -> SnapshotWriting {
        SnapshotWriting { head, writing: Writing::new(scenario) }
    }

    /// The last record that it holds.
    pub(super) fn covers(&self) -> RecordId {
        self.head.covers
    }

    /// What is stored. What [`SnapshotWriting::advance`] left is done now.
    pub(super) fn finish(self) -> StoredSnapshot {
        StoredSnapshot { head: self.head, scenario: self.writing.finish() }
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
    pub(super) fn new(scenario: &[u8], newest_catalog: u32) -> Result<SnapshotReading, ScenarioError> {
        Ok(SnapshotReading { reading: Reading::of(Codec::Document, scenario, newest_catalog, FILE)? })
    }

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
