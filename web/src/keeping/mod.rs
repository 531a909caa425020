//! Keeping what is worked on: in the browser's storage, in files and in links; and looking at what others made without
//! keeping it.
//!
//! The page has a handle, `Keeping`. All that reads and writes is in a piece of its own, the desk, which is fetched soon
//! after the page can be used and gets [`Job`]s. What is done before it is there waits in the document.

mod banner;
mod beside;
mod browser;
mod copy;
mod database;
mod desk;
mod disk;
pub(crate) mod menu;
mod opening;
pub(crate) mod others;
mod promise;
mod tenants;
mod visit;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::storage;
use licensing_session::keeping::{
    Beginning, Left, NotOpened, Notice, Place, Presence, Saving, Shelf, Standing, Stopped, Stored, Waiting, is_link,
};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::kept::{Job, Keeping};
use crate::lab::Lab;
use crate::parts::{Fetched, Spot, later};
use crate::slices::fold;
use crate::{dom, frame, offline, preferences};

pub(crate) use menu::TenantMenu;
pub(crate) use opening::full_catalog;
pub(crate) use tenants::TenantsDialog;
pub(crate) use visit::NoTenantScreen;

/// What `boot.js` remembers by when the module trapped.
const TRAPPED: &str = "trapped";

/// What `boot.js` remembers by when that did not help.
const STOPPED: &str = "stopped";

/// What the page begins with.
pub(crate) fn beginning() -> Beginning {
    let place = if frame::is_embedded() { Place::Inside } else { Place::Alone };
    let stopped = match (was_just_now(STOPPED), was_just_now(TRAPPED)) {
        (true, _) => Stopped::Twice,
        (false, true) => Stopped::Once,
        (false, false) => Stopped::No,
    };
    let mut fragment = dom::hash();
    if let (Place::Alone, false, Some(link)) = (place, is_link(&fragment), copy::kept()) {
        if stopped != Stopped::No {
            // It is offered, like any link that has stopped the page, and not opened unasked.
            dom::write_hash(&link, false);
        }
        fragment = link;
    }
    let is_stored = place == Place::Alone && preferences::has_key(|key| key.starts_with(storage::PREFIX));
    Beginning::of(fragment, place, if is_stored { Stored::Something } else { Stored::Nothing }, stopped)
}

/// Leaves a copy that is stored nowhere, and goes back to what was open before. Where something was done in it, it can be
/// gone back to as long as the page is open.
pub(crate) fn discard(lab: Lab) {
    let (standing, saving) = lab.keeping.read(|shelf| (shelf.standing(), shelf.saving()));
    match lab.keeping.change(|shelf| lab.session(|shown| shelf.discard(shown))) {
        Some(document) => {
            let session = lab.swap(document);
            lab.keeping.change(|shelf| shelf.keep_aside(Left { session, standing, saving }));
            lab.keeping.look();
        }
        None => lab.keeping.ask(Job::Start),
    }
}

/// Goes back to the last thing that is stored nowhere; what is shown is put aside if it would be lost.
pub(crate) fn come_back(lab: Lab) {
    if let Some(Left { session, standing, saving }) = lab.keeping.change(Shelf::take_unsafe) {
        lab.show(session, standing, saving);
    }
}

/// Puts away that something did not open: what was shown before is shown again, or what was worked on last.
pub(crate) fn put_away(lab: Lab) {
    if !lab.keeping.change(Shelf::put_away) {
        discard(lab);
    }
}

