//! One user: by which path the user holds which plan, and what can be done.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, Member, ProductId, UserId};
use licensing_session::foresight::Ailing;
use licensing_view::table::Linked;
use licensing_view::user::{Joined, PathView, UserView};
use licensing_view::{Address, GroupName, Icon, Route, Status, Tone};

use super::happened::HappenedCard;
use super::plan_matrix::PlanMatrixCard;
use crate::ask::Ask;
use crate::foresight::Ahead;
use crate::lab::Lab;
use crate::parts::{Avatar, MomentLink, Pic, Rule, Sku, StatusTag};
use crate::router::{self, Place};
use crate::text;

/// The page of one user.
#[component]
pub(crate) fn UserScreen(
    /// Who.
    id: UserId,
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let lab = Lab::here();
    let view = lab.memo(move |document| document.user(id));
    let is_there = Memo::new(move |_| view.with(Option::is_some));
    move || match is_there.get() {
        false => {
            view! { <super::Missing title=text::NO_SUCH_USER back=Route::Users word=text::ALL_USERS /> }.into_any()
        }
        true => view! { <User id=id view=view place=place /> }.into_any(),
    }
}

#[component]
fn User(id: UserId, view: Memo<Option<UserView>>, place: Memo<Place>) -> impl IntoView {
    let lab = Lab::here();
    let happened = lab.gradual(move |reading| reading.happened_to_user(id));
    // What cannot be changed offers no button.
    let live = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.deleted.is_none())));
    let of = move |get: fn(&UserView) -> String| view.with(|view| view.as_ref().map(get).unwrap_or_default());
    view! {
        <div class="page">
            {move || view! { <Avatar initials=of(|view| view.person.initials.clone()) large=true /> }}
            <div>
                <h1 id="title" tabindex="-1">
                    {move || of(|view| view.person.name.clone())}
                </h1>
                <div class="meta">
                    <span class="mono">{move || of(|view| view.principal_name.clone())}</span>
                    <span>{move || of(|view| view.kind.to_string())}</span>
                    <Show when=move || view.with(|view| view.as_ref().is_some_and(|view| view.sign_in_blocked))>
                        <span>
                            <Pic icon=Icon::Off small=true />
                            {text::SIGN_IN_BLOCKED}
                        </span>
                    </Show>
                    {move || {
                        let in_error = view.with(|view| view.as_ref().map_or(0, |view| view.in_error));
                        (in_error > 0)
                            .then(|| {
                                let status = Status::new(Tone::Error, Icon::Error, lab.words().paths_in_error(in_error));
                                view! {
                                    <span>
                                        <StatusTag status />
                                    </span>
                                }
                            })
                    }}
                </div>
            </div>
            <Actions id=id view=view />
        </div>
        <div class="split">
            <div class="stack">
                <Paths id=id view=view live=live place=place />
                <PlanMatrixCard view=view />
            </div>
            <div class="stack">
                <Location id=id view=view live=live />
                <Addresses id=id view=view live=live />
                <Groups id=id view=view live=live />
                <HappenedCard happened=happened />
            </div>
        </div>
    }
}

