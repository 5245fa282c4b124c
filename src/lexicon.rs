//! Small lists of words that change the facts of a sentence: numbers, dates, negations.
//!
//! They serve to name differences, never to find them: a language that is not in the lists gets
//! its differences shown as those of plain words.

/// Whether a word negates: English first, with the verbs that deny what follows, and the plain negations of some
/// other languages.
pub fn is_negation(word: &str) -> bool {
    if word.is_ascii() {
        let ending = word.len().checked_sub(3).and_then(|at| word.get(at..));
        return ending.is_some_and(|ending| ending.eq_ignore_ascii_case("n't"))
            || NEGATIONS.find(word).is_some();
    }
    let word = word.to_lowercase().replace('’', "'");
    word.ends_with("n't") || NEGATIONS.lists[0].contains(&word.as_str())
}

#[rustfmt::skip]
static NEGATIONS: Lists<1> = Lists::new([&[
    "no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot",
    "nicht", "kein", "keine", "keinen", "keiner", "keinem", "nie", "niemals", "nichts", "ohne",
    "pas", "jamais", "aucun", "aucune", "sans", "nunca", "jamás", "ningún", "ninguna", "sin",
    "non", "mai", "nessun", "nessuno", "nessuna", "senza", "não", "nenhum", "nenhuma", "sem",
    "niet", "geen", "nooit", "zonder", "inte", "aldrig", "ikke", "aldri", "не", "ни", "нет",
    "deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing", "reject", "rejects",
    "rejected", "rejecting", "fail", "fails", "failed", "failing", "lack", "lacks", "lacked", "unable", "hardly",
    "никогда", "без", "bez", "不", "没", "未", "無", "无",
]]);

/// Whether a word joins two of a kind, "and" or "or", in some languages.
pub fn is_conjunction(word: &str) -> bool {
    #[rustfmt::skip]
    const CONJUNCTIONS: [&str; 12] = [
        "and", "or", "und", "oder", "et", "ou", "y", "e", "och", "og", "и", "или",
    ];
    CONJUNCTIONS.contains(&word)
}

/// Whether a word, in small letters, is an article, in some languages.
pub fn is_article(word: &str) -> bool {
    #[rustfmt::skip]
    const ARTICLES: [&str; 20] = [
        "the", "a", "an", "der", "die", "das", "den", "dem", "des", "ein", "eine", "le", "la", "les", "un", "une", "el",
        "los", "il", "het",
    ];
    ARTICLES.contains(&word)
}

/// Whether a word, in small letters, stands where an article could: whose, or how many, in some languages.
pub fn is_determiner(word: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: [&str; 24] = [
        "his", "her", "its", "our", "my", "your", "their", "this", "that", "one", "any", "no", "all", "two", "six", "ten",
        "son", "sa", "ses", "su", "sus", "mon", "ma", "ihr",
    ];
    is_article(word) || OTHERS.contains(&word)
}

/// Whether a word is part of a date: the name of a month or weekday, a year, a time of day.
pub fn is_date(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some() || is_year(word) || is_time(word)
}

/// The number of the month, from 1, that a word names, in some languages of the Latin script. Words that
/// mean other things as well (`may`, `march`) only with a capital.
pub fn month(word: &str) -> Option<u32> {
    if matches!(
        word,
        "may" | "march" | "mar" | "mars" | "sept" | "mai" | "mei" | "jan"
    ) {
        return None;
    }
    let word = word.trim_end_matches('.');
    MONTHS
        .find(word)
        .map(|at| at as u32 + 1)
        .or_else(|| russian_month(word))
}

/// The number of the month that a Russian word names, in any case.
fn russian_month(word: &str) -> Option<u32> {
    const STEMS: [&str; 12] = [
        "январ",
        "феврал",
        "март",
        "апрел",
        "ма",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ];
    if !word.starts_with(|c: char| ('А'..='я').contains(&c)) {
        return None;
    }
    let word = word.to_lowercase();
    let ending = |stem: &str| word.strip_prefix(stem).map(|rest| rest.chars().count());
    let at = STEMS.iter().position(|stem| match (*stem, ending(stem)) {
        ("ма", _) => matches!(word.as_str(), "май" | "мая" | "мае"),
        (_, Some(rest)) => rest <= 1,
        _ => false,
    })?;
    Some(at as u32 + 1)
}

