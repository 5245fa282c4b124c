//! What words mean in thirty languages: tables, and how they are looked up.
//!
//! The tables are text, a file a language: `language/de.txt` is written by hand, `language/cldr/de.txt` by
//! `scripts/languages.mjs` from Unicode CLDR. `docs/languages.md` describes their lines. All tables are put into
//! one index when the first word is looked up; from then on a look-up costs one hash. A language without a table
//! loses nothing but what its words would tell.

mod dates;
mod digits;
mod entities;
mod fold;
mod index;
mod letters;
mod quotes;
mod scripts;
mod table;
mod years;

use std::sync::OnceLock;

pub(crate) use dates::DateOrder;
pub use dates::read_date;
pub(crate) use dates::{Date, date_at, day_before_date, month_in_figures};
pub(crate) use digits::{ascii, decimal, digit};
pub(crate) use entities::{entity_at, without_entities};
pub(crate) use fold::{has_capital, head, is_apostrophe, is_point, is_word_char};
use index::WordIndex;
pub(crate) use index::hash;
pub(crate) use quotes::{closes, is_quotation_mark, may_quote, opens};
pub(crate) use scripts::{
    characters_of_word, is_east_asian, is_han, is_hangul, is_kana, is_spaceless, is_thai_or_lao,
};
pub(crate) use table::{HALVES, LIMITS, MONEY, PARTS, PERIODS, SYMBOLS, UNITS};
pub(crate) use years::{decade_at, is_plausible_year, is_year, year, year_between};

/// The codes of the languages, as the files are called. A language is known by its place here.
macro_rules! languages {
    ($($code:literal)*) => {
        const CODES: &[&str] = &[$($code),*];
        /// For each language the hand-made and the generated table.
        static TABLES: &[[&str; 2]] = &[$([
            include_str!(concat!("language/", $code, ".txt")),
            include_str!(concat!("language/cldr/", $code, ".txt")),
        ]),*];
    };
}

languages! {
    "en" "de" "fr" "es" "it" "pt" "nl" "sv" "da" "nb" "fi" "pl" "cs" "hr" "hu" "ro" "ru" "uk" "el" "tr" "ar" "he"
    "fa" "hi" "zh" "ja" "ko" "vi" "id" "th"
}

/// Some of the languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Languages(u32);

/// A language is taken for one of a text's if its function words are at least so many 1/4 of the best one's. By
/// eye: Danish and Norwegian share most of theirs and both stay, English and German part within a sentence.
const QUARTERS: i32 = 3;

/// Words from all over a text that tell its languages: enough that each of them has dozens of function words
/// among them, and so few that it costs next to nothing. A bound on work.
const LOOKED_AT: usize = 400;

impl Languages {
    /// All that have a table: what is taken where nothing is known.
    pub const ALL: Self = Self(u32::MAX);
    /// None.
    pub const NONE: Self = Self(0);

    const THAI: Self = Self::known("th");

    const fn one(at: usize) -> Self {
        Self(1 << at)
    }

    /// One that has a table, by its code.
    const fn known(code: &str) -> Self {
        let mut at = 0;
        while !matches!((CODES[at].as_bytes(), code.as_bytes()), ([a, b], [c, d]) if *a == *c && *b == *d)
        {
            at += 1;
        }
        Self::one(at)
    }

    /// The codes of the languages that have a table.
    pub fn codes() -> &'static [&'static str] {
        CODES
    }

    /// The language of a code as web pages have it: `de`, `pt-BR`, `zh_Hant`. `None` if it has no table.
    pub fn of(code: &str) -> Option<Self> {
        let main = code.split(['-', '_']).next()?.to_ascii_lowercase();
        let main = if main == "no" || main == "nn" {
            "nb"
        } else {
            &main
        };
        let at = CODES.iter().position(|known| *known == main)?;
        Some(Self::one(at))
    }

    /// The languages whose function words a text has most of, less the words with letters that they have not; all of them
    /// if it has none.
    pub fn guess<'t>(words: impl ExactSizeIterator<Item = &'t str>) -> Self {
        let mut counts = [0_i32; 32];
        let step = words.len().div_ceil(LOOKED_AT).max(1);
        for word in words.step_by(step) {
            let mut meanings = index().meanings(word);
            let common = meanings.find(|meaning| meaning.class == Class::Common);
            if let Some(meaning) = common {
                meaning.languages.each(|at| counts[at] += 1);
            }
            if !word.is_ascii() {
                letters::languages_without(word).each(|at| counts[at] -= 1);
            }
        }
        let best = counts.iter().copied().max().unwrap_or_default();
        if best <= 0 {
            return Self::ALL;
        }
        let near = (0..counts.len()).filter(|&at| 4 * counts[at] >= QUARTERS * best);
        near.fold(Self::NONE, |all, at| all.and(Self::one(at)))
    }

    /// These and the others.
    pub(crate) fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// These but for the others.
    pub(crate) fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// The languages of two texts together; those of one of them where the other tells none.
    pub(crate) fn of_both(self, others: Self) -> Self {
        match (self == Self::ALL, others == Self::ALL) {
            (true, _) => others,
            (_, true) => self,
            _ => self.and(others),
        }
    }

    /// Whether one of the others is among these.
    pub fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    fn each(self, mut tell: impl FnMut(usize)) {
        let mut rest = self.0;
        while rest != 0 {
            tell(rest.trailing_zeros() as usize);
            rest &= rest - 1;
        }
    }
}

