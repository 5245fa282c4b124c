//! Regions: wider stretches in which sentences that say the same lie close together on both sides.
//!
//! The recipe is that of Sanchez-Perez, Sidorov and Gelbukh (PAN at CLEF 2014): pairs of similar
//! sentences are seeds, seeds that lie close together are groups, a group is kept when its two halves
//! are similar as wholes. What differs: a seed must be among the best of its row and of its column,
//! groups grow along the diagonal, their edges are found word by word, long exact runs give exact
//! edges, and strength is shared weight rather than length.

use std::{cmp::Reverse, ops::Range};

use super::{
    Region, RegionKind,
    epoch_set::EpochSet,
    intervals::Intervals,
    region_weights::RegionWeights,
    seeds::{Block, block_of, groups, quality, seeds},
    similarity::{Pair, Scratch, Space},
    verdicts::Verdicts,
};
use crate::{
    document::{Document, QuarterWords},
    runs::Run,
    sorting,
    span::{Side, Sides, Span},
    words::features::NONE,
};

// By overall plagdet on the PAN 2013 training corpus. Weights are in units of idf (see `words::idf`).

/// Most units without a seed between two of one group.
const GROUP_GAP: usize = 4;
/// Least cosine of the summed vectors of a group that is kept.
const GROUP_COSINE: f64 = 0.26;
/// Least cosine of the next unit on both sides by which a group grows.
const GROW_COSINE: f64 = 0.1;
/// Words beyond the edge of a group that are looked at for a better edge.
const EDGE_SLACK: usize = 4;
/// Share of its own density that a group loses for every word: what is less dense is cut off.
const REGION_DENSITY_COST: f64 = 0.57;
/// Most rounds of finding edges; one side's edges move the other's.
const REGION_ROUNDS: usize = 3;
/// Greatest distance to a sentence edge at which a region goes out to it, in words.
const SNAP_WORDS: usize = 5;
/// Least shared weight of a strong region.
const STRONG_WEIGHT: f64 = 60.0;
/// Least shared weight of a strong region for each word of the longer side: two long texts on one matter share many
/// words.
const STRONG_WEIGHT_A_WORD: f64 = 0.5;
/// Least density of a strong region: the share of the weight of its words that the other side has too.
const STRONG_DENSITY: f64 = 0.45;
/// Least length of a strong region on each side: 18 words.
const STRONG_LENGTH: QuarterWords = QuarterWords::of_words(18);
/// Least share of a group that an exact run makes up which takes its place.
const RUN_SHARE: f64 = 0.6;
/// The same for several runs with a gap between.
const RUNS_SHARE: f64 = 0.93;
/// Least words of an exact run that may take the place of a group.
const RUN_WORDS: usize = 6;
/// Most words between two runs that make one.
const RUN_GAP: usize = 2;
/// Most words between two runs of one region.
const RUNS_GAP: usize = 20;
/// Least length on each side of an exact run that is a region by itself: 33 words.
const RUN_LENGTH: QuarterWords = QuarterWords::of_words(33);

/// What regions are found from.
pub struct Finder<'f> {
    pub(super) documents: &'f Sides<Document<'f>>,
    pub(super) space: &'f Space,
    pub(super) weights: &'f RegionWeights,
    pub(super) pairs: &'f [Pair],
    runs: Vec<Block>,
    /// Where the runs stand on the left.
    index: Intervals,
    scratch: Scratch,
    pub(super) marked: EpochSet,
}

impl<'f> Finder<'f> {
    /// `pairs` are all pairs of units worth looking at, in order of left, then right unit.
    pub fn new(
        documents: &'f Sides<Document<'f>>,
        space: &'f Space,
        weights: &'f RegionWeights,
        pairs: &'f [Pair],
        runs: &[Run],
    ) -> Self {
        let runs = runs.iter().filter(|run| run.len >= RUN_WORDS);
        let runs = join(runs, documents.right.words.len());
        let index = runs.iter().map(|run| run.left.clone()).collect();
        Self {
            documents,
            space,
            weights,
            pairs,
            runs,
            index,
            scratch: Scratch::default(),
            marked: EpochSet::new(space.features_len()),
        }
    }

