//! Files that are chosen or dropped.

use leptos::ev;
use leptos::prelude::*;
use licensing_view::Icon;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use super::Pic;
use crate::text::Spoken;

/// A button that lets somebody choose files. The same file can be chosen again.
#[component]
pub(crate) fn ChooseFiles(
    /// What the button says.
    label: Spoken,
    /// Which files are offered.
    accept: &'static str,
    /// How many may be chosen; one if nothing is said.
    #[prop(default = Many::One)]
    many: Many,
    /// What else the button looks like.
    #[prop(default = "btn")]
    class: &'static str,
    /// Takes the files.
    take: Callback<Vec<File>>,
) -> impl IntoView {
    let choose = move |event: ev::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        take.run(listed(input.files()));
        input.set_value("");
    };
    view! {
        <label class=format!("{class} file-button")>
            <Pic icon=Icon::File />
            {label}
            <input class="vh" type="file" multiple=many == Many::Several accept=accept on:change=choose />
        </label>
    }
}

/// How many files may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Many {
    /// One.
    One,
    /// Several at once.
    Several,
}

/// Room on which files can be let go anywhere: beside it the browser would show them in the place of the page.
#[component]
pub(crate) fn DropFiles(
    /// Takes the files.
    take: Callback<Vec<File>>,
    /// Whether files are held over it.
    over: RwSignal<bool>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take.run(listed(event.data_transfer().and_then(|data| data.files())));
    };
    view! {
        <div
            class="drops"
            class:drop--over=move || over.get()
            on:dragenter=drag
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            {children()}
        </div>
    }
}

fn listed(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|place| files.get(place)).collect()).unwrap_or_default()
}
