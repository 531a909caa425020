//! Explanations as scripts read them.

use licensing_core::{Origin, Tenant, Trace};
use licensing_wording::Words;
use serde_json::{Value, json};

/// `Trace` of the contract: each link with what it rests on.
pub(crate) fn json(tenant: &Tenant, trace: &Trace) -> Value {
    let causes: Vec<Value> = trace.causes.iter().map(|cause| json(tenant, cause)).collect();
    json!({
        "state": trace.state.map(|state| state.name()),
        "error": trace.error.map(|error| error.name()),
        "rule": trace.rule.id,
        "confidence": trace.confidence.name(),
        "text": text(tenant, trace),
        "causes": causes,
    })
}

/// The sentence, and where a fact comes from. What is so now was brought by nothing in particular and has no origin.
fn text(tenant: &Tenant, trace: &Trace) -> String {
    let sentence = Words::english().sentence(tenant, &trace.statement);
    let origin = match trace.origin {
        None => return sentence,
        Some(Origin::Command { number, .. }) => format!("command {number}"),
        Some(Origin::Step { .. }) => "a step of the background".to_string(),
        Some(Origin::Initial) => "initial fact".to_string(),
    };
    format!("{} ({origin}).", sentence.trim_end_matches('.'))
}
