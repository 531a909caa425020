//! A variant of a lesson for every learner.

use leptos::prelude::*;
use licensing_view::Icon;

use crate::files::{Kind, copy, save};
use crate::lab::Lab;
use crate::parts::Pic;
use crate::text;

/// More learners than this get no link each.
const MOST: u32 = 200;

/// How many learners there are, and a link for each.
#[component]
pub(super) fn TheVariants(
    /// What the lesson is known by.
    #[prop(into)]
    id: Signal<String>,
    /// The links for so many learners; none where not all of their variants hold.
    make: Callback<u32, Option<Vec<String>>>,
) -> impl IntoView {
    let lab = Lab::here();
    let learners = RwSignal::new(30_u32);
    let problem = RwSignal::new(false);
    let links = move || {
        let links = make.run(learners.get_untracked());
        problem.set(links.is_none());
        Some(links?.join("\n"))
    };
    let copied = move |_| {
        if let Some(links) = links() {
            copy(lab.speech, links);
        }
    };
    let file = move |_| {
        if let Some(links) = links() {
            save(&format!("{}-links.txt", id.get_untracked()), Kind::Text, &links);
        }
    };
    let count = move |typed: String| {
        if let Some(number) = typed.trim().parse().ok().filter(|number| (1..=MOST).contains(number)) {
            learners.set(number);
        }
    };
    view! {
        <div class="own-check">
            <p class="small dim">{text::AUTHOR_VARIANTS_LEAD}</p>
            <div class="row-of-buttons">
                <label class="field field--row">
                    {text::AUTHOR_VARIANTS}
                    <input
                        class="in few"
                        type="number"
                        min="1"
                        max=MOST
                        prop:value=learners
                        on:input=move |event| count(event_target_value(&event))
                    />
                </label>
                <button class="btn btn--sm" type="button" on:click=copied>
                    <Pic icon=Icon::Copy />
                    {text::AUTHOR_VARIANTS_COPY}
                </button>
                <button class="btn btn--sm" type="button" on:click=file>
                    <Pic icon=Icon::Download />
                    {text::AUTHOR_VARIANTS_SAVE}
                </button>
            </div>
            <Show when=move || problem.get()>
                <p class="small missing" role="alert">{text::AUTHOR_VARIANTS_DO_NOT_HOLD}</p>
            </Show>
        </div>
    }
}
