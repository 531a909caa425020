//! The browser's storage. Asking for it is an error in itself where it is denied, so that it is asked for anew each time;
//! `raw` stops the page then, and is called right after asking has succeeded.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// What stays in this browser; none where there is none.
pub(crate) fn local() -> Result<Option<Storage>, JsValue> {
    Ok(window().local_storage()?.map(|_| LocalStorage::raw()))
}

/// What stays as long as this tab is open; none where there is none.
pub(crate) fn of_tab() -> Result<Option<Storage>, JsValue> {
    Ok(window().session_storage()?.map(|_| SessionStorage::raw()))
}
