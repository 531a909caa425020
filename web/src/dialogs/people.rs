//! Several new users at once: names that are pasted, or lines of a table.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use licensing_model::Command;
use licensing_session::Session;
use licensing_view::typed;

use super::domain::{DomainField, Domains};
use crate::lab::Lab;
use crate::parts::{Dialog, DialogFoot, RefusalNote};
use crate::text;

/// Asks who the new users are.
#[component]
pub(crate) fn NewUsersDialog() -> impl IntoView {
    let lab = Lab::here();
    let domains = Domains::of(lab);
    let lines = RwSignal::new(String::new());
    let refusal = RwSignal::new(None);
    let people = lab.memo(move |document| {
        let country = Some(document.tenant_country());
        domains.now.with(|domain| lines.with(|lines| typed::people(document.words(), lines, domain, country)))
    });
    let number = Memo::new(move |_| people.with(|people| people.as_ref().map_or(0, Vec::len)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Ok(people) = people.get_untracked() else { return };
        let sent = lab.work(|document: &mut Session| {
            let mut create = |user| document.apply(Command::CreateUser(user));
            let refused = people.into_iter().filter_map(|user| create(user.clone()).err().map(|note| (user, note)));
            refused.collect::<Vec<_>>()
        });
        let Some((refused, _)) = sent else { return };
        // Those who were refused stay, to be mended.
        let line =
            |user: &licensing_model::command::NewUser| format!("{}; {}", user.display_name, user.user_principal_name);
        lines.set(refused.iter().map(|(user, _)| line(user)).collect::<Vec<_>>().join("\n"));
        match refused.into_iter().next() {
            Some((_, note)) => refusal.set(Some(note)),
            None => lab.answered(),
        }
    };
    view! {
        <Dialog title=text::NEW_USERS_TITLE on_close=move |()| lab.answered()>
            <form on:submit=submit>
                <div class="d-body">
                    <RefusalNote refusal=refusal />
                    <label class="field">
                        {text::NEW_USERS_LINES}
                        <textarea
                            class="in"
                            rows="8"
                            autofocus=true
                            spellcheck="false"
                            placeholder=text::NEW_USERS_EXAMPLE
                            prop:value=move || lines.get()
                            on:input:target=move |event| lines.set(event.target().value())
                        ></textarea>
                        <span class="help small dim">{text::NEW_USERS_HELP}</span>
                    </label>
                    <Show when=move || domains.is_choice()>
                        <div class="field">
                            <span>{text::DOMAIN_OF_USERS}</span>
                            <span class="affix">
                                <DomainField domains=domains />
                            </span>
                        </div>
                    </Show>
                    <p class="small unread" role="status">{move || people.with(|people| people.as_ref().err().cloned())}</p>
                </div>
                <DialogFoot
                    action=Signal::derive(move || match number.get() {
                        0 => lab.text(text::CREATE_USER).to_string(),
                        number => lab.words().create_so_many(number),
                    })
                    ready=Signal::derive(move || number.get() > 0)
                />
            </form>
        </Dialog>
    }
}
