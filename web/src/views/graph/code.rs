//! JSON to read: in colors, the beginning of it where it is long.

use std::sync::Arc;

use leptos::prelude::*;
use licensing_graph::console::Named;
use licensing_view::code::{Piece, PieceKind, beginning, json};

use super::request::kind_of;
use crate::lab::Lab;
use crate::text::Spoken;

/// Bytes that are shown at once.
const SHOWN: usize = 20_000;

/// A text of JSON; of a long one the beginning, and what is left out in words.
#[component]
pub(super) fn Code(
    /// The text.
    text: Arc<str>,
    /// What it is.
    label: Spoken,
) -> impl IntoView {
    let lab = Lab::here();
    let shown = beginning(&text, SHOWN);
    let left_out = (shown.len() < text.len()).then(|| {
        let (all, shown) = (text.lines().count(), shown.lines().count());
        move || lab.words().lines_shown(shown, all)
    });
    let piece = |Piece { kind, text }: Piece<'_>| {
        let text = text.to_string();
        match kind {
            PieceKind::Plain => text.into_any(),
            PieceKind::Name => view! { <span class="k">{text}</span> }.into_any(),
            PieceKind::Text => match lab.read(|document| document.names_in(&text, 1)).pop() {
                // An id says whose it is where one points at it.
                Some(Named { of, name }) => {
                    let whose = format!("{}: {name}", lab.text(kind_of(of).1));
                    view! { <span class="s id" title=whose>{text}</span> }.into_any()
                }
                None => view! { <span class="s">{text}</span> }.into_any(),
            },
            PieceKind::Literal => view! { <span class="n">{text}</span> }.into_any(),
        }
    };
    let pieces = json(shown).into_iter().map(piece).collect_view();
    view! {
        <pre class="code" tabindex="0" role="region" aria-label=label>
            {pieces}
        </pre>
        {left_out.map(|words| view! { <p class="foot">{words}</p> })}
    }
}
