//! The compact form of a scenario, whatever its version: in one go, or in slices.

use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_core::state::{MOST_PATHS, paths_to_look_at};
use licensing_model::Sliced;

use crate::coding::Allowance;
use crate::envelope::{self, Codec};
use crate::error::{Large, ScenarioError};
use crate::scenario::{Base, Scenario};
use crate::v1;

/// How much of a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// What it may unfold to.
    pub(crate) allowance: Allowance,
    /// Users.
    pub(crate) users: u32,
    /// Paths that are looked at until nothing waits.
    pub(crate) paths: u64,
    /// Paths that the steps of the story look at.
    pub(crate) story: u64,
    /// Bytes before unfolding.
    pub(crate) bytes: usize,
}

const MIB: usize = 1 << 20;

/// The limits of a link: all of it is read at once.
pub(crate) const LINK: Limits = Limits {
    allowance: Allowance { plain_bytes: 8 * MIB as u64, decisions: 3 * MIB as u64 },
    users: 100_000,
    paths: 1 << 22,
    story: 1 << 26,
    bytes: MIB / 4,
};

/// The limits of a file and of what is stored: it is read in slices.
pub(crate) const FILE: Limits = Limits {
    allowance: Allowance { plain_bytes: 64 * MIB as u64, decisions: 1 << 30 },
    users: 1_000_000,
    paths: MOST_PATHS,
    // It is somebody's own work, and is done again in slices.
    story: u64::MAX,
    bytes: 64 * MIB,
};

/// A scenario on its way into its compact form.
#[derive(Clone, Debug)]
pub struct Writing {
    passing: v1::Passing,
    codec: Codec,
    version: u8,
}

impl Writing {
    /// Begins to write.
    pub fn new(scenario: Scenario) -> Writing {
        Writing::of(Codec::Document, scenario)
    }

    pub(crate) fn of(codec: Codec, scenario: Scenario) -> Writing {
        let document = v1::Document::from(scenario);
        Writing { version: document.version(), passing: v1::Passing::write(document), codec }
    }

    /// The bytes. What [`Writing::advance`] left is done now.
    pub fn finish(mut self) -> Vec<u8> {
        let Ok(()) = self.complete();
        envelope::seal(self.codec, self.version, &self.passing.into_bytes())
    }
}

impl Sliced for Writing {
    type Fault = Infallible;

    /// Goes on for so many users, texts and actions. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.passing.advance(work)
    }

    fn progress(&self) -> (usize, usize) {
        self.passing.progress()
    }
}

/// A scenario on its way out of its compact form.
#[derive(Clone, Debug)]
pub struct Reading {
    passing: v1::Passing,
    newest_catalog: u32,
    limits: Limits,
}

impl Reading {
    /// Begins to read what [`Writing`] gave. `newest_catalog` is the revision of the catalog at hand.
    pub fn new(bytes: &[u8], newest_catalog: u32) -> Result<Reading, ScenarioError> {
        Reading::of(Codec::Document, bytes, newest_catalog, FILE)
    }

    pub(crate) fn of(
        codec: Codec,
        bytes: &[u8],
        newest_catalog: u32,
        limits: Limits,
    ) -> Result<Reading, ScenarioError> {
        if bytes.len() > limits.bytes {
            return Err(ScenarioError::TooLarge { what: Large::Bytes { most: limits.bytes } });
        }
        let (version, contents) = envelope::open(codec, bytes)?;
        let passing = v1::Passing::read(contents.to_vec(), version, limits.allowance, limits.users);
        Ok(Reading { passing, newest_catalog, limits })
    }

    /// The scenario. What [`Reading::advance`] left is done now.
    pub fn finish(mut self) -> Result<Scenario, ScenarioError> {
        let Ok(()) = self.complete();
        let document = self.passing.into_document()?;
        if document.catalog > self.newest_catalog {
            return Err(ScenarioError::UnknownCatalog { revision: document.catalog });
        }
        into_scenario(document, self.limits)
    }
}

impl Sliced for Reading {
    type Fault = Infallible;

    /// Goes on for so many users, texts and actions. Answers whether all is done, well or not.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.passing.advance(work)
    }

    fn progress(&self) -> (usize, usize) {
        self.passing.progress()
    }
}

/// The scenario of a document that was read whole, unless driving it would cost too much.
pub(crate) fn into_scenario(document: v1::Document, limits: Limits) -> Result<Scenario, ScenarioError> {
    let too_large = Err(ScenarioError::TooLarge { what: Large::Contents });
    if document.paths_of_story() > limits.story {
        return too_large;
    }
    let scenario = Scenario::try_from(document).map_err(|_| ScenarioError::Damaged)?;
    match &scenario.base {
        Base::State(state) if paths_to_look_at(state) > limits.paths => too_large,
        // Others are as large as what is allowed of users.
        _ => Ok(scenario),
    }
}
