//! What the page asks before it sends a command. One dialog is open at a time.

mod addresses;
mod assign;
mod buy;
mod group;
mod members;
mod sample;
mod units;
mod user;

use leptos::prelude::*;
use licensing_model::{GroupId, ProductId, UserId};

use crate::lab::Lab;

/// A question that a dialog asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// A new user.
    NewUser,
    /// A new group.
    NewGroup,
    /// A product that is not in the tenant yet.
    BuyProduct,
    /// A sample tenant instead of the one that is open.
    Sample,
    /// The units of a product.
    Units(ProductId),
    /// Which product a group gets, with which plans.
    AssignToGroup(GroupId),
    /// Which plans of a product a group gives.
    ChangeGroupPlans(GroupId, ProductId),
    /// Which product a user gets directly, with which plans.
    AssignToUser(UserId),
    /// Which plans of a direct license are on.
    ChangeUserPlans(UserId, ProductId),
    /// Who joins a group.
    AddMembers(GroupId),
    /// Which group a user joins.
    AddToGroup(UserId),
    /// A group's name.
    RenameGroup(GroupId),
    /// A user's usage location.
    Location(UserId),
    /// A user's addresses.
    Addresses(UserId),
}

/// The dialog that is open.
#[component]
pub(crate) fn DialogHost() -> impl IntoView {
    let lab = Lab::here();
    move || {
        let ask = lab.asking.get()?;
        Some(match ask {
            Ask::NewUser => view! { <user::NewUserDialog /> }.into_any(),
            Ask::NewGroup => view! { <group::NewGroupDialog /> }.into_any(),
            Ask::BuyProduct => view! { <buy::BuyDialog /> }.into_any(),
            Ask::Sample => view! { <sample::SampleDialog /> }.into_any(),
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
            Ask::AddToGroup(user) => view! { <members::AddToGroupDialog user=user /> }.into_any(),
            Ask::RenameGroup(group) => view! { <group::RenameGroupDialog group=group /> }.into_any(),
            Ask::Location(user) => view! { <user::LocationDialog user=user /> }.into_any(),
            Ask::Addresses(user) => view! { <addresses::AddressesDialog user=user /> }.into_any(),
        })
    }
}
