//! What comes by itself once the first screen is there, and lives as long as the page: going back leads to where one was,
//! and what was done is told with a way back.

use std::cell::Cell;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::lab::Lab;
use crate::{dom, scrolled, told};

/// Has it come.
pub(crate) fn come(lab: Lab) {
    // Without it every screen begins at its top, and the time bar alone takes back.
    let fetch = move || spawn_local(async move { _ = piece(lab).await });
    if !dom::saves_data() {
        return dom::idle(fetch);
    }
    // Whoever goes elsewhere has asked for something, and this comes along.
    let is_asked = Cell::new(false);
    let listener = window_event_listener(ev::hashchange, move |_| {
        if !is_asked.replace(true) {
            fetch();
        }
    });
    // It listens as long as the page lives.
    core::mem::forget(listener);
}

#[wasm_split(keeping, fallible)]
fn piece(lab: Lab) -> Result<(), SplitLoaderError> {
    scrolled::begin();
    told::begin(lab);
    Ok(())
}
