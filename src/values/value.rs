//! What a text states in figures, dates and names, in a form in which equal statements are equal.

use std::ops::Range;

use crate::lexicon::{Limit, Measure};

/// Something stated, as tokens and as value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    /// Range of [`crate::document::Document::tokens`].
    pub(crate) tokens: Range<usize>,
    /// How many of them, at the start, bound the number: `at least`.
    pub(crate) bound: usize,
    pub(crate) value: Value,
}

impl Item {
    /// Whether a token is part of the value itself, and not of what bounds it.
    pub(crate) fn holds(&self, token: usize) -> bool {
        (self.tokens.start + self.bound..self.tokens.end).contains(&token)
    }
}

/// A value in a form in which equal statements are equal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Number(Amount),
    /// `third`, `3rd`.
    Ordinal(u32),
    /// A part of a whole: `two thirds`.
    Part(f64),
    /// From Monday, which is 1.
    Weekday(u32),
    /// Month from 1 and day.
    Day(u32, u32),
    /// Year, month from 1 and day.
    Date(u32, u32, u32),
    /// Month from 1, without a day.
    Month(u32),
    /// Year, and month from 1.
    Period(u32, u32),
    Year(u32),
    /// Its first year: `1890s`.
    Decade(u32),
    Time(Clock),
    /// Words in small letters, without titles.
    Name(Vec<String>),
}

/// So much of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    /// As it is written.
    pub(crate) written: f64,
    /// In the base of its unit: metres, kilograms.
    pub(crate) value: f64,
    pub(crate) unit: Option<AmountUnit>,
    /// At least, at most and the like.
    pub(crate) limit: Option<Limit>,
}

/// What an amount is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum AmountUnit {
    Percent,
    /// A currency, by its sign.
    Money(&'static str),
    /// Metres, kilograms, seconds and so on; those that were miles or pounds are rough.
    Measure {
        of: &'static str,
        rough: bool,
    },
}

impl AmountUnit {
    /// A unit, and how much of what it is measured in.
    pub(crate) fn of(measure: Measure) -> (Self, f64) {
        match measure {
            Measure::Percent => (Self::Percent, 0.01),
            Measure::Money(sign) => (Self::Money(sign), 1.0),
            Measure::Unit(of, times, rough) => (Self::Measure { of, rough }, times),
        }
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Clock {
    /// After midnight.
    pub(crate) minutes: i32,
    /// Whether morning or evening is said.
    pub(crate) exact: bool,
    /// Minutes that the zone is ahead of Greenwich, if it is named.
    pub(crate) zone: Option<i32>,
}

/// Greatest difference of a distance in miles from one in kilometres that was turned into it, as a share of the
/// greater: a distance in round miles is off by as much at most.
const ROUGH: f64 = 0.03;

/// Greatest difference of a number from itself in round figures, as a share of the greater. By eye.
const ROUNDED: f64 = 0.05;

/// What percentage points are measured in.
pub(crate) const POINTS: &str = "%-points";

/// Whole numbers below this are counted and not rounded.
const COUNTED: f64 = 100.0;

impl Value {
    /// Whether two values answer the same question, so that they can differ.
    pub(crate) fn comparable(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.comparable(*b),
            _ => self.sort() == other.sort(),
        }
    }

    /// What sort of value it is: only those of one sort are held against each other.
    pub(crate) fn sort(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            // "A third" may be either.
            Self::Ordinal(_) | Self::Part(_) => 1,
            Self::Weekday(_) => 2,
            Self::Day(..) | Self::Date(..) => 3,
            Self::Month(_) | Self::Period(..) => 4,
            Self::Year(_) | Self::Decade(_) => 5,
            Self::Time(_) => 6,
            Self::Name(_) => 7,
        }
    }

    /// Whether it is a date, or a part of one, or a time of day.
    pub(crate) fn is_date(&self) -> bool {
        match self {
            Self::Weekday(_)
            | Self::Day(..)
            | Self::Date(..)
            | Self::Month(_)
            | Self::Period(..)
            | Self::Year(_)
            | Self::Decade(_)
            | Self::Time(_) => true,
            Self::Number(_) | Self::Ordinal(_) | Self::Part(_) | Self::Name(_) => false,
        }
    }

    /// The year that it names.
    fn year(&self) -> Option<u32> {
        match self {
            Self::Year(year) | Self::Decade(year) | Self::Period(year, _) => Some(*year),
            Self::Date(year, ..) => Some(*year),
            _ => None,
        }
    }

