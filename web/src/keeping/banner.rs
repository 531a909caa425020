//! What is to be told above the screen: that a copy is not stored, that something could not be, what was found.

use leptos::prelude::*;
use licensing_scenario::storage::StoreError;
use licensing_session::keeping::{Notice, Promised, Saving, Standing};
use licensing_view::{Icon, Route};
use licensing_wording::Text;

use super::{come_back, discard};
use crate::kept::Job;
use crate::lab::Lab;
use crate::parts::Pic;
use crate::text::{self, Spoken};
use crate::{offline, router};

/// Everything that is to be told, one below the other.
#[component]
pub(crate) fn Banner() -> impl IntoView {
    let lab = Lab::here();
    let keeping = lab.keeping;
    let failed = Memo::new(move |_| match keeping.saving.get() {
        Saving::Failed(error) => Some(error),
        _ => None,
    });
    view! {
        <aside class="strips" aria-label=text::NOTICES>
            {move || keeping.is_visit().then(|| view! { <Visit /> })}
            {move || failed.get().map(|error| view! { <NotSaved error=error /> })}
            {move || {
                keeping.notices.get().into_iter().map(|notice| view! { <Told notice=notice /> }).collect_view()
            }}
        </aside>
    }
}

/// A strip: what is so, and what can be done.
#[component]
fn Strip(
    /// Its tone, as part of a class.
    tone: &'static str,
    /// Its drawing.
    icon: Icon,
    /// What is so.
    #[prop(into)]
    text: Signal<String>,
    /// What follows from it.
    #[prop(into)]
    more: Signal<String>,
    /// Buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("strip strip--{tone}") role="status">
            <Pic icon=icon />
            <p>
                <b>{text}</b>
                " "
                <span class="dim">{more}</span>
            </p>
            <div class="end">{children()}</div>
        </div>
    }
}

#[component]
fn Act(
    /// What the button does, in a word.
    word: Spoken,
    /// It is what most want.
    #[prop(optional)]
    primary: bool,
    /// What it does.
    #[prop(into)]
    act: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="btn btn--sm" class:btn--primary=primary type="button" on:click=move |_| act.run(())>
            {word}
        </button>
    }
}

#[component]
fn Visit() -> impl IntoView {
    let lab = Lab::here();
    let title = lab.memo(|document| document.title().to_string());
    let what = Signal::derive(move || match title.get() {
        title if title.is_empty() => lab.text(text::VISIT).to_string(),
        title => lab.words().visit_of(&title),
    });
    // To begin again is of use where something was done.
    let case = lab.memo(|document| document.link().filter(|_| document.was_changed()).map(str::to_string));
    let again = move |()| {
        if let Some(case) = case.get_untracked() {
            lab.keeping.ask(Job::OpenLink(case));
        }
    };
    view! {
        <Strip tone="info" icon=Icon::Info text=what more=text::VISIT_WHY>
            <Act word=text::KEEP_A_COPY primary=true act=move |()| lab.keeping.ask(Job::Store) />
            <Show when=move || case.with(Option::is_some)>
                <Act word=text::START_AGAIN act=again />
            </Show>
            <a class="btn btn--sm" href="#/" target="_blank" rel="noopener">
                {text::OPEN_OWN_BESIDE}
            </a>
            <Act word=text::DISCARD act=move |()| discard(lab) />
        </Strip>
    }
}

#[component]
fn NotSaved(
    /// Why.
    error: StoreError,
) -> impl IntoView {
    let lab = Lab::here();
    let more = Spoken(match error {
        StoreError::Full => Text::NOT_SAVED_FULL,
        StoreError::Denied => Text::NOT_SAVED_DENIED,
        StoreError::Corrupt => Text::NOT_SAVED_CORRUPT,
        StoreError::Failed => Text::NOT_SAVED_FAILED,
        StoreError::Replaced => Text::NOT_SAVED_REPLACED,
        StoreError::TooLarge => Text::NOT_SAVED_LARGE,
    });
    let save_file = move |()| lab.keeping.ask(Job::SaveFile);
    view! {
        <Strip tone="err" icon=Icon::Warning text=text::NOT_SAVED more=more>
            {match error {
                StoreError::TooLarge => to_bundle().into_any(),
                StoreError::Replaced => {
                    view! {
                        <Act word=text::SAVE_AS_FILE primary=true act=save_file />
                        <Act word=text::RELOAD act=move |()| offline::renew(lab) />
                    }
                        .into_any()
                }
                StoreError::Full | StoreError::Denied | StoreError::Corrupt | StoreError::Failed => {
                    view! {
                        <Act word=text::SAVE_AS_FILE primary=true act=save_file />
                        <Act word=text::TRY_AGAIN act=move |()| lab.keeping.ask(Job::Retry) />
                    }
                        .into_any()
                }
            }}
        </Strip>
    }
}

/// The way out for a tenant that is larger than what is opened again.
fn to_bundle() -> impl IntoView {
    view! { <Act word=text::BUNDLE primary=true act=|()| router::go(Route::Import) /> }
}

