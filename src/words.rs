//! What each word of two texts is, told once for a comparison and read by all that follows: its class, its
//! feature, whether it is common everywhere, whether it names something. How rare it is: [`idf`].

mod classes;
pub(crate) mod features;
pub(crate) mod idf;
mod names;

use crate::{
    document::{Document, Key, TokenKind, Vocabulary},
    lexicon,
    span::{Side, Sides},
};

pub(crate) use classes::TokenClass;
use classes::TokenClasses;
use features::{Feature, NONE, Numbering};
use names::Names;
pub(crate) use names::capitals_tell_names;

/// What the words of two texts are.
#[derive(Clone, Debug)]
pub struct Words {
    classes: TokenClasses,
    /// The feature of every word; `NONE` where a word is none.
    features: Sides<Vec<Feature>>,
    /// By feature, whether it is a word too short to count in the similarity of sentences.
    short: Vec<bool>,
    /// By feature, whether all its words are common everywhere: "state" is not, for "stated" begins alike.
    common: Vec<bool>,
    /// By feature, whether it is a time of day in figures.
    time: Vec<bool>,
    names: Names,
}

impl Words {
    /// Looks at all words of two documents, which have their keys from the vocabulary. Linear.
    #[inline(never)]
    pub fn new(documents: &Sides<Document<'_>>, vocabulary: &Vocabulary) -> Self {
        let classes = TokenClasses::new(documents, vocabulary);
        let mut numbering = Numbering::new(vocabulary);
        let features = documents
            .as_ref()
            .map(|document| numbering.features(document));
        let short = numbering.short;
        let mut common = vec![true; short.len()];
        let mut time = vec![false; short.len()];
        for side in Side::BOTH {
            let document = documents.get(side);
            let words = document.words.iter().zip(features.get(side));
            for (&token, &feature) in words.filter(|(_, feature)| **feature != NONE) {
                let (token, feature) = (&document.tokens[token as usize], feature as usize);
                common[feature] &= classes.is_common(token.key);
                time[feature] |= token.kind == TokenKind::Number
                    && lexicon::is_time(&document.text[token.span.range()]);
            }
        }
        Self {
            names: Names::new(documents, &features, &common),
            classes,
            features,
            short,
            common,
            time,
        }
    }

    /// The class of the tokens with a key.
    pub(crate) fn class(&self, key: Key) -> TokenClass {
        self.classes.of(key)
    }

    /// Whether the tokens with a key are a word that is common everywhere in its language.
    pub(crate) fn is_common(&self, key: Key) -> bool {
        self.classes.is_common(key)
    }

    /// How many keys the documents have; each is less than that.
    pub(crate) fn keys_len(&self) -> usize {
        self.classes.len()
    }

    /// The feature of every word of a side; `NONE` where a word is none.
    pub(crate) fn features(&self, side: Side) -> &[Feature] {
        self.features.get(side)
    }

    /// How many features there are.
    pub(crate) fn features_len(&self) -> usize {
        self.short.len()
    }

    /// Whether a feature is a word too short to count in the similarity of sentences.
    pub(crate) fn is_short(&self, feature: Feature) -> bool {
        self.short[feature as usize]
    }

    /// Whether all words of a feature are common everywhere.
    pub(crate) fn is_common_feature(&self, feature: Feature) -> bool {
        self.common[feature as usize]
    }

    /// How many different features, short and common ones aside, both sides have, and which share that is of those they have
    /// (geometric mean of both sides; 0 of nothing). Linear.
    pub(crate) fn in_common(&self) -> (usize, f64) {
        let sides = || Sides::new(Side::Left, Side::Right);
        let has = sides().map(|side| {
            let mut has = vec![false; self.features_len()];
            for &feature in self
                .features(side)
                .iter()
                .filter(|&&feature| feature != NONE)
            {
                has[feature as usize] = !self.is_short(feature) && !self.is_common_feature(feature);
            }
            has
        });
        let count = |has: &Vec<bool>| has.iter().filter(|has| **has).count() as f64;
        let both = has
            .left
            .iter()
            .zip(&has.right)
            .filter(|(l, r)| **l && **r)
            .count();
        let all = (count(&has.left) * count(&has.right)).sqrt();
        (both, if all > 0.0 { both as f64 / all } else { 0.0 })
    }

    /// Whether a feature is a time of day in figures.
    pub(crate) fn is_time(&self, feature: Feature) -> bool {
        self.time[feature as usize]
    }

    /// Whether a word is part of a name or a year.
    pub(crate) fn is_name(&self, side: Side, word: usize) -> bool {
        self.names.has(side, word)
    }

    /// Whether a feature is part of a name or a year wherever it stands.
    pub(crate) fn is_always_name(&self, feature: Feature) -> bool {
        self.names.are_all(feature)
    }

    /// Whether a capital inside a sentence tells a name on a side.
    pub(crate) fn capitals_tell_names(&self, side: Side) -> bool {
        self.names.told_by_capitals(side)
    }
}
