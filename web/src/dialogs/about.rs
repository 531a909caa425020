//! What a dialog is about, by name.

use leptos::prelude::*;
use licensing_model::{GroupId, UserId};

use crate::lab::Lab;

/// What a user is called.
pub(super) fn user(lab: Lab, id: UserId) -> Signal<String> {
    lab.memo(move |document| document.person(id).map(|person| person.name).unwrap_or_default()).into()
}

/// What a group is called.
pub(super) fn group(lab: Lab, id: GroupId) -> Signal<String> {
    lab.memo(move |document| document.group_name(id).map(|group| group.name).unwrap_or_default()).into()
}
