//! Repairs of several errors at once: all of a user, all of a group.

use core::cmp::Reverse;
use std::collections::VecDeque;
use std::convert::Infallible;

use licensing_core::{Cure, Diff, Tenant};
use licensing_model::{AssignmentError, Command, GroupId, Path, Sliced, UserId};

use super::order::Keep;
use super::trial::{Pending, Trial, Tried};
use super::weighing::Weighing;
use super::{Level, Repair, Repairing, Repairs, Target, takes};
use crate::preview::Preview;
use crate::preview::summary::Summary;

/// Commands that cure several errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mends {
    /// The commands, in order.
    pub commands: Vec<Command>,
    /// How many of the errors they cure.
    pub cured: usize,
    /// What else they lead to.
    pub summary: Summary,
    /// Whether nobody loses anything and nothing is bought.
    pub is_free: bool,
}

/// So many errors are looked at together.
const MOST_ERRORS: usize = 12;
/// So many proposals are made.
const MOST_PROPOSALS: usize = 4;

/// A search for the repairs of several errors; to drop it is to cancel it.
#[derive(Debug)]
pub struct Mending {
    trial: Trial,
    targets: Vec<Target>,
    keep: Vec<Keep>,
    found: Vec<(Target, Repairs)>,
    stage: Stage,
    mends: Vec<Mends>,
}

/// What is being done.
#[derive(Debug)]
enum Stage {
    /// What waits is processed.
    Settling,
    /// The repairs of each error are looked for.
    Each(Option<Box<Repairing>>),
    /// Proposals for all of them are judged.
    Judging(Proposals),
    /// Each error is cured after those before it.
    Walking(Box<Walk>),
    Done,
}

/// Proposals, and how far judging them is.
#[derive(Debug)]
struct Proposals {
    left: VecDeque<Vec<Command>>,
    /// How many errors the first of them cures, on its way to being weighed.
    weighing: Option<(usize, Weighing)>,
    /// Nothing is tried after them.
    are_last: bool,
}

/// Curing one error after the other, each in the state that the cures before it lead to.
#[derive(Debug)]
struct Walk {
    now: Trial,
    at: usize,
    current: Option<Repairing>,
    commands: Vec<Command>,
}

/// The errors of a group that have a cause of their own, by user.
pub fn errors_of_group(tenant: &Tenant, group: GroupId) -> Vec<Target> {
    let users = tenant.users_with_license_errors(group).into_iter().map(|errors| errors.user);
    users.flat_map(|user| errors(tenant, user, Some(group))).collect()
}

/// The errors of a user that have a cause of their own.
pub fn errors_of_user(tenant: &Tenant, user: UserId) -> Vec<Target> {
    errors(tenant, user, None)
}

fn errors(tenant: &Tenant, user: UserId, group: Option<GroupId>) -> Vec<Target> {
    let is_cause = |error| !matches!(error, AssignmentError::None | AssignmentError::Other);
    let rows = tenant.paths(user).into_iter().filter(|row| is_cause(row.error));
    let mut targets: Vec<Target> = (rows)
        .filter(|row| group.is_none_or(|group| row.path == Path::Group(group)))
        .map(|row| Target { user, product: row.product, path: row.path })
        .collect();
    // What cures one product of a group cures all of them.
    targets.dedup_by_key(|target| target.path);
    targets
}

impl Mending {
    /// Begins with these errors; those beyond the most are left out.
    pub fn new(tenant: &Tenant, mut targets: Vec<Target>, keep: &[Keep]) -> Mending {
        targets.truncate(MOST_ERRORS);
        Mending {
            trial: Trial::new(tenant),
            targets,
            keep: keep.to_vec(),
            found: Vec::new(),
            stage: Stage::Settling,
            mends: Vec::new(),
        }
    }

    /// The repairs of several errors, looked for in one go.
    pub fn all(tenant: &Tenant, targets: Vec<Target>, keep: &[Keep]) -> (Vec<(Target, Repairs)>, Vec<Mends>) {
        let mut mending = Mending::new(tenant, targets, keep);
        let Ok(()) = mending.complete();
        mending.finish()
    }

    /// The repairs of each error, and proposals for all of them together, best first.
    pub fn finish(self) -> (Vec<(Target, Repairs)>, Vec<Mends>) {
        let mut mends = self.mends;
        mends.sort_by_key(|mends| {
            let Summary { lose, lose_mailbox, lose_plans, fail, .. } = &mends.summary;
            (Reverse(mends.cured), !mends.is_free, lose + lose_mailbox, *fail, *lose_plans, mends.commands.len())
        });
        mends.dedup_by(|one, other| one.commands == other.commands);
        mends.truncate(MOST_PROPOSALS);
        (self.found, mends)
    }

