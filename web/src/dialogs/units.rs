//! The units of a product that is in the tenant.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::{Command, ProductId, Units};
use licensing_view::typed;

use super::sent::answer;
use crate::foresight;
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::text::{self, Spoken};

/// Asks for the units.
#[component]
pub(crate) fn UnitsDialog(
    /// Of which product.
    product: ProductId,
) -> impl IntoView {
    let lab = Lab::here();
    let row = lab.memo(move |document| document.product(product).map(|view| view.row));
    let now = row.get_untracked();
    let name = now.as_ref().map_or(String::new(), |row| row.product.name.clone());
    let title = Signal::derive(move || lab.words().units_of(&name));
    let Units { enabled, warning, suspended, locked_out } = now.map(|row| row.units).unwrap_or_default();
    let enabled = RwSignal::new(enabled.to_string());
    let warning = RwSignal::new(warning.to_string());
    let suspended = RwSignal::new(suspended.to_string());
    let locked_out = RwSignal::new(locked_out.to_string());
    let refusal = RwSignal::new(None);
    let command = move || {
        let read = [enabled, warning, suspended, locked_out].map(|text| number(lab, text));
        let [Some(enabled), Some(warning), Some(suspended), Some(locked_out)] = read else { return None };
        Some(Command::SetUnits(product, Units { enabled, warning, suspended, locked_out }))
    };
    let now = untrack(command);
    let commands =
        Signal::derive(move || command().filter(|command| Some(command) != now.as_ref()).into_iter().collect());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(command) = command() else { return };
        answer(lab, lab.send(command), refusal);
    };
    let used = move || row.get().map(|row| lab.words().seats_used(row.seats.assigned as usize));
    view! {
        <Dialog title=title on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <p class="small dim">{used} " " {text::UNITS_LEAD}</p>
                    <div class="form-row">
                        <UnitField value=enabled label=Signal::stored("enabled".to_string()) help=text::ENABLED_HELP />
                        <UnitField value=warning label=Signal::stored("warning".to_string()) help=text::WARNING_HELP />
                        <UnitField value=suspended label=Signal::stored("suspended".to_string()) help=text::SUSPENDED_HELP />
                        <UnitField value=locked_out label=Signal::stored("lockedOut".to_string()) help=text::LOCKED_OUT_HELP />
                    </div>
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot action=text::SAVE />
            </form>
        </Dialog>
    }
}

/// A count of units; none where the text is no number, which then stands beside its field.
pub(crate) fn number(lab: Lab, text: RwSignal<String>) -> Option<u32> {
    text.with(|text| typed::number(lab.words(), text).ok())
}

/// A field for a count of units.
#[component]
pub(crate) fn UnitField(
    /// The field's text.
    value: RwSignal<String>,
    /// Graph's word, or ours.
    #[prop(into)]
    label: Signal<String>,
    /// What it means.
    help: Spoken,
) -> impl IntoView {
    let lab = Lab::here();
    let unread = Memo::new(move |_| value.with(|text| typed::number(lab.words(), text).err()));
    view! {
        <label class="field">
            <span>{label}</span>
            // Not `type="number"`: browsers then change what is typed, each in its own way.
            <input
                class="in"
                inputmode="numeric"
                autocomplete="off"
                required=true
                aria-invalid=move || unread.get().map(|_| "true")
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            />
            <span class="unread" role="alert">
                {move || unread.get()}
            </span>
            <span class="help">{help}</span>
        </label>
    }
}
