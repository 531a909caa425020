//! The dialog that makes links.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::{CostPart, Scenario, Writing, link};
use licensing_session::keeping::Standing;
use licensing_view::{Icon, Route};

use super::code::LinkCode;
use super::inside::Inside;
use super::kind::Kind;
use super::opens::{Opens, OpensWith};
use crate::kept::Job;
use crate::lab::Lab;
use crate::parts::{Dialog, Pic, Segmented};
use crate::router::{self, Place};
use crate::slices::{Newest, run};
use crate::text::{self, Spoken};
use crate::{dom, files};

/// What Discord cuts a message at, and about what Slack does, in characters.
const LIMITS: [usize; 2] = [2_000, 4_000];
/// The width of the drawing that shows them, and the length of a link that fills it.
const WIDTH: usize = 480;
const FULL: usize = 4_500;
/// Users, texts and actions that are written between two looks at the clock.
const WORK: u32 = 1_000;

/// How the link is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Link,
    Markdown,
    Code,
    Embed,
}

/// A link that is made or was.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Made {
    Making,
    Link(String),
    TooLong,
}

/// Asks how the tenant is passed on.
#[component]
pub(super) fn ShareDialog(
    /// Where one is.
    place: Memo<Place>,
) -> impl IntoView {
    let lab = Lab::here();
    let kind = RwSignal::new(Kind::Now);
    let labels = RwSignal::new(false);
    let form = RwSignal::new(Form::Link);
    let moments = lab.memo(|document| document.place().moments);
    let position = lab.memo(|document| document.position());
    let moment = RwSignal::new(position.get_untracked());
    let made = RwSignal::new(Made::Making);
    let costs = RwSignal::new(Vec::new());
    make_links(lab, kind, labels, moment, made, costs);
    let link = Memo::new(move |_| match made.get() {
        Made::Link(link) => Some(link),
        Made::Making | Made::TooLong => None,
    });
    let opens = RwSignal::new(Opens::default());
    let screen = Memo::new(move |_| place.with(Place::address).sharing(false));
    let screen_name = Signal::derive(move || {
        let route = screen.with(|screen| (screen.route != Route::Overview).then_some(screen.route))?;
        Some(lab.words().text(text::of_screen(route)).to_string())
    });
    let shown = Memo::new(move |_| {
        let link = link.get()?;
        let (opens, language, screen) = (opens.get(), lab.words().language(), screen.get());
        Some(match form.get() {
            Form::Link | Form::Code => opens.link(&link, language, &screen),
            Form::Markdown => link::in_markdown(&name(lab), &opens.link(&link, language, &screen)),
            Form::Embed => opens.embed_code(&link, language, &screen),
        })
    });
    let length = Memo::new(move |_| {
        let link = link.get()?;
        Some(opens.get().link(&link, lab.words().language(), &screen.get()).len())
    });
    let choice = move |value: Kind, word: Spoken, about: Signal<String>| {
        view! {
            <label class="choice">
                <input type="radio" name="share-kind" prop:checked=move || kind.get() == value on:change=move |_| kind.set(value) />
                <span>
                    <b>{word}</b>
                    <small class="dim">{about}</small>
                </span>
            </label>
        }
    };
    let close = move |()| router::show(&place.get_untracked().address().sharing(false), router::Visit::After);
    view! {
        <Dialog title=text::SHARE_TITLE on_close=close>
            <div class="d-body share">
                <label class="field">
                    {text::TENANT_NAME}
                    <input
                        class="in"
                        type="text"
                        maxlength="120"
                        prop:value=move || lab.read(|document| document.title().to_string())
                        on:change=move |event| rename(lab, event_target_value(&event))
                    />
                </label>
                <fieldset class="share-choices">
                    <legend>{text::SHARE_WHAT}</legend>
                    {choice(Kind::Now, text::SHARE_NOW, text::SHARE_NOW_WHY.signal())}
                    {choice(Kind::Earlier, text::SHARE_EARLIER, text::SHARE_EARLIER_WHY.signal())}
                    {choice(Kind::Story, text::SHARE_STORY, text::SHARE_STORY_WHY.signal())}
                </fieldset>
                <Show when=move || kind.get() == Kind::Earlier>
                    <label class="field">
                        {move || lab.read(|document| document.words().moment_of(moment.get(), moments.get()))}
                        <input
                            type="range"
                            min="0"
                            max=move || moments.get().to_string()
                            prop:value=move || moment.get().to_string()
                            on:input=move |event| moment.set(event_target_value(&event).parse().unwrap_or(0))
                        />
                    </label>
                </Show>
                <Segmented
                    label=text::SHARE_FORM
                    options=vec![
                        (Form::Link, text::SHARE_LINK.signal()),
                        (Form::Markdown, text::SHARE_MARKDOWN.signal()),
                        (Form::Code, text::QR_CODE.signal()),
                        (Form::Embed, text::SHARE_EMBED.signal()),
                    ]
                    value=form
                    choose=move |chosen| form.set(chosen)
                />
                <Show
                    when=move || form.get() != Form::Code
                    fallback=move || view! { <LinkCode link=shown /> }
                >
                    <div class="share-line">
                        <input
                            class="in mono"
                            type="text"
                            readonly
                            aria-label=text::SHARE_LINK
                            aria-busy=move || (made.get() == Made::Making).then_some("true")
                            prop:value=move || shown.get().unwrap_or_default()
                        />
                        <button
                            class="btn btn--primary"
                            type="button"
                            aria-disabled=move || shown.with(Option::is_none).then_some("true")
                            on:click=move |_| {
                                if let Some(text) = shown.get_untracked() {
                                    files::copy(lab.speech, text);
                                }
                            }
                        >
                            <Pic icon=Icon::Copy />
                            {text::COPY}
                        </button>
                    </div>
                </Show>
                <Show when=move || made.get() == Made::TooLong>
                    <p class="note note--warn">{text::SHARE_TOO_LONG}</p>
                </Show>
                {move || length.get().map(|length| view! { <Length length=length /> })}
                <OpensWith opens=opens screen=screen_name embedded=Signal::derive(move || form.get() == Form::Embed) />
                <Inside kind=kind labels=labels length=length costs=costs />
                <p class="small faint">{text::SHARE_PRIVATE}</p>
            </div>
            <footer class="d-foot">
                <span class="small faint">{text::SHARE_FILE_WHY}</span>
                <button class="btn" type="button" on:click=move |_| lab.keeping.ask(Job::SaveFile)>
                    <Pic icon=Icon::Download />
                    {text::SAVE_AS_FILE}
                </button>
            </footer>
        </Dialog>
    }
}

