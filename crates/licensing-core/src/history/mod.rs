//! Undo and redo, by taking a copy from before and doing again what came after it: exact by construction, because the
//! same actions always give the same tenant (I6, I7).
//!
//! What was undone is not lost: an action done instead of it makes a branch, and the old one can be returned to. Whoever
//! tries and takes back for hours leaves many ways, which share what they have in common: the oldest go when there are more
//! than [`History::MOST_BRANCHES`], or when they have more than [`History::MOST_LEFT`] actions of their own.

mod actions;

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::{Catalog, Command, CommandKind, Refusal};

use crate::apply::Accepted;
use crate::background::{Settled, StepOutcome};
use crate::tenant::Tenant;

pub use self::actions::Actions;

/// One thing that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// An accepted command.
    Command(Command),
    /// So many steps of the background, one after the other.
    Steps(u32),
    /// These commands are collected from now on, and not done yet: all of the draft, which may be empty.
    Draft(Vec<Command>),
}

/// A copy of the tenant as it is when so many actions are done.
#[derive(Clone, Debug)]
struct Checkpoint {
    position: usize,
    tenant: Tenant,
    drafted: Option<usize>,
    /// What doing all of them again would cost.
    cost: usize,
}

/// A tenant with its past and, after undo, its future.
#[derive(Clone, Debug)]
pub struct History {
    tenant: Tenant,
    actions: Actions,
    /// How many of the actions are done.
    position: usize,
    /// Which of those has the draft, if one has.
    drafted: Option<usize>,
    /// Copies at rising positions, also of what is undone; the first is at 0.
    checkpoints: Vec<Checkpoint>,
    /// What doing again would cost since the last checkpoint that is not behind `position`, in users looked at.
    cost: usize,
    /// Ways that were left, oldest first, each with all its actions from the beginning.
    branches: Vec<Actions>,
    /// Which actions are undone and redone together with the one before them, in order.
    joined: Vec<usize>,
}

/// A copy is made when doing again would cost this, or as much as a part of the users: to copy is to count a reference for
/// each page, but each page that is written to afterwards is copied then.
const LEAST_COST: usize = 20_000;
const PART_OF_USERS: usize = 20;
const LEAST_COST_AT_TURN: usize = 2_000;
/// So many copies are kept, and of a large tenant so many as have this many users in all, the first one, the newest and two
/// more at least.
const MOST_CHECKPOINTS: usize = 12;
const LEAST_CHECKPOINTS: usize = 4;
const MOST_USERS_IN_CHECKPOINTS: usize = 2_000_000;

impl History {
    /// So many ways that were left are kept at most.
    pub const MOST_BRANCHES: usize = 200;
    /// So many actions they have at most, each counted from where it leaves the next newer one, the newest from where it
    /// leaves the present one.
    pub const MOST_LEFT: usize = 200_000;
    /// So many commands a draft holds at most.
    pub const MOST_DRAFTED: usize = 100;

    /// A history that begins with `tenant`.
    pub fn new(tenant: Tenant) -> History {
        let first = Checkpoint { position: 0, tenant: tenant.clone(), drafted: None, cost: 0 };
        History {
            tenant,
            actions: Actions::default(),
            position: 0,
            drafted: None,
            checkpoints: alloc::vec![first],
            cost: 0,
            branches: Vec::new(),
            joined: Vec::new(),
        }
    }

    /// The tenant as it is now.
    pub fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// The tenant as it was before the first action.
    pub fn beginning(&self) -> &Tenant {
        // The copy at 0 is never given away.
        self.checkpoints.first().map_or(&self.tenant, |first| &first.tenant)
    }

    /// The actions that were done, then those that were undone.
    pub fn actions(&self) -> &Actions {
        &self.actions
    }

    /// How many actions are done.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The commands that are collected, and not done yet.
    pub fn draft(&self) -> &[Command] {
        match self.drafted.and_then(|at| self.actions.get(at)) {
            Some(Action::Draft(commands)) => commands,
            _ => &[],
        }
    }

