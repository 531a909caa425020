//! What this is, what it rests on, and how to report that it is wrong.

use leptos::prelude::*;

use super::Head;
use crate::lab::Lab;
use crate::text::{self, Spoken};

/// What this is.
#[component]
pub(crate) fn AboutScreen() -> impl IntoView {
    view! {
        <Head title=text::ABOUT lead=text::ABOUT_LEAD />
        <div class="grid">
            <div class="c6 stack">
                <Part id="h-whose" title=text::ABOUT_NO_PRODUCT paragraphs=&[text::ABOUT_NOT_AFFILIATED] />
                <Part id="h-private" title=text::ABOUT_PRIVATE paragraphs=&[text::ABOUT_NOTHING_LEAVES] />
                <Part
                    id="h-data"
                    title=text::ABOUT_DATA
                    paragraphs=&[text::ABOUT_TENANT_KEPT, text::ABOUT_CHOICES_KEPT]
                />
                <Part
                    id="h-report"
                    title=text::ABOUT_REPORT
                    paragraphs=&[text::ABOUT_REPORT_LEAD]
                    points=&[
                        text::ABOUT_REPORT_WHAT,
                        text::ABOUT_REPORT_HOW,
                        text::ABOUT_REPORT_WHEN,
                        text::ABOUT_REPORT_WHERE,
                        text::ABOUT_REPORT_RULE,
                    ]
                />
                <Part
                    id="h-licenses"
                    title=text::ABOUT_LICENSES
                    paragraphs=&[text::ABOUT_OWN_LICENSE, text::ABOUT_DATA_LICENSE]
                >
                    <p>
                        <a href="third-party.txt">{text::ABOUT_THIRD_PARTY}</a>
                    </p>
                </Part>
                <Part id="h-checked" title=text::ABOUT_CHECKED paragraphs=&[text::ABOUT_CHECKED_LEAD]>
                    <p>
                        <a href="accessibility.html" hreflang="en">{text::ABOUT_ACCESSIBILITY}</a>
                    </p>
                    <p>
                        <a href="trust.html" hreflang="en">{text::ABOUT_TRUST}</a>
                    </p>
                </Part>
            </div>
            <div class="c6 stack">
                <Figures />
                <Pages />
                <Part
                    id="h-catalog"
                    title=text::ABOUT_CATALOG_SOURCES
                    points=&[
                        text::ABOUT_SOURCE_REFERENCE,
                        text::ABOUT_SOURCE_ARTICLES,
                        text::ABOUT_SOURCE_SKU2NAME,
                        text::ABOUT_SOURCE_LICENSING_DB,
                        text::ABOUT_SOURCE_CIPP,
                        text::ABOUT_WEAKEST,
                    ]
                />
                <Part
                    id="h-left-out"
                    title=text::ABOUT_NOT_SIMULATED
                    points=&[
                        text::ABOUT_NO_SIGN_IN,
                        text::ABOUT_NO_SERVICES,
                        text::ABOUT_NO_DYNAMIC,
                        text::ABOUT_NO_DURATION,
                        text::ABOUT_NO_BILLING,
                    ]
                />
            </div>
        </div>
    }
}

/// A subject in paragraphs and points.
#[component]
fn Part(
    /// The id of its heading.
    id: &'static str,
    /// Its heading.
    title: Spoken,
    /// What comes first.
    #[prop(optional)]
    paragraphs: &'static [Spoken],
    /// What is listed below.
    #[prop(optional)]
    points: &'static [Spoken],
    /// What comes last.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let listed = (!points.is_empty()).then(|| {
        view! { <ul class="points">{points.iter().map(|point| view! { <li>{*point}</li> }).collect_view()}</ul> }
    });
    view! {
        <section class="card" aria-labelledby=id>
            <header>
                <h2 id=id>{title}</h2>
            </header>
            <div class="pad stack-s prose">
                {paragraphs.iter().map(|paragraph| view! { <p>{*paragraph}</p> }).collect_view()} {listed}
                {children.map(|children| children())}
            </div>
        </section>
    }
}

/// Dates and figures of what is loaded.
#[component]
fn Figures() -> impl IntoView {
    let lab = Lab::here();
    let about = lab.memo(|reading| reading.about());
    let figure = |(label, value): (&'static str, String)| {
        view! {
            <dt>{label}</dt>
            <dd>{value}</dd>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-dates">
            <header>
                <h2 id="h-dates">{text::ABOUT_DATES}</h2>
            </header>
            <dl class="kv pad">{move || about.get().figures.into_iter().map(figure).collect_view()}</dl>
        </section>
    }
}

/// The pages that rules rest on.
#[component]
fn Pages() -> impl IntoView {
    let lab = Lab::here();
    let about = lab.memo(|reading| reading.about());
    view! {
        <section class="card" aria-labelledby="h-sources">
            <header>
                <h2 id="h-sources">{text::ABOUT_SOURCES}</h2>
            </header>
            <div class="pad stack-s prose">
                <p>{text::ABOUT_SOURCES_LEAD}</p>
                <ul class="points">
                    {move || about.get().pages.into_iter().map(|page| view! { <li>{page}</li> }).collect_view()}
                </ul>
            </div>
        </section>
    }
}
