//! From a scenario to a tenant with its history, in slices.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::{self, Vec};

use licensing_core::state::{Restoring, StateError, check_settings};
use licensing_core::{Action, Actions, History, Tenant, membership};
use licensing_model::{Catalog, Command, OwnCatalog, ProductId, Refusal, Sliced};

use crate::error::ScenarioError;
use crate::sample::Building;
use crate::scenario::{Base, Scenario};

/// Steps of the background that are taken in one go, and are at most one action of a history: whoever writes histories
/// down makes no longer ones, so that the moments of a history are the same when it is opened.
pub const STEPS_AT_ONCE: u32 = 20_000;

/// Who plays the actions of a scenario: a [`History`], or whoever holds one and notes more of each action than it does.
pub trait Player {
    /// What noting an action costs, in steps of the background.
    const COST: u32;
    /// Begins with a tenant.
    fn begin(tenant: Tenant) -> Self;
    /// The history as it was played up to here.
    fn history(&mut self) -> &mut History;
    /// Carries out a command, or says why not.
    fn command(&mut self, command: Command) -> Result<(), Refusal>;
    /// Takes so many steps, or as many as there are, as one action. Answers how many.
    fn steps(&mut self, most: u32) -> u32;
    /// Collects commands.
    fn draft(&mut self, commands: Vec<Command>);
}

impl Player for History {
    const COST: u32 = 1;

    fn begin(tenant: Tenant) -> History {
        History::new(tenant)
    }

    fn history(&mut self) -> &mut History {
        self
    }

    fn command(&mut self, command: Command) -> Result<(), Refusal> {
        self.apply(command).map(|_| ())
    }

    fn steps(&mut self, most: u32) -> u32 {
        self.settle(most).steps
    }

    fn draft(&mut self, commands: Vec<Command>) {
        self.collect(commands);
    }
}

/// A scenario on its way to a tenant.
#[derive(Debug)]
pub struct Opening<P = History> {
    stage: Stage<P>,
    actions: vec::IntoIter<Action>,
    /// Ways that were left; they are taken over as they are.
    branches: Vec<Actions>,
    /// How many of the actions are to be done at last.
    position: usize,
    /// How many were looked at.
    seen: usize,
    /// What is left of the steps of an action.
    steps: u32,
    /// Where the history stands when those are done.
    end: usize,
    skipped: Vec<Skipped>,
}

#[derive(Debug)]
enum Stage<P> {
    Sample(Box<Building>),
    State(Box<Restoring>),
    Actions(Box<P>),
    Refused(StateError),
    Failed,
}

/// An action that the engine did not take: another release made the scenario, or nobody did who followed the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Which action, from 0.
    pub action: usize,
    /// Why.
    pub refusal: Refusal,
}

/// What came of a scenario.
#[derive(Clone, Debug)]
pub struct Opened<P = History> {
    /// The tenant with what was done; it can be undone and done again.
    pub history: P,
    /// Actions that were refused. Where there are any, the tenant is not what it was when the scenario was made, and
    /// whoever opens it should be told.
    pub skipped: Vec<Skipped>,
}

impl<P: Player> Opening<P> {
    /// Begins. The catalog has to be loaded as far as [`Scenario::is_covered_by`] asks.
    pub fn new(scenario: Scenario, catalog: Arc<Catalog>) -> Opening<P> {
        let stage = match scenario.base {
            Base::Empty(settings) => match check_settings(&settings) {
                Ok(()) => Stage::Actions(Box::new(P::begin(Tenant::new(catalog, settings)))),
                Err(error) => Stage::Refused(error),
            },
            Base::Sample(sample) => Stage::Sample(Box::new(sample.build(catalog))),
            Base::State(state) => Stage::State(Box::new(Restoring::new(catalog, *state))),
        };
        Opening {
            stage,
            actions: scenario.actions.into_iter(),
            branches: scenario.branches,
            position: scenario.position,
            seen: 0,
            steps: 0,
            end: 0,
            skipped: Vec::new(),
        }
    }

    /// The tenant with its history. What [`Opening::advance`] left is done now.
    pub fn finish(mut self) -> Result<Opened<P>, ScenarioError> {
        self.complete()?;
        let Stage::Actions(mut player) = self.stage else { return Err(ScenarioError::Damaged) };
        let history = player.history();
        history.go_to(self.end);
        history.set_branches(self.branches);
        Ok(Opened { history: *player, skipped: self.skipped })
    }

    /// The base is there: the actions follow.
    fn begin(&mut self, tenant: impl FnOnce(Stage<P>) -> Option<Tenant>) {
        let stage = core::mem::replace(&mut self.stage, Stage::Failed);
        if let Some(tenant) = tenant(stage) {
            self.stage = Stage::Actions(Box::new(P::begin(tenant)));
        }
    }

