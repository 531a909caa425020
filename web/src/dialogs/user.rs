//! A new user; a user's usage location.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::command::{NewUser, UserPatch};
use licensing_model::{Command, CountryCode, Member, Property, UserId};
use licensing_view::user::UserView;
use licensing_view::{Route, typed};

use super::domain::{DomainField, Domains};
use super::sent::answer;
use crate::foresight;
use crate::lab::{Created, Lab};
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::router;
use crate::text::{self, Spoken};

/// Asks for a new user.
#[component]
pub(crate) fn NewUserDialog() -> impl IntoView {
    let lab = Lab::here();
    let domains = Domains::of(lab);
    let tenant_country = lab.memo(|document| document.country());
    let name = RwSignal::new(String::new());
    let account = RwSignal::new(None::<String>);
    let location = RwSignal::new(tenant_country.get_untracked());
    let guest = RwSignal::new(false);
    let unread = RwSignal::new(None);
    let refusal = RwSignal::new(None);
    let suggested = move || account.get().unwrap_or_else(|| typed::account(&name.get()));
    let account_field = NodeRef::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        // A name in other letters suggests no account: the field asks for one.
        if suggested().is_empty() {
            return focus(account_field);
        }
        let usage_location = match read_location(lab, location, unread) {
            Some(location) => location,
            None => return,
        };
        let user = NewUser {
            display_name: name.get(),
            user_principal_name: format!("{}@{}", suggested(), domains.now.get()),
            mail_nickname: None,
            usage_location,
            guest: guest.get(),
        };
        match lab.send(Command::CreateUser(user)) {
            Ok(Some(Created::User(id))) => {
                lab.answered();
                router::go(Route::User(id));
            }
            Ok(_) => lab.answered(),
            Err(note) => refusal.set(Some(note)),
        }
    };
    view! {
        <Dialog title=text::NEW_USER_TITLE on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <label class="field">
                        {text::DISPLAY_NAME}
                        <input
                            class="in"
                            autofocus=true
                            autocomplete="off"
                            placeholder=text::DISPLAY_NAME_EXAMPLE
                            prop:value=move || name.get()
                            on:input:target=move |event| name.set(event.target().value())
                        />
                    </label>
                    <div class="field">
                        <label for="new-account">{text::PRINCIPAL_NAME}</label>
                        <span class="affix">
                            <input
                                class="in"
                                id="new-account"
                                autocomplete="off"
                                spellcheck="false"
                                required=true
                                node_ref=account_field
                                prop:value=suggested
                                on:input:target=move |event| account.set(Some(event.target().value()))
                            />
                            {move || match domains.is_choice() {
                                false => view! { <span>"@" {move || domains.now.get()}</span> }.into_any(),
                                true => view! { <DomainField domains=domains /> }.into_any(),
                            }}
                        </span>
                    </div>
                    <LocationField location=location unread=unread help=text::LOCATION_HELP />
                    <Toggle value=guest label=text::GUEST help=text::GUEST_HELP />
                </div>
                <DialogFoot action=text::CREATE_USER />
            </form>
        </Dialog>
    }
}

