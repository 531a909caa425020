//! Why a path is as it is: a drawer beside the screen, opened and closed by the address.

use leptos::html;
use leptos::prelude::*;
use licensing_view::why::{ClashView, RuleNote, WhyLink, WhyView};
use licensing_view::{Address, Icon, Route, Tone, WhyTarget};

use crate::lab::Lab;
use crate::parts::{Checks, MomentLink, Pic, Rule};
use crate::{files, router, text};

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
                    Some(view) => explanation(lab, view).into_any(),
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

fn explanation(lab: Lab, view: WhyView) -> impl IntoView {
    let WhyView { links, rules, message, person, failed, portal, now, .. } = view;
    view! {
        <section class="sect" aria-labelledby="h-cause">
            <h3 id="h-cause">{text::CAUSE}</h3>
            <ol class="chain">{links.into_iter().map(link).collect_view()}</ol>
        </section>
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

fn link(WhyLink { lead, text, icon, tone, code, clashes, rule, origin, address }: WhyLink) -> impl IntoView {
    let class = match tone {
        Tone::Error => "dot dot--err",
        Tone::Warning => "dot dot--warn",
        Tone::Ok => "dot dot--ok",
        Tone::Wait => "dot dot--wait",
        Tone::Neutral => "dot dot--acc",
    };
    view! {
        <li>
            <span class=class>
                <Pic icon=icon />
            </span>
            <span class="lead">{lead}</span>
            <p>{text}</p>
            {(!clashes.is_empty())
                .then(|| view! { <div class="clashes">{clashes.into_iter().map(clash).collect_view()}</div> })}
            <div class="src">
                {code.map(|code| view! { <code>{code}</code> })} <Rule id=rule />
                {origin.map(|origin| match origin.time {
                    Some(time) => view! { <MomentLink time=time /> }.into_any(),
                    None => view! { <span>{origin.text}</span> }.into_any(),
                })}
                {address.map(|(word, address)| view! { <a href=address.to_string()>{word}</a> })}
            </div>
        </li>
    }
}

fn tag(text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <span class="sku">{text}</span> })
}

fn clash(ClashView { a, a_of, b, b_of }: ClashView) -> impl IntoView {
    view! {
        <div class="clash">
            <span>{a} " " {tag(a_of)}</span>
            <Pic icon=Icon::Clash />
            <span class="vh">{crate::text::EXCLUDES}</span>
            <span>{b} " " {tag(b_of)}</span>
        </div>
    }
}
