//! From a scenario to a session, in slices. Its actions are played once, and get their names as they are played.

use std::sync::Arc;
use std::vec;

use licensing_model::{Catalog, Sliced};
use licensing_scenario::storage::Entry;
use licensing_scenario::{Base, Scenario, ScenarioError};

use crate::log::Log;
use crate::session::{Origin, Session};

/// A session on its way.
#[derive(Debug)]
pub struct Opening {
    title: String,
    lesson: Option<String>,
    origin: Origin,
    catalog: Arc<Catalog>,
    stage: Stage,
    /// What was done since the scenario was stored.
    entries: vec::IntoIter<Entry>,
}

#[derive(Debug)]
enum Stage {
    Playing(Box<licensing_scenario::Opening<Log>>),
    Following(Box<Session>, usize),
    Failed,
}

impl Opening {
    /// Begins. The catalog has to be loaded as far as [`Scenario::is_covered_by`] asks, and as far as the `entries` do
    /// that follow what is in the scenario.
    pub fn new(scenario: Scenario, entries: Vec<Entry>, catalog: Arc<Catalog>) -> Opening {
        let origin = match &scenario.base {
            Base::Empty(settings) => Origin::Empty(settings.clone()),
            Base::Sample(sample) => Origin::Sample(*sample),
            Base::State(_) => Origin::Tenant,
        };
        Opening {
            title: scenario.title.clone(),
            lesson: scenario.lesson.clone(),
            origin,
            catalog: Arc::clone(&catalog),
            stage: Stage::Playing(Box::new(licensing_scenario::Opening::new(scenario, catalog))),
            entries: entries.into_iter(),
        }
    }

    /// All actions of the scenario are played.
    fn follow(&mut self) -> Result<(), ScenarioError> {
        let stage = core::mem::replace(&mut self.stage, Stage::Failed);
        if let Stage::Playing(playing) = stage {
            let opened = playing.finish()?;
            let title = core::mem::take(&mut self.title);
            let session = Session::of_log(title, self.origin.clone(), opened.history, Arc::clone(&self.catalog));
            let session = session.in_lesson(self.lesson.take());
            self.stage = Stage::Following(Box::new(session), opened.skipped.len());
        }
        Ok(())
    }

    /// The session, and how many of the scenario's actions are refused today. What [`Opening::advance`] left is done now.
    pub fn finish(mut self) -> Result<(Session, usize), ScenarioError> {
        self.complete()?;
        match self.stage {
            Stage::Following(session, skipped) => Ok((*session, skipped)),
            Stage::Playing(_) | Stage::Failed => Err(ScenarioError::Damaged),
        }
    }
}

impl Sliced for Opening {
    type Fault = ScenarioError;

    /// Goes on for so many users, actions and steps. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, ScenarioError> {
        match &mut self.stage {
            Stage::Playing(playing) => {
                if playing.advance(work)? {
                    self.follow()?;
                }
                Ok(false)
            }
            Stage::Following(session, _) => match self.entries.next() {
                Some(entry) => {
                    session.follow(entry);
                    Ok(false)
                }
                None => Ok(true),
            },
            Stage::Failed => Err(ScenarioError::Damaged),
        }
    }

    fn progress(&self) -> (usize, usize) {
        match &self.stage {
            Stage::Playing(playing) => playing.progress(),
            Stage::Following(..) | Stage::Failed => (1, 1),
        }
    }
}
