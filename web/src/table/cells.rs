//! One row's cells. What can be pressed in them is reached by the arrow keys, so none of it is a stop of Tab.

use leptos::prelude::*;
use licensing_view::table::{Act, Below, Cell, Face, Linked, Row, RowAction, Voice};
use licensing_view::{Address, ProductName, Route};

use super::TableState;
use super::head::class;
use crate::ask::Ask;
use crate::parts::{Avatar, Pic, SeatBar, Sku, StatusTag};

/// What stands in the first cell of a row, beside its box.
pub(super) fn first_cell(state: TableState, row: Row) -> AnyView {
    let id = row.id;
    row.cells.into_iter().next().map(|cell| content(state, id, cell)).into_any()
}

/// The other cells of a row.
pub(super) fn cells(state: TableState, row: Row) -> AnyView {
    let id = row.id;
    let columns = state.columns.get();
    let cells = columns.iter().zip(row.cells).skip(1).map(|(column, cell)| {
        let class = class(column);
        let content = content(state, id, cell);
        view! { <td class=class>{content}</td> }
    });
    cells.collect_view().into_any()
}

fn content(state: TableState, id: u32, cell: Cell) -> AnyView {
    match cell {
        Cell::Blank => ().into_any(),
        Cell::Text(text, voice) => said(text, voice),
        Cell::Person(person, below) => {
            let title = person.name.clone();
            let link = link(person.name, Route::User(person.id));
            view! {
                <span class="who" title=title>
                    <Avatar initials=person.initials />
                    <span class="cut">{link} {below.map(below_name)}</span>
                </span>
            }
            .into_any()
        }
        Cell::Title(title, tag, below) => {
            let full = title.text.clone();
            view! {
                <span class="what" title=full>
                    {tag.map(|tag| view! { <span class="sku">{tag}</span> })}
                    <span class="cut">{linked(title)} {below.map(below_name)}</span>
                </span>
            }
            .into_any()
        }
        Cell::Links(links, between) => {
            let title = links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(between);
            let parts = links.into_iter().enumerate().map(|(at, link)| {
                let before = (at > 0).then_some(between);
                view! { {before} {linked(link)} }
            });
            view! {
                <span class="cut" title=title>
                    {parts.collect_view()}
                </span>
            }
            .into_any()
        }
        Cell::Tags(products) => {
            let tags = products.into_iter().map(|product: ProductName| view! { <Sku product /> }).collect_view();
            view! { <span class="tags">{tags}</span> }.into_any()
        }
        Cell::Status(status) => view! { <StatusTag status /> }.into_any(),
        Cell::Count(status, label, address) => view! {
            <a class="count" href=address.to_string() tabindex="-1" aria-label=label.clone() title=label>
                <StatusTag status />
            </a>
        }
        .into_any(),
        Cell::Bar(seats) => view! { <SeatBar seats /> }.into_any(),
        Cell::Part(part, whole) => view! {
            {linked(part)}
            " "
            <span class="faint">{whole}</span>
        }
        .into_any(),
        Cell::Actions(actions) => {
            let buttons = actions.into_iter().map(|action| button(state, id, action)).collect_view();
            view! { <span class="acts">{buttons}</span> }.into_any()
        }
    }
}

fn said(text: String, voice: Voice) -> AnyView {
    let class = match voice {
        Voice::Plain => "cut",
        Voice::Dim => "cut dim",
        Voice::Faint => "cut faint",
        Voice::Code => {
            let title = text.clone();
            return view! { <code class="cut faint" title=title>{text}</code> }.into_any();
        }
    };
    let title = text.clone();
    view! {
        <span class=class title=title>
            {text}
        </span>
    }
    .into_any()
}

fn linked(linked: Linked) -> AnyView {
    match linked.route {
        Some(route) => link(linked.text, route),
        None => linked.text.into_any(),
    }
}

fn link(text: String, route: Route) -> AnyView {
    let href = Address::of(route).to_string();
    view! {
        <a href=href tabindex="-1">
            {text}
        </a>
    }
    .into_any()
}

/// On a narrow screen, what the columns say that have no room there.
fn below_name(below: Below) -> AnyView {
    match below {
        Below::Status(status) => view! {
            <span class="only-s">
                <StatusTag status />
            </span>
        }
        .into_any(),
        Below::Text(text) => view! { <span class="only-s small faint">{text}</span> }.into_any(),
    }
}

fn button(state: TableState, id: u32, action: RowAction) -> AnyView {
    let RowAction { label, face, act, is_quiet } = action;
    let is_icon = matches!(face, Face::Icon(_));
    let face = match face {
        Face::Word(word) => word.into_any(),
        Face::Icon(icon) => view! { <Pic icon=icon /> }.into_any(),
    };
    if let Act::Why(why) = act {
        return view! {
            <a
                class="btn btn--sm"
                class:btn--quiet=is_quiet
                tabindex="-1"
                href=move || state.address(Some(why)).to_string()
                aria-label=label
            >
                {face}
            </a>
        }
        .into_any();
    }
    let is_details = act == Act::Details;
    let is_open = move || is_details && state.query.with(|query| query.open == Some(id));
    let title = is_icon.then(|| label.clone());
    let press = move |_| match &act {
        Act::Send(command) => _ = state.lab.act(command.clone()),
        Act::Look(command) => state.ahead.look(state.lab, command.clone()),
        Act::AskUnits(product) => state.lab.ask(Ask::Units(*product)),
        Act::AskContact(contact) => state.lab.ask(Ask::EditContact(*contact)),
        Act::Details => state.toggle_details(id),
        Act::Why(_) => {}
    };
    view! {
        <button
            class="btn btn--sm"
            class:btn--icon=is_icon
            class:btn--quiet=is_quiet
            class:is-open=is_open
            type="button"
            tabindex="-1"
            aria-label=label
            aria-expanded=move || is_details.then(|| if is_open() { "true" } else { "false" })
            title=title
            on:click=press
        >
            {face}
        </button>
    }
    .into_any()
}
