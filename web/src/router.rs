//! The address after `#` as a signal. Links are plain anchors, so that back, forward and new tabs work by themselves.

use leptos::ev;
use leptos::prelude::*;
use licensing_view::Address;

use crate::dom;

/// Where one is; an address that leads nowhere is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place(pub(crate) Option<Address>);

/// Follows the browser's address as long as the page lives.
pub(crate) fn follow_address() -> Memo<Place> {
    let hash = RwSignal::new(dom::hash());
    let listener = window_event_listener(ev::hashchange, move |_| hash.set(dom::hash()));
    on_cleanup(move || listener.remove());
    Memo::new(move |_| Place(hash.with(|hash| hash.parse().ok())))
}

/// Goes to `address`.
pub(crate) fn go(address: impl Into<Address>) {
    dom::set_hash(&address.into().to_string());
}