    /// Collects these commands instead of those from before; that can be undone. Answers whether there was room.
    pub fn collect(&mut self, commands: Vec<Command>) -> bool {
        let has_room = commands.len() <= History::MOST_DRAFTED;
        if has_room {
            self.add(Action::Draft(commands), 1);
        }
        has_room
    }

    /// Ways that were left by doing something else after an undo, oldest first: each with all its actions.
    pub fn branches(&self) -> &[Actions] {
        &self.branches
    }

    /// Takes over ways that were left, as [`History::branches`] gave them before.
    pub fn set_branches(&mut self, branches: Vec<Actions>) {
        self.branches = branches;
        self.let_branches_go();
    }

    fn let_branches_go(&mut self) {
        let many = self.branches.len().saturating_sub(History::MOST_BRANCHES);
        self.branches.drain(..many);
        if self.branches.iter().map(Actions::len).sum::<usize>() <= History::MOST_LEFT {
            return;
        }
        let (mut left, mut newer) = (History::MOST_LEFT, &self.actions);
        let fits = self.branches.iter().rev().take_while(|branch| {
            let own = branch.len().saturating_sub(branch.shared_with(newer));
            newer = branch;
            match left.checked_sub(own) {
                Some(rest) => {
                    left = rest;
                    true
                }
                None => false,
            }
        });
        let going = self.branches.len().saturating_sub(fits.count());
        self.branches.drain(..going);
    }

    /// How many actions a way has in common with the present one, from the beginning.
    pub fn shared_with(&self, way: &Actions) -> usize {
        self.actions.shared_with(way)
    }

    /// Goes to the end of the branch at `at`; the way that is left for it becomes a branch in its place. Answers
    /// whether there is such a branch.
    pub fn take_branch(&mut self, at: usize) -> bool {
        self.turn_to_branch(at) && self.go_to(self.actions.len())
    }

    /// Goes back as far as the branch at `at` is the present way, and makes its actions the ones that come next; the way
    /// that is left for it becomes a branch in its place. Answers whether there is such a branch.
    pub fn turn_to_branch(&mut self, at: usize) -> bool {
        let Some(branch) = self.branches.get(at) else { return false };
        let shared = self.shared_with(branch);
        if !self.go_to(shared.min(self.position)) {
            return false;
        }
        let Some(branch) = self.branches.get_mut(at) else { return false };
        core::mem::swap(branch, &mut self.actions);
        self.part_from(shared);
        true
    }

    /// Replaces the catalog by a larger part of the same one, now and in every copy from before (R16).
    pub fn load_catalog(&mut self, catalog: &Arc<Catalog>) {
        self.tenant.load_catalog(catalog.clone());
        for checkpoint in &mut self.checkpoints {
            checkpoint.tenant.load_catalog(self.tenant.shared_catalog().clone());
        }
    }

    /// Applies a command; an accepted one can be undone.
    pub fn apply(&mut self, command: Command) -> Result<Accepted, Refusal> {
        self.mark_turn(false);
        let accepted = self.tenant.apply(&command)?;
        self.add(Action::Command(command), 1);
        Ok(accepted)
    }

    /// The same, of a command that was accepted elsewhere: it is asked of the rules, not of what is allowed here.
    pub fn repeat(&mut self, command: Command) -> Result<Accepted, Refusal> {
        self.mark_turn(false);
        let accepted = self.tenant.carry_out(&command)?;
        self.add(Action::Command(command), 1);
        Ok(accepted)
    }

    /// Has commands of all other kinds refused from now on, or none any more, now and at every moment of the past.
    pub fn allow_only(&mut self, kinds: Option<Arc<[CommandKind]>>) {
        for checkpoint in &mut self.checkpoints {
            checkpoint.tenant.allow_only(kinds.clone());
        }
        self.tenant.allow_only(kinds);
    }

    /// Takes a step; one that did something can be undone.
    pub fn step(&mut self) -> Option<StepOutcome> {
        self.mark_turn(true);
        let outcome = self.tenant.step()?;
        self.add(Action::Steps(1), 1);
        Some(outcome)
    }

    /// Takes steps until nothing waits or `most` were taken; they are undone together.
    pub fn settle(&mut self, most: u32) -> Settled {
        self.settle_within(most, u64::MAX)
    }

