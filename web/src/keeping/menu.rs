//! The tenant that is open, by its name, with what can be done with it as a whole.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use licensing_session::keeping::{Presence, Saving, Standing};
use licensing_view::Icon;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::ask::Ask;
use crate::dom;
use crate::kept::Job;
use crate::lab::Lab;
use crate::parts::Pic;
use crate::router;
use crate::text::{self, Spoken};

/// The id of the menu.
pub(crate) const MENU: &str = "tenant-menu";

/// Whether the tenant is stored, in a word.
pub(crate) fn state(lab: Lab) -> Spoken {
    match (lab.keeping.presence.get(), lab.keeping.standing.get(), lab.keeping.saving.get()) {
        (Presence::Opening, ..) => text::LOADING,
        (_, Standing::Untouched, _) => text::STATE_UNTOUCHED,
        (_, Standing::Visit | Standing::Embedded, _) => text::STATE_VISIT,
        (_, _, Saving::Under) => text::STATE_SAVING,
        (_, _, Saving::Done) if lab.keeping.is_reaching_disk.get() => text::STATE_SAVING,
        (_, _, Saving::Failed(_)) => text::STATE_NOT_SAVED,
        (_, _, Saving::Done | Saving::Nothing) => text::STATE_SAVED,
    }
}

/// The menu; what opens it stands elsewhere.
#[component]
pub(crate) fn TenantMenu() -> impl IntoView {
    let lab = Lab::here();
    let file = NodeRef::<html::Input>::new();
    let close = || dom::hide_popover(MENU);
    let item = move |icon: Icon, word: Spoken, act: Callback<()>| {
        view! {
            <li>
                <button
                    type="button"
                    on:click=move |_| {
                        close();
                        act.run(());
                    }
                >
                    <Pic icon=icon />
                    {word}
                </button>
            </li>
        }
    };
    let choose = move |()| {
        if let Some(input) = file.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            lab.keeping.ask(Job::OpenFile(file));
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    view! {
        <div class="menu menu--tenant" id=MENU popover="auto" aria-label=text::TENANT_MENU>
            <ul>
                {item(Icon::Share, text::SHARE_THIS, Callback::new(move |()| router::share()))}
                {item(Icon::Download, text::SAVE_AS_FILE, Callback::new(move |()| lab.keeping.ask(Job::SaveFile)))}
                {item(Icon::History, text::HISTORY_MENU, Callback::new(move |()| lab.ask(Ask::History)))}
            </ul>
            <hr />
            <ul>
                {item(Icon::Tenants, text::TENANTS_MENU, Callback::new(move |()| lab.ask(Ask::Tenants)))}
                {item(Icon::Sample, text::OPEN_SAMPLE, Callback::new(move |()| lab.ask(Ask::Sample)))}
                {item(Icon::File, text::OPEN_FILE, Callback::new(choose))}
                {item(Icon::Arrow, text::OPEN_LINK, Callback::new(move |()| lab.ask(Ask::Link)))}
            </ul>
            <input
                node_ref=file
                type="file"
                hidden
                accept=".json,.lab,.txt,.url,.html,.eml"
                aria-label=text::OPEN_FILE
                on:change=chosen
            />
        </div>
    }
}
