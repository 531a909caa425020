//! All users, and those that can be brought back.

use leptos::prelude::*;
use licensing_view::table::ListId;
use licensing_view::{Icon, Route};

use crate::ask::Ask;
use crate::lab::Lab;
use crate::parts::{Pic, Tab, Tabs};
use crate::table::{Empty, ListTable};
use crate::text;

/// The lists of users, and of contacts.
#[component]
pub(crate) fn UsersScreen(
    /// Which of them.
    route: Route,
) -> impl IntoView {
    let lab = Lab::here();
    let counts = lab.memo(|document| (document.user_counts(), document.contact_count()));
    let tab = |route, word, count: fn(&((usize, usize), usize)) -> usize| Tab {
        route,
        word,
        count: Signal::derive(move || Some(counts.with(count))),
    };
    let tabs = vec![
        tab(Route::Users, text::USERS_ACTIVE, |((active, _), _)| *active),
        tab(Route::DeletedUsers, text::USERS_DELETED, |((_, deleted), _)| *deleted),
        tab(Route::Contacts, text::CONTACTS, |(_, contacts)| *contacts),
    ];
    let (title, lead, list, search, empty) = match route {
        Route::DeletedUsers => (
            text::DELETED_USERS,
            text::DELETED_USERS_LEAD,
            ListId::DeletedUsers,
            text::FILTER_USERS,
            Empty { sentence: text::NO_DELETED_USERS, button: None, no_match: text::NO_USER_MATCHES },
        ),
        Route::Contacts => (
            text::CONTACTS,
            text::CONTACTS_LEAD,
            ListId::Contacts,
            text::FILTER_CONTACTS,
            Empty {
                sentence: text::NO_CONTACTS,
                button: Some((text::NEW_CONTACT, Ask::NewContact)),
                no_match: text::NO_CONTACT_MATCHES,
            },
        ),
        _ => (
            text::USERS,
            text::USERS_LEAD,
            ListId::Users,
            text::FILTER_USERS,
            Empty {
                sentence: text::NO_USERS,
                button: Some((text::NEW_USER, Ask::NewUser)),
                no_match: text::NO_USER_MATCHES,
            },
        ),
    };
    let press = move |ask: Ask, word: text::Spoken, primary: bool| {
        view! {
            <button class="btn" class:btn--primary=primary type="button" on:click=move |_| lab.ask(ask)>
                {primary.then(|| view! { <Pic icon=Icon::Plus /> })}
                {word}
            </button>
        }
    };
    let buttons = match route {
        Route::Contacts => press(Ask::NewContact, text::NEW_CONTACT, true).into_any(),
        _ => view! {
            {press(Ask::NewUsers, text::NEW_USERS, false)}
            {press(Ask::NewUser, text::NEW_USER, true)}
        }
        .into_any(),
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {title}
                </h1>
                <p>{lead}</p>
            </div>
            <div class="end">{buttons}</div>
        </div>
        <Tabs label=text::LIST_OF_USERS tabs=tabs />
        <ListTable list=list label=title search=search example=text::SEARCH_PEOPLE empty=empty />
    }
}
