//! What is imported, and how.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::RuleSet;
use licensing_view::Icon;
use web_sys::File;

use super::state::{Chosen, Importer, rules_name};
use crate::lab::Lab;
use crate::parts::{ChooseFiles, DropFiles, Many, Pic, Segmented};
use crate::text;

/// Files, a pasted text, and the choices.
#[component]
pub(super) fn ChooseCard() -> impl IntoView {
    let lab = Lab::here();
    let importer = expect_context::<Importer>();
    let said = RwSignal::new(false);
    let over = RwSignal::new(false);
    let take = Callback::new(move |files: Vec<File>| importer.choose(files));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if importer.has_something() {
            importer.start(lab);
        } else {
            said.set(true);
            lab.say_text(text::IMPORT_NOTHING);
        }
    };
    view! {
        <form class="card" aria-labelledby="h-files" on:submit=submit>
            <DropFiles take=take over=over>
            <header>
                <h2 id="h-files">{text::IMPORT_FILES}</h2>
            </header>
            <div class="pad stack">
                <Files importer=importer take=take over=over />
                <label class="field">
                    {text::IMPORT_PASTE}
                    <textarea
                        class="in code-in"
                        rows="3"
                        spellcheck="false"
                        autocapitalize="off"
                        placeholder=text::IMPORT_PASTE_EXAMPLE
                        prop:value=move || importer.pasted.get()
                        on:input:target=move |event| importer.pasted.set(event.target().value())
                    ></textarea>
                </label>
                <Choices importer=importer />
            </div>
            <div class="foot">
                <Show when=move || said.get() && !importer.has_something()>
                    <span>{text::IMPORT_NOTHING}</span>
                </Show>
                <button class="btn btn--primary" type="submit">
                    <Pic icon=Icon::Arrow />
                    {text::IMPORT_READ}
                </button>
            </div>
            </DropFiles>
        </form>
    }
}

/// Where files are dropped or chosen, and those that were.
#[component]
fn Files(
    importer: Importer,
    /// Takes files.
    take: Callback<Vec<File>>,
    /// Whether files are held over the card.
    over: RwSignal<bool>,
) -> impl IntoView {
    let lab = Lab::here();
    let row = move |Chosen { number, file }: Chosen| {
        let name = file.name();
        let kilobytes = (file.size() / 1_000.0).ceil() as usize;
        let label = name.clone();
        let remove = move |_| importer.files.update(|files| files.retain(|other| other.number != number));
        view! {
            <li>
                <Pic icon=Icon::File />
                <span class="name">{name}</span>
                <span class="faint small">{move || lab.words().import_size(kilobytes)}</span>
                <button
                    class="btn btn--quiet btn--icon btn--sm"
                    type="button"
                    aria-label=move || lab.words().import_remove(&label)
                    on:click=remove
                >
                    <Pic icon=Icon::Close />
                </button>
            </li>
        }
    };
    view! {
        <div class="drop" class:drop--over=move || over.get()>
            <p>{text::IMPORT_DROP}</p>
            <ChooseFiles
                label=text::IMPORT_CHOOSE
                accept=".json,.txt,application/json"
                many=Many::Several
                take=take
            />
        </div>
        <Show when=move || importer.files.with(|files| !files.is_empty())>
            <ol class="files">
                <For each=move || importer.files.get() key=|chosen| chosen.number children=row />
            </ol>
        </Show>
    }
}

/// Whether names are replaced, and under which rules the tenant lives.
#[component]
fn Choices(importer: Importer) -> impl IntoView {
    let lab = Lab::here();
    let rules = [None, Some(RuleSet::Rules2019), Some(RuleSet::Today)];
    let options = rules.into_iter().map(|rules| (rules, rules_name(rules).signal())).collect();
    view! {
        <label class="choice">
            <input
                class="sw"
                type="checkbox"
                role="switch"
                aria-describedby="replace-why"
                prop:checked=move || importer.replace.get()
                on:change:target=move |event| importer.replace.set(event.target().checked())
            />
            <span>
                {text::IMPORT_REPLACE}
                " "
                <span class="faint small" aria-hidden="true">
                    {move || lab.text(if importer.replace.get() { text::ON } else { text::OFF })}
                </span>
            </span>
        </label>
        <p class="small dim help" id="replace-why">
            {text::IMPORT_REPLACE_WHY}
        </p>
        <div class="choice">
            <span>{text::RULES}</span>
            <Segmented
                label=text::RULES
                options=options
                value=importer.rules
                choose=move |chosen| importer.rules.set(chosen)
            />
        </div>
        <p class="small dim help">{text::IMPORT_RULES_WHY}</p>
    }
}
