//! Condensed regions: a short stretch of one text that tells a long stretch of the other.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{
    Region, RegionKind,
    intervals::Intervals,
    regions::{Finder, sentences_span, words_of},
    seeds::{Block, inside},
    similarity::Pair,
};
use crate::{
    document::QuarterWords,
    sorting,
    span::{Side, Sides, Span},
};

// Calibrated on the PAN 2013 training corpus.

/// Units without a seed that a group may span when a short text condenses a long one.
const CONDENSED_GAP: usize = 60;
/// How many times as long as the condensed side its source must be.
const CONDENSED_RATIO: f64 = 3.5;
/// Least length of the condensed side: 25 words.
const CONDENSED_LENGTH: QuarterWords = QuarterWords::of_words(25);
/// Different units with a seed on the condensed side and on its source.
const CONDENSED_UNITS: (usize, usize) = (2, 3);
/// Share of the condensed side that may be exact runs: more is copied, not condensed.
const CONDENSED_EXACT: f64 = 0.5;
/// Least share of its text that the source of a condensed stretch makes up, and how many times as great as the
/// condensed side's share of its own text that must be. Calibrated on all pairs of the corpus, with both sides
/// tried as the condensed one: 149 of 151 true regions and 46 of 292 false ones pass.
const CONDENSED_SOURCE: f64 = 0.3;
const CONDENSED_SHARES: f64 = 2.5;

impl Finder<'_> {
    /// Stretches of one text that condense much longer stretches of the other: first those of the left, then
    /// those of the right.
    #[inline(never)]
    pub(super) fn condensed_regions(
        &mut self,
        seeds: &[Pair],
        exact: &[Sides<Span>],
    ) -> Vec<Region> {
        let mut found = Vec::new();
        let blocks = self.groups(seeds, CONDENSED_GAP);
        for short in Side::BOTH {
            let mut seeds: Vec<Pair> = match short {
                Side::Left => seeds.to_vec(),
                Side::Right => seeds.iter().map(|&seed| seed.swap()).collect(),
            };
            sorting::by_key(&mut seeds, |seed| {
                sorting::key([0, 0, seed.left, seed.right])
            });
            let mut exact: Vec<Range<usize>> =
                exact.iter().map(|spans| spans.get(short).range()).collect();
            sorting::by_key(&mut exact, |range| {
                sorting::key([0, 0, range.start, range.end])
            });
            let exact: Intervals = exact.into_iter().collect();
            let own = blocks.iter().map(|block| oriented(block.clone(), short));
            for block in self.resolve(own.collect(), &seeds) {
                if has_units(&seeds, &block) {
                    let region = self.condensed_region(oriented(block, short), short, &exact);
                    found.extend(region);
                }
            }
        }
        found
    }

    /// A block as a region in which the `short` side condenses the other, if it does.
    fn condensed_region(&mut self, block: Block, short: Side, exact: &Intervals) -> Option<Region> {
        let units = &self.space.units;
        let spans = Sides::new(
            sentences_span(&self.documents.left, &units.left, &block.left),
            sentences_span(&self.documents.right, &units.right, &block.right),
        );
        let share =
            |side: Side| spans.get(side).len() as f64 / self.documents.get(side).text.len() as f64;
        let (source, shares) = (share(short.other()), share(short));
        let len = spans.get(short).len();
        let copied: usize = exact
            .touching(spans.get(short).range())
            .map(|at| exact.get(at).len())
            .sum();
        let words = Sides::new(
            words_of(&units.left, &block.left),
            words_of(&units.right, &block.right),
        );
        let length = self.documents.get(short).length(words.get(short).clone());
        let condenses = length >= CONDENSED_LENGTH
            && spans.get(short.other()).len() as f64 >= CONDENSED_RATIO * len as f64
            && source >= CONDENSED_SOURCE.max(CONDENSED_SHARES * shares)
            && copied as f64 <= CONDENSED_EXACT * len as f64;
        condenses.then(|| Region {
            spans,
            kind: RegionKind::Condensed,
            strong: true,
            weight: self.weights.shared(&words, &mut self.marked),
        })
    }
}

/// A block with its sides exchanged if the mirrored pair of texts is meant.
fn oriented(block: Block, first: Side) -> Block {
    match first {
        Side::Left => block,
        Side::Right => block.swap(),
    }
}

/// Whether a block has enough different units with a seed, on its left and on its right.
fn has_units(seeds: &[Pair], block: &Block) -> bool {
    let (a, b): (FxHashSet<usize>, FxHashSet<usize>) = inside(seeds, block)
        .map(|seed| (seed.left, seed.right))
        .unzip();
    a.len() >= CONDENSED_UNITS.0 && b.len() >= CONDENSED_UNITS.1
}
