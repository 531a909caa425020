//! The hints of a lesson, each offered while a condition holds.

use leptos::prelude::*;
use licensing_view::lesson::author::OwnCheck;

use super::checks::{CheckRow, Checks, check};
use super::draft::Draft;
use crate::text;

/// What can be said to somebody who is stuck.
#[component]
pub(super) fn TheHints() -> impl IntoView {
    let draft = Draft::here();
    let hints = Memo::new(move |_| draft.with(|writing| writing.hints(draft.lab.words())).unwrap_or_default());
    let take = Callback::new(move |when| draft.change(|writing| writing.lesson_mut().add_hint(when)));
    view! {
        <Checks
            id="author-hints"
            title=text::AUTHOR_HINTS
            lead=text::AUTHOR_HINTS_LEAD
            add=text::AUTHOR_HINT_OWN
            checks=hints
            row=|id, hints| view! { <OwnHint id=id hints=hints /> }.into_any()
            take=take
        />
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
    let remove = Callback::new(move |()| draft.change(|writing| writing.lesson_mut().remove_hint(&id.get_value())));
    view! {
        <CheckRow check=check(id, hints) take=take remove=remove>
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
        </CheckRow>
    }
}
