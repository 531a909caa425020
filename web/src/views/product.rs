//! One product: who holds it, which groups carry it, what it is made of.

use leptos::prelude::*;
use licensing_model::ProductId;
use licensing_view::product::ProductView;
use licensing_view::table::ListId;
use licensing_view::{Icon, ProductTab, Route};

use crate::ask::Ask;
use crate::lab::Lab;
use crate::parts::{Pic, SeatBar, Sku, StatusTag, Tab, Tabs};
use crate::router::{self, Place};
use crate::table::{Empty, ListTable};
use crate::text;

/// The page of one product.
#[component]
pub(crate) fn ProductScreen(
    /// Which.
    id: ProductId,
) -> impl IntoView {
    let lab = Lab::here();
    let view = lab.memo(move |document| document.product(id));
    let is_there = Memo::new(move |_| view.with(Option::is_some));
    move || match is_there.get() {
        false => view! { <super::Missing title=text::NO_SUCH_PRODUCT back=Route::Products word=text::ALL_PRODUCTS /> }
            .into_any(),
        true => view! { <Product id=id view=view /> }.into_any(),
    }
}

#[component]
fn Product(id: ProductId, view: Memo<Option<ProductView>>) -> impl IntoView {
    let lab = Lab::here();
    let count = move |get: fn(&ProductView) -> usize| Signal::derive(move || view.with(|view| view.as_ref().map(get)));
    let users = lab.gradual(move |reading| reading.users_of_product(id)).into();
    let tabs = vec![
        Tab { route: Route::Product(id, ProductTab::Users), word: text::USERS, count: users },
        Tab {
            route: Route::Product(id, ProductTab::Groups),
            word: text::LICENSED_GROUPS,
            count: count(|view| view.row.licensed_groups),
        },
        Tab {
            route: Route::Product(id, ProductTab::Plans),
            word: text::SERVICE_PLANS,
            count: count(|view| view.row.plans),
        },
    ];
    let beside = lab.memo(move |document| document.beside(id));
    let place = router::here();
    let tab = Memo::new(move |_| match place.with(Place::route) {
        Some(Route::Product(_, tab)) => tab,
        _ => ProductTab::default(),
    });
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {move || view.with(|view| view.as_ref().map(|view| view.row.product.name.clone()))}
                </h1>
                <div class="meta">{move || view.get().map(meta)}</div>
            </div>
            <div class="end">
                <a class="btn" href=move || beside.get().to_string()>
                    <Pic icon=Icon::Product />
                    {text::BESIDE_ANOTHER}
                </a>
                <Show when=move || tab.get() == ProductTab::Plans>
                    <button class="btn" type="button" on:click=move |_| lab.ask(Ask::AddPlan(id))>
                        <Pic icon=Icon::Plus />
                        {text::ADD_PLAN}
                    </button>
                </Show>
                <button class="btn" type="button" on:click=move |_| lab.ask(Ask::Units(id))>
                    <Pic icon=Icon::Units />
                    {text::UNITS}
                </button>
            </div>
        </div>
        <Tabs label=text::PRODUCT_VIEWS tabs=tabs />
        {move || list(id, tab.get())}
    }
}

fn meta(view: ProductView) -> impl IntoView {
    let ProductView { row, sku_id, beside_catalog, .. } = view;
    view! {
        <span>
            <Sku product=row.product.clone() />
            <code>{row.product.part_number}</code>
        </span>
        <span class="seats-in-line">
            <SeatBar seats=row.seats.clone() />
            {row.seats.sentence}
        </span>
        <span>
            <StatusTag status=row.seats.left />
        </span>
        <span>{row.status}</span>
        {row
            .plans_of_today
            .then(|| {
                view! {
                    <span class="pill pill--plain" title=text::PLANS_OF_TODAY_WHY>
                        {text::PLANS_OF_TODAY}
                    </span>
                }
            })}
        {beside_catalog
            .map(|(says, why)| {
                view! {
                    <span class="pill pill--plain" title=why>
                        {says}
                    </span>
                }
            })}
        <span class="faint">"skuId " <code>{sku_id}</code></span>
    }
}

fn list(id: ProductId, tab: ProductTab) -> AnyView {
    match tab {
        ProductTab::Users => view! {
            <ListTable
                list=ListId::ProductUsers(id)
                label=text::USERS
                search=text::FILTER_USERS
                example=text::SEARCH_PEOPLE
                empty=Empty { sentence: text::NO_USERS_OF_PRODUCT, button: None, no_match: text::NO_USER_MATCHES }
            />
        }
        .into_any(),
        ProductTab::Groups => view! {
            <ListTable
                list=ListId::ProductGroups(id)
                label=text::LICENSED_GROUPS
                search=text::SEARCH_GROUPS
                example=text::FILTER_BY_NAME
                empty=Empty { sentence: text::NO_GROUPS_OF_PRODUCT, button: None, no_match: text::NO_GROUP_MATCHES }
            />
        }
        .into_any(),
        ProductTab::Plans => view! {
            <ListTable
                list=ListId::ProductPlans(id)
                label=text::SERVICE_PLANS
                search=text::SEARCH_PLANS
                example=text::PLAN_FILTER_EXAMPLE
                empty=Empty { sentence: text::NO_PLANS, button: None, no_match: text::NO_PLAN_MATCHES }
            />
        }
        .into_any(),
    }
}
