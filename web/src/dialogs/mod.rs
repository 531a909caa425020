//! What the page asks before it sends a command. One dialog is open at a time.

mod about;
mod add_plan;
mod addresses;
mod assign;
mod buy;
mod contact;
mod domain;
mod filter;
mod find;
mod group;
mod history;
mod keys;
mod link;
mod members;
mod people;
mod rule;
mod sample;
mod sent;
mod units;
mod user;

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

use crate::ask::Ask;
use crate::keeping::TenantsDialog;
use crate::lab::Lab;
use crate::parts::{Fetched, Spot, later};
use crate::scrolled::DIALOG;
use crate::{dom, foresight};

/// The dialog that is open. All dialogs are fetched when the first one opens.
#[component]
pub(crate) fn DialogHost() -> impl IntoView {
    let lab = Lab::here();
    let is_open = Memo::new(move |_| lab.asking.with(Option::is_some));
    keep_focus(is_open);
    move || is_open.get().then(|| later(Spot::Beside, || Box::pin(dialogs_piece()), ()))
}

/// A dialog that closes gives the focus back, also where it took the place of another one that was opened first: the
/// browser knows no more then who had it.
fn keep_focus(is_open: Memo<bool>) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_open.get();
        match (was_open.unwrap_or_default(), is_open) {
            (false, true) => opener.set_value(dom::focused()),
            (true, false) => {
                let element = opener.try_update_value(Option::take).flatten();
                request_animation_frame(move || {
                    if let Some(element) = element.filter(|element| element.is_connected() && dom::is_focus_lost()) {
                        let _ = element.focus();
                    }
                });
            }
            _ => {}
        }
        is_open
    });
}

#[wasm_split(dialogs, fallible)]
fn dialogs_piece() -> Fetched<()> {
    Ok(|()| view! { <OpenDialog /> }.into_any())
}

/// Each dialog is an element of its own: one that was opened for another question would keep its focus and its ways out.
#[component]
fn OpenDialog() -> impl IntoView {
    let lab = Lab::here();
    close_by_going_back(lab);
    let asked = Memo::new(move |before: Option<&(u32, Option<Ask>)>| {
        let number = before.map_or(0, |(number, _)| number.wrapping_add(1));
        (number, lab.asking.get())
    });
    let open = move || asked.with(|(number, ask)| ask.map(|ask| (*number, ask)));
    view! {
        <For each=open key=|(number, _)| *number let:asked>
            {dialog(asked.1)}
        </For>
    }
}

/// On a phone going back closes the dialog: it has a place of its own in the tab's history as long as it is open.
fn close_by_going_back(lab: Lab) {
    let is_marked = || {
        let state = window().history().and_then(|history| history.state());
        state.is_ok_and(|state| state.as_string().as_deref() == Some(DIALOG))
    };
    let Some(history) = window().history().ok().filter(|_| dom::is_narrow()) else { return };
    if history.push_state(&JsValue::from_str(DIALOG), "").is_err() {
        return;
    }
    let gone = window_event_listener(ev::popstate, move |_| lab.answered());
    on_cleanup(move || {
        gone.remove();
        // What the dialog did may have led elsewhere.
        set_timeout(
            move || {
                if is_marked() {
                    // A browser that refuses has one place more.
                    let _ = history.back();
                }
            },
            Duration::ZERO,
        );
    });
}

fn dialog(ask: Ask) -> AnyView {
    match ask {
        Ask::NewUser => view! { <user::NewUserDialog /> }.into_any(),
        Ask::NewGroup => view! { <group::NewGroupDialog /> }.into_any(),
        Ask::BuyProduct => view! { <buy::BuyDialog /> }.into_any(),
        Ask::Find => view! { <find::FindDialog /> }.into_any(),
        Ask::Keys => view! { <keys::KeysDialog /> }.into_any(),
        Ask::Sample => view! { <sample::SampleDialog /> }.into_any(),
        Ask::Link => view! { <link::LinkDialog /> }.into_any(),
        Ask::FiveErrors => {
            let lab = Lab::here();
            request_animation_frame(move || {
                lab.answered();
                lab.open_five_errors();
            });
            ().into_any()
        }
        Ask::Tenants => view! { <TenantsDialog /> }.into_any(),
        Ask::History => view! { <history::HistoryDialog /> }.into_any(),
        Ask::Units(product) => view! { <units::UnitsDialog product=product /> }.into_any(),
        Ask::AssignToGroup(group) => view! { <assign::AssignDialog to=assign::To::Group(group) /> }.into_any(),
        Ask::ChangeGroupPlans(group, product) => {
            view! { <assign::PlansDialog to=assign::To::Group(group) product=product /> }.into_any()
        }
        Ask::AssignToUser(user) => view! { <assign::AssignDialog to=assign::To::User(user) /> }.into_any(),
        Ask::ChangeUserPlans(user, product) => {
            view! { <assign::PlansDialog to=assign::To::User(user) product=product /> }.into_any()
        }
        Ask::AddMembers(group) => view! { <members::AddMembersDialog group=group /> }.into_any(),
        Ask::AddToGroup(user) => view! { <members::AddToGroupDialog who=members::Joining::One(user) /> }.into_any(),
        Ask::AddSelectedToGroup(users) => {
            view! { <members::AddToGroupDialog who=members::Joining::Selected(users) /> }.into_any()
        }
        Ask::NewUsers => view! { <people::NewUsersDialog /> }.into_any(),
        Ask::RenameGroup(group) => view! { <group::RenameGroupDialog group=group /> }.into_any(),
        Ask::MembershipRule(group) => view! { <rule::RuleDialog group=group /> }.into_any(),
        Ask::Location(user) => view! { <user::LocationDialog user=user /> }.into_any(),
        Ask::Addresses(user) => view! { <addresses::AddressesDialog user=user /> }.into_any(),
        Ask::EditUser(user) => view! { <user::EditUserDialog user=user /> }.into_any(),
        Ask::AssignToUsers(users) => view! { <assign::AssignDialog to=assign::To::Users(users) /> }.into_any(),
        Ask::AssignToGroups(groups) => view! { <assign::AssignDialog to=assign::To::Groups(groups) /> }.into_any(),
        Ask::Mend(of) => foresight::mending_dialog(of),
        Ask::NewContact => view! { <contact::NewContactDialog /> }.into_any(),
        Ask::EditContact(contact) => view! { <contact::EditContactDialog contact=contact /> }.into_any(),
        Ask::AddPlan(product) => view! { <add_plan::AddPlanDialog product=product /> }.into_any(),
    }
}
