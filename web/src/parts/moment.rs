//! A moment of the history, wherever something is dated: it takes one there.

use leptos::prelude::*;

use crate::lab::Lab;

/// The moment at which something happened, as a way to it; the time of day of what was before the history.
#[component]
pub(crate) fn MomentLink(
    /// Seconds of the simulated clock.
    time: u32,
) -> impl IntoView {
    let lab = Lab::here();
    let moment = lab.memo(move |document| document.moment_of(time));
    move || {
        let time_of_day = lab.words().time_of_day(time);
        match moment.get() {
            Some(moment) => view! {
                <button class="moment" type="button" title=time_of_day on:click=move |_| lab.show_moment(moment)>
                    {lab.words().moment_number(moment)}
                </button>
            }
            .into_any(),
            None => view! { <span class="faint small nowrap">{time_of_day}</span> }.into_any(),
        }
    }
}