    /// Whether it is a number or an amount.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Ordinal(_) | Self::Part(_))
    }

    /// Whether two values surely say the same; names that only may be of one are not told as the same.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(a), Self::Name(b)) => names_are_one(a, b),
            _ => self.agrees(other),
        }
    }

    /// Whether it is a name.
    pub(crate) fn is_name(&self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// Whether two values are one, in figures or words, or with a unit that one of them leaves out.
    pub(crate) fn is_one_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.agrees(*b),
            _ => self == other,
        }
    }

    /// Whether two values say the same, one of them perhaps more fully.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.agrees(*b),
            (Self::Time(a), Self::Time(b)) => a.agrees(*b),
            (Self::Name(a), Self::Name(b)) => names_agree(a, b),
            (Self::Part(a), Self::Part(b)) => is_about(*a, *b, 0.0),
            (Self::Part(part), Self::Ordinal(place)) | (Self::Ordinal(place), Self::Part(part)) => {
                is_about(1.0 / part, f64::from(*place), 0.0)
            }
            (Self::Part(part), Self::Number(amount)) | (Self::Number(amount), Self::Part(part)) => {
                is_about(amount.value, *part, 0.0)
            }
            (Self::Decade(first), one) | (one, Self::Decade(first)) => {
                one.year().is_some_and(|year| year - year % 10 == *first)
            }
            (Self::Period(year, month), one) | (one, Self::Period(year, month))
                if !matches!(one, Self::Date(..)) =>
            {
                match one {
                    Self::Day(m, _) | Self::Month(m) => m == month,
                    Self::Year(y) => y == year,
                    Self::Period(y, m) => (y, m) == (year, month),
                    _ => false,
                }
            }
            (Self::Date(year, month, day), one) | (one, Self::Date(year, month, day)) => {
                match one {
                    Self::Day(m, d) => (m, d) == (month, day),
                    Self::Month(m) => m == month,
                    Self::Year(y) => y == year,
                    Self::Period(y, m) => (y, m) == (year, month),
                    Self::Date(y, m, d) => (y, m, d) == (year, month, day),
                    _ => false,
                }
            }
            (Self::Day(month, _), Self::Month(other))
            | (Self::Month(other), Self::Day(month, _)) => month == other,
            _ => self == other,
        }
    }
}

impl Amount {
    /// The same figure with two currencies or units is a contradiction; other amounts of two currencies are an exchange.
    fn comparable(self, other: Self) -> bool {
        if self.holds(other) || other.holds(self) || self.rounds(other) || other.rounds(self) {
            return false;
        }
        match (self.unit, other.unit) {
            (Some(AmountUnit::Money(a)), Some(AmountUnit::Money(b))) => {
                a == b || self.is_about(other, 0.0)
            }
            (Some(AmountUnit::Measure { of: a, .. }), Some(AmountUnit::Measure { of: b, .. })) => {
                a == b || is_about(self.written, other.written, 0.0)
            }
            // Points of a share are not a share.
            (Some(AmountUnit::Percent), Some(AmountUnit::Measure { of: POINTS, .. }))
            | (Some(AmountUnit::Measure { of: POINTS, .. }), Some(AmountUnit::Percent)) => {
                is_about(self.written, other.written, 0.0)
            }
            (a, b) => a == b || a.is_none() || b.is_none(),
        }
    }

    fn agrees(self, other: Self) -> bool {
        if let (Some(a), Some(b)) = (self.limit, other.limit)
            && a.contradicts(b)
        {
            return false;
        }
        match (self.unit, other.unit) {
            (
                Some(AmountUnit::Measure { of, rough }),
                Some(AmountUnit::Measure {
                    of: other_of,
                    rough: other_rough,
                }),
            ) => {
                of == other_of
                    && self.is_about(other, if rough == other_rough { 0.0 } else { ROUGH })
            }
            (None, _) | (_, None) => is_about(self.written, other.written, 0.0),
            (a, b) => a == b && self.is_about(other, 0.0),
        }
    }

    /// Whether this one is the other in round figures: 3,000 and 2,987, 5 % and 4.8 %. Not 41 and 40, which are counts.
    fn rounds(self, other: Self) -> bool {
        let (round, exact) = (self.value.abs(), other.value.abs());
        let is_counted = round < COUNTED && is_whole(round) && is_whole(exact);
        if self.unit != other.unit || is_counted || !is_about(round, exact, ROUNDED) {
            return false;
        }
        // The place of the last figure of the round one.
        let mut places = (-5..12).rev().map(|power| 10_f64.powi(power));
        let place = places.find(|&place| round >= place && is_whole(round / place));
        place.is_some_and(|place| {
            !is_whole(exact / place) && is_about((exact / place).round() * place, round, 0.0)
        })
    }

    /// Whether another amount, told without a bound, is within the bound of this one: more than 10, and 12.
    fn holds(self, other: Self) -> bool {
        let bound = self.limit.filter(|_| other.limit.is_none());
        bound.is_some_and(|limit| match limit {
            Limit::Least | Limit::More => other.value > self.value,
            Limit::Most | Limit::Less => other.value < self.value,
            Limit::Only => false,
        })
    }

