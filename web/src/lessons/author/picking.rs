//! The form in which a condition is picked from lists; it says at once how what is picked stands.

use leptos::prelude::*;
use licensing_lesson::Condition;
use licensing_lesson::pick::Pick;
use licensing_view::Icon;
use licensing_view::lesson::pick::{PickField, PickInput, typed};

use super::draft::Draft;
use crate::parts::Pic;
use crate::text;

/// Picks a condition.
#[component]
pub(super) fn Picking(
    /// The choices with which it begins.
    pick: Pick,
    /// Takes the condition.
    take: Callback<Condition>,
    /// Nothing is to be picked.
    cancel: Callback<()>,
) -> impl IntoView {
    let draft = Draft::here();
    let lab = draft.lab;
    let pick = RwSignal::new(pick);
    let fields = Memo::new(move |_| {
        let words = lab.words();
        draft.with(|writing| pick.with(|pick| writing.pick_fields(pick, words))).unwrap_or_default()
    });
    let picked = Memo::new(move |_| {
        let words = lab.words();
        draft.with(|writing| pick.with(|pick| writing.picked(pick, words))).flatten()
    });
    let shape = Memo::new(move |_| fields.with(Vec::len));
    let accept = move |_| {
        if let Some(condition) = pick.with_untracked(Pick::condition) {
            take.run(condition);
        }
    };
    // A field stays where it is while it is typed into; another kind has other fields.
    let each = move || {
        let labels = (0..shape.get()).map(|at| (at, fields.with(|fields| fields.get(at).map(|field| field.label))));
        labels.collect::<Vec<_>>()
    };
    view! {
        <div class="picking">
            <div class="picked-fields">
                <For
                    each=each
                    key=|field| *field
                    children=move |(at, _)| view! { <Field at=at fields=fields pick=pick /> }
                />
            </div>
            <p class="small" role="status">
                {move || match picked.get() {
                    Some((said, state)) => view! { <b>{said}</b> " " <span class="dim">{state}</span> }.into_any(),
                    None => view! { <span class="dim">{text::AUTHOR_STATE_INCOMPLETE}</span> }.into_any(),
                }}
            </p>
            <div class="row-of-buttons">
                <button
                    class="btn btn--sm btn--primary"
                    type="button"
                    disabled=move || picked.with(Option::is_none)
                    on:click=accept
                >
                    <Pic icon=Icon::Ok />
                    {text::AUTHOR_KEEP_CHANGE}
                </button>
                <button class="btn btn--sm btn--quiet" type="button" on:click=move |_| cancel.run(())>
                    {text::AUTHOR_CANCEL}
                </button>
            </div>
        </div>
    }
}

/// One field of the form.
#[component]
fn Field(
    /// Its place.
    at: usize,
    /// All fields.
    fields: Memo<Vec<PickField>>,
    /// What is picked.
    pick: RwSignal<Pick>,
) -> impl IntoView {
    let label = move || fields.with(|fields| fields.get(at).map(|field| field.label));
    let input = Memo::new(move |_| fields.with(|fields| fields.get(at).map(|field| field.input.clone())));
    let choose = move |chosen: String| {
        let chosen: Option<usize> = chosen.parse().ok();
        let next = input.with_untracked(|input| match input {
            Some(PickInput::Choice { options, .. }) => options.get(chosen?).map(|(_, pick)| pick.clone()),
            _ => None,
        });
        if let Some(next) = next {
            pick.set(next);
        }
    };
    let write = move |said: String| {
        let what = input.with_untracked(|input| match input {
            Some(PickInput::Typed(what, _)) => Some(*what),
            _ => None,
        });
        if let Some(what) = what {
            pick.update(|pick| *pick = typed(pick, what, &said));
        }
    };
    let is_choice = Memo::new(move |_| input.with(|input| matches!(input, Some(PickInput::Choice { .. }))));
    let typed_now = move || {
        input.with(|input| match input {
            Some(PickInput::Typed(_, said)) => said.clone(),
            _ => String::new(),
        })
    };
    let options = move || {
        input.with(|input| {
            let Some(PickInput::Choice { options, chosen }) = input else { return Vec::new() };
            let named = options.iter().enumerate();
            named.map(|(place, (said, _))| (place, said.clone(), place == *chosen)).collect::<Vec<_>>()
        })
    };
    view! {
        <label class="field">
            {label}
            <Show
                when=move || is_choice.get()
                fallback=move || {
                    view! {
                        <input
                            class="in"
                            type="text"
                            maxlength="120"
                            prop:value=typed_now
                            on:input=move |event| write(event_target_value(&event))
                        />
                    }
                }
            >
                <select class="in" on:change:target=move |event| choose(event.target().value())>
                    {move || {
                        let option = |(place, said, chosen): (usize, String, bool)| {
                            view! { <option value=place.to_string() selected=chosen>{said}</option> }
                        };
                        options().into_iter().map(option).collect_view()
                    }}
                </select>
            </Show>
        </label>
    }
}

/// The buttons of a goal or a hint: one opens the form, one takes it away.
#[component]
pub(super) fn CheckButtons(
    /// What it is called.
    name: Signal<String>,
    /// Whether the form is open.
    picking: RwSignal<bool>,
    /// Takes it away.
    remove: Callback<()>,
) -> impl IntoView {
    let lab = Draft::here().lab;
    view! {
        <span class="acts">
            <button
                class="btn btn--sm"
                type="button"
                aria-expanded=move || picking.get().to_string()
                aria-label=move || lab.words().author_change_named(&name.get())
                on:click=move |_| picking.update(|picking| *picking = !*picking)
            >
                {text::AUTHOR_CHANGE}
            </button>
            <button
                class="btn btn--sm"
                type="button"
                aria-label=move || lab.words().author_remove_named(&name.get())
                on:click=move |_| remove.run(())
            >
                {text::AUTHOR_REMOVE}
            </button>
        </span>
    }
}

/// The form for a condition that there is; a condition of several parts has none.
#[component]
pub(super) fn Change(
    /// The condition.
    condition: Option<Condition>,
    /// Whether the form is open.
    picking: RwSignal<bool>,
    /// Takes another condition.
    take: Callback<Condition>,
) -> impl IntoView {
    let draft = Draft::here();
    let pick = condition.and_then(|condition| draft.now(|writing| writing.pick(Some(&condition))).flatten());
    match pick {
        Some(pick) => {
            let take = Callback::new(move |condition| {
                take.run(condition);
                picking.set(false);
            });
            view! { <Picking pick=pick take=take cancel=Callback::new(move |()| picking.set(false)) /> }.into_any()
        }
        None => view! { <p class="small dim">{text::AUTHOR_SEVERAL_PARTS}</p> }.into_any(),
    }
}
