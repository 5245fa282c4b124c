//! Reads what a text states in figures, dates and names.

use std::ops::Range;

use super::{
    FactKind, figures,
    values::{Amount, Clock, Item, Unit, Value},
};
use crate::{
    document::{Document, Role, TokenKind},
    language::{self, Languages},
    lexicon,
};

/// All that a text states outside boilerplate, in order, disjoint.
/// `names` says whether capitals tell names.
pub(super) fn read_items(document: &Document<'_>, names: bool) -> Vec<Item> {
    let mut found = Vec::new();
    for paragraph in &document.paragraphs {
        if matches!(paragraph.role, Role::Boilerplate(_)) {
            continue;
        }
        for sentence in &document.sentences[paragraph.sentences.clone()] {
            let is_mark = |at: &usize| document.tokens[*at].kind == TokenKind::Punctuation;
            let mut reader = Reader {
                document,
                end: sentence.tokens.end,
                start: sentence.tokens.start,
                first: sentence.tokens.clone().find(|at| !is_mark(at)),
                names: names && !is_headline(document, sentence.tokens.clone()),
                languages: document.languages,
            };
            let mut at = sentence.tokens.start;
            if paragraph.role == Role::Item && sentence.span.start == paragraph.span.start {
                at = reader.after_place().unwrap_or(at);
            }
            while at < sentence.tokens.end {
                let item = reader.read(at);
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
    /// Whether words with a capital are names here.
    names: bool,
    /// Those of the text.
    languages: Languages,
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

    /// The token behind the number of an item in a list, `2.` or `(2)`: its place, which states nothing.
    fn after_place(&self) -> Option<usize> {
        let at = self.first?;
        let is_place = self.document.tokens[at].kind == TokenKind::Number
            && self.joined(at)
            && matches!(self.text(at + 1), "." | ")");
        is_place.then_some(at + 2)
    }

    /// The text from a token to the end of its sentence, empty after that.
    fn rest(&self, at: usize) -> &'t str {
        if at >= self.end {
            return "";
        }
        let tokens = &self.document.tokens;
        &self.document.text[tokens[at].span.start as usize..tokens[self.end - 1].span.end as usize]
    }

    /// The token behind a stretch of so many bytes that begins with a token; a token that the stretch ends in
    /// belongs to it.
    fn behind(&self, at: usize, len: usize) -> usize {
        let tokens = &self.document.tokens;
        let end = tokens[at].span.start + len as u32;
        let inside = tokens[at..self.end]
            .iter()
            .take_while(|token| token.span.start < end);
        at + inside.count()
    }

    /// The item that begins at a token.
    fn read(&mut self, at: usize) -> Option<Item> {
        let stated = if self.may_state(at) {
            self.date(at).or_else(|| self.number(at))
        } else {
            None
        };
        stated.or_else(|| self.name(at))
    }

    /// False for most tokens that begin no date and no number: marks, and words that are in no table.
    fn may_state(&self, at: usize) -> bool {
        let text = self.text(at);
        match text.chars().next() {
            Some('0'..='9') => true,
            Some('A'..='Z' | 'a'..='z') => lexicon::may_be_listed(text, self.languages),
            Some(c) if NUMERALS.contains(c) || language::digit(c).is_some() => true,
            Some(c) if c.is_alphabetic() => lexicon::may_be_listed(text, self.languages),
            _ => false,
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
        let (text, rest) = (self.text(at), self.rest(at));
        let order = language::date_order(self.languages);
        if let Some((date, len)) = language::date_at(rest, self.languages, order)
            && date.year.is_none_or(language::is_plausible_year)
        {
            let value = match date.year {
                Some(year) => Value::Date(year, date.month, date.day),
                None => Value::Day(date.month, date.day),
            };
            return self.item(at..self.behind(at, len), FactKind::Date, value);
        }
        if let Some((class, number, len)) = lexicon::day_or_month_at(rest, self.languages) {
            let value = match class {
                language::Class::Weekday => Value::Weekday(number),
                _ => Value::Month(number),
            };
            return self.item(at..self.behind(at, len), FactKind::Date, value);
        }
        if let Some((clock, end)) = self.time(at) {
            return self.item(at..end, FactKind::Date, Value::Time(clock));
        }
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        let before = before.map_or("", |before| self.text(before));
        let year = language::year_between(before, text, &rest[text.len()..], self.languages)?;
        self.item(at..at + 1, FactKind::Date, Value::Year(year))
    }

    /// A time of day and where it ends: `9:30`, `9.30 am`, `6 p.m.`, `18:00 GMT`.
    fn time(&self, at: usize) -> Option<(Clock, usize)> {
        let text = self.text(at);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let whole = |text: &str| text.parse::<i32>().ok();
        let half = half_of_day(self.text(at + 1));
        let (hour, minute) = match text.split_once(':') {
            Some(parts) => parts,
            None if half.is_some() => text.split_once('.').unwrap_or((text, "0")),
            None => return None,
        };
        let (hour, minute) = (whole(hour)?, whole(minute)?);
        if hour > 24 || minute > 59 {
            return None;
        }
        let end = at + 1 + usize::from(half.is_some());
        // A full stop of "p.m." may stand between.
        let zone = (end..end + 2).find_map(|at| Some((zone(self.text(at))?, at + 1)));
        let exact = half.is_some() || hour > 12;
        let hour = match half {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let clock = Clock {
            minutes: hour * 60 + minute,
            exact,
            zone: zone.map(|(zone, _)| zone),
        };
        Some((clock, zone.map_or(end, |(_, end)| end)))
    }

    fn number(&mut self, at: usize) -> Option<Item> {
        if let Some(rank) = lexicon::ordinal(self.text(at), self.languages) {
            return self.item(at..at + 1, FactKind::Number, Value::Ordinal(rank));
        }
        let (mut value, mut end) = self.plain(at)?;
        // twenty-one
        if (20.0..100.0).contains(&value)
            && value % 10.0 == 0.0
            && self.text(end) == "-"
            && let Some(ones) = lexicon::ones(self.text(end + 1), self.languages)
        {
            (value, end) = (value + ones, end + 2);
        }
        while let Some((times, len)) = lexicon::scale_at(self.rest(end), self.languages) {
            (value, end) = (value * times, self.behind(end, len));
        }
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        let sign = before.and_then(|before| lexicon::money_sign(self.text(before)));
        let minus = before.is_some_and(|before| self.is_minus(before));
        let start = if sign.is_some() || minus { at - 1 } else { at };
        let (unit, end) = self.unit(end);
        let (unit, times) = unit.map_or((None, 1.0), |(unit, times)| (Some(unit), times));
        let written = if minus { -value } else { value };
        let amount = Amount {
            written,
            value: written * times,
            unit: sign.map(Unit::Money).or(unit),
        };
        self.item(start..end, FactKind::Number, Value::Number(amount))
    }

    /// A number without what belongs to it, and where it ends: `1,400`, `1 400`, `twelve`, `十二`.
    fn plain(&self, at: usize) -> Option<(f64, usize)> {
        let text = self.text(at);
        if let Some((value, len)) = lexicon::number_at(self.rest(at), self.languages)
            && len >= text.len()
        {
            return Some((value, self.behind(at, len)));
        }
        let Some(mut value) = figures::figure(text) else {
            if text.is_ascii() {
                return None;
            }
            let (value, count) = figures::chinese((at..self.end).map(|at| self.text(at)))?;
            return Some((value, at + count));
        };
        let group = |at: usize| {
            let text = self.text(at);
            let gap = at < self.end
                && self.document.tokens[at].span.start == self.document.tokens[at - 1].span.end + 1;
            (gap && text.len() == 3).then(|| text.parse::<u32>().ok())?
        };
        let mut end = at + 1;
        if text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0') {
            while let Some(thousands) = group(end) {
                (value, end) = (value * 1e3 + f64::from(thousands), end + 1);
            }
        }
        Some((value, end))
    }

    /// Whether a token is the sign of a number below zero: joined to it, and to nothing before.
    fn is_minus(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "−")
            && self.joined(at)
            && (at == self.start || !self.joined(at - 1))
    }

    /// What a number is of, and where that ends.
    fn unit(&self, at: usize) -> (Option<(Unit, f64)>, usize) {
        // The hyphen of "190-mile".
        let from = at + usize::from(self.text(at) == "-");
        match lexicon::measure_at(self.rest(from), self.languages) {
            Some((measure, len)) => (Some(Unit::of(measure)), self.behind(from, len)),
            None => (None, at),
        }
    }

    /// Words with a capital, one after the other. A single one that begins a sentence could be any word.
    fn name(&mut self, at: usize) -> Option<Item> {
        if !self.text(at).starts_with(char::is_uppercase) {
            return None;
        }
        let capital = |at: usize| {
            let text = self.text(at);
            at < self.end
                && self.document.tokens[at].kind == TokenKind::Word
                && text.chars().next().is_some_and(char::is_uppercase)
                && lexicon::month(text, self.languages).is_none()
                && lexicon::weekday(text, self.languages).is_none()
                && text.chars().count() > 1
        };
        let mut end = at;
        while self.names && capital(end) {
            end += 1;
        }
        let begins = self.first.is_none_or(|first| at <= first);
        if end == at || begins && end - at < 2 {
            return None;
        }
        let words: Vec<String> = (at..end).map(|at| bare(self.text(at))).collect();
        let own: Vec<String> = words
            .iter()
            .filter(|word| !lexicon::is_title(word, self.languages))
            .cloned()
            .collect();
        // "The Premier" alone names an office.
        let words = if own.is_empty() { words } else { own };
        self.item(at..end, FactKind::Name, Value::Name(words))
    }
}

/// Characters that begin a Chinese number.
const NUMERALS: &str = "一二三四五六七八九十百";

/// Least words of a line that can be told to be a headline in which every word has a capital. By eye.
const HEADLINE: usize = 4;

/// Whether most words of a sentence have a capital.
fn is_headline(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let words = document.tokens[tokens]
        .iter()
        .filter(|token| token.kind == TokenKind::Word);
    let (capitals, all) = words.fold((0, 0), |(capitals, all), token| {
        let capital = document.text[token.span.range()].starts_with(char::is_uppercase);
        (capitals + usize::from(capital), all + 1)
    });
    all >= HEADLINE && capitals * 3 > all * 2
}

/// Minutes that a zone of time is ahead of Greenwich.
fn zone(text: &str) -> Option<i32> {
    Some(match text {
        "GMT" | "UTC" => 0,
        "BST" | "CET" => 60,
        "CEST" => 120,
        "MSK" => 180,
        "EST" => -300,
        "EDT" => -240,
        "PST" => -480,
        "PDT" => -420,
        _ => return None,
    })
}

/// A word without the ending of a possessive and the stops between letters, in small letters.
fn bare(word: &str) -> String {
    let word = word.to_lowercase();
    let word = word.replace(language::is_apostrophe, "'").replace('.', "");
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary};

    fn values(text: &str) -> Vec<Value> {
        let document = Document::new(
            text,
            &Options {
                skip_boilerplate: false,
                ..Options::default()
            },
            &mut Vocabulary::default(),
        );
        read_items(&document, true)
            .into_iter()
            .map(|item| item.value)
            .collect()
    }

    fn amount(value: f64, unit: Option<Unit>) -> Value {
        let metres = matches!(unit, Some(Unit::Measure { .. }));
        let written = if metres { value / 1e3 } else { value };
        Value::Number(Amount {
            written,
            value,
            unit,
        })
    }

    fn number(value: f64) -> Value {
        amount(value, None)
    }

    fn time(minutes: i32, exact: bool, zone: Option<i32>) -> Value {
        Value::Time(Clock {
            minutes,
            exact,
            zone,
        })
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
            (
                "it cost $5 million more",
                amount(5e6, Some(Unit::Money("$"))),
            ),
            (
                "it cost five million dollars more",
                amount(5e6, Some(Unit::Money("$"))),
            ),
            ("it rose 5% then", amount(5.0, Some(Unit::Percent))),
            (
                "it rose five percent then",
                amount(5.0, Some(Unit::Percent)),
            ),
            ("it came at 9:30 then", time(570, false, None)),
            ("it came at 09:30 am then", time(570, true, None)),
            ("it came at 9.30 pm then", time(1290, true, None)),
            ("it came on 7 October then", Value::Day(10, 7)),
            ("it came on October 7th then", Value::Day(10, 7)),
            ("it came at 18:00 GMT then", time(1080, true, Some(0))),
            ("it came on 3.5.2031 then", Value::Date(2031, 5, 3)),
            ("it came on 2031-05-03 then", Value::Date(2031, 5, 3)),
            ("它5月3日来了", Value::Day(5, 3)),
            ("it came on October 7, 2031 then", Value::Date(2031, 10, 7)),
            ("it came on 7 October 2031 then", Value::Date(2031, 10, 7)),
            ("来了十二人", number(12.0)),
            ("пришли 7 октября", Value::Day(10, 7)),
            ("environ 1 400 sont venus", number(1400.0)),
            ("about two dozen came", number(24.0)),
            ("about -5 then", number(-5.0)),
            ("the third came", Value::Ordinal(3)),
            ("the 3rd came", Value::Ordinal(3)),
            ("it rose 5 per cent then", amount(5.0, Some(Unit::Percent))),
            (
                "a 3.5-kilometre walk",
                amount(
                    3.5e3,
                    Some(Unit::Measure {
                        of: "m",
                        rough: false,
                    }),
                ),
            ),
            ("it came in 1998.", Value::Year(1998)),
            ("it came on Tuesday then", Value::Weekday(2)),
        ] {
            assert_eq!(values(text), [value], "{text}");
        }
    }

    #[test]
    fn capitals_of_headlines_are_no_names() {
        for (line, expected) in [
            ("Ferry Sinks Near Dorn", true),
            ("Ferry Sinks Again", false),
            ("Ferry sinks near Dorn", false),
            ("Ada Brandt of Dorn", true),
            ("Ada Brandt of Dorn sang", false),
        ] {
            let document = Document::new(line, &Options::default(), &mut Vocabulary::default());
            let found = is_headline(&document, 0..document.tokens.len());
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn a_word_is_no_value() {
        assert!(values("It may march on, one by one.").is_empty());
        assert!(values("").is_empty());
    }
}