    /// Whether a bound is told on one side only, without which the same number says something else.
    pub(crate) fn loses_limit(self, other: Self) -> bool {
        match (self.limit, other.limit) {
            (Some(limit), None) | (None, Some(limit)) => limit.is_strict(),
            _ => false,
        }
    }

    fn is_about(self, other: Self, part: f64) -> bool {
        is_about(self.value, other.value, part)
    }
}

/// Whether a number has no fraction, to the last bits.
fn is_whole(number: f64) -> bool {
    (number - number.round()).abs() < 1e-6
}

/// Whether two numbers differ by no more than a part of them. Not to the last bit: 1.4 thousand is 1,400.
fn is_about(a: f64, b: f64, part: f64) -> bool {
    (a - b).abs() <= a.abs().max(b.abs()) * part.max(1e-9)
}

impl Clock {
    const DAY: i32 = 24 * 60;

    fn agrees(self, other: Self) -> bool {
        let (a, b) = match (self.zone, other.zone) {
            (Some(zone), Some(other_zone)) => (self.minutes - zone, other.minutes - other_zone),
            _ => (self.minutes, other.minutes),
        };
        // Twelve hours apart: one of them says neither morning nor evening.
        let round = if self.exact && other.exact {
            Self::DAY
        } else {
            Self::DAY / 2
        };
        (a - b).rem_euclid(round) == 0
    }
}

/// Whether two names may be of the same: one in full and one in part, or in letters.
fn names_agree(a: &[String], b: &[String]) -> bool {
    let ([first, .., last], [other, .., other_last]) = (a, b) else {
        return a.iter().any(|word| has(b, word))
            || b.iter().any(|word| has(a, word))
            || stands_for(a, b)
            || stands_for(b, a);
    };
    if is_form(last, other_last) {
        // Ada and Ida Brandt are two, and so are Jane and John; Tony is Antony, Sergei is Sergey, and J. may be Jane.
        let (given, others) = (&a[..a.len() - 1], &b[..b.len() - 1]);
        let alike = match given.len() == others.len() {
            true => begin_alike(first, other),
            // What stands before the first name may be an office or a country.
            false => given
                .iter()
                .any(|word| others.iter().any(|other| begin_alike(word, other))),
        };
        return alike
            || first.contains(other.as_str())
            || other.contains(first.as_str())
            || given.iter().any(|word| others.contains(word));
    }
    // One says more of the same. Two as long are two: Norman Hale, Norman Gale; but for another order of words.
    let common = a.iter().filter(|word| has(b, word)).count();
    common == a.len() || common > 0 && a.len() != b.len()
}

/// Letters with which two forms of a first name begin.
const FIRST_NAME: usize = 2;

/// Whether two first names begin with the same letters, or one is a letter that the other begins with.
fn begin_alike(a: &str, b: &str) -> bool {
    let alike = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    alike >= FIRST_NAME.min(shorter)
}

/// Whether two names surely are of the same: all words of one stand in the other, or it is its letters.
fn names_are_one(a: &[String], b: &[String]) -> bool {
    let within = |short: &[String], long: &[String]| short.iter().all(|word| has(long, word));
    within(a, b) || within(b, a) || stands_for(a, b) || stands_for(b, a)
}

fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|other| is_form(word, other))
}

/// Letters in which two forms of a name may differ at the end: `Dorn`, `Dornu`, `Dornilla`.
const ENDING: usize = 4;

/// Letters to which a name is shortened, at least.
const SHORTENED: usize = 3;

/// Whether two words are forms of one name: all but the last letters are the same, and these are the fewer.
fn is_form(a: &str, b: &str) -> bool {
    if a == b || are_one_written_out(a, b) {
        return true;
    }
    let alike = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    // Ark., Arkansas.
    if alike >= SHORTENED && (a.starts_with(b) || b.starts_with(a)) {
        return true;
    }
    let rest = |word: &str| word.chars().count() - alike;
    alike > ENDING && rest(a).max(rest(b)) <= ENDING.min(alike / 2) && rest(a).min(rest(b)) < 3
}

#[inline(never)]
fn are_one_written_out(a: &str, b: &str) -> bool {
    written_out(a).eq(written_out(b))
}

/// The letters of a name that are the same where two stand for one with a mark: Mueller and Müller, Aarhus and Århus.
fn written_out(name: &str) -> impl Iterator<Item = char> {
    let mut last = ' ';
    name.chars().filter(move |&c| {
        let second = matches!((last, c), ('a' | 'o' | 'u', 'e') | ('a', 'a'));
        last = c;
        !second
    })
}

/// Whether a name is the first letters of another: `UK`.
fn stands_for(short: &[String], long: &[String]) -> bool {
    let [short] = short else { return false };
    let letters: String = long.iter().filter_map(|word| word.chars().next()).collect();
    long.len() > 1 && short.chars().filter(|&c| c != '.').eq(letters.chars())
}

#[cfg(test)]
mod tests;
