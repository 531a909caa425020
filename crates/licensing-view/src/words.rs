//! Numbers, names and moments as words.

/// `1 user`, `2 users`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", thousands(number)) }
}

/// `12,345`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `a`, `a and b`, `a, b and c`.
pub fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// The same with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first letters of the first and the last word, in capitals: what an avatar shows.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).take(2).collect()
}

/// A short tag for a product: `E3` for "Office 365 E3", else the capitals of its part number's beginning.
pub fn product_tag(name: &str, part_number: &str) -> String {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let mut letters = last.chars();
    let is_level = matches!((letters.next(), letters.next(), letters.next()),
        (Some('A' | 'E' | 'F' | 'G'), Some(digit), None) if digit.is_ascii_digit());
    if is_level && name.starts_with("Office 365 ") {
        return last.to_string();
    }
    if is_level && name.starts_with("Microsoft 365 ") {
        return format!("M365 {last}");
    }
    if is_level && name.starts_with("Enterprise Mobility") {
        return format!("EMS {last}");
    }
    part_number.to_string()
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// Days from 1970-01-01 to 2019-11-08, where the clock starts (R16).
const START_DAY: i64 = 18_208;
const START_SECOND: i64 = 9 * 3_600;

/// Seconds of the simulated clock as `8 Nov 2019 09:00:12`.
pub fn moment(seconds: u32) -> String {
    let (year, month, day) = date_of(START_DAY + (i64::from(seconds) + START_SECOND) / 86_400);
    let month = MONTHS.get(month - 1).copied().unwrap_or_default();
    format!("{day} {month} {year} {}", time_of_day(seconds))
}

/// The time of day of the simulated clock as `09:00:12`.
pub fn time_of_day(seconds: u32) -> String {
    let second = (i64::from(seconds) + START_SECOND) % 86_400;
    format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60)
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
        assert_eq!(moment(0), "8 Nov 2019 09:00:00");
        assert_eq!(moment(15 * 3_600 + 61), "9 Nov 2019 00:01:01");
        assert_eq!(moment(54 * 86_400), "1 Jan 2020 09:00:00");
        assert_eq!(moment(113 * 86_400), "29 Feb 2020 09:00:00");
    }

    #[test]
    fn counts_have_their_noun() {
        assert_eq!(count(1, "user", "users"), "1 user");
        assert_eq!(count(0, "user", "users"), "0 users");
        assert_eq!(count(1_234_567, "user", "users"), "1,234,567 users");
    }

    #[test]
    fn initials_survive_any_name() {
        assert_eq!(initials("Noor Visser"), "NV");
        assert_eq!(initials("Sanne de Wit"), "SW");
        assert_eq!(initials("Élodie"), "É");
        assert_eq!(initials("  "), "");
        assert_eq!(initials("李 小龙"), "李小");
        assert_eq!(initials("ßeta <b>"), "SS");
    }

    #[test]
    fn tags_are_short() {
        assert_eq!(product_tag("Office 365 E3", "ENTERPRISEPACK"), "E3");
        assert_eq!(product_tag("Microsoft 365 F1", "M365_F1"), "M365 F1");
        assert_eq!(product_tag("Visio Plan 2", "VISIOCLIENT"), "VISIOCLIENT");
    }
}