    /// The regions without what the reader refused, in left order.
    pub fn find_regions(mut self, verdicts: &Verdicts) -> Vec<Region> {
        let seeds = seeds(&self.allowed(verdicts), self.space);
        let mut found = Vec::new();
        let mut exact = Vec::new();
        let mut last = Block::default();
        let blocks = self.groups(&seeds, GROUP_GAP);
        for block in self.resolve(blocks, &seeds) {
            // Blocks of one diagonal grow into one another: what an earlier one took in is part of it.
            if within(&block.left, &last.left) && within(&block.right, &last.right) {
                continue;
            }
            last = self.grow(block);
            found.extend(self.region(&last, &mut exact));
        }
        let condensed = self.condensed_regions(&seeds, &exact);
        replace_overlapped(&mut found, condensed);
        self.add_runs(&mut found);
        let mut found = self.without_refused(found, verdicts);
        sorting::by_key(&mut found, |region| {
            sorting::ranges(&region.spans.left.range(), &region.spans.right.range())
        });
        found
    }

    /// Groups of seeds that are similar as wholes.
    pub(super) fn groups(&mut self, seeds: &[Pair], gap: usize) -> Vec<Block> {
        let mut kept = Vec::new();
        self.validate(seeds.to_vec(), gap, &mut kept);
        kept
    }

    #[inline(never)]
    fn validate(&mut self, seeds: Vec<Pair>, gap: usize, kept: &mut Vec<Block>) {
        for group in groups(seeds, gap) {
            let block = block_of(&group);
            let Sides { left, right } = block.clone();
            if self.space.cosine(left, right, &mut self.scratch) > GROUP_COSINE {
                kept.push(block);
            } else if gap > 0 {
                self.validate(group, gap - 1, kept);
            }
        }
    }

    /// Of two blocks that overlap on the left the better, in left order.
    #[inline(never)]
    pub(super) fn resolve(&self, mut blocks: Vec<Block>, seeds: &[Pair]) -> Vec<Block> {
        sorting::by_key(&mut blocks, |block| {
            sorting::key([0, block.left.start, block.left.end, block.right.start])
        });
        let mut kept: Vec<Block> = Vec::new();
        for block in blocks {
            let mut better = true;
            while let Some(last) = kept.last().filter(|last| last.left.end > block.left.start) {
                if quality(seeds, &block, last) > quality(seeds, last, &block) {
                    kept.pop();
                } else {
                    better = false;
                    break;
                }
            }
            if better {
                kept.push(block);
            }
        }
        kept
    }

    /// Makes a region of a grown block, if it is worth one.
    #[inline(never)]
    fn region(&mut self, block: &Block, exact: &mut Vec<Sides<Span>>) -> Option<Region> {
        let words = Sides::new(
            words_of(&self.space.units.left, &block.left),
            words_of(&self.space.units.right, &block.right),
        );
        let (words, density) = self.edges(words);
        if words.left.is_empty() || words.right.is_empty() {
            return None;
        }
        if let Some(run) = self.runs_instead(&words) {
            let spans = self.spans(&run);
            if self.is_long(&run, STRONG_LENGTH) {
                exact.push(spans);
                let weight = self.weights.shared(&run, &mut self.marked);
                return Some(Region {
                    spans,
                    kind: RegionKind::Reuse,
                    strong: true,
                    weight,
                });
            }
        }
        let weight = self.weights.shared(&words, &mut self.marked);
        let spans = Sides::new(
            self.snap(Side::Left, &words.left),
            self.snap(Side::Right, &words.right),
        );
        Some(Region {
            spans,
            kind: RegionKind::Reuse,
            strong: self.is_strong(&words, weight, density),
            weight,
        })
    }

    /// Whether stretches share enough, given their shared weight and the density of it.
    pub(super) fn is_strong(&self, words: &Block, weight: f64, density: f64) -> bool {
        let longer = words.left.len().max(words.right.len()) as f64;
        weight >= STRONG_WEIGHT
            && weight >= STRONG_WEIGHT_A_WORD * longer
            && density >= STRONG_DENSITY
            && self.is_long(words, STRONG_LENGTH)
    }

    /// Whether both sides have at least a length.
    fn is_long(&self, words: &Block, least: QuarterWords) -> bool {
        let length = |side: Side| self.documents.get(side).length(words.get(side).clone());
        length(Side::Left) >= least && length(Side::Right) >= least
    }

