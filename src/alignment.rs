//! What faces what: passages to rows, and which passages moved.
//!
//! The heaviest chain of passages is the backbone. Sentences are aligned along it, as the heaviest chain
//! of beads (sentence pairs, and sentences split or merged); what is on neither stands alone in its own
//! place. A passage that crosses the backbone moved, unless the rows explain its words better.

mod bags;
mod beads;
mod candidates;
mod lines;
mod thin;

use std::{ops::Range, rc::Rc};

use rustc_hash::FxHashMap;

use crate::{
    chain::{self, Link},
    diff::{self, Change, Differ, Edits, How},
    document::{Document, Role, TokenKind},
    passages::{Passage, Substance},
    span::{Side, Sides},
};
use beads::Beads;
use thin::Thin;

/// How the two sides of a row are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// The same tokens on both sides.
    Same,
    /// Sentences that correspond, with edits.
    Changed,
    /// Sentences that correspond but have too few words in common for their edits to be readable.
    Reworded,
    /// One side only: its counterpart stands elsewhere on the other side.
    Moved,
    /// One side only: it has no counterpart.
    Only,
    /// One side only, and not compared: part of the page around the article.
    Boilerplate,
}

/// What faces what: a run of sentences on the left and one on the right, of which one may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Ranges of [`Document::sentences`]. An empty range stands where the row would be on that side.
    pub sentences: Sides<Range<usize>>,
    /// How the two are related.
    pub kind: RowKind,
    /// The passages with a word in this row on either side, as ascending indices into the passages.
    pub passages: Vec<usize>,
    /// For a line that moved and is too short for a passage: the row in which the same line stands on the other
    /// side, as an index into the rows.
    pub counterpart: Option<usize>,
    /// The edits that turn the left of the row into its right. Empty for one-sided rows.
    pub changes: Vec<Change>,
}

/// A passage of which so large a part faces the same words in the rows has not moved.
const EXPLAINED: f64 = 0.6;

/// A sentence of which so large a part is in passages that moved, or that have a better counterpart
/// elsewhere, moved with them.
const COVERED: f64 = 0.5;

/// Aligns two texts along their passages. Marks the passages that moved and writes the edits into
/// every passage. Further counterparts (those with a `primary`), names and stock phrases are left out
/// of the backbone and never moved. Each sentence of each side stands in exactly one row, in order.
pub fn align<'d, 't>(
    documents: &'d Sides<Document<'t>>,
    passages: &mut [Passage],
    differ: &mut Differ<'d, 't>,
) -> Vec<Row> {
    let mirrored = documents.left.text > documents.right.text;
    let backbone = Backbone::new(passages, mirrored);
    let of_token = documents.as_ref().map(sentence_of_token);
    let ties = ties(documents, passages, differ, &backbone, &of_token);
    let claimed = claimed(documents, passages, &backbone, &of_token);
    let sentences = documents.left.sentences.iter();
    let bounds: Vec<Bounds> = sentences.map(|s| backbone.bounds(&s.words)).collect();
    let links = Beads::new(documents, ties, claimed)
        .all(|l, r| !bounds[l].leave_out(&documents.right.sentences[r].words));
    let pairs = chain::heaviest(&links, mirrored);
    let beads = pairs.iter().map(|&at| links[at].at.clone());
    let beads = facing(documents, beads, differ);
    let mut rows = lay_out(documents, beads.iter().map(|bead| bead.at.clone()));
    let mut kept = documents.as_ref().map(|d| vec![false; d.tokens.len()]);
    let mut edits: Vec<Option<Rc<Edits>>> = vec![None; rows.len()];
    let two_sided = rows.iter_mut().zip(&mut edits);
    let two_sided = two_sided.filter(|(row, _)| row.kind == RowKind::Changed);
    for ((row, edits), bead) in two_sided.zip(beads) {
        row.kind = bead.kind;
        row.changes = bead.edits.changes.clone();
        keep(&bead.edits, &mut kept);
        *edits = Some(bead.edits);
    }
    let of_row =
        Sides::new(Side::Left, Side::Right).map(|side| row_of_sentence(documents, &rows, side));
    for passage in passages.iter_mut() {
        let tokens = tokens_of(documents, &passage.words);
        let row = inside_one(&of_row, &of_token, &tokens);
        passage.moved = counts(passage)
            && backbone.crosses(&passage.words)
            && row.is_none()
            && !explained(&kept, &tokens);
        // What a row shows of a passage is what the passage shows; only others are compared anew.
        let part = row.and_then(|row| differ.part(edits[row].as_ref()?, &tokens));
        passage.changes = part.unwrap_or_else(|| differ.between(tokens).changes.clone());
    }
    name_passages(documents, passages, &mut rows, &of_row, &of_token);
    lines::tie(documents, &mut rows, &of_row);
    rows
}

