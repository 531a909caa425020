//! A lesson that is being written, and the tenant with which it begins.

use std::sync::Arc;

use licensing_core::{Action, Tenant};
use licensing_lesson::draft::{self, Recorded};
use licensing_lesson::pick::Pick;
use licensing_lesson::proof::{self, Fault, Way};
use licensing_lesson::{Condition, Goal, Lesson, Scope, Texts, propose, write_lesson};
use licensing_model::Catalog;
use licensing_scenario::ScenarioError;
use licensing_view::lesson::author::{self, OwnCheck, OwnWay};
use licensing_view::lesson::pick::{self, PickField};
use licensing_view::lesson::sheet::{self, Sheet};
use licensing_wording::Words;

use crate::session::Session;

/// A lesson as it is printed; none where it does not begin.
pub fn sheet(lesson: &Lesson, texts: &Texts, catalog: Arc<Catalog>, words: Words) -> Option<Sheet> {
    Some(sheet::sheet(lesson, texts, &lesson.beginning(catalog).ok()?, words))
}

/// A lesson that is being written.
#[derive(Clone, Debug)]
pub struct Writing {
    lesson: Lesson,
    beginning: Tenant,
    catalog: Arc<Catalog>,
}

impl Writing {
    /// Goes on with a lesson.
    pub fn of(lesson: Lesson, catalog: Arc<Catalog>) -> Result<Writing, ScenarioError> {
        let beginning = lesson.beginning(Arc::clone(&catalog))?;
        Ok(Writing { lesson, beginning, catalog })
    }

    /// Begins with the tenant as it is; answers with a session as well that begins there.
    pub fn begin(session: &Session, id: String, words: Words) -> Result<(Writing, Session), ScenarioError> {
        let (scenario, session) = session.begin_here();
        let (catalog, title) = (session.catalog(), scenario.title.clone());
        let lesson = draft::begin(id, scenario, &catalog, words.language(), title);
        Ok((Writing::of(lesson, catalog)?, session))
    }

    /// The lesson.
    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    /// The lesson, to change words, numbers and lists in it. What it begins with stays as it is.
    pub fn lesson_mut(&mut self) -> &mut Lesson {
        &mut self.lesson
    }

    /// The lesson as text.
    pub fn text(&self) -> String {
        write_lesson(&self.lesson, &self.catalog)
    }

    /// The same without its words: what its proof rests on.
    pub fn text_to_prove(&self) -> String {
        write_lesson(&Lesson { texts: Default::default(), ..self.lesson.clone() }, &self.catalog)
    }

    /// Whether a session began as the lesson does, so that what was done in it is a way.
    pub fn is_begun_by(&self, session: &Session) -> bool {
        session.begins_as(&self.beginning)
    }

    /// A session at the beginning, or at the end of a way.
    pub fn session(&self, title: String, way: Option<Way>) -> Session {
        let actions: &[Action] = match way {
            None => &[],
            Some(Way::Solution) => &self.lesson.reference,
            Some(Way::Other(place)) => self.lesson.others.get(place).map(Vec::as_slice).unwrap_or_default(),
            Some(Way::Wrong(place)) => {
                self.lesson.wrong.get(place).map(|wrong| wrong.actions.as_slice()).unwrap_or_default()
            }
        };
        let (tenant, catalog) = (self.beginning.clone(), Arc::clone(&self.catalog));
        Session::of_lesson(title, String::new(), tenant, catalog, (actions, actions.len())).in_lesson(None)
    }

    /// Takes what was done in a session as a way.
    pub fn record(&mut self, what: Recorded, session: &Session) {
        let done = session.actions().iter().take(session.position()).cloned().collect();
        self.lesson.record(what, done, &self.beginning);
    }

    /// Forgets a way.
    pub fn remove(&mut self, way: Way) {
        match way {
            Way::Solution => self.lesson.reference.clear(),
            Way::Other(place) if place < self.lesson.others.len() => _ = self.lesson.others.remove(place),
            Way::Wrong(place) if place < self.lesson.wrong.len() => _ = self.lesson.wrong.remove(place),
            Way::Other(_) | Way::Wrong(_) => {}
        }
    }

    /// A goal more, said in the language of `words`; in other languages it is to be written.
    pub fn add_goal(&mut self, check: Condition, scope: Scope, words: Words) {
        let goal = Goal { id: String::new(), check: check.clone(), scope };
        let said = goal.say(&self.beginning, words);
        let say = |language| if language == words.language() { said.clone() } else { String::new() };
        self.lesson.add_goal(check, scope, say);
    }

    /// The ways that were recorded.
    pub fn ways(&self, words: Words) -> Vec<OwnWay> {
        author::ways(&self.lesson, words)
    }

    /// The goals.
    pub fn goals(&self, words: Words) -> Vec<OwnCheck> {
        author::goals(&self.lesson, &self.beginning, words)
    }

    /// The hints.
    pub fn hints(&self, words: Words) -> Vec<OwnCheck> {
        author::hints(&self.lesson, &self.beginning, words)
    }

    /// Goals that follow from the solution and are not in the lesson yet, and what they say.
    pub fn proposed(&self, words: Words) -> Vec<(Goal, String)> {
        let mailbox = propose::mailbox_plans(&self.catalog);
        let goals = propose::goals(&self.beginning, &self.lesson.reference, &mailbox);
        author::proposed(&self.lesson, &self.beginning, goals, words)
    }

    /// The choices with which a form about a condition begins: those of `condition`, or the first ones; none where no
    /// choices lead to it.
    pub fn pick(&self, condition: Option<&Condition>) -> Option<Pick> {
        condition.map_or_else(|| Some(Pick::new(&self.beginning)), |condition| Pick::of(condition, &self.beginning))
    }

    /// The fields of that form.
    pub fn pick_fields(&self, pick: &Pick, words: Words) -> Vec<PickField> {
        pick::fields(pick, &self.beginning, words)
    }

    /// What was picked as a few words, and how it stands in the beginning and after the solution; none while something is
    /// missing.
    pub fn picked(&self, pick: &Pick, words: Words) -> Option<(String, String)> {
        let condition = pick.condition()?;
        let state = pick::state(&condition, &self.beginning, &self.lesson.reference, words);
        Some((condition.say(&self.beginning, words), state))
    }

    /// What is wrong with the lesson whatever its words are.
    pub fn faults(&self) -> Vec<Fault> {
        proof::ways(&self.lesson, &self.catalog)
    }

    /// What is wrong with its words in each language that it has.
    pub fn missing_words(&self) -> Vec<Fault> {
        let texts = self.lesson.texts.iter();
        texts.filter_map(|(language, texts)| proof::words(&self.lesson, *language, texts)).collect()
    }

    /// Whether the solution solves so many variants as well.
    pub fn variants_hold(&self, variants: u32) -> bool {
        proof::variants_hold(&self.lesson, 1..variants.saturating_add(1), &self.catalog)
    }
}
