//! The time bar: the history, the queue, and the step controls.

use leptos::prelude::*;
use licensing_view::shell::{HistoryView, ShellView};
use licensing_view::step::StepView;
use licensing_view::{Icon, Route, Status, Tone};
use licensing_wording::Message;

use crate::lab::Lab;
use crate::parts::{Pic, StatusTag, StepControls};
use crate::router::{self, Place};
use crate::text;

/// The bar at the foot of every screen.
///
/// Its buttons are never `disabled`, only `aria-disabled`: pressing one until nothing is left must not lose the focus.
#[component]
pub(crate) fn TimeBar(
    /// What the frame shows.
    shell: Memo<ShellView>,
) -> impl IntoView {
    let lab = Lab::here();
    let history = Memo::new(move |_| shell.with(|shell| shell.history.clone()));
    let said = move |what: fn(&HistoryView) -> &Option<Message>| {
        Memo::new(move |_| history.with(|history| what(history).as_ref().map(|name| lab.words().say(name))))
    };
    let undo = said(|history| &history.undo);
    let redo = said(|history| &history.redo);
    let waiting = Memo::new(move |_| shell.with(|shell| shell.waiting.clone()));
    let idle = Memo::new(move |_| waiting.with(|waiting| waiting.is_idle()));
    let waiting_tag = move || {
        let waiting = waiting.get();
        let (tone, icon) = if waiting.is_idle() { (Tone::Neutral, Icon::Off) } else { (Tone::Wait, Icon::Wait) };
        view! { <StatusTag status=Status::new(tone, icon, waiting.words(lab.words())) /> }
    };
    // What came of the step where one is, which is read aloud by itself when it is taken.
    let outcome = lab.memo(|document| document.step_here());
    let place = router::here();
    let told = move |step: StepView| {
        let words = step.short(lab.words());
        let status = Status::new(step.outcome.tone, step.outcome.icon, words.clone());
        view! {
            <span title=words>
                <StatusTag status=status />
                {step
                    .why
                    .map(|target| {
                        view! {
                            " "
                            <a class="inl" href=move || place.with(Place::address).with_why(target).to_string()>
                                {text::WHY}
                            </a>
                        }
                    })}
            </span>
        }
    };
    view! {
        <footer class="time" aria-label=text::TIME_BAR>
            <div class="grp">
                <button
                    class="btn btn--quiet btn--icon btn--sm"
                    type="button"
                    aria-label=move || undo.get().map_or_else(|| lab.text(text::UNDO).to_string(), |what| lab.words().undo_what(&what))
                    title=move || undo.get()
                    aria-disabled=move || history.with(|history| history.undo.is_none()).then_some("true")
                    on:click=move |_| {
                        lab.undo();
                    }
                >
                    <Pic icon=Icon::Undo />
                </button>
                <button
                    class="btn btn--quiet btn--icon btn--sm"
                    type="button"
                    aria-label=move || redo.get().map_or_else(|| lab.text(text::REDO).to_string(), |what| lab.words().redo_what(&what))
                    title=move || redo.get()
                    aria-disabled=move || history.with(|history| history.redo.is_none()).then_some("true")
                    on:click=move |_| {
                        lab.redo();
                    }
                >
                    <Pic icon=Icon::Redo />
                </button>
            </div>
            <div class="grp">
                <span class="here">
                    <span class="strong">
                        {move || history.with(|history| lab.words().moment_of(history.position, history.moments))}
                    </span>
                    // What a moment is, by what has happened up to here.
                    <small class="faint hide-s" aria-busy=move || lab.on_the_way.get().map(|_| "true")>
                        {move || match lab.on_the_way.get() {
                            Some((_, percent)) => lab.words().sample_percent(percent),
                            None => history.with(|history| history.done(lab.words())),
                        }}
                    </small>
                </span>
            </div>
            <super::history_slider::HistorySlider />
            <div class="said">{move || outcome.get().map(told)}</div>
            <div class="grp grp--end">
                <a class="hide-s" href=Route::Processing.to_string()>
                    {waiting_tag}
                </a>
            </div>
            <div class="grp">
                <StepControls idle=idle />
            </div>
        </footer>
    }
}
