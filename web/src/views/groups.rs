//! All groups.

use leptos::prelude::*;
use licensing_view::group::GroupRow;
use licensing_view::{Icon, Route, Status, Tone};

use crate::dialogs::Ask;
use crate::lab::Lab;
use crate::parts::{Pic, Sku, StatusTag};
use crate::text;

/// The list of groups.
#[component]
pub(crate) fn GroupsScreen() -> impl IntoView {
    let lab = Lab::here();
    let rows = lab.memo(|document| document.groups());
    let deleted = lab.memo(|document| document.deleted_groups());
    let row = |row: GroupRow| {
        let in_error = match row.in_error {
            0 => view! { <span class="faint">"0"</span> }.into_any(),
            some => view! { <StatusTag status=Status::new(Tone::Error, Icon::Error, some.to_string()) /> }.into_any(),
        };
        view! {
            <tr>
                <th scope="row" class="wrap">
                    <div>
                        <a href=Route::Group(row.group.id).to_string()>{row.group.name}</a>
                    </div>
                    <div class="only-s small faint">{row.kind}</div>
                </th>
                <td class="hide-s dim">{row.kind}</td>
                <td>
                    <span class="tags">
                        {if row.products.is_empty() {
                            view! { <span class="faint">{text::NONE}</span> }.into_any()
                        } else {
                            row.products.into_iter().map(|product| view! { <Sku product /> }).collect_view().into_any()
                        }}
                    </span>
                </td>
                <td class="num">{row.members}</td>
                <td class="num">{in_error}</td>
                <td class="hide-s">
                    <StatusTag status=row.processing />
                </td>
            </tr>
        }
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::GROUPS}
                </h1>
                <p>{text::GROUPS_LEAD}</p>
            </div>
            <div class="end">
                <button class="btn btn--primary" type="button" on:click=move |_| lab.ask(Ask::NewGroup)>
                    <Pic icon=Icon::Plus />
                    {text::NEW_GROUP}
                </button>
            </div>
        </div>
        <section class="card" aria-label=text::GROUPS>
            <div class="scroll">
                <table class="tbl">
                    <thead>
                        <tr>
                            <th scope="col">{text::GROUP}</th>
                            <th scope="col" class="hide-s">
                                {text::KIND}
                            </th>
                            <th scope="col">{text::PRODUCTS}</th>
                            <th scope="col" class="num">
                                {text::MEMBERS}
                            </th>
                            <th scope="col" class="num">
                                {text::IN_ERROR}
                            </th>
                            <th scope="col" class="hide-s">
                                {text::PROCESSING}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <Show when=move || rows.with(Vec::is_empty)>
                <div class="calm">
                    <p>{text::NO_GROUPS}</p>
                </div>
            </Show>
        </section>
        <Show when=move || !deleted.with(Vec::is_empty)>
            <section class="card" aria-labelledby="h-deleted">
                <header>
                    <h2 id="h-deleted">{text::DELETED_GROUPS}</h2>
                </header>
                <ul class="lines">
                    {move || {
                        deleted
                            .get()
                            .into_iter()
                            .map(|group| {
                                let id = group.id;
                                let label = text::restore(&group.name);
                                view! {
                                    <li>
                                        <span class="cut">{group.name}</span>
                                        <button
                                            class="btn btn--sm"
                                            type="button"
                                            aria-label=label
                                            on:click=move |_| {
                                                lab.act(licensing_model::Command::RestoreGroup(id));
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
