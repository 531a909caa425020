//! The preview: what commands would lead to, its summary first, and the button that does just that.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use licensing_graph::transcript::Format;
use licensing_session::foresight::Looked;
use licensing_view::foresight::{Figure, PreviewView, WayView};
use licensing_view::why::WhyView;
use licensing_view::{Icon, RefusalNote as Note};

use super::compare::CompareCard;
use super::draft::DraftCard;
use super::fix::{self, Rank, fix};
use super::look::{Look, look};
use super::search::progress;
use super::{Ahead, shown};
use crate::lab::Lab;
use crate::parts::{Chain, Dialog, Pic, RefusalNote};
use crate::speech::Spoken;
use crate::{files, router, text};

/// The screen.
#[component]
pub(crate) fn PreviewScreen() -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let asked = ahead.asked;
    let again = RwSignal::new(0u32);
    let look = look(lab, asked.into(), again);
    let has_moved_on = RwSignal::new(false);
    let here = move || look.with(Look::here);
    let view = Memo::new(move |_| here().map(|looked| looked.view(lab.words())));
    let refused = Memo::new(move |_| look.with(Look::refused).map(|refused| (*refused).clone()));
    let note: Signal<Option<Note>> = Signal::derive(move || refused.get().map(|refused| refused.note));
    let which = move || refused.get().and_then(|refused| refused.which);
    let explained = RwSignal::new(None::<WhyView>);
    let explain = Callback::new(move |target| {
        explained.set(here().and_then(|looked| looked.why(lab.words_now(), target)));
    });
    let is_asked = Memo::new(move |_| asked.with(|asked| !asked.is_empty()));
    let title = move || match view.with(|view| view.as_ref().map(|view| view.title.clone())) {
        Some(title) => title,
        None => lab.text(if is_asked.get() { text::PREVIEW_OF } else { text::LOOK_AHEAD }).to_string(),
    };
    let lead = move || match view.with(|view| view.as_ref().map(|view| view.lead.clone())) {
        Some(lead) => lead,
        None if !is_asked.get() => lab.text(text::PREVIEW_NONE_WHY).to_string(),
        None if refused.with(Option::is_some) => lab.text(text::PREVIEW_REFUSED).to_string(),
        None => lab.text(text::PREVIEW_WORKING).to_string(),
    };
    let look_again = move |_| {
        has_moved_on.set(false);
        again.update(|number| *number = number.wrapping_add(1));
        crate::dom::focus("title");
    };
    let leave = move || {
        asked.set(Vec::new());
        router::go(ahead.back(lab));
    };
    let apply = move || {
        let Some(looked) = here() else { return };
        match lab.work(|document| document.carry_out_looked(&looked)) {
            Some((true, _)) => leave(),
            _ => has_moved_on.set(true),
        }
    };
    let collect = move || match lab.work(|document| document.collect_more(asked.get_untracked())) {
        Some((true, _)) => {
            asked.set(Vec::new());
            crate::dom::focus("title");
        }
        _ => lab.say_text(text::DRAFT_FULL),
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            apply();
        }
    };
    view! {
        <div class="ahead" on:keydown=keys>
            <div class="page">
                <div>
                    <h1 id="title" tabindex="-1">
                        {title}
                    </h1>
                    <p role="status">{lead}</p>
                </div>
                <Show when=move || is_asked.get()>
                    <div class="end hide-s">
                        <span class="pill pill--acc">
                            <Pic icon=Icon::Preview />
                            {text::PREVIEW}
                        </span>
                    </div>
                </Show>
            </div>
            {move || {
                progress(look.with(|look| match look {
                    Look::Under(percent) => Some(*percent),
                    _ => None,
                }))
            }}
            <RefusalNote refusal=note />
            {move || which().map(|which| view! { <p class="small dim">{which}</p> })}
            {move || refused.get().and_then(|refused| refused.tried).map(|tried| view! { <p class="small dim">{tried}</p> })}
            {move || refused.get().map(|refused| refused.ways).filter(|ways| !ways.is_empty()).map(|ways| {
                view! {
                    <section class="card" aria-labelledby="h-ways">
                        <header>
                            <h2 id="h-ways">{text::WOULD_BE_ACCEPTED}</h2>
                        </header>
                        <div class="pad">{ways.into_iter().map(|one| way(lab, one)).collect_view()}</div>
                    </section>
                }
            })}
            <Show when=move || has_moved_on.get()>
                <div class="note note--warn" role="alert">
                    <Pic icon=Icon::Warning />
                    <div>{text::PREVIEW_MOVED_ON}</div>
                    <span class="end">
                        <button class="btn btn--sm" type="button" on:click=look_again>
                            {text::LOOK_AGAIN}
                        </button>
                    </span>
                </div>
            </Show>
            {move || view.get().map(|view| (shown::figures(&view), shown::body(lab, &view, Some(explain))))}
            <Stages looked=Signal::derive(here) />
            {move || {
                let (view, looked) = (view.get()?, here()?);
                let scripts = [(Format::Http, text::COPY_AS_GRAPH), (Format::PowerShell, text::COPY_AS_POWERSHELL)];
                let script = move |(format, word)| script(lab, Arc::clone(&looked), format, word);
                Some(
                    view! {
                        <p class="along">
                            {shown::take_along(lab.speech, &view)} {scripts.map(script).into_iter().collect_view()}
                        </p>
                    },
                )
            }}
            <Show when=move || is_asked.get()>
                <Foot view=view apply=move |()| apply() leave=move |()| leave() collect=move |()| collect() />
            </Show>
            <Show when=move || !is_asked.get()>
                <DraftCard />
                <CompareCard />
            </Show>
        </div>
        {move || {
            explained.get().map(|view| view! { <Explained view=view close=move |()| explained.set(None) /> })
        }}
    }
}

