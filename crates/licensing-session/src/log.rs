//! A history in which every action has a name, and its last steps what they did. Names are given while actions are
//! played, once.

use std::collections::VecDeque;

use licensing_core::{Accepted, Action, History, StepOutcome, Tenant};
use licensing_graph::transcript::Done;
use licensing_model::{Command, Created, Refusal};
use licensing_scenario::Player;
use licensing_view::describe;
use licensing_view::step::{Before, StepKind, StepRecord};
use licensing_wording::Message;

/// Steps that are listed.
const STEPS: usize = 60;

/// A step, and how many actions were done right after it.
#[derive(Clone, Debug)]
struct LoggedStep {
    position: usize,
    record: StepRecord,
}

/// What was done up to a moment of a history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Commands.
    pub commands: usize,
    /// Steps of the background.
    pub steps: usize,
}

/// What is known of an action of the history.
#[derive(Clone, Debug)]
struct Label {
    /// What it is called.
    name: Message,
    /// What it created.
    created: Option<Created>,
    /// What all that is undone together up to here is called, where that is more than this action.
    together: Option<Message>,
    /// Where its end is.
    end: Moment,
    /// What the simulated clock showed right after it.
    clock: u32,
    /// What came of it, if it is a step.
    step: Option<StepKind>,
}

/// A history with the names of its actions.
#[derive(Clone, Debug)]
pub(crate) struct Log {
    history: History,
    /// Of each action of the history.
    labels: Vec<Label>,
    /// The last steps, newest first.
    steps: VecDeque<LoggedStep>,
}

impl Log {
    /// A history that begins with `tenant`.
    pub(crate) fn new(tenant: Tenant) -> Log {
        Log { history: History::new(tenant), labels: Vec::new(), steps: VecDeque::new() }
    }

    /// The history.
    pub(crate) fn history(&self) -> &History {
        &self.history
    }

    /// The history, for what leaves its actions as they are.
    pub(crate) fn history_mut(&mut self) -> &mut History {
        &mut self.history
    }

    /// The tenant as it is now.
    pub(crate) fn tenant(&self) -> &Tenant {
        self.history.tenant()
    }

    /// Carries out a command, or says why not.
    pub(crate) fn command(&mut self, command: Command) -> Result<Accepted, Refusal> {
        self.carry_out(command, History::apply)
    }

    /// Carries out a command that was accepted elsewhere, or says why not.
    pub(crate) fn follow(&mut self, command: Command) -> Result<Accepted, Refusal> {
        self.carry_out(command, History::repeat)
    }

    fn carry_out(
        &mut self,
        command: Command,
        apply: fn(&mut History, Command) -> Result<Accepted, Refusal>,
    ) -> Result<Accepted, Refusal> {
        let name = describe::describe(self.tenant(), &command);
        let is_again = matches!(self.next(), Some(Action::Command(next)) if *next == command);
        let accepted = apply(&mut self.history, command)?;
        self.note(is_again, name, accepted.created, Moment { commands: 1, steps: 0 });
        Ok(accepted)
    }

    /// Collects these commands from now on. Answers whether there was room.
    pub(crate) fn collect(&mut self, commands: Vec<Command>) -> bool {
        let name = describe::describe_draft(self.tenant(), self.history.draft(), &commands);
        let is_again = matches!(self.next(), Some(Action::Draft(next)) if *next == commands);
        let has_room = self.history.collect(commands);
        if has_room {
            self.note(is_again, name, None, Moment::default());
        }
        has_room
    }

    /// Takes one step; none where nothing waits.
    pub(crate) fn step(&mut self) -> Option<StepOutcome> {
        let is_again = self.next() == Some(&Action::Steps(1));
        self.take_step(is_again)
    }

    /// Takes one step, gives it its name unless it has one already, and remembers what it did.
    fn take_step(&mut self, is_again: bool) -> Option<StepOutcome> {
        let before = Before::of(self.tenant());
        let outcome = self.history.step()?;
        self.note_steps(is_again, 1);
        self.log(StepRecord::new(&before, self.tenant(), self.history.position(), &outcome));
        Some(outcome)
    }

    /// Takes so many steps, or as many as there are, as one action. Answers how many.
    pub(crate) fn settle(&mut self, most: u32) -> u32 {
        self.settle_within(most, u64::MAX)
    }

    /// The same, but not once they have cost `work`.
    pub(crate) fn settle_within(&mut self, most: u32, work: u64) -> u32 {
        if most == 1 {
            return u32::from(self.step().is_some());
        }
        let next = match self.next() {
            Some(Action::Steps(steps)) => *steps,
            _ => 0,
        };
        let steps = self.history.settle_within(most, work).steps;
        if steps > 0 {
            self.note_steps(next == steps, steps);
            self.log(StepRecord::many(self.history.position(), steps as usize));
        }
        steps
    }

