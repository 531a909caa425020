//! One group: who of it lacks what, what it licenses, and what can be done.

use leptos::prelude::*;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, GroupId, Member, UserId};
use licensing_view::group::{GroupView, MemberRow, TemplateRow};
use licensing_view::{Address, Icon, ProductName, Route};

use crate::dialogs::Ask;
use crate::lab::Lab;
use crate::parts::{Person, Pic, Rule, Sku, StatusTag};
use crate::router::Place;
use crate::text;

/// The page of one group.
#[component]
pub(crate) fn GroupScreen(
    /// Which.
    id: GroupId,
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let lab = Lab::here();
    let name = RwSignal::new(String::new());
    let view = lab.memo(move |document| document.group(id, &name.get()));
    let is_there = Memo::new(move |_| view.with(Option::is_some));
    move || match is_there.get() {
        false => {
            view! { <super::Missing title=text::NO_SUCH_GROUP back=Route::Groups word=text::ALL_GROUPS /> }.into_any()
        }
        true => view! { <Group id=id view=view name=name place=place /> }.into_any(),
    }
}

/// Which members are listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    InError,
}

#[component]
fn Group(id: GroupId, view: Memo<Option<GroupView>>, name: RwSignal<String>, place: Memo<Place>) -> impl IntoView {
    let lab = Lab::here();
    let filter = RwSignal::new(Filter::All);
    let of = move |get: fn(&GroupView) -> String| view.with(|view| view.as_ref().map(get).unwrap_or_default());
    let can_reprocess = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.can_reprocess)));
    let delete = move |_| {
        if lab.act(Command::DeleteGroup(id)) {
            crate::router::go(Route::Groups);
        }
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {move || of(|view| view.group.name.clone())}
                </h1>
                <div class="meta">
                    <span>
                        <Pic icon=Icon::Group small=true />
                        {move || of(|view| view.kind.to_string())}
                    </span>
                    <span>{move || of(|view| text::direct_members(view.member_count))}</span>
                    <span>{move || of(|view| text::products(view.products.len()))}</span>
                    <span class="faint">
                        {text::OBJECT_ID} <code>{move || of(|view| view.object_id.clone())}</code>
                    </span>
                </div>
            </div>
        </div>
        <div class="tools" role="toolbar" aria-label=text::GROUP_ACTIONS>
            <button class="btn" type="button" on:click=move |_| lab.ask(Ask::AssignToGroup(id))>
                <Pic icon=Icon::Plus />
                {text::ASSIGN}
            </button>
            <button class="btn" type="button" on:click=move |_| lab.ask(Ask::AddMembers(id))>
                <Pic icon=Icon::User />
                {text::ADD_MEMBERS}
            </button>
            <Show when=move || can_reprocess.get()>
                <button class="btn" type="button" on:click=move |_| { lab.act(Command::ReprocessGroup(id)); }>
                    <Pic icon=Icon::Refresh />
                    {text::REPROCESS}
                </button>
            </Show>
            <span class="sep">{()}</span>
            <button class="btn" type="button" on:click=move |_| lab.ask(Ask::RenameGroup(id))>
                {text::RENAME}
            </button>
            <button class="btn btn--danger" type="button" on:click=delete>
                <Pic icon=Icon::Trash />
                {text::DELETE_GROUP}
            </button>
        </div>
        <Notification view=view filter=filter />
        <div class="split">
            <div class="stack">
                <Members id=id view=view filter=filter name=name place=place />
            </div>
            <div class="stack">
                <Products id=id view=view />
                <Processing view=view />
                <Nested id=id view=view />
            </div>
        </div>
    }
}

/// The portal's notification: how many users are in error, and why.
#[component]
fn Notification(view: Memo<Option<GroupView>>, filter: RwSignal<Filter>) -> impl IntoView {
    let note = Memo::new(move |_| view.with(|view| view.as_ref().and_then(|view| view.errors.clone())));
    let show = move |_| {
        filter.set(Filter::InError);
        crate::dom::focus("h-members");
    };
    move || {
        note.get().map(|note| {
            view! {
                <div class="note note--err" role="group" aria-label=text::NOTIFICATION>
                    <Pic icon=Icon::Error />
                    <div>
                        <b>{note.sentence}</b>
                        " "
                        {note.reasons}
                        " "
                        {text::NONE_OF_THE_PRODUCTS}
                    </div>
                    <span class="end">
                        <button class="btn btn--sm" type="button" on:click=show>
                            {text::SHOW_USERS_IN_ERROR}
                        </button>
                    </span>
                </div>
            }
        })
    }
}