    /// The same, but not once they have cost `work`, as [`Tenant::settle_within`] counts it.
    pub fn settle_within(&mut self, most: u32, work: u64) -> Settled {
        self.mark_turn(true);
        let settled = self.tenant.settle_within(most, work);
        if settled.steps > 0 {
            self.add(Action::Steps(settled.steps), settled.steps as usize);
        }
        settled
    }

    /// What was done since so many actions were done is one thing to undo and to redo from now on.
    pub fn join_since(&mut self, position: usize) {
        for action in position.saturating_add(1)..self.position {
            if let Err(place) = self.joined.binary_search(&action) {
                self.joined.insert(place, action);
            }
        }
    }

    /// Where undo leads: to before the last action and all that is undone together with it. None where nothing is done.
    pub fn before(&self) -> Option<usize> {
        (0..self.position).rev().find(|action| self.joined.binary_search(action).is_err())
    }

    /// Where redo leads: to after the next action and all that is redone together with it. None where nothing is undone.
    pub fn after(&self) -> Option<usize> {
        let is_end = |position: &usize| self.joined.binary_search(position).is_err();
        (self.position.saturating_add(1)..=self.actions.len()).find(is_end)
    }

    /// Takes back what was done last. Answers whether there was something.
    pub fn undo(&mut self) -> bool {
        self.before().is_some_and(|position| self.go_to(position))
    }

    /// Does again what was undone last. Answers whether there was something.
    pub fn redo(&mut self) -> bool {
        self.after().is_some_and(|position| self.go_to(position))
    }

    /// Goes to the moment at which `position` actions are done. Answers whether there is such a moment.
    pub fn go_to(&mut self, position: usize) -> bool {
        position <= self.actions.len() && self.go_towards(position, usize::MAX, &mut 0)
    }

    /// Goes on towards that moment, for so many users looked at, one at least. Answers whether it is there. Before that so
    /// many steps of the next action are taken as `begun` says, and nothing else may be done than to go on.
    pub fn go_towards(&mut self, position: usize, most: usize, begun: &mut u32) -> bool {
        let position = position.min(self.actions.len());
        if let Some(Checkpoint { position, tenant, drafted, .. }) = self.nearest(position) {
            (self.position, self.tenant, self.drafted) = (*position, tenant.clone(), *drafted);
            self.cost = 0;
        }
        let mut left = most.max(1);
        while self.position < position {
            let Some(action) = self.actions.get(self.position).filter(|_| left > 0) else { return false };
            match action {
                // It was accepted when the tenant was the same.
                Action::Command(command) => _ = self.tenant.carry_out(command),
                Action::Steps(steps) => {
                    let next = steps.saturating_sub(*begun).min(u32::try_from(left).unwrap_or(u32::MAX));
                    self.tenant.settle(next);
                    *begun = begun.saturating_add(next);
                    left = left.saturating_sub(next as usize);
                    if *begun < *steps {
                        return false;
                    }
                    *begun = 0;
                }
                Action::Draft(_) => self.drafted = Some(self.position),
            }
            left = left.saturating_sub(1);
            self.cost = self.cost.saturating_add(cost_of(action));
            self.position = self.position.saturating_add(1);
            self.keep_checkpoint();
        }
        true
    }

    /// What going to the moment at which `position` actions are done costs, in users looked at.
    pub fn cost_of_going_to(&self, position: usize) -> usize {
        let from = self.nearest(position).map_or(self.position, |checkpoint| checkpoint.position);
        let between = self.actions.iter_from(from).take(position.saturating_sub(from));
        between.map(cost_of).fold(0, usize::saturating_add)
    }

    /// The last copy from before that moment, unless the tenant as it is now is nearer.
    fn nearest(&self, position: usize) -> Option<&Checkpoint> {
        let last = self.checkpoints.iter().rfind(|checkpoint| checkpoint.position <= position)?;
        let is_nearer = self.position <= position && self.position >= last.position;
        (!is_nearer).then_some(last)
    }

