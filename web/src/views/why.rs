//! Why a path is as it is: a drawer beside the screen, opened and closed by the address.

use leptos::html;
use leptos::prelude::*;
use licensing_view::why::{RuleNote, WhyView};
use licensing_view::{Address, Icon, WhyTarget};

use crate::lab::Lab;
use crate::parts::{Chain, Pic, Rule};
use crate::{foresight, router, text};

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
            </footer>
        </aside>
    }
}

fn explanation(lab: Lab, target: WhyTarget, view: WhyView) -> impl IntoView {
    let WhyView { links, rules, message, person, failed, portal, .. } = view;
    view! {
        <section class="sect" aria-labelledby="h-cause">
            <h3 id="h-cause">{text::CAUSE}</h3>
            <Chain links=links />
        </section>
        {failed.then(|| foresight::repairs(target))}
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
                    .map(|RuleNote { id, text, source, confidence }| {
                        view! {
                            <dt>
                                <Rule id=id />
                            </dt>
                            <dd>
                                {text}
                                " "
                                <span class="small faint">
                                    <span class="pill pill--plain">{confidence}</span>
                                    " "
                                    {source}
                                </span>
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
