//! The page inside another one: what that page says to it, and what it says back (docs/embedding.md).

mod protocol;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::dom;
use crate::lab::Lab;

/// Whether the address asks for the page without its navigation.
pub(crate) fn is_embedded() -> bool {
    parameters().any(|(name, _)| name == "embed")
}

/// The only origin that is listened to; none where the address names none. What is no origin of one page (`*`, `null`) is
/// none either.
fn partner() -> Option<String> {
    parameters().find(|(name, _)| name == "origin").map(|(_, value)| value).filter(|origin| origin.contains("://"))
}

fn parameters() -> impl Iterator<Item = (String, String)> {
    let search = dom::search();
    let pairs: Vec<(String, String)> = search
        .trim_start_matches('?')
        .split('&')
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_string(), percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned())
        })
        .collect();
    pairs.into_iter()
}

/// Listens to the page around this one, if the address names its origin.
pub(crate) fn listen(lab: Lab) {
    let Some(partner) = is_embedded().then(partner).flatten() else { return };
    spawn_local(async move {
        // Without it the page works, and answers nobody.
        let _ = protocol_piece(lab, partner).await;
    });
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
        moments: document.actions().len(),
        waiting: document.tenant().waiting_steps(),
        in_error: document.overview().users_in_error,
    })
}
