//! The tenant as it is, held against another moment, another way, or another rule set.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_model::RuleSet;
use licensing_session::foresight::{Against, Compared};
use licensing_view::foresight::{ComparisonView, Side};

use super::shown;
use crate::lab::Lab;
use crate::parts::Chain;
use crate::{slices, text};

/// So many moments are offered, the newest first.
const MOST_MOMENTS: usize = 100;

/// A comparison that was made, and what it is called.
type Made = Option<(Arc<Compared>, String)>;

/// Which comparison is chosen, and what came of it.
#[component]
pub(super) fn CompareCard() -> impl IntoView {
    let lab = Lab::here();
    let options = lab.memo(|document| {
        let words = document.words();
        let mut options: Vec<(Against, String)> = vec![
            (Against::Rules(RuleSet::Rules2019), words.text(text::COMPARE_RULES_2019.0).to_string()),
            (Against::Rules(RuleSet::Today), words.text(text::COMPARE_RULES_TODAY.0).to_string()),
        ];
        options.extend(document.branches().map(|(at, _)| (Against::Branch(at), words.compare_branch(at + 1))));
        let moments = (0..document.position()).rev().take(MOST_MOMENTS);
        options.extend(moments.map(|at| (Against::Moment(at), words.compare_moment(at, &document.moment_words(at)))));
        options
    });
    let chosen = RwSignal::new(0usize);
    let made: RwSignal<Made> = RwSignal::new(None);
    let is_busy = RwSignal::new(false);
    let compare = move |_| {
        let option = options.with_untracked(|options| options.get(chosen.get_untracked()).cloned());
        if let Some((against, title)) = option.filter(|_| !is_busy.get_untracked()) {
            contrast(lab, against, title, made, is_busy);
        }
    };
    let view = Memo::new(move |_| {
        made.with(|made| made.as_ref().map(|(compared, title)| compared.view(lab.words(), title.clone())))
    });
    let choose = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlSelectElement>| {
        chosen.set(usize::try_from(event.target().selected_index()).unwrap_or_default());
        made.set(None);
    };
    let option = |(_, word): (Against, String)| view! { <option>{word}</option> };
    view! {
        <section class="card" aria-labelledby="h-compare">
            <header>
                <h2 id="h-compare">{text::COMPARE}</h2>
            </header>
            <div class="pad stack-s">
                <p class="small dim">{text::COMPARE_LEAD}</p>
                <label class="field">
                    {text::COMPARE_WITH}
                    <select class="in" on:change:target=choose>
                        {move || options.get().into_iter().map(option).collect_view()}
                    </select>
                </label>
                <p>
                    <button class="btn" type="button" on:click=compare>
                        {text::COMPARE}
                    </button>
                </p>
                <div role="status">
                    {move || is_busy.get().then(|| view! { <p class="dim">{text::PREVIEW_WORKING}</p> })}
                    {move || view.get().map(verdict)}
                </div>
            </div>
        </section>
        {move || {
            view.get()
                .map(|ComparisonView { view, .. }| {
                    view! {
                        {shown::figures(&view)} {shown::body(lab, &view, None)}
                        <p class="along">{shown::take_along(lab.speech, &view)}</p>
                    }
                })
        }}
    }
}

/// Whether everybody gets the same; where not, what the one who does not has in either, and why.
fn verdict(ComparisonView { same, sides, .. }: ComparisonView) -> impl IntoView {
    let side = |Side { said, links }: Side| {
        view! {
            <div>
                <p class="small">{said}</p>
                {(!links.is_empty())
                    .then(|| {
                        view! {
                            <details>
                                <summary class="small">{text::WHY}</summary>
                                <Chain links=links />
                            </details>
                        }
                    })}
            </div>
        }
    };
    view! {
        <p>
            <b>{same}</b>
        </p>
        <div class="sides">{sides.into_iter().map(side).collect_view()}</div>
    }
}

fn contrast(lab: Lab, against: Against, title: String, made: RwSignal<Made>, is_busy: RwSignal<bool>) {
    let Some(mut contrast) = lab.session(|document| document.contrast(against)) else { return };
    made.set(None);
    is_busy.set(true);
    spawn_local(async move {
        let is_wanted = move || is_busy.try_get_untracked().unwrap_or_default();
        if slices::run(&is_wanted, || contrast.advance()).await {
            let _ = made.try_set(Some((Arc::new(contrast.finish()), title)));
        }
        let _ = is_busy.try_set(false);
    });
}
