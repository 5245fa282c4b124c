//! What JavaScript gets, as TypeScript sees it. What is absent is null.

use serde::{Serialize, Serializer};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::wire::EDIT_REFERENCE;
use crate::{alignment, diff, document, facts, library, passages, relation, span, story};

/// A stretch of one text: UTF-16 code units, half-open. An empty one marks a place.
#[derive(Tsify, Serialize)]
pub struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl From<span::Span> for Span {
    fn from(span::Span { start, end }: span::Span) -> Self {
        Self { start, end }
    }
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
    /// What a sentence of a story says: how the two stand to each other; passages in other words; quotations, numbers, dates, negations and names
    /// that differ; what only one side quotes, mentions or says at all; passages in another order; quotations that are
    /// longer on one side, in marks on one side only, or the same on both.
    StoryKind of story::Kind: Relation, InOtherWords, QuotationAltered, Number, Date, Denial, Name, QuotationOnly, Mentions, Only,
        Reordering, QuotationCut, QuotationUnmarked, QuotationsSame
);
names!(
    /// How an article carries a quotation: word for word and whole; a part of it; with other words inside; its words
    /// without the marks.
    Carried of library::Carried: Whole, Cut, Altered, Report
);
names!(
    /// A side of the comparison.
    SideName of span::Side: Left, Right
);
names!(
    /// What kind of page clutter a line is.
    Boilerplate of document::Boilerplate: Navigation, Dateline, Rights, Promotion, Repeated, Metadata, Byline, ExcludedByUser
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
#[tsify(missing_as_null)]
pub struct Paragraph {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) role: Role,
    /// Null unless `role` is `boilerplate`.
    pub(super) boilerplate: Option<Boilerplate>,
}

/// How one text is built and how much of it the other has. The words of `verbatim`, `edited`, `reworded` and of
/// `repeatedWords` to `onlyWords` add up to `words`, the sentences of `same` to `only` to `sentences`.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// All words, page clutter aside.
    pub(super) words: usize,
    /// Words in verbatim passages.
    pub(super) verbatim: usize,
    /// Words in edited passages, but in no verbatim one.
    pub(super) edited: usize,
    /// Words in reworded passages, but in none of the above.
    pub(super) reworded: usize,
    /// Words in copies of passages, but in none of the above.
    pub(super) repeated_words: usize,
    /// Words in none of the above that face the same word in a row.
    pub(super) aligned_words: usize,
    /// Words in weak matches, but in none of the above.
    pub(super) weak_words: usize,
    /// Words in names and stock phrases that both sides have, but in none of the above.
    pub(super) formulaic_words: usize,
    /// Words that only this side has.
    pub(super) only_words: usize,
    /// Words of page clutter, which is not compared.
    pub(super) boilerplate_words: usize,
    /// All sentences, page clutter aside.
    pub(super) sentences: usize,
    /// Sentences in rows whose sides are the same.
    pub(super) same: usize,
    /// Sentences in rows with edits.
    pub(super) changed: usize,
    /// Sentences of rows that moved.
    pub(super) moved: usize,
    /// Sentences of rows that are repeated.
    pub(super) repeated: usize,
    /// Sentences with no counterpart.
    pub(super) only: usize,
}

/// Something for each side.
#[derive(Tsify, Serialize)]
pub struct Sides<T> {
    pub(super) left: T,
    pub(super) right: T,
}

/// A word-level edit. White space is never part of one. Where one side has nothing, its span is
/// empty and marks the place.
#[derive(Tsify, Serialize)]
pub struct Change {
    pub(super) operation: Operation,
    pub(super) kind: ChangeKind,
    pub(super) left: Span,
    pub(super) right: Span,
}

/// An edit, or the number of an equal one that a passage before has: counted from 0 over all passages.
pub(super) enum ChangeRef {
    New(Change),
    Known(u32),
}

impl Serialize for ChangeRef {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::New(change) => change.serialize(to),
            Self::Known(number) => to.serialize_unit_variant(EDIT_REFERENCE, *number, ""),
        }
    }
}

