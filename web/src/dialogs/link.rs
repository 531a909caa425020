//! A link that somebody was sent: pasted as it came, with what a mail or a chat put around it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_scenario::link;

use crate::dom;
use crate::kept::Job;
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot};
use crate::text;

/// Asks for the link.
#[component]
pub(crate) fn LinkDialog() -> impl IntoView {
    let lab = Lab::here();
    let pasted = RwSignal::new(String::new());
    let fragment = Memo::new(move |_| pasted.with(|pasted| link::fragment(pasted)));
    let is_none = move || fragment.with(Option::is_none) && pasted.with(|pasted| !pasted.trim().is_empty());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(fragment) = fragment.get_untracked() else { return };
        lab.answered();
        // The address hears of it as of any link; one that stands there already did not open.
        if dom::hash() == fragment {
            lab.keeping.ask(Job::OpenLink(fragment));
        } else {
            dom::set_hash(&fragment);
        }
    };
    view! {
        <Dialog title=text::PASTE_LINK_TITLE on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <label class="field">
                        {text::PASTE_LINK}
                        <textarea
                            class="in mono"
                            rows="5"
                            autofocus=true
                            autocomplete="off"
                            spellcheck="false"
                            aria-describedby="paste-help"
                            on:input:target=move |event| pasted.set(event.target().value())
                        ></textarea>
                        <span class="help small dim" id="paste-help">
                            {text::PASTE_LINK_HELP}
                        </span>
                    </label>
                    <p class="small unread" role="status">
                        {move || is_none().then(|| lab.text(text::PASTE_LINK_NONE))}
                    </p>
                </div>
                <DialogFoot action=text::OPEN ready=Signal::derive(move || fragment.with(Option::is_some)) />
            </form>
        </Dialog>
    }
}
