//! The hints of a lesson, each offered while a condition holds.

use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::lesson::author::OwnCheck;

use super::draft::Draft;
use super::picking::{Change, CheckButtons, Picking};
use crate::parts::Pic;
use crate::text;

/// What can be said to somebody who is stuck.
#[component]
pub(super) fn TheHints() -> impl IntoView {
    let draft = Draft::here();
    let hints = Memo::new(move |_| draft.with(|writing| writing.hints(draft.lab.words())).unwrap_or_default());
    let ids = Memo::new(move |_| hints.with(|hints| hints.iter().map(|hint| hint.id.clone()).collect::<Vec<_>>()));
    let own = RwSignal::new(false);
    view! {
        <section class="card" aria-labelledby="author-hints">
            <header>
                <h2 id="author-hints">{text::AUTHOR_HINTS}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">{text::AUTHOR_HINTS_LEAD}</p>
                <ul class="own-checks">
                    <For each=move || ids.get() key=Clone::clone children=move |id| view! { <OwnHint id=id hints=hints /> } />
                </ul>
                <Show when=move || own.get()>
                    {move || draft.now(|writing| writing.pick(None)).flatten().map(|pick| {
                        let take = Callback::new(move |when| {
                            draft.change(|writing| writing.lesson_mut().add_hint(when));
                            own.set(false);
                        });
                        view! { <Picking pick=pick take=take cancel=Callback::new(move |()| own.set(false)) /> }
                    })}
                </Show>
                <div class="row-of-buttons">
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-expanded=move || own.get().to_string()
                        on:click=move |_| own.update(|own| *own = !*own)
                    >
                        <Pic icon=Icon::Plus />
                        {text::AUTHOR_HINT_OWN}
                    </button>
                </div>
            </div>
        </section>
    }
}

/// One hint: its words, and when it is offered.
#[component]
fn OwnHint(
    /// Its id.
    id: String,
    /// All hints.
    hints: Memo<Vec<OwnCheck>>,
) -> impl IntoView {
    let draft = Draft::here();
    let id = StoredValue::new(id);
    let hint =
        Memo::new(move |_| hints.with(|hints| id.with_value(|id| hints.iter().find(|hint| hint.id == *id).cloned())));
    let picking = RwSignal::new(false);
    let name = move || hint.with(|hint| hint.as_ref().map(|hint| hint.name.clone()).unwrap_or_default());
    let checks = move || hint.with(|hint| hint.as_ref().map(|hint| hint.checks.clone()).unwrap_or_default());
    let state = move || hint.with(|hint| hint.as_ref().map(|hint| hint.state.clone()));
    let said = move || draft.words(|texts| id.with_value(|id| texts.hints.get(id).cloned()).unwrap_or_default());
    let say = move |said: String| draft.reword(|texts| _ = texts.hints.insert(id.get_value(), said));
    let take = Callback::new(move |when| {
        draft.change(|writing| {
            let hints = &mut writing.lesson_mut().hints;
            if let Some(hint) = id.with_value(|id| hints.iter_mut().find(|hint| hint.id == *id)) {
                hint.when = when;
            }
        });
    });
    view! {
        <li class="own-check">
            <div class="own-head">
                <b>{name}</b>
                <CheckButtons
                    name=Signal::derive(name)
                    picking=picking
                    remove=Callback::new(move |()| draft.change(|writing| writing.lesson_mut().remove_hint(&id.get_value())))
                />
            </div>
            <label class="field">
                {text::AUTHOR_HINT_TEXT}
                <textarea
                    class="in prose-in"
                    rows="2"
                    maxlength="600"
                    prop:value=said
                    on:input=move |event| say(event_target_value(&event))
                ></textarea>
            </label>
            <p class="small">{checks} ". " <span class="dim">{state}</span></p>
            <Show when=move || picking.get()>
                <Change
                    condition=hint.with_untracked(|hint| hint.as_ref().map(|hint| hint.condition.clone()))
                    picking=picking
                    take=take
                />
            </Show>
        </li>
    }
}
