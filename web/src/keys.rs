//! Keys that work everywhere. Those of one letter are silent in fields, and can be switched off (WCAG 2.1.4).

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use licensing_view::{Route, RulesTab};

use crate::ask::Ask;
use crate::lab::Lab;
use crate::router::{self, Place};
use crate::{dom, preferences};

/// The letters that lead to a screen, after `g`.
pub(crate) const SCREENS: [(char, Route); 11] = [
    ('o', Route::Overview),
    ('m', Route::Map),
    ('g', Route::Groups),
    ('u', Route::Users),
    ('p', Route::Products),
    ('q', Route::Processing),
    ('a', Route::Audit),
    ('c', Route::Graph),
    ('r', Route::Rules(RulesTab::Sentences(None))),
    ('s', Route::Settings),
    ('l', Route::Lessons),
];

/// So long after `g` a letter still leads to a screen, in milliseconds.
const PATIENCE: f64 = 1_500.0;

/// Parts of the page that F6 goes through, by their selectors.
const REGIONS: [&str; 7] =
    [".side a", ".top button", "#main", ".drawer h2", ".told button", ".time button", ".ctabs a"];

/// Listens as long as the page lives.
pub(crate) fn listen(lab: Lab, place: Memo<Place>) {
    let after_g = StoredValue::new(f64::NEG_INFINITY);
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() {
            return;
        }
        let handled = with_control(lab, &event) || {
            let in_dialog = lab.asking.with_untracked(Option::is_some);
            !in_dialog && (named(place, &event) || (!dom::is_typing() && letter(lab, after_g, &event)))
        };
        if handled {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Ctrl or ⌘ with a letter.
fn with_control(lab: Lab, event: &KeyboardEvent) -> bool {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return false;
    }
    let key = event.key().to_ascii_lowercase();
    if key == "k" {
        lab.ask(Ask::Find);
        return true;
    }
    // A field undoes what was typed in it, and a dialog is answered first.
    if dom::is_typing() || lab.asking.with_untracked(Option::is_some) {
        return false;
    }
    match (key.as_str(), event.shift_key()) {
        ("z", true) | ("y", false) => _ = lab.redo(),
        ("z", false) => _ = lab.undo(),
        _ => return false,
    }
    true
}

/// Esc and F6.
fn named(place: Memo<Place>, event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        "Escape" if !dom::is_typing() => match place.get_untracked() {
            Place(Some(address)) if address.why.is_some() => {
                router::go(address.without_why());
                true
            }
            _ => false,
        },
        "F6" => {
            dom::focus_next_of(&REGIONS, event.shift_key());
            true
        }
        _ => false,
    }
}

/// Keys of one letter.
fn letter(lab: Lab, after_g: StoredValue<f64>, event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || !preferences::letter_keys() {
        return false;
    }
    let key = event.key();
    if event.time_stamp() - after_g.get_value() < PATIENCE {
        after_g.set_value(f64::NEG_INFINITY);
        let screen = SCREENS.iter().find(|(letter, _)| key.chars().eq([*letter]));
        if let Some((_, route)) = screen {
            router::go(*route);
            return true;
        }
    }
    match key.as_str() {
        "g" => after_g.set_value(event.time_stamp()),
        "s" => lab.step(),
        "r" => lab.run_or_pause(),
        "," => _ = lab.undo(),
        "." => _ = lab.redo(),
        "?" => lab.ask(Ask::Keys),
        _ => return false,
    }
    true
}
