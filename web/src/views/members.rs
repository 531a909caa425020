//! The members of a group: who lacks what, and why.

use leptos::prelude::*;
use licensing_model::{Command, GroupId, Member, UserId};
use licensing_view::group::{GroupView, MemberRow};
use licensing_view::{Address, Icon, Route};

use crate::lab::Lab;
use crate::parts::{Person, Pic, Sku, StatusTag};
use crate::router::Place;
use crate::text;

/// Which members are listed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filter {
    /// All of them.
    All,
    /// Those in error.
    InError,
}

/// The members of a group.
#[component]
pub(crate) fn Members(
    /// Of which group.
    id: GroupId,
    /// The group.
    view: Memo<Option<GroupView>>,
    /// Which are listed.
    filter: RwSignal<Filter>,
    /// What their names hold.
    name: RwSignal<String>,
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let lab = Lab::here();
    let products = Memo::new(move |_| {
        let products = |view: &GroupView| view.products.iter().map(|row| row.product.clone()).collect::<Vec<_>>();
        view.with(|view| view.as_ref().map(products).unwrap_or_default())
    });
    let members = Memo::new(move |_| {
        let filter = filter.get();
        let is_shown = |row: &&MemberRow| filter == Filter::All || row.why.is_some();
        view.with(|view| {
            let rows = view.as_ref().map(|view| view.members.iter()).into_iter().flatten();
            rows.filter(is_shown).cloned().collect::<Vec<_>>()
        })
    });
    let counts = Memo::new(move |_| {
        view.with(|view| view.as_ref().map_or((0, 0, 0), |view| (view.member_count, view.users_in_error, view.hidden)))
    });
    let hidden = Memo::new(move |_| counts.get().2);
    let pick = move |choice: Filter, word: fn(usize) -> String, count: fn((usize, usize, usize)) -> usize| {
        view! {
            <button
                type="button"
                aria-pressed=move || if filter.get() == choice { "true" } else { "false" }
                on:click=move |_| filter.set(choice)
            >
                {move || word(count(counts.get()))}
            </button>
        }
    };
    let explained = Memo::new(move |_| {
        let Place(address) = place.get();
        address.and_then(|address| address.why).map(|why| why.user)
    });
    let remove = move |user: UserId| {
        lab.act(Command::RemoveMember(id, Member::User(user)));
        crate::dom::focus("h-members");
    };
    view! {
        <section class="card" aria-labelledby="h-members">
            <header>
                <h2 id="h-members" tabindex="-1">
                    {text::MEMBERS}
                </h2>
                <span class="seg" role="group" aria-label=text::FILTER_MEMBERS>
                    {pick(Filter::All, text::all, |(all, ..)| all)}
                    {pick(Filter::InError, text::in_error_count, |(_, in_error, _)| in_error)}
                </span>
                <span class="end">
                    <input
                        class="in in--sm filter hide-s"
                        type="search"
                        placeholder=text::FILTER_BY_NAME
                        aria-label=text::FILTER_MEMBERS_BY_NAME
                        prop:value=move || name.get()
                        on:input:target=move |event| name.set(event.target().value())
                    />
                </span>
            </header>
            <div class="scroll" tabindex="0" role="region" aria-label=text::MEMBERS_TABLE>
                <table class="tbl">
                    <thead>
                        <tr>
                            <th scope="col">{text::USER}</th>
                            <th scope="col" class="num hide-s" title=text::JOINED_TITLE>
                                {text::JOINED}
                            </th>
                            {move || {
                                products
                                    .get()
                                    .into_iter()
                                    .map(|product| view! { <th scope="col"><Sku product /></th> })
                                    .collect_view()
                            }}
                            <th scope="col" class="hide-s">
                                {text::TOP_REASON}
                            </th>
                            <th scope="col" class="hide-s">
                                {text::LOCATION}
                            </th>
                            <th scope="col">
                                <span class="vh">{text::ACTIONS}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            let selected = explained.get();
                            members
                                .get()
                                .into_iter()
                                .map(|row| member(row, selected, Route::Group(id), remove))
                                .collect_view()
                        }}
                    </tbody>
                </table>
            </div>
            <Show when=move || hidden.get() != 0>
                <p class="foot">{move || text::more_members(hidden.get())}</p>
            </Show>
            {move || {
                let (all, ..) = counts.get();
                let sentence = match (all, members.with(Vec::is_empty)) {
                    (0, _) => text::NO_MEMBERS,
                    (_, true) => text::NO_MEMBER_MATCHES,
                    _ => return None,
                };
                Some(view! { <div class="calm"><p class="dim">{sentence}</p></div> })
            }}
        </section>
    }
}

fn member(
    row: MemberRow,
    selected: Option<UserId>,
    route: Route,
    remove: impl Fn(UserId) + Copy + 'static,
) -> impl IntoView {
    let MemberRow { person, joined, states, reason, location, why, .. } = row;
    let user = person.id;
    let why_label = text::why_of(&person.name);
    let remove_label = text::remove_from_group(&person.name);
    let states = states
        .into_iter()
        .map(|state| {
            let cell = match state {
                Some(status) => view! { <StatusTag status /> }.into_any(),
                None => view! { <span class="faint">{text::NOT_YET}</span> }.into_any(),
            };
            view! { <td>{cell}</td> }
        })
        .collect_view();
    let below = reason.clone();
    let place = match joined {
        Some(joined) => joined.to_string(),
        None => text::LEFT.to_string(),
    };
    view! {
        <tr class:sel=selected == Some(user)>
            <th scope="row" class="wrap">
                <Person person>{below.map(|status| view! { <StatusTag status /> })}</Person>
            </th>
            <td class="num faint hide-s">{place}</td>
            {states}
            <td class="hide-s">
                {match reason {
                    Some(status) => view! { <StatusTag status /> }.into_any(),
                    None => view! { <span class="faint">{text::NONE}</span> }.into_any(),
                }}
            </td>
            <td class="hide-s nowrap">{location}</td>
            <td class="num"><span class="acts">
                {why
                    .map(|why| {
                        view! {
                            <a
                                class="btn btn--sm"
                                href=Address::of(route).with_why(why).to_string()
                                aria-label=why_label
                            >
                                {text::WHY}
                            </a>
                        }
                    })}
                {joined
                    .map(|_| {
                        view! {
                            <button
                                class="btn btn--sm btn--icon btn--quiet"
                                type="button"
                                aria-label=remove_label.clone()
                                title=remove_label
                                on:click=move |_| remove(user)
                            >
                                <Pic icon=Icon::Close />
                            </button>
                        }
                    })}
            </span></td>
        </tr>
    }
}
