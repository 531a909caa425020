//! Looking before leaping, for scripts: previews, repairs and differences as plain values.

use std::sync::Arc;

use licensing_core::{Diff, PathChange, PathValue, Tenant};
use licensing_foresight::{Keep, Level, Repair, Repairing, Target};
use licensing_graph::Lab;
use licensing_graph::transcript::{Meaning, meaning};
use licensing_model::guid::GuidKind;
use licensing_model::{Command, Path, PlanId, ProductId, Units, UserId};
use licensing_view::describe::describe;
use licensing_wording::Words;
use serde_json::{Value, json};

use crate::argument::{Given, Result};
use crate::misuse::Misuse;
use crate::{calls, document, find};

/// `preview`: what a request would be answered, what it would lead to once nothing waits, and the tenant then. Nothing
/// changes.
pub fn preview(lab: &impl Lab, request: &Given) -> Result<Value> {
    let before = lab.tenant();
    let mut copy = before.clone();
    let answer = calls::graph(&mut copy, request);
    copy.settle(u32::MAX);
    let scenario = document::of_tenant(&copy)?;
    let difference = difference(before, &copy);
    Ok(json!({ "status": answer["status"], "body": answer["body"], "difference": difference, "scenario": scenario }))
}

/// `repairs`: the smallest repairs of a path in error, best first; null where there is no such path.
pub fn repairs(lab: &impl Lab, user: &Given, sku: &Given, group: &Given) -> Result<Value> {
    let tenant = lab.tenant();
    let (user, product, path) = find::path(tenant, user, sku, group)?;
    if tenant.path(user, product, path).is_none() {
        return Ok(Value::Null);
    }
    let found = Repairing::all(tenant, Target { user, product, path }, &Keep::ALL);
    let repairs = found.map(|found| found.repairs).unwrap_or_default();
    Ok(repairs.iter().map(|repair| repair_json(tenant, repair)).collect())
}

/// `diff`: what differs between this tenant and the one of a scenario document.
pub fn diff(lab: &impl Lab, other: &Given) -> Result<Value> {
    let Some(Value::Object(_)) = other else {
        return Err(Misuse::Argument { name: "other", expected: "a lab, or an object that `scenario` gave" });
    };
    let tenant = lab.tenant();
    let other = document::from_scenario(&Arc::clone(tenant.shared_catalog()), other)?;
    if !tenant.has_ids_of(other.tenant()) {
        return Err(Misuse::Argument { name: "other", expected: "a lab whose objects have the same ids" });
    }
    Ok(difference(tenant, other.tenant()))
}

fn repair_json(tenant: &Tenant, repair: &Repair) -> Value {
    let mut copy = tenant.clone();
    let commands: Vec<Value> = (repair.commands.iter())
        .map(|command| {
            let value = command_json(&copy, command);
            // It was tried before.
            let _ = copy.apply(command);
            value
        })
        .collect();
    let level = match repair.level {
        Level::Cures => "cures",
        Level::SideEffects => "sideEffects",
        Level::NeedsChoice => "needsChoice",
    };
    json!({
        "level": level,
        "commands": commands,
        "inForce": repair.in_force,
        "unitsBought": repair.bought,
        "stepsWithoutMailbox": repair.mailbox_steps,
        "plansGained": repair.plans.0,
        "plansLost": repair.plans.1,
        "usersNewlyInError": repair.summary.fail,
    })
}

/// A command in words, and as the request or the call of `lab` that does it.
fn command_json(tenant: &Tenant, command: &Command) -> Value {
    let words = Words::english().say(&describe(tenant, command));
    match meaning(tenant, command) {
        Meaning::Graph { request, .. } => {
            let request = json!({ "method": request.method, "url": request.url, "body": request.body });
            json!({ "text": words, "request": request })
        }
        Meaning::Lab { call, .. } => {
            json!({ "text": words, "call": { "method": call.method, "arguments": call.arguments } })
        }
        Meaning::Nowhere { .. } | Meaning::Steps(_) => json!({ "text": words }),
    }
}

fn difference(before: &Tenant, after: &Tenant) -> Value {
    let diff = Diff::of(before, after);
    let of = Difference { before, after };
    let users = diff.user_changes().map(|(user, change)| {
        json!({
            "id": of.user(user),
            "displayName": after.user_name(user),
            "paths": change.paths.iter().map(|path| of.path(path)).collect::<Vec<_>>(),
            "plansGained": of.plans(&change.gained),
            "plansLost": of.plans(&change.lost),
        })
    });
    let seats = diff.seats.iter().map(|seat| {
        let value = |units: Option<Units>, consumed: u32| {
            json!({ "consumedUnits": consumed, "assignable": units.map_or(0, Units::assignable) })
        };
        json!({
            "skuId": of.product(seat.product),
            "before": value(seat.units.before, seat.consumed.before),
            "after": value(seat.units.after, seat.consumed.after),
        })
    });
    let addresses = diff.mailboxes.iter().map(|change| {
        let value = |mailbox: &licensing_core::Mailbox| {
            let addresses: Vec<String> = mailbox.proxy_addresses.iter().map(ToString::to_string).collect();
            json!({ "mail": mailbox.mail, "proxyAddresses": addresses })
        };
        json!({
            "id": of.user(change.user),
            "before": value(&change.mailbox.before),
            "after": value(&change.mailbox.after),
        })
    });
    json!({
        "same": diff.is_empty(),
        "users": users.collect::<Vec<_>>(),
        "seats": seats.collect::<Vec<_>>(),
        "addresses": addresses.collect::<Vec<_>>(),
    })
}

/// The ids of what differs.
struct Difference<'a> {
    before: &'a Tenant,
    after: &'a Tenant,
}

impl Difference<'_> {
    fn user(&self, user: UserId) -> String {
        self.after.guid(GuidKind::User, user.raw()).to_string()
    }

    fn product(&self, product: ProductId) -> String {
        self.before.catalog().product(product).map(|info| info.guid.to_string()).unwrap_or_default()
    }

    fn plans(&self, plans: &[PlanId]) -> Vec<String> {
        plans.iter().map(|plan| self.after.plan_guid(*plan)).collect()
    }

    fn path(&self, path: &PathChange) -> Value {
        let value = |value: &Option<PathValue>| {
            value.as_ref().map(|value| {
                let disabled: Vec<PlanId> = value.disabled.iter().copied().collect();
                let disabled = self.plans(&disabled);
                json!({ "state": value.state.name(), "error": value.error.name(), "disabledPlans": disabled })
            })
        };
        let group = match path.path {
            Path::Direct => None,
            Path::Group(group) => Some(self.after.guid(GuidKind::Group, group.raw()).to_string()),
        };
        json!({
            "skuId": self.product(path.product),
            "assignedByGroup": group,
            "before": value(&path.value.before),
            "after": value(&path.value.after),
        })
    }
}
