//! Two products of the catalog side by side: whether a user can hold both, and what each is made of.

use leptos::prelude::*;
use licensing_view::side_by_side::{self, Chosen, Clash, Comparison, Need, PlanRow, Side, SideBySide, Way};
use licensing_view::{Icon, ProductName, Route, RulesTab, Service};

use super::plan_matrix::dot;
use crate::lab::{Lab, Loading};
use crate::parts::{Pic, Rule, Sku, Sources, StatusTag};
use crate::router::{self, Place, Visit};
use crate::text::{self, Spoken};

/// The screen; which two is in the address.
#[component]
pub(crate) fn SideBySideScreen(
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let lab = Lab::here();
    // Most products are only in the full catalog.
    lab.load_catalog();
    let view = lab.memo(move |document| document.side_by_side(&place.with(Place::query)));
    let is_open = RwSignal::new(false);
    let comparison = Memo::new(move |_| view.with(|view| view.comparison.clone()));
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::BESIDE_TITLE}
                </h1>
                <p>{text::BESIDE_LEAD}</p>
            </div>
        </div>
        <Choice view=view />
        {move || match comparison.get() {
            Some(comparison) => compared(lab, comparison, view, is_open).into_any(),
            None => ().into_any(),
        }}
    }
}

/// What the fields show: the products that were found, else what was looked for.
fn shown(side: &Side) -> String {
    match side {
        Side::Open => String::new(),
        Side::Unknown(text) => text.clone(),
        Side::Chosen(chosen) => chosen.key.clone(),
    }
}

/// The two fields.
#[component]
fn Choice(view: Memo<SideBySide>) -> impl IntoView {
    let lab = Lab::here();
    let shown = Memo::new(move |_| view.with(|view| view.sides.each_ref().map(shown)));
    let go = move |first: &str, second: &str| {
        let text = |text: &str| Some(text.trim().to_string()).filter(|text| !text.is_empty());
        let (first, second) = (text(first), text(second));
        router::show(&side_by_side::address_of(first.as_deref(), second.as_deref()), Visit::After);
    };
    let choose = move |side: usize, text: String| {
        let [first, second] = shown.get_untracked();
        if side == 0 { go(&text, &second) } else { go(&first, &text) }
    };
    let field = move |side: usize, label: Spoken, id: &'static str| {
        let found = move || view.with(|view| view.sides.get(side).cloned());
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input
                    id=id
                    class="in mono"
                    list="every-product"
                    maxlength="120"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=text::BESIDE_PRODUCT_HELP
                    aria-describedby=format!("{id}-found")
                    prop:value=move || shown.with(|shown| shown.get(side).cloned().unwrap_or_default())
                    on:change:target=move |event| choose(side, event.target().value())
                />
                <div class="beside-found" id=format!("{id}-found") role="status">
                    {move || found().map(|found| of_side(lab, found))}
                </div>
            </div>
        }
    };
    let swap = move |_| {
        let [first, second] = shown.get_untracked();
        go(&second, &first);
    };
    let products = lab.memo(|document| document.catalog_products());
    view! {
        <section class="card pad beside-choice" aria-label=text::BESIDE_CHOOSE_TWO>
            {field(0, text::BESIDE_FIRST, "beside-first")}
            <button class="btn" type="button" on:click=swap>
                {text::BESIDE_SWAP}
            </button>
            {field(1, text::BESIDE_SECOND, "beside-second")}
            <datalist id="every-product">
                {move || {
                    products.get().into_iter().map(|(key, name)| view! { <option value=key>{name}</option> }).collect_view()
                }}
            </datalist>
        </section>
    }
}

