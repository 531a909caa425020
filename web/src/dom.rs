//! What the browser is asked for directly: focus, title, theme, time.

use js_sys::{JsString, Reflect};
use leptos::prelude::document;
use leptos::prelude::window;
use licensing_scenario::link::MOST_AROUND;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Moves focus to the element with this id, if it is there.
pub(crate) fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it is.
        let _ = element.focus();
    }
}

/// Takes the focus from what is in the main part of the page and goes. Browsers lay out anew, at once, all that has come
/// meanwhile where an element goes with the focus. A field keeps it, for it would take that for the end of its input.
pub(crate) fn blur_main() {
    if let Some(element) = focused().filter(|it| it.matches("#main :not(input,select,textarea)").unwrap_or_default()) {
        let _ = element.blur();
    }
}

/// Whether the map beside the first act is still on its way.
pub(crate) fn is_map_awaited() -> bool {
    document().query_selector(".act + .stack .later-room").is_ok_and(|found| found.is_some())
}

/// Whether nothing has the focus.
pub(crate) fn is_focus_lost() -> bool {
    focused().is_none_or(|element| element.tag_name() == "BODY")
}

/// Closes the popover with this id, if it is open.
pub(crate) fn hide_popover(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // One that is closed already, or no popover, stays as it is.
        let _ = element.hide_popover();
    }
}

/// Opens the popover with this id in the place of any other, and moves the focus to what can be chosen first in it.
pub(crate) fn show_popover(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // One that is open already stays as it is.
        let _ = element.show_popover();
        if let Ok(Some(first)) = element.query_selector("button") {
            let _ = first.unchecked_into::<HtmlElement>().focus();
        }
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

/// Scrolls the element with this id into sight, as little as possible.
pub(crate) fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls what is around the element with this id so that it begins at the top; where not so much is below it, with
/// whatever would be cut off there.
pub(crate) fn show_at_top(id: &str, around: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    element.scroll_into_view();
    let Ok(Some(room)) = element.closest(around) else { return };
    let top = room.get_bounding_client_rect().top();
    let Ok(blocks) = room.query_selector_all(".sect > *, .sect > * > *") else { return };
    let blocks = (0..blocks.length()).filter_map(|at| blocks.item(at)?.dyn_into::<Element>().ok());
    let mut cut = blocks.filter(|block| {
        let area = block.get_bounding_client_rect();
        area.top() < top && area.bottom() > top
    });
    if let Some(cut) = cut.next_back() {
        cut.scroll_into_view();
    }
}

/// Moves the focus to the part of the page after the one that has it (or before it), given by selectors of the first
/// element in each that can take it.
pub(crate) fn focus_next_of(parts: &[&str], back: bool) {
    let first = |selector: &str| document().query_selector(selector).ok().flatten()?.dyn_into::<HtmlElement>().ok();
    let shown: Vec<HtmlElement> =
        parts.iter().filter_map(|part| first(part)).filter(|part| part.offset_parent().is_some()).collect();
    let around = |part: &HtmlElement| part.closest("nav, header, main, aside, footer").ok().flatten();
    let here = focused();
    let at = shown.iter().position(|part| {
        let around = around(part);
        around.is_some_and(|around| here.as_ref().is_some_and(|here| around.contains(Some(here))))
    });
    let next = match (at, back) {
        (None, false) => 0,
        (None, true) => shown.len().saturating_sub(1),
        (Some(at), false) => (at + 1) % shown.len().max(1),
        (Some(at), true) => at.checked_sub(1).unwrap_or(shown.len().saturating_sub(1)),
    };
    if let Some(part) = shown.get(next) {
        let _ = part.focus();
    }
}

/// Which release of the page this is; the page as one file says none.
pub(crate) fn release() -> Option<String> {
    document().query_selector("meta[name=release]").ok().flatten()?.get_attribute("content")
}

/// Whether another page shows this one.
pub(crate) fn is_framed() -> bool {
    // Another origin's page may not be looked at, but it can be told apart.
    window().parent().ok().flatten().is_none_or(|parent| parent != window())
}

/// The fragment of the address, with its `#`; of one that is longer than any link, so much that it is seen to be.
pub(crate) fn hash() -> String {
    let hash = Reflect::get(&window().location(), &"hash".into()).unwrap_or_default();
    text_of(&hash, MOST_AROUND).unwrap_or_default()
}

/// A text of JavaScript; of one with more than `most` characters one more than that, so that it is refused without being
/// copied. None where the value is no text.
pub(crate) fn text_of(value: &JsValue, most: usize) -> Option<String> {
    let text = value.dyn_ref::<JsString>()?;
    Some(text.slice(0, u32::try_from(most).unwrap_or(u32::MAX).saturating_add(1)).into())
}

/// The address of the page itself, without what stands behind `?` and `#`.
pub(crate) fn page_address() -> String {
    let location = window().location();
    let part = |part: Result<String, wasm_bindgen::JsValue>| part.unwrap_or_default();
    // The origin of a file is none, so it is put together from its parts.
    format!("{}//{}{}", part(location.protocol()), part(location.host()), part(location.pathname()))
}

/// What stands behind `?` before the fragment.
pub(crate) fn search() -> String {
    window().location().search().unwrap_or_default()
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

/// Whether the browser was asked to save data.
pub(crate) fn saves_data() -> bool {
    let get =
        |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    // Not every browser says what the connection is like; a property of nothing cannot be read.
    let connection = get(window().navigator().as_ref(), "connection");
    connection.is_object() && get(&connection, "saveData").as_bool() == Some(true)
}

/// Whether the page that is shown comes back from the browser's memory, and is not loaded.
pub(crate) fn is_back(shown: &Event) -> bool {
    Reflect::get(shown, &JsValue::from_str("persisted")).is_ok_and(|persisted| persisted.is_truthy())
}

/// Does what nobody has asked for: when the browser has nothing else to do, and not at all where data is to be saved.
pub(crate) fn unasked(work: impl FnOnce() + 'static) {
    if !saves_data() {
        idle(work);
    }
}

/// Does what nobody waits for, when the browser has nothing else to do.
pub(crate) fn idle(work: impl FnOnce() + 'static) {
    const SOON: i32 = 500;
    let work = Closure::once_into_js(work).unchecked_into::<js_sys::Function>();
    // Not every browser says when it is idle.
    if window().request_idle_callback(&work).is_err() {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&work, SOON);
    }
}

/// Does `work` whenever the page is touched, or a key.
pub(crate) fn touched(work: impl Fn() + 'static) {
    let work = Closure::<dyn Fn()>::new(work).into_js_value().unchecked_into::<js_sys::Function>();
    for event in ["pointerdown", "keydown"] {
        let _ = window().add_event_listener_with_callback(event, &work);
    }
}

/// Whether letters typed now belong to a field.
pub(crate) fn is_typing() -> bool {
    /// Kinds of `input` into which no letter goes.
    const WITHOUT_LETTERS: [&str; 5] = ["button", "checkbox", "radio", "range", "submit"];
    focused().is_some_and(|element| match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => !WITHOUT_LETTERS.contains(&input.type_().as_str()),
        None => matches!(element.tag_name().as_str(), "SELECT" | "TEXTAREA") || element.is_content_editable(),
    })
}

/// Takes an element out of the page, if it is there.
pub(crate) fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}
