//! What single words state: numbers, dates, negations. The words are those of `language`.
//!
//! They serve to name differences, never to find them: a language without a table gets its differences shown as
//! those of plain words. Each question is asked of the languages that a text is in.

use crate::language::{
    self, Class, Classes, HALVES, LIMITS, Languages, MONEY, PARTS, PERIODS, SYMBOLS, UNITS,
};

/// Whether a word negates: English with the verbs that deny what follows, and the plain negations of other
/// languages.
pub fn is_negation(word: &str, languages: Languages) -> bool {
    let ending = word.len().checked_sub(3).and_then(|at| word.get(at..));
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("n't")) {
        return true;
    }
    if word.is_ascii() && !word.contains('&') {
        return is_plain_negation(word, languages);
    }
    is_shortened_not(word)
        || is_plain_negation(word, languages)
        || starts(word, languages, Class::NegationStart)
}

/// Whether a word negates in one of the languages and is no other common word in another of them: of a sentence that may
/// be Spanish or Portuguese `no` denies nothing.
#[inline(never)]
fn is_plain_negation(word: &str, languages: Languages) -> bool {
    let in_these = |classes: Classes| {
        let meanings = language::meanings(word, languages);
        let of = meanings.filter(|meaning| classes.has(meaning.class));
        of.fold(Languages::NONE, |all, meaning| all.and(meaning.languages))
    };
    let negates = in_these(const { Classes::of(&[Class::Negation]) });
    let common = const { Classes::of(&[Class::Common, Class::Preposition]) };
    negates != Languages::NONE
        && (languages == Languages::ALL || !in_these(common).without(negates).meets(languages))
}

/// False for a word that negates nowhere: in scripts without spaces several characters may, of which it is the first.
pub(crate) fn may_negate(word: &str, languages: Languages) -> bool {
    word.starts_with(language::is_spaceless) || is_negation(word, languages)
}

/// Whether a word ends as `isn’t` does, whatever mark is typed for the apostrophe.
fn is_shortened_not(word: &str) -> bool {
    let word = language::without_entities(word);
    let mut end = word.chars().rev();
    matches!(end.next(), Some('t' | 'T'))
        && end.next().is_some_and(language::is_apostrophe)
        && matches!(end.next(), Some('n' | 'N'))
}

/// How many bytes from a place of a text on negate, `word` being the token there: "No 10" is a number, "not only" denies
/// nothing, and in scripts without spaces a negation may be several tokens. `None` if it does not negate.
pub(crate) fn negation_at(
    text: &str,
    at: usize,
    word: &str,
    languages: Languages,
) -> Option<usize> {
    let len = negating(&text[at..], word, languages)?;
    let before = &text[..at];
    // Looked for from a little before: the negation may be the second word of "in no way".
    let near = before.char_indices().rev().take(NEAR);
    let starts = near.filter(|&(start, c)| {
        let previous = before[..start].chars().next_back();
        !language::is_word_char(c)
            || previous.is_none_or(|c| !language::is_word_char(c) || language::is_spaceless(c))
    });
    let denies_nothing = starts.map(|(start, _)| start).chain([at]).any(|start| {
        // "No more than 5" bounds a number.
        let wanted = const { Classes::of(&[Class::NoDenial, Class::Limit]) };
        language::starting(&text[start..], languages, wanted)
            .is_some_and(|(_, len)| start + len > at)
    });
    let noun = || {
        let previous = before.trim_end().rsplit(char::is_whitespace).next();
        previous.is_some_and(|word| is_determiner(word, languages))
            && language::is(word, Class::NegationNoun, languages)
    };
    (!denies_nothing && !noun()).then_some(len)
}

/// Characters before a negation in which a phrase that it is part of may begin.
const NEAR: usize = 16;

fn negating(text: &str, word: &str, languages: Languages) -> Option<usize> {
    // Korean has spaces: a syllable that begins a word is not that word.
    let runs_on = |c| language::is_spaceless(c) && !language::is_hangul(c);
    if text.starts_with(runs_on) {
        let wanted = const { Classes::of(&[Class::Negation]) };
        return language::starting(text, languages, wanted).map(|(_, len)| len);
    }
    if !is_negation(word, languages) {
        return None;
    }
    let behind = text[word.len()..].trim_start_matches(['.', 'º', '°', ' ', '\u{A0}']);
    let numbered = behind.starts_with(|c| language::digit(c).is_some())
        && language::is(word, Class::ShortFigure, languages);
    (!numbered).then_some(word.len())
}

