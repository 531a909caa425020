//! All users.

use leptos::prelude::*;
use licensing_model::Command;
use licensing_view::user::UserRow;
use licensing_view::{Address, Icon, Route, Status, Tone};

use crate::dialogs::Ask;
use crate::lab::Lab;
use crate::parts::{Person, Pic, Sku, StatusTag};
use crate::text;

/// Rows that are drawn at once; the filter finds the others.
const ROWS: usize = 200;

/// The list of users.
#[component]
pub(crate) fn UsersScreen() -> impl IntoView {
    let lab = Lab::here();
    let filter = RwSignal::new(String::new());
    let rows = lab.memo(move |document| document.users(&filter.get(), ROWS));
    let deleted = lab.memo(|document| document.deleted_users());
    let row = |row: UserRow| {
        let UserRow { person, principal_name, location, products, in_error, why } = row;
        let label = text::why_of(&person.name);
        let principal_below = principal_name.clone();
        view! {
            <tr>
                <th scope="row" class="wrap">
                    <Person person>
                        {match in_error {
                            0 => view! { <span class="small faint">{principal_below}</span> }.into_any(),
                            some => {
                                view! {
                                    <StatusTag status=Status::new(Tone::Error, Icon::Error, text::paths_in_error(some)) />
                                }
                                    .into_any()
                            }
                        }}
                    </Person>
                </th>
                <td class="hide-s">
                    <code class="faint">{principal_name}</code>
                </td>
                <td class="hide-s nowrap">{location}</td>
                <td>
                    <span class="tags">
                        {if products.is_empty() {
                            view! { <span class="faint">{text::NONE}</span> }.into_any()
                        } else {
                            products.into_iter().map(|product| view! { <Sku product /> }).collect_view().into_any()
                        }}
                    </span>
                </td>
                <td class="num hide-s">
                    {match in_error {
                        0 => view! { <span class="faint">"0"</span> }.into_any(),
                        some => {
                            view! { <StatusTag status=Status::new(Tone::Error, Icon::Error, some.to_string()) /> }
                                .into_any()
                        }
                    }}
                </td>
                <td class="num">
                    {why
                        .map(|why| {
                            view! {
                                <a
                                    class="btn btn--sm"
                                    href=Address::of(Route::Users).with_why(why).to_string()
                                    aria-label=label
                                >
                                    {text::WHY}
                                </a>
                            }
                        })}
                </td>
            </tr>
        }
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::USERS}
                </h1>
                <p>{text::USERS_LEAD}</p>
            </div>
            <div class="end">
                <button class="btn btn--primary" type="button" on:click=move |_| lab.ask(Ask::NewUser)>
                    <Pic icon=Icon::Plus />
                    {text::NEW_USER}
                </button>
            </div>
        </div>
        <section class="card" aria-label=text::USERS>
            <header>
                <input
                    class="in in--sm filter"
                    type="search"
                    placeholder=text::FILTER_BY_NAME
                    aria-label=text::FILTER_USERS
                    prop:value=move || filter.get()
                    on:input:target=move |event| filter.set(event.target().value())
                />
                <span class="end" role="status">
                    {move || rows.with(|rows| text::shown_of(rows.rows.len(), rows.all))}
                </span>
            </header>
            <div class="scroll">
                <table class="tbl">
                    <thead>
                        <tr>
                            <th scope="col">{text::USER}</th>
                            <th scope="col" class="hide-s">
                                {text::PRINCIPAL_NAME}
                            </th>
                            <th scope="col" class="hide-s">
                                {text::LOCATION}
                            </th>
                            <th scope="col">{text::PRODUCTS}</th>
                            <th scope="col" class="num hide-s">
                                {text::IN_ERROR}
                            </th>
                            <th scope="col">
                                <span class="vh">{text::ACTIONS}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{move || rows.get().rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <Show when=move || rows.with(|rows| rows.rows.is_empty())>
                <div class="calm">
                    <p>
                        {move || {
                            if rows.with(|rows| rows.all == 0) { text::NO_USERS } else { text::NO_USER_MATCHES }
                        }}
                    </p>
                </div>
            </Show>
        </section>
        <Show when=move || !deleted.with(Vec::is_empty)>
            <section class="card" aria-labelledby="h-deleted">
                <header>
                    <h2 id="h-deleted">{text::DELETED_USERS}</h2>
                </header>
                <ul class="lines">
                    {move || {
                        deleted
                            .get()
                            .into_iter()
                            .map(|person| {
                                let id = person.id;
                                let label = text::restore(&person.name);
                                view! {
                                    <li>
                                        <Person person />
                                        <button
                                            class="btn btn--sm"
                                            type="button"
                                            aria-label=label
                                            on:click=move |_| {
                                                lab.act(Command::RestoreUser(id));
                                            }
                                        >
                                            {text::RESTORE}
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </section>
        </Show>
    }
}
