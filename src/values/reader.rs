//! Reads what a text states in figures, dates and names.

use std::ops::Range;

use super::{
    figures,
    value::{Item, Value},
};
use crate::{
    document::{Document, Memo, TokenKind},
    language::{self, Class, Classes, Date, DateOrder, Languages, Meaning},
    lexicon,
};

/// What a sentence states, in order, disjoint. `names` says whether capitals tell names in the text.
pub(super) fn read_items(
    document: &Document<'_>,
    sentence: Range<usize>,
    names: bool,
    habits: Habits,
    may_state: &mut Memo<bool>,
) -> Vec<Item> {
    let is_mark = |at: &usize| document.tokens[*at].kind == TokenKind::Punctuation;
    let reader = SentenceReader {
        document,
        start: sentence.start,
        end: sentence.end,
        first: sentence.clone().find(|at| !is_mark(at)),
        names: names && !is_headline(document, sentence.clone()),
        languages: habits.languages,
        habits,
    };
    let mut found = Vec::new();
    let mut at = reader.after_place().unwrap_or(sentence.start);
    while at < sentence.end {
        let item = reader.read(at, may_state);
        at = item.as_ref().map_or(at + 1, |item| item.tokens.end);
        found.extend(item);
    }
    found
}

/// Reads items in one sentence.
pub(super) struct SentenceReader<'d, 't> {
    pub(super) document: &'d Document<'t>,
    /// The tokens of the sentence.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The first token that is no punctuation.
    pub(super) first: Option<usize>,
    /// Whether words with a capital are names here.
    pub(super) names: bool,
    /// In which the words are read.
    pub(super) languages: Languages,
    /// What is so in them.
    pub(super) habits: Habits,
}

/// What languages do, for which each word would have to be asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habits {
    /// These.
    pub(super) languages: Languages,
    /// Nouns have capitals.
    pub(super) capital_nouns: bool,
    /// There are no capitals.
    pub(super) no_capitals: bool,
    /// Numbers of several words are written as one.
    pub(super) joined_numbers: bool,
    /// How a date is written in figures.
    pub(super) date_order: Option<DateOrder>,
}

impl Habits {
    pub(super) fn of(languages: Languages) -> Self {
        Self {
            languages,
            capital_nouns: language::has_capital_nouns(languages),
            no_capitals: language::has_no_capitals(languages),
            joined_numbers: language::joins_numbers(languages),
            date_order: language::date_order(languages),
        }
    }
}

