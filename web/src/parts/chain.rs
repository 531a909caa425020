//! Why something is as it is: the outcome, and below it what brought it about, one link after the other.

use leptos::prelude::*;
use licensing_view::why::{ClashView, WhyLink};
use licensing_view::{Icon, Tone};

use super::{MomentLink, Pic, Rule};

/// The chain from an outcome to the facts.
#[component]
pub(crate) fn Chain(
    /// Its links.
    links: Vec<WhyLink>,
) -> impl IntoView {
    view! { <ol class="chain">{links.into_iter().map(link).collect_view()}</ol> }
}

fn link(WhyLink { lead, text, icon, tone, code, clashes, rule, origin, address }: WhyLink) -> impl IntoView {
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
            <p>{text}</p>
            {(!clashes.is_empty())
                .then(|| view! { <div class="clashes">{clashes.into_iter().map(clash).collect_view()}</div> })}
            <div class="src">
                {code.map(|code| view! { <code>{code}</code> })} <Rule id=rule />
                {origin.map(|origin| match origin.time {
                    Some(time) => view! { <MomentLink time=time /> }.into_any(),
                    None => view! { <span>{origin.text}</span> }.into_any(),
                })}
                {address.map(|(word, address)| view! { <a href=address.to_string()>{word}</a> })}
            </div>
        </li>
    }
}

fn tag(text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <span class="sku">{text}</span> })
}

fn clash(ClashView { a, a_of, b, b_of }: ClashView) -> impl IntoView {
    view! {
        <div class="clash">
            <span>{a} " " {tag(a_of)}</span>
            <Pic icon=Icon::Clash />
            <span class="vh">{crate::text::EXCLUDES}</span>
            <span>{b} " " {tag(b_of)}</span>
        </div>
    }
}
