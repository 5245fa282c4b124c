//! What both texts say, at the scale of a phrase to a few sentences, and the regions they lie in.

mod bits;
mod edges;
mod features;
mod free;
mod glance;
mod intervals;
mod reading;
mod regions;
mod seeds;
mod similarity;
mod stamps;
mod weights;
mod worth;

use std::ops::Range;

pub(crate) use intervals::Intervals;

use crate::{
    Options,
    diff::Change,
    document::{Document, Vocabulary},
    runs::{Run, Runs},
    sorting,
    span::{Side, Sides, Span},
};

/// How close the two sides of a passage are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The same words.
    Verbatim,
    /// Mostly the same words.
    Edited,
    /// The same statement in other words.
    Reworded,
}

/// What a passage is worth to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Substance {
    /// It says something.
    Statement,
    /// It only names somebody or something.
    Names,
    /// A stock phrase: any two texts of its kind might share it.
    Stock,
}

/// A stretch of left and a stretch of right that say the same in the same or similar words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The words on each side, as ranges of [`Document::words`]; never empty.
    pub words: Sides<Range<usize>>,
    /// Where they stand: from word edge to word edge.
    pub spans: Sides<Span>,
    /// How close the two sides are.
    pub grade: Grade,
    /// How many words the two sides have in common, each counted once per occurrence on both sides.
    pub common: usize,
    /// Whether it stands in another order than the heaviest chain of passages. Set by the alignment.
    pub moved: bool,
    /// What it is worth to a reader.
    pub substance: Substance,
    /// Whether it stands inside quotation marks on both sides.
    pub quotation: bool,
    /// The region it lies in, as an index into the regions.
    pub region: Option<usize>,
    /// For a further counterpart of a stretch that has a better one: the index of the better passage.
    pub primary: Option<usize>,
    /// The edits that turn its left into its right. Set by the alignment.
    pub changes: Vec<Change>,
}

/// How a region came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionKind {
    /// One block was written from the other, sentence by sentence.
    Reuse,
    /// A short stretch of one text condenses a long stretch of the other.
    Condensed,
}

/// A wider stretch in which passages lie close together on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Where it stands on each side.
    pub spans: Sides<Span>,
    /// How it came about.
    pub kind: RegionKind,
    /// Whether what it shares is evidence enough that one was written from the other, or both from a third.
    pub strong: bool,
    /// Shared weight: the summed weights (see the module) of the different words on both sides.
    pub weight: f64,
}

/// Regions in left order, and passages: those that are statements in left order, then the others.
#[derive(Clone, Debug)]
pub struct Found {
    /// The regions.
    pub regions: Vec<Region>,
    /// The passages.
    pub passages: Vec<Passage>,
    /// False when a limit of work was met, so that something may be missing.
    pub complete: bool,
}

/// Finds regions and passages.
pub fn find(
    documents: &Sides<Document<'_>>,
    vocabulary: &Vocabulary,
    runs: &Runs,
    options: &Options,
) -> Found {
    let space = similarity::Space::new(documents, vocabulary);
    let (pairs, complete) = space.candidates();
    let weights = weights::Weights::new(&space);
    let regions = regions::Finder::new(documents, &space, &weights, &pairs, &runs.runs).find();
    let (mut passages, told) = read(documents, space, pairs, &runs.runs, options);
    place(&mut passages, &regions);
    Found {
        regions,
        passages,
        complete: complete && told,
    }
}

/// Finds the same passages as [`find`] in the same order, but not the regions they lie in.
pub fn find_alone(
    documents: &Sides<Document<'_>>,
    vocabulary: &Vocabulary,
    runs: &Runs,
    options: &Options,
) -> Vec<Passage> {
    let space = similarity::Space::new(documents, vocabulary);
    let (pairs, _) = space.candidates();
    read(documents, space, pairs, &runs.runs, options).0
}

/// The passages, in order and numbered, and whether all further counterparts are told.
fn read(
    documents: &Sides<Document<'_>>,
    mut space: similarity::Space,
    mut pairs: Vec<similarity::Pair>,
    runs: &[Run],
    options: &Options,
) -> (Vec<Passage>, bool) {
    // Passages are found in an order of the two texts that does not depend on which of them is left, so
    // that swapping the sides mirrors them. Regions are not: the left is taken for the one that reuses.
    let mut documents = documents.as_ref();
    let mut runs = runs.to_vec();
    let swapped = documents.right.text < documents.left.text;
    if swapped {
        documents = documents.swap();
        space = space.swap();
        pairs = pairs.into_iter().map(similarity::Pair::swap).collect();
        runs = runs.into_iter().map(Run::swap).collect();
    }
    let worth = worth::Worth::new(&documents, &space);
    let order = if swapped { Side::Right } else { Side::Left };
    let reader = reading::Reader::new(&documents, &space, &worth, options);
    let (mut passages, told) = reader.find(&pairs, order, runs);
    if swapped {
        passages = passages.into_iter().map(Passage::swap).collect();
    }
    (number(passages), told)
}

/// Puts passages in order and lets further counterparts point at their passage again.
fn number(passages: Vec<Passage>) -> Vec<Passage> {
    let mut order: Vec<usize> = (0..passages.len()).collect();
    sorting::by_key(&mut order, |&at| {
        let Sides { left, right } = &passages[at].words;
        sorting::ranges(left, right)
    });
    sorting::by_key(&mut order, |&at| u128::from(!passages[at].is_statement()));
    let mut place = vec![0; passages.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let mut passages: Vec<Option<Passage>> = passages.into_iter().map(Some).collect();
    let sorted = order.into_iter().filter_map(|old| passages[old].take());
    let renamed = sorted.map(|mut passage| {
        passage.primary = passage.primary.map(|primary| place[primary]);
        passage
    });
    renamed.collect()
}

/// Tells every passage the region it lies in.
fn place(passages: &mut [Passage], regions: &[Region]) {
    let index: Intervals = regions
        .iter()
        .map(|region| region.spans.left.range())
        .collect();
    for passage in passages {
        let near = index.touching(passage.spans.left.range());
        passage.region = near
            .filter(|&at| regions[at].spans.right.overlaps(passage.spans.right))
            .last();
    }
}

impl Passage {
    /// A passage of which only the place is known.
    fn new(words: Sides<Range<usize>>) -> Self {
        Self {
            words,
            spans: Sides::default(),
            grade: Grade::Verbatim,
            common: 0,
            moved: false,
            substance: Substance::Statement,
            quotation: false,
            region: None,
            primary: None,
            changes: Vec::new(),
        }
    }

    /// Whether it says something and is no further counterpart of another passage: what a reader is
    /// shown first, and what shares count.
    pub fn is_statement(&self) -> bool {
        self.primary.is_none() && self.substance == Substance::Statement
    }

    fn swap(self) -> Self {
        Self {
            words: self.words.swap(),
            spans: self.spans.swap(),
            ..self
        }
    }
}
