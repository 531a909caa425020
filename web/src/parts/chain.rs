//! Why something is as it is: the outcome, and below it what brought it about, one link after the other.

use leptos::prelude::*;
use licensing_view::why::{ClashSide, ClashView, WhyLink};
use licensing_view::{Icon, Piece, Tone};

use super::{MomentLink, Pic, Rule};

/// The chain from an outcome to the facts.
#[component]
pub(crate) fn Chain(
    /// Its links.
    links: Vec<WhyLink>,
) -> impl IntoView {
    view! { <ol class="chain">{links.into_iter().map(link).collect_view()}</ol> }
}

fn link(WhyLink { lead, text, icon, tone, code, clashes, rule, origin }: WhyLink) -> impl IntoView {
    let class = match tone {
        Tone::Error => "dot dot--err",
        Tone::Warning => "dot dot--warn",
        Tone::Ok => "dot dot--ok",
        Tone::Wait => "dot dot--wait",
        Tone::Neutral => "dot dot--acc",
    };
    view! {
        <li>
            <span class=class>
                <Pic icon=icon />
            </span>
            <span class="lead">{lead}</span>
            <p>{pieces(text)}</p>
            {(!clashes.is_empty())
                .then(|| view! { <div class="clashes">{clashes.into_iter().map(clash).collect_view()}</div> })}
            <div class="src">
                {code.map(|code| view! { <code>{code}</code> })} <Rule id=rule />
                {origin.map(|origin| match origin.time {
                    Some(time) => view! { <MomentLink time=time /> }.into_any(),
                    None => view! { <span>{origin.text}</span> }.into_any(),
                })}
            </div>
        </li>
    }
}

/// A sentence, in which names lead to what they are the names of.
pub(super) fn pieces(pieces: Vec<Piece>) -> AnyView {
    pieces.into_iter().map(piece).collect_view().into_any()
}

fn piece(Piece { text, address }: Piece) -> AnyView {
    match address {
        Some(address) => view! { <a class="inl" href=address.to_string()>{text}</a> }.into_any(),
        None => text.into_any(),
    }
}

fn clash(ClashView { a, b }: ClashView) -> impl IntoView {
    let side = |ClashSide { plan, of }| {
        view! { <span>{piece(plan)} " " {of.map(|of| view! { <span class="sku">{piece(of)}</span> })}</span> }
    };
    view! {
        <div class="clash">
            {side(a)}
            <Pic icon=Icon::Clash />
            <span class="vh">{crate::text::EXCLUDES}</span>
            {side(b)}
        </div>
    }
}
