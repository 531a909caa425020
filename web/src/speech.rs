//! What is spoken: the words of a language, which every text follows, and what is read aloud.

use leptos::prelude::*;
use licensing_wording::{Text, Words};

/// A handle to what is spoken. Components get it by [`Speech::here`].
#[derive(Clone, Copy)]
pub(crate) struct Speech {
    words: RwSignal<Words>,
    /// What was last read aloud, counted, so that the same words twice are two things.
    said: RwSignal<(u32, String)>,
    /// When that was, in milliseconds.
    at: StoredValue<f64>,
}

/// What was said no longer ago belongs to what is shown next as well, in milliseconds.
const STILL_NEWS: f64 = 1_000.0;

impl Speech {
    /// In the language of `words`.
    pub(crate) fn new(words: Words) -> Speech {
        Speech { words: RwSignal::new(words), said: RwSignal::new((0, String::new())), at: StoredValue::new(0.0) }
    }

    /// What is spoken around the component.
    pub(crate) fn here() -> Speech {
        expect_context()
    }

    /// The words of the language that is spoken; whoever reads them hears of another language.
    pub(crate) fn words(self) -> Words {
        self.words.get()
    }

    /// The words of the language that is spoken now.
    pub(crate) fn words_now(self) -> Words {
        self.words.get_untracked()
    }

    /// The words of the same language, with none missing.
    pub(crate) fn fill(self, words: Words) {
        self.words.set(words);
    }

    /// Speaks in another language from now on.
    pub(crate) fn speak(self, words: Words) {
        self.words.set(words);
        self.say(words.language_now(words.language().name()));
    }

    /// What was last read aloud, counted.
    pub(crate) fn said(self) -> ReadSignal<(u32, String)> {
        self.said.read_only()
    }

    /// Has something read aloud.
    pub(crate) fn say(self, words: String) {
        self.at.set_value(js_sys::Date::now());
        self.said.update(|said| *said = (said.0.wrapping_add(1), words));
    }

    /// Something else is shown: what was said of the last thing goes.
    pub(crate) fn hush(self) {
        if js_sys::Date::now() - self.at.get_value() > STILL_NEWS {
            self.say(String::new());
        }
    }

    /// Has a text read aloud.
    pub(crate) fn say_text(self, text: Spoken) {
        self.say(self.words_now().text(text.0).to_string());
    }
}

/// A text of the page. Where it is shown, it changes with the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spoken(pub(crate) Text);

impl Spoken {
    /// The text in the language that is spoken from now on, as long as the component lives.
    fn follow(self) -> Signal<&'static str> {
        let speech = Speech::here();
        Signal::derive(move || speech.words().text(self.0))
    }

    /// The same as a text that may be another one at another time.
    pub(crate) fn signal(self) -> Signal<String> {
        let speech = Speech::here();
        Signal::derive(move || speech.words().text(self.0).to_string())
    }
}

impl IntoRender for Spoken {
    type Output = Signal<&'static str>;

    fn into_render(self) -> Self::Output {
        self.follow()
    }
}

impl IntoAttributeValue for Spoken {
    type Output = Signal<&'static str>;

    fn into_attribute_value(self) -> Self::Output {
        self.follow()
    }
}

impl From<Spoken> for Signal<String> {
    fn from(text: Spoken) -> Signal<String> {
        text.signal()
    }
}
