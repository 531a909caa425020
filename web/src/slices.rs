//! Long work in slices, between which the page answers.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Date, Promise};
use leptos::prelude::{StoredValue, UpdateValue, WithValue, window};
use licensing_model::Sliced;
use licensing_session::Requests;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A slice lasts so long, in milliseconds.
const SLICE: f64 = 12.0;

/// Whether work is wanted still.
pub(crate) type IsWanted<'a> = &'a dyn Fn() -> bool;

/// Work that is wanted whatever happens.
pub(crate) const ALWAYS: IsWanted<'static> = &|| true;

/// Goes on with `work`, `amount` units between two looks at the clock, until all is done or something goes wrong. Answers
/// whether it came to its end: work that nobody wants any more does not.
pub(crate) async fn run<W: Sliced>(is_wanted: IsWanted<'_>, work: &mut W, amount: u32) -> Result<bool, W::Fault> {
    run_told(is_wanted, |_| (), work, amount).await
}

/// The same; `tell` hears how far the work is, in percent, whenever that has changed.
pub(crate) async fn run_told<W: Sliced>(
    is_wanted: IsWanted<'_>,
    tell: impl Fn(usize),
    work: &mut W,
    amount: u32,
) -> Result<bool, W::Fault> {
    let (mut since, mut told, mut is_long) = (Date::now(), None, false);
    while !work.advance(amount)? {
        let percent = work.percent();
        if told.replace(percent) != Some(percent) {
            tell(percent);
        }
        // A clock that was set back ends the slice as well.
        if !(0.0..SLICE).contains(&(Date::now() - since)) {
            breath().await;
            if !is_wanted() {
                return Ok(false);
            }
            (since, is_long) = (Date::now(), true);
        }
    }
    // To show what came of long work takes a turn as well.
    if is_long {
        breath().await;
    }
    Ok(!is_long || is_wanted())
}

/// Requests of which the newest alone is wanted, and none when whoever asks is gone.
#[derive(Clone, Copy)]
pub(crate) struct Newest(StoredValue<Requests>);

impl Newest {
    /// Nobody has asked yet; to be called where a component is made.
    pub(crate) fn new() -> Newest {
        Newest(StoredValue::new(Requests::new()))
    }

    /// Asks anew. Answers with whether that is wanted still.
    pub(crate) fn ask(self) -> impl Fn() -> bool + Copy + 'static {
        let request = self.0.try_update_value(Requests::ask);
        let is_newest = move |all: &Requests| request.is_some_and(|request| all.is_newest(request));
        move || self.0.try_with_value(is_newest).unwrap_or_default()
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

/// `work` for whatever calls often: it is done once, when the page has had its turn, however often it is called before.
pub(crate) fn fold(work: impl Fn() + 'static) -> impl Fn() + Clone + 'static {
    let work = Rc::new((Cell::new(false), work));
    move || {
        if !work.0.replace(true) {
            let work = Rc::clone(&work);
            spawn_local(async move {
                breath().await;
                work.0.set(false);
                (work.1)();
            });
        }
    }
}
