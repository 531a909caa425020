//! Which language is spoken: the one that the address asks for, else what was chosen on an earlier visit, else the first of
//! the browser's that is known here.

use std::cell::Cell;

use leptos::prelude::*;
use licensing_wording::{Language, Words};
use wasm_bindgen_futures::spawn_local;

use crate::slices::breath;
use crate::speech::Speech;
use crate::{dom, fetch, frame, preferences};

/// What the choice is remembered by.
const NAME: &str = "language";

/// Starts the page with the words of the language that one begins with. What the first screen says in English is in the
/// program; another language is fetched first, and where that fails the page begins in English.
pub(crate) fn begin(start: impl FnOnce(Words) + 'static) {
    match asked().or_else(remembered).unwrap_or_else(preferred) {
        Language::English => start(Words::english()),
        language => spawn_local(async move { start(words_of(language).await.unwrap_or_else(Words::english)) }),
    }
}

/// Fetches the words that the first screen did without, when there is time; where data is to be saved, when somebody does
/// something.
pub(crate) fn fill(speech: Speech) {
    let fetch = move || spawn_local(async move { _ = complete(speech).await });
    match dom::saves_data() {
        true => dom::touched(fetch),
        false => dom::unasked(fetch),
    }
}

/// All words of the language that is spoken, as soon as they are there; false where they do not come.
pub(crate) async fn complete(speech: Speech) -> bool {
    thread_local! {
        static IS_UNDER_WAY: Cell<bool> = const { Cell::new(false) };
    }
    while IS_UNDER_WAY.get() {
        breath().await;
    }
    if speech.words_now().is_whole() {
        return true;
    }
    IS_UNDER_WAY.set(true);
    let words = words_of(Language::English).await;
    IS_UNDER_WAY.set(false);
    // Another language may be spoken by now.
    if let (Some(words), false) = (words, speech.words_now().is_whole()) {
        speech.fill(words);
    }
    speech.words_now().is_whole()
}

/// All words of English, whichever language is spoken: Graph answers in it, and so does what scripts call. False where
/// they do not come.
pub(crate) async fn english() -> bool {
    Words::english().is_whole() || words_of(Language::English).await.is_some()
}

/// Speaks `language` from now on and remembers it. Where its words do not come, everything stays as it is.
pub(crate) fn choose(speech: Speech, language: Language) {
    if speech.words_now().language() == language {
        return;
    }
    spawn_local(async move {
        let words = match language {
            Language::English if Words::english().is_whole() => Some(Words::english()),
            language => words_of(language).await,
        };
        match words {
            Some(words) => {
                preferences::remember(NAME, language.code());
                speech.speak(words);
            }
            None => speech.say(speech.words_now().language_failed(language.name())),
        }
    });
}

/// Keeps the root's `lang` as the language that is spoken.
pub(crate) fn keep_language(speech: Speech) {
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            // Only an attribute name that is none could be refused.
            let _ = root.set_attribute("lang", speech.words().language().code());
        }
    });
}

fn asked() -> Option<Language> {
    Language::of_tag(&frame::language()?)
}

fn remembered() -> Option<Language> {
    Language::of_tag(&preferences::recall(NAME)?)
}

fn preferred() -> Language {
    let tags = window().navigator().languages();
    Language::preferred(tags.iter().filter_map(|tag| tag.as_string()))
}

/// The words of a language that is a file beside the page; none where the network or the file is not as it should be.
async fn words_of(language: Language) -> Option<Words> {
    let bytes = fetch::bytes(&format!("{}.txt", language.code())).await?;
    Words::read(language, String::from_utf8(bytes).ok()?).ok()
}
