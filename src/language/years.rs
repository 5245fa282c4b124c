//! When a figure is a year: the one place that says so.

use std::ops::RangeInclusive;

use super::{Class, Classes, Languages, ascii, digit, has_capital_nouns, is, starting};

const AFTER: Classes = Classes::of(&[Class::After]);

/// What may be a year where something says that it is one: a month before it, a word like "since", a rights notice.
const YEARS: RangeInclusive<u32> = 1000..=2099;

/// What is a year standing alone. Earlier ones are met less often than a thousand or so of something. By eye on news.
const ALONE: RangeInclusive<u32> = 1500..=2099;

/// The year that a word of exactly four figures may be, without separators: 1848, not 1,848.
pub(crate) fn year(word: &str) -> Option<u32> {
    if word.len() < 4 || !word.starts_with(|c| digit(c).is_some()) {
        return None;
    }
    let word = ascii(word);
    let four = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    four.then(|| word.parse().ok())
        .flatten()
        .filter(|year| YEARS.contains(year))
}

/// Whether a number may be a year where it stands with a month and a day.
pub(crate) fn is_plausible_year(year: u32) -> bool {
    YEARS.contains(&year)
}

/// Whether a word is a year by itself, where nothing around it is looked at.
pub(crate) fn is_year(word: &str) -> bool {
    year(word).is_some_and(|year| ALONE.contains(&year))
}

/// The year that a word is between the word before it and the text behind it (both may be empty): "in 1848", "1848:",
/// but not "1848 metres", "1848 people", "$1848".
///
/// - A sign of money before it, or a unit or a counted noun behind it, makes it an amount. A counted noun is a word in
///   small letters that is no function word, or any word with a capital where the language writes nouns so.
/// - A word that stands before years makes it a year from 1000 on; alone it is one from 1500 on. Up to 2099.
pub(crate) fn year_between(
    before: &str,
    word: &str,
    behind: &str,
    languages: Languages,
) -> Option<u32> {
    let year = year(word)?;
    let introduced =
        is(before, Class::BeforeYear, languages) || is(before, Class::Month, languages);
    let amount = before.ends_with(['$', '€', '£', '¥', '₽', '₹', '₩', '₺', '₴', '#', '№']);
    if amount || is_counted(behind, introduced, languages) || !(introduced || ALONE.contains(&year))
    {
        return None;
    }
    Some(year)
}

/// The first year of the decade with which a text begins, and its length in bytes: `1890s`, `1890er`, `1890-talet`,
/// `1890年代`.
pub(crate) fn decade_at(text: &str, languages: Languages) -> Option<(u32, usize)> {
    let end = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    let first = year(&ascii(&text[..end])).filter(|year| year % 10 == 0)?;
    let behind = text[end..].trim_start_matches(['-', '\'', '’']);
    let marks = text.len() - end - behind.len();
    let (_, len) = starting(behind, languages, const { Classes::of(&[Class::Decade]) })?;
    (marks <= MARK).then_some((first, end + marks + len))
}

/// Bytes of the longest mark between a year and the ending that makes it a decade.
const MARK: usize = '’'.len_utf8();

/// Whether the text behind a number begins with what it counts.
fn is_counted(behind: &str, introduced: bool, languages: Languages) -> bool {
    let text = behind.trim_start();
    let counted = const { Classes::of(&[Class::Unit, Class::Money, Class::Scale]) };
    let unit = starting(text, languages, counted);
    if unit.is_some() {
        // "1848年": the word for a year is a unit as well.
        return starting(text, languages, AFTER).is_none();
    }
    let word = super::head(text);
    if text.len() == behind.len() || is(word, Class::Common, languages) || word == "s" {
        return false;
    }
    match word.chars().next() {
        Some(first) if first.is_lowercase() => true,
        Some(first) if first.is_uppercase() => !introduced && has_capital_nouns(languages),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decade_has_an_ending_of_its_language() {
        for (text, code, expected) in [
            ("1890s were", "en", Some((1890, 5))),
            ("1890's were", "en", Some((1890, 6))),
            ("1893s", "en", None),
            ("1890", "en", None),
            ("18900s", "en", None),
            ("1890 s", "en", None),
            ("1890er Jahre", "de", Some((1890, 6))),
            ("1890er", "en", None),
            ("1890-talet", "sv", Some((1890, 10))),
            ("1890'erne", "da", Some((1890, 9))),
            ("1890-tallet", "nb", Some((1890, 11))),
            ("1890-luvulla", "fi", Some((1890, 12))),
            ("1890-х годах", "ru", Some((1890, 7))),
            ("1890-х роках", "uk", Some((1890, 7))),
            ("1890-ih", "hr", Some((1890, 7))),
            ("1890'larda", "tr", Some((1890, 10))),
            ("1890-an", "id", Some((1890, 7))),
            ("1890年代に", "ja", Some((1890, 10))),
            ("1890年代", "zh", Some((1890, 10))),
            ("1890년대에", "ko", Some((1890, 10))),
        ] {
            let languages = Languages::of(code).unwrap();
            assert_eq!(decade_at(text, languages), expected, "{text} in {code}");
        }
    }

    #[test]
    fn a_figure_of_four_is_a_year_unless_it_counts() {
        let (en, de) = (Languages::of("en").unwrap(), Languages::of("de").unwrap());
        for (before, word, behind, languages, expected) in [
            ("", "1848", "", en, Some(1848)),
            ("the", "1848", " charter", en, None),
            ("in", "1848", " the town", en, Some(1848)),
            ("since", "1848", ", when", en, Some(1848)),
            ("", "1848", " metres", en, None),
            ("about", "2000", " people", en, None),
            ("", "2000", " years", en, None),
            ("$", "1900", "", en, None),
            ("", "1200", "", en, None),
            ("in", "1066", "", en, Some(1066)),
            ("", "2031年", "", en, None),
            ("", "2031", "年", Languages::ALL, Some(2031)),
            ("", "2100", "", en, None),
            ("rund", "2000", " Menschen", de, None),
            ("Jahr", "2000", " Menschen", de, Some(2000)),
            ("", "1,848", "", en, None),
            ("عام", "٢٠٣١", "", Languages::ALL, Some(2031)),
        ] {
            assert_eq!(
                year_between(before, word, behind, languages),
                expected,
                "{before} {word}{behind}"
            );
        }
    }
}
