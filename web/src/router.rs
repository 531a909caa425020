//! The address after `#` as a signal. Links are plain anchors, so that back, forward and new tabs work by themselves.

use leptos::ev;
use leptos::prelude::*;
use licensing_view::table::TableQuery;
use licensing_view::{Address, Route};

use crate::dom;

/// Where one is; an address that leads nowhere is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place(pub(crate) Option<Address>);

impl Place {
    /// The address; that of the overview where it leads nowhere.
    pub(crate) fn address(&self) -> Address {
        self.0.clone().unwrap_or_default()
    }

    /// What is looked for in the table of the screen.
    pub(crate) fn query(&self) -> TableQuery {
        self.0.as_ref().map(|address| address.query.clone()).unwrap_or_default()
    }

    /// What is shown.
    pub(crate) fn route(&self) -> Option<Route> {
        self.0.as_ref().map(|address| address.route)
    }
}

/// What becomes of the address that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visit {
    /// Going back leads to it.
    After,
    /// It is forgotten.
    Instead,
}

/// Follows the browser's address as long as the page lives.
pub(crate) fn follow_address() -> Memo<Place> {
    let hash = RwSignal::new(dom::hash());
    let listener = window_event_listener(ev::hashchange, move |_| hash.set(dom::hash()));
    on_cleanup(move || listener.remove());
    let place = Memo::new(move |_| Place(hash.with(|hash| hash.parse().ok())));
    provide_context(place);
    place
}

/// Where one is, as the components below the page hear of it.
pub(crate) fn here() -> Memo<Place> {
    expect_context()
}

/// Changes the address to that of what is shown already.
pub(crate) fn show(address: &Address, visit: Visit) {
    dom::write_hash(&address.to_string(), visit == Visit::After);
}

/// Goes to `address`.
pub(crate) fn go(address: impl Into<Address>) {
    dom::set_hash(&address.into().to_string());
}

/// Leaves the address of a lesson whose tenant, with the tag `left`, gives way to one with the tag `next`: the screen there
/// would begin the lesson anew. The address is that of what is shown.
pub(crate) fn leave_lesson(left: Option<&str>, next: Option<&str>) {
    fn id(tag: Option<&str>) -> Option<&str> {
        tag?.split('@').next()
    }
    if let Ok(Address { route: Route::Lesson(lesson), .. }) = dom::hash().parse()
        && id(left) == Some(lesson.as_str())
        && id(left) != id(next)
    {
        let lesson = id(next).and_then(|id| id.parse().ok()).map(Route::Lesson);
        show(&lesson.unwrap_or(Route::Overview).into(), Visit::Instead);
    }
}

/// Opens the dialog that passes the tenant on, beside what is shown.
pub(crate) fn share() {
    let address: Address = dom::hash().parse().unwrap_or_default();
    go(address.sharing(true));
}
