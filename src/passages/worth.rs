//! What the words of two texts are worth at reading scale: weights, names, common words, quotations.

use std::ops::Range;

use super::similarity::Space;
use crate::{
    common::Common,
    document::{Document, TokenKind},
    language, quotations,
    span::{Side, Sides},
    words::features::{Feature, NONE},
};

/// Sentences that two texts are taken to have at least, so that every word of two notes is not rare.
const LEAST_SENTENCES: f64 = 60.0;
/// Most that a common word may weigh.
const COMMON: f64 = 0.5;
/// Least that a word weighs: a text may repeat one word in every sentence.
const LEAST: f64 = 0.05;
/// How many times a time of day counts: its hour and its minute are two figures.
const TIME: f64 = 2.0;
/// Share of words inside sentences with a capital beyond which capitals do not tell names: German
/// nouns, headlines, texts in capitals.
const CAPITALS: f64 = 0.28;

/// Weight and nature of every feature, and the quotations of both texts.
#[derive(Debug)]
pub struct Worth {
    weights: Vec<f32>,
    common: Vec<bool>,
    /// For every word, whether it is part of a name or a date.
    named: Sides<Vec<bool>>,
    always_named: Vec<bool>,
    /// For every word, the number of the quotation it is in, or 0.
    quotations: Sides<Vec<u32>>,
    /// For every word, whether it is the first of its sentence.
    first: Sides<Vec<bool>>,
}

impl Worth {
    /// Looks at both texts.
    pub fn new(documents: &Sides<&Document<'_>>, space: &Space) -> Self {
        let count = space.features_len();
        let all = ((space.units.left.len() + space.units.right.len()) as f64).max(LEAST_SENTENCES);
        let mut seen = Seen {
            lower: vec![false; count],
            inner: vec![false; count],
            common: vec![None; count],
            time: vec![false; count],
        };
        let lists = Common::of(documents.left.languages.and(documents.right.languages));
        let mut named = documents.map(|document| vec![false; document.words.len()]);
        for side in Side::BOTH {
            let features = space.features.get(side);
            seen.look(documents.get(side), features, &lists, named.get_mut(side));
        }
        let common: Vec<bool> = seen
            .common
            .iter()
            .map(|known| *known == Some(true))
            .collect();
        let weight = |feature: usize| {
            let df = f64::from(space.frequency(feature as Feature));
            let weight = ((all + 1.0) / (df + 0.5)).ln();
            let most = if common[feature] {
                COMMON
            } else {
                f64::INFINITY
            };
            let times = if seen.time[feature] { TIME } else { 1.0 };
            (times * weight.clamp(LEAST, most)) as f32
        };
        // At the start of a sentence a word is a name if it is never written small.
        let mut always_named = vec![true; count];
        for side in Side::BOTH {
            for (named, &feature) in named.get_mut(side).iter_mut().zip(space.features.get(side)) {
                if feature != NONE {
                    let f = feature as usize;
                    *named = (*named || seen.inner[f] && !seen.lower[f]) && !common[f];
                    always_named[f] &= *named;
                }
            }
        }
        Self {
            weights: (0..count).map(weight).collect(),
            named,
            always_named,
            common,
            quotations: documents.map(quotation_of_words),
            first: documents.map(first_of_sentence),
        }
    }

    /// What a feature is worth: ln((N + 1) / (df + 1/2)) over the sentences of both texts, less if the
    /// word is common everywhere.
    pub fn weight(&self, feature: Feature) -> f64 {
        f64::from(self.weights[feature as usize])
    }

    /// Whether a word is part of a name or a date: written with a capital inside a sentence, or never
    /// without one, or a year.
    pub fn is_name(&self, side: Side, word: usize) -> bool {
        self.named.get(side)[word]
    }

    /// Whether a feature is a name wherever it stands.
    pub fn is_always_name(&self, feature: Feature) -> bool {
        self.always_named[feature as usize]
    }

    /// Whether a word is common everywhere.
    pub fn is_common(&self, feature: Feature) -> bool {
        self.common[feature as usize]
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

/// What is seen of every feature while the texts are read.
struct Seen {
    lower: Vec<bool>,
    inner: Vec<bool>,
    common: Vec<Option<bool>>,
    time: Vec<bool>,
}

impl Seen {
    fn look(
        &mut self,
        document: &Document<'_>,
        features: &[Feature],
        lists: &Common,
        named: &mut [bool],
    ) {
        let (mut capitals, mut inner) = (0_usize, 0_usize);
        let mut inside: Vec<usize> = Vec::new();
        for sentence in &document.sentences {
            let mut first = true;
            for word in sentence.words.clone() {
                let token_at = document.words[word] as usize;
                let token = &document.tokens[token_at];
                let feature = features[word];
                if feature == NONE || token.kind == TokenKind::Punctuation {
                    continue;
                }
                let text = &document.text[token.span.range()];
                let place = feature as usize;
                self.common[place].get_or_insert_with(|| lists.has(text));
                let capital = text.chars().next().is_some_and(char::is_uppercase);
                named[word] = language::is_year(text);
                self.time[place] |= is_time(text);
                // After an opening quotation mark a capital tells nothing, as at the start.
                let quoted = || token_at > 0 && opens(document, token_at - 1);
                if capital && !first && !quoted() {
                    capitals += 1;
                    inside.push(word);
                }
                inner += usize::from(!first);
                self.lower[place] |= !capital;
                first = false;
            }
        }
        if (capitals as f64) < CAPITALS * inner as f64 {
            for word in inside {
                self.inner[features[word] as usize] = true;
                named[word] = true;
            }
        }
    }
}

/// Whether a word is a time of day in figures.
fn is_time(word: &str) -> bool {
    word.starts_with(char::is_numeric) && word.contains(':')
}

fn opens(document: &Document<'_>, token: usize) -> bool {
    let text = &document.text[document.tokens[token].span.range()];
    text.ends_with(['"', '\u{201C}', '\u{2018}', '\u{AB}', '\u{201E}', '\'', ':'])
}

/// For every word the number of the quotation it is in, counted from 1, or 0.
fn quotation_of_words(document: &Document<'_>) -> Vec<u32> {
    let word_at = |token: usize| {
        document
            .words
            .partition_point(|&word| (word as usize) < token)
    };
    let mut numbers = vec![0; document.words.len()];
    for (at, tokens) in quotations::find(document).into_iter().enumerate() {
        numbers[word_at(tokens.start)..word_at(tokens.end)].fill(at as u32 + 1);
    }
    numbers
}
