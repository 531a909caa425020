//! Repairs of several errors at once: all of a user, all of a group.

use core::cmp::Reverse;

use licensing_core::{Cure, Tenant};
use licensing_model::{AssignmentError, Command, GroupId, Path, UserId};

use super::order::Keep;
use super::trial::Trial;
use super::{Level, Repair, Repairing, Repairs, Target};
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

/// A search for the repairs of several errors, one error at a time.
#[derive(Debug)]
pub struct Mending {
    trial: Trial,
    targets: Vec<Target>,
    keep: Vec<Keep>,
    found: Vec<(Target, Repairs)>,
    current: Option<Repairing>,
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
        Mending { trial: Trial::new(tenant), targets, keep: keep.to_vec(), found: Vec::new(), current: None }
    }

    /// The repairs of several errors, looked for in one go.
    pub fn all(tenant: &Tenant, targets: Vec<Target>, keep: &[Keep]) -> (Vec<(Target, Repairs)>, Vec<Mends>) {
        let mut mending = Mending::new(tenant, targets, keep);
        while !mending.advance() {}
        mending.finish()
    }

    /// How many errors were looked at, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.found.len(), self.targets.len())
    }

    /// Tries one candidate for one error. Answers whether all were tried.
    pub fn advance(&mut self) -> bool {
        let Some(target) = self.targets.get(self.found.len()).copied() else { return true };
        if self.current.is_none() {
            self.current = Repairing::new(self.trial.tenant(), target, &self.keep);
        }
        let is_done = self.current.as_mut().is_none_or(Repairing::advance);
        if is_done {
            let repairs = self.current.take().map(Repairing::finish).unwrap_or_default();
            self.found.push((target, repairs));
        }
        self.found.len() >= self.targets.len()
    }

    /// The repairs of each error, and proposals for all of them together, best first.
    pub fn finish(self) -> (Vec<(Target, Repairs)>, Vec<Mends>) {
        let mut proposals: Vec<Vec<Command>> = Vec::new();
        let mut propose = |commands: Vec<Command>| {
            if !commands.is_empty() && !proposals.contains(&commands) {
                proposals.push(commands);
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
        let mut mends: Vec<Mends> = proposals.into_iter().filter_map(|commands| self.judge(commands)).collect();
        if mends.iter().all(|mends| mends.cured < self.targets.len())
            && let Some(mended) = self.judge(self.one_after_the_other())
        {
            mends.push(mended);
        }
        mends.sort_by_key(|mends| {
            let Summary { lose, lose_mailbox, lose_plans, fail, .. } = &mends.summary;
            (Reverse(mends.cured), !mends.is_free, lose + lose_mailbox, *fail, *lose_plans, mends.commands.len())
        });
        mends.dedup_by(|one, other| one.commands == other.commands);
        mends.truncate(MOST_PROPOSALS);
        (self.found, mends)
    }

    /// One repair of each error that has one, put together.
    fn union<'a>(&'a self, choose: impl Fn(&'a Repairs) -> Option<&'a Repair>) -> Vec<Command> {
        let mut commands: Vec<Command> = Vec::new();
        for repair in self.found.iter().filter_map(|(_, repairs)| choose(repairs)) {
            commands.extend(repair.commands.iter().cloned());
        }
        self.put_together(commands)
    }

    /// Each error cured in the state that the cures before it lead to: what the first frees, the next can use.
    fn one_after_the_other(&self) -> Vec<Command> {
        let mut commands: Vec<Command> = Vec::new();
        let mut now = self.trial.settled().clone();
        for target in &self.targets {
            let Some(repairs) = Repairing::all(&now, *target, &self.keep) else { continue };
            let Some(repair) = repairs.repairs.into_iter().next() else { continue };
            for command in &repair.commands {
                let _ = now.apply(command);
            }
            now.settle(u32::MAX);
            commands.extend(repair.commands);
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

    /// Tries commands: none where they are refused or cure nothing.
    fn judge(&self, commands: Vec<Command>) -> Option<Mends> {
        let is_cured = |tenant: &Tenant| self.targets.iter().filter(|target| target.is_clear(tenant)).count();
        let by_itself = is_cured(self.trial.settled());
        let reached = is_cured(&self.trial.after(&commands)?);
        if reached <= by_itself {
            return None;
        }
        let commands = self.trial.least(commands, &|tenant| is_cured(tenant) >= reached);
        let preview = Preview::of(self.trial.tenant(), commands).ok()?;
        let summary = Summary::of(&licensing_core::Diff::of(self.trial.settled(), &preview.after), &preview.gaps);
        let buys = preview.commands.iter().any(|command| matches!(command, Command::SetUnits(..)));
        let loses = summary.lose + summary.r#move + summary.lose_plans + summary.fail + summary.fail_otherwise;
        let is_free = !buys && loses == 0;
        Some(Mends { commands: preview.commands, cured: reached, summary, is_free })
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