static MONTHS: Lists<12> = Lists::new([
    &[
        "january", "jan", "januar", "janvier", "enero", "gennaio", "janeiro", "januari",
    ],
    &[
        "february",
        "feb",
        "februar",
        "février",
        "febrero",
        "febbraio",
        "fevereiro",
        "februari",
    ],
    &["march", "mar", "märz", "mars", "marzo", "março", "maart"],
    &["april", "apr", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "maj"],
    &["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "jul", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "aug", "août", "agosto", "augustus", "augusti"],
    &[
        "september",
        "sep",
        "sept",
        "septembre",
        "septiembre",
        "settembre",
        "setembro",
    ],
    &[
        "october", "oct", "oktober", "octobre", "octubre", "ottobre", "outubro",
    ],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &[
        "december",
        "dec",
        "dezember",
        "décembre",
        "diciembre",
        "dicembre",
        "dezembro",
    ],
]);

/// The day of the week, Monday being 1, that a word names, in some languages of the Latin script.
pub fn weekday(word: &str) -> Option<u32> {
    Some(DAYS.find(word)? as u32 + 1)
}

static DAYS: Lists<7> = Lists::new([
    &[
        "monday", "montag", "lundi", "lunes", "lunedì", "maandag", "måndag", "mandag",
    ],
    &[
        "tuesday", "dienstag", "mardi", "martes", "martedì", "dinsdag", "tisdag", "tirsdag",
    ],
    &[
        "wednesday",
        "mittwoch",
        "mercredi",
        "miércoles",
        "mercoledì",
        "woensdag",
        "onsdag",
    ],
    &[
        "thursday",
        "donnerstag",
        "jeudi",
        "jueves",
        "giovedì",
        "donderdag",
        "torsdag",
    ],
    &[
        "friday", "freitag", "vendredi", "viernes", "venerdì", "vrijdag", "fredag",
    ],
    &[
        "saturday",
        "samstag",
        "sonnabend",
        "samedi",
        "sábado",
        "sabato",
        "zaterdag",
        "lördag",
        "lørdag",
    ],
    &[
        "sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag", "söndag", "søndag",
    ],
]);

/// Whether a number can only well be a year.
pub fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a number is a time of day with a colon.
pub fn is_time(word: &str) -> bool {
    word.split_once(':').is_some_and(|(hour, minute)| {
        hour.parse::<u32>().is_ok_and(|hour| hour < 25)
            && minute.len() == 2
            && minute.parse::<u32>().is_ok_and(|minute| minute < 60)
    })
}

/// Whether an English word is a number.
pub fn is_number_word(word: &str) -> bool {
    number_word(word).is_some()
}

/// The value of an English word that is a number. `one` is left out: it is mostly a pronoun.
pub fn number_word(word: &str) -> Option<f64> {
    VALUES.get(NUMBERS.find(word)?).copied()
}

#[rustfmt::skip]
static NUMBERS: Lists<28> = Lists::new([
&["zero"], &["two"], &["three"], &["four"], &["five"], &["six"], &["seven"], &["eight"], &["nine"], &["ten"], &["eleven"], &["twelve"], &["thirteen"], &["fourteen"], &["fifteen"], &["sixteen"], &["seventeen"], &["eighteen"], &["nineteen"], &["twenty"], &["thirty"], &["forty"], &["fifty"], &["sixty"], &["seventy"], &["eighty"], &["ninety"], &["dozen"],
]);

/// The values of `NUMBERS`.
#[rustfmt::skip]
const VALUES: [f64; 28] = [
0.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 12.0
];

/// The place that an English word gives in a row, from the third on: `third`, `3rd`. `first` and
/// `second` are left out: they are mostly other words.
pub fn ordinal(word: &str) -> Option<u32> {
    if let Some(at) = ORDINALS.find(word) {
        return Some(at as u32 + 3);
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
}

#[rustfmt::skip]
static ORDINALS: Lists<10> = Lists::new([
    &["third"], &["fourth"], &["fifth"], &["sixth"], &["seventh"], &["eighth"], &["ninth"], &["tenth"], &["eleventh"],
    &["twelfth"],
]);

/// Whether a word, in small letters, is a title or article before a name and no part of it.
pub fn is_title(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLES: [&str; 33] = [
        "the", "mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "professor", "prof", "president", "premier",
        "prime", "minister", "chancellor", "secretary", "foreign", "king", "queen", "prince", "princess", "pope",
        "general", "colonel", "captain", "senator", "governor", "mayor", "judge", "former", "chief", "engineer",
    ];
    TITLES.contains(&word)
}

/// Whether a word with a small first letter may be in a list of months, weekdays or numbers: all
/// that need be asked of most words.
pub fn may_be_listed(word: &str) -> bool {
    LISTED.has(word.trim_end_matches('.'))
}

static LISTED: Shapes = MONTHS
    .shapes
    .with(&DAYS.shapes)
    .with(&NUMBERS.shapes)
    .with(&ORDINALS.shapes);

/// Lists of words in small letters. Nearly all words that are not in them are told from their first and
/// last letter and their length.
struct Lists<const N: usize> {
    lists: [&'static [&'static str]; N],
    shapes: Shapes,
}

/// The shapes of some words that begin with a letter of ASCII, as bits.
#[derive(Clone, Copy)]
struct Shapes([u64; SHAPES / 64]);

impl Shapes {
    const fn with(mut self, other: &Self) -> Self {
        let mut at = 0;
        while at < SHAPES / 64 {
            self.0[at] |= other.0[at];
            at += 1;
        }
        self
    }

    /// False for most words that have none of the shapes. Of words that begin with a letter of ASCII only.
    fn has(&self, word: &str) -> bool {
        if !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return false;
        }
        let shape = shape(word.as_bytes());
        // Other letters may have another last byte and another length when they are small.
        self.0[shape / 64] >> (shape % 64) & 1 == 1 || !word.is_ascii()
    }
}

