//! Looks at every moment of a way and says how each goal stands.

use licensing_core::{Action, Tenant};
use licensing_model::Refusal;
use licensing_scenario::part::word;

use crate::lesson::{Goal, Lesson, Scope};
use crate::shortfall::Shortfall;

/// A moment of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Moment {
    /// How many actions are done, the one included that is under way; 0 is the beginning.
    pub action: usize,
    /// How many of them are commands.
    pub command: usize,
    /// How many steps of the background were taken.
    pub step: usize,
}

/// How a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Reached,
    /// It has held all the way so far.
    Kept,
    /// It does not hold yet.
    Open,
    /// It did not hold at this moment of the way, which cannot be mended but by going back.
    Broken(Moment),
}

/// How a goal stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalVerdict {
    /// How.
    pub standing: Standing,
    /// Why it is open, or was broken.
    pub shortfall: Option<Shortfall>,
    /// Why it was broken, said of the tenant as it was then.
    pub then: Option<Tenant>,
}

/// How all goals stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// One a goal, in the order of the lesson.
    pub goals: Vec<GoalVerdict>,
    /// Nothing waits in the queue.
    pub idle: bool,
    /// The moment of the first command that the lesson does not allow.
    pub forbidden: Option<Moment>,
}

impl Verdict {
    /// Whether the lesson is solved: every goal is reached or kept, and nothing waits that could change that.
    pub fn is_solved(&self) -> bool {
        self.idle && self.forbidden.is_none() && self.reached() == self.goals.len()
    }

    /// How many goals are reached or kept.
    pub fn reached(&self) -> usize {
        let is_well = |goal: &&GoalVerdict| matches!(goal.standing, Standing::Reached | Standing::Kept);
        self.goals.iter().filter(is_well).count()
    }

    /// The first moment at which something went wrong for good.
    pub fn first_wrong(&self) -> Option<Moment> {
        let broken = self.goals.iter().filter_map(|goal| match goal.standing {
            Standing::Broken(moment) => Some(moment),
            _ => None,
        });
        broken.chain(self.forbidden).min()
    }
}

/// What was seen of a goal on the way.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// When it first held.
    held: Option<Moment>,
    /// When it first did not hold, why, and the tenant of that moment.
    broken: Option<(Moment, Shortfall, Tenant)>,
}

/// Looks at a way from its beginning.
#[derive(Clone, Debug)]
pub struct Judge<'l> {
    lesson: &'l Lesson,
    tenant: Tenant,
    moment: Moment,
    seen: Vec<Seen>,
    forbidden: Option<Moment>,
}

impl<'l> Judge<'l> {
    /// Looks at the beginning.
    pub fn new(lesson: &'l Lesson, beginning: Tenant) -> Judge<'l> {
        let seen = vec![Seen::default(); lesson.goals.len()];
        let mut judge = Judge { lesson, tenant: beginning, moment: Moment::default(), seen, forbidden: None };
        judge.look();
        judge
    }

    /// Looks at one action, step by step. A refused command changes nothing.
    pub fn act(&mut self, action: &Action) -> Result<(), Refusal> {
        self.moment.action = self.moment.action.saturating_add(1);
        match action {
            // To collect changes is neither for nor against a goal.
            Action::Draft(_) => {}
            Action::Command(command) => {
                self.tenant.apply(command)?;
                self.moment.command = self.moment.command.saturating_add(1);
                if !self.lesson.allows(word(action)) {
                    self.forbidden.get_or_insert(self.moment);
                }
                self.look();
            }
            Action::Steps(steps) => {
                for _ in 0..*steps {
                    if self.tenant.step().is_none() {
                        break;
                    }
                    self.moment.step = self.moment.step.saturating_add(1);
                    self.look();
                }
            }
        }
        Ok(())
    }

    /// Looks at a whole way. Answers how many of its commands were refused.
    pub fn follow(&mut self, actions: &[Action]) -> usize {
        actions.iter().filter(|action| self.act(action).is_err()).count()
    }

    /// The tenant as it is now.
    pub fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// Where one is.
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// How all goals stand now.
    pub fn verdict(&self) -> Verdict {
        let goals = self.lesson.goals.iter().zip(&self.seen).map(|(goal, seen)| self.goal(goal, seen)).collect();
        Verdict { goals, idle: self.tenant.queue_length() == 0, forbidden: self.forbidden }
    }

    /// Places of the hints that the state calls for, in the order of the lesson.
    pub fn hints(&self) -> Vec<usize> {
        let hints = self.lesson.hints.iter().enumerate();
        hints.filter(|(_, hint)| hint.when.holds(&self.tenant)).map(|(place, _)| place).collect()
    }

    fn goal(&self, goal: &Goal, seen: &Seen) -> GoalVerdict {
        let standing = |standing, shortfall| GoalVerdict { standing, shortfall, then: None };
        match goal.scope {
            Scope::Always => match &seen.broken {
                Some((moment, shortfall, tenant)) => GoalVerdict {
                    standing: Standing::Broken(*moment),
                    shortfall: Some(shortfall.clone()),
                    then: Some(tenant.clone()),
                },
                None => standing(Standing::Kept, None),
            },
            Scope::Once if seen.held.is_some() => standing(Standing::Reached, None),
            Scope::Once | Scope::End => match goal.check.shortfall(&self.tenant) {
                None => standing(Standing::Reached, None),
                shortfall => standing(Standing::Open, shortfall),
            },
        }
    }

    fn look(&mut self) {
        for (goal, seen) in self.lesson.goals.iter().zip(&mut self.seen) {
            match goal.scope {
                Scope::End => {}
                Scope::Once if seen.held.is_some() => {}
                Scope::Once => {
                    if goal.check.holds(&self.tenant) {
                        seen.held = Some(self.moment);
                    }
                }
                Scope::Always if seen.broken.is_some() => {}
                Scope::Always => {
                    if let Some(shortfall) = goal.check.shortfall(&self.tenant) {
                        seen.broken = Some((self.moment, shortfall, self.tenant.clone()));
                    }
                }
            }
        }
    }
}
