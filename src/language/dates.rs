//! Dates as they are written in all languages of the tables: the one place that reads them.

use super::{
    Class, Classes, Languages, Meaning, ascii, digit, index, is_plausible_year, is_spaceless,
    is_word_char, starting, table::CALENDAR,
};

/// A day that the calendar has, of the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// From 1 to 9999.
    pub year: u32,
    /// From 1.
    pub month: u32,
    /// From 1.
    pub day: u32,
}

impl Day {
    /// A day, if the calendar has it: months have their lengths, and February its leap years.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let known = (1..=9999).contains(&year) && (1..=days(year, month)).contains(&day);
        known.then_some(Self { year, month, day })
    }
}

impl std::fmt::Display for Day {
    /// As ISO 8601 writes it: `0031-05-07`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month of a year has; none if there is no such month.
fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A date at a place of a text: a month, and the day and year that stand with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: Option<u32>,
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl Date {
    /// The day, if its year is one that an article may be of.
    fn full(self) -> Option<Day> {
        let year = self.year.filter(|year| is_plausible_year(*year))?;
        Day::new(year, self.month, self.day)
    }
}

/// Reads the first full date of a text as `YYYY-MM-DD`; `None` if it names none that the calendar has, of the years 1000
/// to 2099. Thai years are turned into common ones.
///
/// `language` is what the text says of itself (`de`, `en-GB`), if it does. It decides figures alone: `3/4/2031` is
/// the third of April where the language puts the day first, and the fourth of March in `en-US`. Plain `en` and no
/// language decide nothing, so such a date is read only if one order gives a day.
pub fn read_date(text: &str, language: Option<&str>) -> Option<String> {
    let own = language.and_then(Languages::of);
    let order = language.and_then(order_of);
    let read = |languages| day_in(text, languages, order);
    let found = own.and_then(read).or_else(|| read(Languages::ALL));
    found.map(|day| day.to_string())
}

/// Where a date of figures has its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `31/5/2031`.
    DayFirst,
    /// `5/31/2031`.
    MonthFirst,
}

