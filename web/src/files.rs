//! What leaves the page by the hand of whoever uses it: a file to save, a text to paste.

use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::speech::Speech;
use crate::text;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Csv,
    Json,
    Text,
    Bytes,
}

impl Kind {
    const fn mime(self) -> &'static str {
        match self {
            Kind::Csv => "text/csv;charset=utf-8",
            Kind::Json => "application/json",
            Kind::Text => "text/plain;charset=utf-8",
            Kind::Bytes => "application/octet-stream",
        }
    }
}

/// Offers a file to be saved, as the browser is set to.
pub(crate) fn save(name: &str, kind: Kind, text: &str) {
    save_parts(name, kind, &Array::of1(&JsValue::from_str(text)));
}

/// The same, of a file that is no text.
pub(crate) fn save_bytes(name: &str, bytes: &[u8]) {
    save_parts(name, Kind::Bytes, &Array::of1(&Uint8Array::from(bytes)));
}

/// The same, of a file in parts: texts, or blobs of some.
pub(crate) fn save_parts(name: &str, kind: Kind, parts: &Array) {
    // A browser that refuses saves nothing, and says so itself.
    let _ = try_to_save(name, kind, parts);
}

fn try_to_save(name: &str, kind: Kind, parts: &Array) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(kind.mime());
    let url = Url::create_object_url_with_blob(&Blob::new_with_blob_sequence_and_options(parts, &properties)?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// Puts a text into the clipboard and says whether that went well.
pub(crate) fn copy(speech: Speech, text: String) {
    wasm_bindgen_futures::spawn_local(async move {
        let clipboard = window().navigator().clipboard();
        // A page that was not loaded securely has none.
        let done = !AsRef::<JsValue>::as_ref(&clipboard).is_undefined()
            && JsFuture::from(clipboard.write_text(&text)).await.is_ok();
        let said = if done { text::COPIED } else { text::NOT_COPIED };
        speech.say_text(said);
        toast(speech.words_now().text(said.0));
    });
}

/// Shows a sentence for a moment, in front of whatever is open.
fn toast(sentence: &str) {
    const ID: &str = "toast";
    const SHOWN: Duration = Duration::from_millis(2_500);
    let Some(element) = document().get_element_by_id(ID).or_else(|| {
        let element = document().create_element("div").ok()?;
        element.set_id(ID);
        element.set_class_name("toast");
        // What is read aloud says it already.
        element.set_attribute("aria-hidden", "true").ok()?;
        element.set_attribute("popover", "manual").ok()?;
        document().body()?.append_child(&element).ok()?;
        Some(element)
    }) else {
        return;
    };
    let element: web_sys::HtmlElement = element.unchecked_into();
    element.set_text_content(Some(sentence));
    // Shown anew it comes in front of a dialog that was opened since.
    let _ = element.hide_popover();
    let _ = element.show_popover();
    set_timeout(move || _ = element.hide_popover(), SHOWN);
}
