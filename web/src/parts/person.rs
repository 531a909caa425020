//! A user as initials and a name.

use leptos::prelude::*;
use licensing_view::{PersonName, Route};

/// Initials in a circle; the name beside them says the same.
#[component]
pub(crate) fn Avatar(
    /// The letters.
    initials: String,
    /// 40 px instead of 24.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! { <span class="ava" class:ava--l=large aria-hidden="true">{initials}</span> }
}

/// A user as a link to the user's page, with more below the name on a narrow screen.
#[component]
pub(crate) fn Person(
    /// Who.
    person: PersonName,
    /// What stands below the name on a narrow screen.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <span class="who">
            <Avatar initials=person.initials />
            <span class="cut">
                <a href=Route::User(person.id).to_string()>{person.name}</a>
                {children.map(|children| view! { <span class="only-s">{children()}</span> })}
            </span>
        </span>
    }
}