/// Whether a passage has a say in the order of the texts.
fn counts(passage: &Passage) -> bool {
    passage.primary.is_none() && passage.substance == Substance::Statement
}

/// The tokens from the first to the last word of a passage.
fn tokens_of(documents: &Sides<Document<'_>>, words: &Sides<Range<usize>>) -> Sides<Range<usize>> {
    let of = |document: &Document<'_>, words: &Range<usize>| {
        if words.is_empty() {
            return 0..0;
        }
        document.words[words.start] as usize..document.words[words.end - 1] as usize + 1
    };
    Sides::new(
        of(&documents.left, &words.left),
        of(&documents.right, &words.right),
    )
}

/// The heaviest chain of passages.
struct Backbone {
    words: Vec<Sides<Range<usize>>>,
}

impl Backbone {
    fn new(passages: &[Passage], mirrored: bool) -> Self {
        let links: Vec<Link> = passages
            .iter()
            .map(|passage| Link {
                at: passage.words.clone(),
                weight: if counts(passage) {
                    passage.common as u64
                } else {
                    0
                },
            })
            .collect();
        Self {
            words: chain::heaviest(&links, mirrored)
                .into_iter()
                .map(|at| links[at].at.clone())
                .collect(),
        }
    }

    /// Whether two ranges of words stand before one of the chain on the one side and after it on the other.
    fn crosses(&self, words: &Sides<Range<usize>>) -> bool {
        self.bounds(&words.left).leave_out(&words.right)
    }

    /// Where on the right stand the chain's neighbours of a range of words on the left.
    fn bounds(&self, left: &Range<usize>) -> Bounds {
        let before = self
            .words
            .partition_point(|link| link.left.end <= left.start);
        let after = self
            .words
            .partition_point(|link| link.left.start < left.end);
        let last = before.checked_sub(1).map(|last| &self.words[last].right);
        Bounds {
            from: last.map(|last| last.start),
            to: self.words.get(after).map(|first| first.right.end),
        }
    }
}

/// Between what a range of words on the right stands in the order of the chain.
struct Bounds {
    /// The start of the last of the chain before it.
    from: Option<usize>,
    /// The end of the first of the chain after it.
    to: Option<usize>,
}

impl Bounds {
    fn leave_out(&self, right: &Range<usize>) -> bool {
        self.from.is_some_and(|from| from >= right.end)
            || self.to.is_some_and(|to| to <= right.start)
    }
}

/// How many words of passages in the order of the backbone tie each pair of sentences: all of a passage
/// that lies in one sentence on both sides, of others the words that face each other.
fn ties(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    differ: &mut Differ<'_, '_>,
    backbone: &Backbone,
    of_token: &Sides<Vec<usize>>,
) -> FxHashMap<(usize, usize), i64> {
    let mut ties: FxHashMap<(usize, usize), i64> = FxHashMap::default();
    for passage in passages {
        if !counts(passage) || backbone.crosses(&passage.words) {
            continue;
        }
        let tokens = tokens_of(documents, &passage.words);
        let within = |side: Side| {
            let (of, range) = (of_token.get(side), tokens.get(side));
            let sentence = *of.get(range.start)?;
            (!range.is_empty() && of[range.end - 1] == sentence).then_some(sentence)
        };
        if let (Some(left), Some(right)) = (within(Side::Left), within(Side::Right)) {
            let words = passage.words.left.len().min(passage.words.right.len());
            *ties.entry((left, right)).or_default() += words as i64;
            continue;
        }
        let edits = differ.between(tokens);
        let is_word = |token: usize| documents.left.tokens[token].kind != TokenKind::Punctuation;
        for facing in edits
            .facing
            .iter()
            .filter(|facing| is_word(facing.tokens.left))
        {
            let Sides { left, right } = facing.tokens;
            let pair = (of_token.left[left], of_token.right[right]);
            *ties.entry(pair).or_default() += i64::from(facing.how == How::Equal);
        }
    }
    ties.retain(|_, words| *words > 0);
    ties
}

