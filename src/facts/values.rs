//! What a text states in figures, dates and names, brought to one form so that values can be compared.

use std::ops::Range;

use super::FactKind;
use crate::{
    document::{Document, Role, TokenKind},
    lexicon,
};

/// Something stated, as tokens and as value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// Range of [`Document::tokens`].
    pub(super) tokens: Range<usize>,
    pub(super) kind: FactKind,
    pub(super) value: Value,
}

/// A value in a form in which equal statements are equal.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// An amount and what it is of: `%`, a currency, or nothing known.
    Number(f64, Option<&'static str>),
    /// From Monday, which is 1.
    Weekday(u32),
    /// Month from 1 and day.
    Day(u32, u32),
    /// Month from 1, without a day.
    Month(u32),
    Year(u32),
    /// Minutes after midnight.
    Time(u32),
    /// Words in small letters.
    Name(Vec<String>),
}

impl Value {
    /// Whether two values answer the same question, so that they can differ.
    pub(super) fn comparable(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(_, a), Self::Number(_, b)) => a == b || a.is_none() || b.is_none(),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Whether two values say the same, one of them perhaps more fully.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a, of), Self::Number(b, other)) => {
                a == b && (of == other || of.is_none() || other.is_none())
            }
            (Self::Day(month, _), Self::Month(other))
            | (Self::Month(other), Self::Day(month, _)) => month == other,
            // Twelve hours apart: one of them says neither morning nor evening.
            (Self::Time(a), Self::Time(b)) => a % 720 == b % 720,
            (Self::Name(a), Self::Name(b)) => a.iter().any(|word| b.contains(word)),
            _ => self == other,
        }
    }
}

/// All that a text states outside furniture, in order, disjoint.
pub(super) fn find(document: &Document<'_>) -> Vec<Item> {
    let mut found = Vec::new();
    for paragraph in &document.paragraphs {
        if matches!(paragraph.role, Role::Furniture(_)) {
            continue;
        }
        for sentence in &document.sentences[paragraph.sentences.clone()] {
            let is_mark = |at: &usize| document.tokens[*at].kind == TokenKind::Punctuation;
            let mut reader = Reader {
                document,
                end: sentence.tokens.end,
                start: sentence.tokens.start,
                first: sentence.tokens.clone().find(|at| !is_mark(at)),
            };
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                if !reader.may_begin(at) {
                    at += 1;
                    continue;
                }
                let item = reader
                    .date(at)
                    .or_else(|| reader.number(at))
                    .or_else(|| reader.name(at));
                at = item.as_ref().map_or(at + 1, |item| item.tokens.end);
                found.extend(item);
            }
        }
    }
    found
}

/// Reads items in one sentence.
struct Reader<'d, 't> {
    document: &'d Document<'t>,
    start: usize,
    end: usize,
    /// The first token that is no punctuation.
    first: Option<usize>,
}

