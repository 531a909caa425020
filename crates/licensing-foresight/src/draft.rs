//! Commands that are collected before any of them is applied.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::{Carrier, Tenant};
use licensing_model::command::{License, LicenseChange};
use licensing_model::{Command, Path, PlanId, ProductId};

use crate::preview::{Preview, Refused};

/// A list of commands. They are applied in their order, or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Draft {
    commands: Vec<Command>,
}

/// Products with their disabled plans.
type Licenses = BTreeMap<ProductId, BTreeSet<PlanId>>;

impl Draft {
    /// The most commands that a draft holds.
    pub const MOST: usize = 100;

    /// A draft of these commands; those beyond the most are left out.
    pub fn of(mut commands: Vec<Command>) -> Draft {
        commands.truncate(Draft::MOST);
        Draft { commands }
    }

    /// The commands, in order.
    pub fn commands(&self) -> &[Command] {
        &self.commands
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.commands.is_empty()
    }

    /// Adds a command at the end. Answers whether there was room.
    pub fn add(&mut self, command: Command) -> bool {
        let has_room = self.commands.len() < Draft::MOST;
        if has_room {
            self.commands.push(command);
        }
        has_room
    }

    /// Takes a command out.
    pub fn remove(&mut self, at: usize) -> Option<Command> {
        (at < self.commands.len()).then(|| self.commands.remove(at))
    }

    /// Moves a command to another place. Answers whether both places exist.
    pub fn move_to(&mut self, from: usize, to: usize) -> bool {
        if from >= self.commands.len() || to >= self.commands.len() {
            return false;
        }
        let command = self.commands.remove(from);
        self.commands.insert(to, command);
        true
    }

    /// The same with changes of the same licenses in one request, where that leaves fewer: a swap is then one change
    /// for each user, not a loss and a gain. None where nothing can be put together, or where the result is another.
    pub fn in_fewer(&self, tenant: &Tenant) -> Option<Draft> {
        let mut commands: Vec<Command> = Vec::new();
        let mut places: Vec<(Carrier, usize, Licenses)> = Vec::new();
        for command in &self.commands {
            let Some((carrier, change)) = license_change(command) else {
                commands.push(command.clone());
                continue;
            };
            match places.iter_mut().find(|(other, _, _)| *other == carrier) {
                Some((_, _, licenses)) => apply(licenses, change),
                None => {
                    let mut licenses = licenses_of(tenant, carrier);
                    apply(&mut licenses, change);
                    places.push((carrier, commands.len(), licenses));
                    commands.push(command.clone());
                }
            }
        }
        if commands.len() == self.commands.len() {
            return None;
        }
        for (carrier, at, licenses) in places {
            let change = difference(&licenses_of(tenant, carrier), &licenses);
            if let Some(place) = commands.get_mut(at) {
                *place = match carrier {
                    Carrier::Group(group) => Command::ChangeGroupLicenses(group, change),
                    Carrier::User(user) => Command::ChangeUserLicenses(user, change),
                };
            }
        }
        let draft = Draft { commands };
        let mut copy = tenant.clone();
        draft.commands.iter().all(|command| copy.apply(command).is_ok()).then_some(draft)
    }

    /// Each command by itself, after everything that the ones before it lead to.
    ///
    /// # Errors
    /// The first command that would be refused, with its place.
    pub fn step_by_step(&self, tenant: &Tenant) -> Result<Vec<Preview>, Box<Refused>> {
        let mut stages: Vec<Preview> = Vec::new();
        for (at, command) in self.commands.iter().enumerate() {
            let now = stages.last().map_or(tenant, |stage| &stage.after);
            let stage =
                Preview::of(now, vec![command.clone()]).map_err(|refused| Box::new(Refused { at, ..*refused }))?;
            stages.push(stage);
        }
        Ok(stages)
    }
}

fn license_change(command: &Command) -> Option<(Carrier, &LicenseChange)> {
    match command {
        Command::ChangeGroupLicenses(group, change) => Some((Carrier::Group(*group), change)),
        Command::ChangeUserLicenses(user, change) => Some((Carrier::User(*user), change)),
        _ => None,
    }
}

fn licenses_of(tenant: &Tenant, carrier: Carrier) -> Licenses {
    match carrier {
        Carrier::Group(group) => tenant.group(group).map(|details| details.template).unwrap_or_default(),
        Carrier::User(user) => {
            let rows = tenant.paths(user).into_iter().filter(|row| row.path == Path::Direct);
            rows.map(|row| (row.product, row.disabled)).collect()
        }
    }
}

fn apply(licenses: &mut Licenses, change: &LicenseChange) {
    licenses.retain(|product, _| !change.remove.contains(product));
    licenses.extend(change.add.iter().map(|license| (license.product, license.disabled.iter().copied().collect())));
}

fn difference(old: &Licenses, new: &Licenses) -> LicenseChange {
    let added = new.iter().filter(|(product, disabled)| old.get(*product) != Some(*disabled));
    let license = |(product, disabled): (&ProductId, &BTreeSet<PlanId>)| License {
        product: *product,
        disabled: disabled.iter().copied().collect(),
    };
    LicenseChange {
        add: added.map(license).collect(),
        remove: old.keys().filter(|product| !new.contains_key(*product)).copied().collect(),
    }
}
