//! Trying commands on copies, in slices.
//!
//! What asks for a trial gets its result, or hears that it is still under way. It asks again then, from the beginning:
//! what was tried already is remembered, so that it comes to the same place at once.

use licensing_core::{Cure, Statement, Tenant};
use licensing_model::command::LicenseChange;
use licensing_model::{Command, Units};

use super::candidates::next_cures;
use super::{MOST_COMMANDS, Target};

/// Steps of the background have to be taken first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pending;

/// What a trial comes to, unless it is under way.
pub(crate) type Tried<T> = Result<T, Pending>;

/// Whether an error is cured.
pub(crate) type IsCured<'a> = &'a dyn Fn(&Tenant) -> bool;

/// A tenant, what it comes to by itself, and what was tried on it.
#[derive(Clone, Debug)]
pub(crate) struct Trial {
    tenant: Tenant,
    /// The tenant on its way to where nothing waits.
    settled: Tenant,
    /// How many steps that takes.
    waited: usize,
    /// What commands lead to; none where one of them is refused.
    tried: Vec<(Vec<Command>, Option<Tenant>)>,
    /// Commands that are being tried.
    under: Option<(Vec<Command>, Tenant)>,
    /// So many steps may be taken now.
    left: u32,
}

impl Trial {
    /// Gets ready to try.
    pub(crate) fn new(tenant: &Tenant) -> Trial {
        Trial {
            tenant: tenant.clone(),
            settled: tenant.clone(),
            waited: tenant.waiting_steps(),
            tried: Vec::new(),
            under: None,
            left: 0,
        }
    }

    /// The tenant as it is.
    pub(crate) fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// The tenant once nothing waits, after [`Trial::settle`].
    pub(crate) fn settled(&self) -> &Tenant {
        &self.settled
    }

    /// Whether something waits in the tenant as it is.
    pub(crate) fn has_waiting(&self) -> bool {
        self.waited > 0
    }

    /// So many steps may be taken from now on, until this is said again.
    pub(crate) fn allow(&mut self, steps: u32) {
        self.left = steps.max(1);
    }

    /// Processes what waits in the tenant as it is.
    pub(crate) fn settle(&mut self) -> Tried<()> {
        settle(&mut self.settled, &mut self.left)
    }

    /// How much of that is done, of so much.
    pub(crate) fn settling(&self) -> (usize, usize) {
        (self.waited.saturating_sub(self.settled.waiting_steps()), self.waited)
    }

    /// Goes on with what is being tried, if anything is.
    pub(crate) fn go_on(&mut self) -> Tried<()> {
        let Some((commands, mut tenant)) = self.under.take() else { return Ok(()) };
        let settled = settle(&mut tenant, &mut self.left);
        match settled {
            Ok(()) => self.tried.push((commands, Some(tenant))),
            Err(Pending) => self.under = Some((commands, tenant)),
        }
        settled
    }

    /// What was tried is not asked for again.
    pub(crate) fn forget(&mut self) {
        self.tried.clear();
    }

    /// What the commands lead to once nothing waits; none where one of them is refused.
    pub(crate) fn after(&mut self, commands: &[Command]) -> Tried<Option<Tenant>> {
        if let Some((_, known)) = self.tried.iter().find(|(tried, _)| tried == commands) {
            return Ok(known.clone());
        }
        let mut tenant = self.tenant.clone();
        if commands.iter().any(|command| tenant.apply(command).is_err()) {
            self.tried.push((commands.to_vec(), None));
            return Ok(None);
        }
        self.under = Some((commands.to_vec(), tenant));
        self.go_on()?;
        Ok(self.tried.last().and_then(|(_, after)| after.clone()))
    }

    fn cures(&mut self, commands: &[Command], is_cured: IsCured<'_>) -> Tried<bool> {
        Ok(self.after(commands)?.is_some_and(|after| is_cured(&after)))
    }

    /// Lists of commands that do these cures, and what else must be done then, and that cure: by themselves, with the
    /// user processed again, or with the next thing in the way cured as well.
    pub(crate) fn cure(&mut self, cures: &[Cure], target: Target, is_cured: IsCured<'_>) -> Tried<Vec<Vec<Command>>> {
        let reprocess = Command::ReprocessUser(target.user);
        let first = self.settled().commands_of(cures);
        if first.is_empty() || first.len() > MOST_COMMANDS {
            return Ok(Vec::new());
        }
        if self.cures(&first, is_cured)? {
            return Ok(vec![first]);
        }
        let with = |mut commands: Vec<Command>| {
            commands.push(reprocess.clone());
            commands
        };
        if first.len() >= MOST_COMMANDS {
            return Ok(Vec::new());
        }
        let again = with(first.clone());
        let Some(after) = self.after(&again)? else { return Ok(Vec::new()) };
        if is_cured(&after) {
            return Ok(vec![again]);
        }
        let mut found = Vec::new();
        if why(&after, target) == why(self.settled(), target) {
            return Ok(found);
        }
        for next in next_cures(&after, target) {
            let mut commands = first.clone();
            let second = after.commands_of(&next);
            // What the first cures did already is not done twice.
            commands.extend(second.into_iter().filter(|command| !first.contains(command)));
            for commands in [commands.clone(), with(commands)] {
                let is_small = commands.len() > first.len() && commands.len() <= MOST_COMMANDS;
                if is_small && self.cures(&commands, is_cured)? {
                    found.push(commands);
                    break;
                }
            }
        }
        Ok(found)
    }

