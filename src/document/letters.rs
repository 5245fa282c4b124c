//! Letters and how they may be written: the forms that are one letter to every reader.

use std::ops::RangeInclusive;

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
const LOOK_ALIKE: &str = "aαа cс eе iі jј oοо pρр sѕ vν xχх yу AΑА BΒВ CС EΕЕ HΗН IΙІ JЈ KΚК MΜМ NΝ OΟО PΡР SЅ TΤТ XΧХ YΥ ZΖ";
const SCRIPTS: [RangeInclusive<char>; 3] =
    ['A'..='z', '\u{391}'..='\u{3C9}', '\u{400}'..='\u{4FF}'];

/// Writes a word of two scripts in the one whose letters it has, but for those that look alike: they were mistaken, or
/// disguise the word.
pub(super) fn unify_scripts(form: &mut String) {
    let count = |script: &RangeInclusive<char>| form.chars().filter(|c| script.contains(c)).count();
    if form.is_ascii() || SCRIPTS.iter().filter(|script| count(script) > 0).count() < 2 {
        return;
    }
    let own = |script: &RangeInclusive<char>| {
        let own = |c: &char| script.contains(c) && !LOOK_ALIKE.contains(*c);
        (form.chars().filter(own).count(), count(script))
    };
    let Some(script) = SCRIPTS.iter().max_by_key(|script| own(script)) else {
        return;
    };
    let unified = |c: char| {
        let alike = LOOK_ALIKE.split(' ').find(|alike| alike.contains(c));
        let other = alike.and_then(|alike| alike.chars().find(|other| script.contains(other)));
        other.unwrap_or(c)
    };
    *form = form.chars().map(unified).collect();
}
