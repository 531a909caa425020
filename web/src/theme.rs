//! Light, dark, or what the system says.

use leptos::prelude::*;

use crate::preferences;

/// What the choice is remembered by.
const NAME: &str = "theme";

/// Which colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// What a choice of it is known by.
    const fn id(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// What was chosen on an earlier visit.
    pub(crate) fn remembered() -> Theme {
        let id = preferences::recall(NAME);
        Theme::ALL.into_iter().find(|theme| id.as_deref() == Some(theme.id())).unwrap_or_default()
    }
}

/// Shows the page in the colors of `chosen` from now on and remembers it.
pub(crate) fn choose(theme: RwSignal<Theme>, chosen: Theme) {
    preferences::remember(NAME, chosen.id());
    theme.set(chosen);
}

/// Keeps the root's `data-theme` as chosen; without it `prefers-color-scheme` decides.
pub(crate) fn keep_theme(theme: RwSignal<Theme>) {
    Effect::new(move |_| {
        let Some(root) = document().document_element() else { return };
        // Only an attribute name that is none could be refused.
        let _ = match theme.get() {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light => root.set_attribute("data-theme", "light"),
            Theme::Dark => root.set_attribute("data-theme", "dark"),
        };
    });
}
