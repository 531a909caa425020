//! `$batch`: up to 20 requests in one. The batch is read whole before its first request is answered.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::body;
use crate::error::{Failure, Result, brief};
use crate::message::{Answer, Request};
use crate::url::Address;
use crate::{Lab, Place, respond};

/// The most requests of a batch.
const MOST: usize = 20;

/// A request of a batch.
struct Step {
    id: String,
    request: Request,
    depends_on: Vec<String>,
}

/// `POST /$batch`.
pub(crate) fn batch(lab: &mut dyn Lab, address: &Address, request: &Request) -> Result<Answer> {
    let fields = body::object(request)?;
    if let Some(name) = body::names(&fields).find(|name| *name != "requests") {
        return Err(Failure::unreadable(format!("A batch has 'requests' and nothing else, not '{}'.", brief(name))));
    }
    let requests = body::list(&fields, "requests")?;
    let requests = requests.ok_or_else(|| Failure::unreadable("The property 'requests' is missing."))?;
    if requests.len() > MOST {
        let message = format!("Number of batch request steps exceeds the maximum value of {MOST}.");
        return Err(Failure { status: 400, code: "MaximumValueExceeded", message });
    }
    let steps = requests.iter().map(step).collect::<Result<Vec<_>>>()?;
    let order = order(&steps)?;

    let mut answers: BTreeMap<&str, Value> = BTreeMap::new();
    let mut failed: Vec<&str> = Vec::new();
    for step in order {
        let broken = step.depends_on.iter().find(|id| failed.contains(&id.as_str()));
        let response = match broken {
            None => respond(lab, &step.request, Place::Batch(address.version)),
            Some(id) => {
                let message = format!("The request depends on '{}', which failed.", brief(id));
                let failure = Failure { status: 424, code: "FailedDependency", message };
                failure.into_response(lab.tenant(), &step.request)
            }
        };
        if response.status >= 400 {
            failed.push(&step.id);
        }
        // Microsoft's client parses a body only where the header is spelled exactly so.
        let mut headers = Map::new();
        headers.insert("Content-Type".to_string(), "application/json".into());
        let location = response.headers.into_iter().find(|(name, _)| name == "Location");
        headers.extend(location.map(|(name, value)| (name, value.into())));
        let mut answer = json!({ "id": step.id, "status": response.status, "headers": headers });
        if let Some(answer) = answer.as_object_mut().filter(|_| !response.body.is_null()) {
            answer.insert("body".to_string(), response.body);
        }
        answers.insert(&step.id, answer);
    }
    // In the order of the requests, whatever they depended on.
    let responses: Value = steps.iter().filter_map(|step| answers.remove(step.id.as_str())).collect();
    Ok(Answer::ok(json!({ "responses": responses })))
}

fn step(value: &Value) -> Result<Step> {
    let Value::Object(fields) = value else { return Err(body::wrong("requests", "a list of objects", value)) };
    const KNOWN: &[&str] = &["id", "method", "url", "headers", "body", "dependsOn"];
    if let Some(name) = fields.keys().find(|name| !KNOWN.contains(&name.as_str())) {
        return Err(Failure::unreadable(format!("A request of a batch has no property '{}'.", brief(name))));
    }
    let required = |name: &str| {
        let text = body::text(fields, name)?.filter(|text| !text.is_empty()).map(String::from);
        text.ok_or_else(|| Failure::unreadable(format!("A request of the batch has no '{name}'.")))
    };
    let id = match fields.get("id") {
        Some(Value::Number(number)) => number.to_string(),
        _ => required("id")?,
    };
    let headers = match fields.get("headers") {
        None => Vec::new(),
        Some(Value::Object(headers)) => {
            let text = |(name, value): (&String, &Value)| match value.as_str() {
                Some(text) => Ok((name.clone(), text.to_string())),
                None => Err(body::wrong(name, "a string", value)),
            };
            headers.iter().map(text).collect::<Result<_>>()?
        }
        Some(other) => return Err(body::wrong("headers", "an object", other)),
    };
    let depends_on = body::list(fields, "dependsOn")?.unwrap_or_default().iter().map(|id| match id {
        Value::String(id) => Ok(id.clone()),
        Value::Number(id) => Ok(id.to_string()),
        _ => Err(body::wrong("dependsOn", "a list of strings", id)),
    });
    let depends_on = depends_on.collect::<Result<_>>()?;
    let request =
        Request { method: required("method")?, url: required("url")?, headers, body: fields.get("body").cloned() };
    Ok(Step { id, request, depends_on })
}

/// The requests in an order in which each stands behind those that it depends on; otherwise in their own.
fn order(steps: &[Step]) -> Result<Vec<&Step>> {
    for (at, step) in steps.iter().enumerate() {
        if steps.iter().take(at).any(|other| other.id == step.id) {
            return Err(Failure::unreadable(format!("Two requests of the batch have the id '{}'.", brief(&step.id))));
        }
        if let Some(id) = step.depends_on.iter().find(|id| steps.iter().all(|other| other.id != **id)) {
            let (own, id) = (brief(&step.id), brief(id));
            return Err(Failure::unreadable(format!(
                "The request '{own}' depends on '{id}', which the batch has not."
            )));
        }
    }
    let mut ordered: Vec<&Step> = Vec::with_capacity(steps.len());
    while ordered.len() < steps.len() {
        let is_done = |id: &str| ordered.iter().any(|done| done.id == id);
        let mut waiting = steps.iter().filter(|step| !is_done(&step.id));
        let next = waiting.clone().find(|step| step.depends_on.iter().all(|id| is_done(id)));
        match (next, waiting.next()) {
            (Some(step), _) => ordered.push(step),
            (None, Some(stuck)) => {
                let id = brief(&stuck.id);
                return Err(Failure::unreadable(format!(
                    "The requests of the batch depend on each other in a circle, through '{id}'."
                )));
            }
            (None, None) => break,
        }
    }
    Ok(ordered)
}
