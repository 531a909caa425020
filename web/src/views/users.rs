//! All users, and those that can be brought back.

use leptos::prelude::*;
use licensing_view::table::ListId;
use licensing_view::{Icon, Route};

use crate::ask::Ask;
use crate::lab::Lab;
use crate::parts::{Pic, Tab, Tabs};
use crate::table::{Empty, ListTable};
use crate::text;

/// The lists of users.
#[component]
pub(crate) fn UsersScreen(
    /// Those that are deleted.
    deleted: bool,
) -> impl IntoView {
    let lab = Lab::here();
    let counts = lab.memo(|document| document.user_counts());
    let active_count = Signal::derive(move || counts.get().0);
    let deleted_count = Signal::derive(move || counts.get().1);
    let tabs = vec![
        Tab { route: Route::Users, word: text::USERS_ACTIVE, count: active_count },
        Tab { route: Route::DeletedUsers, word: text::USERS_DELETED, count: deleted_count },
    ];
    let (title, lead) =
        if deleted { (text::DELETED_USERS, text::DELETED_USERS_LEAD) } else { (text::USERS, text::USERS_LEAD) };
    let (list, sentence, button) = match deleted {
        true => (ListId::DeletedUsers, text::NO_DELETED_USERS, None),
        false => (ListId::Users, text::NO_USERS, Some((text::NEW_USER, Ask::NewUser))),
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {title}
                </h1>
                <p>{lead}</p>
            </div>
            <div class="end">
                <button class="btn btn--primary" type="button" on:click=move |_| lab.ask(Ask::NewUser)>
                    <Pic icon=Icon::Plus />
                    {text::NEW_USER}
                </button>
            </div>
        </div>
        <Tabs label=text::LIST_OF_USERS tabs=tabs />
        <ListTable
            list=list
            label=title
            search=text::FILTER_USERS
            example=text::SEARCH_PEOPLE
            empty=Empty { sentence, button, no_match: text::NO_USER_MATCHES }
        />
    }
}
