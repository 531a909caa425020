//! `directoryAudit`: an event of the audit log.

use serde_json::Value as Json;

use crate::error::Problem;
use crate::json::{Node, Value};
use crate::read::fields::{Fields, Ignored};
use crate::read::path::At;
use crate::read::values;

/// An event. Texts are as the file has them, null included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) id: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) result: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) activity: String,
    pub(crate) moment: String,
    /// The moment in seconds since 1970.
    pub(crate) seconds: i64,
    pub(crate) service: Option<String>,
    pub(crate) app: Option<App>,
    pub(crate) user: Option<Person>,
    pub(crate) targets: Vec<Target>,
    pub(crate) details: Vec<Detail>,
    pub(crate) line: u32,
}

/// An application that did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct App {
    pub(crate) app_id: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) principal_id: Option<String>,
    pub(crate) principal_name: Option<String>,
}

/// Somebody who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) id: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) ip_address: Option<String>,
    pub(crate) principal_name: Option<String>,
}

/// What something was done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) id: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) principal_name: Option<String>,
    pub(crate) group_type: Option<String>,
    pub(crate) modified: Vec<Modified>,
}

/// One changed property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Modified {
    pub(crate) property: Option<String>,
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
}

/// What an event says besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Detail {
    pub(crate) key: Option<String>,
    pub(crate) value: Option<String>,
}

const READ: [&str; 10] = [
    "id",
    "category",
    "result",
    "resultReason",
    "activityDisplayName",
    "activityDateTime",
    "loggedByService",
    "initiatedBy",
    "targetResources",
    "additionalDetails",
];

/// Reads an event. What its inner objects hold besides is dropped: services write there what they like.
pub(crate) fn read(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<Event, Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("directoryAudit", &READ, &[], ignored);
    let (app, user) = fields.nullable("initiatedBy", initiator)?.unwrap_or_default();
    Ok(Event {
        id: text(&fields, "id")?,
        category: text(&fields, "category")?,
        result: text(&fields, "result")?,
        reason: text(&fields, "resultReason")?,
        activity: fields.required("activityDisplayName", values::text)?.to_string(),
        moment: fields.required("activityDateTime", values::text)?.to_string(),
        seconds: fields.required("activityDateTime", values::moment)?,
        service: text(&fields, "loggedByService")?,
        app,
        user,
        targets: all(&fields, "targetResources", target)?,
        details: all(&fields, "additionalDetails", detail)?,
        line: fields.line(),
    })
}

fn text(fields: &Fields<'_, '_>, name: &str) -> Result<Option<String>, Problem> {
    Ok(fields.nullable(name, values::text)?.map(String::from))
}

/// The elements of a list that may be missing or null.
fn all<T>(
    fields: &Fields<'_, '_>,
    name: &str,
    read: fn(&Node, &At<'_>) -> Result<T, Problem>,
) -> Result<Vec<T>, Problem> {
    if fields.find(name).is_some_and(|node| node.value == Value::Null) {
        return Ok(Vec::new());
    }
    Ok(fields.list(name, read)?.unwrap_or_default())
}

fn initiator(node: &Node, at: &At<'_>) -> Result<(Option<App>, Option<Person>), Problem> {
    let fields = Fields::of(node, at)?;
    Ok((fields.nullable("app", app)?, fields.nullable("user", person)?))
}

fn app(node: &Node, at: &At<'_>) -> Result<App, Problem> {
    let fields = Fields::of(node, at)?;
    Ok(App {
        app_id: text(&fields, "appId")?,
        display_name: text(&fields, "displayName")?,
        principal_id: text(&fields, "servicePrincipalId")?,
        principal_name: text(&fields, "servicePrincipalName")?,
    })
}

fn person(node: &Node, at: &At<'_>) -> Result<Person, Problem> {
    let fields = Fields::of(node, at)?;
    Ok(Person {
        id: text(&fields, "id")?,
        display_name: text(&fields, "displayName")?,
        ip_address: text(&fields, "ipAddress")?,
        principal_name: text(&fields, "userPrincipalName")?,
    })
}

fn target(node: &Node, at: &At<'_>) -> Result<Target, Problem> {
    let fields = Fields::of(node, at)?;
    Ok(Target {
        id: text(&fields, "id")?,
        display_name: text(&fields, "displayName")?,
        kind: text(&fields, "type")?,
        principal_name: text(&fields, "userPrincipalName")?,
        group_type: text(&fields, "groupType")?,
        modified: all(&fields, "modifiedProperties", modified)?,
    })
}

fn modified(node: &Node, at: &At<'_>) -> Result<Modified, Problem> {
    let fields = Fields::of(node, at)?;
    Ok(Modified {
        property: text(&fields, "displayName")?,
        old: text(&fields, "oldValue")?,
        new: text(&fields, "newValue")?,
    })
}

fn detail(node: &Node, at: &At<'_>) -> Result<Detail, Problem> {
    let fields = Fields::of(node, at)?;
    Ok(Detail { key: text(&fields, "key")?, value: text(&fields, "value")? })
}

impl Event {
    /// The event as Graph answers it, without what is null or empty there: a log has many of them.
    pub(crate) fn document(&self) -> Json {
        let app = self.app.as_ref().map(|app| {
            object([
                ("appId", json(&app.app_id)),
                ("displayName", json(&app.display_name)),
                ("servicePrincipalId", json(&app.principal_id)),
                ("servicePrincipalName", json(&app.principal_name)),
            ])
        });
        let user = self.user.as_ref().map(|user| {
            object([
                ("id", json(&user.id)),
                ("displayName", json(&user.display_name)),
                ("ipAddress", json(&user.ip_address)),
                ("userPrincipalName", json(&user.principal_name)),
            ])
        });
        let details =
            self.details.iter().map(|detail| object([("key", json(&detail.key)), ("value", json(&detail.value))]));
        object([
            ("id", json(&self.id)),
            ("category", json(&self.category)),
            ("result", json(&self.result)),
            ("resultReason", json(&self.reason)),
            ("activityDisplayName", self.activity.as_str().into()),
            ("activityDateTime", self.moment.as_str().into()),
            ("loggedByService", json(&self.service)),
            ("initiatedBy", object([("app", app.unwrap_or_default()), ("user", user.unwrap_or_default())])),
            ("targetResources", elements(self.targets.iter().map(Target::document))),
            ("additionalDetails", elements(details)),
        ])
    }
}

impl Target {
    fn document(&self) -> Json {
        let modified = self.modified.iter().map(|modified| {
            object([
                ("displayName", json(&modified.property)),
                ("oldValue", json(&modified.old)),
                ("newValue", json(&modified.new)),
            ])
        });
        object([
            ("id", json(&self.id)),
            ("displayName", json(&self.display_name)),
            ("type", json(&self.kind)),
            ("userPrincipalName", json(&self.principal_name)),
            ("groupType", json(&self.group_type)),
            ("modifiedProperties", elements(modified)),
        ])
    }
}

/// An object of those properties that are not null.
fn object<const N: usize>(properties: [(&str, Json); N]) -> Json {
    let there = properties.into_iter().filter(|(_, value)| !value.is_null());
    Json::Object(there.map(|(name, value)| (name.to_string(), value)).collect())
}

/// A list, or null instead of an empty one.
fn elements(elements: impl Iterator<Item = Json>) -> Json {
    let elements: Vec<Json> = elements.collect();
    if elements.is_empty() { Json::Null } else { elements.into() }
}

fn json(text: &Option<String>) -> Json {
    text.as_deref().into()
}
