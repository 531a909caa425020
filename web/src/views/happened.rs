//! What happened to a user or a group, as a card.

use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::happened::{Happened, Happening};

use crate::parts::{MomentLink, Pic, Rule, StatusTag};
use crate::text;

/// The newest events, and the way to all of them.
#[component]
pub(crate) fn HappenedCard(
    /// What happened, as soon as it is found.
    happened: Memo<Option<Happened>>,
) -> impl IntoView {
    let of = move |get: fn(&Happened) -> Option<String>| happened.with(|happened| happened.as_ref().and_then(get));
    let row = |Happening { time, told, activity, with, result, why }: Happening| {
        let with = with.into_iter().map(|linked| match linked.route {
            Some(route) => view! {
                <a class="inl" href=route.to_string()>
                    {linked.text}
                </a>
            }
            .into_any(),
            None => view! { <span>{linked.text}</span> }.into_any(),
        });
        view! {
            <li>
                <MomentLink time=time />
                <span>
                    <span title=activity>{told}</span> " " {with.collect_view()}
                    {why.map(|(why, rule)| view! { <span class="taken small dim">{why} " " <Rule id=rule /></span> })}
                </span>
                <StatusTag status=result />
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-happened">
            <header>
                <Pic icon=Icon::Log />
                <h2 id="h-happened">{text::WHAT_HAPPENED}</h2>
                <span class="end">
                    <a href=move || of(|happened| Some(happened.log.to_string()))>{text::AUDIT}</a>
                </span>
            </header>
            <ul class="lines happened">
                {move || {
                    let events = happened.with(|happened| happened.as_ref().map(|happened| happened.events.clone()));
                    events.unwrap_or_default().into_iter().map(row).collect_view()
                }}
            </ul>
            {move || {
                let is_empty = happened.with(|happened| happened.as_ref().is_none_or(|happened| happened.events.is_empty()));
                match (of(|happened| happened.older.clone()), is_empty) {
                    (Some(older), _) => view! { <p class="pad small dim">{older}</p> }.into_any(),
                    (None, true) if happened.with(Option::is_none) => {
                        view! { <p class="pad small dim" aria-busy="true">{text::LOADING}</p> }.into_any()
                    }
                    (None, true) => view! { <p class="pad small dim">{text::NO_EVENTS}</p> }.into_any(),
                    (None, false) => ().into_any(),
                }
            }}
        </section>
    }
}