/// What a word, or a phrase, may be. The number of a meaning says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// Common everywhere in its language: articles, pronouns, auxiliaries, the verbs of saying.
    Common,
    Negation,
    /// A negation goes on from here: Korean endings.
    NegationStart,
    /// A phrase with a negation that denies nothing: `not only`.
    NoDenial,
    /// A negation that is a noun behind an article: French `un pas`.
    NegationNoun,
    /// Denies the word that it is part of: Czech `ne-`, Turkish `-ma-`; the number is a place in `table::PARTS`.
    NegationPart,
    Article,
    /// Stands where an article could: whose, or how many.
    Determiner,
    /// Joins two of a kind, "and" or "or".
    Conjunction,
    /// Leads to what follows it: a preposition, a word that begins a clause.
    Preposition,
    /// Before a name and no part of it.
    Title,
    /// Names of months; the number is 1 to 12.
    Month,
    ShortMonth,
    /// Names of days, Monday being 1.
    Weekday,
    ShortWeekday,
    /// A month or day only with a capital.
    Capital,
    /// A whole number; the number is its value.
    Number,
    /// The word for one, which is mostly an article or a pronoun.
    One,
    /// Multiplies the number before it; the number is a power of ten, or 0 for a dozen.
    Scale,
    /// A place in a row, from the third on.
    Ordinal,
    /// What a figure that is an ordinal ends with.
    OrdinalEnd,
    /// A part of a whole; the number is into how many it is cut.
    Fraction,
    /// A half more; the number is a place in `table::HALVES`.
    Half,
    /// Bounds the number beside it; the number is a place in `table::LIMITS`.
    Limit,
    /// What one character of a number counts: `人`.
    Counter,
    /// Stands before an hour, or before what is taken from it; the number is a place in `table::HOURS`.
    HourBefore,
    /// Stands behind an hour: `Uhr`, `点`.
    HourAfter,
    /// Says which half of the day it is; the number is the hour that it begins with, 0 or 12.
    HalfDay,
    /// Asks some for all of their kind.
    Survey,
    /// A place or body, beside its name.
    Place,
    /// Joins the words of a name: `of`.
    Particle,
    /// Stands before names, and seldom before another noun without an article. Of a language: nouns have capitals.
    NameBefore,
    /// Stands before the number of a clause: `Article`.
    Clause,
    /// Joins the words of a number.
    And,
    /// The number is a place in `table::UNITS`.
    Unit,
    /// The number is a place in `table::MONEY`.
    Money,
    /// Stands before a year.
    BeforeYear,
    /// Stands between the day, the month and the year of a date.
    DateLink,
    /// Stands behind the number of a year, month, day: `年`; the number is 0, 1 or 2.
    After,
    /// Stands before one.
    Before,
    /// Written together with the word behind it.
    Clitic,
    /// Shortened with a stop: before a name, before a figure, anywhere.
    ShortTitle,
    ShortFigure,
    ShortOther,
    /// Begins a sentence far more often than it is a name.
    Starter,
    /// A figure with a stop behind this word is an ordinal.
    BeforeOrdinal,
    /// Lines of the page around an article.
    Label,
    Trailer,
    Link,
    Credit,
    CreditStart,
    CreditEnd,
    Reporter,
    By,
    Desk,
    Promotion,
    Rights,
    RightsStart,
    Section,
    TimeLabel,
    TimeWord,
    /// The first word of a phrase; the number is its place in the index.
    Head,
    /// Behind a year that begins 10: `1890s`.
    Decade,
    /// Of the language: the order of a date in figures, 0 for d m y, 1 for m d y, 2 for y m d.
    Order,
}

/// Some of the classes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classes(u64);

impl Classes {
    pub(crate) const fn of(classes: &[Class]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < classes.len() {
            bits |= 1 << classes[at] as u64;
            at += 1;
        }
        Self(bits)
    }

    const fn and(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u64)
    }

    const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    pub(crate) const fn has(self, class: Class) -> bool {
        self.0 >> class as u64 & 1 == 1
    }
}

/// What meaning is looked for.
#[derive(Clone, Copy)]
struct Wanted {
    classes: Classes,
    languages: Languages,
}

impl Wanted {
    fn is(self, meaning: &Meaning) -> bool {
        self.classes.has(meaning.class) && meaning.languages.meets(self.languages)
    }
}

