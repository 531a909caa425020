//! What the browser is asked for directly: focus, title, theme, time.

use leptos::prelude::document;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves focus to the element with this id, if it is there.
pub(crate) fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it is.
        let _ = element.focus();
    }
}

/// What has the focus now.
pub(crate) fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// The fragment of the address, with its `#`.
pub(crate) fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another fragment; the old one stays in the history.
pub(crate) fn set_hash(hash: &str) {
    // A browser that refuses keeps the page where it is.
    let _ = window().location().set_hash(hash);
}

/// Whether letters typed now belong to a field.
pub(crate) fn is_typing() -> bool {
    focused().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA") || element.is_content_editable()
    })
}
