//! Going back leads to where one was: how far each place of the tab's history was scrolled.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What scrolls: the page itself on a phone, the screen on a desktop, both below a lesson in a narrow window, and a long
/// table in itself.
const PARTS: [&str; 4] = ["html", ".body", "#main", "#main .rows"];
/// Frames in which a screen that is come back to is scrolled: it is not drawn at once.
const FRAMES: u32 = 40;
/// So many at least: a new screen begins at its top.
const LEAST_FRAMES: u32 = 4;
/// What the place of an open dialog is marked by in the tab's history.
pub(crate) const DIALOG: &str = "dialog";

/// How far each of [`PARTS`] is scrolled.
type Position = [i32; 4];

#[derive(Default)]
struct Places {
    /// The number of the place that is shown.
    here: u64,
    last: u64,
    known: BTreeMap<u64, Position>,
    /// One is on the way back to this.
    wanted: Option<Position>,
}

/// Follows where one goes as long as the page lives.
pub(crate) fn begin() {
    // Numbers go on where those of the page before it was loaded anew ended.
    let places = Rc::new(RefCell::new(Places { last: js_sys::Date::now() as u64, ..Places::default() }));
    arrive(&places);
    let noting = Rc::clone(&places);
    let note = Closure::<dyn FnMut()>::new(move || {
        if let Ok(mut places) = noting.try_borrow_mut()
            && places.wanted.is_none()
        {
            let here = places.here;
            places.known.insert(here, position());
        }
    });
    // What happens within an element is heard on its way there alone.
    let _ = document().add_event_listener_with_callback_and_bool("scroll", note.as_ref().unchecked_ref(), true);
    note.forget();
    for event in ["popstate", "hashchange"] {
        let places = Rc::clone(&places);
        let listener = window_event_listener(ev::Custom::<web_sys::Event>::new(event), move |_| arrive(&places));
        // It listens as long as the page lives.
        core::mem::forget(listener);
    }
}

/// Somebody came to a place: one that is new gets a number, one that is known is scrolled as it was.
fn arrive(places: &Rc<RefCell<Places>>) {
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or(JsValue::NULL);
    if state.as_string().as_deref() == Some(DIALOG) {
        return;
    }
    let mut all = places.borrow_mut();
    match state.as_f64().map(|number| number as u64) {
        Some(number) if number == all.here => {}
        Some(number) => {
            all.here = number;
            all.wanted = all.known.get(&number).copied();
            if all.wanted.is_some() {
                let places = Rc::clone(places);
                request_animation_frame(move || go_back(&places, number, 0));
            }
        }
        None => {
            all.last += 1;
            all.here = all.last;
            all.wanted = None;
            let (here, places) = (all.here, Rc::clone(places));
            // With the frame: asked for sooner, all that is new would be laid out in the turn that made it.
            request_animation_frame(move || {
                if let Ok(mut all) = places.try_borrow_mut()
                    && all.here == here
                {
                    all.known.entry(here).or_insert_with(position);
                }
            });
            // A browser that refuses forgets where one was.
            let _ = history.replace_state(&JsValue::from_f64(here as f64), "");
        }
    }
}

/// Scrolls a frame long towards where one was.
fn go_back(places: &Rc<RefCell<Places>>, number: u64, frame: u32) {
    let mut all = places.borrow_mut();
    let Some(wanted) = all.wanted.filter(|_| all.here == number) else { return };
    parts().zip(wanted).for_each(|(part, wanted)| {
        if let Some(part) = part.filter(|part| part.scroll_top() != wanted) {
            part.set_scroll_top(wanted);
        }
    });
    if frame >= FRAMES || frame >= LEAST_FRAMES && position() == wanted {
        all.wanted = None;
        return;
    }
    let places = Rc::clone(places);
    request_animation_frame(move || go_back(&places, number, frame + 1));
}

fn parts() -> impl Iterator<Item = Option<web_sys::Element>> {
    PARTS.into_iter().map(|part| document().query_selector(part).ok().flatten())
}

fn position() -> Position {
    let mut position = Position::default();
    for (place, part) in position.iter_mut().zip(parts()) {
        *place = part.map_or(0, |part| part.scroll_top());
    }
    position
}
