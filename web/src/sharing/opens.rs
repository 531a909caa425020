//! What a link asks of the page that opens it, beside the tenant that it holds.

use leptos::prelude::*;
use licensing_view::Address;
use licensing_wording::Language;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::lab::Lab;
use crate::text::{self, Spoken};

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Opens {
    /// The language that is spoken here, whatever the reader's is.
    language: bool,
    /// The screen that is shown here, in place of the overview.
    screen: bool,
    /// Nothing that leads to another tenant; for a page inside another one.
    locked: bool,
}

impl Opens {
    /// `link` with what is asked in front of its fragment.
    pub(super) fn link(self, link: &str, language: Language, screen: &Address) -> String {
        with_parameters(link, self.parameters(language, screen))
    }

    /// The code with which another page shows `link` inside itself.
    pub(super) fn embed_code(self, link: &str, language: Language, screen: &Address) -> String {
        let mut parameters = vec!["embed".to_string()];
        parameters.extend(self.locked.then(|| "locked".to_string()));
        parameters.extend(self.parameters(language, screen));
        let link = with_parameters(link, parameters).replace('&', "&amp;");
        // In one piece it would look like markup of the page's own, which it has none of.
        let frame = "iframe";
        format!("<{frame} src=\"{link}\" title=\"Licensing Lab\" width=\"100%\" height=\"640\"></{frame}>")
    }

    fn parameters(self, language: Language, screen: &Address) -> Vec<String> {
        let screen = utf8_percent_encode(&screen.to_string(), NON_ALPHANUMERIC).to_string();
        let language = self.language.then(|| format!("lang={}", language.code()));
        language.into_iter().chain(self.screen.then(|| format!("screen={screen}"))).collect()
    }
}

fn with_parameters(link: &str, parameters: Vec<String>) -> String {
    if parameters.is_empty() {
        return link.to_string();
    }
    let (page, fragment) = link.split_once('#').unwrap_or((link, ""));
    format!("{page}?{}#{fragment}", parameters.join("&"))
}

/// Asks for it.
#[component]
pub(super) fn OpensWith(
    /// What is asked.
    opens: RwSignal<Opens>,
    /// What the screen that is shown is called; none where it is the one on which links open anyway.
    screen: Signal<Option<String>>,
    /// Whether the link is for a page inside another one.
    embedded: Signal<bool>,
) -> impl IntoView {
    let lab = Lab::here();
    let choice = move |is: fn(&mut Opens) -> &mut bool, word: Spoken, what: Signal<String>| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || *is(&mut opens.get())
                    on:change=move |event| opens.update(|opens| *is(opens) = event_target_checked(&event))
                />
                <span>{word} " " <small class="dim">{what}</small></span>
            </label>
        }
    };
    let language = Signal::derive(move || lab.words().language().name().to_string());
    let name = Signal::derive(move || screen.get().unwrap_or_default());
    view! {
        <section aria-labelledby="share-opens">
            <h3 id="share-opens">{text::SHARE_OPENS}</h3>
            {choice(|opens| &mut opens.language, text::SHARE_IN_LANGUAGE, language)}
            <Show when=move || screen.with(Option::is_some)>
                {choice(|opens| &mut opens.screen, text::SHARE_ON_SCREEN, name)}
            </Show>
            <Show when=move || embedded.get()>
                {choice(|opens| &mut opens.locked, text::SHARE_LOCKED, text::SHARE_LOCKED_WHY.signal())}
            </Show>
        </section>
    }
}
