//! A request: method, address, headers, body.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use licensing_graph::console::{IdOf, Named, Purpose, ReadyMade};
use licensing_view::Icon;

use super::state::{Console, Draft, METHODS};
use crate::lab::Lab;
use crate::parts::Pic;
use crate::text::{self, Spoken};

/// Names that are shown for the ids of a request.
const NAMES: usize = 8;

/// The request that is being written.
#[component]
pub(super) fn RequestCard() -> impl IntoView {
    let lab = Lab::here();
    let console = expect_context::<Console>();
    let examples = RwSignal::new(false);
    let send = move || console.send(lab);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            send();
        }
    };
    let choose = Callback::new(move |draft: Draft| {
        console.draft.set(draft);
        examples.set(false);
        crate::dom::focus("request-url");
    });
    view! {
        <form class="card" aria-labelledby="h-request" on:submit=submit on:keydown=key>
            <header>
                <h2 id="h-request">{text::REQUEST}</h2>
                <span class="end">
                    <button
                        class="btn btn--sm btn--quiet"
                        type="button"
                        aria-expanded=move || if examples.get() { "true" } else { "false" }
                        aria-controls="examples"
                        on:click=move |_| examples.update(|open| *open = !*open)
                    >
                        <Pic icon=Icon::Down />
                        {text::READY_MADE}
                    </button>
                    <button class="btn btn--sm btn--primary" type="submit" title=text::SEND_KEYS>
                        <Pic icon=Icon::Arrow />
                        {text::SEND}
                    </button>
                </span>
            </header>
            <div id="examples">
                <Show when=move || examples.get()>
                    <Examples choose=choose />
                </Show>
            </div>
            <Address console=console />
            <Names console=console />
            <Headers console=console />
            <Show when=move || console.draft.with(Draft::has_body)>
                <textarea
                    class="code code--field"
                    aria-label=text::REQUEST_BODY
                    placeholder=text::REQUEST_BODY_EXAMPLE
                    spellcheck="false"
                    autocapitalize="off"
                    rows="4"
                    prop:value=move || console.draft.with(|draft| draft.body.clone())
                    on:input:target=move |event| console.draft.update(|draft| draft.body = event.target().value())
                ></textarea>
            </Show>
        </form>
    }
}

/// Method and address.
#[component]
fn Address(console: Console) -> impl IntoView {
    let change = move |event: web_sys::Event| {
        let chosen = event_target_value(&event);
        if let Some(method) = METHODS.into_iter().find(|method| *method == chosen) {
            console.draft.update(|draft| draft.method = method);
        }
    };
    let options = METHODS
        .into_iter()
        .map(|method| {
            let selected = move || console.draft.with(|draft| draft.method == method);
            view! {
                <option value=method selected=selected>
                    {method}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="request-line">
            <select
                class="in mono"
                aria-label=text::METHOD
                prop:value=move || console.draft.with(|draft| draft.method)
                on:change=change
            >
                {options}
            </select>
            <input
                class="in mono"
                id="request-url"
                type="text"
                aria-label=text::URL
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                prop:value=move || console.draft.with(|draft| draft.url.clone())
                on:input:target=move |event| console.draft.update(|draft| draft.url = event.target().value())
            />
        </div>
    }
}

/// What the ids in the request are of.
#[component]
fn Names(console: Console) -> impl IntoView {
    let lab = Lab::here();
    let found = lab.memo(move |document| {
        let draft = console.draft.get();
        let mut found = document.names_in(&draft.url, NAMES);
        if draft.has_body() {
            found.extend(document.names_in(&draft.body, NAMES));
            found.truncate(NAMES);
        }
        found
    });
    view! { <NameList found=found /> }
}

/// Names behind ids.
#[component]
pub(super) fn NameList(found: Memo<Vec<Named>>) -> impl IntoView {
    let row = |Named { of, name }: Named| {
        let (icon, what) = kind_of(of);
        view! {
            <li>
                <Pic icon=icon small=true />
                <span class="vh">{what}</span>
                {name}
            </li>
        }
    };
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <ul class="id-names" aria-label=text::ID_NAMES>
                {move || found.get().into_iter().map(row).collect_view()}
            </ul>
        </Show>
    }
}

/// What something is that has an id.
pub(super) fn kind_of(id: IdOf) -> (Icon, Spoken) {
    match id {
        IdOf::User => (Icon::User, text::USER),
        IdOf::Group => (Icon::Group, text::GROUP),
        IdOf::Product => (Icon::Product, text::PRODUCT),
        IdOf::Plan => (Icon::Product, text::SERVICE_PLAN),
    }
}

/// Headers, out of the way where there are none.
#[component]
fn Headers(console: Console) -> impl IntoView {
    let open = RwSignal::new(false);
    // Headers that come with a request are in sight; they stay so when their last letter is taken away.
    Effect::new(move |_| {
        if console.draft.with(|draft| !draft.headers.is_empty()) {
            open.set(true);
        }
    });
    view! {
        <details class="request-headers" open=open>
            <summary>{text::HEADERS}</summary>
            <textarea
                class="in mono"
                aria-label=text::REQUEST_HEADERS
                placeholder=text::HEADERS_EXAMPLE
                spellcheck="false"
                autocapitalize="off"
                rows="2"
                prop:value=move || console.draft.with(|draft| draft.headers.clone())
                on:input:target=move |event| console.draft.update(|draft| draft.headers = event.target().value())
            ></textarea>
        </details>
    }
}

/// Requests that make sense now.
#[component]
fn Examples(choose: Callback<Draft>) -> impl IntoView {
    let lab = Lab::here();
    let list = lab.memo(|document| document.ready_made());
    let part = move |purpose: Purpose| {
        let heading = match purpose {
            Purpose::Find => text::READY_TO_FIND,
            Purpose::Read => text::READY_TO_READ,
            Purpose::Change => text::READY_TO_CHANGE,
        };
        let own = move || list.get().into_iter().filter(move |ready| ready.purpose == purpose);
        let row = move |ReadyMade { title, request, .. }: ReadyMade| {
            let draft = Draft::of(request);
            let method = draft.method;
            view! {
                <li>
                    <button type="button" on:click=move |_| choose.run(draft.clone())>
                        <span>{move || lab.words().say(&title)}</span>
                        <code class="faint">{method}</code>
                    </button>
                </li>
            }
        };
        view! {
            <div>
                <h3>{heading}</h3>
                <ul>{move || own().map(row).collect_view()}</ul>
            </div>
        }
    };
    view! { <div class="ready-made">{Purpose::ALL.into_iter().map(part).collect_view()}</div> }
}