/// Asks for a user's usage location.
#[component]
pub(crate) fn LocationDialog(
    /// Whose.
    user: UserId,
) -> impl IntoView {
    let lab = Lab::here();
    let now = lab.memo(move |document| document.user(user).and_then(|view| view.location.set));
    let location =
        RwSignal::new(now.get_untracked().map(|country| typed::shown(lab.words(), country)).unwrap_or_default());
    let unread = RwSignal::new(None);
    let refusal = RwSignal::new(None);
    let locate = move |usage_location| {
        Command::UpdateUser(user, UserPatch { usage_location: Some(usage_location), ..UserPatch::default() })
    };
    let commands = Signal::derive(move || {
        let typed = location.with(|text| typed::country(lab.words(), text)).ok();
        typed.filter(|country| *country != now.get()).map(locate).into_iter().collect()
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(usage_location) = read_location(lab, location, unread) else { return };
        answer(lab, lab.send(locate(usage_location)), refusal);
    };
    view! {
        <Dialog title=text::USAGE_LOCATION about=super::about::user(lab, user) on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <LocationField location=location unread=unread help=text::LOCATION_CHANGE_HELP />
                    {foresight::consequences(commands)}
                </div>
                <DialogFoot action=text::SAVE />
            </form>
        </Dialog>
    }
}

/// Asks for what else can be changed of a user.
#[component]
pub(crate) fn EditUserDialog(
    /// Whose.
    user: UserId,
) -> impl IntoView {
    let lab = Lab::here();
    let now = lab.memo(move |document| document.user(user)).get_untracked();
    let (before, principal, nickname, blocked, department, job_title) = now
        .map(|view| {
            let UserView { person, principal_name, nickname, sign_in_blocked, department, job_title, .. } = view;
            (person.name, principal_name, nickname, sign_in_blocked, department, job_title)
        })
        .unwrap_or_default();
    let kept = [(Property::DEPARTMENT, department), (Property::JOB_TITLE, job_title)];
    let kept = kept.map(|(property, value)| (property, value.clone(), RwSignal::new(value)));
    let [(_, _, department), (_, _, job_title)] = kept;
    let [name, principal, nickname] = [before, principal, nickname].map(RwSignal::new);
    let (name_before, principal_before, nickname_before) =
        (name.get_untracked(), principal.get_untracked(), nickname.get_untracked());
    let sign_in = RwSignal::new(!blocked);
    let refusal = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        // What stays is not sent: a change is one thing in the history and in the log.
        let changed = |text: RwSignal<String>, before: &str| Some(text.get()).filter(|text| text != before);
        let patch = UserPatch {
            display_name: changed(name, &name_before),
            user_principal_name: changed(principal, &principal_before),
            mail_nickname: changed(nickname, &nickname_before),
            usage_location: None,
            account_enabled: Some(sign_in.get()).filter(|sign_in| *sign_in == blocked),
        };
        let properties = kept.iter().filter(|(_, before, value)| value.get() != *before);
        let set = |(property, _, value): &(Property, String, RwSignal<String>)| Command::SetProperty {
            of: Member::User(user),
            property: *property,
            value: value.get(),
        };
        let update = (patch != UserPatch::default()).then_some(Command::UpdateUser(user, patch));
        let mut commands: Vec<Command> = update.into_iter().chain(properties.map(set)).collect();
        if commands.is_empty() {
            return lab.answered();
        }
        let first = commands.remove(0);
        answer(lab, lab.send_all(first, |_| commands.clone()), refusal);
    };
    let field = |label: AnyView, value: RwSignal<String>, help: Option<Spoken>| {
        view! {
            <label class="field">
                {label}
                <input
                    class="in"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || value.get()
                    on:input:target=move |event| value.set(event.target().value())
                />
                {help.map(|help| view! { <span class="help">{help}</span> })}
            </label>
        }
    };
    view! {
        <Dialog title=text::EDIT_USER about=super::about::user(lab, user) on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    {field(text::DISPLAY_NAME.into_render().into_any(), name, None)}
                    {field(text::PRINCIPAL_NAME.into_render().into_any(), principal, None)}
                    {field("mailNickname".into_any(), nickname, Some(text::NICKNAME_HELP))}
                    {field(text::DEPARTMENT.into_render().into_any(), department, None)}
                    {field(text::JOB_TITLE.into_render().into_any(), job_title, None)}
                    <Toggle value=sign_in label=text::SIGN_IN help=text::SIGN_IN_HELP />
                </div>
                <DialogFoot action=text::SAVE />
            </form>
        </Dialog>
    }
}

/// Yes or no, with what it means.
#[component]
fn Toggle(value: RwSignal<bool>, label: Spoken, help: Spoken) -> impl IntoView {
    view! {
        <label class="toggle">
            <input
                class="sw"
                type="checkbox"
                role="switch"
                prop:checked=move || value.get()
                on:change:target=move |event| value.set(event.target().checked())
            />
            <span>{label} <span class="help">{help}</span></span>
        </label>
    }
}

#[component]
fn LocationField(location: RwSignal<String>, unread: RwSignal<Option<String>>, help: Spoken) -> impl IntoView {
    let lab = Lab::here();
    view! {
        <label class="field">
            {text::USAGE_LOCATION}
            <input
                class="in"
                list="countries"
                autocomplete="off"
                spellcheck="false"
                placeholder=text::LOCATION_EXAMPLE
                aria-describedby="location-help location-unread"
                aria-invalid=move || unread.with(Option::is_some).then_some("true")
                prop:value=move || location.get()
                on:input:target=move |event| {
                    unread.set(None);
                    location.set(event.target().value());
                }
            />
            <span class="unread" id="location-unread" role="alert">
                {move || unread.get()}
            </span>
            <span class="help" id="location-help">
                {help}
            </span>
        </label>
        <datalist id="countries">
            {move || {
                let countries = lab.words().countries().map(|(code, name)| typed::listed(code, name));
                countries.map(|value| view! { <option value=value></option> }).collect_view()
            }}
        </datalist>
    }
}

/// The location that was typed; an empty field clears it. What is no country is told beside the field, and nothing is sent.
fn read_location(
    lab: Lab,
    location: RwSignal<String>,
    unread: RwSignal<Option<String>>,
) -> Option<Option<CountryCode>> {
    match location.with(|text| typed::country(lab.words(), text)) {
        Ok(country) => Some(country),
        Err(why) => {
            unread.set(Some(why));
            None
        }
    }
}

fn focus(field: NodeRef<leptos::html::Input>) {
    if let Some(field) = field.get_untracked() {
        let _ = field.focus();
    }
}
