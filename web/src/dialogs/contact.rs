//! A contact: something outside the tenant's users that holds addresses.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::Command;

use super::addresses::{AddressField, addresses};
use super::group::NameField;
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::text;

/// Asks for a new contact.
#[component]
pub(crate) fn NewContactDialog() -> impl IntoView {
    let lab = Lab::here();
    let name = RwSignal::new(String::new());
    let lines = RwSignal::new(String::new());
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let command = Command::AddContact { name: name.get(), addresses: lines.with(|lines| addresses(lines)) };
        match lab.send(command) {
            Ok(_) => lab.answered(),
            Err(note) => refusal.set(Some(note)),
        }
    };
    view! {
        <Dialog title=text::NEW_CONTACT_TITLE on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <p class="small dim">{text::CONTACT_LEAD}</p>
                    <NameField name=name example=text::CONTACT_NAME_EXAMPLE />
                    <AddressField lines=lines />
                </div>
                <DialogFoot action=text::CREATE_CONTACT hint=text::ADDRESSES_HINT />
            </form>
        </Dialog>
    }
}
