//! How much room there is for the map.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

/// Whether the card is narrower than so many pixels, now and whenever its width changes.
pub(super) fn is_below(width: i32, card: NodeRef<html::Section>) -> RwSignal<bool> {
    let is_below = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(card) = card.get() else { return };
        let element = card.clone();
        let measure = move || {
            let now = element.client_width() < width;
            if is_below.try_get_untracked().is_some_and(|before| before != now) {
                is_below.set(now);
            }
        };
        // What it is at first is known before it is painted.
        measure();
        // What is drawn anew changes the height that the observer watches as well, which is for the next frame.
        let told = Closure::<dyn FnMut()>::new(move || request_animation_frame(measure.clone()));
        let Ok(observer) = ResizeObserver::new(told.as_ref().unchecked_ref()) else { return };
        observer.observe(&card);
        let kept = StoredValue::new_local((observer, told));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
    is_below
}
