//! What was read, what is otherwise than in the files, and where the simulator disagrees.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use licensing_view::import::{self, DifferenceView, NoteView, ReportView, TopicView, VerdictView};
use licensing_view::{Icon, Status, Tone};

use super::state::{Importer, Ready, name_of};
use crate::lab::Lab;
use crate::parts::{Pic, Sku, StatusTag};
use crate::router;
use crate::text;

/// Differences that are listed.
const SHOWN: usize = 200;

/// The report, with the way to the tenant.
#[component]
pub(super) fn ReportCards(
    /// What came of the import.
    ready: Arc<Ready>,
) -> impl IntoView {
    let lab = Lab::here();
    let report = {
        let ready = Arc::clone(&ready);
        Memo::new(move |_| import::report(lab.words(), &ready.imported.report))
    };
    let verdict = {
        let ready = Arc::clone(&ready);
        Memo::new(move |_| import::verdict(lab.words(), &ready.verdict, SHOWN))
    };
    view! {
        <Opening ready=ready />
        <div class="grid">
            <Counts report=report />
            <Notes report=report />
        </div>
        <Differences verdict=verdict />
    }
}

/// The way to the tenant, and the way back. It takes the focus.
#[component]
fn Opening(ready: Arc<Ready>) -> impl IntoView {
    let lab = Lab::here();
    let importer = expect_context::<Importer>();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(note) = node.get() {
            let _ = note.focus();
        }
    });
    let name = name_of(&ready);
    let open = move |_| {
        importer.open(lab, &ready);
        router::go(licensing_view::Route::Overview);
    };
    view! {
        <div class="note note--acc opening" tabindex="-1" node_ref=node>
            <Pic icon=Icon::Ok />
            <div>
                <p>
                    <b>{move || lab.words().import_done(&name)}</b>
                </p>
                <p class="small dim">{text::IMPORT_DONE_WHY}</p>
            </div>
            <span class="end">
                <button class="btn" type="button" on:click=move |_| importer.put_away()>
                    {text::IMPORT_DISCARD}
                </button>
                <button class="btn btn--primary" type="button" on:click=open>
                    {text::IMPORT_OPEN}
                </button>
            </span>
        </div>
    }
}

/// How much was read.
#[component]
fn Counts(report: Memo<ReportView>) -> impl IntoView {
    view! {
        <section class="card c5" aria-labelledby="h-read">
            <header>
                <h2 id="h-read">{text::REPORT_READ}</h2>
            </header>
            <dl class="kv pad">
                {move || {
                    let counts = report.with(|report| report.counts.clone());
                    counts
                        .into_iter()
                        .map(|(what, count)| {
                            view! {
                                <dt>{what}</dt>
                                <dd class="num">{count}</dd>
                            }
                        })
                        .collect_view()
                }}
            </dl>
            {move || {
                let ReportView { ignored, ignored_title, .. } = report.get();
                (!ignored.is_empty()).then(|| view! { <Ignored title=ignored_title rows=ignored /> })
            }}
        </section>
    }
}