    fn look_for_each(&mut self, current: Option<Box<Repairing>>, work: u32) -> Stage {
        let Some(target) = self.targets.get(self.found.len()).copied() else {
            return Stage::Judging(Proposals { left: self.proposals(), weighing: None, are_last: false });
        };
        let begin = || Repairing::on(self.trial.clone(), target, &self.keep).map(Box::new);
        let repairs = match current.or_else(begin) {
            Some(mut current) => {
                let Ok(is_searched) = current.advance(work);
                if !is_searched {
                    return Stage::Each(Some(current));
                }
                current.finish()
            }
            None => Repairs::default(),
        };
        self.found.push((target, repairs));
        Stage::Each(None)
    }

    /// What might cure all errors.
    fn proposals(&self) -> VecDeque<Vec<Command>> {
        let mut proposals: VecDeque<Vec<Command>> = VecDeque::new();
        let mut propose = |commands: Vec<Command>| {
            if !commands.is_empty() && !proposals.contains(&commands) {
                proposals.push_back(commands);
            }
        };
        let is_free = |repair: &&Repair| repair.level == Level::Cures && repair.bought == 0;
        propose(self.union(|repairs| repairs.repairs.iter().find(is_free)));
        propose(self.union(|repairs| repairs.repairs.iter().find(|repair| repair.level == Level::Cures)));
        propose(self.union(|repairs| repairs.repairs.first()));
        // A change of what all have in common, with everybody processed again who needs it.
        for (_, repairs) in &self.found {
            for repair in repairs.repairs.iter().filter(|repair| repair.cures.iter().all(is_shared)) {
                let shared = repair.commands.iter().filter(|command| !asks_again(command));
                let shared: Vec<Command> = shared.cloned().collect();
                propose(self.processed_again(shared.clone()));
                propose(shared);
            }
        }
        proposals
    }

    /// Each error cured in the state that the cures before it lead to: what the first frees, the next can use.
    fn walk(&mut self, mut walk: Box<Walk>, work: u32) -> Stage {
        walk.now.allow(work);
        let Some(target) = self.targets.get(walk.at).copied() else {
            let left = VecDeque::from([self.put_together(walk.commands)]);
            return Stage::Judging(Proposals { left, weighing: None, are_last: true });
        };
        if walk.now.settle().is_err() {
            return Stage::Walking(walk);
        }
        let begin = || Repairing::new(walk.now.settled(), target, &self.keep);
        if let Some(mut current) = walk.current.take().or_else(begin) {
            let Ok(is_searched) = current.advance(work);
            if !is_searched {
                walk.current = Some(current);
                return Stage::Walking(walk);
            }
            if let Some(repair) = current.finish().repairs.into_iter().next() {
                let mut tenant = walk.now.settled().clone();
                for command in &repair.commands {
                    let _ = tenant.apply(command);
                }
                walk.commands.extend(repair.commands);
                walk.now = Trial::new(&tenant);
            }
        }
        walk.at = walk.at.saturating_add(1);
        Stage::Walking(walk)
    }

    /// Goes on judging proposals, one after the other.
    fn judge(&mut self, mut proposals: Proposals, work: u32) -> Stage {
        if let Some((cured, weighing)) = proposals.weighing.take() {
            match weighing.advance(&self.trial, work) {
                Ok((preview, diff)) => self.mends.push(Mends::of(cured, preview, &diff)),
                Err(weighing) => proposals.weighing = Some((cured, weighing)),
            }
        } else if let Some(commands) = proposals.left.front() {
            if let Ok(least) = self.least(commands.clone()) {
                self.trial.forget();
                proposals.left.pop_front();
                proposals.weighing =
                    least.and_then(|(cured, commands)| Some((cured, Weighing::new(&self.trial, commands)?)));
            }
        } else if proposals.are_last || self.mends.iter().any(|mends| mends.cured >= self.targets.len()) {
            return Stage::Done;
        } else {
            let now = Trial::new(self.trial.settled());
            return Stage::Walking(Box::new(Walk { now, at: 0, current: None, commands: Vec::new() }));
        }
        Stage::Judging(proposals)
    }

    /// How many errors the commands cure, and the fewest of them that cure as many; none where they are refused or cure
    /// nothing.
    fn least(&mut self, commands: Vec<Command>) -> Tried<Option<(usize, Vec<Command>)>> {
        let Mending { trial, targets, .. } = self;
        let cured = |tenant: &Tenant| targets.iter().filter(|target| target.is_clear(tenant)).count();
        trial.go_on()?;
        let by_itself = cured(trial.settled());
        let Some(after) = trial.after(&commands)? else { return Ok(None) };
        let reached = cured(&after);
        if reached <= by_itself {
            return Ok(None);
        }
        let least = trial.least(commands, &|tenant| cured(tenant) >= reached)?;
        Ok(Some((reached, least)))
    }