/// Whether one word is the other with a part that denies it: Czech `ne-`, Turkish `-ma-`. A noun with a capital is
/// another thing: `Fall` and `Unfall`.
pub(crate) fn denies(denied: &str, word: &str, languages: Languages) -> bool {
    let noun = language::has_capital(denied) && language::has_capital_nouns(languages);
    if denied.len() <= word.len() || noun {
        return false;
    }
    let (denied, word) = (denied.to_lowercase(), word.to_lowercase());
    let own = |place: &str, part: &str| {
        let value = language::value(part, Class::NegationPart, languages);
        value.is_some_and(|value| PARTS[value as usize] == place)
    };
    if let Some(prefix) = denied.strip_suffix(word.as_str()) {
        return word.chars().count() > 2 && own("prefix", prefix);
    }
    let alike = word.chars().zip(denied.chars());
    let stem: usize = alike
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    // The vowels of what follows go by the last one before.
    let bare = |ending: &str| ending.replace(VOWELS, "");
    let mut ends = denied[stem..]
        .char_indices()
        .map(|(at, _)| stem + at)
        .skip(1)
        .take(3);
    stem > 1
        && ends.any(|end| {
            own("infix", &denied[stem..end]) && bare(&denied[end..]) == bare(&word[stem..])
        })
}

/// Those of Turkish, which endings change.
const VOWELS: [char; 8] = ['a', 'e', 'ı', 'i', 'o', 'ö', 'u', 'ü'];

fn starts(word: &str, languages: Languages, class: Class) -> bool {
    language::starting(word, languages, Classes::of(&[class])).is_some()
}

/// Whether a word joins two of a kind, "and" or "or".
pub fn is_conjunction(word: &str, languages: Languages) -> bool {
    language::is(word, Class::Conjunction, languages)
}

/// Whether a word leads to what follows it: a conjunction, a preposition, a word that begins a clause.
pub fn is_linking(word: &str, languages: Languages) -> bool {
    language::meanings(word, languages)
        .any(|meaning| matches!(meaning.class, Class::Conjunction | Class::Preposition))
}

/// Whether a word is common everywhere in its language.
pub fn is_common(word: &str, languages: Languages) -> bool {
    language::is(word, Class::Common, languages)
}

/// Whether a word is an article.
pub fn is_article(word: &str, languages: Languages) -> bool {
    language::is(word, Class::Article, languages)
}

/// Whether a word stands where an article could: whose, or how many.
pub fn is_determiner(word: &str, languages: Languages) -> bool {
    language::meanings(word, languages)
        .any(|meaning| matches!(meaning.class, Class::Article | Class::Determiner))
}

/// Whether a word is part of a date: the name of a month or weekday, a year, a time of day.
pub fn is_date(word: &str, languages: Languages) -> bool {
    if word.starts_with(|c| language::digit(c).is_some()) {
        return language::is_year(word) || is_time(word);
    }
    month(word, languages).is_some()
        || weekday(word, languages).is_some()
        || language::has_capital(word) && language::is(word, Class::ShortMonth, languages)
}

/// The number of the month, from 1, that a word names in full. Words that mean other things as well (`may`,
/// `march`) only with a capital.
pub fn month(word: &str, languages: Languages) -> Option<u32> {
    named(word, Class::Month, languages)
}

/// The day of the week, Monday being 1, that a word names in full.
pub fn weekday(word: &str, languages: Languages) -> Option<u32> {
    named(word, Class::Weekday, languages)
}

fn named(word: &str, class: Class, languages: Languages) -> Option<u32> {
    let word = word.trim_end_matches('.');
    if !may_state(word) {
        return None;
    }
    let (meaning, len) = language::starting(word, languages, Classes::of(&[class]))?;
    let whole = len == word.len()
        || word[len..].starts_with(['\'', '’'])
        || word.chars().any(language::is_spaceless);
    let plain = language::has_capital(word) || !language::is(word, Class::Capital, languages);
    (whole && plain).then_some(meaning.value)
}

