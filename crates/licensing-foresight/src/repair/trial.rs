//! Trying commands on copies.

use licensing_core::{Cure, Statement, Tenant};
use licensing_model::command::LicenseChange;
use licensing_model::{Command, Units};

use super::candidates::next_cures;
use super::{MOST_COMMANDS, Target};

/// A tenant, and what it comes to by itself.
#[derive(Debug)]
pub(crate) struct Trial {
    tenant: Tenant,
    settled: Option<Tenant>,
}

impl Trial {
    /// Gets ready to try.
    pub(crate) fn new(tenant: &Tenant) -> Trial {
        let settled = (tenant.queue_length() > 0).then(|| {
            let mut settled = tenant.clone();
            settled.settle(u32::MAX);
            settled
        });
        Trial { tenant: tenant.clone(), settled }
    }

    /// The tenant as it is.
    pub(crate) fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// The tenant once nothing waits.
    pub(crate) fn settled(&self) -> &Tenant {
        self.settled.as_ref().unwrap_or(&self.tenant)
    }

    /// What the commands lead to once nothing waits; none where one of them is refused.
    pub(crate) fn after(&self, commands: &[Command]) -> Option<Tenant> {
        let mut tenant = self.tenant.clone();
        for command in commands {
            tenant.apply(command).ok()?;
        }
        tenant.settle(u32::MAX);
        Some(tenant)
    }

    fn cures(&self, commands: &[Command], is_cured: &dyn Fn(&Tenant) -> bool) -> bool {
        self.after(commands).is_some_and(|after| is_cured(&after))
    }

    /// Lists of commands that do these cures, and what else must be done then, and that cure: by themselves, with the
    /// user processed again, or with the next thing in the way cured as well.
    pub(crate) fn cure(&self, cures: &[Cure], target: Target, is_cured: &dyn Fn(&Tenant) -> bool) -> Vec<Vec<Command>> {
        let reprocess = Command::ReprocessUser(target.user);
        let first = self.settled().commands_of(cures);
        if first.is_empty() || first.len() > MOST_COMMANDS {
            return Vec::new();
        }
        if self.cures(&first, is_cured) {
            return vec![first];
        }
        let with = |mut commands: Vec<Command>| {
            commands.push(reprocess.clone());
            commands
        };
        if first.len() >= MOST_COMMANDS {
            return Vec::new();
        }
        let again = with(first.clone());
        let Some(after) = self.after(&again) else { return Vec::new() };
        if is_cured(&after) {
            return vec![again];
        }
        let mut found = Vec::new();
        if why(&after, target) == why(self.settled(), target) {
            return found;
        }
        for next in next_cures(&after, target) {
            let mut commands = first.clone();
            let second = after.commands_of(&next);
            // What the first cures did already is not done twice.
            commands.extend(second.into_iter().filter(|command| !first.contains(command)));
            for commands in [commands.clone(), with(commands)] {
                let is_small = commands.len() > first.len() && commands.len() <= MOST_COMMANDS;
                if is_small && self.cures(&commands, is_cured) {
                    found.push(commands);
                    break;
                }
            }
        }
        found
    }

    /// The fewest of these commands that still cure, in their order, each as small as it can be.
    pub(crate) fn least(&self, mut commands: Vec<Command>, is_cured: &dyn Fn(&Tenant) -> bool) -> Vec<Command> {
        let mut at = 0;
        while at < commands.len() {
            let mut fewer = commands.clone();
            fewer.remove(at);
            if !fewer.is_empty() && self.cures(&fewer, is_cured) {
                commands = fewer;
                at = 0;
            } else {
                at += 1;
            }
        }
        for at in 0..commands.len() {
            while let Some(smaller) = commands.get(at).and_then(|command| {
                let tried = smaller(self.settled(), command).into_iter();
                tried.map(|smaller| replaced(&commands, at, smaller)).find(|tried| self.cures(tried, is_cured))
            }) {
                commands = smaller;
            }
        }
        commands
    }
}

/// What stands in the way, in short.
fn why(tenant: &Tenant, target: Target) -> Option<Vec<Statement>> {
    let trace = tenant.explain(target.user, target.product, target.path)?;
    Some(trace.causes.into_iter().map(|cause| cause.statement).collect())
}

fn replaced(commands: &[Command], at: usize, by: Command) -> Vec<Command> {
    commands.iter().enumerate().map(|(place, command)| if place == at { by.clone() } else { command.clone() }).collect()
}

/// The same command asking for a little less: one plan fewer turned off, one product fewer taken away, fewer units.
fn smaller(tenant: &Tenant, command: &Command) -> Vec<Command> {
    match command {
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
    }
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
