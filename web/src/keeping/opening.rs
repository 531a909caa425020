//! From a scenario to a document, in slices.

use std::sync::Arc;

use licensing_model::Catalog;
use licensing_scenario::file::{FileReading, MOST_BYTES};
use licensing_scenario::storage::{Entry, Found, RecordId, Search, SnapshotReading, TenantId, Version};
use licensing_scenario::{Large, Scenario, ScenarioError, link};
use licensing_session::keeping::NotOpened;
use licensing_session::{Opening, Session};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::beside;
use super::browser::BrowserStore;
use crate::lab::{Lab, Loading};
use crate::slices::{IsWanted, breath, run};

/// Users, actions and steps between two looks at the clock.
const WORK: u32 = 1_000;
/// Words, users and actions of a document between two looks at the clock.
const WORDS: u32 = 5_000;
/// The same of a link, which is the densest form.
const LINK_WORDS: u32 = 1_000;

/// What was opened; none where it was not wanted any more.
pub(super) type Outcome<T> = Result<Option<T>, NotOpened>;

/// A document, and how many actions of its scenario are refused today.
pub(super) type Opened = (Session, usize);

/// The document that a scenario describes.
pub(super) async fn document(lab: Lab, is_wanted: IsWanted<'_>, scenario: Scenario) -> Outcome<Opened> {
    let catalog = match lab.session(Session::catalog) {
        catalog if scenario.is_covered_by(&catalog) => catalog,
        _ => full_catalog(lab).await?,
    };
    play(is_wanted, scenario, Vec::new(), catalog).await
}

/// Plays `scenario`, then what was done since.
async fn play(
    is_wanted: IsWanted<'_>,
    scenario: Scenario,
    since: Vec<Entry>,
    catalog: Arc<Catalog>,
) -> Outcome<Opened> {
    let mut opening = Opening::new(scenario, since, catalog);
    let is_done = run(is_wanted, &mut opening, WORK).await?;
    Ok(if is_done { Some(opening.finish()?) } else { None })
}

/// What is stored of a tenant, and the version of it that is to be opened.
pub(super) struct Stored {
    pub(super) found: Found,
    pub(super) version: Version,
    /// The way out of the storage of what the version begins with.
    reading: SnapshotReading,
}

/// What is stored of a tenant; of several versions the one that ends with `head`, else the one that was worked on last.
pub(super) async fn stored(lab: Lab, tenant: TenantId, head: Option<RecordId>) -> Result<Stored, NotOpened> {
    let mut search = Search::new(tenant);
    loop {
        let found = search.find(&BrowserStore).map_err(NotOpened::Store)?;
        let of_head = found.versions.iter().find(|version| Some(version.head) == head);
        let Some(version) = of_head.or(found.versions.first()).cloned() else {
            return Err(match found.newer {
                Some(version) => ScenarioError::Newer { version }.into(),
                None => NotOpened::Unreadable(found.unreadable),
            });
        };
        let beside = match version.key_beside(tenant) {
            Some(key) => beside::get(&key).await.map_err(NotOpened::Store)?,
            None => None,
        };
        match version.read(beside.as_deref(), lab.session(|document| document.catalog().revision)) {
            Ok(reading) => return Ok(Stored { found, version, reading }),
            Err(_) if search.miss(&version) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// The document that a stored version describes.
pub(super) async fn version(lab: Lab, is_wanted: IsWanted<'_>, stored: &Stored) -> Outcome<Opened> {
    let (version, mut reading) = (&stored.version, stored.reading.clone());
    let Ok(is_read) = run(is_wanted, &mut reading, WORDS).await;
    if !is_read {
        return Ok(None);
    }
    let scenario = reading.finish()?;
    let catalog = match lab.session(Session::catalog) {
        catalog if scenario.is_covered_by(&catalog) && version.is_covered_by(&catalog) => catalog,
        _ => full_catalog(lab).await?,
    };
    play(is_wanted, scenario, version.entries.clone(), catalog).await
}

/// The document of a link.
pub(super) async fn link(lab: Lab, is_wanted: IsWanted<'_>, text: &str) -> Outcome<Opened> {
    let mut reading = link::begin(text, lab.session(|document| document.catalog().revision))?;
    let Ok(is_read) = run(is_wanted, &mut reading, LINK_WORDS).await;
    if !is_read {
        return Ok(None);
    }
    document(lab, is_wanted, reading.finish()?).await
}

/// The document of a file.
pub(super) async fn file(lab: Lab, is_wanted: IsWanted<'_>, file: &File) -> Outcome<Opened> {
    if file.size() > MOST_BYTES as f64 {
        return Err(ScenarioError::TooLarge { what: Large::Bytes { most: MOST_BYTES } }.into());
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ScenarioError::NotAScenario)?;
    bytes(lab, is_wanted, js_sys::Uint8Array::new(&buffer).to_vec()).await
}

/// The document of a file's contents.
pub(super) async fn bytes(lab: Lab, is_wanted: IsWanted<'_>, bytes: Vec<u8>) -> Outcome<Opened> {
    let is_of_graph = licensing_import::is_of_graph(&bytes);
    // A text may name any product.
    let catalog = full_catalog(lab).await?;
    match read(is_wanted, bytes, &catalog).await {
        Ok(Some(scenario)) => document(lab, is_wanted, scenario).await,
        Ok(None) => Ok(None),
        Err(_) if is_of_graph => Err(NotOpened::Bundle),
        Err(error) => Err(error.into()),
    }
}

async fn read(is_wanted: IsWanted<'_>, bytes: Vec<u8>, catalog: &Catalog) -> Result<Option<Scenario>, ScenarioError> {
    let mut reading = FileReading::new(bytes, catalog)?;
    let is_read = run(is_wanted, &mut reading, WORDS).await?;
    if is_read { reading.finish().map(Some) } else { Ok(None) }
}

/// The full catalog, as soon as it is there.
pub(crate) async fn full_catalog(lab: Lab) -> Result<Arc<Catalog>, NotOpened> {
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