    fn add(&mut self, action: Action, cost: usize) {
        if let Action::Draft(_) = action {
            self.drafted = Some(self.position);
        }
        let undone = self.actions.get(self.position);
        if undone != Some(&action) {
            let left = undone.is_some().then(|| self.actions.clone());
            self.actions.truncate(self.position);
            self.part_from(self.position);
            self.actions.push(action);
            if let Some(left) = left {
                self.branches.push(left);
                self.let_branches_go();
            }
        }
        self.position = self.position.saturating_add(1);
        self.cost = self.cost.saturating_add(cost);
        self.keep_checkpoint();
    }

    /// The actions from here on are other ones than before: none of them is joined yet, and no copy is of them.
    fn part_from(&mut self, position: usize) {
        let kept = self.joined.partition_point(|action| *action < position);
        self.joined.truncate(kept);
        self.checkpoints.retain(|checkpoint| checkpoint.position <= position);
    }

    /// Makes a copy where steps follow upon commands, or commands upon steps, if doing again costs something: that is where
    /// somebody goes back to.
    fn mark_turn(&mut self, to_steps: bool) {
        let from_steps = is_steps(self.position.checked_sub(1).and_then(|last| self.actions.get(last)));
        if self.cost >= LEAST_COST_AT_TURN && from_steps != to_steps {
            self.make_checkpoint();
        }
    }

    fn bearable_cost(&self) -> usize {
        LEAST_COST.max(self.tenant.user_count() / PART_OF_USERS)
    }

    /// Makes a copy where doing again has become dear, and takes note of one that is there.
    fn keep_checkpoint(&mut self) {
        let at = self.place_of_checkpoint();
        if self.checkpoints.get(at).is_some_and(|checkpoint| checkpoint.position == self.position) {
            self.cost = 0;
        } else if self.cost >= self.bearable_cost() {
            self.make_checkpoint();
        }
    }

    /// Where the copy of the present stands among the others, or would.
    fn place_of_checkpoint(&self) -> usize {
        self.checkpoints.partition_point(|checkpoint| checkpoint.position < self.position)
    }

    fn make_checkpoint(&mut self) {
        let at = self.place_of_checkpoint();
        let before = at.checked_sub(1).and_then(|last| self.checkpoints.get(last)).map_or(0, |last| last.cost);
        let cost = before.saturating_add(core::mem::take(&mut self.cost));
        let (position, drafted) = (self.position, self.drafted);
        self.checkpoints.insert(at, Checkpoint { position, tenant: self.tenant.clone(), drafted, cost });
        let bearable = MOST_USERS_IN_CHECKPOINTS / self.tenant.user_count().max(1);
        while self.checkpoints.len() > bearable.clamp(LEAST_CHECKPOINTS, MOST_CHECKPOINTS) {
            let Some(at) = self.least_needed() else { return };
            self.checkpoints.remove(at);
        }
    }

    /// The copy that is let go first, of all but the first one, the newest and that of the present: one from within a run
    /// rather than one from where somebody goes back to, and of these the one that saves least.
    fn least_needed(&self) -> Option<usize> {
        let position = |at: usize| self.checkpoints.get(at).map_or(0, |checkpoint| checkpoint.position);
        let cost = |at: usize| self.checkpoints.get(at).map_or(0, |checkpoint| checkpoint.cost);
        let is_within = |at: usize| {
            let before = position(at).checked_sub(1).and_then(|last| self.actions.get(last));
            is_steps(before) && is_steps(self.actions.get(position(at)))
        };
        let between = 1..self.checkpoints.len().saturating_sub(1);
        between
            .filter(|at| position(*at) != self.position)
            .min_by_key(|at| (!is_within(*at), cost(at.saturating_add(1)).saturating_sub(cost(at.saturating_sub(1)))))
    }
}

/// What doing an action again costs, in users looked at.
fn cost_of(action: &Action) -> usize {
    match action {
        Action::Command(_) | Action::Draft(_) => 1,
        Action::Steps(steps) => *steps as usize,
    }
}

fn is_steps(action: Option<&Action>) -> bool {
    matches!(action, Some(Action::Steps(_)))
}
