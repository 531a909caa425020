//! Keeping what is worked on: in the browser's storage, in files and in links; and looking at what others made without
//! keeping it.
//!
//! The page has a handle, [`Keeping`]. All that reads and writes is in a piece of its own, the desk, which is fetched soon
//! after the page can be used and gets [`Job`]s. What is done before it is there waits in the document.

mod banner;
mod browser;
mod desk;
pub(crate) mod menu;
mod opening;
mod tenants;
mod visit;

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::ScenarioError;
use licensing_scenario::storage::{self, RecordId, StoreError, TenantId, Unreadable};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::lab::Lab;
use crate::parts::{Fetched, Spot, later};
use crate::{dom, preferences};
use licensing_session::Session;

pub(crate) use menu::TenantMenu;
pub(crate) use tenants::TenantsDialog;
pub(crate) use visit::NoTenantScreen;

/// What `boot.js` remembers by when the module trapped.
const TRAPPED: &str = "trapped";

/// Where the document that is shown is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nobody has changed it yet; the first change has it stored.
    Untouched,
    /// In the browser's storage.
    Stored(TenantId),
    /// Nowhere: it came by a link or a file, as a copy in memory.
    Visit,
    /// Nowhere: another page shows this one and says what is in it.
    Embedded,
}

/// Whether everything that was done is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saving {
    /// There is nothing to be stored.
    Nothing,
    /// It is being written.
    Under,
    /// Yes; it was read back.
    Done,
    /// No, and why.
    Failed(StoreError),
}

/// Whether there is a tenant to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Yes.
    Here,
    /// It is on its way.
    Opening,
    /// It did not come; the document that was shown before, if any, is as it was.
    Failed(NotOpened),
}

/// Why something that was asked for is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotOpened {
    /// What was opened is no scenario that can be shown.
    Scenario(ScenarioError),
    /// The browser does not give it.
    Store(StoreError),
    /// Of a stored tenant nothing can be read; here is what stands there.
    Unreadable(Vec<Unreadable>),
    /// A part of the page did not come over the network.
    Network,
}

/// Something to be told once, above the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// Another tab went on differently with the tenant: its last record.
    Apart(RecordId),
    /// The tenant was found in several versions; these are the ends of those that are not shown.
    Versions(Vec<RecordId>),
    /// Some of what is stored of the tenant cannot be read.
    Unreadable(Vec<Unreadable>),
    /// A newer release has written to the tenant; what is done here is not stored.
    Newer,
    /// So many actions of the story are refused by the rules of this release.
    Skipped(usize),
    /// The tenant that was open before is stored nowhere, and can be returned to.
    Left,
    /// The page had stopped and was started again (`boot.js`).
    Restarted,
    /// A copy could not be stored.
    NotCopied,
}

/// What the desk is asked to do.
#[derive(Clone, Debug)]
pub(crate) enum Job {
    /// Opens what this tab, or this browser, worked on last.
    Start,
    /// Writes down what was done to the document.
    Write,
    /// Looks for what other tabs did.
    Look,
    /// Tries again to store what is not stored.
    Retry,
    /// Stores the document, which is stored nowhere.
    Store,
    /// The page may be closed at any moment.
    Leave,
    /// Opens a stored tenant; of several versions the one that ends with this record.
    Open(TenantId, Option<RecordId>),
    /// Stores another version of the open tenant as a tenant of its own.
    SetApart(RecordId),
    /// Opens the scenario of a link.
    OpenLink(String),
    /// Opens the scenario of a file.
    OpenFile(web_sys::File),
    /// Opens a scenario in its text form.
    OpenText(String),
    /// Saves the scenario as a file.
    SaveFile,
    /// Saves what stands in the storage and cannot be read.
    SaveUnreadable(Vec<Unreadable>),
    /// Removes it.
    RemoveUnreadable(Vec<Unreadable>),
    /// Takes over what another tab called the tenant.
    ReadName,
    /// Stores a copy of a stored tenant.
    Duplicate(TenantId),
    /// Gives a stored tenant another name.
    Rename(TenantId, String),
    /// Deletes a stored tenant so that it can be brought back, or brings it back.
    Delete(TenantId, bool),
    /// Removes all of a deleted tenant.
    Erase(TenantId),
}