/// What is below a field.
fn of_side(lab: Lab, side: Side) -> AnyView {
    match side {
        Side::Open => ().into_any(),
        Side::Unknown(text) => (move || match lab.catalog.get() {
            Loading::Start | Loading::Under => view! { <span class="faint">{text::LOADING}</span> }.into_any(),
            Loading::Failed => view! {
                <span class="st st--err">{text::LOADING_FAILED}</span>
                " "
                <button class="btn btn--sm" type="button" on:click=move |_| lab.load_catalog()>
                    {text::RETRY}
                </button>
            }
            .into_any(),
            Loading::Done => view! { <span class="st st--err">{lab.words().beside_not_found(&text)}</span> }.into_any(),
        })
        .into_any(),
        Side::Chosen(Chosen { product, plans, route, not_offered, .. }) => view! {
            <strong>{product.name}</strong>
            <span>{lab.words().count_plans(plans)}</span>
            {match route {
                Some(route) => view! { <a href=route.to_string()>{text::BESIDE_IN_TENANT}</a> }.into_any(),
                None => view! { <span class="faint">{text::BESIDE_NOT_IN_TENANT}</span> }.into_any(),
            }}
            {not_offered.map(|says| view! { <span class="pill pill--plain">{says}</span> })}
        }
        .into_any(),
    }
}

