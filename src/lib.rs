//! Compares two articles: what they share word for word, edited, reworded or moved, how they align
//! sentence by sentence, and what each changed or left out.

pub mod alignment;
mod chain;
pub mod comparison;
pub mod coverage;
pub mod diff;
pub mod document;
pub mod facts;
mod index;
pub mod language;
pub mod left_out;
pub mod lexicon;
pub mod library;
pub mod options;
mod pair;
pub mod passages;
pub mod quotations;
pub mod runs;
mod sorting;
pub mod span;
pub mod summary;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod words;

pub use comparison::Comparison;
use diff::Differ;
use document::{Document, Vocabulary};
pub use options::{Options, Verdict, VerdictKind};
use pair::Order;
use passages::Verdicts;
use span::Sides;
use words::Words;

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
    let order = Order::of(left, right, options);
    let texts = order.apply(Sides::new(left, right));
    order.restore(compare_in_order(&texts, &order.options(options), watch))
}

/// Compares two texts that stand in order.
fn compare_in_order<'t>(
    texts: &Sides<&'t str>,
    options: &Options,
    watch: &mut dyn FnMut(Phase),
) -> Comparison<'t> {
    watch(Phase::Documents);
    let mut vocabulary = Vocabulary::default();
    let overrides = options.line_overrides.as_ref();
    let documents = texts.zip(overrides).map(|(text, overrides)| {
        Document::with_overrides(text, options, overrides, &mut vocabulary)
    });
    let verdicts = Verdicts::new(&documents, options);
    let words = Words::new(&documents, &vocabulary);
    watch(Phase::Runs);
    let runs = runs::find_runs(&documents, options);
    watch(Phase::Passages);
    let mut found = passages::find_passages(&documents, &words, &runs, &verdicts, options);
    watch(Phase::Alignment);
    let mut differ = Differ::new(&documents, &words);
    let (rows, aligned) = alignment::align_rows(
        &documents,
        &words,
        &found.sentences,
        &mut found.passages,
        &verdicts,
        &mut differ,
    );
    watch(Phase::Summary);
    let fates = coverage::fates(&documents, &found.passages, &rows);
    let coverage = coverage::covers(&documents, &fates);
    let summary = summary::summarise(&found.passages, &coverage, &rows);
    let left_out = left_out::find_left_out(&documents, &fates);
    let facts = facts::find_facts(&documents, &words, &found.passages, &rows, &mut differ);
    let complete = runs.complete && found.complete && aligned && differ.complete;
    Comparison {
        facts,
        regions: found.regions,
        passages: found.passages,
        rows,
        coverage,
        left_out,
        summary,
        complete,
        documents,
    }
}
