//! What is handed in: a link or a file with the commands, and no verdict.

use leptos::prelude::*;
use licensing_lesson::Help;
use licensing_lesson::hand::{HANDED, Hand};
use licensing_view::Icon;

use super::{Learning, Opened};
use crate::files::{Kind, copy, save};
use crate::lab::Lab;
use crate::parts::Pic;
use crate::{dom, preferences, text};

/// What the learner's name is remembered by.
const NAME: &str = "learner";
/// The longest name that is taken.
const LONGEST: u32 = 60;

/// What was done in the lesson that is open.
pub(super) fn hand(lab: Lab, learning: Learning, opened: &Opened, learner: String) -> Hand {
    let (actions, position) = lab.session(|session| (session.actions().iter().cloned().collect(), session.position()));
    Hand {
        lesson: opened.lesson.id.clone(),
        version: opened.lesson.version,
        seed: opened.tag.seed,
        learner,
        help: untrack(|| learning.progress()).of(&opened.lesson.id).map_or(Help::None, |record| record.help),
        position,
        actions,
    }
}

/// The name, and the link that goes with it.
#[component]
pub(super) fn HandIn(
    /// The lesson.
    opened: std::sync::Arc<Opened>,
) -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let name = RwSignal::new(preferences::recall(NAME).unwrap_or_default());
    let opened = StoredValue::new(opened);
    let link = move || {
        let hand = opened.with_value(|opened| hand(lab, learning, opened, name.get_untracked()));
        format!("{}{}", dom::page_address(), hand.link(HANDED))
    };
    let file = move |_| opened.with_value(|opened| save(&format!("{}.txt", opened.lesson.id), Kind::Text, &link()));
    view! {
        <section class="in-rail hand-in" aria-label=text::LESSON_HAND_IN>
            <p class="small dim">{text::LESSON_HAND_IN_LEAD}</p>
            <label class="field">
                <span class="small">{text::LESSON_HAND_IN_NAME}</span>
                <input
                    class="input"
                    type="text"
                    maxlength=LONGEST
                    prop:value=name
                    on:input=move |event| {
                        name.set(event_target_value(&event));
                        preferences::remember(NAME, &name.get_untracked());
                    }
                />
            </label>
            <div class="row-of-buttons">
                <button class="btn btn--sm" type="button" on:click=move |_| copy(lab.speech, link())>
                    <Pic icon=Icon::Copy />
                    {text::LESSON_COPY_LINK}
                </button>
                <button class="btn btn--sm" type="button" on:click=file>
                    <Pic icon=Icon::Download />
                    {text::LESSON_SAVE_FILE}
                </button>
            </div>
        </section>
    }
}
