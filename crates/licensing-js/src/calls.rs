//! The methods of a lab one by one, over whatever holds the tenant: the package has a history, the page its document.

use licensing_core::Accepted;
use licensing_graph::{Lab, Request};
use licensing_model::address::ProxyAddress;
use licensing_model::guid::GuidKind;
use licensing_model::snapshot::RunTarget;
use licensing_model::{Command, Created, Path, Refusal, Units};
use serde_json::{Map, Value, json};

use crate::argument::{Given, Result, object, text, texts, whole};
use crate::misuse::Misuse;
use crate::options::rule_set;
use crate::subject::Subject;
use crate::{find, trace};

/// `graph`: one Graph request. What is no request at all is answered with 400.
pub fn graph(lab: &mut impl Lab, request: &Given) -> Value {
    match read_request(request.as_ref()) {
        Ok(request) => response(licensing_graph::handle(lab, &request)),
        Err(why) => refuse(lab, &why),
    }
}

/// The answer to an argument that cannot be read, with the reason.
pub fn unreadable(lab: &impl Lab, why: &str) -> Value {
    refuse(lab, &format!("The request cannot be read: {why}."))
}

fn refuse(lab: &impl Lab, why: &str) -> Value {
    response(licensing_graph::refuse(lab.tenant(), why))
}

fn response(response: licensing_graph::Response) -> Value {
    let headers: Map<String, Value> = response.headers.into_iter().map(|(name, value)| (name, value.into())).collect();
    json!({ "status": response.status, "headers": headers, "body": response.body })
}

fn read_request(given: Option<&Value>) -> core::result::Result<Request, String> {
    let Some(Value::Object(fields)) = given else {
        return Err("A request is an object with 'method' and 'url'.".to_string());
    };
    let text = |name: &str| match fields.get(name) {
        Some(Value::String(text)) => Ok(text.clone()),
        _ => Err(format!("A request needs '{name}', a string.")),
    };
    let wrong = || "The 'headers' of a request are an object of strings.".to_string();
    let headers = match fields.get("headers") {
        None => Vec::new(),
        Some(Value::Object(headers)) => {
            let header = |(name, value): (&String, &Value)| Some((name.clone(), value.as_str()?.to_string()));
            headers.iter().map(header).collect::<Option<_>>().ok_or_else(wrong)?
        }
        Some(_) => return Err(wrong()),
    };
    Ok(Request { method: text("method")?, url: text("url")?, headers, body: fields.get("body").cloned() })
}

/// `setUnits`: buys or changes a subscription; gives the skuId.
pub fn set_units(lab: &mut impl Lab, sku: &Given, units: &Given) -> Result<String> {
    let product = find::product(lab.tenant(), &text("sku", sku.as_ref())?)?;
    let units = read_units(units.as_ref())?;
    apply(lab, Command::SetUnits(product, units))?;
    Ok(lab.tenant().catalog().product(product).map(|info| info.guid.to_string()).unwrap_or_default())
}

fn read_units(given: Option<&Value>) -> Result<Units> {
    const COUNT: &str = "a whole number from 0 to 100,000,000";
    let Some(Value::Object(_)) = given else {
        const EXPECTED: &str = "a whole number from 0 to 100,000,000, or an object of such numbers";
        return Ok(Units::enabled(whole("units", given, Units::LIMIT, EXPECTED)?));
    };
    let fields = object("units", given, &["enabled", "warning", "suspended", "lockedOut"], COUNT)?;
    let count = |name| fields.get(name).map_or(Ok(0), |count| whole(name, Some(count), Units::LIMIT, COUNT));
    Ok(Units {
        enabled: count("enabled")?,
        warning: count("warning")?,
        suspended: count("suspended")?,
        locked_out: count("lockedOut")?,
    })
}

/// `step`: one step of the background; null when idle.
pub fn step(lab: &mut impl Subject) -> Value {
    let Some(outcome) = lab.step() else { return Value::Null };
    // Of several workers the first names the step; it changed something if any of them did.
    let changed = outcome.taken.iter().any(|taken| taken.changed);
    outcome.taken.first().map_or(Value::Null, |first| {
        let run = match first.run {
            RunTarget::User(_) => "user",
            RunTarget::Group(_) => "group",
            RunTarget::Members(_) => "members",
        };
        json!({ "user": lab.tenant().user_guid(first.user), "run": run, "changed": changed })
    })
}

/// `settle`: steps until idle.
pub fn settle(lab: &mut impl Subject) -> Value {
    json!({ "steps": lab.settle() })
}

/// `reprocessGroup`: the portal's button.
pub fn reprocess_group(lab: &mut impl Lab, group: &Given) -> Result<()> {
    let group = find::group(lab.tenant(), &text("groupId", group.as_ref())?)?;
    apply(lab, Command::ReprocessGroup(group)).map(|_| ())
}