impl<'t> SentenceReader<'_, 't> {
    /// The text of a token, empty after the end of the sentence.
    pub(super) fn text(&self, at: usize) -> &'t str {
        if at >= self.end {
            return "";
        }
        &self.document.text[self.document.tokens[at].span.range()]
    }

    /// Whether no space stands between a token and the next.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        at + 1 < self.end
            && self.document.tokens[at].span.end == self.document.tokens[at + 1].span.start
    }

    /// The token behind what numbers a sentence, `2.`, `(2)`, `§ 2`, `2 §`, `第2条`: its place, which states nothing.
    #[inline(never)]
    fn after_place(&self) -> Option<usize> {
        let at = self.first?;
        let is_number =
            |at: usize| at < self.end && self.document.tokens[at].kind == TokenKind::Number;
        if self.text(at) == "第" {
            let end = (at + 1..self.end).find(|&end| !self.is_numeral(end))?;
            return self.rest(end).starts_with(figures::CLAUSES).then_some(end);
        }
        if !(at..at + 4).any(is_number) {
            return None;
        }
        let opened = self.start < at && matches!(self.text(at - 1), "(" | "[" | "§" | "§§");
        let label = lexicon::class_at(self.rest(at), Class::Clause, self.languages);
        let label = label.map_or(0, |len| {
            let end = self.behind(at, len);
            end - at + usize::from(self.is_joined(end - 1) && self.text(end) == ".")
        });
        let number = at + label;
        let named = || language::is(self.text(number + 1), Class::Clause, self.languages);
        let closed = self.text(number + 1) == "§"
            || self.text(number + 2) == "." && named()
            || self.is_joined(number) && matches!(self.text(number + 1), "." | ")" | "]");
        // "Step 3 failed" counts, "Article 3 The pool is open" does not.
        let ended = || {
            let behind = number + 1;
            behind >= self.end
                || matches!(self.text(behind), ":" | "–" | "—" | "-" | "§")
                || self.document.has_capital(behind)
                || self.habits.no_capitals
        };
        let places = opened || closed || label > 0 && ended();
        (is_number(number) && places).then_some(number + 1 + usize::from(closed))
    }

    /// Whether a token is a figure, in Chinese as well.
    fn is_numeral(&self, at: usize) -> bool {
        self.document.tokens[at].kind == TokenKind::Number
            || self.text(at).starts_with(|c| NUMERALS.contains(c))
    }

    /// The text from a token to the end of its sentence, empty after that.
    pub(super) fn rest(&self, at: usize) -> &'t str {
        if at >= self.end {
            return "";
        }
        let tokens = &self.document.tokens;
        &self.document.text[tokens[at].span.start as usize..tokens[self.end - 1].span.end as usize]
    }

    /// The token behind a stretch of so many bytes that begins with a token; a token that the stretch ends in
    /// belongs to it.
    pub(super) fn behind(&self, at: usize, len: usize) -> usize {
        let tokens = &self.document.tokens;
        let end = tokens[at].span.start + len as u32;
        let inside = tokens[at..self.end]
            .iter()
            .take_while(|token| token.span.start < end);
        at + inside.count()
    }

    /// The longest word or phrase of a class that ends right before a token, and where it begins.
    pub(super) fn before(&self, at: usize, class: Class) -> Option<(Meaning, usize)> {
        let from = at.saturating_sub(PHRASE).max(self.start);
        (from..at).find_map(|start| {
            let wanted = Classes::of(&[class]);
            let (meaning, len) = language::starting(self.rest(start), self.languages, wanted)?;
            // A stop that shortens the word belongs to it: kl. 7
            let end = self.behind(start, len);
            let end = end + usize::from(end + 1 == at && self.text(end) == ".");
            (end == at).then_some((meaning, start))
        })
    }

    /// The value of a number of several words that are written as one.
    pub(super) fn compound(&self, word: &str) -> Option<f64> {
        let joined = self.habits.joined_numbers;
        joined.then(|| figures::compound(word, self.languages))?
    }

    /// The item that begins at a token.
    fn read(&self, at: usize, may_state: &mut Memo<bool>) -> Option<Item> {
        let stated = if may_state.of(self.document, at, || self.may_state(at)) {
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
            Some(c) if !c.is_ascii() && (NUMERALS.contains(c) || language::digit(c).is_some()) => {
                true
            }
            Some(c) if figures::vulgar(c).is_some() => true,
            Some(c) if c.is_alphabetic() => {
                lexicon::may_be_listed(text, self.languages)
                    || self.compound(text).is_some()
                    || !c.is_ascii() && (figures::begins_thai(text) || figures::begins_korean(text))
                    || lexicon::money_before(text, self.languages).is_some()
            }
            _ => false,
        }
    }

    pub(super) fn item(&self, tokens: Range<usize>, value: Value) -> Option<Item> {
        Some(Item {
            tokens,
            bound: 0,
            value,
        })
    }

    #[inline(never)]
    pub(super) fn date(&self, at: usize) -> Option<Item> {
        let rest = self.rest(at);
        let order = self.habits.date_order;
        if let Some((date, len)) = language::date_at(rest, self.languages, order)
            && date.year.is_none_or(language::is_plausible_year)
        {
            return self.item(at..self.behind(at, len), day(date));
        }
        if let Some(date) = self.day_of_two(at) {
            return self.item(at..at + 1, day(date));
        }
        if let Some((class, number, len)) = lexicon::day_or_month_at(rest, self.languages) {
            let end = self.behind(at, len);
            let (value, end) = match class {
                Class::Weekday => (Value::Weekday(number), end),
                _ => self.month_of_year(number, end),
            };
            return self.item(at..end, value);
        }
        // Behind a figure it may be so many months.
        let counted = at.checked_sub(1).is_some_and(|last| {
            last >= self.start && self.document.tokens[last].kind == TokenKind::Number
        });
        if !counted && let Some((month, len)) = language::month_in_figures(rest, self.languages) {
            return self.item(at..self.behind(at, len), Value::Month(month));
        }
        if let Some((value, end)) = self.short_month_of_year(at) {
            return self.item(at..end, value);
        }
        if let Some((clock, end)) = self.time(at) {
            return self.item(at..end, Value::Time(clock));
        }
        if let Some((first, len)) = language::decade_at(rest, self.languages) {
            return self.item(at..self.behind(at, len), Value::Decade(first));
        }
        let year = self.year(at).or_else(|| self.short_year(at))?;
        self.item(at..at + 1, Value::Year(year))
    }

    /// A day that shares the month of another, which stands behind it or before it: the 7 of `7/8 March`, the 8 of
    /// `March 7-8`.
    #[inline(never)]
    fn day_of_two(&self, at: usize) -> Option<Date> {
        let near = || (at + 2..=at + 3).any(|at| begins_with_figure(self.text(at)));
        let joined = at >= self.start + 3 && self.is_joined(at - 1) && self.is_joined(at - 2);
        if !begins_with_figure(self.text(at)) || !joined && !near() {
            return None;
        }
        let (rest, order) = (self.rest(at), self.habits.date_order);
        let before = language::day_before_date(rest, self.languages, order);
        if let Some((date, _)) = before {
            return Some(date).filter(|date| date.year.is_none_or(language::is_plausible_year));
        }
        let day: u32 = language::ascii(self.text(at)).parse().ok()?;
        if !joined || !matches!(self.text(at - 1), "-" | "–" | "/") {
            return None;
        }
        let starts = (at + 1).saturating_sub(NAMED).max(self.start)..at - 2;
        starts.rev().find_map(|start| {
            let (date, len) = language::date_at(self.rest(start), self.languages, order)?;
            let ends = self.behind(start, len) == at - 1 && date.year.is_none();
            (ends && date.day < day && day <= LAST).then_some(Date { day, ..date })
        })
    }

    fn year(&self, at: usize) -> Option<u32> {
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        let before = before.map_or("", |before| self.text(before));
        let (text, rest) = (self.text(at), self.rest(at));
        language::year_between(before, text, &rest[text.len()..], self.languages)
    }

    /// The last figures of a year behind another: `2019-21`.
    fn short_year(&self, at: usize) -> Option<u32> {
        let text = self.text(at);
        let first = at.checked_sub(2).filter(|first| *first >= self.start)?;
        let joined = self.is_joined(first) && self.is_joined(first + 1);
        if text.len() != 2 || !joined || !matches!(self.text(first + 1), "-" | "–" | "/") {
            return None;
        }
        let (year, last) = (language::year(self.text(first))?, text.parse::<u32>().ok()?);
        let whole = year - year % 100 + last;
        (whole > year).then_some(whole)
    }

    /// A short month that has a year behind it, and a capital or a stop: `Sept. 2031`.
    fn short_month_of_year(&self, at: usize) -> Option<(Value, usize)> {
        let next = self.text(at + 1);
        if next != "." && !begins_with_figure(next) {
            return None;
        }
        let wanted = const { Classes::of(&[Class::ShortMonth]) };
        let (month, len) = language::starting(self.rest(at), self.languages, wanted)?;
        let end = self.behind(at, len);
        let stopped = self.text(end) == ".";
        let named = stopped || language::has_capital(self.text(at));
        let (value, end) = self.month_of_year(month.value, end + usize::from(stopped));
        (named && matches!(value, Value::Period(..))).then_some((value, end))
    }

    /// A month with the year behind it, if one stands there: `March 2031`, `mars de 2031`.
    fn month_of_year(&self, month: u32, end: usize) -> (Value, usize) {
        let link = language::is(self.text(end), Class::DateLink, self.languages);
        let at = end + usize::from(link);
        let year = language::year(self.text(at)).filter(|_| at < self.end);
        match year.filter(|_| self.text(at).len() == 4) {
            Some(year) => (Value::Period(year, month), at + 1),
            None => (Value::Month(month), end),
        }
    }
}

