//! The page around this one.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::Window;

use crate::frame;

/// The version of the protocol.
pub(super) const VERSION: f64 = 1.0;
/// The property by which messages are known.
pub(super) const NAME: &str = "licensingLab";

/// Who is spoken to.
#[derive(Clone)]
pub(crate) struct Partner {
    pub(super) origin: String,
}

impl Partner {
    /// The page around this one, where its address names that page's origin.
    pub(crate) fn here() -> Option<Partner> {
        frame::is_embedded().then(frame::partner).flatten().map(Partner::of)
    }

    pub(super) fn of(origin: String) -> Partner {
        Partner { origin }
    }

    /// Tells it something.
    pub(crate) fn tell(&self, what: &str, fields: &[(&str, JsValue)]) {
        let head = [(NAME, JsValue::from_f64(VERSION)), ("event", JsValue::from_str(what))];
        let message = object(head.iter().chain(fields));
        if let Some(around) = around() {
            // A page that has gone hears nothing.
            let _ = around.post_message(&message, &self.origin);
        }
    }
}

/// An object with these fields.
pub(crate) fn object<'f>(fields: impl IntoIterator<Item = &'f (&'f str, JsValue)>) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A new object takes any property.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

/// The page around this one; none where there is none.
pub(super) fn around() -> Option<Window> {
    let own = window();
    own.parent().ok().flatten().filter(|parent| *parent != own)
}