/// The button that copies what was looked at as Microsoft's own tools would do it.
fn script(lab: Lab, looked: Arc<Looked>, format: Format, word: Spoken) -> impl IntoView {
    view! {
        <button
            class="btn btn--quiet btn--sm"
            type="button"
            on:click=move |_| files::copy(lab.speech, looked.script(lab.words_now(), format))
        >
            <Pic icon=Icon::Console />
            {word}
        </button>
    }
}

/// A way to do what was refused after all.
fn way(lab: Lab, WayView { changes, commands }: WayView) -> impl IntoView {
    let name = changes.join(", ");
    fix(lab, Rank::Other, &name, commands, fix::changes(changes), None::<()>)
}

/// What can be done with what was looked at.
#[component]
fn Foot(
    /// What is shown.
    view: Memo<Option<PreviewView>>,
    /// Does it.
    #[prop(into)]
    apply: Callback<()>,
    /// Leaves everything as it is.
    #[prop(into)]
    leave: Callback<()>,
    /// Adds it to the draft.
    #[prop(into)]
    collect: Callback<()>,
) -> impl IntoView {
    let (lab, asked) = (Lab::here(), Ahead::here().asked);
    let is_drafted = lab.memo(move |document| asked.with(|asked| document.is_draft(asked)));
    view! {
        <div class="apply" role="group" aria-label=text::ACTIONS>
            <button
                class="btn btn--primary"
                type="button"
                disabled=move || view.with(Option::is_none)
                on:click=move |_| apply.run(())
            >
                {text::APPLY_CHANGE}
            </button>
            <button class="btn" type="button" on:click=move |_| leave.run(())>
                {text::CANCEL}
            </button>
            <Show when=move || !is_drafted.get()>
                <button class="btn" type="button" on:click=move |_| collect.run(())>
                    {text::ADD_TO_DRAFT}
                </button>
            </Show>
            <span class="small dim hide-s">{text::CAN_BE_UNDONE}</span>
        </div>
    }
}

/// Several commands step by step: each after everything that those before it lead to.
#[component]
fn Stages(
    /// What was looked at.
    looked: Signal<Option<Arc<Looked>>>,
) -> impl IntoView {
    let lab = Lab::here();
    let is_open = RwSignal::new(false);
    let stages = Memo::new(move |_| {
        let looked = looked.get().filter(|_| is_open.get());
        looked.map(|looked| looked.stages(lab.words())).unwrap_or_default()
    });
    let is_several =
        Memo::new(move |_| looked.with(|looked| looked.as_ref().is_some_and(|looked| looked.commands().len() > 1)));
    let stage = |(title, figures): (String, Vec<Figure>)| view! { <li>{title} {shown::figure_list(figures)}</li> };
    view! {
        <Show when=move || is_several.get()>
            <details class="card stages" on:toggle=move |_| is_open.update(|is_open| *is_open = !*is_open)>
                <summary>{text::STEP_BY_STEP}</summary>
                <ol class="pad stack-s">{move || stages.get().into_iter().map(stage).collect_view()}</ol>
            </details>
        </Show>
    }
}

/// Why a path would be as it would be.
#[component]
fn Explained(
    /// The explanation.
    view: WhyView,
    /// It was read.
    #[prop(into)]
    close: Callback<()>,
) -> impl IntoView {
    let WhyView { title, subtitle, links, .. } = view;
    view! {
        <Dialog title=Signal::stored(title) on_close=close>
            <div class="d-body" tabindex="0" role="group" aria-labelledby="dialog-title" autofocus=true>
                <p class="small dim">{subtitle}</p>
                <Chain links=links />
            </div>
        </Dialog>
    }
}
