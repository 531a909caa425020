//! The history as a slider: every command and every step of the background is a moment of it.

use std::time::Duration;

use leptos::prelude::*;
use licensing_view::strip::Ticks;
use web_sys::wasm_bindgen::JsCast;

use crate::lab::{Lab, Then};
use crate::text;
use licensing_session::Reading;

/// The slider, with what was done at the moment where it stands.
#[component]
pub(crate) fn HistorySlider() -> impl IntoView {
    let lab = Lab::here();
    let position = lab.memo(|document| document.position());
    let moments = lab.memo(|document| document.moments());
    let here = lab.memo(words_of_here);
    // Going somewhere can take longer than the hand does: only the last place counts.
    let wanted = StoredValue::new(None::<usize>);
    let slide = move |to: usize| {
        let is_under_way = wanted.try_update_value(|wanted| wanted.replace(to).is_some()).unwrap_or(true);
        if !is_under_way {
            set_timeout(
                move || {
                    if let Some(to) = wanted.try_update_value(Option::take).flatten() {
                        lab.travel(to, Then::SayWhere(here));
                    }
                },
                Duration::ZERO,
            );
        }
    };
    let ticks = lab.memo(|document| document.ticks());
    // What happened where the pointer is; by the keyboard the same is told by the slider itself.
    let pointed = RwSignal::new(None::<(usize, f64)>);
    let point = move |event: web_sys::PointerEvent| {
        let track = event.current_target().and_then(|track| track.dyn_into::<web_sys::Element>().ok());
        let Some(area) = track.map(|track| track.get_bounding_client_rect()) else { return };
        let share = ((f64::from(event.client_x()) - area.left()) / area.width()).clamp(0.0, 1.0);
        pointed.set(Some(((share * moments.get_untracked() as f64).round() as usize, share)));
    };
    let told = lab.memo(move |document| pointed.get().map(|(moment, _)| words_of(document, moment)));
    view! {
        <div class="track" on:pointermove=point on:pointerleave=move |_| pointed.set(None)>
            {move || {
                let Ticks { moments, commands, failures } = ticks.get();
                view! {
                    <svg class="ticks" viewBox=format!("0 0 {} 10", moments.max(1)) preserveAspectRatio="none" aria-hidden="true">
                        <path class="past" d=move || format!("M0 5H{}", position.get())></path>
                        <path class="future" d=move || format!("M{} 5H{}", position.get(), moments.max(1))></path>
                        <path class="tick" d=commands></path>
                        <path class="tick tick--err" d=failures></path>
                    </svg>
                }
            }}
            <span class="tip" aria-hidden="true" hidden=move || told.with(Option::is_none)>
                {move || told.get()}
            </span>
            <input
                type="range"
                min="0"
                max=move || moments.get().to_string()
                prop:value=move || {
                    // Where there is more room than before, the place within it is another one.
                    moments.track();
                    position.get().to_string()
                }
                aria-label=text::HISTORY_SLIDER
                aria-valuetext=move || here.get()
                title=move || here.get()
                on:input=move |event| {
                    if let Ok(to) = event_target_value(&event).parse() {
                        slide(to);
                    }
                }
            />
        </div>
    }
}

/// Which moment it is, and what was done last.
fn words_of_here(document: &Reading<'_>) -> String {
    words_of(document, document.position())
}

fn words_of(document: &Reading<'_>, position: usize) -> String {
    let words = document.words();
    let place = words.moment_of(position, document.moments());
    words.moment_done(&place, &document.moment_words(position))
}
