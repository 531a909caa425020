//! Everything that was done, as Graph requests, as Graph PowerShell and in words.

use leptos::prelude::*;
use licensing_graph::transcript::{Entry, Format, Meaning};
use licensing_session::Reading;
use licensing_view::became::Became;
use licensing_view::{Icon, Status, Tone};
use licensing_wording::capital;

use crate::files::{self, Kind};
use crate::lab::Lab;
use crate::parts::{Pic, Segmented, StatusTag};
use crate::text;

/// Entries that are shown at first, and how many more each time.
const SHOWN: usize = 10;
const MORE: usize = 50;

/// One entry as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    number: Option<usize>,
    words: String,
    status: Option<u16>,
    /// Names stand for ids.
    text: String,
    /// What became of it in the background.
    became: Option<Became>,
}

/// What is shown, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rows {
    rows: Vec<Row>,
    /// How many more there are.
    earlier: usize,
    /// How many commands there are.
    actions: usize,
}

/// The transcript.
#[component]
pub(super) fn TranscriptCard() -> impl IntoView {
    let lab = Lab::here();
    let format = RwSignal::new(Format::Http);
    let shown = RwSignal::new(SHOWN);
    let rows = lab.memo(move |document| rows(document, format.get(), shown.get()));
    let name = |format| match format {
        Format::Http => text::AS_GRAPH,
        Format::PowerShell => text::AS_POWERSHELL,
        Format::Text => text::AS_WORDS,
    };
    let options = Format::ALL.into_iter().map(|format| (format, name(format).signal())).collect();
    let copy = move |_| {
        let format = format.get_untracked();
        files::copy(lab.speech, lab.read(|document| document.transcript().copy(format)));
    };
    let save = move |_| {
        let format = format.get_untracked();
        let file = lab.read(|document| document.transcript().file(format));
        files::save(format.file_name(), Kind::Text, &file);
    };
    view! {
        <section class="card c5" aria-labelledby="h-transcript">
            <header>
                <h2 id="h-transcript">{text::TRANSCRIPT}</h2>
                <p>{move || lab.words().count_actions(rows.with(|rows| rows.actions))}</p>
                <span class="end">
                    <button class="btn btn--sm" type="button" on:click=copy>
                        <Pic icon=Icon::Copy />
                        {text::COPY}
                    </button>
                    <button
                        class="btn btn--sm btn--icon"
                        type="button"
                        aria-label=move || lab.words().save_as(format.get().file_name())
                        title=move || lab.words().save_as(format.get().file_name())
                        on:click=save
                    >
                        <Pic icon=Icon::Download />
                    </button>
                </span>
            </header>
            <div class="trans-tools">
                <Segmented
                    label=text::TRANSCRIPT_LANGUAGE
                    options=options
                    value=format
                    choose=move |chosen| format.set(chosen)
                />
            </div>
            <ol class="trans">
                {move || rows.get().rows.into_iter().map(|row| view! { <Line row=row /> }).collect_view()}
            </ol>
            <Show when=move || rows.with(|rows| rows.rows.is_empty())>
                <div class="calm">
                    <p class="small dim">{text::NOTHING_DONE}</p>
                </div>
            </Show>
            <Show when=move || rows.with(|rows| rows.earlier > 0)>
                <div class="foot">
                    <button class="btn btn--sm" type="button" on:click=move |_| shown.update(|shown| *shown += MORE)>
                        {move || lab.words().earlier_entries(rows.with(|rows| rows.earlier))}
                    </button>
                </div>
            </Show>
            <p class="foot">
                <span>
                    {text::NAMES_IN_BRACES} " " <code>{"window.licensingLab"}</code> {text::HAS_THE_METHODS}
                </span>
            </p>
        </section>
    }
}

#[component]
fn Line(row: Row) -> impl IntoView {
    let Row { number, words, status, text, became } = row;
    let status = status.map(|status| Status::new(Tone::Ok, Icon::Ok, status.to_string()));
    view! {
        <li class:steps=number.is_none()>
            <span class="k">{number}</span>
            <span class="what">{words}</span>
            {status.map(|status| view! { <StatusTag status=status /> })}
            {became
                .map(|Became { status, address }| {
                    let tag = view! { <StatusTag status=status /> };
                    match address {
                        Some(address) => view! { <a class="became" href=address.to_string()>{tag}</a> }.into_any(),
                        None => view! { <span class="became">{tag}</span> }.into_any(),
                    }
                })}
            {(!text.is_empty()).then(|| view! { <pre>{unbroken(&text)}</pre> })}
        </li>
    }
}

/// The text word by word: a line ends between words and not behind the hyphen of a parameter or an id. What is longer
/// than most lines is broken where the browser likes.
fn unbroken(text: &str) -> impl IntoView {
    const LONG: usize = 40;
    text.split_inclusive([' ', '\n'])
        .map(|part| {
            let word = part.trim_end();
            if word.len() > LONG {
                return part.to_string().into_any();
            }
            let blank = part.get(word.len()..).unwrap_or_default();
            view! {
                <span class="word">{word.to_string()}</span>
                {blank.to_string()}
            }
            .into_any()
        })
        .collect_view()
}

fn rows(document: &Reading<'_>, format: Format, most: usize) -> Rows {
    let transcript = document.transcript();
    let mut became = document.became(most);
    let mut row = |entry: Entry| {
        let became = entry.number.and_then(|number| became.remove(&number));
        row(document, format, entry, became)
    };
    let rows: Vec<Row> = transcript.entries().rev().take(most).map(&mut row).collect();
    Rows { earlier: transcript.len() - rows.len(), actions: transcript.commands(), rows }
}

fn row(document: &Reading<'_>, format: Format, entry: Entry, became: Option<Became>) -> Row {
    let text = match (entry.number, format) {
        (None, _) | (_, Format::Text) => String::new(),
        (_, Format::Http) => entry.graph,
        (_, Format::PowerShell) => entry.powershell,
    };
    let status = match entry.meaning {
        Meaning::Graph { status, .. } => Some(status),
        _ => None,
    };
    Row { number: entry.number, words: capital(&entry.words), status, text: document.with_names(&text), became }
}
