//! A user's addresses, as Exchange or directory synchronization would set them.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::address::ProxyAddress;
use licensing_model::{Command, UserId};

use super::sent::answer;
use crate::foresight;
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::text;

/// Asks for a user's addresses.
#[component]
pub(crate) fn AddressesDialog(
    /// Whose.
    user: UserId,
) -> impl IntoView {
    let lab = Lab::here();
    let now = lab.memo(move |document| document.user(user)).get_untracked();
    let lines =
        now.as_ref().map(|view| view.addresses.iter().map(|row| row.text.clone()).collect::<Vec<_>>().join("\n"));
    let mail = RwSignal::new(now.and_then(|view| view.mail).unwrap_or_default());
    let lines = RwSignal::new(lines.unwrap_or_default());
    let refusal = RwSignal::new(None);
    let command = move || {
        let mail = Some(mail.get().trim().to_string()).filter(|mail| !mail.is_empty());
        let addresses = lines.with(|lines| addresses(lines));
        Command::SetAddresses { user, mail: Some(mail), proxy_addresses: Some(addresses) }
    };
    let before = untrack(command);
    let commands = Signal::derive(move || Some(command()).filter(|command| *command != before).into_iter().collect());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer(lab, lab.send(command()), refusal);
    };
    view! {
        <Dialog title=text::ADDRESSES about=super::about::user(lab, user) on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <p class="small dim">{text::ADDRESSES_LEAD}</p>
                    <label class="field">
                        "mail"
                        <input
                            class="in"
                            autocomplete="off"
                            spellcheck="false"
                            placeholder=text::MAIL_EXAMPLE
                            prop:value=move || mail.get()
                            on:input:target=move |event| mail.set(event.target().value())
                        />
                    </label>
                    <AddressField lines=lines />
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot action=text::SAVE hint=text::ADDRESSES_HINT />
            </form>
        </Dialog>
    }
}

/// The addresses of a text, one in a line.
pub(super) fn addresses(lines: &str) -> Vec<ProxyAddress> {
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(ProxyAddress::parse).collect()
}

/// A field for addresses, one in a line.
#[component]
pub(super) fn AddressField(
    /// The field's text.
    lines: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label class="field">
            "proxyAddresses"
            <textarea
                class="in"
                rows="5"
                spellcheck="false"
                aria-describedby="addresses-help"
                prop:value=move || lines.get()
                on:input:target=move |event| lines.set(event.target().value())
            ></textarea>
            <span class="help" id="addresses-help">
                {text::ADDRESSES_HELP}
            </span>
        </label>
    }
}
