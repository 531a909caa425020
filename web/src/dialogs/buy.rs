//! A product that is not in the tenant yet. The full catalog comes over the network when it is asked for.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::{Command, ProductId, Units};
use licensing_view::product::ProductOffer;

use super::filter::{FilterField, take_first};
use super::sent::answer;
use super::units::{UnitField, number};
use crate::lab::{Lab, Loading};
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::{foresight, text};

/// Rows that are drawn at once; the filter finds the others.
const ROWS: usize = 100;

/// Asks which product is bought, and how many seats.
#[component]
pub(crate) fn BuyDialog() -> impl IntoView {
    let lab = Lab::here();
    let filter = RwSignal::new(String::new());
    let offers = lab.memo(move |document| document.offers(&filter.get(), ROWS));
    let product = RwSignal::new(None::<ProductId>);
    let seats = RwSignal::new("10".to_string());
    let refusal = RwSignal::new(None);
    let command = move || Some(Command::SetUnits(product.get()?, Units::enabled(number(lab, seats)?)));
    let commands = Signal::derive(move || command().into_iter().collect());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(command) = command() else { return };
        answer(lab, lab.send(command), refusal);
    };
    let take_first = take_first(
        move || offers.with_untracked(|offers| offers.rows.iter().map(|row| row.product.id).collect()),
        move |listed| product.get_untracked() == Some(listed),
        move |listed| product.set(Some(listed)),
    );
    let row = move |offer: ProductOffer| {
        let id = offer.product.id;
        let words = lab.words();
        let aside = match offer.offered {
            true => words.count_plans(offer.plans),
            false => lab.text(text::NOT_OFFERED).to_string(),
        };
        view! {
            <li>
                <label>
                    <input
                        type="radio"
                        name="product"
                        prop:checked=move || product.get() == Some(id)
                        on:change=move |_| product.set(Some(id))
                    />
                    <span class="what">{offer.product.name} <small class="mono">{offer.product.part_number}</small></span>
                    <span class="aside">{aside}</span>
                </label>
            </li>
        }
    };
    view! {
        <Dialog title=text::BUY_TITLE on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <FilterField
                        filter=filter
                        label=text::PRODUCT_FILTER
                        example=text::PRODUCT_FILTER_EXAMPLE
                        take_first=take_first
                    />
                    <fieldset class="bare">
                        <legend class="vh">{text::PRODUCT}</legend>
                        <ul class="choices">{move || offers.get().rows.into_iter().map(row).collect_view()}</ul>
                        <Show when=move || offers.with(|offers| offers.rows.is_empty())>
                            <p class="small dim">{text::NO_OFFER}</p>
                        </Show>
                    </fieldset>
                    <div class="tools">
                        <span class="small faint" role="status">
                            {move || offers.with(|offers| text::shown_of(lab.words(), offers.rows.len(), offers.all))}
                        </span>
                        <span class="end">
                            {move || match lab.catalog.get() {
                                Loading::Start => {
                                    view! {
                                        <button class="btn btn--sm" type="button" on:click=move |_| lab.load_catalog()>
                                            {text::MORE_PRODUCTS}
                                        </button>
                                    }
                                        .into_any()
                                }
                                Loading::Under => {
                                    view! { <span class="small faint">{text::LOADING}</span> }.into_any()
                                }
                                Loading::Done => ().into_any(),
                                Loading::Failed => {
                                    view! {
                                        <span class="small st st--err">{text::LOADING_FAILED}</span>
                                        " "
                                        <button class="btn btn--sm" type="button" on:click=move |_| lab.load_catalog()>
                                            {text::RETRY}
                                        </button>
                                    }
                                        .into_any()
                                }
                            }}
                        </span>
                    </div>
                    <UnitField value=seats label=text::SEATS help=text::ENABLED_HELP />
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot
                    action=text::BUY
                    ready=Signal::derive(move || product.with(Option::is_some))
                />
            </form>
        </Dialog>
    }
}
