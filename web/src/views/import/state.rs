//! What an import holds while one is elsewhere: what was chosen, how far it is, what came of it.

use std::sync::Arc;

use leptos::prelude::*;
use licensing_import::{ImportError, Imported, Names, Options, Verdict};
use licensing_model::{Catalog, RuleSet};
use licensing_session::{Request, Requests, Session};
use licensing_wording::Text;

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
    /// The tenant that can be opened, and what was read, left out and changed.
    pub(super) imported: Imported,
    /// The catalogue that it was read with.
    pub(super) catalog: Arc<Catalog>,
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
    /// What was begun; what is cancelled gives way to nothing.
    requests: StoredValue<Requests>,
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
            requests: StoredValue::new(Requests::new()),
        }
    }

    /// Adds files behind those that were chosen.
    pub(super) fn choose(self, files: Vec<web_sys::File>) {
        self.files.update(|chosen| {
            let next = chosen.last().map_or(0, |last| last.number + 1);
            chosen.extend((next..).zip(files).map(|(number, file)| Chosen { number, file }));
        });
    }

    /// Whether there is something to read.
    pub(super) fn has_something(self) -> bool {
        self.files.with(|files| !files.is_empty()) || self.pasted.with(|text| !text.trim().is_empty())
    }

    /// Stops the work; nothing comes of it.
    pub(super) fn cancel(self, lab: Lab) {
        self.begin();
        self.phase.set(Phase::Choosing);
        lab.say_text(text::IMPORT_CANCELED);
    }

    /// Puts what came of it away, and keeps what was chosen.
    pub(super) fn put_away(self) {
        self.phase.set(Phase::Choosing);
    }

    /// Opens the tenant in the place of the one that is shown.
    pub(super) fn open(self, lab: Lab, ready: &Ready) {
        lab.open_imported(Session::imported(ready.imported.tenant.clone(), Arc::clone(&ready.catalog)));
        self.files.set(Vec::new());
        self.pasted.set(String::new());
        self.phase.set(Phase::Choosing);
    }

    /// Work begins, instead of what was begun before.
    pub(super) fn begin(self) -> Request {
        // It lives as long as the page.
        self.requests.try_update_value(Requests::ask).unwrap_or_else(|| Requests::new().ask())
    }

    /// Whether the work is still wanted.
    pub(super) fn is_wanted(self, request: Request) -> bool {
        self.requests.with_value(|requests| requests.is_newest(request))
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
}

/// What a tenant is called: the beginning of its initial domain.
pub(super) fn name_of(ready: &Ready) -> String {
    ready.imported.tenant.domains().next().unwrap_or_default().to_string()
}

/// The words of a choice of rules.
pub(super) const fn rules_name(rules: Option<RuleSet>) -> Spoken {
    match rules {
        None => Spoken(Text::IMPORT_RULES_OF_FILE),
        Some(RuleSet::Rules2019) => text::RULES_2019,
        Some(RuleSet::Today) => text::RULES_TODAY,
    }
}
