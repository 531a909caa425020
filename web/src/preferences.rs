//! What the page remembers from one visit to the next. Where the browser denies storage, nothing is remembered.

use leptos::prelude::window;
use web_sys::Storage;

/// Every name begins so: other pages of the same host have keys of their own.
const PREFIX: &str = "licensing-lab.";

/// What was remembered under `name`, if anything was.
pub(crate) fn recall(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok().flatten()
}

/// Remembers `value` under `name`, if the browser lets it.
pub(crate) fn remember(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // Storage that is full or denied remembers nothing; the page works all the same.
        let _ = storage.set_item(&key(name), value);
    }
}

/// The storage of this origin; asking for it is an error in itself where it is denied.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}
