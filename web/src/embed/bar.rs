//! The bar of a page inside another one: where one is, the way back to what was shown first, and the way out of the frame.

use leptos::prelude::*;
use licensing_view::{Icon, Route};

use crate::kept::Job;
use crate::lab::Lab;
use crate::parts::Pic;
use crate::{dom, router, text};

/// The bar.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let lab = Lab::here();
    let place = router::here();
    let name = lab.memo(move |document| {
        let route = place.with(|place| place.route())?;
        let own = match route {
            Route::User(id) => document.person(id).map(|person| person.name),
            Route::Group(id) => document.group_name(id).map(|group| group.name),
            Route::Product(id, _) => document.product_name(id).map(|product| product.name),
            Route::Overview => return None,
            _ => None,
        };
        Some(own.unwrap_or_else(|| document.words().text(text::of_screen(route)).to_string()))
    });
    // The link that was shown first, or last by the page around.
    let case = RwSignal::new(None::<String>);
    let link = lab.memo(|document| document.link().map(str::to_string));
    Effect::new(move |_| {
        if let Some(link) = link.get() {
            case.set(Some(link));
        }
    });
    let has_left = lab.memo(move |document| {
        let is_other = case.with(|case| case.as_deref() != document.link());
        (is_other || document.was_changed()) && case.with(Option::is_some)
    });
    let back = move |_| {
        if let Some(case) = case.get_untracked() {
            lab.keeping.ask(Job::OpenLink(case));
        }
    };
    view! {
        <div class="embed-bar" role="group" aria-label=text::BREADCRUMB>
            <a href=Route::Overview.to_string() aria-current=move || name.with(Option::is_none).then_some("page")>
                <Pic icon=Icon::Overview />
                {text::OVERVIEW}
            </a>
            {move || name.get().map(|name| view! { <span class="cut" aria-current="page">{name}</span> })}
            <span class="end">
                <Show when=move || has_left.get()>
                    <button class="btn btn--sm" type="button" on:click=back>
                        <Pic icon=Icon::Undo />
                        {text::BACK_TO_THE_CASE}
                    </button>
                </Show>
                <a
                    class="btn btn--sm"
                    target="_blank"
                    rel="noopener"
                    href=move || format!("{}{}", dom::page_address(), case.get().unwrap_or_default())
                >
                    {text::OPEN_BY_ITSELF}
                </a>
            </span>
        </div>
    }
}
