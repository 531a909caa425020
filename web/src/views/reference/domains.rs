//! The tenant's domains: which there are, a new one, one less.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::Command;
use licensing_view::Icon;

use crate::lab::Lab;
use crate::parts::{Pic, RefusalNote};
use crate::{dom, text};

/// The field of a new domain.
const FIELD: &str = "new-domain";

/// The list, and the field of a new one below it.
#[component]
pub(super) fn Domains() -> impl IntoView {
    let lab = Lab::here();
    let domains = lab.memo(|reading| reading.domains());
    let typed = RwSignal::new(String::new());
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let sent = lab.send(Command::AddDomain(typed.with_untracked(|typed| typed.trim().to_string())));
        if sent.is_ok() {
            typed.set(String::new());
        }
        refusal.set(sent.err());
    };
    let delete = move |domain: String| {
        let sent = lab.send(Command::DeleteDomain(domain));
        if sent.is_ok() {
            // The button is gone, and the focus with it.
            dom::focus(FIELD);
        }
        refusal.set(sent.err());
    };
    let line = move |domain: String| {
        let (own, named) = (StoredValue::new(domain.clone()), domain.clone());
        let is_initial = Memo::new(move |_| domains.with(|domains| domains.first() == Some(&named)));
        view! {
            <li>
                <span class="domain">{domain}</span>
                {move || match is_initial.get() {
                    true => view! { <span class="faint">{text::INITIAL_DOMAIN}</span> }.into_any(),
                    false => {
                        view! {
                            <button
                                class="btn btn--sm btn--icon"
                                type="button"
                                aria-label=move || own.with_value(|domain| lab.words().delete_what(domain))
                                title=move || own.with_value(|domain| lab.words().delete_what(domain))
                                on:click=move |_| delete(own.get_value())
                            >
                                <Pic icon=Icon::Trash />
                            </button>
                        }
                            .into_any()
                    }
                }}
            </li>
        }
    };
    view! {
        <div class="field" role="group" aria-labelledby="h-domains">
            <span id="h-domains">{text::DOMAINS}</span>
            <ul class="domains">
                <For each=move || domains.get() key=String::clone children=line />
            </ul>
            <RefusalNote refusal=refusal dismiss=Callback::new(move |()| refusal.set(None)) />
            <form class="add-domain" on:submit=submit>
                <input
                    class="in"
                    id=FIELD
                    required=true
                    maxlength="253"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    inputmode="url"
                    aria-label=text::NEW_DOMAIN
                    aria-describedby="domains-help"
                    placeholder=text::NEW_DOMAIN_EXAMPLE
                    prop:value=move || typed.get()
                    on:input:target=move |event| typed.set(event.target().value())
                />
                <button class="btn" type="submit">
                    {text::ADD_DOMAIN}
                </button>
            </form>
            <span class="help" id="domains-help">
                {text::DOMAINS_HELP}
            </span>
        </div>
    }
}
