//! The compact form of a scenario, whatever its version: in one go, or in slices.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_core::state::{Counting, MOST_PATHS, paths_to_look_at};
use licensing_model::Sliced;

use crate::coding::Allowance;
use crate::envelope::{self, Codec, Sealing};
use crate::error::{Large, ScenarioError};
use crate::scenario::{Base, Collecting, Scenario};
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
#[derive(Debug)]
pub struct Writing {
    stage: Stage,
    limits: Limits,
    /// Whether it costs no more to be driven than is allowed.
    is_within: bool,
}

/// What comes next. What one stage made goes into the next one.
#[derive(Debug)]
enum Stage {
    Collecting(Box<Collecting>),
    Counting(Box<Scenario>, Counting),
    Converting(Box<v1::Converting>),
    Passing(Box<v1::Passing>, u8),
    Sealing(Vec<u8>, Box<Sealing>),
    Done(Result<Vec<u8>, ScenarioError>),
}

/// So many bytes are sealed as soon as a user is written.
const SEALED: u32 = 64;

impl Writing {
    /// Begins to write for a file, or for what is stored.
    pub fn new(scenario: impl Into<Collecting>) -> Writing {
        Writing::within(scenario, FILE)
    }

    /// Begins to write what is read within these limits.
    pub(crate) fn within(scenario: impl Into<Collecting>, limits: Limits) -> Writing {
        Writing { stage: Stage::Collecting(Box::new(scenario.into())), limits, is_within: true }
    }

    /// The bytes. What [`Writing::advance`] left is done now. What would not be read again is not written.
    pub fn finish(mut self) -> Result<Vec<u8>, ScenarioError> {
        let Ok(()) = self.complete();
        match self.stage {
            Stage::Done(outcome) => outcome,
            _ => Err(ScenarioError::Damaged),
        }
    }

    /// Begins the stage that follows on one which is done.
    fn turn(&mut self) -> Stage {
        let too_large = |what| Stage::Done(Err(ScenarioError::TooLarge { what }));
        match core::mem::replace(&mut self.stage, Stage::Done(Err(ScenarioError::Damaged))) {
            Stage::Collecting(collecting) => Stage::Counting(Box::new(collecting.finish()), Counting::default()),
            Stage::Counting(scenario, counting) => {
                self.is_within = counting.paths <= self.limits.paths;
                Stage::Converting(Box::new(v1::Converting::new(*scenario)))
            }
            Stage::Converting(converting) => {
                let document = converting.finish();
                let version = document.version();
                self.is_within &= document.paths_of_story() <= self.limits.story;
                let passing = v1::Passing::write(document, self.limits.allowance, self.limits.users);
                Stage::Passing(Box::new(passing), version)
            }
            Stage::Passing(passing, version) => match passing.into_bytes() {
                _ if !self.is_within => too_large(Large::Contents),
                Ok(contents) => {
                    let sealing = Sealing::new(Codec::Document, version, contents.len());
                    Stage::Sealing(contents, Box::new(sealing))
                }
                Err(fault) => Stage::Done(Err(fault.into())),
            },
            Stage::Sealing(_, sealing) => match sealing.finish() {
                bytes if bytes.len() > self.limits.bytes => too_large(Large::Bytes { most: self.limits.bytes }),
                bytes => Stage::Done(Ok(bytes)),
            },
            Stage::Done(outcome) => Stage::Done(outcome),
        }
    }
}

impl Sliced for Writing {
    type Fault = Infallible;

    /// Goes on for so many users, texts and actions of each stage that this leads to. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        loop {
            let is_at_end = match &mut self.stage {
                Stage::Collecting(collecting) => collecting.advance(work)?,
                Stage::Counting(scenario, counting) => match &scenario.base {
                    Base::State(state) => counting.advance(state, work),
                    Base::Empty(_) | Base::Sample(_) => true,
                },
                Stage::Converting(converting) => converting.advance(work),
                Stage::Passing(passing, _) => passing.advance(work)?,
                Stage::Sealing(contents, sealing) => sealing.advance(contents, work.saturating_mul(SEALED) as usize),
                Stage::Done(_) => return Ok(true),
            };
            if !is_at_end {
                return Ok(false);
            }
            // What is small is written in one slice.
            self.stage = self.turn();
        }
    }

    /// To write the tenant down takes a quarter of it.
    fn progress(&self) -> (usize, usize) {
        let quarters = |quarters: usize, (done, all): (usize, usize), of: usize| {
            let done = done.min(all).saturating_mul(of).saturating_add(all.saturating_mul(quarters));
            (done, all.saturating_mul(4))
        };
        match &self.stage {
            Stage::Collecting(collecting) => quarters(0, collecting.progress(), 1),
            Stage::Counting(..) | Stage::Converting(_) => (1, 4),
            Stage::Passing(passing, _) => quarters(1, passing.progress(), 3),
            Stage::Sealing(..) | Stage::Done(_) => (1, 1),
        }
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

    /// From the first user on, and none of it at once.
    #[test]
    fn a_tenant_is_written_down_in_slices_and_comes_to_the_same() {
        const WORK: u32 = 20;
        let catalog = Arc::new(licensing_catalog::starter());
        let company = Scenario::new(String::new(), &catalog, Base::Sample(Sample::Company { seed: 5, users: 400 }));
        let mut tenant = company.open(catalog.clone()).unwrap().history.tenant().clone();
        tenant.settle(u32::MAX);
        let scenario = Scenario::of_state(String::from("Contoso"), &tenant, AuditLog::Kept);
        let Base::State(state) = &scenario.base else { panic!("it is a state") };
        let (users, edges, texts) = (state.users.names.len(), state.users.edges.len(), state.tables.texts.len());
        let log = state.audit.pages.iter().map(Vec::len).sum::<usize>();
        assert!(users >= 400 && edges > users && texts > 0 && log > 10_000, "{users}, {edges}, {texts}, {log}");
        let in_one_go = Writing::new(scenario.clone()).finish().unwrap();

        let nothing = Base::Empty(licensing_model::TenantSettings::default());
        let without = Scenario { base: nothing, ..scenario };
        let mut writing = Writing::new(Collecting::beginning_with(tenant, without));
        let (mut slices, mut percent) = (1, 0);
        while writing.advance(WORK) == Ok(false) {
            assert!(percent <= writing.percent(), "{percent} and then {}", writing.percent());
            (slices, percent) = (slices + 1, writing.percent());
        }
        // It is written down, counted, put into columns, and written; its log byte by byte.
        let least = (2 * users + 2 * edges + 2 * texts) / WORK as usize + log / (40 * WORK as usize);
        assert!(slices >= least, "{slices} slices of {WORK} units, and {least} at least");
        assert!(writing.finish() == Ok(in_one_go));
    }

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