/// The month or weekday with which a text begins, by its full name, and its length in bytes.
pub(crate) fn day_or_month_at(text: &str, languages: Languages) -> Option<(Class, u32, usize)> {
    let wanted = const { Classes::of(&[Class::Month, Class::Weekday]) };
    let (meaning, len) = language::starting(text, languages, wanted)?;
    let plain =
        language::has_capital(text) || !language::is(&text[..len], Class::Capital, languages);
    // 每周三次: three times a week.
    let counts = || {
        text.starts_with(['周', '週'])
            && (text[len..].starts_with(['次', '回'])
                || class_at(&text[len..], Class::Counter, languages).is_some())
    };
    (plain && !counts()).then_some((meaning.class, meaning.value, len))
}

/// Whether a number is a time of day with a colon.
pub fn is_time(word: &str) -> bool {
    word.split_once(':').is_some_and(|(hour, minute)| {
        hour.parse::<u32>().is_ok_and(|hour| hour < 25)
            && minute.len() == 2
            && minute.parse::<u32>().is_ok_and(|minute| minute < 60)
    })
}

/// Whether a word is a number.
pub fn is_number_word(word: &str, languages: Languages) -> bool {
    number_word(word, languages).is_some()
}

/// The value of a word that is a number. The word for one is left out: it is mostly an article or a pronoun.
pub fn number_word(word: &str, languages: Languages) -> Option<f64> {
    language::value(word, Class::Number, languages).map(f64::from)
}

/// The number in words with which a text begins, and its length in bytes: `douze`, `quatre-vingts`.
pub(crate) fn number_at(text: &str, languages: Languages) -> Option<(f64, usize)> {
    let (meaning, len) = language::starting(text, languages, Classes::of(&[Class::Number]))?;
    Some((f64::from(meaning.value), len))
}

/// The value of a word from one to nine.
pub fn ones(word: &str, languages: Languages) -> Option<f64> {
    if language::is(word, Class::One, languages) {
        return Some(1.0);
    }
    number_word(word, languages).filter(|ones| *ones < 10.0)
}

/// What a word at the start of a text multiplies the number before it by, and its length in bytes.
pub(crate) fn scale_at(text: &str, languages: Languages) -> Option<(f64, usize)> {
    let wanted = const { Classes::of(&[Class::Scale]) };
    let (meaning, len) = language::starting(text, languages, wanted)?;
    let times = match meaning.value {
        0 => 12.0,
        power => 10_f64.powi(power as i32),
    };
    Some((times, len))
}

/// What a number may be of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Measure {
    Percent,
    /// A currency, by its sign.
    Money(&'static str),
    /// A unit: what it measures in, how much of that it is, and whether what was turned into it may differ.
    Unit(&'static str, f64, bool),
}

/// What a text behind a number says that it is of, and the length of that in bytes. A currency before a unit of the
/// same name: a pound.
pub(crate) fn measure_at(text: &str, languages: Languages) -> Option<(Measure, usize)> {
    let starting = |class| language::starting(text, languages, Classes::of(&[class]));
    let (money, unit) = (starting(Class::Money), starting(Class::Unit));
    if let Some((meaning, len)) = money
        && unit.is_none_or(|(_, other)| len >= other)
    {
        return Some((Measure::Money(MONEY.get(meaning.value as usize)?), len));
    }
    let Some((meaning, len)) = unit else {
        return symbol_at(text);
    };
    let at = meaning.value as usize;
    let measure = match UNITS.get(at) {
        Some(&("%", ..)) => Measure::Percent,
        Some(&(_, of, times, rough)) => Measure::Unit(of, times, rough),
        None => Measure::Unit(PERIODS.get(at - UNITS.len())?, 1.0, false),
    };
    Some((measure, len))
}

/// The unit or currency whose symbol a text begins with, and its length in bytes.
#[inline(never)]
fn symbol_at(text: &str) -> Option<(Measure, usize)> {
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '°' | '℃' | '℉');
    let end = text.find(|c| !is_letter(c)).unwrap_or(text.len());
    let written = text.get(..end).filter(|symbol| symbol.len() > 1)?;
    if written.len() == 3
        && let Some(sign) = money_sign(written)
    {
        return Some((Measure::Money(sign), end));
    }
    let (symbol, of, times) = SYMBOLS.iter().find(|symbol| symbol.0 == written)?;
    Some((Measure::Unit(of, *times, false), symbol.len()))
}

