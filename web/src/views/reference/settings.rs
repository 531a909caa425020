//! What can be set of the tenant, by commands, and of the page, which remembers it.

use leptos::prelude::*;
use licensing_model::{Command, CountryCode};
use licensing_session::Speed;
use licensing_view::Icon;
use licensing_view::settings::SettingsView;

use super::Head;
use super::domains::Domains;
use crate::foresight::Ahead;
use crate::lab::Lab;
use crate::parts::Pic;
use crate::shell::{LanguageSwitch, RulesSwitch, ThemeSwitch};
use crate::{dom, offline, preferences, text};

/// How many days a button lets pass.
const DAYS: [u16; 4] = [1, 7, 30, 365];

/// The settings.
#[component]
pub(crate) fn SettingsScreen() -> impl IntoView {
    view! {
        <Head title=text::SETTINGS_SCREEN lead=text::SETTINGS_LEAD />
        <div class="grid settings">
            <TenantSettings />
            <PageSettings />
        </div>
    }
}

#[component]
fn TenantSettings() -> impl IntoView {
    let lab = Lab::here();
    let view = lab.memo(|reading| reading.settings());
    view! {
        <section class="card c6" aria-labelledby="h-tenant">
            <header>
                <h2 id="h-tenant">{text::TENANT_SETTINGS}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">{text::TENANT_SETTINGS_LEAD}</p>
                <Domains />
                <Country view=view />
                <Workers view=view />
                <Clock view=view />
                <div class="switch-here">
                    <RulesSwitch />
                    <p class="help">{text::RULE_SETS_LEAD}</p>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Country(view: Memo<SettingsView>) -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let set = Memo::new(move |_| view.with(|view| view.country));
    let chosen = RwSignal::new(None::<CountryCode>);
    let other = Memo::new(move |_| chosen.get().filter(|chosen| *chosen != set.get()));
    let now = Memo::new(move |_| other.get().unwrap_or_else(|| set.get()).to_string());
    let asked = move || other.get_untracked().map(Command::SetCountry);
    let save = move |_| {
        if let Some(command) = asked()
            && lab.act(command)
        {
            // What was chosen is what is set; the button is gone, and the focus with it.
            chosen.set(None);
            dom::focus("country");
        }
    };
    let look = move |_| {
        if let Some(command) = asked() {
            ahead.look(lab, command);
        }
    };
    let countries = move || {
        let words = lab.words();
        let mut countries: Vec<_> = words.countries().collect();
        countries.sort_by_key(|(_, name)| *name);
        // The tenant of an import may be in a place that has no name here.
        let stranger = set.get().to_string();
        let stranger = countries.iter().all(|(code, _)| *code != stranger).then(|| (stranger.clone(), stranger));
        let known = countries.into_iter().map(|(code, name)| (code.to_string(), name.to_string()));
        let option = |(code, name): (String, String)| {
            let own = code.clone();
            view! {
                <option value=code prop:selected=move || now.with(|now| *now == own)>
                    {name}
                </option>
            }
        };
        known.chain(stranger).map(option).collect_view()
    };
    view! {
        <div class="field">
            <label for="country">{text::COUNTRY}</label>
            <select
                class="in"
                id="country"
                aria-describedby="country-help"
                on:change:target=move |event| chosen.set(event.target().value().parse().ok())
            >
                {countries}
            </select>
            <Show when=move || other.get().is_some()>
                <div class="tools">
                    <button class="btn btn--sm btn--primary" type="button" on:click=save>
                        {text::SAVE}
                    </button>
                    <button class="btn btn--sm" type="button" on:click=look>
                        <Pic icon=Icon::Preview />
                        {text::PREVIEW}
                    </button>
                </div>
            </Show>
            <span class="help" id="country-help">
                {text::COUNTRY_HELP}
            </span>
        </div>
    }
}

#[component]
fn Workers(view: Memo<SettingsView>) -> impl IntoView {
    let lab = Lab::here();
    let now = Memo::new(move |_| view.with(|view| view.workers));
    let most = view.with_untracked(|view| view.most_workers);
    let choose = move |text: String| {
        if let Ok(workers) = text.parse() {
            lab.act(Command::SetWorkers(workers));
        }
    };
    let option = |workers: u8| {
        view! {
            <option value=workers.to_string() prop:selected=move || now.get() == workers>
                {workers}
            </option>
        }
    };
    view! {
        <label class="field">
            {text::WORKERS}
            <select class="in few" aria-describedby="workers-help" on:change:target=move |event| choose(event.target().value())>
                {(1..=most).map(option).collect_view()}
            </select>
            <span class="help" id="workers-help">
                {text::WORKERS_HELP}
            </span>
        </label>
    }
}

#[component]
fn Clock(view: Memo<SettingsView>) -> impl IntoView {
    let lab = Lab::here();
    let button = move |days: u16| {
        view! {
            <button
                class="btn btn--sm"
                type="button"
                on:click=move |_| {
                    lab.act(Command::Advance { days });
                }
            >
                {move || lab.words().count_days(usize::from(days))}
            </button>
        }
    };
    view! {
        <div class="field">
            <span>{text::CLOCK}</span>
            <span class="now">{move || view.with(|view| view.clock.clone())}</span>
            <div class="tools" role="group" aria-label=text::LET_DAYS_PASS>
                <span>{text::LET_DAYS_PASS}</span>
                {DAYS.map(button).collect_view()}
            </div>
            <span class="help">{text::CLOCK_HELP}</span>
        </div>
    }
}

/// Whether the browser keeps the page for when there is no network.
#[component]
fn WithoutNetwork() -> impl IntoView {
    let lab = Lab::here();
    let is_kept = RwSignal::new(offline::is_on());
    let switch = move |on: bool| {
        offline::switch(lab, on);
        is_kept.set(on);
    };
    view! {
        <div class="field">
            <label class="switch-line">
                <span>{text::OFFLINE}</span>
                <span class="faint" aria-hidden="true">
                    {move || lab.text(if is_kept.get() { text::ON } else { text::OFF })}
                </span>
                <input
                    class="sw"
                    type="checkbox"
                    role="switch"
                    aria-describedby="offline-help"
                    prop:checked=move || is_kept.get()
                    on:change:target=move |event| switch(event.target().checked())
                />
            </label>
            <span class="help" id="offline-help">
                {text::OFFLINE_HELP}
            </span>
        </div>
    }
}

#[component]
fn PageSettings() -> impl IntoView {
    let lab = Lab::here();
    let letter_keys = RwSignal::new(preferences::letter_keys());
    let switch = move |on: bool| {
        preferences::set_letter_keys(on);
        letter_keys.set(on);
    };
    let choose = move |id: String| {
        if let Some(speed) = Speed::of_id(&id) {
            lab.choose_speed(speed);
        }
    };
    let option = move |speed: Speed| {
        view! {
            <option value=speed.id() prop:selected=move || lab.speed.get() == speed>
                {text::speed(speed)}
            </option>
        }
    };
    view! {
        <section class="card c6" aria-labelledby="h-page">
            <header>
                <h2 id="h-page">{text::PAGE_SETTINGS}</h2>
            </header>
            <div class="pad stack">
                <p class="small dim">{text::PAGE_SETTINGS_LEAD}</p>
                <div class="switch-here">
                    <LanguageSwitch />
                </div>
                <div class="switch-here">
                    <ThemeSwitch />
                </div>
                <label class="field">
                    {text::SPEED}
                    <select class="in" aria-describedby="speed-help" on:change:target=move |event| choose(event.target().value())>
                        {Speed::ALL.map(option).collect_view()}
                    </select>
                    <span class="help" id="speed-help">
                        {text::SPEED_HELP}
                    </span>
                </label>
                <div class="field">
                    <label class="switch-line">
                        <span>{text::LETTER_KEYS}</span>
                        <span class="faint" aria-hidden="true">
                            {move || lab.text(if letter_keys.get() { text::ON } else { text::OFF })}
                        </span>
                        <input
                            class="sw"
                            type="checkbox"
                            role="switch"
                            aria-describedby="keys-help"
                            prop:checked=move || letter_keys.get()
                            on:change:target=move |event| switch(event.target().checked())
                        />
                    </label>
                    <span class="help" id="keys-help">
                        {text::LETTER_KEYS_HELP}
                    </span>
                </div>
                {offline::is_possible().then(|| view! { <WithoutNetwork /> })}
            </div>
        </section>
    }
}
