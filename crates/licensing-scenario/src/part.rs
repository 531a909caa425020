//! A scenario that is a value inside another document.

use licensing_core::Action;
use licensing_model::{Catalog, CommandKind, Sliced};

use crate::compact::LINK;
use crate::error::ScenarioError;
use crate::json::{Json, Line};
use crate::scenario::Scenario;
use crate::v1;

pub use crate::v1::text::Naming;

/// The scenario that stands at a place of `json`, which comes back, and what it calls things. It is read at once, so that it
/// may be as large as that of a link.
pub fn read(json: Json, place: usize, catalog: &Catalog) -> Result<(Scenario, Naming, Json), ScenarioError> {
    let mut reading = v1::text::Reading::within(json, place, catalog, LINK.users);
    reading.complete()?;
    let (document, reader, json) = reading.into_parts()?;
    let scenario = Scenario::try_from(document).map_err(|_| ScenarioError::Damaged)?;
    Ok((scenario, Naming::of(reader), json))
}

/// The scenario on a line, and what it calls things.
pub fn write(scenario: Scenario, catalog: &Catalog) -> (Line, Naming) {
    let naming = Naming::of_scenario(scenario.clone(), catalog);
    (v1::text::to_line(&scenario.into(), catalog), naming)
}

/// What an action is called.
pub fn word(action: &Action) -> &'static str {
    v1::word(action)
}

/// What the command that is called so asks for; none where no command is.
pub fn command_kind(word: &str) -> Option<CommandKind> {
    v1::command_kind(word)
}

/// What commands are called.
pub fn commands() -> impl Iterator<Item = &'static str> {
    v1::commands()
}

/// Whether some action is called so.
pub fn is_word(word: &str) -> bool {
    v1::is_word(word)
}
