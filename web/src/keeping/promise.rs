//! Whether the browser promises to keep what is stored when the disk is nearly full.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether it has promised; none where it says nothing of it.
pub(super) async fn is_given() -> Option<bool> {
    answer("persisted").await.ok()?.as_bool()
}

/// Asks for it, which some browsers put to whoever sits before them.
pub(super) async fn ask_for() -> Option<bool> {
    answer("persist").await.ok()?.as_bool()
}

async fn answer(name: &str) -> Result<JsValue, JsValue> {
    let manager = Reflect::get(&window().navigator(), &"storage".into())?;
    let ask: Function = Reflect::get(&manager, &name.into())?.dyn_into()?;
    let asked: Promise = ask.call0(&manager)?.dyn_into()?;
    JsFuture::from(asked).await
}
