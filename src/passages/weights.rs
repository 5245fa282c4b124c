//! How much a word says: its weight, from how few sentences have it.

use std::ops::Range;

use super::{similarity::Space, stamps::Stamps};
use crate::{
    span::{Side, Sides},
    words::features::{Feature, NONE},
};

/// Sentences that two texts are taken to have at least. In short texts every word is rare; this keeps
/// weights comparable between short and long texts.
const LEAST_SENTENCES: f64 = 200.0;

/// The weight of every word.
#[derive(Debug)]
pub struct Weights {
    words: Sides<Vec<(Feature, f32)>>,
}

impl Weights {
    /// ln((N + 1) / (df + 1/2)) over the units of both texts; words without a feature weigh nothing.
    pub fn new(space: &Space) -> Self {
        let all = ((space.units.left.len() + space.units.right.len()) as f64).max(LEAST_SENTENCES);
        let of_feature = |feature: usize| {
            let df = f64::from(space.frequency(feature as Feature));
            ((all + 1.0) / (df + 0.5)).ln() as f32
        };
        let weights: Vec<f32> = (0..space.features_len()).map(of_feature).collect();
        let weight = |&feature: &Feature| {
            let weight = weights.get(feature as usize).copied().unwrap_or(0.0);
            (feature, weight)
        };
        Self {
            words: space
                .features
                .as_ref()
                .map(|features| features.iter().map(weight).collect()),
        }
    }

    /// Feature and weight of every word of a side.
    pub fn of(&self, side: Side) -> &[(Feature, f32)] {
        self.words.get(side)
    }

    /// Summed weight of the different features that stand on both sides of a pair of word ranges.
    pub fn shared(&self, words: &Sides<Range<usize>>, stamps: &mut Stamps) -> f64 {
        stamps.begin();
        for &(feature, _) in &self.words.right[words.right.clone()] {
            if feature != NONE {
                stamps.mark(feature);
            }
        }
        let left = self.words.left[words.left.clone()].iter();
        let first =
            left.filter(|word| word.0 != NONE && stamps.has(word.0) && stamps.first(word.0));
        first.map(|word| f64::from(word.1)).sum()
    }
}
