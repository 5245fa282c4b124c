//! Words that one text writes together and the other apart: `lowprice` and `low price`, `reelected` and
//! `re-elected`, Korean and German compounds. The one that stands together is parted into the tokens of the other,
//! so that every later step sees the same words.
//!
//! Only a word that the other text does not have is looked up, and only where the words before or after face each
//! other as well, so that `into` in one place is not parted for `in to` in another. Linear.

use std::{hash::Hasher, ops::Range};

use rustc_hash::{FxHashMap, FxHasher};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Document, Key, Token, TokenKind, Vocabulary,
    letters::{each_letter, push_letter},
    scripts::is_dash,
};
use crate::{
    Options,
    span::{Sides, Span},
};

/// A word is parted into at most so many: `Donau-Dampfschifffahrts-Gesellschaft`.
const PARTS: usize = 3;

/// The longest normal form of a part, in bytes. Bounds the work on a text without spaces.
const LONGEST: usize = 64;

/// Parts the words of each document that the other has in parts.
pub(crate) fn part_joined_words(
    documents: &mut Sides<Document<'_>>,
    vocabulary: &Vocabulary,
    options: &Options,
) {
    let Sides { left, right } = &*documents;
    let found = Sides::new(
        joined_in(left, right, vocabulary, options),
        joined_in(right, left, vocabulary, options),
    );
    for (document, found) in [
        (&mut documents.left, found.left),
        (&mut documents.right, found.right),
    ] {
        if !found.is_empty() {
            document.part_tokens(&found);
            document.choose_words(options);
        }
    }
}

/// A token and what it is parted into.
pub(super) type Parted = (usize, Vec<Token>);

/// The words of `document` that stand in parts in `other`, in order.
fn joined_in(
    document: &Document<'_>,
    other: &Document<'_>,
    vocabulary: &Vocabulary,
    options: &Options,
) -> Vec<Parted> {
    let mut known = vec![false; vocabulary.len()];
    for token in &other.tokens {
        known[token.key as usize] = true;
    }
    let mut own: FxHashMap<u64, Key> = FxHashMap::default();
    for token in document.tokens.iter().filter(|token| is_word(token)) {
        let form = vocabulary.form(token.key);
        if !known[token.key as usize] && form.len() <= PARTS * LONGEST {
            own.insert(hash(FxHasher::default(), form).finish(), token.key);
        }
    }
    let apart = stretches(other, &own, vocabulary);
    if apart.is_empty() {
        return Vec::new();
    }
    let parted = |(at, token): (usize, &Token)| {
        let stretches = apart.get(&token.key)?;
        let faces = |parts: &&Range<usize>| faces(document, at, other, parts);
        let parts = other.tokens[stretches.iter().find(faces)?.clone()].iter();
        let keys: Vec<Key> = parts
            .filter(|part| is_word(part))
            .map(|part| part.key)
            .collect();
        Some((at, cut(document, token, &keys, vocabulary, options)?))
    };
    document
        .tokens
        .iter()
        .enumerate()
        .filter_map(parted)
        .collect()
}

fn is_word(token: &Token) -> bool {
    token.kind == TokenKind::Word && !token.is_character()
}

/// The stretches of tokens whose words make one of some words when they are written together, by that word. `own`
/// are the words by their hash.
fn stretches(
    document: &Document<'_>,
    own: &FxHashMap<u64, Key>,
    vocabulary: &Vocabulary,
) -> FxHashMap<Key, Vec<Range<usize>>> {
    let mut found: FxHashMap<Key, Vec<Range<usize>>> = FxHashMap::default();
    if own.is_empty() {
        return found;
    }
    let mut joined = String::new();
    for first in 0..document.tokens.len() {
        let (mut hasher, mut at) = (FxHasher::default(), first);
        joined.clear();
        for part in 1..=PARTS {
            let Some(token) = document.tokens.get(at).filter(|token| is_word(token)) else {
                break;
            };
            let form = vocabulary.form(token.key);
            if form.len() > LONGEST {
                break;
            }
            hasher = hash(hasher, form);
            joined.push_str(form);
            let key = own.get(&hasher.finish()).filter(|_| part > 1);
            if let Some(&key) = key.filter(|key| vocabulary.form(**key) == joined) {
                found.entry(key).or_default().push(first..at + 1);
            }
            at = next_word(document, at);
        }
    }
    found
}

/// The token behind a word, over one hyphen.
fn next_word(document: &Document<'_>, word: usize) -> usize {
    let next = document.tokens.get(word + 1);
    let hyphen = next.is_some_and(|next| {
        next.kind == TokenKind::Punctuation && document.text[next.span.range()].chars().all(is_dash)
    });
    word + 1 + usize::from(hyphen)
}

/// Goes on with a hash, so that words one by one have that of the word they make.
fn hash(mut hasher: FxHasher, form: &str) -> FxHasher {
    form.bytes().for_each(|byte| hasher.write_u8(byte));
    hasher
}

/// Whether the word before a word is the one before its parts, or the one behind it the one behind them.
fn faces(document: &Document<'_>, word: usize, other: &Document<'_>, parts: &Range<usize>) -> bool {
    let key = |document: &Document<'_>, at: Option<usize>| {
        let token = document.tokens.get(at?)?;
        (token.kind != TokenKind::Punctuation).then_some(token.key)
    };
    let same = |at: Option<usize>, part: Option<usize>| {
        let key = (key(document, at), key(other, part));
        key.0.is_some() && key.0 == key.1
    };
    same(word.checked_sub(1), parts.start.checked_sub(1)) || same(Some(word + 1), Some(parts.end))
}

/// A token cut into parts with these keys; none if it has another writing in which the parts cannot be told.
fn cut(
    document: &Document<'_>,
    token: &Token,
    keys: &[Key],
    vocabulary: &Vocabulary,
    options: &Options,
) -> Option<Vec<Token>> {
    let text = &document.text[token.span.range()];
    let mut parts = Vec::with_capacity(keys.len());
    let mut from = 0;
    for (at, &key) in keys.iter().enumerate() {
        let len = match at + 1 == keys.len() {
            true => text.len() - from,
            false => length_of(&text[from..], vocabulary.form(key), options)?,
        };
        let start = token.span.start as usize + from;
        let span = Span::new(start, start + len);
        parts.push(Token {
            span,
            key,
            ..*token
        });
        from += len;
    }
    Some(parts)
}

/// The length of the start of a word whose normal form is this, with the marks on its last letter. None if there is
/// no such start, or if it is all of the word.
fn length_of(word: &str, wanted: &str, options: &Options) -> Option<usize> {
    let mut form = String::with_capacity(wanted.len());
    let ends = word.grapheme_indices(true).map(|(at, grapheme)| {
        each_letter(grapheme, |c| push_letter(&mut form, c, options.ignore_case));
        (at + grapheme.len(), form == wanted)
    });
    let end = ends.into_iter().find(|&(_, same)| same)?.0;
    (end < word.len()).then_some(end)
}
