//! The tenant that is shown, as a bundle.

use leptos::prelude::*;
use licensing_import::Log;
use licensing_view::Icon;

use super::work;
use crate::files::{self, Kind};
use crate::lab::Lab;
use crate::parts::Pic;
use crate::text;

/// The name of the file.
const FILE: &str = "tenant.json";

/// The download, with or without the audit log.
#[component]
pub(super) fn DownloadCard() -> impl IntoView {
    let lab = Lab::here();
    let with_log = RwSignal::new(true);
    // How much is written, in percent; none while nothing is.
    let percent = RwSignal::new(None::<usize>);
    let save = move |_| {
        if percent.with_untracked(Option::is_some) {
            return;
        }
        percent.set(Some(0));
        let log = if with_log.get_untracked() { Log::Kept } else { Log::LeftOut };
        wasm_bindgen_futures::spawn_local(async move {
            let report = move |share| _ = percent.try_set(Some(share));
            // One who goes elsewhere does not want the file any more.
            let is_wanted = move || percent.try_get_untracked().is_some();
            if let Some(parts) = work::export(lab, log, report, &is_wanted).await {
                files::save_parts(FILE, Kind::Json, &parts);
            }
            _ = percent.try_set(None);
        });
    };
    view! {
        <section class="card" aria-labelledby="h-download">
            <header>
                <h2 id="h-download">{text::BUNDLE}</h2>
            </header>
            <div class="pad stack-s">
                <p>{text::BUNDLE_WHY}</p>
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=move || with_log.get()
                        on:change:target=move |event| with_log.set(event.target().checked())
                    />
                    {text::BUNDLE_LOG}
                </label>
                <p>
                    <button
                        class="btn"
                        type="button"
                        aria-disabled=move || if percent.with(Option::is_some) { "true" } else { "false" }
                        on:click=save
                    >
                        <Pic icon=Icon::Download />
                        {text::BUNDLE_SAVE}
                    </button>
                </p>
                <Show when=move || percent.with(Option::is_some)>
                    <label class="field">
                        {text::BUNDLE_WRITING}
                        <progress max="100" prop:value=move || percent.get().unwrap_or_default() as f64>
                            {move || lab.words().sample_percent(percent.get().unwrap_or_default())}
                        </progress>
                    </label>
                </Show>
            </div>
        </section>
    }
}
