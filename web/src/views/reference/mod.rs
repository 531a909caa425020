//! What one looks things up in: the rules, the settings, the glossary, and what all this is.

mod about;
mod add_pair;
mod domains;
mod glossary;
mod rules;
mod settings;

pub(crate) use about::AboutScreen;
pub(crate) use glossary::GlossaryScreen;
pub(crate) use rules::RulesScreen;
pub(crate) use settings::SettingsScreen;

use leptos::prelude::*;

use crate::lab::Lab;
use crate::text::Spoken;

/// The title of a screen, and what it is for.
#[component]
fn Head(
    /// Its title.
    title: Spoken,
    /// What it is for.
    #[prop(into)]
    lead: Signal<Spoken>,
) -> impl IntoView {
    let lab = Lab::here();
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {title}
                </h1>
                <p>{move || lab.text(lead.get())}</p>
            </div>
        </div>
    }
}
