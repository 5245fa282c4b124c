//! How close the two sides of a passage are, and what it is worth to a reader.

use std::cmp::Ordering;

use rustc_hash::FxHashSet;

use super::{
    Grade, Substance,
    unclaimed::{Claims, NAME_SHARE, WordRanges},
};
use crate::{
    document::is_owner,
    span::{Side, Sides},
    words::features::NONE,
};

// Weights are in units of idf (see `words::idf`). By eye on pairs of news reports.

/// Least share of the longer side that stands on both sides of an edited passage; one with less is reworded.
const EDITED_SHARE: f64 = 0.6;
/// Least weight of a run that says something; one with less is a stock phrase.
const STATEMENT_WEIGHT: f64 = 3.8;
/// Least words of a run that says something, whatever they are.
pub const LONG_RUN_WORDS: usize = 8;

impl Claims<'_> {
    /// Words in common, and how close the two sides are.
    pub fn grade(&self, words: &WordRanges) -> (usize, Grade) {
        let keys = |side: Side| &self.documents.get(side).keys()[words.get(side).clone()];
        if keys(Side::Left) == keys(Side::Right) {
            let same = words
                .left
                .clone()
                .zip(words.right.clone())
                .all(|(l, r)| self.same_form(l, r));
            let grade = if same { Grade::Verbatim } else { Grade::Edited };
            return (words.left.len(), grade);
        }
        let mut left = keys(Side::Left).to_vec();
        let mut right = keys(Side::Right).to_vec();
        left.sort_unstable();
        right.sort_unstable();
        let common = common_sorted(&left, &right);
        let longer = words.left.len().max(words.right.len());
        let edited = common as f64 >= EDITED_SHARE * longer as f64;
        (
            common,
            if edited {
                Grade::Edited
            } else {
                Grade::Reworded
            },
        )
    }

    /// Whether two words with one key are also the same form: `Lee` and `Lee’s` are not.
    fn same_form(&self, left: usize, right: usize) -> bool {
        let Sides {
            left: one,
            right: other,
        } = self.documents;
        let (left, right) = (one.word_text(left), other.word_text(right));
        left == right || is_owner(left) == is_owner(right)
    }

    /// What a passage is worth to a reader.
    pub fn substance(&self, words: &WordRanges, grade: Grade) -> Substance {
        if grade != Grade::Verbatim || words.left.len() >= LONG_RUN_WORDS {
            return Substance::Statement;
        }
        let mut seen = FxHashSet::default();
        let (mut content_weight, mut name_weight) = (0.0, 0.0);
        for (left, right) in words.left.clone().zip(words.right.clone()) {
            let Claims { words, weights, .. } = self;
            let feature = words.features(Side::Left)[left];
            if feature != NONE && !words.is_common_feature(feature) && seen.insert(feature) {
                *(if words.is_name(Side::Left, left) && words.is_name(Side::Right, right) {
                    &mut name_weight
                } else {
                    &mut content_weight
                }) += weights.of(feature);
            }
        }
        match (
            content_weight + NAME_SHARE * name_weight >= STATEMENT_WEIGHT * self.scale
                && content_weight > 0.0,
            name_weight > content_weight,
        ) {
            (true, _) => Substance::Statement,
            (false, true) => Substance::Names,
            (false, false) => Substance::Formulaic,
        }
    }
}

/// How many elements two sorted lists have in common, each as often as in both.
fn common_sorted(left: &[u32], right: &[u32]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < left.len() && j < right.len() {
        match left[i].cmp(&right[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    common
}
