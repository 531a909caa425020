//! Scenarios and links of a tenant, for scripts.

use std::sync::Arc;

use licensing_core::state::AuditLog;
use licensing_core::{History, Tenant};
use licensing_model::Catalog;
use licensing_scenario::file::{self, FileReading};
use licensing_scenario::{Opened, Scenario, ScenarioError, link};
use licensing_wording::Words;
use serde_json::Value;

use crate::argument::{Given, Result, text};
use crate::misuse::Misuse;
use crate::subject::Subject;

/// `scenario`: the whole tenant with its draft as a scenario document, in the text of JSON, of which a browser makes objects
/// many times sooner than they are handed over one by one.
pub fn scenario(lab: &impl Subject) -> String {
    file::to_line(lab.moment(AuditLog::Kept), lab.tenant().catalog())
}

/// The same of a tenant that has no draft.
pub(crate) fn of_tenant(tenant: &Tenant) -> Result<Value> {
    value(&file::to_line(Scenario::of_state(String::new(), tenant, AuditLog::Kept), tenant.catalog()))
}

/// `link`: the fragment of a share link to the tenant with its draft, without its audit log.
pub fn share(lab: &impl Subject) -> Result<String> {
    Ok(link::encode(lab.moment(AuditLog::LeftOut))?)
}

/// A document's text as a value: it is JSON by the way it is written.
pub(crate) fn value(text: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|error| Misuse::Scenario(error.to_string()))
}

/// `fromScenario`: the history that a scenario document tells.
pub(crate) fn from_scenario(catalog: &Arc<Catalog>, document: &Given) -> Result<History> {
    let Some(document @ Value::Object(_)) = document else {
        return Err(Misuse::Argument { name: "document", expected: "an object that `scenario` gave" });
    };
    let read = |text: String| FileReading::of_text(text, catalog)?.finish();
    let scenario = read(document.to_string()).map_err(|error| match error {
        // Who is to find the line has the document with its lines: this writes them as `JSON.stringify` does.
        ScenarioError::Text { .. } => read(format!("{document:#}")).err().unwrap_or(error),
        other => other,
    })?;
    open(catalog, scenario)
}

/// `fromLink`: the history that a link tells.
pub(crate) fn from_link(catalog: &Arc<Catalog>, fragment: &Given) -> Result<History> {
    let fragment = text("fragment", fragment.as_ref())?;
    open(catalog, link::decode(&fragment, catalog.revision)?)
}

fn open(catalog: &Arc<Catalog>, scenario: Scenario) -> Result<History> {
    let Opened { history, skipped } = scenario.open(Arc::clone(catalog))?;
    // A script relies on what it is given: a story that would end otherwise is none.
    match skipped.first() {
        None => Ok(history),
        Some(skipped) => {
            let meaning = Words::english().say(&licensing_wording::meaning(history.tenant(), &skipped.refusal));
            let number = skipped.action.saturating_add(1);
            Err(Misuse::Scenario(format!("action {number} of the scenario is refused: {meaning}")))
        }
    }
}

impl From<ScenarioError> for Misuse {
    fn from(error: ScenarioError) -> Self {
        Misuse::Scenario(format!("{error}. {}", error.advice()))
    }
}
