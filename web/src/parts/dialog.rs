//! The browser's own dialog in our clothes. It traps focus, closes on Esc, and gives focus back.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use licensing_view::Icon;
use web_sys::wasm_bindgen::JsCast;

use super::Pic;
use crate::text;

/// Closes the dialog that stands around.
#[derive(Clone, Copy)]
pub(crate) struct CloseDialog(pub(crate) Callback<()>);

/// A modal dialog that is open as long as it is there.
#[component]
pub(crate) fn Dialog(
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// Whom or what it is about, by name.
    #[prop(into, optional)]
    about: Signal<String>,
    /// It was closed.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it asks.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            // It fails only where the element is not in the page; then there is nothing to show.
            let _ = dialog.show_modal();
            focus_first(&dialog);
        }
    });
    let close = Callback::new(move |()| {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    });
    provide_context(CloseDialog(close));
    // In a field of several lines Enter begins another.
    let press = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter"
            && (event.ctrl_key() || event.meta_key())
            && let Some(dialog) = node.get_untracked()
            && let Ok(Some(button)) = dialog.query_selector(".d-foot [type=submit]")
        {
            event.prevent_default();
            button.unchecked_into::<web_sys::HtmlElement>().click();
        }
    };
    view! {
        <dialog
            node_ref=node
            class="dialog"
            aria-labelledby="dialog-title"
            on:keydown=press
            on:close=move |_| on_close.run(())
        >
            <header class="d-head">
                <h2 id="dialog-title">{title}</h2>
                {move || Some(about.get()).filter(|about| !about.is_empty()).map(|about| view! { <p class="dim cut">{about}</p> })}
                <button class="btn btn--quiet btn--icon btn--sm" type="button" aria-label=text::CLOSE on:click=move |_| close.run(())>
                    <Pic icon=Icon::Close />
                </button>
            </header>
            {children()}
        </dialog>
    }
}

/// The focus goes to what the dialog asks for first, not to the button that closes it, where Enter would discard.
fn focus_first(dialog: &web_sys::HtmlDialogElement) {
    const FIELDS: &str = ".d-body :is(input, select, textarea, button, a):not([disabled], [hidden])";
    let find = |selectors| dialog.query_selector(selectors).ok().flatten();
    let asked = find("[autofocus]").or_else(|| find(FIELDS)).or_else(|| find(".d-foot .btn--primary"));
    // What is only read is scrolled by the keys.
    let first = asked.or_else(|| find(".d-body[tabindex]"));
    if let Some(field) = first.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// The last row of a dialog's form: a word on what will happen, Cancel, and the button that does it.
#[component]
pub(crate) fn DialogFoot(
    /// What the button does.
    #[prop(into)]
    action: Signal<String>,
    /// Whether there is something to do.
    #[prop(into, default = Signal::stored(true))]
    ready: Signal<bool>,
    /// What will happen.
    #[prop(into, optional)]
    hint: Signal<String>,
) -> impl IntoView {
    let dialog = use_context::<CloseDialog>();
    let cancel = move || {
        if let Some(CloseDialog(close)) = dialog {
            close.run(());
        }
    };
    view! {
        <footer class="d-foot">
            <span class="small faint">{move || hint.get()}</span>
            <button class="btn" type="button" on:click=move |_| cancel()>
                {text::CANCEL}
            </button>
            <button class="btn btn--primary" type="submit" disabled=move || !ready.get()>
                {move || action.get()}
            </button>
        </footer>
    }
}
