//! The one document of the page, and all that can be done with it.

use std::mem;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use licensing_model::{Catalog, Command, CommandKind, Paced};
use licensing_scenario::storage::Entry;
use licensing_view::RefusalNote;
use licensing_wording::{Text, Words};
use wasm_bindgen_futures::spawn_local;

use crate::ask::Ask;
use crate::gradual::{Gradual, gradual};
use crate::kept::{Job, Keeping};
use crate::slices::Newest;
use crate::speech::{Speech, Spoken};
use crate::{dom, fetch, preferences, router, text};
use licensing_session::keeping::{Beginning, Saving, Shelf, Standing};
use licensing_session::{Reading, Session, Speed};

mod way;

pub(crate) use way::Then;

pub(crate) use licensing_model::command::Created;

/// What the speed of runs is remembered by.
const SPEED: &str = "speed";

/// A step, and the pause in which it is seen.
const WATCHED: (u32, Duration) = (1, Duration::from_millis(750));
/// How often, and after which rest each time, it is looked whether what it is watched on is there.
const PATIENCE: u32 = 60;
const LOOK: Duration = Duration::from_millis(100);

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
    document: RwSignal<Session>,
    /// What is spoken.
    pub(crate) speech: Speech,
    /// The last refusal that no dialog shows.
    pub(crate) refusal: RwSignal<Option<RefusalNote>>,
    /// The dialog that is open.
    pub(crate) asking: RwSignal<Option<Ask>>,
    /// A run is going on.
    pub(crate) running: RwSignal<bool>,
    /// How fast.
    pub(crate) speed: RwSignal<Speed>,
    /// To which moment of the history one is on the way, and how far, in percent.
    pub(crate) on_the_way: RwSignal<Option<(usize, usize)>>,
    /// The last that was gone to.
    going: Newest,
    /// How far the full catalog is.
    pub(crate) catalog: RwSignal<Loading>,
    /// The full catalog, once it is there.
    full: StoredValue<Option<Arc<Catalog>>>,
    /// Where the document is kept.
    pub(crate) keeping: Keeping,
}

impl Lab {
    /// A lab that begins so, shown in the language of `words`.
    pub(crate) fn new(words: Words, beginning: &Beginning) -> Lab {
        let document = match beginning.is_awaited() {
            true => Session::empty(String::new()),
            false => Session::example(words.text(Text::SAMPLE_EXAMPLE).to_string()),
        };
        Lab {
            document: RwSignal::new(document),
            speech: Speech::new(words),
            refusal: RwSignal::new(None),
            asking: RwSignal::new(None),
            running: RwSignal::new(false),
            speed: RwSignal::new(remembered_speed()),
            on_the_way: RwSignal::new(None),
            going: Newest::new(),
            catalog: RwSignal::new(Loading::Start),
            full: StoredValue::new(None),
            keeping: Keeping::new(beginning),
        }
    }

    /// The lab that stands around the component.
    pub(crate) fn here() -> Lab {
        expect_context()
    }

