//! The screens. A component renders a view model and sends commands; it decides nothing.

mod audit;
pub(crate) mod graph;
mod group;
mod groups;
mod overview;
mod plan_matrix;
mod processing;
mod product;
mod products;
mod user;
mod users;
mod why;

pub(crate) use audit::AuditScreen;
pub(crate) use graph::GraphScreen;
pub(crate) use group::GroupScreen;
pub(crate) use groups::GroupsScreen;
pub(crate) use overview::OverviewScreen;
pub(crate) use processing::ProcessingScreen;
pub(crate) use product::ProductScreen;
pub(crate) use products::ProductsScreen;
pub(crate) use user::UserScreen;
pub(crate) use users::UsersScreen;
pub(crate) use why::WhyDrawer;

use leptos::prelude::*;
use licensing_view::Route;

use crate::text::Spoken;

/// What an address shows whose object is not there.
#[component]
fn Missing(
    /// What is missing.
    title: Spoken,
    /// Where to go.
    back: Route,
    /// What that is.
    word: Spoken,
) -> impl IntoView {
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {title}
                </h1>
                <p>
                    <a href=back.to_string()>{word}</a>
                </p>
            </div>
        </div>
    }
}

/// What an address shows that leads nowhere.
#[component]
pub(crate) fn NotFoundScreen() -> impl IntoView {
    view! { <Missing title=crate::text::NOT_FOUND back=Route::Overview word=crate::text::TO_OVERVIEW /> }
}