#[component]
fn Actions(id: UserId, view: Memo<Option<UserView>>) -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let deleted = Memo::new(move |_| view.with(|view| view.as_ref().and_then(|view| view.deleted.clone())));
    let errors = lab.memo(move |document| document.errors_to_mend(Ailing::User(id)));
    view! {
        <div class="end">
            {move || match deleted.get() {
                Some(until) => {
                    view! {
                        <span class="small faint">{until}</span>
                        <button
                            class="btn"
                            type="button"
                            on:click=move |_| {
                                lab.act(Command::RestoreUser(id));
                            }
                        >
                            {text::RESTORE}
                        </button>
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <Show when=move || { errors.get() > 0 }>
                            <button
                                class="btn btn--primary"
                                type="button"
                                on:click=move |_| lab.ask(Ask::Mend(Ailing::User(id)))
                            >
                                {move || lab.words().mend_errors(errors.get())}
                            </button>
                        </Show>
                        <button class="btn" type="button" on:click=move |_| lab.ask(Ask::AssignToUser(id))>
                            <Pic icon=Icon::Plus />
                            {text::ASSIGN}
                        </button>
                        <button
                            class="btn"
                            type="button"
                            on:click=move |_| {
                                lab.act(Command::ReprocessUser(id));
                            }
                        >
                            <Pic icon=Icon::Refresh />
                            {text::REPROCESS}
                        </button>
                        <button class="btn" type="button" aria-label=text::EDIT_USER on:click=move |_| lab.ask(Ask::EditUser(id))>
                            {text::CHANGE}
                        </button>
                        <button
                            class="btn btn--danger btn--icon"
                            type="button"
                            aria-label=text::DELETE_USER
                            title=text::DELETE_USER
                            on:click=move |_| {
                                ahead.act(lab, Command::DeleteUser(id));
                            }
                        >
                            <Pic icon=Icon::Trash />
                        </button>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Paths(id: UserId, view: Memo<Option<UserView>>, live: Memo<bool>, place: Memo<Place>) -> impl IntoView {
    let lab = Lab::here();
    let paths = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.paths.clone()).unwrap_or_default()));
    let awaited =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.awaited.clone()).unwrap_or_default()));
    let summary =
        move || view.with(|view| view.as_ref().map(|view| view.summary.clone()).filter(|_| !paths.with(Vec::is_empty)));
    let explained = Memo::new(move |_| {
        let Place(address) = place.get();
        address.and_then(|address| address.why)
    });
    let ahead = Ahead::here();
    let without = move |product: ProductId| {
        Command::ChangeUserLicenses(id, LicenseChange { add: Vec::new(), remove: vec![product] })
    };
    let remove = move |product: ProductId| {
        lab.act(without(product));
        crate::dom::focus("h-paths");
    };
    // What a step changed is marked for a moment.
    let seen = StoredValue::new(Vec::<PathView>::new());
    let row = move |(path, is_changed): (PathView, bool)| {
        let words = lab.words();
        let product = path.product.id;
        let why_label = words.why_of(&path.product.name);
        let plans_label = words.change_plans(&path.product.name);
        let remove_label = words.remove_license(&path.product.name);
        let look_label = words.preview_without(&path.product.name);
        let why = path.why;
        let is_direct = path.group.is_none() && live.get();
        let status = path.status.clone();
        let from = match path.group {
            None => view! { <Pic icon=Icon::Direct small=true /> "\u{a0}" {text::DIRECT} }.into_any(),
            Some(group) => view! {
                <Pic icon=Icon::Inherit small=true />
                "\u{a0}"
                {text::INHERITED}
                " ("
                <a class="inl" href=Route::Group(group.id).to_string()>
                    {group.name}
                </a>
                ")"
            }
            .into_any(),
        };
        // As in every table; in force only while the focus is in the row.
        let press = move |event: KeyboardEvent| {
            if event.key() == "w" && !(event.ctrl_key() || event.meta_key() || event.alt_key()) {
                event.prevent_default();
                router::go(Address::of(Route::User(id)).with_why(why));
            }
        };
        view! {
            <tr class:sel=move || explained.get() == Some(why) class:changed=is_changed on:keydown=press>
                <th scope="row" class="wrap of-product">
                    <span class="path-name">
                        <Sku product=path.product.clone() />
                        {path.product.name}
                    </span>
                    <span class="path-how">
                        <span>{from}</span>
                        <span>{path.plans_on}</span>
                        <span>{text::SINCE_WORD} " " <MomentLink time=path.since /></span>
                    </span>
                    <span class="only-s">
                        <StatusTag status />
                    </span>
                </th>
                <td class="wrap hide-s">
                    <StatusTag status=path.status />
                </td>
                <td class="num stays">
                    <span class="acts">
                        {is_direct
                            .then(|| {
                                view! {
                                    <button
                                        class="btn btn--sm"
                                        type="button"
                                        aria-label=plans_label
                                        on:click=move |_| lab.ask(Ask::ChangeUserPlans(id, product))
                                    >
                                        {text::PLANS}
                                    </button>
                                    <button
                                        class="btn btn--sm btn--icon"
                                        type="button"
                                        aria-label=remove_label.clone()
                                        title=remove_label
                                        on:click=move |_| remove(product)
                                    >
                                        <Pic icon=Icon::Trash />
                                    </button>
                                    {look_button(lab, ahead, look_label, without(product))}
                                }
                            })}
                        <a
                            class="btn btn--sm"
                            class:btn--quiet=!path.failed
                            href=Address::of(Route::User(id)).with_why(why).to_string()
                            aria-label=why_label
                        >
                            {text::WHY}
                        </a>
                    </span>
                </td>
            </tr>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-paths">
            <header>
                <h2 id="h-paths" tabindex="-1">
                    {text::PATHS}
                </h2>
                <p>{summary}</p>
            </header>
            <div class="scroll" tabindex="0" role="region" aria-label=text::PATHS_TABLE hidden=move || paths.with(Vec::is_empty)>
                <table class="tbl">
                    <thead>
                        <tr>
                            <th scope="col">{text::PRODUCT}</th>
                            <th scope="col" class="hide-s">
                                {text::STATE}
                            </th>
                            <th scope="col">
                                <span class="vh">{text::ACTIONS}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{move || marked(paths.get(), seen).into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            {move || {
                let awaited = awaited.get();
                if !awaited.is_empty() {
                    let each = awaited.into_iter().map(|sentence| view! { <p class="dim">{sentence}</p> }).collect_view();
                    view! { <div class="calm">{each}</div> }.into_any()
                } else if paths.with(Vec::is_empty) {
                    view! { <div class="calm"><p class="dim">{text::NO_PATHS}</p></div> }.into_any()
                } else {
                    ().into_any()
                }
            }}
        </section>
    }
}

/// Paths with whether they are other than they were when they were last shown.
fn marked(paths: Vec<PathView>, seen: StoredValue<Vec<PathView>>) -> Vec<(PathView, bool)> {
    let before = seen.get_value();
    seen.set_value(paths.clone());
    let is_changed = |path: &PathView| {
        let own = before.iter().find(|own| own.why == path.why);
        !before.is_empty() && own.is_none_or(|own| own.status != path.status || own.plans_on != path.plans_on)
    };
    paths.into_iter().map(|path| (path.clone(), is_changed(&path))).collect()
}

#[component]
fn Location(id: UserId, view: Memo<Option<UserView>>, live: Memo<bool>) -> impl IntoView {
    let lab = Lab::here();
    let location = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.location.clone())));
    view! {
        <section class="card" aria-labelledby="h-location">
            <header>
                <Pic icon=Icon::Pin />
                <h2 id="h-location">{text::USAGE_LOCATION}</h2>
                <span class="end">
                    <Show when=move || live.get()>
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=text::CHANGE_LOCATION
                        on:click=move |_| lab.ask(Ask::Location(id))
                    >
                        {text::CHANGE}
                    </button>
                    </Show>
                </span>
            </header>
            <div class="pad stack-s">
                {move || {
                    location
                        .get()
                        .map(|location| {
                            view! {
                                <p>
                                    <b class="strong">{location.name}</b>
                                    " "
                                    <span class="faint">{location.source}</span>
                                </p>
                                <p class="small dim">{lab.words().location_means(&location.tenant)} " " <Rule id="R5" /></p>
                            }
                        })
                }}
            </div>
        </section>
    }
}

