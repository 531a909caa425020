//! A refused command: the exact text, the rule, and the same in plain words. It takes the focus.

use leptos::html;
use leptos::prelude::*;
use licensing_view::{Icon, RefusalNote as Refused};

use super::{Pic, Rule};
use crate::lab::Lab;
use crate::text;

/// The note, as long as there is something to say.
#[component]
pub(crate) fn RefusalNote(
    /// What was refused.
    #[prop(into)]
    refusal: Signal<Option<Refused>>,
    /// The note was read and put away.
    #[prop(into, optional)]
    dismiss: Option<Callback<()>>,
) -> impl IntoView {
    let lab = Lab::here();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if refusal.with(Option::is_some)
            && let Some(note) = node.get()
        {
            let _ = note.focus();
        }
    });
    // The region is there before the words are: only then they are read aloud.
    view! {
        <div role="alert" class="refusal" class:refusal--empty=move || refusal.with(Option::is_none)>
            {move || {
                refusal
                    .get()
                    .map(|refused| {
                        let words = lab.words();
                        let plain = words.say(&refused.plain);
                        // Where Microsoft's text is not known, the plain words stand alone.
                        let (message, below) = match refused.exact {
                            Some(exact) => (exact, plain),
                            None => (plain, String::new()),
                        };
                        view! {
                            <div class="note note--err" tabindex="-1" node_ref=node>
                                <Pic icon=Icon::Error />
                                <div>
                                    <p>
                                        <b>{text::REFUSED}</b>
                                        " "
                                        {message}
                                    </p>
                                    <p class="small dim">
                                        {below}
                                        {refused
                                            .rests_on
                                            .map(|(rule, source)| {
                                                view! {
                                                    " "
                                                    <Rule id=rule />
                                                    " · "
                                                    {words.text(source)}
                                                }
                                            })}
                                    </p>
                                </div>
                                {dismiss
                                    .map(|dismiss| {
                                        view! {
                                            <span class="end">
                                                <button
                                                    class="btn btn--quiet btn--icon btn--sm"
                                                    type="button"
                                                    aria-label=text::DISMISS
                                                    on:click=move |_| dismiss.run(())
                                                >
                                                    <Pic icon=Icon::Close />
                                                </button>
                                            </span>
                                        }
                                    })}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
