//! What leaves for JavaScript: the types that TypeScript sees, and the engine's result in their form.

use serde::{Serialize, Serializer};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{tape::SAME_EDIT, units::Units};
use crate::{
    alignment, coverage, diff, document, facts, left_out, passages,
    span::{self, Side},
    summary,
};

/// A stretch of one text: UTF-16 code units, half-open. An empty one marks a place.
#[derive(Tsify, Serialize)]
pub struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Declares the names that one of the engine's enumerations has in JavaScript.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident of $engine:path: $($variant:ident),+) => {
        $(#[$doc])*
        #[derive(Tsify, Serialize)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "the engine's enumeration says what each one is")]
        pub enum $name { $($variant),+ }

        impl From<$engine> for $name {
            fn from(value: $engine) -> Self {
                use $engine as Engine;
                match value { $(Engine::$variant => Self::$variant),+ }
            }
        }
    };
}

names!(
    /// How close the two sides of a passage are.
    Grade of passages::Grade: Verbatim, Edited, Reworded
);
names!(
    /// Whether a passage says something, only names somebody, or is a stock phrase.
    Substance of passages::Substance: Statement, Names, Formulaic
);
names!(
    /// Whether a region was written sentence by sentence, or condenses a long stretch.
    RegionKind of passages::RegionKind: Reuse, Condensed
);
names!(
    /// How the two sides of a row are related. `moved`, `repeated`, `only` and `boilerplate` rows have one side.
    RowKind of alignment::RowKind: Same, Changed, Reworded, Moved, Repeated, Only, Boilerplate
);
names!(
    /// What becomes of a word: it is shared in a passage that counts; it repeats such a passage; it stands in a weak
    /// match or in a name or stock phrase that does not count; it is in no passage but faces the same word in a row;
    /// only this side has it; it is page clutter.
    Coverage of passages::Coverage: Shared, Repeated, Weak, Formulaic, Aligned, Only, Boilerplate
);
names!(
    /// How the right differs from the left.
    Operation of diff::Operation: Replace, Delete, Insert
);
names!(
    /// What it is that differs.
    ChangeKind of diff::ChangeKind: Word, Case, Punctuation, Number, Date, Name, Quotation, Negation
);
names!(
    /// What sort of statement differs or agrees.
    FactKind of facts::FactKind: Quotation, Number, Date, Name, Negation
);
names!(
    /// How a statement differs: the two values are not the same; a quotation has other words inside;
    /// it begins or ends elsewhere; only one side has the marks; one side denies what the other says.
    FactDetail of facts::Detail: Different, Altered, Cut, Unquoted, Denied
);
names!(
    /// What kind of page clutter a line is.
    Boilerplate of document::Boilerplate: Navigation, Dateline, Rights, Promotion, Repeated, Metadata, ExcludedByUser
);

/// What a paragraph is for.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(
    missing_docs,
    reason = "the engine's enumeration says what each one is"
)]
pub enum Role {
    Title,
    Heading,
    Prose,
    Item,
    Boilerplate,
}

/// A line or block of lines that belong together.
#[derive(Tsify, Serialize)]
pub struct Paragraph {
    start: u32,
    end: u32,
    role: Role,
    /// Set when `role` is `boilerplate`.
    boilerplate: Option<Boilerplate>,
}

/// How one text is built and how much of it the other has. The words of `verbatim`, `edited`, `reworded` and of
/// `repeatedWords` to `onlyWords` add up to `words`, the sentences of `same` to `only` to `sentences`.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// All words, page clutter aside.
    words: usize,
    /// Words in verbatim passages.
    verbatim: usize,
    /// Words in edited passages, but in no verbatim one.
    edited: usize,
    /// Words in reworded passages, but in none of the above.
    reworded: usize,
    /// Words in copies of passages, but in none of the above.
    repeated_words: usize,
    /// Words in none of the above that face the same word in a row.
    aligned_words: usize,
    /// Words in weak matches, but in none of the above.
    weak_words: usize,
    /// Words in names and stock phrases that both sides have, but in none of the above.
    formulaic_words: usize,
    /// Words that only this side has.
    only_words: usize,
    /// Words of page clutter, which is not compared.
    boilerplate_words: usize,
    /// All sentences, page clutter aside.
    sentences: usize,
    /// Sentences in rows whose sides are the same.
    same: usize,
    /// Sentences in rows with edits.
    changed: usize,
    /// Sentences of rows that moved.
    moved: usize,
    /// Sentences of rows that are repeated.
    repeated: usize,
    /// Sentences with no counterpart.
    only: usize,
}

