//! The one document of the page, and all that can be done with it.

use std::time::Duration;

use leptos::prelude::*;
use licensing_model::Command;
use licensing_view::RefusalNote;

use crate::dialogs::Ask;
use crate::document::Document;
use crate::{catalog_fetch, text};

pub(crate) use crate::document::Created;

/// How fast a run goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Speed {
    /// One step a second.
    Slow,
    /// Four steps a second.
    #[default]
    Readable,
    /// Twenty steps a second.
    Fast,
    /// As fast as the page stays responsive.
    Full,
}

impl Speed {
    /// All, slowest first.
    pub(crate) const ALL: [Speed; 4] = [Speed::Slow, Speed::Readable, Speed::Fast, Speed::Full];

    /// The words of the choice.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Speed::Slow => text::SPEED_SLOW,
            Speed::Readable => text::SPEED_READABLE,
            Speed::Fast => text::SPEED_FAST,
            Speed::Full => text::SPEED_FULL,
        }
    }

    /// Steps of one slice, and the pause after it. A slice stays below a frame also on a large tenant.
    const fn slice(self) -> (u32, Duration) {
        match self {
            Speed::Slow => (1, Duration::from_millis(1_000)),
            Speed::Readable => (1, Duration::from_millis(250)),
            Speed::Fast => (1, Duration::from_millis(50)),
            Speed::Full => (2_000, Duration::from_millis(0)),
        }
    }
}

/// How far something that comes over the network is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loading {
    /// Nobody asked for it.
    Start,
    /// Under way.
    Under,
    /// It is there.
    Done,
    /// It did not come.
    Failed,
}

/// A handle to the document and to what the page shows beside it. Components get it by [`Lab::here`].
#[derive(Clone, Copy)]
pub(crate) struct Lab {
    document: RwSignal<Document>,
    /// The last refusal that no dialog shows.
    pub(crate) refusal: RwSignal<Option<RefusalNote>>,
    /// What was last read aloud, counted, so that the same words twice are two things.
    pub(crate) said: RwSignal<(u32, String)>,
    /// The dialog that is open.
    pub(crate) asking: RwSignal<Option<Ask>>,
    /// A run is going on.
    pub(crate) running: RwSignal<bool>,
    /// How fast.
    pub(crate) speed: RwSignal<Speed>,
    /// The full catalogue.
    pub(crate) catalog: RwSignal<Loading>,
}

impl Lab {
    /// A lab with the opening example.
    pub(crate) fn new() -> Lab {
        Lab {
            document: RwSignal::new(Document::example()),
            refusal: RwSignal::new(None),
            said: RwSignal::new((0, String::new())),
            asking: RwSignal::new(None),
            running: RwSignal::new(false),
            speed: RwSignal::new(Speed::default()),
            catalog: RwSignal::new(Loading::Start),
        }
    }

    /// The lab that stands around the component.
    pub(crate) fn here() -> Lab {
        expect_context()
    }

    /// A value computed from the document; whoever reads it hears only of changes of the value.
    pub(crate) fn memo<T>(self, compute: impl Fn(&Document) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.document.with(&compute))
    }

    /// Opens a dialog.
    pub(crate) fn ask(self, what: Ask) {
        self.pause();
        self.refusal.set(None);
        self.asking.set(Some(what));
    }

    /// The dialog is done.
    pub(crate) fn answered(self) {
        self.asking.set(None);
    }

    /// Sends a command for a dialog, which shows a refusal itself.
    pub(crate) fn send(self, command: Command) -> Result<Option<Created>, RefusalNote> {
        let words = self.document.with_untracked(|document| document.describe(&command));
        let result = self.document.try_update(|document| document.apply(command));
        match result {
            Some(Ok(created)) => {
                self.refusal.set(None);
                self.say(text::done(&words));
                Ok(created)
            }
            Some(Err(note)) => Err(note),
            // The document lives as long as the page.
            None => Ok(None),
        }
    }

    /// Sends a command; a refusal is shown above the screen. Says whether it was accepted.
    pub(crate) fn act(self, command: Command) -> bool {
        match self.send(command) {
            Ok(_) => true,
            Err(note) => {
                self.refusal.set(Some(note));
                false
            }
        }
    }

    /// Takes one step of the background.
    pub(crate) fn step(self) {
        if self.running.get_untracked() {
            return;
        }
        let said = self.document.try_update(Document::step).flatten();
        self.say(said.unwrap_or_else(|| text::NOTHING_WAITS.to_string()));
    }

    /// Starts a run, or pauses the one that goes on.
    pub(crate) fn run_or_pause(self) {
        if self.running.get_untracked() {
            self.pause();
            self.say(text::PAUSED.to_string());
        } else if self.document.with_untracked(Document::is_idle) {
            self.say(text::NOTHING_WAITS.to_string());
        } else {
            self.running.set(true);
            self.run_slice();
        }
    }

    fn pause(self) {
        if self.running.get_untracked() {
            self.running.set(false);
        }
    }

    fn run_slice(self) {
        if !self.running.get_untracked() {
            return;
        }
        let (steps, rest) = self.speed.get_untracked().slice();
        let idle = self.document.try_update(|document| document.run(steps)).unwrap_or(true);
        if idle {
            self.running.set(false);
            self.say(self.document.with_untracked(Document::sum_of_run));
        } else {
            set_timeout(move || self.run_slice(), rest);
        }
    }

    /// Takes the last action back.
    pub(crate) fn undo(self) {
        self.pause();
        if let Some(words) = self.document.try_update(Document::undo).flatten() {
            self.refusal.set(None);
            self.say(text::undone(&words));
        }
    }

    /// Does the next action again.
    pub(crate) fn redo(self) {
        self.pause();
        if let Some(words) = self.document.try_update(Document::redo).flatten() {
            self.refusal.set(None);
            self.say(text::redone(&words));
        }
    }

    /// Begins again with the opening example.
    pub(crate) fn open_example(self) {
        self.open(Document::example());
    }

    /// Begins with nothing.
    pub(crate) fn open_empty(self) {
        self.open(Document::empty());
    }

    fn open(self, document: Document) {
        self.pause();
        self.refusal.set(None);
        self.catalog.set(Loading::Start);
        self.document.set(document);
        self.say(text::OPENED.to_string());
    }

    /// Brings the full catalogue.
    pub(crate) fn load_catalog(self) {
        self.catalog.set(Loading::Under);
        wasm_bindgen_futures::spawn_local(async move {
            let state = match catalog_fetch::full_catalog().await {
                Some(catalog) => {
                    self.document.update(|document| document.load_catalog(catalog));
                    Loading::Done
                }
                None => Loading::Failed,
            };
            self.catalog.set(state);
        });
    }

    fn say(self, words: String) {
        self.said.update(|said| *said = (said.0.wrapping_add(1), words));
    }
}
