//! `assignLicense`, of users and of groups.

use std::collections::BTreeSet;

use licensing_core::Tenant;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, Guid, License, Refusal};
use serde_json::{Map, Value};

use crate::Lab;
use crate::answer::written;
use crate::body;
use crate::error::{Failure, Result, brief};
use crate::ids;
use crate::message::{Answer, Request};
use crate::resources::Row;
use crate::resources::groups::GroupRow;
use crate::url::Address;

const ACTION: &str = "assignLicense";
const PARAMETERS: [&str; 2] = ["addLicenses", "removeLicenses"];

/// R10: 200 and the user.
pub(crate) fn to_user(lab: &mut dyn Lab, address: &Address, request: &Request, key: &str) -> Result<Answer> {
    let user = ids::user(lab.tenant(), key)?;
    let change = read(lab.tenant(), request)?;
    crate::apply(lab, Command::ChangeUserLicenses(user, change))?;
    Ok(Answer::ok(written(lab.tenant(), address, &Row::User(user), "users")))
}

/// R1: 202 and the group.
pub(crate) fn to_group(lab: &mut dyn Lab, address: &Address, request: &Request, key: &str) -> Result<Answer> {
    let group = ids::group(lab.tenant(), key)?;
    let change = read(lab.tenant(), request)?;
    crate::apply(lab, Command::ChangeGroupLicenses(group, change))?;
    let tenant = lab.tenant();
    let id = tenant.group_guid(group);
    let location = format!("{}/directoryObjects/{id}/Microsoft.DirectoryServices.Group", address.version.root());
    let body = written(tenant, address, &Row::Group(GroupRow::new(group)), "groups");
    Ok(Answer { status: 202, location: Some(location), body })
}

/// A license to add, as it was asked for.
struct Asked {
    sku: Guid,
    disabled: Vec<Guid>,
}

fn read(tenant: &Tenant, request: &Request) -> Result<LicenseChange> {
    let fields = body::object(request)?;
    if let Some(name) = body::names(&fields).find(|name| !PARAMETERS.contains(name)) {
        return Err(body::not_a_parameter(name, ACTION));
    }
    let missing: Vec<_> = PARAMETERS.into_iter().filter(|name| !fields.contains_key(*name)).collect();
    if !missing.is_empty() {
        return Err(Failure::bad_request(format!(
            "One or more parameters of the operation '{ACTION}' are missing from the request payload. The missing \
             parameters are: {}.",
            missing.join(",")
        )));
    }
    let add = body::list(&fields, "addLicenses")?.unwrap_or_default();
    let add = add.iter().map(asked).collect::<Result<Vec<_>>>()?;
    let remove = body::list(&fields, "removeLicenses")?.unwrap_or_default();
    let remove = remove.iter().map(guid).collect::<Result<Vec<_>>>()?;
    change(tenant, &add, &remove)
}

fn asked(entry: &Value) -> Result<Asked> {
    let Value::Object(fields) = entry else { return Err(body::wrong("addLicenses", "a list of objects", entry)) };
    let known = ["skuId", "disabledPlans"];
    if let Some(name) = body::names(fields).find(|name| !known.contains(name)) {
        return Err(Failure::bad_request(format!(
            "The property '{}' does not exist on type 'microsoft.graph.assignedLicense'. Make sure to only use property \
             names that are defined by the type or mark the type as open type.",
            brief(name)
        )));
    }
    Ok(Asked { sku: sku(fields)?, disabled: disabled(fields)? })
}

fn sku(fields: &Map<String, Value>) -> Result<Guid> {
    match fields.get("skuId") {
        None => Err(Failure::bad_request("The property 'skuId' is missing from an entry of 'addLicenses'.")),
        Some(value) => guid(value),
    }
}

/// An entry that names no disabled plans has none.
fn disabled(fields: &Map<String, Value>) -> Result<Vec<Guid>> {
    body::list(fields, "disabledPlans")?.unwrap_or_default().iter().map(guid).collect()
}

/// An id, or the exact text for null and for what is none.
fn guid(value: &Value) -> Result<Guid> {
    match value {
        Value::Null => Err(Failure::bad_request(
            "A null value was found with the expected type 'Edm.Guid[Nullable=False]'. The expected type \
             'Edm.Guid[Nullable=False]' does not allow null values.",
        )),
        Value::String(text) => licensing_model::Guid::from_plain(text).ok_or_else(malformed),
        _ => Err(malformed()),
    }
}

fn malformed() -> Failure {
    Failure::bad_request(
        "Cannot convert a primitive value to the expected type 'Edm.Guid'. See the inner exception for more details",
    )
}

/// The change as a command has it. Ids that the catalog does not know cannot be put into a command, so they are
/// refused here, each where R1.2 has its turn; the refusals before its turn are the engine's own.
fn change(tenant: &Tenant, add: &[Asked], remove: &[Guid]) -> Result<LicenseChange> {
    let catalog = tenant.catalog();
    let refused = |refusal| Err(Failure::from_refusal(tenant, &refusal));
    let named = || add.iter().map(|asked| asked.sku).chain(remove.iter().copied());
    if let Some(sku) = repeated(add.iter().map(|asked| asked.sku)).or_else(|| repeated(remove.iter().copied())) {
        return match catalog.product_by_guid(sku) {
            Some(product) => refused(Refusal::ProductTwice(product)),
            None => Err(Failure::bad_request(format!("The SKU {sku} is named twice in one list."))),
        };
    }
    for sku in named() {
        match catalog.product_by_guid(sku) {
            Some(product) if tenant.product(product).is_some() => {}
            Some(product) => return refused(Refusal::ProductNotInTenant(product)),
            None => {
                let message = format!("License {sku} does not correspond to a valid company License.");
                return Err(Failure::bad_request(message));
            }
        }
    }
    let product = |sku: &Guid| catalog.product_by_guid(*sku);
    let removed: Vec<_> = remove.iter().filter_map(product).collect();
    let mut added = Vec::with_capacity(add.len());
    let mut unknown = None;
    for asked in add {
        let Some(product) = product(&asked.sku) else { continue };
        let plans = tenant.product(product).map(|details| details.plans).unwrap_or_default();
        let mut disabled = Vec::with_capacity(asked.disabled.len());
        for plan in &asked.disabled {
            match catalog.plan_by_guid(*plan) {
                Some(known) if unknown.is_none() && !plans.contains(&known) => {
                    unknown = Some(Failure::from_refusal(tenant, &Refusal::PlanNotInProduct { product, plan: known }));
                }
                Some(known) => disabled.push(known),
                None => {
                    let message = format!("The service plan {plan} is not part of {}.", tenant.product_name(product));
                    unknown = unknown.or(Some(Failure::bad_request(message)));
                }
            }
        }
        added.push(License { product, disabled });
    }
    if let Some(license) = added.iter().find(|license| removed.contains(&license.product)) {
        return refused(Refusal::ProductInBothLists(license.product));
    }
    match unknown {
        Some(failure) => Err(failure),
        None => Ok(LicenseChange { add: added, remove: removed }),
    }
}

fn repeated(mut ids: impl Iterator<Item = Guid>) -> Option<Guid> {
    let mut seen = BTreeSet::new();
    ids.find(|id| !seen.insert(*id))
}