/// Something for each side.
#[derive(Tsify, Serialize)]
pub struct Sides<T> {
    left: T,
    right: T,
}

/// A word-level edit. White space is never part of one. Where one side has nothing, its span is
/// empty and marks the place.
#[derive(Tsify, Serialize)]
pub struct Change {
    operation: Operation,
    kind: ChangeKind,
    left: Span,
    right: Span,
}

/// A change, or the number of the same one, counted from the first that left.
enum Sent {
    New(Change),
    Same(u32),
}

impl Serialize for Sent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::New(change) => change.serialize(to),
            Self::Same(number) => to.serialize_unit_variant(SAME_EDIT, *number, ""),
        }
    }
}

/// A stretch of left and a stretch of right that say the same in the same or similar words.
#[derive(Tsify, Serialize)]
pub struct Passage {
    /// Counted from 1: first those that are shared in left order, then the others in left order.
    number: usize,
    left: Span,
    right: Span,
    grade: Grade,
    substance: Substance,
    /// What becomes of its words: `shared`, `repeated`, `weak` or `formulaic`.
    coverage: Coverage,
    /// Whether the reader said that its two sides belong together.
    pinned: bool,
    /// Words on each side.
    words: Sides<usize>,
    /// Words in common.
    common: usize,
    /// Whether it stands in another order than the others.
    moved: bool,
    /// Whether it stands inside quotation marks on both sides.
    quotation: bool,
    /// The region it lies in: an index into `regions`.
    region: Option<usize>,
    /// For a further counterpart of a stretch that has a better one: the number of the better passage.
    primary: Option<usize>,
    /// The edits that turn its left into its right, in order.
    changes: Vec<Change>,
}

/// A wider stretch in which passages lie close together on both sides.
#[derive(Tsify, Serialize)]
pub struct Region {
    left: Span,
    right: Span,
    kind: RegionKind,
    /// Whether what it shares is evidence that one was written from the other, or both from a third.
    strong: bool,
    /// The summed weights of the different words that both sides have.
    weight: f64,
}

/// What faces what: a run of sentences on the left and one on the right, or nothing on one side.
#[derive(Tsify, Serialize)]
pub struct Row {
    /// Null where the left has nothing.
    left: Option<Span>,
    /// Null where the right has nothing.
    right: Option<Span>,
    kind: RowKind,
    /// Numbers of the passages with a word in this row, on either side.
    passages: Vec<usize>,
    /// For a row that moved: the row where most of the same words stand on the other side, as an index into the rows.
    /// For a row that such a row names: the row that names it.
    counterpart: Option<usize>,
    /// The edits that turn left into right, in order. Empty for one-sided rows. They leave out the moves of which both
    /// ends stand in this row and that belong to a verbatim passage. What is an edit of a passage too is the same object.
    #[tsify(type = "Change[]")]
    changes: Vec<Sent>,
    /// What moved inside the row or out of it. Empty for one-sided rows.
    moves: Vec<Move>,
}

/// Words of a row that face the same words in another place, in this row or in another one.
#[derive(Tsify, Serialize)]
pub struct Move {
    /// Null if the words of the left stand in another row.
    left: Option<Span>,
    /// Null if the words of the right stand in another row.
    right: Option<Span>,
    /// The number of the passage they belong to; null for words of a row that no passage holds.
    passage: Option<usize>,
}

/// A stretch of consecutive words with one fate, inside one paragraph: from its first to its last word.
#[derive(Tsify, Serialize)]
pub struct Cover {
    start: u32,
    end: u32,
    what: Coverage,
    /// The number of the passage that holds the words or that they repeat; null where no passage holds them.
    passage: Option<usize>,
}

/// A difference of fact inside a matched pair.
#[derive(Tsify, Serialize)]
pub struct Fact {
    kind: FactKind,
    detail: FactDetail,
    /// The value on the left. Empty where the left does not negate: it marks the place.
    left: Span,
    /// The value on the right, likewise.
    right: Span,
    /// The number of the passage it stands in.
    passage: Option<usize>,
    /// For quotations, the edits inside, in order.
    changes: Vec<Change>,
}

/// A value that both sides state alike, where it first stands.
#[derive(Tsify, Serialize)]
pub struct Agreement {
    kind: FactKind,
    left: Span,
    right: Span,
}

/// What differs in fact where both sides say the same, and what does not.
#[derive(Tsify, Serialize)]
pub struct Facts {
    /// In left order.
    differences: Vec<Fact>,
    /// Each value once, in left order.
    agree: Vec<Agreement>,
    /// Quotations that the other side has not, without their marks, in order.
    only: Sides<Vec<Span>>,
}

