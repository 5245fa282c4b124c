//! What the comparison of two stretches needs to know of each token.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::{
    document::{Document, Key, TokenKind},
    language::{self, Languages},
    lexicon,
    words::{TokenClass, Words},
};

// Weights of kept tokens, in units of a content word. By measurement on sentence pairs with hand-made word links and
// edit spans.

const KEPT_CONTENT: f32 = 1.0;
/// Less than the price of an edit.
const KEPT_LIGHT: f32 = 0.5;
const KEPT_MARK: f32 = 0.3;

/// A token with its text and its weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct DiffToken<'t> {
    pub(super) text: &'t str,
    /// Tokens with the same identity are kept: the key, and for a number its writing, because a number
    /// is only itself, also where the options make all numbers one.
    pub(super) identity: u64,
    pub(super) kind: TokenKind,
    pub(super) weight: f32,
    /// Whether it is a word that is common everywhere.
    pub(super) common: bool,
    /// Tokens stand for each other only if they are of one class. A character is light.
    class: TokenClass,
    /// What the first three letters are but for case: forms of one word have the same.
    stem: u64,
    letters: usize,
    /// Its length in quarters of a word; a mark is as long as a word.
    pub(super) quarters: u8,
    /// Whether it goes on with the word before it.
    pub(super) goes_on: bool,
    /// Those of its text.
    pub(super) languages: Languages,
}

impl<'t> DiffToken<'t> {
    pub(super) fn new(document: &Document<'t>, at: usize, words: &Words) -> Self {
        let token = &document.tokens[at];
        let text = &document.text[token.span.range()];
        let letters = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        // Two or three characters make a word.
        let class = match words.class(token.key) {
            TokenClass::Character => TokenClass::Light,
            class => class,
        };
        Self {
            text,
            identity: identity(token.key, token.kind, text),
            kind: token.kind,
            weight: match class {
                TokenClass::Mark => KEPT_MARK,
                TokenClass::Light | TokenClass::Character => KEPT_LIGHT,
                TokenClass::Number | TokenClass::Content => KEPT_CONTENT,
            },
            common: words.is_common(token.key),
            class,
            stem: stem(text),
            letters,
            quarters: token.length().get() as u8,
            goes_on: document.goes_on(at),
            languages: document.languages,
        }
    }

    /// Whether nothing of substance differs.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.identity == other.identity
    }

    /// Whether the two are forms or spellings of one word: they begin alike.
    #[inline(always)]
    pub(super) fn is_variant_of(&self, other: &Self) -> bool {
        // Most words are told apart by that alone.
        self.stem == other.stem && self.begins_as(other) * 5 >= self.letters.max(other.letters) * 3
    }

    /// Whether the two may come from one word: "uttering" and "utterances". Too little to decide what is kept.
    pub(super) fn shares_stem(&self, other: &Self) -> bool {
        self.begins_as(other) * 2 >= self.letters.max(other.letters)
    }

    /// How many letters two words have in common from their start on, if that are three.
    fn begins_as(&self, other: &Self) -> usize {
        if self.stem != other.stem || self.kind != TokenKind::Word || other.kind != TokenKind::Word
        {
            return 0;
        }
        let pairs = self.text.chars().zip(other.text.chars());
        let alike = pairs.take_while(|&(x, y)| fold(x) == fold(y)).count();
        if alike >= 3 { alike } else { 0 }
    }

    /// Whether both are the same number, one of them perhaps in words.
    pub(super) fn says_as(&self, other: &Self) -> bool {
        self.value().is_some() && self.value() == other.value()
    }

    fn value(&self) -> Option<f64> {
        match self.kind {
            TokenKind::Number => language::decimal(self.text),
            _ => lexicon::number_word(self.text, self.languages),
        }
    }

    /// Whether it is a word that is not common everywhere, or tells a day.
    pub(super) fn says_something(&self) -> bool {
        self.kind != TokenKind::Punctuation
            && (!self.common || lexicon::is_date(self.text, self.languages))
    }

    pub(super) fn class(&self) -> TokenClass {
        self.class
    }
}

fn fold(c: char) -> char {
    if c.is_ascii() {
        c.to_ascii_lowercase()
    } else {
        c.to_lowercase().next().unwrap_or(c)
    }
}

fn stem(text: &str) -> u64 {
    let join = |stem: u64, letter: u32| stem << 21 | u64::from(letter);
    if let [a, b, c, ..] = text.as_bytes()
        && a.max(b).max(c).is_ascii()
    {
        return [a, b, c]
            .into_iter()
            .fold(0, |stem, byte| join(stem, byte.to_ascii_lowercase().into()));
    }
    let letters = text.chars().take(3);
    letters.fold(0, |stem, c| join(stem, fold(c).into()))
}

/// Two tokens that face each other, as indices into the two stretches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TokenPair {
    pub(super) left: usize,
    pub(super) right: usize,
    /// Whether they have the same key; otherwise one stands for the other.
    pub(super) equal: bool,
}

pub(super) fn identity(key: Key, kind: TokenKind, text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    if kind == TokenKind::Number {
        // Not how thousands are parted, nor the zero before a small hour: the key says that those are the same.
        let digits = text.trim_start_matches('0').bytes();
        digits
            .filter(|byte| !matches!(byte, b',' | b'.' | b'\''))
            .for_each(|byte| hasher.write_u8(byte));
    }
    hasher.finish() << 32 | u64::from(key)
}
