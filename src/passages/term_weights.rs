//! What the words of two texts weigh at reading scale, and the clauses and quotations they stand in.

use std::ops::Range;

use super::similarity::Space;
use crate::{
    document::Document,
    quotations,
    span::{Side, Sides},
    words::{
        Words,
        features::Feature,
        idf::{READING_SENTENCES, idf},
    },
};

// Weights are in units of idf (see `words::idf`). By eye on news; [`TIME_FACTOR`] by F1 on pairs of news judged by meaning.

/// Most that a common word weighs.
const MOST_COMMON_WEIGHT: f64 = 0.5;
/// Least that a word weighs: a text may repeat one word in every sentence.
const LEAST_WEIGHT: f64 = 0.05;
/// How many times a time of day counts: its hour and its minute are two figures.
const TIME_FACTOR: f64 = 2.0;

/// Weight of every feature, and the clauses and quotations of both texts.
#[derive(Debug)]
pub struct TermWeights {
    weights: Vec<f32>,
    /// For every word, the number of the quotation it is in, or 0.
    quotations: Sides<Vec<u32>>,
    /// For every word, whether it is the first of its sentence.
    first: Sides<Vec<bool>>,
}

impl TermWeights {
    /// How rare each feature is in the units of both texts; less if its words are common everywhere.
    pub fn new(documents: &Sides<&Document<'_>>, words: &Words, space: &Space) -> Self {
        let all = space.len();
        let weight = |feature: usize| {
            let feature = feature as Feature;
            let most = if words.is_common_feature(feature) {
                MOST_COMMON_WEIGHT
            } else {
                f64::INFINITY
            };
            let times = if words.is_time(feature) {
                TIME_FACTOR
            } else {
                1.0
            };
            let weight = idf(space.frequency(feature), all, READING_SENTENCES);
            (times * weight.clamp(LEAST_WEIGHT, most)) as f32
        };
        Self {
            weights: (0..space.features_len()).map(weight).collect(),
            quotations: documents.map(quotation_of_words),
            first: documents.map(first_of_sentence),
        }
    }

    /// What a feature weighs.
    pub fn of(&self, feature: Feature) -> f64 {
        f64::from(self.weights[feature as usize])
    }

    /// Whether a clause begins with a word: it is the first of its sentence, or punctuation other than
    /// a hyphen or apostrophe stands before it.
    pub fn starts_clause(&self, side: Side, document: &Document<'_>, word: usize) -> bool {
        let token = document.words[word] as usize;
        if word == 0 || self.first.get(side)[word] {
            return true;
        }
        let before = document.words[word - 1] as usize;
        document.tokens[before + 1..token].iter().any(|token| {
            document.text[token.span.range()].contains(|c: char| {
                !matches!(
                    c,
                    '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' | '/' | '&' | '.'
                )
            })
        })
    }

    /// Whether a range of words lies inside one quotation.
    pub fn quoted(&self, side: Side, words: &Range<usize>) -> bool {
        let numbers = &self.quotations.get(side)[words.clone()];
        numbers
            .first()
            .is_some_and(|&first| first != 0 && numbers.iter().all(|&n| n == first))
    }

    /// The words of every quotation, in order.
    pub fn quotations_of(&self, side: Side) -> Vec<Range<usize>> {
        let mut at = 0;
        let numbers = self.quotations.get(side).chunk_by(|a, b| a == b);
        let ranges = numbers.filter_map(|chunk| {
            at += chunk.len();
            (chunk[0] != 0).then_some(at - chunk.len()..at)
        });
        ranges.collect()
    }

    /// Whether a range of words is one quotation as a whole.
    pub fn is_quotation(&self, side: Side, words: &Range<usize>) -> bool {
        let numbers = self.quotations.get(side);
        let own = numbers[words.start];
        let before = words.start.checked_sub(1).map(|at| numbers[at]);
        self.quoted(side, words) && before != Some(own) && numbers.get(words.end) != Some(&own)
    }
}

fn first_of_sentence(document: &Document<'_>) -> Vec<bool> {
    let mut first = vec![false; document.words.len()];
    for sentence in &document.sentences {
        if !sentence.words.is_empty() {
            first[sentence.words.start] = true;
        }
    }
    first
}

/// For every word the number of the quotation it is in, counted from 1, or 0.
fn quotation_of_words(document: &Document<'_>) -> Vec<u32> {
    let word_at = |token: usize| {
        document
            .words
            .partition_point(|&word| (word as usize) < token)
    };
    let mut numbers = vec![0; document.words.len()];
    for (at, tokens) in quotations::find_quotations(document)
        .into_iter()
        .enumerate()
    {
        numbers[word_at(tokens.start)..word_at(tokens.end)].fill(at as u32 + 1);
    }
    numbers
}
