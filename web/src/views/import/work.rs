//! The work of an import and of a download, in slices: the browser gets its turn after each.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::{GetUntracked, Set};
use licensing_import::{Comparing, Export, Fault, Import, ImportError, Log, Place};
use licensing_model::Sliced;
use licensing_session::{Request, Session};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, File};

use super::state::{Chosen, Importer, Phase, Ready, Task, name_of};
use crate::lab::{Lab, Loading};
use crate::slices::{IsWanted, breath, run_told};
use crate::text;

/// Bytes of a file that are read in one go.
const PIECE: f64 = 256.0 * 1024.0;
/// Users and memberships of one slice: some milliseconds.
const SLICE: u32 = 4_000;
/// Characters of a bundle that become one part of its file.
const PART: usize = 4 * 1024 * 1024;

/// What came of it; none if it was cancelled.
type Outcome<T> = Option<Result<T, Box<ImportError>>>;

impl Importer {
    /// Reads what was chosen, in slices between which the page answers.
    pub(super) fn start(self, lab: Lab) {
        let request = self.begin();
        self.report_progress(Task::Building, 0);
        self.phase.set(Phase::Working);
        spawn_local(async move {
            let phase = match import(self, lab, request).await {
                // It was cancelled, and whoever did that has said so.
                None => return,
                Some(Ok(ready)) => {
                    let words = lab.words_now();
                    lab.say(words.import_done(&name_of(&ready)));
                    Phase::Ready(Arc::new(ready))
                }
                Some(Err(error)) => {
                    // Nothing is being read any more, and the alert says why.
                    lab.say(String::new());
                    Phase::Failed(Arc::new(*error))
                }
            };
            self.phase.set(phase);
        });
    }
}

/// Reads the files, makes a tenant of them, and finds where the simulator's verdict differs.
async fn import(importer: Importer, lab: Lab, request: Request) -> Outcome<Ready> {
    full_catalog(lab).await;
    let catalog = lab.session(Session::catalog);
    let mut import = Import::new(catalog.clone(), importer.options());
    match read_all(importer, lab, request, &mut import).await? {
        Ok(()) => {}
        Err(error) => return Some(Err(error)),
    }
    let mut building = match import.finish() {
        Ok(building) => building,
        Err(error) => return Some(Err(error)),
    };
    let is_wanted = || importer.is_wanted(request);
    let tell = |percent| importer.report_progress(Task::Building, percent);
    match run_told(&is_wanted, tell, &mut building, SLICE).await {
        Ok(true) => {}
        Ok(false) => return None,
        Err(error) => return Some(Err(error)),
    }
    let imported = building.finish()?;
    let mut comparing = Comparing::new(&imported.tenant);
    let tell = |percent| importer.report_progress(Task::Comparing, percent);
    let Ok(is_compared) = run_told(&is_wanted, tell, &mut comparing, SLICE).await;
    if !is_compared {
        return None;
    }
    let verdict = comparing.finish()?;
    Some(Ok(Ready { imported, catalog, verdict }))
}

/// Waits until the full catalog is there, or will not come.
async fn full_catalog(lab: Lab) {
    lab.load_catalog();
    while lab.catalog.get_untracked() == Loading::Under {
        breath().await;
    }
}

async fn read_all(importer: Importer, lab: Lab, request: Request, import: &mut Import) -> Outcome<()> {
    let files: Vec<File> = importer.files.get_untracked().into_iter().map(|Chosen { file, .. }| file).collect();
    let pasted = importer.pasted.get_untracked();
    let all = files.iter().map(|file| file.size()).sum::<f64>() + pasted.len() as f64;
    let mut before = 0.0;
    for file in files {
        let name = file.name();
        if let Err(error) = import.begin_file(&name) {
            return Some(Err(error));
        }
        let mut at = 0.0;
        while at < file.size() {
            let share = (before + at) / all * 100.0;
            importer.report_progress(Task::Reading(name.clone()), share as usize);
            let result = match bytes(&file, at).await {
                Some(bytes) => import.push(&bytes),
                None => Err(unreadable(&name)),
            };
            if !importer.is_wanted(request) {
                return None;
            }
            if let Err(error) = result {
                return Some(Err(error));
            }
            at += PIECE;
        }
        before += file.size();
    }
    if !pasted.trim().is_empty() {
        let name = lab.words_now().text(text::IMPORT_PASTED.0);
        if let Err(error) = import.begin_file(name) {
            return Some(Err(error));
        }
        for piece in pasted.as_bytes().chunks(PIECE as usize) {
            importer.report_progress(Task::Reading(name.to_string()), (before / all * 100.0) as usize);
            breath().await;
            if !importer.is_wanted(request) {
                return None;
            }
            if let Err(error) = import.push(piece) {
                return Some(Err(error));
            }
            before += piece.len() as f64;
        }
    }
    Some(import.end_file())
}

/// The bundle of the tenant that is shown as parts of a file; none if it was cancelled or the browser has no room.
pub(super) async fn export(lab: Lab, log: Log, report: impl Fn(usize), is_wanted: IsWanted<'_>) -> Option<Array> {
    // A copy, so that what is done meanwhile is not half in the file.
    let tenant = lab.session(|document| document.tenant().clone());
    let mut writing = Writing { export: Export::new(&tenant, log), text: String::new(), parts: Array::new() };
    if !run_told(is_wanted, report, &mut writing, 1).await.ok()? {
        return None;
    }
    writing.parts.push(&JsValue::from_str(&writing.text));
    Some(writing.parts)
}

/// A bundle on its way into the parts of a file.
struct Writing<'a> {
    export: Export<'a>,
    text: String,
    parts: Array,
}

impl Sliced for Writing<'_> {
    /// The browser has no room.
    type Fault = JsValue;

    /// Goes on for so many pieces of the bundle.
    fn advance(&mut self, work: u32) -> Result<bool, JsValue> {
        for _ in 0..work {
            let Some(piece) = self.export.next() else { return Ok(true) };
            self.text.push_str(&piece);
            if self.text.len() > PART {
                let part = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(&self.text)))?;
                self.parts.push(part.as_ref());
                self.text.clear();
            }
        }
        Ok(false)
    }

    fn progress(&self) -> (usize, usize) {
        self.export.progress()
    }
}

/// The next bytes of a file; none if the browser cannot read it.
async fn bytes(file: &File, at: f64) -> Option<Vec<u8>> {
    let piece = file.slice_with_f64_and_f64(at, at + PIECE).ok()?;
    let buffer = JsFuture::from(piece.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn unreadable(name: &str) -> Box<ImportError> {
    let place = Place { file: name.into(), line: 1 };
    Box::new(ImportError { place, field: String::new(), fault: Fault::Unreadable })
}
