//! The methods of a lab one by one, over any history: the page has one of its own.

use licensing_core::{Accepted, History};
use licensing_graph::Request;
use licensing_model::address::ProxyAddress;
use licensing_model::guid::GuidKind;
use licensing_model::snapshot::RunTarget;
use licensing_model::{Command, Created, Path, Units};
use serde_json::{Map, Value, json};

use crate::argument::{Given, Result, object, text, texts, whole};
use crate::misuse::Misuse;
use crate::options::rule_set;
use crate::{find, trace};

/// `graph`: one Graph request. What is no request at all is answered with 400.
pub fn graph(history: &mut History, request: &Given) -> Value {
    match read_request(request.as_ref()) {
        Ok(request) => response(licensing_graph::handle(history, &request)),
        Err(why) => refuse(history, &why),
    }
}

/// The answer to what cannot be made a request, with the reason.
pub fn refuse(history: &History, why: &str) -> Value {
    response(licensing_graph::refuse(history.tenant(), why))
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
pub fn set_units(history: &mut History, sku: &Given, units: &Given) -> Result<String> {
    let product = find::product(history.tenant(), &text("sku", sku.as_ref())?)?;
    let units = read_units(units.as_ref())?;
    apply(history, &Command::SetUnits(product, units))?;
    Ok(history.tenant().catalog().product(product).map(|info| info.guid.to_string()).unwrap_or_default())
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
pub fn step(history: &mut History) -> Value {
    let Some(outcome) = history.step() else { return Value::Null };
    // Of several workers the first names the step; it changed something if any of them did.
    let changed = outcome.taken.iter().any(|taken| taken.changed);
    outcome.taken.first().map_or(Value::Null, |first| {
        let run = match first.run {
            RunTarget::User(_) => "user",
            RunTarget::Group(_) => "group",
        };
        json!({ "user": history.tenant().user_guid(first.user), "run": run, "changed": changed })
    })
}

/// `settle`: steps until idle.
pub fn settle(history: &mut History) -> Value {
    json!({ "steps": history.settle(u32::MAX).steps })
}

/// `reprocessGroup`: the portal's button.
pub fn reprocess_group(history: &mut History, group: &Given) -> Result<()> {
    let group = find::group(history.tenant(), &text("groupId", group.as_ref())?)?;
    apply(history, &Command::ReprocessGroup(group)).map(|_| ())
}

/// `setRules`.
pub fn set_rules(history: &mut History, rules: &Given) -> Result<()> {
    let rules = rule_set("rules", rules.as_ref())?;
    apply(history, &Command::SetRuleSet(rules)).map(|_| ())
}

/// `addContact`: gives its id.
pub fn add_contact(history: &mut History, name: &Given, addresses: &Given) -> Result<String> {
    let name = text("displayName", name.as_ref())?;
    let addresses = proxy_addresses("addresses", addresses.as_ref())?;
    let accepted = apply(history, &Command::AddContact { name, addresses })?;
    Ok(match accepted.created {
        Some(Created::Contact(contact)) => history.tenant().guid(GuidKind::Contact, contact.raw()).to_string(),
        _ => String::new(),
    })
}

/// `setAddresses`: as Exchange or directory synchronization would.
pub fn set_addresses(history: &mut History, user: &Given, to: &Given) -> Result<()> {
    let user = find::user(history.tenant(), &text("userId", user.as_ref())?)?;
    let fields = object("to", to.as_ref(), &["mail", "proxyAddresses"], "an object")?;
    let mail = match fields.get("mail") {
        None => None,
        Some(Value::Null) => Some(None),
        Some(Value::String(mail)) => Some(Some(mail.clone())),
        Some(_) => return Err(Misuse::Argument { name: "mail", expected: "a string or null" }),
    };
    let given = fields.get("proxyAddresses");
    let proxy_addresses = given.map(|given| proxy_addresses("proxyAddresses", Some(given))).transpose()?;
    apply(history, &Command::SetAddresses { user, mail, proxy_addresses }).map(|_| ())
}

fn proxy_addresses(name: &'static str, given: Option<&Value>) -> Result<Vec<ProxyAddress>> {
    Ok(texts(name, given)?.iter().map(|address| ProxyAddress::parse(address)).collect())
}

/// `addServicePlan`: Microsoft adds a plan to a product.
pub fn add_service_plan(history: &mut History, sku: &Given, plan: &Given) -> Result<()> {
    let product = find::product(history.tenant(), &text("sku", sku.as_ref())?)?;
    let plan = find::plan(history.tenant(), &text("servicePlanId", plan.as_ref())?)?;
    apply(history, &Command::AddServicePlan(product, plan)).map(|_| ())
}

/// `advance`: lets days pass.
pub fn advance(history: &mut History, days: &Given) -> Result<()> {
    let days = whole("days", days.as_ref(), u16::MAX, "a whole number from 0 to 65,535")?;
    apply(history, &Command::Advance { days }).map(|_| ())
}

/// `explain`: why a path is as it is; null where there is none.
pub fn explain(history: &History, user: &Given, sku: &Given, group: &Given) -> Result<Value> {
    let tenant = history.tenant();
    let user = find::user(tenant, &text("userId", user.as_ref())?)?;
    let product = find::product(tenant, &text("skuId", sku.as_ref())?)?;
    let path = match group {
        Some(Value::Null) => Path::Direct,
        // A path can outlive its group (R11.3).
        Some(Value::String(key)) => Path::Group(find::group_ever(tenant, key)?),
        _ => return Err(Misuse::Argument { name: "groupId", expected: "a string, or null for the direct path" }),
    };
    match (tenant.explain(user, product, path), path, group) {
        (Some(explanation), ..) => Ok(trace::json(tenant, &explanation)),
        (None, Path::Group(id), Some(Value::String(key))) if tenant.group(id).is_none() => {
            Err(Misuse::unknown("group", key))
        }
        _ => Ok(Value::Null),
    }
}

fn apply(history: &mut History, command: &Command) -> Result<Accepted> {
    history.apply(command).map_err(|refusal| Misuse::refused(history.tenant(), &refusal))
}
