//! How much a word says: its weight, from how few sentences have it.

use std::ops::Range;

use super::{epoch_set::EpochSet, similarity::Space};
use crate::{
    span::{Side, Sides},
    words::{
        Words,
        features::{Feature, NONE},
        idf::{REGION_SENTENCES, idf},
    },
};

/// The weight of every word.
#[derive(Debug)]
pub struct RegionWeights {
    words: Sides<Vec<(Feature, f32)>>,
}

impl RegionWeights {
    /// Of a word how rare its feature is in the units of both texts; without a feature it weighs nothing.
    pub fn new(space: &Space, words: &Words) -> Self {
        let all = space.len();
        let of_feature =
            |feature: usize| idf(space.frequency(feature as Feature), all, REGION_SENTENCES) as f32;
        let weights: Vec<f32> = (0..space.features_len()).map(of_feature).collect();
        let weight = |&feature: &Feature| {
            let weight = weights.get(feature as usize).copied().unwrap_or(0.0);
            (feature, weight)
        };
        Self {
            words: Sides::new(Side::Left, Side::Right)
                .map(|side| words.features(side).iter().map(weight).collect()),
        }
    }

    /// Feature and weight of every word of a side.
    pub fn of(&self, side: Side) -> &[(Feature, f32)] {
        self.words.get(side)
    }

    /// Summed weight of the different features that stand on both sides of a pair of word ranges.
    pub fn shared(&self, words: &Sides<Range<usize>>, marked: &mut EpochSet) -> f64 {
        marked.begin();
        for &(feature, _) in &self.words.right[words.right.clone()] {
            if feature != NONE {
                marked.mark(feature);
            }
        }
        let left = self.words.left[words.left.clone()].iter();
        let first =
            left.filter(|word| word.0 != NONE && marked.has(word.0) && marked.first(word.0));
        first.map(|word| f64::from(word.1)).sum()
    }
}