/// A stretch of left and a stretch of right that say the same in the same or similar words.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct Passage {
    /// Counted from 1: first those that are shared in left order, then the others in left order.
    pub(super) number: usize,
    pub(super) left: Span,
    pub(super) right: Span,
    pub(super) grade: Grade,
    pub(super) substance: Substance,
    /// What becomes of its words: `shared`, `repeated`, `weak` or `formulaic`.
    pub(super) coverage: Coverage,
    /// Whether its evidence is thin: it counts only if the reader asks for weak matches.
    pub(super) weak: bool,
    /// Whether it is reworded, and found only because its sides mean the same to a model too: in other words.
    pub(super) by_meaning: bool,
    /// Whether the reader said that its two sides belong together.
    pub(super) pinned: bool,
    /// Words on each side.
    pub(super) words: Sides<usize>,
    /// Words in common.
    pub(super) common: usize,
    /// Whether it stands in another order than the others.
    pub(super) moved: bool,
    /// Whether it stands inside quotation marks on both sides.
    pub(super) quotation: bool,
    /// The region it lies in: an index into `regions`. Null if it lies in none.
    pub(super) region: Option<usize>,
    /// For a further counterpart of a stretch that has a better one: the number of the better passage. Null for others.
    pub(super) primary: Option<usize>,
    /// The edits that turn its left into its right, in order.
    pub(super) changes: Vec<Change>,
}

/// A wider stretch in which passages lie close together on both sides.
#[derive(Tsify, Serialize)]
pub struct Region {
    pub(super) left: Span,
    pub(super) right: Span,
    pub(super) kind: RegionKind,
    /// Whether what it shares is evidence that one was written from the other, or both from a third.
    pub(super) strong: bool,
    /// The summed weights of the different words that both sides have.
    pub(super) weight: f64,
}

/// What faces what: a run of sentences on the left and one on the right, or nothing on one side.
#[derive(Tsify, Serialize)]
#[tsify(missing_as_null)]
pub struct Row {
    /// Null where the left has nothing.
    pub(super) left: Option<Span>,
    /// Null where the right has nothing.
    pub(super) right: Option<Span>,
    pub(super) kind: RowKind,
    /// Numbers of the passages that reach into this row, on either side.
    pub(super) passages: Vec<usize>,
    /// For a row that moved: the row where most of the same words stand on the other side, as an index into the rows.
    /// For a row that such a row names: the row that names it. Null for others.
    pub(super) counterpart: Option<usize>,
    /// The edits that turn left into right, in order. Empty for one-sided rows. They leave out the moves of which both
    /// ends stand in this row and that belong to a verbatim passage. What is an edit of a passage too is the same object.
    #[tsify(type = "Change[]")]
    pub(super) changes: Vec<ChangeRef>,
    /// What moved inside the row or out of it. Empty for one-sided rows.
    pub(super) moves: Vec<Move>,
}

/// Words of a row that face the same words in another place, in this row or in another one.
#[derive(Tsify, Serialize)]
#[tsify(missing_as_null)]
pub struct Move {
    /// Null if the words of the left stand in another row.
    pub(super) left: Option<Span>,
    /// Null if the words of the right stand in another row.
    pub(super) right: Option<Span>,
    /// The number of the passage they belong to; null for words of a row that no passage holds.
    pub(super) passage: Option<usize>,
}

/// A stretch of consecutive words with one fate, inside one paragraph: from its first to its last word.
#[derive(Tsify, Serialize)]
#[tsify(missing_as_null)]
pub struct Cover {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) what: Coverage,
    /// The number of the passage that holds the words or that they repeat; null where no passage holds them.
    pub(super) passage: Option<usize>,
}

/// A difference of fact inside a matched pair.
#[derive(Tsify, Serialize)]
#[tsify(missing_as_null)]
pub struct Fact {
    pub(super) kind: FactKind,
    pub(super) detail: FactDetail,
    /// The value on the left. Empty where the left does not negate: it marks the place.
    pub(super) left: Span,
    /// The value on the right, likewise.
    pub(super) right: Span,
    /// The number of the passage it stands in. Null if it stands in none.
    pub(super) passage: Option<usize>,
    /// For quotations, the edits inside, in order.
    pub(super) changes: Vec<Change>,
}

/// A value that both sides state alike, where it first stands.
#[derive(Tsify, Serialize)]
pub struct Agreement {
    pub(super) kind: FactKind,
    pub(super) left: Span,
    pub(super) right: Span,
}

/// What differs in fact where both sides say the same, and what does not.
#[derive(Tsify, Serialize)]
pub struct Facts {
    /// By weight, and of one weight in left order: altered quotations, numbers, dates, denials, names, then quotations of
    /// another length and those in marks on one side only.
    pub(super) differences: Vec<Fact>,
    /// Each value once, in left order.
    pub(super) agree: Vec<Agreement>,
    /// Quotations that the other side has not, without their marks, in order.
    pub(super) only: Sides<Vec<Span>>,
}

