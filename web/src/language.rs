//! Which language is spoken: what was chosen on an earlier visit, else the first of the browser's that is known here.

use leptos::prelude::*;
use licensing_wording::{Language, Words};
use wasm_bindgen_futures::spawn_local;

use crate::lab::Lab;
use crate::{fetch, preferences, text};

/// What the choice is remembered by.
const NAME: &str = "language";

/// Starts the page with the words of the language that one begins with. English is in the program; another language is
/// fetched first, and where that fails the page begins in English.
pub(crate) fn begin(start: impl FnOnce(Words) + 'static) {
    match remembered().unwrap_or_else(preferred) {
        Language::English => start(Words::english()),
        language => spawn_local(async move { start(words_of(language).await.unwrap_or_else(Words::english)) }),
    }
}

/// Speaks `language` from now on and remembers it. Where its words do not come, everything stays as it is.
pub(crate) fn choose(lab: Lab, language: Language) {
    if lab.read(|document| document.words().language()) == language {
        return;
    }
    let speak = move |words: Words| {
        preferences::remember(NAME, language.code());
        lab.speak(words);
    };
    match language {
        Language::English => speak(Words::english()),
        _ => spawn_local(async move {
            match words_of(language).await {
                Some(words) => speak(words),
                None => lab.say_text(text::LANGUAGE_FAILED),
            }
        }),
    }
}

/// Keeps the root's `lang` as the language that is spoken.
pub(crate) fn keep_language(lab: Lab) {
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            // Only an attribute name that is none could be refused.
            let _ = root.set_attribute("lang", lab.words().language().code());
        }
    });
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
    // A file that a cache kept from another edition would be of no use.
    let address = format!("{}.txt?{}", language.code(), Words::edition());
    let bytes = fetch::bytes(&address).await?;
    Words::read(language, String::from_utf8(bytes).ok()?).ok()
}