#[component]
fn Addresses(id: UserId, view: Memo<Option<UserView>>, live: Memo<bool>) -> impl IntoView {
    let lab = Lab::here();
    let addresses =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.addresses.clone()).unwrap_or_default()));
    view! {
        <section class="card" aria-labelledby="h-addresses">
            <header>
                <Pic icon=Icon::Mail />
                <h2 id="h-addresses">{text::ADDRESSES}</h2>
                <span class="end">
                    <Show when=move || live.get()>
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=text::CHANGE_ADDRESSES
                        on:click=move |_| lab.ask(Ask::Addresses(id))
                    >
                        {text::CHANGE}
                    </button>
                    </Show>
                </span>
            </header>
            <ul class="pad stack-s small">
                {move || {
                    addresses
                        .get()
                        .into_iter()
                        .map(|address| {
                            view! {
                                <li class="mono" class:dim=!address.primary>
                                    {address.text}
                                    {address
                                        .primary
                                        .then(|| {
                                            view! {
                                                " "
                                                <span class="pill pill--plain">{text::PRIMARY}</span>
                                            }
                                        })}
                                    {(!address.others.is_empty())
                                        .then(|| {
                                            view! {
                                                <span class="also">
                                                    <Pic icon=Icon::Mail small=true />
                                                    {text::ALSO_HELD_BY}
                                                    " "
                                                    {others(address.others)}
                                                </span>
                                            }
                                        })}
                                </li>
                            }
                        })
                        .collect_view()
                }}
                <Show when=move || addresses.with(Vec::is_empty)>
                    <li class="dim">{text::NO_ADDRESSES} " " <Rule id="R9" /></li>
                </Show>
                <Show when=move || {
                    addresses.with(|rows| !rows.is_empty() && rows.iter().all(|row| row.others.is_empty()))
                }>
                    <li>
                        <StatusTag status=Status::new(Tone::Ok, Icon::Ok, lab.text(text::NO_OTHER_HOLDS)) />
                    </li>
                </Show>
            </ul>
        </section>
    }
}