/// `setRules`.
pub fn set_rules(lab: &mut impl Lab, rules: &Given) -> Result<()> {
    let rules = rule_set("rules", rules.as_ref())?;
    apply(lab, Command::SetRuleSet(rules)).map(|_| ())
}

/// `addContact`: gives its id.
pub fn add_contact(lab: &mut impl Lab, name: &Given, addresses: &Given) -> Result<String> {
    let name = text("displayName", name.as_ref())?;
    let addresses = proxy_addresses("addresses", addresses.as_ref())?;
    let accepted = apply(lab, Command::AddContact { name, addresses })?;
    Ok(match accepted.created {
        Some(Created::Contact(contact)) => lab.tenant().guid(GuidKind::Contact, contact.raw()).to_string(),
        _ => String::new(),
    })
}

/// `updateContact`: what is left out stays.
pub fn update_contact(lab: &mut impl Lab, contact: &Given, to: &Given) -> Result<()> {
    let contact = find::contact(lab.tenant(), &text("contactId", contact.as_ref())?)?;
    let fields = object("to", to.as_ref(), &["displayName", "addresses"], "an object")?;
    let name = fields.get("displayName").map(|given| text("displayName", Some(given))).transpose()?;
    let addresses = fields.get("addresses").map(|given| proxy_addresses("addresses", Some(given))).transpose()?;
    apply(lab, Command::UpdateContact { contact, name, addresses }).map(|_| ())
}

/// `deleteContact`.
pub fn delete_contact(lab: &mut impl Lab, contact: &Given) -> Result<()> {
    let contact = find::contact(lab.tenant(), &text("contactId", contact.as_ref())?)?;
    apply(lab, Command::DeleteContact(contact)).map(|_| ())
}

/// `setAddresses`: as Exchange or directory synchronization would.
pub fn set_addresses(lab: &mut impl Lab, user: &Given, to: &Given) -> Result<()> {
    let user = find::user(lab.tenant(), &text("userId", user.as_ref())?)?;
    let fields = object("to", to.as_ref(), &["mail", "proxyAddresses"], "an object")?;
    let mail = match fields.get("mail") {
        None => None,
        Some(Value::Null) => Some(None),
        Some(Value::String(mail)) => Some(Some(mail.clone())),
        Some(_) => return Err(Misuse::Argument { name: "mail", expected: "a string or null" }),
    };
    let given = fields.get("proxyAddresses");
    let proxy_addresses = given.map(|given| proxy_addresses("proxyAddresses", Some(given))).transpose()?;
    apply(lab, Command::SetAddresses { user, mail, proxy_addresses }).map(|_| ())
}

fn proxy_addresses(name: &'static str, given: Option<&Value>) -> Result<Vec<ProxyAddress>> {
    Ok(texts(name, given)?.iter().map(|address| ProxyAddress::parse(address)).collect())
}

/// `addServicePlan`: Microsoft adds a plan to a product.
pub fn add_service_plan(lab: &mut impl Lab, sku: &Given, plan: &Given) -> Result<()> {
    let product = find::product(lab.tenant(), &text("sku", sku.as_ref())?)?;
    let plan = find::plan(lab.tenant(), &text("servicePlanId", plan.as_ref())?)?;
    apply(lab, Command::AddServicePlan(product, plan)).map(|_| ())
}

/// `advance`: lets days pass. Answers whether the clock has them; where it has not, nothing changes.
pub fn advance(lab: &mut impl Lab, days: &Given) -> Result<bool> {
    let days = whole("days", days.as_ref(), u16::MAX, "a whole number from 0 to 65,535")?;
    match lab.apply(Command::Advance { days }) {
        Ok(_) => Ok(true),
        Err(Refusal::ClockOutOfRange) => Ok(false),
        Err(refusal) => Err(Misuse::refused(lab.tenant(), &refusal)),
    }
}

/// `explain`: why a path is as it is; null where there is none.
pub fn explain(lab: &impl Lab, user: &Given, sku: &Given, group: &Given) -> Result<Value> {
    let tenant = lab.tenant();
    let (user, product, path) = find::path(tenant, user, sku, group)?;
    match (tenant.explain(user, product, path), path, group) {
        (Some(explanation), ..) => Ok(trace::json(tenant, &explanation)),
        (None, Path::Group(id), Some(Value::String(key))) if tenant.group(id).is_none() => {
            Err(Misuse::unknown("group", key))
        }
        _ => Ok(Value::Null),
    }
}

fn apply(lab: &mut impl Lab, command: Command) -> Result<Accepted> {
    lab.apply(command).map_err(|refusal| Misuse::refused(lab.tenant(), &refusal))
}
