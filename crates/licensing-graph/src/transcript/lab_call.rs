//! Commands without a Graph request as calls of `lab`.

use core::fmt;

use licensing_core::Tenant;
use licensing_model::address::ProxyAddress;
use licensing_model::{Command, Units};
use serde_json::{Map, Value};

use super::one_line;
use super::request::{plan_id, sku_id};

/// A call of a method of `lab`, of the npm package's class or of the page's `window.licensingLab`.
#[derive(Clone, Debug, PartialEq)]
pub struct LabCall {
    /// The method's name.
    pub method: &'static str,
    /// Its arguments.
    pub arguments: Vec<Value>,
}

impl LabCall {
    /// The call that stands in for a command, if one does.
    pub(super) fn of(tenant: &Tenant, command: &Command) -> Option<LabCall> {
        let (method, arguments) = match command {
            Command::SetUnits(product, given) => ("setUnits", vec![sku_id(tenant, *product).into(), units(*given)]),
            Command::AddServicePlan(product, plan) => {
                ("addServicePlan", vec![sku_id(tenant, *product).into(), plan_id(tenant, *plan).into()])
            }
            Command::SetAddresses { user, mail, proxy_addresses } => {
                let mut to = Map::new();
                if let Some(mail) = mail {
                    to.insert("mail".to_string(), mail.as_deref().into());
                }
                if let Some(proxies) = proxy_addresses {
                    to.insert("proxyAddresses".to_string(), addresses(proxies));
                }
                ("setAddresses", vec![tenant.user_guid(*user).into(), Value::Object(to)])
            }
            Command::AddContact { name, addresses: held } => {
                ("addContact", vec![name.as_str().into(), addresses(held)])
            }
            Command::UpdateContact { contact, name, addresses: held } => {
                let mut to = Map::new();
                if let Some(name) = name {
                    to.insert("displayName".to_string(), name.as_str().into());
                }
                if let Some(held) = held {
                    to.insert("addresses".to_string(), addresses(held));
                }
                ("updateContact", vec![tenant.contact_guid(*contact).into(), Value::Object(to)])
            }
            Command::DeleteContact(contact) => ("deleteContact", vec![tenant.contact_guid(*contact).into()]),
            Command::SetRuleSet(rules) => ("setRules", vec![rules.name().into()]),
            Command::Advance { days } => ("advance", vec![(*days).into()]),
            Command::ReprocessGroup(group) => ("reprocessGroup", vec![tenant.group_guid(*group).into()]),
            _ => return None,
        };
        Some(LabCall { method, arguments })
    }
}

impl fmt::Display for LabCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "lab.{}(", self.method)?;
        for (at, argument) in self.arguments.iter().enumerate() {
            let separator = if at > 0 { ", " } else { "" };
            write!(f, "{separator}{}", one_line::json(argument))?;
        }
        f.write_str(")")
    }
}

/// A number where all units are enabled, else an object of those that there are.
fn units(units: Units) -> Value {
    if units == Units::enabled(units.enabled) {
        return units.enabled.into();
    }
    let parts = [
        ("enabled", units.enabled),
        ("warning", units.warning),
        ("suspended", units.suspended),
        ("lockedOut", units.locked_out),
    ];
    let some = parts.into_iter().filter(|(_, count)| *count > 0);
    Value::Object(some.map(|(name, count)| (name.to_string(), count.into())).collect())
}

fn addresses(addresses: &[ProxyAddress]) -> Value {
    addresses.iter().map(|address| Value::from(address.to_string())).collect()
}