/// The handle of the page.
#[derive(Clone, Copy)]
pub(crate) struct Keeping {
    pub(crate) standing: RwSignal<Standing>,
    pub(crate) saving: RwSignal<Saving>,
    pub(crate) presence: RwSignal<Presence>,
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// Counts what changed in the list of stored tenants.
    pub(crate) listed: RwSignal<u32>,
    desk: StoredValue<Option<Desk>>,
    /// Jobs that wait for the desk.
    waiting: StoredValue<VecDeque<Job>, LocalStorage>,
    /// Documents that are not shown now, the last one last.
    parked: StoredValue<Vec<Parked>, LocalStorage>,
}

/// A document that is not shown: it is stored nowhere, or will be shown again soon.
struct Parked {
    document: Session,
    standing: Standing,
    saving: Saving,
}

impl Parked {
    /// Whether leaving it loses nothing.
    fn is_safe(&self) -> bool {
        match self.standing {
            Standing::Embedded => true,
            Standing::Stored(_) => self.saving == Saving::Done,
            Standing::Untouched | Standing::Visit => !self.document.was_changed(),
        }
    }
}

/// What the page begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// The tenant for a first visit.
    First,
    /// What was worked on last.
    Last,
    /// A link.
    Link(String),
    /// What the page around this one will say.
    Embedded,
}

impl Beginning {
    /// What the address and the storage ask for.
    pub(crate) fn of_page() -> Beginning {
        let hash = dom::hash();
        match () {
            () if crate::embed::is_embedded() => Beginning::Embedded,
            () if is_link(&hash) => Beginning::Link(hash),
            () if preferences::has_key(|key| key.starts_with(storage::PREFIX)) => Beginning::Last,
            () => Beginning::First,
        }
    }
}

/// Whether the fragment of an address is that of a link.
pub(crate) fn is_link(hash: &str) -> bool {
    hash.starts_with(licensing_scenario::link::PREFIX)
}

impl Keeping {
    /// The handle of a page that begins so.
    pub(crate) fn new(beginning: &Beginning) -> Keeping {
        let (standing, presence) = match beginning {
            Beginning::First => (Standing::Untouched, Presence::Here),
            Beginning::Last | Beginning::Link(_) => (Standing::Untouched, Presence::Opening),
            Beginning::Embedded if is_link(&dom::hash()) => (Standing::Embedded, Presence::Opening),
            Beginning::Embedded => (Standing::Embedded, Presence::Here),
        };
        Keeping {
            standing: RwSignal::new(standing),
            saving: RwSignal::new(Saving::Nothing),
            presence: RwSignal::new(presence),
            notices: RwSignal::new(Vec::new()),
            listed: RwSignal::new(0),
            desk: StoredValue::new(None),
            waiting: StoredValue::new_local(VecDeque::new()),
            parked: StoredValue::new_local(Vec::new()),
        }
    }

    /// Whether what is shown is a copy that is stored nowhere.
    pub(crate) fn is_visit(self) -> bool {
        self.standing.get() == Standing::Visit
    }

    /// Adds something to be told, once.
    fn tell(self, notice: Notice) {
        self.notices.update(|notices| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        });
    }

    /// It was read.
    fn told(self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|other| other != notice));
    }

    /// Whether there is a tenant that something can be done to.
    pub(crate) fn is_open(self) -> bool {
        self.presence.get_untracked() == Presence::Here
    }

    /// Documents that nobody loses are not gone back to any more, and none of a tenant that is shown or gone.
    fn forget_safe(self, tenant: Option<TenantId>) {
        let is_of = |parked: &Parked| tenant.is_some_and(|tenant| parked.standing == Standing::Stored(tenant));
        self.parked.update_value(|parked| parked.retain(|parked| !parked.is_safe() && !is_of(parked)));
    }

    /// A tenant that is gone is not gone back to.
    fn forget_tenant(self, tenant: TenantId) {
        self.parked.update_value(|parked| parked.retain(|parked| parked.standing != Standing::Stored(tenant)));
    }

    /// Notes whether all of a tenant is stored, whether it is shown now or put aside.
    fn note_saving(self, tenant: TenantId, saving: Saving) {
        let standing = Standing::Stored(tenant);
        if self.standing.get_untracked() == standing && self.saving.get_untracked() != saving {
            self.saving.set(saving);
        }
        self.parked.update_value(|all| {
            all.iter_mut().filter(|parked| parked.standing == standing).for_each(|parked| parked.saving = saving);
        });
    }

    /// The list of stored tenants is another one.
    fn count_list(self) {
        self.listed.update(|listed| *listed = listed.wrapping_add(1));
    }

    /// Whether something is put aside that is stored nowhere.
    fn has_unsafe(self) -> bool {
        self.parked.with_value(|parked| parked.iter().any(|parked| !parked.is_safe()))
    }

    fn arrive(self, standing: Standing, saving: Saving) {
        // What was told of the tenant before says nothing of another.
        self.notices.update(|notices| notices.retain(|notice| *notice == Notice::Restarted));
        self.standing.set(standing);
        self.saving.set(saving);
        self.presence.set(Presence::Here);
    }
}

