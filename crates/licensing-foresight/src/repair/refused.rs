//! What would have to come with a command that is refused.

use licensing_core::cure::CureKind;
use licensing_core::{Carrier, Cure, Tenant};
use licensing_model::command::LicenseChange;
use licensing_model::{Command, PlanId, ProductId, Refusal, Units, UserId};

/// How a command that is refused can be done after all.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Instead {
    /// Lists of commands, each tried on a copy, the shortest first: with something before it, or asking for a little less.
    pub ways: Vec<Vec<Command>>,
    /// The kinds that were tried.
    pub tried: Vec<CureKind>,
}

/// Looks for ways to do what was refused. There are none where the command is accepted.
pub fn repairs_of_refused(tenant: &Tenant, command: &Command) -> Instead {
    let Err(refusal) = tenant.clone().apply(command) else { return Instead::default() };
    let kinds: &[CureKind] = match refusal {
        Refusal::ProductNotInTenant(_) | Refusal::NoAvailableLicenses(_) => &[CureKind::Buy],
        Refusal::InvalidUsageLocation => &[CureKind::Locate],
        Refusal::PrerequisiteMissing { .. } => &[CureKind::TurnOff, CureKind::AddPrerequisite],
        Refusal::PlansExclusive { .. } => &[CureKind::TurnOff, CureKind::Swap],
        _ => &[],
    };
    let before = |first: Vec<Command>| first.into_iter().chain([command.clone()]).collect::<Vec<Command>>();
    let mut tried: Vec<Vec<Command>> = Vec::new();
    match refusal {
        Refusal::ProductNotInTenant(product) => {
            tried.push(before(vec![Command::SetUnits(product, Units::enabled(1))]));
        }
        Refusal::NoAvailableLicenses(product) => {
            let units = tenant.product(product).map(|details| details.units).unwrap_or_default();
            let short = tenant.product(product).map_or(1, |details| {
                details.consumed.saturating_add(1).saturating_sub(details.units.assignable()).max(1)
            });
            let more = Units { enabled: units.enabled.saturating_add(short), ..units };
            tried.push(before(vec![Command::SetUnits(product, more)]));
        }
        Refusal::InvalidUsageLocation => {
            if let Command::ChangeUserLicenses(user, _) = command {
                tried.extend(located(tenant, *user).map(|first| before(vec![first])));
            }
        }
        Refusal::PrerequisiteMissing { plan } => {
            tried.extend(turned_off(tenant, command, &[plan]));
            let any_of = tenant.prerequisites_of(plan);
            if let Some(carrier) = carrier_of(command) {
                for cure in tenant.prerequisites_for(carrier, &any_of) {
                    tried.extend(with_license(tenant, command, &cure));
                }
            }
        }
        Refusal::PlansExclusive { a, b } => {
            tried.extend(turned_off(tenant, command, &[a]));
            tried.extend(turned_off(tenant, command, &[b]));
            tried.extend(instead(tenant, command));
        }
        Refusal::GroupLicensed(group) => {
            let remove = tenant.group(group).map(|details| details.template.into_keys().collect()).unwrap_or_default();
            let change = LicenseChange { add: Vec::new(), remove };
            tried.push(before(vec![Command::ChangeGroupLicenses(group, change)]));
        }
        _ => {}
    }
    let is_accepted = |commands: &Vec<Command>| {
        let mut copy = tenant.clone();
        commands.iter().all(|command| copy.apply(command).is_ok())
    };
    let mut found: Vec<Vec<Command>> = Vec::new();
    for commands in tried.into_iter().filter(is_accepted) {
        if !found.contains(&commands) {
            found.push(commands);
        }
    }
    found.sort_by_key(Vec::len);
    Instead { ways: found, tried: kinds.to_vec() }
}

fn carrier_of(command: &Command) -> Option<Carrier> {
    match command {
        Command::ChangeGroupLicenses(group, _) => Some(Carrier::Group(*group)),
        Command::ChangeUserLicenses(user, _) => Some(Carrier::User(*user)),
        _ => None,
    }
}

fn change_of(command: &Command) -> Option<&LicenseChange> {
    match command {
        Command::ChangeGroupLicenses(_, change) | Command::ChangeUserLicenses(_, change) => Some(change),
        _ => None,
    }
}

fn with_change(command: &Command, change: LicenseChange) -> Option<Command> {
    match command {
        Command::ChangeGroupLicenses(group, _) => Some(Command::ChangeGroupLicenses(*group, change)),
        Command::ChangeUserLicenses(user, _) => Some(Command::ChangeUserLicenses(*user, change)),
        _ => None,
    }
}

/// The usage location set first: the tenant's country.
fn located(tenant: &Tenant, user: UserId) -> Option<Command> {
    let country = tenant.country();
    tenant.commands_of(&[Cure::Locate { user, country }]).pop()
}

/// The same command with plans turned off that it would turn on, also those that need them.
fn turned_off(tenant: &Tenant, command: &Command, plans: &[PlanId]) -> Option<Vec<Command>> {
    let mut change = change_of(command)?.clone();
    let holds =
        |product: ProductId, plan: PlanId| tenant.product(product).is_some_and(|details| details.plans.contains(&plan));
    let mut plans = plans.to_vec();
    // What needs a plan that goes off is named by the next refusal.
    for _ in 0..8 {
        for license in &mut change.add {
            let product = license.product;
            for plan in plans.iter().filter(|plan| holds(product, **plan)) {
                if !license.disabled.contains(plan) {
                    license.disabled.push(*plan);
                }
            }
        }
        let tried = with_change(command, change.clone())?;
        match tenant.clone().apply(&tried) {
            Ok(_) => return Some(vec![tried]),
            Err(Refusal::PrerequisiteMissing { plan }) if !plans.contains(&plan) => plans.push(plan),
            Err(_) => return None,
        }
    }
    None
}

/// The same command with a license more, or a plan turned on.
fn with_license(tenant: &Tenant, command: &Command, cure: &Cure) -> Option<Vec<Command>> {
    let mut change = change_of(command)?.clone();
    for added in tenant.commands_of(core::slice::from_ref(cure)) {
        for license in &change_of(&added)?.add {
            match change.add.iter_mut().find(|own| own.product == license.product) {
                Some(own) => own.disabled.retain(|plan| license.disabled.contains(plan)),
                None => change.add.push(license.clone()),
            }
        }
    }
    Some(vec![with_change(command, change)?])
}

/// The same command as a swap: what clashes with it goes in the same request.
fn instead(tenant: &Tenant, command: &Command) -> Vec<Vec<Command>> {
    let Some(change) = change_of(command) else { return Vec::new() };
    let held: Vec<ProductId> = match command {
        Command::ChangeGroupLicenses(group, _) => {
            tenant.group(*group).map(|details| details.template.into_keys().collect()).unwrap_or_default()
        }
        Command::ChangeUserLicenses(user, _) => tenant.direct_products(*user).collect(),
        _ => Vec::new(),
    };
    let is_touched = |product: &ProductId| {
        change.add.iter().any(|license| license.product == *product) || change.remove.contains(product)
    };
    let swap = |product: ProductId| {
        let mut change = change.clone();
        change.remove.push(product);
        with_change(command, change).map(|command| vec![command])
    };
    held.into_iter().filter(|product| !is_touched(product)).filter_map(swap).collect()
}