/// A stretch of one text that the other does not answer, inside one paragraph: from word to word.
#[derive(Tsify, Serialize)]
pub struct LeftOut {
    start: u32,
    end: u32,
    /// Words in it; never none.
    words: usize,
    /// Whole sentences in it; none if it is only part of one.
    sentences: usize,
}

/// Everything found between two texts. Lists are in left order, then right order.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    regions: Vec<Region>,
    passages: Vec<Passage>,
    /// In reading order of both sides; each sentence of each side is in exactly one.
    rows: Vec<Row>,
    facts: Facts,
    /// What becomes of every word of each text, in reading order.
    coverage: Sides<Vec<Cover>>,
    /// What each text says and the other does not, page clutter aside, in reading order.
    left_out: Sides<Vec<LeftOut>>,
    summary: Sides<Summary>,
    /// The paragraphs of each text, in order; white space alone lies between them.
    paragraphs: Sides<Vec<Paragraph>>,
    /// False when a limit of work was met, so that something may be missing.
    complete: bool,
}

/// The steps of a comparison as the progress callback is given them, in order.
#[wasm_bindgen(typescript_custom_section)]
const PHASE: &str =
    "export type Phase = 'Documents' | 'Runs' | 'Passages' | 'Alignment' | 'Summary' | 'Boundary';";

/// The engine's result on its way out: the same things, with offsets in the caller's unit.
pub(super) struct Out<'c> {
    comparison: &'c crate::Comparison<'c>,
    units: span::Sides<Units<'c>>,
    /// How many changes leave with the passages before each one.
    before: Vec<u32>,
}

impl<'c> Out<'c> {
    pub(super) fn new(comparison: &'c crate::Comparison<'c>) -> Self {
        let passages = comparison.passages.iter();
        let before = passages.scan(0, |sum, passage| {
            let before = *sum;
            *sum += passage.changes.len() as u32;
            Some(before)
        });
        Self {
            comparison,
            before: before.collect(),
            units: comparison
                .documents
                .as_ref()
                .map(|document| Units::new(document.text)),
        }
    }

    pub(super) fn all(&self) -> Comparison {
        let Self { comparison, .. } = self;
        Comparison {
            regions: comparison
                .regions
                .iter()
                .map(|region| self.region(region))
                .collect(),
            passages: comparison
                .passages
                .iter()
                .enumerate()
                .map(|(at, passage)| self.passage(at, passage))
                .collect(),
            rows: comparison.rows.iter().map(|row| self.row(row)).collect(),
            facts: self.facts(&comparison.facts),
            coverage: both(
                span::Sides::new(Side::Left, Side::Right).map(|side| self.coverage(side)),
            ),
            left_out: both(
                span::Sides::new(Side::Left, Side::Right).map(|side| self.left_out(side)),
            ),
            summary: both(comparison.summary.map(summary)),
            paragraphs: both(
                span::Sides::new(Side::Left, Side::Right).map(|side| self.paragraphs(side)),
            ),
            complete: comparison.complete,
        }
    }

    fn spans(&self, spans: span::Sides<span::Span>) -> (Span, Span) {
        (
            self.units.left.span(spans.left),
            self.units.right.span(spans.right),
        )
    }

    fn region(&self, region: &passages::Region) -> Region {
        let (left, right) = self.spans(region.spans);
        Region {
            left,
            right,
            kind: region.kind.into(),
            strong: region.strong,
            weight: region.weight,
        }
    }

    fn passage(&self, at: usize, passage: &passages::Passage) -> Passage {
        let (left, right) = self.spans(passage.spans);
        Passage {
            number: at + 1,
            left,
            right,
            grade: passage.grade.into(),
            substance: passage.substance.into(),
            coverage: passage.coverage.into(),
            pinned: passage.pinned,
            words: both(passage.words.as_ref().map(ExactSizeIterator::len)),
            common: passage.common,
            moved: passage.moved,
            quotation: passage.quotation,
            region: passage.region,
            primary: passage.primary.map(|better| better + 1),
            changes: self.changes(&passage.changes),
        }
    }

    fn row(&self, row: &alignment::Row) -> Row {
        let one = |side: Side| {
            let sentences =
                &self.comparison.documents.get(side).sentences[row.sentences.get(side).clone()];
            let (first, last) = (sentences.first()?, sentences.last()?);
            Some(self.units.get(side).span(first.span.to(last.span)))
        };
        Row {
            left: one(Side::Left),
            right: one(Side::Right),
            kind: row.kind.into(),
            passages: row.passages.iter().map(|passage| passage + 1).collect(),
            counterpart: row.counterpart,
            changes: row.changes.iter().map(|one| self.sent(row, one)).collect(),
            moves: row.moves.iter().map(|one| self.moved(one)).collect(),
        }
    }