    /// Grows a block by neighbours that are a little similar in the place where they would be.
    fn grow(&self, mut block: Block) -> Block {
        let (left, right) = (self.space.units.left.len(), self.space.units.right.len());
        loop {
            let before = block.left.start > 0
                && block.right.start > 0
                && self
                    .space
                    .pair(block.left.start - 1, block.right.start - 1)
                    .cosine
                    >= GROW_COSINE;
            let after = block.left.end < left
                && block.right.end < right
                && self.space.pair(block.left.end, block.right.end).cosine >= GROW_COSINE;
            if before {
                block.left.start -= 1;
                block.right.start -= 1;
            }
            if after {
                block.left.end += 1;
                block.right.end += 1;
            }
            if !before && !after {
                return block;
            }
        }
    }

    /// Moves the edges of a block to the range of words that has most in common with the other side.
    /// Returns the density with it: the share of the weight whose words the other side has too.
    fn edges(&mut self, mut words: Block) -> (Block, f64) {
        let mut density = 0.0;
        for round in 0..REGION_ROUNDS {
            let slack = if round == 0 {
                EDGE_SLACK
            } else {
                EDGE_SLACK / 2
            };
            let (left, a) = self.edge(Side::Left, &words.left, &words.right, slack);
            let (right, b) = self.edge(Side::Right, &words.right, &left, slack);
            density = f64::midpoint(a, b);
            let next = Sides::new(left, right);
            if next == words || next.left.is_empty() || next.right.is_empty() {
                return (next, density);
            }
            words = next;
        }
        (words, density)
    }

    /// The edge of one side, and the density there.
    pub(super) fn edge(
        &mut self,
        side: Side,
        words: &Range<usize>,
        other: &Range<usize>,
        slack: usize,
    ) -> (Range<usize>, f64) {
        let features = self.weights.of(side);
        self.marked.begin();
        for &(feature, _) in &self.weights.of(side.other())[other.clone()] {
            if feature != NONE {
                self.marked.mark(feature);
            }
        }
        let wide = words.start.saturating_sub(slack)..(words.end + slack).min(features.len());
        // What each word adds if the other side has it, looked up once.
        let gains: Vec<f32> = features[wide.clone()]
            .iter()
            .map(|&(feature, weight)| {
                let has = feature != NONE && self.marked.has(feature);
                if has { weight } else { 0.0 }
            })
            .collect();
        let core_features = features[words.clone()].iter();
        let all: f64 = core_features.map(|word| f64::from(word.1)).sum();
        let core = words.start - wide.start..words.end - wide.start;
        let matched: f64 = gains[core].iter().map(|&gain| f64::from(gain)).sum();
        let density = matched / all.max(1e-9);
        let score = |word: usize| {
            let gain = f64::from(gains[word - wide.start]);
            gain - REGION_DENSITY_COST * density * f64::from(features[word].1)
        };
        (greatest(wide.clone(), score), density)
    }

    /// The exact runs that make up most of a stretch, from the first of them to the last: the longest
    /// and those that go on from it in the same order. A copy may have a line between that is not
    /// compared.
    #[inline(never)]
    fn runs_instead(&self, words: &Block) -> Option<Block> {
        let near = self
            .index
            .touching(words.left.clone())
            .map(|at| &self.runs[at]);
        let mut inside: Vec<&Block> = near.filter(|run| touch(&run.right, &words.right)).collect();
        sorting::by_key(&mut inside, |run| {
            sorting::key([0, 0, run.left.start, run.right.start])
        });
        let longest = (0..inside.len())
            .max_by_key(|&at| (inside[at].left.len(), Reverse(inside[at].left.start)))?;
        let mut block = inside[longest].clone();
        let common =
            |run: &Block| overlap(&run.left, &words.left) + overlap(&run.right, &words.right);
        let mut sum = common(&block);
        for run in &inside[longest + 1..] {
            if follows(&block, run) {
                sum += common(run);
                block.left.end = run.left.end;
                block.right.end = run.right.end;
            }
        }
        for run in inside[..longest].iter().rev() {
            if follows(run, &block) {
                sum += common(run);
                block.left.start = run.left.start;
                block.right.start = run.right.start;
            }
        }
        let all = words.left.len() + words.right.len();
        let share = sum as f64 / all as f64;
        let alone = common(inside[longest]) as f64 / all as f64;
        match () {
            () if share >= RUNS_SHARE => Some(block),
            () if alone >= RUN_SHARE => Some(inside[longest].clone()),
            () => None,
        }
    }

