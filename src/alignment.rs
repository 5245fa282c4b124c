//! What faces what: passages to rows, and which passages moved.
//!
//! The heaviest chain of passages is the backbone. Sentences are aligned along it, as the heaviest chain
//! of beads (sentence pairs, and sentences split or merged); what is on neither stands alone in its own
//! place. A passage that crosses the backbone moved, unless the rows explain its words better.

mod anchors;
mod backbone;
mod bag_of_words;
mod beads;
mod blocks;
mod copies;
mod gaps;
mod joins;
mod moved_lines;
mod moves;
mod settle;
mod ties;
mod weak_pairs;

use std::{ops::Range, rc::Rc};

use crate::{
    chain,
    diff::{self, Change, Differ, Edits, LinkKind},
    document::{Document, TokenKind},
    passages::{Grade, Passage, Verdicts, word_claims},
    sorting,
    span::{Side, Sides, Span},
    words::Words,
};
use backbone::{Backbone, Bounds};
use beads::Beads;
use joins::Bead;
use moves::{Editor, RowEdits};
use weak_pairs::WeakPairs;

/// How the two sides of a row are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RowKind {
    /// The same tokens on both sides.
    Same,
    /// Sentences that correspond, with edits.
    Changed,
    /// Sentences that correspond but have too few words in common for their edits to be readable.
    Reworded,
    /// One side only: what it says, or a part of it, stands elsewhere on the other side.
    Moved,
    /// One side only: it says again what the other side says once less often.
    Repeated,
    /// One side only: it has no counterpart.
    Only,
    /// Part of the page around the article, and not compared: on one side, or on both with what changed in it.
    Boilerplate,
}

/// What faces what: a run of sentences on the left and one on the right, of which one may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// Ranges of [`Document::sentences`]. An empty range stands where the row would be on that side.
    pub sentences: Sides<Range<usize>>,
    /// How the two are related.
    pub kind: RowKind,
    /// The passages that reach into this row on either side, as ascending indices into the passages: with a word in it,
    /// or on both sides of a line of marks alone.
    pub passages: Vec<usize>,
    /// For a row that moved: the row where most of the same words stand on the other side, as an index into the rows.
    /// That row may name another one back: of a sentence that moved in two parts, both parts name the sentence, which
    /// names the longer part. For any other row that one names: the row that names it, of several the one with most words
    /// in common.
    pub counterpart: Option<usize>,
    /// The edits that turn the left of the row into its right, but for the moves that stand apart from them
    /// ([`Move::is_apart`]). Empty for one-sided rows.
    pub changes: Vec<Change>,
    /// What moved inside the row or out of it, in left order, then those of the right alone in right order. Empty for
    /// one-sided rows.
    pub moves: Vec<Move>,
}

/// Words of a row that face the same words in another place, in this row or another one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Move {
    /// Where they stand in this row; one side only if the other stands in another row. That row tells the other end, unless
    /// it faces a copy of it there: then the move is told here alone.
    pub spans: Sides<Option<Span>>,
    /// The passage they belong to, as an index into the passages; none for words of a row that no passage holds.
    pub passage: Option<usize>,
}

impl Move {
    /// By which moves are ordered: those with a left side by it, then the others.
    pub(crate) fn place(&self) -> u128 {
        let of = |span: Option<Span>| span.map_or(u32::MAX as usize, |span| span.start as usize);
        let Sides { left, right } = self.spans;
        sorting::key([0, usize::from(left.is_none()), of(left), of(right)])
    }

    /// Whether the edits of the row leave it out: the same words of one passage at both ends in this row. Other words that
    /// moved are also deleted by the edits where they stand on the left, and inserted where they stand on the right.
    pub fn is_apart(&self, passages: &[Passage]) -> bool {
        let verbatim = |at: usize| passages[at].grade == Grade::Verbatim;
        self.spans.left.is_some()
            && self.spans.right.is_some()
            && self.passage.is_some_and(verbatim)
    }

    /// Whether it is more than half of a passage, on one side.
    fn is_most_of(&self, passage: &Passage) -> bool {
        Side::BOTH.into_iter().any(|side| {
            let (own, whole) = (self.spans.get(side), passage.spans.get(side));
            own.is_some_and(|own| 2 * own.len() > whole.len())
        })
    }
}

