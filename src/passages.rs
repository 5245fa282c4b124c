//! What both texts say, at the scale of a phrase to a few sentences, and the regions they lie in.

mod bits;
mod candidates;
mod claims;
mod condensed;
mod edges;
mod epoch_set;
mod evidence;
mod exact;
mod grading;
mod intervals;
mod likeness;
mod marks;
mod refused_regions;
mod region_weights;
mod regions;
mod seeds;
mod select;
mod similarity;
mod strangers;
mod term_weights;
mod translation;
mod unclaimed;
mod upper_bound;
mod verdicts;

use std::ops::Range;

use candidates::CandidatePairs;
pub(crate) use claims::word_claims;
pub(crate) use intervals::Intervals;
pub(crate) use verdicts::Verdicts;

use crate::{
    Options,
    diff::Change,
    document::Document,
    runs::{Run, Runs},
    sorting,
    span::{Side, Sides, Span},
    words::Words,
};

/// How close the two sides of a passage are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
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
#[non_exhaustive]
pub enum Substance {
    /// It says something.
    Statement,
    /// It only names somebody or something.
    Names,
    /// A stock phrase: any two texts of its kind might share it.
    Formulaic,
}

/// What becomes of a word, in order of what holds it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Coverage {
    /// It stands in a passage that counts.
    Shared,
    /// It stands in a copy: the other side has the passage once less often.
    Repeated,
    /// It stands in a match whose evidence is thin, which counts only if the reader asks for weak matches.
    Weak,
    /// It stands in a name or stock phrase that both sides have, which counts only if the reader asks for weak
    /// matches.
    Formulaic,
    /// It stands in no passage that counts, but faces the same word in a row.
    Aligned,
    /// Only this side has it.
    Only,
    /// It belongs to the page around the article and is not compared.
    Boilerplate,
}

impl Coverage {
    /// Whether the other side says it too, in a passage that counts or a copy of one.
    pub fn counts(self) -> bool {
        matches!(self, Self::Shared | Self::Repeated)
    }

    /// Whether it is listed as only in this text.
    pub(crate) fn is_only(self) -> bool {
        matches!(self, Self::Only | Self::Weak | Self::Formulaic)
    }
}

/// What the passages make of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordClaim {
    /// `Shared`, `Repeated`, `Weak` or `Formulaic`.
    pub(crate) what: Coverage,
    /// The passage that holds it, or that it repeats: an index into the passages.
    pub(crate) passage: u32,
}

/// A stretch of left and a stretch of right that say the same in the same or similar words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Passage {
    /// The words on each side, as ranges of [`Document::words`]; never empty.
    pub words: Sides<Range<usize>>,
    /// Where they stand: from word edge to word edge, with the signs of figures at the edges and the other halves of marks
    /// in it that follow at once.
    pub spans: Sides<Span>,
    /// How close the two sides are.
    pub grade: Grade,
    /// How many words the two sides have in common, each counted once per occurrence on both sides.
    pub common: usize,
    /// Whether it stands in another order than the heaviest chain of passages. Set by the alignment.
    pub moved: bool,
    /// What it is worth to a reader. A copy has that of the passage it repeats.
    pub substance: Substance,
    /// What becomes of its words: `Shared`, `Repeated`, `Weak` or `Formulaic`.
    pub coverage: Coverage,
    /// Whether its evidence is thin, and only the reader's wish makes it count.
    pub weak: bool,
    /// Whether it is reworded and its words alone would not have been evidence enough: vectors of meaning were, beside them.
    pub by_meaning: bool,
    /// Whether the reader said that its two sides belong together.
    pub pinned: bool,
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
#[non_exhaustive]
pub enum RegionKind {
    /// One block was written from the other, sentence by sentence.
    Reuse,
    /// A short stretch of one text condenses a long stretch of the other.
    Condensed,
}

/// A wider stretch in which passages lie close together on both sides.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
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

impl Region {
    /// The same with the sides exchanged.
    pub(crate) fn swap(self) -> Self {
        Self {
            spans: self.spans.swap(),
            ..self
        }
    }
}

/// Regions in left order, and passages: those that count in left order, then the others.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The regions.
    pub(crate) regions: Vec<Region>,
    /// The passages.
    pub(crate) passages: Vec<Passage>,
    /// The pairs of sentences that may face each other, packed, in no order, some of them twice.
    pub(crate) sentences: Vec<u64>,
    /// False when a limit of work was met, so that something may be missing.
    pub(crate) complete: bool,
}

