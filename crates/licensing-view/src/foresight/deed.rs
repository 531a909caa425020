//! What the commands of a repair do, each as an order: which plans they switch where plans are all that they change. The
//! first act of the example says the same in the same words.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::Tenant;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, GroupId, License, Path, PlanId, ProductId, UserId};
use licensing_wording::{Words, capital};

use crate::describe::describe;
use crate::read;

/// A command in words.
pub(super) struct Deed {
    /// What it does, in small letters.
    pub(super) what: String,
    /// The plans that it switches, where that is not said yet.
    pub(super) switched: Vec<String>,
}

impl Deed {
    /// All of it in one line.
    pub(super) fn whole(self) -> String {
        [capital(&self.what)].into_iter().chain(self.switched).collect::<Vec<_>>().join(". ")
    }
}

/// What commands do, each with the names and licenses that are there then.
pub(super) fn deeds(words: Words, before: &Tenant, commands: &[Command]) -> Vec<Deed> {
    let mut copy = before.clone();
    let deed = |command: &Command| {
        let deed = deed(words, &copy, command);
        // Whether it is accepted was found before.
        let _ = copy.apply(command);
        deed
    };
    commands.iter().map(deed).collect()
}

fn deed(words: Words, tenant: &Tenant, command: &Command) -> Deed {
    let said = match command {
        Command::ChangeUserLicenses(user, change) => of_user(words, tenant, *user, change),
        Command::ChangeGroupLicenses(group, change) => of_group(words, tenant, *group, change),
        _ => None,
    };
    match said {
        Some(what) => Deed { what, switched: Vec::new() },
        None => Deed { what: words.say(&describe(tenant, command)), switched: switched(words, tenant, command) },
    }
}

fn of_user(words: Words, tenant: &Tenant, user: UserId, change: &LicenseChange) -> Option<String> {
    let name = tenant.user_name(user);
    let tag = |product| read::product_name(tenant, product).tag;
    let held = direct(tenant, user);
    match (change.add.as_slice(), change.remove.as_slice()) {
        ([license], []) => {
            let off = turned_off(tenant, words, license, held.get(&license.product)?)?;
            Some(words.way_less_direct(&off, &name, &tag(license.product)))
        }
        ([license], [from]) if !held.contains_key(&license.product) => {
            Some(words.way_swap(&name, &tag(*from), &tag(license.product)))
        }
        ([], [product]) => Some(words.way_no_direct(&name, &tag(*product))),
        _ => None,
    }
}

fn of_group(words: Words, tenant: &Tenant, group: GroupId, change: &LicenseChange) -> Option<String> {
    let ([license], []) = (change.add.as_slice(), change.remove.as_slice()) else { return None };
    let off = turned_off(tenant, words, license, template(tenant, group).get(&license.product)?)?;
    Some(words.way_less_group(&off, &read::product_name(tenant, license.product).tag, &tenant.group_name(group)))
}

/// The plans that a license turns off, where it does nothing else.
fn turned_off(tenant: &Tenant, words: Words, license: &License, before: &BTreeSet<PlanId>) -> Option<String> {
    let after: BTreeSet<PlanId> = license.disabled.iter().copied().collect();
    let off: Vec<String> = after.difference(before).map(|plan| tenant.plan_words(*plan)).collect();
    (!off.is_empty() && before.is_subset(&after)).then(|| words.list(&off))
}

type Held = BTreeMap<ProductId, BTreeSet<PlanId>>;

fn direct(tenant: &Tenant, user: UserId) -> Held {
    let direct = tenant.paths(user).into_iter().filter(|row| row.path == Path::Direct);
    direct.map(|row| (row.product, row.disabled)).collect()
}

fn template(tenant: &Tenant, group: GroupId) -> Held {
    tenant.group(group).map(|details| details.template).unwrap_or_default()
}

/// Which plans a command switches where a product is held already.
fn switched(words: Words, tenant: &Tenant, command: &Command) -> Vec<String> {
    let (change, held) = match command {
        Command::ChangeGroupLicenses(group, change) => (change, template(tenant, *group)),
        Command::ChangeUserLicenses(user, change) => (change, direct(tenant, *user)),
        _ => return Vec::new(),
    };
    let mut said = Vec::new();
    for license in &change.add {
        let Some(before) = held.get(&license.product) else { continue };
        let after: BTreeSet<PlanId> = license.disabled.iter().copied().collect();
        let list = |plans: Vec<&PlanId>| {
            words.list(&plans.into_iter().map(|plan| tenant.plan_words(*plan)).collect::<Vec<_>>())
        };
        let (off, on) = (after.difference(before).collect::<Vec<_>>(), before.difference(&after).collect::<Vec<_>>());
        let product = tenant.product_name(license.product);
        said.extend((!off.is_empty()).then(|| words.repair_turns_off(&list(off), &product)));
        said.extend((!on.is_empty()).then(|| words.repair_turns_on(&list(on), &product)));
    }
    said
}
