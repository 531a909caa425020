//! The files of all lessons and of their words.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use licensing_lesson::{Head, OWN, Tag, Texts, read_head, read_lesson, read_texts, unpack, variant};
use licensing_session::Session;
use licensing_wording::Language;

use super::{Learning, Opened, own};
use crate::fetch;
use crate::lab::Lab;

/// Files that came: all lessons, and their words by language.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    lessons: Option<Arc<String>>,
    words: BTreeMap<&'static str, Arc<String>>,
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

/// A lesson with its words in the language that is spoken; none where the files do not come or have no such lesson.
pub(super) async fn lesson(lab: Lab, learning: Learning, tag: &Tag) -> Option<Opened> {
    let catalog = lab.session(Session::catalog);
    if tag.id.starts_with(OWN) {
        let lesson = read_lesson(&tag.id, own::kept(&tag.id)?, &catalog).ok()?;
        let texts = variant::texts(&lesson, &lesson.texts.clone().unwrap_or_default(), tag.seed);
        let lesson = variant::of(&lesson, tag.seed);
        return Some(Opened { tag: tag.clone(), texts, lesson, place: (1, 1), next: None });
    }
    let language = lab.words_now().language();
    let (lessons, words) = (lessons(learning).await?, words(learning, language).await?);
    let files = unpack(&lessons);
    let place = files.iter().position(|(id, _)| *id == tag.id)?;
    let (id, file) = files.get(place)?;
    let lesson = read_lesson(id, (*file).to_string(), &catalog).ok()?;
    let (_, own) = unpack(&words).into_iter().find(|(id, _)| *id == tag.id)?;
    let texts = read_texts(id, own.to_string()).ok()?;
    Some(Opened {
        tag: tag.clone(),
        texts: variant::texts(&lesson, &texts, tag.seed),
        lesson: variant::of(&lesson, tag.seed),
        place: (place + 1, files.len()),
        next: files.get(place + 1).map(|(id, _)| (*id).to_string()),
    })
}