/// Whether two texts are in different languages, and passages of them face each other by what a model of meaning found.
pub(crate) fn are_translations(documents: &Sides<Document<'_>>, passages: &[Passage]) -> bool {
    let foreign = !documents.left.languages.meets(documents.right.languages);
    foreign && passages.iter().any(|passage| passage.by_meaning)
}

/// Finds regions and passages.
#[inline(never)]
pub(crate) fn find_passages(
    documents: &Sides<Document<'_>>,
    words: &Words,
    runs: &Runs,
    verdicts: &Verdicts,
    options: &Options,
) -> Found {
    let runs = verdicts.cut(&runs.runs);
    let space = similarity::Space::new(documents, words);
    let candidates = CandidatePairs::new(&space, words, &runs);
    let sentences = candidates.sentences(documents, words, &space);
    let weights = region_weights::RegionWeights::new(&space, words);
    let finder = regions::Finder::new(documents, &space, &weights, &candidates.pairs, &runs);
    let regions = finder.find_regions(verdicts);
    let CandidatePairs { pairs, complete } = candidates;
    let (mut passages, told) = read(documents, words, space, pairs, runs, verdicts, options);
    place(&mut passages, &regions);
    Found {
        regions,
        passages,
        sentences,
        complete: complete && told,
    }
}

/// Finds the same passages as [`find_passages`] in the same order, but not the regions they lie in; and whether no limit of
/// work was met.
pub(crate) fn find_passages_alone(
    documents: &Sides<Document<'_>>,
    words: &Words,
    runs: &Runs,
    verdicts: &Verdicts,
    options: &Options,
) -> (Vec<Passage>, bool) {
    let space = similarity::Space::new(documents, words);
    let runs = verdicts.cut(&runs.runs);
    let CandidatePairs { pairs, complete } = CandidatePairs::new(&space, words, &runs);
    let (passages, told) = read(documents, words, space, pairs, runs, verdicts, options);
    (passages, complete && told)
}

/// The passages, in order and numbered, and whether all further counterparts are told.
fn read(
    documents: &Sides<Document<'_>>,
    words: &Words,
    space: similarity::Space,
    pairs: Vec<similarity::Pair>,
    runs: Vec<Run>,
    verdicts: &Verdicts,
    options: &Options,
) -> (Vec<Passage>, bool) {
    let documents = documents.as_ref();
    let weights = term_weights::TermWeights::new(&documents, words, &space);
    let selector =
        select::PassageSelector::new(&documents, words, &space, &weights, options, verdicts);
    let (passages, told) = selector.select(&pairs, Side::Left, runs);
    (number(passages).0, told)
}

/// Puts passages in order and lets copies point at their passage again. Returns them with the new place of each.
pub(crate) fn number(passages: Vec<Passage>) -> (Vec<Passage>, Vec<usize>) {
    let mut order: Vec<usize> = (0..passages.len()).collect();
    sorting::by_key(&mut order, |&at| {
        let Sides { left, right } = &passages[at].words;
        sorting::ranges(left, right)
    });
    sorting::by_key(&mut order, |&at| u128::from(!passages[at].is_shared()));
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
    (renamed.collect(), place)
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
            coverage: Coverage::Shared,
            weak: false,
            by_meaning: false,
            pinned: false,
            quotation: false,
            region: None,
            primary: None,
            changes: Vec::new(),
        }
    }

    /// Whether it counts: what a reader is shown first, and what shares, rows and lists rest on.
    pub fn is_shared(&self) -> bool {
        self.coverage == Coverage::Shared
    }

    /// Whether it counts and is not weak: what is said of two articles rests on such passages.
    pub(crate) fn is_sure(&self) -> bool {
        self.is_shared() && !self.weak
    }

    /// Whether it counts, is not weak, and states something.
    pub(crate) fn is_statement(&self) -> bool {
        self.is_sure() && self.substance == Substance::Statement
    }

    /// The same with the sides exchanged.
    pub(crate) fn swap(self) -> Self {
        Self {
            words: self.words.swap(),
            spans: self.spans.swap(),
            changes: self.changes.into_iter().map(Change::swap).collect(),
            ..self
        }
    }
}
