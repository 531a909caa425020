//! What the browser is asked for directly: focus, title, theme, time.

use leptos::prelude::document;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

/// Moves focus to the element with this id, if it is there.
pub(crate) fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it is.
        let _ = element.focus();
    }
}

/// What has the focus now.
pub(crate) fn focused() -> Option<HtmlElement> {
    // A link of a drawing is no HTML element, but all that is done with it here can be done with both.
    Some(document().active_element()?.unchecked_into())
}

/// Whether the window is as narrow as a phone's.
pub(crate) fn is_narrow() -> bool {
    // The width at which the style sheets change over, too.
    const NARROW: f64 = 720.0;
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width <= NARROW)
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

/// Writes another fragment into the address, after the present one or instead of it, and tells those who follow it: the
/// browser itself does not.
pub(crate) fn write_hash(hash: &str, after: bool) {
    let Ok(history) = window().history() else { return };
    let written = match after {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(hash)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(hash)),
    };
    // Safari refuses more than a hundred in half a minute; the address stays behind then.
    if written.is_ok()
        && let Ok(event) = Event::new("hashchange")
    {
        let _ = window().dispatch_event(&event);
    }
}

/// Whether letters typed now belong to a field.
pub(crate) fn is_typing() -> bool {
    focused().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA") || element.is_content_editable()
    })
}
