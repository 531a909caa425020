//! Passing the tenant on: as a link, as a picture of one, as a file, inside another page.

mod code;
mod dialog;
mod inside;
mod kind;
mod opens;

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::parts::{Fetched, Spot, later};
use crate::router::Place;

/// The dialog, as long as the address says that it is open.
#[component]
pub(crate) fn ShareHost(
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let is_open = Memo::new(move |_| place.with(|place| place.0.as_ref().is_some_and(|address| address.share)));
    move || is_open.get().then(|| later(Spot::Beside, || Box::pin(share_piece()), place))
}

#[wasm_split(sharing, fallible)]
fn share_piece() -> Fetched<Memo<Place>> {
    Ok(|place| view! { <dialog::ShareDialog place=place /> }.into_any())
}
