//! Which of the tenant's domains new users get.

use leptos::prelude::*;

use crate::lab::Lab;
use crate::text;

/// The domains of the tenant, and which of them counts.
#[derive(Clone, Copy)]
pub(super) struct Domains {
    all: Memo<Vec<String>>,
    chosen: RwSignal<Option<String>>,
    /// The one that counts now.
    pub(super) now: Memo<String>,
}

impl Domains {
    /// Those of the open tenant; the first counts until another is chosen.
    pub(super) fn of(lab: Lab) -> Domains {
        let all = lab.memo(|document| document.domains());
        let chosen = RwSignal::new(None::<String>);
        // One that is gone by now is not chosen any more.
        let now = Memo::new(move |_| {
            let chosen = chosen.get().filter(|chosen| all.with(|domains| domains.contains(chosen)));
            chosen.unwrap_or_else(|| all.with(|domains| domains.first().cloned().unwrap_or_default()))
        });
        Domains { all, chosen, now }
    }

    /// Whether there is more than one.
    pub(super) fn is_choice(self) -> bool {
        self.all.with(|all| all.len() > 1)
    }
}

/// Chooses one of them.
#[component]
pub(super) fn DomainField(
    /// They.
    domains: Domains,
) -> impl IntoView {
    let Domains { all, chosen, now } = domains;
    let option = move |own: String| {
        let (value, shown) = (own.clone(), own.clone());
        view! {
            <option value=value prop:selected=move || now.with(|now| *now == own)>
                {shown}
            </option>
        }
    };
    view! {
        <span aria-hidden="true">"@"</span>
        <select
            class="in"
            aria-label=text::DOMAIN_OF_USER
            on:change:target=move |event| chosen.set(Some(event.target().value()))
        >
            <For each=move || all.get() key=String::clone children=option />
        </select>
    }
}