    /// The fewest of these commands that still cure, in their order, each as small as it can be.
    pub(crate) fn least(&mut self, commands: Vec<Command>, is_cured: IsCured<'_>) -> Tried<Vec<Command>> {
        let mut commands = self.fewest(commands, is_cured)?;
        // More is not always better: where rules choose members by what they have, what asks for less may do alone.
        loop {
            let smaller = (0..commands.len()).flat_map(|at| smaller(self.settled(), &commands, at)).collect();
            let Some(smaller) = self.any_that_cures(smaller, is_cured)? else { return Ok(commands) };
            commands = self.fewest(smaller, is_cured)?;
        }
    }

    /// The shortest part of these commands that still cures, or all of them. Of many, one after the other is left out.
    fn fewest(&mut self, mut commands: Vec<Command>, is_cured: IsCured<'_>) -> Tried<Vec<Command>> {
        while let Some(part) = self.any_that_cures(parts(&commands), is_cured)? {
            commands = part;
        }
        Ok(commands)
    }

    fn any_that_cures(&mut self, lists: Vec<Vec<Command>>, is_cured: IsCured<'_>) -> Tried<Option<Vec<Command>>> {
        for commands in lists {
            if self.cures(&commands, is_cured)? {
                return Ok(Some(commands));
            }
        }
        Ok(None)
    }
}

/// Parts of these commands, in their order, the shortest first: of few every one that has some of them and not all, of many
/// those that lack one.
fn parts(commands: &[Command]) -> Vec<Vec<Command>> {
    let without = |left_out: &dyn Fn(usize) -> bool| {
        let kept = commands.iter().enumerate().filter(|(at, _)| !left_out(*at));
        kept.map(|(_, command)| command.clone()).collect()
    };
    if commands.len() > MOST_COMMANDS {
        return (0..commands.len()).map(|at| without(&|other| other == at)).collect();
    }
    let mut masks: Vec<u32> = (1..(1 << commands.len()) - 1).collect();
    masks.sort_by_key(|mask| mask.count_ones());
    masks.into_iter().map(|mask| without(&|at| mask >> at & 1 == 0)).collect()
}

/// Takes steps until nothing waits, as many as are left.
fn settle(tenant: &mut Tenant, left: &mut u32) -> Tried<()> {
    let settled = tenant.settle(*left);
    *left = left.saturating_sub(settled.steps);
    if settled.idle { Ok(()) } else { Err(Pending) }
}

/// What stands in the way, in short.
fn why(tenant: &Tenant, target: Target) -> Option<Vec<Statement>> {
    let trace = tenant.explain(target.user, target.product, target.path)?;
    Some(trace.causes.into_iter().map(|cause| cause.statement).collect())
}

fn replaced(commands: &[Command], at: usize, by: Command) -> Vec<Command> {
    commands.iter().enumerate().map(|(place, command)| if place == at { by.clone() } else { command.clone() }).collect()
}

/// The same commands, the one at this place asking for a little less: one plan fewer turned off, one product fewer taken
/// away, fewer units.
fn smaller(tenant: &Tenant, commands: &[Command], at: usize) -> Vec<Vec<Command>> {
    let Some(command) = commands.get(at) else { return Vec::new() };
    let smaller = match command {
        Command::ChangeGroupLicenses(group, change) => {
            let template = tenant.group(*group).map(|details| details.template).unwrap_or_default();
            let old = |product| template.get(&product).cloned();
            less(change, old).into_iter().map(|change| Command::ChangeGroupLicenses(*group, change)).collect()
        }
        Command::ChangeUserLicenses(user, change) => {
            let old = |product| tenant.path(*user, product, licensing_model::Path::Direct).map(|row| row.disabled);
            less(change, old).into_iter().map(|change| Command::ChangeUserLicenses(*user, change)).collect()
        }
        Command::SetUnits(product, units) => {
            let old = tenant.product(*product).map(|details| details.units).unwrap_or_default();
            let more = units.enabled.saturating_sub(old.enabled);
            let with =
                |more: u32| Command::SetUnits(*product, Units { enabled: old.enabled.saturating_add(more), ..*units });
            if more > 1 { vec![with(more / 2), with(more - 1)] } else { Vec::new() }
        }
        _ => Vec::new(),
    };
    smaller.into_iter().map(|command| replaced(commands, at, command)).collect()
}

fn less(
    change: &LicenseChange,
    old: impl Fn(licensing_model::ProductId) -> Option<std::collections::BTreeSet<licensing_model::PlanId>>,
) -> Vec<LicenseChange> {
    let mut found = Vec::new();
    for (at, license) in change.add.iter().enumerate() {
        let Some(before) = old(license.product) else { continue };
        for plan in license.disabled.iter().filter(|plan| !before.contains(plan)) {
            let mut smaller = change.clone();
            if let Some(license) = smaller.add.get_mut(at) {
                license.disabled.retain(|other| other != plan);
                let is_as_before =
                    license.disabled.iter().copied().collect::<std::collections::BTreeSet<_>>() == before;
                if is_as_before {
                    smaller.add.remove(at);
                }
            }
            if !smaller.add.is_empty() || !smaller.remove.is_empty() {
                found.push(smaller);
            }
        }
    }
    for at in 0..change.remove.len() {
        let mut smaller = change.clone();
        smaller.remove.remove(at);
        if !smaller.add.is_empty() || !smaller.remove.is_empty() {
            found.push(smaller);
        }
    }
    found
}
