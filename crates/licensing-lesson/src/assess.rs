//! What a way is worth: found by doing it again, whatever whoever hands it in says.

use std::sync::Arc;

use licensing_model::Catalog;
use licensing_scenario::ScenarioError;

use crate::hand::Hand;
use crate::judge::{Judge, Moment, Standing};
use crate::lesson::{Lesson, commands};
use crate::progress::Help;
use crate::variant;

/// What somebody reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What the learner wants to be called.
    pub learner: String,
    /// Which lesson, which version of it, which variant.
    pub lesson: (String, u32, u32),
    /// One a goal: whether it is reached.
    pub goals: Vec<bool>,
    /// All of them are, and nothing waits.
    pub solved: bool,
    /// The first moment at which something went wrong for good.
    pub first_wrong: Option<Moment>,
    /// How many commands were given.
    pub commands: usize,
    /// How many of them are refused when they are done again.
    pub refused: usize,
    /// Which help the learner's page noted. It is the learner's word.
    pub help: Help,
}

/// Does what was handed in again.
pub fn assess(lesson: &Lesson, hand: &Hand, catalog: Arc<Catalog>) -> Result<Assessment, ScenarioError> {
    let lesson = variant::of(lesson, hand.seed);
    let mut judge = Judge::new(&lesson, lesson.beginning(catalog)?);
    let refused = judge.follow(hand.done());
    let verdict = judge.verdict();
    let goals = verdict.goals.iter().map(|goal| matches!(goal.standing, Standing::Reached | Standing::Kept)).collect();
    Ok(Assessment {
        learner: hand.learner.clone(),
        lesson: (hand.lesson.clone(), hand.version, hand.seed),
        goals,
        solved: verdict.is_solved(),
        first_wrong: verdict.first_wrong(),
        commands: commands(hand.done()),
        refused,
        help: hand.help,
    })
}
