//! Numbers as they are written in figures, in Chinese, and in one word of several.

use crate::{
    language::{self, Class, Classes, Languages},
    lexicon,
};

/// The value of the figures with which a text begins, with their separators, and their length in bytes. `None` where
/// they are no number: a time of day, a date, a version.
pub(super) fn figure(text: &str) -> Option<(f64, usize)> {
    let len = length(text);
    let plain = language::ascii(text.get(..len)?);
    let behind = &text.as_bytes()[len..];
    let runs_on =
        |mark: u8| behind.first() == Some(&mark) && behind.get(1).is_some_and(u8::is_ascii_digit);
    if let Some(fraction) = fraction(text) {
        return Some(fraction);
    }
    let behind = &text[len..];
    // 1¾, 1 3/4
    let part = behind.chars().next().and_then(vulgar).or_else(|| {
        let (value, more) = fraction(behind.strip_prefix(' ')?)?;
        Some((value, 1 + more))
    });
    if len == 0 {
        return part;
    }
    if runs_on(b':') {
        return None;
    }
    let plain: String = plain
        .chars()
        .filter(|c| !is_gap(*c))
        .map(|c| match c {
            '٫' => ',',
            c => c,
        })
        .filter(|c| *c != '٬')
        .collect();
    let (part, more) = part.unwrap_or_default();
    Some((value(&plain)? + part, len + more))
}

/// The greatest number of parts that a fraction in figures has; above that it is a date or a ratio.
const PARTS_OF_A_WHOLE: u32 = 10;

/// The value of the fraction in figures with which a text begins, and its length in bytes: `3/4`.
#[inline(never)]
fn fraction(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let number = |from: usize| {
        let digits = bytes[from..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        digits.take(3).fold((0, from), |(number, end), byte| {
            (number * 10 + u32::from(byte - b'0'), end + 1)
        })
    };
    let (some, end) = number(0);
    if bytes.get(end) != Some(&b'/') {
        return None;
    }
    let (all, end) = number(end + 1);
    let alone = bytes.get(end) != Some(&b'/');
    let is_part = alone && (1..all).contains(&some) && all <= PARTS_OF_A_WHOLE;
    is_part.then(|| (f64::from(some) / f64::from(all), end))
}

/// The value of a fraction that is one character, and its length in bytes: `¾`.
pub(super) fn vulgar(c: char) -> Option<(f64, usize)> {
    let value = match c {
        '½' => 1.0 / 2.0,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 1.0 / 4.0,
        '¾' => 3.0 / 4.0,
        '⅕' => 1.0 / 5.0,
        '⅛' => 1.0 / 8.0,
        _ => return None,
    };
    Some((value, c.len_utf8()))
}

/// Marks that part thousands and nothing else.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’')
}

/// How far the figures go: a separator has a figure on both sides, a blank three behind it and at most three before.
fn length(text: &str) -> usize {
    let is_digit = |c: char| language::digit(c).is_some();
    let run = |at: usize| {
        let digits = text[at..].chars().take_while(|&c| is_digit(c));
        digits.fold((0, at), |(count, end), c| (count + 1, end + c.len_utf8()))
    };
    let (mut count, mut end) = run(0);
    let mut gaps = count <= 3 && !text.starts_with('0');
    loop {
        let mark = text[end..].chars().next();
        let Some(mark) = mark.filter(|c| is_gap(*c) || matches!(c, '.' | ',' | '٫' | '٬')) else {
            return end;
        };
        let (behind, next) = run(end + mark.len_utf8());
        if behind == 0 || count == 0 || is_gap(mark) && !(gaps && behind == 3) {
            return end;
        }
        gaps &= is_gap(mark);
        (count, end) = (behind, next);
    }
}