    fn act(&mut self, work: u32) -> bool {
        let Stage::Actions(player) = &mut self.stage else { return true };
        let mut left = work;
        while left > 0 {
            let action = match self.steps {
                0 => self.actions.next(),
                steps => Some(Action::Steps(steps)),
            };
            match action {
                Some(Action::Command(command)) => {
                    if let Err(refusal) = player.command(command) {
                        self.skipped.push(Skipped { action: self.seen, refusal });
                    }
                    left = left.saturating_sub(P::COST);
                }
                Some(Action::Steps(steps)) => {
                    let most = steps.min(STEPS_AT_ONCE);
                    let taken = player.steps(most);
                    // A queue that is empty before its time stays empty.
                    self.steps = if taken < most { 0 } else { steps.saturating_sub(taken) };
                    left = left.saturating_sub(taken.max(P::COST));
                }
                Some(Action::Draft(commands)) => {
                    left = left.saturating_sub(P::COST.max(commands.len() as u32));
                    player.draft(commands);
                }
                None => return true,
            }
            if self.steps == 0 {
                self.seen = self.seen.saturating_add(1);
                if self.seen == self.position {
                    self.end = player.history().position();
                }
            }
        }
        false
    }
}

impl<P: Player> Sliced for Opening<P> {
    type Fault = ScenarioError;

    /// Goes on for so many users, actions and steps. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, ScenarioError> {
        let work = work.max(1);
        match &mut self.stage {
            Stage::Sample(building) => {
                let Ok(is_built) = building.advance(work);
                if is_built {
                    self.begin(|stage| match stage {
                        Stage::Sample(building) => building.finish(),
                        _ => None,
                    });
                }
                Ok(false)
            }
            Stage::State(restoring) => {
                if restoring.advance(work)? {
                    self.begin(|stage| match stage {
                        Stage::State(restoring) => restoring.finish().map(|mut tenant| {
                            tenant.end_runs_of_nobody();
                            tenant
                        }),
                        _ => None,
                    });
                }
                Ok(false)
            }
            Stage::Actions(_) => Ok(self.act(work)),
            Stage::Refused(error) => Err((*error).into()),
            Stage::Failed => Err(ScenarioError::Damaged),
        }
    }

    /// The tenant with which it begins is one half of it, and what was done since the other.
    fn progress(&self) -> (usize, usize) {
        let first_half = |(done, all): (usize, usize)| (done, all.saturating_mul(2));
        match &self.stage {
            Stage::Sample(building) => first_half(building.progress()),
            Stage::State(restoring) => first_half(restoring.progress()),
            Stage::Actions(_) => {
                let all = self.seen.saturating_add(self.actions.len());
                (all.saturating_add(self.seen), all.saturating_mul(2))
            }
            Stage::Refused(_) | Stage::Failed => (1, 1),
        }
    }
}

impl Scenario {
    /// The tenant with its history, in one go.
    pub fn open(self, catalog: Arc<Catalog>) -> Result<Opened, ScenarioError> {
        Opening::new(self, catalog).finish()
    }

    /// Whether the part of the catalog that is loaded has all products that the scenario names, and reads rules where there
    /// are any. Samples name none but products of the starter part.
    pub fn is_covered_by(&self, catalog: &Catalog) -> bool {
        let base = match &self.base {
            Base::State(state) => {
                let has_rules = state.groups.iter().any(|group| group.rule.is_some());
                state.subscriptions.iter().all(|subscription| is_loaded(subscription.product, catalog))
                    && is_own_covered(&state.own, catalog)
                    && (!has_rules || membership::reader(catalog).is_some())
            }
            Base::Empty(_) | Base::Sample(_) => true,
        };
        let mut actions = self.branches.iter().flat_map(Actions::iter).chain(&self.actions);
        base && actions.all(|action| is_action_covered(action, catalog))
    }
}

/// Whether the part of the catalog that is loaded has the products that an action brings into the tenant, or would, and
/// reads its rules.
pub(crate) fn is_action_covered(action: &Action, catalog: &Catalog) -> bool {
    let is_covered = |command: &Command| match command {
        Command::SetUnits(product, _) | Command::AddServicePlan(product, _) => is_loaded(*product, catalog),
        Command::SetMembershipRule(..) => membership::reader(catalog).is_some(),
        _ => true,
    };
    match action {
        Action::Command(command) => is_covered(command),
        Action::Draft(commands) => commands.iter().all(is_covered),
        Action::Steps(_) => true,
    }
}

/// What a tenant has of its own is in its state.
fn is_loaded(product: ProductId, catalog: &Catalog) -> bool {
    !Catalog::lists_product(product) || catalog.product(product).is_some()
}

/// Whether the plans are there of which lists of a tenant's own speak.
fn is_own_covered(own: &OwnCatalog, catalog: &Catalog) -> bool {
    let of_products = own.products.iter().map(|product| &product.plans);
    let mut plans = of_products.chain(own.lists.iter().map(|(_, plans)| plans)).flatten();
    own.lists.iter().all(|(product, _)| is_loaded(*product, catalog))
        && plans.all(|plan| !Catalog::lists_plan(*plan) || catalog.plan(*plan).is_some())
}