impl<'t> Reader<'_, 't> {
    /// The text of a token, empty after the end of the sentence.
    fn text(&self, at: usize) -> &'t str {
        if at >= self.end {
            return "";
        }
        &self.document.text[self.document.tokens[at].span.range()]
    }

    /// Whether no space stands between a token and the next.
    fn joined(&self, at: usize) -> bool {
        at + 1 < self.end
            && self.document.tokens[at].span.end == self.document.tokens[at + 1].span.start
    }

    /// False for most tokens that begin no item: marks, and words in small letters that are in no list.
    fn may_begin(&self, at: usize) -> bool {
        match self.text(at).chars().next() {
            Some('a'..='z') => lexicon::may_be_listed(self.text(at)),
            Some('A'..='Z' | '0'..='9') => true,
            first => first.is_some_and(char::is_uppercase),
        }
    }

    fn item(&self, tokens: Range<usize>, kind: FactKind, value: Value) -> Option<Item> {
        Some(Item {
            tokens,
            kind,
            value,
        })
    }

    fn date(&mut self, at: usize) -> Option<Item> {
        let text = self.text(at);
        if let Some(day) = lexicon::weekday(text) {
            return self.item(at..at + 1, FactKind::Date, Value::Weekday(day));
        }
        if let Some(month) = lexicon::month(text) {
            return match day(self.text(at + 1)) {
                Some(day) => self.item(at..at + 2, FactKind::Date, Value::Day(month, day)),
                None => self.item(at..at + 1, FactKind::Date, Value::Month(month)),
            };
        }
        if let Some((minutes, end)) = self.time(at) {
            return self.item(at..end, FactKind::Date, Value::Time(minutes));
        }
        if let (Some(day), Some(month)) = (day(text), lexicon::month(self.text(at + 1))) {
            return self.item(at..at + 2, FactKind::Date, Value::Day(month, day));
        }
        // 2,024 is no year, and neither is the 2000 of "2000 people".
        let counted = self
            .text(at + 1)
            .chars()
            .next()
            .is_some_and(char::is_lowercase)
            && !matches!(
                self.text(at + 1),
                "and"
                    | "to"
                    | "in"
                    | "when"
                    | "after"
                    | "before"
                    | "at"
                    | "by"
                    | "as"
                    | "with"
                    | "on"
            );
        if lexicon::is_year(text) && !counted {
            return self.item(at..at + 1, FactKind::Date, Value::Year(text.parse().ok()?));
        }
        None
    }

    /// A time of day, as minutes, and where it ends: `9:30`, `9.30 am`, `6 p.m.`.
    fn time(&self, at: usize) -> Option<(u32, usize)> {
        let text = self.text(at);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let whole = |text: &str| text.parse::<u32>().ok();
        let (hour, minute, mut end) = if let Some((hour, minute)) = text.split_once(':') {
            (whole(hour)?, whole(minute)?, at + 1)
        } else if self.joined(at)
            && self.text(at + 1) == ":"
            && self.joined(at + 1)
            && self.text(at + 2).len() == 2
        {
            (whole(text)?, whole(self.text(at + 2))?, at + 3)
        } else {
            let (hour, minute) = text.split_once('.').unwrap_or((text, "0"));
            let half = half_of_day(self.text(at + 1));
            half?;
            (whole(hour)?, whole(minute)?, at + 1)
        };
        if hour > 24 || minute > 59 {
            return None;
        }
        let half = half_of_day(self.text(end));
        if half.is_some() {
            end += 1;
        }
        let hour = match half {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        Some((hour * 60 + minute, end))
    }

    fn number(&mut self, at: usize) -> Option<Item> {
        let (mut value, mut end) = match lexicon::number_word(self.text(at)) {
            Some(value) => (value, at + 1),
            None => (figure(self.text(at))?, at + 1),
        };
        // twenty-one
        if (20.0..100.0).contains(&value)
            && value % 10.0 == 0.0
            && self.text(end) == "-"
            && let Some(ones) = ones(self.text(end + 1))
        {
            (value, end) = (value + ones, end + 2);
        }
        while let Some(times) = scale(self.text(end)) {
            (value, end) = (value * times, end + 1);
        }
        let unit = unit(self.text(end));
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        let sign = before.and_then(|before| unit_sign(self.text(before)));
        let start = if sign.is_some() { at - 1 } else { at };
        if unit.is_some() {
            end += 1;
        }
        self.item(
            start..end,
            FactKind::Number,
            Value::Number(value, sign.or(unit)),
        )
    }

    /// Words with a capital, one after the other. A single one that begins a sentence could be any word.
    fn name(&mut self, at: usize) -> Option<Item> {
        let capital = |at: usize| {
            let text = self.text(at);
            at < self.end
                && self.document.tokens[at].kind == TokenKind::Word
                && text.chars().next().is_some_and(char::is_uppercase)
                && lexicon::month(text).is_none()
                && lexicon::weekday(text).is_none()
                && text.chars().count() > 1
        };
        let mut end = at;
        while capital(end) {
            end += 1;
        }
        let begins = self.first.is_none_or(|first| at <= first);
        if end == at || begins && end - at < 2 {
            return None;
        }
        let words = (at..end).map(|at| bare(self.text(at))).collect();
        self.item(at..end, FactKind::Name, Value::Name(words))
    }
}

/// A word without the ending of a possessive, in small letters.
fn bare(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    word.strip_suffix("'s").unwrap_or(&word).to_owned()
}

/// Whether it is before or after noon: `am`, `p.m.`.
fn half_of_day(text: &str) -> Option<bool> {
    let mut letters = text.chars().filter(|&c| c != '.');
    let [first, second, third] = std::array::from_fn(|_| letters.next());
    match (
        first?.to_ascii_lowercase(),
        second?.to_ascii_lowercase(),
        third,
    ) {
        ('a', 'm', None) => Some(false),
        ('p', 'm', None) => Some(true),
        _ => None,
    }
}

