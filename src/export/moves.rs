//! What stands elsewhere on the other side, as the tracks show it: told apart from what is deleted here and inserted there.

use std::ops::Range;

use crate::{
    comparison::Comparison,
    coverage::Coverage,
    diff::Change,
    document::{Document, TokenKind},
    sorting,
    span::{Side, Sides, Span},
};

/// What became of a token that moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    /// The index of the move.
    pub(super) at: u32,
    /// Whether the other side has it too; else it was deleted or inserted inside the move.
    pub(super) kept: bool,
}

/// Moves in left order, and for each token of each side the one it is part of.
pub(super) struct Moves {
    /// The passage that each belongs to, as an index.
    pub(super) passages: Vec<usize>,
    pub(super) of_token: Sides<Vec<Option<Moved>>>,
}

/// A pair of stretches that may have moved.
struct Candidate<'c> {
    passage: usize,
    /// Whether it is all of the passage.
    is_whole: bool,
    spans: Sides<Span>,
    changes: &'c [Change],
}

impl Moves {
    /// The moves of a comparison: passages that moved, and the words of verbatim passages that stand in another order
    /// inside a row. None overlaps another. Linear but for sorting.
    pub(super) fn new(comparison: &Comparison<'_>) -> Self {
        let documents = &comparison.documents;
        let mut moves = Self {
            passages: Vec::new(),
            of_token: documents
                .as_ref()
                .map(|document| vec![None; document.tokens.len()]),
        };
        for candidate in candidates(comparison) {
            let tokens = Sides::new(
                tokens_in(&documents.left, candidate.spans.left),
                tokens_in(&documents.right, candidate.spans.right),
            );
            let is_added = moves.is_free(&tokens) && moves.add(documents, &candidate, &tokens);
            if is_added && candidate.is_whole {
                moves.take_marks(documents, &tokens);
            }
        }
        moves
    }

    fn is_free(&self, tokens: &Sides<Range<usize>>) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let range = tokens.get(side).clone();
            let of_token = &self.of_token.get(side)[range];
            !of_token.is_empty() && of_token.iter().all(Option::is_none)
        })
    }

    /// Adds a move; says no where the two stretches do not have the same words after all.
    fn add(
        &mut self,
        documents: &Sides<Document<'_>>,
        candidate: &Candidate<'_>,
        tokens: &Sides<Range<usize>>,
    ) -> bool {
        let at = self.passages.len() as u32;
        let kept = Sides::new(Side::Left, Side::Right).map(|side| {
            let changes = candidate.changes.iter();
            let barred = changes.map(|change| *change.spans.get(side)).collect();
            free(documents.get(side), tokens.get(side).clone(), barred)
        });
        let text = |side: Side, token: usize| {
            let document = documents.get(side);
            &document.text[document.tokens[token].span.range()]
        };
        let pairs = || kept.left.iter().zip(&kept.right);
        let same = |(&l, &r): (&usize, &usize)| text(Side::Left, l) == text(Side::Right, r);
        if kept.left.len() != kept.right.len() || kept.left.is_empty() || !pairs().all(same) {
            return false;
        }
        for side in Side::BOTH {
            let of_token = self.of_token.get_mut(side);
            of_token[tokens.get(side).clone()].fill(Some(Moved { at, kept: false }));
            for &token in kept.get(side) {
                of_token[token] = Some(Moved { at, kept: true });
            }
        }
        self.passages.push(candidate.passage);
        true
    }

    /// Lets the marks that follow the last move at once on both sides go with it: passages end at words.
    fn take_marks(&mut self, documents: &Sides<Document<'_>>, tokens: &Sides<Range<usize>>) {
        let at = self.passages.len() as u32 - 1;
        let mut next = Sides::new(tokens.left.end, tokens.right.end);
        let mark = |moves: &Self, side: Side, token: usize| {
            let document = documents.get(side);
            let (before, own) = (document.tokens.get(token - 1)?, document.tokens.get(token)?);
            let follows = before.span.end == own.span.start
                && own.kind == TokenKind::Punctuation
                && moves.of_token.get(side)[token].is_none();
            follows.then(|| &document.text[own.span.range()])
        };
        loop {
            let left = mark(self, Side::Left, next.left);
            if left.is_none() || left != mark(self, Side::Right, next.right) {
                return;
            }
            for side in Side::BOTH {
                self.of_token.get_mut(side)[*next.get(side)] = Some(Moved { at, kept: true });
                *next.get_mut(side) += 1;
            }
        }
    }
}

/// What may have moved, in left order; of two that overlap the first holds.
fn candidates<'c>(comparison: &'c Comparison<'_>) -> Vec<Candidate<'c>> {
    let passages = comparison.passages.iter().enumerate();
    let whole = passages
        .filter(|(_, passage)| passage.moved && passage.coverage == Coverage::Shared)
        .map(|(at, passage)| Candidate {
            passage: at,
            is_whole: true,
            spans: passage.spans,
            changes: &passage.changes,
        });
    let inside = comparison.rows.iter().flat_map(|row| {
        let apart = row
            .moves
            .iter()
            .filter(|one| one.is_apart(&comparison.passages));
        apart.filter_map(|one| {
            Some(Candidate {
                passage: one.passage?,
                is_whole: false,
                spans: Sides::new(one.spans.left?, one.spans.right?),
                changes: &[],
            })
        })
    });
    let mut found: Vec<Candidate<'_>> = whole.chain(inside).collect();
    sorting::by_key(&mut found, |one| {
        sorting::ranges(&one.spans.left.range(), &one.spans.right.range())
    });
    found
}

/// The tokens that lie whole in a stretch.
fn tokens_in(document: &Document<'_>, span: Span) -> Range<usize> {
    let tokens = &document.tokens;
    let start = tokens.partition_point(|token| token.span.start < span.start);
    let end = tokens.partition_point(|token| token.span.end <= span.end);
    start..end.max(start)
}

/// The tokens of a range that no barred stretch touches, in order.
pub(super) fn free(
    document: &Document<'_>,
    tokens: Range<usize>,
    mut barred: Vec<Span>,
) -> Vec<usize> {
    sorting::by_key_copied(&mut barred, |one| {
        sorting::key([0, 0, one.start as usize, one.end as usize])
    });
    let mut barred = barred.into_iter().peekable();
    let is_free = |at: &usize| {
        let span = document.tokens[*at].span;
        while barred.next_if(|one| one.end <= span.start).is_some() {}
        !barred.peek().is_some_and(|one| one.overlaps(span))
    };
    tokens.filter(is_free).collect()
}
