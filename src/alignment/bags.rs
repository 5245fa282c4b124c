//! The words of each sentence, with their worth.

use crate::{
    document::{Document, Key, Role, TokenKind},
    sorting,
    span::{Side, Sides},
};

/// The worth of a word that says something, of a short or frequent one, and of punctuation. Whole
/// numbers, so that sums do not depend on their order.
pub(super) const CONTENT: i64 = 50;
const LIGHT: i64 = 15;
const MARK: i64 = 1;

/// A word of so many letters at most is short.
const SHORT: usize = 3;

/// The sentences of a side as bags: words by key, ascending, with their count.
#[derive(Default)]
pub(super) struct Bags {
    /// The words of all sentences, one sentence after the other.
    words: Vec<(Key, u32)>,
    /// Where the words of each sentence end.
    ends: Vec<usize>,
    weights: Vec<i64>,
}

impl Bags {
    /// The words of each sentence; none for boilerplate.
    pub(super) fn new(document: &Document<'_>, worths: &[i64]) -> Self {
        let mut bags = Self::default();
        let mut keys: Vec<Key> = Vec::new();
        for paragraph in &document.paragraphs {
            let boilerplate = matches!(paragraph.role, Role::Boilerplate(_));
            for sentence in &document.sentences[paragraph.sentences.clone()] {
                keys.clear();
                if !boilerplate {
                    let tokens = &document.tokens[sentence.tokens.clone()];
                    keys.extend(tokens.iter().map(|token| token.key));
                }
                keys.sort_unstable();
                bags.push(&keys, worths);
            }
        }
        bags
    }

    fn push(&mut self, keys: &[Key], worths: &[i64]) {
        let mut weight = 0;
        for same in keys.chunk_by(|a, b| a == b) {
            self.words.push((same[0], same.len() as u32));
            weight += worths[same[0] as usize] * same.len() as i64;
        }
        self.ends.push(self.words.len());
        self.weights.push(weight);
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The words of a sentence by key, ascending, with their count.
    pub(super) fn words(&self, sentence: usize) -> &[(Key, u32)] {
        let start = sentence
            .checked_sub(1)
            .map_or(0, |before| self.ends[before]);
        &self.words[start..self.ends[sentence]]
    }

    /// The summed worth of the words of a sentence.
    pub(super) fn weight(&self, sentence: usize) -> i64 {
        self.weights[sentence]
    }

    /// The words of several sentences.
    pub(super) fn merged(&self, sentences: std::ops::Range<usize>) -> Vec<(Key, u32)> {
        let mut words: Vec<(Key, u32)> = sentences
            .flat_map(|sentence| self.words(sentence).iter().copied())
            .collect();
        sorting::by_key(&mut words, |&(key, _)| u128::from(key));
        words.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        words
    }
}

/// The worth of each key: that of its kind, less if it is frequent or short.
pub(super) fn worths(documents: &Sides<Document<'_>>) -> Vec<i64> {
    // The shortest writing of each key, from whichever side, and how many there are.
    let mut seen: Vec<(Side, u32, u32)> = Vec::new();
    for side in Side::BOTH {
        for (token, at) in documents.get(side).tokens.iter().zip(0..) {
            let key = token.key as usize;
            if seen.len() <= key {
                seen.resize(key + 1, (side, 0, 0));
            }
            let (of, shortest, count) = seen[key];
            let is_shorter = || {
                let known = documents.get(of).tokens[shortest as usize].span;
                token.span.range().len() < known.range().len()
            };
            seen[key] = if count == 0 || is_shorter() {
                (side, at, count + 1)
            } else {
                (of, shortest, count + 1)
            };
        }
    }
    let all: u32 = seen.iter().map(|(.., count)| count).sum();
    // A word that makes up more than one in a hundred tokens of texts long enough to tell.
    let frequent = |count: u32| all >= 400 && count * 100 > all;
    let worth = |(side, at, count): (Side, u32, u32)| {
        let document = documents.get(side);
        // Keys that stand nowhere are worth nothing.
        let Some(token) = document.tokens.get(at as usize).filter(|_| count > 0) else {
            return 0;
        };
        let text = &document.text[token.span.range()];
        let kind = match token.kind {
            TokenKind::Punctuation => MARK,
            TokenKind::Number => CONTENT,
            TokenKind::Word if text.chars().nth(SHORT).is_none() => LIGHT,
            TokenKind::Word => CONTENT,
        };
        if frequent(count) {
            kind.min(LIGHT)
        } else {
            kind
        }
    };
    seen.into_iter().map(worth).collect()
}
