//! The units of a product that is in the tenant.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::{Command, ProductId, Units};

use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::text;

/// Asks for the units.
#[component]
pub(crate) fn UnitsDialog(
    /// Of which product.
    product: ProductId,
) -> impl IntoView {
    let lab = Lab::here();
    let row = lab.memo(move |document| document.products().into_iter().find(|row| row.product.id == product));
    let now = row.get_untracked();
    let title = now.as_ref().map_or(String::new(), |row| text::units_of(&row.product.name));
    let Units { enabled, warning, suspended, locked_out } = now.map(|row| row.units).unwrap_or_default();
    let enabled = RwSignal::new(enabled.to_string());
    let warning = RwSignal::new(warning.to_string());
    let suspended = RwSignal::new(suspended.to_string());
    let locked_out = RwSignal::new(locked_out.to_string());
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let units = Units {
            enabled: number(enabled),
            warning: number(warning),
            suspended: number(suspended),
            locked_out: number(locked_out),
        };
        match lab.send(Command::SetUnits(product, units)) {
            Ok(_) => lab.answered(),
            Err(note) => refusal.set(Some(note)),
        }
    };
    let used = move || row.get().map(|row| text::seats_used(row.seats.assigned as usize));
    view! {
        <Dialog title=title on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <p class="small dim">{used} " " {text::UNITS_LEAD}</p>
                    <div class="form-row">
                        <UnitField value=enabled label="enabled" help=text::ENABLED_HELP />
                        <UnitField value=warning label="warning" help=text::WARNING_HELP />
                        <UnitField value=suspended label="suspended" help=text::SUSPENDED_HELP />
                        <UnitField value=locked_out label="lockedOut" help=text::LOCKED_OUT_HELP />
                    </div>
                </div>
                <DialogFoot action=text::SAVE.to_string() />
            </form>
        </Dialog>
    }
}

/// A count of units; what is no number counts as more than any limit, so that the engine refuses it.
pub(crate) fn number(text: RwSignal<String>) -> u32 {
    text.with(|text| text.trim().parse().unwrap_or(u32::MAX))
}

/// A field for a count of units.
#[component]
pub(crate) fn UnitField(
    /// The field's text.
    value: RwSignal<String>,
    /// Graph's word.
    label: &'static str,
    /// What it means.
    help: &'static str,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                class="in"
                type="number"
                min="0"
                max=Units::LIMIT.to_string()
                step="1"
                required=true
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            />
            <span class="help">{help}</span>
        </label>
    }
}
