//! The files of all lessons and of their words.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use licensing_lesson::{Head, Lesson, OWN, Tag, Texts, read_head, read_lesson, read_texts, unpack, variant};
use licensing_model::Catalog;
use licensing_view::Route;
use licensing_view::find::Titled;
use licensing_wording::{Language, Words};

use super::{Learning, Opened, own};
use crate::lab::Lab;
use crate::{fetch, keeping};

/// Files that came: all lessons, and their words by language.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    lessons: Option<Arc<String>>,
    words: BTreeMap<&'static str, Arc<String>>,
    /// Lessons that came in a link, by their ids: a page inside another one stores nothing.
    passed_on: BTreeMap<String, String>,
}

/// All lessons.
pub(super) async fn lessons(learning: Learning) -> Option<Arc<String>> {
    if let Some(known) = learning.files.with_value(|files| files.lessons.clone()) {
        return Some(known);
    }
    let text = Arc::new(String::from_utf8(fetch::bytes("lessons.txt").await?).ok()?);
    learning.files.update_value(|files| files.lessons = Some(Arc::clone(&text)));
    Some(text)
}

/// Their words in a language.
pub(super) async fn words(learning: Learning, language: Language) -> Option<Arc<String>> {
    let code = language.code();
    if let Some(known) = learning.files.with_value(|files| files.words.get(code).cloned()) {
        return Some(known);
    }
    let text = Arc::new(String::from_utf8(fetch::bytes(&format!("lessons.{code}.txt")).await?).ok()?);
    learning.files.update_value(|files| _ = files.words.insert(code, Arc::clone(&text)));
    Some(text)
}

/// What the list says of each lesson.
pub(super) fn heads(lessons: &str) -> Vec<Head> {
    unpack(lessons).into_iter().filter_map(|(id, file)| read_head(id, file.to_string()).ok()).collect()
}

/// The words of all lessons.
pub(super) fn all_words(words: &str) -> BTreeMap<String, Texts> {
    let files = unpack(words).into_iter();
    files.filter_map(|(id, file)| Some((id.to_string(), read_texts(id, file.to_string()).ok()?))).collect()
}

/// All lessons by their titles, in their order; none where the files do not come.
pub(super) async fn titled(learning: Learning, spoken: Words) -> Vec<Titled> {
    let Some((lessons, words)) = lessons(learning).await.zip(words(learning, spoken.language()).await) else {
        return Vec::new();
    };
    let mut texts = all_words(&words);
    let lesson = |(number, (id, _)): (usize, (&str, &str))| {
        let (route, title) = (Route::Lesson(id.parse().ok()?), texts.remove(id)?.title);
        Some(Titled { route, number: spoken.lesson_number(number), title })
    };
    (1..).zip(unpack(&lessons)).filter_map(lesson).collect()
}

/// Keeps a lesson that came in a link, so that it can be opened. One that is written here stays as it is here. None where
/// the text is no lesson of somebody's own.
pub(super) fn learn(learning: Learning, text: &str, seed: u32, catalog: &Catalog) -> Option<Tag> {
    let lesson = read_lesson("", text.to_string(), catalog).ok().filter(|lesson| lesson.id.starts_with(OWN))?;
    if !own::written().contains(&lesson.id) {
        own::keep(&lesson.id, text);
        learning.files.update_value(|files| _ = files.passed_on.insert(lesson.id.clone(), text.to_string()));
    }
    Some(Tag { id: lesson.id, version: lesson.version, seed, ..Tag::default() })
}

/// A lesson by its id.
pub(super) fn read(lessons: &str, id: &str, catalog: &Catalog) -> Option<Lesson> {
    let (_, file) = unpack(lessons).into_iter().find(|(own, _)| *own == id)?;
    read_lesson(id, file.to_string(), catalog).ok()
}

/// The words of a lesson by its id.
pub(super) fn words_of(words: &str, id: &str) -> Option<Texts> {
    let (_, file) = unpack(words).into_iter().find(|(own, _)| *own == id)?;
    read_texts(id, file.to_string()).ok()
}

/// The full catalog, which lessons of one's own may need; what is loaded of it where it does not come.
pub(super) async fn catalog(lab: Lab) -> Arc<Catalog> {
    let full = keeping::full_catalog(lab).await.ok();
    full.unwrap_or_else(|| lab.known_catalog())
}

/// A lesson with its words in the language that is spoken; none where the files do not come or have no such lesson.
pub(super) async fn lesson(lab: Lab, learning: Learning, tag: &Tag) -> Option<Opened> {
    let language = lab.words_now().language();
    if tag.id.starts_with(OWN) {
        let whole = catalog(lab).await;
        let passed_on = || learning.files.with_value(|files| files.passed_on.get(&tag.id).cloned());
        let lesson = read_lesson(&tag.id, own::kept(&tag.id).or_else(passed_on)?, &whole).ok()?;
        let texts = variant::texts(&lesson, &lesson.own_texts(language).cloned().unwrap_or_default(), tag.seed);
        let lesson = variant::of(&lesson, tag.seed);
        return Some(Opened { tag: tag.clone(), texts, lesson, place: None, next: None });
    }
    let (lessons, words) = (lessons(learning).await?, words(learning, language).await?);
    let known = lab.known_catalog();
    let lesson = read(&lessons, &tag.id, &known)?;
    if !lesson.scenario.is_covered_by(&known) {
        catalog(lab).await;
    }
    let texts = words_of(&words, &tag.id)?;
    let ids: Vec<_> = unpack(&lessons).into_iter().map(|(id, _)| id).collect();
    let place = ids.iter().position(|id| *id == tag.id)?;
    Some(Opened {
        tag: tag.clone(),
        texts: variant::texts(&lesson, &texts, tag.seed),
        lesson: variant::of(&lesson, tag.seed),
        place: Some((place + 1, ids.len())),
        next: ids.get(place + 1).map(|id| (*id).to_string()),
    })
}
