//! The history as a slider: every command and every step of the background is a moment of it.

use std::time::Duration;

use leptos::prelude::*;

use crate::lab::Lab;
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
                    if let Some(to) = wanted.try_update_value(Option::take).flatten()
                        && lab.go_to(to)
                    {
                        lab.say(here.get_untracked());
                    }
                },
                Duration::ZERO,
            );
        }
    };
    view! {
        <div class="track">
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
    let words = document.words();
    let (position, moments) = (document.position(), document.moments());
    let place = words.moment_of(position, moments);
    words.moment_done(&place, &document.moment_words(position))
}
