//! The words of the field.

use leptos::prelude::*;
use licensing_view::glossary::Term;
use licensing_view::table::TableQuery;
use licensing_wording::Language;

use super::Head;
use crate::lab::Lab;
use crate::parts::SearchField;
use crate::router::{self, Place, Visit};
use crate::text;

/// The glossary. What is looked for stands in the address, as in a table.
#[component]
pub(crate) fn GlossaryScreen() -> impl IntoView {
    let lab = Lab::here();
    let place = router::here();
    let wanted = RwSignal::new(place.with_untracked(|place| place.query().search));
    // Another address of the same screen looks for something else.
    Effect::new(move |_| {
        let told = place.with(|place| place.query().search);
        if wanted.with_untracked(|wanted| *wanted != told) {
            wanted.set(told);
        }
    });
    let terms = lab.memo(move |reading| reading.glossary(&wanted.get()));
    let all = lab.memo(|reading| reading.glossary("").len());
    let search = move |words: String| {
        let query = TableQuery::default().with_search(&words);
        wanted.set(query.search.clone());
        router::show(&place.with_untracked(Place::address).with_query(query), Visit::Instead);
    };
    let how_many = move || {
        let (shown, all) = (terms.with(Vec::len), all.get());
        let counted = lab.words().count_terms(all);
        if shown == all { counted } else { lab.words().shown_of_all(shown, &counted) }
    };
    view! {
        <Head title=text::GLOSSARY lead=text::GLOSSARY_LEAD />
        <section class="card" aria-label=text::GLOSSARY>
            <header>
                <SearchField
                    label=text::GLOSSARY_FILTER
                    example=text::GLOSSARY_FILTER_EXAMPLE
                    value=wanted
                    typed=search
                />
                <span class="end" role="status">
                    {how_many}
                </span>
            </header>
            <dl class="terms">{move || terms.get().into_iter().map(|term| entry(lab, term)).collect_view()}</dl>
            <Show when=move || terms.with(Vec::is_empty)>
                <p class="calm dim">{text::NO_TERM_MATCHES}</p>
            </Show>
        </section>
    }
}

fn entry(lab: Lab, Term { word, english, code, meaning }: Term) -> impl IntoView {
    let english = english.map(|english| {
        let title = lab.words().in_english(&english);
        view! {
            <span class="english" title=title lang=Language::English.code()>
                {english}
            </span>
        }
    });
    view! {
        <div>
            <dt>
                <span class="word">{word}</span>
                {english}
                {code.map(|code| view! { <code>{code}</code> })}
            </dt>
            <dd>{meaning}</dd>
        </div>
    }
}