/// Begins to keep: asks the desk for what the page begins with, and listens as long as the page lives.
pub(crate) fn begin(lab: Lab, beginning: Beginning) {
    let keeping = lab.keeping;
    let office = Office {
        desk: StoredValue::new(None),
        is_coming: StoredValue::new(false),
        waiting: StoredValue::new_local(Waiting::new()),
        opened: StoredValue::new_local(None),
    };
    keeping.employ(move |job| office.take(lab, job));
    let is_stopped = matches!(beginning, Beginning::Stopped | Beginning::LinkStopped);
    if beginning == Beginning::First {
        // The desk is fetched whether or not there is something to do.
        dom::unasked(move || office.fetch(lab));
    }
    if let Some(job) = beginning.job() {
        keeping.ask(job);
    }
    let is_alone = keeping.standing.get_untracked() != Standing::Embedded;
    if is_alone && !is_stopped && was_just_now(TRAPPED) {
        keeping.tell(Notice::Restarted);
    }
    let look = fold(move || {
        keeping.look();
        keeping.ask(Job::ReadName);
        keeping.count_list();
        // There may be room again.
        if keeping.read(Shelf::is_unsaved) {
            keeping.ask(Job::Retry);
        }
    });
    let others = window_event_listener(ev::storage, move |event| {
        if event.key().is_none_or(|key| key.starts_with(storage::PREFIX)) {
            look();
        }
    });
    keep_trying(keeping);
    // A copy that is left is not come back to when the page is loaded anew.
    Effect::new(move |_| {
        if keeping.presence.get() == Presence::Here && keeping.standing.get() != Standing::Visit {
            copy::forget();
        }
    });
    let links = window_event_listener(ev::hashchange, move |_| {
        let hash = dom::hash();
        let has_failed = keeping.read(|shelf| matches!(shelf.presence(), Presence::Failed(_)));
        if is_link(&hash) {
            keeping.ask(Job::OpenLink(hash));
        } else if has_failed && !keeping.read(Shelf::is_blank) {
            // Somebody went elsewhere by the address.
            put_away(lab);
        }
    });
    // A page that comes back from the browser's memory has heard nothing meanwhile.
    let shown = window_event_listener(ev::Custom::<web_sys::Event>::new("pageshow"), move |event| {
        if dom::is_back(&event) {
            keeping.look();
        }
    });
    let hidden = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| keeping.ask(Job::Leave));
    // The system may end a tab that nobody looks at.
    let unseen = window_event_listener(ev::visibilitychange, move |_| keeping.ask(Job::Leave));
    let closing = window_event_listener(ev::beforeunload, move |event| {
        keeping.ask(Job::Leave);
        if lab.is_at_risk() {
            event.prevent_default();
        }
    });
    let dragged = window_event_listener(ev::dragover, |event| {
        if !event.default_prevented() && files_of(&event).is_some() {
            event.prevent_default();
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        if !event.default_prevented()
            && let Some(files) = files_of(&event)
        {
            event.prevent_default();
            if let Some(file) = files.get(0) {
                keeping.ask(Job::OpenFile(file));
            }
        }
    });
    on_cleanup(move || {
        dragged.remove();
        dropped.remove();
        others.remove();
        links.remove();
        shown.remove();
        hidden.remove();
        unseen.remove();
        closing.remove();
    });
}

/// What is to be tried again where there was no room is, from time to time: nobody says when there is some.
fn keep_trying(keeping: Keeping) {
    const AFTER: Duration = Duration::from_secs(15);
    let is_waiting = StoredValue::new(false);
    Effect::new(move |_| {
        let is_failed = matches!(keeping.saving.get(), Saving::Failed(_));
        if is_failed && !is_waiting.get_value() {
            is_waiting.set_value(true);
            try_again(keeping, is_waiting, AFTER);
        }
    });
}

fn try_again(keeping: Keeping, is_waiting: StoredValue<bool>, after: Duration) {
    set_timeout(
        move || {
            if keeping.read(Shelf::is_unsaved) {
                keeping.ask(Job::Retry);
                try_again(keeping, is_waiting, after);
            } else {
                is_waiting.set_value(false);
            }
        },
        after,
    );
}

/// The files that are dragged; none where something else is. Until they are dropped the list is empty.
fn files_of(event: &web_sys::DragEvent) -> Option<web_sys::FileList> {
    let data = event.data_transfer()?;
    data.types().iter().any(|kind| kind == "Files").then(|| data.files())?
}

/// Whether what this tab remembers by `name` is a moment, in milliseconds since 1970, that was just now. It is read as
/// a whole number: reading fractions takes 15 KB of the first load.
fn was_just_now(name: &str) -> bool {
    const JUST_NOW: u64 = 10_000;
    let at = preferences::recall_in_tab(name).and_then(|at| at.parse::<u64>().ok());
    at.is_some_and(|at| (js_sys::Date::now() as u64).checked_sub(at).is_some_and(|since| since < JUST_NOW))
}

