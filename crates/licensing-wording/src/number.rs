//! Numbers, lists and moments as a language writes them.

use crate::language::Language;
use crate::text::Text;
use crate::words::Words;
use licensing_model::letters::upper;

/// Days from 1970-01-01 to 2019-11-08, where the clock starts (R16).
const START_DAY: i64 = 18_208;
const START_SECOND: i64 = 9 * 3_600;

impl Words {
    /// `12,345`, and `12.345` in Dutch.
    pub fn number(self, number: usize) -> String {
        let separator = match self.language() {
            Language::English => ',',
            Language::Dutch => '.',
        };
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list(self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => self.list_end(&rest.join(", "), last),
        }
    }

    /// Seconds of the simulated clock as `8 Nov 2019 09:00:12`.
    pub fn moment(self, seconds: u32) -> String {
        let (year, month, day) = date_of(START_DAY + (i64::from(seconds) + START_SECOND) / 86_400);
        format!("{day} {} {year} {}", self.month(month), self.time_of_day(seconds))
    }

    /// A day such as `2026-08-19` as `19 Aug 2026`; what is no such day stays as it is.
    pub fn day(self, iso: &str) -> String {
        let mut parts = iso.splitn(3, '-').map(|part| part.parse::<usize>().ok());
        match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten()) {
            (Some(year), Some(month @ 1..=12), Some(day)) => format!("{day} {} {year}", self.month(month)),
            _ => iso.to_owned(),
        }
    }

    fn month(self, month: usize) -> &'static str {
        // By a letter: what looks for a text takes a kilobyte of the first load.
        let month = self.text(Text::MONTHS).split(',').nth(month.saturating_sub(1));
        month.unwrap_or_default().trim_start_matches(' ')
    }

    /// The time of day of the simulated clock as `09:00:12`.
    pub fn time_of_day(self, seconds: u32) -> String {
        let second = (i64::from(seconds) + START_SECOND) % 86_400;
        format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60)
    }
}

/// The same with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| [upper(first)].into_iter().chain(letters).collect())
}

/// Year, month and day of a day since 1970-01-01 (Howard Hinnant's `civil_from_days`).
fn date_of(days: i64) -> (i64, usize, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month as usize, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_starts_on_the_day_of_the_article() {
        let words = Words::english();
        assert_eq!(words.moment(0), "8 Nov 2019 09:00:00");
        assert_eq!(words.moment(15 * 3_600 + 61), "9 Nov 2019 00:01:01");
        assert_eq!(words.moment(54 * 86_400), "1 Jan 2020 09:00:00");
        assert_eq!(words.moment(113 * 86_400), "29 Feb 2020 09:00:00");
        assert_eq!(Words::dutch().moment(141 * 86_400), "28 mrt 2020 09:00:00");
        assert_eq!(Words::dutch().moment(180 * 86_400), "6 mei 2020 09:00:00");
    }

    #[test]
    fn a_day_is_written_as_the_language_writes_it() {
        assert_eq!(Words::english().day("2026-08-19"), "19 Aug 2026");
        assert_eq!(Words::dutch().day("2026-03-01"), "1 mrt 2026");
        for text in ["", "2026", "2026-13-01", "2026-08-19-x", "yesterday"] {
            assert_eq!(Words::english().day(text), text);
        }
    }

    #[test]
    fn numbers_have_the_separator_of_their_language() {
        for (number, english, dutch) in
            [(0, "0", "0"), (999, "999", "999"), (1_234, "1,234", "1.234"), (1_234_567, "1,234,567", "1.234.567")]
        {
            assert_eq!(Words::english().number(number), english);
            assert_eq!(Words::dutch().number(number), dutch);
        }
    }

    #[test]
    fn lists_end_with_and() {
        let parts = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(Words::english().list(&parts), "a, b and c");
        assert_eq!(Words::dutch().list(&parts), "a, b en c");
        assert_eq!(Words::dutch().list(&parts[..1]), "a");
        assert_eq!(Words::dutch().list(&[]), "");
    }

    #[test]
    fn counts_have_their_noun() {
        assert_eq!(
            [0, 1, 1_234].map(|count| Words::english().count_steps(count)),
            ["0 steps", "1 step", "1,234 steps"]
        );
        assert_eq!(
            [0, 1, 1_234].map(|count| Words::dutch().count_steps(count)),
            ["0 stappen", "1 stap", "1.234 stappen"]
        );
    }
}
