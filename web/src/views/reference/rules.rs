//! What the simulator goes by: the rules, the rule sets, and the rows of the catalog that each tenant can switch.

use leptos::prelude::*;
use licensing_view::rules::{DifferenceRow, RuleRow, rules};
use licensing_view::table::ListId;
use licensing_view::{Route, RulesTab};

use super::Head;
use super::add_pair::AddPair;
use crate::dom;
use crate::lab::Lab;
use crate::parts::{Tab, Tabs};
use crate::router::{self, Place};
use crate::shell::RulesSwitch;
use crate::table::{Empty, ListTable};
use crate::text::{self, Spoken};

/// The rules.
#[component]
pub(crate) fn RulesScreen() -> impl IntoView {
    let place = router::here();
    let shown = Memo::new(move |_| match place.with(Place::route) {
        Some(Route::Rules(tab)) => tab,
        _ => RulesTab::default(),
    });
    // Another rule of the same list is shown in the same list.
    let part = Memo::new(move |_| match shown.get() {
        RulesTab::Sentences(_) => RulesTab::default(),
        tab => tab,
    });
    let lab = Lab::here();
    // What rows of the catalog rest on comes with the whole of it.
    lab.load_catalog();
    let count = move |list: ListId| Signal::from(lab.memo(move |reading| Some(reading.rows_of(list))));
    let every = lab.memo(|reading| Some(rules(reading.words()).len()));
    let tab = |tab: RulesTab, word: Spoken, count: Signal<Option<usize>>| Tab { route: Route::Rules(tab), word, count };
    let tabs = vec![
        tab(RulesTab::default(), text::EVERY_RULE, every.into()),
        tab(RulesTab::Pairs, text::EXCLUSIVE_PAIRS, count(ListId::Pairs)),
        tab(RulesTab::Prerequisites, text::PREREQUISITES, count(ListId::Prerequisites)),
        tab(RulesTab::Locations, text::LOCATION_RULES, count(ListId::Locations)),
    ];
    let lead = Signal::derive(move || match part.get() {
        RulesTab::Sentences(_) => text::RULES_LEAD,
        RulesTab::Pairs => text::PAIRS_LEAD,
        RulesTab::Prerequisites => text::PREREQUISITES_LEAD,
        RulesTab::Locations => text::LOCATIONS_LEAD,
    });
    view! {
        <Head title=text::RULES lead=lead />
        <Tabs label=text::RULES_VIEWS tabs=tabs />
        {move || match part.get() {
            RulesTab::Sentences(_) => view! { <Sentences shown=shown /> }.into_any(),
            RulesTab::Pairs => view! {
                <AddPair />
                <ListTable
                    list=ListId::Pairs
                    label=text::EXCLUSIVE_PAIRS
                    search=text::SEARCH_PAIRS
                    example=text::PLAN_FILTER_EXAMPLE
                    empty=Empty { sentence: text::NO_PAIRS, button: None, no_match: text::NO_PAIR_MATCHES }
                />
            }
            .into_any(),
            RulesTab::Prerequisites => view! {
                <ListTable
                    list=ListId::Prerequisites
                    label=text::PREREQUISITES
                    search=text::SEARCH_PREREQUISITES
                    example=text::PLAN_FILTER_EXAMPLE
                    empty=Empty {
                        sentence: text::NO_PREREQUISITES,
                        button: None,
                        no_match: text::NO_PREREQUISITE_MATCHES,
                    }
                />
            }
            .into_any(),
            RulesTab::Locations => view! {
                <ListTable
                    list=ListId::Locations
                    label=text::LOCATION_RULES
                    search=text::SEARCH_LOCATIONS
                    example=text::SERVICE
                    empty=Empty { sentence: text::NO_LOCATIONS, button: None, no_match: text::NO_LOCATION_MATCHES }
                />
            }
            .into_any(),
        }}
    }
}

/// Every rule in one sentence, and what differs between the rule sets.
#[component]
fn Sentences(shown: Memo<RulesTab>) -> impl IntoView {
    let lab = Lab::here();
    let differences = lab.memo(|reading| reading.rule_differences());
    let every = lab.memo(|reading| rules(reading.words()));
    let wanted = Memo::new(move |_| match shown.get() {
        RulesTab::Sentences(id) => id,
        _ => None,
    });
    // A link to a rule leads to it, after the heading of the new screen had the focus.
    Effect::new(move |_| {
        if let Some(id) = wanted.get() {
            request_animation_frame(move || request_animation_frame(move || dom::focus(id)));
        }
    });
    view! {
        <section class="card" aria-labelledby="h-sets">
            <header>
                <h2 id="h-sets">{text::RULE_SETS_DIFFER}</h2>
                <div class="end switch-here">
                    <RulesSwitch />
                </div>
            </header>
            <p class="pad small dim">{text::RULE_SETS_LEAD}</p>
            <table class="tbl tbl--top readable">
                <thead>
                    <tr>
                        <th scope="col">{text::RULE_SET}</th>
                        <th scope="col">{text::RULES_OF_2019}</th>
                        <th scope="col">{text::RULES_OF_TODAY}</th>
                        <th scope="col" class="hide-s">
                            {text::CONFIDENCE}
                        </th>
                    </tr>
                </thead>
                <tbody>{move || differences.get().into_iter().map(difference).collect_view()}</tbody>
            </table>
        </section>
        <section class="card" aria-labelledby="h-every">
            <header>
                <h2 id="h-every">{text::EVERY_RULE}</h2>
                <p>{move || licensing_view::rules::figures(lab.words())}</p>
            </header>
            <table class="tbl tbl--top readable">
                <thead>
                    <tr>
                        <th scope="col">{text::RULE_ID}</th>
                        <th scope="col">{text::RULE_SAYS}</th>
                        <th scope="col">{text::CONFIDENCE}</th>
                        <th scope="col" class="hide-s">
                            {text::SOURCE}
                        </th>
                    </tr>
                </thead>
                <tbody>{move || every.get().into_iter().map(|row| rule(row, wanted)).collect_view()}</tbody>
            </table>
        </section>
    }
}

fn difference(DifferenceRow { what, in_2019, today, confidence }: DifferenceRow) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{what}</th>
            <td>{in_2019}</td>
            <td>{today}</td>
            <td class="hide-s dim">{confidence}</td>
        </tr>
    }
}

fn rule(RuleRow { id, text, source, confidence }: RuleRow, wanted: Memo<Option<&'static str>>) -> impl IntoView {
    let is_wanted = move || wanted.get() == Some(id);
    let below = source.clone();
    view! {
        <tr
            id=id
            tabindex="-1"
            class:sel=is_wanted
            aria-current=move || is_wanted().then_some("true")
        >
            <th scope="row">
                <a class="rule" href=Route::Rules(RulesTab::Sentences(Some(id))).to_string()>
                    {id}
                </a>
            </th>
            <td>{text} <span class="only-s small faint">{below}</span></td>
            <td>
                <span class="pill pill--plain">{confidence}</span>
            </td>
            <td class="hide-s dim small">{source}</td>
        </tr>
    }
}
