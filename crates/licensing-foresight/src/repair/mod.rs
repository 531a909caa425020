//! The smallest repairs of an error: from the facts of its trace, each tried on a copy, none with a part too many.

mod candidates;
pub(crate) mod order;
pub(crate) mod refused;
pub(crate) mod several;
pub(crate) mod trial;
mod weighing;

use std::convert::Infallible;

use licensing_core::cure::CureKind;
use licensing_core::{Cure, Diff, Tenant};
use licensing_model::{AssignmentError, Command, Path, ProductId, Sliced, UserId};

use crate::preview::Preview;
use crate::preview::summary::Summary;
use candidates::Candidate;
use order::Keep;
use trial::{Trial, Tried};
use weighing::Weighing;

/// The path that is in error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// Whose.
    pub user: UserId,
    /// Of which product.
    pub product: ProductId,
    /// By which path.
    pub path: Path,
}

impl Target {
    /// Whether the path is free of an error, or gone.
    pub fn is_clear(self, tenant: &Tenant) -> bool {
        tenant.path(self.user, self.product, self.path).is_none_or(|row| row.error == AssignmentError::None)
    }

    fn is_in_force(self, tenant: &Tenant) -> bool {
        tenant.path(self.user, self.product, self.path).is_some_and(|row| row.state.in_force())
    }

    /// Whether what a deleted group left is a direct license then, which it was not before (R11.3).
    fn becomes_direct(self, before: &Tenant, after: &Tenant) -> bool {
        let direct = Target { path: Path::Direct, ..self };
        direct.is_in_force(after) && !direct.is_in_force(before)
    }
}

/// What a repair costs, as the compiler of Rust grades its suggestions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It cures, and nobody loses anything.
    Cures,
    /// It cures, with side effects.
    SideEffects,
    /// It decides what only the administrator can know.
    NeedsChoice,
}

/// A repair that was tried and cures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What it does to the facts.
    pub cures: Vec<Cure>,
    /// Its commands, in order.
    pub commands: Vec<Command>,
    /// What it costs.
    pub level: Level,
    /// What else it leads to.
    pub summary: Summary,
    /// Whether the path is in force afterwards, or has become direct; else the wish for it was given up.
    pub in_force: bool,
    /// How many units it buys.
    pub bought: u32,
    /// For how many steps its user is without a mailbox.
    pub mailbox_steps: u32,
    /// How many plans its user has more, and how many fewer.
    pub plans: (usize, usize),
}

/// The repairs of an error.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Repairs {
    /// Best first.
    pub repairs: Vec<Repair>,
    /// The kinds that were tried.
    pub tried: Vec<CureKind>,
    /// What waits already brings the path in order: nothing needs to be done.
    pub comes_by_itself: bool,
}

/// So many repairs are kept of one error.
const MOST_REPAIRS: usize = 8;
/// More commands than this make no small repair.
pub(crate) const MOST_COMMANDS: usize = 3;
/// So many candidates are tried.
const MOST_CANDIDATES: usize = 48;

/// A search under way; to drop it is to cancel it.
#[derive(Debug)]
pub struct Repairing {
    trial: Trial,
    target: Target,
    /// None before what waits was processed.
    candidates: Option<Vec<Candidate>>,
    next: usize,
    /// Commands that cure, each with what they come from.
    found: Vec<(Candidate, Vec<Command>)>,
    /// The last of them that was taken out, on its way to a repair.
    weighing: Option<(Candidate, Weighing)>,
    repairs: Repairs,
    keep: Vec<Keep>,
}

impl Repairing {
    /// Begins to look for repairs of a path; none where it is not in error.
    pub fn new(tenant: &Tenant, target: Target, keep: &[Keep]) -> Option<Repairing> {
        Repairing::on(Trial::new(tenant), target, keep)
    }

    /// The same on what was processed already.
    pub(crate) fn on(trial: Trial, target: Target, keep: &[Keep]) -> Option<Repairing> {
        (!target.is_clear(trial.tenant())).then(|| Repairing {
            trial,
            target,
            candidates: None,
            next: 0,
            found: Vec::new(),
            weighing: None,
            repairs: Repairs::default(),
            keep: keep.to_vec(),
        })
    }

    /// The repairs of a path, looked for in one go; none where it is not in error.
    pub fn all(tenant: &Tenant, target: Target, keep: &[Keep]) -> Option<Repairs> {
        let mut repairing = Repairing::new(tenant, target, keep)?;
        let Ok(()) = repairing.complete();
        Some(repairing.finish())
    }

    /// What was found so far, best first.
    pub fn finish(mut self) -> Repairs {
        order::sort(&mut self.repairs.repairs, &self.keep);
        self.repairs.repairs.truncate(MOST_REPAIRS);
        self.repairs
    }

