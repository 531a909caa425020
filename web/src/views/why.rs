//! Why a path is as it is: a drawer beside the screen, opened and closed by the address.

use leptos::html;
use leptos::prelude::*;
use licensing_view::why::{RuleNote, WhyView};
use licensing_view::{Address, Icon, Route, WhyTarget};

use crate::lab::Lab;
use crate::parts::{Chain, Checks, Pic, Rule, Sources};
use crate::{files, foresight, router, text};

/// The drawer.
#[component]
pub(crate) fn WhyDrawer(
    /// What is explained.
    target: WhyTarget,
    /// The screen without the drawer.
    #[prop(into)]
    behind: Signal<Address>,
) -> impl IntoView {
    let lab = Lab::here();
    // What rows of the catalog rest on comes with the whole of it.
    lab.load_catalog();
    let view = lab.memo(move |document| document.why(target));
    let title = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(title) = title.get() {
            let _ = title.focus();
        }
    });
    let question = move || {
        view.with(|view| {
            view.as_ref().map_or_else(|| lab.text(text::NOTHING_TO_EXPLAIN).to_string(), |view| view.title.clone())
        })
    };
    let subtitle = move || view.with(|view| view.as_ref().map(|view| view.subtitle.clone()));
    let copy = move |_| {
        if let Some(text) = view.with_untracked(|view| view.as_ref().map(WhyView::to_text)) {
            files::copy(lab.speech, text);
        }
    };
    view! {
        <aside class="drawer" aria-labelledby="h-why">
            <header>
                <div>
                    <h2 id="h-why" tabindex="-1" node_ref=title>
                        {question}
                    </h2>
                    <p class="small dim">{subtitle}</p>
                </div>
                <button
                    class="btn btn--quiet btn--icon btn--sm"
                    type="button"
                    aria-label=text::CLOSE
                    on:click=move |_| router::go(behind.get_untracked())
                >
                    <Pic icon=Icon::Close />
                </button>
            </header>
            <div class="in-d" tabindex="0" role="region" aria-label=text::EXPLANATION>
                {move || match view.get() {
                    Some(view) => explanation(lab, target, view).into_any(),
                    None => view! { <p class="dim">{text::NOTHING_TO_EXPLAIN_WHY}</p> }.into_any(),
                }}
            </div>
            <footer>
                <span class="hint">
                    <kbd>{text::ESC}</kbd>
                    " "
                    {text::CLOSES}
                </span>
                <span class="end">
                    <a
                        class="btn btn--sm"
                        href=Address::of(Route::Map).with_why(target).to_string()
                        hidden=move || behind.with(|behind| behind.route == Route::Map)
                    >
                        <Pic icon=Icon::Map />
                        {text::SHOW_ON_THE_MAP}
                    </a>
                    <button class="btn btn--sm" type="button" on:click=copy>
                        <Pic icon=Icon::Copy />
                        {text::COPY_AS_TEXT}
                    </button>
                </span>
            </footer>
        </aside>
    }
}

fn explanation(lab: Lab, target: WhyTarget, view: WhyView) -> impl IntoView {
    let WhyView { links, rules, message, person, failed, portal, now, .. } = view;
    view! {
        <section class="sect" aria-labelledby="h-cause">
            <h3 id="h-cause">{text::CAUSE}</h3>
            <Chain links=links />
        </section>
        {failed.then(|| foresight::repairs(target))}
        {(!now.is_empty())
            .then(|| {
                view! {
                    <section class="sect" aria-labelledby="h-now">
                        <h3 id="h-now">{text::A_STEP_NOW}</h3>
                        <p class="small dim">{text::A_STEP_NOW_WHY}</p>
                        <Checks checks=now />
                    </section>
                }
            })}
        {failed
            .then(|| {
                let user = person.id;
                view! {
                    <section class="sect" aria-labelledby="h-after">
                        <h3 id="h-after">{text::AFTER_A_FIX}</h3>
                        <p class="small dim">{text::AFTER_A_FIX_WHY} " " <Rule id="R3" /></p>
                        <p class="small dim">{portal}</p>
                        <p class="acts-below">
                            <button
                                class="btn btn--sm"
                                type="button"
                                on:click=move |_| {
                                    lab.act(licensing_model::Command::ReprocessUser(user));
                                }
                            >
                                <Pic icon=Icon::Refresh />
                                {lab.words().reprocess_what(&person.name)}
                            </button>
                        </p>
                    </section>
                }
            })}
        <section class="sect" aria-labelledby="h-rules">
            <h3 id="h-rules">{text::RULES_USED}</h3>
            <dl class="kv">
                {rules
                    .into_iter()
                    .map(|RuleNote { id, text, sources, confidence }| {
                        view! {
                            <dt>
                                <Rule id=id />
                            </dt>
                            <dd>
                                {text}
                                " "
                                <div class="small faint">
                                    <span class="pill pill--plain">{confidence}</span>
                                    " "
                                    <Sources sources=sources />
                                </div>
                            </dd>
                        }
                    })
                    .collect_view()}
                {message
                    .map(|message| {
                        view! {
                            <dt>{text::MESSAGE}</dt>
                            <dd>{message}</dd>
                        }
                    })}
            </dl>
        </section>
    }
}
