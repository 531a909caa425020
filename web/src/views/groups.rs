//! All groups, and those that can be brought back.

use leptos::prelude::*;
use licensing_view::table::ListId;
use licensing_view::{Icon, Route};

use crate::ask::Ask;
use crate::lab::Lab;
use crate::parts::{Pic, Tab, Tabs};
use crate::table::{Empty, ListTable};
use crate::text;

/// The lists of groups.
#[component]
pub(crate) fn GroupsScreen(
    /// Those that are deleted.
    deleted: bool,
) -> impl IntoView {
    let lab = Lab::here();
    let counts = lab.memo(|document| document.group_counts());
    let active_count = Signal::derive(move || Some(counts.get().0));
    let deleted_count = Signal::derive(move || Some(counts.get().1));
    let tabs = vec![
        Tab { route: Route::Groups, word: text::USERS_ACTIVE, count: active_count },
        Tab { route: Route::DeletedGroups, word: text::USERS_DELETED, count: deleted_count },
    ];
    let (title, lead) =
        if deleted { (text::DELETED_GROUPS, text::DELETED_GROUPS_LEAD) } else { (text::GROUPS, text::GROUPS_LEAD) };
    let (list, sentence, button) = match deleted {
        true => (ListId::DeletedGroups, text::NO_DELETED_GROUPS, None),
        false => (ListId::Groups, text::NO_GROUPS, Some((text::NEW_GROUP, Ask::NewGroup))),
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
                <button class="btn btn--primary" type="button" on:click=move |_| lab.ask(Ask::NewGroup)>
                    <Pic icon=Icon::Plus />
                    {text::NEW_GROUP}
                </button>
            </div>
        </div>
        <Tabs label=text::LIST_OF_GROUPS tabs=tabs />
        <ListTable
            list=list
            label=title
            search=text::SEARCH_GROUPS
            example=text::FILTER_BY_NAME
            empty=Empty { sentence, button, no_match: text::NO_GROUP_MATCHES }
        />
    }
}
