//! How what is worked on is kept: where it stands, what becomes of it when something else is shown, what is to be told.
//!
//! A [`Shelf`] decides; whoever stores, shows and asks does what it says. What is to be done by whoever stores is a
//! [`Job`].

mod job;
mod shelf;

pub use job::{Job, Waiting};
pub use shelf::{Left, Shelf};

use licensing_scenario::ScenarioError;
use licensing_scenario::storage::{RecordId, StoreError, TenantId, Unreadable};

/// Where the session that is shown is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
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
pub enum Saving {
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
pub enum Presence {
    /// Yes.
    Here,
    /// It is on its way.
    Opening,
    /// It did not come; what was shown before, if anything, is as it was.
    Failed(NotOpened),
}

/// Why something that was asked for is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// What was opened is no scenario that can be shown.
    Scenario(Carrier, ScenarioError),
    /// It is an exported tenant, which is imported.
    Bundle,
    /// The browser does not give it.
    Store(StoreError),
    /// Of a stored tenant nothing can be read; here is what stands there.
    Unreadable(Vec<Unreadable>),
    /// A part of the page did not come over the network.
    Network,
    /// The page has stopped twice in a row: nothing was tried.
    Stopped,
    /// The page has stopped while it opened this link: it was not tried again.
    LinkStopped,
}

impl NotOpened {
    /// The same, said of what it came in.
    pub fn from_a(self, carrier: Carrier) -> NotOpened {
        match self {
            NotOpened::Scenario(_, error) => NotOpened::Scenario(carrier, error),
            other => other,
        }
    }
}

impl From<ScenarioError> for NotOpened {
    fn from(error: ScenarioError) -> NotOpened {
        NotOpened::Scenario(Carrier::Storage, error)
    }
}

/// What a scenario comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// The browser's storage.
    Storage,
    /// A link.
    Link,
    /// A file.
    File,
}

/// Something to be told once, above the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
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
    /// The page had stopped and was started again.
    Restarted,
    /// A copy could not be stored.
    NotCopied,
    /// The tenant is larger than a file that could be opened again.
    NoFile,
    /// The tenant lies in the browser's database from now on, and whether the browser has promised to keep that.
    Beside(Promised),
    /// A newer release of the page is ready.
    Release,
    /// Another release of the page was opened in this browser and writes to its storage from now on.
    OtherRelease,
}

/// What the browser has answered to whether it keeps what is stored when the disk is nearly full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promised {
    /// It does.
    Yes,
    /// It may remove it.
    No,
}

/// What one begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// The tenant for a first visit.
    First,
    /// What was worked on last.
    Last,
    /// A link.
    Link(String),
    /// What the page around this one will say, or a link to begin with.
    Embedded(Option<String>),
    /// Nothing: what was opened before has stopped the page twice.
    Stopped,
    /// Nothing: the link has stopped the page.
    LinkStopped,
}

impl Beginning {
    /// What an address and what is stored ask for: the part of the address that can be a link, whether the page is
    /// inside another one, whether something is stored, and whether the page has stopped. A link stands in the address
    /// only until it is open.
    pub fn of(fragment: String, place: Place, stored: Stored, stopped: Stopped) -> Beginning {
        let link = is_link(&fragment).then_some(fragment);
        match (place, link, stopped, stored) {
            (Place::Inside, link, ..) => Beginning::Embedded(link),
            (Place::Alone, Some(link), Stopped::No, _) => Beginning::Link(link),
            (Place::Alone, Some(_), ..) => Beginning::LinkStopped,
            (Place::Alone, None, Stopped::Twice, _) => Beginning::Stopped,
            (Place::Alone, None, _, Stored::Something) => Beginning::Last,
            (Place::Alone, None, _, Stored::Nothing) => Beginning::First,
        }
    }

    /// Whether what is shown first only stands in for what comes.
    pub fn is_awaited(&self) -> bool {
        matches!(self, Beginning::Last | Beginning::Link(_) | Beginning::Stopped | Beginning::LinkStopped)
    }

    /// What whoever stores is to do first.
    pub fn job<F>(self) -> Option<Job<F>> {
        match self {
            Beginning::First | Beginning::Embedded(None) | Beginning::Stopped | Beginning::LinkStopped => None,
            Beginning::Last => Some(Job::Start),
            Beginning::Link(link) | Beginning::Embedded(Some(link)) => Some(Job::OpenLink(link)),
        }
    }
}

/// Where the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a window of its own.
    Alone,
    /// Inside another page.
    Inside,
}

/// Whether something is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// A tenant, at least.
    Something,
    /// No tenant.
    Nothing,
}

/// Whether the page has stopped just before it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It has not.
    No,
    /// Once.
    Once,
    /// Twice in a row.
    Twice,
}

/// Whether the fragment of an address is that of a link.
pub fn is_link(fragment: &str) -> bool {
    fragment.starts_with(licensing_scenario::link::PREFIX)
}