/// Properties that are passed over.
#[component]
fn Ignored(title: String, rows: Vec<(String, String)>) -> impl IntoView {
    view! {
        <details class="foot">
            <summary>{title}</summary>
            <table class="tbl tbl--tight">
                <thead>
                    <tr>
                        <th scope="col">{text::REPORT_PROPERTY}</th>
                        <th scope="col" class="num">
                            {text::REPORT_COUNT}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {rows
                        .into_iter()
                        .map(|(name, count)| {
                            view! {
                                <tr>
                                    <td>
                                        <code>{name}</code>
                                    </td>
                                    <td class="num">{count}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </details>
    }
}

/// What is missing, left out, changed or inconsistent.
#[component]
fn Notes(report: Memo<ReportView>) -> impl IntoView {
    let topic = |TopicView { title, notes }: TopicView| {
        let row = |NoteView { text, count, examples }: NoteView| {
            view! {
                <tr>
                    <td class="wrap">
                        {text}
                        <span class="examples">{examples.join("; ")}</span>
                    </td>
                    <td class="num">{count}</td>
                </tr>
            }
        };
        view! {
            <tr class="sec">
                <th scope="colgroup" colspan="2">
                    {title}
                </th>
            </tr>
            {notes.into_iter().map(row).collect_view()}
        }
    };
    let content = move || {
        let topics = report.with(|report| report.topics.clone());
        if topics.is_empty() {
            return view! {
                <div class="calm">
                    <p>{text::REPORT_AS_IS}</p>
                </div>
            }
            .into_any();
        }
        view! {
            <table class="tbl tbl--top">
                <thead>
                    <tr>
                        <th scope="col">{text::REPORT_WHAT}</th>
                        <th scope="col" class="num">
                            {text::REPORT_COUNT}
                        </th>
                    </tr>
                </thead>
                <tbody>{topics.into_iter().map(topic).collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="card c7" aria-labelledby="h-notes">
            <header>
                <h2 id="h-notes">{text::REPORT_NOTES}</h2>
            </header>
            {content}
        </section>
    }
}

/// Where the simulator disagrees.
#[component]
fn Differences(verdict: Memo<VerdictView>) -> impl IntoView {
    let content = move || {
        let VerdictView { summary, kinds, rows, more } = verdict.get();
        let some = !rows.is_empty();
        let status = Status::new(
            if some { Tone::Warning } else { Tone::Ok },
            if some { Icon::Warning } else { Icon::Ok },
            summary,
        );
        view! {
            <div class="calm">
                <StatusTag status=status />
                {some.then(|| view! { <p class="small dim">{text::REPORT_DIFFERENCES_WHY}</p> })}
            </div>
            {(kinds.len() > 1).then(|| view! { <Kinds kinds=kinds /> })}
            {some.then(|| view! { <Rows rows=rows /> })}
            {more.map(|more| view! { <p class="foot">{more}</p> })}
        }
    };
    view! {
        <section class="card" aria-labelledby="h-differences">
            <header>
                <h2 id="h-differences">{text::REPORT_DIFFERENCES}</h2>
            </header>
            {content}
        </section>
    }
}

#[component]
fn Kinds(kinds: Vec<(Status, Status, String)>) -> impl IntoView {
    let row = |(before, after, count): (Status, Status, String)| {
        view! {
            <tr>
                <td>
                    <StatusTag status=before />
                </td>
                <td>
                    <StatusTag status=after />
                </td>
                <td class="num">{count}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll part" tabindex="0" role="region" aria-label=text::REPORT_KINDS>
            <table class="tbl">
                <thead>
                    <tr>
                        <th scope="col">{text::REPORT_BEFORE}</th>
                        <th scope="col">{text::REPORT_AFTER}</th>
                        <th scope="col" class="num">
                            {text::REPORT_COUNT}
                        </th>
                    </tr>
                </thead>
                <tbody>{kinds.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Rows(rows: Vec<DifferenceView>) -> impl IntoView {
    let lab = Lab::here();
    let row = |row: DifferenceView| {
        let DifferenceView { person, product, path, before, after, plans_differ, why } = row;
        view! {
            <tr>
                <th scope="row" class="wrap">
                    {person.name}
                </th>
                <td class="wrap">
                    <Sku product=product />
                    <span class="by">{path}</span>
                </td>
                <td class="wrap" data-label=move || lab.text(text::REPORT_BEFORE)>
                    <StatusTag status=before />
                </td>
                <td class="wrap" data-label=move || lab.text(text::REPORT_AFTER)>
                    <StatusTag status=after />
                    {plans_differ.then(|| view! { <span class="by">{text::REPORT_PLANS_DIFFER}</span> })}
                </td>
                <td class="wrap why">{why}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll part" tabindex="0" role="region" aria-label=text::REPORT_EACH>
            <table class="tbl tbl--top each">
                <thead>
                    <tr>
                        <th scope="col">{text::USER}</th>
                        <th scope="col">{text::PRODUCT}</th>
                        <th scope="col">{text::REPORT_BEFORE}</th>
                        <th scope="col">{text::REPORT_AFTER}</th>
                        <th scope="col">{text::WHY}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
