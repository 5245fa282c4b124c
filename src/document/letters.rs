//! Letters and how they may be written: the forms that are one letter to every reader.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::scripts::is_invisible;
use crate::language::{self, is_apostrophe};

/// Marks that are typed for gershayim inside a Hebrew abbreviation.
pub(super) fn is_gershayim(c: char) -> bool {
    matches!(c, '״' | '"' | '”' | '“' | '„' | '″' | '＂')
}

/// Calls `letter` for every letter of a text, in its compatibility form (NFKC), with one apostrophe and one
/// gershayim.
pub(super) fn each_letter(text: &str, letter: impl FnMut(char)) {
    let marks = |c: char| match c {
        c if is_apostrophe(c) => '\'',
        c if is_gershayim(c) => '"',
        c => c,
    };
    // The acute that stands alone would fall into a blank and a mark.
    let letters = text.chars().map(marks);
    if is_nfkc_quick(letters.clone()) == IsNormalized::Yes {
        letters.for_each(letter);
    } else {
        letters.nfkc().for_each(letter);
    }
}

/// Appends a letter in small or as it is, without what is a matter of writing alone.
pub(super) fn push_letter(form: &mut String, c: char, ignore_case: bool) {
    if c.is_ascii() {
        form.push(if ignore_case {
            c.to_ascii_lowercase()
        } else {
            c
        });
        return;
    }
    match c {
        c if is_invisible(c) || is_reading_aid(form, c) => {}
        'ß' => form.push_str("ss"),
        'œ' => form.push_str("oe"),
        'æ' => form.push_str("ae"),
        // Many type Romanian with a cedilla.
        'ș' => form.push('ş'),
        'ț' => form.push('ţ'),
        'Ș' if !ignore_case => form.push('Ş'),
        'Ț' if !ignore_case => form.push('Ţ'),
        _ if !ignore_case => form.push(c),
        'ẞ' => form.push_str("ss"),
        'Œ' => form.push_str("oe"),
        'Æ' => form.push_str("ae"),
        'ς' => form.push('σ'),
        'Ș' => form.push('ş'),
        'Ț' => form.push('ţ'),
        // Turkish has two letters where others have one, and their capitals are lost on the way.
        'ı' | 'İ' => form.push('i'),
        _ => form.extend(c.to_lowercase()),
    }
}

/// Marks that tell a learner how a word is read and that most texts leave out: the points of Hebrew and Arabic,
/// stress on Cyrillic vowels.
fn is_reading_aid(form: &str, c: char) -> bool {
    match c {
        '\u{0300}' | '\u{0301}' => form
            .chars()
            .next_back()
            .is_some_and(|before| matches!(before, '\u{0400}'..='\u{052F}')),
        _ => language::is_point(c),
    }
}

/// Appends letters, figures and the marks that make another letter of one, in the form that all ways of writing
/// them share; nothing else of the text.
pub(super) fn push_bare(form: &mut String, text: &str) {
    let is_letter = |c: char| c.is_alphanumeric() || is_combining(c);
    each_letter(text, |c| {
        if is_letter(c) {
            push_letter(form, c, true);
        }
    });
}

/// Whether a character is a mark on the letter before it, whose loss makes another word.
fn is_combining(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::canonical_combining_class(c) > 0
}

/// Letters of Latin, Greek and Cyrillic that look alike.
#[rustfmt::skip]
const LOOK_ALIKE: [[char; 3]; 26] = [
    ['a', 'α', 'а'], ['c', '\0', 'с'], ['e', '\0', 'е'], ['i', '\0', 'і'], ['j', '\0', 'ј'], ['o', 'ο', 'о'], ['p', 'ρ', 'р'], ['s', '\0', 'ѕ'], ['v', 'ν', '\0'], ['x', 'χ', 'х'], ['y', '\0', 'у'], ['A', 'Α', 'А'], ['B', 'Β', 'В'], ['C', '\0', 'С'], ['E', 'Ε', 'Е'], ['H', 'Η', 'Н'], ['I', 'Ι', 'І'], ['J', '\0', 'Ј'], ['K', 'Κ', 'К'], ['M', 'Μ', 'М'], ['N', 'Ν', '\0'], ['O', 'Ο', 'О'], ['P', 'Ρ', 'Р'], ['S', '\0', 'Ѕ'], ['T', 'Τ', 'Т'], ['X', 'Χ', 'Х']
];

/// The place of the script of a letter in [`LOOK_ALIKE`].
fn script(c: char) -> Option<usize> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(0),
        '\u{391}'..='\u{3C9}' => Some(1),
        '\u{400}'..='\u{4FF}' => Some(2),
        _ => None,
    }
}

/// Writes a word of two scripts in the one whose letters it has, but for those that look alike: they were mistaken, or
/// disguise the word.
pub(super) fn unify_scripts(form: &mut String) {
    let alike = |c: char| {
        let script = script(c)?;
        LOOK_ALIKE.iter().find(|alike| alike[script] == c)
    };
    let mut all = [0_u32; 3];
    for script in form.chars().filter_map(script) {
        all[script] += 1;
    }
    if all.iter().filter(|count| **count > 0).count() < 2 {
        return;
    }
    let mut own = [0_u32; 3];
    for c in form.chars().filter(|&c| alike(c).is_none()) {
        script(c).into_iter().for_each(|script| own[script] += 1);
    }
    let most = (0..3).max_by_key(|&script| (own[script], all[script]));
    let unified = |c: char| {
        let other = alike(c).and_then(|alike| Some(alike[most?]));
        other.filter(|other| *other != '\0').unwrap_or(c)
    };
    *form = form.chars().map(unified).collect();
}
