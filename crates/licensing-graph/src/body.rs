//! Bodies of requests: each property is named, typed and not null, or the message says which is not.

use std::borrow::Cow;

use serde_json::{Map, Value};

use licensing_model::Property;

use crate::error::{Failure, Result, brief};
use crate::json_text;
use crate::message::Request;
use crate::schema::Schema;

/// The longest text of a body, in bytes: Graph's own limit.
const LONGEST: usize = 4 * 1024 * 1024;

/// The JSON of a request, if it has any; a string is the text of a document.
fn json(request: &Request) -> Result<Option<Cow<'_, Value>>> {
    match &request.body {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.len() > LONGEST => {
            Err(Failure { status: 413, code: "BadRequest", message: "The request body is too large.".to_string() })
        }
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => match json_text::read(text) {
            Ok(value) => Ok(Some(Cow::Owned(value))),
            Err(error) => Err(Failure::unreadable(format!(
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid \
                 JSON format. ({error})"
            ))),
        },
        Some(value) => Ok(Some(Cow::Borrowed(value))),
    }
}

/// The object that a request has to carry.
pub(crate) fn object(request: &Request) -> Result<Map<String, Value>> {
    match json(request)?.map(Cow::into_owned) {
        None => Err(Failure::unreadable("Empty Payload. JSON content expected.")),
        Some(Value::Object(fields)) => Ok(fields),
        Some(other) => Err(Failure::unreadable(format!("The body has to be a JSON object, not {}.", kind(&other)))),
    }
}

/// Nothing, or an empty object: for actions without parameters.
pub(crate) fn nothing(request: &Request, action: &str) -> Result<()> {
    if json(request)?.is_none() {
        return Ok(());
    }
    let fields = object(request)?;
    match names(&fields).next() {
        None => Ok(()),
        Some(name) => Err(not_a_parameter(name, action)),
    }
}

/// The names of a body, without OData's own remarks about it.
pub(crate) fn names(fields: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let remark =
        |name: &str| matches!(name, "@odata.context" | "@odata.etag" | "@odata.id") || name.ends_with("@odata.type");
    fields.keys().map(String::as_str).filter(move |name| !remark(name))
}

/// The refusal of a name that an action has no parameter for, in OData's words.
pub(crate) fn not_a_parameter(name: &str, action: &str) -> Failure {
    Failure::bad_request(format!(
        "The parameter '{}' in the request payload is not a valid parameter for the operation '{action}'.",
        brief(name)
    ))
}

/// Refuses every property of a resource that cannot be written here: it is neither `writable` nor `kept`.
pub(crate) fn only(
    fields: &Map<String, Value>,
    writable: &[&str],
    kept: impl Iterator<Item = Property>,
    schema: &Schema,
) -> Result<()> {
    let kept: Vec<&str> = kept.map(Property::name).collect();
    const READ_ONLY: &[&str] = &[
        "id",
        "assignedLicenses",
        "assignedPlans",
        "createdDateTime",
        "deletedDateTime",
        "hasMembersWithLicenseErrors",
        "licenseAssignmentStates",
        "licenseProcessingState",
        "mail",
        "onPremisesSyncEnabled",
        "proxyAddresses",
    ];
    let Some(name) = names(fields).find(|name| !writable.contains(name) && !kept.contains(name)) else { return Ok(()) };
    let shown = brief(name);
    Err(Failure::bad_request(if READ_ONLY.contains(&name) && schema.property(name).is_some() {
        format!("Property '{shown}' is read-only and cannot be set.")
    } else if schema.properties.iter().any(|property| property.name == name) || schema.lacks(name) {
        format!("Setting the property '{shown}' of '{}' is not simulated here.", schema.type_name)
    } else {
        format!(
            "The property '{shown}' does not exist on type '{}'. Make sure to only use property names that are defined \
             by the type or mark the type as open type.",
            schema.type_name
        )
    }))
}

/// A string.
pub(crate) fn text<'b>(fields: &'b Map<String, Value>, name: &str) -> Result<Option<&'b str>> {
    match fields.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(wrong(name, "a string", other)),
    }
}

/// A boolean.
pub(crate) fn flag(fields: &Map<String, Value>, name: &str) -> Result<Option<bool>> {
    match fields.get(name) {
        None => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(other) => Err(wrong(name, "true or false", other)),
    }
}

/// A list.
pub(crate) fn list<'b>(fields: &'b Map<String, Value>, name: &str) -> Result<Option<&'b [Value]>> {
    match fields.get(name) {
        None => Ok(None),
        Some(Value::Array(list)) => Ok(Some(list)),
        Some(other) => Err(wrong(name, "a list", other)),
    }
}

/// The refusal of a missing value, in Graph's words.
pub(crate) fn required(name: &str, schema: &Schema) -> Failure {
    Failure::bad_request(format!("A value is required for property '{name}' of resource '{}'.", schema.resource))
}

/// The refusal of a value that cannot be, in Graph's words.
pub(crate) fn invalid(name: &str, schema: &Schema) -> Failure {
    Failure::bad_request(format!("Invalid value specified for property '{name}' of resource '{}'.", schema.resource))
}

/// The refusal of a value of another type.
pub(crate) fn wrong(name: &str, expected: &str, given: &Value) -> Failure {
    Failure::bad_request(format!("The property '{}' takes {expected}, not {}.", brief(name), kind(given)))
}

/// A JSON type in words.
pub(crate) const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