/// The value of figures that hold no separators but stops and commas.
fn value(plain: &str) -> Option<f64> {
    let stops = plain.matches('.').count();
    let commas = plain.matches(',').count();
    // The last of two kinds is that of decimals: 1.400,50 and 1,400.50.
    let decimals = match (stops, commas) {
        (0, 0) => None,
        (1, 0) if !grouped(plain, '.') => Some('.'),
        (0, 1) if !grouped(plain, ',') => Some(','),
        (_, 0) => grouped(plain, '.').then_some(None)?,
        (0, _) => (grouped(plain, ',') || is_indian(plain)).then_some(None)?,
        _ => {
            let last = plain.rfind(['.', ','])?;
            let mark = plain[last..].chars().next()?;
            let other = if mark == '.' { ',' } else { '.' };
            let whole = &plain[..last];
            let fits = grouped(whole, other) || other == ',' && is_indian(whole);
            fits.then_some(Some(mark))?
        }
    };
    let digits = plain.chars().filter_map(|c| match c {
        c if Some(c) == decimals => Some('.'),
        '.' | ',' => None,
        c => Some(c),
    });
    language::decimal(&digits.collect::<String>())
}

/// Whether a number is made of groups of three figures, the first shorter and no zero: who means thousandths rarely gives
/// three of them.
fn grouped(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.peek().is_some()
        && rest.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a number is made of groups of two figures and a last one of three: 2,50,000.
fn is_indian(digits: &str) -> bool {
    let groups: Vec<&str> = digits.split(',').collect();
    let [first, middle @ .., last] = groups.as_slice() else {
        return false;
    };
    (1..=2).contains(&first.len()) && last.len() == 3 && middle.iter().all(|group| group.len() == 2)
}

/// The short scales of headlines, written with the figures.
pub(super) fn short_scale(letters: &str) -> Option<f64> {
    Some(match letters.to_lowercase().as_str() {
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "bn" | "b" => 1e9,
        "tn" => 1e12,
        _ => return None,
    })
}

/// The value of the Chinese number with which a text begins, and its length in bytes: one of several characters. Of
/// single ones, which are parts of too many other words, `single` has the only ones that count.
pub(super) fn chinese(text: &str, single: impl Fn(char, &str) -> bool) -> Option<(f64, usize)> {
    let (mut total, mut part, mut digit) = (0.0, 0.0, 0.0);
    let (mut count, mut scaled, mut len) = (0, false, 0);
    for c in text.chars() {
        if let Some(value) = numeral(c) {
            digit = if count > 0 && !scaled {
                digit * 10.0 + value
            } else {
                value
            };
        } else if let Some(times) = match c {
            '十' => Some(10.0),
            '百' => Some(100.0),
            '千' => Some(1000.0),
            _ => None,
        } {
            part += if digit == 0.0 { times } else { digit * times };
            (digit, scaled) = (0.0, true);
        } else if matches!(c, '万' | '萬' | '亿' | '億') && count > 0 {
            // Of 一亿二千万 the first part has its place already; 一万亿 multiplies it.
            total = match c {
                '万' | '萬' if total > 0.0 => total + (part + digit) * 1e4,
                '万' | '萬' => (part + digit) * 1e4,
                _ => (total + part + digit) * 1e8,
            };
            (part, digit, scaled) = (0.0, 0.0, true);
        } else {
            break;
        }
        count += 1;
        len += c.len_utf8();
    }
    let first = text.chars().next()?;
    let counts = count > 1 && scaled || count == 1 && single(first, &text[len..]);
    counts.then_some((total + part + digit, len))
}

/// Thai figures in words, and what multiplies them.
const THAI: [(&str, f64); 17] = [
    ("หนึ่ง", 1.0),
    ("เอ็ด", 1.0),
    ("สอง", 2.0),
    ("ยี่", 2.0),
    ("สาม", 3.0),
    ("สี่", 4.0),
    ("ห้า", 5.0),
    ("หก", 6.0),
    ("เจ็ด", 7.0),
    ("แปด", 8.0),
    ("เก้า", 9.0),
    ("สิบ", 10.0),
    ("ร้อย", 1e2),
    ("พัน", 1e3),
    ("หมื่น", 1e4),
    ("แสน", 1e5),
    ("ล้าน", 1e6),
];

/// Whether a text begins with a Thai figure in words.
pub(super) fn begins_thai(text: &str) -> bool {
    text.starts_with(|c| ('\u{E00}'..='\u{E7F}').contains(&c))
        && THAI.iter().any(|(word, _)| text.starts_with(word))
}

/// The value of the Thai number with which a text begins, one of several words, and its length in bytes: `ยี่สิบห้า`.
pub(super) fn thai(text: &str) -> Option<(f64, usize)> {
    let (mut done, mut open, mut count, mut len) = (0.0, None, 0, 0);
    while let Some((word, value)) = THAI.iter().find(|(word, _)| text[len..].starts_with(word)) {
        match open {
            _ if *value >= 1e6 => {
                done = (done + open.take().unwrap_or(0.0)) * value;
            }
            _ if *value >= 10.0 => {
                done += open.take().unwrap_or(1.0) * value;
            }
            // Three or four.
            Some(_) => return None,
            None => open = Some(*value),
        }
        count += 1;
        len += word.len();
    }
    (count > 1).then_some((done + open.unwrap_or(0.0), len))
}

/// What the clauses of a law are called behind their number.
pub(super) const CLAUSES: [char; 20] = [
    '条', '條', '章', '节', '節', '项', '項', '款', '编', '編', '部', '号', '號', '조', '장', '항',
    '절', '호', '편', '관',
];

/// Chinese figures as Korean writes them.
const KOREAN: &str = "일一이二삼三사四오五육六칠七팔八구九십十백百천千만万억億";

/// What Korean counts with them.
const KOREAN_COUNTERS: [char; 16] = [
    '명', '개', '원', '년', '권', '대', '번', '살', '세', '층', '회', '장', '점', '일', '분', '인',
];

/// Whether a word may begin with a number of Korean, or with the place of one.
pub(super) fn begins_korean(text: &str) -> bool {
    text.starts_with(|c| c == '제' || language::is_hangul(c) && KOREAN.contains(c))
}

/// The value of the number in words of Korean with which a text begins, before what it counts, and its length in bytes:
/// `이백오십 명`.
pub(super) fn korean(text: &str) -> Option<(f64, usize)> {
    let figure = |c: char| {
        let mut known = KOREAN.chars();
        known.find(|known| *known == c)?;
        known.next().filter(|_| language::is_hangul(c))
    };
    let chinese: String = text.chars().map_while(figure).collect();
    let (value, len) = self::chinese(&chinese, |_, _| false)?;
    // Of as many bytes in both.
    let whole = len == chinese.len() && text[len..].trim_start().starts_with(KOREAN_COUNTERS);
    whole.then_some((value, len))
}

/// The value of a Chinese figure from zero to nine.
pub(crate) fn numeral(c: char) -> Option<f64> {
    if c == '〇' {
        return Some(0.0);
    }
    if c == '两' {
        return Some(2.0);
    }
    let at = "零一二三四五六七八九".chars().position(|known| known == c);
    at.map(|value| value as f64)
}

/// What the parts of a number in one word are.
const PARTS: Classes = Classes::of(&[Class::Number, Class::One, Class::Scale]);

/// Letters that a number in one word of several has at least.
const COMPOUND: usize = 6;

/// The value of a word that is written together of several: `zweiundzwanzig`, `kétmillió`, `toogfemti`. Single ones are
/// looked up.
pub(super) fn compound(word: &str, languages: Languages) -> Option<f64> {
    if word.len() < COMPOUND || !language::may_begin_number(word) || word.chars().count() < COMPOUND
    {
        return None;
    }
    let word = word.to_lowercase();
    let (value, parts) = parts(&word, 0.0, 0.0, languages)?;
    (parts > 1).then_some(value)
}

/// Reads on behind what is read: `done` is what has its thousands, `open` what may still be multiplied.
fn parts(rest: &str, done: f64, open: f64, languages: Languages) -> Option<(f64, u32)> {
    if rest.is_empty() {
        return Some((done + open, 0));
    }
    if done + open > 0.0 && lexicon::half_at(rest, "joined", languages) == Some(rest.len()) {
        return Some((done + open + 0.5, 1));
    }
    let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
    // The longest first: dreizehn is no three.
    for end in ends.collect::<Vec<_>>().into_iter().rev() {
        let (part, behind) = rest.split_at(end);
        if !language::is_any(part, PARTS, languages) {
            continue;
        }
        let number =
            lexicon::number_word(part, languages).or_else(|| lexicon::ones(part, languages));
        let and = || {
            // Units before tens: five and twenty.
            let ends = behind.char_indices().skip(1).take(3).map(|(at, _)| at);
            let tens = ends.map(|at| behind.split_at(at)).find_map(|(and, tens)| {
                let tens = lexicon::number_word(tens, languages).filter(|tens| is_tens(*tens));
                tens.filter(|_| language::is(and, Class::And, languages))
            })?;
            Some((done + open + tens + number.filter(|ones| *ones < 10.0)?, 3))
        };
        if number.is_some()
            && open % 100.0 == 0.0
            && let Some(found) = and()
        {
            return Some(found);
        }
        let scale = lexicon::scale_at(part, languages).filter(|(_, len)| *len == part.len());
        let next = match (scale, number) {
            (Some((times, _)), _) if times < 1e3 && open < 10.0 => (done, open.max(1.0) * times),
            (Some((times, _)), _) if times >= 1e3 => (done + open.max(1.0) * times, 0.0),
            (_, Some(number)) if joins(open, number) => (done, open + number),
            _ => continue,
        };
        if let Some((value, count)) = parts(behind, next.0, next.1, languages) {
            return Some((value, count + 1));
        }
    }
    None
}

fn is_tens(value: f64) -> bool {
    (20.0..100.0).contains(&value) && value % 10.0 == 0.0
}

/// Whether a smaller number behind another is added to it: a hundred twelve, twenty one.
pub(super) fn joins(open: f64, number: f64) -> bool {
    open == 0.0
        || open % 100.0 == 0.0 && number < 100.0
        || is_tens(open % 100.0) && (1.0..10.0).contains(&number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_of_all_countries() {
        for (text, expected) in [
            ("1,400 came", Some((1400.0, 5))),
            ("1.400,50 Euro", Some((1400.5, 8))),
            ("1,400.50", Some((1400.5, 8))),
            ("1400,50", Some((1400.5, 7))),
            ("2,50,000 people", Some((250_000.0, 8))),
            ("1 400 members", Some((1400.0, 5))),
            ("1\u{A0}400 membres", Some((1400.0, 6))),
            ("12 40 members", Some((12.0, 2))),
            ("2031 300 members", Some((2031.0, 4))),
            ("0,125", Some((0.125, 5))),
            ("12,5", Some((12.5, 4))),
            ("١٬٤٠٠", Some((1400.0, 10))),
            ("१४००", Some((1400.0, 12))),
            ("７人", Some((7.0, 3))),
            ("7. Then", Some((7.0, 1))),
            ("1.2.3", None),
            ("7:40", None),
            ("seven", None),
        ] {
            assert_eq!(figure(text), expected, "{text}");
        }
    }

    #[test]
    fn fractions_have_at_most_ten_parts() {
        for (text, expected) in [
            ("3/4 inch", Some((0.75, 3))),
            ("9/10", Some((0.9, 4))),
            ("1/11", None),
            ("4/3", None),
            ("2/3/2031", None),
            ("0/3", None),
        ] {
            assert_eq!(fraction(text), expected, "{text}");
        }
    }

    #[test]
    fn chinese_numbers() {
        let value = |text| chinese(text, |_, behind| behind.starts_with('人'));
        assert_eq!(value("十二人"), Some((12.0, 6)));
        assert_eq!(value("三百二十人"), Some((320.0, 12)));
        assert_eq!(value("一千二百"), Some((1200.0, 12)));
        assert_eq!(value("两三"), None);
        assert_eq!(value("七个"), None);
        assert_eq!(value("七人"), Some((7.0, 3)));
        assert_eq!(value("五万人"), Some((5e4, 6)));
    }

    #[test]
    fn thai_and_korean_numbers() {
        for (text, expected) in [
            ("ยี่สิบห้าคน", Some((25.0, 27))),
            ("สองร้อยคน", Some((200.0, 21))),
            ("สามล้านสองแสน", Some((3.2e6, 39))),
            ("พันห้าร้อย", Some((1500.0, 30))),
            ("ห้าคน", None),
            ("สามสี่คน", None),
            ("สามีมา", None),
        ] {
            assert_eq!(thai(text), expected, "{text}");
            assert!(begins_thai(text), "{text}");
        }
        for (text, expected) in [
            ("이백오십 명", Some((250.0, 12))),
            ("삼천만원", Some((3e7, 9))),
            ("이천 시내", None),
            ("오 명", None),
            ("二百명", None),
        ] {
            assert_eq!(korean(text), expected, "{text}");
        }
        assert!(!begins_thai("มา") && !begins_korean("모두") && begins_korean("제3회"));
    }

    #[test]
    fn numbers_of_one_word() {
        let value = |word, code| compound(word, Languages::of(code).unwrap());
        assert_eq!(value("zweiundzwanzig", "de"), Some(22.0));
        assert_eq!(value("einhundertzwölf", "de"), Some(112.0));
        assert_eq!(value("dreitausendfünfhundert", "de"), Some(3500.0));
        assert_eq!(value("tweeënvijftig", "nl"), Some(52.0));
        assert_eq!(value("kétmillió", "hu"), Some(2e6));
        assert_eq!(value("ötszáz", "hu"), Some(500.0));
        assert_eq!(value("seicento", "it"), Some(600.0));
        for word in ["dreizehn", "achtung", "zweifel", "einigung", "sechster"] {
            assert_eq!(value(word, "de"), None, "{word}");
        }
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
            ("five", None),
            ("", None),
        ] {
            assert_eq!(figure(text).map(|(value, _)| value), value, "{text}");
        }
    }

    #[test]
    fn what_is_joined_to_a_number_in_words() {
        for (value, wanted) in [
            (0.0, false),
            (10.0, false),
            (20.0, true),
            (25.0, false),
            (90.0, true),
            (100.0, false),
            (200.0, false),
        ] {
            assert_eq!(is_tens(value), wanted, "{value}");
        }
        for (open, number, wanted) in [
            (0.0, 500.0, true),
            (100.0, 99.0, true),
            (100.0, 100.0, false),
            (20.0, 1.0, true),
            (20.0, 9.0, true),
            (20.0, 10.0, false),
            (20.0, 0.0, false),
            (21.0, 1.0, false),
            (120.0, 5.0, true),
            (110.0, 5.0, false),
            (7.0, 5.0, false),
        ] {
            assert_eq!(joins(open, number), wanted, "{open} {number}");
        }
    }

    #[test]
    fn groups_of_figures() {
        for (text, three, two) in [
            ("1,400", true, true),
            ("1,40,000", false, true),
            ("12,34,567", false, true),
            ("123,45,678", false, false),
            ("123,456,789", true, false),
            ("1234,567", false, false),
            ("1,4,000", false, false),
            ("1,40,00", false, false),
            ("0,400", false, true),
            ("400", false, false),
            (",400", false, false),
        ] {
            assert_eq!(grouped(text, ','), three, "{text}");
            assert_eq!(is_indian(text), two, "{text}");
        }
        for (text, wanted) in [
            ("1,40,000.5", Some(140_000.5)),
            ("1.400.000,5", Some(1_400_000.5)),
            ("1,4000.5", None),
            ("14.0000", Some(14.0)),
            ("1.40.000", None),
            ("1,4,000", None),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
    }

    #[test]
    fn longer_chinese_numbers() {
        for (text, wanted, len) in [
            ("二十", 20.0, 2),
            ("二十五", 25.0, 3),
            ("一百零五", 105.0, 4),
            ("二千三百四十五", 2345.0, 7),
            ("一万二千三百", 12_300.0, 6),
            ("十万", 1e5, 2),
            ("一亿二千万", 120_000_000.0, 5),
            ("一万亿", 1e12, 3),
            ("三亿零五万", 300_050_000.0, 5),
            ("二百万五千", 2_005_000.0, 5),
            ("三亿", 3e8, 2),
            ("三億人", 3e8, 2),
            ("五萬", 5e4, 2),
        ] {
            let found = chinese(text, |_, _| false);
            assert_eq!(found, Some((wanted, 3 * len)), "{text}");
        }
        for text in ["二〇三一", "万", "千", "人", ""] {
            assert_eq!(chinese(text, |_, _| false), None, "{text}");
        }
    }
}