fn begins_with_figure(text: &str) -> bool {
    text.starts_with(|c| language::digit(c).is_some())
}

/// The value of a day, with its year if it has one.
fn day(date: Date) -> Value {
    match date.year {
        Some(year) => Value::Date(year, date.month, date.day),
        None => Value::Day(date.month, date.day),
    }
}

/// Tokens from the name of a month to the second of two days behind it: `Sept. 7-8`.
const NAMED: usize = 5;

/// The greatest number of a day.
const LAST: u32 = 31;

/// Tokens of the longest phrase that is looked for before a number.
const PHRASE: usize = 5;

/// Characters that begin a Chinese number.
const NUMERALS: &str = "一二三四五六七八九十百两〇";

/// Least words of a line that can be told to be a headline in which every word has a capital. By eye.
const HEADLINE: usize = 4;

/// Whether most words of a sentence have a capital.
fn is_headline(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let words = tokens.filter(|&at| document.tokens[at].kind == TokenKind::Word);
    let (capitals, all) = words.fold((0, 0), |(capitals, all), at| {
        (capitals + usize::from(document.has_capital(at)), all + 1)
    });
    all >= HEADLINE && capitals * 3 > all * 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Options,
        document::Vocabulary,
        lexicon::Limit,
        values::{
            Values,
            value::{Amount, AmountUnit, Clock},
        },
    };

    fn values(text: &str) -> Vec<Value> {
        let document = Document::new(
            text,
            &Options {
                skip_boilerplate: false,
                ..Options::default()
            },
            &mut Vocabulary::default(),
        );
        let values = Values::new(&document, true, document.languages);
        let sentences = 0..document.sentences.len();
        let items = sentences.flat_map(|sentence| values.of_sentence(sentence));
        items.map(|item| item.value.clone()).collect()
    }

    fn amount(value: f64, unit: Option<AmountUnit>) -> Value {
        let times = match unit {
            Some(AmountUnit::Measure { .. }) => 1e3,
            Some(AmountUnit::Percent) => 0.01,
            _ => 1.0,
        };
        Value::Number(Amount {
            written: value / times,
            value,
            unit,
            limit: None,
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
            ("about 1.400,50 of it", number(1400.5)),
            ("about one hundred and twenty came", number(120.0)),
            ("about two thousand five hundred came", number(2500.0)),
            ("about half a million came", number(5e5)),
            ("about half of it", Value::Part(0.5)),
            ("about two thirds of it", Value::Part(2.0 / 3.0)),
            ("约1万2000人", number(12_000.0)),
            ("約1万2千人", number(12_000.0)),
            ("올해 340명이", number(340.0)),
            ("हुई ३४० लोगों", number(340.0)),
            (
                "增加了百分之十五。",
                amount(0.15, Some(AmountUnit::Percent)),
            ),
            ("it begins at seven o'clock then", time(420, false, None)),
            ("à 19h30 dans la salle", time(1170, true, None)),
            ("es beginnt um 19.30 Uhr dort", time(1170, true, None)),
            ("晚上七点在那里", time(1140, true, None)),
            ("오전 9시 30분에", time(570, true, None)),
            ("it came in May 2031 then", Value::Period(2031, 5)),
            ("hacia 1.400 vinieron", number(1400.0)),
            ("genau 2.750.000 kamen", number(2_750_000.0)),
            ("about 0.125 of it", number(0.125)),
            ("about two came", number(2.0)),
            ("about twenty-one came", number(21.0)),
            ("about 3.5m came", number(3.5e6)),
            (
                "it cost $5 million more",
                amount(5e6, Some(AmountUnit::Money("$"))),
            ),
            (
                "it cost five million dollars more",
                amount(5e6, Some(AmountUnit::Money("$"))),
            ),
            ("it rose 5% then", amount(0.05, Some(AmountUnit::Percent))),
            (
                "it rose five percent then",
                amount(0.05, Some(AmountUnit::Percent)),
            ),
            ("it came at 9:30 then", time(570, false, None)),
            ("it came at 09:30 am then", time(570, true, None)),
            ("it came at 9.30 pm then", time(1290, true, None)),
            ("it came at 12.30 am then", time(30, true, None)),
            ("it came at 12.30 pm then", time(750, true, None)),
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
            (
                "it rose 5 per cent then",
                amount(0.05, Some(AmountUnit::Percent)),
            ),
            (
                "a 3.5-kilometre walk",
                amount(
                    3.5e3,
                    Some(AmountUnit::Measure {
                        of: "m",
                        rough: false,
                    }),
                ),
            ),
            ("it came in 1998.", Value::Year(1998)),
            ("it came on Tuesday then", Value::Weekday(2)),
            ("it came in the 1890s then", Value::Decade(1890)),
            ("sie kam in den 1890er Jahren dort", Value::Decade(1890)),
            ("1890年代に来た", Value::Decade(1890)),
            ("it came in Sept. 2031 then", Value::Period(2031, 9)),
            ("it came in Sept 2031 then", Value::Period(2031, 9)),
        ] {
            assert_eq!(values(text), [value], "{text}");
        }
    }

    #[test]
    fn days_of_a_range_share_their_month() {
        let days = |first, second| vec![Value::Day(3, first), Value::Day(3, second)];
        for (text, expected) in [
            ("it came on 7/8 March then", days(7, 8)),
            ("it came on 7-8 March then", days(7, 8)),
            ("it came on 7 and 8 March then", days(7, 8)),
            ("it came on March 7-8 then", days(7, 8)),
            ("it came on March 28-31 then", days(28, 31)),
            (
                "it came on Sept. 7-8 then",
                vec![Value::Day(9, 7), Value::Day(9, 8)],
            ),
            ("es war der 7./8. März und", days(7, 8)),
            ("es war der 7. und 8. März dort", days(7, 8)),
            (
                "it came on 7-8 March 2031 then",
                vec![Value::Date(2031, 3, 7), Value::Date(2031, 3, 8)],
            ),
            // A number that is no day before this one.
            ("it had 9/8 March then", vec![number(9.0), Value::Day(3, 8)]),
            ("it had 0-8 March then", vec![number(0.0), Value::Day(3, 8)]),
            ("it had 2019-19 then", vec![Value::Year(2019), number(19.0)]),
            (
                "it had 2019-20 then",
                vec![Value::Year(2019), Value::Year(2020)],
            ),
            ("it had March 8-7 then", vec![Value::Day(3, 8), number(7.0)]),
            (
                "it had March 8-32 then",
                vec![Value::Day(3, 8), number(32.0)],
            ),
        ] {
            assert_eq!(values(text), expected, "{text}");
        }
    }

    #[test]
    fn the_longest_phrase_before_a_number_bounds_it() {
        for (text, wanted) in [
            ("at least 12 came", Some(Limit::Least)),
            ("少なくとも12人が来た", Some(Limit::Least)),
            ("ما لا يقل عن 12 قاربا", Some(Limit::Least)),
            ("some 12 came", None),
        ] {
            let found = values(text);
            let limit = found.iter().find_map(|value| match value {
                Value::Number(amount) => Some(amount.limit),
                _ => None,
            });
            assert_eq!(limit, Some(wanted), "{text}");
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
        // What numbers a clause, without the number.
        assert!(values("Clause").is_empty());
        assert!(values("").is_empty());
    }
}
