//! Values on their way between JavaScript and the lab. They cross as plain JSON objects, never as `Map`s.

use js_sys::{Array, Function, JSON, JsString, Reflect, Symbol};
use licensing_scenario::link::MOST_AROUND;
use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsError, JsValue};

use crate::argument::Given;

/// Goes down the stack as far as any call does, and comes back. A script that has used its stack up ends here, with an
/// error of JavaScript's own, and not in the midst of a call, after which nobody would know what state the lab is in.
pub fn make_room() {
    const LEVELS: u32 = 8_000;
    core::hint::black_box(descend(core::hint::black_box(LEVELS)));
}

/// What is done with the answer keeps this from becoming a loop.
#[inline(never)]
fn descend(levels: u32) -> u32 {
    if levels == 0 { 1 } else { descend(levels - 1).rotate_left(levels % 7) ^ levels }
}

/// An argument as JSON, or why it is none.
///
/// `JSON.stringify` reads it, because it catches what a script's objects can do while they are read: circles, getters
/// that throw, proxies. What it would drop or turn into null without a word is refused here.
pub fn argument(value: &JsValue) -> Result<Given, String> {
    // A getter of the argument may call the lab again, and that one again.
    make_room();
    if value.is_undefined() {
        return Ok(None);
    }
    let mut check = |_key, value: JsValue| match unfit(&value) {
        None => Ok(Some(value).filter(|value| !value.is_undefined())),
        Some(what) => Err(JsError::new(&format!("{what} is no JSON value"))),
    };
    let text = JSON::stringify_with_replacer_func(value, &mut check, None).map_err(|thrown| reason(&thrown))?;
    // It is undefined where `toJSON` gives that.
    let Some(text) = JsValue::from(text).as_string() else { return Ok(None) };
    serde_json::from_str(&text).map(Some).map_err(|error| reason_of_text(&error))
}

/// An argument as JSON; it is an `Error` where it is none.
pub fn given(value: &JsValue) -> Result<Given, JsError> {
    argument(value).map_err(|why| JsError::new(&format!("an argument cannot be read: {why}")))
}

/// A link. Of a text that is longer than any, so much is copied that it is seen to be.
pub fn link(value: &JsValue) -> Result<Given, JsError> {
    const MOST: u32 = MOST_AROUND as u32 + 1;
    match value.dyn_ref::<JsString>() {
        Some(text) if text.length() > MOST => given(&text.slice(0, MOST)),
        _ => given(value),
    }
}

/// A scenario document, or that of a lab: anything with a method `scenario` is asked for its own.
pub fn document(value: &JsValue) -> Result<Given, JsError> {
    let method = Reflect::get(value, &"scenario".into()).ok();
    match method.as_ref().and_then(|method| method.dyn_ref::<Function>()) {
        Some(method) => {
            let document = method.call0(value).map_err(|thrown| JsError::new(&reason(&thrown)))?;
            given(&document)
        }
        None => given(value),
    }
}

/// What JSON has no form for.
fn unfit(value: &JsValue) -> Option<&'static str> {
    match value.as_f64() {
        Some(number) => (!number.is_finite()).then_some("a number that is not finite"),
        None if value.is_function() => Some("a function"),
        None if value.is_symbol() => Some("a symbol"),
        None if value.is_bigint() => Some("a BigInt"),
        None if value.is_object() && !Array::is_array(value) => {
            let is_collection = Reflect::has(value, &Symbol::iterator()).unwrap_or(true);
            is_collection.then_some("a Map, a Set or another collection that is no array")
        }
        None => None,
    }
}

/// `JSON.stringify` writes good JSON but for half a character, and deeper than it is read.
fn reason_of_text(error: &serde_json::Error) -> String {
    let text = error.to_string();
    if text.starts_with("recursion limit") {
        "it is nested too deeply".to_string()
    } else {
        "a string holds half a surrogate pair".to_string()
    }
}

/// What was thrown, in one line.
fn reason(thrown: &JsValue) -> String {
    let message = Reflect::get(thrown, &"message".into()).ok().and_then(|message| message.as_string());
    let text = message.or_else(|| thrown.as_string()).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() { "reading it failed".to_string() } else { line.to_string() }
}

/// What a text of JSON says, as plain objects.
pub fn parsed(text: &str) -> Result<JsValue, JsError> {
    JSON::parse(text).map_err(|thrown| JsError::new(&reason(&thrown)))
}

/// A result as plain objects.
pub fn result(value: &Value) -> Result<JsValue, JsError> {
    value.serialize(&Serializer::json_compatible()).map_err(JsError::from)
}
