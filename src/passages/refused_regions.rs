//! Regions without the pairs of stretches that the reader refused.
//!
//! No seed is a refused pair. A region of which most was refused is none; of another one is left what stands before the
//! refused pair on both sides, and what stands after it.

use std::{borrow::Cow, ops::Range};

use super::{
    Region, RegionKind,
    regions::{Finder, words_of},
    seeds::Block,
    similarity::Pair,
    verdicts::{Verdicts, words_in},
};
use crate::span::{Side, Sides};

impl<'f> Finder<'f> {
    /// The pairs of units that are not refused, in the same order.
    pub(super) fn allowed(&self, verdicts: &Verdicts) -> Cow<'f, [Pair]> {
        if verdicts.refused().is_empty() {
            return Cow::Borrowed(self.pairs);
        }
        let units = &self.space.units;
        let words = |pair: &&Pair| {
            Sides::new(
                words_of(&units.left, &(pair.left..pair.left + 1)),
                words_of(&units.right, &(pair.right..pair.right + 1)),
            )
        };
        let allowed = self
            .pairs
            .iter()
            .filter(|pair| !verdicts.refuse(&words(pair)));
        allowed.copied().collect()
    }

    /// What is left of regions.
    pub(super) fn without_refused(
        &mut self,
        mut found: Vec<Region>,
        verdicts: &Verdicts,
    ) -> Vec<Region> {
        if verdicts.refused().is_empty() {
            return found;
        }
        found.retain(|region| !verdicts.refuse(&self.words(region)));
        for refused in verdicts.refused() {
            let cut = |region: Region| self.cut(region, refused);
            found = found.into_iter().flat_map(cut).collect();
        }
        found
    }

    fn words(&self, region: &Region) -> Block {
        let spans = region.spans;
        Sides::new(Side::Left, Side::Right)
            .map(|side| words_in(self.documents.get(side), *spans.get(side)))
    }

    /// The parts of a region before and after a refused pair that share something; the region itself if the pair does not
    /// meet it on both sides.
    fn cut(&mut self, region: Region, refused: &Block) -> Vec<Region> {
        let own = self.words(&region);
        let apart = |own: &Range<usize>, refused: &Range<usize>| {
            own.end <= refused.start || refused.end <= own.start
        };
        if apart(&own.left, &refused.left) || apart(&own.right, &refused.right) {
            return vec![region];
        }
        let before = Sides::new(
            own.left.start..refused.left.start,
            own.right.start..refused.right.start,
        );
        let after = Sides::new(
            refused.left.end..own.left.end,
            refused.right.end..own.right.end,
        );
        let parts = [before, after].into_iter();
        parts
            .filter(|part| !part.left.is_empty() && !part.right.is_empty())
            .filter_map(|part| self.rest(&region, &part))
            .collect()
    }

    /// A part of a region as a region of its own. What condenses was found as a whole: a part of it is not known to.
    fn rest(&mut self, region: &Region, words: &Block) -> Option<Region> {
        let weight = self.weights.shared(words, &mut self.marked);
        let (_, left) = self.edge(Side::Left, &words.left, &words.right, 0);
        let (_, right) = self.edge(Side::Right, &words.right, &words.left, 0);
        let density = f64::midpoint(left, right);
        let strong = region.strong
            && region.kind == RegionKind::Reuse
            && self.is_strong(words, weight, density);
        (weight > 0.0).then(|| Region {
            spans: self.spans(words),
            kind: region.kind,
            strong,
            weight,
        })
    }
}
