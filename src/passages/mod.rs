//! What both texts say, at the scale of a phrase to a few sentences, and the regions they lie in.

mod common;
mod edges;
mod free;
mod lexicon;
mod reading;
mod regions;
mod similarity;
mod weights;

use std::ops::Range;

use crate::{
    Options,
    changes::Change,
    document::{Document, Sentence, Vocabulary},
    runs::Runs,
    span::{Sides, Span},
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

/// Regions and passages, both in left order.
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
    let weights = weights::Weights::new(&space);
    let lexicon = lexicon::Lexicon::new(documents, &space);
    let (pairs, complete) = space.candidates();
    let regions = regions::Finder::new(documents, &space, &weights, &pairs, &runs.runs).find();
    let mut passages =
        reading::Reader::new(documents, &space, &lexicon, &runs.runs, options).find(&pairs);
    place(&mut passages, &regions);
    Found {
        regions,
        passages,
        complete,
    }
}

/// Index of the sentence that a word is in.
fn sentence_at(document: &Document<'_>, word: usize) -> usize {
    document
        .sentences
        .partition_point(|sentence| sentence.words.end <= word)
}

/// The sentence that a word is in.
fn sentence_of<'d>(document: &'d Document<'_>, word: usize) -> &'d Sentence {
    &document.sentences[sentence_at(document, word)]
}

/// Tells every passage the region it lies in.
fn place(passages: &mut [Passage], regions: &[Region]) {
    for passage in passages {
        passage.region = regions.iter().position(|region| {
            region.spans.left.overlaps(passage.spans.left)
                && region.spans.right.overlaps(passage.spans.right)
        });
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
}