/// Who else holds an address.
fn others(others: Vec<Linked>) -> impl IntoView {
    let name = |(at, linked): (usize, Linked)| {
        let before = (at > 0).then_some(", ");
        let name = match linked.route {
            Some(route) => view! {
                <a class="inl" href=route.to_string()>
                    {linked.text}
                </a>
            }
            .into_any(),
            None => linked.text.into_any(),
        };
        view! { {before} {name} }
    };
    others.into_iter().enumerate().map(name).collect_view()
}

#[component]
fn Groups(id: UserId, view: Memo<Option<UserView>>, live: Memo<bool>) -> impl IntoView {
    let lab = Lab::here();
    let ahead = Ahead::here();
    let groups =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.groups.clone()).unwrap_or_default()));
    view! {
        <section class="card" aria-labelledby="h-groups">
            <header>
                <Pic icon=Icon::Group />
                <h2 id="h-groups">{text::GROUPS}</h2>
                <span class="end">
                    <Show when=move || live.get()>
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=text::ADD_TO_GROUP
                        on:click=move |_| lab.ask(Ask::AddToGroup(id))
                    >
                        {text::ADD}
                    </button>
                    </Show>
                </span>
            </header>
            <ul class="lines">
                {move || {
                    groups
                        .get()
                        .into_iter()
                        .map(|Joined { group, by_rule }| {
                            let leave = (live.get() && !by_rule).then(|| leave_buttons(lab, ahead, id, &group));
                            view! {
                                <li>
                                    <a class="cut" href=Route::Group(group.id).to_string()>
                                        {group.name}
                                    </a>
                                    {leave.map(|buttons| view! { <span class="acts">{buttons}</span> })}
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
            <Show when=move || groups.with(Vec::is_empty)>
                <p class="pad small dim">{text::IN_NO_GROUP}</p>
            </Show>
        </section>
    }
}

/// The button that takes a user out of a group, and the one that shows first what that would lead to.
fn leave_buttons(lab: Lab, ahead: Ahead, user: UserId, group: &GroupName) -> impl IntoView + use<> {
    let label = lab.words().remove_from(&group.name);
    let look_label = lab.words().preview_without(&group.name);
    let leave = Command::RemoveMember(group.id, Member::User(user));
    view! {
        {look_button(lab, ahead, look_label, leave.clone())}
        <button
            class="btn btn--sm btn--icon btn--quiet"
            type="button"
            aria-label=label.clone()
            title=label
            on:click=move |_| {
                lab.act(leave.clone());
            }
        >
            <Pic icon=Icon::Close />
        </button>
    }
}

/// The button beside one that does something to one user: what that would lead to.
fn look_button(lab: Lab, ahead: Ahead, label: String, command: Command) -> impl IntoView {
    view! {
        <button
            class="btn btn--sm btn--icon btn--quiet"
            type="button"
            aria-label=label.clone()
            title=label
            on:click=move |_| ahead.preview(lab, vec![command.clone()])
        >
            <Pic icon=Icon::Preview />
        </button>
    }
}
