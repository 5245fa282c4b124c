//! Numbers as they are written in figures and in Chinese.

use crate::language;

/// The value of a figure, with the separators of thousands and the short scales of headlines.
pub(super) fn figure(text: &str) -> Option<f64> {
    if !text.starts_with(|c: char| language::digit(c).is_some()) {
        return None;
    }
    let lower = language::ascii(text).to_lowercase();
    let (digits, times) = match lower.trim_end_matches(|c: char| c.is_alphabetic()) {
        digits if digits.len() == lower.len() => (digits, 1.0),
        digits => match &lower[digits.len()..] {
            "k" => (digits, 1e3),
            "m" | "mn" => (digits, 1e6),
            "bn" | "b" => (digits, 1e9),
            "tn" => (digits, 1e12),
            _ => return None,
        },
    };
    // Spaces inside a token part thousands as well.
    let digits = digits.replace(|c: char| c.is_whitespace() || matches!(c, '\'' | '’'), "");
    // A dot before three figures parts thousands, as most of Europe writes them: who means thousandths
    // rarely gives three of them.
    let dotted = grouped(&digits, '.').then(|| digits.replace('.', ""));
    let digits = dotted.as_deref().unwrap_or(&digits);
    let groups: Vec<&str> = digits.split(',').collect();
    let thousands = groups.len() > 1
        && groups[1..]
            .iter()
            .all(|group| group.split('.').next().is_some_and(|g| g.len() == 3));
    let plain = if thousands || groups.len() == 1 {
        digits.replace(',', "")
    } else {
        digits.replace(',', ".")
    };
    plain.parse::<f64>().ok().map(|value| value * times)
}

/// Whether a number is made of groups of three figures, the first shorter and no zero.
fn grouped(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.peek().is_some()
        && rest.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
}

/// The value of a Chinese number of several characters, one a token, and how many there are. Single ones
/// are parts of too many other words.
pub(super) fn chinese<'t>(tokens: impl Iterator<Item = &'t str>) -> Option<(f64, usize)> {
    let (mut total, mut part, mut digit, mut count, mut scaled) = (0.0, 0.0, 0.0, 0, false);
    for token in tokens {
        if let Some(value) = "零一二三四五六七八九"
            .chars()
            .position(|c| token.chars().eq([c]))
        {
            digit = value as f64;
        } else if let Some(times) = match token {
            "十" => Some(10.0),
            "百" => Some(100.0),
            "千" => Some(1000.0),
            _ => None,
        } {
            part += if digit == 0.0 { times } else { digit * times };
            (digit, scaled) = (0.0, true);
        } else if matches!(token, "万" | "亿") && count > 0 {
            total = (total + part + digit) * if token == "万" { 1e4 } else { 1e8 };
            (part, digit, scaled) = (0.0, 0.0, true);
        } else {
            break;
        }
        count += 1;
    }
    (count > 1 && scaled).then_some((total + part + digit, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numbers() {
        let value = |text: &'static str| {
            let chars = text
                .char_indices()
                .map(|(at, c)| &text[at..at + c.len_utf8()]);
            chinese(chars)
        };
        assert_eq!(value("十二人"), Some((12.0, 2)));
        assert_eq!(value("三百二十人"), Some((320.0, 4)));
        assert_eq!(value("两三"), None);
        assert_eq!(value("一个"), None);
        assert_eq!(value("十"), None);
        assert_eq!(value("五万人"), Some((5e4, 2)));
    }

    #[test]
    fn figures_in_all_writings() {
        for (text, value) in [
            ("1250", Some(1250.0)),
            ("1,250", Some(1250.0)),
            ("1'250", Some(1250.0)),
            ("1’250", Some(1250.0)),
            ("1\u{202F}250", Some(1250.0)),
            ("1.250", Some(1250.0)),
            ("1.250.000", Some(1_250_000.0)),
            ("0.250", Some(0.25)),
            ("1.25", Some(1.25)),
            ("1,25", Some(1.25)),
            ("1,250.5", Some(1250.5)),
            ("3.5k", Some(3500.0)),
            ("2m", Some(2e6)),
            ("2MN", Some(2e6)),
            ("1.5bn", Some(1.5e9)),
            ("4b", Some(4e9)),
            ("1tn", Some(1e12)),
            ("5x", None),
            ("five", None),
            ("", None),
        ] {
            assert_eq!(figure(text), value, "{text}");
        }
    }
}
