//! The words that make a full stop ambiguous, from the tables of the languages. Without them a sentence is cut once
//! too often or once too seldom.

use crate::language::{self, Class, Languages};

/// What a shortened word tells of the stop behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name: the sentence goes on.
    Title,
    /// Stands before a figure: the sentence goes on if one follows.
    Figure,
    /// Stands anywhere: the sentence goes on unless a word follows that likes to begin one.
    Any,
}

/// What German writes for the end of the name of a street.
const STREET: &str = "str";

/// What a word, taken without its stop, is short for; `None` if it is not known as shortened.
/// A title is met more often than a month of the same letters. Other languages are asked too, for names come
/// from everywhere, but not for what is a common word here: Italian `On.` in English.
pub(super) fn abbreviation(word: &str, languages: Languages) -> Option<Abbreviation> {
    let common = language::is(word, Class::Common, languages);
    let mut best = None;
    for meaning in language::meanings(word, Languages::ALL) {
        best = match meaning.class {
            _ if common && !meaning.languages.meets(languages) => best,
            Class::ShortTitle => return Some(Abbreviation::Title),
            Class::ShortFigure => Some(Abbreviation::Figure),
            Class::ShortOther => best.or(Some(Abbreviation::Any)),
            _ => best,
        };
    }
    // Where it is short for a street it ends the name of one, too: Hauptstr. 5
    let is_street = || word.ends_with(STREET) && language::is(STREET, Class::ShortOther, languages);
    best.or_else(|| is_street().then_some(Abbreviation::Figure))
}

/// Whether a capitalised word is likely to begin a sentence after an abbreviation.
pub(super) fn begins_sentences(word: &str, languages: Languages) -> bool {
    language::is(word, Class::Starter, languages)
}

/// Whether a figure with a stop after this word is an ordinal.
pub(super) fn takes_ordinal(word: &str, languages: Languages) -> bool {
    language::is(word, Class::BeforeOrdinal, languages)
}

/// Whether a word is a month before which a figure with a stop is a day: `7. Mai`.
pub(super) fn takes_day(word: &str, languages: Languages) -> bool {
    let mut meanings = language::meanings(word, languages);
    meanings.any(|meaning| {
        meaning.class == Class::Month && language::has_ordinal_stop(meaning.languages)
    })
}
