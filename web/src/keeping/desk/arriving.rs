//! From what is stored, from a link or a file to the document that is shown.

use licensing_scenario::storage::{Found, Journal, RecordId, TenantId, Version};
use licensing_session::Request;
use licensing_session::keeping::{Carrier, NotOpened, Notice, Saving, Shelf, Standing, is_link};
use licensing_view::{Address, Route};

use super::labels::{label_of, last_worked_on, remember, stored};
use super::tabs::{is_set_apart, look};
use super::writing::label_anew;
use super::{DESK, Pen};
use crate::keeping::browser::draw_tab;
use crate::keeping::copy::{self, Came};
use crate::keeping::opening::{self, Opened, Outcome, Stored};
use crate::lab::Lab;
use crate::{dom, frame};

/// Something is to be opened: whatever was to be opened before is not wanted any more.
fn ask_for_another(lab: Lab) -> Request {
    lab.pause();
    label_anew(lab);
    lab.keeping.change(Shelf::await_another);
    DESK.with_borrow_mut(|desk| desk.openings.ask())
}

fn is_wanted(request: Request) -> bool {
    DESK.with_borrow(|desk| desk.openings.is_newest(request))
}

fn fail(lab: Lab, why: NotOpened) {
    lab.keeping.change(|shelf| shelf.fail(why));
}

pub(super) async fn start(lab: Lab) {
    match stored().map(|stored| last_worked_on(&stored)) {
        Ok(Some(tenant)) => open_stored(lab, tenant, None).await,
        Ok(None) => lab.open_first(),
        Err(error) => {
            lab.open_first();
            lab.keeping.change(|shelf| shelf.note(Saving::Failed(error)));
        }
    }
}

pub(super) async fn open_stored(lab: Lab, tenant: TenantId, head: Option<RecordId>) {
    let request = ask_for_another(lab);
    let stored = opening::stored(lab, tenant, head).await;
    if !is_wanted(request) {
        return;
    }
    let stored = match stored {
        Ok(stored) => stored,
        Err(why) => return fail(lab, why),
    };
    let outcome = opening::version(lab, &|| is_wanted(request), &stored).await;
    if !is_wanted(request) {
        return;
    }
    let Stored { found, version, .. } = &stored;
    match outcome {
        Ok(None) => {}
        Ok(Some((mut document, skipped))) => {
            let title = label_of(tenant).title;
            if !title.is_empty() {
                document.rename(title);
            }
            if found.newer.is_some() {
                // What a newer release wrote is not written over.
                lab.show(document, Standing::Visit, Saving::Nothing);
                lab.keeping.tell(Notice::Newer);
            } else {
                resume(tenant, found, version);
                lab.show(document, Standing::Stored(tenant), Saving::Done);
                // Another tab may have gone on meanwhile.
                look(lab);
            }
            tell_what_was_found(lab, found, version, skipped);
        }
        Err(why) => fail(lab, why),
    }
}

pub(super) fn resume(tenant: TenantId, found: &Found, version: &Version) {
    // No two pens have the same number: what the one writes is never under a key of the other.
    let pen = Pen::new(Journal::resume(tenant, draw_tab(), found, version), true);
    DESK.with_borrow_mut(|desk| desk.pens.insert(tenant, pen));
    remember(tenant);
}

pub(super) fn tell_what_was_found(lab: Lab, found: &Found, shown: &Version, skipped: usize) {
    let is_new = |head: &RecordId| !is_set_apart(*head);
    let others: Vec<RecordId> =
        found.versions.iter().map(|version| version.head).filter(|head| *head != shown.head).filter(is_new).collect();
    if !others.is_empty() {
        lab.keeping.tell(Notice::Versions(others));
    }
    if found.newer.is_none() && !found.unreadable.is_empty() {
        lab.keeping.tell(Notice::Unreadable(found.unreadable.clone()));
    }
    tell_skipped(lab, skipped);
}

pub(super) fn tell_skipped(lab: Lab, skipped: usize) {
    if skipped > 0 {
        lab.keeping.tell(Notice::Skipped(skipped));
    }
}

pub(super) async fn open_link(lab: Lab, link: String) {
    let request = ask_for_another(lab);
    let outcome = opening::link(lab, &|| is_wanted(request), &link).await.map_err(|why| why.from_a(Carrier::Link));
    let mut came = Came::Copied;
    let opened = outcome.map(|opened| {
        opened.map(|(mut document, skipped): Opened| {
            came = copy::came(&mut document, link);
            (document, skipped)
        })
    });
    let standing = match came {
        Came::Begun => Shelf::standing_of_new,
        Came::Copied => Shelf::standing_of_visit,
    };
    visit(lab, request, opened, standing);
}

pub(super) async fn open_file(lab: Lab, file: web_sys::File) {
    let request = ask_for_another(lab);
    let outcome = opening::file(lab, &|| is_wanted(request), &file).await;
    visit(lab, request, outcome.map_err(|why| why.from_a(Carrier::File)), Shelf::standing_of_visit);
}

pub(super) async fn open_text(lab: Lab, text: String) {
    let request = ask_for_another(lab);
    let outcome = opening::bytes(lab, &|| is_wanted(request), text.into_bytes()).await;
    visit(lab, request, outcome.map_err(|why| why.from_a(Carrier::File)), Shelf::standing_of_visit);
}

/// Where a link opens: where whoever made it wants it to, else on the overview.
fn first_screen() -> Address {
    let asked = frame::screen().and_then(|screen| screen.parse::<Address>().ok());
    asked.unwrap_or_else(|| Address::of(Route::Overview))
}

fn visit(lab: Lab, request: Request, outcome: Outcome<Opened>, standing: fn(&Shelf) -> Standing) {
    if !is_wanted(request) {
        return;
    }
    match outcome {
        Ok(None) => {}
        Ok(Some((document, skipped))) => {
            let standing = lab.keeping.read(standing);
            lab.show(document, standing, Saving::Nothing);
            tell_skipped(lab, skipped);
            if is_link(&dom::hash()) {
                // The address is that of a link no more: what one does is not in it.
                dom::write_hash(&first_screen().to_string(), false);
            }
        }
        Err(why) => fail(lab, why),
    }
}
