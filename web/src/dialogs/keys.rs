//! The list of keys.

use leptos::prelude::*;

use crate::lab::Lab;
use crate::parts::Dialog;
use crate::text::{self, Spoken};
use crate::{keys, preferences};

/// What each key does.
const KEYS: [(&str, Spoken); 12] = [
    ("Ctrl K", text::KEYS_FIND),
    ("Ctrl Z", text::KEYS_UNDO),
    ("Ctrl Shift Z", text::KEYS_REDO),
    ("s", text::KEYS_STEP),
    ("r", text::KEYS_RUN),
    (",", text::KEYS_BACK),
    (".", text::KEYS_FORWARD),
    ("w", text::KEYS_WHY),
    ("F6", text::KEYS_REGION),
    ("Ctrl Enter", text::KEYS_SEND),
    ("?", text::KEYS_LIST),
    ("Esc", text::KEYS_CLOSE),
];

/// The list.
#[component]
pub(crate) fn KeysDialog() -> impl IntoView {
    let lab = Lab::here();
    let row = |keys: &'static str, what: AnyView| {
        let caps = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> }).collect_view();
        view! {
            <dt>{caps}</dt>
            <dd>{what}</dd>
        }
    };
    let screens = move || {
        let words = lab.words();
        let name =
            |(key, route): &(char, licensing_view::Route)| format!("{key} {}", words.text(text::of_screen(*route)));
        words.keys_go(&keys::SCREENS.iter().map(name).collect::<Vec<_>>().join(", "))
    };
    let lead = if preferences::letter_keys() { text::KEYS_LEAD } else { text::KEYS_OFF };
    view! {
        <Dialog title=text::KEYS on_close=move |()| lab.answered()>
            // Where it does not fit, the keys scroll it too.
            <div class="d-body" tabindex="0" role="group" aria-labelledby="dialog-title">
                <p class="small dim">{lead}</p>
                <dl class="keys">
                    {KEYS.into_iter().map(|(keys, what)| row(keys, what.into_render().into_any())).collect_view()}
                    {row("g", screens.into_any())}
                </dl>
            </div>
        </Dialog>
    }
}
