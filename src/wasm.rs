//! The boundary to JavaScript: one coarse call, ranges and numbers out, never text.
//!
//! Offsets leave as UTF-16 code units, half-open, converted once for each text. A lone surrogate
//! comes in as U+FFFD, which is one unit as well, so it shifts nothing. Strings cannot make a
//! comparison fail; options can, and the message names the option. TypeScript types are made from
//! the types below, so that the page cannot drift from the engine.

mod timing;
mod units;

use js_sys::{Array, Object};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::console;

use crate::{
    Phase, alignment, changes, document, facts, passages,
    span::{self, Side},
    summary,
};
use timing::Timing;
use units::Units;

/// Shows a panic in the console before it becomes a trap. After a trap the instance is spent: drop it.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| console::error_1(&info.to_string().into())));
}

/// Panics. For trying out how a page recovers; it has no other use.
#[wasm_bindgen(js_name = panicOnPurpose)]
pub fn panic_on_purpose() {
    panic!("panic on purpose");
}

/// Compares two texts.
///
/// `options` may be left out, and so may any of its fields. `progress` is called at the start of
/// every phase with the name of the phase and the share of phases done, 0 to 1; what it returns or
/// throws is ignored. Throws an `Error` that names the option when an option is unknown, of the
/// wrong type or out of range; nothing else makes it throw.
#[wasm_bindgen(unchecked_return_type = "Comparison")]
pub fn compare(
    left: &str,
    right: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "(phase: Phase, done: number) => void")]
    progress: JsValue,
) -> Result<JsValue, JsError> {
    let options = read_options(&options)?;
    let mut timing = Timing::new(progress.dyn_into().ok());
    let comparison = crate::compare_watched(left, right, &options, &mut |phase| {
        timing.begin(phase.name())
    });
    timing.begin("Boundary");
    let result = Out::new(&comparison)
        .all()
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible());
    timing.end();
    result.map_err(|error| JsError::new(&error.to_string()))
}

/// The options of a comparison; each has a default.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(
    dead_code,
    reason = "describes the type to TypeScript; read field by field for better messages"
)]
struct Options {
    /// The shortest exact run that is a passage, in words: a whole number from 2 to 100. Default 4.
    #[tsify(optional)]
    min_words: Option<u32>,
    /// Whether `Summit` is `summit`. Default true.
    #[tsify(optional)]
    ignore_case: Option<bool>,
    /// Whether punctuation is left out of the comparison (it is always part of the changes). Default true.
    #[tsify(optional)]
    ignore_punctuation: Option<bool>,
    /// Whether any number is any other number. Default false.
    #[tsify(optional)]
    ignore_numbers: Option<bool>,
    /// Whether `café` is `cafe`. Default false.
    #[tsify(optional)]
    ignore_diacritics: Option<bool>,
    /// Whether lines that belong to the page around an article are left out. Default true.
    #[tsify(optional)]
    skip_furniture: Option<bool>,
}

fn read_options(given: &JsValue) -> Result<crate::Options, JsError> {
    let mut options = crate::Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    let object: &Object = given
        .dyn_ref()
        .ok_or_else(|| JsError::new("options must be an object"))?;
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if value.is_undefined() {
            continue;
        }
        let flag = match name.as_str() {
            "minWords" => {
                options.min_words = read_whole(&name, &value, crate::Options::MIN_WORDS)?;
                continue;
            }
            "ignoreCase" => &mut options.ignore_case,
            "ignorePunctuation" => &mut options.ignore_punctuation,
            "ignoreNumbers" => &mut options.ignore_numbers,
            "ignoreDiacritics" => &mut options.ignore_diacritics,
            "skipFurniture" => &mut options.skip_furniture,
            _ => return Err(JsError::new(&format!("there is no option {name}"))),
        };
        *flag = value
            .as_bool()
            .ok_or_else(|| JsError::new(&format!("{name} must be true or false")))?;
    }
    Ok(options)
}

fn read_whole(
    name: &str,
    value: &JsValue,
    range: std::ops::RangeInclusive<usize>,
) -> Result<usize, JsError> {
    let (first, last) = (*range.start(), *range.end());
    value
        .as_f64()
        .filter(|number| number.fract() == 0.0 && (first as f64..=last as f64).contains(number))
        .map(|number| number as usize)
        .ok_or_else(|| {
            JsError::new(&format!(
                "{name} must be a whole number from {first} to {last}"
            ))
        })
}

impl Phase {
    fn name(self) -> &'static str {
        match self {
            Self::Documents => "Documents",
            Self::Runs => "Runs",
            Self::Passages => "Passages",
            Self::Alignment => "Alignment",
            Self::Summary => "Summary",
        }
    }
}

