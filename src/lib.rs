//! Compares two articles: what both say word for word, edited, reworded or moved, how their sentences align, and what
//! only one of them has.
//!
//! # A tour
//!
//! [`compare`] takes two texts and [`Options`] and returns a [`Comparison`]. It cannot fail, and the same input gives
//! the same output.
//!
//! ```
//! use twicetold::{Options, compare};
//!
//! let left = "The lamp on Gull Rock went out on Monday. Its keeper rowed ashore for oil.\n\
//!             Nine boats waited outside the bar until morning.";
//! let right = "Nine boats waited outside the bar until morning.\n\
//!              The lamp on Gull Rock went out on Tuesday. Nobody was hurt.";
//! let comparison = compare(left, right, &Options::default());
//!
//! // Passages: what both texts say, in left order. Spans are UTF-8 bytes, half-open.
//! for (index, passage) in comparison.passages.iter().enumerate() {
//!     println!("{} {:?}: {}", index + 1, passage.grade, &left[passage.spans.left.range()]);
//!     for change in &passage.changes {
//!         let (old, new) = (change.spans.left.range(), change.spans.right.range());
//!         println!("   {} -> {}", &left[old], &right[new]);
//!     }
//! }
//! // 1 Edited: The lamp on Gull Rock went out on Monday
//! //    Monday -> Tuesday
//! // 2 Verbatim: Nine boats waited outside the bar until morning
//! # use twicetold::passages::Grade;
//! # let grades: Vec<Grade> = comparison.passages.iter().map(|passage| passage.grade).collect();
//! # assert_eq!(grades, [Grade::Edited, Grade::Verbatim]);
//! # let shown = |at: usize| &left[comparison.passages[at].spans.left.range()];
//! # assert_eq!(shown(0), "The lamp on Gull Rock went out on Monday");
//! # assert_eq!(shown(1), "Nine boats waited outside the bar until morning");
//!
//! // Rows: which sentences face each other, in reading order. The lamp moved: its rows name each other.
//! use twicetold::alignment::RowKind;
//! let kinds: Vec<RowKind> = comparison.rows.iter().map(|row| row.kind).collect();
//! assert_eq!(
//!     kinds,
//!     [RowKind::Moved, RowKind::Only, RowKind::Same, RowKind::Moved, RowKind::Only]
//! );
//! assert_eq!(comparison.rows[0].counterpart, Some(3));
//! assert_eq!(comparison.rows[3].counterpart, Some(0));
//!
//! // Coverage: the fate of every word. All other parts agree with it.
//! use twicetold::coverage::Coverage;
//! let covers = comparison.coverage.left.iter();
//! let words: Vec<(Coverage, usize)> = covers.map(|cover| (cover.what, cover.words)).collect();
//! assert_eq!(
//!     words,
//!     [(Coverage::Shared, 9), (Coverage::Only, 6), (Coverage::Shared, 8)]
//! );
//! assert_eq!(comparison.summary.left.only_words, 6);
//! let only = &comparison.left_out.right[0];
//! assert_eq!(&right[only.span.range()], "Nobody was hurt");
//!
//! // Facts: where both say the same and state another value.
//! let fact = &comparison.facts.differences[0];
//! assert_eq!(&left[fact.spans.left.range()], "Monday");
//! assert_eq!(&right[fact.spans.right.range()], "Tuesday");
//! ```
//!
//! [`compare_watched`] does the same and reports each [`Phase`]. [`Library`] holds many articles: how much each pair
//! shares, and which passages stand in three or more.
//!
//! What the reader says is input. A [`Verdict`] pins a pair of stretches or refuses it, a [`LineOverride`] takes a line
//! out of an article or back in; every part of the result follows:
//!
//! ```
//! use twicetold::{Options, Sides, Span, Verdict, VerdictKind, compare};
//!
//! let (left, right) = ("Nine boats waited outside the bar.", "All say nine boats waited outside.");
//! let refused = Verdict {
//!     spans: Sides::new(Span::new(0, 25), Span::new(8, 33)),
//!     kind: VerdictKind::Refused,
//! };
//! let options = Options { verdicts: vec![refused], ..Options::default() };
//! assert_eq!(compare(left, right, &Options::default()).passages.len(), 1);
//! assert!(compare(left, right, &options).passages.is_empty());
//! ```
//!
//! # Modules
//!
//! Results: [`passages`], [`alignment`], [`diff`], [`coverage`], [`left_out`], [`facts`], [`summary`], [`story`],
//! [`library`], and
//! [`span`] for places and sides. They may get more fields and variants: a struct that is returned cannot be built
//! outside, and a `match` on a kind needs a `_`.
//!
//! Parts of the engine that can be used alone: [`document`] takes a text apart, [`runs`] finds exact runs,
//! [`diff::between`] edits, with [`words`] as its input, and [`language`] reads dates.
//!
//! `docs/glossary.md` in the repository defines the words, `ARCHITECTURE.md` shows how the modules build on each other.