/// Whether passages that cross the backbone make up most of a sentence: what it says stands elsewhere.
fn claimed(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    backbone: &Backbone,
    of_token: &Sides<Vec<usize>>,
) -> Sides<Vec<bool>> {
    let mut words = documents.as_ref().map(|d| vec![0_usize; d.sentences.len()]);
    for passage in passages
        .iter()
        .filter(|passage| counts(passage) && backbone.crosses(&passage.words))
    {
        for side in [Side::Left, Side::Right] {
            let (document, range) = (documents.get(side), passage.words.get(side));
            let words = match side {
                Side::Left => &mut words.left,
                Side::Right => &mut words.right,
            };
            for &token in &document.words[range.clone()] {
                words[of_token.get(side)[token as usize]] += 1;
            }
        }
    }
    let most = |side: Side| {
        let sentences = documents.get(side).sentences.iter().zip(words.get(side));
        sentences
            .map(|(sentence, &words)| {
                words > 0 && words as f64 >= COVERED * sentence.words.len() as f64
            })
            .collect()
    };
    Sides::new(most(Side::Left), most(Side::Right))
}

fn sentence_of_token(document: &Document<'_>) -> Vec<usize> {
    let mut of = vec![0; document.tokens.len()];
    for (at, sentence) in document.sentences.iter().enumerate() {
        of[sentence.tokens.clone()].fill(at);
    }
    of
}

fn row_of_sentence(documents: &Sides<Document<'_>>, rows: &[Row], side: Side) -> Vec<usize> {
    let mut of = vec![0; documents.get(side).sentences.len()];
    for (at, row) in rows.iter().enumerate() {
        of[row.sentences.get(side).clone()].fill(at);
    }
    of
}

/// Rows without edits: the beads, and between them what stands alone, first of the left, then of the right.
fn lay_out(
    documents: &Sides<Document<'_>>,
    beads: impl Iterator<Item = Sides<Range<usize>>>,
) -> Vec<Row> {
    let boilerplate = documents.as_ref().map(|document| {
        let mut boilerplate = vec![false; document.sentences.len()];
        for paragraph in &document.paragraphs {
            boilerplate[paragraph.sentences.clone()]
                .fill(matches!(paragraph.role, Role::Boilerplate(_)));
        }
        boilerplate
    });
    let row = |sentences: Sides<Range<usize>>, kind: RowKind| Row {
        sentences,
        kind,
        passages: Vec::new(),
        counterpart: None,
        changes: Vec::new(),
    };
    let alone = |boilerplate: bool| {
        if boilerplate {
            RowKind::Boilerplate
        } else {
            RowKind::Only
        }
    };
    let end = documents
        .as_ref()
        .map(|d| d.sentences.len()..d.sentences.len());
    let (mut rows, mut l, mut r) = (Vec::new(), 0, 0);
    for bead in beads.chain([end]) {
        for at in l..bead.left.start {
            rows.push(row(
                Sides::new(at..at + 1, r..r),
                alone(boilerplate.left[at]),
            ));
        }
        for at in r..bead.right.start {
            let here = bead.left.start..bead.left.start;
            rows.push(row(
                Sides::new(here, at..at + 1),
                alone(boilerplate.right[at]),
            ));
        }
        if !bead.left.is_empty() {
            rows.push(row(bead.clone(), RowKind::Changed));
        }
        (l, r) = (bead.left.end, bead.right.end);
    }
    rows
}

/// Sentences that face each other, with their edits.
struct Bead {
    at: Sides<Range<usize>>,
    edits: Rc<Edits>,
    kind: RowKind,
}

/// The beads whose sides are versions of each other, compared.
fn facing<'d, 't>(
    documents: &'d Sides<Document<'t>>,
    beads: impl Iterator<Item = Sides<Range<usize>>>,
    differ: &mut Differ<'d, 't>,
) -> Vec<Bead> {
    let thin = Thin::new(documents);
    let mut found = Vec::new();
    for at in beads {
        let tokens = |side: Side| {
            let (document, range) = (documents.get(side), at.get(side));
            document.sentences[range.start].tokens.start
                ..document.sentences[range.end - 1].tokens.end
        };
        let tokens = Sides::new(tokens(Side::Left), tokens(Side::Right));
        let edits = differ.between(tokens.clone());
        let kind = row_kind(documents, &tokens, &edits);
        if kind != RowKind::Reworded || !thin.holds(&tokens, &edits) {
            found.push(Bead { at, edits, kind });
        }
    }
    found
}

