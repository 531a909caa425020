//! The simulated clock as Graph writes times.
//!
//! One direction, one calendar, one zone: a date library would bring parsing, zones and formats that nothing here uses
//! into the page's download.

use licensing_core::Tenant;

/// A moment of the simulated clock, `2019-11-08T09:00:00Z`.
pub fn iso(clock: u32) -> String {
    format!("{}Z", without_zone(clock))
}

/// `2019-11-08T09:00:00`, as Graph dates its errors.
pub(crate) fn without_zone(clock: u32) -> String {
    let seconds = Tenant::CLOCK_START.saturating_add(i64::from(clock));
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(day);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// Year, month and day of a day since 1970-01-01, for days after that. The year is taken to begin in March, so that
/// the leap day is its last; 719,468 days lie between March of the year 0 and 1970.
fn civil(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let (era, day_of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day_of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_starts_when_the_rules_say() {
        assert_eq!(iso(0), "2019-11-08T09:00:00Z");
        assert_eq!(iso(1), "2019-11-08T09:00:01Z");
        assert_eq!(iso(15 * 3_600), "2019-11-09T00:00:00Z");
    }

    #[test]
    fn every_day_of_the_clock_follows_the_one_before() {
        let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let (mut year, mut month, mut day) = (1970, 1, 1);
        // To the end of the clock, 2^31 seconds after its start.
        for number in 0..(1_573_203_600 + (1_i64 << 31)) / 86_400 {
            assert_eq!(civil(number), (year, month, day));
            let length = match month {
                2 if is_leap(year) => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            day += 1;
            if day > length {
                (month, day) = (month + 1, 1);
            }
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
    }
}
