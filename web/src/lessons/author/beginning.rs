//! With what a lesson begins.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_lesson::read_lesson;
use licensing_view::Icon;

use super::draft::{Draft, title};
use crate::lessons::{files, own};
use crate::parts::Pic;
use crate::text;

/// Where there is no lesson yet: what it can begin with, and those that were written before.
#[component]
pub(super) fn TheChoice() -> impl IntoView {
    let draft = Draft::here();
    let titles = RwSignal::new(Vec::<(String, String)>::new());
    Effect::new(move |_| {
        let language = draft.lab.words().language();
        spawn_local(async move {
            let words = files::words(draft.learning, language).await;
            let lessons = files::lessons(draft.learning).await;
            if let Some((lessons, words)) = lessons.zip(words) {
                let mut all = files::all_words(&words);
                let heads = files::heads(&lessons).into_iter();
                let named = heads.filter_map(|head| Some((head.id.clone(), all.remove(&head.id)?.title))).collect();
                let _ = titles.try_set(named);
            }
        });
    });
    view! {
        <section class="card" aria-labelledby="author-begin">
            <header>
                <h2 id="author-begin">{text::AUTHOR_BEGIN}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">{text::AUTHOR_BEGIN_LEAD}</p>
                <div class="row-of-buttons">
                    <button class="btn btn--primary" type="button" on:click=move |_| draft.begin_here()>
                        <Pic icon=Icon::Flag />
                        {text::AUTHOR_BEGIN_HERE}
                    </button>
                </div>
                <label class="field">
                    {text::AUTHOR_BEGIN_LESSON}
                    <select class="in" on:change:target=move |event| draft.begin_like(event.target().value())>
                        <option value="">{text::AUTHOR_BEGIN_CHOOSE}</option>
                        {move || {
                            let option = |(id, title): (String, String)| view! { <option value=id>{title}</option> };
                            titles.get().into_iter().map(option).collect_view()
                        }}
                    </select>
                </label>
            </div>
        </section>
        <YourLessons />
    }
}

/// The lessons that were written here.
#[component]
fn YourLessons() -> impl IntoView {
    let draft = Draft::here();
    let ids = RwSignal::new(own::written());
    let sure = RwSignal::new(None::<String>);
    let lesson = move |id: String| {
        let words = draft.lab.words();
        let catalog = draft.lab.known_catalog();
        let named = own::kept(&id).and_then(|text| read_lesson(&id, text, &catalog).ok());
        let name = named.map_or_else(|| id.clone(), |lesson| title(&lesson, words));
        let (edited, asked, shown) = (id.clone(), id.clone(), id.clone());
        let is_asked = move || sure.with(|sure| sure.as_ref() == Some(&shown));
        let (edit_label, delete_label, sure_label) =
            (words.author_edit_named(&name), words.author_delete_named(&name), words.author_delete_sure_named(&name));
        let delete = move |_| {
            if sure.with_untracked(|sure| sure.as_ref() == Some(&asked)) {
                own::forget(&asked);
                sure.set(None);
                ids.set(own::written());
            } else {
                sure.set(Some(asked.clone()));
            }
        };
        let is_sure = is_asked.clone();
        view! {
            <li>
                <span>{name}</span>
                <span class="acts">
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=edit_label
                        on:click=move |_| draft.edit(edited.clone())
                    >
                        {text::AUTHOR_EDIT}
                    </button>
                    <button
                        class="btn btn--sm btn--danger"
                        type="button"
                        aria-label=move || if is_sure() { sure_label.clone() } else { delete_label.clone() }
                        on:click=delete
                    >
                        {move || draft.lab.text(if is_asked() { text::AUTHOR_DELETE_SURE } else { text::AUTHOR_DELETE })}
                    </button>
                </span>
            </li>
        }
    };
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <section class="card" aria-labelledby="author-yours">
                <header>
                    <h2 id="author-yours">{text::AUTHOR_YOURS}</h2>
                </header>
                <ul class="lines">{move || ids.get().into_iter().rev().map(lesson).collect_view()}</ul>
            </section>
        </Show>
    }
}

/// With what the lesson that is being written begins, and whether that tenant is at hand.
#[component]
pub(super) fn TheBeginning() -> impl IntoView {
    let draft = Draft::here();
    let lab = draft.lab;
    let is_at_hand = lab.memo(move |document| draft.with(|writing| document.is_way_of(writing)).unwrap_or_default());
    let users = move || draft.with(|writing| writing.lesson().scenario.base_users());
    view! {
        <section class="card" aria-labelledby="author-begin">
            <header>
                <h2 id="author-begin">{text::AUTHOR_BEGIN}</h2>
            </header>
            <div class="pad stack">
                <p>
                    {move || users().filter(|users| *users > 0).map(|users| lab.words().author_begun(users))} " "
                    {move || lab.text(if is_at_hand.get() { text::AUTHOR_AT_HAND } else { text::AUTHOR_ELSEWHERE })}
                </p>
                <Show when=move || !is_at_hand.get()>
                    <div class="row-of-buttons">
                        <button class="btn" type="button" on:click=move |_| draft.open_way(None)>
                            <Pic icon=Icon::Flag />
                            {text::AUTHOR_GO_TO_BEGINNING}
                        </button>
                    </div>
                </Show>
            </div>
        </section>
    }
}
