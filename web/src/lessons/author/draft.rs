//! The lesson that is being written: a signal, kept in the browser at every change.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_lesson::draft::like;
use licensing_lesson::proof::Way;
use licensing_lesson::{Lesson, MOST_BYTES, OWN, Texts, read_lesson};
use licensing_session::Writing;
use licensing_wording::Language;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::lab::Lab;
use crate::lessons::{Learning, files, own};
use crate::{preferences, text};

/// What the id of the lesson that is being written is remembered by.
const DRAFT: &str = "lesson-draft";

/// A handle to the lesson that is being written. Components get it by [`Draft::here`].
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) lab: Lab,
    pub(super) learning: Learning,
    writing: RwSignal<Option<Writing>>,
    /// Whether there is one.
    pub(super) is_there: Memo<bool>,
    /// The language in which its words are shown.
    pub(super) language: RwSignal<Language>,
    /// Why something was not opened.
    pub(super) problem: RwSignal<Option<String>>,
    /// Whether the browser keeps it.
    pub(super) is_kept: RwSignal<bool>,
}

impl Draft {
    /// Nothing is being written.
    pub(super) fn new(lab: Lab) -> Draft {
        let writing = RwSignal::new(None::<Writing>);
        Draft {
            lab,
            learning: Learning::here(),
            writing,
            is_there: Memo::new(move |_| writing.with(Option::is_some)),
            language: RwSignal::new(lab.words_now().language()),
            problem: RwSignal::new(None),
            is_kept: RwSignal::new(true),
        }
    }

    /// The one that stands around the component.
    pub(super) fn here() -> Draft {
        expect_context()
    }

    /// Goes on with what was written last.
    pub(super) fn go_on(self) {
        if let Some(id) = preferences::recall(DRAFT).filter(|id| !id.is_empty()) {
            self.edit(id);
        }
    }

    /// Goes on with a lesson that was written here.
    pub(super) fn edit(self, id: String) {
        spawn_local(async move {
            let Some(text) = own::kept(&id) else { return };
            let catalog = files::catalog(self.lab).await;
            match read_lesson(&id, text, &catalog) {
                Ok(lesson) => self.take(lesson).await,
                // It stays where it is, for a release that can read it.
                Err(error) => self.fail(self.lab.words_now().author_not_opened(&error.to_string())),
            }
        });
    }

    /// Begins with the tenant as it is now; what is done from here on can be a way.
    pub(super) fn begin_here(self) {
        let words = self.lab.words_now();
        match self.lab.session(|session| Writing::begin(session, new_id(), words)) {
            Ok((writing, session)) => {
                self.lab.open(session);
                self.show(writing);
            }
            Err(error) => self.fail(words.fault_beginning(&error.to_string())),
        }
    }

    /// Begins with a lesson that came with the page.
    pub(super) fn begin_like(self, id: String) {
        spawn_local(async move {
            let catalog = files::catalog(self.lab).await;
            let Some(lessons) = files::lessons(self.learning).await else {
                return self.fail(self.lab.words_now().text(text::LESSON_NOT_LOADED.0).to_string());
            };
            let mut texts = BTreeMap::new();
            for language in Language::ALL {
                let words = files::words(self.learning, language).await;
                texts.extend(words.and_then(|words| files::words_of(&words, &id)).map(|own| (language, own)));
            }
            if let Some(lesson) = files::read(&lessons, &id, &catalog) {
                self.take(like(&lesson, new_id(), texts)).await;
            }
        });
    }

