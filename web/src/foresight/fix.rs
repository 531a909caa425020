//! A way to mend something, or to do it after all: what it is, and the button that shows what it would lead to.

use leptos::prelude::*;
use licensing_model::Command;

use super::Ahead;
use crate::lab::Lab;
use crate::{dom, text};

/// What makes one way stand out of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// It comes first.
    Best,
    /// It is one of them.
    Other,
}

/// A way that `what` names. `said` is shown of it, and `more` behind the button; where that has a button of its own, this
/// one does not stand out.
pub(super) fn fix<S: IntoView, M: IntoView>(
    lab: Lab,
    rank: Rank,
    what: &str,
    commands: Vec<Command>,
    said: S,
    more: Option<M>,
) -> impl IntoView + use<S, M> {
    let ahead = Ahead::here();
    let label = lab.words().preview_repair(what);
    let is_only = more.is_none();
    let look = move |_| {
        ahead.preview(lab, commands.clone());
        dom::focus("title");
    };
    view! {
        <div class="fix" class:fix--best=rank == Rank::Best>
            <div>{said}</div>
            <div class="acts">
                <button class="btn btn--sm" class:btn--primary=is_only type="button" aria-label=label on:click=look>
                    {text::PREVIEW}
                </button>
                {more}
            </div>
        </div>
    }
}

/// Changes, one a line.
pub(super) fn changes(changes: Vec<String>) -> impl IntoView {
    view! { <ol class="changes">{changes.into_iter().map(|change| view! { <li>{change}</li> }).collect_view()}</ol> }
}
