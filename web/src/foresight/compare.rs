//! The tenant as it is, held against another moment, another way, another rule set, or another stored tenant.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_model::RuleSet;
use licensing_scenario::storage::TenantId;
use licensing_session::foresight::{AT_ONCE, Against, Compared};
use licensing_view::foresight::{ComparisonView, Side};

use super::search::progress;
use super::shown;
use crate::keeping::others;
use crate::lab::Lab;
use crate::parts::Chain;
use crate::slices::{self, Newest};
use crate::text;

/// So many moments are offered, the newest first.
const MOST_MOMENTS: usize = 100;

/// What can be chosen.
#[derive(Clone, Copy, PartialEq)]
enum Choice {
    /// Another state of the tenant.
    Against(Against),
    /// Another tenant of those that are stored.
    Stored(TenantId),
}

/// What became of the choice.
#[derive(Clone)]
enum Made {
    /// Nothing was asked.
    Nothing,
    /// So much of it is done, in percent.
    Under(usize),
    /// What came of it, and what it is called.
    Here(Arc<Compared>, String),
    /// The two do not have the same users and groups, or the other cannot be read.
    Unlike,
}

/// Which comparison is chosen, and what came of it.
#[component]
pub(super) fn CompareCard() -> impl IntoView {
    let lab = Lab::here();
    let of_tenant = lab.memo(|document| {
        let words = document.words();
        let mut options: Vec<(Choice, String)> = vec![
            (Choice::Against(Against::Rules(RuleSet::Rules2019)), words.text(text::COMPARE_RULES_2019.0).to_string()),
            (Choice::Against(Against::Rules(RuleSet::Today)), words.text(text::COMPARE_RULES_TODAY.0).to_string()),
        ];
        let branch = |at| (Choice::Against(Against::Branch(at)), words.compare_branch(at + 1));
        options.extend(document.branches().enumerate().map(|(at, _)| branch(at)));
        let moment = |at| (Choice::Against(Against::Moment(at)), words.compare_moment(at, &document.moment_words(at)));
        options.extend((0..document.position()).rev().take(MOST_MOMENTS).map(moment));
        options
    });
    let options = Memo::new(move |_| {
        let stored = |(tenant, title): (TenantId, String)| (Choice::Stored(tenant), lab.words().compare_stored(&title));
        let mut options = of_tenant.get();
        options.extend(others::others(lab).into_iter().map(stored));
        options
    });
    let chosen = RwSignal::new(0usize);
    let made = RwSignal::new(Made::Nothing);
    let newest = Newest::new();
    let compare = move |_| {
        let option = options.with_untracked(|options| options.get(chosen.get_untracked()).cloned());
        if let Some((choice, title)) = option {
            contrast(lab, choice, title, made, newest.ask());
        }
    };
    let view = Memo::new(move |_| {
        made.with(|made| match made {
            Made::Here(compared, title) => Some(compared.view(lab.words(), title.clone())),
            _ => None,
        })
    });
    let choose = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlSelectElement>| {
        chosen.set(usize::try_from(event.target().selected_index()).unwrap_or_default());
        // What is under way is not wanted any more.
        let _ = newest.ask();
        made.set(Made::Nothing);
    };
    let option = |(_, word): (Choice, String)| view! { <option>{word}</option> };
    let said = move || {
        made.with(|made| match made {
            Made::Under(percent) => Some(progress(Some(*percent)).into_any()),
            Made::Unlike => Some(view! { <p>{text::COMPARE_UNLIKE}</p> }.into_any()),
            Made::Nothing | Made::Here(..) => None,
        })
    };
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
                <div role="status">{said} {move || view.get().map(verdict)}</div>
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

/// Makes a comparison, as long as it is wanted.
fn contrast(
    lab: Lab,
    choice: Choice,
    title: String,
    made: RwSignal<Made>,
    is_wanted: impl Fn() -> bool + Copy + 'static,
) {
    made.set(Made::Under(0));
    spawn_local(async move {
        let contrast = match choice {
            Choice::Against(against) => lab.session(|document| document.contrast(against)),
            Choice::Stored(tenant) => match others::read(lab, &is_wanted, tenant).await {
                Some(other) => lab.session(|document| document.contrast_with(&other)),
                None => None,
            },
        };
        if !is_wanted() {
            return;
        }
        let Some(mut contrast) = contrast else {
            made.set(Made::Unlike);
            return;
        };
        let tell = |percent| made.set(Made::Under(percent));
        let Ok(is_done) = slices::run_told(&is_wanted, tell, &mut contrast, AT_ONCE).await;
        if is_done && is_wanted() {
            made.set(Made::Here(Arc::new(contrast.finish()), title));
        }
    });
}
