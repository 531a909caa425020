//! Files beside the page.

use js_sys::{Function, Promise, Reflect};
use licensing_model::Catalog;
use licensing_model::catalog::ManySteps;
use licensing_model::rule::RuleReader;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Response;

use crate::dom;

/// Relative, so that the page works from any folder.
const CATALOG: &str = "full.bin";

/// The full catalog with what reads membership rules and what makes many steps at once, or none if the network or the file is not as it should be.
pub(crate) async fn full_catalog() -> Option<Catalog> {
    let catalog = licensing_catalog::decode(&bytes(CATALOG).await?).ok()?;
    let (rules, steps) = engine().await.ok()?;
    Some(Catalog { rules: Some(rules), steps: Some(steps), ..catalog })
}

/// Of the engine what the first screen can do without.
#[wasm_split(rules, fallible)]
fn engine() -> Result<(RuleReader, ManySteps), SplitLoaderError> {
    Ok((licensing_session::RULES, licensing_session::MANY_STEPS))
}

/// The styles that the first screen does without: none where they are there, else the promise that they come, for which
/// they are asked (`web/boot.js`).
pub(crate) fn later_styles() -> Option<Promise> {
    let window = leptos::prelude::window();
    let ask: Function = Reflect::get(&window, &"laterStyles".into()).ok()?.dyn_into().ok()?;
    ask.call0(&window).ok()?.dyn_into().ok()
}

/// The bytes of a file, or none if the network or the host does not give it.
pub(crate) async fn bytes(address: &str) -> Option<Vec<u8>> {
    fetch(address).await.ok().flatten()
}

async fn fetch(address: &str) -> Result<Option<Vec<u8>>, JsValue> {
    let window = leptos::prelude::window();
    // What a cache kept of another release would be of no use.
    let address = match dom::release() {
        Some(release) => format!("{address}?{release}"),
        None => address.to_string(),
    };
    let response: Response = JsFuture::from(window.fetch_with_str(&address)).await?.dyn_into()?;
    if !response.ok() {
        return Ok(None);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Some(js_sys::Uint8Array::new(&buffer).to_vec()))
}
