//! All products of the tenant: what was bought, what is assigned, what is free.

use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::table::ListId;

use crate::ask::Ask;
use crate::lab::Lab;
use crate::parts::Pic;
use crate::table::{Empty, ListTable};
use crate::text;

/// The list of products.
#[component]
pub(crate) fn ProductsScreen() -> impl IntoView {
    let lab = Lab::here();
    let empty = Empty {
        sentence: text::NO_PRODUCTS,
        button: Some((text::BUY_PRODUCT, Ask::BuyProduct)),
        no_match: text::NO_PRODUCT_MATCHES,
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::ALL_PRODUCTS}
                </h1>
                <p>{text::PRODUCTS_LEAD}</p>
            </div>
            <div class="end">
                <button class="btn btn--primary" type="button" on:click=move |_| lab.ask(Ask::BuyProduct)>
                    <Pic icon=Icon::Plus />
                    {text::BUY_PRODUCT}
                </button>
            </div>
        </div>
        <ListTable
            list=ListId::Products
            label=text::PRODUCTS_TABLE
            search=text::SEARCH_PRODUCTS
            example=text::PRODUCT_FILTER_EXAMPLE
            empty=empty
        />
    }
}
