//! The languages that are spoken here.

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum Language {
    /// English, with American spelling.
    #[default]
    English,
    /// Dutch.
    Dutch,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::English, Language::Dutch];

    /// Its code (ISO 639-1), which `lang` takes.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Dutch => "nl",
        }
    }

    /// What it calls itself.
    pub const fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Dutch => "Nederlands",
        }
    }

    /// The language of a tag such as `nl` or `nl-BE`, whatever its case.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The first of a reader's languages that is spoken here; English where none is.
    pub fn preferred<T: AsRef<str>>(tags: impl IntoIterator<Item = T>) -> Language {
        tags.into_iter().find_map(|tag| Language::of_tag(tag.as_ref())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_is_spoken_counts() {
        assert_eq!(Language::preferred(["nl-BE", "en"]), Language::Dutch);
        assert_eq!(Language::preferred(["de", "EN-gb", "nl"]), Language::English);
        assert_eq!(Language::preferred(["fr", "nl"]), Language::Dutch);
        assert_eq!(Language::preferred(["nlx", "", "-"]), Language::English);
        assert_eq!(Language::preferred::<&str>([]), Language::English);
    }
}