/// The currency of a sign before a number.
pub(crate) fn money_sign(text: &str) -> Option<&'static str> {
    let sign = match text {
        "US$" | "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "CHF" => return Some("CHF"),
        _ => text,
    };
    MONEY.into_iter().find(|known| *known == sign)
}

/// The currency with which a word of figures begins, `Rp500`, and its length in bytes.
pub(crate) fn money_before(word: &str, languages: Languages) -> Option<(&'static str, usize)> {
    // Most words have no figure.
    if word.is_ascii() && !word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let len = word
        .find(|c| language::digit(c).is_some())
        .filter(|len| *len > 1)?;
    let letters = &word[..len];
    let named = || language::value(letters, Class::Money, languages);
    let sign = money_sign(letters).or_else(|| MONEY.get(named()? as usize).copied())?;
    Some((sign, len))
}

/// The place that a word gives in a row, from the third on: `third`, `3rd`. `first` and `second` are left out: they
/// are mostly other words.
pub fn ordinal(word: &str, languages: Languages) -> Option<u32> {
    if let Some(place) = language::value(word, Class::Ordinal, languages) {
        return Some(place);
    }
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, 'º' | 'ª'));
    let ending = &word[digits.len()..];
    let known = !ending.is_empty() && language::is(ending, Class::OrdinalEnd, languages);
    known.then(|| digits.parse().ok()).flatten()
}

/// The part of a whole that a word at the start of a text names, one third as 3, and its length in bytes.
pub(crate) fn fraction_at(text: &str, languages: Languages) -> Option<(u32, usize)> {
    let wanted = const { Classes::of(&[Class::Fraction]) };
    let (meaning, len) = language::starting(text, languages, wanted)?;
    Some((meaning.value, len))
}

/// The length in bytes of what a text begins with that tells a half more in a way of `HALVES`.
pub(crate) fn half_at(text: &str, way: &str, languages: Languages) -> Option<usize> {
    let wanted = const { Classes::of(&[Class::Half]) };
    let (meaning, len) = language::starting(text, languages, wanted)?;
    (HALVES.get(meaning.value as usize) == Some(&way)).then_some(len)
}

/// How a number is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    Least,
    Most,
    More,
    Less,
    Only,
}

impl Limit {
    /// What a text begins with that bounds a number, and its length in bytes.
    pub(crate) fn at(text: &str, languages: Languages) -> Option<(Self, usize)> {
        let wanted = const { Classes::of(&[Class::Limit]) };
        let (meaning, len) = language::starting(text, languages, wanted)?;
        let limit = match *LIMITS.get(meaning.value as usize)? {
            "least" => Self::Least,
            "most" => Self::Most,
            "more" => Self::More,
            "less" => Self::Less,
            _ => Self::Only,
        };
        Some((limit, len))
    }

    /// Whether the number may be greater: at least, more than.
    fn is_lower(self) -> bool {
        matches!(self, Self::Least | Self::More)
    }

    /// Whether the two leave different numbers open.
    pub(crate) fn contradicts(self, other: Self) -> bool {
        self.is_lower() != other.is_lower()
    }

    /// Whether a number is told differently without it. More and less than are also said of what is only rounded.
    pub(crate) fn is_strict(self) -> bool {
        matches!(self, Self::Least | Self::Most | Self::Only)
    }
}

/// Whether a text begins with a word of one of the classes, and its length in bytes.
pub(crate) fn class_at(text: &str, class: Class, languages: Languages) -> Option<usize> {
    language::starting(text, languages, Classes::of(&[class])).map(|(_, len)| len)
}

/// False for most words that name no month, weekday or number: all that need be asked of a word with a small first
/// letter.
pub fn may_be_listed(word: &str, languages: Languages) -> bool {
    may_state(word) && language::starting(word, languages, language::LISTED).is_some()
}