/// Shows another document. The one that was shown is put aside if it would be lost, and for a visit in any case.
pub(crate) fn show(lab: Lab, document: Session, standing: Standing, saving: Saving) {
    let keeping = lab.keeping;
    let had_one = !lab.is_blank();
    let left = Parked {
        standing: keeping.standing.get_untracked(),
        saving: keeping.saving.get_untracked(),
        document: lab.show(document),
    };
    let is_visit = standing == Standing::Visit;
    let is_own = left.standing != Standing::Visit;
    if !is_visit {
        keeping.forget_safe(match standing {
            Standing::Stored(tenant) => Some(tenant),
            _ => None,
        });
    }
    if had_one && (is_visit && is_own || !left.is_safe()) {
        keeping.parked.update_value(|parked| parked.push(left));
    }
    keeping.arrive(standing, saving);
    if !is_visit && keeping.has_unsafe() {
        keeping.tell(Notice::Left);
    }
}

/// Leaves a copy that is stored nowhere, for good, and goes back to what was open before.
pub(crate) fn discard(lab: Lab) {
    match take_parked(lab, |_| true) {
        Some(Parked { document, standing, saving }) => {
            drop(lab.show(document));
            lab.keeping.arrive(standing, saving);
            look(lab);
        }
        None => {
            lab.forget();
            ask(lab, Job::Start);
        }
    }
}

/// Goes back to the last thing that is stored nowhere; what is shown is put aside if it would be lost.
pub(crate) fn come_back(lab: Lab) {
    if let Some(Parked { document, standing, saving }) = take_parked(lab, |parked| !parked.is_safe()) {
        show(lab, document, standing, saving);
    }
}

/// Puts away that something did not open: what was shown before is shown again, or what was worked on last.
pub(crate) fn put_away(lab: Lab) {
    if lab.is_blank() {
        discard(lab);
    } else {
        lab.keeping.presence.set(Presence::Here);
    }
}

/// Takes the last document that was put aside and is wanted.
fn take_parked(lab: Lab, is_wanted: impl Fn(&Parked) -> bool) -> Option<Parked> {
    lab.keeping.parked.try_update_value(|parked| Some(parked.remove(parked.iter().rposition(is_wanted)?))).flatten()
}

/// Begins to keep: asks the desk for what the page begins with, and listens as long as the page lives.
pub(crate) fn begin(lab: Lab, beginning: Beginning) {
    match beginning {
        Beginning::First => fetch_soon(lab),
        Beginning::Embedded => {
            let hash = dom::hash();
            if is_link(&hash) {
                ask(lab, Job::OpenLink(hash));
            }
        }
        Beginning::Last => ask(lab, Job::Start),
        Beginning::Link(link) => ask(lab, Job::OpenLink(link)),
    }
    if preferences::recall_in_tab(TRAPPED).and_then(|at| at.parse::<f64>().ok()).is_some_and(is_recent) {
        lab.keeping.tell(Notice::Restarted);
    }
    let others = window_event_listener(ev::storage, move |event| {
        if event.key().is_none_or(|key| key.starts_with(storage::PREFIX)) {
            look(lab);
            if let Some(desk) = lab.keeping.desk.get_value() {
                desk(lab, Job::ReadName);
            }
            lab.keeping.count_list();
        }
    });
    let links = window_event_listener(ev::hashchange, move |_| {
        let hash = dom::hash();
        let has_failed = matches!(lab.keeping.presence.get_untracked(), Presence::Failed(_));
        if is_link(&hash) {
            ask(lab, Job::OpenLink(hash));
        } else if has_failed && !lab.is_blank() {
            // Somebody went elsewhere by the address.
            put_away(lab);
        }
    });
    // A page that comes back from the browser's memory has heard nothing meanwhile.
    let shown = window_event_listener(ev::Custom::<web_sys::Event>::new("pageshow"), move |_| look(lab));
    let hidden = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| leave(lab));
    let closing = window_event_listener(ev::beforeunload, move |event| {
        leave(lab);
        if is_at_risk(lab) {
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
                ask(lab, Job::OpenFile(file));
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
        closing.remove();
    });
}

