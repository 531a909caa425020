//! Moments as Graph writes them, `2019-11-08T09:00:00Z`, in seconds since 1970.

/// Reads a date with a time. A fraction of a second is dropped; without a zone, or with `Z`, it is UTC.
pub(crate) fn parse(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(['T', 't'])?;
    let [year, month, day] = numbers(date, '-')?;
    let (time, zone) = match time.find(['Z', 'z', '+', '-']) {
        Some(at) => time.split_at_checked(at)?,
        None => (time, "Z"),
    };
    let time = match time.split_once('.') {
        Some((time, fraction)) if !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit()) => time,
        Some(_) => return None,
        None => time,
    };
    let [hour, minute, second] = numbers(time, ':')?;
    let is_date = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
    // The last second of a day may be a leap second.
    if !is_date || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    Some(days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset(zone)?)
}

/// How many seconds a zone is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return (zone.len() == 1).then_some(0),
    };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    (hours < 15 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}

/// Three numbers between separators: four digits or two, and two each.
fn numbers(text: &str, separator: char) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let first = parts.next()?;
    let three =
        [number(first, if separator == '-' { 4 } else { 2 })?, number(parts.next()?, 2)?, number(parts.next()?, 2)?];
    parts.next().is_none().then_some(three)
}

/// A number of so many digits.
fn number(text: &str, digits: usize) -> Option<i64> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn days_of(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to a date. The year is taken to begin in March, so that the leap day is its last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let before = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    before + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use licensing_core::Tenant;

    #[test]
    fn reads_what_graph_writes() {
        assert_eq!(parse("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(parse("2019-11-08T09:00:00Z"), Some(Tenant::CLOCK_START));
        assert_eq!(parse("2019-11-08T09:00:00.1234567Z"), Some(Tenant::CLOCK_START));
        assert_eq!(parse("2019-11-08T10:30:00+01:30"), Some(Tenant::CLOCK_START));
        assert_eq!(parse("2019-11-08T04:00:00-05:00"), Some(Tenant::CLOCK_START));
        assert_eq!(parse("2019-11-08T09:00:00"), Some(Tenant::CLOCK_START));
        assert_eq!(parse("2000-02-29T00:00:00Z"), Some(951_782_400));
        assert_eq!(parse("1969-12-31T23:59:59Z"), Some(-1));
        assert_eq!(parse("0001-01-01T00:00:00Z"), Some(-62_135_596_800));
    }

    #[test]
    fn refuses_what_is_no_moment() {
        let wrong = [
            "",
            "2019-11-08",
            "2019-11-08T09:00Z",
            "2019-02-29T09:00:00Z",
            "2019-13-01T09:00:00Z",
            "2019-11-08T24:00:00Z",
            "2019-11-08T09:00:00.Z",
            "2019-11-08T09:00:00+1",
            "2019-11-08T09:00:00Zulu",
            "+019-11-08T09:00:00Z",
            "/Date(1573203600000)/",
            "2019-11-08T09:00:0éZ",
        ];
        for text in wrong {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
