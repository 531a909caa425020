//! How the document is kept, as the page has it: what `licensing_session` decides, in signals, and the door of whoever
//! does what is to be done.

use std::rc::Rc;

use leptos::prelude::*;
use licensing_session::keeping::{self, Beginning, Notice, Presence, Saving, Shelf, Standing};

/// What the page asks to be done.
pub(crate) type Job = keeping::Job<web_sys::File>;

/// Does jobs, or has them wait.
type Door = Rc<dyn Fn(Job)>;

/// The handle of the page.
#[derive(Clone, Copy)]
pub(crate) struct Keeping {
    shelf: RwSignal<Shelf>,
    pub(crate) standing: Memo<Standing>,
    pub(crate) saving: Memo<Saving>,
    pub(crate) presence: Memo<Presence>,
    pub(crate) notices: Memo<Vec<Notice>>,
    /// Counts what changed in the list of stored tenants.
    pub(crate) listed: RwSignal<u32>,
    /// Whether something that is stored is not on the disk yet.
    pub(crate) is_reaching_disk: RwSignal<bool>,
    door: StoredValue<Option<Door>, LocalStorage>,
}

impl Keeping {
    /// The handle of a page that begins so.
    pub(crate) fn new(beginning: &Beginning) -> Keeping {
        let shelf = RwSignal::new(Shelf::new(beginning));
        Keeping {
            shelf,
            standing: Memo::new(move |_| shelf.with(Shelf::standing)),
            saving: Memo::new(move |_| shelf.with(Shelf::saving)),
            presence: Memo::new(move |_| shelf.with(|shelf| shelf.presence().clone())),
            notices: Memo::new(move |_| shelf.with(|shelf| shelf.notices().to_vec())),
            listed: RwSignal::new(0),
            is_reaching_disk: RwSignal::new(false),
            door: StoredValue::new_local(None),
        }
    }

    /// Has jobs done by `door` from now on.
    pub(crate) fn employ(self, door: impl Fn(Job) + 'static) {
        self.door.set_value(Some(Rc::new(door)));
    }

    /// Has something done.
    pub(crate) fn ask(self, job: Job) {
        let is_allowed = self.read(|shelf| job.is_allowed(shelf.standing()));
        if let (true, Some(door)) = (is_allowed, self.door.get_value()) {
            door(job);
        }
    }

    /// Looks for what other tabs did, before something is done here.
    pub(crate) fn look(self) {
        if matches!(self.standing.get_untracked(), Standing::Stored(_)) {
            self.ask(Job::Look);
        }
    }

    /// Something of how the document is kept as it is now.
    pub(crate) fn read<T>(self, read: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with_untracked(read)
    }

    /// Changes how the document is kept.
    pub(crate) fn change<T>(self, change: impl FnOnce(&mut Shelf) -> T) -> T
    where
        T: Default,
    {
        // The shelf lives as long as the page.
        self.shelf.try_update(change).unwrap_or_default()
    }

    /// Whether what is shown is a copy that is stored nowhere.
    pub(crate) fn is_visit(self) -> bool {
        self.standing.get() == Standing::Visit
    }

    /// Whether there is a tenant that something can be done to.
    pub(crate) fn is_open(self) -> bool {
        self.read(|shelf| *shelf.presence() == Presence::Here)
    }

    /// Adds something to be told, once.
    pub(crate) fn tell(self, notice: Notice) {
        self.change(|shelf| shelf.tell(notice));
    }

    /// It was read.
    pub(crate) fn told(self, notice: &Notice) {
        self.change(|shelf| shelf.told(notice));
    }

    /// The list of stored tenants is another one.
    pub(crate) fn count_list(self) {
        self.listed.update(|listed| *listed = listed.wrapping_add(1));
    }
}
