//! The smallest repairs of an error: from the facts of its trace, each tried on a copy, none with a part too many.

mod candidates;
pub(crate) mod order;
pub(crate) mod refused;
pub(crate) mod several;
pub(crate) mod trial;

use licensing_core::cure::CureKind;
use licensing_core::{Cure, Tenant};
use licensing_model::{AssignmentError, Command, Path, ProductId, UserId};

use crate::preview::Preview;
use crate::preview::summary::Summary;
use candidates::Candidate;
use order::Keep;
use trial::Trial;

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
    /// Whether the path is in force afterwards; else the wish for it was given up.
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

/// A search under way, one candidate at a time.
#[derive(Debug)]
pub struct Repairing {
    trial: Trial,
    target: Target,
    candidates: Vec<Candidate>,
    next: usize,
    repairs: Repairs,
    keep: Vec<Keep>,
}

impl Repairing {
    /// Begins to look for repairs of a path; none where it is not in error.
    pub fn new(tenant: &Tenant, target: Target, keep: &[Keep]) -> Option<Repairing> {
        if target.is_clear(tenant) {
            return None;
        }
        let trial = Trial::new(tenant);
        let mut repairs = Repairs::default();
        let mut candidates = Vec::new();
        if target.is_clear(trial.settled()) {
            repairs.comes_by_itself = true;
        } else {
            candidates = candidates::candidates(trial.settled(), target);
            candidates.truncate(MOST_CANDIDATES);
        }
        Some(Repairing { trial, target, candidates, next: 0, repairs, keep: keep.to_vec() })
    }

    /// The repairs of a path, looked for in one go; none where it is not in error.
    pub fn all(tenant: &Tenant, target: Target, keep: &[Keep]) -> Option<Repairs> {
        let mut repairing = Repairing::new(tenant, target, keep)?;
        while !repairing.advance() {}
        Some(repairing.finish())
    }

    /// How many candidates were tried, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.candidates.len())
    }

    /// Tries the next candidate. Answers whether all were tried.
    pub fn advance(&mut self) -> bool {
        if let Some(candidate) = self.candidates.get(self.next).cloned() {
            self.next = self.next.saturating_add(1);
            self.consider(candidate);
        }
        self.next >= self.candidates.len()
    }

    /// What was found so far, best first.
    pub fn finish(mut self) -> Repairs {
        order::sort(&mut self.repairs.repairs, &self.keep);
        self.repairs.repairs.truncate(MOST_REPAIRS);
        self.repairs
    }

    fn consider(&mut self, candidate: Candidate) {
        let target = self.target;
        for kind in candidate.cures.iter().map(Cure::kind) {
            if !self.repairs.tried.contains(&kind) {
                self.repairs.tried.push(kind);
            }
        }
        let is_cured = |tenant: &Tenant| target.is_clear(tenant);
        for commands in self.trial.cure(&candidate.cures, target, &is_cured) {
            let commands = self.trial.least(commands, &is_cured);
            if self.repairs.repairs.iter().any(|repair| repair.commands == commands) {
                continue;
            }
            if let Ok(preview) = Preview::of(self.trial.tenant(), commands) {
                let repair = Repair::of(&candidate, preview, &self.trial, target);
                self.repairs.repairs.push(repair);
            }
        }
    }
}

impl Repair {
    fn of(candidate: &Candidate, preview: Preview, trial: &Trial, target: Target) -> Repair {
        // What waits already is not the repair's doing.
        let diff = licensing_core::Diff::of(trial.settled(), &preview.after);
        let mut summary = Summary::of(&diff, &preview.gaps);
        let gap = preview.gaps.iter().find(|gap| gap.user == target.user);
        let row = preview.after.path(target.user, target.product, target.path);
        let in_force = row.is_some_and(|row| row.state.in_force());
        let bought = preview.commands.iter().map(|command| bought(trial.settled(), command)).sum();
        let loses = summary.lose > 0
            || summary.r#move > 0
            || summary.lose_plans > 0
            || summary.fail > 0
            || summary.fail_otherwise > 0
            || summary.addresses > newly_mailed(&diff)
            || summary.gaps > 0;
        let level = match (candidate.is_choice, loses || !in_force) {
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

/// Users whose addresses change because they get a mailbox: that takes nothing from them.
fn newly_mailed(diff: &licensing_core::Diff) -> usize {
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