    /// One repair of each error that has one, put together.
    fn union<'a>(&'a self, choose: impl Fn(&'a Repairs) -> Option<&'a Repair>) -> Vec<Command> {
        let mut commands: Vec<Command> = Vec::new();
        for repair in self.found.iter().filter_map(|(_, repairs)| choose(repairs)) {
            commands.extend(repair.commands.iter().cloned());
        }
        self.put_together(commands)
    }

    /// Each command once, purchases of a product as one, and what asks to look again at the end. What would be refused
    /// after the others is left out.
    fn put_together(&self, commands: Vec<Command>) -> Vec<Command> {
        let mut kept: Vec<Command> = Vec::new();
        let old = |product| self.trial.tenant().product(product).map_or(0, |details| details.units.enabled);
        for command in commands {
            let same = kept.iter_mut().find_map(|other| match (other, &command) {
                (Command::SetUnits(product, units), Command::SetUnits(also, more)) if product == also => {
                    Some((*product, units, *more))
                }
                _ => None,
            });
            if let Some((product, units, more)) = same {
                units.enabled = units.enabled.saturating_add(more.enabled.saturating_sub(old(product)));
            } else if !kept.contains(&command) {
                kept.push(command);
            }
        }
        let (again, mut kept): (Vec<Command>, Vec<Command>) = kept.into_iter().partition(asks_again);
        kept.extend(again);
        let mut copy = self.trial.tenant().clone();
        kept.retain(|command| copy.apply(command).is_ok());
        kept
    }

    /// With every user of an error processed again at the end.
    fn processed_again(&self, mut commands: Vec<Command>) -> Vec<Command> {
        for target in &self.targets {
            let command = Command::ReprocessUser(target.user);
            if !commands.contains(&command) {
                commands.push(command);
            }
        }
        commands
    }
}

impl Sliced for Mending {
    type Fault = Infallible;

    /// Goes on for about `work` steps or users. Answers whether everything was tried.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.trial.allow(work);
        let stage = core::mem::replace(&mut self.stage, Stage::Done);
        self.stage = match stage {
            Stage::Settling => match self.trial.settle() {
                Ok(()) => Stage::Each(None),
                Err(Pending) => Stage::Settling,
            },
            Stage::Each(current) => self.look_for_each(current, work),
            Stage::Judging(proposals) => self.judge(proposals, work),
            Stage::Walking(walk) => self.walk(walk, work),
            Stage::Done => Stage::Done,
        };
        Ok(matches!(self.stage, Stage::Done))
    }

    /// How much of the work is done, and how much there is: as much for what waits, if anything does, as for each error
    /// and for all of them together.
    fn progress(&self) -> (usize, usize) {
        const PART: usize = 100;
        let part = |(done, all): (usize, usize)| done.saturating_mul(PART) / all.max(1);
        let waits = usize::from(self.trial.has_waiting());
        let errors = self.targets.len();
        let all = waits.saturating_add(errors).saturating_add(1).saturating_mul(PART);
        let each = |parts: usize| waits.saturating_add(parts).saturating_mul(PART);
        let done = match &self.stage {
            Stage::Settling => waits.saturating_mul(part(self.trial.settling())),
            Stage::Each(current) => {
                let current = current.as_ref().map_or(0, |current| part(current.progress()));
                each(self.found.len()).saturating_add(current)
            }
            Stage::Judging(_) => each(errors),
            Stage::Walking(walk) => each(errors).saturating_add(part((walk.at, errors)) / 2),
            Stage::Done => all,
        };
        (done.min(all), all)
    }
}

impl Mends {
    fn of(cured: usize, preview: Preview, diff: &Diff) -> Mends {
        let summary = Summary::of(diff, &preview.gaps);
        let buys = preview.commands.iter().any(|command| matches!(command, Command::SetUnits(..)));
        Mends { is_free: !buys && !takes(&summary, diff), commands: preview.commands, cured, summary }
    }
}

/// Whether a command only has somebody processed again.
fn asks_again(command: &Command) -> bool {
    matches!(command, Command::ReprocessUser(_))
}

/// Whether a cure changes what users have in common.
fn is_shared(cure: &Cure) -> bool {
    match cure {
        Cure::Buy { .. } | Cure::SetCountry(_) => true,
        Cure::TurnOff { carrier, .. } | Cure::TurnOn { carrier, .. } | Cure::Add { carrier, .. } => {
            matches!(carrier, licensing_core::Carrier::Group(_))
        }
        _ => false,
    }
}