/// How long the link is, beside what chat programs take.
#[component]
fn Length(
    /// In characters.
    length: usize,
) -> impl IntoView {
    let lab = Lab::here();
    let at = |length: usize| length.min(FULL) * WIDTH / FULL;
    let [discord, slack] = LIMITS;
    let word = if length <= discord {
        text::SHARE_FITS
    } else if length <= slack {
        text::SHARE_FITS_SLACK
    } else {
        text::SHARE_FITS_NOWHERE
    };
    let mark = format!("M{} 0v17M{} 0v17", at(discord), at(slack));
    view! {
        <div class="length">
            <svg viewBox=format!("0 0 {WIDTH} 18") aria-hidden="true">
                <rect class="length-track" y="4" width=WIDTH height="8" rx="4" />
                <rect
                    class="length-bar"
                    class:length-bar--over={length > discord}
                    y="4"
                    width=at(length).max(4)
                    height="8"
                    rx="4"
                />
                <path class="length-mark" d=mark />
            </svg>
            <p class="small" role="status">
                {move || lab.words().share_length(length)} " " <span class="dim">{word}</span>
            </p>
        </div>
    }
}

/// Makes the link anew whenever something of it changes, in slices; of several the last counts.
fn make_links(
    lab: Lab,
    kind: RwSignal<Kind>,
    labels: RwSignal<bool>,
    moment: RwSignal<usize>,
    made: RwSignal<Made>,
    costs: RwSignal<Vec<(CostPart, usize)>>,
) {
    let newest = Newest::new();
    let revision = lab.memo(|document| (document.position(), document.place().moments, document.title().to_string()));
    Effect::new(move |_| {
        revision.track();
        let (kind, labels) = (kind.get(), labels.get());
        let moment = if kind == Kind::Earlier { moment.get() } else { 0 };
        let is_wanted = newest.ask();
        made.set(Made::Making);
        costs.set(Vec::new());
        spawn_local(async move {
            if is_beyond_links(lab, kind) {
                let _ = made.try_set(Made::TooLong);
                return;
            }
            let Some(scenario) = scenario(lab, kind, labels, moment) else { return };
            let fragment = |writing: Writing| writing.finish().and_then(|compact| link::of_compact(&compact));
            let mut writing = link::writing(scenario.clone());
            let Ok(is_written) = run(&is_wanted, &mut writing, WORK).await;
            if !is_written || !is_wanted() {
                return;
            }
            let Ok(whole) = fragment(writing) else {
                // The dialog may be closed by now.
                let _ = made.try_set(Made::TooLong);
                return;
            };
            let mut length = whole.len();
            let _ = made.try_set(Made::Link(format!("{}{whole}", dom::page_address())));
            // One part after the other is left out, so that what they take adds up to the whole.
            let (mut rest, mut known) = (scenario, Vec::new());
            for part in CostPart::ALL.into_iter().filter(|part| !labels || *part != CostPart::Names) {
                let Some(less) = lab.session(|document| rest.without(part, document.beginning())) else { continue };
                rest = less;
                let mut writing = link::writing(rest.clone());
                let Ok(is_written) = run(&is_wanted, &mut writing, WORK).await;
                if !is_written || !is_wanted() {
                    return;
                }
                if let Ok(shorter) = fragment(writing) {
                    known.push((part, length.saturating_sub(shorter.len())));
                    length = length.min(shorter.len());
                }
            }
            let _ = costs.try_set(known);
        });
    });
}

/// Whether there are too many users for a link, whatever else there is.
fn is_beyond_links(lab: Lab, kind: Kind) -> bool {
    lab.session(|document| match kind {
        Kind::Now => document.user_count() > link::MOST_USERS,
        Kind::Story => document.is_beyond_links(),
        // There may have been fewer.
        Kind::Earlier => false,
    })
}

/// What the link is to hold; none where the moment is not there any more.
fn scenario(lab: Lab, kind: Kind, labels: bool, moment: usize) -> Option<Scenario> {
    lab.session(|document| {
        let (scenario, beginning) = match kind {
            Kind::Now => document.as_state_at(document.position())?,
            Kind::Earlier => document.as_state_at(moment)?,
            Kind::Story => (document.as_story(), document.beginning().clone()),
        };
        Some(if labels { scenario.with_labels(&beginning) } else { scenario })
    })
}

/// Calls the tenant so, here and where it is stored.
fn rename(lab: Lab, title: String) {
    match lab.keeping.standing.get_untracked() {
        Standing::Stored(tenant) => lab.keeping.ask(Job::Rename(tenant, title)),
        _ => lab.rename(title),
    }
}

/// What the link is called where it stands in a text.
fn name(lab: Lab) -> String {
    let title = lab.read(|document| document.title().to_string());
    if title.is_empty() { lab.text(text::APP).to_string() } else { title }
}
