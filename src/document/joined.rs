//! Words that one text writes together and the other apart: `lowprice` and `low price`, `reelected` and
//! `re-elected`, Korean and German compounds. The one that stands together is parted into the tokens of the other,
//! so that every later step sees the same words.
//!
//! Only a word that the other text does not have is looked up, and only where two of the tokens around face each
//! other as well, so that `into` in one place is not parted for `in to` in another. Linear.

use std::ops::Range;

use rustc_hash::FxHashMap;
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

/// A word is parted into at most so many, into three only where one has a hyphen: `Fluss Schifffahrts-Gesellschaft`.
const PARTS: usize = 3;

/// The shortest normal form of a word that is parted, in bytes: by eye, what is shorter is two words by chance.
const SHORTEST: usize = 5;

/// The longest normal form of a part, in bytes. Bounds the work on a text without spaces.
const LONGEST_JOINED: usize = 64;

/// Parts the words of each document that the other has in parts.
#[inline(never)]
pub(crate) fn part_joined_words(
    documents: &mut Sides<Document<'_>>,
    vocabulary: &Vocabulary,
    options: &Options,
) {
    let hashes = Hashes::new(vocabulary);
    let joined = |document: &Document<'_>, other: &Document<'_>| {
        let apart = parts_of(document, other, &hashes, vocabulary);
        joined_in(document, other, &apart, vocabulary, options)
    };
    let found = Sides::new(
        joined(&documents.left, &documents.right),
        joined(&documents.right, &documents.left),
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

/// Stretches of tokens whose words make one word when they are written together, by that word and what stands around.
type Apart = FxHashMap<(Key, Around), Range<usize>>;

/// The stretches of `other` that make a word which only `document` has.
fn parts_of(
    document: &Document<'_>,
    other: &Document<'_>,
    hashes: &Hashes,
    vocabulary: &Vocabulary,
) -> Apart {
    let mut known = vec![false; vocabulary.len()];
    for token in &other.tokens {
        known[token.key as usize] = true;
    }
    let (mut own, mut added) = (Own::default(), vec![false; vocabulary.len()]);
    for (at, token) in document.tokens.iter().enumerate() {
        let key = token.key as usize;
        if known[key] || added[key] || !is_word(token) {
            continue;
        }
        let is_known = |at: usize| {
            let neighbour = document.tokens.get(at);
            neighbour.is_none_or(|neighbour| known[neighbour.key as usize])
        };
        let long = vocabulary.form(token.key).len();
        if (SHORTEST..=PARTS * LONGEST_JOINED).contains(&long)
            && (is_known(at.wrapping_sub(1)) || is_known(at + 1))
        {
            added[key] = true;
            own.add(hashes.of[key].sum, token.key);
        }
    }
    stretches(other, &own, hashes, vocabulary)
}

/// The words of `document` that stand in parts in `other`, in order.
fn joined_in(
    document: &Document<'_>,
    other: &Document<'_>,
    apart: &Apart,
    vocabulary: &Vocabulary,
    options: &Options,
) -> Vec<Parted> {
    if apart.is_empty() {
        return Vec::new();
    }
    let mut has_parts = vec![false; vocabulary.len()];
    for (key, _) in apart.keys() {
        has_parts[*key as usize] = true;
    }
    let parted = |(at, token): (usize, &Token)| {
        if !has_parts[token.key as usize] {
            return None;
        }
        let mut around = around(document, at..at + 1).into_iter();
        let parts = around.find_map(|around| apart.get(&(token.key, around)))?;
        let parts = other.tokens[parts.clone()].iter();
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

/// Two tokens next to a stretch; none where the text begins or ends.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Around {
    Both(Option<Key>, Option<Key>),
    Before(Option<Key>, Option<Key>),
    Behind(Option<Key>, Option<Key>),
}

/// All that stands around a stretch of tokens.
fn around(document: &Document<'_>, stretch: Range<usize>) -> [Around; 3] {
    let key = |at: usize| document.tokens.get(at).map(|token| token.key);
    let before = |by: usize| stretch.start.checked_sub(by).and_then(key);
    let behind = |by: usize| key(stretch.end + by - 1);
    [
        Around::Both(before(1), behind(1)),
        Around::Before(before(2), before(1)),
        Around::Behind(behind(1), behind(2)),
    ]
}

/// The hash of the letters of a text, from which that of two texts one behind the other follows (Karp and Rabin 1987,
/// modulo 2^64).
#[derive(Clone, Copy)]
struct Hash {
    sum: u64,
    /// The base to the power of its length.
    power: u64,
}

impl Hash {
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
    const EMPTY: Self = Self { sum: 0, power: 1 };

    fn of(text: &str) -> Self {
        text.bytes().fold(Self::EMPTY, |hash, byte| Self {
            sum: hash
                .sum
                .wrapping_mul(Self::BASE)
                .wrapping_add(u64::from(byte) + 1),
            power: hash.power.wrapping_mul(Self::BASE),
        })
    }

    fn then(self, next: Self) -> Self {
        Self {
            sum: self.sum.wrapping_mul(next.power).wrapping_add(next.sum),
            power: self.power.wrapping_mul(next.power),
        }
    }
}

/// The hash of every normal form, by its key.
struct Hashes {
    of: Vec<Hash>,
}

impl Hashes {
    fn new(vocabulary: &Vocabulary) -> Self {
        let keys = 0..vocabulary.len();
        let of = keys.map(|key| Hash::of(vocabulary.form(key as Key)));
        Self { of: of.collect() }
    }
}

/// Words by their hash.
struct Own {
    keys: FxHashMap<u64, Key>,
    /// For each hash, as a bit, whether a word may have it: most stretches are no word, and are told by that alone.
    filter: Vec<u64>,
}

/// Bits of the filter, a power of two: some 20 for each word of a long article.
const FILTER: u64 = 1 << 17;

impl Default for Own {
    fn default() -> Self {
        Self {
            keys: FxHashMap::default(),
            filter: vec![0; FILTER as usize / 64],
        }
    }
}

impl Own {
    fn bit(hash: u64) -> (usize, u64) {
        let at = (hash.wrapping_mul(Hash::BASE) >> 32) % FILTER;
        ((at / 64) as usize, 1 << (at % 64))
    }

    fn add(&mut self, hash: u64, key: Key) {
        let (at, bit) = Self::bit(hash);
        self.filter[at] |= bit;
        self.keys.insert(hash, key);
    }

    fn get(&self, hash: u64) -> Option<Key> {
        let (at, bit) = Self::bit(hash);
        let may_be = self.filter[at] & bit != 0;
        may_be.then(|| self.keys.get(&hash).copied())?
    }
}

/// The first stretches of tokens whose words make one of some words when they are written together, by that word and what
/// stands around.
fn stretches(
    document: &Document<'_>,
    own: &Own,
    hashes: &Hashes,
    vocabulary: &Vocabulary,
) -> Apart {
    let mut found = Apart::default();
    if own.keys.is_empty() {
        return found;
    }
    let mut add = |stretch: Range<usize>, hash: Hash| {
        if let Some(key) = own.get(hash.sum)
            && is_made_of(key, &document.tokens[stretch.clone()], vocabulary)
        {
            for around in around(document, stretch.clone()) {
                found.entry((key, around)).or_insert(stretch.clone());
            }
        }
    };
    // The word before, and the one before that if a hyphen is between them or behind.
    let mut last: Option<WordPart> = None;
    let mut second: Option<WordPart> = None;
    for (at, token) in document.tokens.iter().enumerate() {
        if !is_word(token) {
            let text = &document.text[token.span.range()];
            match &mut last {
                Some(part) if part.end == at && text.chars().all(is_dash) => {
                    (part.end, part.hyphen) = (at + 1, true);
                }
                _ => (last, second) = (None, None),
            }
            continue;
        }
        let hash = hashes.of[token.key as usize];
        if let Some(part) = last {
            add(part.start..at + 1, part.hash.then(hash));
            if let Some(before) = second.filter(|before| before.hyphen || part.hyphen) {
                add(before.start..at + 1, before.hash.then(part.hash).then(hash));
            }
        }
        second = last;
        last = Some(WordPart {
            start: at,
            end: at + 1,
            hash,
            hyphen: false,
        });
    }
    found
}

/// A word that may be part of a longer one.
#[derive(Clone, Copy)]
struct WordPart {
    /// Its token.
    start: usize,
    /// Behind it and the hyphen behind it.
    end: usize,
    hash: Hash,
    /// Whether there is a hyphen.
    hyphen: bool,
}

/// Whether the words of some tokens, one behind the other, are the word of a key.
fn is_made_of(key: Key, tokens: &[Token], vocabulary: &Vocabulary) -> bool {
    let words = tokens.iter().filter(|token| is_word(token));
    let forms = words.map(|token| vocabulary.form(token.key));
    let rest = forms.clone().try_fold(vocabulary.form(key), |rest, form| {
        rest.strip_prefix(form)
            .filter(|_| form.len() <= LONGEST_JOINED)
    });
    rest == Some("")
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of the left of two texts, parted by `|`.
    fn left_tokens(left: &str, right: &str) -> String {
        let (options, mut vocabulary) = (Options::default(), Vocabulary::default());
        let mut documents =
            Sides::new(left, right).map(|text| Document::new(text, &options, &mut vocabulary));
        part_joined_words(&mut documents, &vocabulary, &options);
        let document = &documents.left;
        let last = document.sentences.last().expect("there is a sentence");
        assert_eq!(last.tokens.end, document.tokens.len());
        let texts = document
            .tokens
            .iter()
            .map(|token| &left[token.span.range()]);
        texts.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_word_is_parted_as_the_other_text_has_it() {
        for (left, right, expected) in [
            (
                "It went for a lowprice.",
                "It went for a low price.",
                "It|went|for|a|low|price|.",
            ),
            (
                "They reelected her. Twice.",
                "They re-elected her. Twice.",
                "They|re|elected|her|.|Twice|.",
            ),
            (
                "The Inandout café",
                "The in-and-out café",
                "The|In|and|out|café",
            ),
            (
                "Die Hafenrundfahrt fällt aus",
                "Die Hafen-Rundfahrt fällt aus",
                "Die|Hafen|rundfahrt|fällt|aus",
            ),
            (
                "오래된배를 팔았다",
                "오래된 배를 팔았다",
                "오래된|배를|팔았다",
            ),
            (
                "Großstadtverkehr ruht",
                "Gross Stadt-Verkehr ruht",
                "Groß|stadt|verkehr|ruht",
            ),
            // Known to the other text as well, with other neighbours, with other letters, in four parts.
            (
                "We go into it",
                "We go in to it, or into it",
                "We|go|into|it",
            ),
            (
                "Boats ran into rocks",
                "He came in to rest",
                "Boats|ran|into|rocks",
            ),
            (
                "The lowprices fell",
                "The low price fell",
                "The|lowprices|fell",
            ),
            ("The abcd here", "The a b c d here", "The|abcd|here"),
            // The mark belongs to the letter before it.
            (
                "un cafe\u{301}bar ici",
                "un café bar ici",
                "un|cafe\u{301}|bar|ici",
            ),
        ] {
            assert_eq!(left_tokens(left, right), expected, "{left}");
        }
    }
}
