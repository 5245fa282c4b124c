//! The sentences of a text as bags of words, with their weights.

use crate::{
    document::{Document, Key, Paragraph, Role, Sentence, TokenKind},
    sorting,
    words::{TokenClass, Words},
};

// Weights in 1/50 of a content word: whole numbers, so that sums do not depend on their order. By eye on revisions
// and news.

/// Of a word that is not light.
pub(super) const CONTENT_WEIGHT: i64 = 50;
/// Of a light word, or of a character of a script without spaces.
const LIGHT_WEIGHT: i64 = 15;
/// Of a punctuation mark.
const MARK_WEIGHT: i64 = 1;

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
    pub(super) fn new(document: &Document<'_>, weights: &[i64]) -> Self {
        let mut bags = Self::default();
        let mut keys: Vec<Key> = Vec::new();
        for paragraph in &document.paragraphs {
            let boilerplate = matches!(paragraph.role, Role::Boilerplate(_));
            for sentence in &document.sentences[paragraph.sentences.clone()] {
                keys.clear();
                if !boilerplate {
                    let label = label(document, paragraph, sentence);
                    let tokens = &document.tokens[sentence.tokens.clone()][label..];
                    keys.extend(tokens.iter().map(|token| token.key));
                }
                keys.sort_unstable();
                bags.push(&keys, weights);
            }
        }
        bags
    }

    fn push(&mut self, keys: &[Key], weights: &[i64]) {
        let mut weight = 0;
        for same in keys.chunk_by(|a, b| a == b) {
            self.words.push((same[0], same.len() as u32));
            weight += weights[same[0] as usize] * same.len() as i64;
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

    /// The summed weight of the words of a sentence.
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

/// How many tokens of a sentence say only where it stands in a list: `2.` before a clause that has other words.
fn label(document: &Document<'_>, line: &Paragraph, sentence: &Sentence) -> usize {
    let tokens = &document.tokens[sentence.tokens.clone()];
    let begins = line.role == Role::Item && line.span.start == sentence.span.start;
    match tokens {
        [number, stop, _, ..]
            if begins
                && number.kind == TokenKind::Number
                && stop.span.start == number.span.end
                && document.text[stop.span.range()].starts_with(['.', ')', ':']) =>
        {
            2
        }
        _ => 0,
    }
}

/// The weight of each key.
pub(super) fn key_weights(words: &Words) -> Vec<i64> {
    let weight = |key: usize| match words.class(key as Key) {
        TokenClass::Mark => MARK_WEIGHT,
        TokenClass::Character | TokenClass::Light => LIGHT_WEIGHT,
        TokenClass::Number | TokenClass::Content => CONTENT_WEIGHT,
    };
    (0..words.keys_len()).map(weight).collect()
}
