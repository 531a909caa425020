//! The tenants that are stored in this browser: opened, named, copied, deleted and brought back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::storage::{self, Label, TenantId};
use licensing_session::keeping::Standing;
use licensing_view::Icon;
use wasm_split_helpers::wasm_split;

use super::browser::BrowserStore;
use super::{desk, promise};
use crate::ask::Ask;
use crate::kept::Job;
use crate::lab::Lab;
use crate::parts::{Dialog, Fetched, Pic, Spot, later};
use crate::text::{self, Spoken};

/// The dialog, fetched with the desk.
#[component]
pub(crate) fn TenantsDialog() -> impl IntoView {
    later(Spot::Beside, || Box::pin(tenants_piece()), ())
}

#[wasm_split(keeping, fallible)]
fn tenants_piece() -> Fetched<()> {
    Ok(|()| view! { <Tenants /> }.into_any())
}

/// A moment in the words of the browser's locale of that language.
fn moment(seconds: u64, language: &str) -> String {
    let date = js_sys::Date::new(&((seconds as f64) * 1_000.0).into());
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // A new object takes any property.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    date.to_locale_string(language, &options).into()
}

#[component]
fn Tenants() -> impl IntoView {
    let lab = Lab::here();
    let keeping = lab.keeping;
    desk::label_anew(lab);
    let stored = Memo::new(move |_| {
        keeping.listed.get();
        desk::stored().ok()
    });
    let of = move |deleted: bool| {
        let stored = stored.get().unwrap_or_default();
        stored.into_iter().filter(|(_, label)| label.is_deleted == deleted).collect::<Vec<_>>()
    };
    let is_open = move |tenant: TenantId| keeping.standing.get() == Standing::Stored(tenant);
    let about = move |tenant: TenantId, label: &Label| {
        let words = lab.words();
        let about = words.tenant_about(label.users as usize, &moment(label.saved_at, words.language().code()));
        match storage::bytes_beside(&BrowserStore, tenant) {
            Ok(Some(bytes)) => format!("{about} · {}", words.tenant_beside(bytes.div_ceil(1_000) as usize)),
            _ => about,
        }
    };
    let row = move |(tenant, label): (TenantId, Label)| {
        let title = label.title.clone();
        let named = move |word: Spoken, title: &str| format!("{}: {title}", lab.text(word));
        let (for_copy, for_delete) = (title.clone(), title.clone());
        let (for_open, for_save) = (title.clone(), title.clone());
        view! {
            <li class="tenant-row">
                <div>
                    <input
                        class="in"
                        type="text"
                        maxlength="120"
                        aria-label=text::TENANT_NAME
                        prop:value=title
                        on:change=move |event| lab.keeping.ask(Job::Rename(tenant, event_target_value(&event)))
                    />
                    <p class="small dim">
                        {move || about(tenant, &label)} {move || is_open(tenant).then(|| format!(" · {}", lab.text(text::TENANT_OPEN)))}
                    </p>
                </div>
                <div class="end">
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=move || named(text::OPEN, &for_open)
                        aria-disabled=move || is_open(tenant).then_some("true")
                        on:click=move |_| {
                            if !is_open(tenant) {
                                lab.answered();
                                lab.keeping.ask(Job::Open(tenant, None));
                            }
                        }
                    >
                        {text::OPEN}
                    </button>
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=move || named(text::DUPLICATE, &for_copy)
                        on:click=move |_| lab.keeping.ask(Job::Duplicate(tenant))
                    >
                        {text::DUPLICATE}
                    </button>
                    <button
                        class="btn btn--quiet btn--icon btn--sm"
                        type="button"
                        aria-label=move || named(text::SAVE_STORED, &for_save)
                        title=text::SAVE_STORED
                        on:click=move |_| lab.keeping.ask(Job::SaveStored(tenant))
                    >
                        <Pic icon=Icon::Download />
                    </button>
                    <button
                        class="btn btn--quiet btn--icon btn--sm"
                        type="button"
                        aria-label=move || named(text::DELETE, &for_delete)
                        on:click=move |_| lab.keeping.ask(Job::Delete(tenant))
                    >
                        <Pic icon=Icon::Trash />
                    </button>
                </div>
            </li>
        }
    };
    let deleted_row = move |(tenant, label): (TenantId, Label)| {
        let title = label.title.clone();
        view! {
            <li class="tenant-row">
                <div>
                    <p>{title}</p>
                    <p class="small dim">{move || about(tenant, &label)}</p>
                </div>
                <div class="end">
                    <button class="btn btn--sm" type="button" on:click=move |_| lab.keeping.ask(Job::Restore(tenant))>
                        {text::RESTORE}
                    </button>
                    <button class="btn btn--sm" type="button" on:click=move |_| lab.keeping.ask(Job::Erase(tenant))>
                        {text::ERASE}
                    </button>
                </div>
            </li>
        }
    };
    view! {
        <Dialog title=text::TENANTS on_close=move |()| lab.answered()>
            <div class="d-body">
                <p class="small dim">{text::TENANTS_LEAD}</p>
                <Show when=move || stored.with(Option::is_none)>
                    <p class="note note--warn">{text::NOT_SAVED_DENIED}</p>
                </Show>
                <Show when=move || of(false).is_empty()>
                    <p class="dim">{text::NO_TENANTS}</p>
                </Show>
                <ul class="tenant-rows">
                    <For each=move || of(false) key=|row| row.clone() let:stored>
                        {row(stored)}
                    </For>
                </ul>
                <Show when=move || !of(true).is_empty()>
                    <h3>{text::DELETED_TENANTS}</h3>
                    <p class="small dim">{text::DELETED_TENANTS_LEAD}</p>
                    <ul class="tenant-rows">
                        <For each=move || of(true) key=|row| row.clone() let:stored>
                            {deleted_row(stored)}
                        </For>
                    </ul>
                </Show>
                <div class="row-of-buttons">
                    <button
                        class="btn"
                        type="button"
                        on:click=move |_| {
                            lab.open_empty();
                            lab.answered();
                        }
                    >
                        <Pic icon=Icon::Plus />
                        {text::NEW_TENANT}
                    </button>
                    <button class="btn" type="button" on:click=move |_| lab.ask(Ask::Sample)>
                        {text::OPEN_SAMPLE}
                    </button>
                </div>
                <details class="small dim">
                    <summary>{text::STORAGE_HELP}</summary>
                    <p>{text::STORAGE_HELP_WHERE}</p>
                    <p>{text::STORAGE_HELP_KILLED}</p>
                    <p>{text::STORAGE_HELP_LARGE}</p>
                    <p>{text::STORAGE_HELP_FILE}</p>
                    <Promised />
                </details>
            </div>
        </Dialog>
    }
}

/// Whether the browser has promised to keep what is stored, and a way to ask for that.
#[component]
fn Promised() -> impl IntoView {
    let lab = Lab::here();
    let answer = RwSignal::new(None::<bool>);
    spawn_local(async move {
        if promise::is_given().await == Some(true) {
            let _ = answer.try_set(Some(true));
        }
    });
    let ask = move |_| {
        spawn_local(async move {
            let _ = answer.try_set(Some(promise::ask_for().await == Some(true)));
        });
    };
    view! {
        <p role="status">
            {move || {
                let said = if answer.get()? { text::STORAGE_PROMISED } else { text::STORAGE_NOT_PROMISED };
                Some(lab.text(said))
            }}
        </p>
        <Show when=move || answer.get() != Some(true)>
            <button class="btn btn--sm" type="button" on:click=ask>
                {text::STORAGE_ASK}
            </button>
        </Show>
    }
}
