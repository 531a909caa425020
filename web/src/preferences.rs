//! What the page remembers from one visit to the next. Where the browser denies storage, nothing is remembered.

use web_sys::Storage;

use crate::{frame, storage};

/// Every name begins so: other pages of the same host have keys of their own.
const PREFIX: &str = "licensing-lab.";
const LETTER_KEYS: &str = "letter-keys";

/// What was remembered under `name`, if anything was.
pub(crate) fn recall(name: &str) -> Option<String> {
    local()?.get_item(&key(name)).ok().flatten()
}

/// Remembers `value` under `name`, if the browser lets it.
pub(crate) fn remember(name: &str, value: &str) {
    // A page inside another one stores nothing.
    if let Some(storage) = local().filter(|_| !frame::is_embedded()) {
        // Storage that is full or denied remembers nothing; the page works all the same.
        let _ = storage.set_item(&key(name), value);
    }
}

/// Forgets what was remembered under `name`.
pub(crate) fn forget(name: &str) {
    if let Some(storage) = local().filter(|_| !frame::is_embedded()) {
        let _ = storage.remove_item(&key(name));
    }
}

/// Whether keys of one letter do something; the settings can switch them off.
pub(crate) fn letter_keys() -> bool {
    recall(LETTER_KEYS).as_deref() != Some("off")
}

/// Switches keys of one letter on or off.
pub(crate) fn set_letter_keys(on: bool) {
    remember(LETTER_KEYS, if on { "on" } else { "off" });
}

/// Whether something is stored under a key that `is_wanted`.
pub(crate) fn has_key(is_wanted: impl Fn(&str) -> bool) -> bool {
    let Some(storage) = local() else { return false };
    let length = storage.length().unwrap_or(0);
    (0..length).any(|at| storage.key(at).ok().flatten().is_some_and(|key| is_wanted(&key)))
}

/// What this tab remembered under `name`, if anything was.
pub(crate) fn recall_in_tab(name: &str) -> Option<String> {
    of_tab()?.get_item(&key(name)).ok().flatten()
}

/// Remembers `value` under `name` as long as this tab is open, if the browser lets it.
pub(crate) fn remember_in_tab(name: &str, value: &str) {
    if let Some(storage) = of_tab().filter(|_| !frame::is_embedded()) {
        let _ = storage.set_item(&key(name), value);
    }
}

/// Forgets what this tab remembered under `name`.
pub(crate) fn forget_in_tab(name: &str) {
    if let Some(storage) = of_tab() {
        let _ = storage.remove_item(&key(name));
    }
}

fn local() -> Option<Storage> {
    storage::local().ok().flatten()
}

fn of_tab() -> Option<Storage> {
    storage::of_tab().ok().flatten()
}

/// Under which key something is remembered.
pub(crate) fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}
