//! Decimal figures of all scripts that news is written in.

use std::borrow::Cow;

/// The zeros of the scripts, each followed by its one to nine: Arabic, Persian, Devanagari, Bengali, Gurmukhi,
/// Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Tibetan, Burmese, Khmer, and the wide ones of East
/// Asia.
const ZEROS: [char; 17] = [
    '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}',
    '\u{C66}', '\u{CE6}', '\u{D66}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{17E0}',
    '\u{FF10}',
];

/// The value of a decimal figure.
pub(crate) fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let values = ZEROS
        .iter()
        .map(|&zero| (c as u32).wrapping_sub(zero as u32));
    values.into_iter().find(|value| *value < 10)
}

/// A text with its figures as ASCII has them.
pub(crate) fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || text.chars().all(|c| c.is_ascii() || digit(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| {
        digit(c)
            .and_then(|value| char::from_digit(value, 10))
            .unwrap_or(c)
    };
    Cow::Owned(text.chars().map(plain).collect())
}

/// The value of ASCII figures with at most one stop among them: right up to 15 figures, and to the last bit or two beyond. The
/// standard library's reader of such numbers brings 12 kB of tables.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    /// From here on a figure behind the stop is too small to tell.
    const WHOLE: f64 = (1_u64 << f64::MANTISSA_DIGITS) as f64;
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let mut value = 0.0;
    for c in whole.bytes() {
        value = value * 10.0 + figure(c)?;
    }
    let mut parts = 1.0;
    for c in part.bytes() {
        let figure = figure(c)?;
        if value < WHOLE && parts < WHOLE {
            value = value * 10.0 + figure;
            parts *= 10.0;
        }
    }
    Some(value / parts)
}

fn figure(c: u8) -> Option<f64> {
    char::from(c).to_digit(10).map(f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_figures_have_the_value_that_the_standard_library_reads() {
        for text in [
            "0",
            "7",
            "007",
            "12.5",
            "0.125",
            ".5",
            "5.",
            "3.14",
            "0.1",
            "99.99",
            "1400.50",
            "123456789012345",
            "0.00000000012345",
            "1000000000000000000",
            "300000000000000000000",
        ] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
        for text in ["", ".", "1.2.3", "1,4", "٣", "x", "-1", "1e5", "inf"] {
            assert_eq!(decimal(text), None, "{text}");
        }
        let long = "3".repeat(400);
        assert_eq!(decimal(&long), Some(f64::INFINITY));
        for text in [format!("0.{long}"), format!("33333333333333333333.{long}")] {
            let (read, right) = (decimal(&text).unwrap(), text.parse::<f64>().unwrap());
            assert!((read / right - 1.0).abs() < 1e-15, "{text}");
        }
    }

    #[test]
    fn figures_of_all_scripts_have_a_value() {
        for (text, plain) in [
            ("2031", "2031"),
            ("٢٠٣١", "2031"),
            ("۲۰۳۱", "2031"),
            ("२०३१", "2031"),
            ("๒๐๓๑", "2031"),
            ("２０３１年", "2031年"),
        ] {
            assert_eq!(ascii(text), plain);
        }
        assert_eq!(digit('x'), None);
        assert_eq!(digit('²'), None);
    }
}
