//! What commands would lead to: applied to a copy, processed until nothing waits, compared.

pub(crate) mod caveats;
pub(crate) mod gaps;
pub(crate) mod lines;
pub(crate) mod summary;

use std::convert::Infallible;

use licensing_core::diff::Comparing;
use licensing_core::{Diff, Tenant};
use licensing_model::{Command, Refusal, Sliced};

use caveats::Caveat;
use gaps::{Gap, Watch};
use lines::Line;
use summary::Summary;

/// A command that would be refused, so that nothing of what was asked for would be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which of the commands, from 0.
    pub at: usize,
    /// That command.
    pub command: Command,
    /// Why.
    pub refusal: Refusal,
    /// The tenant as it would be then, with the names of what the commands before it created.
    pub tenant: Tenant,
}

/// What commands would lead to once nothing waits.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The commands, in order.
    pub commands: Vec<Command>,
    /// The tenant for which this was found; applying is bound to it.
    pub before: Tenant,
    /// The tenant that it becomes.
    pub after: Tenant,
    /// How many steps waited already.
    pub waited: usize,
    /// How many steps all of it takes.
    pub steps: u32,
    /// What differs.
    pub diff: Diff,
    /// What differs because of steps that wait already; none where none wait.
    pub waiting: Option<Diff>,
    /// What users miss for a while although they have it before and after.
    pub gaps: Vec<Gap>,
    /// The figures.
    pub summary: Summary,
    /// The users by what becomes of them.
    pub lines: Vec<Line>,
    /// What was not considered, or rests on an order that nobody documents.
    pub caveats: Vec<Caveat>,
}

impl Preview {
    /// Looks at once; [`Previewing`] does it in slices.
    ///
    /// # Errors
    /// The first command that would be refused.
    pub fn of(tenant: &Tenant, commands: Vec<Command>) -> Result<Preview, Box<Refused>> {
        let mut previewing = Previewing::new(tenant, commands)?;
        let Ok(()) = previewing.complete();
        Ok(previewing.finish())
    }

    /// Whether this was found for just this tenant, so that applying does what is shown (I10).
    pub fn is_of(&self, tenant: &Tenant) -> bool {
        self.before == *tenant
    }

    /// Whether no license, plan, seat or address changes.
    pub fn changes_nothing(&self) -> bool {
        self.diff.is_empty()
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Processing what waits already, on a copy of its own.
    Waiting,
    CompareWaiting,
    Settle,
    Compare,
    Done,
}

/// A preview under way; to drop it is to cancel it.
#[derive(Debug)]
pub struct Previewing {
    commands: Vec<Command>,
    before: Tenant,
    after: Tenant,
    baseline: Option<Tenant>,
    waiting: Option<Diff>,
    waited: usize,
    watch: Watch,
    comparing: Comparing,
    phase: Phase,
    done: usize,
    all: usize,
}

impl Previewing {
    /// Applies the commands to a copy; nothing happens to the tenant itself.
    ///
    /// # Errors
    /// The first command that would be refused.
    pub fn new(tenant: &Tenant, commands: Vec<Command>) -> Result<Previewing, Box<Refused>> {
        let mut after = tenant.clone();
        for (at, command) in commands.iter().enumerate() {
            if let Err(refusal) = after.apply(command) {
                return Err(Box::new(Refused { at, command: command.clone(), refusal, tenant: after }));
            }
        }
        let waited = tenant.waiting_steps();
        let mut watch = Watch::default();
        for user in commands.iter().filter_map(lines::user_of) {
            watch.look(tenant, &after, user);
        }
        let baseline = (waited > 0 && !commands.is_empty()).then(|| tenant.clone());
        let users = tenant.user_count().max(after.user_count());
        let baseline_work = if baseline.is_some() { waited.saturating_add(users) } else { 0 };
        let all = baseline_work.saturating_add(after.waiting_steps()).saturating_add(users).max(1);
        Ok(Previewing {
            comparing: Comparing::new(tenant, &after),
            phase: if baseline.is_some() { Phase::Waiting } else { Phase::Settle },
            before: tenant.clone(),
            commands,
            after,
            baseline,
            waiting: None,
            waited,
            watch,
            done: 0,
            all,
        })
    }

    /// The preview; what is not done yet is done now.
    pub fn finish(mut self) -> Preview {
        let Ok(()) = self.complete();
        let diff = self.comparing.finish();
        let gaps = self.watch.gaps(&self.after);
        let lines = lines::lines(&self.commands, &diff, self.waiting.as_ref());
        let summary = Summary::of(&diff, &gaps);
        let caveats = caveats::caveats(&self.commands, &self.before, &self.after, &diff);
        Preview {
            commands: self.commands,
            steps: self.watch.steps(),
            before: self.before,
            after: self.after,
            waited: self.waited,
            waiting: self.waiting,
            diff,
            gaps,
            summary,
            lines,
            caveats,
        }
    }

    fn settle_baseline(&mut self, most: u32) -> u32 {
        let Some(baseline) = &mut self.baseline else {
            self.phase = Phase::Settle;
            return 0;
        };
        let settled = baseline.settle(most);
        if settled.idle {
            self.comparing = Comparing::new(&self.before, baseline);
            self.phase = Phase::CompareWaiting;
        }
        settled.steps
    }

    fn compare_baseline(&mut self, most: u32) -> u32 {
        let Some(baseline) = &self.baseline else { return 0 };
        let (before, _) = self.comparing.progress();
        let is_done = self.comparing.advance(&self.before, baseline, most as usize);
        let spent = self.comparing.progress().0.saturating_sub(before);
        if is_done {
            self.waiting = Some(core::mem::take(&mut self.comparing).finish());
            self.baseline = None;
            self.phase = Phase::Settle;
        }
        u32::try_from(spent).unwrap_or(u32::MAX)
    }

    fn settle(&mut self, most: u32) -> u32 {
        for spent in 0..most {
            let Some(outcome) = self.after.step() else {
                self.comparing = Comparing::new(&self.before, &self.after);
                self.phase = Phase::Compare;
                return spent;
            };
            self.watch.step(&self.before, &self.after, &outcome);
        }
        most
    }

    fn compare(&mut self, most: u32) -> u32 {
        let (before, _) = self.comparing.progress();
        if self.comparing.advance(&self.before, &self.after, most as usize) {
            self.phase = Phase::Done;
        }
        u32::try_from(self.comparing.progress().0.saturating_sub(before)).unwrap_or(u32::MAX)
    }
}

impl Sliced for Previewing {
    type Fault = Infallible;

    /// Goes on for about `work` steps or users. Answers whether everything is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        let mut left = work.max(1);
        while left > 0 && self.phase != Phase::Done {
            let spent = match self.phase {
                Phase::Waiting => self.settle_baseline(left),
                Phase::CompareWaiting => self.compare_baseline(left),
                Phase::Settle => self.settle(left),
                Phase::Compare => self.compare(left),
                Phase::Done => 0,
            };
            self.done = self.done.saturating_add(spent as usize);
            left = left.saturating_sub(spent.max(1));
        }
        Ok(self.phase == Phase::Done)
    }

    fn progress(&self) -> (usize, usize) {
        if self.phase == Phase::Done { (self.all, self.all) } else { (self.done.min(self.all), self.all) }
    }
}
