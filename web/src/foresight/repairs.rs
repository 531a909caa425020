//! What mends the path that the drawer explains: each way was tried, and can be looked at or done from here.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_model::Command;
use licensing_session::foresight::{AT_ONCE, FoundRepairs, Keep};
use licensing_view::foresight::{RepairView, keep_name};
use licensing_view::{Tone, WhyTarget};

use super::fix::{Rank, fix};
use super::search::{Search, progress};
use crate::lab::Lab;
use crate::slices::{self, Newest};
use crate::{dom, text};

thread_local! {
    /// One of the ways was just carried out here; what is left to do is not known yet.
    static IS_APPLIED: Cell<bool> = const { Cell::new(false) };
}

/// So many ways are shown at once; the others unfold.
const MOST_SHOWN: usize = 5;

/// The ways to mend a path.
#[component]
pub(super) fn Repairs(
    /// Which.
    target: WhyTarget,
) -> impl IntoView {
    let lab = Lab::here();
    let keep = RwSignal::new(Keep::Mail);
    let found = search(lab, target, keep);
    let view = Memo::new(move |_| found.with(|found| found.here().map(|found| found.view(lab.words()))));
    let has_choice = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.repairs.len() > 1)));
    // The explanation is another one since, of another length.
    Effect::new(move |_| {
        if view.with(Option::is_some) && IS_APPLIED.replace(false) {
            request_animation_frame(|| dom::show_at_top("h-repairs", ".in-d"));
        }
    });
    let choose = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlSelectElement>| {
        let at = event.target().selected_index();
        if let Some(chosen) = usize::try_from(at).ok().and_then(|at| Keep::ALL.get(at)) {
            keep.set(*chosen);
        }
    };
    let option = move |keep: Keep| view! { <option>{move || keep_name(lab.words(), keep)}</option> };
    view! {
        <section class="sect" aria-labelledby="h-repairs">
            <h3 id="h-repairs">
                <span role="status">
                    {move || match view.get() {
                        Some(view) => view.title,
                        None => lab.text(text::REPAIRS_LOOKING).to_string(),
                    }}
                </span>
            </h3>
            {move || progress(found.with(Search::percent))}
            <Show when=move || has_choice.get()>
                <p class="small dim">{text::REPAIRS_TRIED}</p>
            </Show>
            {move || {
                view.get()
                    .map(|view| {
                        let mut ways = view.repairs;
                        let rest = ways.split_off(ways.len().min(MOST_SHOWN));
                        let rank = |at| if at == 0 && has_choice.get_untracked() { Rank::Best } else { Rank::Other };
                        let ways = ways.into_iter().enumerate().map(|(at, way)| repair(lab, way, rank(at)));
                        view! {
                            {ways.collect_view()}
                            {(!rest.is_empty())
                                .then(|| {
                                    let more = lab.words().repairs_more(rest.len());
                                    view! {
                                        <details class="fix-more">
                                            <summary class="small">{more}</summary>
                                            {rest.into_iter().map(|way| repair(lab, way, Rank::Other)).collect_view()}
                                        </details>
                                    }
                                })}
                        }
                    })
            }}
            <Show when=move || has_choice.get()>
                <label class="keep small">
                    {text::KEEP_FIRST}
                    <select class="in" on:change:target=choose>
                        {Keep::ALL.into_iter().map(option).collect_view()}
                    </select>
                </label>
            </Show>
        </section>
    }
}

fn repair(lab: Lab, view: RepairView, rank: Rank) -> impl IntoView {
    let RepairView { what, level, tone, effects, steps, commands } = view;
    let pill = match tone {
        Tone::Ok => "pill pill--ok",
        Tone::Warning => "pill pill--warn",
        _ => "pill pill--wait",
    };
    let apply_label = lab.words().apply_repair(&what);
    let name = what.clone();
    let said = view! {
        <h4>{what}</h4>
        <span class=pill>{level}</span>
        <ul>{effects.into_iter().map(|effect| view! { <li>{effect}</li> }).collect_view()}</ul>
    };
    let applied = commands.clone();
    let more = view! {
        <button
            class="btn btn--sm"
            class:btn--primary=rank == Rank::Best
            type="button"
            aria-label=apply_label
            on:click=move |_| apply(lab, &applied)
        >
            {text::APPLY_CHANGE}
        </button>
        <span class="end">{steps}</span>
    };
    fix(lab, rank, &name, commands, said, Some(more))
}

/// Does all of them, or none; they are undone together.
fn apply(lab: Lab, commands: &[Command]) {
    let words = lab.words_now();
    let done = lab.work(|document| document.carry_out_all(words, commands));
    match done {
        Some((Err(refused), _)) => lab.refusal.set(Some(refused.note)),
        // The button is gone, and the focus with it; what is left to do stands where it was.
        _ => {
            IS_APPLIED.set(true);
            request_animation_frame(|| dom::focus("h-why"));
        }
    }
}

/// Looks for repairs whenever the tenant changes; the newest search counts. While steps are taken one after the other
/// there is nothing to look for.
fn search(lab: Lab, target: WhyTarget, keep: RwSignal<Keep>) -> RwSignal<Search<FoundRepairs>> {
    let found = Search::begun();
    let newest = Newest::new();
    Effect::new(move |_| {
        lab.hear();
        let first = keep.get();
        let is_newest = newest.ask();
        found.set(Search::Under(0));
        if lab.running.get() {
            return;
        }
        let others = Keep::ALL.into_iter().filter(|keep| *keep != first);
        let order: Vec<Keep> = [first].into_iter().chain(others).collect();
        spawn_local(async move {
            slices::breath().await;
            if !is_newest() {
                return;
            }
            let Some(mut search) = lab.session(|document| document.repairing(target, &order)) else { return };
            let tell = |percent| _ = found.try_set(Search::Under(percent));
            let Ok(is_done) = slices::run_told(&is_newest, tell, &mut search, AT_ONCE).await;
            if is_done {
                let _ = found.try_set(Search::Here(search.finish()));
            }
        });
    });
    found
}
