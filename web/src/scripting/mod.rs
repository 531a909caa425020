//! `window.licensingLab`: the methods of the npm package's class `Lab`, on the tenant that is shown.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_js::{Method, calls, document, plain};
use licensing_session::keeping::Presence;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsError, JsValue};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::lab::{Lab, Loading};
use crate::language;

/// What scripts call it by.
const NAME: &str = "licensingLab";

/// A method as JavaScript calls it; arguments that are not given are `undefined`.
type Callable = Closure<dyn Fn(JsValue, JsValue, JsValue) -> Result<JsValue, JsValue>>;

/// Offers the object from the moment on when the full catalog is there, for a script may name any product, and all
/// words of English, in which it answers; and not before what the page begins with is open, which would take the place of
/// what a script did.
pub(crate) fn offer(lab: Lab) {
    Effect::new(move |offered: Option<bool>| {
        let is_opening = lab.keeping.presence.get() == Presence::Opening;
        let ready = lab.catalog.get() == Loading::Done && !is_opening;
        let offered = offered.unwrap_or_default();
        if ready && !offered {
            spawn_local(async move {
                language::english().await;
                // Without it the page works as before; the loader has said why it did not come.
                let _ = object_piece(lab).await;
            });
        }
        ready || offered
    });
}

#[wasm_split(scripting, fallible)]
fn object_piece(lab: Lab) -> Result<(), SplitLoaderError> {
    // It fails only where something else has taken the name for good.
    let _ = Reflect::set(&window(), &NAME.into(), &object(lab));
    Ok(())
}

fn object(lab: Lab) -> Object {
    let object = Object::new();
    let offer = |name: &str, callable: Callable| {
        let _ = Reflect::set(&object, &name.into(), &callable.into_js_value());
    };
    for method in Method::ALL.iter().copied() {
        offer(method.name(), Closure::new(move |first, second, third| call(lab, method, [first, second, third])));
    }
    offer(
        "undo",
        Closure::new(move |_, _, _| {
            plain::make_room();
            Ok(lab.undo_at_once().into())
        }),
    );
    offer(
        "redo",
        Closure::new(move |_, _, _| {
            plain::make_room();
            Ok(lab.redo_at_once().into())
        }),
    );
    Object::freeze(&object)
}

/// Arguments are read before the document is taken hold of: a getter of a script may well call the object itself.
fn call(lab: Lab, method: Method, given: [JsValue; Method::MOST_ARGUMENTS]) -> Result<JsValue, JsValue> {
    plain::make_room();
    let [first, second, third] = given;
    if method == Method::Graph {
        return graph(lab, &first);
    }
    if method == Method::Scenario {
        let text = lab.work(|subject| document::scenario(subject));
        return Ok(plain::parsed(&text.ok_or_else(nothing_open)?.0)?);
    }
    // What a tenant is held against may be a lab itself.
    let first = if method == Method::Diff { plain::document(&first)? } else { plain::given(&first)? };
    let arguments = [first, plain::given(&second)?, plain::given(&third)?];
    let (result, _) = lab.work(|document| method.call(document, &arguments)).ok_or_else(nothing_open)?;
    match result {
        Ok(Some(value)) => Ok(plain::result(&value)?),
        Ok(None) => Ok(JsValue::UNDEFINED),
        Err(misuse) => Err(JsError::from(misuse).into()),
    }
}

/// What a script hears while a tenant is on its way, or did not come: an answer of nothing would look like one of its
/// own.
fn nothing_open() -> JsValue {
    JsError::new("no tenant is open").into()
}

/// A request is answered, whatever it is, as long as there is a tenant.
fn graph(lab: Lab, request: &JsValue) -> Result<JsValue, JsValue> {
    let request = plain::argument(request);
    let answer = lab.work(|document| match request {
        Ok(request) => calls::graph(document, &request),
        Err(why) => calls::unreadable(document, &why),
    });
    Ok(plain::result(&answer.ok_or_else(nothing_open)?.0)?)
}