impl Row {
    /// The side of a row that has one side.
    pub fn side(&self) -> Option<Side> {
        match (
            self.sentences.left.is_empty(),
            self.sentences.right.is_empty(),
        ) {
            (false, true) => Some(Side::Left),
            (true, false) => Some(Side::Right),
            _ => None,
        }
    }
}

/// Least share of the words of a passage that face the same words in the rows if it has not moved. By eye on
/// tests/thresholds/rows.txt.
const EXPLAINED: f64 = 0.6;

/// Aligns two texts along their passages: sentences that correspond face each other, and each sentence of each side
/// stands in exactly one row, in order. Marks the passages that moved and writes the edits into every passage.
/// Passages that do not count are left out of the backbone and never moved. `similar` are the packed pairs of sentences
/// with words in common. Returns the rows, and whether no limit of work was met.
pub(crate) fn align_rows<'d, 't>(
    documents: &'d Sides<Document<'t>>,
    words: &Words,
    similar: &[u64],
    passages: &mut [Passage],
    verdicts: &Verdicts,
    differ: &mut Differ<'d, 't>,
) -> (Vec<Row>, bool) {
    let backbone = Backbone::new(passages);
    let of_token = documents.as_ref().map(sentence_of_token);
    let ties = ties::ties(documents, passages, differ, &backbone, &of_token);
    let claimed = ties::claimed(documents, passages, &backbone, &of_token);
    let phrases = ties::phrases(passages, &backbone, documents);
    let beads = Beads::new(documents, words, ties, phrases, claimed);
    let (beads, complete) = best_beads(documents, beads, similar, &backbone);
    let tied = tied_sentences(documents, passages, &backbone);
    let beads = facing(documents, words, beads, &tied, verdicts, differ);
    let boilerplate = documents.as_ref().map(gaps::boilerplate);
    let beads = joins::join(&beads, &tied, &boilerplate);
    let (beads, filled) = gaps::fill(documents, &boilerplate, verdicts, &beads);
    let claims = word_claims(documents, passages);
    let rows = settle::settle(documents, &claims, lay_out(documents, &boilerplate, &beads));
    let mut rows = name_passages(documents, passages, rows);
    let of_row =
        Sides::new(Side::Left, Side::Right).map(|side| row_of_sentence(documents, &rows, side));
    moved_lines::tie_lines(documents, verdicts, &mut rows, &of_row);
    let editor = Editor {
        documents,
        passages,
        backbone: &backbone,
        verdicts,
    };
    let edits = edit_rows(&editor, &mut rows, differ);
    finish_passages(documents, passages, &rows, &edits, &backbone, differ);
    (rows, complete && filled)
}

/// The heaviest chain of beads that keep to the order of the backbone, and whether no bound was met.
#[inline(never)]
fn best_beads(
    documents: &Sides<Document<'_>>,
    mut beads: Beads<'_, '_>,
    similar: &[u64],
    backbone: &Backbone,
) -> (Vec<Bead>, bool) {
    let sentences = documents.left.sentences.iter();
    let bounds: Vec<Bounds> = sentences.map(|s| backbone.bounds(&s.words)).collect();
    let in_order = |l: usize, r: usize| !bounds[l].leave_out(&documents.right.sentences[r].words);
    let (links, complete) = beads.all(similar, in_order);
    let pairs = chain::heaviest(&links);
    let beads = pairs.iter().map(|&at| links[at].at.clone());
    (beads.collect(), complete)
}