#[component]
fn Told(
    /// What is to be told.
    notice: Notice,
) -> impl IntoView {
    let lab = Lab::here();
    let keeping = lab.keeping;
    let tenant = match keeping.standing.get_untracked() {
        Standing::Stored(tenant) => Some(tenant),
        _ => None,
    };
    let read = {
        let notice = notice.clone();
        move |()| keeping.told(&notice)
    };
    match notice {
        Notice::Apart(other) => view! {
            <Strip tone="warn" icon=Icon::Warning text=text::APART more=text::APART_WHY>
                <Act
                    word=text::SHOW_THE_OTHER
                    act=move |()| {
                        if let Some(tenant) = tenant {
                            lab.keeping.ask(Job::Open(tenant, Some(other)));
                        }
                    }
                />
                <Act word=text::GO_ON_WITH_THIS act=read />
            </Strip>
        }
        .into_any(),
        Notice::Versions(heads) => view! {
            <Strip tone="warn" icon=Icon::Warning text=text::VERSIONS more=text::VERSIONS_WHY>
                <Act
                    word=text::KEEP_AS_OWN
                    primary=true
                    act=move |()| heads.iter().for_each(|head| lab.keeping.ask(Job::SetApart(*head)))
                />
                <Act word=text::NOT_NOW act=read />
            </Strip>
        }
        .into_any(),
        Notice::Unreadable(unreadable) => view! {
            <Strip tone="warn" icon=Icon::Warning text=text::UNREADABLE more=text::UNREADABLE_WHY>
                <Act
                    word=text::SAVE_UNREADABLE
                    act={
                        let unreadable = unreadable.clone();
                        move |()| lab.keeping.ask(Job::SaveUnreadable(unreadable.clone()))
                    }
                />
                <Act word=text::REMOVE_UNREADABLE act=move |()| lab.keeping.ask(Job::RemoveUnreadable(unreadable.clone())) />
                <Act word=text::DISMISS act=read />
            </Strip>
        }
        .into_any(),
        Notice::Newer => view! {
            <Strip tone="warn" icon=Icon::Warning text=text::NEWER more=text::NEWER_WHY>
                <Act word=text::DISMISS act=read />
            </Strip>
        }
        .into_any(),
        Notice::Skipped(actions) => {
            let what = Signal::derive(move || lab.words().skipped(actions));
            view! {
                <Strip tone="warn" icon=Icon::Warning text=what more=text::SKIPPED_WHY>
                    <Act word=text::DISMISS act=read />
                </Strip>
            }
            .into_any()
        }
        Notice::NotCopied => view! {
            <Strip tone="err" icon=Icon::Warning text=text::NOT_COPIED_TENANT more=text::NOT_SAVED_FULL>
                <Act word=text::DISMISS act=read />
            </Strip>
        }
        .into_any(),
        Notice::NoFile => view! {
            <Strip tone="err" icon=Icon::Warning text=text::NO_FILE more=text::NOT_SAVED_LARGE>
                {to_bundle()}
                <Act word=text::DISMISS act=read />
            </Strip>
        }
        .into_any(),
        Notice::Restarted => view! {
            <Strip tone="warn" icon=Icon::Warning text=text::RESTARTED more=text::RESTARTED_WHY>
                <Act word=text::DISMISS act=read />
            </Strip>
        }
        .into_any(),
        Notice::Beside(promised) => {
            let more = match promised {
                Promised::Yes => text::STORAGE_PROMISED,
                Promised::No => text::STORAGE_NOT_PROMISED,
            };
            view! {
                <Strip tone="info" icon=Icon::Info text=text::BESIDE more=more>
                    <Show when=move || promised == Promised::No>
                        <Act word=text::SAVE_AS_FILE act=move |()| lab.keeping.ask(Job::SaveFile) />
                    </Show>
                    <Act word=text::DISMISS act=read />
                </Strip>
            }
            .into_any()
        }
        Notice::Release => view! {
            <Strip tone="info" icon=Icon::Info text=text::RELEASE more=text::RELEASE_WHY>
                <Act word=text::RELOAD primary=true act=move |()| offline::renew(lab) />
                <Act word=text::NOT_NOW act=read />
            </Strip>
        }
        .into_any(),
        Notice::OtherRelease => view! {
            <Strip tone="warn" icon=Icon::Warning text=text::OTHER_RELEASE more=text::OTHER_RELEASE_WHY>
                <Act word=text::RELOAD primary=true act=move |()| offline::renew(lab) />
                <Act word=text::DISMISS act=read />
            </Strip>
        }
        .into_any(),
        Notice::Left => view! {
            <Strip tone="info" icon=Icon::Info text=text::LEFT_BEHIND more=text::LEFT_BEHIND_WHY>
                <Act word=text::GO_BACK act=move |()| come_back(lab) />
                <Act word=text::DISMISS act=read />
            </Strip>
        }
        .into_any(),
    }
}
