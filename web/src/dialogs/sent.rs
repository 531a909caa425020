//! What becomes of a dialog whose command was sent.

use leptos::prelude::*;
use licensing_view::RefusalNote;

use crate::lab::Lab;

/// The dialog is answered, or says why what it sent was refused.
pub(super) fn answer<T>(lab: Lab, sent: Result<T, RefusalNote>, refusal: RwSignal<Option<RefusalNote>>) {
    match sent {
        Ok(_) => lab.answered(),
        Err(note) => refusal.set(Some(note)),
    }
}
