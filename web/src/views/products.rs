//! All products of the tenant: what was bought, what is assigned, what is free.

use leptos::prelude::*;
use licensing_view::Icon;
use licensing_view::product::ProductRow;
use licensing_view::{Status, Tone};

use crate::dialogs::Ask;
use crate::lab::Lab;
use crate::parts::{Pic, SeatBar, Sku, StatusTag};
use crate::text;

/// The list of products.
#[component]
pub(crate) fn ProductsScreen() -> impl IntoView {
    let lab = Lab::here();
    let rows = lab.memo(|document| document.products());
    let row = move |row: ProductRow| {
        let id = row.product.id;
        let label = text::change_units(&row.product.name);
        let figures = row.seats.clone();
        let free = figures.total.saturating_sub(figures.assigned);
        let plans = text::plans(row.plans);
        view! {
            <tr>
                <th scope="row" class="wrap">
                    <Sku product=row.product.clone() />
                    " "
                    {row.product.name}
                    <span class="only-s small faint">{figures.sentence.clone()}</span>
                </th>
                <td class="hide-s">
                    <code class="faint">{row.product.part_number}</code>
                </td>
                <td class="hide-s nowrap dim">
                    {plans}
                    {row
                        .plans_of_today
                        .then(|| {
                            view! {
                                " "
                                <span class="pill pill--plain" title=text::PLANS_OF_TODAY_WHY>
                                    {text::PLANS_OF_TODAY}
                                </span>
                            }
                        })}
                </td>
                <td class="seat-cell">
                    <SeatBar seats=row.seats />
                </td>
                <td class="num nowrap hide-s">
                    {figures.assigned} " " <span class="faint">{text::of(figures.total as usize)}</span>
                </td>
                <td class="num nowrap">
                    {if figures.has_free() {
                        view! { <span>{free}</span> }.into_any()
                    } else {
                        view! { <StatusTag status=figures.left /> }.into_any()
                    }}
                </td>
                <td class="num hide-s">{row.licensed_users}</td>
                <td class="num hide-s">{row.licensed_groups}</td>
                <td class="num hide-s">
                    {match row.in_error {
                        0 => view! { <span class="faint">"0"</span> }.into_any(),
                        some => {
                            view! { <StatusTag status=Status::new(Tone::Error, Icon::Error, some.to_string()) /> }
                                .into_any()
                        }
                    }}
                </td>
                <td class="num">
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-label=label
                        on:click=move |_| lab.ask(Ask::Units(id))
                    >
                        {text::UNITS}
                    </button>
                </td>
            </tr>
        }
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
        <section class="card" aria-label=text::PRODUCTS>
            <div class="scroll" tabindex="0" role="region" aria-label=text::PRODUCTS_TABLE>
                <table class="tbl">
                    <thead>
                        <tr>
                            <th scope="col">{text::PRODUCT}</th>
                            <th scope="col" class="hide-s">
                                {text::PART_NUMBER}
                            </th>
                            <th scope="col" class="hide-s">
                                {text::SERVICE_PLANS}
                            </th>
                            <th scope="col">{text::SEATS}</th>
                            <th scope="col" class="num hide-s">
                                {text::ASSIGNED}
                            </th>
                            <th scope="col" class="num">
                                {text::AVAILABLE}
                            </th>
                            <th scope="col" class="num hide-s">
                                {text::LICENSED_USERS}
                            </th>
                            <th scope="col" class="num hide-s">
                                {text::LICENSED_GROUPS}
                            </th>
                            <th scope="col" class="num hide-s">
                                {text::IN_ERROR}
                            </th>
                            <th scope="col">
                                <span class="vh">{text::ACTIONS}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <Show when=move || rows.with(Vec::is_empty)>
                <div class="calm">
                    <p>{text::NO_PRODUCTS}</p>
                </div>
            </Show>
        </section>
    }
}
