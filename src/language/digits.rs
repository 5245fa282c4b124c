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

#[cfg(test)]
mod tests {
    use super::*;

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
