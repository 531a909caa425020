//! The page inside another one: what that page says to it, and what it says back (docs/embedding.md).

mod bar;
mod partner;
mod protocol;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::frame;
use crate::lab::Lab;
use crate::parts::{Fetched, Spot, later};

pub(crate) use partner::{Partner, object};

/// Listens to the page around this one, if the address names its origin.
pub(crate) fn listen(lab: Lab) {
    let Some(partner) = frame::is_embedded().then(frame::partner).flatten() else { return };
    spawn_local(async move {
        // Without it the page works, and answers nobody.
        let _ = protocol_piece(lab, partner).await;
    });
}

/// Where one is, above the screen, and the ways out; nothing where the page is not inside another one.
pub(crate) fn bar() -> impl IntoView {
    frame::is_embedded().then(|| later(Spot::Beside, || Box::pin(bar_piece()), ()))
}

#[wasm_split(embed, fallible)]
fn bar_piece() -> Fetched<()> {
    Ok(|()| view! { <bar::Bar /> }.into_any())
}

#[wasm_split(embed, fallible)]
fn protocol_piece(lab: Lab, partner: String) -> Result<(), SplitLoaderError> {
    protocol::begin(lab, partner);
    Ok(())
}

/// What the page around is told whenever it changes: where in the history one is, and how many users are in error.
#[derive(Clone, PartialEq)]
struct Situation {
    position: usize,
    moments: usize,
    waiting: usize,
    in_error: usize,
}

fn situation(lab: Lab) -> Memo<Situation> {
    lab.memo(|document| Situation {
        position: document.position(),
        moments: document.moments(),
        waiting: document.waiting_steps(),
        in_error: document.users_in_error(),
    })
}
