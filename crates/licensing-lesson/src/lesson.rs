//! A lesson, without its words.

use std::collections::BTreeMap;
use std::sync::Arc;

use licensing_core::{Action, Tenant};
use licensing_model::{Catalog, CommandKind, UserId};
use licensing_scenario::part::{Naming, command_kind};
use licensing_scenario::{Scenario, ScenarioError};
use licensing_wording::Language;

use crate::condition::Condition;
use crate::texts::Texts;

/// What holds of a lesson in every language.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// What it is known by, in lower case with hyphens.
    pub id: String,
    /// Grows when it changes so that an older solution may not solve it any more.
    pub version: u32,
    /// The id of its track; empty for one that belongs to none.
    pub track: String,
    /// About how long it takes.
    pub minutes: u32,
    /// Ids of the parts of the article that it teaches.
    pub sections: Vec<String>,
    /// Ids of the exam objectives that it serves.
    pub objectives: Vec<String>,
    /// Ids of the rules that it shows.
    pub rules: Vec<String>,
    /// What the learner finds.
    pub scenario: Scenario,
    /// What may be done besides steps of the background, by the words of actions; none where all may.
    pub allowed: Option<Vec<String>>,
    /// What is to be reached.
    pub goals: Vec<Goal>,
    /// What can be said to somebody who is stuck.
    pub hints: Vec<Hint>,
    /// The solution that is shown.
    pub reference: Vec<Action>,
    /// Other solutions that are as good.
    pub others: Vec<Vec<Action>>,
    /// What is not enough.
    pub wrong: Vec<Wrong>,
    /// Its words by language, where they stand in the same file: those of a lesson that somebody wrote in the page.
    pub texts: BTreeMap<Language, Texts>,
    /// What the file calls things.
    pub naming: Naming,
}

/// Something to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What it is known by within the lesson.
    pub id: String,
    /// What has to hold.
    pub check: Condition,
    /// When.
    pub scope: Scope,
}

/// When a condition has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In the end.
    End,
    /// At every moment of the way.
    Always,
    /// At some moment of the way.
    Once,
}

/// Something that can be said while a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it is known by within the lesson.
    pub id: String,
    /// The state that the learner is in.
    pub when: Condition,
}

/// A way that looks right and is not enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What it is known by within the lesson.
    pub id: String,
    /// The goal that it does not reach, or breaks.
    pub fails: String,
    /// What is done.
    pub actions: Vec<Action>,
}

impl Lesson {
    /// The tenant that the learner finds.
    pub fn beginning(&self, catalog: Arc<Catalog>) -> Result<Tenant, ScenarioError> {
        Ok(self.scenario.clone().open(catalog)?.history.tenant().clone())
    }

    /// Whether a command of this kind may be given.
    pub fn allows(&self, kind: &str) -> bool {
        self.allowed.as_ref().is_none_or(|allowed| allowed.iter().any(|own| own == kind))
    }

    /// What may be asked of the tenant; none where everything may.
    pub fn allowed_kinds(&self) -> Option<Arc<[CommandKind]>> {
        Some(self.allowed.as_ref()?.iter().filter_map(|word| command_kind(word)).collect())
    }

    /// Its own words in a language, or in the one that its author wrote; none where they stand in files of their own.
    pub fn own_texts(&self, language: Language) -> Option<&Texts> {
        self.texts.get(&language).or_else(|| self.texts.values().next())
    }

    /// How many commands the shown solution has.
    pub fn reference_commands(&self) -> usize {
        commands(&self.reference)
    }

    /// Where a goal stands in the list.
    pub fn goal(&self, id: &str) -> Option<usize> {
        self.goals.iter().position(|goal| goal.id == id)
    }
}

/// How many of the actions are commands.
pub(crate) fn commands(actions: &[Action]) -> usize {
    actions.iter().filter(|action| matches!(action, Action::Command(_))).count()
}

/// All users that there are in the beginning.
pub(crate) fn everybody(count: u32) -> Vec<UserId> {
    (0..count).map(UserId::from_raw).collect()
}