pub mod alignment;
mod chain;
mod comparison;
pub mod coverage;
pub mod diff;
pub mod document;
pub mod export;
pub mod facts;
mod index;
pub mod language;
pub mod left_out;
mod lexicon;
pub mod library;
pub mod meaning;
mod offsets;
mod options;
mod pair;
pub mod passages;
mod quotations;
pub mod relation;
pub mod runs;
mod sorting;
pub mod span;
pub mod story;
pub mod summary;
mod values;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod words;

pub use comparison::{Comparison, SentenceFact};
use diff::Differ;
pub use document::LineOverride;
use document::{Document, Vocabulary};
pub use library::Library;
pub use options::{Options, Verdict, VerdictKind};
use pair::Order;
use passages::Verdicts;
pub use span::{Side, Sides, Span};
use words::Words;

/// A step of the comparison, for those who watch it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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

/// The sentences of a text in order, as UTF-8 bytes, half-open: what [`Options::meaning`] has vectors of. They follow from the
/// text alone. None where there is only white space.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
    let sentences = document.sentences.iter();
    sentences.map(|sentence| sentence.span).collect()
}

impl Library {
    /// What differs in fact in the passages of two articles that count, as [`compare`] has it, with the sentences it stands
    /// in: quotations that are longer on one side, or in marks on one side only, aside. None if there is no article of one
    /// of the names. It costs a whole comparison.
    pub fn facts(
        &self,
        left: &str,
        right: &str,
        verdicts: &[Verdict],
    ) -> Option<Vec<SentenceFact>> {
        let (texts, options) = self.texts_and_options(left, right, verdicts)?;
        Some(compare(texts.left, texts.right, &options).sentence_facts())
    }
}

/// Whether all of both texts is told as the same, so that no bound can have lost anything.
fn is_all_same(summary: &Sides<summary::Summary>, rows: &[alignment::Row]) -> bool {
    let is_shared = |side: Side| summary.get(side).verbatim == summary.get(side).words;
    let is_same = |row: &alignment::Row| row.kind == alignment::RowKind::Same;
    Side::BOTH.into_iter().all(is_shared) && rows.iter().all(is_same)
}

/// Compares two texts that stand in order.
fn compare_in_order<'t>(
    texts: &Sides<&'t str>,
    options: &Options,
    watch: &mut dyn FnMut(Phase),
) -> Comparison<'t> {
    watch(Phase::Documents);
    let mut vocabulary = Vocabulary::with_room(texts.left.len() + texts.right.len());
    let overrides = options.line_overrides.as_ref();
    let mut documents = texts.zip(overrides).map(|(text, overrides)| {
        Document::with_overrides(text, options, overrides, &mut vocabulary)
    });
    document::part_joined_words(&mut documents, &vocabulary, options);
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
    let relation = relation::relate(
        &documents,
        &words,
        &found.regions,
        &found.passages,
        &summary,
    );
    let left_out = left_out::find_left_out(&documents, &fates);
    let mut facts = facts::find_facts(
        &documents,
        &words,
        &found.passages,
        &rows,
        &fates,
        &mut differ,
    );
    facts.retain(|spans| !verdicts.refuse_spans(&documents, spans));
    let bounded = runs.complete && found.complete && aligned && differ.complete;
    let complete = bounded || is_all_same(&summary, &rows);
    Comparison {
        facts,
        regions: found.regions,
        passages: found.passages,
        rows,
        coverage,
        left_out,
        summary,
        relation,
        complete,
        documents,
    }
}
