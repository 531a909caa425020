//! What a learner may do besides steps of the background.

use leptos::prelude::*;
use licensing_view::lesson::allowed::KINDS;

use super::draft::Draft;
use crate::text::{self, Spoken};

/// Everything, or what is chosen.
#[component]
pub(super) fn TheAllowed() -> impl IntoView {
    let draft = Draft::here();
    let allowed = Memo::new(move |_| draft.with(|writing| writing.lesson().allowed.clone()).flatten());
    let limit = move |limited: bool| {
        draft.change(|writing| match limited {
            true => writing.lesson_mut().limit(),
            false => writing.lesson_mut().allowed = None,
        });
    };
    let choice = move |(kind, said): (&'static str, licensing_wording::Text)| {
        let is_allowed = move || allowed.with(|allowed| allowed.iter().flatten().any(|own| own == kind));
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=is_allowed
                    on:change=move |_| draft.change(|writing| writing.lesson_mut().flip_allowed(kind))
                />
                <span>{Spoken(said)}</span>
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby="author-allowed">
            <header>
                <h2 id="author-allowed">{text::AUTHOR_ALLOWED}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">{text::AUTHOR_ALLOWED_LEAD}</p>
                <label class="check">
                    <input
                        class="sw"
                        type="checkbox"
                        role="switch"
                        prop:checked=move || allowed.with(Option::is_some)
                        on:change:target=move |event| limit(event.target().checked())
                    />
                    <span>{text::AUTHOR_ALLOWED_SOME}</span>
                </label>
                <Show when=move || allowed.with(Option::is_some)>
                    <div class="picked-fields">{KINDS.map(choice).collect_view()}</div>
                </Show>
            </div>
        </section>
    }
}
