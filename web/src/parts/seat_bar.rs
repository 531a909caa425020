//! How many seats of a product are assigned, as a bar.

use leptos::prelude::*;
use licensing_view::Seats;

/// A bar of the seats; the figures stand beside it.
#[component]
pub(crate) fn SeatBar(
    /// The seats.
    seats: Seats,
) -> impl IntoView {
    view! {
        <span class="bar" class:bar--full=seats.full class:bar--off=seats.suspended role="img" aria-label=seats.sentence>
            <i style:width=format!("{}%", seats.percent)></i>
        </span>
    }
}
