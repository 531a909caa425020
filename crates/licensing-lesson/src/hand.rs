//! What is passed on of a lesson: a link to it at some place of a way, and what a learner hands in. Both hold commands and
//! no verdict.

use licensing_core::Action;
use licensing_scenario::ScenarioError;
use licensing_scenario::way::{self, Way};

use crate::progress::Help;

/// What the fragment of a link to a lesson begins with.
pub const LESSON: &str = "#/l/";
/// What the fragment of something handed in begins with.
pub const HANDED: &str = "#/h/";
/// What the fragment of a link begins with that leads whoever assesses to a learner's way.
pub const LOOKED_AT: &str = "#/w/";

/// What the fragment of a link to a lesson begins with that holds all of it.
pub const OWN_LESSON: &str = "#/o/";

/// The fragment of a link that holds a whole lesson, given as text, and which variant of it is meant.
pub fn own_link(lesson: &str, seed: u32) -> String {
    let way = Way { texts: vec![lesson.to_string()], numbers: vec![seed], actions: Vec::new() };
    format!("{OWN_LESSON}{}", way::encode(way))
}

/// The text of the lesson that a link holds, and which variant of it is meant.
pub fn own_lesson(link: &str) -> Result<(String, u32), ScenarioError> {
    let (_, payload) = link.trim().split_once(OWN_LESSON).ok_or(ScenarioError::NotAScenario)?;
    let Way { texts, numbers, .. } = way::decode(payload)?;
    let text = texts.into_iter().next().ok_or(ScenarioError::Damaged)?;
    Ok((text, numbers.first().copied().unwrap_or_default()))
}

/// A way through a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// Which lesson.
    pub lesson: String,
    /// Which version of it.
    pub version: u32,
    /// Which variant of it; 0 is the lesson as it is written.
    pub seed: u32,
    /// What the learner wants to be called; empty in a link to the lesson.
    pub learner: String,
    /// Which help was used.
    pub help: Help,
    /// What was done.
    pub actions: Vec<Action>,
    /// How many of the actions are done.
    pub position: usize,
}

impl Hand {
    /// The fragment of a link.
    pub fn link(&self, prefix: &str) -> String {
        let numbers = vec![self.version, self.seed, self.help.number(), self.position as u32];
        let texts = vec![self.lesson.clone(), self.learner.clone()];
        format!("{prefix}{}", way::encode(Way { texts, numbers, actions: self.actions.clone() }))
    }

    /// What a fragment or a whole address says.
    pub fn read(text: &str) -> Result<Hand, ScenarioError> {
        let text = text.trim();
        let payload =
            [LESSON, HANDED, LOOKED_AT].iter().find_map(|prefix| text.split_once(prefix)).map(|(_, payload)| payload);
        let Way { texts, numbers, actions } = way::decode(payload.ok_or(ScenarioError::NotAScenario)?)?;
        let ([lesson, learner], [version, seed, help, position]) = (texts.as_slice(), numbers.as_slice()) else {
            return Err(ScenarioError::Damaged);
        };
        let position = *position as usize;
        if position > actions.len() {
            return Err(ScenarioError::Damaged);
        }
        Ok(Hand {
            lesson: lesson.clone(),
            version: *version,
            seed: *seed,
            learner: learner.clone(),
            help: Help::of_number(*help).ok_or(ScenarioError::Damaged)?,
            actions,
            position,
        })
    }

    /// What is done of it.
    pub fn done(&self) -> &[Action] {
        self.actions.get(..self.position).unwrap_or_default()
    }
}