/// How many shapes of words are told apart.
const SHAPES: usize = 4096;

/// First, last and middle letter and length of a word in one number; capitals do not matter.
const fn shape(word: &[u8]) -> usize {
    let (first, last) = (word[0] & 31, word[word.len() - 1] & 31);
    let ends = (first as usize) << 7 | (last as usize) << 2;
    let middle = (word[word.len() / 2] & 31) as usize;
    (ends ^ (middle * 37) ^ (word.len() * 73)) % SHAPES
}

impl<const N: usize> Lists<N> {
    const fn new(lists: [&'static [&'static str]; N]) -> Self {
        let mut shapes = [0; SHAPES / 64];
        let mut list = 0;
        while list < N {
            let mut at = 0;
            while at < lists[list].len() {
                let shape = shape(lists[list][at].as_bytes());
                shapes[shape / 64] |= 1 << (shape % 64);
                at += 1;
            }
            list += 1;
        }
        Self {
            lists,
            shapes: Shapes(shapes),
        }
    }

    /// The list that has a word that begins with a letter of ASCII, whatever its case.
    fn find(&self, word: &str) -> Option<usize> {
        if self.shapes.has(word) {
            find(&self.lists, word)
        } else {
            None
        }
    }
}

/// The list that has a word, whatever its case. Never inlined: it would be unrolled for each list.
#[inline(never)]
fn find(lists: &[&[&str]], word: &str) -> Option<usize> {
    if word.is_ascii() {
        let same = |known: &&str| known.eq_ignore_ascii_case(word);
        return lists.iter().position(|list| list.iter().any(same));
    }
    let lower = word.to_lowercase();
    lists.iter().position(|list| list.contains(&lower.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_found_in_any_case() {
        for (at, names) in MONTHS.lists.iter().enumerate() {
            for name in *names {
                let title = name[..1].to_uppercase() + &name[1..];
                assert_eq!(month(&title), Some(at as u32 + 1), "{title}");
                assert_eq!(month(&name.to_uppercase()), Some(at as u32 + 1), "{name}");
                assert!(may_be_listed(name), "{name}");
            }
        }
        assert_eq!(month("Sept."), Some(9));
        assert_eq!(weekday("SÁBADO"), Some(6));
        assert_eq!(number_word("Ninety"), Some(90.0));
        for word in NEGATIONS.lists[0] {
            assert!(is_negation(&word.to_uppercase()), "{word}");
        }
        assert!(is_negation("Don’t") && is_negation("CAN'T"));
    }

    #[test]
    fn other_words_are_not() {
        for word in [
            "", "may", "one", "monda", "mondays", "é", "ünd", "no-one", "n't?",
        ] {
            let listed = month(word).is_some() || weekday(word).is_some();
            assert!(
                !listed && number_word(word).is_none() && !is_negation(word),
                "{word}"
            );
        }
        assert!(!may_be_listed("harbour") && !may_be_listed(""));
    }
}