    /// A value computed from the document in the language that is spoken; whoever reads it hears only of changes of the
    /// value.
    pub(crate) fn memo<T>(self, compute: impl Fn(&Reading<'_>) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            let words = self.words();
            self.document.with(|document| compute(&Reading::new(document, words)))
        })
    }

    /// The words of the language that is spoken; whoever reads them hears of another language.
    pub(crate) fn words(self) -> Words {
        self.speech.words()
    }

    /// A text in the language that is spoken; whoever reads it hears of another language.
    pub(crate) fn text(self, text: Spoken) -> &'static str {
        self.words().text(text.0)
    }

    /// The words of the language that is spoken now.
    pub(crate) fn words_now(self) -> Words {
        self.speech.words_now()
    }

    /// A value computed from the document as it is now.
    pub(crate) fn read<T>(self, compute: impl FnOnce(&Reading<'_>) -> T) -> T {
        let words = self.words_now();
        self.document.with_untracked(|document| compute(&Reading::new(document, words)))
    }

    /// Whoever calls this hears of every change of the document, whatever it changes.
    pub(crate) fn hear(self) {
        self.document.track();
    }

    /// The same where that takes long: nothing before it is there, then what is there until the next one is. Whatever
    /// changes meanwhile, it comes to its end.
    pub(crate) fn gradual<T>(self, begin: impl Fn(&Reading<'_>) -> Paced<T> + Send + Sync + 'static) -> Memo<Option<T>>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        self.gradual_of(|| (), move |reading, (), _| begin(reading)).value
    }

    /// The same for a question, given what is there: see [`gradual`].
    pub(crate) fn gradual_of<Q, T>(
        self,
        ask: impl Fn() -> Q + Send + Sync + 'static,
        begin: impl Fn(&Reading<'_>, &Q, Option<&T>) -> Paced<T> + Send + Sync + 'static,
    ) -> Gradual<T>
    where
        Q: PartialEq + Send + Sync + 'static,
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        gradual(ask, move |question, there| {
            let words = self.words();
            self.document.with(|document| begin(&Reading::new(document, words), question, there))
        })
    }

    /// A number that is another one after each change of the document or the language.
    pub(crate) fn moment(self) -> Memo<u32> {
        Memo::new(move |number: Option<&u32>| {
            self.hear();
            self.words();
            number.map_or(1, |number| number.wrapping_add(1))
        })
    }

    /// The document itself, for what stores it, passes it on or writes it elsewhere. What is shown is read by
    /// [`Lab::read`].
    pub(crate) fn session<T>(self, work: impl FnOnce(&Session) -> T) -> T {
        self.document.with_untracked(work)
    }

    /// Lets runs go so fast from now on and remembers it.
    pub(crate) fn choose_speed(self, speed: Speed) {
        preferences::remember(SPEED, speed.id());
        self.speed.set(speed);
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
        let result = self.change(|document| document.apply(command));
        match result {
            Some(Ok(created)) => {
                self.refusal.set(None);
                self.say_done();
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

    /// Sends commands for a dialog, all or none; those after the first may rest on what that created.
    pub(crate) fn send_all(
        self,
        first: Command,
        then: impl FnOnce(Option<Created>) -> Vec<Command>,
    ) -> Result<Option<Created>, RefusalNote> {
        self.work(|document| document.apply_all(first, then)).map_or(Ok(None), |(result, _)| result)
    }

    /// Lets a script or the console work on the document, and answers whether that changed it. Whatever it did is undone
    /// together; a document that stays as it was is not shown anew. None where no tenant is open, or the page is going away.
    pub(crate) fn work<T>(self, work: impl FnOnce(&mut Session) -> T) -> Option<(T, bool)> {
        self.keeping.look();
        if !self.keeping.is_open() {
            return None;
        }
        self.stay();
        let (result, is_changed) = self.document.try_maybe_update(|document| {
            let (result, is_changed) = document.together(work);
            (is_changed, (result, is_changed))
        })?;
        self.written();
        if is_changed {
            self.refusal.set(None);
            self.say_done();
        }
        Some((result, is_changed))
    }

    /// Takes one step of the background.
    pub(crate) fn step(self) {
        if self.running.get_untracked() {
            return;
        }
        match self.change(Session::step).flatten() {
            Some(_) => self.say(self.read(|document| document.step_sentence())),
            None => self.say_at_rest(),
        }
    }

    /// Says why there is no step to take.
    fn say_at_rest(self) {
        let has_ended = self.document.with_untracked(Session::has_ended);
        self.say_text(if has_ended { text::CLOCK_ENDED } else { text::NOTHING_WAITS });
    }

    /// Starts a run, or pauses the one that goes on.
    pub(crate) fn run_or_pause(self) {
        if self.running.get_untracked() {
            self.pause();
            self.say_text(text::PAUSED);
        } else if self.document.with_untracked(Session::is_idle) {
            self.say_at_rest();
        } else {
            self.running.set(true);
            self.run_slice(None);
        }
    }

    /// Runs what waits step by step, slowly enough to be watched whatever the speed of runs is.
    pub(crate) fn play(self) {
        if !self.running.get_untracked() && !self.document.with_untracked(Session::is_idle) {
            self.running.set(true);
            self.run_slice(Some(WATCHED));
        }
    }

    /// Carries out commands and plays what they start; all of it is undone together.
    pub(crate) fn play_out(self, commands: Vec<Command>) {
        let done = self.change(|document| document.apply_with_steps(commands));
        self.refusal.set(done.and_then(Result::err));
        self.say_done();
        self.play();
    }

    /// Lets a run that goes on stop where it is.
    pub(crate) fn pause(self) {
        if self.running.get_untracked() {
            self.running.set(false);
        }
    }

    /// One slice at the speed that was chosen, or at that of `pace`, and the next after it.
    fn run_slice(self, pace: Option<(u32, Duration)>) {
        if !self.running.get_untracked() {
            return;
        }
        let (steps, rest) = pace.unwrap_or_else(|| self.speed.get_untracked().slice());
        let idle = self.change(|document| document.run_slice(steps)).unwrap_or(true);
        if idle {
            self.running.set(false);
            self.say(self.read(|document| document.sum_of_run()));
        } else {
            set_timeout(move || self.go_on(pace, PATIENCE), rest);
        }
    }

    /// The next slice; of what is watched not before that is there on which it is watched, within so many looks.
    fn go_on(self, pace: Option<(u32, Duration)>, looks: u32) {
        match looks.checked_sub(1) {
            Some(looks) if pace.is_some() && self.running.get_untracked() && dom::is_map_awaited() => {
                set_timeout(move || self.go_on(pace, looks), LOOK);
            }
            _ => self.run_slice(pace),
        }
    }

    /// Goes on with a way that was left.
    pub(crate) fn take_branch(self, at: usize) {
        self.pause();
        if self.change(|document| document.take_branch(at)).unwrap_or_default() {
            self.refusal.set(None);
            self.say_text(text::BRANCH_TAKEN);
        }
    }

    /// Does something to the document, after what other tabs did, and has it written down.
    fn change<T>(self, work: impl FnOnce(&mut Session) -> T) -> Option<T> {
        self.keeping.look();
        if !self.keeping.is_open() {
            return None;
        }
        self.stay();
        let result = self.document.try_update(work);
        self.written();
        result
    }

    /// Does what another tab did.
    pub(crate) fn follow(self, entries: Vec<Entry>) {
        self.pause();
        self.stay();
        self.document.update(|document| entries.into_iter().for_each(|entry| document.follow(entry)));
    }

    /// What was done since it was last asked for, to be written down.
    pub(crate) fn take_entries(self) -> Vec<Entry> {
        self.document.try_update_untracked(Session::take_entries).unwrap_or_default()
    }

    /// Calls the tenant something else.
    pub(crate) fn rename(self, title: String) {
        self.document.update(|document| document.rename(title));
    }

    /// The tenant is part of no lesson any more; it stays as it is.
    pub(crate) fn leave_lesson(self) {
        self.stay();
        self.document.update(Session::leave_lesson);
    }

    /// Refuses commands of all other kinds from now on, as a lesson asks for, or none any more.
    pub(crate) fn allow_only(self, kinds: Option<Arc<[CommandKind]>>) {
        self.stay();
        self.document.update(|document| document.allow_only(kinds));
    }

    /// Opens the tenant for a first visit: the example of the article.
    pub(crate) fn open_first(self) {
        self.open(Session::example(self.words_now().text(Text::SAMPLE_EXAMPLE).to_string()));
    }

    /// Begins with a tenant that has errors of five kinds.
    pub(crate) fn open_five_errors(self) {
        self.open(Session::five_errors(self.words_now().text(Text::SAMPLE_FIVE_ERRORS).to_string()));
    }

    /// Begins with nothing.
    pub(crate) fn open_empty(self) {
        self.open(Session::empty(self.words_now().text(Text::NEW_TENANT).to_string()));
    }

    /// Begins with a tenant that was made elsewhere, which is stored at once.
    pub(crate) fn open_imported(self, document: Session) {
        self.open(document);
        self.keeping.ask(Job::Store);
    }

    /// Begins with something new.
    pub(crate) fn open(self, document: Session) {
        let standing = self.keeping.read(Shelf::standing_of_new);
        self.show(document, standing, Saving::Nothing);
    }

    /// Shows another document. The one that was shown is put aside if it would be lost, and for a visit in any case.
    pub(crate) fn show(self, document: Session, standing: Standing, saving: Saving) {
        let left = self.swap(document);
        self.keeping.change(|shelf| shelf.show(left, standing, saving));
        self.say(self.document.with_untracked(|document| self.words_now().opened(document.title())));
    }

    /// Puts another document into the place of the one that is shown, and answers with that.
    pub(crate) fn swap(self, mut document: Session) -> Session {
        self.pause();
        self.stay();
        self.refusal.set(None);
        if let Some(full) = self.full.get_value() {
            document.load_catalog(full);
        }
        self.document.with_untracked(|left| router::leave_lesson(left.lesson(), document.lesson()));
        self.document.update(|shown| mem::swap(shown, &mut document));
        document
    }

    /// Whether closing the page would lose something that was done in it.
    pub(crate) fn is_at_risk(self) -> bool {
        self.document.with_untracked(|document| self.keeping.read(|shelf| shelf.is_at_risk(document)))
    }

    /// Something was done to the document.
    fn written(self) {
        if self.document.with_untracked(Session::has_entries) {
            self.keeping.ask(Job::Write);
        }
    }

    /// The full catalog, if it is there.
    pub(crate) fn full_catalog(self) -> Option<Arc<Catalog>> {
        self.full.get_value()
    }

    /// The full catalog, or the starter part where that is not there yet. A tenant at hand may know the products of the example
    /// alone.
    pub(crate) fn known_catalog(self) -> Arc<Catalog> {
        self.full_catalog().unwrap_or_else(|| Arc::new(licensing_catalog::starter()))
    }

    /// How far the full catalog is now.
    pub(crate) fn catalog_now(self) -> Loading {
        self.catalog.get_untracked()
    }

    /// Brings the full catalog, once.
    pub(crate) fn load_catalog(self) {
        if matches!(self.catalog.get_untracked(), Loading::Under | Loading::Done) {
            return;
        }
        self.catalog.set(Loading::Under);
        spawn_local(async move {
            let state = match fetch::full_catalog().await {
                Some(catalog) => {
                    let catalog = Arc::new(catalog);
                    self.full.set_value(Some(Arc::clone(&catalog)));
                    self.stay();
                    self.document.update(|document| document.load_catalog(catalog));
                    Loading::Done
                }
                None => Loading::Failed,
            };
            self.catalog.set(state);
        });
    }

    /// Has read aloud what was done last.
    fn say_done(self) {
        let words = self.words_now();
        let name = self.document.with_untracked(|document| document.last_name().map(|name| words.say(name)));
        self.say(words.did(&name.unwrap_or_default()));
    }

    /// Has a text read aloud.
    pub(crate) fn say_text(self, text: Spoken) {
        self.speech.say_text(text);
    }

    /// Has something read aloud.
    pub(crate) fn say(self, words: String) {
        self.speech.say(words);
    }
}

/// The speed that was chosen on an earlier visit.
fn remembered_speed() -> Speed {
    preferences::recall(SPEED).and_then(|id| Speed::of_id(&id)).unwrap_or_default()
}
