//! Countries by name, for display and for suggestions.

use licensing_model::CountryCode;

use crate::text::Text;
use crate::words::Words;

impl Words {
    /// The name of a country; its code where it has none.
    pub fn country(self, country: CountryCode) -> String {
        let code = country.to_string();
        match self.countries().find(|(listed, _)| *listed == code) {
            Some((_, name)) => name.to_owned(),
            // The first screen names it, before the list has come.
            None if country == CountryCode::NL => self.text(Text::LOCATION_EXAMPLE).to_owned(),
            None => code,
        }
    }

    /// Every country with its name, by code (ISO 3166-1).
    pub fn countries(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        entries(self.text(Text::COUNTRIES))
    }

    /// Countries with their names in the other language, where that has another.
    pub fn countries_elsewhere(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        entries(self.text(Text::COUNTRIES_ELSEWHERE))
    }
}

fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    // By letters: what looks for a text takes a kilobyte of the first load.
    list.split(';').filter_map(|entry| entry.trim_start_matches(' ').split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_code() {
        assert_eq!(Words::english().country(CountryCode::NL), "Netherlands");
        assert_eq!(Words::dutch().country(CountryCode::NL), "Nederland");
        assert_eq!("ZZ".parse().map(|code| Words::dutch().country(code)), Ok("ZZ".to_owned()));
    }

    #[test]
    fn both_languages_list_the_same_countries() {
        let codes = |words: Words| words.countries().map(|(code, _)| code).collect::<Vec<_>>();
        let english = codes(Words::english());
        assert_eq!(english, codes(Words::dutch()));
        assert!(english.len() > 240 && english.is_sorted());
        assert!(english.iter().all(|code| code.parse::<CountryCode>().is_ok()));
    }
}