/// The files that are dragged; none where something else is. Until they are dropped the list is empty.
fn files_of(event: &web_sys::DragEvent) -> Option<web_sys::FileList> {
    let data = event.data_transfer()?;
    data.types().iter().any(|kind| kind == "Files").then(|| data.files())?
}

/// Whether the moment, in milliseconds since 1970, was just now.
fn is_recent(at: f64) -> bool {
    const JUST_NOW: f64 = 10_000.0;
    (0.0..JUST_NOW).contains(&(js_sys::Date::now() - at))
}

/// Whether closing the page would lose something that was done in it.
fn is_at_risk(lab: Lab) -> bool {
    let keeping = lab.keeping;
    let is_unsafe = match keeping.standing.get_untracked() {
        Standing::Untouched | Standing::Visit => lab.read(|document| document.was_changed()),
        Standing::Stored(_) => !matches!(keeping.saving.get_untracked(), Saving::Done | Saving::Nothing),
        Standing::Embedded => false,
    };
    is_unsafe || keeping.has_unsafe()
}

fn leave(lab: Lab) {
    if let Some(desk) = lab.keeping.desk.get_value() {
        desk(lab, Job::Leave);
    }
}

/// Looks for what other tabs did, before something is done here.
pub(crate) fn look(lab: Lab) {
    let keeping = lab.keeping;
    let is_stored = matches!(keeping.standing.get_untracked(), Standing::Stored(_));
    if let (true, Some(desk)) = (is_stored, keeping.desk.get_value()) {
        desk(lab, Job::Look);
    }
}

/// Something was done to the document.
pub(crate) fn written(lab: Lab) {
    if lab.read(|document| document.has_entries()) {
        ask(lab, Job::Write);
    }
}

/// Gives the desk a job; where it is not there yet, it is fetched.
pub(crate) fn ask(lab: Lab, job: Job) {
    let keeping = lab.keeping;
    if let Some(desk) = keeping.desk.get_value() {
        return desk(lab, job);
    }
    if matches!(job, Job::Write) && keeping.standing.get_untracked() != Standing::Embedded {
        keeping.saving.set(Saving::Under);
    }
    keeping.waiting.update_value(|waiting| {
        let is_asked_for = matches!(job, Job::Write) && waiting.iter().any(|other| matches!(other, Job::Write));
        if !is_asked_for {
            waiting.push_back(job);
        }
    });
    fetch(lab);
}

/// The desk is fetched when the page has settled, whether or not there is something to do.
fn fetch_soon(lab: Lab) {
    request_animation_frame(move || fetch(lab));
}

fn fetch(lab: Lab) {
    spawn_local(async move {
        let keeping = lab.keeping;
        match desk_piece().await {
            Ok(desk) => {
                keeping.desk.set_value(Some(desk));
                while let Some(job) = keeping.waiting.try_update_value(VecDeque::pop_front).flatten() {
                    desk(lab, job);
                }
            }
            Err(_) if keeping.presence.get_untracked() == Presence::Opening => {
                keeping.presence.set(Presence::Failed(NotOpened::Network));
            }
            Err(_) if keeping.saving.get_untracked() == Saving::Under => {
                keeping.saving.set(Saving::Failed(StoreError::Failed));
            }
            Err(_) => {}
        }
    });
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