/// False for most plain words that name no month, weekday or number in any language.
fn may_state(word: &str) -> bool {
    let plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    !plain || language::may_state(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Languages = Languages::ALL;

    fn of(code: &str) -> Languages {
        Languages::of(code).unwrap()
    }

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(month("JANUARY", of("en")), Some(1));
        assert_eq!(weekday("SÁBADO", ALL), Some(6));
        assert_eq!(weekday("Monday's", of("en")), Some(1));
        assert_eq!(number_word("Ninety", of("en")), Some(90.0));
        assert!(
            is_negation("Don’t", ALL)
                && is_negation("CAN'T", ALL)
                && is_negation("NICHT", of("de"))
        );
        assert!(is_negation("않았다", of("ko")));
    }

    #[test]
    fn a_word_means_what_it_does_in_its_language() {
        assert!(is_negation("mai", of("it")) && !is_negation("mai", of("fr")));
        assert_eq!(month("mai", of("fr")), Some(5));
        assert_eq!(month("mai", of("it")), None);
        assert_eq!(month("listopad", of("pl")), Some(11));
        assert_eq!(month("listopad", of("hr")), Some(10));
        assert_eq!(month("listopad", of("pl").and(of("hr"))), None);
        assert_eq!(number_word("on", of("tr")), Some(10.0));
        assert_eq!(number_word("on", of("en")), None);
        assert_eq!(ordinal("3e", of("nl")), Some(3));
        assert_eq!(ordinal("3rd", of("en")), Some(3));
        assert_eq!(ordinal("3kg", of("en")), None);
    }

    #[test]
    fn other_words_are_not() {
        for word in [
            "", "may", "one", "monda", "mondayed", "é", "ünd", "no-one", "n't?",
        ] {
            let listed = month(word, of("en")).is_some() || weekday(word, ALL).is_some();
            assert!(
                !listed && number_word(word, ALL).is_none() && !is_negation(word, ALL),
                "{word}"
            );
        }
        assert!(!may_be_listed("harbour", of("en")) && !may_be_listed("", ALL));
    }

    #[test]
    fn money_is_written_to_its_figures() {
        for (word, expected) in [
            ("Rp500", Some(("Rp", 2))),
            ("EUR1.5", Some(("€", 3))),
            ("CHF84", Some(("CHF", 3))),
            ("A4", None),
            ("mill", None),
            ("500", None),
            ("", None),
        ] {
            assert_eq!(money_before(word, of("id")), expected, "{word}");
        }
        assert_eq!(money_sign("USD"), Some("$"));
    }

    #[test]
    fn a_word_negates_where_it_stands() {
        for (text, word, code, expected) in [
            ("No 10", "No", "en", None),
            ("in No. 10", "No", "en", None),
            ("No ship", "No", "en", Some(2)),
            ("not 10", "not", "en", Some(3)),
            ("it is not only that", "not", "en", None),
            ("un pas de plus", "pas", "fr", None),
            ("il ne va pas", "pas", "fr", Some(3)),
            ("ไม่มา", "ไ", "th", Some("ไม่".len())),
            ("不仅如此", "不", "zh", None),
            ("안전하다", "안전하다", "ko", None),
            ("안 전하다", "안", "ko", Some(3)),
        ] {
            let at = text.find(word).unwrap();
            assert_eq!(negation_at(text, at, word, of(code)), expected, "{text}");
        }
        assert!(denies("nepropustí", "propustí", of("cs")) && !denies("nerv", "rv", of("cs")));
        assert!(denies("durmadı", "durdu", of("tr")) && denies("gelmiyor", "geliyor", of("tr")));
        assert!(!denies("durdu", "durmadı", of("tr")) && !denies("nepal", "pal", of("en")));
    }

    #[test]
    fn numbers_are_of_something_in_every_writing() {
        for (text, language, expected) in [
            ("per cent of it", "en", Measure::Percent),
            ("por ciento", "es", Measure::Percent),
            ("pounds", "en", Measure::Money("£")),
            ("kilometres", "en", Measure::Unit("m", 1e3, false)),
            ("Kilometern", "de", Measure::Unit("m", 1e3, false)),
            ("километров в час", "ru", Measure::Unit("km/h", 1.0, false)),
            ("lb", "en", Measure::Unit("kg", 0.453_592_37, true)),
            ("公里", "zh", Measure::Unit("m", 1e3, false)),
            ("weeks", "en", Measure::Unit("wk", 1.0, false)),
        ] {
            assert_eq!(
                measure_at(text, of(language)).map(|(measure, _)| measure),
                Some(expected),
                "{text}"
            );
        }
        assert_eq!(measure_at("in the town", of("en")), None);
        assert_eq!(scale_at("millions", of("fr")), Some((1e6, 8)));
        assert_eq!(scale_at("万人", of("zh")), Some((1e4, 3)));
    }
}
