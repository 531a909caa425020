//! From a scenario to a document, in slices.

use std::sync::Arc;

use licensing_model::Catalog;
use licensing_scenario::file::{FileReading, MOST_BYTES};
use licensing_scenario::storage::{Entry, Version};
use licensing_scenario::{Large, Scenario, ScenarioError};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::lab::{Lab, Loading};
use crate::slices::{Slices, breath};
use licensing_session::keeping::NotOpened;
use licensing_session::{Opening, Session};

/// Users, actions and steps between two looks at the clock.
const WORK: u32 = 1_000;
/// Words, users and actions of a document between two looks at the clock.
const WORDS: usize = 5_000;
/// The same of a link, which is the densest form.
const LINK_WORDS: usize = 1_000;

/// The document that a scenario describes, and how many of its actions are refused today.
pub(super) async fn document(lab: Lab, scenario: Scenario) -> Result<(Session, usize), NotOpened> {
    let catalog = match lab.read(|document| document.catalog()) {
        catalog if scenario.is_covered_by(&catalog) => catalog,
        _ => full_catalog(lab).await?,
    };
    play(scenario, Vec::new(), catalog).await
}

/// Plays `scenario`, then what was done since.
async fn play(scenario: Scenario, since: Vec<Entry>, catalog: Arc<Catalog>) -> Result<(Session, usize), NotOpened> {
    let mut slices = Slices::begin();
    let mut opening = Opening::new(scenario, since, catalog);
    while !opening.advance(WORK)? {
        slices.rest().await;
    }
    Ok(opening.finish()?)
}

/// The document that a stored version describes, and how many of its actions are refused today.
pub(super) async fn version(lab: Lab, version: &Version) -> Result<(Session, usize), NotOpened> {
    let mut slices = Slices::begin();
    let mut reading = version.read(lab.read(|document| document.catalog().revision))?;
    while !reading.advance(WORDS) {
        slices.rest().await;
    }
    let scenario = reading.finish()?;
    let catalog = match lab.read(|document| document.catalog()) {
        catalog if scenario.is_covered_by(&catalog) && version.is_covered_by(&catalog) => catalog,
        _ => full_catalog(lab).await?,
    };
    play(scenario, version.entries.clone(), catalog).await
}

/// The scenario of a link.
pub(super) async fn link(lab: Lab, link: &str) -> Result<Scenario, NotOpened> {
    let mut slices = Slices::begin();
    let mut reading = licensing_scenario::link::begin(link, lab.read(|document| document.catalog().revision))?;
    while !reading.advance(LINK_WORDS) {
        slices.rest().await;
    }
    Ok(reading.finish()?)
}

/// The scenario of a file.
pub(super) async fn file(lab: Lab, file: &File) -> Result<Scenario, NotOpened> {
    if file.size() > MOST_BYTES as f64 {
        return Err(ScenarioError::TooLarge { what: Large::Bytes { most: MOST_BYTES } }.into());
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ScenarioError::NotAScenario)?;
    scenario_of_bytes(lab, js_sys::Uint8Array::new(&buffer).to_vec()).await
}

/// The scenario of a file's contents.
pub(super) async fn scenario_of_bytes(lab: Lab, bytes: Vec<u8>) -> Result<Scenario, NotOpened> {
    // A text may name any product.
    let catalog = full_catalog(lab).await?;
    let mut slices = Slices::begin();
    let mut reading = FileReading::new(bytes, &catalog)?;
    while !reading.advance(WORDS)? {
        slices.rest().await;
    }
    Ok(reading.finish()?)
}

/// The full catalogue, as soon as it is there.
pub(super) async fn full_catalog(lab: Lab) -> Result<Arc<Catalog>, NotOpened> {
    lab.load_catalog();
    loop {
        if let Some(catalog) = lab.full_catalog() {
            return Ok(catalog);
        }
        if lab.catalog_now() == Loading::Failed {
            return Err(NotOpened::Network);
        }
        breath().await;
    }
}
