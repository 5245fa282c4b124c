//! Times and days, as exports write them.

use std::ops::Range;

/// What a time is written as; digits are any digits, as far as the calendar has them.
const TIME: &[u8] = b"0000-00-00T00:00:00";

/// How much of it is the day.
const DAY: usize = 10;

/// Takes a time in UTC as `2031-05-12T10:00:00Z`, parts of a second allowed, and gives it back as it was written.
pub fn time(text: &str) -> Result<String, String> {
    let rest = shaped(text, TIME).and_then(|rest| rest.strip_suffix('Z'));
    let in_shape = rest.is_some_and(|rest| {
        let digits = rest.strip_prefix('.');
        let all = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        rest.is_empty() || digits.is_some_and(all)
    });
    if !in_shape {
        return Err("write a date and time in UTC, as 2031-05-12T10:00:00Z".to_owned());
    }
    let [hour, minute, second] = [11, 14, 17].map(|at| number(text, at..at + 2));
    if !is_in_calendar(text) || hour > 23 || minute > 59 || second > 59 {
        return Err("there is no such date and time".to_owned());
    }
    Ok(text.to_owned())
}

/// Whether a text is a day of the calendar, as `2031-05-12`.
pub fn is_day(text: &str) -> bool {
    shaped(text, &TIME[..DAY]).is_some_and(str::is_empty) && is_in_calendar(text)
}

/// What follows a beginning of a shape, in which `0` is any digit.
fn shaped<'t>(text: &'t str, shape: &[u8]) -> Option<&'t str> {
    let fits = |(shape, byte): (&u8, u8)| match shape {
        b'0' => byte.is_ascii_digit(),
        sign => *sign == byte,
    };
    let (begin, rest) = text.split_at_checked(shape.len())?;
    shape.iter().zip(begin.bytes()).all(fits).then_some(rest)
}

/// Whether the calendar has the day that a text in shape begins with.
fn is_in_calendar(text: &str) -> bool {
    let [year, month, day] = [0..4, 5..7, 8..DAY].map(|at| number(text, at));
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Digits at a place of a text as a number.
fn number(text: &str, at: Range<usize>) -> u32 {
    let digits = text.get(at).unwrap_or_default().bytes();
    digits.fold(0, |sum, digit| sum * 10 + u32::from(digit & 0xf))
}

/// The time to the second, as other programs write it; none of what is no time.
pub(super) fn to_seconds(made: &str) -> Option<String> {
    shaped(made, TIME)?;
    Some(format!("{}Z", made.get(..TIME.len())?))
}

#[cfg(test)]
mod tests {
    use super::{is_day, time};

    #[test]
    fn a_time_is_one_of_the_calendar() {
        for right in [
            "2031-05-12T10:00:00Z",
            "2024-02-29T23:59:59.125Z",
            "2000-02-29T00:00:00Z",
        ] {
            assert_eq!(time(right).as_deref(), Ok(right));
        }
        for shapeless in [
            "",
            "yesterday",
            "2031-05-12",
            "2031-05-12T10:00:00",
            "2031-05-12T10:00:00+02:00",
            "2031-05-12T10:00:00.Z",
            "2031-05-12T10:00:00.1e5Z",
            "2031-05-1éT10:00:00Z",
        ] {
            assert!(time(shapeless).is_err_and(|error| error.starts_with("write a date")));
        }
        for impossible in [
            "2031-02-30T10:00:00Z",
            "2031-13-01T10:00:00Z",
            "2031-00-01T10:00:00Z",
            "2031-04-31T10:00:00Z",
            "2031-05-00T10:00:00Z",
            "2100-02-29T10:00:00Z",
            "2031-05-12T24:00:00Z",
            "2031-05-12T10:60:00Z",
            "2031-05-12T10:00:60Z",
        ] {
            assert!(time(impossible).is_err_and(|error| error.starts_with("there is no such")));
        }
        assert!(is_day("2031-05-12") && !is_day("2031-02-29") && !is_day("2031-05-12T10:00:00Z"));
    }
}
