//! Whether the browser promises to keep what is stored when the disk is nearly full.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use leptos::task::spawn_local;
use licensing_session::keeping::{Notice, Promised};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::lab::Lab;
use crate::preferences;

/// What it is remembered by that the browser was asked.
const ASKED: &str = "asked-to-keep";

/// Whether it has promised; none where it says nothing of it.
pub(super) async fn is_given() -> Option<bool> {
    answer("persisted").await.ok()?.as_bool()
}

/// Asks for it, which some browsers put to whoever sits before them.
pub(super) async fn ask_for() -> Option<bool> {
    answer("persist").await.ok()?.as_bool()
}

/// Asks for it once, when a tenant begins to lie where browsers remove first, and has it told what the answer is.
pub(super) fn ask_once(lab: Lab) {
    if preferences::recall(ASKED).is_some() {
        return;
    }
    preferences::remember(ASKED, "yes");
    spawn_local(async move {
        let promised = if ask_for().await == Some(true) { Promised::Yes } else { Promised::No };
        lab.keeping.tell(Notice::Beside(promised));
    });
}

async fn answer(name: &str) -> Result<JsValue, JsValue> {
    let manager = Reflect::get(&window().navigator(), &"storage".into())?;
    let ask: Function = Reflect::get(&manager, &name.into())?.dyn_into()?;
    let asked: Promise = ask.call0(&manager)?.dyn_into()?;
    JsFuture::from(asked).await
}
