//! Work in slices, between which the page answers.

use js_sys::{Date, Promise};
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// A slice lasts so long, in milliseconds.
const SLICE: f64 = 12.0;

/// The slice that is under way.
pub(crate) struct Slices {
    since: f64,
}

impl Slices {
    /// A slice begins.
    pub(crate) fn begin() -> Slices {
        Slices { since: Date::now() }
    }

    /// Lets the page answer, if the slice has lasted long enough.
    pub(crate) async fn rest(&mut self) {
        // A clock that was set back ends the slice as well.
        if !(0.0..SLICE).contains(&(Date::now() - self.since)) {
            breath().await;
            self.since = Date::now();
        }
    }
}

/// Comes back when the page has had its turn.
pub(crate) async fn breath() {
    let turn = Promise::new(&mut |resolve, _| {
        // A browser that sets no timer goes on at once.
        if window().set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(turn).await;
}