/// The order of a language; English alone has two.
fn order_of(code: &str) -> Option<DateOrder> {
    let mut parts = code.split(['-', '_']);
    if parts.next()?.eq_ignore_ascii_case("en") {
        let region = parts.find(|part| part.len() == 2)?;
        let american = region.eq_ignore_ascii_case("us") || region.eq_ignore_ascii_case("ph");
        return Some(if american {
            DateOrder::MonthFirst
        } else {
            DateOrder::DayFirst
        });
    }
    match index().of_language(Class::Order, Languages::of(code)?)? {
        0 => Some(DateOrder::DayFirst),
        1 => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// The first full date of a text whose month has a name in one of the languages, or that is in figures.
pub fn day_in(text: &str, languages: Languages, order: Option<DateOrder>) -> Option<Day> {
    let mut before = None;
    for (at, c) in text.char_indices() {
        // A date begins where a word or figure does.
        let inside =
            before.is_some_and(|b: char| is_word_char(b) && !is_spaceless(b) && !is_spaceless(c));
        if is_word_char(c)
            && !inside
            && let Some((found, _)) = date_at(&text[at..], languages, order)
            && let Some(day) = found.full()
        {
            return Some(day);
        }
        before = Some(c);
    }
    None
}

/// The date with which a text begins, and its length in bytes; without a year if none stands with it. Days that no
/// month has are no dates.
pub(crate) fn date_at(
    text: &str,
    languages: Languages,
    order: Option<DateOrder>,
) -> Option<(Date, usize)> {
    let mut reader = DateReader::new(text, languages);
    let found = match reader.number() {
        Some(number) => reader.after_number(number, order),
        None => reader.month_first().or_else(|| reader.marked_before()),
    }?;
    let longest = match found.month {
        // Of another calendar.
        13.. => 31,
        month => days(found.year.unwrap_or(4), month),
    };
    (1..=longest)
        .contains(&found.day)
        .then_some((found, reader.at))
}

/// The month in figures behind a word for it with which a text begins, and its length in bytes: `tháng 8`.
pub(crate) fn month_in_figures(text: &str, languages: Languages) -> Option<(u32, usize)> {
    let mut reader = DateReader::new(text, languages);
    let month = reader.month_in_figures()?;
    Some((month.number, reader.at))
}

/// The first day of two that share their month, with which a text begins, and the length of its own figure in bytes:
/// the 7 of `7/8 March`, `7. und 8. März`.
pub(crate) fn day_before_date(
    text: &str,
    languages: Languages,
    order: Option<DateOrder>,
) -> Option<(Date, usize)> {
    let mut reader = DateReader::new(text, languages);
    let first = reader.number().filter(|number| number.is_day())?;
    let len = reader.at;
    reader.mark(&['.']);
    if reader.mark(&['/', '-', '‐', '‑', '–']).is_none() {
        reader.skip();
        let (_, and) = starting(reader.rest(), languages, CONJUNCTIONS)?;
        reader.at += and;
        reader.skip();
    }
    let rest = reader.rest().starts_with(|c| digit(c).is_some());
    let (second, _) = rest.then(|| date_at(reader.rest(), languages, order))??;
    (first.value < second.day).then_some((
        Date {
            day: first.value,
            ..second
        },
        len,
    ))
}

/// A figure and how it is written.
#[derive(Clone, Copy)]
struct Number {
    value: u32,
    figures: usize,
    /// Whether it has the ending of an ordinal: `7th`, `1er`, `7.`
    ordinal: bool,
}

impl Number {
    fn is_year(self) -> bool {
        self.figures == 4 && !self.ordinal
    }

    fn is_day(self) -> bool {
        self.figures <= 2 && (1..=31).contains(&self.value)
    }

    fn is_month(self) -> bool {
        self.figures <= 2 && !self.ordinal && (1..=12).contains(&self.value)
    }
}

/// A month by its name.
#[derive(Clone, Copy)]
struct Month {
    number: u32,
    /// Whether it is in small letters and means something else so: "7 may".
    doubtful: bool,
}

const MONTHS: Classes = Classes::of(&[Class::Month, Class::ShortMonth]);
const LINKS: Classes = Classes::of(&[Class::DateLink]);
const AFTER: Classes = Classes::of(&[Class::After]);
const CONJUNCTIONS: Classes = Classes::of(&[Class::Conjunction]);
const BEFORE: Classes = Classes::of(&[Class::Before]);

#[derive(Clone, Copy)]
struct DateReader<'t> {
    text: &'t str,
    at: usize,
    languages: Languages,
    /// Whether a word of Thai was read.
    thai: bool,
}

impl<'t> DateReader<'t> {
    fn new(text: &'t str, languages: Languages) -> Self {
        Self {
            text,
            at: 0,
            languages,
            thai: false,
        }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Goes past white space and marks that are not seen.
    fn skip(&mut self) {
        let blank = |c: char| {
            c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2066}'..='\u{2069}')
        };
        self.at = self.text.len() - self.rest().trim_start_matches(blank).len();
    }

    /// Goes past one of some marks, with white space around it.
    fn mark(&mut self, marks: &[char]) -> Option<char> {
        let start = self.at;
        self.skip();
        let mark = self.rest().chars().next().filter(|c| marks.contains(c));
        match mark {
            Some(mark) => {
                self.at += mark.len_utf8();
                self.skip();
            }
            None => self.at = start,
        }
        mark
    }

    /// A figure of at most four digits, with the ending of an ordinal that is written with it.
    fn number(&mut self) -> Option<Number> {
        let rest = self.rest();
        let end = rest.find(|c| digit(c).is_none()).unwrap_or(rest.len());
        let figures = rest[..end].chars().count();
        if !(1..=4).contains(&figures) {
            return None;
        }
        let value = ascii(&rest[..end]).parse().ok()?;
        self.at += end;
        Some(Number {
            value,
            figures,
            ordinal: self.ordinal_end(),
        })
    }

    /// Goes past the ending of an ordinal. False where there is none.
    fn ordinal_end(&mut self) -> bool {
        let rest = self.rest();
        let letters = rest.trim_start_matches(['-', ':', '.']);
        let marks = rest.len() - letters.len();
        let end = letters
            .find(|c: char| !c.is_alphabetic() && c != 'º' && c != 'ª')
            .unwrap_or(letters.len());
        if marks <= 1 && (1..=6).contains(&end) {
            let ending = &rest[..marks + end];
            let known = |ending: &str| super::is(ending, Class::OrdinalEnd, self.languages);
            if known(ending) || known(&letters[..end]) {
                self.at += marks + end;
                return true;
            }
        }
        false
    }

    /// A month by its name, from 1, with the stop of a short form.
    fn month(&mut self) -> Option<Month> {
        let text = self.rest();
        let (month, len) = starting(text, self.languages, MONTHS)?;
        self.at += len;
        self.thai |= is_thai(month);
        let short = month.class == Class::ShortMonth;
        let stopped = short && self.rest().starts_with('.');
        self.at += usize::from(stopped);
        let small = text.starts_with(char::is_lowercase);
        let other = super::is(&text[..len], Class::Capital, self.languages)
            || short && !stopped && self.languages == Languages::ALL;
        Some(Month {
            number: month.value,
            doubtful: small && other,
        })
    }

    /// What is read of a day and a month, with the year behind them. A month that may be another word needs one.
    fn dated(&mut self, month: Month, day: Number) -> Option<Date> {
        let year = self.year();
        let found = Date {
            year,
            month: month.number,
            day: day.value,
        };
        (year.is_some() || !month.doubtful).then_some(found)
    }

    /// Goes past "de", "of" and the like, and commas.
    fn link(&mut self) {
        self.mark(&[',', '،', '、']);
        self.skip();
        if let Some((_, len)) = starting(self.rest(), self.languages, LINKS) {
            self.at += len;
            self.skip();
        }
    }

    /// The year behind a day and month, if one stands there.
    fn year(&mut self) -> Option<u32> {
        let start = self.at;
        self.mark(&['.', '/', '-']);
        self.link();
        let common = self.before("common-year").is_some();
        if !common {
            self.before("year");
        }
        let number = self
            .number()
            .filter(|number| number.is_year() && !self.runs_on());
        let Some(number) = number else {
            self.at = start;
            return None;
        };
        if starting(self.rest(), self.languages, AFTER).is_some() {
            self.after(0);
        }
        Some(if common {
            number.value
        } else {
            self.common_year(number.value)
        })
    }

    /// Thai years count from 543 years earlier.
    fn common_year(&self, year: u32) -> u32 {
        let of_text = self.languages != Languages::ALL && self.languages.meets(Languages::THAI);
        if (self.thai || of_text) && (2400..2700).contains(&year) {
            year - 543
        } else {
            year
        }
    }

    /// Goes past a word that says that a year, month or day follows.
    fn before(&mut self, what: &str) -> Option<()> {
        let (meaning, len) = starting(self.rest(), self.languages, BEFORE)?;
        if *CALENDAR.get(meaning.value as usize)? != what {
            return None;
        }
        self.thai |= is_thai(meaning);
        self.at += len;
        self.skip();
        Some(())
    }

    /// Goes past a word that says that a year (0), month (1) or day (2) stood before it.
    fn after(&mut self, number: u32) -> Option<()> {
        let start = self.at;
        self.skip();
        match starting(self.rest(), self.languages, AFTER) {
            Some((meaning, len)) if meaning.value == number => {
                self.at += len;
                Some(())
            }
            _ => {
                self.at = start;
                None
            }
        }
    }

    /// Whether a figure goes on into more of it: `2031-05-071`, `7,400`.
    fn runs_on(&self) -> bool {
        let mut rest = self.rest().chars();
        match rest.next() {
            Some('.' | ',' | ':') => rest.next().is_some_and(|c| digit(c).is_some()),
            Some(c) => digit(c).is_some(),
            None => false,
        }
    }

    /// What begins with a figure.
    fn after_number(&mut self, first: Number, order: Option<DateOrder>) -> Option<Date> {
        if let Some(found) = self.attempt(|reader| reader.marked_after(first)) {
            return Some(found);
        }
        if first.is_year() {
            return self
                .attempt(|reader| reader.figures_year_first(first))
                .or_else(|| self.attempt(|reader| reader.year_then_month(first)));
        }
        if !first.is_day() {
            return None;
        }
        self.attempt(|reader| reader.day_then_month(first))
            .or_else(|| self.attempt(|reader| reader.figures_year_last(first, order)))
    }

    /// Tries one way to read on; stays where it is if it fails.
    fn attempt(&mut self, read: impl FnOnce(&mut Self) -> Option<Date>) -> Option<Date> {
        let mut reader = *self;
        let found = read(&mut reader)?;
        *self = reader;
        Some(found)
    }

    /// `7 May 2031`, `7. Mai`, `1er mai`, `7 de mayo de 2031`, `7th of May`, `7 tháng 5 năm 2031`.
    fn day_then_month(&mut self, day: Number) -> Option<Date> {
        self.mark(&['.', '-', '/']);
        self.link();
        let month = self.month().or_else(|| self.month_in_figures())?;
        self.dated(month, day)
    }

    /// `tháng 5`. Behind a figure it may be so many months and another number.
    fn month_in_figures(&mut self) -> Option<Month> {
        self.before("month")?;
        let month = self.number().filter(|number| number.is_month())?;
        Some(Month {
            number: month.value,
            doubtful: true,
        })
    }

    /// `May 7, 2031`, `május 7-én`.
    fn month_first(&mut self) -> Option<Date> {
        let month = self.month()?;
        self.skip();
        self.link();
        let day = self
            .number()
            .filter(|number| number.is_day() && !self.runs_on())?;
        self.dated(month, day)
    }

    /// `2031. május 7.`, `2031 May 7`.
    fn year_then_month(&mut self, year: Number) -> Option<Date> {
        self.mark(&['.', ',', '-', '/']);
        self.skip();
        let month = self.month()?;
        self.mark(&['-', '/']);
        self.skip();
        let day = self
            .number()
            .filter(|number| number.is_day() && !self.runs_on())?;
        Some(Date {
            year: Some(year.value),
            month: month.number,
            day: day.value,
        })
    }

    /// `2031-05-07`, `2031.5.7`, `2031. 5. 7.`
    fn figures_year_first(&mut self, year: Number) -> Option<Date> {
        let (month, day) = self.two_more()?;
        if !month.is_month() || !day.is_day() || day.ordinal || self.runs_on() {
            return None;
        }
        let year = self.common_year(year.value);
        Some(Date {
            year: Some(year),
            month: month.value,
            day: day.value,
        })
    }

    /// `7.5.2031`, `7/5/2031`. A stop means that the day comes first; for others the order has to be known, or one of
    /// the two orders gives no day.
    fn figures_year_last(&mut self, first: Number, order: Option<DateOrder>) -> Option<Date> {
        let stopped = self.rest().starts_with('.');
        let (second, year) = self.two_more()?;
        if first.ordinal || !second.is_day() || !year.is_year() || self.runs_on() {
            return None;
        }
        let year = self.common_year(year.value);
        let day_first = Day::new(year, second.value, first.value);
        let month_first = Day::new(year, first.value, second.value);
        let day = match (day_first, month_first, order) {
            (Some(one), Some(other), _) if one == other => one,
            (Some(day), Some(_), None) if stopped => day,
            (Some(day), None, _) | (Some(day), Some(_), Some(DateOrder::DayFirst)) => day,
            (None, Some(day), _) if !stopped => day,
            (Some(_), Some(day), Some(DateOrder::MonthFirst)) => day,
            _ => return None,
        };
        Some(Date {
            year: Some(day.year),
            month: day.month,
            day: day.day,
        })
    }

    /// Two more figures behind the same mark.
    fn two_more(&mut self) -> Option<(Number, Number)> {
        const MARKS: [char; 7] = ['-', '/', '.', '‐', '‑', '–', '／'];
        let mark = self.mark(&MARKS)?;
        let second = self.number()?;
        if self.mark(&MARKS)? != mark {
            return None;
        }
        Some((second, self.number()?))
    }

    /// `2031年5月7日`, `5월 7일`.
    fn marked_after(&mut self, first: Number) -> Option<Date> {
        // With fewer figures it is a year of an era: 令和13年.
        let (year, month) = match self.after(0) {
            Some(()) if !first.is_year() => return None,
            Some(()) => {
                self.skip();
                (Some(self.common_year(first.value)), self.number()?)
            }
            None => (None, first),
        };
        self.after(1)?;
        self.skip();
        let day = self.number()?;
        self.after(2)?;
        (month.is_month() && day.is_day()).then_some(Date {
            year,
            month: month.value,
            day: day.value,
        })
    }

    /// `ngày 7 tháng 5 năm 2031`, `วันที่ 7 พฤษภาคม`; or `7 tháng 5`, which begins with its figure.
    fn marked_before(&mut self) -> Option<Date> {
        self.before("day")?;
        let day = self.number().filter(|number| number.is_day())?;
        self.skip();
        self.mark(&['/', '-', '.']);
        let month = match self.month().or_else(|| self.month_in_figures()) {
            Some(month) => month.number,
            None => self.number().filter(|number| number.is_month())?.value,
        };
        Some(Date {
            year: self.year(),
            month,
            day: day.value,
        })
    }
}

/// Whether a word is one of Thai, which no other language shares its script with.
fn is_thai(meaning: Meaning) -> bool {
    meaning.languages.meets(Languages::THAI)
}

#[cfg(test)]
mod tests;
