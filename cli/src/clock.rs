//! The time, as it is written into files.

use std::time::{SystemTime, UNIX_EPOCH};

/// Now, or the time that `SOURCE_DATE_EPOCH` names, as `2031-05-12T10:00:00Z`.
pub fn now() -> String {
    let named = std::env::var("SOURCE_DATE_EPOCH").ok();
    let named = named.and_then(|seconds| seconds.parse().ok());
    let since = || SystemTime::now().duration_since(UNIX_EPOCH);
    written(named.unwrap_or_else(|| since().map_or(0, |since| since.as_secs())))
}

/// Seconds since 1970 in UTC. The calendar is counted from 1 March of the year 0, so that leap days end a year: after
/// H. Hinnant, "chrono-compatible low-level date algorithms".
fn written(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400 + 719_468, seconds % 86_400);
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn seconds_are_days_of_the_calendar() {
        assert_eq!(written(0), "1970-01-01T00:00:00Z");
        assert_eq!(written(951_827_696), "2000-02-29T12:34:56Z");
        assert_eq!(written(1_935_871_200), "2031-05-06T22:00:00Z");
        assert_eq!(written(4_107_542_399), "2100-02-28T23:59:59Z");
        assert_eq!(written(4_107_542_400), "2100-03-01T00:00:00Z");
    }
}
