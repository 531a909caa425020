//! Writing a lesson: what an author does to it, thing by thing.

use std::collections::BTreeMap;

use licensing_core::{Action, Tenant};
use licensing_model::Catalog;
use licensing_scenario::Scenario;
use licensing_scenario::part::{Naming, commands, word};
use licensing_wording::Language;

use crate::condition::Condition;
use crate::judge::{Judge, Standing};
use crate::lesson::{Goal, Hint, Lesson, Scope, Wrong};
use crate::texts::Texts;

/// A lesson that begins with a tenant, and has nothing else yet but a title in one language.
pub fn begin(id: String, scenario: Scenario, catalog: &Catalog, language: Language, title: String) -> Lesson {
    let naming = Naming::of_scenario(scenario.clone(), catalog);
    Lesson {
        id,
        version: 1,
        track: String::new(),
        minutes: 0,
        sections: Vec::new(),
        objectives: Vec::new(),
        rules: Vec::new(),
        scenario,
        allowed: None,
        goals: Vec::new(),
        hints: Vec::new(),
        reference: Vec::new(),
        others: Vec::new(),
        wrong: Vec::new(),
        texts: BTreeMap::from([(language, Texts { title, ..Texts::default() })]),
        naming,
    }
}

/// A lesson of one's own that is like another.
pub fn like(lesson: &Lesson, id: String, texts: BTreeMap<Language, Texts>) -> Lesson {
    Lesson { id, version: 1, track: String::new(), texts, ..lesson.clone() }
}

/// Which way was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// The solution that is shown.
    Solution,
    /// Another one that is as good.
    Other,
    /// One that is not enough.
    Wrong,
}

impl Lesson {
    /// Takes what was done as a way. A wrong one is to fail at the first goal that it does not reach.
    pub fn record(&mut self, what: Recorded, actions: Vec<Action>, beginning: &Tenant) {
        match what {
            Recorded::Solution => self.reference = actions,
            Recorded::Other => self.others.push(actions),
            Recorded::Wrong => {
                let mut judge = Judge::new(self, beginning.clone());
                judge.follow(&actions);
                let verdict = judge.verdict();
                let unmet =
                    verdict.goals.iter().position(|goal| !matches!(goal.standing, Standing::Reached | Standing::Kept));
                let Some(goal) = self.goals.get(unmet.unwrap_or_default()) else { return };
                let fails = goal.id.clone();
                let id = free("wrong", |id| self.wrong.iter().all(|wrong| wrong.id != id));
                self.wrong.push(Wrong { id, fails, actions });
            }
        }
    }

    /// Has nothing allowed but what its solutions do.
    pub fn limit(&mut self) {
        let used: Vec<&str> = self.others.iter().flatten().chain(&self.reference).map(word).collect();
        let used = commands().filter(|word| used.contains(word));
        self.allowed = Some(used.map(str::to_string).collect());
    }

    /// Allows commands that are called so, or allows them no more, where not everything is allowed.
    pub fn flip_allowed(&mut self, kind: &str) {
        if let Some(allowed) = &mut self.allowed {
            match allowed.iter().position(|own| own == kind) {
                Some(at) => _ = allowed.remove(at),
                None => allowed.push(kind.to_string()),
            }
        }
    }

    /// A goal more; `say` words it in each language that the lesson has.
    pub fn add_goal(&mut self, check: Condition, scope: Scope, say: impl Fn(Language) -> String) {
        let id = free("goal", |id| self.goal(id).is_none());
        for (language, texts) in &mut self.texts {
            texts.goals.insert(id.clone(), say(*language));
        }
        self.goals.push(Goal { id, check, scope });
    }

    /// A goal less, with its words and the wrong ways that fail at it.
    pub fn remove_goal(&mut self, id: &str) {
        self.goals.retain(|goal| goal.id != id);
        self.wrong.retain(|wrong| wrong.fails != id);
        self.texts.values_mut().for_each(|texts| _ = texts.goals.remove(id));
    }

    /// A hint more, without words yet.
    pub fn add_hint(&mut self, when: Condition) {
        let id = free("hint", |id| self.hints.iter().all(|hint| hint.id != id));
        for texts in self.texts.values_mut() {
            texts.hints.insert(id.clone(), String::new());
        }
        self.hints.push(Hint { id, when });
    }

    /// A hint less, with its words.
    pub fn remove_hint(&mut self, id: &str) {
        self.hints.retain(|hint| hint.id != id);
        self.texts.values_mut().for_each(|texts| _ = texts.hints.remove(id));
    }

    /// Another language, whose words are empty.
    pub fn add_language(&mut self, language: Language) {
        let empty = |ids: Vec<&String>| ids.into_iter().map(|id| (id.clone(), String::new())).collect();
        let texts = Texts {
            goals: empty(self.goals.iter().map(|goal| &goal.id).collect()),
            hints: empty(self.hints.iter().map(|hint| &hint.id).collect()),
            ..Texts::default()
        };
        self.texts.entry(language).or_insert(texts);
    }
}

/// The first id of a kind that nothing has.
fn free(kind: &str, is_free: impl Fn(&str) -> bool) -> String {
    (1..).map(|number| format!("{kind}-{number}")).find(|id| is_free(id)).unwrap_or_default()
}