/// A stretch of one text that the other does not answer, inside one paragraph: from word to word.
#[derive(Tsify, Serialize)]
pub struct LeftOut {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Words in it; never none.
    pub(super) words: usize,
    /// Whole sentences in it; none if it is only part of one.
    pub(super) sentences: usize,
}

/// How two articles stand to each other as a whole. Each says more than those after it: the same words; one text in two
/// versions; large parts from one text; some passages from one text; one matter in wordings of their own; nothing.
#[derive(Tsify, Serialize)]
#[allow(
    missing_docs,
    reason = "the engine's enumeration says what each one is"
)]
pub enum RelationKind {
    #[serde(rename = "same")]
    Same,
    #[serde(rename = "version")]
    Version,
    #[serde(rename = "common source")]
    CommonSource,
    #[serde(rename = "shared passages")]
    SharedPassages,
    #[serde(rename = "same subject")]
    SameSubject,
    #[serde(rename = "none")]
    None,
}

impl From<relation::RelationKind> for RelationKind {
    fn from(kind: relation::RelationKind) -> Self {
        match kind {
            relation::RelationKind::Same => Self::Same,
            relation::RelationKind::Version => Self::Version,
            relation::RelationKind::CommonSource => Self::CommonSource,
            relation::RelationKind::SharedPassages => Self::SharedPassages,
            relation::RelationKind::SameSubject => Self::SameSubject,
            relation::RelationKind::None => Self::None,
        }
    }
}

/// What speaks for a relation, in words of each side, boilerplate aside.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RelationEvidence {
    /// Words that the other side has too: in passages that count, in copies of them, or facing the same word in a row.
    pub(super) shared: Sides<usize>,
    /// Words in strong regions.
    pub(super) strong: Sides<usize>,
    /// Different words that both sides have, function words aside.
    pub(super) subject: usize,
}

/// A sentence that says what the comparison means, and what it rests on.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct Clause {
    pub(super) kind: StoryKind,
    /// The side it is about; null where it is about both.
    pub(super) side: Option<SideName>,
    /// The sentence, with its full stop.
    pub(super) text: String,
    /// Numbers of passages, ascending.
    pub(super) passages: Vec<usize>,
    /// Indices into `facts.differences`, ascending.
    pub(super) facts: Vec<usize>,
    /// Indices into `leftOut` of each side, ascending.
    pub(super) left_out: Sides<Vec<usize>>,
    /// Where what is said stands on each side.
    pub(super) spans: Sides<Vec<Span>>,
}

/// What the comparison means, in sentences of the language that was asked for.
#[derive(Tsify, Serialize)]
pub struct Story {
    /// The paragraph, sentence by sentence.
    pub(super) clauses: Vec<Clause>,
    /// What a reader should look at, the weightiest first.
    pub(super) findings: Vec<Clause>,
}

/// Everything found between two texts. Lists are in left order, then right order.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct Comparison {
    pub(super) regions: Vec<Region>,
    pub(super) passages: Vec<Passage>,
    /// In reading order of both sides; each sentence of each side is in exactly one.
    pub(super) rows: Vec<Row>,
    pub(super) facts: Facts,
    /// What becomes of every word of each text, in reading order.
    pub(super) coverage: Sides<Vec<Cover>>,
    /// What each text says and the other does not, page clutter aside, in reading order.
    pub(super) left_out: Sides<Vec<LeftOut>>,
    pub(super) summary: Sides<Summary>,
    pub(super) relation: RelationKind,
    pub(super) relation_evidence: RelationEvidence,
    /// What all this means; null if no language was asked for.
    pub(super) story: Option<Story>,
    /// The paragraphs of each text, in order; white space alone lies between them.
    pub(super) paragraphs: Sides<Vec<Paragraph>>,
    /// False when a limit of work was met, so that something may be missing.
    pub(super) complete: bool,
}

/// The steps of a comparison as the progress callback is given them, in order.
#[wasm_bindgen(typescript_custom_section)]
const PHASE: &str =
    "export type Phase = 'Documents' | 'Runs' | 'Passages' | 'Alignment' | 'Summary' | 'Boundary';";

impl<T> From<span::Sides<T>> for Sides<T> {
    fn from(sides: span::Sides<T>) -> Self {
        Self {
            left: sides.left,
            right: sides.right,
        }
    }
}
