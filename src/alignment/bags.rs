//! The words of each sentence, with their worth.

use crate::{
    document::{Document, Key, Role},
    sorting,
    words::{TokenClass, Words},
};

/// The worth of a word that says something, of a light one or a character, and of punctuation. Whole
/// numbers, so that sums do not depend on their order.
pub(super) const CONTENT: i64 = 50;
const LIGHT: i64 = 15;
const MARK: i64 = 1;

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

/// The worth of each key.
pub(super) fn worths(words: &Words) -> Vec<i64> {
    let worth = |key: usize| match words.class(key as Key) {
        TokenClass::Mark => MARK,
        TokenClass::Character | TokenClass::Light => LIGHT,
        TokenClass::Number | TokenClass::Content => CONTENT,
    };
    (0..words.keys_len()).map(worth).collect()
}
