//! A contact: something outside the tenant's users that holds addresses.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::{Command, ContactId};

use super::addresses::{AddressField, addresses};
use super::group::NameField;
use super::sent::answer;
use crate::foresight;
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
        answer(lab, lab.send(command), refusal);
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

/// Asks for the name and the addresses of a contact that is there.
#[component]
pub(crate) fn EditContactDialog(
    /// Which.
    contact: ContactId,
) -> impl IntoView {
    let lab = Lab::here();
    let (old, held) = lab.memo(move |document| document.contact(contact)).get_untracked().unwrap_or_default();
    let name = RwSignal::new(old.clone());
    let lines = RwSignal::new(held.clone());
    let refusal = RwSignal::new(None);
    // What was not changed is not set: the command says what was done.
    let command = move || Command::UpdateContact {
        contact,
        name: Some(name.get()).filter(|name| *name != old),
        addresses: lines.with(|lines| (*lines != held).then(|| addresses(lines))),
    };
    let nothing = Command::UpdateContact { contact, name: None, addresses: None };
    let command = StoredValue::new(command);
    let now = move || command.with_value(|command| command());
    let commands = Signal::derive(move || Some(now()).filter(|command| *command != nothing).into_iter().collect());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer(lab, lab.send(now()), refusal);
    };
    view! {
        <Dialog title=text::EDIT_CONTACT on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <p class="small dim">{text::CONTACT_CHANGE_LEAD}</p>
                    <NameField name=name example=text::CONTACT_NAME_EXAMPLE />
                    <AddressField lines=lines />
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot action=text::SAVE hint=text::ADDRESSES_HINT />
            </form>
        </Dialog>
    }
}
