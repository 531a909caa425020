//! The consequences of what a dialog asks, beside it, while it is filled in.

use leptos::prelude::*;
use licensing_model::Command;
use licensing_view::Icon;
use licensing_view::foresight::Consequences as View;

use super::look::{Look, look};
use super::{Ahead, shown};
use crate::lab::Lab;
use crate::parts::Pic;
use crate::text;

/// What would come of `commands`, in a few lines.
#[component]
pub(super) fn Consequences(
    /// What the dialog would send; nothing as long as it asks for nothing.
    commands: Signal<Vec<Command>>,
) -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let look = look(lab, commands, RwSignal::new(0));
    let view = Memo::new(move |_| look.with(Look::here).map(|looked| looked.consequences(lab.words())));
    let refused = Memo::new(move |_| {
        let words = lab.words();
        let note = look.with(Look::refused).map(|refused| refused.note.clone());
        note.map(|note| note.exact.unwrap_or_else(|| words.say(&note.plain)))
    });
    let is_nothing = Memo::new(move |_| commands.with(Vec::is_empty));
    view! {
        <section class="live" aria-labelledby="h-live">
            <header>
                <h3 id="h-live">{text::CONSEQUENCES}</h3>
                <button
                    class="btn btn--sm"
                    type="button"
                    disabled=move || is_nothing.get()
                    on:click=move |_| ahead.preview(lab, commands.get_untracked())
                >
                    <Pic icon=Icon::Preview />
                    {text::PREVIEW}
                </button>
            </header>
            <div role="status">
                {move || match (view.get(), refused.get()) {
                    (Some(view), _) => lines(view).into_any(),
                    (None, Some(refused)) => {
                        view! {
                            <p class="small tone-err">
                                <b>{text::REFUSED}</b>
                                " "
                                {refused}
                            </p>
                        }
                            .into_any()
                    }
                    (None, None) if is_nothing.get() => {
                        view! { <p class="small dim">{text::CONSEQUENCES_OF_NOTHING}</p> }.into_any()
                    }
                    (None, None) => view! { <p class="small dim">{text::PREVIEW_WORKING}</p> }.into_any(),
                }}
            </div>
        </section>
    }
}

fn lines(View { nothing, figures, lines, caveats }: View) -> impl IntoView {
    let line = |(sentence, icon, tone)| {
        view! {
            <li class=shown::tone_class(tone)>
                <Pic icon=icon small=true />
                <span>{sentence}</span>
            </li>
        }
    };
    view! {
        {nothing.map(|nothing| view! { <p class="small">{nothing}</p> })}
        {shown::figure_list(figures)}
        <ul class="live-lines small">{lines.into_iter().map(line).collect_view()}</ul>
        {caveats.into_iter().map(|caveat| view! { <p class="small dim">{caveat}</p> }).collect_view()}
    }
}
