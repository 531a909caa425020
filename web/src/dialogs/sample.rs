//! Which sample tenant takes the place of the one that is open. It is built in slices, between which the page answers.

use std::time::Duration;

use leptos::prelude::*;
use licensing_scenario::sample::{Building, Sample};
use licensing_view::Route;
use licensing_wording::Text;

use crate::lab::Lab;
use crate::parts::Dialog;
use crate::{router, text};
use licensing_session::Origin;

/// The sizes that are offered, in users.
const SIZES: [u32; 3] = [500, 20_000, 100_000];
/// From this size on it takes a while.
const LARGE: u32 = 10_000;
/// The same company every time.
const SEED: u64 = 1;
/// Units of work of one slice: some milliseconds.
const SLICE: u32 = 1_500;

/// Asks which sample is opened.
#[component]
pub(crate) fn SampleDialog() -> impl IntoView {
    let lab = Lab::here();
    let building = StoredValue::new(None::<Building>);
    let percent = RwSignal::new(None::<usize>);
    let build = move |users: u32| {
        let sample = Sample::Company { seed: SEED, users };
        building.set_value(Some(sample.build(lab.read(|document| document.catalog()))));
        percent.set(Some(0));
        go_on(lab, sample, building, percent);
    };
    let open_example = move |_| {
        lab.open_example();
        lab.answered();
    };
    let import = move |_| {
        lab.answered();
        router::go(Route::Import);
    };
    let open_five_errors = move |_| {
        lab.open_first();
        lab.answered();
    };
    let open_empty = move |_| {
        lab.open_empty();
        lab.answered();
    };
    let company = move |users: u32| {
        let about = if users < LARGE { Text::SAMPLE_COMPANY_ABOUT } else { Text::SAMPLE_LARGE_ABOUT };
        view! {
            <li>
                <button type="button" on:click=move |_| build(users)>
                    <b>{move || lab.words().sample_company(users as usize)}</b>
                    <small>{text::Spoken(about)}</small>
                </button>
            </li>
        }
    };
    view! {
        <Dialog title=text::SAMPLE_TITLE on_close=move |()| lab.answered()>
            <div class="d-body">
                <Show
                    when=move || percent.with(Option::is_some)
                    fallback=move || {
                        view! {
                            <p class="small dim">{text::SAMPLE_LEAD}</p>
                            <ul class="offers">
                                <li>
                                    <button type="button" autofocus=true on:click=open_example>
                                        <b>{text::SAMPLE_EXAMPLE}</b>
                                        <small>{text::SAMPLE_EXAMPLE_ABOUT}</small>
                                    </button>
                                </li>
                                <li>
                                    <button type="button" on:click=open_five_errors>
                                        <b>{text::SAMPLE_FIVE_ERRORS}</b>
                                        <small>{text::SAMPLE_FIVE_ERRORS_ABOUT}</small>
                                    </button>
                                </li>
                                {SIZES.map(company)}
                                <li>
                                    <button type="button" on:click=open_empty>
                                        <b>{text::NEW_TENANT}</b>
                                        <small>{text::NEW_TENANT_ABOUT}</small>
                                    </button>
                                </li>
                                <li>
                                    <button type="button" on:click=import>
                                        <b>{text::IMPORT}</b>
                                        <small>{text::IMPORT_LEAD}</small>
                                    </button>
                                </li>
                            </ul>
                        }
                    }
                >
                    <label class="field">
                        {text::SAMPLE_BUILDING}
                        <progress max="100" prop:value=move || percent.get().unwrap_or_default() as f64>
                            {move || lab.words().sample_percent(percent.get().unwrap_or_default())}
                        </progress>
                    </label>
                </Show>
            </div>
        </Dialog>
    }
}

/// Builds for one slice, and opens the tenant when it is done. A dialog that was closed builds nothing more.
fn go_on(lab: Lab, sample: Sample, building: StoredValue<Option<Building>>, percent: RwSignal<Option<usize>>) {
    let advance = |building: &mut Option<Building>| {
        let is_done = building.as_mut()?.advance(SLICE);
        let (done, all) = building.as_ref()?.progress();
        Some((is_done, done.saturating_mul(100).checked_div(all).unwrap_or(100)))
    };
    let Some((is_done, share)) = building.try_update_value(advance).flatten() else { return };
    if !is_done {
        percent.set(usize::try_from(share).ok());
        set_timeout(move || go_on(lab, sample, building, percent), Duration::ZERO);
    } else if let Some(tenant) = building.try_update_value(Option::take).flatten().and_then(Building::finish) {
        let title = lab.words_now().sample_company(sample.users() as usize);
        lab.open_sample(title, Origin::Sample(sample), tenant, lab.read(|document| document.catalog()));
        lab.answered();
    }
}