#[component]
fn Members(
    id: GroupId,
    view: Memo<Option<GroupView>>,
    filter: RwSignal<Filter>,
    name: RwSignal<String>,
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

#[component]
fn Products(id: GroupId, view: Memo<Option<GroupView>>) -> impl IntoView {
    let lab = Lab::here();
    let rows =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.products.clone()).unwrap_or_default()));
    let remove = move |product: &ProductName| {
        lab.act(Command::ChangeGroupLicenses(id, LicenseChange { add: Vec::new(), remove: vec![product.id] }));
        crate::dom::focus("h-products");
    };
    let row = move |TemplateRow { product, plans_on, off }: TemplateRow| {
        let edit_label = text::change_plans(&product.name);
        let remove_label = text::remove_license(&product.name);
        let removed = product.clone();
        let edited = product.id;
        view! {
            <li class="template">
                <div class="template-name">
                    <Sku product=product.clone() />
                    <h3>{product.name}</h3>
                    <span class="faint small">{plans_on}</span>
                </div>
                {(!off.is_empty())
                    .then(|| {
                        view! {
                            <p class="small dim">
                                {text::OFF_PLANS} " "
                                {off.into_iter().map(|plan| plan.name).collect::<Vec<_>>().join(", ")}
                            </p>
                        }
                    })}
                <div class="template-acts">
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=edit_label
                        on:click=move |_| lab.ask(Ask::ChangeGroupPlans(id, edited))
                    >
                        {text::PLANS}
                    </button>
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=remove_label
                        on:click=move |_| remove(&removed)
                    >
                        {text::REMOVE}
                    </button>
                </div>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-products">
            <header>
                <h2 id="h-products" tabindex="-1">
                    {text::LICENSES}
                </h2>
                <span class="end">
                    <button class="btn btn--sm" type="button" on:click=move |_| lab.ask(Ask::AssignToGroup(id))>
                        {text::ASSIGN}
                    </button>
                </span>
            </header>
            <ul class="templates">{move || rows.get().into_iter().map(row).collect_view()}</ul>
            <Show when=move || rows.with(Vec::is_empty)>
                <p class="pad small dim">{text::NO_LICENSES_ON_GROUP}</p>
            </Show>
        </section>
    }
}

#[component]
fn Processing(view: Memo<Option<GroupView>>) -> impl IntoView {
    let state = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| (view.processing.clone(), view.processing_words.clone())))
    });
    view! {
        <section class="card" aria-labelledby="h-processing">
            <header>
                <h2 id="h-processing">{text::PROCESSING}</h2>
                <span class="end">
                    {move || state.get().map(|(status, _)| view! { <StatusTag status /> })}
                </span>
            </header>
            <div class="pad stack-s">
                <p class="small dim">{move || state.get().map(|(_, words)| words)}</p>
                <p class="small faint">{text::COMPLETE_MEANS} " " <Rule id="R2.2" /></p>
            </div>
        </section>
    }
}

#[component]
fn Nested(id: GroupId, view: Memo<Option<GroupView>>) -> impl IntoView {
    let lab = Lab::here();
    let nested =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.nested.clone()).unwrap_or_default()));
    move || {
        nested
            .get()
            .into_iter()
            .map(|group| {
                let inner = group.id;
                let label = text::remove_from_group(&group.name);
                view! {
                    <div class="note">
                        <Pic icon=Icon::Info />
                        <div class="small">
                            {text::NESTED}
                            " "
                            <a class="inl" href=Route::Group(group.id).to_string()>
                                {group.name}
                            </a>
                            " "
                            {text::NESTED_IGNORED}
                            " "
                            <Rule id="R13" />
                        </div>
                        <span class="end">
                            <button
                                class="btn btn--sm"
                                type="button"
                                aria-label=label
                                on:click=move |_| {
                                    lab.act(Command::RemoveMember(id, Member::Group(inner)));
                                }
                            >
                                {text::REMOVE}
                            </button>
                        </span>
                    </div>
                }
            })
            .collect_view()
    }
}