    /// Opens a lesson from a file.
    pub(super) fn open_file(self, files: Vec<File>) {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            let words = self.lab.words_now();
            if file.size() > MOST_BYTES as f64 {
                return self.fail(words.text(text::AUTHOR_TOO_LARGE.0).to_string());
            }
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
            let catalog = files::catalog(self.lab).await;
            match read_lesson(&file.name(), text, &catalog) {
                Ok(lesson) if lesson.id.starts_with(OWN) && !lesson.texts.is_empty() => self.take(lesson).await,
                // What came with the page, or has no words inside, becomes a lesson of one's own.
                Ok(lesson) => {
                    let mut texts = lesson.texts.clone();
                    if texts.is_empty() {
                        texts.insert(words.language(), Texts::default());
                    }
                    self.take(like(&lesson, new_id(), texts)).await;
                }
                Err(error) => self.fail(words.author_not_opened(&error.to_string())),
            }
        });
    }

    /// Nothing is being written any more; the lesson stays among those that were written here.
    pub(super) fn put_aside(self) {
        preferences::remember(DRAFT, "");
        self.problem.set(None);
        self.writing.set(None);
    }

    async fn take(self, lesson: Lesson) {
        let catalog = files::catalog(self.lab).await;
        match Writing::of(lesson, catalog) {
            Ok(writing) => self.show(writing),
            Err(error) => self.fail(self.lab.words_now().fault_beginning(&error.to_string())),
        }
    }

    fn show(self, writing: Writing) {
        let spoken = self.lab.words_now().language();
        let lesson = writing.lesson();
        let written = if lesson.texts.contains_key(&spoken) { Some(&spoken) } else { lesson.texts.keys().next() };
        let _ = self.language.try_set(written.copied().unwrap_or(spoken));
        let _ = self.problem.try_set(None);
        own::write_here(&lesson.id);
        preferences::remember(DRAFT, &lesson.id);
        let _ = self.writing.try_set(Some(writing));
        self.keep();
    }

    fn fail(self, why: String) {
        let _ = self.problem.try_set(Some(why));
    }

    /// Changes the lesson, and keeps it.
    pub(super) fn change(self, change: impl FnOnce(&mut Writing)) {
        self.writing.update(|writing| {
            if let Some(writing) = writing {
                change(writing);
            }
        });
        self.keep();
    }

    /// Changes the words of the language in which they are shown.
    pub(super) fn reword(self, change: impl FnOnce(&mut Texts)) {
        let language = self.language.get_untracked();
        self.change(|writing| change(writing.lesson_mut().texts.entry(language).or_default()));
    }

    fn keep(self) {
        let kept = self.now(|writing| own::keep(&writing.lesson().id, &writing.text()));
        let _ = self.is_kept.try_set(kept.unwrap_or(true));
    }

    /// Something of the lesson, whenever it changes; none where there is none.
    pub(super) fn with<T>(self, read: impl FnOnce(&Writing) -> T) -> Option<T> {
        self.writing.with(|writing| writing.as_ref().map(read))
    }

    /// Something of the lesson as it is now.
    pub(super) fn now<T>(self, read: impl FnOnce(&Writing) -> T) -> Option<T> {
        self.writing.try_with_untracked(|writing| writing.as_ref().map(read)).flatten()
    }

    /// Something of the words of the language in which they are shown, whenever they change.
    pub(super) fn words<T: Default>(self, read: impl FnOnce(&Texts) -> T) -> T {
        let language = self.language.get();
        self.with(|writing| writing.lesson().texts.get(&language).map(read)).flatten().unwrap_or_default()
    }

    /// Opens the lesson's beginning as a tenant, or the end of a way.
    pub(super) fn open_way(self, way: Option<Way>) {
        let words = self.lab.words_now();
        let session = self.now(|writing| writing.session(title(writing.lesson(), words), way));
        if let Some(session) = session {
            self.lab.open(session);
        }
    }
}

/// What a lesson is called.
pub(super) fn title(lesson: &Lesson, words: licensing_wording::Words) -> String {
    let title = lesson.own_texts(words.language()).map(|texts| texts.title.clone()).unwrap_or_default();
    if title.is_empty() { words.text(text::AUTHOR_UNTITLED.0).to_string() } else { title }
}

/// An id for a lesson of one's own.
fn new_id() -> String {
    format!("{OWN}{:08x}", (js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}
