//! Light, dark, or what the system says.

use leptos::prelude::*;

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