/// What there is to say of the two.
fn compared(lab: Lab, comparison: Comparison, view: Memo<SideBySide>, is_open: RwSignal<bool>) -> impl IntoView {
    let Comparison { verdict, meaning, ways, clashes, disputed, sources, needs, counts, plans, shared } = comparison;
    let products = view.with_untracked(|view| {
        let name = |side: &Side| match side {
            Side::Chosen(chosen) => Some(chosen.product.clone()),
            _ => None,
        };
        view.sides.iter().filter_map(name).collect::<Vec<ProductName>>()
    });
    let pairs = !clashes.is_empty() || !disputed.is_empty();
    let lacks = !needs.is_empty();
    let is_alone = !pairs && !lacks;
    view! {
        <section class="card pad stack-s beside-verdict" aria-labelledby="h-verdict">
            <h2 id="h-verdict">
                <StatusTag status=verdict />
            </h2>
            {meaning.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            {(!ways.is_empty()).then(|| self::ways(lab, ways))}
        </section>
        <div class="grid">
            {(!is_alone)
                .then(move || {
                    view! {
                        <div class="stack c5">
                            {pairs.then(|| exclusive(clashes, disputed, sources))} {lacks.then(|| lacking(lab, needs))}
                        </div>
                    }
                })}
            <div class=if is_alone { "c12" } else { "c7" }>
                <Plans products=products counts=counts plans=plans shared=shared is_open=is_open />
            </div>
        </div>
    }
}

fn ways(lab: Lab, ways: Vec<Way>) -> impl IntoView {
    let off = move |(product, plans): (ProductName, Vec<licensing_view::PlanChoice>)| {
        view! {
            <p>
                {lab.words().beside_off_in(&product.name)} " "
                <strong>{lab.words().list(&plans.into_iter().map(|plan| plan.name).collect::<Vec<_>>())}</strong>
            </p>
        }
    };
    let way = move |(place, Way { off: plans, empties }): (usize, Way)| {
        view! {
            <li>
                {(place > 0).then(|| view! { <span class="or">{text::BESIDE_OR}</span> })}
                {plans.into_iter().map(off).collect_view()}
                {(!empties.is_empty())
                    .then(|| view! { <p class="small dim">{lab.words().beside_empties(&lab.words().list(&empties))}</p> })}
            </li>
        }
    };
    view! {
        <h3>{text::BESIDE_WAYS}</h3>
        <ul class="beside-ways">{ways.into_iter().enumerate().map(way).collect_view()}</ul>
    }
}

fn exclusive(clashes: Vec<Clash>, disputed: Vec<Clash>, sources: Vec<(&'static str, Vec<String>)>) -> impl IntoView {
    let clash = |Clash { a, b }: Clash| {
        view! {
            <div class="clash">
                <span title=a.technical>{a.name}</span>
                <Pic icon=Icon::Clash />
                <span class="vh">{text::EXCLUDES}</span>
                <span title=b.technical>{b.name}</span>
            </div>
        }
    };
    let source = |(sure, sources): (&'static str, Vec<String>)| {
        view! {
            <li>
                <span class="pill pill--plain">{sure}</span>
                " "
                <Sources sources=sources />
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-clashes">
            <header>
                <h2 id="h-clashes">{text::BESIDE_CLASHES}</h2>
                <span class="end">
                    <Rule id="R6.1" />
                </span>
            </header>
            {(!clashes.is_empty())
                .then(|| view! { <div class="pad clashes">{clashes.into_iter().map(clash).collect_view()}</div> })}
            {(!disputed.is_empty())
                .then(|| {
                    view! {
                        <h3 class="subhead">{text::BESIDE_DISPUTED}</h3>
                        <div class="pad stack-s">
                            <div class="clashes clashes--not">{disputed.into_iter().map(clash).collect_view()}</div>
                            <p class="small dim">
                                {text::BESIDE_DISPUTED_WHY} " "
                                <a href=Route::Rules(RulesTab::Pairs).to_string()>{text::EXCLUSIVE_PAIRS}</a>
                            </p>
                        </div>
                    }
                })}
            <div class="foot">
                <ul class="beside-sources">{sources.into_iter().map(source).collect_view()}</ul>
            </div>
        </section>
    }
}

fn lacking(lab: Lab, needs: Vec<Need>) -> impl IntoView {
    let need = move |Need { plan, product, needs, met, confidence, sources }: Need| {
        view! {
            <li>
                <p>
                    <strong title=plan.technical>{plan.name}</strong>
                    " "
                    <Sku product=product />
                    " "
                    {lab.words().beside_needs_one(&needs)}
                </p>
                <StatusTag status=met />
                <div class="small faint">
                    <span class="pill pill--plain">{confidence}</span>
                    " "
                    <Sources sources=sources />
                </div>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-needs">
            <header>
                <h2 id="h-needs">{text::BESIDE_NEEDS}</h2>
                <span class="end">
                    <Rule id="R7.2" />
                </span>
            </header>
            <ul class="beside-needs">{needs.into_iter().map(need).collect_view()}</ul>
        </section>
    }
}

/// The plans of both, those that both hold folded away.
#[component]
fn Plans(
    products: Vec<ProductName>,
    counts: String,
    plans: Vec<(Service, Vec<PlanRow>)>,
    shared: usize,
    /// Those that both hold are shown.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let lab = Lab::here();
    let all = plans.iter().map(|(_, rows)| rows.len()).sum::<usize>();
    // Where nothing else is there, they are what there is to see.
    let folded = if shared == all { 0 } else { shared };
    let plans = StoredValue::new(plans);
    let row = |PlanRow { plan, cells, note, .. }: PlanRow| {
        let is_bad = note.is_some();
        view! {
            <tr class:bad=is_bad>
                <th scope="row" title=plan.technical>
                    {plan.name}
                    {note.map(|note| view! { <span class="small dim note-below">{note}</span> })}
                </th>
                {cells.map(|cell| view! { <td>{dot(cell)}</td> }).collect_view()}
            </tr>
        }
    };
    let group = move |(service, rows): (Service, Vec<PlanRow>)| {
        let rows = rows.into_iter().filter(|row| folded == 0 || is_open.get() || !row.is_calm);
        let rows: Vec<PlanRow> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <tbody>
                    <tr class="sec">
                        <th scope="rowgroup" colspan="3">
                            {Spoken(service.text())}
                        </th>
                    </tr>
                    {rows.into_iter().map(row).collect_view()}
                </tbody>
            }
        })
    };
    let column = |product: ProductName| {
        view! {
            <th scope="col">
                <Sku product=product />
            </th>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-beside">
            <header>
                <h2 id="h-beside">{text::BESIDE_PLANS}</h2>
                <p>{counts}</p>
            </header>
            <div class="scroll" tabindex="0" role="region" aria-label=text::BESIDE_TABLE>
                <table class="mx beside-plans">
                    <thead>
                        <tr>
                            <th scope="col">{text::SERVICE_PLAN}</th>
                            {products.into_iter().map(column).collect_view()}
                        </tr>
                    </thead>
                    {move || plans.get_value().into_iter().map(group).collect_view()}
                </table>
            </div>
            <Show when=move || folded != 0>
                <button
                    class="fold"
                    type="button"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                >
                    {move || lab.words().beside_calm(folded)}
                </button>
            </Show>
        </section>
    }
}
