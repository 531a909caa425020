//! What goals and hints have in common: a list of conditions with their words, and the form that adds one.

use leptos::prelude::*;
use licensing_lesson::Condition;
use licensing_view::Icon;
use licensing_view::lesson::author::OwnCheck;

use super::draft::Draft;
use super::picking::{Change, CheckButtons, Picking};
use crate::parts::Pic;
use crate::text::Spoken;

/// A card with all of them.
#[component]
pub(super) fn Checks(
    /// The id of its heading.
    id: &'static str,
    /// Its heading.
    title: Spoken,
    /// What is said above them.
    #[prop(optional)]
    lead: Option<Spoken>,
    /// What the button says that adds one.
    add: Spoken,
    /// They themselves.
    checks: Memo<Vec<OwnCheck>>,
    /// The row of one, by its id.
    row: fn(String, Memo<Vec<OwnCheck>>) -> AnyView,
    /// Takes another one.
    take: Callback<Condition>,
    /// What stands below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let draft = Draft::here();
    let ids = Memo::new(move |_| checks.with(|checks| checks.iter().map(|check| check.id.clone()).collect::<Vec<_>>()));
    let own = RwSignal::new(false);
    view! {
        <section class="card" aria-labelledby=id>
            <header>
                <h2 id=id>{title}</h2>
            </header>
            <div class="pad stack">
                {lead.map(|lead| view! { <p class="small dim">{lead}</p> })}
                <ul class="own-checks">
                    <For each=move || ids.get() key=Clone::clone children=move |id| row(id, checks) />
                </ul>
                <Show when=move || own.get()>
                    {move || draft.now(|writing| writing.pick(None)).flatten().map(|pick| {
                        let take = Callback::new(move |condition| {
                            take.run(condition);
                            own.set(false);
                        });
                        view! { <Picking pick=pick take=take cancel=Callback::new(move |()| own.set(false)) /> }
                    })}
                </Show>
                <div class="row-of-buttons">
                    <button
                        class="btn btn--sm"
                        type="button"
                        aria-expanded=move || own.get().to_string()
                        on:click=move |_| own.update(|own| *own = !*own)
                    >
                        <Pic icon=Icon::Plus />
                        {add}
                    </button>
                </div>
                {children.map(|children| children())}
            </div>
        </section>
    }
}

/// One of them, as it stands now; none once it is taken away.
pub(super) fn check(id: StoredValue<String>, checks: Memo<Vec<OwnCheck>>) -> Memo<Option<OwnCheck>> {
    Memo::new(move |_| checks.with(|checks| id.with_value(|id| checks.iter().find(|check| check.id == *id).cloned())))
}

/// The row of one: its name, the field of its words, what is checked and how that stands.
#[component]
pub(super) fn CheckRow(
    /// It itself.
    check: Memo<Option<OwnCheck>>,
    /// What stands beside its name.
    #[prop(optional, into)]
    beside: Option<AnyView>,
    /// Takes another condition.
    take: Callback<Condition>,
    /// Takes it away.
    remove: Callback<()>,
    /// The field of its words.
    children: Children,
) -> impl IntoView {
    let picking = RwSignal::new(false);
    let said = move |say: fn(&OwnCheck) -> &String| {
        check.with(|check| check.as_ref().map(|check| say(check).clone()).unwrap_or_default())
    };
    let name = Signal::derive(move || said(|check| &check.name));
    view! {
        <li class="own-check">
            <div class="own-head">
                <b>{name}</b>
                {beside}
                <CheckButtons name=name picking=picking remove=remove />
            </div>
            {children()}
            <p class="small">
                {move || said(|check| &check.checks)} ". " <span class="dim">{move || said(|check| &check.state)}</span>
            </p>
            <Show when=move || picking.get()>
                <Change
                    condition=check.with_untracked(|check| check.as_ref().map(|check| check.condition.clone()))
                    picking=picking
                    take=take
                />
            </Show>
        </li>
    }
}