    /// Where words stand, out to the edge of the sentence where that is near.
    fn snap(&self, side: Side, words: &Range<usize>) -> Span {
        let document = self.documents.get(side);
        let mut span = document.span_of(words.clone());
        let first = document.sentence_of(words.start);
        if words.start - first.words.start <= SNAP_WORDS {
            span.start = first.span.start;
        }
        let last = document.sentence_of(words.end - 1);
        if last.words.end - words.end <= SNAP_WORDS {
            span.end = last.span.end;
        }
        span
    }

    pub(super) fn spans(&self, words: &Block) -> Sides<Span> {
        Sides::new(
            self.documents.left.span_of(words.left.clone()),
            self.documents.right.span_of(words.right.clone()),
        )
    }

    /// Adds the long exact runs that no region covers.
    #[inline(never)]
    fn add_runs(&mut self, found: &mut Vec<Region>) {
        sorting::by_key(found, |region| {
            let left = region.spans.left.range();
            sorting::key([0, 0, left.start, left.end])
        });
        let index: Intervals = found
            .iter()
            .map(|region| region.spans.left.range())
            .collect();
        let mut added = Vec::new();
        let mut added_index = Intervals::default();
        for run in &self.runs {
            if !self.is_long(run, RUN_LENGTH) {
                continue;
            }
            let spans = self.spans(run);
            let covered = |regions: &[Region], index: &Intervals| {
                let near = index.touching(spans.left.range()).map(|at| &regions[at]);
                let facing =
                    near.filter(|region| region.strong && region.spans.right.overlaps(spans.right));
                facing
                    .map(|region| overlap(&region.spans.left.range(), &spans.left.range()))
                    .max()
                    .unwrap_or(0)
            };
            if covered(found, &index).max(covered(&added, &added_index)) * 2 < spans.left.len() {
                let weight = self.weights.shared(run, &mut self.marked);
                added_index.push(spans.left.range());
                added.push(Region {
                    spans,
                    kind: RegionKind::Reuse,
                    strong: true,
                    weight,
                });
            }
        }
        found.append(&mut added);
    }
}

/// Joins runs that lie at most `RUN_GAP` words apart on both sides and in the same order, each to the block before it
/// that began last. `runs` are in left order, `words` is how many the right has.
fn join<'r>(runs: impl Iterator<Item = &'r Run>, words: usize) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::new();
    // The blocks that may still go on, by where they end on the right.
    let mut open: Vec<Vec<usize>> = vec![Vec::new(); words / OPEN_WORDS + 1];
    for run in runs {
        let block = run.words();
        let first = block.right.start.saturating_sub(RUN_GAP);
        let mut mate = None;
        for open in &mut open[first / OPEN_WORDS..=block.right.end / OPEN_WORDS] {
            open.retain(|&at| joined[at].left.end + RUN_GAP >= block.left.start);
            let near = open.iter().copied().filter(|&at| {
                goes_on(&joined[at].left, &block.left) && goes_on(&joined[at].right, &block.right)
            });
            mate = mate.max(near.max());
        }
        let end = block.right.end / OPEN_WORDS;
        let at = mate.unwrap_or(joined.len());
        if mate.is_some() {
            let joined = &mut joined[at];
            open[joined.right.end / OPEN_WORDS].retain(|&other| other != at);
            (joined.left.end, joined.right.end) = (block.left.end, block.right.end);
        } else {
            joined.push(block);
        }
        open[end].push(at);
    }
    joined
}

/// Words of the right by which blocks that may go on are kept together: few to look at, few lists. A bound on work,
/// about 3 times [`RUNS_GAP`].
const OPEN_WORDS: usize = 64;

/// Whether a run goes on from a block, on one side.
fn goes_on(block: &Range<usize>, run: &Range<usize>) -> bool {
    (block.start..=block.end + RUN_GAP).contains(&run.start) && run.end >= block.end
}