    /// Goes to the moment at which so many actions are done. Answers whether there is such a moment, another than now.
    pub(crate) fn go_to(&mut self, position: usize) -> bool {
        let is_there = self.is_another(position);
        if is_there {
            self.go_towards(position, usize::MAX, &mut 0);
        }
        is_there
    }

    /// Whether there is such a moment, another than now.
    pub(crate) fn is_another(&self, position: usize) -> bool {
        position != self.history.position() && position <= self.history.actions().len()
    }

    /// Goes on towards a moment that there is, as [`History::go_towards`] does. Answers whether it is there.
    pub(crate) fn go_towards(&mut self, position: usize, most: usize, begun: &mut u32) -> bool {
        let before = position.checked_sub(1);
        match before.filter(|before| self.history.actions().get(*before) == Some(&Action::Steps(1))) {
            // What the step did is wanted, too.
            Some(before) => {
                let is_before = self.history.go_towards(before, most, begun);
                if is_before {
                    self.take_step(true);
                }
                is_before
            }
            None => self.history.go_towards(position, most, begun),
        }
    }

    /// Goes on with a way that was left, at its end; the present one is kept in its place. Answers whether there is such
    /// a way.
    pub(crate) fn take_branch(&mut self, at: usize) -> bool {
        let Some(branch) = self.history.branches().get(at) else { return false };
        let shared = self.history.shared_with(branch);
        if !self.history.turn_to_branch(at) {
            return false;
        }
        self.labels.truncate(shared);
        self.steps.retain(|step| step.position <= shared);
        self.history.go_to(shared);
        while self.play_next() {}
        true
    }

    /// Does the action that comes next, and gives it its name. Answers whether there was one.
    fn play_next(&mut self) -> bool {
        let position = self.history.position();
        let Some(action) = self.history.actions().get(position) else { return false };
        match action {
            Action::Command(command) => {
                let name = describe::describe(self.tenant(), command);
                let created = self.tenant().will_create(command);
                self.history.go_to(position.saturating_add(1));
                self.note(false, name, created, Moment { commands: 1, steps: 0 });
            }
            Action::Draft(commands) => {
                let name = describe::describe_draft(self.tenant(), self.history.draft(), commands);
                self.history.go_to(position.saturating_add(1));
                self.note(false, name, None, Moment::default());
            }
            Action::Steps(1) => _ = self.take_step(false),
            Action::Steps(steps) => {
                let steps = *steps;
                self.history.go_to(position.saturating_add(1));
                self.note_steps(false, steps);
                self.log(StepRecord::many(self.history.position(), steps as usize));
            }
        }
        self.history.position() > position
    }

    /// The action that redo would begin with.
    fn next(&self) -> Option<&Action> {
        self.history.actions().get(self.history.position())
    }

    fn note_steps(&mut self, is_again: bool, steps: u32) {
        let did = Moment { commands: 0, steps: steps as usize };
        let name = match steps {
            1 => Message::do_step(self.history.position()),
            _ => Message::count_steps(did.steps),
        };
        self.note(is_again, name, None, did);
    }

    /// Gives the action that was done last its name. What was undone and is done by hand again has it already.
    fn note(&mut self, is_again: bool, name: Message, created: Option<Created>, did: Moment) {
        if is_again {
            return;
        }
        let before = self.history.position().saturating_sub(1);
        let begin = self.moment_at(before);
        let end = Moment { commands: begin.commands + did.commands, steps: begin.steps + did.steps };
        self.labels.truncate(before);
        let clock = self.tenant().clock();
        self.labels.push(Label { name, created, together: None, end, clock, step: None });
        // What was undone before is gone for good.
        self.steps.retain(|step| step.position <= before);
    }

    /// What was done since so many actions were done is undone together from now on. Answers what all of it is called, if
    /// there is any.
    pub(crate) fn join_since(&mut self, position: usize) -> Option<&Message> {
        self.history.join_since(position);
        // A draft is applied: it is emptied, then its commands are done.
        let is_draft = matches!(self.history.actions().get(position), Some(Action::Draft(left)) if left.is_empty());
        let (last, before) = self.labels.get_mut(position..self.history.position())?.split_last_mut()?;
        if let Some(first) = before.first() {
            last.together = Some(match is_draft {
                true => Message::do_draft_apply(before.len()),
                false => Message::and_more(before.len(), first.name.clone()),
            });
        }
        Some(last.whole())
    }