/// The desk, or what waits for it.
#[derive(Clone, Copy)]
struct Office {
    desk: StoredValue<Option<Desk>>,
    /// It is on its way, or there.
    is_coming: StoredValue<bool>,
    waiting: StoredValue<Waiting<web_sys::File>, LocalStorage>,
    /// What was to be opened last, to be opened again where it did not come.
    opened: StoredValue<Option<Job>, LocalStorage>,
}

impl Office {
    /// Gives the desk a job; where it is not there yet, it is fetched.
    fn take(self, lab: Lab, job: Job) {
        let job = match job {
            Job::Again => match self.opened.get_value() {
                Some(job) => job,
                None => {
                    lab.keeping.change(Shelf::put_away);
                    return;
                }
            },
            job => job,
        };
        if job.opens() {
            self.opened.set_value(Some(job.clone()));
        }
        if let Some(desk) = self.desk.get_value() {
            return desk(lab, job);
        }
        if job.opens() {
            // It is seen that something comes, and said where it does not.
            lab.keeping.change(Shelf::await_another);
        }
        let is_write = matches!(job, Job::Write);
        if self.waiting.try_update_value(|waiting| waiting.push(job)).unwrap_or_default() {
            if is_write && lab.keeping.standing.get_untracked() != Standing::Embedded {
                lab.keeping.change(|shelf| shelf.note(Saving::Under));
            }
            self.fetch(lab);
        }
    }

    fn fetch(self, lab: Lab) {
        if self.is_coming.try_update_value(|is| std::mem::replace(is, true)).unwrap_or(true) {
            return;
        }
        spawn_local(async move {
            match desk_piece().await {
                Ok(desk) => {
                    self.put_back(lab).await;
                    self.desk.set_value(Some(desk));
                    while let Some(job) = self.waiting.try_update_value(Waiting::pop).flatten() {
                        desk(lab, job);
                    }
                    offline::begin(lab).await;
                }
                Err(_) => {
                    self.is_coming.set_value(false);
                    lab.keeping.change(Shelf::miss_desk);
                }
            }
        });
    }

    /// What the browser had not written when it ended comes before all else.
    async fn put_back(self, lab: Lab) {
        let keeping = lab.keeping;
        if keeping.standing.get_untracked() == Standing::Embedded {
            return;
        }
        let came_back = move || {
            keeping.count_list();
            // It looked like a first visit.
            if keeping.is_open() && keeping.standing.get_untracked() == Standing::Untouched && !lab.is_at_risk() {
                keeping.ask(Job::Start);
            } else {
                keeping.look();
            }
        };
        if let Ok(work) = disk_piece((lab, Rc::new(came_back))).await {
            work.await;
        }
    }
}

/// The whole document in the text form of scenarios.
pub(crate) async fn text_of(lab: Lab) -> Result<String, NotOpened> {
    text_piece(lab).await.map_err(|_| NotOpened::Network)?.await
}

/// A text on its way.
type Writing = Pin<Box<dyn Future<Output = Result<String, NotOpened>>>>;

#[wasm_split(keeping, fallible)]
fn text_piece(lab: Lab) -> Result<Writing, SplitLoaderError> {
    Ok(Box::pin(desk::text_of(lab)))
}

/// What puts back what was lost, and tells of it where there was something.
type PuttingBack = Pin<Box<dyn Future<Output = ()>>>;

#[wasm_split(keeping, fallible)]
fn disk_piece((lab, came_back): (Lab, Rc<dyn Fn()>)) -> Result<PuttingBack, SplitLoaderError> {
    Ok(Box::pin(disk::begin(lab, move || came_back(), beside::sweep)))
}

/// What does the jobs, once it is there.
type Desk = fn(Lab, Job);

#[wasm_split(keeping, fallible)]
fn desk_piece() -> Result<Desk, SplitLoaderError> {
    Ok(desk::work)
}

/// What is to be told above the screen, as soon as there is something.
pub(crate) fn banner(lab: Lab) -> impl IntoView {
    let is_needed = Memo::new(move |_| {
        let keeping = lab.keeping;
        keeping.is_visit()
            || matches!(keeping.saving.get(), Saving::Failed(_))
            || keeping.notices.with(|notices| !notices.is_empty())
    });
    move || is_needed.get().then(|| later(Spot::Beside, || Box::pin(banner_piece()), ()))
}

#[wasm_split(keeping, fallible)]
fn banner_piece() -> Fetched<()> {
    Ok(|()| view! { <banner::Banner /> }.into_any())
}