/// The range of words inside `wide` with the greatest sum of scores; empty when none is above zero.
fn greatest(wide: Range<usize>, score: impl Fn(usize) -> f64) -> Range<usize> {
    let (mut best, mut kept) = (0.0, wide.start..wide.start);
    let (mut sum, mut start) = (0.0, wide.start);
    for word in wide {
        if sum <= 0.0 {
            (sum, start) = (0.0, word);
        }
        sum += score(word);
        if sum > best {
            (best, kept) = (sum, start..word + 1);
        }
    }
    kept
}

/// Whether a run goes on from another one, a few words later on both sides.
fn follows(first: &Block, next: &Block) -> bool {
    let near = |first: &Range<usize>, next: &Range<usize>| {
        (first.end..=first.end + RUNS_GAP).contains(&next.start)
    };
    near(&first.left, &next.left) && near(&first.right, &next.right)
}

pub(super) fn words_of(units: &[super::similarity::Unit], range: &Range<usize>) -> Range<usize> {
    units[range.start].words.start..units[range.end - 1].words.end
}

pub(super) fn sentences_span(
    document: &Document<'_>,
    units: &[super::similarity::Unit],
    range: &Range<usize>,
) -> Span {
    let first = &document.sentences[units[range.start].sentences.start];
    let last = &document.sentences[units[range.end - 1].sentences.end - 1];
    first.span.to(last.span)
}

fn within(a: &Range<usize>, b: &Range<usize>) -> bool {
    b.start <= a.start && a.end <= b.end
}

fn touch(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Puts condensed regions in the place of those they overlap on the condensed side. Of two condensed ones that
/// overlap the first stays.
fn replace_overlapped(found: &mut Vec<Region>, condensed: Vec<Region>) {
    let mut kept: Vec<Region> = Vec::new();
    for region in condensed {
        let meets = |other: &Region| {
            Side::BOTH
                .into_iter()
                .all(|side| other.spans.get(side).overlaps(*region.spans.get(side)))
        };
        if !kept.iter().any(meets) {
            kept.push(region);
        }
    }
    let places: Sides<Intervals> = Sides::new(Side::Left, Side::Right).map(|side| {
        let mut places: Vec<_> = kept
            .iter()
            .filter(|region| short_side(region) == side)
            .map(|region| region.spans.get(side).range())
            .collect();
        sorting::by_key(&mut places, |place| {
            sorting::key([0, 0, place.start, place.end])
        });
        places.into_iter().collect()
    });
    let stands = |region: &Region| {
        Side::BOTH.into_iter().all(|side| {
            let place = region.spans.get(side).range();
            places.get(side).touching(place).next().is_none()
        })
    };
    found.retain(stands);
    found.append(&mut kept);
}

/// The condensed side of a condensed region.
fn short_side(region: &Region) -> Side {
    if region.spans.left.len() <= region.spans.right.len() {
        Side::Left
    } else {
        Side::Right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_join_whatever_stands_between_them_in_the_list() {
        let run = |left: usize, right: usize, len: usize| Run { left, right, len };
        // Twenty runs of the same left words begin between two that go on from each other.
        let mut runs = vec![run(0, 0, 8)];
        runs.extend((1..=20).map(|at| run(1, 100 * at, 7)));
        runs.push(run(9, 10, 8));
        let joined = join(runs.iter(), 3000);
        assert_eq!(joined[0], Sides::new(0..17, 0..18));
        assert_eq!(joined.len(), 21);
        // Too far apart, or in another order.
        assert_eq!(join([run(0, 0, 8), run(11, 8, 8)].iter(), 20).len(), 2);
        assert_eq!(join([run(0, 9, 8), run(9, 0, 8)].iter(), 20).len(), 2);
    }

    #[test]
    fn stretches_touch_that_have_a_word_in_common() {
        for (a, b, expected) in [
            (0..3, 2..5, true),
            (2..5, 0..3, true),
            (0..9, 3..4, true),
            (0..2, 2..4, false),
            (5..6, 0..2, false),
        ] {
            assert_eq!(touch(&a, &b), expected, "{a:?} {b:?}");
        }
    }
}