/// A day of the month: `7`, `07`, `7th`.
fn day(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &text[digits.len()..];
    if !matches!(ending, "" | "st" | "nd" | "rd" | "th") {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// The value of a figure, with the separators of thousands and the short scales of headlines.
fn figure(text: &str) -> Option<f64> {
    let lower = text.to_lowercase();
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
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // A dot before three figures parts thousands, as most of Europe writes them: who means thousandths
    // rarely gives three of them.
    let dotted = grouped(digits, '.').then(|| digits.replace('.', ""));
    let digits = dotted.as_deref().unwrap_or(digits);
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

/// The value of a word from one to nine.
fn ones(text: &str) -> Option<f64> {
    if text.eq_ignore_ascii_case("one") {
        return Some(1.0);
    }
    lexicon::number_word(text).filter(|ones| *ones < 10.0)
}

fn scale(text: &str) -> Option<f64> {
    Some(match text.to_lowercase().as_str() {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mln" => 1e6,
        "billion" | "bln" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

fn unit(text: &str) -> Option<&'static str> {
    Some(match text.to_lowercase().as_str() {
        "%" | "percent" | "pc" => "%",
        "dollar" | "dollars" => "$",
        "euro" | "euros" | "€" => "€",
        "pound" | "pounds" => "£",
        "yuan" => "¥",
        "rouble" | "roubles" | "ruble" | "rubles" => "₽",
        _ => return None,
    })
}

fn unit_sign(text: &str) -> Option<&'static str> {
    Some(match text {
        "$" | "US$" => "$",
        "€" => "€",
        "£" => "£",
        "¥" => "¥",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary};

    fn values(text: &str) -> Vec<Value> {
        let document = Document::new(
            text,
            &Options {
                skip_furniture: false,
                ..Options::default()
            },
            &mut Vocabulary::default(),
        );
        find(&document).into_iter().map(|item| item.value).collect()
    }

    fn number(value: f64) -> Value {
        Value::Number(value, None)
    }

    #[test]
    fn one_value_has_many_writings() {
        for (text, value) in [
            ("about 1,400 came", number(1400.0)),
            ("about 1400 came", number(1400.0)),
            ("about 1.4 thousand came", number(1400.0)),
            ("hacia 1.400 vinieron", number(1400.0)),
            ("über 2.750.000 kamen", number(2_750_000.0)),
            ("about 0.125 of it", number(0.125)),
            ("about two came", number(2.0)),
            ("about twenty-one came", number(21.0)),
            ("about 3.5m came", number(3.5e6)),
            ("it cost $5 million more", Value::Number(5e6, Some("$"))),
            (
                "it cost five million dollars more",
                Value::Number(5e6, Some("$")),
            ),
            ("it rose 5% then", Value::Number(5.0, Some("%"))),
            ("it rose five percent then", Value::Number(5.0, Some("%"))),
            ("it came at 9:30 then", Value::Time(570)),
            ("it came at 09:30 am then", Value::Time(570)),
            ("it came at 9.30 pm then", Value::Time(1290)),
            ("it came on 7 October then", Value::Day(10, 7)),
            ("it came on October 7th then", Value::Day(10, 7)),
            ("it came in 1998.", Value::Year(1998)),
            ("it came on Tuesday then", Value::Weekday(2)),
        ] {
            assert_eq!(values(text), [value], "{text}");
        }
    }

    #[test]
    fn values_agree_only_if_they_say_the_same() {
        assert!(Value::Time(570).agrees(&Value::Time(1290)));
        assert!(!number(1e3).agrees(&number(1e6)));
        assert!(!Value::Number(5.0, Some("%")).agrees(&Value::Number(5.0, Some("$"))));
        let name =
            |words: &[&str]| Value::Name(words.iter().map(|word| (*word).to_owned()).collect());
        assert!(name(&["ada", "brandt"]).agrees(&name(&["brandt"])));
        assert!(!name(&["ada"]).agrees(&name(&["ida"])));
    }

    #[test]
    fn a_word_is_no_value() {
        assert!(values("It may march on, one by one.").is_empty());
        assert!(values("").is_empty());
    }
}