    fn go_on(&mut self, work: u32) -> Tried<()> {
        let Some(candidates) = &self.candidates else {
            self.trial.settle()?;
            self.candidates = Some(self.candidates());
            return Ok(());
        };
        if let Some((candidate, weighing)) = self.weighing.take() {
            match weighing.advance(&self.trial, work) {
                Ok((preview, diff)) => {
                    let repair = Repair::of(&candidate, preview, &diff, &self.trial, self.target);
                    self.repairs.repairs.push(repair);
                }
                Err(weighing) => self.weighing = Some((candidate, weighing)),
            }
        } else if let Some((candidate, commands)) = self.found.pop() {
            if self.repairs.repairs.iter().all(|repair| repair.commands != commands) {
                let weighing = Weighing::new(&self.trial, commands);
                self.weighing = weighing.map(|weighing| (candidate, weighing));
            }
        } else if let Some(candidate) = candidates.get(self.next).cloned() {
            self.trial.go_on()?;
            self.consider(candidate)?;
            self.trial.forget();
            self.next = self.next.saturating_add(1);
        }
        Ok(())
    }

    /// What to try for the path, now that nothing waits.
    fn candidates(&mut self) -> Vec<Candidate> {
        self.repairs.comes_by_itself = self.target.is_clear(self.trial.settled());
        if self.repairs.comes_by_itself {
            return Vec::new();
        }
        let mut candidates = candidates::candidates(self.trial.settled(), self.target);
        candidates.truncate(MOST_CANDIDATES);
        candidates
    }

    fn consider(&mut self, candidate: Candidate) -> Tried<()> {
        let target = self.target;
        for kind in candidate.cures.iter().map(Cure::kind) {
            if !self.repairs.tried.contains(&kind) {
                self.repairs.tried.push(kind);
            }
        }
        let is_cured = |tenant: &Tenant| target.is_clear(tenant);
        let mut found = Vec::new();
        for commands in self.trial.cure(&candidate.cures, target, &is_cured)? {
            let commands = self.trial.least(commands, &is_cured)?;
            found.push((candidate.clone(), commands));
        }
        // The first is taken first.
        self.found = found.into_iter().rev().collect();
        Ok(())
    }
}

impl Sliced for Repairing {
    type Fault = Infallible;

    /// Goes on for about `work` steps or users. Answers whether everything was tried.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.trial.allow(work);
        // What is under way is asked for again by the next call.
        let _ = self.go_on(work);
        let all_tried = self.candidates.as_ref().is_some_and(|candidates| self.next >= candidates.len());
        Ok(all_tried && self.found.is_empty() && self.weighing.is_none())
    }

    fn progress(&self) -> (usize, usize) {
        match &self.candidates {
            // What waits and what is to be tried count for as much as each other.
            None => {
                let (done, all) = self.trial.settling();
                (done, all.max(1).saturating_mul(2))
            }
            Some(candidates) => {
                let (all, done) = (candidates.len().max(1), self.next);
                let waited = if self.trial.has_waiting() { all } else { 0 };
                (waited.saturating_add(done), waited.saturating_add(all))
            }
        }
    }
}

impl Repair {
    fn of(candidate: &Candidate, preview: Preview, diff: &Diff, trial: &Trial, target: Target) -> Repair {
        let mut summary = Summary::of(diff, &preview.gaps);
        let gap = preview.gaps.iter().find(|gap| gap.user == target.user);
        let in_force = target.is_in_force(&preview.after) || target.becomes_direct(trial.settled(), &preview.after);
        let bought = preview.commands.iter().map(|command| bought(trial.settled(), command)).sum();
        // Who decides on the members of a group is not the matter of one error.
        let takes_rule = preview.commands.iter().any(|command| matches!(command, Command::SetMembershipRule(..)));
        let level = match (candidate.is_choice || takes_rule, takes(&summary, diff) || !in_force) {
            (true, _) => Level::NeedsChoice,
            (false, true) => Level::SideEffects,
            (false, false) => Level::Cures,
        };
        summary.short.retain(|(_, count)| *count > 0);
        let own = diff.of_user(target.user);
        Repair {
            cures: candidate.cures.clone(),
            level,
            in_force,
            bought,
            mailbox_steps: gap.map_or(0, |gap| gap.mailbox_steps),
            plans: own.map_or((0, 0), |change| (change.gained.len(), change.lost.len())),
            summary,
            commands: preview.commands,
        }
    }
}

/// Whether anybody loses something, for a while at least.
fn takes(summary: &Summary, diff: &Diff) -> bool {
    summary.lose > 0
        || summary.r#move > 0
        || summary.lose_plans > 0
        || summary.fail > 0
        || summary.fail_otherwise > 0
        || summary.addresses > newly_mailed(diff)
        || summary.gaps > 0
}

/// Users whose addresses change because they get a mailbox: that takes nothing from them.
fn newly_mailed(diff: &Diff) -> usize {
    let gets_mailbox = |user| diff.of_user(user).is_some_and(|change| !change.mailbox.before && change.mailbox.after);
    diff.mailboxes.iter().filter(|change| gets_mailbox(change.user)).count()
}

/// How many units a command buys.
fn bought(tenant: &Tenant, command: &Command) -> u32 {
    match command {
        Command::SetUnits(product, units) => {
            let old = tenant.product(*product).map_or(0, |details| details.units.assignable());
            units.assignable().saturating_sub(old)
        }
        _ => 0,
    }
}
