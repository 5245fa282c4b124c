//! Compares two articles: what they share word for word, edited, reworded or moved, how they align
//! sentence by sentence, and what each changed or left out.

pub mod alignment;
mod capitals;
mod chain;
mod common;
pub mod diff;
pub mod document;
pub mod facts;
pub mod language;
pub mod left_out;
pub mod lexicon;
pub mod library;
pub mod passages;
pub mod quotations;
pub mod runs;
mod sorting;
pub mod span;
pub mod summary;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use alignment::Row;
use diff::Differ;
use document::{Document, LineOverride, Vocabulary};
use facts::Facts;
use left_out::LeftOut;
use passages::{Passage, Region};
use span::Sides;
use summary::Summary;

/// What counts as equal, and how short a passage may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The shortest exact run that is a passage, in words. A character of a script without spaces
    /// counts as less than a word. From 2 to 100.
    pub min_words: usize,
    /// Whether `Summit` is `summit`.
    pub ignore_case: bool,
    /// Whether punctuation is left out of the comparison. It is always part of the changes.
    pub ignore_punctuation: bool,
    /// Whether any number is any other number.
    pub ignore_numbers: bool,
    /// Whether `café` is `cafe`.
    pub ignore_diacritics: bool,
    /// Whether lines that belong to the page around an article are recognised and left out.
    pub skip_boilerplate: bool,
    /// What a reader decided about lines of each text. Holds whatever is recognised, and also where
    /// boilerplate is not skipped.
    pub line_overrides: Sides<Vec<LineOverride>>,
}

impl Options {
    /// What `min_words` may be. Shorter runs are chance; a longer least length hides whole sentences.
    pub const MIN_WORDS: std::ops::RangeInclusive<usize> = 2..=100;
}

impl Default for Options {
    fn default() -> Self {
        Self {
            min_words: 4,
            ignore_case: true,
            ignore_punctuation: true,
            ignore_numbers: false,
            ignore_diacritics: false,
            skip_boilerplate: true,
            line_overrides: Sides::default(),
        }
    }
}

/// Everything found between two texts.
#[derive(Clone, Debug)]
pub struct Comparison<'t> {
    /// The two texts, taken apart.
    pub documents: Sides<Document<'t>>,
    /// Stretches in which passages lie close together on both sides, in left order.
    pub regions: Vec<Region>,
    /// What both texts say: first the statements in left order, then the further counterparts, names and
    /// stock phrases in left order.
    pub passages: Vec<Passage>,
    /// What faces what, in reading order of both sides.
    pub rows: Vec<Row>,
    /// What differs in fact where both say the same.
    pub facts: Facts,
    /// What each text says and the other does not, in reading order.
    pub left_out: Sides<Vec<LeftOut>>,
    /// How much each text shares with the other.
    pub summary: Sides<Summary>,
    /// False when a limit of work was met, so that something may be missing.
    pub complete: bool,
}

/// A step of the comparison, for those who watch it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The texts are taken apart.
    Documents,
    /// Exact runs are looked for.
    Runs,
    /// Regions and passages are built.
    Passages,
    /// Rows are aligned, with the changes inside them.
    Alignment,
    /// Shares are counted.
    Summary,
}

impl Phase {
    /// All phases in the order in which they happen.
    pub const ALL: [Self; 5] = [
        Self::Documents,
        Self::Runs,
        Self::Passages,
        Self::Alignment,
        Self::Summary,
    ];
}

/// Compares two texts. It cannot fail; the same texts and options always give the same result.
pub fn compare<'t>(left: &'t str, right: &'t str, options: &Options) -> Comparison<'t> {
    compare_watched(left, right, options, &mut |_| {})
}

/// Compares two texts and calls `watch` at the start of each phase.
pub fn compare_watched<'t>(
    left: &'t str,
    right: &'t str,
    options: &Options,
    watch: &mut dyn FnMut(Phase),
) -> Comparison<'t> {
    watch(Phase::Documents);
    let mut vocabulary = Vocabulary::default();
    let line_overrides = &options.line_overrides;
    let documents = Sides::new((left, &line_overrides.left), (right, &line_overrides.right)).map(
        |(text, line_overrides)| {
            Document::with_overrides(text, options, line_overrides, &mut vocabulary)
        },
    );
    watch(Phase::Runs);
    let runs = runs::find(&documents, options);
    watch(Phase::Passages);
    let mut found = passages::find(&documents, &vocabulary, &runs, options);
    watch(Phase::Alignment);
    let mut differ = Differ::new(&documents);
    let rows = alignment::align(&documents, &mut found.passages, &mut differ);
    watch(Phase::Summary);
    let summary = summary::summarise(&documents, &found.passages, &rows);
    let left_out = left_out::find(&documents, &found.passages, &rows);
    let facts = facts::find(&documents, &found.passages, &rows, &mut differ);
    let complete = runs.complete && found.complete && differ.complete;
    Comparison {
        facts,
        regions: found.regions,
        passages: found.passages,
        rows,
        left_out,
        summary,
        complete,
        documents,
    }
}