    fn moved(&self, one: &alignment::Move) -> Move {
        let span = |side: Side| Some(self.units.get(side).span((*one.spans.get(side))?));
        Move {
            left: span(Side::Left),
            right: span(Side::Right),
            passage: one.passage.map(|passage| passage + 1),
        }
    }

    fn coverage(&self, side: Side) -> Vec<Cover> {
        let one = |cover: &coverage::Cover| {
            let Span { start, end } = self.units.get(side).span(cover.span);
            Cover {
                start,
                end,
                what: cover.what.into(),
                passage: cover.passage.map(|passage| passage + 1),
            }
        };
        self.comparison.coverage.get(side).iter().map(one).collect()
    }

    /// A change of a row, which has often left with a passage.
    fn sent(&self, row: &alignment::Row, change: &diff::Change) -> Sent {
        let place = |change: &diff::Change| (change.spans.left, change.spans.right);
        let known = row.passages.iter().find_map(|&passage| {
            let changes = &self.comparison.passages[passage].changes;
            let at = changes.partition_point(|known| place(known) < place(change));
            (changes.get(at)? == change).then(|| self.before[passage] + at as u32)
        });
        known.map_or_else(|| Sent::New(self.change(change)), Sent::Same)
    }

    fn facts(&self, facts: &facts::Facts) -> Facts {
        let difference = |fact: &facts::Fact| {
            let (left, right) = self.spans(fact.spans);
            Fact {
                kind: fact.kind.into(),
                detail: fact.detail.into(),
                left,
                right,
                passage: fact.passage.map(|passage| passage + 1),
                changes: self.changes(&fact.changes),
            }
        };
        let agreement = |agreement: &facts::Agreement| {
            let (left, right) = self.spans(agreement.spans);
            Agreement {
                kind: agreement.kind.into(),
                left,
                right,
            }
        };
        let only = |side: Side| {
            let units = self.units.get(side);
            let spans = facts.only.get(side).iter();
            spans.map(|&span| units.span(span)).collect()
        };
        Facts {
            differences: facts.differences.iter().map(difference).collect(),
            agree: facts.agree.iter().map(agreement).collect(),
            only: both(span::Sides::new(Side::Left, Side::Right).map(only)),
        }
    }

    fn left_out(&self, side: Side) -> Vec<LeftOut> {
        let one = |stretch: &left_out::LeftOut| {
            let Span { start, end } = self.units.get(side).span(stretch.span);
            LeftOut {
                start,
                end,
                words: stretch.words,
                sentences: stretch.sentences,
            }
        };
        self.comparison.left_out.get(side).iter().map(one).collect()
    }

    fn changes(&self, changes: &[diff::Change]) -> Vec<Change> {
        changes.iter().map(|change| self.change(change)).collect()
    }

    fn change(&self, change: &diff::Change) -> Change {
        let (left, right) = self.spans(change.spans);
        Change {
            operation: change.operation.into(),
            kind: change.kind.into(),
            left,
            right,
        }
    }

    fn paragraphs(&self, side: Side) -> Vec<Paragraph> {
        let one = |paragraph: &document::Paragraph| {
            let Span { start, end } = self.units.get(side).span(paragraph.span);
            let (role, boilerplate) = match paragraph.role {
                document::Role::Title => (Role::Title, None),
                document::Role::Heading => (Role::Heading, None),
                document::Role::Prose => (Role::Prose, None),
                document::Role::Item => (Role::Item, None),
                document::Role::Boilerplate(boilerplate) => {
                    (Role::Boilerplate, Some(boilerplate.into()))
                }
            };
            Paragraph {
                start,
                end,
                role,
                boilerplate,
            }
        };
        self.comparison
            .documents
            .get(side)
            .paragraphs
            .iter()
            .map(one)
            .collect()
    }
}

pub(super) fn both<T>(sides: span::Sides<T>) -> Sides<T> {
    Sides {
        left: sides.left,
        right: sides.right,
    }
}

fn summary(of: summary::Summary) -> Summary {
    Summary {
        words: of.words,
        verbatim: of.verbatim,
        edited: of.edited,
        reworded: of.reworded,
        repeated_words: of.repeated_words,
        aligned_words: of.aligned_words,
        weak_words: of.weak_words,
        formulaic_words: of.formulaic_words,
        only_words: of.only_words,
        boilerplate_words: of.boilerplate_words,
        sentences: of.sentences,
        same: of.same,
        changed: of.changed,
        moved: of.moved,
        repeated: of.repeated,
        only: of.only,
    }
}