    /// Where undo leads, and what it takes back.
    pub(crate) fn before(&self) -> Option<(usize, &Message)> {
        let last = self.history.position().checked_sub(1)?;
        Some((self.history.before()?, self.labels.get(last)?.whole()))
    }

    /// Where redo leads, and what it does again.
    pub(crate) fn after(&self) -> Option<(usize, &Message)> {
        let position = self.history.after()?;
        Some((position, self.labels.get(position.checked_sub(1)?)?.whole()))
    }

    /// What was done up to here.
    pub(crate) fn moment(&self) -> Moment {
        self.moment_at(self.history.position())
    }

    /// What is done when so many actions are done.
    pub(crate) fn moment_at(&self, position: usize) -> Moment {
        position.checked_sub(1).and_then(|last| self.labels.get(last)).map(|label| label.end).unwrap_or_default()
    }

    /// How many actions were done right after what the simulated clock dates `time`; none where that was before the
    /// history began.
    pub(crate) fn moment_of(&self, time: u32) -> Option<usize> {
        // What an action does is dated by the clock before it; the action moves the clock on.
        let before = self.labels.partition_point(|label| label.clock <= time);
        let is_here = time >= self.history.beginning().clock() && before < self.labels.len();
        is_here.then_some(before + 1)
    }

    /// What an action of the history is called.
    pub(crate) fn name_of(&self, action: usize) -> Option<&Message> {
        self.labels.get(action).map(|label| &label.name)
    }

    /// Every action up to here, oldest first, with what it is called and what it created.
    pub(crate) fn done(&self) -> impl Iterator<Item = Done<'_>> {
        let done = self.history.actions().iter().zip(&self.labels).take(self.history.position());
        done.map(|(action, label)| Done { action, name: &label.name, created: label.created })
    }

    /// The last commands up to here, at most so many, oldest first: which each is of all commands, counted from 1, itself,
    /// and what the simulated clock showed right after it.
    pub(crate) fn last_commands(&self, most: usize) -> Vec<(usize, &Command, u32)> {
        let done = self.history.actions().iter().zip(&self.labels).take(self.history.position());
        let commands = done.filter_map(|(action, label)| match action {
            Action::Command(command) => Some((label.end.commands, command, label.clock)),
            Action::Steps(_) | Action::Draft(_) => None,
        });
        let commands: Vec<_> = commands.collect();
        let first = commands.len().saturating_sub(most);
        commands.into_iter().skip(first).collect()
    }

    /// Of each action of the history what came of it, if it is a step.
    pub(crate) fn kinds(&self) -> impl ExactSizeIterator<Item = Option<StepKind>> {
        self.labels.iter().map(|label| label.step)
    }

    /// What the step did after which so many actions are done, if it was a step and is remembered.
    pub(crate) fn step_at(&self, position: usize) -> Option<&StepRecord> {
        self.steps.iter().find(|step| step.position == position).map(|step| &step.record)
    }

    /// The last steps up to here, newest first.
    pub(crate) fn last_steps(&self) -> impl Iterator<Item = &StepRecord> {
        let position = self.history.position();
        self.steps.iter().filter(move |step| step.position <= position).map(|step| &step.record)
    }

    fn log(&mut self, record: StepRecord) {
        let position = self.history.position();
        if let Some(label) = position.checked_sub(1).and_then(|last| self.labels.get_mut(last)) {
            label.step = Some(record.kind());
        }
        let at = self.steps.iter().position(|step| step.position <= position).unwrap_or(self.steps.len());
        match self.steps.get_mut(at).filter(|step| step.position == position) {
            Some(step) => step.record = record,
            None => self.steps.insert(at, LoggedStep { position, record }),
        }
        if self.steps.len() > STEPS {
            // What is farthest from here goes.
            let ahead = self.steps.front().map_or(0, |step| step.position.saturating_sub(position));
            let behind = self.steps.back().map_or(0, |step| position.saturating_sub(step.position));
            let _ = if ahead > behind { self.steps.pop_front() } else { self.steps.pop_back() };
        }
    }
}

impl Label {
    /// What is undone with this action, as the last of what is undone together.
    fn whole(&self) -> &Message {
        self.together.as_ref().unwrap_or(&self.name)
    }
}

impl Player for Log {
    // To name an action, names are put together and what a step did is looked at.
    const COST: u32 = 50;

    fn begin(tenant: Tenant) -> Log {
        Log::new(tenant)
    }

    fn history(&mut self) -> &mut History {
        &mut self.history
    }

    fn command(&mut self, command: Command) -> Result<(), Refusal> {
        Log::command(self, command).map(|_| ())
    }

    fn steps(&mut self, most: u32) -> u32 {
        self.settle(most)
    }

    fn draft(&mut self, commands: Vec<Command>) {
        self.collect(commands);
    }
}
