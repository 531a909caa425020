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
    allowance: Allowance { plain_bytes: 256 * MIB as u64, decisions: 1 << 32 },
    users: 1_000_000,
    paths: MOST_PATHS,
    // It is somebody's own work, and is done again in slices.
    story: u64::MAX,
    bytes: 128 * MIB,
};

/// A scenario on its way into its compact form.
#[derive(Clone, Debug)]
pub struct Writing {
    passing: v1::Passing,
    version: u8,
    limits: Limits,
    /// Whether it costs no more to be driven than is allowed.
    is_within: bool,
}

impl Writing {
    /// Begins to write for a file, or for what is stored.
    pub fn new(scenario: Scenario) -> Writing {
        Writing::within(scenario, FILE)
    }

    /// Begins to write what is read within these limits.
    pub(crate) fn within(scenario: Scenario, limits: Limits) -> Writing {
        let has_more_paths = has_more_paths(&scenario, limits);
        let document = v1::Document::from(scenario);
        let version = document.version();
        let is_within = !has_more_paths && document.paths_of_story() <= limits.story;
        Writing { version, passing: v1::Passing::write(document, limits.allowance, limits.users), limits, is_within }
    }

    /// The bytes. What [`Writing::advance`] left is done now. What would not be read again is not written.
    pub fn finish(mut self) -> Result<Vec<u8>, ScenarioError> {
        let Ok(()) = self.complete();
        if !self.is_within {
            return Err(ScenarioError::TooLarge { what: Large::Contents });
        }
        let contents = self.passing.into_bytes()?;
        let bytes = envelope::seal(Codec::Document, self.version, &contents);
        if bytes.len() > self.limits.bytes {
            return Err(ScenarioError::TooLarge { what: Large::Bytes { most: self.limits.bytes } });
        }
        Ok(bytes)
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
    if has_more_paths(&scenario, limits) { too_large } else { Ok(scenario) }
}

/// Whether the tenant that a scenario begins with costs more to be driven than is allowed. Tenants that are generated are
/// as large as what is allowed of users.
fn has_more_paths(scenario: &Scenario, limits: Limits) -> bool {
    matches!(&scenario.base, Base::State(state) if paths_to_look_at(state) > limits.paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use alloc::string::String;
    use alloc::sync::Arc;
    use licensing_core::state::AuditLog;

    /// What is written and could not be read again would be lost.
    #[test]
    fn what_is_written_is_read_within_the_same_limits() {
        let catalog = Arc::new(licensing_catalog::starter());
        let tenant = Scenario::new(String::new(), &catalog, Base::Sample(Sample::Company { seed: 7, users: 60 }));
        let mut tenant = tenant.open(catalog.clone()).unwrap().history.tenant().clone();
        tenant.settle(u32::MAX);
        let scenario = Scenario::of_state(String::new(), &tenant, AuditLog::Kept);
        let sealed = Writing::new(scenario.clone()).finish().unwrap();
        let mut outcomes = [0, 0];
        let mut tried = |limits: Limits| {
            let written = Writing::within(scenario.clone(), limits).finish();
            let reading = Reading::of(Codec::Document, &sealed, catalog.revision, limits);
            let is_read = reading.and_then(Reading::finish).is_ok();
            assert_eq!(written.is_ok(), is_read, "{limits:?}");
            assert!(written.is_err() || written.as_ref() == Ok(&sealed));
            outcomes[usize::from(is_read)] += 1;
        };
        for most in (0..20_000).step_by(397).chain([59, 60, sealed.len() - 1, sealed.len()]) {
            let allowance = |plain_bytes, decisions| Allowance { plain_bytes, decisions };
            tried(Limits { allowance: allowance(most as u64, u64::MAX), ..FILE });
            tried(Limits { allowance: allowance(u64::MAX, 16 * most as u64), ..FILE });
            tried(Limits { users: most as u32, ..FILE });
            tried(Limits { paths: most as u64, ..FILE });
            tried(Limits { bytes: most, ..FILE });
        }
        assert!(outcomes.iter().all(|times| *times > 20), "{outcomes:?}");
    }
}
