//! What Node tells.

use js_sys::{Function, Reflect, WebAssembly};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::measure::Machine;

/// The platform's name in the output.
pub(crate) const NAME: &str = "wasm";

/// Clock and memory.
pub(crate) const MACHINE: Machine = Machine { now, bytes };

/// The global `licensingBenchUsers`, if there is one.
pub(crate) fn users() -> Option<u32> {
    get(&js_sys::global(), "licensingBenchUsers").as_f64().map(|users| users as u32)
}

/// Writes a line.
pub(crate) fn print(line: &str) {
    call("console", "log", &line.into());
}

/// Ends with an error.
pub(crate) fn fail(message: &str) {
    call("console", "error", &message.into());
    call("process", "exit", &1.into());
}

fn now() -> u64 {
    (performance_now() * 1e6) as u64
}

#[wasm_bindgen]
extern "C" {
    /// Without a look at names: a clock that takes a microsecond to be read is none for an edit of two.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// The module's memory, which never shrinks.
fn bytes() -> u64 {
    let memory = wasm_bindgen::memory().unchecked_into::<WebAssembly::Memory>();
    get(&memory.buffer(), "byteLength").as_f64().unwrap_or_default() as u64
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn call(object: &str, method: &str, argument: &JsValue) -> JsValue {
    let object = get(&js_sys::global(), object);
    let method = get(&object, method).unchecked_into::<Function>();
    method.call1(&object, argument).unwrap_or_default()
}
