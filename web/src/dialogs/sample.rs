//! Which sample tenant takes the place of the one that is open. It is built in slices, between which the page answers.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::sample::Sample;
use licensing_session::keeping::Standing;
use licensing_session::{Origin, Session};
use licensing_view::Route;
use licensing_wording::Text;

use crate::keeping::full_catalog;
use crate::lab::Lab;
use crate::parts::Dialog;
use crate::slices::run_told;
use crate::{router, text};

/// The sizes that are offered, in users.
const SIZES: [u32; 4] = [500, 20_000, 100_000, 1_000_000];
/// From this size on it takes a while.
const LARGE: u32 = 10_000;
/// From this size on it takes long.
const LARGEST: u32 = 1_000_000;
/// The same company every time.
const SEED: u64 = 1;
/// Units of work of one slice: some milliseconds, also where each user is judged anew.
const SLICE: u32 = 300;

/// Asks which sample is opened.
#[component]
pub(crate) fn SampleDialog() -> impl IntoView {
    let lab = Lab::here();
    let percent = RwSignal::new(None::<usize>);
    let build = move |users: u32| {
        let sample = Sample::Company { seed: SEED, users };
        percent.set(Some(0));
        spawn_local(build_and_open(lab, sample, percent));
    };
    let open_example = move |_| {
        lab.open_first();
        lab.answered();
    };
    let import = move |_| {
        lab.answered();
        router::go(Route::Import);
    };
    let open_five_errors = move |_| {
        lab.open_five_errors();
        lab.answered();
    };
    let open_empty = move |_| {
        lab.open_empty();
        lab.answered();
    };
    let company = move |users: u32| {
        let about = match users {
            LARGEST.. => Text::SAMPLE_LARGEST_ABOUT,
            LARGE.. => Text::SAMPLE_LARGE_ABOUT,
            _ => Text::SAMPLE_COMPANY_ABOUT,
        };
        view! {
            <li>
                <button type="button" on:click=move |_| build(users)>
                    <b>{move || lab.words().sample_company(users as usize)}</b>
                    <small>{text::Spoken(about)}</small>
                </button>
            </li>
        }
    };
    let lead = match lab.keeping.standing.get_untracked() {
        Standing::Stored(_) => Some(text::SAMPLE_LEAD_KEPT),
        Standing::Embedded => Some(text::SAMPLE_LEAD),
        // Nothing was done to it, or it can be gone back to.
        Standing::Untouched | Standing::Visit => None,
    };
    view! {
        <Dialog title=text::SAMPLE_TITLE on_close=move |()| lab.answered()>
            <div class="d-body">
                <Show
                    when=move || percent.with(Option::is_some)
                    fallback=move || {
                        view! {
                            {lead.map(|lead| view! { <p class="small dim">{lead}</p> })}
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

/// Builds the tenant and opens it. A dialog that was closed builds nothing more.
async fn build_and_open(lab: Lab, sample: Sample, percent: RwSignal<Option<usize>>) {
    // With the full catalog comes what makes the steps of many users at once; without it the same takes many times as long.
    let full = if sample.users() < LARGE { None } else { full_catalog(lab).await.ok() };
    let catalog = full.unwrap_or_else(|| lab.known_catalog());
    let mut building = sample.build(catalog.clone());
    let is_wanted = || percent.try_get_untracked().is_some();
    let tell = |share| _ = percent.try_set(Some(share));
    let Ok(is_built) = run_told(&is_wanted, tell, &mut building, SLICE).await;
    if is_built
        && is_wanted()
        && let Some(tenant) = building.finish()
    {
        let title = lab.words_now().sample_company(sample.users() as usize);
        lab.open(Session::of(title, Origin::Sample(sample), tenant, catalog));
        lab.answered();
    }
}
