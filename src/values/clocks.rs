//! Times of day.

use super::{
    reader::SentenceReader,
    value::{AmountUnit, Clock},
};
use crate::{
    language::{self, Class, Classes},
    lexicon,
};

/// Letters of a word for an hour at most, and one more: a text without spaces is one word. A bound on work.
const HOUR_LETTERS: usize = 24;

/// Hours and minutes as they are written, and where they end.
struct WrittenTime {
    hour: i32,
    minute: i32,
    /// In bytes from the start.
    end: usize,
    /// Whether nothing but a time of day is written so.
    certain: bool,
    /// Whether it might be a time of day at all without a word that says so.
    minutes: bool,
}

impl SentenceReader<'_, '_> {
    /// A time of day and where it ends: `9:30`, `9.30 am`, `18.30 Uhr`, `klokken 7`, `19h30`, `上午九点`.
    pub(super) fn time(&self, at: usize) -> Option<(Clock, usize)> {
        let text = self.rest(at);
        let written = self.written(text)?;
        if !(0..=24).contains(&written.hour) || !(0..60).contains(&written.minute) {
            return None;
        }
        let end = self.behind(at, written.end);
        let (half, end) = match half_of_day(self.text(end)) {
            Some(half) => (Some(half), end + 1),
            None => self.half_in_words(at, end),
        };
        // Any hour, or only one with its minutes.
        let before = || {
            self.before(at, Class::HourBefore)
                .map(|(meaning, _)| meaning.value)
        };
        let told = written.certain
            || half.is_some()
            || match before() {
                Some(0) => !self.is_span(end),
                Some(1) => written.minutes && !self.counts(end),
                _ => false,
            };
        if !told {
            return None;
        }
        // A full stop of "p.m." may stand between.
        let zone = (end..end + 2).find_map(|at| Some((zone(self.text(at))?, at + 1)));
        let exact = half.is_some() || written.hour > 12;
        let hour = match half {
            Some(true) if written.hour < 12 => written.hour + 12,
            Some(false) if written.hour == 12 => 0,
            _ => written.hour,
        };
        let clock = Clock {
            minutes: hour * 60 + written.minute,
            exact,
            zone: zone.map(|(zone, _)| zone),
        };
        Some((clock, zone.map_or(end, |(_, end)| end)))
    }

    /// Whether what stands behind a figure says what it is a number of.
    fn counts(&self, end: usize) -> bool {
        let (unit, _) = self.unit(end);
        unit.is_some_and(|(unit, _)| !matches!(unit, AmountUnit::Measure { of: "s", .. }))
    }

    /// Whether what stands behind a figure says that it is hours, minutes or seconds: `เวลา 5 นาที` takes them.
    fn is_span(&self, end: usize) -> bool {
        let found = lexicon::measure_at(self.rest(end), self.languages);
        matches!(found, Some((lexicon::Measure::Unit("s", seconds, _), _)) if seconds <= 3600.0)
    }

    /// Morning or evening in words behind a time of day or before it.
    fn half_in_words(&self, at: usize, end: usize) -> (Option<bool>, usize) {
        let wanted = const { Classes::of(&[Class::HalfDay]) };
        match language::starting(self.rest(end), self.languages, wanted) {
            Some((meaning, len)) => (Some(meaning.value > 0), self.behind(end, len)),
            None => {
                // Only East Asian languages tell the half first.
                let last = at.checked_sub(1).map_or("", |last| self.text(last));
                let told = last.starts_with(language::is_spaceless);
                let before = told.then(|| self.before(at, Class::HalfDay)).flatten();
                (before.map(|(meaning, _)| meaning.value > 0), end)
            }
        }
    }