/// A stretch of one text: UTF-16 code units, half-open. An empty one marks a place.
#[derive(Tsify, Serialize)]
pub struct Span {
    start: u32,
    end: u32,
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
    Substance of passages::Substance: Statement, Names, Stock
);
names!(
    /// Whether a region was written sentence by sentence, or condenses a long stretch.
    RegionKind of passages::RegionKind: Reuse, Condensed
);
names!(
    /// How the two sides of a row are related. `moved`, `only` and `furniture` rows have one side.
    Relation of alignment::Relation: Same, Changed, Reworded, Moved, Only, Furniture
);
names!(
    /// How the right differs from the left.
    Operation of changes::Operation: Replace, Delete, Insert
);
names!(
    /// What it is that differs.
    ChangeKind of changes::ChangeKind: Word, Case, Punctuation, Number, Date, Name, Quotation, Negation
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
    Furniture of document::Furniture: Navigation, Dateline, Rights, Promotion, Repeated, Surroundings
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
    Furniture,
}

/// A line or block of lines that belong together.
#[derive(Tsify, Serialize)]
pub struct Paragraph {
    start: u32,
    end: u32,
    role: Role,
    /// Set when `role` is `furniture`.
    furniture: Option<Furniture>,
}

/// How one text is built and how much of it the other has. Words in furniture count nowhere.
#[derive(Tsify, Serialize)]
pub struct Summary {
    /// All words.
    words: usize,
    /// Words in verbatim passages.
    verbatim: usize,
    /// Words in edited passages, but in no verbatim one.
    edited: usize,
    /// Words in reworded passages, but in none of the above.
    reworded: usize,
    /// All sentences.
    sentences: usize,
    /// Sentences in rows whose sides are the same.
    same: usize,
    /// Sentences in rows with edits.
    changed: usize,
    /// Sentences whose counterpart stands elsewhere.
    moved: usize,
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

/// A stretch of left and a stretch of right that say the same in the same or similar words.
#[derive(Tsify, Serialize)]
pub struct Passage {
    /// Counted from 1: first the statements in left order, then the others in left order.
    number: usize,
    left: Span,
    right: Span,
    grade: Grade,
    substance: Substance,
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
    relation: Relation,
    /// Numbers of the passages with a word in this row, on either side.
    passages: Vec<usize>,
    /// The edits that turn left into right, in order. Empty for one-sided rows.
    changes: Vec<Change>,
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

/// Everything found between two texts. Lists are in left order, then right order.
#[derive(Tsify, Serialize)]
pub struct Comparison {
    regions: Vec<Region>,
    passages: Vec<Passage>,
    /// In reading order of both sides; each sentence of each side is in exactly one.
    rows: Vec<Row>,
    facts: Facts,
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
struct Out<'c> {
    comparison: &'c crate::Comparison<'c>,
    units: span::Sides<Units<'c>>,
}

impl<'c> Out<'c> {
    fn new(comparison: &'c crate::Comparison<'c>) -> Self {
        Self {
            comparison,
            units: comparison
                .documents
                .as_ref()
                .map(|document| Units::new(document.text)),
        }
    }

    fn all(&self) -> Comparison {
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
            relation: row.relation.into(),
            passages: row.passages.iter().map(|passage| passage + 1).collect(),
            changes: self.changes(&row.changes),
        }
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

    fn changes(&self, changes: &[changes::Change]) -> Vec<Change> {
        let one = |change: &changes::Change| {
            let (left, right) = self.spans(change.spans);
            Change {
                operation: change.operation.into(),
                kind: change.kind.into(),
                left,
                right,
            }
        };
        changes.iter().map(one).collect()
    }

    fn paragraphs(&self, side: Side) -> Vec<Paragraph> {
        let one = |paragraph: &document::Paragraph| {
            let Span { start, end } = self.units.get(side).span(paragraph.span);
            let (role, furniture) = match paragraph.role {
                document::Role::Title => (Role::Title, None),
                document::Role::Heading => (Role::Heading, None),
                document::Role::Prose => (Role::Prose, None),
                document::Role::Item => (Role::Item, None),
                document::Role::Furniture(furniture) => (Role::Furniture, Some(furniture.into())),
            };
            Paragraph {
                start,
                end,
                role,
                furniture,
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

fn both<T>(sides: span::Sides<T>) -> Sides<T> {
    Sides {
        left: sides.left,
        right: sides.right,
    }
}

fn summary(of: summary::Summary) -> Summary {
    let summary::Summary {
        words,
        verbatim,
        edited,
        reworded,
        sentences,
        same,
        changed,
        moved,
        only,
    } = of;
    Summary {
        words,
        verbatim,
        edited,
        reworded,
        sentences,
        same,
        changed,
        moved,
        only,
    }
}