/// The sentences of each passage that counts and stands in the order of the backbone, in order on both sides.
fn tied_sentences(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    backbone: &Backbone,
) -> Vec<Bead> {
    let in_order = passages
        .iter()
        .filter(|passage| passage.is_shared() && !backbone.crosses(&passage.words));
    let sentences = |side: Side, words: &Range<usize>| {
        let document = documents.get(side);
        document.sentence_at(words.start)..document.sentence_at(words.end - 1) + 1
    };
    in_order
        .map(|passage| {
            Sides::new(
                sentences(Side::Left, &passage.words.left),
                sentences(Side::Right, &passage.words.right),
            )
        })
        .collect()
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
#[inline(never)]
fn lay_out(
    documents: &Sides<Document<'_>>,
    boilerplate: &Sides<Vec<bool>>,
    beads: &[Bead],
) -> Vec<Row> {
    let row = |sentences: Bead, kind: RowKind| Row {
        sentences,
        kind,
        passages: Vec::new(),
        counterpart: None,
        changes: Vec::new(),
        moves: Vec::new(),
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
    for bead in beads.iter().chain([&end]) {
        for at in l..bead.left.start {
            rows.push(row(
                Sides::new(at..at + 1, r..r),
                alone(boilerplate.left[at]),
            ));
        }
        for at in r..bead.right.start {
            let here = bead.left.start..bead.left.start;
            let kind = alone(boilerplate.right[at]);
            rows.push(row(Sides::new(here, at..at + 1), kind));
        }
        if !bead.left.is_empty() {
            let kind = match boilerplate.left[bead.left.start] {
                true => RowKind::Boilerplate,
                false => RowKind::Changed,
            };
            rows.push(row(bead.clone(), kind));
        }
        (l, r) = (bead.left.end, bead.right.end);
    }
    rows
}

/// The beads whose sides face each other: all with a passage in them, of the others those that are versions of each
/// other, and none with words of a pair that the reader refused on both sides.
fn facing<'d, 't>(
    documents: &'d Sides<Document<'t>>,
    words: &Words,
    beads: Vec<Bead>,
    tied: &[Bead],
    verdicts: &Verdicts,
    differ: &mut Differ<'d, 't>,
) -> Vec<Bead> {
    let weak = WeakPairs::new(documents, words);
    let mut beads = beads;
    beads.retain(|bead| {
        if is_tied(bead, tied) {
            return true;
        }
        if verdicts.touch(&row_words(documents, bead)) {
            return false;
        }
        let tokens = row_tokens(documents, bead);
        let edits = differ.between(tokens.clone());
        let kind = row_kind(documents, &tokens, &edits);
        kind != RowKind::Reworded || !weak.is_too_weak(&tokens, &edits)
    });
    beads
}

/// Whether a passage has sentences on both sides of a bead. `tied` are in order on both sides.
fn is_tied(bead: &Bead, tied: &[Bead]) -> bool {
    let first = tied.partition_point(|tie| tie.left.end <= bead.left.start);
    let near = tied[first..]
        .iter()
        .take_while(|tie| tie.left.start < bead.left.end);
    let mut facing =
        near.filter(|tie| tie.right.start < bead.right.end && bead.right.start < tie.right.end);
    facing.next().is_some()
}

/// The tokens of a two-sided row.
fn row_tokens(documents: &Sides<Document<'_>>, sentences: &Bead) -> Sides<Range<usize>> {
    let tokens = |side: Side| {
        let (document, range) = (documents.get(side), sentences.get(side));
        document.sentences[range.start].tokens.start..document.sentences[range.end - 1].tokens.end
    };
    Sides::new(tokens(Side::Left), tokens(Side::Right))
}

/// The words of a two-sided row.
fn row_words(documents: &Sides<Document<'_>>, sentences: &Bead) -> Sides<Range<usize>> {
    let words = |side: Side| {
        let (document, range) = (documents.get(side), sentences.get(side));
        document.sentences[range.start].words.start..document.sentences[range.end - 1].words.end
    };
    Sides::new(words(Side::Left), words(Side::Right))
}

/// Writes the edits into every two-sided row and says how its sides are related. Returns the edits as they were found,
/// before what moved was left out.
#[inline(never)]
fn edit_rows(
    editor: &Editor<'_, '_, '_>,
    rows: &mut [Row],
    differ: &mut Differ<'_, '_>,
) -> Vec<Option<Rc<Edits>>> {
    let documents = editor.documents;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        if row.side().is_some() {
            found.push(None);
            continue;
        }
        let tokens = row_tokens(documents, &row.sentences);
        if row.kind == RowKind::Boilerplate {
            row.changes = differ.between(tokens).changes.clone();
            found.push(None);
            continue;
        }
        let words = row_words(documents, &row.sentences);
        let RowEdits {
            edits,
            changes,
            moves,
        } = editor.edit(differ, &tokens, &words, &row.passages);
        row.kind = match moves.is_empty() {
            true => row_kind(documents, &tokens, &edits),
            false if diff::readable(edits.kept, word_count(documents, &tokens)) => RowKind::Changed,
            false => RowKind::Reworded,
        };
        (row.changes, row.moves) = (changes, moves);
        found.push(Some(edits));
    }
    found
}

/// How two stretches that face each other are related. Figures are changed and never reworded.
fn row_kind(
    documents: &Sides<Document<'_>>,
    tokens: &Sides<Range<usize>>,
    edits: &Edits,
) -> RowKind {
    if edits.changes.is_empty() {
        return RowKind::Same;
    }
    let is_figures = |side: Side| {
        let mut tokens = documents.get(side).tokens[tokens.get(side).clone()].iter();
        tokens.all(|token| token.kind != TokenKind::Word)
    };
    if diff::readable(edits.kept, word_count(documents, tokens))
        || Side::BOTH.into_iter().all(is_figures)
    {
        RowKind::Changed
    } else {
        RowKind::Reworded
    }
}

/// How many words both sides of a stretch have, marks aside.
fn word_count(documents: &Sides<Document<'_>>, tokens: &Sides<Range<usize>>) -> usize {
    let words = |side: Side| {
        let tokens = &documents.get(side).tokens[tokens.get(side).clone()];
        let words = tokens.iter();
        words
            .filter(|token| token.kind != TokenKind::Punctuation)
            .count()
    };
    words(Side::Left) + words(Side::Right)
}

/// Notes the tokens that a row shows as facing the same token.
fn keep(edits: &Edits, kept: &mut Sides<Vec<bool>>) {
    let equal = edits
        .links
        .iter()
        .filter(|link| link.kind == LinkKind::Equal);
    for Sides { left, right } in equal.map(|link| link.tokens) {
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

/// Enters the passages into the rows they touch.
#[inline(never)]
fn name_passages(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    mut rows: Vec<Row>,
) -> Vec<Row> {
    for side in Side::BOTH {
        let document = documents.get(side);
        let of_row = row_of_sentence(documents, &rows, side);
        for (at, passage) in passages.iter().enumerate() {
            let words = passage.words.get(side);
            let (first, last) = (
                document.sentence_at(words.start),
                document.sentence_at(words.end - 1),
            );
            // Rows between may be of the other side alone.
            for &row in &of_row[first..=last] {
                rows[row].passages.push(at);
            }
        }
    }
    for row in &mut rows {
        sorting::by_key(&mut row.passages, |&at| at as u128);
        row.passages.dedup();
    }
    rows
}

/// Says which passages moved, and writes its edits into each.
#[inline(never)]
fn finish_passages<'d, 't>(
    documents: &'d Sides<Document<'t>>,
    passages: &mut [Passage],
    rows: &[Row],
    edits: &[Option<Rc<Edits>>],
    backbone: &Backbone,
    differ: &mut Differ<'d, 't>,
) {
    let of_token = documents.as_ref().map(sentence_of_token);
    let of_row =
        Sides::new(Side::Left, Side::Right).map(|side| row_of_sentence(documents, rows, side));
    let mut kept = documents.as_ref().map(|d| vec![false; d.tokens.len()]);
    edits
        .iter()
        .flatten()
        .for_each(|edits| keep(edits, &mut kept));
    let moved = moved_passages(rows, passages);
    for (at, passage) in passages.iter_mut().enumerate() {
        let tokens = Sides::new(
            documents.left.tokens_in(passage.spans.left),
            documents.right.tokens_in(passage.spans.right),
        );
        let row = inside_one(&of_row, &of_token, &tokens);
        let elsewhere = backbone.crosses(&passage.words) && row.is_none();
        passage.moved =
            passage.is_shared() && (moved[at] || elsewhere && !explained(&kept, &tokens));
        // What a row shows of a passage is what the passage shows; only others are compared anew.
        let part = row.and_then(|row| differ.part(edits[row].as_ref()?, &tokens));
        let changes = part.unwrap_or_else(|| differ.between(tokens.clone()).changes.clone());
        passage.changes = match passage.grade {
            Grade::Verbatim => {
                anchors::edits_around(documents, differ, &passage.words, &tokens, changes)
            }
            _ => changes,
        };
    }
}

/// Which passages have words in a row that moved, or moved as a whole inside a row or out of it.
fn moved_passages(rows: &[Row], passages: &[Passage]) -> Vec<bool> {
    let mut moved = vec![false; passages.len()];
    for row in rows {
        if row.kind == RowKind::Moved {
            row.passages.iter().for_each(|&at| moved[at] = true);
        }
        for one in &row.moves {
            if let Some(at) = one.passage
                && one.is_most_of(&passages[at])
            {
                moved[at] = true;
            }
        }
    }
    moved
}
