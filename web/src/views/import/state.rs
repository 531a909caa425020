//! What an import holds while one is elsewhere: what was chosen, how far it is, what came of it.

use std::sync::Arc;

use leptos::prelude::*;
use licensing_core::Tenant;
use licensing_import::{ImportError, Names, Options, Report, Verdict};
use licensing_model::{Catalog, RuleSet};
use licensing_wording::Text;

use super::work;
use crate::lab::Lab;
use crate::text::{self, Spoken};

/// A file that was chosen, with a number of its own.
#[derive(Clone)]
pub(super) struct Chosen {
    /// Its number: two files may have one name.
    pub(super) number: usize,
    /// The file, as the browser has it.
    pub(super) file: web_sys::File,
}

/// What came of an import.
pub(super) struct Ready {
    /// The tenant that can be opened.
    pub(super) tenant: Tenant,
    /// The catalogue that it was read with.
    pub(super) catalog: Arc<Catalog>,
    /// What was read, left out and changed.
    pub(super) report: Report,
    /// Where the simulator's own verdict differs.
    pub(super) verdict: Verdict,
}

/// Where an import is.
#[derive(Clone)]
pub(super) enum Phase {
    /// Files are being chosen.
    Choosing,
    /// It goes on; how far is said by [`Importer::progress`].
    Working,
    /// Something is wrong with a file.
    Failed(Arc<ImportError>),
    /// The tenant can be opened.
    Ready(Arc<Ready>),
}

/// What is being done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// This file is read.
    Reading(String),
    /// The tenant is put together.
    Building,
    /// Everybody is processed again on a copy.
    Comparing,
}

/// How far the work is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    /// What is being done.
    pub(super) task: Task,
    /// How much of it, in percent.
    pub(super) percent: usize,
}

/// An import.
#[derive(Clone, Copy)]
pub(crate) struct Importer {
    /// Files, in the order in which they are read.
    pub(super) files: RwSignal<Vec<Chosen>, LocalStorage>,
    /// What was pasted.
    pub(super) pasted: RwSignal<String>,
    /// Names, addresses and ids are replaced.
    pub(super) replace: RwSignal<bool>,
    /// The rules that were chosen; none for those of the file.
    pub(super) rules: RwSignal<Option<RuleSet>>,
    /// Where the import is.
    pub(super) phase: RwSignal<Phase>,
    /// How far the work is.
    pub(super) progress: RwSignal<Progress>,
    /// Grows when work begins or is cancelled: work of an earlier number ends by itself.
    turn: StoredValue<u32>,
}

impl Importer {
    /// An import for which nothing was chosen.
    pub(crate) fn new() -> Importer {
        Importer {
            files: RwSignal::new_local(Vec::new()),
            pasted: RwSignal::new(String::new()),
            replace: RwSignal::new(true),
            rules: RwSignal::new(None),
            phase: RwSignal::new(Phase::Choosing),
            progress: RwSignal::new(Progress { task: Task::Building, percent: 0 }),
            turn: StoredValue::new(0),
        }
    }

    /// Adds files behind those that were chosen.
    pub(super) fn choose(self, files: &web_sys::FileList) {
        self.files.update(|chosen| {
            let next = chosen.last().map_or(0, |last| last.number + 1);
            let files = (0..files.length()).filter_map(|at| files.get(at));
            chosen.extend((next..).zip(files).map(|(number, file)| Chosen { number, file }));
        });
    }

    /// Whether there is something to read.
    pub(super) fn has_something(self) -> bool {
        self.files.with(|files| !files.is_empty()) || self.pasted.with(|text| !text.trim().is_empty())
    }

    /// Reads what was chosen, in slices between which the page answers.
    pub(super) fn start(self, lab: Lab) {
        let turn = self.next_turn();
        self.report_progress(Task::Building, 0);
        self.phase.set(Phase::Working);
        wasm_bindgen_futures::spawn_local(async move {
            let phase = match work::import(self, lab, turn).await {
                // It was cancelled, and whoever did that has said so.
                None => return,
                Some(Ok(ready)) => {
                    let words = lab.words_now();
                    lab.say(words.import_done(&name_of(&ready.tenant)));
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

    /// Stops the work; nothing comes of it.
    pub(super) fn cancel(self, lab: Lab) {
        self.next_turn();
        self.phase.set(Phase::Choosing);
        lab.say_text(text::IMPORT_CANCELLED);
    }

    /// Puts what came of it away, and keeps what was chosen.
    pub(super) fn put_away(self) {
        self.phase.set(Phase::Choosing);
    }

    /// Opens the tenant in the place of the one that is shown.
    pub(super) fn open(self, lab: Lab, ready: &Ready) {
        lab.open_tenant(ready.tenant.clone(), Arc::clone(&ready.catalog));
        self.files.set(Vec::new());
        self.pasted.set(String::new());
        self.phase.set(Phase::Choosing);
    }

    /// Whether the work of this number is still wanted.
    pub(super) fn is_wanted(self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    /// How it is imported.
    pub(super) fn options(self) -> Options {
        let names = if self.replace.get_untracked() { Names::Replaced } else { Names::Kept };
        Options { names, rules: self.rules.get_untracked() }
    }

    pub(super) fn report_progress(self, task: Task, percent: usize) {
        let progress = Progress { task, percent };
        if self.progress.with_untracked(|before| *before != progress) {
            self.progress.set(progress);
        }
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }
}

/// What a tenant is called: the beginning of its initial domain.
pub(super) fn name_of(tenant: &Tenant) -> String {
    tenant.domains().next().unwrap_or_default().to_string()
}

/// The words of a choice of rules.
pub(super) const fn rules_name(rules: Option<RuleSet>) -> Spoken {
    match rules {
        None => Spoken(Text::IMPORT_RULES_OF_FILE),
        Some(RuleSet::Rules2019) => text::RULES_2019,
        Some(RuleSet::Today) => text::RULES_TODAY,
    }
}