/// How two stretches that face each other are related.
fn row_kind(
    documents: &Sides<Document<'_>>,
    tokens: &Sides<Range<usize>>,
    edits: &Edits,
) -> RowKind {
    if edits.changes.is_empty() {
        return RowKind::Same;
    }
    let words = |side: Side| {
        let tokens = &documents.get(side).tokens[tokens.get(side).clone()];
        let words = tokens.iter();
        words
            .filter(|token| token.kind != TokenKind::Punctuation)
            .count()
    };
    let all = words(Side::Left) + words(Side::Right);
    if diff::readable(edits.kept, all) {
        RowKind::Changed
    } else {
        RowKind::Reworded
    }
}

/// Notes the tokens that a row shows as facing the same token.
fn keep(edits: &Edits, kept: &mut Sides<Vec<bool>>) {
    let equal = edits
        .facing
        .iter()
        .filter(|facing| facing.how == How::Equal);
    for Sides { left, right } in equal.map(|facing| facing.tokens) {
        kept.left[left] = true;
        kept.right[right] = true;
    }
}

/// The row in which both sides of a stretch stand, if it is one and the same.
fn inside_one(
    of_row: &Sides<Vec<usize>>,
    of_token: &Sides<Vec<usize>>,
    tokens: &Sides<Range<usize>>,
) -> Option<usize> {
    let ends = |side: Side| {
        let row = |token: usize| of_row.get(side)[of_token.get(side)[token]];
        let range = tokens.get(side);
        (!range.is_empty()).then(|| (row(range.start), row(range.end - 1)))
    };
    let (left, right) = (ends(Side::Left), ends(Side::Right));
    let (first, last) = left?;
    (left == right && first == last).then_some(first)
}

/// Whether the rows show the words of a passage, on either side, as facing the same words elsewhere.
fn explained(kept: &Sides<Vec<bool>>, tokens: &Sides<Range<usize>>) -> bool {
    [Side::Left, Side::Right].into_iter().any(|side| {
        let kept = &kept.get(side)[tokens.get(side).clone()];
        let count = kept.iter().filter(|&&kept| kept).count();
        count as f64 >= EXPLAINED * kept.len() as f64
    })
}

/// Enters the passages into the rows they touch, and marks what stands alone but has a counterpart.
fn name_passages(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    rows: &mut [Row],
    of_row: &Sides<Vec<usize>>,
    of_token: &Sides<Vec<usize>>,
) {
    let mut covered = documents.as_ref().map(|d| vec![0_usize; d.sentences.len()]);
    let mut moved = documents.as_ref().map(|d| vec![false; d.sentences.len()]);
    for (at, passage) in passages.iter().enumerate() {
        let tokens = tokens_of(documents, &passage.words);
        for side in [Side::Left, Side::Right] {
            let range = tokens.get(side);
            if range.is_empty() {
                continue;
            }
            let sentences = of_token.get(side)[range.start]..=of_token.get(side)[range.end - 1];
            for sentence in sentences {
                let row = &mut rows[of_row.get(side)[sentence]];
                if row.passages.last() != Some(&at) {
                    row.passages.push(at);
                }
                if passage.moved
                    || passage.primary.is_some() && passage.substance == Substance::Statement
                {
                    let own = &documents.get(side).sentences[sentence].words;
                    let words = passage.words.get(side);
                    let both = own
                        .end
                        .min(words.end)
                        .saturating_sub(own.start.max(words.start));
                    let lies_here = passage.moved && 2 * both > words.len();
                    let (covered, moved) = match side {
                        Side::Left => (&mut covered.left, &mut moved.left),
                        Side::Right => (&mut covered.right, &mut moved.right),
                    };
                    covered[sentence] += both;
                    moved[sentence] |= lies_here;
                }
            }
        }
    }
    for row in rows {
        if row.kind != RowKind::Only {
            continue;
        }
        let side = if row.sentences.left.is_empty() {
            Side::Right
        } else {
            Side::Left
        };
        let at = row.sentences.get(side).start;
        let words = documents.get(side).sentences[at].words.len();
        let mostly = words > 0 && covered.get(side)[at] as f64 >= COVERED * words as f64;
        if mostly || moved.get(side)[at] {
            row.kind = RowKind::Moved;
        }
    }
}
