//! A lesson that is being written: its ways, goals and hints as its author sees them.

use licensing_core::Tenant;
use licensing_lesson::proof::Way;
use licensing_lesson::{Condition, Goal, Lesson, Scope};
use licensing_wording::{Text, Words};

use super::pick::state;

/// A way that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWay {
    /// Which.
    pub way: Way,
    /// What it is called.
    pub name: String,
    /// How many commands it has, as words.
    pub commands: String,
    /// The place of the goal at which a wrong way fails.
    pub fails: Option<usize>,
}

/// A goal or a hint: what is checked, and how that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCheck {
    /// Its id.
    pub id: String,
    /// Such as "Goal 2".
    pub name: String,
    /// What is checked, in a few words.
    pub checks: String,
    /// How that stands in the beginning and after the solution.
    pub state: String,
    /// What is checked.
    pub condition: Condition,
    /// When a goal has to hold; of a hint it is in the end.
    pub scope: Scope,
}

/// The ways that were recorded.
pub fn ways(lesson: &Lesson, words: Words) -> Vec<OwnWay> {
    let commands = |actions: &[licensing_core::Action]| {
        words.author_way_has(
            actions.iter().filter(|action| matches!(action, licensing_core::Action::Command(_))).count(),
        )
    };
    let mut ways = Vec::new();
    if !lesson.reference.is_empty() {
        let name = words.text(Text::AUTHOR_WAY_SOLUTION).to_string();
        ways.push(OwnWay { way: Way::Solution, name, commands: commands(&lesson.reference), fails: None });
    }
    ways.extend(lesson.others.iter().enumerate().map(|(place, actions)| OwnWay {
        way: Way::Other(place),
        name: words.author_way_other(place.saturating_add(1)),
        commands: commands(actions),
        fails: None,
    }));
    ways.extend(lesson.wrong.iter().enumerate().map(|(place, wrong)| OwnWay {
        way: Way::Wrong(place),
        name: words.author_way_wrong(place.saturating_add(1)),
        commands: commands(&wrong.actions),
        fails: lesson.goal(&wrong.fails),
    }));
    ways
}

/// The goals.
pub fn goals(lesson: &Lesson, beginning: &Tenant, words: Words) -> Vec<OwnCheck> {
    let goals = lesson.goals.iter().zip(1..);
    goals
        .map(|(goal, number)| OwnCheck {
            id: goal.id.clone(),
            name: words.author_goal_number(number),
            checks: goal.say(beginning, words),
            state: state(&goal.check, beginning, &lesson.reference, words),
            condition: goal.check.clone(),
            scope: goal.scope,
        })
        .collect()
}

/// The hints.
pub fn hints(lesson: &Lesson, beginning: &Tenant, words: Words) -> Vec<OwnCheck> {
    let hints = lesson.hints.iter().zip(1..);
    hints
        .map(|(hint, number)| OwnCheck {
            id: hint.id.clone(),
            name: words.author_hint_number(number),
            checks: hint.when.say(beginning, words),
            state: state(&hint.when, beginning, &lesson.reference, words),
            condition: hint.when.clone(),
            scope: Scope::End,
        })
        .collect()
}

/// Proposed goals that the lesson does not have yet, and what each says.
pub fn proposed(lesson: &Lesson, beginning: &Tenant, goals: Vec<Goal>, words: Words) -> Vec<(Goal, String)> {
    let is_new = |goal: &Goal| lesson.goals.iter().all(|own| own.check != goal.check);
    goals.into_iter().filter(is_new).map(|goal| (goal.clone(), goal.say(beginning, words))).collect()
}
