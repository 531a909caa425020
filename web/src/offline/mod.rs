//! The page without a network: a worker of the browser (`web/worker.js`) keeps all files of a release, and has the next one
//! ready while this one is shown. And one release at a time writes to the browser's storage: the one that was opened last.

mod worker;

use std::cell::Cell;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_session::keeping::{Notice, Saving};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::kept::Job;
use crate::lab::Lab;
use crate::{dom, frame, preferences};
use worker::Workers;

/// What the release that writes is remembered by.
const WRITES: &str = "release";

/// What is remembered of whether the page is kept.
const KEPT: &str = "offline";

/// The worker that waits is waited for so long.
const PATIENCE: Duration = Duration::from_secs(3);

thread_local! {
    /// The page begins anew as soon as another worker has taken over.
    static IS_LEAVING: Cell<bool> = const { Cell::new(false) };
}

/// Begins, once the page has settled.
pub(crate) async fn begin(lab: Lab) {
    // Where the piece does not come, there is no network that the page could be kept from.
    let _ = begin_piece(lab).await;
}

#[wasm_split(keeping, fallible)]
fn begin_piece(lab: Lab) -> Result<(), SplitLoaderError> {
    begin_here(lab);
    Ok(())
}

fn begin_here(lab: Lab) {
    let Some(release) = dom::release().filter(|_| !frame::is_embedded()) else { return };
    preferences::remember(WRITES, &release);
    window_event_listener(ev::storage, move |event| {
        if event.key().is_some_and(|key| key == preferences::key(WRITES)) && is_replaced() {
            lab.keeping.tell(Notice::OtherRelease);
        }
    });
    if is_on() {
        spawn_local(keep(lab, release));
    }
}

/// Whether another release writes to the browser's storage now.
pub(crate) fn is_replaced() -> bool {
    let own = dom::release();
    own.is_some() && preferences::recall(WRITES).is_some_and(|writing| Some(writing) != own)
}

/// Whether this page could be kept at all: not as one file, nor inside another page, nor by every browser.
pub(crate) fn is_possible() -> bool {
    // While the page is written it changes too often.
    !cfg!(debug_assertions) && dom::release().is_some() && !dom::is_framed() && Workers::here().is_some()
}

/// Whether this page is to be kept.
pub(crate) fn is_on() -> bool {
    let is_wanted = match preferences::recall(KEPT).as_deref() {
        Some(choice) => choice == "on",
        None => !dom::saves_data(),
    };
    is_wanted && is_possible()
}

/// Has the page kept, or removes what is kept of it.
pub(crate) fn switch(lab: Lab, on: bool) {
    preferences::remember(KEPT, if on { "on" } else { "off" });
    match dom::release().filter(|_| on) {
        Some(release) => spawn_local(keep(lab, release)),
        None => spawn_local(async {
            if let Some(workers) = Workers::here() {
                let _ = workers.remove().await;
            }
        }),
    }
}

/// Has the page kept; a browser that does not let it be kept shows it all the same.
async fn keep(lab: Lab, release: String) {
    let Some(workers) = Workers::here() else { return };
    let Ok(registration) = workers.register().await else { return };
    let ask = move |worker: Option<web_sys::ServiceWorker>| {
        // The answer comes as a message.
        if let Some(worker) = worker {
            let _ = worker.post_message(&release.as_str().into());
        }
    };
    let (of_waiting, waiting) = (ask.clone(), registration.clone());
    worker::on_installed(&registration, move || of_waiting(waiting.waiting()));
    ask(registration.waiting());
    ask(registration.active());
    let container = workers.clone();
    workers.on_change(move || {
        if IS_LEAVING.get() {
            return reload();
        }
        ask(container.controller());
    });
    // It answers where it is another release.
    workers.on_message(move || lab.keeping.tell(Notice::Release));
    // A tab that stays open for days asks when somebody looks at it again.
    window_event_listener(ev::visibilitychange, move |_| {
        if !document().hidden() {
            spawn_local(worker::update(registration.clone()));
        }
    });
}

/// Begins anew with the release that is ready, once what was done is stored.
pub(crate) fn renew(lab: Lab) {
    const AGAIN: Duration = Duration::from_millis(50);
    lab.keeping.ask(Job::Leave);
    if lab.keeping.saving.get_untracked() == Saving::Under {
        set_timeout(move || renew(lab), AGAIN);
        return;
    }
    spawn_local(async {
        let waiting = match Workers::here() {
            Some(workers) => workers.waiting().await,
            None => None,
        };
        match waiting {
            Some(worker) if worker.post_message(&"take over".into()).is_ok() => {
                IS_LEAVING.set(true);
                set_timeout(reload, PATIENCE);
            }
            _ => reload(),
        }
    });
}

fn reload() {
    // What is stored nowhere is asked for by the browser itself.
    let _ = window().location().reload();
}