/// One meaning of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meaning {
    pub(crate) class: Class,
    pub(crate) value: u32,
    /// In which languages.
    pub(crate) languages: Languages,
}

fn index() -> &'static WordIndex {
    static INDEX: OnceLock<WordIndex> = OnceLock::new();
    INDEX.get_or_init(|| WordIndex::new(TABLES))
}

/// Whether a word in small letters is a verb of saying that stands beside a quotation and its speaker, in one of the
/// languages. Linear in their tables.
pub(crate) fn says(word: &str, languages: Languages) -> bool {
    let mut found = false;
    languages.each(|at| {
        let tables = TABLES.get(at).into_iter().flatten();
        let mut lines = tables.filter_map(|table| table::line(table, "sayings"));
        found |= lines.any(|line| line.split(' ').any(|known| known == word));
    });
    found
}

/// Whether a word is of a class in one of the languages, whatever its case.
pub(crate) fn is(word: &str, class: Class, languages: Languages) -> bool {
    is_any(word, Classes::of(&[class]), languages)
}

/// Whether a word is of one of some classes in one of the languages, whatever its case.
#[inline(never)]
pub(crate) fn is_any(word: &str, classes: Classes, languages: Languages) -> bool {
    index().is(word, Wanted { classes, languages })
}

/// False for most words of ASCII that are of none of the classes of [`LISTED`].
pub(crate) fn may_state(word: &str) -> bool {
    index().may_state(word)
}

/// False for most words of which no number in words is the first part.
pub(crate) fn may_begin_number(word: &str) -> bool {
    index().may_begin_number(word)
}

/// What a word may be that begins something stated: a date, a number.
pub(crate) const LISTED: Classes = Classes::of(&[
    Class::Month,
    Class::ShortMonth,
    Class::Weekday,
    Class::Number,
    Class::Scale,
    Class::Ordinal,
    Class::Fraction,
    Class::Half,
    Class::Before,
    Class::Head,
]);

/// All that a word may mean in the languages, whatever its case and apostrophe.
pub(crate) fn meanings(word: &str, languages: Languages) -> impl Iterator<Item = Meaning> {
    let all = index().meanings(word);
    all.filter(move |meaning| meaning.languages.meets(languages))
}

/// The number that goes with a word of a class. `None` also where the languages disagree: `listopad` is October
/// for some and November for others.
pub(crate) fn value(word: &str, class: Class, languages: Languages) -> Option<u32> {
    let mut values = meanings(word, languages).filter(|meaning| meaning.class == class);
    let first = values.next()?.value;
    values.all(|other| other.value == first).then_some(first)
}

/// The longest word or phrase of one of the classes with which a text begins, and its length in bytes. It ends
/// where a word ends, but for scripts that put no spaces between words.
#[inline(never)]
pub(crate) fn starting(
    text: &str,
    languages: Languages,
    wanted: Classes,
) -> Option<(Meaning, usize)> {
    index().starting(
        text,
        Wanted {
            classes: wanted,
            languages,
        },
    )
}

/// All words and phrases of a class, in small letters: [`Class::CreditEnd`], [`Class::Desk`], [`Class::Rights`] and
/// [`Class::Section`] only.
pub(crate) fn all(class: Class) -> impl Iterator<Item = &'static str> {
    index().all(class)
}

/// Whether one of the languages writes the stop of an ordinal: `7.`
pub(crate) fn has_ordinal_stop(languages: Languages) -> bool {
    is(".", Class::OrdinalEnd, languages)
}

/// The order of a date in figures, if all of the languages have one; English has two.
pub(crate) fn date_order(languages: Languages) -> Option<DateOrder> {
    if languages == Languages::ALL || languages.meets(Languages::one(0)) {
        return None;
    }
    let mut orders = Vec::new();
    languages.each(|at| orders.push(index().of_language(Class::Order, Languages::one(at))));
    orders
        .iter()
        .all(|order| *order == Some(0))
        .then_some(DateOrder::DayFirst)
}

/// Whether the scripts of all of the languages have no capitals.
pub(crate) fn has_no_capitals(languages: Languages) -> bool {
    let mut without = languages != Languages::ALL;
    languages.each(|at| {
        let own = Languages(1 << at & languages.0);
        without &= index().of_language(Class::Capital, own).is_some();
    });
    without
}

/// Whether one of the languages writes numbers of several words as one.
pub(crate) fn joins_numbers(languages: Languages) -> bool {
    languages != Languages::ALL && index().of_language(Class::Number, languages).is_some()
}

/// Whether one of the languages writes its nouns with a capital.
pub(crate) fn has_capital_nouns(languages: Languages) -> bool {
    languages != Languages::ALL && index().of_language(Class::NameBefore, languages).is_some()
}

#[cfg(test)]
mod tests;