    /// Reads hours and minutes at the start of a text.
    fn written(&self, text: &str) -> Option<WrittenTime> {
        let (hour, mut at) = two_digits(text).or_else(|| self.hour_in_words(text))?;
        let mark = text[at..].chars().next();
        if let Some(mark) = mark.filter(|mark| matches!(mark, ':' | '.' | '：'))
            && let Some((minute, len)) = two_digits(&text[at + mark.len_utf8()..])
        {
            let end = at + mark.len_utf8() + len;
            let pair = text[..end]
                .chars()
                .rev()
                .take(2)
                .all(|c| language::digit(c).is_some());
            let runs_on = text[end..].starts_with(['.', ',', ':'])
                && text[end + 1..].starts_with(|c| language::digit(c).is_some());
            if !pair || runs_on {
                return None;
            }
            let after = self.hour_mark(text, end);
            return Some(WrittenTime {
                hour,
                minute,
                end: after.map_or(end, |(after, _)| after),
                certain: mark != '.' || after.is_some(),
                minutes: true,
            });
        }
        let mut written = WrittenTime {
            hour,
            minute: 0,
            end: at,
            certain: false,
            minutes: false,
        };
        let Some((after, plain)) = self.hour_mark(text, at) else {
            return two_digits(text).map(|_| written);
        };
        at = after + blanks(&text[after..]);
        // A quarter to five is read by none of its words.
        let wanted = const { Classes::of(&[Class::HourBefore]) };
        let less = language::starting(&text[at..], self.languages, wanted);
        if less.is_some_and(|(meaning, _)| meaning.value == 2) {
            return None;
        }
        // Nor are minutes in words: dix-neuf heures trente.
        if two_digits(text).is_none() && lexicon::number_at(&text[at..], self.languages).is_some() {
            return None;
        }
        (written.end, written.certain, written.minutes) = (after, plain, true);
        if let Some((minute, len)) = two_digits(&text[at..]) {
            let end = at + len;
            let marked = lexicon::measure_at(text[end..].trim_start(), self.languages);
            let blank = blanks(&text[end..]);
            (written.minute, written.certain) = (minute, true);
            written.end = match marked {
                Some((lexicon::Measure::Unit("s", 60.0, _), len)) => end + blank + len,
                _ => end,
            };
        } else if let Some((2, len)) = lexicon::fraction_at(&text[at..], self.languages) {
            (written.minute, written.certain, written.end) = (30, true, at + len);
        }
        Some(written)
    }

    /// An hour in words, where a mark of hours stands behind it.
    fn hour_in_words(&self, text: &str) -> Option<(i32, usize)> {
        let single = |_, behind: &str| self.hour_mark(behind, 0).is_some();
        let found = super::figures::chinese(text, single);
        let (hour, len) = found.or_else(|| lexicon::number_at(text, self.languages))?;
        (self.hour_mark(text, len).is_some() && hour <= 24.0).then_some((hour as i32, len))
    }

    /// Where a mark of hours ends that stands behind a figure, and whether it is no measure of time as well.
    fn hour_mark(&self, text: &str, at: usize) -> Option<(usize, bool)> {
        let start = at + blanks(&text[at..]);
        let rest = &text[start..];
        let wanted = const { Classes::of(&[Class::HourAfter]) };
        // `19h30` is one word.
        let ends = rest.char_indices().map(Some).chain([None]);
        let end = ends
            .take(HOUR_LETTERS)
            .find(|end| end.is_none_or(|(_, c)| !c.is_alphabetic()));
        let letters = end.map(|end| end.map_or(rest.len(), |(at, _)| at));
        let joined = letters
            .filter(|&letters| language::is(&rest[..letters], Class::HourAfter, self.languages));
        let len = joined
            .or_else(|| language::starting(rest, self.languages, wanted).map(|(_, len)| len))?;
        let measure = lexicon::measure_at(rest, self.languages).map_or(0, |(_, len)| len);
        (measure <= len).then_some((start + len, measure == 0))
    }
}

/// Bytes of white space at the start of a text.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// One or two figures with which a text begins and no third, and their length in bytes.
fn two_digits(text: &str) -> Option<(i32, usize)> {
    let digits = text
        .chars()
        .map_while(|c| Some((language::digit(c)?, c.len_utf8())));
    let (count, value, len) = digits
        .take(3)
        .fold((0, 0, 0), |(count, value, len), (digit, bytes)| {
            (count + 1, value * 10 + digit as i32, len + bytes)
        });
    (1..=2).contains(&count).then_some((value, len))
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

/// Whether it is before or after noon: `am`, `p.m.`
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
