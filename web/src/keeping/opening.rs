//! From a scenario to a document, in slices.

use std::sync::Arc;

use licensing_model::Catalog;
use licensing_scenario::file::{FileReading, MOST_BYTES};
use licensing_scenario::storage::Version;
use licensing_scenario::{Base, Large, Opening, Scenario, ScenarioError};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::NotOpened;
use crate::document::{Document, Origin};
use crate::lab::{Lab, Loading};
use crate::slices::{Slices, breath};

/// Users, actions and steps between two looks at the clock.
const WORK: u32 = 1_000;
/// Words, users and actions of a document between two looks at the clock.
const WORDS: usize = 5_000;
/// The same of a link, which is the densest form.
const LINK_WORDS: usize = 1_000;
/// Actions that get their names between two looks at the clock.
const NAMES: usize = 20;

impl From<ScenarioError> for NotOpened {
    fn from(error: ScenarioError) -> NotOpened {
        NotOpened::Scenario(error)
    }
}

/// The document that a scenario describes, and how many of its actions are refused today.
pub(super) async fn document(lab: Lab, scenario: Scenario) -> Result<(Document, usize), NotOpened> {
    let catalog = match lab.read(|document| document.catalog()) {
        catalog if scenario.is_covered_by(&catalog) => catalog,
        _ => full_catalog(lab).await?,
    };
    with_catalog(scenario, catalog).await
}

async fn with_catalog(scenario: Scenario, catalog: Arc<Catalog>) -> Result<(Document, usize), NotOpened> {
    let title = scenario.title.clone();
    let origin = match &scenario.base {
        Base::Empty(settings) => Origin::Empty(settings.clone()),
        Base::Sample(sample) => Origin::Sample(*sample),
        Base::State(_) => Origin::Tenant,
    };
    let mut slices = Slices::begin();
    let mut opening = Opening::new(scenario, Arc::clone(&catalog));
    while !opening.advance(WORK)? {
        slices.rest().await;
    }
    let opened = opening.finish()?;
    let position = opened.history.position();
    let mut document = Document::new(title, origin, opened.history, catalog);
    while !document.name_actions(position, NAMES) {
        slices.rest().await;
    }
    Ok((document, opened.skipped.len()))
}

/// The document that a stored version describes, and how many of its actions are refused today.
pub(super) async fn version(lab: Lab, version: &Version) -> Result<(Document, usize), NotOpened> {
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
    let (mut document, skipped) = with_catalog(scenario, catalog).await?;
    for entry in &version.entries {
        document.follow(entry);
        slices.rest().await;
    }
    Ok((document, skipped))
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
